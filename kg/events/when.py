"""When an event happened: the time expression of its own clause, placed in days."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.arguments import Scene
from kg.model import Interval, Span, Tense
from kg.stance import clause_verb
from kg.syntax import inside
from kg.times import TimeWords, place_times

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True)
class Calendar:
    """Places the time expressions of sentences, given the words of time."""

    words: TimeWords

    def when(
        self,
        scene: Scene,
        token: "Token",
        tense: Tense,
        without: Sequence["Token"] = (),
    ) -> Interval | None:
        """The interval that the text gives an event; None when it gives none.

        A time expression counts when it stands in the event's own clause or phrase,
        not in what is `without` (the content of an agreement lies ahead of it); the
        article's date is never taken by silence.
        """
        article = scene.parsed.article
        sentence = scene.parsed.sentence(token)
        placed = place_times(
            sentence.cut(article.text),
            self.words,
            published=article.published,
            tense=tense,
        )
        own = []
        for expression in placed:
            if expression.interval is None:
                continue
            span = Span(
                sentence.start + expression.span.start,
                sentence.start + expression.span.end,
            )
            head = _head(scene, span)
            if any(head != root and inside(head, root) for root in without):
                continue
            near = _distance(head, token)
            if near is not None:
                own.append((near, span.start, expression.interval))
        return min(own, key=lambda row: row[:2])[2] if own else None

    def told(self, scene: Scene, token: "Token", tense: Tense) -> Interval | None:
        """When it was said, for what has no time of its own.

        "On Friday, the North said it was quitting": it quit on Friday.
        """
        verb = clause_verb(token)
        saying = verb.head if verb.dep_ == "ccomp" else None
        return None if saying is None else self.when(scene, saying, tense, [verb])

    def ahead(self, scene: Scene, when: Interval) -> bool:
        """Whether an interval begins after the day of the article."""
        published = scene.parsed.article.published
        return bool(published and when.begin and when.begin > published)


def _head(scene: Scene, span: Span) -> "Token":
    """The head of a time expression."""
    head = scene.parsed.token_at(span.start)
    while head.head != head and _covers(scene, span, head.head):
        head = head.head
    return head


def _distance(head: "Token", token: "Token") -> int | None:
    """How closely a time expression governs an event; None when it does not.

    0: inside the event's own phrase ("talks on Friday"); 1: in its clause ("met on
    Friday"), if no other clause stands between.
    """
    if inside(head, token) and clause_verb(head) in (token, clause_verb(token)):
        return 0
    if clause_verb(head) == clause_verb(token):
        return 1
    return None


def _covers(scene: Scene, span: Span, token: "Token") -> bool:
    start = scene.parsed.starts[token.i]
    return span.start <= start < span.end

"""When an event happened: the time expression that governs it, placed in days."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kg.arguments import Scene
from kg.events.story import Story
from kg.model import Interval, Span, Tense
from kg.stance import clause_verb
from kg.syntax import carried_by, inside, verbal
from kg.times import EVENT, Anchor, TimeWords, counted_from_day

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLIMB = 6
_ATTRIBUTES = ("amod", "compound", "nmod", "nummod", "poss")
# what a saying is climbed to from: "said that it decided against imposing them"
_WITHIN = ("pcomp", "pobj", "prep", "xcomp")


@dataclass(frozen=True, slots=True)
class Placed:
    """A time expression of a sentence in the tree.

    `span` is in code points of the article, `head` its top token, `anchor` how it is
    told; `interval` is None where it cannot be placed.
    """

    span: Span
    head: "Token"
    interval: Interval | None
    anchor: Anchor


@dataclass(frozen=True)
class Calendar:
    """Places the time expressions of sentences, given the words of time."""

    words: TimeWords

    @cached_property
    def during(self) -> frozenset[str]:
        """Prepositions of what goes on at the same time: "at Tuesday's summit"."""
        return self._of_kinds("meanwhile")

    @cached_property
    def _beside(self) -> frozenset[str]:
        """Prepositions of what lies at another time: "after a test"."""
        return self._of_kinds("before", "after", "since", "until")

    @cached_property
    def renewed(self) -> frozenset[str]:
        """Words for one more of the kind: "they also agreed"."""
        return self._of_kinds("renewed")

    @cached_property
    def counting(self) -> frozenset[str]:
        """Words that tell which of several is meant: "the first talks since"."""
        return self._of_kinds("ordinal", "shift", "step")

    def _of_kinds(self, *kinds: str) -> frozenset[str]:
        return frozenset(word for kind in kinds for word in self.words.of_kind(kind))

    def placed(
        self,
        scene: Scene,
        token: "Token",
        tense: Tense,
        before: Interval | None = None,
    ) -> Iterator[Placed]:
        """The time expressions of a token's sentence, from left to right."""
        sentence = scene.parsed.sentence(token)
        story = Story(scene.parsed, self.words, scene.lexicon)
        for found in story.find(sentence, tense, before, clause_verb(token)):
            start = sentence.start + found.span.start
            span = Span(start, sentence.start + found.span.end)
            head = _head(scene, span)
            if not _in_name(scene, span, head):
                yield Placed(span, head, found.interval, found.anchor)

    def when(
        self,
        scene: Scene,
        token: "Token",
        tense: Tense,
        without: Sequence["Token"] = (),
        before: Interval | None = None,
    ) -> Interval | None:
        """The interval that the text gives an event; None when it gives none.

        A time expression counts when it stands in the event's own clause or phrase,
        not in what is `without` (the content of an agreement lies ahead of it); the
        article's date is never taken by silence. `before` is the interval of the event
        that "a week later" is counted from; with it, only what is so counted.
        """
        own = []
        for one in self.placed(scene, token, tense, before):
            if one.interval is None or self._content(scene, one, without):
                continue
            if before is not None and one.anchor != EVENT:
                continue
            near = self._distance(scene, one, token)
            if near is not None:
                own.append((near, one.span.start, one.interval))
        return min(own, key=lambda row: row[:2])[2] if own else None

    def told(self, scene: Scene, token: "Token", tense: Tense) -> Interval | None:
        """When it was said, for what has no time of its own.

        "On Friday, the North said it was quitting": it quit on Friday. Not what "had"
        been done before it was said.
        """
        verb = clause_verb(token)
        for _ in range(_CLIMB):
            if verb.dep_ == "ccomp":
                earlier = any(c.dep_ == "aux" and c.lower_ == "had" for c in verb.lefts)
                return None if earlier else self.when(scene, verb.head, tense, [verb])
            if verb.dep_ not in _WITHIN:
                return None
            verb = clause_verb(verb.head)
        return None

    def ahead(self, scene: Scene, when: Interval) -> bool:
        """Whether an interval begins after the day of the article."""
        published = scene.parsed.article.published
        return bool(published and when.begin and when.begin > published)

    def _content(self, scene: Scene, one: Placed, without: Sequence["Token"]) -> bool:
        """Whether it dates what is agreed upon or asked for, not the asking.

        In "broke off the talks on Thursday" the tree may hang the day on the talks; but
        what has passed by then is when they broke off.
        """
        roots = [r for r in without if one.head != r and inside(one.head, r)]
        if not roots or one.interval is None:
            return False
        clause = any(verbal(root) for root in roots)
        lies_ahead = self.ahead(scene, one.interval)
        return clause or lies_ahead or _modified(scene, one) is not None

    def _distance(self, scene: Scene, one: Placed, token: "Token") -> int | None:
        """How closely a time expression governs an event; None when it does not.

        0: inside the event's own phrase ("talks on Friday"); 1: in its clause ("met on
        Friday"), if no other clause stands between, nor a phrase that is told to lie
        at another time ("closed it on Friday after a test").
        """
        noun = _modified(scene, one)
        if noun is not None:
            return self._through(scene, one, noun, token)
        head = one.head
        if clause_verb(head) not in (token, clause_verb(token)):
            return None
        if inside(head, token) and not verbal(token):
            return 0
        aside = self._aside(head.head) or self._aside(token)
        return None if aside or clause_verb(head) != clause_verb(token) else 1

    def _through(
        self, scene: Scene, one: Placed, noun: "Token", token: "Token"
    ) -> int | None:
        """An attribute dates its noun, what carries that, and what happens meanwhile.

        "His July 7-9 visit", "held Tuesday talks", "agreed at the 2018 summit"; not
        "praised the 2018 Games". Who reacts today to what is of today does so today.
        """
        if noun == token or carried_by(noun, scene.light) == token:
            return 0
        verb = clause_verb(token)
        if noun.dep_ == "pobj" and noun.head.lower_ in self.during:
            return 1 if noun.head.head in (token, verb) else None
        if clause_verb(noun) != verb or not inside(noun, token):
            return None
        today = one.interval and one.interval.begin == counted_from_day(
            scene.parsed.article, self.words
        )
        return 1 if today else None

    def _aside(self, token: "Token") -> bool:
        """Whether a phrase of another time parts a token from its verb."""
        verb = clause_verb(token)
        # "closed it after a test and a launch": trees hang the launch on the verb
        misread = token.dep_ == "conj" and token.head == verb and token != verb
        while token not in (verb, token.head) and not misread:
            if token.dep_ == "prep" and token.lower_ in self._beside:
                return True
            token = token.head
        return misread


def _modified(scene: Scene, one: Placed) -> "Token | None":
    """The noun that a time expression is an attribute of; None if of none.

    Not of somebody: "On Tuesday Qatar" is misread.
    """
    noun = one.head.head
    attribute = one.head.dep_ in _ATTRIBUTES and noun.pos_ in ("NOUN", "PROPN")
    somebody = scene.acts(noun.i)
    return noun if attribute and noun.i > one.head.i and not somebody else None


def _head(scene: Scene, span: Span) -> "Token":
    """The head of a time expression."""
    head = scene.parsed.token_at(span.start)
    while head.head != head and _covers(scene, span, head.head):
        head = head.head
    return head


def _in_name(scene: Scene, span: Span, head: "Token") -> bool:
    """As in "the 2018 PyeongChang Winter Olympics": it tells which, not when."""
    name = head.i in scene.parsed.names
    return name and len(head) > span.end - span.start


def _covers(scene: Scene, span: Span, token: "Token") -> bool:
    start = scene.parsed.starts[token.i]
    return span.start <= start < span.end

"""Time expressions that are given: placed as those of events are, for measuring."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.events.story import Story
from kg.lexicon import Lexicon
from kg.model import Interval, Span, Tense
from kg.parse import Parsed
from kg.stance import clause_verb, view_of
from kg.syntax import verbal
from kg.times import (
    TimeExpression,
    TimeWords,
    find_times,
    length,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_GOVERNORS = ("AUX", "NOUN", "VERB")


def place_given(
    parsed: Parsed, spans: Sequence[Span], words: TimeWords, lexicon: Lexicon
) -> tuple[TimeExpression | None, ...]:
    """Place time expressions that are known to be such.

    The tense is that of what they hang on; "a year earlier" is counted from the
    expression before, in the same sentence or the one before it. Of "April" in "April
    next year", the whole is placed; of "yesterday, day five of the games of 2018", the
    day.

    Args:
        parsed: the article.
        spans: where the expressions stand in it, in the order of the text.
        words: the time words of the ontology.
        lexicon: the words of stance.

    Returns:
        For each span its expression, without an interval if it cannot be placed; None
        if its words tell no time.
    """
    given, found = _Given(parsed, words, lexicon), []
    before, back = None, 0
    for span in spans:
        sentence = parsed.token_at(span.start).sent
        one = given.place(span, before if sentence.start <= back else None)
        found.append(one)
        if one is not None and one.interval and one.interval.begin and one.interval.end:
            before, back = one.interval, int(sentence.end)
    return tuple(_in_full(parsed, spans, found))


def _in_full(
    parsed: Parsed, spans: Sequence[Span], found: Sequence[TimeExpression | None]
) -> Iterator[TimeExpression | None]:
    """As in "day five" of a headline: placed as "day five of the games" is."""
    text = parsed.article.text
    told = [(s.cut(text).lower(), f) for s, f in zip(spans, found, strict=True)]
    for words, one in told:
        longer = (
            f for w, f in told if f and f.interval and w.startswith(f"{words} of ")
        )
        yield one if one and one.interval else next(longer, one)


@dataclass(frozen=True, slots=True)
class _Given:
    """Places one expression of an article after another."""

    parsed: Parsed
    words: TimeWords
    lexicon: Lexicon

    @property
    def _story(self) -> Story:
        return Story(self.parsed, self.words, self.lexicon)

    def place(self, span: Span, before: Interval | None) -> TimeExpression | None:
        """By the whole expression around it, unless that is longer in time."""
        token = self.parsed.token_at(span.start)
        sentence = self.parsed.sentence(token)
        tense = self._tense(token, self._whole(span, sentence))
        own = self._story.place(span, tense, before)
        placed = tuple(self._story.find(sentence, tense, before))
        start, end = span.start - sentence.start, span.end - sentence.start
        around = [p for p in placed if p.span.start < end and p.span.end > start]
        if own is None:
            return next(iter(around or self._apposed(span, sentence, placed)), None)
        for one in self._apposed(span, sentence, placed):
            if _finer(one.interval, own):
                return one  # "yesterday, day five of the 2018 games"
        whole = around[0] if around else TimeExpression(span, own, "absolute")
        return TimeExpression(span, _closer(own, whole.interval), whole.anchor)

    def _whole(self, span: Span, sentence: Span) -> Span:
        """As in "Friday night" of "Friday": all that stands for one time."""
        text = self.parsed.article.text
        for found in find_times(sentence.cut(text), self.words):
            start = sentence.start + found.start
            whole = Span(start, sentence.start + found.end)
            if whole.overlaps(span):
                return Span(min(start, span.start), max(whole.end, span.end))
        return span

    def _apposed(
        self, span: Span, sentence: Span, placed: Sequence[TimeExpression]
    ) -> Iterator[TimeExpression]:
        """As in "Saturday night, the opening night": what stands beside a comma."""
        text = self.parsed.article.text
        for one in placed:
            start, end = sentence.start + one.span.start, sentence.start + one.span.end
            between = text[end : span.start] or text[span.end : start]
            if between.strip() == ",":
                yield one

    def _tense(self, token: "Token", span: Span) -> Tense:
        """The tense of the verb or noun that an expression hangs on.

        "Meets on Tuesday": what is present on a day is yet to come.
        """
        governor, starts = token, self.parsed.starts
        while governor.head != governor and (
            governor.pos_ not in _GOVERNORS
            or span.start <= starts[governor.i] < span.end
        ):
            governor = governor.head
        if _done(governor):
            return Tense.PAST
        if self._story.term(span, clause_verb(governor)):
            return Tense.FUTURE
        tense = view_of(governor, self.lexicon).stance.tense
        scheduled = tense is Tense.PRESENT and verbal(governor)
        return Tense.FUTURE if scheduled else tense


def _done(verb: "Token") -> bool:
    """As in "the terms, announced Friday", wherever the tree hangs the participle."""
    bare = not any(c.dep_ in ("aux", "auxpass", "mark") for c in verb.children)
    return verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl") and bare


def _finer(one: Interval | None, own: Interval) -> bool:
    """Whether an interval lies within another and is shorter."""
    if one is None or one.begin is None or own.begin is None or own.begin != own.end:
        return False
    inside = one.begin.startswith(own.begin) and one.begin == one.end
    return inside and len(one.begin) > len(own.begin)


def _closer(own: Interval, whole: Interval | None) -> Interval:
    """What "April" is in "April next year" or in "since April"."""
    if whole is None or own.begin is None:
        return own
    since = whole.begin if whole.end is None else None
    if since and own.begin == own.end and since[4:] == own.begin[4:]:
        return Interval(since, since)
    return whole if length(whole) == length(own) else own

"""What a time expression is seen from, beyond its own sentence.

Who is quoted says "today" on the day of speaking; a report of yesterday's match tells
"the last game of the day"; "last summer" ends in August where all that is named lies in
the north, and in February in the south.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.lexicon import Lexicon
from kg.model import Article, Interval, Span, Tense
from kg.parse import Parsed
from kg.parse.passages import passages
from kg.parse.quotations import quotations
from kg.stance import clause_verb
from kg.syntax import infinitive, lemma_forms
from kg.times import TimeExpression, TimeWords, counted_from_day, normalise, place_times

if TYPE_CHECKING:
    from spacy.tokens import Token

_KEPT = 4
_STATE = "Country"
_DAY = 10  # letters of an ISO day


@dataclass(frozen=True)
class Story:
    """The places and the days of one article."""

    parsed: Parsed
    words: TimeWords
    lexicon: Lexicon

    def place(
        self, span: Span, tense: Tense, before: Interval | None = None
    ) -> Interval | None:
        """The interval of a time expression of the article: see `normalise`.

        Args:
            span: where it stands.
            tense: of its clause.
            before: the event that "three days after" is counted from.
        """
        article = self.parsed.article
        quote = self._quote(span)
        day = self._told(span.start if quote is None else quote.start)
        said = None if quote is None else self._said_on(quote) or day
        return normalise(
            span.cut(article.text),
            self.words,
            published=said or counted_from_day(article, self.words),
            tense=tense,
            before=before,
            story=Interval(day, day) if day and quote is None else None,
            south=self._south() if self._season(span) else None,
        )

    def find(
        self,
        sentence: Span,
        tense: Tense,
        before: Interval | None = None,
        verb: "Token | None" = None,
    ) -> Iterator[TimeExpression]:
        """The time expressions of a sentence, each with its code points in it.

        Args:
            sentence: where it stands.
            tense: of the clause that they are looked for.
            before: the event that "three days after" is counted from.
            verb: of that clause.
        """
        article = self.parsed.article
        for one in place_times(
            sentence.cut(article.text),
            self.words,
            published=counted_from_day(article, self.words),
            tense=tense,
            before=before,
        ):
            at = sentence.start
            span = Span(at + one.span.start, at + one.span.end)
            term = verb is not None and self.term(span, verb)
            if term or self._quote(span) is not None or self._season(span):
                seen = Tense.FUTURE if term else tense
                one = replace(one, interval=self.place(span, seen, before))
            yield one

    def term(self, span: Span, verb: "Token") -> bool:
        """As in "postponed it until Tuesday", "gave them until May to leave": ahead.

        Not in "waited until Tuesday", "did not extend it until Tuesday".
        """
        starts, has = self.parsed.starts, self.lexicon.has
        told = span.cut(self.parsed.article.text).lower()
        if not any(told.startswith(f"{w} ") for w in self.words.of_kind("until")):
            return False
        if infinitive(verb) and span.start < starts[verb.i - 1]:
            verb = verb.head  # the tree hangs "until May" on leaving
        forms = lemma_forms(verb)
        to_do = any(infinitive(c) and starts[c.i] > span.start for c in verb.children)
        sets = has("TermVerb", *forms) or (to_do and has("DeadlineVerb", *forms))
        return sets and not any(child.dep_ == "neg" for child in verb.children)

    def _quote(self, span: Span) -> Span | None:
        """The quotation that an expression stands in."""
        return next((q for q in self.parsed.quotations if q.contains(span)), None)

    def _season(self, span: Span) -> bool:
        told = span.cut(self.parsed.article.text).lower().split()
        return not self.words.of_kind("season").keys().isdisjoint(told)

    def _told(self, before: int) -> str | None:
        """The day before, if no other has been told up to a code point of the text.

        Of an article that tells of several days, no word shows which is meant.
        """
        now = counted_from_day(self.parsed.article, self.words)
        days = _narrated(self.parsed.article, self.words) if now else ()
        told = {day for at, day in days if at < before}
        yesterday = now and (date.fromisoformat(now) - timedelta(1)).isoformat()
        return yesterday if told == {yesterday} else None

    def _said_on(self, quote: Span) -> str | None:
        """As in '"We will go today," he said on Monday': Monday."""
        article = self.parsed.article
        for at in (quote.start, quote.end - 1):
            sentence = self.parsed.sentence(self.parsed.token_at(at))
            days = _days(article, sentence, self.words, self.parsed.quotations)
            for start, day in days:
                verb = clause_verb(self.parsed.token_at(start))
                if self.lexicon.has("ReportingVerb", *lemma_forms(verb)):
                    return day
        return None

    def _south(self) -> bool | None:
        """Whether all states that are named lie in the south; None if only some do.

        States around the equator, which have no such seasons, do not count.
        """
        sides = {
            entry: term.need("value")
            for term in self.lexicon.schema.of("SeasonSide")
            for entry in term.all("entry")
        }
        named = (name.entries for name in self.parsed.names.values())
        entries = self.lexicon.entries
        states = {e for row in named for e in row if entries[e].one("class") == _STATE}
        found = {sides.get(state, "north") for state in states} - {"none"}
        return found == {"south"} if len(found) == 1 else None


@lru_cache(maxsize=_KEPT)
def _narrated(article: Article, words: TimeWords) -> tuple[tuple[int, str], ...]:
    """The single days that an article tells in its own voice, and where it tells them.

    Up to the day that it counts from, without a dateline; what is quoted is left out.
    """
    quoted = quotations(article)
    rows = (_days(article, passage, words, quoted) for passage in passages(article))
    return tuple(one for row in rows for one in row)


def _days(
    article: Article, within: Span, words: TimeWords, quoted: Sequence[Span]
) -> Iterator[tuple[int, str]]:
    """The days told in a stretch of an article outside of its quotations."""
    now = counted_from_day(article, words)
    told = within.cut(article.text)
    for one in place_times(told, words, published=now, tense=Tense.PAST):
        at = within.start
        span = Span(at + one.span.start, at + one.span.end)
        own = span != within and not any(quote.contains(span) for quote in quoted)
        day = _single(one.interval)
        if own and day and now and day <= now:
            yield span.start, day


def _single(interval: Interval | None) -> str | None:
    """The day that an interval is; None if it is longer, open or none."""
    if interval is None or interval.begin is None or interval.begin != interval.end:
        return None
    return interval.begin if len(interval.begin) == _DAY else None

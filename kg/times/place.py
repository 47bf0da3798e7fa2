"""The public verbs: find the time expressions of a sentence, and place them."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from kg.model import Interval, Span, Tense
from kg.times import days
from kg.times.find import Found, finder
from kg.times.grammar import grammar, plain
from kg.times.rules import Anchor
from kg.times.setting import Setting
from kg.times.words import TimeWords

# No expression is longer; what is may still hold one.
_LONGEST = 160
# Every event of a sentence, and of the next ones, asks for its expressions.
_KEPT = 64
_EDGES = " \t\r\n\f\v.,;:!?()[]\"'\u201c\u201d\u2018\u2013\u2014-"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression of a sentence.

    `span` is in code points of that sentence; `interval` is None for an expression
    that cannot be placed; `anchor` says how it is told: as a date of the calendar, with
    or without its year ("absolute"), from the day of the article ("deictic"), or from
    another event.
    """

    span: Span
    interval: Interval | None
    anchor: Anchor


def find_times(text: str, words: TimeWords) -> tuple[Span, ...]:
    """Find where a sentence tells a time.

    Words that only bound it belong to it ("since December 2015"), plain prepositions
    do not ("on" Friday).

    Args:
        text: one sentence; longer text is read the same way.
        words: the time words of the ontology; without words nothing is found but
            dates in figures.

    Returns:
        Spans in code points of the text, from left to right, none overlapping; empty
        if it tells no time.
    """
    return tuple(Span(one.start, one.end) for one in finder(words).find(text))


@lru_cache(maxsize=_KEPT)
def place_times(
    text: str,
    words: TimeWords,
    *,
    published: str | None,
    tense: Tense,
    before: Interval | None = None,
) -> tuple[TimeExpression, ...]:
    """Find the time expressions of a sentence and place each: see `normalise`."""
    return tuple(
        TimeExpression(
            Span(one.start, one.end),
            normalise(
                text[one.start : one.end],
                words,
                published=published,
                tense=tense,
                before=before,
            ),
            one.anchor,
        )
        for one in _found(text, words)
    )


@lru_cache(maxsize=_KEPT)
def _found(text: str, words: TimeWords) -> tuple[Found, ...]:
    return finder(words).find(text)


def counted_from(
    words_of_expression: str, words: TimeWords, known: Interval, *, forward: bool
) -> Interval | None:
    """Place one end of "three days after" by the other.

    Args:
        words_of_expression: the words, up to the one that says which comes first.
        words: the time words of the ontology.
        known: the interval of the end that is known.
        forward: whether what is known is what it is counted from.

    Returns:
        The interval of the other end; None if the words count nothing, or if the known
        end is not known as finely as their unit.
    """
    setting = Setting(None, Tense.PAST, known, backward=not forward)
    return _placer(words).place(words_of_expression, setting)


def normalise(
    words_of_expression: str,
    words: TimeWords,
    *,
    published: str | None,
    tense: Tense,
    before: Interval | None = None,
    story: Interval | None = None,
    south: bool | None = None,
) -> Interval | None:
    """Place a time expression on the calendar.

    Days are days, weeks ISO weeks (Monday to Sunday), months and years themselves;
    "since" and "until" leave an end open; N weeks ago is the ISO week of that day, N
    years ago a year; seasons are the year they lie in, or three months where their side
    of the equator is known.

    Args:
        words_of_expression: the words, with or without their preposition.
        words: the time words of the ontology.
        published: ISO date (YYYY-MM-DD) of the article; None places nothing that is
            told relative to it.
        tense: of the clause: whether "on Friday" is the last or the coming one.
        before: the interval of the event that "three days after" or "the same day"
            is counted from; None places no such expression.
        story: the one day that the article tells of: "the day", where no event before
            is as near.
        south: whether seasons are those of the south; None if nothing shows it.

    Returns:
        The interval, or None: no time expression, too vague, no such day, or told
        relative to something that is not known.

    Raises:
        ValueError: if `published` is not an ISO date.
    """
    now = date.fromisoformat(published) if published is not None else None
    setting = Setting(now, tense, before, story=story, south=south)
    return _placer(words).place(words_of_expression, setting)


class _Placer:
    """Takes an expression apart until a rule of the grammar knows the rest."""

    def __init__(self, words: TimeWords) -> None:
        self._words = words
        self._grammar = made = grammar(words)
        self._bounds: tuple[tuple[re.Pattern[str], _Bound], ...] = (
            (made.compiled("(?:{SINCE}) (?P<rest>.+)"), _since),
            (made.compiled("(?:{UNTIL}|{BY}) (?P<rest>.+)"), _until),
            (made.compiled("{BEFORE} (?P<rest>.+)"), _before),
            (made.compiled("{AFTER} (?P<rest>.+)"), _after),
        )
        self._ranges = (
            made.compiled("{BETWEEN} (?P<first>.+?) {AND} (?P<last>.+)"),
            made.compiled("(?:{FROM} )?(?P<first>.+?) {TO} (?P<last>.+)"),
            made.compiled(r"(?P<first>.+?)\s?[-\u2010-\u2013]\s?(?P<last>.+)"),
        )
        self._leaning = made.compiled("(?P<first>{n} {unit} {direction}) (?P<rest>.+)")
        self._dressing = made.compiled(
            r"(?:{PREPOSITION}|{FROM}|(?:{THE} )?(?:{HEDGE}|{PART}|{EDGE} {OF}))[-\s]+"
            "(?P<rest>.+)"
        )

    def place(self, text: str, setting: Setting) -> Interval | None:
        """The interval of some words, by the first of the ways that knows them."""
        if len(text) <= _LONGEST:
            core = plain(text).strip(_EDGES)
            for way in (
                self._whole,
                self._counted,
                self._bounded,
                self._range,
                self._undressed,
            ):
                try:
                    answer = way(core, setting)
                except (ValueError, OverflowError):  # no calendar has that day
                    return None
                if answer is not None:
                    return answer.interval
        return self._inner(text, setting)

    def _whole(self, core: str, setting: Setting) -> "_Answer | None":
        """By the first rule that matches all of it."""
        parse = next(self._grammar.parses(core), None)
        if parse is None:
            return None
        return _Answer(parse.rule.meaning(parse.fields, setting))

    def _counted(self, core: str, setting: Setting) -> "_Answer | None":
        """Place "three days after 19 March": from the day that is told."""
        match = self._leaning.fullmatch(core)
        told = self.place(match["rest"], setting) if match else None
        if match is None or told is None:
            return None
        return _Answer(self.place(match["first"], replace(setting, before=told)))

    def _bounded(self, core: str, setting: Setting) -> "_Answer | None":
        """Place "Since December 2015": by what stands behind the bounding word."""
        for pattern, bound in self._bounds:
            match = pattern.fullmatch(core)
            if match:
                if bound is _since:
                    setting = replace(setting, latest=setting.published)
                inner = self.place(match["rest"], setting)
                return _Answer(bound(inner) if inner else None)
        return None

    def _range(self, core: str, setting: Setting) -> "_Answer | None":
        """Place "From May to July 2018": the begin is the last such before the end."""
        for pattern in self._ranges:
            match = pattern.fullmatch(core)
            end = self.place(match["last"], setting) if match else None
            if match is None or end is None or end.end is None:
                continue
            latest = replace(setting, latest=days.last_day(end.end))
            begin = self.place(match["first"], latest)
            if begin and begin.begin and not _backwards(begin.begin, end.end):
                return _Answer(Interval(begin.begin, end.end))
        return None

    def _undressed(self, core: str, setting: Setting) -> "_Answer | None":
        """Place "Early Monday", "about three days ago", "mid-September"."""
        match = self._dressing.fullmatch(core)
        if match is None:
            return None
        return _Answer(self.place(match["rest"], setting))

    def _inner(self, text: str, setting: Setting) -> Interval | None:
        """Place "The 1950-53 Korean War": by the one expression that stands inside."""
        found = finder(self._words).find(text)
        inner = [text[one.start : one.end] for one in found]
        if len(inner) != 1 or len(inner[0]) >= len(text):
            return None
        return self.place(inner[0], setting)


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a way of reading says, which may be that it cannot be placed."""

    interval: Interval | None


_Bound = Callable[[Interval], Interval | None]


def _since(inner: Interval) -> Interval | None:
    return Interval(inner.begin, None) if inner.begin else None


def _until(inner: Interval) -> Interval | None:
    return Interval(None, inner.end) if inner.end else None


def _before(inner: Interval) -> Interval | None:
    """Up to the day, month or year in front of it, as fine as it is told itself."""
    return Interval(None, days.neighbour(inner.begin, -1)) if inner.begin else None


def _after(inner: Interval) -> Interval | None:
    """From the day, month or year behind it."""
    return Interval(days.neighbour(inner.end, 1), None) if inner.end else None


def _backwards(begin: str, end: str) -> bool:
    return days.first_day(begin) > days.last_day(end)


@lru_cache(maxsize=4)
def _placer(words: TimeWords) -> _Placer:
    return _Placer(words)

"""Where time expressions stand in a sentence."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.times.doubts import POSSESSIVE, Doubts, Site, left
from kg.times.grammar import grammar, plain
from kg.times.rules import ABSOLUTE, EVENT, Anchor
from kg.times.words import TimeWords

_CLOSING = re.compile(r"\s*(?:\Z|[.,;:!?)\]\"\u201d\u2013\u2014])")
_HIDDEN = "\x00"
_NO_RANGE = ("vague", "same", "the unit", "within", "ago")
_LEANING = ("from event", *_NO_RANGE)


@dataclass(frozen=True, slots=True)
class Found:
    """One expression: its code points, the name of its rule and its anchor."""

    start: int
    end: int
    rule: str
    anchor: Anchor


class Finder:
    """The grammar, with the patterns of words that belong to an expression."""

    def __init__(self, words: TimeWords) -> None:
        """Compile the patterns; linear in the number of words."""
        self._grammar = made = grammar(words)
        self._doubts = Doubts(made)
        self._mask = made.compiled("{MASK}")
        self._dressing = made.leading(
            "(?:{THE} )?(?:{EDGE} {OF}(?: {THE})?|{PART}(?:-| {PREPOSITION}| {THE})?)"
        )
        self._open = made.leading("(?:{SINCE}|{UNTIL})")
        self._beside = made.leading("(?:{BEFORE}|{AFTER})")
        self._by = made.leading("{BY}")
        self._from = made.leading("{FROM}")
        self._between = made.leading("{BETWEEN}")
        self._to = re.compile(made.body(" {TO} "))
        self._and = re.compile(made.body(" {AND} "))
        self._dash = re.compile(r"\s?[-\u2010-\u2013]\s?")

    def find(self, text: str) -> tuple[Found, ...]:
        """Expressions of one sentence from left to right, none overlapping."""
        lower = self._mask.sub(lambda m: _HIDDEN * len(m[0]), plain(text))
        found = [
            Found(*match.span(), rule.name, rule.anchor)
            for rule, match in self._grammar.matches(lower)
            if not self._doubts.any(rule.name, Site(text, lower, match))
        ]
        dressed = [self._dress(one, lower) for one in _longest(found)]
        joined = self._ranges(_longest(dressed), lower)
        return tuple(self._apart(joined, lower))

    def _apart(self, found: Iterable[Found], lower: str) -> Iterator[Found]:
        """Each with the word that bounds it, if that is not part of the one before."""
        end = 0
        for one in found:
            bounded = self._bounded(one, lower)
            yield bounded if bounded.start >= end else one
            end = one.end

    def _dress(self, one: Found, lower: str) -> Found:
        """Extend to "early" Monday, "the end of" March, "mid-"September."""
        return self._from_left(one, self._dressing, lower)

    def _from_left(self, one: Found, pattern: re.Pattern[str], lower: str) -> Found:
        match = left(pattern, lower, one.start)
        start = match.start() if match else one.start
        return Found(start, one.end, one.rule, one.anchor)

    def _ranges(self, found: Iterable[Found], lower: str) -> Iterator[Found]:
        """Join "from 2014 to 2016", "between May and July", "Monday-Wednesday"."""
        waiting: Found | None = None
        for one in found:
            joined = waiting and self._joined(waiting, one, lower)
            if waiting and not joined:
                yield waiting
            waiting = joined or one
        if waiting:
            yield waiting

    def _joined(self, first: Found, last: Found, lower: str) -> Found | None:
        """One range of two expressions, if the words between them say so."""
        if first.rule in ("range", *_NO_RANGE) or last.rule in ("range", *_LEANING):
            return None
        between = lower[first.end : last.start]
        if first.rule == "from event" and between.isspace():
            return self._counted(first, last, lower)
        if first.rule == "from event":
            return None
        opening = self._from
        if self._and.fullmatch(between) and left(self._between, lower, first.start):
            opening = self._between
        elif not self._to.fullmatch(between) and not self._dash.fullmatch(between):
            return None
        opened = self._from_left(first, opening, lower)
        if opened == first and first.rule != last.rule:
            return None
        anchor = last.anchor if first.anchor == ABSOLUTE else first.anchor
        return Found(opened.start, last.end, "range", anchor)

    def _counted(self, first: Found, last: Found, lower: str) -> Found | None:
        """Join "three days after" and "19 March", but not "19 March's summit"."""
        if not _CLOSING.match(lower, last.end):
            return None
        return Found(first.start, last.end, "range", last.anchor)

    def _bounded(self, one: Found, lower: str) -> Found:
        """Extend to "since" December 2015, "until" 31 July, "by" Friday.

        Not "since Monday's summit", nor "after Friday prayers".
        """
        if one.rule in ("range", "vague") or POSSESSIVE.match(lower, one.end):
            return one
        if one.anchor == EVENT and one.rule != "same":
            return one
        bounded = self._from_left(one, self._open, lower)
        if bounded == one and _CLOSING.match(lower, one.end):
            bounded = self._from_left(one, self._beside, lower)
        if bounded == one and one.rule != "month":
            bounded = self._from_left(one, self._by, lower)
        return bounded


def _longest(found: Iterable[Found]) -> Iterator[Found]:
    """The leftmost of those that overlap, and of those the longest."""
    end = 0
    for one in sorted(found, key=lambda f: (f.start, -f.end, f.rule)):
        if one.start >= end:
            yield one
            end = one.end


@lru_cache(maxsize=4)
def finder(words: TimeWords) -> Finder:
    """The finder over some words, compiled once."""
    return Finder(words)

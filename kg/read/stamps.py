"""Dates and times as pages print them: "Thu, 01/04/2018 - 21:59", "3 hours ago".

Decides whether the end of a line is a stamp, and reads the calendar date of one.
Numeric dates whose day and month could be swapped are given no date; nothing here is
relative to today.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kg.read.cues import FurnitureCues

TRIM = " \t\xa0•·|,;:()[]\u2013\u2014-/.\u200e\u200f"
_CLOCK = re.compile(r"\d{1,2}:\d{2}(:\d{2})?([ap]\.?m)?z?|\d{1,2}(\.\d{2})?[ap]\.?m")
_NUMERIC = re.compile(r"(\d{1,4})([-/.])(\d{1,2})\2(\d{2,4})")
_ISO_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})t\d{2}:\d{2}\S*")
_NUMBER = re.compile(r"(\d{1,4})(?:st|nd|rd|th)?")
_LONGEST = 30
_YEARS = range(1000, 3000)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A line taken apart: the words before its stamp, and what the stamp holds.

    `tokens` are the words of the stamp, trimmed and lower-case. An empty stamp has
    no tokens.
    """

    before: tuple[str, ...]
    tokens: tuple[str, ...]
    relative: bool
    clock: bool
    dated: bool

    @property
    def complete(self) -> bool:
        """Whether it is what a site sets on a comment: "2 days ago", date and time."""
        return self.relative or (self.clock and self.dated)


def read_stamp(words: str, cues: FurnitureCues) -> Stamp:
    """Take the stamp off the end of a line; a line without one keeps all its words.

    Lines of more than thirty words carry no stamp.
    """
    parts = words.split()
    trimmed = [part.strip(TRIM).lower() for part in parts]
    cut = len(parts)
    if cut <= _LONGEST:
        while cut and (not trimmed[cut - 1] or is_time(trimmed[cut - 1], cues)):
            cut -= 1
    tokens = tuple(token for token in trimmed[cut:] if token)
    counted = any(token in cues.time_unit for token in tokens)
    months = any(month_of(token, cues) for token in tokens)
    numbers = any(_NUMBER.fullmatch(token) for token in tokens)
    return Stamp(
        before=tuple(parts[:cut]),
        tokens=tokens,
        relative=counted and any(token in cues.ago for token in tokens),
        clock=any(_CLOCK.fullmatch(t) or _ISO_TIME.fullmatch(t) for t in tokens),
        dated=(months and numbers) or any(_is_date(token) for token in tokens),
    )


def is_time(token: str, cues: FurnitureCues) -> bool:
    """Whether a trimmed lower-case word can be part of a date or time."""
    known = (cues.weekday, cues.time_unit, cues.time_word, cues.ago)
    return (
        any(token in words for words in known)
        or month_of(token, cues) > 0
        or any(p.fullmatch(token) for p in (_CLOCK, _NUMBER))
        or _is_date(token)
    )


def month_of(token: str, cues: FurnitureCues) -> int:
    """The number of a month (1 to 12) by its name, 0 for any other word."""
    for number, names in enumerate(cues.months, start=1):
        if token in names:
            return number
    return 0


def calendar_date(tokens: Sequence[str], cues: FurnitureCues) -> str | None:
    """The first full date among trimmed lower-case words, as YYYY-MM-DD.

    Reads "march 25 2019", "25 march 2019", "25th of march 2019", "2019-03-25",
    "2019.3.25" and "25/03/2019"; 03/04/2019 could be two days, and is none.
    """
    words = [token for token in tokens if token not in cues.name_joiner]
    for index, word in enumerate(words):
        found = _numeric_date(word)
        if found is None and (month := month_of(word, cues)):
            found = _worded_date(words, index, month)
        if found is not None:
            return found
    return None


def trimmed(words: str) -> list[str]:
    """The words of a line in lower case, without the marks around each."""
    tokens = (part.strip(TRIM).lower() for part in words.split())
    return [token for token in tokens if token]


def _is_date(token: str) -> bool:
    return bool(_NUMERIC.fullmatch(token) or _ISO_TIME.fullmatch(token))


def _worded_date(words: Sequence[str], at: int, month: int) -> str | None:
    """Read "March 25 2019" or "25 March 2019", the month standing at `at`."""
    before = _number(words[at - 1]) if at else None
    after = [*map(_number, words[at + 1 : at + 3]), None, None]
    return _iso(after[0], month, before) or _iso(after[1], month, after[0])


def _numeric_date(token: str) -> str | None:
    if iso := _ISO_TIME.fullmatch(token):
        token = iso.group(1)
    match = _NUMERIC.fullmatch(token)
    if match is None:
        return None
    first, middle, last = (int(match.group(group)) for group in (1, 3, 4))
    if first in _YEARS:
        return _iso(first, middle, last)
    readings = {_iso(last, middle, first), _iso(last, first, middle)} - {None}
    return readings.pop() if len(readings) == 1 else None


def _number(token: str) -> int | None:
    match = _NUMBER.fullmatch(token)
    return int(match.group(1)) if match else None


def _iso(year: int | None, month: int, day: int | None) -> str | None:
    if year is None or day is None or year not in _YEARS:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None

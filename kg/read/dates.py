"""The date of an article: as a field gives it, or as its own text does.

Decides on one ISO date (YYYY-MM-DD) or none. A date in the text counts only where
news puts the article's own: after "Published", in a dateline, in a byline, or alone
on a line near the top. Nothing is counted from today.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from kg.model import Furniture
from kg.read.comments import COMMENTS
from kg.read.cues import FurnitureCues
from kg.read.lines import Line, begins, split_lines
from kg.read.stamps import TRIM, calendar_date, is_time, read_stamp, trimmed

_ISO = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ].*)?", re.DOTALL)
_HEAD = 10  # lines
_DATELINE = 20  # words
_PLACE = 5  # words
_OPENING = ("(", "/", "-", "\u2014", "\u2013")
_CLOSING = (")", "--", "\u2014", "\u2013", ":", "/")


def iso_date(written: str) -> str | None:
    """The date part of an ISO date or timestamp, in its own time zone.

    >>> iso_date("2019-03-25T01:30:00+09:00")
    '2019-03-25'

    The time is not looked at. What does not begin with YYYY-MM-DD, or is no day of
    the calendar, is None.
    """
    match = _ISO.fullmatch(written.strip())
    try:
        return date.fromisoformat(match.group(1)).isoformat() if match else None
    except ValueError:
        return None


def date_in_text(
    text: str, furniture: Sequence[Furniture], cues: FurnitureCues
) -> str | None:
    """Find the date that the text gives as its own, the surest place first.

    Comments are not looked at. Dates alone on lines count only if they are one date:
    several are a timeline.
    """
    lines = list(_lines_with_reasons(text, furniture))
    return next(
        (
            found
            for place in (_published, _dateline, _byline, _alone)
            if (found := place(lines, cues)) is not None
        ),
        None,
    )


_Marked = tuple[Line, str | None]


def _lines_with_reasons(text: str, furniture: Sequence[Furniture]) -> Iterator[_Marked]:
    """The lines above the comments, each with the furniture that it is."""
    blocks = iter(furniture)
    block = next(blocks, None)
    for line in split_lines(text):
        while block is not None and block.span.end <= line.span.start:
            block = next(blocks, None)
        inside = block is not None and block.span.contains(line.span)
        reason = block.reason if block is not None and inside else None
        if reason == COMMENTS:
            return
        yield line, reason


def _published(lines: Sequence[_Marked], cues: FurnitureCues) -> str | None:
    """Wherever "Published 25 March 2019" stands; "Updated" tells another day."""
    for line, reason in lines:
        if reason == "publication line" and begins(line.core, cues.publication):
            found = calendar_date(trimmed(line.core), cues)
            if found is not None:
                return found
    return None


def _dateline(lines: Sequence[_Marked], cues: FurnitureCues) -> str | None:
    for line, reason in lines[:_HEAD]:
        if reason is None and (found := _after_place(line.words, cues)) is not None:
            return found
    return None


def _after_place(words: str, cues: FurnitureCues) -> str | None:
    """The date in "SEOUL, March 25, 2019 (Agency) --"; not in "On March 25, 2019"."""
    parts = words.split(maxsplit=_DATELINE)[:_DATELINE]
    times = [is_time(token, cues) for token in (t.strip(TRIM).lower() for t in parts)]
    if True not in times[: _PLACE + 1] or times[0]:
        return None
    begin = times.index(True)
    end = next((i for i in range(begin, len(parts)) if not times[i]), len(parts))
    place = parts[:begin]
    named = place[-1].endswith(",") or " ".join(place).isupper()
    if not named or not all(word.strip("(")[:1].isupper() for word in place):
        return None
    closed = parts[end - 1].endswith(_CLOSING)
    if not closed and not (end < len(parts) and parts[end].startswith(_OPENING)):
        return None
    return calendar_date(trimmed(" ".join(parts[begin:end])), cues)


def _byline(lines: Sequence[_Marked], cues: FurnitureCues) -> str | None:
    """A byline with a date: "By Ana Lima, March 25, 2019"."""
    for line, reason in lines[:_HEAD]:
        if reason == "byline":
            found = calendar_date(read_stamp(line.words, cues).tokens, cues)
            if found is not None:
                return found
    return None


def _alone(lines: Sequence[_Marked], cues: FurnitureCues) -> str | None:
    """A line such as "Friday, July 21, 2017" near the top, and no other of its kind."""
    top = {day for line, _ in lines[:_HEAD] if (day := _only_date(line, cues))}
    rest = {day for line, _ in lines[_HEAD:] if (day := _only_date(line, cues))}
    return top.pop() if len(top) == 1 and rest <= top else None


def _only_date(line: Line, cues: FurnitureCues) -> str | None:
    if not any(character.isdigit() for character in line.words):
        return None
    stamp = read_stamp(line.words, cues)
    return None if stamp.before else calendar_date(stamp.tokens, cues)

"""Time expressions of the public sets: whether ours mean the same days.

The sets mark where the expressions stand; what is measured is the value alone. Each is
placed as the pipeline would: by the day of the article and the tense of its clause.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from kg.errors import KgError
from kg.evaluate.figures import Figures, share
from kg.evaluate.public.sets import PublicSet, Row
from kg.model import Article, Interval, Span
from kg.times import TimeExpression

Place = Callable[[Article, Sequence[Span]], Sequence[TimeExpression | None]]
"""Places given expressions of an article; None for words that tell no time to it."""
Days = tuple[date | None, date | None]

_MONTHS = {"H": 6, "Q": 3}
_REFERENCES = ("PAST_REF", "PRESENT_REF", "FUTURE_REF")
_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?:W(?P<week>\d\d)(?:-(?P<end>WE))?|(?P<part>[HQ])(?P<n>\d)"
    r"|(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T.*)?)?))?"
)
_SPAN = re.compile(r"(?P<years>\d{2,3})X{0,2}")
_UNSAID = re.compile(r"-(?:WXX|[QH]X|XX(?:-XX)?)$|X(?:-XX-XX)?$")


def score_times(
    public: PublicSet, rows: Sequence[Row], place: Place
) -> dict[str, Figures]:
    """Score the values of the expressions that a set gives; nothing if it gives none.

    `accuracy` is over all of them. An expression is right when both its ends are the
    gold's to the day: "1998-W02" is Monday to Sunday, "1998-Q1" January to March, "199"
    the decade from 1990; the hour of a day is not looked at, and a season is no year.
    Where the gold leaves a part open ("1998-QX", "199X", "1998-01-XX"), ours lies
    within the rest. "now", "recently" and the like have no days (PRESENT_REF,
    PAST_REF, FUTURE_REF): right when ours knows the words for a time and places them
    nowhere, or at the day of the article if they mean the present. `placed` counts
    what has an interval, `calendar` is the accuracy without those references. A value
    that is no date ("P1W" for a DATE) stays in, as a miss.
    """
    field = public.terms.get("times")
    if field is None:
        return {}
    try:
        figures = _counted(public, rows, place, field)
    except (KeyError, TypeError, ValueError) as error:
        message = f"{public.file}: {error!r}; this is not {public.terms['about']}"
        raise KgError(message) from error
    return {f"{public.name}_dates": figures}


def _counted(
    public: PublicSet, rows: Sequence[Row], place: Place, field: str
) -> Figures:
    right = placed = gold = calendar = dates = 0
    for row in rows:
        article = public.article(row)
        given = [d for d in row[field] if d.get("type", "DATE") == "DATE"]
        given.sort(key=lambda one: int(one["char_start"]))
        spans = [Span(one["char_start"], one["char_end"]) for one in given]
        for theirs, ours in zip(given, place(article, spans), strict=True):
            hit = same_time(theirs, ours, article.published)
            told = theirs.get("value") not in _REFERENCES
            gold, right = gold + 1, right + hit
            dates, calendar = dates + told, calendar + (told and hit)
            placed += ours is not None and ours.interval is not None
    shares: Figures = {
        "accuracy": share(right, gold),
        "calendar": share(calendar, dates),
    }
    return {**shares, "placed": placed, "gold": gold}


def same_time(
    theirs: Mapping[str, str], ours: TimeExpression | None, published: str | None
) -> bool:
    """Whether an expression means what the gold says, as `score_times` counts."""
    interval = None if ours is None else ours.interval
    value = theirs.get("value") or theirs.get("when")
    if value in _REFERENCES:
        now = interval is not None and interval.begin == interval.end == published
        return ours is not None and (
            interval is None or (now and value == "PRESENT_REF")
        )
    if interval is None:
        return False
    if value is None:
        exact = "from" in theirs
        bounds = (
            _day(theirs.get("from") or theirs.get("notBefore"), last=False),
            _day(theirs.get("to") or theirs.get("notAfter"), last=True),
        )
        return _ends(interval) == bounds if exact else _within(interval, bounds)
    if _UNSAID.search(value):
        return _within(interval, _days(_UNSAID.sub("", value)))
    return _ends(interval) == _days(value) != (None, None)


def _within(interval: Interval, bounds: Days) -> bool:
    begin, end = _ends(interval)
    first, last = bounds
    if bounds == (None, None) or None in (begin, end):
        return False
    after = first is None or (begin is not None and begin >= first)
    return after and (last is None or (end is not None and end <= last))


def _ends(interval: Interval) -> Days:
    return _day(interval.begin, last=False), _day(interval.end, last=True)


def _day(iso: str | None, *, last: bool) -> date | None:
    """The first or the last day of an ISO year, month or day; None for None."""
    return None if iso is None else _days(iso)[1 if last else 0]


def _days(value: str) -> Days:
    """First and last day of a TIMEX3 value (ISO 8601 and quarters); None if no date."""
    if match := _SPAN.fullmatch(value):
        size = 10 ** (4 - len(match["years"]))
        first = int(match["years"]) * size
        return date(first, 1, 1), date(first + size - 1, 12, 31)
    match = _VALUE.fullmatch(value)
    if match is None:
        return None, None
    year = int(match["year"])
    if match["week"]:
        monday = date.fromisocalendar(year, int(match["week"]), 1)
        first_day = monday + timedelta(5 if match["end"] else 0)
        return first_day, monday + timedelta(6)
    if match["day"]:
        day = date(year, int(match["month"]), int(match["day"]))
        return day, day
    months = _MONTHS.get(match["part"] or "", 1 if match["month"] else 12)
    first_month = int(match["month"] or (int(match["n"] or 1) - 1) * months + 1)
    after = year * 12 + first_month - 1 + months
    end = date(after // 12, after % 12 + 1, 1) - timedelta(1)
    return date(year, first_month, 1), end

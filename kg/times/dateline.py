"""The day that an article counts from: that of its own dateline, where it has one.

Archives date an article by the day that it was begun or stored; "yesterday" is counted
from the day that the article itself puts above its text.
"""

from datetime import date
from functools import lru_cache

from kg.model import Article, Tense
from kg.times.place import place_times
from kg.times.rules import ABSOLUTE
from kg.times.words import TimeWords

_LINES = 3
_LENGTH = 60  # code points: "Wednesday, September 30, 2015"
_APART = 3  # days
_KEPT = 64
_DAY = 10  # letters of an ISO day


def counted_from_day(article: Article, words: TimeWords) -> str | None:
    """The ISO day that an article's "yesterday" is counted from; None if it has none.

    The day on a line of its own near the top ("Friday, July 21, 2017"), if it lies
    within three days of the publication; else the publication.
    """
    published = article.published
    if published is None:
        return None
    return _day(tuple(article.text.split("\n", _LINES)[:_LINES]), words, published)


@lru_cache(maxsize=_KEPT)
def _day(lines: tuple[str, ...], words: TimeWords, published: str) -> str:
    for line in (one.strip() for one in lines):
        if not any(c.isdigit() for c in line[-4:]) or len(line) > _LENGTH:
            continue
        placed = place_times(line, words, published=None, tense=Tense.PAST)
        whole = [p for p in placed if p.span.end - p.span.start == len(line)]
        for one in (p for p in whole if p.interval and p.anchor == ABSOLUTE):
            day = one.interval.begin if one.interval else None
            if day and len(day) == _DAY and _near(day, published):
                return day
    return published


def _near(day: str, published: str) -> bool:
    apart = date.fromisoformat(day) - date.fromisoformat(published)
    return abs(apart.days) <= _APART

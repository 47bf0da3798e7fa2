"""Where an article quotes: its stretches between quotation marks."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from itertools import groupby

from kg.model import Article, Span
from kg.parse.passages import passages

_MARK = re.compile("``|''|[\"\u00ab\u00bb\u201c\u201d]")
_STRAIGHT = '"'
_ENDING = re.compile("[\\s.,;:!?)\\]}'\u2019\u2013\u2014]|$")
_BEGINNING = re.compile("[\\s(\\[{'\u2018\u2013\u2014-]")


class _Side(Enum):
    OPENS = "opens"
    CLOSES = "closes"
    EITHER = "either"


_PAIRS = {
    "\u00ab": ("guillemets", _Side.OPENS),
    "\u00bb": ("guillemets", _Side.CLOSES),
    "\u201c": ("curly", _Side.OPENS),
    "\u201d": ("curly", _Side.CLOSES),
    "``": ("typed", _Side.OPENS),
    "''": ("typed", _Side.CLOSES),
}


@dataclass(frozen=True, slots=True)
class _Mark:
    """A quotation mark: where it stands, in which paragraph, and if it begins that."""

    span: Span
    kind: str
    side: _Side
    paragraph: int
    first: bool


def quotations(article: Article) -> tuple[Span, ...]:
    """Stretches between quotation marks, with the marks, from left to right.

    Marks inside a quotation of another kind are left alone. A quotation may run on
    into the next paragraph, which opens it again or has its closing mark; else it ends
    with its own, so that one lost mark does no harm further on. None for none.
    """
    marks = list(_marks(article))
    count = Counter(mark.paragraph for mark in marks if mark.kind == _STRAIGHT)
    reading = _Reading(passages(article))
    for _, row in groupby(marks, key=lambda mark: mark.paragraph):
        begun = reading.start is not None
        for mark in row:
            # they alternate, whatever stands beside them: 'a" new "order'
            loose = mark.kind == _STRAIGHT and count[mark.paragraph] % 2 == 0
            alone = loose and not begun
            reading.take(replace(mark, side=_Side.EITHER) if alone else mark)
    reading.cut()
    return tuple(reading.found)


@dataclass
class _Reading:
    """Reads marks from left to right."""

    paragraphs: Sequence[Span]
    start: _Mark | None = None
    last: int = 0  # the paragraph in which it was opened, or opened again
    found: list[Span] = field(default_factory=list)

    def take(self, mark: _Mark) -> None:
        """Open, open again or close a quotation."""
        if self.start and mark.kind == self.start.kind:
            apart = mark.paragraph - self.last
            if mark.first and apart == 1 and mark.side is not _Side.CLOSES:
                self.last = mark.paragraph
                return
            if _ends(mark, apart):
                self.found.append(Span(self.start.span.start, mark.span.end))
                self.start = None
                return
        if self.start and mark.kind == self.start.kind and mark.paragraph > self.last:
            self.cut()
        if self.start is None and mark.side is not _Side.CLOSES:
            self.start, self.last = mark, mark.paragraph

    def cut(self) -> None:
        """End what was not closed with its paragraph."""
        if self.start:
            end = self.paragraphs[self.last].end
            self.found.append(Span(self.start.span.start, end))
            self.start = None


def _ends(mark: _Mark, apart: int) -> bool:
    """Whether a mark closes what was opened that many paragraphs before."""
    if mark.side is _Side.CLOSES:
        return apart <= 1 or mark.kind != _STRAIGHT
    return apart == 0 and mark.kind == _STRAIGHT


def _marks(article: Article) -> Iterator[_Mark]:
    """The marks of what is parsed, from left to right."""
    text, paragraphs = article.text, passages(article)
    starts = [paragraph.start for paragraph in paragraphs]
    for match in _MARK.finditer(text):
        at = bisect_right(starts, match.start()) - 1
        if at >= 0 and match.start() < paragraphs[at].end:
            kind, side = _PAIRS.get(match[0]) or (_STRAIGHT, _side(text, match.start()))
            first = match.start() == starts[at]
            yield _Mark(Span(*match.span()), kind, side, at, first)


def _side(text: str, at: int) -> _Side:
    """Which way a straight mark points, by what stands beside it."""
    begins = at == 0 or _BEGINNING.match(text[at - 1]) is not None
    ends = _ENDING.match(text[at + 1 : at + 2]) is not None
    if begins == ends:
        return _Side.EITHER
    return _Side.OPENS if begins else _Side.CLOSES

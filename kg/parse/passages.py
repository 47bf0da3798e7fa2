"""An article's text cut into the passages that are parsed one by one.

Furniture is left out. A blank line ends a passage; so does a single line break after a
short line or a full stop (a headline, a list), while a line break inside hard-wrapped
prose does not. Where a line is longer than hard-wrapped ones are, every break ends one.
"""

import re
from collections.abc import Iterator

from kg.model import Article, Span

_ENDS = re.compile(r"[.!?:;\"”’')\]]\s*$")
_SHORT = 60
_WRAPPED = 120  # a text with longer lines than this is not hard-wrapped

# One character for one character, so that offsets hold: the tokeniser knows only the
# straight marks, and a curly possessive would stick to the name before it.
_PLAIN = str.maketrans(
    {
        "\N{RIGHT SINGLE QUOTATION MARK}": "'",
        "\N{LEFT SINGLE QUOTATION MARK}": "'",
        "\N{MODIFIER LETTER APOSTROPHE}": "'",
        "\N{LEFT DOUBLE QUOTATION MARK}": '"',
        "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
        "\N{NO-BREAK SPACE}": " ",
        "\N{NON-BREAKING HYPHEN}": "-",
        "\N{HYPHEN}": "-",
        "\n": " ",
        "\r": " ",
        "\t": " ",
    }
)


def plain(text: str) -> str:
    """The text as the parser sees it: same length, plain quotes and spaces."""
    return text.translate(_PLAIN)


# "SEOUL, March 25 (Yonhap) - ": where and when it was filed is no part of the sentence
_DATELINE = re.compile(
    r"[A-Z][A-Z.'’-]+\b[^\n—–;:!?\"]{0,60}?\s*(?:—|–|--| - )\s*(?=\S)"
)


def passages(article: Article) -> tuple[Span, ...]:
    """The stretches of text to parse, in order; empty for an article without prose."""
    found = []
    wrapped = all(len(line) <= _WRAPPED for line in article.text.splitlines())
    for start, end in _open_ranges(article):
        found += list(_split(article.text, start, end, wrapped=wrapped))
    return tuple(found)


def _open_ranges(article: Article) -> Iterator[tuple[int, int]]:
    """What lies between the blocks of furniture."""
    start = 0
    for block in sorted(f.span for f in article.furniture):
        if start < block.start:
            yield start, block.start
        start = max(start, block.end)
    if start < len(article.text):
        yield start, len(article.text)


def _split(text: str, start: int, end: int, *, wrapped: bool) -> Iterator[Span]:
    begin = line = start
    while line < end:
        stop = text.find("\n", line, end)
        stop = end if stop < 0 else stop
        following = text[stop + 1 : end].lstrip("\r")
        blank = not following or following[0] == "\n"
        ends = blank or not wrapped or _closes(text[line:stop])
        if ends or not text[line:stop].strip():
            yield from _trimmed(text, begin, stop)
            begin = stop + 1
        line = stop + 1
    yield from _trimmed(text, begin, end)


def _closes(line: str) -> bool:
    return len(line.strip()) < _SHORT or _ENDS.search(line) is not None


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    words = text[start:end]
    body = words.strip()
    if body:
        left = start + words.index(body[0])
        filed = _DATELINE.match(body)
        if filed is not None:
            place = body[: filed.end()].rstrip(" -—–")
            yield Span(left, left + len(place))
            left, body = left + filed.end(), body[filed.end() :]
        yield Span(left, left + len(body))

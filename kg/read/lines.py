"""The lines of a text, and which of them are prose.

What stands on a page but is not the article comes as whole lines; this module cuts
them and says which read like sentences, so that furniture is never taken from prose.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.model import Span

_LINE = re.compile(r"[^\r\n]+")
_BREAK = re.compile(r"\r\n|\r|\n")
ORNAMENT = " \t\xa0•·*#|>»«<=_~-\u2013\u2014:.…[]()"
_CURLY = str.maketrans("\u2019\u2018", "''")
_ENDS = (".", "!", "?", "…", ":", ";", ",", '"', "”", "'", "\u2019", ")", "]")
_STOPS = (".", "!", "?")
_WRAPPED_LINE = 50
_PROSE_WORDS = 8
_WRAPPED_SHARE = 4


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank.

    `span` covers it from line break to line break (code points), `words` is it
    without outer blanks, `key` in lower case with plain apostrophes and single
    blanks, `core` the key without bullets, rules and colons around it. `apart` says
    that a blank line, or the start of the text, stands before it.
    """

    span: Span
    words: str
    key: str
    core: str
    apart: bool


def split_lines(text: str) -> tuple[Line, ...]:
    r"""Cut a text into its lines, blank ones left out; no text gives no lines.

    Lines end at "\n", "\r\n" or "\r" only: other separators are part of a line.

    >>> [line.core for line in split_lines("Tags:\r\n\r\n* One")]
    ['tags', 'one']
    """
    lines: list[Line] = []
    previous = 0
    for match in _LINE.finditer(text):
        words = match.group().strip()
        if not words:
            continue
        key = " ".join(words.translate(_CURLY).lower().split())
        gap = text[previous : match.start()]
        apart = not lines or len(_BREAK.findall(gap)) > 1
        span = Span(match.start(), match.end())
        lines.append(Line(span, words, key, key.strip(ORNAMENT), apart))
        previous = match.end()
    return tuple(lines)


def runs_on(line: Line, following: Line) -> bool:
    """Whether a sentence goes on in the next line, which begins in lower case.

    A short line does not run on: nobody breaks a sentence that early.
    """
    return (
        not following.apart
        and following.words[0].islower()
        and len(line.words) >= _WRAPPED_LINE
        and not line.words.endswith(_STOPS)
    )


def stands_alone(lines: Sequence[Line], index: int) -> bool:
    """Whether no sentence runs into the line or out of it."""
    line = lines[index]
    if index and runs_on(lines[index - 1], line):
        return False
    return index + 1 == len(lines) or not runs_on(line, lines[index + 1])


def begins(core: str, phrases: Sequence[str]) -> str | None:
    """The longest phrase that a line begins with, up to the end of a word."""
    fits = [p for p in phrases if core.startswith(p) and ends_word(core, len(p))]
    return max(fits, key=len, default=None)


def ends_word(words: str, at: int) -> bool:
    """Whether a word ends before the code point at `at`."""
    return not words[at - 1].isalnum() or not words[at : at + 1].isalnum()


def prose(lines: Sequence[Line]) -> tuple[bool, ...]:
    """Which lines read like running text, as opposed to headings, lists and links.

    Eight words or more, half of them in lower case, and the end of a sentence; in a
    text whose sentences are wrapped over lines, four words and no end will do.
    """
    wraps = sum(runs_on(a, b) for a, b in pairwise(lines))
    wrapped = wraps * _WRAPPED_SHARE > len(lines)
    return tuple(_is_prose(line.words, wrapped=wrapped) for line in lines)


def _is_prose(words: str, *, wrapped: bool) -> bool:
    tokens = words.split()
    low = sum(token[0].islower() for token in tokens)
    if wrapped:
        return 2 * len(tokens) >= _PROSE_WORDS and 2 * low >= len(tokens)
    ends = words.endswith(_ENDS)
    return ends and len(tokens) >= _PROSE_WORDS and 2 * low >= len(tokens)

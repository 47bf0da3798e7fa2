"""Which words stand between quotation marks, in which quotation, and who says them."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from kg.lexicon import Lexicon
from kg.parse import Parsed
from kg.syntax import subjects

if TYPE_CHECKING:
    from spacy.tokens import Token

_OPENS, _CLOSES = ("\u201c", "\u00ab"), ("\u201d", "\u00bb")
_EITHER = '"'
_TYPED = {"``": _OPENS[0], "''": _CLOSES[0]}


def quotations(parsed: Parsed) -> Mapping[int, int]:
    """The tokens inside quotations, each with the index of the mark that opens its own.

    A quotation ends with its paragraph, so that one lost mark does no harm further on:
    where paragraphs are quoted in a row, each has an opening mark.
    """
    found: dict[int, int] = {}
    opened: int | None = None
    for token, mark, fresh in _marks(parsed):
        if fresh:
            opened = None
        if mark in _OPENS or (mark == _EITHER and opened is None):
            opened = token.i
        elif mark in _CLOSES or mark == _EITHER:
            opened = None
        elif opened is not None:
            found[token.i] = opened
    return found


def _marks(parsed: Parsed) -> "Iterator[tuple[Token, str, bool]]":
    """Each token with its mark as the article has it, and if a paragraph begins."""
    text, end = parsed.article.text, 0
    for token in parsed.doc:
        start = parsed.starts[token.i]
        told = text[start : start + 2]
        yield token, _TYPED.get(told, told[:1]), "\n" in text[end:start]
        end = start + len(token)


def speakers(
    parsed: Parsed, quoted: Mapping[int, int], lexicon: Lexicon
) -> Mapping[int, frozenset[int]]:
    """The heads of those who say each quotation, by the mark that opens it.

    They are the subjects of the verbs of saying around it, in the sentences where it
    begins and ends; and of the one before, in "He erred," Ann said. "He lied."
    """
    ends = {opened: token for token, opened in quoted.items()}
    found: dict[int, frozenset[int]] = {}
    for opened, last in sorted(ends.items()):
        first = parsed.doc[opened].sent
        near = [t for s in (first, parsed.doc[last].sent) for t in s]
        if opened == first.start and opened:
            near += [t for t in parsed.doc[opened - 1].sent if t.i > (first.start - 9)]
        said = {
            t.i: t
            for t in near
            if t.i not in quoted and lexicon.has("ReportingVerb", t.lemma_)
        }
        heads = (s.i for verb in said.values() for s in subjects(verb))
        found[opened] = frozenset(h for h in heads if h not in quoted)
    return found

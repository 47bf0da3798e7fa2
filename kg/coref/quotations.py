"""Which words stand between quotation marks, in which quotation, and who says them."""

from bisect import bisect_left
from collections.abc import Mapping

from kg.lexicon import Lexicon
from kg.parse import Parsed
from kg.syntax import subjects


def quotations(parsed: Parsed) -> Mapping[int, int]:
    """The tokens inside quotations, each with the index of the mark that opens its own.

    The marks themselves are in none.
    """
    found: dict[int, int] = {}
    for quote in parsed.quotations:
        first = bisect_left(parsed.starts, quote.start)
        for at in range(first, bisect_left(parsed.starts, quote.end)):
            if not parsed.doc[at].is_quote:
                found[at] = first
    return found


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

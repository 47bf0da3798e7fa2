"""Short names that a text defines: "Baltic Fisheries Council (BFC)", and the other way.

The letters are aligned as by Schwartz and Hearst (2003): from the right, each letter of
the short form in the long one, the first at the beginning of a word.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kg.lexicon import Lexicon
from kg.parse.name import Name
from kg.parse.phrases import acronym, capital

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SPARE = 5  # words of the long form that may add no letter
_DEFAULT = "Organization"
_NAMED_SHORT = ("Organization", "Agreement", "NamedEvent", "Group", "Weapon")


# token bounds, class, and for a short form the bounds of the long one it abbreviates
Defined = tuple[int, int, str, tuple[int, int] | None]


def defined(doc: "Doc", names: Sequence[Name], lexicon: Lexicon) -> Iterator[Defined]:
    """Short forms that a passage defines, and the long ones that nobody knew.

    `names` are those that are known there already; a long form that is one of them
    gives its class, one that is not is yielded too.
    """
    ends = {n.end: n for n in names}
    begins = {n.start: n for n in names}
    for token in filter(acronym, doc):
        if token.i > 1 and token.i + 1 < len(doc):
            yield from _after_long(doc, token, ends, lexicon)
        if token.i + 3 < len(doc) and doc[token.i + 1].text == "(":
            yield from _before_long(doc, token, begins)


def _after_long(
    doc: "Doc", token: "Token", ends: dict[int, Name], lexicon: Lexicon
) -> Iterator[Defined]:
    """As in "Council (BFC)", "Council, or BFC,"."""
    bracketed = doc[token.i - 1].text == "(" and doc[token.i + 1].text[0] in "),;"
    told = doc[token.i - 1].lower_ == "or" and doc[token.i - 2].text == ","
    at = token.i - 1 if bracketed else token.i - 2
    if not (bracketed or told) or not at:
        return
    known = ends.get(at)
    start = _aligned(doc, token.text, at)
    if start is not None and (known is None or start < known.start):
        cls = known.cls if known is not None else _class(doc, start, at, lexicon)
        if cls is not None:
            yield start, at, cls, None
            yield token.i, token.i + 1, cls, (start, at)
    elif known is not None and ((bracketed and known.cls in _NAMED_SHORT) or start):
        long = None if start is None else (known.start, at)
        yield token.i, token.i + 1, known.cls, long


def _before_long(
    doc: "Doc", token: "Token", begins: dict[int, Name]
) -> Iterator[Defined]:
    """As in "BFC (Baltic Fisheries Council)"."""
    start = token.i + 2
    close = next((t.i for t in doc[start : start + 15] if t.text[0] == ")"), None)
    if close is None or _aligned(doc, token.text, close) != start:
        return
    known = begins.get(start)
    cls = known.cls if known is not None else _DEFAULT
    yield token.i, token.i + 1, cls, (start, close)
    yield start, close, cls, None


def _class(doc: "Doc", start: int, end: int, lexicon: Lexicon) -> str | None:
    """The class that a noun of the long form tells; None for "Member of Parliament"."""
    told = [lexicon.nouns.get(t.lower_) for t in doc[start:end]]
    if "Person" in told:
        return None
    return next((c for c in told if c in _NAMED_SHORT), _DEFAULT)


def _aligned(doc: "Doc", short: str, end: int) -> int | None:
    """Where the words before a token begin that a short form abbreviates, if any."""
    letters = [c for c in short.casefold() if c.isalnum()]
    least = max(0, end - min(len(letters) + _SPARE, 2 * len(letters)))
    for start in range(end - 1, least - 1, -1):
        if doc[start].text[0] in '()".;':
            return None
        if capital(doc[start]) and _spelled(doc[start:end].text.casefold(), letters):
            return start
    return None


def _spelled(text: str, letters: Sequence[str]) -> bool:
    """Whether the letters stand in a text in order, the first one at its beginning."""
    at = len(text)
    for letter in reversed(letters[1:]):
        at = text.rfind(letter, 1, at)
        if at < 0:
            return False
    return text[0] == letters[0]

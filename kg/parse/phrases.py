"""Capitalised phrases that tell a name by their shape or by the words around them."""

import re
from collections.abc import Collection, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.lexicon import LONGEST_TITLE, Lexicon, joined

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

JOINERS = ("of", "for", "on")
INSIDE = (*JOINERS, "the", "and", "&")
_PARTS = re.compile(r"\w+(?:\.\w\.)*|\S")
_NAME_TOKEN = re.compile(r"[^\W\d_][\w.'-]*$|-$")
_LONGEST_TITLE = 9  # words of a title of a work
_LONGEST = 10  # letters of a short form
_NO_NAMES = ("DATE", "TIME", "LANGUAGE", "MONEY", "PERCENT", "WORK_OF_ART")
_OPENERS = (".", "?", "!", ":", ";", '"', "'", "-", "(", "*")


def capital(token: "Token") -> bool:
    """Whether a token begins like a name ("Noh", "al-Assad" does not)."""
    return token.text[0].isupper() and _NAME_TOKEN.match(token.text) is not None


def acronym(token: "Token") -> bool:
    """Whether a word is spelled like a short form: "BFC", "SfOR", "M5S"; not "Ltd"."""
    text = token.text
    if not 1 < len(text) <= _LONGEST or text[1:].islower():
        return False
    letters = [c for c in text if c.isalpha()]
    capitals = sum(c.isupper() for c in letters)
    plain = text.replace("-", "").isalnum()
    return plain and capitals > 1 and 2 * capitals >= len(letters)


def opening(doc: "Doc", at: int) -> bool:
    """Whether a sentence or a quotation begins at a token."""
    return at == 0 or doc[at - 1].text in _OPENERS


def capitals(doc: "Doc", taken: Collection[int]) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words that are no dates and no part of the names taken."""
    start = None
    for at in range(len(doc) + 1):
        free = at < len(doc) and at not in taken and doc[at].text != "-"
        if free and capital(doc[at]) and doc[at].ent_type_ not in _NO_NAMES:
            start = at if start is None else start
        elif start is not None:
            edges = {doc[k].text for k in (start - 1, at) if 0 <= k < len(doc)}
            if start - 1 not in taken and at not in taken and "-" not in edges:
                yield start, at
            start = None


def works(doc: "Doc") -> Iterator[tuple[int, int]]:
    """What stands in quotation marks with a capital for each long word: titles.

    "The Silent Ministry" is a novel and no ministry.
    """
    marks = [t.i for t in doc if t.text == '"']
    for first, last in pairwise(marks):
        words = [t for t in doc[first + 1 : last] if t.is_alpha]
        long = [t for t in words if len(t) > 3 or t is words[0]]
        fit = 1 < len(words) <= _LONGEST_TITLE and len(long) > 1
        if fit and all(t.text[0].isupper() for t in long):
            yield first + 1, last


def name_tokens(words: str) -> tuple[str, ...]:
    """A name as the tokeniser splits it: hyphens are tokens of their own."""
    spaced = words.replace("-", " - ").replace("'s", " 's")
    return tuple(spaced.split())


def person_parts(
    tokens: tuple[str, ...], lexicon: Lexicon
) -> Iterator[tuple[str, ...]]:
    """The shorter wordings under which the press goes on to call a person.

    Family first ("Noh Kyu-Duk"): "Noh" and "Kyu-Duk"; else the last word ("Biegun").
    """
    if len(tokens) < 2:
        return
    if family_name_first(tokens, lexicon):
        yield tokens[:1]
        if len(tokens) > 2:
            yield tokens[1:]
        return
    last = len(tokens) - 1
    while last > 1 and tokens[last - 1] == "-":  # "Mona Al-Sharif"
        last -= 2
    if last > 0:
        yield tokens[last:]
    if last < len(tokens) - 1 and lexicon.has("NameParticle", tokens[last]):
        yield tokens[-1:]  # "Sharif"


def family_name_first(tokens: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether a name is ordered family name first, as Korean names are.

    "Sung Kim" ends in a family name and does not begin with one: given name first.
    """
    first = lexicon.has("FamilyName", tokens[0])
    hyphenated = "-" in tokens[1:]
    return len(tokens) > 1 and first and (hyphenated or len(tokens) > 2)


def trim(doc: "Doc", start: int, end: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """A model's span without article, titles, possessive and marks; None if empty.

    Raises nothing; "the South Korean Foreign Ministry's" becomes "Foreign Ministry".
    """
    while start < end and _not_of_name(doc[start]):
        start += 1
    end = next((t.i for t in doc[start:end] if t.text == "(" and t.i > start), end)
    while start < end and _no_end(doc[end - 1]):
        end -= 1
    bare = _after_title(doc, start, end, lexicon)
    if not (bare == end - 1 and doc[bare].lower_ in lexicon.nouns):
        start = bare  # but "General Motors" is no general
    words = doc[start:end].text
    if start >= end or not any(c.isupper() for c in words):
        return None
    single = words.lower().removesuffix("s")
    if end - start == 1 and (words.lower() in lexicon.nouns or single in lexicon.nouns):
        return None  # "the Resolutions", "Congress" is left to the gazetteer
    return start, end


def _not_of_name(token: "Token") -> bool:
    return token.lower_ in ("the", "a", "an", "'s", "'") or _mark(token)


def _no_end(token: "Token") -> bool:
    """Whether no name ends so: "Ada Eze of", "Ada Eze's"."""
    return token.text in ("'s", "'", *INSIDE) or _mark(token)


def _mark(token: "Token") -> bool:
    shaped = token.is_punct or token.is_quote or token.is_bracket
    return shaped or token.is_space or token.text[0] == "\\"  # a line end, spelled out


def _after_title(doc: "Doc", start: int, end: int, lexicon: Lexicon) -> int:
    """Skip titles at the start: "President Moon Jae-in" is Moon Jae-in."""
    at = start
    while at < end:
        size = _title_size(doc, at, end, lexicon)
        if not size:
            return at
        at += size
    return start


def _title_size(doc: "Doc", start: int, end: int, lexicon: Lexicon) -> int:
    kinds = ("Title", "Honorific", "LoweringMark")
    for size in range(min(LONGEST_TITLE, end - start), 0, -1):
        last = doc[start + size - 1].lower_
        if not any(last in lexicon.last_words(k) for k in kinds):
            continue
        words = joined(t.lower_ for t in doc[start : start + size])
        if any(lexicon.has(k, words) for k in kinds):
            return size
    return 0

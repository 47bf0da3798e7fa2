"""Capitalised phrases that tell a name by their shape or by the words around them."""

import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from kg.lexicon import LONGEST_TITLE, Lexicon, joined

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_JOINERS = ("of", "for", "on")
_INSIDE = (*_JOINERS, "the", "and", "&")
_PARTS = re.compile(r"\w+(?:\.\w\.)*|\S")
_NAME_TOKEN = re.compile(r"[^\W\d_][\w.'-]*$|-$")
_MAX_NAME = 6
_SHORT_LINE = 3


def capital(token: "Token") -> bool:
    """Whether a token begins like a name ("Noh", "al-Assad" does not)."""
    return token.text[0].isupper() and _NAME_TOKEN.match(token.text) is not None


def headline(doc: "Doc") -> bool:
    """Whether a passage is a headline in title case, where capitals tell nothing.

    "Koreas Agree To Hold High-Level Talks": only what the gazetteer or the body of the
    article knows is a name there.
    """
    words = [t for t in doc if t.is_alpha and len(t) > 3]
    capitals = sum(t.text[0].isupper() for t in words)
    if len(doc) <= _SHORT_LINE and not doc[-1].is_punct:
        return True  # "Background", "Key findings"
    told = doc[-1].text in (".", "!", '"')
    return len(words) > 3 and not told and capitals >= 0.8 * len(words)


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
    else:
        yield tokens[-1:]


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
    while start < end and (doc[end - 1].text in ("'s", "'") or _mark(doc[end - 1])):
        end -= 1
    start = _after_title(doc, start, end, lexicon)
    words = doc[start:end].text
    if start >= end or not any(c.isupper() for c in words):
        return None
    single = words.lower().removesuffix("s")
    if end - start == 1 and (words.lower() in lexicon.nouns or single in lexicon.nouns):
        return None  # "the Resolutions", "Congress" is left to the gazetteer
    return start, end


def _not_of_name(token: "Token") -> bool:
    return token.lower_ in ("the", "a", "an", "'s", "'") or _mark(token)


def _mark(token: "Token") -> bool:
    return token.is_punct or token.is_space or token.is_quote or token.is_bracket


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
    for size in range(min(LONGEST_TITLE, end - start), 0, -1):
        words = joined(t.lower_ for t in doc[start : start + size])
        if any(lexicon.has(k, words) for k in ("Title", "Honorific", "LoweringMark")):
            return size
    return 0


def after_titles(doc: "Doc", lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Persons told by a title before them: "Minister Cho Myoung-gyon", "Mr. Kim"."""
    for token in doc[:-1]:
        first = max(0, token.i + 1 - LONGEST_TITLE)
        row = [t.lower_ for t in doc[first : token.i + 1]]
        found = lexicon.longest("Title", row) or lexicon.longest("Honorific", row)
        if found is None or (not capital(token) and token.lower_ != token.text):
            continue
        end = _name_end(doc, token.i + 1, lexicon)
        # "Deputy Foreign Minister X": "Foreign" is no name
        goes_on = end < len(doc) and lexicon.has("Title", doc[end].text)
        whole = end > token.i + 1 and not goes_on
        if whole and _like_person(doc, token.i + 1, end):
            yield token.i + 1, end


def _name_end(doc: "Doc", start: int, lexicon: Lexicon) -> int:
    """The end of the run of name words that begins at a token."""
    end = start
    while end < len(doc) and end - start < _MAX_NAME:
        token = doc[end]
        hyphen = token.text == "-" and end > start and end + 1 < len(doc)
        given = end > start and doc[end - 1].text == "-" and token.is_alpha
        if not (capital(token) or hyphen or given) or token.text == "'s":
            break
        if not given and any(
            lexicon.has(k, token.text) for k in ("Title", "ClassNoun", "Honorific")
        ):
            break
        end += 1
    while end > start and doc[end - 1].text == "-":
        end -= 1
    return end


def _like_person(doc: "Doc", start: int, end: int) -> bool:
    words = doc[start:end]
    return all(t.ent_type_ not in ("DATE", "GPE", "NORP") for t in words) and not all(
        t.is_upper and len(t) > 1 for t in words
    )


def family_first(doc: "Doc", lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Family name and hyphenated given name: "Suh Hoon" no, "Cho Sei-young" yes."""
    for token in doc[:-3]:
        if not (lexicon.has("FamilyName", token.text) and capital(token)):
            continue
        first, dash, second = doc[token.i + 1 : token.i + 4]
        if capital(first) and dash.text == "-" and second.is_alpha:
            yield token.i, token.i + 4


def title_complements(doc: "Doc", lexicon: Lexicon) -> list[tuple[int, int]]:
    """What a title is for: "Representative for [Peace and Security Affairs]"."""
    found = []
    for token in doc[:-1]:
        after = doc[token.i + 1].lower_
        if after in _JOINERS and lexicon.has("Title", token.text) and capital(token):
            found.append((token.i + 2, _phrase_end(doc, token.i + 2)))
    return found


def _phrase_end(doc: "Doc", start: int) -> int:
    end = start
    while end < len(doc) and (capital(doc[end]) or doc[end].lower_ in _INSIDE):
        end += 1
    return end


def class_noun_phrases(
    doc: "Doc", lexicon: Lexicon, countries: Collection[int]
) -> Iterator[tuple[int, int, str]]:
    """Capitalised phrases around a noun that tells their class.

    "Committee for the Peaceful Reunification of the Country", "National Security
    Office"; without the country before it ("South Korean | Foreign Ministry").
    `countries` are the token bounds of names of countries.
    """
    for token in doc:
        cls = lexicon.nouns.get(token.lower_)
        if cls in (None, "Person", "Country") or not capital(token):
            continue
        start = _left(doc, token.i, lexicon, countries)
        end = _right(doc, token.i + 1, countries)
        if end - start > 1 or _institution(doc, token, str(cls)):
            yield start, end, str(cls)


def _institution(doc: "Doc", token: "Token", cls: str) -> bool:
    """As in "the Council" within a sentence: a body by its short name."""
    if cls != "Organization" or not token.i or doc[token.i - 1].lower_ != "the":
        return False
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    return after is None or not capital(after)


def _left(doc: "Doc", at: int, lexicon: Lexicon, countries: Collection[int]) -> int:
    start = at
    while start > 0:
        before = doc[start - 1]
        paired = start > 2 and doc[start - 2].text == "-" and capital(doc[start - 3])
        if paired and capital(before):
            start -= 3  # "US-ROK Alliance"
            continue
        if start in countries:
            break
        joined = before.lower_ in ("and", "&") and start > 1 and capital(doc[start - 2])
        named = capital(before) and not lexicon.has("Title", before.text)
        if (not named and not joined) or (before.is_sent_start and before.is_stop):
            break
        start -= 2 if joined else 1
    return start


def _right(doc: "Doc", end: int, countries: Collection[int]) -> int:
    """Take in "of the Y", "for X and Y", a number, but no second country."""
    if end < len(doc) and any(c.isdigit() for c in doc[end].text):
        slash = end + 2 < len(doc) and doc[end + 1].text == "/"
        return end + 3 if slash else end + 1  # "Decision 2014/512/CFSP"
    whole = False
    while end + 1 < len(doc) and doc[end].lower_ in _JOINERS:
        at = end + 1 + (doc[end + 1].lower_ == "the")
        stop = at
        while stop < len(doc) and (_named(doc[stop]) or _links(doc, stop)):
            stop += 1
        if stop == at or (at in countries and whole):
            break
        end, whole = stop, True
    return end


def _named(token: "Token") -> bool:
    """Whether a word goes on with a name: "Ministry on Friday" does not."""
    return capital(token) and token.ent_type_ not in ("DATE", "TIME")


def _links(doc: "Doc", at: int) -> bool:
    """Whether an "and" stands between two capitalised words."""
    inside = 0 < at < len(doc) - 1 and doc[at].lower_ in ("and", "&")
    return inside and capital(doc[at - 1]) and capital(doc[at + 1])

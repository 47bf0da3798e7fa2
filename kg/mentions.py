"""Which words of a parsed article may stand for somebody or something.

Names come from the parse; here a capital becomes its city or its government by syntax,
and common nouns and pronouns become candidates. A candidate is not yet a mention: it is
kept only if coreference gives it a chain ("wrong is worse than unresolved").
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.lexicon import Lexicon
from kg.metonyms import located
from kg.model import Kind, Mention, Span
from kg.parse import Parsed
from kg.parse.name import Name
from kg.syntax import DEFINITE

if TYPE_CHECKING:
    from spacy.tokens import Token

_INDEFINITE = ("a", "an", "another", "any", "each", "every", "no", "some")
_OWNER = ("poss", "case")
_STATE, _PLACE = "Country", "Place"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention with its place in the tree.

    `token` is the index of its head, `lemma` that head's lemma, `entries` what the
    gazetteer knows under that name, the likeliest first.
    """

    token: int
    mention: Mention
    lemma: str
    entries: tuple[str, ...] = ()
    definite: bool = False
    plural: bool = False


def find_mentions(parsed: Parsed, lexicon: Lexicon) -> tuple[Candidate, ...]:
    """All candidates of an article, in the order of the text; empty for no prose."""
    found = []
    for token in parsed.doc:
        name = parsed.names.get(token.i)
        if name is not None and _averse(token, lexicon):
            continue
        if name is not None:
            found.append(_named(parsed, token, name, lexicon))
        elif token.lower_ in lexicon.pronouns:
            found.append(_pronoun(parsed, token, lexicon))
        elif token.pos_ in ("NOUN", "PROPN") and not _inside_name(token, parsed):
            found += _nominal(parsed, token, lexicon)
    return tuple(found)


def _averse(token: "Token", lexicon: Lexicon) -> bool:
    """As in "anti-Kenyan", "pro-Kenyan": somebody else's foe or friend is meant."""
    before = "".join(t.lower_ for t in token.doc[max(token.i - 2, 0) : token.i])
    prefixes = lexicon.words("StancePrefix")
    return before in prefixes or token.lower_.startswith(tuple(prefixes))


# -------------------------------------------------------------------- names


def _named(parsed: Parsed, token: "Token", name: Name, lexicon: Lexicon) -> Candidate:
    entries, cls = name.entries, name.cls
    if len(entries) > 1:
        entries, cls = _place_or_government(parsed, token, entries, lexicon)
    elif entries and name.kind is Kind.NAME and name.weight >= 0:
        entries, cls = _alone(parsed, token, name, lexicon)
    span = parsed.span(token)
    mention = Mention(span, span.cut(parsed.article.text), name.kind, cls)
    return Candidate(token.i, mention, name.words, entries, definite=True)


def _alone(
    parsed: Parsed, token: "Token", name: Name, lexicon: Lexicon
) -> tuple[tuple[str, ...], str]:
    """A metonym that is in no list of places: its city when the syntax says so."""
    entry = lexicon.entries[name.entries[0]]
    metonym = name.words in entry.all("metonym")
    if metonym and entry.need("class") == "Country" and located(parsed, token, lexicon):
        return (), "Place"
    return name.entries, entry.need("class")


def _place_or_government(
    parsed: Parsed, token: "Token", entries: tuple[str, ...], lexicon: Lexicon
) -> tuple[tuple[str, ...], str]:
    """Order what a name may mean: "in Seoul" is the city, "Seoul said" the state."""
    classes = {e: lexicon.entries[e].need("class") for e in entries}
    place = located(parsed, token, lexicon)
    ordered = sorted(entries, key=lambda e: ((classes[e] == "Place") != place, e))
    return (ordered[0],), classes[ordered[0]]


# ------------------------------------------------------- nominals and pronouns


def _pronoun(parsed: Parsed, token: "Token", lexicon: Lexicon) -> Candidate:
    term = lexicon.pronouns[token.lower_]
    span = parsed.span(token)
    words = span.cut(parsed.article.text)
    cls = (*term.all("denotes"), "Person")[0]
    mention = Mention(span, words, Kind.PRONOUN, cls)
    plural = term.one("number") == "plural"
    return Candidate(token.i, mention, token.lower_, (), plural=plural)


def _nominal(parsed: Parsed, token: "Token", lexicon: Lexicon) -> Iterator[Candidate]:
    lemma = noun_lemma(token, lexicon)
    known = lexicon.nouns if _narrowed(parsed, token) else lexicon.plain_nouns
    cls = known.get(lemma) if lemma else None
    if cls is None or lemma is None or (cls == _STATE and _of_place(parsed, token)):
        return
    first = _first_word(parsed, token)
    span = Span(parsed.starts[first.i], parsed.starts[token.i] + len(token))
    mention = Mention(span, span.cut(parsed.article.text), Kind.NOMINAL, cls)
    determiners = {c.lower_ for c in token.children if c.dep_ == "det"}
    owned = any(c.dep_ == "poss" for c in token.children)
    definite = owned or any(d in DEFINITE for d in determiners)
    plural = "Plur" in token.morph.get("Number", [])
    yield Candidate(token.i, mention, lemma, (), definite, plural)


def _of_place(parsed: Parsed, noun: "Token") -> bool:
    """As in "the Indian state of Kerala": a part of a country, not the country."""
    doc, at = parsed.doc, noun.i + 2
    name = parsed.names.get(at)
    return name is not None and name.cls == _PLACE and doc[at - 1].lower_ == "of"


def _narrowed(parsed: Parsed, noun: "Token") -> bool:
    """Whether a name stands in the phrase: "a US statement", not "a statement"."""
    return any(t.i in parsed.names for c in noun.lefts for t in c.subtree)


def noun_lemma(token: "Token", lexicon: Lexicon) -> str | None:
    """The longest class noun, title or kinship noun that ends at a token."""
    words = lemma = token.lemma_.lower()
    nouns, doc = lexicon.nouns, token.doc
    if lemma in lexicon.noun_ends:
        for at in range(token.i - 1, max(0, token.i - 2) - 1, -1):
            words = f"{doc[at].lower_} {words}"
            if words in nouns:
                return words
    return lemma if lemma in nouns else None


def _first_word(parsed: Parsed, noun: "Token") -> "Token":
    """Where a nominal begins: at its "the", after possessor and country."""
    left = [t for t in noun.lefts if not t.is_punct]
    if left and left[0].lower_ in DEFINITE:
        return left[0]
    start = noun
    for token in reversed(left):
        barred = token.dep_ in _OWNER or token.lower_ in _INDEFINITE
        if barred or token.i in parsed.names or token.pos_ in ("NUM", "PRON", "DET"):
            break
        start = token
    return start


def _inside_name(token: "Token", parsed: Parsed) -> bool:
    return token.i in parsed.names

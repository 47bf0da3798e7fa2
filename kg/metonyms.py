"""Whether the name of a capital or a seat is the place or the government there.

"in Seoul" and "flew to Seoul" are the city, "Seoul said" and "pressure on Seoul" the
state. The syntax decides, with the words of ontology/lexicon/space.ttl; without any
sign of a place it is the government, which is how the press uses such names.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.lexicon import Lexicon
from kg.parse import Parsed
from kg.syntax import subjects

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEFORE_NOUN = ("compound", "nmod", "amod", "poss")
_OBJECT = ("dobj", "nsubjpass")
_PLACE = "Place"
_SHORTEST = 2  # "US - ..." is no dateline


def located(parsed: Parsed, token: "Token", lexicon: Lexicon) -> bool:
    """Whether a name that may be a place or a government is a place here."""
    head = _first_of(token)
    return (
        _followed_by_larger_place(token)
        or _opens_dateline(parsed, token)
        or _apposed(parsed, token, lexicon)
        or _after_preposition(head, lexicon)
        or _around_verb(head, lexicon)
        or _before_noun(parsed, head, lexicon)
    )


def _first_of(token: "Token") -> "Token":
    """The first member of a coordination: "in Seoul and Tokyo" speaks for both."""
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    return token


def _followed_by_larger_place(token: "Token") -> bool:
    """As in "Kaesong, North Korea": a comma and the country in apposition."""
    return any(
        c.dep_ in ("appos", "npadvmod") and c.i == token.i + 2 and c.pos_ == "PROPN"
        for c in token.children
    )


def _opens_dateline(parsed: Parsed, token: "Token") -> bool:
    """As in "SEOUL, March 16 (Reuters) -": capitals at the start of a passage.

    Or "SEOUL" alone.
    """
    before = parsed.starts[token.i - 1] if token.i else 0
    opens = token.i == 0 or "\n" in parsed.article.text[before : parsed.starts[token.i]]
    capitals = token.text.isupper() and len(token.text) > _SHORTEST
    after = parsed.doc[token.i + 1 : token.i + 2]
    alone = token.dep_ == "ROOT" and len(token) > _SHORTEST + 1
    return capitals and (alone or (opens and any(t.is_punct for t in after)))


def _apposed(parsed: Parsed, token: "Token", lexicon: Lexicon) -> bool:
    """As in "Nairobi, the capital of Kenya", "the port city Odesa"."""
    nouns = [c for c in token.children if c.dep_ == "appos"]
    if token.dep_ in ("appos", *_BEFORE_NOUN):
        nouns.append(token.head)
    return any(
        lexicon.nouns.get(n.lemma_.lower()) == _PLACE
        for n in nouns
        if n.i not in parsed.names
    )


def _after_preposition(head: "Token", lexicon: Lexicon) -> bool:
    """As in "in Seoul", "arrived from Seoul", "a visit to Seoul", "mayor of Seoul"."""
    if head.dep_ != "pobj":
        return False
    preposition, governor = head.head.lower_, head.head.head
    if lexicon.has("LocativePreposition", preposition):
        return True
    if lexicon.has("SeatPreposition", preposition):
        # "met at the White House", not "threats directed at Seoul"
        return any(t.lower_ == "the" for t in head.lefts)
    if lexicon.has("DirectionalPreposition", preposition):
        return any(lexicon.has("MotionWord", t.lemma_) for t in _governors(governor))
    return preposition == "of" and lexicon.has("PlaceModified", governor.lemma_)


def _governors(governor: "Token") -> Iterator["Token"]:
    """What a direction hangs on: "from A to B" says it of one word."""
    yield governor
    while governor.dep_ == "prep" and governor.head != governor:
        governor = governor.head
        yield governor


def _around_verb(head: "Token", lexicon: Lexicon) -> bool:
    """As in "entered Seoul", "a blast rocked Kabul", "Accra is the capital"."""
    verb = head.head
    if head.dep_ in _OBJECT:
        forces = [s for s in subjects(verb) if head.dep_ == "dobj"]
        return lexicon.has("PlaceVerb", verb.lemma_) or (
            head.dep_ == "dobj"
            and (
                lexicon.has("MotionWord", verb.lemma_)
                or any(lexicon.has("ForceNoun", s.lemma_) for s in forces)
            )
        )
    if head.dep_ == "nsubj" and verb.lemma_ == "be":
        told = [c for c in verb.children if c.dep_ == "attr"]
        return any(lexicon.nouns.get(c.lemma_) == _PLACE for c in told)
    return False


def _before_noun(parsed: Parsed, head: "Token", lexicon: Lexicon) -> bool:
    """As in "Seoul residents", "Cairo's streets", "Moscow-based", "Oslo's Fornebu"."""
    after = [t.lower_ for t in parsed.doc[head.i + 1 : head.i + 3]]
    if after[:1] == ["-"] and lexicon.has("SeatWord", *after[1:]):
        return True
    if head.dep_ not in _BEFORE_NOUN:
        return False
    name = parsed.names.get(head.head.i)
    noun = head.head.lemma_.lower() if name is None else name.words.split()[-1]
    return lexicon.has("PlaceModified", noun)

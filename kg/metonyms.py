"""Whether the name of a capital or a seat is the place or the government there.

"in Seoul" and "flew to Seoul" are the city, "Seoul said" and "pressure on Seoul" the
state. The syntax decides, with the words of ontology/lexicon/space.ttl; without any
sign of a place it is the government, which is how the press uses such names.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.lexicon import Lexicon
from kg.model import Kind
from kg.parse import Parsed
from kg.syntax import first_of, subjects

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEFORE_NOUN = ("compound", "nmod", "amod", "poss")
_OBJECT = ("dobj", "nsubjpass")
_PLACE = "Place"
_STATE = "Country"
_SHORTEST = 2  # "US - ..." is no dateline


def located(parsed: Parsed, token: "Token", lexicon: Lexicon) -> bool:
    """Whether a name that may be a place or a government is a place here."""
    head = first_of(token)
    return (
        _followed_by_larger_place(parsed, token, lexicon)
        or _part_of_name(parsed, token, lexicon)
        or _beside_clock(parsed, token, lexicon)
        or _opens_dateline(parsed, token)
        or _apposed(parsed, token, lexicon)
        or _after_preposition(head, lexicon)
        or _around_verb(head, lexicon)
        or _before_noun(parsed, head, lexicon)
    )


def _followed_by_larger_place(parsed: Parsed, token: "Token", lexicon: Lexicon) -> bool:
    """As in "Kaesong, North Korea": a comma and the country in apposition.

    Whatever the parse is, if it is the capital's own country: "Dakar, Senegal".
    """
    larger = parsed.names.get(token.i + 2)
    if larger is not None and parsed.doc[token.i + 1].text == ",":
        own = {c for e in _entries(parsed, token) for c in _states(e, lexicon)}
        if own.intersection(larger.entries) and larger.kind is Kind.NAME:
            return True
    return any(
        c.dep_ in ("appos", "npadvmod") and c.i == token.i + 2 and c.pos_ == "PROPN"
        for c in token.children
    )


def _entries(parsed: Parsed, token: "Token") -> tuple[str, ...]:
    name = parsed.names.get(token.i)
    return name.entries if name is not None else ()


def _states(entry: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The state that an entry is, or lies in."""
    known = lexicon.entries[entry]
    return (entry,) if known.need("class") == _STATE else known.all("country")


def _part_of_name(parsed: Parsed, token: "Token", lexicon: Lexicon) -> bool:
    """As in "Deportivo Quito", "Lisbon Marathon": words of a longer, unknown name."""
    doc, at = parsed.doc, token.i
    before = doc[at - 1] if at else None
    after = doc[at + 1] if at + 1 < len(doc) else None
    return any(
        word is not None
        and word.sent == token.sent
        and word.i not in parsed.names
        and _proper(word, lexicon)
        and bound
        for word, bound in (
            (before, before is not None and before.head == token),
            (after, after is not None and token.head == after),
        )
    )


def _proper(word: "Token", lexicon: Lexicon) -> bool:
    """Whether a capital is one of a name: no title, and not from a sentence's start."""
    titled = any(lexicon.has(k, word.text) for k in ("Title", "Honorific"))
    return word.text.istitle() and word.pos_ == "PROPN" and not titled


def _beside_clock(parsed: Parsed, token: "Token", lexicon: Lexicon) -> bool:
    """As in "Lagos UTC +1", "at 9 a.m. Tokyo time": where a clock stands."""
    after = parsed.doc[token.i + 1 : token.i + 3]
    words = [t.lower_ for t in after if t.text != "-"]
    return lexicon.has("ClockWord", *words[:1])


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
        return _based(preposition, governor, lexicon) or any(
            lexicon.has("MotionWord", t.lemma_) for t in _governors(governor)
        )
    kinds = ("PlaceModified", "MotionWord")
    return preposition == "of" and any(lexicon.has(k, governor.lemma_) for k in kinds)


def _based(preposition: str, governor: "Token", lexicon: Lexicon) -> bool:
    """As in "ran the party from Doha", "told reporters from Doha"."""
    verb = governor.head if governor.dep_ == "dobj" else governor
    return preposition == "from" and lexicon.has("BasedVerb", verb.lemma_)


def _governors(governor: "Token") -> Iterator["Token"]:
    """What a direction hangs on: "from A to B", "back to B" say it of one word.

    Of a verb, its object too: "cancelled a trip to B".
    """
    yield governor
    while governor.dep_ in ("prep", "advmod") and governor.head != governor:
        governor = governor.head
        yield governor
    if governor.pos_ == "VERB":
        yield from (c for c in governor.children if c.dep_ == "dobj")


def _around_verb(head: "Token", lexicon: Lexicon) -> bool:
    """As in "entered Seoul", "a blast rocked Kabul", "Accra is the capital"."""
    verb = head.head
    if head.dep_ == "npadvmod" and head.i > verb.i:
        # "Ruto Visits Seoul, Meets Leaders": the tree takes the visit for a noun
        return lexicon.has("MotionWord", verb.lemma_)
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
    if lexicon.has("PlaceModified", noun):
        return True
    # "Oslo buses", but "the Oslo government", "the Oslo-Kyiv relationship"
    if any(t.pos_ == "CCONJ" for t in parsed.doc[head.i + 1 : head.head.i]):
        return False  # "between Tehran and world powers"
    plain = (
        _capital(parsed, head, lexicon)
        and name is None
        and head.dep_ != "poss"
        and after[:1] != ["-"]
    )
    return plain and not _of_state(head.head, lexicon)


def _capital(parsed: Parsed, token: "Token", lexicon: Lexicon) -> bool:
    """Whether a name is that of a capital, and no seat ("a White House joke")."""
    entries = _entries(parsed, token)
    return any(set(entries) & {*lexicon.entries[e].all("capital")} for e in entries)


def _of_state(noun: "Token", lexicon: Lexicon) -> bool:
    """Whether what a capital stands before is a thing of governments."""
    if noun.pos_ != "NOUN":
        return True
    acting = lexicon.nouns.get(noun.lemma_.lower()) not in (None, "", _PLACE)
    return acting or lexicon.has("StateModified", noun.lemma_)

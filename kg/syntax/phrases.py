"""Prepositional phrases around a word, as slots that bear the preposition's name."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.syntax.subjects import antecedent, expanded, verbal

if TYPE_CHECKING:
    from spacy.tokens import Token

Slots = dict[str, list["Token"]]
_BEFORE = ("amod", "compound", "nmod")


def words_of(phrase: "Token") -> Iterator["Token"]:
    """The head of a phrase and what is before it, then the same of its "of".

    "hundreds of political prisoners": hundreds, prisoners, political.
    """
    inside = (t for p in phrase.children if p.lower_ == "of" for t in p.children)
    for head in (phrase, *inside):
        yield head
        yield from (c for c in head.children if c.dep_ in _BEFORE)


def add_prepositions(anchor: "Token", found: Slots) -> None:
    """Add the phrases that hang on a word to its slots, in place."""
    for child in anchor.children:
        if child.dep_ in ("prep", "dative", "prt", "advmod") and child.pos_ in (
            "ADP",
            "PART",
            "SCONJ",
            "ADV",
            "VERB",
        ):
            _add_preposition(child, found, child.lower_)


def _add_preposition(preposition: "Token", found: Slots, name: str) -> None:
    """One prepositional phrase; "out of" fills `of` as well as `out of`."""
    for token in objects_of(preposition):
        found.setdefault(name, []).append(token)
    for clause in (c for c in preposition.children if c.dep_ == "pcomp"):
        found.setdefault("complement", []).append(clause)
        for verb in (c for c in clause.children if c.dep_ == "conj" and verbal(c)):
            found["complement"].append(verb)
    if preposition.tag_ == "VBG":
        return  # "according to Seoul" does not say to whom
    for inner in (c for c in preposition.children if c.dep_ == "prep"):
        for token in objects_of(inner):
            found.setdefault(inner.lower_, []).append(token)
            found.setdefault(f"{name} {inner.lower_}", []).append(token)


def objects_of(preposition: "Token") -> list["Token"]:
    """What it governs; of "with whom they met", the one that "whom" stands for."""
    verb = preposition.head
    return expanded(
        t
        for c in preposition.children
        if c.dep_ == "pobj"
        for t in (antecedent(c, verb) if verbal(verb) else [c])
    )


def add_missing(found: Slots, more: Slots) -> None:
    """Fill slots that are still empty."""
    found.update({name: row for name, row in more.items() if not found.get(name)})


def prepositions_of(anchor: "Token") -> Slots:
    """The phrases that hang on a word, without the clauses in them."""
    found: Slots = {}
    add_prepositions(anchor, found)
    found.pop("complement", None)
    return found

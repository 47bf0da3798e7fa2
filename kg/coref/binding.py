"""What syntax alone says of a pronoun: what it cannot mean, and what it must.

The principles A, B and C of binding: a reflexive is its clause's subject, any other
pronoun is nobody else of its own clause, and whoever is named further down in a clause
is not its pronoun subject.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.lexicon import Lexicon
from kg.syntax import subjects

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass")
_OBJECTS = ("dobj", "dative", "attr", "oprd")
_COPULAS = ("be", "become", "remain")
_DEEDS = ("for", "on", "over")
_CLAUSES = ("ccomp", "xcomp", "acl", "advcl", "csubj")


def expletive(token: "Token", lexicon: Lexicon) -> bool:
    """As in "It was clear that", "it emerged that": nobody is meant."""
    if token.lower_ != "it" or token.dep_ not in SUBJECTS:
        return token.dep_ == "expl"
    verb = token.head
    clausal = any(c.dep_ in _CLAUSES for c in verb.children)
    inner = any(
        g.dep_ in (*_CLAUSES, "relcl")
        for c in verb.children
        if c.dep_ in ("acomp", "attr", "oprd")
        for g in c.children
    )
    if verb.lemma_ == "be":
        return clausal or inner
    passive = token.dep_ == "nsubjpass" and clausal
    return passive or (clausal and lexicon.has("BlankVerb", verb.lemma_))


def own_clause(pronoun: "Token") -> "set[int]":
    """Heads in the pronoun's own clause or phrase: none of them is who it means.

    "The North warned it", "Ann and her", "her brother Paul", "Paul is her brother".
    """
    found = {t.i for t in _beside(pronoun)}
    found |= {t.i for t in pronoun.conjuncts} | {t.i for t in _around(pronoun)}
    if pronoun.dep_ in SUBJECTS:
        found |= {t.i for t in _below(pronoun)}
    found.discard(pronoun.i)
    return found


def _beside(pronoun: "Token") -> "Iterator[Token]":
    noun = pronoun.head
    if pronoun.dep_ == "poss":
        yield noun
        yield from (c for c in noun.children if c.dep_ in ("appos", "compound"))
        if noun.dep_ in ("appos", "compound", "nmod"):
            yield noun.head
        if noun.dep_ == "attr" and noun.head.lemma_ in _COPULAS:
            yield from subjects(noun.head)
        return
    verb = noun.head if pronoun.dep_ == "pobj" else noun
    if pronoun.dep_ not in SUBJECTS:
        yield from _nearest_subjects(verb)
    elif verb.tag_ == "VB" and verb.dep_ in _CLAUSES and not _modal(verb):
        yield from subjects(verb.head)  # "Trump asked him to mediate"
    for child in verb.children:
        if child.dep_ in (*SUBJECTS, *_OBJECTS):
            yield child
        elif child.dep_ in ("prep", "agent") and pronoun.dep_ in SUBJECTS:
            yield from (c for c in child.children if c.dep_ == "pobj")


def _around(pronoun: "Token") -> "Iterator[Token]":
    """Nouns that the pronoun helps to name: "the decision to withdraw its staff"."""
    below = pronoun
    for token in pronoun.ancestors:
        infinitive = below.dep_ == "acl" and below.tag_ == "VB"
        if token.pos_ == "NOUN" and (infinitive or below.lower_ == "of"):
            yield token
        below = token


def _nearest_subjects(verb: "Token") -> "list[Token]":
    """The subjects that the tree is sure of: adverbial clauses hang where they may."""
    own = any(c.dep_ in SUBJECTS for c in verb.children)
    return subjects(verb) if own or verb.dep_ in ("xcomp", "conj", "acl") else []


def _modal(verb: "Token") -> bool:
    return any(c.tag_ in ("MD", "VBD", "VBZ", "VBP") for c in verb.children)


def _below(pronoun: "Token") -> "Iterator[Token]":
    """Who stands after a subject in its own clause and in the clauses under it."""
    for child in pronoun.head.rights:
        if child.dep_ != "conj":
            yield from (t for t in child.subtree if t.i > pronoun.i)


def reflexive(pronoun: "Token") -> bool:
    """Whether it is "himself", "herself", "itself"."""
    return pronoun.lower_.endswith("self")


def own_subject(pronoun: "Token") -> "Token | None":
    """Whom "himself" means: the subject of its clause, if that is one."""
    if pronoun.dep_ not in ("dobj", "dative", "pobj"):
        return None  # "he himself"
    verb = next((a for a in pronoun.ancestors if a.pos_ in ("VERB", "AUX")), None)
    found = [] if verb is None else [s for s in subjects(verb) if s.i < pronoun.i]
    return found[0] if len(found) == 1 else None


def judged(pronoun: "Token", lexicon: Lexicon) -> "Token | None":
    """As in "Mali thanked Togo for its help": whose deed it is that earns the thanks.

    Also "imposed sanctions on Togo over its test": who stands last before "over".
    """
    line = [pronoun, *pronoun.ancestors]
    at = next((n for n, t in enumerate(line) if t.lower_ in _DEEDS), None)
    verb = next((t for t in line[at or 0 :] if t.pos_ == "VERB"), None)
    if at is None or verb is None or not lexicon.has("JudgingVerb", verb.lemma_):
        return None
    found = [t for t in _struck(verb) if t.i < line[at].i and t.i > verb.i]
    return max(found, key=lambda t: t.i, default=None)


def _struck(verb: "Token") -> "Iterator[Token]":
    for child in verb.children:
        if child.dep_ in ("dobj", "dative"):
            yield child
            yield from _struck_by(child)
    yield from _struck_by(verb)


def _struck_by(above: "Token") -> "Iterator[Token]":
    for child in above.children:
        if child.lower_ in ("on", "against"):
            yield from (c for c in child.children if c.dep_ == "pobj")


def addressee(pronoun: "Token") -> "Token | None":
    """As in "Ann told Eve that she would go": who is told, where it may be either."""
    clause = pronoun.head
    if pronoun.dep_ not in SUBJECTS or clause.dep_ not in ("ccomp", "xcomp"):
        return None
    told = (c for c in clause.head.children if c.dep_ in ("dobj", "dative"))
    return next((t for t in told if t.i < pronoun.i), None)

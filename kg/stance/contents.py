"""What nouns tell: the contents of a claim, a report, a rumour."""

from typing import TYPE_CHECKING

from kg.lexicon import Lexicon
from kg.stance.tense import clause_verb, finite
from kg.syntax import lemma_forms

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = ("nsubj", "nsubjpass")


def content_of_noun(clause: "Token", lexicon: Lexicon) -> bool:
    """As in "the rumour that Peru attacked Chile": what a noun tells.

    A relative clause has no such "that" beside a subject and object of its own; under
    nouns that have such contents, trees are not trusted with the difference.
    """
    if clause.dep_ not in ("acl", "relcl"):
        return False
    that = [c for c in clause.children if c.lower_ in ("that", "whether")]
    roles = [c.dep_ for c in clause.children if c not in that]
    known = tells(clause.head, lexicon)
    whole = any(r in roles for r in _SUBJECTS) and ("dobj" in roles or known)
    if clause.dep_ == "acl" and whole and finite(clause) is not None:
        return True  # "no proof Peru attacked Chile"
    return any(
        c.dep_ in ("mark", "advmod") or (c.dep_ == "dobj" and whole) for c in that
    )


def misplaced(noun: "Token", lexicon: Lexicon) -> bool:
    """As in "told Peru at the meeting that it had": no meeting that tells anything."""
    verb = clause_verb(noun)
    speaks = verb.i < noun.i and lexicon.has("ReportingVerb", *lemma_forms(verb))
    return noun.dep_ == "pobj" and speaks and not tells(noun, lexicon)


def tellers(verb: "Token", lexicon: Lexicon) -> list["Token"]:
    """As in "word is that it attacked": the noun that tells what follows."""
    return [
        c
        for c in verb.children
        if c.dep_ == "nsubj" and verb.lemma_ == "be" and tells(c, lexicon)
    ]


def tells(noun: "Token", lexicon: Lexicon) -> bool:
    """Whether a noun has contents: a claim, a report."""
    forms = (noun.lower_, noun.lemma_.lower())
    return lexicon.has("EmbeddingCue", *forms) or lexicon.has("ReportingNoun", *forms)

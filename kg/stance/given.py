"""What a noun tells for done or to come, whatever the verb of its clause says.

"Wants to recognise the massacre", "the agreement will allow it": the one has happened
and the other is made; "met ahead of the summit": that is still to be held. The verb
lends such nouns neither its tense nor its doubt.
"""

from typing import TYPE_CHECKING

from kg.lexicon import Lexicon
from kg.model import Tense
from kg.stance.clause import in_front, indefinite
from kg.stance.tense import finite
from kg.syntax import first_of, lemma_forms, verbal

if TYPE_CHECKING:
    from spacy.tokens import Token

_OBJECTS = ("dobj", "nsubjpass")
_SUBJECTS = ("nsubj", "nsubjpass")
_RELATIVE = ("that", "which")


def given_tense(noun: "Token", lexicon: Lexicon) -> Tense | None:
    """When the event of a noun lies, if its place tells; None if the verb does."""
    if verbal(noun) or noun.pos_ not in ("NOUN", "PROPN"):
        return None
    if _ahead(noun, lexicon) or _to_begin(noun, lexicon):
        return Tense.FUTURE
    first = first_of(noun)
    done = (
        _taken_for_done(first, lexicon)
        or _standing(first, lexicon)
        or _existing(first, lexicon)
    )
    if _refused(first, lexicon) or (done and not indefinite(first)):
        return Tense.PAST
    return None


def _ahead(noun: "Token", lexicon: Lexicon) -> bool:
    """As in "ahead of the summit"; before what is, or will be: "meets before talks"."""
    known = lexicon.words("AheadPhrase")
    cues = [known[words] for words in in_front(noun) if words in known]
    verb = noun.head.head  # "meets before talks", not "was less before talks"
    now = verbal(verb) and finite(verb) in (Tense.PRESENT, Tense.FUTURE)
    return any(now or not cue.one("ahead") for cue in cues)


def _taken_for_done(noun: "Token", lexicon: Lexicon) -> bool:
    """As in "to recognise the massacre": the verb is about what has happened."""
    verb = noun.head
    known = lexicon.has("DoneObjectVerb", *lemma_forms(verb))
    return noun.dep_ in _OBJECTS and verbal(verb) and known


def _standing(noun: "Token", lexicon: Lexicon) -> bool:
    """As in "the deal will allow it": papers and words are there to act."""
    verb = noun.head
    occurs = lexicon.has("OccurrenceVerb", *lemma_forms(verb))
    acts = noun.dep_ == "nsubj" and verbal(verb) and verb.lemma_ != "be"
    return acts and not occurs and lexicon.has("StandingNoun", noun.lemma_.lower())


def _existing(noun: "Token", lexicon: Lexicon) -> bool:
    """As in "could renegotiate the treaty": only what is made can be."""
    touched = noun.dep_ in _OBJECTS and verbal(noun.head)
    known = lexicon.has("StandingObjectVerb", *lemma_forms(noun.head))
    return touched and known and lexicon.has("StandingNoun", noun.lemma_.lower())


def _to_begin(noun: "Token", lexicon: Lexicon) -> bool:
    """As in "hopes to attend the summit, which will begin on Monday"."""
    return any(
        finite(clause) is Tense.FUTURE
        and lexicon.has("OccurrenceVerb", *lemma_forms(clause))
        and any(c.dep_ in _SUBJECTS and c.lower_ in _RELATIVE for c in clause.lefts)
        for clause in noun.rights
        if clause.dep_ == "relcl"
    )


def _refused(noun: "Token", lexicon: Lexicon) -> bool:
    """As in "rejected the offer", "a refusal of his requests": they were made."""
    head = noun.head.head if noun.head.lower_ == "of" else noun.head
    if noun.dep_ not in (*_OBJECTS, "pobj") or noun.head.dep_ in ("agent",):
        return False
    refuses = lexicon.has("RefusingWord", *lemma_forms(head))
    return refuses and lexicon.has("StandingNoun", noun.lemma_.lower())

"""When a predicate lies: the tense of the verb that governs it."""

from typing import TYPE_CHECKING

from kg.model import Tense
from kg.syntax import infinitive, verbal

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLIMB = 12


def clause_verb(token: "Token") -> "Token":
    """The verb of the clause that a predicate stands in (itself, for a verb)."""
    for _ in range(_CLIMB):
        if verbal(token) or token.head == token:
            return token
        token = token.head
    return token


def tense_of(token: "Token", *, headline: bool, carried: bool = False) -> Tense:
    """Tense of the finite verb that governs a predicate; the past when none does.

    A noun's is the past where the verb's is the present ("hails the launch"), unless
    the verb only carries it: "is holding talks".
    """
    verb = clause_verb(token)
    for _ in range(_CLIMB):
        if _is_to(verb) or _announced(verb):
            return Tense.FUTURE
        found = finite(verb)
        if found is not None:
            present = found is Tense.PRESENT
            if present and _purpose(token):
                return Tense.FUTURE
            noun = _nominal(token) and not carried
            return Tense.PAST if present and (headline or noun) else found
        if verb.dep_ == "acl" and verb.tag_ == "VBN":
            return Tense.PAST
        if verb.head == verb:
            break
        verb = clause_verb(verb.head)
    return Tense.PAST


def _nominal(token: "Token") -> bool:
    """As in "hails the launch", "is tried for crimes including killing him"."""
    listed = token.dep_ == "pcomp" and token.head.tag_ == "VBG"
    return listed or (token.pos_ in ("NOUN", "PROPN") and token.dep_ != "attr")


def _purpose(verb: "Token") -> bool:
    """As in "flies there to meet him": what somebody sets out to do."""
    return verb.dep_ == "advcl" and infinitive(verb)


def _announced(verb: "Token") -> bool:
    """As in the headline "Peru to expel envoy"."""
    return verb.dep_ == "ROOT" and any(
        c.dep_ == "aux" and c.lower_ == "to" for c in verb.lefts
    )


def _is_to(verb: "Token") -> bool:
    """As in "was to meet him on Friday": arranged, not done."""
    said_of = any(c.dep_ in ("attr", "acomp") for c in verb.head.children)
    beside = verb.dep_ == "xcomp" and verb.head.lemma_ == "be"
    return infinitive(verb) and beside and not said_of  # "is the first to visit"


def finite(verb: "Token") -> Tense | None:
    """Tense of a verb with its auxiliaries; None for a bare or participial one."""
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    lemmas = {h.lower_ for h in helpers}
    if lemmas & {"will", "'ll", "shall", "wo"}:
        return Tense.FUTURE
    if "to" in lemmas:
        # "is said to have met him"
        return Tense.PAST if "have" in lemmas else None
    having = [h for h in helpers if h.lemma_ == "have"]
    there = any(c.dep_ == "expl" for c in verb.children)  # "there has been no talk"
    if verb.lemma_ == "be" and not there and _present(having):
        return Tense.PRESENT  # "has been president since May"
    if having or "did" in lemmas:
        return Tense.PAST
    tags = [h.tag_ for h in helpers] + [verb.tag_]
    if "VBD" in tags:
        return Tense.PAST
    if "VBZ" in tags or "VBP" in tags or "MD" in tags:
        going = verb.lemma_ == "go" and verb.tag_ == "VBG"
        return Tense.FUTURE if going else Tense.PRESENT
    return None


def _present(helpers: list["Token"]) -> bool:
    return any(h.tag_ in ("VBZ", "VBP") for h in helpers)

"""Shapes of trees that say how a clause stands under the word above it.

Bare or perfect infinitives, clauses that trees hang too high or on the wrong word, the
means by which something is done.
"""

from typing import TYPE_CHECKING

from kg.model import Tense
from kg.schema import Individual
from kg.stance.clause import indefinite
from kg.stance.tense import finite
from kg.syntax import infinitive, verbal

if TYPE_CHECKING:
    from spacy.tokens import Token


def perfect(verb: "Token") -> bool:
    """As in "to have expelled", "as having expelled"."""
    return any(c.dep_ == "aux" and c.lower_ in ("have", "having") for c in verb.lefts)


def coordinated(child: "Token") -> "Token | None":
    """A child of what governs it; what it goes on with, where trees hang it too high.

    "Seeks to close it and expel him": closing and expelling are sought.
    """
    if child.dep_ != "conj":
        return child
    if child.tag_ != "VB" or finite(child.head) is None or finite(child) is not None:
        return None
    helped = any(c.dep_ == "aux" for c in child.head.children)
    before = [c for c in child.head.rights if c.dep_ == "xcomp" and c.i < child.i]
    return before[-1] if before and not helped else None


def hedged(clause: "Token", verb: "Token") -> bool:
    """As in "says that Peru would meet him": it would if; "said that it would" is told.

    A verb of saying in the past turns "will" into "would"; one in the present does not.
    """
    now = finite(verb) is Tense.PRESENT
    return now and any(c.dep_ == "aux" and c.lower_ == "would" for c in clause.lefts)


def means(phrase: "Token") -> bool:
    """As in "by leaving it"."""
    return phrase.lower_ == "by" and any(c.dep_ == "pcomp" for c in phrase.children)


def before_colon(child: "Token", head: "Token") -> bool:
    """Whether a colon parts a clause from what follows."""
    return any(t.text == ":" for t in child.doc[child.i : head.i])


def too(child: "Token", head: "Token") -> bool:
    """As in "is too weak to attack"."""
    if head.pos_ != "ADJ" or not open_infinitive(child):
        return False
    return any(c.dep_ == "advmod" and c.lower_ == "too" for c in head.lefts)


def open_infinitive(verb: "Token") -> bool:
    """As in "to expel", and bare in "let Peru expel"."""
    marked = infinitive(verb)
    bare = verb.tag_ == "VB" and verb.dep_ in ("ccomp", "xcomp")
    return marked or (bare and not any(c.dep_ == "aux" for c in verb.children))


def clausal_noun(noun: "Token") -> bool:
    """As in "denied the claim that it had met", "dropped plans to meet"."""
    told = any(c.dep_ in ("acl", "ccomp", "relcl") for c in noun.children)
    return noun.dep_ in ("dobj", "nsubjpass") and told


def beside(phrase: "Token", verb: "Token") -> bool:
    """As in "on later trips it sought help", "met at the talks": not what it seeks."""
    return verbal(verb) and (phrase.i < verb.i or phrase.lower_ in ("at", "in"))


def supposed(verb: "Token") -> bool:
    """As in "an attack would be a mistake", unless told of what was said."""
    said = verb.dep_ == "ccomp" and verbal(verb.head)
    return not said and any(
        c.dep_ == "aux" and c.lower_ in ("would", "'d") for c in verb.children
    )


def reaches(cue: Individual, child: "Token") -> bool:
    """As in "talks failed to start"; a summit that failed was held all the same."""
    over = cue.one("over")
    if over == "clause":
        beside = (c for c in child.head.children if c.dep_ == "xcomp")
        return any(map(verbal, (child, *beside)))
    if over == "indefinite":
        return not verbal(child) and indefinite(child)
    return over is None or not verbal(child)


def told_as_so(clause: "Token", cue: Individual) -> bool:
    """As in "told reporters that it had met", "agreed that it is": not to come."""
    if clause.dep_ == "prep":  # "agreed on how many it had expelled"
        clause = next((c for c in clause.children if c.dep_ == "pcomp"), clause)
    tense = finite(clause) if clause.dep_ in ("ccomp", "pcomp") else None
    sure = cue.one("certainty") is None
    return tense is Tense.PAST or (sure and tense is Tense.PRESENT)

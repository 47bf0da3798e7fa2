"""Whose clause it is: subjects found across what English leaves unsaid.

Control ("agreed to meet"), raising, relative clauses, participles, conjunctions; and
the coordination that every slot follows.
"""

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
CLAUSE = ("xcomp", "ccomp")
RELATIVE = ("who", "which", "that", "whom", "whose")
_OF_THE_OBJECT = ("against", "for", "from", "into", "of")
_FINITE = ("MD", "VBD", "VBP", "VBZ")
_VERBAL = ("VERB", "AUX")
_STEPS = 8  # a bound on every walk up the tree, against broken parses


def verbal(token: "Token") -> bool:
    """Whether a token heads a clause as its verb."""
    return token.pos_ in _VERBAL


def passive(verb: "Token") -> bool:
    """Whether a verb is passive: "was seen", "sanctions imposed by", "and expelled"."""
    if any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children):
        return True
    if _resultative(verb):
        return True
    if verb.tag_ not in ("VBD", "VBN") or has(verb, ("nsubj", "aux")):
        return False
    if verb.dep_ == "advcl" and has(verb, ("mark",)):
        return True  # "if found guilty"
    if verb.tag_ != "VBN":
        return False
    if verb.dep_ in ("acl", "advcl", "xcomp", "oprd"):
        return True  # "the deal signed by", "was found shot", "if found guilty"
    return verb.dep_ == "conj" and verbal(verb.head) and passive(verb.head)


def _resultative(verb: "Token") -> bool:
    """As in the headline "Rapper shot dead in Lima": nobody shoots dead no one."""
    results = [c for c in verb.children if c.dep_ == "oprd" and c.pos_ == "ADJ"]
    whole = has(verb, ("dobj",)) or any(has(r, SUBJECTS) for r in results)
    return bool(results) and verb.tag_ in ("VBD", "VBN") and not whole


def subjects(verb: "Token", steps: int = _STEPS) -> list["Token"]:
    """The surface subject of a verb, found across what the clause shares.

    Empty when nobody is named ("To meet them would be wrong").
    """
    own = _own_subjects(verb)
    if own:
        return [t for c in own for t in antecedent(c, verb)]
    if not steps:
        return []
    return _shared_subject(verb, steps - 1)


def _own_subjects(verb: "Token") -> list["Token"]:
    """Those that hang on a verb, or on its auxiliary: "is vilified and demonized"."""
    own = [c for c in verb.children if c.dep_ in SUBJECTS]
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    return own or [g for c in helpers for g in c.children if g.dep_ in SUBJECTS]


def _finite(verb: "Token") -> bool:
    """Whether a verb, or its auxiliary, has a tense: such a clause has a subject."""
    row = [verb, *(c for c in verb.children if c.dep_ in ("aux", "auxpass"))]
    return any(t.tag_ in _FINITE for t in row)


def _shared_subject(verb: "Token", steps: int) -> list["Token"]:
    head, dep = verb.head, verb.dep_
    if head == verb:
        return []
    if dep == "acl":
        return _participle_subject(verb, head)
    if dep == "relcl":
        return []
    if dep == "pcomp" and verb.tag_ in _FINITE:
        return []  # "after a rebel shot him": whoever shot, not whom we go on about
    if dep == "conj" and (own := _lost_subject(verb)):
        return own
    if dep == "pcomp" and head.lower_ in _OF_THE_OBJECT and verbal(head.head):
        # "prevented Seoul from restarting talks": Seoul would have restarted them
        objects = [c for c in head.head.children if c.dep_ == "dobj"]
        if objects and not passive(head.head):
            return expanded(objects)
    if dep in ("prep", "pcomp") and head.dep_ in ("prep", "agent"):
        head = head.head
    if head.dep_ in ("prep", "agent", "mark") and not verbal(head):
        head = head.head
    if head.dep_ == "acomp" and verbal(head.head):
        return subjects(head.head, steps)  # "is unlikely to attack"
    if not verbal(head):
        if dep == "pcomp" and head.dep_ == "dobj" and head.tag_ == "NNS":
            return expanded([head])  # "accused two firms of spying"
        return _noun_agents(head) if dep in ("pcomp", "xcomp", "advcl") else []
    if dep == "conj" or dep in ("advcl", "pcomp", "dep"):
        return subjects(head, steps)
    if dep == "ccomp" and _finite(verb) and verb.i < head.i:
        return []  # "... was blamed, Diaz said": not Diaz
    if dep in CLAUSE:
        # "urged Seoul to restart talks": the object restarts them
        objects = [c for c in head.children if c.dep_ in ("dobj", "dative")]
        named = [c for c in objects if c.dep_ == "dobj" or not verbal(c)]
        if dep == "xcomp" and named and not passive(head):
            return expanded(named)
        return subjects(head, steps)
    return []


def _lost_subject(verb: "Token") -> list["Token"]:
    """As in "news came from Oslo and Diaz was invited", where a tree joins the two."""
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    at = min(t.i for t in (verb, *helpers)) - 1
    before = verb.doc[max(at, 0)]
    joined = (
        before.dep_ == "conj" and before.pos_ == "PROPN" and not verbal(before.head)
    )
    after_and = verb.doc[max(before.left_edge.i - 1, 0)].lower_ == "and"
    return [before] if _finite(verb) and joined and after_and else []


def _participle_subject(verb: "Token", noun: "Token") -> list["Token"]:
    """The doer of a clause under a noun.

    "the troops crossing the border": the troops; "the North's decision to withdraw":
    the North.
    """
    if verb.tag_ in ("VBG", "VBN"):
        return expanded([noun])
    return _noun_agents(noun)


def _noun_agents(noun: "Token") -> list["Token"]:
    """Whose noun it is: possessor, else the subject of the verb that governs it."""
    owners = [c for c in noun.children if c.dep_ == "poss"]
    # "U.S. readiness to engage", "the North Korean decision to withdraw"
    owners = owners or [t for t in modifiers(noun) if t.text[0].isupper()]
    if owners:
        return expanded(owners)
    if noun.dep_ in ("dobj", "attr") and verbal(noun.head):
        return subjects(noun.head, 2)
    return []


def antecedent(token: "Token", verb: "Token") -> list["Token"]:
    """The noun that a relative pronoun stands for; other subjects as they are."""
    if token.lower_ in RELATIVE and token.tag_ in ("WDT", "WP", "WP$"):
        near = _just_before(token)
        if near is not None and _agree(near, verb) and not _inner(near, token):
            return [near]
        clause = verb
        for _ in range(_STEPS):
            if clause.dep_ == "relcl":
                return expanded([clause.head]) if _agree(clause.head, verb) else []
            if clause.head == clause:
                break
            clause = clause.head
    return expanded([token])


def _inner(name: "Token", pronoun: "Token") -> bool:
    """As in "a blast in Peru which killed ten": of a thing that holds the name."""
    clauses = [t for t in pronoun.ancestors if t.dep_ == "relcl"]
    within = name.dep_ == "pobj" and bool(clauses) and clauses[0].head != name
    place = name.head.lower_ in ("at", "in", "near", "on")
    deed = place and within and has(clauses[0], ("dobj",))
    return deed and pronoun.lower_ in ("which", "that")


def _agree(noun: "Token", verb: "Token") -> bool:
    """Not in "papers from the trial of Diaz, which accuse": one does not accuse."""
    finite = [verb, *(c for c in verb.children if c.dep_ in ("aux", "auxpass"))]
    plural = any(t.tag_ == "VBP" for t in finite)
    one = noun.tag_ in ("NN", "NNP") and not noun.conjuncts
    which = any(c.lower_ == "which" for c in verb.children)
    return not (plural and one and which)


def _just_before(pronoun: "Token") -> "Token | None":
    """As in "A and B, who heads it": the name right before the comma is meant."""
    at = pronoun.i - 1
    if at > 0 and pronoun.doc[at].text == ",":
        at -= 1
    near = pronoun.doc[at] if at >= pronoun.sent.start else None
    return near if near is not None and near.pos_ == "PROPN" else None


def modifiers(noun: "Token") -> list["Token"]:
    """Words before a noun that narrow it, the nested ones too ("U.S.-Japan talks")."""
    found = []
    for child in noun.children:
        if child.dep_ in ("compound", "amod", "nmod", "npadvmod") and child.i < noun.i:
            found += [*modifiers(child), child, *_conjuncts(child)]
        elif child.dep_ == "punct" and child.text == "-":
            found += [t for t in child.lefts if t.pos_ in ("PROPN", "ADJ", "NOUN")]
    return sorted(set(found), key=lambda t: t.i)


def expanded(tokens: "Iterable[Token]") -> list["Token"]:
    """Tokens together with what is coordinated with them ("the North and the South").

    In the order of the text, each once.
    """
    found = {t for token in tokens for t in (token, *_conjuncts(token))}
    return sorted(found, key=lambda t: t.i)


def first_of(token: "Token") -> "Token":
    """The first of what a word is coordinated with: "met in Oslo and Rome", Oslo.

    What hangs on a verb of its own ("met him, and talks") is its own first.
    """
    while token.dep_ == "conj" and token.head != token and not verbal(token.head):
        token = token.head
    return token


def _conjuncts(token: "Token") -> list["Token"]:
    found = []
    for child in token.children:
        if child.dep_ == "conj" and child.i > token.i and not verbal(child):
            found += [child, *_conjuncts(child)]
        elif child.dep_ == "appos" and token.pos_ == "PROPN" and child.pos_ == "NOUN":
            # "A, the minister, and B signed": the tree hangs B on the minister
            found += [t for t in _conjuncts(child) if _after_comma_and(t)]
    return found


def _after_comma_and(name: "Token") -> bool:
    """Whether a name goes on with a list: it follows ", and"."""
    at = name.left_edge.i
    before = [t.lower_ for t in name.doc[max(at - 2, 0) : at]]
    return name.pos_ == "PROPN" and before == [",", "and"]


def after_comma(phrase: "Token") -> bool:
    """Whether a comma parts a word's phrase from what stands before it."""
    first = phrase.left_edge.i
    return first > 0 and phrase.doc[first - 1].text == ","


def has(token: "Token", deps: Collection[str]) -> bool:
    """Whether one of the token's children stands in one of these relations."""
    return any(c.dep_ in deps for c in token.children)

"""Whom a noun is said of, and which verb it is the object of."""

from typing import TYPE_CHECKING

from kg.syntax.subjects import after_comma, expanded, passive, subjects, verbal

if TYPE_CHECKING:
    from spacy.tokens import Token


def holder_verb(noun: "Token") -> "Token | None":
    """The verb that a noun is the object of; None when it is of none."""
    verb = noun.head
    return verb if noun.dep_ in ("dobj", "attr", "oprd") and verbal(verb) else None


def holders(noun: "Token") -> list["Token"]:
    """Whom a noun is said of: apposition either way, copula, "as", title before name.

    "Ri Son-gwon, the head of the agency", "Ri is the head", "Ri served as head",
    "the head of the agency, Ri Son-gwon".
    """
    found = [c for c in noun.children if _apposed(c, noun) or _before_comma(c, noun)]
    if noun.dep_ == "appos":
        found.append(_before_verb_and_comma(noun) or _last_before(noun.head, noun))
    if noun.dep_ in ("compound", "nmod") and noun.head.pos_ == "PROPN":
        found.append(noun.head)
    if noun.dep_ == "attr" and noun.head.lemma_ in ("be", "become", "remain"):
        found += subjects(noun.head)
    if noun.dep_ == "pobj" and noun.head.lower_ == "as" and verbal(noun.head.head):
        verb = noun.head.head
        objects = [c for c in verb.children if c.dep_ == "dobj"]
        found += objects if objects and not passive(verb) else subjects(verb)
    if noun.dep_ == "oprd" and verbal(noun.head):
        # "was named head", "named him head"
        named = [c for c in noun.head.children if c.dep_ == "dobj"]
        if after_comma(noun):
            # "named A and B, the head of the service": said of B, not given to A
            named = [_last_before(n, noun) for n in named]
        found += subjects(noun.head) if passive(noun.head) else named
    return sorted(set(found), key=lambda t: t.i)


def _before_verb_and_comma(noun: "Token") -> "Token | None":
    """As in "he is from Chad, a state that": of Chad, where the tree sees "he"."""
    if not after_comma(noun):
        return None
    name, first = noun.doc[noun.left_edge.i - 2], noun.head
    across = any(verbal(t) for t in noun.doc[first.i + 1 : name.i])
    own = name == first or first.is_ancestor(name)
    return name if name.pos_ == "PROPN" and across and not own else None


def _last_before(first: "Token", noun: "Token") -> "Token":
    """As in "A and B, the head of the service": B, of those coordinated."""
    joined = [t for t in expanded([first]) if t.i < noun.i]
    return joined[-1] if joined else first


def _apposed(name: "Token", noun: "Token") -> bool:
    """As in "his envoy, Sung Kim"; what a third phrase parts is a list, or a quote.

    "a letter from her brother, Moon's spokesman, Kim Eui-kyeom, told reporters"
    """
    between = noun.doc[noun.i + 1 : name.i]
    close = sum(t.text == "," for t in between) < 2
    return name.dep_ == "appos" and name.pos_ == "PROPN" and close


def _before_comma(name: "Token", noun: "Token") -> bool:
    """As in "Baik Tae-hyun, spokesman at the ministry, told": an apposition misread."""
    return (
        name.dep_ in ("nmod", "compound")
        and name.pos_ == "PROPN"
        and name.i < noun.i
        and noun.doc[name.i + 1].text == ","
    )

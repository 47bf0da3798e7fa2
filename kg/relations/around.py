"""The slots around an anchor that the syntax alone does not give.

What stands right beside a name ("Kofi Annan of Ghana", "Ana Silva (PT)"), what kind
of thing it is said to be ("the French firm Total"), what a participle before a noun
tells ("Vienna-based OPEC"), and whom an office names when the tree hangs the name
elsewhere ("the head of the service, Ali Sharif, said"). The names of the slots are
those of the ontology's patterns (ontology/README.md).
"""

from typing import TYPE_CHECKING

from kg.arguments import Scene
from kg.model import Kind
from kg.syntax import Slots, expanded, subjects, verbal

if TYPE_CHECKING:
    from spacy.tokens import Token

_FREE = ("nsubj", "nsubjpass")
_REACH = 14  # tokens from an office to the name that it is said of
_GAP = 5  # tokens from a name to what is said of it, across an age
_ENDS = (",", ".", ")", "-", "\u2013", "\u2014", '"', "\u201d")
_BREAKS = (";", ":", "(", "who", "which", "that", "whose")
_OPENS = ("of", "for", "at", "in", "to", "and", ",")


def around(scene: Scene, token: "Token") -> Slots:
    """All slots of an anchor: those of its syntax, itself, and what is beside it."""
    slots = scene.slots(token)
    if "modifier" in slots:
        slots = {**slots, "modifier": [t for t in slots["modifier"] if not _part(t)]}
    found = {**slots, "self": [token], **_next(token)}
    if token.i in scene.parsed.names:
        return {**found, **_beside(scene, token, found)}
    if verbal(token) or token.tag_ == "VBN":
        return {**found, **_participle(token)}
    told = found.pop("holder", [])
    held = [h for h in told if not _labelled(token, h)] or _held(scene, token)
    if held:
        # "the brothers Raul and Fidel": all of them
        found["holder"] = expanded(held) if token.tag_ == "NNS" else held
    return found


def _part(name: "Token") -> bool:
    """As in "an Iran-born cleric": a name that a participle narrows to its own tale."""
    after = name.doc[name.i + 1 : name.i + 3]
    joined = len(after) == 2 and after[0].text == "-"
    return joined and after[1].tag_ in ("VBN", "VBD")


def _next(token: "Token") -> Slots:
    """Phrases right after a word, but not those of the verb that it is the object of.

    "telephoned the president from Cairo" does not tell where the president is from.
    """
    found: Slots = {}
    for child in token.children:
        near = child.dep_ == "prep" and _close(token, child)
        if near and (token.dep_ in _FREE or child.lower_ in ("of", "in")):
            found[f"next-{child.lower_}"] = _objects(child)
    after = token.nbor() if token.i + 1 < len(token.doc) else token
    if after.pos_ == "ADP" and (objects := _objects(after)):
        found[f"beside-{after.lower_}"] = objects
    return found


def _objects(preposition: "Token") -> list["Token"]:
    return [c for c in preposition.children if c.dep_ == "pobj"]


def _close(token: "Token", preposition: "Token") -> bool:
    """Whether nothing but a comma and an age stands before a preposition."""
    between = token.doc[token.i + 1 : preposition.i]
    near = token.i < preposition.i and len(between) <= _GAP
    return near and all(t.is_punct or t.like_num for t in between)


def _beside(scene: Scene, name: "Token", slots: Slots) -> Slots:
    """Around a name: its owner by name, a name in brackets, the words before it."""
    names = scene.parsed.names
    kinds = _kinds(scene, name, slots)
    owners = [t for t in slots.get("possessor", ()) if t.i in names]
    found: Slots = {
        "owner": [] if _modifies(scene, name) else owners,
        "kind": kinds,
        "demonym": [t for t in kinds if _demonym(scene, t, name)],
        "bracket": _bracketed(name),
    }
    apposed = [c for c in name.children if c.dep_ == "appos"]
    tale = [c for c in apposed if c.pos_ == "NOUN" and _after_comma(c)]
    if "apposed" not in slots and (wider := [c for c in apposed if _side(name, c)]):
        found["apposed"] = wider
    found["tale"] = tale
    found["tale-of"] = [t for noun in tale for t in _named_owners(scene, noun)]
    if name.dep_ == "acomp" and names[name.i].kind is Kind.DEMONYM:
        found["said-of"] = subjects(name.head)
    return {slot: row for slot, row in found.items() if row}


def _modifies(scene: Scene, name: "Token") -> bool:
    """As in "Israel's Gaza offensive", but not in "Turin's La Stampa daily"."""
    after = name.head
    kind = scene.lexicon.nouns.get(after.lemma_.lower()) or ""
    compound = name.dep_ in ("compound", "nmod", "amod") and after.i == name.i + 1
    same = scene.lexicon.schema.is_a(kind, scene.cls(name.i) or "")
    return compound and after.pos_ == "NOUN" and not same


def _side(name: "Token", country: "Token") -> bool:
    """As in "Mendoza, western Argentina": only an adjective before what is apposed."""
    between = name.doc[name.i + 1 : country.i]
    return [t.pos_ for t in between] == ["PUNCT", "ADJ"]


def _after_comma(noun: "Token") -> bool:
    """Whether a phrase is set off, as what is told of a name beside it is."""
    edge = noun.left_edge
    return edge.i > 0 and edge.nbor(-1).text in (",", "(", "-", "\u2013", "\u2014")


def _named_owners(scene: Scene, noun: "Token") -> list["Token"]:
    """Whose a noun is by name: "Germany's largest bank", "a German bank"."""
    slots, names = scene.slots(noun), scene.parsed.names
    rows = [*slots.get("possessor", ()), *slots.get("modifier", ())]
    return [t for t in rows if t.i in names]


def _kinds(scene: Scene, name: "Token", slots: Slots) -> list["Token"]:
    """As in "the French firm Total": what a name is said to be, and its modifiers."""
    noun = name.nbor(-1) if name.i else name
    before = slots.get("modifier", [])
    if noun.pos_ == "NOUN" and (name.head == noun or _joined(noun, name)):
        return [*scene.slots(noun).get("modifier", ()), noun, *before]
    return before


def _demonym(scene: Scene, word: "Token", name: "Token") -> bool:
    """As in "Peruvian screenwriter Ana": with nothing but words before the name."""
    names = scene.parsed.names
    if word.i not in names:
        return False
    between = word.doc[word.i + 1 : name.i]
    plain = all(t.is_alpha and t.i not in names and t.pos_ != "CCONJ" for t in between)
    short = word.text.isupper() and len(between) > 0  # "US senator Ana Silva"
    told = names[word.i].kind is Kind.DEMONYM or short
    return told and plain and len(between) < _GAP


def _bracketed(name: "Token") -> list["Token"]:
    """As in "the mayor, Ana Silva (PT)": what alone stands in the brackets."""
    after = name.doc[name.i + 1 : name.i + 4]
    whole = len(after) == 3 and after[0].text == "(" and after[2].text == ")"
    return [after[1]] if whole else []


def _participle(verb: "Token") -> Slots:
    """As in "Vienna-based OPEC": what is described, and the word before the hyphen."""
    if verb.dep_ != "amod":
        return {}
    before = [c for c in verb.lefts if c.dep_ in ("npadvmod", "compound", "nmod")]
    return {"described": [verb.head], "before": before} if before else {}


def _joined(noun: "Token", name: "Token") -> bool:
    """Whether a noun tells what the name right after it is, whatever the tree says."""
    beside = noun.head == name.head and noun.dep_ == name.dep_
    return noun.pos_ in ("NOUN", "ADJ") and (noun.head == name or beside)


def _labelled(noun: "Token", name: "Token") -> bool:
    """As in "Editor: Ana Silva": a label is of nobody who is named before it."""
    return any(t.text == ":" for t in noun.doc[noun.i : name.i])


def _held(scene: Scene, noun: "Token") -> list["Token"]:
    """Who or what a noun is said of where the tree does not show it.

    "the head of the service, Ali Sharif, said": the name after a comma that ends its
    phrase. "Riyadh's rival Tehran": a noun taken for an adjective. "the rivals
    India and Pakistan met": two subjects of one verb.
    """
    names, doc = scene.parsed.names, noun.doc
    if noun.i + 1 < len(doc) and noun.i + 1 in names and _joined(noun, noun.nbor()):
        return [noun.nbor()]
    row = doc[noun.i + 1 : min(noun.i + _REACH, noun.sent.end)]
    if not len(row) or row[0].lower_ not in _OPENS:
        return []
    for token in row:
        if verbal(token) or token.text in _BREAKS:
            return []
        if token.i in names and doc[token.i - 1].text == ",":
            if scene.cls(token.i) == "Place" and token.i - 2 in names:
                return []  # "the plant in Aiken, S.C."
            after = doc[token.i + 1] if token.i + 1 < len(doc) else None
            return [token] if after is None or after.text in _ENDS else []
    return []

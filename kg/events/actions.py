"""Acts that no category fits: kg:Action, with the lemma of the verb that tells it.

Two entities at least, one of them named in the article as a side of the act: who does
it and to, with, from or for whom; of whatever class. A noun of an act ("the merger of A
and B") tells it as its verb does. What is rather than is done is no act
(kg:StateVerb), nor is what somebody says (kg:ReportingVerb) unless it is said to one
who is named (kg:AddressVerb); a light verb ("took part") tells nothing without its
noun, unless what it moves is an entity itself ("opened Heathrow"). What one alone must
do is kept too, until it is known whether somebody says so: then it is a request.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kg.arguments import AFFECTED, Scene
from kg.events.category import owed
from kg.events.draft import Draft
from kg.events.triggers import Trigger
from kg.model import Kind
from kg.schema import Individual, Schema
from kg.syntax import Slots, lemma_forms, passive, verbal
from kg.syntax.subjects import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

ACTION = "Action"
_BARRED = ("StateVerb", "ReportingVerb", "LightVerb", "PhaseVerb")
_CARRYING = ("LightVerb", "PhaseVerb")
_NOUNS = ("NOUN", "PROPN")
_PLACES = ("in", "at", "near", "outside")
_TOUCHED = ("indirect", "object", "of")
_HAVING = ("possessor",)
_ADDRESSED = ("indirect", "object", "to", "with")
_CLAUSES = ("ROOT", "advcl", "ccomp", "conj")
_NOMINAL = ("amod", "attr", "compound", "dobj", "nsubj", "nsubjpass", "pobj")
_FINITE = ("VB", "VBP", "VBZ")
_PLACE_CLASSES = ("Country", "Place")

Roles = Mapping[str, str]


@dataclass(frozen=True)
class Actions:
    """What the ontology says of acts without a category: a frame for each kind."""

    schema: Schema

    @cached_property
    def _frames(self) -> dict[str, Roles]:
        """Slots to roles of each frame of acts, by the frame."""
        frames = [f for f in self.schema.of("Frame") if f.one("evokes") == ACTION]
        return {
            frame.id: {s: r[0] for s, r in frame.prefixed("slot:").items()}
            for frame in frames
        }

    @cached_property
    def _press(self) -> frozenset[str]:
        """Gazetteer entries to whom is told what is meant for all."""
        public = {s for t in self.schema.of("AddressVerb") for s in t.all("public")}
        terms = [t for t in self.schema.of("SectorEntry") if t.one("sector") in public]
        return frozenset(entry for term in terms for entry in term.all("entry"))

    def find(
        self, scene: Scene, sentence: Iterable["Token"], told: Collection[int]
    ) -> Iterator[Draft]:
        """Acts of a sentence, but of the tokens whose events were `told` already."""
        for token in sentence:
            if token.i in told or token.i in scene.parsed.names:
                continue
            act = self._act(scene, token, told)
            draft = None if act is None else _draft(scene, token, *act)
            if draft is not None:
                yield draft

    def _act(
        self, scene: Scene, token: "Token", told: Collection[int]
    ) -> tuple[str, Roles] | None:
        """The verb that a token tells an act by, and its frame; None if it tells none.

        Of speech only whom it addresses counts, of a light verb what it moves itself.
        """
        if token.pos_ in _NOUNS:
            noun = _act_noun(scene, token)
            if noun is None:
                return None
            roles = self._frames[noun.need("frame")]
            if scene.lexicon.has("ReportingVerb", token.head.lemma_):
                # who announces a sale need not sell
                roles = {s: r for s, r in roles.items() if s != "subject"}
            return noun.need("verb"), roles
        if not _acts(scene, token):
            return None
        forms, roles = lemma_forms(token), self._frames.get("act", {})
        particles = [c.lower_ for c in token.children if c.dep_ == "prt"]
        lemma = " ".join([forms[0], *particles])
        barred = {k for k in _BARRED if scene.lexicon.has(k, *forms)}
        if scene.lexicon.has("AddressVerb", *forms):
            if self._public(scene, token):
                return None
            return lemma, {s: r for s, r in roles.items() if _of_speech(s, r)}
        if barred and barred.issubset(_CARRYING) and _moves(scene, token, told):
            return lemma, roles
        return None if barred else (lemma, roles)

    def _public(self, scene: Scene, token: "Token") -> bool:
        """Whether the press is told: "told Reuters" says who heard it, no more."""
        around = scene.slots(token)
        heard = [t for s in _ADDRESSED for t in around.get(s, ())]
        clusters = [scene.linked.cluster(t.i) for t in heard]
        return any(c is not None and c.entry in self._press for c in clusters)


def _of_speech(slot: str, role: str) -> bool:
    """Whether a slot is the speaker's or that of whom the words are for."""
    return role == "actor" or slot in _ADDRESSED


def _act_noun(scene: Scene, token: "Token") -> Individual | None:
    """The term of a noun that tells an act; None of any other, and before a noun."""
    if token.dep_ in ("compound", "nmod"):
        return None
    return scene.lexicon.words("ActNoun").get(token.lemma_.lower())


def _acts(scene: Scene, token: "Token") -> bool:
    """Whether a word is the verb of a clause of its own, whose subject can be known.

    Not of what a noun is for ("a chance to win"), nor right after a noun that the tree
    gave to the clause before: "lost to Ajax and Feyenoord were beaten".
    """
    noun = token.dep_ in _NOMINAL or any(c.dep_ == "det" for c in token.children)
    if not verbal(token) or token.pos_ == "AUX" or noun:
        return False
    if _what_for(token) or _said_of_others(scene, token):
        return False
    if token.dep_ in _CLAUSES and not any(c.dep_ in SUBJECTS for c in token.children):
        helpers = [c for c in token.children if c.dep_ in ("aux", "auxpass")]
        first = min([token, *helpers], key=lambda t: t.i)
        if token.doc[max(first.i - 1, 0)].pos_ in _NOUNS:
            return False
    helped = any(c.dep_ in ("aux", "auxpass") for c in token.children)
    if helped or token.tag_ not in _FINITE:
        return True
    # "athletes"
    return not any(f in scene.lexicon.plain_nouns for f in lemma_forms(token))


def _what_for(verb: "Token") -> bool:
    """Whether a verb says what a noun is for: "the need to build and to sell".

    Or may say so: "put the number waiting to cross at fifty", "rules for proving it".
    """
    while verb.dep_ in ("conj", "xcomp") and verbal(verb.head):
        verb = verb.head
    if verb.dep_ == "advcl" and verb.tag_ == "VBG":
        return verb.doc[max(verb.left_edge.i - 1, 0)].pos_ in _NOUNS
    if verb.dep_ == "pcomp":
        return verb.head.head.pos_ in _NOUNS
    return verb.dep_ == "acl" and verb.tag_ in _FINITE


def _said_of_others(scene: Scene, verb: "Token") -> bool:
    """As in "To stop Chad, he said, others must act": not he."""
    clause = verb
    while clause.dep_ in ("conj", "xcomp") and verbal(clause.head):
        clause = clause.head
    above = clause.head
    while above.pos_ in ("ADP", "SCONJ") and above.head != above:
        above = above.head
    fronted = clause.dep_ in ("advcl", "pcomp") and clause.i < above.i
    own = any(c.dep_ in SUBJECTS for c in clause.children)
    return fronted and not own and scene.lexicon.has("ReportingVerb", above.lemma_)


def _moves(scene: Scene, token: "Token", told: Collection[int]) -> bool:
    """Whether what a light verb has as its object is an entity and no event.

    Of "agreed to give Togo a ship" the agreement tells it.
    """
    if token.dep_ in ("ccomp", "xcomp") and token.head.i in told:
        return False
    around = scene.slots(token)
    things = [*around.get("object", ()), *around.get("indirect", ())]
    if any(t.i in told or _act_noun(scene, t) for t in things):
        return False
    return any(t.i in scene.linked.at and scene.named(t.i) for t in things)


def _draft(scene: Scene, token: "Token", verb: str, roles: Roles) -> Draft | None:
    """An act with who takes part; None unless it links two, or who acts and a place.

    Whoever is named by a slot itself goes before those to whom the things in the slots
    belong. Of a passive without an agent all are recipients: "was sold to Tata".
    """
    around = scene.slots(token)
    actors = _named(scene, around, roles, "actor")
    if actors:
        others = _touched(scene, around, roles, actors)
    else:
        others = _without_agent(scene, token, around, roles)
    mutual = "recipient" not in roles.values()
    placed = not (mutual or _spoken(roles)) and bool(_places(scene, around))
    linked = others or (len(actors) > 1 if mutual else actors and placed)
    asked = not linked and len(actors) == 1 and owed(scene, token)
    if not (linked or asked):
        return None
    trigger = Trigger("action", (verb,), "VERB", ACTION, None, None, roles, {})
    return Draft(token, trigger, ACTION, actors, others, around, owed=asked)


def _touched(
    scene: Scene, around: Slots, roles: Roles, actors: Sequence[int]
) -> list[int]:
    """To whom it is done: the named, else whose things it is done to, else where."""
    rows = [_named(scene, around, roles, "recipient"), _owners(scene, around, roles)]
    if not (around.get("object") or _spoken(roles)):
        rows.append(_places(scene, around))
    return next((others for r in rows if (others := scene.besides(r, actors))), [])


def _without_agent(
    scene: Scene, verb: "Token", around: Slots, roles: Roles
) -> list[int]:
    """What is acted on and to whom; nobody unless both are named by the verb itself."""
    if not (verbal(verb) and passive(verb)):
        return []
    own = {s: [t for t in row if _own(verb, t)] for s, row in around.items()}
    things = _named(scene, {"object": own.get("object", [])}, roles, "recipient")
    found = _named(scene, own, roles, "recipient")
    return found if things and len(found) > len(things) else []


def _spoken(roles: Roles) -> bool:
    """Whether the roles are those of words, which need a hearer."""
    return set(roles) <= {"subject", *_ADDRESSED}


def _named(scene: Scene, around: Slots, roles: Roles, role: str) -> list[int]:
    """Who fills a role, as far as the article names them.

    Not where it happens: "in Peru" is a place, "a stake in Fiat" is of Fiat.
    """
    filling = [t for s in sorted(around) if roles.get(s) == role for t in around[s]]
    tokens = [t for t in filling if not (_somebody(scene, t) or _apart(t))]
    where = {t.i for s in _PLACES for t in around.get(s, ())}
    return [
        i
        for i in scene.participants(tokens, lists=True)
        if scene.named(i) and not (i in where and scene.cls(i) in _PLACE_CLASSES)
    ]


def _somebody(scene: Scene, token: "Token") -> bool:
    """Whether a noun is of a person who acts for nobody else: "a Dutch actress"."""
    noun = scene.lexicon.words("ClassNoun").get(token.lemma_.lower())
    person = noun is not None and noun.one("denotes") == "Person"
    return person and token.i not in scene.linked.at


def _apart(token: "Token") -> bool:
    """Whether a phrase belongs to another clause than the tree says.

    "lost to Ajax and Feyenoord were beaten", "was repeated, with Chad saying"
    """
    after = token.doc[token.i + 1 : token.i + 2]
    taken = token.dep_ == "conj" and any(t.pos_ == "AUX" for t in after)
    before = token.doc[max(token.head.i - 1, 0)].text
    return taken or (token.dep_ == "pobj" and before == ",")


def _owners(scene: Scene, around: Slots, roles: Roles) -> list[int]:
    """Who has what an act is done to: by name, not as in "a Greek dance"."""
    found: list[int] = []
    slots = [s for s in sorted(around) if roles.get(s) == "recipient"]
    for slot in (s for s in slots if s not in _PLACES):
        owners = AFFECTED if slot in _TOUCHED else _HAVING
        found += scene.participants(around[slot], lists=True, owners=owners)
    named = [i for i in found if scene.named(i) and not _demonym(scene, i)]
    return list({scene.linked.at[i]: i for i in named}.values())


def _demonym(scene: Scene, index: int) -> bool:
    mention = scene.linked.mention(index)
    return mention is not None and mention.kind is Kind.DEMONYM


def _own(verb: "Token", token: "Token") -> bool:
    """Whether a phrase hangs on the verb and not on one of its nouns."""
    while token.dep_ in ("conj", "appos"):
        token = token.head
    if token.dep_ == "pobj":
        token = token.head
        while token.dep_ == "prep" and token.head.pos_ == "ADP":
            token = token.head
    return token.head == verb


def _places(scene: Scene, around: Slots) -> list[int]:
    """The named places where it happens."""
    found = scene.participants([t for s in _PLACES for t in around.get(s, ())])
    return [i for i in found if scene.cls(i) in _PLACE_CLASSES and scene.named(i)]

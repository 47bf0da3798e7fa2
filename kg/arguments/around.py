"""What stands around a word, and which thing it is that a word means."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kg.coref import Linked
from kg.lexicon import Lexicon
from kg.mentions import noun_lemma
from kg.model import Kind
from kg.parse import Parsed
from kg.servants import Servants
from kg.states import States
from kg.syntax import Slots, lemma_forms, passive, slots, verbal

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True)
class Around:
    """Looks up the words of one article: their slots, mentions and classes."""

    parsed: Parsed
    linked: Linked
    lexicon: Lexicon

    @cached_property
    def states(self) -> States:
        """Which states a name or a place stands for."""
        return States(self.parsed, self.linked, self.lexicon)

    @cached_property
    def servants(self) -> Servants:
        """Which nouns stand for the state beside them."""
        return Servants(self.lexicon)

    @cached_property
    def light(self) -> frozenset[str]:
        """Lemmas of verbs that carry an event noun: "hold talks", "step up attacks"."""
        words = self.lexicon.words
        return frozenset((*words("LightVerb"), *words("PhaseVerb")))

    @cached_property
    def _undergoing(self) -> frozenset[str]:
        """Lemmas of light verbs whose subject is the one to whom it is done."""
        return frozenset(self.lexicon.words("UndergoingVerb"))

    def _doers(self, noun: "Token") -> list["Token"]:
        """As in "the decision by Chad to withdraw"; not "the demand by Chad"."""
        asked = self.lexicon.has("DemandNoun", noun.lemma_)
        return [] if asked else self.slots(noun).get("by", [])

    @cached_property
    def _on_others(self) -> frozenset[str]:
        """Lemmas of verbs whose object others do: "condemn a decision to"."""
        return frozenset(self.lexicon.words("OthersVerb"))

    def slots(self, token: "Token") -> Slots:
        """Syntactic slots, widened by what a title before a name shows."""
        found = self._slots.get(token.i)
        if found is None:
            found = slots(token, self.light, self._undergoing)
            if noun := _of_others(token, self._on_others):
                found["subject"] = self._doers(noun)
            if token.i in self.parsed.names:
                found = self._name_slots(token, found)
            elif not found.get("subject"):
                found = {**found, **self._person_before(token, found)}
            self._slots[token.i] = found
        return dict(found)

    def _person_before(self, token: "Token", found: Slots) -> Slots:
        """As in "Special Envoy for X Ann B. Diaz met": whoever a tree hangs her on.

        Only before a finite verb for which it shows no subject, also before one that
        it takes for a part of the noun: "Diaz held talks".
        """
        light = [m for m in found.get("modifier", ()) if m.lemma_ in self.light]
        for verb in (token, *light):
            finite = verb.tag_ in ("VBD", "VBZ") and not passive(verb)
            name = self.parsed.names.get(verb.i - 1)
            if finite and name is not None and name.cls == "Person":
                return {"subject": [verb.nbor(-1)]}
        return {}

    @cached_property
    def _slots(self) -> dict[int, Slots]:
        """Slots that were looked for already, by token."""
        return {}

    def _name_slots(self, token: "Token", found: Slots) -> Slots:
        """A name's own slots: "Kaesong, North Korea" has the country `apposed`."""
        inside = [self.parsed.doc[i] for i in self.states.inside(token.i)]
        if inside:
            found = {**found, "inside": inside}
        apposed = [
            c
            for c in token.children
            if c.dep_ in ("appos", "npadvmod", "nmod") and c.i == token.i + 2
        ]
        return {**found, "apposed": apposed} if apposed else found

    def owned_slots(self, noun: "Token") -> Slots:
        """Its slots, with the modifiers that say whose it is as `demonym`."""
        found = self.slots(noun)
        found["demonym"] = [t for t in found.get("modifier", ()) if self.demonym(t)]
        return found

    def demonym(self, token: "Token") -> bool:
        """Whether a word before a noun says whose it is: "Turkish" or "U.S."."""
        name = self.parsed.names.get(token.i)
        state = name is not None and self.cls(token.i) == "Country"
        return name is not None and (state or name.kind is Kind.DEMONYM)

    def cls(self, token: int) -> str | None:
        """The class of the thing that a token's mention stands for."""
        cluster = self.linked.cluster(token)
        return None if cluster is None else cluster.cls

    def acts(self, token: int) -> bool:
        """Whether a token's mention stands for somebody who can act."""
        return self.cls(token) in self.lexicon.actors

    def named(self, token: int) -> bool:
        """Whether the article names what a token's mention stands for."""
        cluster = self.linked.cluster(token)
        return cluster is not None and any(cluster.named())

    def lemma(self, noun: "Token") -> str:
        """The lemma by which the lexicon knows a noun."""
        return noun_lemma(noun, self.lexicon) or noun.lemma_.lower()


def _of_others(verb: "Token", on_others: frozenset[str]) -> "Token | None":
    """As in "Chad foiled a plot to kill him": the plot, which is not Chad's.

    None where the noun's owner stands before it, who then would, and of other verbs.
    """
    while verb.dep_ == "conj" and verbal(verb.head):
        verb = verb.head
    noun = verb.head.head if verb.dep_ == "pcomp" else verb.head
    content = verb.dep_ in ("acl", "pcomp") and verbal(verb) and noun.dep_ == "dobj"
    owned = any(c.dep_ == "poss" or c.text[0].isupper() for c in noun.lefts)
    fits = content and not (owned or on_others.isdisjoint(lemma_forms(noun.head)))
    return noun if fits else None

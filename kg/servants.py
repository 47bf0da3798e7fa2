"""Which nouns stand for the state named beside them, and which are of somebody else.

"Kenyan police" act for Kenya; a Kenyan firm, Kenyan rebels and the Kenyan population do
not, nor does what is done to them touch the state. Of things, those that states make
and use ("a Kenyan proposal", "Kenyan jets") are the state's deed. The words are in
ontology/lexicon/servants.ttl; the default is that a noun stands for nobody.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kg.lexicon import Lexicon
from kg.mentions import noun_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

_BODY, _PERSON = "Organization", "Person"
_PLACE, _WEAPON = "Place", "Weapon"
_BEFORE = ("amod", "compound", "nmod")
_DEEDS = ("StateDeed", "StateModified")
_SORTS = ("BodyServant", "CitizenNoun", "SectorNoun", "SectorTitle")
_PRIVATE = ("FormerMark", "PrivateMark")


@dataclass(frozen=True)
class Servants:
    """Looks nouns up in the words of one lexicon."""

    lexicon: Lexicon

    def of_state(self, noun: "Token") -> bool:
        """Whether who a noun denotes acts for the state that stands before it."""
        told = (w for w in self._words(noun) if self._sorted(w))
        return next(told, "") in self.lexicon.servants and not self._private(noun)

    def people(self, noun: "Token") -> bool:
        """Whether a noun denotes persons, or how many of them."""
        body = any(self.lexicon.nouns.get(w) == _BODY for w in self._words(noun))
        part = noun.pos_ == "NUM" or self.lexicon.has("PartNoun", noun.lemma_)
        return part or (self.somebody(noun) and not body)

    def citizens(self, noun: "Token", *, material: bool) -> bool:
        """Whether what befalls single persons touches their state.

        With `material`, any person but a foe of the state: an arrested actor; in words
        only whoever is told as its citizen.
        """
        words = self._words(noun)
        person = any(self.lexicon.nouns.get(w) == _PERSON for w in words)
        citizen = any(self.lexicon.has("CitizenNoun", w) for w in words)
        return (citizen or (material and person)) and not self._private(noun)

    def somebody(self, noun: "Token") -> bool:
        """Whether a noun denotes persons or a body, and no thing."""
        return self.lexicon.somebody(*self._words(noun)) and not self.deed(noun)

    def place(self, noun: "Token") -> bool:
        """Whether a noun denotes a place or building."""
        return self.lexicon.nouns.get(noun.lemma_.lower()) == _PLACE

    def deed(self, noun: "Token") -> bool:
        """Whether a noun denotes what a state does or what it does it with."""
        weapon = self.lexicon.nouns.get(noun.lemma_.lower()) == _WEAPON
        return weapon or any(self.lexicon.has(k, noun.lemma_) for k in _DEEDS)

    def beneath(self, noun: "Token", entry: str | None) -> bool:
        """Whether what happens on it is no deed against it: a medium, or ground."""
        return entry in self._media or self.lexicon.has("GroundNoun", noun.lemma_)

    @cached_property
    def _media(self) -> frozenset[str]:
        media = self.lexicon.schema.of("Medium")
        return frozenset(entry for term in media for entry in term.all("entry"))

    def _sorted(self, word: str) -> bool:
        """Whether it is known if a noun stands for its state."""
        return word in self.lexicon.servants or any(
            self.lexicon.has(kind, word) for kind in _SORTS
        )

    def _words(self, noun: "Token") -> tuple[str, ...]:
        """The lemma of a noun, with the words before it where those are one term."""
        lemma = noun.lemma_.lower()
        return (noun_lemma(noun, self.lexicon) or lemma, lemma, noun.lower_)

    def _private(self, noun: "Token") -> bool:
        """As in "opposition leaders", "former officials", "rebel troops"."""
        before = [c for c in noun.lefts if c.dep_ in _BEFORE]
        words = {w for c in before for w in (c.lower_, c.lemma_.lower())}
        return any(self.lexicon.has(kind, *words) for kind in _PRIVATE)

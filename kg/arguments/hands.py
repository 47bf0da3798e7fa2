"""Whether a noun acts for its owner, and whether what befalls it touches the owner.

Of "Kenyan police", "a Kenyan firm", "his aide" and "the EU's refugees", only the first
act for whom they are of.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.arguments.around import Around

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True)
class Hands:
    """Judges nouns and their owners in one article."""

    around: Around

    def hands_on(self, noun: "Token", owner: int) -> bool:
        """Whether a noun may stand for its owner.

        "its spokesman" speaks for it, "Kenyan police" act for Kenya; "his aide" and
        "her party" do not act as he or she, nor is "a Kabul resident" Kabul, "an EU
        state" or the EU's refugees the EU, or a Kenyan firm Kenya.
        """
        cls = self.around.cls(owner)
        if cls == "Country":
            return self.around.servants.of_state(noun)
        lemma = self.around.lemma(noun)
        if self.around.lexicon.has("MouthpieceNoun", lemma):
            return True
        if self.in_its_hands(noun, owner):
            return False
        denotes = self.around.lexicon.nouns.get(lemma)
        if denotes in ("Country", "Place") and not self.around.servants.of_state(noun):
            return cls not in ("Organization", "Person")
        barred = {"Person": ("Group", "Person", "Place"), "Organization": ("Person",)}
        return cls not in barred.get(denotes or "", ())

    def touches(self, noun: "Token", owner: int, *, material: bool) -> bool:
        """Whether what is done to somebody is done to the state or people named.

        To Kenya by the arrest of a Kenyan, not by what befalls a Kenyan firm; to the
        Maute by what befalls Maute fighters, not to Muslims by that of a cleric.
        """
        cls, servants = self.around.cls(owner), self.around.servants
        band = cls == "Group" and self.around.lexicon.has("BodyServant", noun.lemma_)
        if self.in_its_hands(noun, owner):
            return False
        free = band or cls not in ("Country", "Group") or servants.of_state(noun)
        if free or not servants.somebody(noun):
            return True
        return servants.citizens(noun, material=material and cls == "Country")

    def in_its_hands(self, noun: "Token", owner: int) -> bool:
        """As in "the EU's refugees": people who are with a body, and are not it."""
        owned = self.around.parsed.doc[owner].dep_ == "poss"
        citizen = self.around.lexicon.has("CitizenNoun", noun.lemma_)
        return owned and citizen and self.around.cls(owner) == "Organization"

    def of_a_person(self, token: "Token") -> bool:
        """Whether a noun denotes a person: "aide", "brother"."""
        lemma = self.around.lemma(token)
        kin = self.around.lexicon.has("KinshipNoun", lemma)
        return kin or self.around.lexicon.nouns.get(lemma) == "Person"

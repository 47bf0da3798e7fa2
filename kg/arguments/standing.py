"""Who stands for whom: the officials of a country for it, the owner for a thing.

Whom a word represents may stand deeper, and who stands there may represent somebody
in turn: "the needs of thousands of people in Malawi".
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kg.arguments.around import Around
from kg.arguments.hands import Hands
from kg.arguments.pairs import Pairs
from kg.arguments.told import SPEAKING, Told
from kg.syntax import Slots, speaker_of

if TYPE_CHECKING:
    from spacy.tokens import Token

OWNERS = ("demonym", "possessor", "modifier", "of", "from", "for", "at")
_WITHIN = ("in", "at", "near", "inside", "across", "around", "outside")
_BEHIND = ("of", "against", "on", "for", "into", "from", "by")
_DEPTH = 3  # "the needs of thousands of people in Malawi"
# slots in which somebody stands for a thing: whose deed it is, whom a deed touches
ACTING = ("demonym",)
# whose people they are who act as such: "Kenyan students marched"
CITIZENS = ("demonym", "from", "in", "of", "possessor")
AFFECTED = ("possessor", "modifier", "of")
# also where who is helped lives, and where what is struck stands: a market in Aden
FREED = (*AFFECTED, "person")
HELPED = (*AFFECTED, *_WITHIN)
HIT = (*AFFECTED, "site")


@dataclass(frozen=True)
class Standing:
    """Finds the actors behind the words of one article."""

    around: Around
    pairs: Pairs
    told: Told

    @cached_property
    def _hands(self) -> Hands:
        return Hands(self.around)

    def stand_ins(self, token: "Token", *, strict: bool = False) -> list[int]:
        """Who a word itself stands for: its mention, or whom it represents."""
        known = token.i in self.around.linked.at
        told = strict or (known and self.around.named(token.i))
        if not told and (said := self.told.said_of(token)):
            return said
        if known:
            return [token.i]
        members = self.around.lexicon.collectives.get(token.lower_)
        if members:
            return self.around.states.mentions(members, token.i)
        if not strict and (named := self.told.named_after(token)):
            return named
        found = self.pairs.titled(token) or self.pairs.members(token)
        if found or strict:
            return found
        if some := self.told.examples(token):
            return some
        if token.pos_ == "PRON":
            if token.lower_ in SPEAKING:
                return self.told.speaking(token)
            same = speaker_of(token)
            return [] if same is None else self.stand_ins(same)
        part = self.part_of(token)
        found = self.stand_ins(part) if part else self._represented(token)
        return found or self.told.led_by(token)

    def _represented(self, token: "Token") -> list[int]:
        """Whose "North Korean officials", "its entire staff", "troops of Chad" are."""
        lexicon, lemma = self.around.lexicon, self.around.lemma(token)
        if lexicon.has("KinshipNoun", lemma):
            return []  # her brother is not she
        known = lexicon.nouns.get(lemma) in lexicon.actors
        serves = self.around.servants.of_state(token)
        if not (known or serves or lexicon.has("DelegateNoun", lemma)):
            return []
        near = self.around.owned_slots(token)
        if lexicon.nouns.get(lemma) in ("Country", "Place"):
            # "the Indian state of Kerala" is Kerala
            names = self.around.parsed.names
            if same := [t.i for t in near.get("of", ()) if t.i in names]:
                return same
        if owners := self._served(token, near):
            return owners
        # troops in a country are not its own
        return self._governing(near.get("in", ())) if known and serves else []

    def _served(self, noun: "Token", near: Slots) -> list[int]:
        """As in "his South Korean counterpart": whose, by the first slot that tells."""
        for slot in OWNERS:
            # of a compound the head's slots are seen too: those are not its own
            below = [
                t
                for t in near.get(slot, ())
                if t.i in self.around.linked.at or noun.is_ancestor(t)
            ]
            owners = [
                i
                for t in below
                for i in self._owned(t)
                if i != t.i or self._hands.hands_on(noun, i)
            ]
            if owners:
                return owners
        return []

    def _governing(self, tokens: Sequence["Token"]) -> list[int]:
        """The states of places in which somebody is who serves a state."""
        within = [i for t in tokens for i in self._owned(t) or self.owners(t, AFFECTED)]
        homes = [h for i in within for h in self.around.states.home(i)]
        return [h for h in homes if self.around.cls(h) == "Country"]

    def _owned(self, token: "Token") -> list[int]:
        if token.i in self.around.linked.at:
            return [token.i]
        members = self.around.lexicon.collectives.get(token.lower_)
        if members:
            return self.around.states.mentions(members, token.i)
        # "the Ankara prosecutor's office"
        return self.pairs.members(token) or self._represented(token)

    def part_of(self, token: "Token") -> "Token | None":
        """As in "dozens of Serbian students": those of whom some are meant."""
        counted = token.pos_ == "NUM"
        words = token.lemma_, token.lower_
        if not counted and not self.around.lexicon.has("PartNoun", *words):
            return None
        return next(iter(self.around.slots(token).get("of", ())), None)

    def owners(
        self, token: "Token", names: Sequence[str], depth: int = _DEPTH
    ) -> list[int]:
        """Actors in some slots around a thing; nobody when there are none.

        Who is affected may stand deeper: "a base in the north of Kenya".
        """
        if names == CITIZENS:
            return self._countrymen(token, depth)
        if not names or token.pos_ not in ("NOUN", "PROPN", "NUM"):
            return []
        if names == ACTING and not self.around.servants.deed(token):
            return []
        near = self.around.owned_slots(token)
        slots = [n for n in names if n not in _WITHIN]
        material = names not in (ACTING, AFFECTED)
        owners = [i for n in slots for t in near.get(n, ()) for i in self._owned(t)]
        found = [i for i in owners if self.around.acts(i)]
        found = [i for i in found if self._hands.touches(token, i, material=material)]
        if not found and depth and "of" in names:
            found = self._behind(token, names, depth - 1)
        # her brother is not she, nor is his aide he
        person = self._hands.of_a_person(token)
        return [i for i in found if not (person and self.around.cls(i) == "Person")]

    def _countrymen(self, people: "Token", depth: int) -> list[int]:
        """Whose people they are: "Kenyan nurses", "drivers in the capital of Kenya".

        The closest word says it: Kenyan students in Rome are Kenyans. Who a pronoun
        stands for may be told by its clause: "teachers in Lima said they would march".
        """
        said = speaker_of(people) if people.pos_ == "PRON" else self.part_of(people)
        if said is not None and depth:
            found = self._countrymen(said, depth - 1)
            called = people.pos_ == "PRON"
            return [i for i in found if not called or self.around.cls(i) == "Country"]
        near = self.around.owned_slots(people)
        for slot in CITIZENS:
            tokens = near.get(slot, ())
            found = [i for t in tokens for i in self._owned(t) if self.around.acts(i)]
            if not found and depth:
                things = [t for t in tokens if t.pos_ == "NOUN"]
                behind = (i for t in things for i in self._countrymen(t, depth - 1))
                found = [i for i in behind if self.around.cls(i) == "Country"]
            if found:
                return found
        return []

    def _behind(self, token: "Token", names: Sequence[str], depth: int) -> list[int]:
        """Who is named inside the phrases after a thing, the closest kind first."""
        near = self.around.slots(token)
        acts, cls = self.around.acts, self.around.cls
        within = [n for n in names if n in _WITHIN]
        if "site" in names and not self.around.servants.people(token):
            within = list(_WITHIN)
        for slot in ("possessor", *_BEHIND, *within):
            found = [
                i
                for t in near.get(slot, ())
                for i in self.stand_ins(t)
                or (self.owners(t, names, depth) if self._deep(t, slot) else ())
            ]
            fit = [i for i in found if acts(i) or cls(i) == "Place"]
            if slot == "possessor":
                fit = [i for i in fit if self._hands.touches(token, i, material=True)]
            if slot in within:  # refugees across the EU are no part of it
                fit = [i for i in fit if cls(i) != "Organization"]
            if fit:
                return fit
        return []

    def _deep(self, token: "Token", slot: str) -> bool:
        """Not in "the French carrier's bid", "a group on Kenyan soil"."""
        barred = slot == "on" and self.around.servants.beneath(token, None)
        return not barred and (slot != "possessor" or self.around.servants.place(token))

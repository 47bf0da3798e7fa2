"""From a word in a syntactic slot to the mentions that take part.

"North Korean officials" stand for their country, "the two sides" for the two parties
last spoken of, "inter-Korean" for both Koreas; a word that stands for nobody we know
gives nothing, and the slot stays empty.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kg.arguments.around import Around
from kg.arguments.pairs import Pairs
from kg.arguments.standing import (
    ACTING,
    AFFECTED,
    CITIZENS,
    FREED,
    HELPED,
    HIT,
    OWNERS,
    Standing,
)
from kg.arguments.told import Told
from kg.coref import Linked
from kg.lexicon import Lexicon
from kg.model import Span
from kg.offices import Office
from kg.parse import Parsed
from kg.servants import Servants
from kg.syntax import Slots

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["ACTING", "AFFECTED", "CITIZENS", "FREED", "HELPED", "HIT", "Scene"]

_BEFORE = ("modifier", "possessor")


@dataclass(frozen=True)
class Scene:
    """One article with everything found so far: what patterns are applied to."""

    parsed: Parsed
    linked: Linked
    offices: tuple[Office, ...]
    lexicon: Lexicon

    @cached_property
    def _around(self) -> Around:
        return Around(self.parsed, self.linked, self.lexicon)

    @cached_property
    def _told(self) -> Told:
        return Told(self._around, self._pairs)

    @cached_property
    def _standing(self) -> Standing:
        return Standing(self._around, self._pairs, self._told)

    @cached_property
    def _pairs(self) -> Pairs:
        return Pairs(self._around, self.offices)

    @property
    def quoted(self) -> Mapping[int, list["Token"]]:
        """By the start of a sentence, who is speaking in it."""
        return self._told.quoted

    @property
    def servants(self) -> Servants:
        """Which nouns stand for the state beside them."""
        return self._around.servants

    @property
    def light(self) -> frozenset[str]:
        """Lemmas of verbs that carry an event noun: "hold talks", "step up attacks"."""
        return self._around.light

    def demonym(self, token: "Token") -> bool:
        """Whether a word before a noun says whose it is: "Turkish" or "U.S."."""
        return self._around.demonym(token)

    def in_office(self, token: int) -> bool:
        """Whether a token belongs to a title that stands before a name."""
        return any(o.first <= token < o.holders[0] for o in self.offices)

    def slots(self, token: "Token") -> Slots:
        """Syntactic slots, widened by what a title before a name shows."""
        return self._around.slots(token)

    def cls(self, token: int) -> str | None:
        """The class of the thing that a token's mention stands for."""
        return self._around.cls(token)

    def acts(self, token: int) -> bool:
        """Whether a token's mention stands for somebody who can act."""
        return self._around.acts(token)

    def trait(self, category: str, name: str) -> bool:
        """Whether the ontology gives a category a trait: kg:ofPeople, kg:twoSided."""
        term = self.lexicon.schema.categories.get(category)
        return term is not None and bool(term.one(name))

    def besides(self, tokens: Iterable[int], known: Iterable[int]) -> list[int]:
        """Those of some mentions that stand for none of the things `known` stand for.

        Raises:
            KeyError: if a token heads no mention.
        """
        things = {self.linked.at[k] for k in known}
        return [t for t in tokens if self.linked.at[t] not in things]

    def named(self, token: int) -> bool:
        """Whether the article names what a token's mention stands for."""
        return self._around.named(token)

    def span(self, token: int) -> Span:
        """The span of the mention that a token heads.

        Raises:
            KeyError: if it heads none.
        """
        mention = self.linked.mention(token)
        if mention is None:
            raise KeyError(token)
        return mention.span

    def participants(
        self,
        tokens: Iterable["Token"],
        *,
        lists: bool = False,
        owners: Sequence[str] = (),
        strict: bool = False,
    ) -> list[int]:
        """Head tokens of the mentions that take part, one for each thing, in order.

        With `lists`, the rest of a list of officials follows its first. `owners` are
        the slots in which somebody stands for a thing that is nobody: "rejected an
        Armenian proposal", "defended Brazil's policies". With `strict`, nobody stands
        for another: "leads the American team" is not to lead America.
        """
        found: dict[int, int] = {}
        for token in tokens:
            if _elided(token) or self._pairs.misread(token):
                continue
            more = (
                (*self._pairs.listed_after(token), *self._pairs.listed_with(token))
                if lists
                else ()
            )
            direct = self.stand_ins(token, strict=strict)
            if not any(self.acts(i) or self.cls(i) == "Place" for i in direct):
                # a thing that is told of, "the resolution", is nobody either
                direct = self.owners(token, owners) or direct
            for index in (*direct, *more):
                found.setdefault(self.linked.at[index], index)
        return list(found.values())

    def owners(self, token: "Token", names: Sequence[str]) -> list[int]:
        """Actors in some slots around a thing; nobody when there are none.

        Who is affected may stand deeper: "a base in the north of Kenya".
        """
        return self._standing.owners(token, names)

    def stand_ins(self, token: "Token", *, strict: bool = False) -> list[int]:
        """Who a word itself stands for: its mention, or whom it represents."""
        return self._standing.stand_ins(token, strict=strict)

    def beside(self, token: "Token") -> list[int]:
        """Whoever is named with a noun, before or after it: "a Kenyan firm"."""
        around, somebody = self.slots(token), self.servants.somebody(token)
        slots = (*OWNERS, "in") if somebody else _BEFORE
        tokens = (t.i for slot in slots for t in around.get(slot, ()))
        bodies = ("Country", "Organization") if somebody else ()
        return [i for i in tokens if i in self.parsed.names or self.cls(i) in bodies]

    def part_of(self, token: "Token") -> "Token | None":
        """As in "dozens of Serbian students": those of whom some are meant."""
        return self._standing.part_of(token)

    def inside(self, token: int) -> list[int]:
        """Who is named inside a name: "US-ROK Alliance", "inter-Korean office"."""
        return self._around.states.inside(token)

    def home(self, token: int) -> list[int]:
        """A mention; of a place, its state, if the article names it."""
        return self._around.states.home(token)


def _elided(token: "Token") -> bool:
    """As in "Italy's was headed by him": not Italy, something of Italy's."""
    owned = any(c.dep_ == "case" for c in token.children)
    return owned and token.dep_ not in ("poss", "nmod", "compound")

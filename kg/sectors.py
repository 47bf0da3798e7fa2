"""Where an actor stands: its sectors, its state, its posts (PLOVER 2.0).

A state acts as its government. A body has the sector that the gazetteer knows, else
that of its name ("Ministry of ...", "... Police"). A person has that of the posts that
the articles give, else of the body that he or she works for; who held public office and
holds none now is of the former elite. What nothing speaks for stays empty. The words
are in ontology/lexicon/sectors.ttl.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.grasp import SETTLED
from kg.lexicon import Lexicon
from kg.model import Entity, KnowledgeGraph, RelationClaim
from kg.schema import Individual, Schema

_STATE, _BODY, _GROUP, _PERSON = "Country", "Organization", "Group", "Person"
_JOINT = 2  # states that are members of a body


@dataclass(frozen=True, slots=True)
class Standing:
    """What an entity is in a political scientist's table.

    `sectors` are PLOVER's codes, the one with most support first; `country` is the ISO
    3166 code (three letters) of its state, or for a body of no one state the code of
    its kind ("UNO", "IGO", "NGO"); `titles` its present posts, sorted.
    """

    sectors: tuple[str, ...] = ()
    country: str | None = None
    titles: tuple[str, ...] = ()


def standings(graph: KnowledgeGraph, schema: Schema) -> Mapping[str, Standing]:
    """Sectors, state and posts of every entity, by its id.

    Only relations that are asserted or reported count. An entity that nothing is known
    of, and a place, has an empty standing.
    """
    census = _Census(graph, Lexicon(schema))
    return {entity.id: census.standing(entity) for entity in graph.entities}


def country_code(state: Individual) -> str | None:
    """The code of a state of the gazetteer: ISO 3166, else PLOVER's own; None for none.

    States that are no more have none.
    """
    return state.one("isoAlpha3") or state.one("ploverCode")


@dataclass(frozen=True)
class _Census:
    graph: KnowledgeGraph
    lexicon: Lexicon

    def standing(self, entity: Entity) -> Standing:
        now = [c for c in self._said_of(entity) if not c.former]
        # one post, however it is spelled: "President" before "president"
        titles = {
            t.lower(): t for t in sorted({t for c in now for t in c.titles})[::-1]
        }
        sectors, country = self._sectors(entity), self._country(entity)
        return Standing(sectors, country, tuple(sorted(titles.values())))

    # ------------------------------------------------------------- sectors

    def _sectors(self, entity: Entity) -> tuple[str, ...]:
        schema = self.lexicon.schema
        if schema.is_a(entity.cls, _STATE):
            return self._of_states
        if schema.is_a(entity.cls, _PERSON):
            return self._of_person(entity)
        if schema.is_a(entity.cls, _BODY) or schema.is_a(entity.cls, _GROUP):
            return self._of_body(entity)
        return ()

    def _of_body(self, entity: Entity) -> tuple[str, ...]:
        listed = self._listed.get(entity.entry or "")
        if listed is not None:
            return listed.all("sector")
        named = (self._of_name(name) for name in (entity.label, *entity.aliases))
        return next((sectors for sectors in named if sectors), ())

    def _of_name(self, name: str) -> tuple[str, ...]:
        """The sector that the words tell which end a name, or its first part.

        "Court of Appeal" is spelled as a whole; in "Museum of the Army" the museum
        counts.
        """
        words = re.sub("['’]", "", name.lower()).replace("-", " ").split()
        breaks = (i for i, w in enumerate(words) if i and self._breaks(w))
        head = next(breaks, len(words))
        whole = self.lexicon.longest("SectorNoun", words)
        if whole is not None and whole[1] > len(words) - head:
            return whole[0].all("sector")
        first = self.lexicon.longest("SectorNoun", words[:head])
        return first[0].all("sector") if first is not None else ()

    def _breaks(self, word: str) -> bool:
        return self.lexicon.has("SectorNameBreak", word)

    def _of_person(self, entity: Entity) -> tuple[str, ...]:
        now: Counter[str] = Counter()
        before: Counter[str] = Counter()
        for claim in self._said_of(entity):
            (before if claim.former else now).update(self._of_post(claim))
        if now:
            return tuple(sorted(now, key=lambda sector: (-now[sector], sector)))
        terms = {t.id: t for t in self.lexicon.schema.of("Sector")}
        ended = {s for b in before if b in terms for s in terms[b].all("whenFormer")}
        return tuple(sorted(ended))

    def _of_post(self, claim: RelationClaim) -> set[str]:
        """What one claim of a post, or of membership, says.

        A president of a state governs, one of a firm does business; a general is of
        the armed forces wherever he serves.
        """
        link = self._links.get(claim.relation)
        if link is None:
            return set()
        of = self._entities[claim.object]
        state = self.lexicon.schema.is_a(of.cls, _STATE)
        rows = (self._of_title(title) for title in claim.titles)
        titled = {sector for row in rows for sector in row}
        if state:
            return titled or set(link.all("sector"))
        return (titled - set(link.all("sector"))) or set(self._of_body(of))

    def _of_title(self, title: str) -> tuple[str, ...]:
        words = title.lower().replace(" - ", "-").split()
        found = self.lexicon.longest("SectorTitle", words)
        return found[0].all("sector") if found is not None else ()

    # ------------------------------------------------------------- states

    def _country(self, entity: Entity) -> str | None:
        """The code of its state: its own, else that of whom it belongs to.

        Who serves a body of no one state is of that body, whatever passport it is.
        """
        links = self.lexicon.schema.of("CountryLink")
        told = (self._elected(entity, link) for link in links)
        first = next((code for code in told if code is not None), None)
        own = self._own_country(entity)
        if own is not None:
            person = self.lexicon.schema.is_a(entity.cls, _PERSON)
            return first if person and first in self._stateless else own
        # a joint body is of no one state
        return first if len(self._states_in(entity)) < _JOINT else None

    def _own_country(self, entity: Entity) -> str | None:
        """The code that the gazetteer gives; None if it knows none, or several."""
        listed = self._listed.get(entity.entry or "")
        if listed is not None and listed.one("nonState"):
            return listed.one("nonState")
        entries = self.lexicon.entries
        known = entries.get(entity.entry or "")
        if known is None:
            return None
        if self.lexicon.schema.is_a(entity.cls, _STATE):
            return country_code(known)
        states = known.all("country")
        return country_code(entries[states[0]]) if len(states) == 1 else None

    def _elected(self, entity: Entity, link: Individual) -> str | None:
        """The code that most claims of a kind name, states first; None on a tie."""
        states: Counter[str] = Counter()
        bodies: Counter[str] = Counter()
        for claim in self._said_of(entity):
            if claim.relation in link.all("relation"):
                of = self._entities[claim.object]
                is_state = self.lexicon.schema.is_a(of.cls, _STATE)
                code = self._own_country(of)
                (states if is_state else bodies).update([code] if code else [])
        first = (states or bodies).most_common(2)
        alone = len(first) == 1 or (len(first) > 1 and first[0][1] > first[1][1])
        return first[0][0] if alone else None

    def _states_in(self, body: Entity) -> set[str]:
        """The states that are told to be members of a body."""
        return {
            claim.subject
            for claim in self._told_of.get(body.id, ())
            if claim.relation in self._links
            and self.lexicon.schema.is_a(self._entities[claim.subject].cls, _STATE)
        }

    # ------------------------------------------------------------- look-ups

    def _said_of(self, entity: Entity) -> Sequence[RelationClaim]:
        return self._claims.get(entity.id, ())

    @cached_property
    def _of_states(self) -> tuple[str, ...]:
        """A state acts as those who hold its posts."""
        terms = self.lexicon.schema.of("SectorLink")
        return tuple(sorted({s for term in terms for s in term.all("sector")}))

    @cached_property
    def _claims(self) -> Mapping[str, list[RelationClaim]]:
        return self._solid(lambda claim: claim.subject)

    @cached_property
    def _told_of(self) -> Mapping[str, list[RelationClaim]]:
        return self._solid(lambda claim: claim.object)

    def _solid(
        self, end: Callable[[RelationClaim], str]
    ) -> Mapping[str, list[RelationClaim]]:
        """Claims that hold, by one of their ends."""
        found: dict[str, list[RelationClaim]] = {}
        for claim in self.graph.relations:
            if claim.status in SETTLED:
                found.setdefault(end(claim), []).append(claim)
        return found

    @cached_property
    def _entities(self) -> Mapping[str, Entity]:
        return {entity.id: entity for entity in self.graph.entities}

    @cached_property
    def _listed(self) -> Mapping[str, Individual]:
        terms = self.lexicon.schema.of("SectorEntry")
        return {entry: term for term in terms for entry in term.all("entry")}

    @cached_property
    def _stateless(self) -> frozenset[str | None]:
        return frozenset(t.one("nonState") for t in self._listed.values()) - {None}

    @cached_property
    def _links(self) -> Mapping[str, Individual]:
        terms = self.lexicon.schema.of("SectorLink")
        return {relation: term for term in terms for relation in term.all("relation")}

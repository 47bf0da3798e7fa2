"""Claims and entities in words: the card of `kg show`, the highlights of `kg demo`."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kg.cli.judging import explained, judgement_record, mention_record
from kg.cli.talk import counted
from kg.graph import Describer
from kg.graphs import Graph
from kg.model import (
    Claim,
    Entity,
    EventClaim,
    KnowledgeGraph,
    RelationClaim,
    Status,
)
from kg.schema import Schema
from kg.sectors import Standing, standings

_EVERY = 3
"""How many claims of each status the highlights show."""


@dataclass(frozen=True)
class Wording:
    """Puts claims into words, with labels for ids."""

    graph: KnowledgeGraph
    schema: Schema

    @cached_property
    def describer(self) -> Describer:
        """Labels and sentences of the graph."""
        return Describer(self.graph, self.schema)

    def claim(self, claim: Claim, *, seen_from: str | None = None) -> str:
        """What a claim says, on one line; a relation as its object sees it."""
        if isinstance(claim, EventClaim):
            return self._event(claim)
        return self._relation(claim, turned=seen_from == claim.object)

    def _relation(self, claim: RelationClaim, *, turned: bool) -> str:
        term = self.schema.relations.get(claim.relation)
        inverse = term.one("inverseLabel") if term and turned else None
        ends = [self._label(claim.subject), self._label(claim.object)]
        if inverse:
            ends.reverse()
        former = "formerly " if claim.former else ""
        titles = f" ({', '.join(claim.titles)})" if claim.titles else ""
        verb = inverse or self.schema.label(claim.relation)
        return f"{ends[0]} {former}{verb} {ends[1]}{titles}"

    def _event(self, claim: EventClaim) -> str:
        who = ", ".join(map(self._label, claim.actors))
        what = claim.verb or self.schema.label(claim.category)
        mode = f" ({claim.mode})" if claim.mode else ""
        whom = ", ".join(map(self._label, claim.recipients))
        place = f" in {self._label(claim.place)}" if claim.place else ""
        return f"{who or 'somebody'}: {what}{mode}{f': {whom}' if whom else ''}{place}"

    def _label(self, entity: str | None) -> str:
        return self.describer.label(entity) or "?"

    def _said(self, claim: Claim) -> str | None:
        """As in "the ministry says so, by Yonhap"; None in the article's own voice."""
        if claim.speaker is None:
            return "somebody unnamed says so" if claim.unnamed else None
        relays = "".join(f", by {self._label(entity)}" for entity in claim.relayed_by)
        return f"{self._label(claim.speaker)} says so{relays}"

    def receipt(self, claim: Claim) -> list[str]:
        """When, where and who says so on one line, then a line for each sentence."""
        about = self.describer.about(claim)
        day, published = about["date"], about["published"]
        when = day or (f"told {published}" if published else None)
        said = self._said(claim)
        head = " · ".join(str(p) for p in (when, claim.article, said) if p)
        sentences = about["sentences"]
        quoted = sentences if isinstance(sentences, list) else []
        return [head, *(f"> {' '.join(s.split())}" for s in quoted)]


@dataclass(frozen=True)
class Card:
    """One entity and all that is said of it."""

    graph: Graph
    entity: Entity
    why: bool = False

    @cached_property
    def _wording(self) -> Wording:
        return Wording(self.graph.knowledge, self.graph.schema)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Claims about the entity, in order of time: of the event, else the article."""
        return tuple(sorted(self.graph.claims_about(self.entity), key=self._order))

    @cached_property
    def _standing(self) -> Standing:
        return standings(self.graph.knowledge, self.graph.schema)[self.entity.id]

    def _sector(self, name: str) -> str:
        """The label of a sector."""
        terms = self.graph.schema.of("Sector")
        return next((t.need("label") for t in terms if t.id == name), name)

    def _order(self, claim: Claim) -> tuple[str, str, int, str]:
        about = self._wording.describer.about(claim)
        day = str(about["date"] or about["published"] or "9999")
        start = claim.evidence[0].start if claim.evidence else 0
        return day, claim.article, start, claim.id

    def text(self) -> str:
        """The card for people."""
        return "\n".join(self._lines()) + "\n"

    def _lines(self) -> Iterator[str]:
        entity, schema = self.entity, self.graph.schema
        articles = len({m.article for m in entity.mentions})
        yield f"{entity.label}  ({schema.label(entity.cls)}, {entity.id})"
        if entity.aliases:
            yield f"  also: {', '.join(entity.aliases)}"
        if self._standing.sectors:
            yield f"  sector: {', '.join(map(self._sector, self._standing.sectors))}"
        if self._standing.country:
            yield f"  country: {self._standing.country}"
        for match in entity.matches:
            yield f"  same as: {match}"
        yield f"  mentions: {len(entity.mentions)} in {counted(articles, 'article')}"
        if not self.claims:
            yield "\nNothing is said of it."
        for claim in self.claims:
            told = self._wording.claim(claim, seen_from=entity.id)
            yield f"\n{claim.status:8}  {told}"
            for line in self._wording.receipt(claim):
                yield f"          {line}"
        if self.why:
            yield from explained(self.graph.judgements_about(entity))

    def record(self) -> dict[str, object]:
        """The card for programs."""
        entity = self.entity
        found: dict[str, object] = {
            "id": entity.id,
            "label": entity.label,
            "class": entity.cls,
            "aliases": list(entity.aliases),
            "sectors": list(self._standing.sectors),
            "country": self._standing.country,
            "matches": list(entity.matches),
            "mentions": [mention_record(located) for located in entity.mentions],
            "claims": [self._claim(claim) for claim in self.claims],
        }
        if self.why:
            judgements = self.graph.judgements_about(entity)
            found["judgements"] = [
                judgement_record(judgement) for judgement in judgements
            ]
        return found

    def _claim(self, claim: Claim) -> dict[str, object]:
        if isinstance(claim, EventClaim):
            sides = {"actors": claim.actors, "recipients": claim.recipients}
        else:
            sides = {"subject": (claim.subject,), "object": (claim.object,)}
        listed = {side: list(ids) for side, ids in sides.items()}
        return {**self._wording.describer.about(claim), **listed}


def highlights(graph: KnowledgeGraph, schema: Schema) -> str:
    """A few claims of each status, of different kinds, as a first look at a graph."""
    wording = Wording(graph, schema)
    lines = []
    for status in reversed(Status):
        claims = [c for c in graph.claims if c.status is status]
        if claims:
            lines.append(f"{status.value}: {counted(len(claims), 'claim')}, such as")
        for claim in _varied(claims):
            lines.append(f"  {wording.claim(claim)}")
            lines += [f"      {line}" for line in wording.receipt(claim)]
    return "\n".join([*lines, ""]) + "\n"


def _varied(claims: list[Claim]) -> list[Claim]:
    """The surest claim of some relations and categories, one each."""
    surest: dict[str, Claim] = {}
    for claim in sorted(claims, key=lambda c: (-c.confidence, c.id)):
        told = claim.category if isinstance(claim, EventClaim) else claim.relation
        surest.setdefault(told, claim)
    return list(surest.values())[:_EVERY]

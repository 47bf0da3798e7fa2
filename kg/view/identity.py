"""Who an entity is: its names and where they come from, its offices, its merges.

An alias is of the text when some mention reads so, and of the gazetteer when only the
gazetteer, or a person's curation, knows it. Offices of the text are what the claims
tell, with the first claim that tells each and when the articles are from that do; those
that the gazetteer knows, with their dates, stand apart.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.grasp import SETTLED
from kg.model import Entity, Judgement, Kind, KnowledgeGraph, Located, RelationClaim
from kg.names.fold import squeeze
from kg.schema import Individual, Schema

Record = dict[str, object]
_Place = tuple[str, int, int]
_Held = tuple[str, str, bool]

_POSTS = "SectorLink"
_ENTRIES = "GazetteerEntry"
_HOLDINGS = "OfficeHolding"


@dataclass(frozen=True)
class Identities:
    """What is known of who is who in one graph, ready to be asked entity by entity."""

    graph: KnowledgeGraph
    schema: Schema
    article: Mapping[str, int]
    """The number of each article of the graph."""

    def aliases(self, entity: Entity) -> list[Record]:
        """Its other names, sorted: those of the text with how many mentions read so."""
        read = _read_so(entity)
        names = {*entity.aliases, *self._listed_names(entity)} - {entity.label, ""}
        return [
            {"text": name, "from": "text" if n else "gazetteer", "n": n}
            for name in sorted(names)
            for n in (read[name],)
        ]

    def offices(self, entity: Entity) -> list[Record]:
        """The offices that claims give it, in order of time, undated ones last.

        One office, in whatever claims and however spelled, is listed once for each of
        its dates, with the first claim that tells it; without dates only if no claim
        dates it. Denied, planned and merely possible ones are not held.
        """
        rows: dict[_Held, dict[tuple[str, str], Record]] = {}
        told: defaultdict[_Held, list[str]] = defaultdict(list)
        for claim in self._posts.get(entity.id, ()):
            for title in claim.titles:
                key = title.casefold(), claim.object, claim.former
                office = _office(title, claim)
                dates = str(office["begin"] or "~"), str(office["end"] or "~")
                rows.setdefault(key, {}).setdefault(dates, office)
                told[key] += self._published(claim)
        found = [
            (*dates, key, office | {"told": _from_to(told[key])})
            for key, dated in rows.items()
            for dates, office in dated.items()
            if len(dated) == 1 or dates != _UNDATED
        ]
        return [row[-1] for row in sorted(found, key=lambda row: row[:-1])]

    def held(self, entity: Entity) -> list[Record]:
        """The offices that the gazetteer says it held, in order of time.

        `known` is the last day on which its source had the holder in office, where it
        tells no end. None of whom the gazetteer does not know.
        """
        return [
            {
                "title": holding.need("office"),
                "of": self._home.get(holding.need("of")),
                "name": self._entries[holding.need("of")].need("label"),
                "begin": holding.one("beginDate"),
                "end": holding.one("endDate"),
                "known": holding.one("knownUntil"),
            }
            for holding in self._holdings.get(entity.entry or "", ())
        ]

    def read(self, entity: Entity) -> int:
        """How many mentions read as it is called."""
        return _read_so(entity)[entity.label]

    def merges(self, entity: Entity) -> list[Record]:
        """The judgements on its mentions, taken for one or left apart, as they stand.

        One that keeps two entities apart, or doubts that they are two, is told of both,
        and names them as `ends`.
        """
        return [self._merge(judgement) for judgement in self._judged[entity.id]]

    def _merge(self, judgement: Judgement) -> Record:
        ends = [self._homes[_place(end)] for end in (judgement.left, judgement.right)]
        apart = all(ends) and ends[0] != ends[1]
        return {
            "left": judgement.left.mention.words,
            "right": judgement.right.mention.words,
            "leftIn": self.article[judgement.left.article],
            "rightIn": self.article[judgement.right.article],
            "verdict": judgement.verdict,
            "rule": judgement.rule,
            "for": judgement.evidence_for,
            "against": judgement.evidence_against,
            **({"ends": [end[0] for end in ends]} if apart else {}),
        }

    def _published(self, claim: RelationClaim) -> list[str]:
        published = self.graph.articles[self.article[claim.article]].published
        return [published] if published else []

    # ------------------------------------------------------------- look-ups

    def _listed_names(self, entity: Entity) -> Iterator[str]:
        """What the gazetteer calls it."""
        entry = self._entries.get(entity.entry or "")
        if entry is not None:
            yield from (*entry.all("label"), *entry.all("altLabel"))

    @cached_property
    def _entries(self) -> Mapping[str, Individual]:
        return {entry.id: entry for entry in self.schema.of(_ENTRIES)}

    @cached_property
    def _home(self) -> Mapping[str, str]:
        """The entity of each gazetteer entry."""
        return {
            entity.entry: entity.id for entity in self.graph.entities if entity.entry
        }

    @cached_property
    def _holdings(self) -> Mapping[str, Sequence[Individual]]:
        """Holdings of offices by holder, in order of time, undated ones last."""

        def when(holding: Individual) -> tuple[str, ...]:
            ends = holding.one("beginDate"), holding.one("endDate")
            return *(end or "~" for end in ends), holding.id

        found: defaultdict[str, list[Individual]] = defaultdict(list)
        for holding in sorted(self.schema.of(_HOLDINGS), key=when):
            found[holding.need("holder")].append(holding)
        return found

    @cached_property
    def _posts(self) -> Mapping[str, Sequence[RelationClaim]]:
        """Claims of a post that give its title, by who holds it.

        The relations of posts are those by which the ontology lets a person take the
        sector of a state; by a bare membership nobody does.
        """
        links = [link for link in self.schema.of(_POSTS) if link.one("sector")]
        relations = {relation for link in links for relation in link.all("relation")}
        found: defaultdict[str, list[RelationClaim]] = defaultdict(list)
        for claim in self.graph.relations:
            if claim.relation in relations and claim.status in SETTLED:
                found[claim.subject].append(claim)
        return found

    @cached_property
    def _judged(self) -> Mapping[str, Sequence[Judgement]]:
        """Judgements by the entities whose mentions they compare."""
        homes = self._homes
        found: defaultdict[str, list[Judgement]] = defaultdict(list)
        for judgement in self.graph.judgements:
            left, right = _place(judgement.left), _place(judgement.right)
            for name in {*homes[left], *homes[right]}:
                found[name].append(judgement)
        return found

    @cached_property
    def _homes(self) -> Mapping[_Place, Sequence[str]]:
        """The entities of each mention; none of a mention that is of no entity."""
        homes: defaultdict[_Place, list[str]] = defaultdict(list)
        for entity in self.graph.entities:
            for located in entity.mentions:
                homes[_place(located)].append(entity.id)
        return homes


_UNDATED = ("~", "~")


def _read_so(entity: Entity) -> Counter[str]:
    """How many mentions by name read each way."""
    return Counter(
        squeeze(located.mention.words)
        for located in entity.mentions
        if located.mention.kind is Kind.NAME
    )


def _office(title: str, claim: RelationClaim) -> Record:
    when = claim.when
    return {
        "title": title,
        "of": claim.object,
        "claim": claim.id,
        "begin": when.begin if when else None,
        "end": when.end if when else None,
    }


def _from_to(days: Sequence[str]) -> tuple[str, str] | None:
    return (min(days), max(days)) if days else None


def _place(located: Located) -> _Place:
    span = located.mention.span
    return located.article, span.start, span.end

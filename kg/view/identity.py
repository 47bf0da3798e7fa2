"""Who an entity is: its names and where they come from, its offices, its merges.

An alias is of the text when some mention reads so, and of the gazetteer when only the
gazetteer, or a person's curation, knows it. Offices come from the claims of the graph
alone: what the articles tell, with the claim that tells it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.model import (
    Entity,
    Judgement,
    Kind,
    KnowledgeGraph,
    Located,
    RelationClaim,
    Status,
)
from kg.names.fold import squeeze
from kg.schema import Individual, Schema

Record = dict[str, object]
_Place = tuple[str, int, int]
_Held = tuple[str, str, bool]

_SETTLED = (Status.ASSERTED, Status.REPORTED)
_POSTS = "SectorLink"
_ENTRIES = "GazetteerEntry"


@dataclass(frozen=True)
class Identities:
    """What is known of who is who in one graph, ready to be asked entity by entity."""

    graph: KnowledgeGraph
    schema: Schema

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
        for claim in self._posts.get(entity.id, ()):
            for title in claim.titles:
                key = title.casefold(), claim.object, claim.former
                office = _office(title, claim)
                dates = str(office["begin"] or "~"), str(office["end"] or "~")
                rows.setdefault(key, {}).setdefault(dates, office)
        found = [
            (*dates, key, office)
            for key, told in rows.items()
            for dates, office in told.items()
            if len(told) == 1 or dates != _UNDATED
        ]
        return [row[-1] for row in sorted(found, key=lambda row: row[:-1])]

    def merges(self, entity: Entity) -> list[Record]:
        """The judgements on its mentions, taken for one or left apart, as they stand.

        One that keeps two entities apart, or doubts that they are two, is told of both.
        """
        return [self._merge(judgement) for judgement in self._judged[entity.id]]

    def _merge(self, judgement: Judgement) -> Record:
        return {
            "left": judgement.left.mention.words,
            "right": judgement.right.mention.words,
            "leftIn": self._article[judgement.left.article],
            "rightIn": self._article[judgement.right.article],
            "verdict": judgement.verdict.value,
            "rule": judgement.rule,
            "for": judgement.evidence_for,
            "against": judgement.evidence_against,
        }

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
    def _article(self) -> Mapping[str, int]:
        return {article.id: i for i, article in enumerate(self.graph.articles)}

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
            if claim.relation in relations and claim.status in _SETTLED:
                found[claim.subject].append(claim)
        return found

    @cached_property
    def _judged(self) -> Mapping[str, Sequence[Judgement]]:
        """Judgements by the entities whose mentions they compare."""
        homes: defaultdict[_Place, list[str]] = defaultdict(list)
        for entity in self.graph.entities:
            for located in entity.mentions:
                homes[_place(located)].append(entity.id)
        found: defaultdict[str, list[Judgement]] = defaultdict(list)
        for judgement in self.graph.judgements:
            ends = (*homes[_place(judgement.left)], *homes[_place(judgement.right)])
            for name in dict.fromkeys(ends):
                found[name].append(judgement)
        return found


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


def _place(located: Located) -> _Place:
    span = located.mention.span
    return located.article, span.start, span.end

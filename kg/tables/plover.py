"""KnowledgeGraph -> the records of PLOVER 2.0, one JSON object a line."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.graph import Describer, Facts
from kg.happenings.numbers import NumberWords, count_of
from kg.model import (
    Article,
    Certainty,
    Entity,
    EventClaim,
    KnowledgeGraph,
    Mention,
    Polarity,
    Stance,
    Tense,
)
from kg.schema import Individual, Schema
from kg.sectors import Standing, country_code, standings
from kg.tables.coded import Coded, coded_events

_WIKIDATA = "wikidata.org/entity/"


def to_plover(graph: KnowledgeGraph, schema: Schema) -> str:
    """Write the events as PLOVER 2.0 records, one JSON object a line.

    The fields are the manual's. Actors and recipients are lists of objects with the
    ISO 3166 code of their state and their sectors. `date` is the event's own (as fine
    as known), else null: the article's is in `cite_info`. Every event is there, with
    kg's `status`, `polarity`, `certainty` and `tense`, and with the manual's auxiliary
    modes (negation, hypothetical, future). An act that no category fits is left out.
    """
    cast = Cast(graph, schema)
    describer = Describer(graph, schema)
    records = (_record(coded, cast, describer) for coded in coded_events(graph, schema))
    return "".join(
        json.dumps(record, ensure_ascii=False, sort_keys=True) + "\n"
        for record in records
    )


@dataclass(frozen=True)
class Cast:
    """Who takes part in the events of a graph, as tables of political science ask."""

    graph: KnowledgeGraph
    schema: Schema

    @cached_property
    def standing(self) -> Mapping[str, Standing]:
        """Sectors, states and posts by entity."""
        return standings(self.graph, self.schema)

    @cached_property
    def entities(self) -> Mapping[str, Entity]:
        """Entities by id."""
        return {entity.id: entity for entity in self.graph.entities}

    @cached_property
    def articles(self) -> Mapping[str, Article]:
        """Articles by id."""
        return {article.id: article for article in self.graph.articles}

    def wikidata(self, name: str) -> str | None:
        """The Q number of an entity, if the gazetteer has it."""
        found = (m.rpartition(_WIKIDATA) for m in self.entities[name].matches)
        return next((number for _, sep, number in found if sep), None)

    def cow(self, country: str | None) -> str | None:
        """The number that the Correlates of War project gives to a state."""
        return self._cow.get(country or "")

    @cached_property
    def _cow(self) -> Mapping[str, str]:
        states = self.schema.of("GazetteerEntry")
        coded = ((country_code(state), state.one("cowCode")) for state in states)
        return {code: number for code, number in coded if code and number}

    def size(self, event: EventClaim) -> dict[str, int]:
        """How many died, were hurt or arrested, as its sentence tells; else empty.

        The number counts for what the trigger says was done ("killed 12 people").
        """
        text = self.articles[event.article].text
        done = event.trigger.cut(text).casefold().split()
        kinds = [t for t in self._harms if not set(t.all("words")).isdisjoint(done)]
        told = [
            count
            for sentence in event.evidence
            if sentence.contains(event.trigger)
            if (count := count_of(text, sentence, event.trigger, self._numbers))
        ]
        return {kind.need("notation"): told[0].number for kind in kinds if told}

    @cached_property
    def _harms(self) -> Sequence[Individual]:
        return self.schema.of("Harm")

    @cached_property
    def _numbers(self) -> NumberWords:
        return NumberWords.of(self.schema)

    @cached_property
    def _gazetteer(self) -> Mapping[str, Individual]:
        return {entry.id: entry for entry in self.schema.of("GazetteerEntry")}

    def state_of(self, place: str) -> str | None:
        """The name of the state that a place lies in, or is, if the gazetteer knows."""
        entity = self.entities[place]
        entry = self._gazetteer.get(entity.entry or "")
        if entry is None or country_code(entry):
            return None if entry is None else entry.one("label")
        states = entry.all("country")
        return self._gazetteer[states[0]].one("label") if len(states) == 1 else None

    @cached_property
    def _here(self) -> Mapping[tuple[str, str], list[Mention]]:
        found: dict[tuple[str, str], list[Mention]] = {}
        for entity in self.graph.entities:
            for located in entity.mentions:
                key = entity.id, located.article
                found.setdefault(key, []).append(located.mention)
        return found

    def raw(self, name: str, event: EventClaim) -> str:
        """The words for an entity in the sentences of an event, else its label.

        Of several the nearest to the trigger.
        """
        words = [
            mention
            for mention in self._here.get((name, event.article), ())
            if any(span.contains(mention.span) for span in event.evidence)
        ]
        if not words:
            return self.entities[name].label
        near = min(words, key=lambda m: abs(m.span.start - event.trigger.start))
        return near.words

    def story(self, cls: str) -> Mapping[str, list[str]]:
        """By article, the labels of all entities of a class that it mentions."""
        found: dict[str, list[str]] = {}
        for name, article in sorted(self._here):
            entity = self.entities[name]
            if self.schema.is_a(entity.cls, cls):
                found.setdefault(article, []).append(entity.label)
        return found


def _record(coded: Coded, cast: Cast, describer: Describer) -> Facts:
    event = coded.claim
    about = describer.about(event)
    return {
        "id": event.id,
        "date": about["date"],
        "enddate": about["until"],
        "actor": [_participant(name, event, cast) for name in event.actors],
        "recipient": [_participant(name, event, cast) for name in event.recipients],
        "event": coded.type,
        "mode": [coded.mode] if coded.mode else [],
        "auxiliary_mode": _auxiliary(event.stance),
        "context": list(coded.contexts),
        "event_loc": about["place"],
        "event_text": [about["trigger"]],
        "quad_code": coded.quad_code,
        "event_scale": coded.scale,
        "size": cast.size(event),
        "text": about["sentence"],
        "text_info": {"start": event.trigger.start, "end": event.trigger.end},
        "cite_info": _citation(cast.articles[event.article]),
        "coder": "kg",
        **{k: about[k] for k in ("status", "polarity", "certainty", "tense")},
    }


def _participant(name: str, event: EventClaim, cast: Cast) -> Facts:
    standing = cast.standing[name]
    return {
        "raw_text": cast.raw(name, event),
        "entity_name": cast.entities[name].label,
        "wikidata_id": cast.wikidata(name),
        "country_name": standing.country,
        "sector_code": next(iter(standing.sectors), None),
        "other_sector_codes": list(standing.sectors[1:]),
        "office": list(standing.titles),
    }


def _auxiliary(stance: Stance) -> list[str]:
    """The manual's auxiliary modes; what lies far back is not marked as such."""
    marks = {
        "negation": stance.polarity is Polarity.NEGATIVE,
        "hypothetical": stance.certainty is not Certainty.CERTAIN,
        "future": stance.tense is Tense.FUTURE,
    }
    return [mark for mark, holds in marks.items() if holds]


def _citation(article: Article) -> Facts:
    return {
        "citation": article.id,
        "title": article.title,
        "publication": article.source,
        "published": article.published,
        "url": article.url,
        "language": article.language,
    }

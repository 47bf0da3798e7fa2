"""Facts on mentions to claims on entities.

One relation claim for each article, triple and polarity, with all sentences that say
so; one event claim for each trigger. What relates a thing to itself, or things that the
ontology does not let stand in the relation, is no claim; it is logged.
"""

import logging
from collections.abc import Iterable, Mapping, Sequence

from kg.errors import OntologyError
from kg.model import (
    Certainty,
    Entity,
    EventClaim,
    EventFact,
    Interval,
    Polarity,
    Reading,
    RelationClaim,
    RelationFact,
    Span,
    Status,
    Tense,
    digest,
)
from kg.schema import Schema

_log = logging.getLogger(__name__)

Homes = Mapping[tuple[str, Span], Entity]
_Triple = tuple[str, str, str, Polarity]
_ASSERTIVE = list(reversed(Status))


def relation_claims(
    readings: Iterable[Reading], homes: Homes, schema: Schema
) -> tuple[RelationClaim, ...]:
    """The relation claims of all articles, sorted by id.

    Raises:
        ValueError: if an argument of a fact is no mention of a chain.
        OntologyError: if a fact uses a relation that the ontology does not have.
    """
    claims: list[RelationClaim] = []
    for reading in readings:
        groups: dict[_Triple, list[RelationFact]] = {}
        for fact in reading.relations:
            triple = _triple(reading, fact, homes, schema)
            if triple is not None:
                groups.setdefault(triple, []).append(fact)
        claims += [_relation(reading, t, f, homes) for t, f in groups.items()]
    return tuple(sorted(claims, key=lambda claim: claim.id))


def event_claims(readings: Iterable[Reading], homes: Homes) -> tuple[EventClaim, ...]:
    """The event claims of all articles, sorted by id.

    Raises:
        ValueError: if an argument of a fact is no mention of a chain.
    """
    claims: list[EventClaim] = []
    for reading in readings:
        groups: dict[Span, list[EventFact]] = {}
        for fact in reading.events:
            groups.setdefault(fact.trigger, []).append(fact)
        for facts in groups.values():
            claim = _event(reading, facts, homes)
            if claim is not None:
                claims.append(claim)
    return tuple(sorted(claims, key=lambda claim: claim.id))


def _home(reading: Reading, span: Span, homes: Homes) -> Entity:
    found = homes.get((reading.article.id, span))
    if found is None:
        message = (
            f"article {reading.article.id!r}: a fact has [{span.start}, {span.end}) as "
            "an argument, which is no mention of a chain; read the article again"
        )
        raise ValueError(message)
    return found


def _id(reading: Reading, span: Span | None, homes: Homes) -> str | None:
    return None if span is None else _home(reading, span, homes).id


def _triple(
    reading: Reading, fact: RelationFact, homes: Homes, schema: Schema
) -> _Triple | None:
    """Subject, relation, object and polarity; None for what is no claim."""
    if fact.relation not in schema.relations:
        message = (
            f"article {reading.article.id!r}: rule {fact.rule!r} gives "
            f"{fact.relation!r}, which is no relation of the ontology; mend the rule"
        )
        raise OntologyError(message)
    subject = _home(reading, fact.subject, homes)
    target = _home(reading, fact.object, homes)
    if schema.symmetric(fact.relation) and target.id < subject.id:
        subject, target = target, subject
    if subject.id == target.id or not schema.allows(
        fact.relation, subject.cls, target.cls
    ):
        _log.info(
            "%s: no claim: %s %s %s (%s)",
            reading.article.id,
            subject.id,
            fact.relation,
            target.id,
            fact.rule,
        )
        return None
    return subject.id, fact.relation, target.id, fact.stance.polarity


def _relation(
    reading: Reading, triple: _Triple, facts: Sequence[RelationFact], homes: Homes
) -> RelationClaim:
    """All sentences together; the stance of the most assertive of those in force."""
    subject, relation, target, polarity = triple
    former = all(fact.former for fact in facts)
    ranked = sorted((f for f in facts if f.former == former), key=_rank)
    best = ranked[0]
    return RelationClaim(
        digest(reading.article.id, relation, subject, target, polarity),
        reading.article.id,
        relation,
        subject,
        target,
        tuple(sorted({fact.sentence for fact in facts})),
        tuple(sorted({fact.rule for fact in facts})),
        best.stance,
        tuple(sorted({fact.title for fact in facts if fact.title})),
        former,
        _id(reading, best.speaker, homes),
        next((fact.when for fact in ranked if fact.when), None),
        max(fact.confidence for fact in facts),
        _relays(reading, best, homes),
        best.unnamed,
    )


def _rank(fact: RelationFact | EventFact) -> tuple[object, ...]:
    """The most assertive first; then in the order of the text."""
    return (
        _ASSERTIVE.index(fact.status),
        list(Certainty).index(fact.stance.certainty),
        -fact.confidence,
        fact.sentence,
        list(Tense).index(fact.stance.tense),
        fact.speaker or Span(0, 1),
        fact.relayed_by,
        fact.rule,
        _days(fact.when),
    )


def _days(when: Interval | None) -> tuple[str, str]:
    return ("~", "~") if when is None else (when.begin or "", when.end or "~")


def _event(
    reading: Reading, facts: Sequence[EventFact], homes: Homes
) -> EventClaim | None:
    """One claim for one trigger.

    Facts of several categories on one trigger are readings of it that exclude each
    other: the one of most confidence, then of most participants, stands. Somebody on
    both sides is an actor. A trigger that nobody takes part in tells no event.
    """
    category = min(facts, key=_event_rank).category
    ranked = sorted((f for f in facts if f.category == category), key=_event_rank)
    for fact in facts:
        if fact.category != category:
            _log.info("%s: %s gives way to %s", fact.trigger, fact.category, category)
    best = ranked[0]
    actors = _participants(reading, (s for f in ranked for s in f.actors), homes)
    others = _participants(reading, (s for f in ranked for s in f.recipients), homes)
    recipients = tuple(entity for entity in others if entity not in actors)
    # an act without a category says something only of how two are linked
    least = 1 if best.verb is None else 2
    if len(actors) + len(recipients) < least:
        _log.info("%s: no participant in %s", reading.article.id, category)
        return None
    trigger = best.trigger
    return EventClaim(
        digest(reading.article.id, trigger.start, trigger.end, category),
        reading.article.id,
        category,
        trigger,
        actors,
        recipients,
        tuple(sorted({fact.sentence for fact in ranked})),
        tuple(sorted({fact.rule for fact in ranked})),
        best.stance,
        best.mode,
        tuple(sorted({context for fact in ranked for context in fact.contexts})),
        _id(reading, best.place, homes),
        _id(reading, best.speaker, homes),
        best.when,
        best.confidence,
        _relays(reading, best, homes),
        best.unnamed,
        best.verb,
    )


def _relays(
    reading: Reading, fact: RelationFact | EventFact, homes: Homes
) -> tuple[str, ...]:
    """Who passes on what the speaker says, each once and not the speaker again."""
    found = dict.fromkeys(_home(reading, span, homes).id for span in fact.relayed_by)
    return tuple(e for e in found if e != _id(reading, fact.speaker, homes))


def _participants(
    reading: Reading, spans: Iterable[Span], homes: Homes
) -> tuple[str, ...]:
    return tuple(sorted({_home(reading, span, homes).id for span in spans}))


def _event_rank(fact: EventFact) -> tuple[object, ...]:
    return (
        -fact.confidence,
        -len(fact.actors) - len(fact.recipients),
        fact.category,
        fact.mode or "",
        _rank(fact),
        fact.actors,
        fact.recipients,
        fact.contexts,
        fact.place or Span(0, 1),
    )

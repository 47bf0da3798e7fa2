"""Relations on the public sets, by a table of which relation bears out which.

A claim of the graph is compared when both its ends are things that the set annotates
and its relation, or one that it is under, is in the table; what the graph denies is
not claimed. The sets do not annotate everything that is true, so precision is a lower
bound.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kg.evaluate.figures import Figures, prf
from kg.evaluate.public.identity import SLACK, dwie_mentions, place_of
from kg.evaluate.public.overlay import Overlay, stands_for
from kg.evaluate.public.sets import Row, Terms
from kg.evaluate.system import System

Claim = tuple[str, str, str]
"""Subject, relation, object: two entities and the IRI or local name between them."""
_Pair = tuple[int, int]


def dwie_relations(
    rows: Sequence[Row], system: System, terms: Terms
) -> dict[str, Figures]:
    """Relations between entities: each stands for the thing it is found at most often.

    Precision: a relation of the set that bears the claim out holds between the two.
    Recall: over the relations that are `wanted`; one is found when a claim on its two
    things, from whichever end, is borne out by it.
    """
    overlay, claims = Overlay(system), _claims(system)
    predicted = right = wanted = found = 0
    for row in rows:
        held: defaultdict[_Pair, set[str]] = defaultdict(set)
        for relation in row["relations"]:
            held[relation["h"], relation["t"]].add(relation["r"])
        stands = _dwie_things(row, overlay, terms)
        borne = {
            claim: _borne_out(claim, held, terms)
            for subject, iri, target in claims.get(row["id"], ())
            if subject in stands and target in stands
            for name in [system.counted_as(iri)]
            if name in terms["relations"]
            for claim in [(stands[subject], name, stands[target])]
        }
        predicted += len(borne)
        right += sum(bool(names) for names in borne.values())
        told = {
            (*sorted((s, o)), name)
            for (s, _, o), names in borne.items()
            for name in names
        }
        for (head, tail), names in held.items():
            for name in names & set(terms["wanted"]):
                wanted += 1
                found += (*sorted((head, tail)), name) in told
    counts = {"predicted": predicted, "gold": wanted}
    shares = prf(right / max(1, predicted), found / max(1, wanted))
    return {"dwie_relations": {**shares, **counts}}


def _dwie_things(row: Row, overlay: Overlay, terms: Terms) -> dict[str, int]:
    return stands_for(
        (entity, thing["id"])
        for thing, place in dwie_mentions(row, terms)
        if (entity := overlay.at(place, slack=SLACK)) is not None
    )


def _borne_out(
    claim: tuple[int, str, int], held: Mapping[_Pair, set[str]], terms: Terms
) -> set[str]:
    """The relations of the set between two things that bear a claim out."""
    subject, name, target = claim
    straight = held.get((subject, target), set()) & set(terms["relations"][name])
    turned = terms["turned"].get(name, ())
    return straight | (held.get((target, subject), set()) & set(turned))


def conll04_relations(
    rows: Sequence[Row], system: System, terms: Terms
) -> dict[str, Figures]:
    """Relations between mentions: each stands for the entity that it overlaps most.

    The set annotates a relation once, on one mention of each thing: a claim is right
    when any mentions of its two ends have it. Claims on one pair that mean the same of
    the set's relations are one.
    """
    overlay, claims = Overlay(system), _claims(system)
    predicted = right = wanted = found = 0
    for row in rows:
        at = [overlay.at(place_of(row, entity)) for entity in row["entities"]]
        gold = {
            (at[r["h"]], r["r"], at[r["t"]], r["h"], r["t"])
            for r in row["relations"]
            if r["r"] in terms["wanted"]
        }
        mine = {
            (subject, names, target)
            for subject, iri, target in claims.get(row["id"], ())
            if subject in at and target in at
            if (names := _meanings(system, iri, target, terms))
        }
        held = {(head, name, tail) for head, name, tail, *_ in gold}
        told = {(s, name, o) for s, names, o in mine for name in names}
        predicted += len(mine)
        right += sum(any((s, n, o) in held for n in names) for s, names, o in mine)
        wanted += len(gold)
        found += sum(relation[:3] in told for relation in gold)
    counts = {"predicted": predicted, "gold": wanted}
    shares = prf(right / max(1, predicted), found / max(1, wanted))
    return {"conll04_relations": {**shares, **counts}}


def _meanings(system: System, iri: str, target: str, terms: Terms) -> frozenset[str]:
    """What a relation of ours, with an object of some class, is called by the set."""
    tables = terms["relations"], terms["to"].get(system.coarse(target), {})
    names = system.wider(iri)
    return frozenset(
        theirs for table in tables for name in names for theirs in table.get(name, ())
    )


def _claims(system: System) -> dict[str, set[Claim]]:
    """By article, what the graph claims there and does not deny."""
    found: dict[str, set[Claim]] = {}
    for article, claim in _told(system):
        found.setdefault(article, set()).add(claim)
    return found


def _told(system: System) -> Iterator[tuple[str, Claim]]:
    for node in system.relations:
        if "negative" in system.locals(node, "polarity"):
            continue
        for article in system.told_in(node):
            for subject in system.values(node, "subject"):
                for iri in system.values(node, "predicate"):
                    for target in system.values(node, "object"):
                        yield article, (subject, iri, target)

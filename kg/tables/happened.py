"""Happenings and disputes as rows: one thing once, and each point that is disputed."""

from collections.abc import Iterator, Mapping
from typing import Final

from kg.graph import Describer, Facts
from kg.model import Claim, Happening, KnowledgeGraph, Side

HAPPENINGS: Final = (
    *("happening", "category", "date", "until", "actors", "recipients", "place"),
    *("status", "reports", "independent", "disputed", "sentence", "article"),
    *("claims", "actor_ids", "recipient_ids", "reasons"),
)
DISPUTES: Final = (
    *("dispute", "about", "category"),
    *("one", "one_claim", "one_article", "one_sentence"),
    *("other", "other_claim", "other_article", "other_sentence"),
)


def happening_rows(graph: KnowledgeGraph, describer: Describer) -> Iterator[Facts]:
    """One row for each happening; `sentence` is that of the report that says most."""
    claims = {claim.id: claim for claim in graph.events}
    disputed = {s.claim for d in graph.disputes for s in (d.left, d.right)}
    for happening in graph.happenings:
        first = describer.about(claims[happening.first])
        row = _of_happening(happening, describer) | {
            "disputed": not disputed.isdisjoint(happening.reports),
            "sentence": first["sentence"],
            "article": first["article"],
        }
        yield {name: row[name] for name in HAPPENINGS}


def _of_happening(happening: Happening, describer: Describer) -> Facts:
    when = happening.when
    return {
        "happening": happening.id,
        "category": happening.category,
        "date": when.begin if when else None,
        "until": when.end if when else None,
        "actors": [describer.label(name) for name in happening.actors],
        "recipients": [describer.label(name) for name in happening.recipients],
        "place": describer.label(happening.place),
        "status": happening.status.value,
        "reports": len(happening.reports),
        "independent": happening.independent,
        "claims": list(happening.reports),
        "actor_ids": list(happening.actors),
        "recipient_ids": list(happening.recipients),
        "reasons": list(happening.reasons),
    }


def dispute_rows(graph: KnowledgeGraph, describer: Describer) -> Iterator[Facts]:
    """One row for each dispute, with what either side says and where."""
    claims = {claim.id: claim for claim in graph.claims}
    for dispute in graph.disputes:
        about = describer.about(claims[dispute.left.claim])
        yield {
            "dispute": dispute.id,
            "about": dispute.about.value,
            "category": about.get("category", about.get("relation")),
            **_side("one", dispute.left, claims, describer),
            **_side("other", dispute.right, claims, describer),
        }


def _side(
    name: str, side: Side, claims: Mapping[str, Claim], describer: Describer
) -> Facts:
    about = describer.about(claims[side.claim])
    return {
        name: side.value,
        f"{name}_claim": side.claim,
        f"{name}_article": about["article"],
        f"{name}_sentence": about["sentence"],
    }

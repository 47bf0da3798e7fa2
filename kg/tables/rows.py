"""KnowledgeGraph -> tidy tables, one row a thing, and CSV.

pandas, polars and spreadsheets read them as they are.
"""

import csv
import io
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from kg.graph import Describer, Facts
from kg.grasp import SETTLED
from kg.model import Article, Claim, Entity, EventClaim, KnowledgeGraph, Status
from kg.schema import Schema
from kg.sectors import Standing, standings
from kg.tables.dyads import DYADS, to_dyads
from kg.tables.happened import DISPUTES, HAPPENINGS, dispute_rows, happening_rows

JOINT: Final = " | "

# The columns of each table: also an empty one has its header.
COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "articles": (
        *("id", "title", "published", "source", "author", "language", "url"),
        "characters",
    ),
    "claims": (
        *("claim", "kind", "name", "label", "subjects", "objects"),
        *("titles", "former", "trigger", "verb", "mode", "contexts", "place"),
        *("status", "polarity", "certainty", "tense", "date", "until", "speaker"),
        *("relayed_by", "unnamed"),
        *("confidence", "article", "published", "sentence", "start", "end", "rules"),
        *("subject_ids", "object_ids"),
    ),
    "disputes": DISPUTES,
    "dyads": DYADS,
    "entities": (
        *("id", "label", "cls", "aliases", "mentions", "articles", "entry", "matches"),
        *("sectors", "country"),
    ),
    "happenings": HAPPENINGS,
    "mentions": (
        *("entity", "label", "article", "start", "end", "words", "kind", "cls"),
    ),
}


def to_tables(
    graph: KnowledgeGraph,
    schema: Schema,
    *,
    statuses: Collection[Status] = SETTLED,
) -> dict[str, list[Facts]]:
    """Lay a graph out as tables: those of `COLUMNS`.

    Relations and events stand in one table; a relation's `subjects` and `objects` are
    one each, an event's are its actors and recipients. `dyads` counts the events of
    some statuses by pair and month (`kg.tables.dyads`).

    Returns:
        Factss in the order of the graph. Every row of a table has the same keys; values
        are scalars, None, or lists of strings; offsets are code points. A graph without
        claims has an empty table of claims.
    """
    describer = Describer(graph, schema)
    standing = standings(graph, schema)
    return {
        "articles": [_article(article) for article in graph.articles],
        "claims": [_claim(claim, describer) for claim in graph.claims],
        "disputes": list(dispute_rows(graph, describer)),
        "dyads": to_dyads(graph, schema, statuses=statuses),
        "entities": [_entity(e, standing[e.id]) for e in graph.entities],
        "happenings": list(happening_rows(graph, describer)),
        "mentions": [row for entity in graph.entities for row in _mentions(entity)],
    }


def to_csv(rows: Sequence[Mapping[str, object]], columns: Sequence[str] = ()) -> str:
    r"""Write rows as CSV with a header; lists are joined, None is empty.

    Args:
        rows: the rows, which all have the same keys.
        columns: the header; that of the first row when none is given.

    >>> to_csv([{"id": "a", "names": ["x", "y"], "entry": None}])
    'id,names,entry\na,x | y,\n'
    """
    header = list(columns or (rows[0] if rows else ()))
    if not header:
        return ""
    out = io.StringIO()
    writer = csv.DictWriter(out, header, lineterminator="\n")
    writer.writeheader()
    writer.writerows({k: cell(v) for k, v in row.items()} for row in rows)
    return out.getvalue()


def cell(value: object) -> object:
    """One value for a cell: the items of a list joined by " | ", nothing for None."""
    if isinstance(value, list):
        return JOINT.join(map(str, value))
    return "" if value is None else value


def _article(article: Article) -> Facts:
    return {
        "id": article.id,
        "title": article.title,
        "published": article.published,
        "source": article.source,
        "author": article.author,
        "language": article.language,
        "url": article.url,
        "characters": len(article.text),
    }


def _entity(entity: Entity, standing: Standing) -> Facts:
    return {
        "id": entity.id,
        "label": entity.label,
        "cls": entity.cls,
        "aliases": list(entity.aliases),
        "mentions": len(entity.mentions),
        "articles": len({located.article for located in entity.mentions}),
        "entry": entity.entry,
        "matches": list(entity.matches),
        "sectors": list(standing.sectors),
        "country": standing.country,
    }


def _mentions(entity: Entity) -> Iterable[Facts]:
    for located in entity.mentions:
        mention = located.mention
        yield {
            "entity": entity.id,
            "label": entity.label,
            "article": located.article,
            "start": mention.span.start,
            "end": mention.span.end,
            "words": mention.words,
            "kind": mention.kind.value,
            "cls": mention.cls,
        }


def _claim(claim: Claim, describer: Describer) -> Facts:
    """One claim; what its kind does not have is None."""
    subjects, objects = roles(claim)
    first = claim.evidence[0] if claim.evidence else None
    values = describer.about(claim) | {
        "name": claim.category if isinstance(claim, EventClaim) else claim.relation,
        "subjects": [describer.label(name) for name in subjects],
        "objects": [describer.label(name) for name in objects],
        "subject_ids": list(subjects),
        "object_ids": list(objects),
        "start": first.start if first else None,
        "end": first.end if first else None,
    }
    return {key: values.get(key) for key in COLUMNS["claims"]}


def roles(claim: Claim) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who does it or of whom it is said, and to whom or what: ids of entities."""
    if isinstance(claim, EventClaim):
        return claim.actors, claim.recipients
    return (claim.subject,), (claim.object,)

"""KnowledgeGraph -> tab-separated events with the columns of POLECAT.

Loaders of POLECAT read it as they are: same columns in the same order, lists joined by
"; ", "None" for a participant's unknown values.
"""

import csv
import io
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from kg import __version__
from kg.grasp import SETTLED
from kg.model import EventClaim, KnowledgeGraph, Status
from kg.schema import Schema
from kg.tables.coded import Coded, coded_events
from kg.tables.plover import Cast

_SIDE: Final = (
    *("{} Name", "{} Country", "{} COW", "Primary {} Sector", "{} Sectors"),
    *("{} Title", "{} Name Raw", "Wikipedia {} ID"),
)
POLECAT: Final = (
    *("Event ID", "Event Date", "Event Type", "Event Mode", "Intensity"),
    *("Quad Code", "Contexts"),
    *(column.format("Actor") for column in _SIDE),
    *(column.format("Recipient") for column in _SIDE),
    *("Placename", "City", "District", "Province", "Country", "Latitude"),
    *("Longitude", "GeoNames ID", "Raw Placename", "Feature Type", "Source"),
    *("Publication Date", "Story People", "Story Organizations"),
    *("Story Locations", "Language", "Version"),
)
_STORY: Final = {
    "Story People": "Person",
    "Story Organizations": "Organization",
    "Story Locations": "Place",
}
_JOINT, _NOBODY = "; ", "None"
_DAY = len("2019-03-22")


def to_polecat(
    graph: KnowledgeGraph,
    schema: Schema,
    *,
    statuses: Collection[Status] = SETTLED,
) -> str:
    """Write the events of some statuses as POLECAT writes them, one a line.

    A list of actors stays one event; their countries (ISO 3166, or the code of a body
    of no one state), sectors and titles stand in the same order. "Event Date" is
    written when the text tells the day, else it is empty: the article's own date is
    the "Publication Date". Coordinates and Wikipedia's ids are not known to kg and
    empty. An act that no category fits is left out.
    """
    cast = Cast(graph, schema)
    out = io.StringIO()
    writer = csv.DictWriter(out, POLECAT, delimiter="\t", lineterminator="\n")
    writer.writeheader()
    stories = {column: cast.story(cls) for column, cls in _STORY.items()}
    for coded in coded_events(graph, schema):
        if coded.claim.status in statuses:
            row = _row(coded, cast)
            for column, labels in stories.items():
                row[column] = _JOINT.join(labels.get(coded.claim.article, ()))
            writer.writerow({key: " ".join(str(v).split()) for key, v in row.items()})
    return out.getvalue()


def _row(coded: Coded, cast: Cast) -> dict[str, object]:
    event = coded.claim
    article = cast.articles[event.article]
    return {
        "Event ID": event.id,
        "Event Date": _day(event),
        "Event Type": coded.type,
        "Event Mode": coded.mode or "",
        "Intensity": coded.scale,
        "Quad Code": coded.quad_code,
        "Contexts": _JOINT.join(coded.contexts),
        **_side("Actor", event.actors, event, cast),
        **_side("Recipient", event.recipients, event, cast),
        **_place(event, cast),
        "Source": article.source or "",
        "Publication Date": article.published or "",
        "Language": article.language or "",
        "Version": f"kg {__version__}",
    }


def _day(event: EventClaim) -> str:
    """The day of an event; empty when the text tells a longer time, or none."""
    when = event.when
    if when is None or when.begin is None or len(when.begin) < _DAY:
        return ""
    return when.begin if when.end in (None, when.begin) else ""


def _side(
    side: str, names: Sequence[str], event: EventClaim, cast: Cast
) -> dict[str, object]:
    """The columns of all actors, or of all recipients; "None" where there is none."""
    rows = [cast.standing[name] for name in names]
    values: tuple[Sequence[object], ...] = (
        [cast.entities[name].label for name in names],
        [row.country for row in rows],
        [cast.cow(row.country) for row in rows],
        [next(iter(row.sectors), None) for row in rows],
        [", ".join(row.sectors) for row in rows],
        [", ".join(row.titles) for row in rows],
        [cast.raw(name, event) for name in names],
        [None for _ in names],
    )
    columns = (column.format(side) for column in _SIDE)
    return {c: _joined(row) for c, row in zip(columns, values, strict=True)}


def _joined(values: Iterable[object]) -> str:
    return _JOINT.join(str(value or _NOBODY) for value in values) or _NOBODY


def _place(event: EventClaim, cast: Cast) -> Mapping[str, str]:
    if event.place is None:
        return {}
    return {
        "Placename": cast.entities[event.place].label,
        "Country": cast.state_of(event.place) or "",
        "Raw Placename": cast.raw(event.place, event),
    }

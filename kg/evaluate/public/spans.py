"""Names on the public sets: which the graph has, and which of its own are right."""

from collections.abc import Iterator, Sequence

from kg.evaluate.figures import Figures, hits, share
from kg.evaluate.public.identity import place_of
from kg.evaluate.public.overlay import is_name, marked
from kg.evaluate.public.sets import Row, Terms
from kg.evaluate.system import Place, System


def meantime_names(
    rows: Sequence[Row], system: System, terms: Terms
) -> dict[str, Figures]:
    """Recall of phrases that are names: some name or demonym of ours overlaps them."""
    ours = _written(system, "name", "demonym")
    marks = [
        place
        for row in rows
        for _, place, mark in marked(row, terms["entity"])
        if is_name(mark, terms)
    ]
    found = sum(
        any(mark.overlap(place) for place in ours.get(mark.article, ()))
        for mark in marks
    )
    return {"meantime_names": {"r": share(found, len(marks)), "gold": len(marks)}}


def crossner_spans(
    rows: Sequence[Row], system: System, terms: Terms
) -> dict[str, Figures]:
    """Names, whatever their class: the same span, but for an article before it.

    The set marks a demonym here and not there. So a span that is a demonym to the graph
    is no answer and no question: it is left out on both sides.
    """
    names, demonyms = _written(system, "name"), _written(system, "demonym")
    hit = predicted = wanted = 0
    for row in rows:
        aside = set(demonyms.get(row["id"], ()))
        theirs = {place_of(row, entity) for entity in row["entities"]} - aside
        gold, mine = (
            {
                _without_article(place, row["text"], terms["articles"])
                for place in places
            }
            for places in (theirs, names.get(row["id"], ()))
        )
        hit += len(gold & mine)
        predicted += len(mine)
        wanted += len(gold)
    return {"crossner_spans": hits(hit, predicted, wanted)}


def _without_article(place: Place, text: str, articles: Sequence[str]) -> Place:
    words = text[place.start : place.end].lower()
    for article in articles:
        if words.startswith(f"{article} "):
            start = place.start + len(article) + 1
            return Place(place.article, start, place.end)
    return place


def _written(system: System, *kinds: str) -> dict[str, list[Place]]:
    """By article, where the graph has mentions worded in one of these ways."""
    found: dict[str, list[Place]] = {}
    for place in _worded(system, kinds):
        found.setdefault(place.article, []).append(place)
    return found


def _worded(system: System, kinds: Sequence[str]) -> Iterator[Place]:
    for entity in system.entities:
        yield from system.worded(entity, *kinds)

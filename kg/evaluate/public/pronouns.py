"""Pronouns on the public sets: which of two names one is taken for."""

from collections.abc import Sequence

from kg.evaluate.figures import Figures, hits
from kg.evaluate.public.overlay import Overlay
from kg.evaluate.public.sets import Row, Terms
from kg.evaluate.system import Place, System


def gap_pronouns(
    rows: Sequence[Row], system: System, terms: Terms
) -> dict[str, Figures]:
    """Links from a pronoun to either name, as GAP counts them (Webster et al. 2018).

    A pronoun is linked to a name when one entity has a mention that begins where the
    pronoun does and another, worded as a name, that overlaps the name where the set
    marks it: to both names, if the graph takes them for one. A pronoun that is linked
    to somebody else, though one of the two is meant, counts as `elsewhere`; precision
    does not see it.
    """
    del terms
    overlay = Overlay(system)
    predicted = right = wanted = elsewhere = 0
    for row in rows:
        gold = {key for key in ("A", "B") if row[f"{key}_coref"]}
        names = _names_of(row, overlay)
        linked = {key for key in ("A", "B") if _touched(row, key, names)}
        predicted += len(linked)
        right += len(linked & gold)
        wanted += len(gold)
        elsewhere += bool(names and gold and not linked)
    return {"gap_pronouns": {**hits(right, predicted, wanted), "elsewhere": elsewhere}}


def _names_of(row: Row, overlay: Overlay) -> list[Place]:
    """Where the one that the pronoun is taken for is called by name."""
    begin = row["pronoun_offset"]
    for place, entity in overlay.system.written.get(row["id"], ()):
        if place.start == begin:
            worded = overlay.system.worded(entity, "name")
            return [name for name in worded if name.article == row["id"]]
    return []


def _touched(row: Row, key: str, names: Sequence[Place]) -> bool:
    begin = row[f"{key}_offset"]
    place = Place(row["id"], begin, begin + len(row[key]))
    return any(place.overlap(name) for name in names)

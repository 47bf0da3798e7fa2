"""Identity on the public sets: B-cubed over their mentions, by what each set marks.

A mention of a set is in the graph when a mention of the graph overlaps it; its cluster
is then the graph's entity. One that is in no entity counts as missed in recall.
"""

from collections.abc import Iterator, Sequence

from kg.evaluate.figures import Figures, b_cubed
from kg.evaluate.public.overlay import Overlay
from kg.evaluate.public.sets import Row, Terms
from kg.evaluate.system import Place, System

SLACK = 8
"""How many code points longer or shorter a mention may be where spans are names."""
_LONGEST = 60
"""Longer phrases are no names, whatever capitals they hold."""


def dwie_identity(
    rows: Sequence[Row], system: System, terms: Terms
) -> dict[str, Figures]:
    """Within articles, over all mentions but values and bylines."""
    overlay = Overlay(system)
    places = [
        (place, f"{row['id']}:{entity['id']}")
        for row in rows
        for entity, place in dwie_mentions(row, terms)
    ]
    ours = {place: _within(overlay, place, slack=SLACK) for place, _ in places}
    return {"dwie_identity": b_cubed(dict(places), ours)}


def dwie_mentions(row: Row, terms: Terms) -> Iterator[tuple[Row, Place]]:
    """The mentions of one article of DWIE that a graph of things can have."""
    values, bylines = set(terms["values"]), set(terms["bylines"])
    for entity in row["entities"]:
        if entity["type"] not in values and not bylines & set(entity["fine_types"]):
            for mention in entity["mentions"]:
                yield entity, place_of(row, mention)


def gum_names(rows: Sequence[Row], system: System, terms: Terms) -> dict[str, Figures]:
    """Within articles, over phrases with a proper noun as head, but no values.

    The graph's mention must hold the head of the phrase: "Kenya" does not stand for
    "the President of Kenya".
    """
    overlay = Overlay(system)
    gold: dict[Place, str] = {}
    ours: dict[Place, tuple[str, str] | None] = {}
    for row in rows:
        for mention in row["mentions"]:
            head = _head(row, mention)
            if (
                head["upos"] == terms["name"]
                and mention["etype"] not in terms["values"]
            ):
                place = place_of(row, mention)
                core = Place(row["id"], head["cs"], head["ce"])
                gold[place] = f"{row['id']}:{mention['eid']}"
                ours[place] = _within(overlay, place, core=core)
    found = sum(entity is not None for entity in ours.values())
    figures = {**b_cubed(gold, ours), "found": found, "gold": len(gold)}
    return {"gum_names": figures}


def _head(row: Row, mention: Row) -> Row:
    """The first token of a phrase that hangs on one outside; heads count from 1."""
    start, end = mention["start"], mention["end"]
    tokens: list[Row] = row["sents"][mention["sent"]]["tokens"][start:end]
    inside = range(start + 1, end + 1)
    return next((t for t in tokens if t["head"] not in inside), tokens[0])


def newswcl_identity(
    rows: Sequence[Row], system: System, terms: Terms
) -> dict[str, Figures]:
    """Across documents, over phrases with a capital letter; and the naive floor.

    The floor takes for one thing what is spelled the same, but for case and courtesy.
    """
    overlay = Overlay(system)
    gold: dict[Place, str] = {}
    spelled: dict[Place, str] = {}
    for row in rows:
        for mention in row["mentions"]:
            place = place_of(row, mention)
            words = mention.get("text") or row["text"][place.start : place.end]
            named = any(letter.isupper() for letter in words) and len(words) <= _LONGEST
            if mention["kind"] == terms["kind"] and named:
                gold[place] = mention["chain"]
                spelled[place] = _plain(words, terms["courtesy"])
    ours = {place: overlay.at(place) for place in gold}
    return {
        "newswcl_identity": {**b_cubed(gold, ours), "gold": len(gold)},
        "newswcl_same_string": b_cubed(gold, spelled),
    }


def _plain(words: str, courtesy: Sequence[str]) -> str:
    words = words.lower()
    for prefix in courtesy:
        words = words.removeprefix(prefix)
    return words


def _within(
    overlay: Overlay,
    place: Place,
    *,
    slack: int | None = None,
    core: Place | None = None,
) -> tuple[str, str] | None:
    """The entity at a place, told apart by article."""
    entity = overlay.at(place, slack=slack, core=core)
    return None if entity is None else (place.article, entity)


def place_of(row: Row, mention: Row) -> Place:
    """Where a mention of an article stands."""
    return Place(row["id"], mention["char_start"], mention["char_end"])

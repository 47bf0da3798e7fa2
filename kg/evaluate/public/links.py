"""Links on the public sets: pronouns and nominals taken for whom the set says."""

from collections import defaultdict
from collections.abc import Sequence

from kg.evaluate.figures import Figures
from kg.evaluate.links import compare_links
from kg.evaluate.public.identity import place_of
from kg.evaluate.public.overlay import length
from kg.evaluate.public.sets import Row, Terms
from kg.evaluate.system import Place, System


def gum_links(rows: Sequence[Row], system: System, terms: Terms) -> dict[str, Figures]:
    """Of the links made, those that GUM has too; as `links_right` of kg's own gold.

    GUM's phrases hold all that hangs on their head, and others within: a mention of the
    graph is the shortest phrase that holds it. GUM tells a government from its country,
    which kg does not: such links count as wrong.
    """
    del terms
    phrases: defaultdict[str, list[tuple[int, Place, str]]] = defaultdict(list)
    for row in rows:
        for mention in row["mentions"]:
            place = place_of(row, mention)
            phrases[row["id"]].append((length(place), place, mention["eid"]))

    def marked(mention: Place) -> str | None:
        holding = [
            phrase
            for phrase in phrases[mention.article]
            if mention.overlap(phrase[1]) == length(mention)
        ]
        return min(holding)[-1] if holding else None

    texts = {row["id"]: row["text"] for row in rows}
    figures, _ = compare_links(system, texts, marked)
    return {f"gum_{name}": value for name, value in figures.items()}

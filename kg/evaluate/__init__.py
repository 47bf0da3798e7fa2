"""Scores of a graph against annotated articles: what was found, and what is right.

Decides nothing about the graph. Every figure is micro-averaged over the annotated
articles among those given; what each means is said in `MEASURES`.
"""

from dataclasses import dataclass
from pathlib import Path

from kg.evaluate.events import compare_events
from kg.evaluate.facts import compare_relations, plain_facts, receipts
from kg.evaluate.figures import Figures, b_cubed, share, table
from kg.evaluate.gold import read_gold, read_texts
from kg.evaluate.identity import Identity
from kg.evaluate.links import compare_links
from kg.evaluate.scale import load_scale
from kg.evaluate.system import read_system

__all__ = ["MEASURES", "Scores", "evaluate"]

MEASURES = {
    "receipts": "spans written, spans that do not re-cut, claims without a sentence",
    "facts": "plain triples between entities, and those no asserted claim backs",
    "names_found": "names and demonyms that some entity was found for",
    "mentions_right": "of the mentions written, those that are annotated",
    "types": "of the names found, those whose entity has the right class",
    "identity_names": "B-cubed over names: one thing, one entity, over all articles",
    "identity_all": "the same over nominals and pronouns too",
    "links_right": "of pronouns and nominals linked to a name, those linked rightly",
    "links_right_nominal": "the same of nominals alone",
    "links_right_pronoun": "the same of pronouns alone",
    "relations": "relations, once per article and triple",
    "relations_soft": "the same, any office of a person counted as one relation",
    "events_full": "events: category, and who did it to whom",
    "events_typed": "events: the category in the right sentence",
    "events_who_with_whom": "events: the participants in the right sentence",
    "stance_polarity": "whether it happened; of events whose participants are right",
    "stance_certainty": "how sure the text is",
    "stance_tense": "past, present, future",
    "stance_negatives": "of what did not happen, the share that is known as such",
    "stance_asserter": "who says so",
    "stance_date": "the day, as fine as the text tells it or finer",
}


@dataclass(frozen=True, slots=True)
class Scores:
    """Figures by measure, in the order of `MEASURES`, and a row for each error."""

    figures: dict[str, Figures]
    errors: tuple[tuple[str, ...], ...]

    def table(self) -> str:
        """One line for each measure."""
        return table(self.figures)


def evaluate(graph: Path, gold: Path, docs: Path) -> Scores:
    """Score a graph against annotated articles.

    Args:
        graph: the N-Quads of a graph, or the folder that holds graph.nq.
        gold: a folder of annotations, one JSON file per article.
        docs: the articles as they were fed in, one JSON object with `id` and `text` a
            line; annotated offsets count code points of that text.

    Raises:
        NotFound: if a file is missing or none of the articles is annotated.
        KgError: if a file is not what it should be.
    """
    texts = read_texts(docs)
    annotated = read_gold(gold, texts)
    path = graph / "graph.nq" if graph.is_dir() else graph
    identity = Identity(annotated, read_system(path, load_scale()))
    relations, errors = compare_relations(identity)
    read = {article.id: article.text for article in annotated}
    links, astray = compare_links(identity.system, read, identity.marked)
    events, more = compare_events(identity)
    figures = {
        "receipts": receipts(identity.system, texts),
        "facts": plain_facts(identity.system),
        **_names(identity),
        **links,
        **relations,
        **events,
    }
    return Scores(figures, (*astray, *errors, *more))


def _names(identity: Identity) -> dict[str, Figures]:
    """Figures of mentions, classes and identity."""
    names, found = identity.names, identity.found
    hit = [place for place in names if found[place] is not None]
    typed = sum(
        identity.system.coarse(found[place] or "") == identity.annotated[place].cls
        for place in hit
    )
    right, written = identity.right()
    everything = tuple(identity.annotated)
    return {
        "names_found": {"r": share(len(hit), len(names)), "gold": len(names)},
        "mentions_right": {"p": share(right, written), "predicted": written},
        "types": {"accuracy": share(typed, len(hit))},
        **{
            name: b_cubed(
                {p: identity.annotated[p].entity for p in places},
                {p: found[p] for p in places},
            )
            for name, places in (
                ("identity_names", names),
                ("identity_all", everything),
            )
        },
    }

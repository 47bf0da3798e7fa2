"""Scores on public sets: news and sentences that others have annotated.

kg carries none of their text: the folder of data is given. Each figure is over the
whole of a set's file, micro-averaged unless `MEASURES` says otherwise; the exact
definition stands with the function of the same name. The sets were annotated by other
rules than kg's, so the figures are for comparing, not grades.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from kg.errors import KgError
from kg.evaluate.figures import Figures
from kg.evaluate.public.happenings import meantime_events, plover_categories
from kg.evaluate.public.identity import dwie_identity, gum_names, newswcl_identity
from kg.evaluate.public.links import gum_links
from kg.evaluate.public.pronouns import gap_pronouns
from kg.evaluate.public.relations import conll04_relations, dwie_relations
from kg.evaluate.public.reports import meantime_happenings, newswcl_happenings
from kg.evaluate.public.sets import PublicSet, Row, Terms, find_sets
from kg.evaluate.public.spans import crossner_spans, meantime_names
from kg.evaluate.public.stance import meantime_stance
from kg.evaluate.public.times import Place, score_times
from kg.evaluate.scale import load_scale
from kg.evaluate.system import System, read_system

__all__ = [
    "MEASURES",
    "Place",
    "PublicSet",
    "find_sets",
    "has_graph",
    "score_public",
    "score_times",
]

MEASURES = {
    "dwie_identity": "B-cubed within articles, over all but values and bylines",
    "dwie_relations": "relations between annotated things, by a table of relations",
    "gum_names": "B-cubed within articles, over phrases headed by a proper noun",
    "gum_links_right": "of links made from pronouns and nominals, those that are right",
    "gum_links_right_nominal": "the same of nominals alone",
    "gum_links_right_pronoun": "the same of pronouns alone",
    "gum_dates": "time expressions that are given, placed on the same days",
    "meantime_names": "names that some name or demonym overlaps",
    "meantime_events": "events, acts of no category too, by overlap of the trigger",
    "meantime_participants": "who takes part in them; recall of those that are named",
    "meantime_happenings": "B-cubed within articles, over events found",
    "meantime_stance": "polarity, certainty and tense of the events that are found",
    "crossner_spans": "names of any class, the span exact but for an article",
    "conll04_relations": "relations between annotated names, by a table of relations",
    "gap_pronouns": "links from a pronoun to either of two names",
    "newswcl_identity": "B-cubed across documents, over phrases with a capital",
    "newswcl_happenings": "B-cubed across documents, over events told in a phrase",
    "newswcl_same_string": "the same for taking equal strings for one thing: the floor",
    "tempeval3_dates": "the same, of type DATE, as TIMEX3 values them",
    "plover_end_to_end": "macro-F1 of the category, who acts and who receives right",
    "plover_category": "macro-F1 of the category alone",
}

_Measure = Callable[[Sequence[Row], System, Terms], dict[str, Figures]]
_MEASURES: dict[str, tuple[_Measure, ...]] = {
    "dwie": (dwie_identity, dwie_relations),
    "gum": (gum_names, gum_links),
    "meantime": (
        meantime_names,
        meantime_events,
        meantime_happenings,
        meantime_stance,
    ),
    "crossner": (crossner_spans,),
    "conll04": (conll04_relations,),
    "gap": (gap_pronouns,),
    "newswcl": (newswcl_identity, newswcl_happenings),
    "plover": (plover_categories,),
}


def has_graph(public: PublicSet) -> bool:
    """Whether the measures of a set look at the graph of its articles."""
    return public.name in _MEASURES


def score_public(
    public: PublicSet, rows: Sequence[Row], graph: Path
) -> dict[str, Figures]:
    """Score the graph that was built of a public set; figures by name of `MEASURES`.

    Args:
        public: the set.
        rows: its annotated articles.
        graph: the N-Quads of the graph of `public.articles(rows)`.

    Raises:
        NotFound: if there is no such graph.
        KgError: if the graph is no N-Quads or a row lacks what its set should have.
    """
    system = read_system(graph, load_scale())
    figures: dict[str, Figures] = {}
    for measure in _MEASURES[public.name]:
        try:
            figures |= measure(rows, system, public.terms)
        except (KeyError, TypeError, IndexError, ValueError) as error:
            message = f"{public.file}: {error!r}; this is not {public.terms['about']}"
            raise KgError(message) from error
    return figures

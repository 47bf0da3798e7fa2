"""Acts that no category fits: a verb, who does it and to whom or what."""

import pytest
from readings import Case, ReadTexts, cases, event_lines, the_schema

from kg.entities import combine
from kg.graph import to_networkx
from kg.model import Reading
from kg.rdf import from_nquads, to_nquads
from kg.tables import to_plover

ACTS: tuple[Case, ...] = (
    ("Samsung acquired Harman.", "Action: Samsung > Harman"),
    ("Boeing wants to overtake Airbus.", "Action: Boeing > Airbus"),
    ("Maria Lopez did not marry Juan Diaz.", "Action: Maria Lopez > Juan Diaz"),
    ("Tesla poached engineers from Apple.", "Action: Tesla > Apple"),
    ("Turkish police hired Siemens.", "Action: Turkey > Siemens"),
    # a category fits
    ("Peru thanked Chile.", "Support: Peru > Chile"),
    # one alone, a state, words, a light verb
    ("Airbus grew.", ""),
    ("Oslo is in Norway.", ""),
    ("Kenya borders Uganda.", ""),
    ("Kenya told Uganda that it was late.", ""),
    ("Kenya took part in the Olympics.", ""),
)
TOLD = "Samsung may acquire Harman. Peru thanked Chile."


@pytest.fixture(scope="module")
def readings(read_texts: ReadTexts) -> dict[str, Reading]:
    """The readings of all sentences, by sentence."""
    return read_texts([TOLD, *(text for text, *_ in ACTS)])


def test_no_act_is_lost() -> None:
    """The table has all its cases."""
    assert len(ACTS) == 11


@pytest.mark.parametrize(("text", "expected"), cases(ACTS))
def test_a_verb_links_who_acts_with_what_is_acted_on(
    readings: dict[str, Reading], text: str, expected: str
) -> None:
    """A verb outside the categories is told when it links two that have names."""
    assert event_lines(readings[text]) == expected


def test_an_act_keeps_its_verb_in_every_form(readings: dict[str, Reading]) -> None:
    """The lemma stands in the fact, the claim, the RDF and the edge, not in PLOVER."""
    schema = the_schema()
    reading = readings[TOLD]
    assert [f.verb for f in reading.events] == ["acquire", None]
    graph = combine([reading], schema)
    act = next(claim for claim in graph.events if claim.verb)
    assert (act.category, act.verb, act.status.value) == (
        "Action",
        "acquire",
        "possible",
    )
    assert from_nquads(to_nquads(graph, schema), graph.articles).events == graph.events
    edges = to_networkx(graph, schema).edges(data=True)
    assert "acquire" in {data["label"] for _, _, data in edges}
    assert "acquire" not in to_plover(graph, schema)

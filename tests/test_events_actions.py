"""Acts that no category fits: a verb, who does it and to whom or what."""

import pytest
from readings import Case, ReadTexts, cases, event_lines, the_schema

from kg.entities import combine
from kg.graph import to_networkx
from kg.happenings import gather
from kg.model import Reading
from kg.rdf import from_nquads, to_nquads
from kg.tables import to_plover

ACTS: tuple[Case, ...] = (
    ("Samsung acquired Harman.", "Action: Samsung > Harman"),
    ("Boeing wants to overtake Airbus.", "Action: Boeing > Airbus"),
    ("Maria Lopez did not marry Juan Diaz.", "Action: Maria Lopez > Juan Diaz"),
    ("Tesla poached engineers from Apple.", "Action: Tesla > Apple"),
    ("Turkish police hired Siemens.", "Action: Turkey > Siemens"),
    # with, from, to whom; a place only when nothing is done to anything
    ("Jetstar was sold to Virgin.", "Action: ? > Jetstar + Virgin"),
    ("Airbus landed in Peru.", "Action: Airbus > Peru"),
    ("Daimler cut jobs in Brazil.", "Action: Daimler"),
    ("Ford bought a stake in Samsung from Saab.", "Action: Ford > Saab + Samsung"),
    # who has a thing stands for it, but not beside somebody
    ("Vodafone bought Boeing's planes.", "Action: Vodafone > Boeing"),
    ("Emirates bought a Peruvian hotel.", ""),
    # nouns of acts
    ("Samsung's acquisition of Harman closed.", "Action: Samsung > Harman"),
    ("The merger of Fiat and Peugeot closed.", "Action: Fiat + Peugeot"),
    ("Kenya's victory over Ireland was narrow.", "Action: Kenya > Ireland"),
    ("The acquisition of Harman closed.", ""),
    # words to somebody; to the press they are for all
    ("Kenya told Uganda that it was late.", "Action: Kenya > Uganda"),
    ("Ana Silva spoke in Quito.", ""),
    ("Ana Silva told Reuters that it was late.", ""),
    # a light verb whose object is an entity
    ("Ikea opened Heathrow.", "Action: Ikea > Heathrow"),
    ("Germany agreed to give Togo a ship.", "Agree: Germany > Togo"),
    # a category fits
    ("Peru thanked Chile.", "Support: Peru > Chile"),
    # one alone, a state, words, a light verb
    ("Airbus grew.", ""),
    ("Oslo is in Norway.", ""),
    ("Kenya borders Uganda.", ""),
    ("Kenya took part in the Olympics.", ""),
    # whose act it is cannot be known: what a noun is for, a swallowed subject
    ("Peter Holm put the number waiting to cross Norway at ten.", ""),
    ("Nokia saw a chance to overtake Siemens.", ""),
    ("To contain Chad, Ana Silva said, others must act.", ""),
    ("The Dutch actress outlived Rembrandt.", ""),
    ("Ana Silva knew rules for overtaking Siemens.", ""),
    ("Ana Silva announced the acquisition of Harman.", ""),
    (
        "Bergen lost to Oslo and Trondheim were beaten by Molde.",
        "Action: Bergen > Oslo",
    ),
)
TOLD = "Samsung may acquire Harman. Peru thanked Chile."


@pytest.fixture(scope="module")
def readings(read_texts: ReadTexts) -> dict[str, Reading]:
    """The readings of all sentences, by sentence."""
    return read_texts([TOLD, *(text for text, *_ in ACTS)])


def test_no_act_is_lost() -> None:
    """The table has all its cases."""
    assert len(ACTS) == 32


@pytest.mark.parametrize(("text", "expected"), cases(ACTS))
def test_a_verb_links_who_acts_with_what_is_acted_on(
    readings: dict[str, Reading], text: str, expected: str
) -> None:
    """A verb outside the categories is told when it links two that have names."""
    assert event_lines(readings[text]) == expected


def test_every_noun_of_an_act_has_an_example_with_it() -> None:
    """The example of a noun holds the noun, and its frame is one of acts."""
    schema = the_schema()
    frames = {f.id for f in schema.of("Frame") if f.one("evokes") == "Action"}
    nouns = schema.of("ActNoun")
    assert len(nouns) >= 100
    for noun in nouns:
        assert noun.need("lemma") in noun.need("example").lower(), noun.id
        assert noun.need("frame") in frames, noun.id


def test_a_particle_belongs_to_the_verb(read_texts: ReadTexts) -> None:
    """What is taken over is not taken."""
    text = "Samsung took over Harman."
    assert [fact.verb for fact in read_texts([text])[text].events] == ["take over"]


def test_an_act_has_no_happening(readings: dict[str, Reading]) -> None:
    """One verb of the same two does not make two reports one."""
    graph = gather(combine([readings[TOLD]], the_schema()), the_schema())
    told = {name for happening in graph.happenings for name in happening.reports}
    assert told == {claim.id for claim in graph.events if claim.verb is None}


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

"""Modes: those of PLOVER 2.0, from triggers, contents and slots."""

import pytest
from readings import Case, ReadTexts, cases

from kg.schema import Schema


def test_there_are_the_67_modes_of_plover(schema: Schema) -> None:
    """Each mode of each category is scored and described, and belongs to it."""
    scored = {(m.need("category"), m.need("mode")) for m in schema.of("ModeScore")}
    owners = {(c, m.id) for m in schema.of("Mode") for c in m.all("modeOf")}
    assert len(scored) == len(schema.of("ModeScore")) == 67
    assert scored <= owners
    assert all(m.all("comment") for m in schema.of("ModeScore"))


def test_a_mode_is_scored_on_the_side_of_its_category(schema: Schema) -> None:
    """Scores lie between -10 and 10, below zero for conflict (but for requests)."""
    for mode in schema.of("ModeScore"):
        score = float(mode.need("score"))
        category = schema.categories[mode.need("category")]
        hostile = float(category.need("score")) < 0
        assert -10 <= score <= 10
        assert (score < 0) is hostile or category.id == "Request", mode.id


def test_every_mode_is_given_by_something(schema: Schema) -> None:
    """A trigger, its frame, a content or a meeting gives each of the 67 modes."""
    frames = {f.id: f for f in schema.of("Frame")}
    given = set[tuple[str, str]]()
    for trigger in schema.of("Trigger"):
        frame = frames[trigger.need("frame")]
        category = trigger.one("evokes") or frame.need("evokes")
        mode = trigger.one("mode") or frame.one("mode")
        given |= {(category, mode)} if mode else set()
    for term in schema.of("ContentMode"):
        given |= {(c, term.need("mode")) for c in term.all("category")}
    given |= {("Consult", m.need("mode")) for m in schema.of("MeetingMode")}
    scored = {(m.need("category"), m.need("mode")) for m in schema.of("ModeScore")}
    assert scored - given == set()


MODES: tuple[Case, ...] = (
    ("Kenya asked Germany for help.", "Request assist"),
    ("Oman urged Yemen to hold talks.", "Request meet"),
    ("Norway urged Mali to release the prisoners.", "Request yield"),
    ("Students urged Ghana to change the law.", "Request change"),
    ("Norway rejected Mali's request for aid.", "Reject assist"),
    ("Egypt threatened to arrest the lawyers from Chad.", "Threaten arrest"),
    ("Iraq threatened to annex the islands of Iran.", "Threaten territory"),
    ("Iraq threatened to close the border with Iran.", "Threaten restrict"),
    ("Niger threatened to expel the ambassador of France.", "Threaten expel"),
    ("Russia threatened to attack Poland.", "Threaten violence"),
    ("Sudan threatened Chad with war.", "Threaten violence"),
    ("Chile and Peru held talks by video.", "Consult phone"),
    ("France, Egypt and Peru met in Cairo.", "Consult multilateral"),
    ("France and Egypt held talks in Rome.", "Consult third-party"),
    ("France and Egypt held talks in Cairo.", "Consult None"),
    ("France and Egypt held talks.", "Consult None"),
    ("Hezbollah deployed fighters in Syria.", "Mobilize militia"),
    ("Kenya deployed police in Nairobi.", "Mobilize police"),
    ("Kenya deployed troops in Nairobi.", "Mobilize troops"),
    ("Kenya attacked the students with tear gas.", "Assault crowd-control"),
)


@pytest.mark.parametrize(("text", "expected"), cases(MODES))
def test_a_mode_follows_from_what_is_told(
    read_texts: ReadTexts, text: str, expected: str
) -> None:
    """The content of an event, its means, its sides and its place give the mode."""
    assert len(MODES) == 20
    (event,) = read_texts([text])[text].events
    assert f"{event.category} {event.mode}" == expected

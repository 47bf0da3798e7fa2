"""Who takes part and who only stands near: states and their servants, places, speakers.

A state acts through its officials and forces; firms, foes and peoples named by it act
for themselves, and where a deed is done is not whom it is done to.
"""

import pytest
from readings import Case, ReadTexts, cases, event_lines, the_lexicon

from kg.model import Reading

CASES: tuple[Case, ...] = (
    # who serves the state
    ("Peruvian police arrested Nadia Omar.", "Coerce: Peru > Nadia Omar"),
    ("Kenyan lawmakers condemned Chad.", "Accuse: Kenya > Chad"),
    ("The Norwegian armed forces attacked Chad.", "Assault: Norway > Chad"),
    # who does not
    ("Peruvian suppliers accused Chad of fraud.", "Accuse: ? > Chad"),
    ("Kenyan rebels attacked Chad.", "Assault: ? > Chad"),
    ("Bolivian opposition leaders condemned Chad.", "Accuse: ? > Chad"),
    ("Former Kenyan officials condemned Chad.", "Accuse: ? > Chad"),
    ("Luis Vega accused two Kenyan companies of fraud.", "Accuse: Luis Vega"),
    ("Norway's population supported Chad.", "Support: ? > Chad"),
    ("The Danish-Swedish carrier's bid was rejected by Mali.", "Reject: Mali"),
    # whom it touches all the same
    ("Mali arrested two Kenyan citizens.", "Coerce: Mali > Kenya"),
    ("Chad rejected a Kenyan proposal.", "Reject: Chad > Kenya"),
    ("Kenyan students marched in Oslo.", "Protest: Kenya"),
    # where it is done
    ("Two men were killed on Kenyan soil.", ""),
    ("The attacks against the group on Kenyan soil went on.", ""),
    ("The massacre of cult members in Mali was denied.", ""),
    ("Chadian police detained dozens of students in Bamako.", "Coerce: Chad"),
    ("The Kenyan army shelled a market in Mali.", "Assault: Kenyan army > Mali"),
    ("Norway thanked Chad on Twitter.", "Support: Norway > Chad"),
    # who is spoken of inside a phrase
    ("Juan Ortiz was convicted of Ana Vega's murder.", "Sanction: ? > Juan Ortiz"),
    ("Hundreds marched against the anti-Chad stance of the group.", ""),
    ("Luis Vega is a poet. His father accused him of lies.", "Accuse: ? > Luis Vega"),
    ("Luis Vega sued two Kenyan firms for spying on Chad.", "Accuse: Luis Vega"),
    # who speaks, hears, hosts
    (
        '"The idea of Chad was vilified," Ana Vega, a professor, said.',
        "Accuse: ? > Chad",
    ),
    ("Kenya lodged a complaint with Chad.", "Accuse: Kenya > Chad"),
    ("Kenya complained to the European Court of Justice.", "Accuse: Kenya"),
    ("Luis Vega ended his Kenyan visit.", "Consult: Luis Vega > Kenya"),
    ("Luis Vega praised Mali's bailout.", "Aid: ? > Mali; Support: Luis Vega > Mali"),
    # whose clause it is
    ("Luis Vega could go to prison if found guilty.", "Sanction: ? > Luis Vega"),
    ("Luis Vega shot dead in Lima", "Assault: ? > Luis Vega"),
    (
        "Papers were shown in the trial of Luis Vega, which accuse Chad.",
        "Accuse: ? > Chad; Accuse: ? > Luis Vega",
    ),
    (
        "Kenyan president blamed for the crash\nThe report surprised Nairobi. Kenyan "
        "President William Ruto was silent.",
        "Accuse: ? > William Ruto",
    ),
)


@pytest.fixture(scope="module")
def readings(read_texts: ReadTexts) -> dict[str, Reading]:
    """The readings of all texts, by text."""
    return read_texts([text for text, *_ in CASES])


def test_the_table_is_whole() -> None:
    """No case has been lost."""
    assert len(CASES) == len({text for text, *_ in CASES}) == 32


@pytest.mark.parametrize(("text", "expected"), cases(CASES))
def test_nobody_takes_part_for_standing_near(
    readings: dict[str, Reading], text: str, expected: str
) -> None:
    """The sides of an event are whom its words mean, not whom they are named by."""
    assert event_lines(readings[text]) == expected


def test_servants_of_states_are_no_firms_and_no_foes() -> None:
    """Officials and forces serve the state, workers, militants and parties do not."""
    servants = the_lexicon().servants
    assert {"minister", "official", "parliament", "police", "soldier"} <= servants
    assert not servants & {"company", "militant", "opposition", "party", "worker"}


@pytest.mark.parametrize(
    ("word", "known"),
    [("company", True), ("official", True), ("refugee", True), ("policy", False)],
)
def test_somebody_is_a_person_body_or_group(word: str, known: bool) -> None:
    """Nouns for persons, bodies and groups denote somebody; others denote things."""
    assert the_lexicon().somebody(word) is known

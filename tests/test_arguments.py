"""Who stands behind a word: lists, speakers, places, owners, names after a clause."""

import pytest
from readings import Case, ReadTexts, cases, event_lines

from kg.model import Reading

CASES: tuple[Case, ...] = (
    # lists
    (
        "The League of Arab States (LAS), UN, NATO and Egypt condemned Chad.",
        "Accuse: Egypt + League of Arab States + NATO + UN > Chad",
    ),
    ("Seoul, Tokyo agree to share data", "Agree: Seoul + Tokyo"),
    (
        "Mary Robinson, Ireland's foreign minister, and Luis Vega, who heads the "
        "bank, signed a pact.",
        "Support: Luis Vega + Mary Robinson",
    ),
    # phrases of the object
    (
        "Spain invited officials from both France and Italy to talks.",
        "Agree: Spain > France + Italy",
    ),
    (
        "Norway rejected a request by Denmark.",
        "Reject: Norway > Denmark",
    ),
    ("Mali vetoed a Kenyan-drafted resolution.", "Reject: Mali > Kenya"),
    (
        "Mali rejected the announcement that President Jean Bedel was the winner.",
        "Reject: Mali > Jean Bedel",
    ),
    # speakers
    (
        '"We fully support Japan," British Foreign Secretary Boris Johnson said.',
        "Support: United Kingdom > Japan",
    ),
    ('"I support Japan," Boris Johnson said.', "Support: Boris Johnson > Japan"),
    # places
    ("Jamaica has imposed a curfew on Kingston.", "Coerce: Jamaica > Kingston"),
    (
        "Armenian police detained dozens of demonstrators in Yerevan.",
        "Coerce: Armenia",
    ),
    ("Andre Rwisereka was shot in Kenya.", "Assault: ? > Andre Rwisereka"),
    ("A man has been executed in Japan.", "Assault: Japan"),
    # owners
    ("Angela Merkel said her party supported Spain.", "Support: ? > Spain"),
    (
        "Barack Obama ended his India visit.",
        "Consult: Barack Obama > India",
    ),
    # clauses
    (
        "Andre Rwisereka was found shot dead in his house.",
        "Assault: ? > Andre Rwisereka",
    ),
    ("Nine men, and three women were arrested, Le Monde reported.", ""),
    (
        "On his visit to Lima, Special Representative for North Korea Ann B. Miller "
        "met Peruvian Foreign Minister Ana Ruiz.",
        "Consult: Ana Ruiz + Ann B. Miller; Consult: Ann B. Miller > Peru",
    ),
    # two sides, one of them unnamed
    ("Washington held secret talks with some of their leaders.", ""),
    # penalties spoken of as known
    (
        "Canada imposed sanctions on Chad in May. These sanctions were extended in "
        "June.",
        "Sanction: Canada > Chad; Sanction: Canada > Chad",
    ),
)


@pytest.fixture(scope="module")
def readings(read_texts: ReadTexts) -> dict[str, Reading]:
    """The readings of all sentences, by sentence."""
    return read_texts([text for text, *_ in CASES])


def test_the_table_is_whole() -> None:
    """No case has been lost."""
    assert len(CASES) == len({text for text, *_ in CASES}) == 20


@pytest.mark.parametrize(("text", "expected"), cases(CASES))
def test_whoever_stands_behind_a_word_takes_part(
    readings: dict[str, Reading], text: str, expected: str
) -> None:
    """Actors and recipients are those whom the words stand for, nobody near."""
    assert event_lines(readings[text]) == expected

"""Words for several: whom "the two sides", "both", "the allies" stand for.

A case names those who act in the last event of its text.
"""

import pytest
from readings import Case, ReadTexts, cases, name_at

from kg.model import Reading

PAIRS: tuple[Case, ...] = (
    (
        "Kenya and Somalia signed a pact. The two countries restored ties.",
        "Kenya + Somalia",
    ),
    (
        "Moon Jae-in met Kim Jong-un in Panmunjom. The two leaders signed an "
        "agreement.",
        "Kim Jong-un + Moon Jae-in",
    ),
    (
        "Chile, Peru and Bolivia met. The three countries signed a treaty.",
        "Bolivia + Chile + Peru",
    ),
    (
        "Japan and the United States held drills. The allies condemned North Korea.",
        "Japan + United States",
    ),
    (
        "Israel and Hamas agreed to a truce. The two sides exchanged prisoners.",
        "Hamas + Israel",
    ),
    (
        "China's relations with Australia are tense. The two governments held talks.",
        "Australia + China",
    ),
    (
        "India met Pakistan in Geneva. Both nations agreed to hold talks.",
        "India + Pakistan",
    ),
    ("Greece and Turkey met. Neither side withdrew its ships.", "Greece + Turkey"),
    ("Oslo and Lima held talks. The two signed a treaty.", "Lima + Oslo"),
    # nobody, or others
    ("Peru, Chile and Bolivia met in La Paz. The two countries signed a pact.", ""),
    ("Peru criticised Chile. Two officials signed a treaty with Bolivia.", "Bolivia"),
    ("Peru has allies. The allies of Chile condemned Bolivia.", ""),
)


@pytest.fixture(scope="module")
def readings(read_texts: ReadTexts) -> dict[str, Reading]:
    """The readings of all texts, by text."""
    return read_texts([text for text, *_ in PAIRS])


def test_the_table_is_whole() -> None:
    """No case has been lost."""
    assert len({text for text, *_ in PAIRS}) == len(PAIRS) >= 12


@pytest.mark.parametrize(("text", "expected"), cases(PAIRS))
def test_a_word_for_several_counts_its_members(
    readings: dict[str, Reading], text: str, expected: str
) -> None:
    """Those last told of together act, if they are as many as the words say."""
    reading = readings[text]
    start = text.index(". ")
    later = [e for e in reading.events if e.trigger.start > start]
    acting = {str(name_at(reading, a)) for e in later[-1:] for a in e.actors}
    assert " + ".join(sorted(acting)) == expected

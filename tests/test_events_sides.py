"""Sides that stand in the sentence but not in a slot of the verb, and headlines.

A case names every event of its sentence, as those of test_events do.
"""

import pytest
from readings import Case, ReadTexts, cases, event_lines

from kg.model import Reading

SIDES: tuple[Case, ...] = (
    (
        "A delegation led by Finance Minister Ana Ruiz visited Kenya.",
        "Consult: Ana Ruiz > Kenya",
    ),
    (
        "Countries such as Norway, Chad and Peru condemned Iran.",
        "Accuse: Chad + Norway + Peru > Iran",
    ),
    (
        "Several states, including Norway and Chad, sanctioned Iran.",
        "Sanction: Chad + Norway > Iran",
    ),
    ("Kenya, like other states, sanctioned Iran.", "Sanction: Kenya > Iran"),
    (
        "Iran threatened to close the strait if Oman did not pay.",
        "Threaten: Iran > Oman",
    ),
    (
        "Chad will withdraw from the gas treaty with Libya.",
        "Sanction: Chad > Libya",
    ),
    (
        "Norway complied with the demands of Sweden.",
        "Concede: Norway > Sweden",
    ),
    (
        "Norway will lift the sanctions in return for Syria's promise to talk.",
        "Concede: Norway > Syria",
    ),
    (
        "Idris Musa said he would stand by the terms of the agreement with Uganda.",
        "Agree: Idris Musa > Uganda",
    ),
    (
        "President Idris Musa's office condemned Sudan.",
        "Accuse: Idris Musa > Sudan",
    ),
    ("Norway called for reform in Moldova.", "Request: Norway > Moldova"),
    ("Norway called for rescue boats in Libya.", "Request: Norway"),
    (
        "The Council of Europe has been critical of the situation in Ukraine.",
        "Accuse: Council of Europe > Ukraine",
    ),
    (
        "The release of Malik Osman from an Iranian jail pleased nobody.",
        "Retreat: Iran > Malik Osman",
    ),
    (
        "Malik Osman survived an assassination attempt in Peru.",
        "Assault: ? > Malik Osman",
    ),
    ("Chad faced hundreds of attacks by Libya.", "Assault: Libya > Chad"),
    (
        "He is critical of Serbian officials, Luis Vega said.",
        "Accuse: Luis Vega > Serbia",
    ),
    (
        '"He is critical of Serbian officials," Luis Vega said.',
        "Accuse: ? > Serbia",
    ),
    ("The launch by Chad was condemned.", "Accuse: ? > Chad"),
    ("Ramos was the third Kenyan inmate executed.", "Assault: ? > Ramos"),
    ("Oslo has suggested that the EU's refugees be interned.", ""),
    ("Hamas handed over two captives to Egypt.", "Retreat: Hamas > Egypt"),
    ("Norway talked to Peru.", "Consult: Norway + Peru"),
    ("Talks were held with Kenya and Chad.", "Consult: ? > Chad + Kenya"),
    (
        "Norway will investigate any spying by Chad on Kurds.",
        "Accuse: Norway > Chad",
    ),
    ("In Mumbai, posters were vandalized.", ""),
    (
        "Kenyan mining companies have agreed to develop two oil fields in Siberia.",
        "",
    ),
    ("A storm in Chad which killed ten people hurt the economy.", ""),
)
HEADLINES: tuple[Case, ...] = (
    (
        "Peruvian Government Condemns Chilean Missile Launch",
        "Accuse: Peru > Chile; Mobilize: Chile",
    ),
    ("Kenya and Uganda Expand Trade Ties", "Support: Kenya + Uganda"),
    ("Brazil Expels Venezuelan Ambassador", "Sanction: Brazil > Venezuela"),
    ("Peru Accused of Spying on Chile", "Accuse: ? > Peru"),
    ("Norway Urged to Release Russian Ship", "Request: ? > Norway"),
    ("Norway promised to help Chad", "Agree: Norway > Chad"),
    ("Iran threatened to bomb Israel", "Threaten: Iran > Israel"),
    ("Iran Condemned for Missile Test", "Accuse: ? > Iran"),
    ("Peru, Chile, Bolivia hold talks", "Consult: Bolivia + Chile + Peru"),
    ("US, Japan, South Korea Hold Talks in Tokyo", "Consult: Japan + South Korea + US"),
    ("Norway, Sweden warn Serbia", "Threaten: Norway + Sweden > Serbia"),
)
ALL = (*SIDES, *HEADLINES)


@pytest.fixture(scope="module")
def readings(read_texts: ReadTexts) -> dict[str, Reading]:
    """The readings of all sentences, by sentence."""
    return read_texts([text for text, *_ in ALL])


def test_the_tables_are_whole() -> None:
    """Cases are neither lost nor told twice."""
    assert (len(SIDES), len(HEADLINES)) == (28, 11)
    assert len({text for text, *_ in ALL}) == len(ALL)


@pytest.mark.parametrize(("text", "expected"), cases(ALL))
def test_a_side_in_the_sentence_takes_part(
    readings: dict[str, Reading], text: str, expected: str
) -> None:
    """Each sentence tells who takes part in what, and nothing more."""
    assert event_lines(readings[text]) == expected

"""Whose deed it is: what an apposition, a demonym, an answer or a foe's verb says.

A case names every event of its sentence, as those of test_events do.
"""

import pytest
from readings import Case, ReadTexts, cases, event_lines

from kg.model import Reading

APPOSED: tuple[Case, ...] = (
    (
        "Pedro Ruiz is from Estonia, a small country which backed Ukraine.",
        "Support: Estonia > Ukraine",
    ),
    (
        "The envoy is from Chad, a desert state that joined the African Union.",
        "Cooperate: Chad > African Union",
    ),
    (
        "Ana Diaz was born in Lesotho, a kingdom which criticised China.",
        "Accuse: Lesotho > China",
    ),
    (
        "He said that might carry some weight with Rome, since Vega is from Poland, "
        "another former satellite state which joined NATO.",
        "Cooperate: Poland > NATO",
    ),
    (
        "Ahmed Mohamed, a 14-year-old boy from Riga, Latvia, was arrested at his "
        "school by police.",
        "Coerce: ? > Ahmed Mohamed",
    ),
    (
        "Omar Haddad, a 16-year-old boy from Lyon, France, was detained by Peru.",
        "Coerce: Peru > Omar Haddad",
    ),
    (
        "Luis Vega, a 20-year-old student from Cairo, Egypt, was shot by rebels.",
        "Assault: ? > Luis Vega",
    ),
    (
        "The head of a think tank in Oslo, Maria Lopez, criticised Peru.",
        "Accuse: Maria Lopez > Peru",
    ),
    (
        "Peru arrested two suspects identified as Maria Lopez and Luis Vega.",
        "Coerce: Peru > Luis Vega + Maria Lopez",
    ),
    ("Peru arrested a man named Luis Vega.", "Coerce: Peru > Luis Vega"),
    (
        "Kenya deported a preacher known as Omar Haddad.",
        "Coerce: Kenya > Omar Haddad",
    ),
    ("Peru banned a film called Luis Vega.", "Coerce: Peru"),
    ("A man described by Luis Vega was arrested in Oslo.", ""),
)
DEMONYMS: tuple[Case, ...] = (
    (
        "Malik Osman survived an Israeli assassination attempt in Peru.",
        "Assault: Israel > Malik Osman",
    ),
    (
        "The Kenyan assassination of a Peruvian envoy angered Uganda.",
        "Assault: Kenya > Peru",
    ),
    (
        "Quito remembers the Chilean massacre of Peruvian sailors.",
        "Assault: Chile > Peru",
    ),
    ("Luis Vega's assassination shook Peru.", "Assault: ? > Luis Vega"),
)
ELSEWHERE: tuple[Case, ...] = (
    (
        "A gunman killed three Kenyan nurses at a clinic in Mali.",
        "Assault: ? > Kenya",
    ),
    (
        "Rebels wounded two Peruvian soldiers at a base in Chad.",
        "Assault: ? > Peru",
    ),
    (
        "Luis Vega was killed by a bomber at a hotel in Tunisia.",
        "Assault: ? > Luis Vega",
    ),
    ("Rebels fired rockets at a base in Mali.", "Assault: ? > Mali"),
    (
        "Kenyan troops killed three people at a checkpoint in Somalia.",
        "Assault: Kenya > Somalia",
    ),
)
ANSWERED: tuple[Case, ...] = (
    (
        "Oslo is complying with Latvia's request to take down the film.",
        "Concede: Oslo > Latvia; Request: Latvia > Oslo",
    ),
    (
        "Google complied with Egypt's requests to block the site.",
        "Concede: Google > Egypt; Request: Egypt > Google",
    ),
    (
        "Kenya will comply with requests from Uganda to reopen the road.",
        "Concede: Kenya > Uganda; Request: Uganda > Kenya",
    ),
    ("Peru agreed to Chile's request for talks.", "Agree: Peru > Chile"),
    ("Kenya agreed to requests from Chad for aid.", "Agree: Kenya > Chad"),
    (
        "Oslo agreed to ask Chile for help.",
        "Request: Oslo > Chile",
    ),
    ("A boycott call by Kenya failed.", "Request: Kenya"),
    ("A truce call by Chad went unheard.", "Request: Chad"),
    ("The peace call by Oman to Yemen was brief.", "Request: Oman > Yemen"),
)
FOILED: tuple[Case, ...] = (
    ("Togo defeated a bid to invade Benin.", "Assault: ? > Benin"),
    (
        "Peru condemned a decision by Brazil to expel envoys from Chile.",
        "Accuse: Peru > Brazil; Sanction: Brazil > Chile",
    ),
    (
        "Oslo criticised a move to lift sanctions on Iran.",
        "Accuse: Oslo > Iran; Concede: ? > Iran",
    ),
    ("Chad foiled an attempt to kidnap and kill Luis Vega.", "Assault: ? > Luis Vega"),
    (
        "Lima denounced attempts at overthrowing Luis Vega.",
        "Accuse: Lima > Luis Vega; Coerce: ? > Luis Vega",
    ),
    (
        "Togo condemned a demand by Chile to release the rebels.",
        "Accuse: Togo > Chile",
    ),
    (
        "Norway announced a plan to withdraw its troops from Mali.",
        "Concede: Norway > Mali",
    ),
)
ALL = (*APPOSED, *DEMONYMS, *ELSEWHERE, *ANSWERED, *FOILED)


@pytest.fixture(scope="module")
def readings(read_texts: ReadTexts) -> dict[str, Reading]:
    """The readings of all sentences, by sentence."""
    return read_texts([text for text, *_ in ALL])


def test_the_tables_are_whole() -> None:
    """Cases are neither lost nor told twice."""
    sizes = [len(t) for t in (APPOSED, DEMONYMS, ELSEWHERE, ANSWERED, FOILED)]
    assert sizes == [13, 4, 5, 9, 7]
    assert len({text for text, *_ in ALL}) == len(ALL)


@pytest.mark.parametrize(("text", "expected"), cases(ALL))
def test_a_deed_is_of_whom_the_words_say(
    readings: dict[str, Reading], text: str, expected: str
) -> None:
    """Each sentence tells whose deeds it names and to whom they are done."""
    assert event_lines(readings[text]) == expected

"""Capitals and seats: the place or the government that sits there.

A case names every such name of its sentence with the class it has there.
"""

import pytest
from readings import Case, article, cases

from kg.mentions import find_mentions
from kg.model import Kind
from kg.parse import parse_articles
from kg.reader import Reader

SEATS: tuple[Case, ...] = (
    ("Seoul said it would not attend.", "Seoul:Country"),
    (
        "Pyongyang's decision to withdraw surprised Seoul.",
        "Pyongyang:Country; Seoul:Country",
    ),
    (
        "Talks between Washington and Pyongyang broke down.",
        "Washington:Country; Pyongyang:Country",
    ),
    ("The envoys met in Seoul.", "Seoul:Place"),
    ("She flew to Seoul on Monday.", "Seoul:Place"),
    ("He arrived in Pyongyang from Beijing.", "Pyongyang:Place; Beijing:Place"),
    ("SEOUL, March 3 — The president resigned.", "SEOUL:Place"),
    ("WASHINGTON (AP) - Congress voted.", "WASHINGTON:Place"),
    ("Washington imposed sanctions on Moscow.", "Washington:Country; Moscow:Country"),
    ("They appealed to Tokyo for help.", "Tokyo:Country"),
    ("Relations between Ankara and Athens improved.", "Ankara:Country; Athens:Country"),
    ("The Moscow-based analyst agreed.", "Moscow:Place"),
    ("Protesters marched through Minsk.", "Minsk:Place"),
    ("London has recalled its ambassador.", "London:Country"),
    ("The London mayor spoke.", "London:Place"),
    ("A London court jailed him.", "London:Place"),
    ("Kyiv residents fled.", "Kyiv:Place"),
    ("An explosion rocked Kabul on Sunday.", "Kabul:Place"),
    ("Rockets hit Kyiv overnight.", "Kyiv:Place"),
    ("Thousands demonstrated outside the parliament in Belgrade.", "Belgrade:Place"),
    ("Beijing's envoy to Pyongyang left.", "Beijing:Country; Pyongyang:Country"),
    ("The ambassador to Moscow was summoned.", "Moscow:Country"),
    ("The U.S. embassy in Seoul was closed.", "Seoul:Place"),
    ("Paris and Berlin proposed a plan.", "Paris:Country; Berlin:Country"),
    ("The capital Nairobi was calm.", "Nairobi:Place"),
    ("Nairobi, the capital of Kenya, was calm.", "Nairobi:Place"),
    ("The mayor of Warsaw resigned.", "Warsaw:Place"),
    ("The plane left Tehran at noon.", "Tehran:Place"),
    ("Tehran has enriched uranium.", "Tehran:Country"),
    ("The White House declined to comment.", "White House:Country"),
    ("They met at the White House.", "White House:Place"),
    ("He was invited to the White House.", "White House:Place"),
    ("The Kremlin denied the report.", "Kremlin:Country"),
    ("Putin hosted him in the Kremlin.", "Kremlin:Place"),
    ("The Blue House said the summit would go ahead.", "Blue House:Country"),
    ("The delegation visited the Blue House.", "Blue House:Place"),
    ("Downing Street rejected the claim.", "Downing Street:Country"),
    ("A visit to Hanoi is planned.", "Hanoi:Place"),
    ("Pressure on Pyongyang grew.", "Pyongyang:Country"),
    ("A letter from Pyongyang arrived.", "Pyongyang:Country"),
    ("He was born in Addis Ababa.", "Addis Ababa:Place"),
    ("She lives near Cairo.", "Cairo:Place"),
    ("The road to Damascus was cut.", "Damascus:Place"),
    ("Trains between Seoul and Busan resumed.", "Seoul:Place"),
    ("Cairo and Riyadh signed a deal.", "Cairo:Country; Riyadh:Country"),
    ("Cairo's streets were empty.", "Cairo:Place"),
    ("Officials in Islamabad denied it.", "Islamabad:Place"),
    (
        "The summit in Singapore was historic.",
        "Singapore:Place",
        "a city that is a state",
    ),
    ("According to Baku, two soldiers died.", "Baku:Country"),
    ("Oslo hosted the talks.", "Oslo:Country"),
    (
        "Under pressure from Washington, Seoul delayed the drills.",
        "Washington:Country; Seoul:Country",
    ),
    ("He returned to Brussels after talks with Rome.", "Brussels:Place; Rome:Country"),
    ("The distance from Seoul to Pyongyang is short.", "Seoul:Place; Pyongyang:Place"),
    ("Troops entered Mogadishu.", "Mogadishu:Place"),
    ("Rebels seized Sanaa in 2014.", "Sanaa:Place"),
    (
        "Sanaa is under rebel control.",
        "Sanaa:Place",
        "what is said of a place by a predicate",
    ),
    ("The Vienna talks resumed.", "Vienna:Place"),
    (
        "Hanoi was chosen as the venue.",
        "Hanoi:Place",
        "what is said of a place by a predicate",
    ),
    ("Seoul, South Korea's capital, was quiet.", "Seoul:Place"),
    ("The hotel in downtown Seoul was full.", "Seoul:Place"),
    ("Beijing is a close ally of Pyongyang.", "Beijing:Country; Pyongyang:Country"),
    ("Moscow's subway was bombed.", "Moscow:Place"),
    ("A man was arrested at Seoul's Incheon airport.", "Seoul:Place"),
    ("The Pentagon sent troops.", "Pentagon:Organization"),
    ("Lisbon's government fell.", "Lisbon:Country"),
    ("The regime in Pyongyang is weak.", "Pyongyang:Place"),
    ("Prague was flooded.", "Prague:Place"),
    (
        "An official in Kigali told Reuters that Kigali would respond.",
        "Kigali:Place; Kigali:Country",
    ),
    ("He ran the movement from Doha and Beirut.", "Doha:Place; Beirut:Place"),
    ("She told reporters from Nairobi that it was calm.", "Nairobi:Place"),
    ("Support from Riyadh grew.", "Riyadh:Country"),
    ("Kenya's Lisbon Olympic marathon champion came home.", "Lisbon:Place"),
    ("The show airs at Lagos UTC +1 | Oslo UTC +2.", "Oslo:Place"),
    ("At 9 p.m. Tokyo time the ministers met.", "Tokyo:Place"),
    ("Author: Mona Hart, Nicosia, Cyprus", "Nicosia:Place"),
    ("The Lima buses were late.", "Lima:Place"),
    ("The accord between Tehran and world powers holds.", "Tehran:Country"),
    ("The Ankara government fell.", "Ankara:Country"),
    ("The Tokyo-Pyongyang relationship is cold.", "Tokyo:Country"),
    ("The Seoul statement was short.", "Seoul:Country"),
    ("He cancelled business trips to Ankara.", "Ankara:Place"),
    ("A helicopter tour of Washington followed.", "Washington:Place"),
    ("The director of Prague's Kafka Museum retired.", "Prague:Place"),
    ("An embassy came back to Tripoli.", "Tripoli:Place"),
    ("The White House joke fell flat.", "White House:Country"),
)


@pytest.fixture(scope="module")
def classes(reader: Reader) -> dict[str, list[tuple[str, str]]]:
    """The names of every sentence with their classes."""
    articles = [article(text, str(n)) for n, (text, *_) in enumerate(SEATS)]
    return {
        parsed.article.text: [
            (c.mention.words, c.mention.cls)
            for c in find_mentions(parsed, reader.lexicon)
            if c.mention.kind is Kind.NAME
        ]
        for parsed in parse_articles(articles, reader.nlp, reader.recogniser)
    }


def test_the_table_is_whole() -> None:
    """No case has been lost, and both readings are asked for."""
    assert len({text for text, *_ in SEATS}) == len(SEATS) >= 60
    assert sum(":Country" in expected for _, expected, *_ in SEATS) >= 20
    assert sum(":Place" in expected for _, expected, *_ in SEATS) >= 30


@pytest.mark.parametrize(("text", "expected"), cases(SEATS))
def test_syntax_tells_a_place_from_its_government(
    classes: dict[str, list[tuple[str, str]]], text: str, expected: str
) -> None:
    """Each name has the class that its sentence gives it."""
    found = list(classes[text])
    for part in expected.split("; "):
        words, cls = part.split(":")
        assert (words, cls) in found, found
        found.remove((words, cls))

"""What sounds like politics and is none: idioms, nature, art, family, figures.

Beside each stands a sentence of the same words that does tell an event.
"""

import pytest
from readings import Case, ReadTexts, article, cases, event_lines, the_schema

from kg.events.triggers import Triggers
from kg.parse import parse_articles
from kg.reader import Reader

FIGURES: tuple[Case, ...] = (
    ("An earthquake killed hundreds in Turkey.", ""),
    ("Heavy rain cut off villages in Nepal.", ""),
    ("Argentina and Chile spoke of better days.", ""),
    ("Slovenia warned Austria about the flood.", ""),
    ("Slovenia warned Austria against a blockade.", "Threaten: Slovenia > Austria"),
    ("The novelist Kamel Daoud agreed wholeheartedly.", ""),
    ("Algeria agreed.", "Agree: Algeria"),
    ("The safety of tourists in Haiti can not be guaranteed.", ""),
    ("Finland remains on high alert.", ""),
)
PRIVATE: tuple[Case, ...] = (
    ("Jacinda Ardern met her father in Fiji.", ""),
    ("Jacinda Ardern met her counterpart from Fiji.", "Consult: Jacinda Ardern"),
    ("Kofi Annan invited his wife to Ghana.", ""),
    (
        "Kim Jong Un met the sister of Park Jin.",
        "Consult: Kim Jong Un + Park Jin",
    ),
    ("On later trips to Kenya he drew birds.", ""),
    ("A Kenyan singer met fans on a concert tour of Uganda.", ""),
    ("Uganda deported a Kenyan singer after his concert.", "Coerce: Uganda > Kenya"),
)
TOGETHER: tuple[Case, ...] = (
    (
        "Missiles fired by the Israeli army struck a Syrian base.",
        "Assault: Israeli army > Syria",
    ),
    (
        "The Philippines sent jets to bomb the Maute fighters.",
        "Assault: The Philippines > Maute",
    ),
    ("Spain offered to send troops to Mali.", "Agree: Spain > Mali"),
    ("Laos fired rockets at Thailand.", "Assault: Laos > Thailand"),
    ("Laos fired rockets into the Mekong.", "Mobilize: Laos"),
    ("Hundreds of Canadians protested in Oslo.", "Protest: Canada"),
    ("Mali did not grant Niger access.", "Reject: Mali > Niger"),
)


FLOATED: tuple[Case, ...] = (
    # an idea of others is no event; what one may do or wants oneself is told
    ("Macron floated the idea of cooperation with Serbia.", ""),
    ("Envoys sought ways to persuade the FARC to end the war.", ""),
    ("There was talk that Malta might need a bailout by the EU.", ""),
    ("Colombia wants to recognise Kosovo.", "Support: Colombia > Kosovo"),
    # the demand is told, and not what it demands
    (
        "Protesters called for President Bolsonaro to step down.",
        "Request: ? > Bolsonaro",
    ),
    # a caution, a denial and a picture are no threat, refusal or assault
    ("Maduro's warning about the rebels was heard.", ""),
    ("The photographer was to shoot the Chadian team in Paris.", ""),
    ("Peru summoned Chad's charge d'affaires to protest.", "Accuse: Peru > Chad"),
)
CITIZENS: tuple[Case, ...] = (
    ("Around 300 teachers in schools in Peru went on strike.", "Protest: Peru"),
    ("Drivers in the Kenyan town of Nakuru blocked the road.", "Protest: Kenya"),
    ("Kenyan students in Italy went on strike.", "Protest: Kenya"),
)


@pytest.mark.parametrize(("text", "expected"), cases(FLOATED))
def test_what_is_only_an_idea_or_a_caution_is_no_event(
    read_texts: ReadTexts, text: str, expected: str
) -> None:
    """Nobody has agreed to what is floated; a demand has been made."""
    assert event_lines(read_texts([text])[text]) == expected


@pytest.mark.parametrize(("text", "expected"), cases(CITIZENS))
def test_a_protest_is_by_the_country_of_the_people(
    read_texts: ReadTexts, text: str, expected: str
) -> None:
    """Whose people they are is said by the closest word, or by where they are."""
    assert event_lines(read_texts([text])[text]) == expected


@pytest.mark.parametrize(("text", "expected"), cases(FIGURES))
def test_figures_of_speech_and_nature_do_nothing(
    read_texts: ReadTexts, text: str, expected: str
) -> None:
    """Rain besieges nobody, and who warns of a flood does not threaten with it."""
    assert event_lines(read_texts([text])[text]) == expected


@pytest.mark.parametrize(("text", "expected"), cases(PRIVATE))
def test_private_life_and_art_are_no_diplomacy(
    read_texts: ReadTexts, text: str, expected: str
) -> None:
    """One's own family is met in private, somebody else's sister may be an envoy."""
    assert event_lines(read_texts([text])[text]) == expected


@pytest.mark.parametrize(("text", "expected"), cases(TOGETHER))
def test_forces_are_told_with_what_they_do(
    read_texts: ReadTexts, text: str, expected: str
) -> None:
    """What is fired at somebody is an assault, what is sent to bomb bombs."""
    assert event_lines(read_texts([text])[text]) == expected


def test_a_denied_charge_was_made_and_its_denial_is_a_statement(
    read_texts: ReadTexts,
) -> None:
    """Ecuador's denial is no refusal, and Peru's allegations stand."""
    text = "Ecuador denied the allegations by Peru."
    told = [e for e in read_texts([text])[text].events if e.category != "Action"]
    assert [(e.category, e.stance.polarity) for e in told] == [("Accuse", "positive")]


def test_a_summit_beside_a_denial_is_not_denied(read_texts: ReadTexts) -> None:
    """What will not be signed before a summit leaves the summit as it is."""
    text = "Kenya will not sign the treaty before the summit with Uganda."
    told = {e.category: e.stance.polarity for e in read_texts([text])[text].events}
    assert told["Agree"] == "positive"


def test_the_attack_told_before_keeps_its_kind(read_texts: ReadTexts) -> None:
    """An attack on a website is no assault when it is told again."""
    text = "Hackers attacked the website of the Bank of Chile. The attack lasted hours."
    assert [e.category for e in read_texts([text])[text].events] == ["Coerce", "Coerce"]


def test_what_another_must_do_is_a_request(read_texts: ReadTexts) -> None:
    """Zambia asks Malawi; what Zambia itself must do, it asks of nobody."""
    asked = "Zambia said that Malawi must respect its constitution."
    own = "Zambia said that Zambia must respect its constitution."
    told = read_texts([asked, own])
    assert event_lines(told[asked]) == "Request: Zambia > Malawi"
    assert event_lines(told[own]) == ""


IDIOMS = [
    pytest.param(text, name == "example", id=f"{term.id}-{name}-{n}")
    for term in the_schema().of("Idiom")
    for name in ("example", "nonExample")
    for n, text in enumerate(term.all(name))
]


@pytest.mark.parametrize(("text", "idiom"), IDIOMS)
def test_an_idiom_stands_in_its_example_only(
    reader: Reader, text: str, *, idiom: bool
) -> None:
    """Every example has a word that elsewhere may tell an event, and here does not."""
    assert len(IDIOMS) >= 20
    (parsed,) = parse_articles([article(text)], reader.nlp, reader.recogniser)
    without = Triggers(reader.triggers.schema)
    without.__dict__["_idioms"] = {}
    silenced = [
        token
        for token in parsed.doc
        if any(without.at(token)) and not any(reader.triggers.at(token))
    ]
    assert bool(silenced) is idiom


def test_the_tables_are_as_long_as_said() -> None:
    """No case of a table was lost."""
    assert (len(FIGURES), len(PRIVATE), len(TOGETHER)) == (9, 7, 7)
    assert (len(FLOATED), len(CITIZENS)) == (8, 3)

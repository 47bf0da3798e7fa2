"""Senses by evidence: a verb whose listed words are not there may tell its event.

The weights are learned from the ontology (scripts/train_senses.py); the cases are of
words that no trigger lists.
"""

import math

import pytest
from readings import Case, ReadTexts, cases, event_lines

from kg.events.senses import SURE, chances, evidence
from kg.model import Article
from kg.parse import parse_articles
from kg.reader import Reader

TOLD: tuple[Case, ...] = (
    ("Bolivia freed two Chilean soldiers.", "Retreat: Bolivia > Chile"),
    ("Mali released hundreds of rebel inmates.", "Retreat: Mali"),
    ("Sudan threatened to shell Juba.", "Threaten: Sudan > Juba"),
    ("Chad freed 11 of its prisoners.", "Retreat: Chad"),
    ("A court found Ollanta Humala guilty of theft.", "Sanction: ? > Ollanta Humala"),
    ("Japan and India began a round of joint drills.", "Cooperate: India + Japan"),
    ("The Thai generals outlawed Future Forward.", "Coerce: Thailand > Future Forward"),
)
SILENT: tuple[Case, ...] = (
    ("Adele released a song in Lisbon.", ""),
    ("Frost threatened to ruin the vines of Georgia.", ""),
    ("Norway released its figures on Monday.", ""),
    ("Nokia launched a telephone in India.", ""),
    ("Zara told Vogue about the dress.", "Action: Zara > Vogue"),
    ("Kenya's aid workers rested.", ""),
    ("The referee awarded Sweden a penalty.", ""),
    ("A Chinese film was released in May.", ""),
    ("Dancers from Cuba took the stage in Madrid.", ""),
)


@pytest.mark.parametrize(("text", "expected"), cases(TOLD))
def test_evidence_tells_an_event_without_a_listed_word(
    read_texts: ReadTexts, text: str, expected: str
) -> None:
    """What fills the slots and what it tells make a sense sure."""
    assert event_lines(read_texts([text])[text]) == expected


@pytest.mark.parametrize(("text", "expected"), cases(SILENT))
def test_without_evidence_there_is_no_event(
    read_texts: ReadTexts, text: str, expected: str
) -> None:
    """A song that is released is no prisoner, to tell somebody an act and no demand."""
    assert event_lines(read_texts([text])[text]) == expected


def test_no_event_is_an_option_of_weight_nought() -> None:
    """The chances of the senses and of no event are one together."""
    found = chances([("a",), ("b", "c"), ()], {"a": 1.0, "b": -2.0})
    whole = 2 + math.exp(1.0) + math.exp(-2.0)
    assert found == pytest.approx(
        [math.exp(1) / whole, math.exp(-2) / whole, 1 / whole]
    )
    assert chances([], {}) == []
    assert 0.5 < SURE < 1


def test_evidence_names_who_fills_a_slot_and_what_is_told(reader: Reader) -> None:
    """Of "Peru threatened to bomb a port", the threat has a clause of assault."""
    articles = [Article("x", "Peru threatened to bomb a port.")]
    parsed = next(iter(parse_articles(articles, reader.nlp, reader.recogniser)))
    scene, token = reader.scene(parsed), parsed.doc[1]
    senses = reader.triggers.senses(token, scene.slots(token))
    trigger, around = next(s for s in senses if s[0].id == "threaten-verb-clause")
    names = evidence(scene, reader.triggers, trigger, around)
    assert names == tuple(sorted(names))
    assert {"Threaten: complement tells Assault", "actor Country"} <= set(names)
    assert "Threaten ~ bomb" in names


def test_all_weights_are_of_known_categories_or_plain(reader: Reader) -> None:
    """The weights on file are read, and each is worth its line."""
    weights = reader.lexicon.sense_weights
    assert len(weights) > 1000
    assert min(abs(w) for w in weights.values()) >= 0.15


def test_the_tables_are_as_long_as_said() -> None:
    """No case of a table was lost."""
    assert (len(TOLD), len(SILENT)) == (7, 9)

"""Binding: what syntax alone says of a pronoun, read from small sentences."""

from typing import TYPE_CHECKING

import pytest

from kg.coref.binding import (
    addressee,
    expletive,
    judged,
    own_clause,
    own_subject,
    reflexive,
)
from kg.lexicon import Lexicon
from kg.model import Article
from kg.parse import parse_articles
from kg.reader import Reader

if TYPE_CHECKING:
    from spacy.tokens import Token

# a sentence that begins with "It", and whether nobody is meant
EXPLETIVES = (
    ("It was clear that Chad had won.", True),
    ("It emerged that Peru had paid.", True),
    ("It seems that Togo agreed.", True),
    ("It was reported that Mali had fallen.", True),
    ("It withdrew the envoy.", False),
    ("It said that Mali had fallen.", False),
)
# a sentence, its pronoun, a head that it cannot mean, one that it may
BARRED = (
    ("Norway warned it on Monday.", "it", "Norway", ""),
    ("Norway said that Peru had warned it.", "it", "Peru", "Norway"),
    ("Maria saw her brother.", "her", "brother", "Maria"),
    ("The officials said that Oslo is its capital.", "its", "Oslo", "officials"),
    ("The envoy asked him to wait.", "him", "envoy", ""),
    ("She met the envoy.", "She", "envoy", ""),
    ("Ghana cut its staff.", "its", "staff", "Ghana"),
    ("The decision to recall its staff angered Ghana.", "its", "decision", ""),
)
# a sentence, its pronoun, whose deed is judged
JUDGED = (
    ("Mali thanked Togo for its help.", "its", "Togo"),
    ("Nauru imposed sanctions on Samoa over its test.", "its", "Samoa"),
    ("The court punished Kenya for its delay.", "its", "Kenya"),
    ("Mali sent Togo tents for its soldiers.", "its", ""),
    ("Mali praised its army.", "its", ""),
)
# a sentence, its pronoun, who is told
TOLD = (
    ("The judge told Maria that she would leave.", "she", "Maria"),
    ("The judge said that she would leave.", "she", ""),
    ("The judge told Maria about her.", "her", ""),
)
# a sentence, its reflexive, the subject that it is
THEMSELVES = (
    ("Macron blamed himself.", "himself", "Macron"),
    ("Macron himself paid.", "himself", ""),
)


def _parsed(reader: Reader, text: str) -> "list[Token]":
    found = parse_articles([Article("a", text)], reader.nlp, reader.recogniser)
    return list(next(iter(found)).doc)


def _find(tokens: "list[Token]", words: str) -> "Token":
    return next(t for t in tokens if t.text == words)


def _words(token: "Token | None") -> str:
    return "" if token is None else token.text


def test_the_tables_are_whole() -> None:
    """No case has been lost."""
    sizes = [len(t) for t in (EXPLETIVES, BARRED, JUDGED, TOLD, THEMSELVES)]
    assert sizes == [6, 8, 5, 3, 2]


@pytest.mark.parametrize(("text", "nobody"), EXPLETIVES)
def test_it_may_mean_nobody(reader: Reader, text: str, nobody: bool) -> None:
    """By "it was clear that" nobody is meant, by "it withdrew" somebody is."""
    assert expletive(_parsed(reader, text)[0], reader.lexicon) is nobody


@pytest.mark.parametrize(("text", "pronoun", "barred", "free"), BARRED)
def test_nobody_of_its_own_clause_is_meant(
    reader: Reader, text: str, pronoun: str, barred: str, free: str
) -> None:
    """A pronoun is no other argument of its verb, and not what it helps to name."""
    tokens = _parsed(reader, text)
    token = _find(tokens, pronoun)
    clause = own_clause(token)
    assert _find(tokens, barred).i in clause
    assert not free or _find(tokens, free).i not in clause
    assert token.i not in clause


@pytest.mark.parametrize(("text", "pronoun", "whose"), JUDGED)
def test_who_is_judged_for_a_deed_did_it(
    reader: Reader, lexicon: Lexicon, text: str, pronoun: str, whose: str
) -> None:
    """Thanks for help are for the helper's; tents for soldiers are for anybody's."""
    token = _find(_parsed(reader, text), pronoun)
    assert _words(judged(token, lexicon)) == whose


@pytest.mark.parametrize(("text", "pronoun", "told"), TOLD)
def test_who_is_told_may_be_meant_as_well(
    reader: Reader, text: str, pronoun: str, told: str
) -> None:
    """In "told Maria that she", Maria is the addressee; elsewhere nobody is."""
    assert _words(addressee(_find(_parsed(reader, text), pronoun))) == told


@pytest.mark.parametrize(("text", "pronoun", "subject"), THEMSELVES)
def test_a_reflexive_is_the_subject_of_its_clause(
    reader: Reader, text: str, pronoun: str, subject: str
) -> None:
    """An object "himself" is the subject; beside its noun it only stresses it."""
    token = _find(_parsed(reader, text), pronoun)
    assert reflexive(token)
    assert _words(own_subject(token)) == subject

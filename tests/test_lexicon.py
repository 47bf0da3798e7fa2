"""The words of the ontology, made fast to look up."""

from types import MappingProxyType

import pytest

from kg.lexicon import FORMS, Lexicon


def test_terms_are_found_by_each_of_their_lemmas(lexicon: Lexicon) -> None:
    """Lemmas are keys in small letters; an unknown kind is empty."""
    titles = lexicon.words("Title")
    assert titles["prime minister"].id == titles["prime minister"].id
    assert len(titles) >= 580
    assert all(word == word.lower() for word in titles)
    assert lexicon.words("NoSuchKind") == {}
    assert isinstance(titles, MappingProxyType)
    assert lexicon.words("Title") is titles


def test_nouns_denote_a_class(lexicon: Lexicon) -> None:
    """Titles and kin are persons; class nouns are what they say."""
    assert lexicon.nouns["president"] == "Person"
    assert lexicon.nouns["sister"] == "Person"
    assert lexicon.nouns["ministry"] == "Organization"
    assert lexicon.nouns["treaty"] == "Agreement"
    assert lexicon.nouns["regime"] == "Country"
    assert "bicycle" not in lexicon.nouns


def test_plain_nouns_need_no_name(lexicon: Lexicon) -> None:
    """Words that denote only as the last word of a name are no plain nouns."""
    only = {w for w, t in lexicon.words("ClassNoun").items() if t.one("nameOnly")}
    assert "act" in only
    assert only.isdisjoint(lexicon.plain_nouns)
    assert set(lexicon.nouns) == only | set(lexicon.plain_nouns)


def test_pronouns_are_found_by_their_forms(lexicon: Lexicon) -> None:
    """Every form points to its pronoun."""
    forms = {"he": "he", "him": "he", "hers": "she", "its": "it", "themselves": "they"}
    assert {form: lexicon.pronouns[form].id for form in forms} == forms


def test_aliases_are_sorted_and_say_their_form(lexicon: Lexicon) -> None:
    """All aliases of all entries, by their words, with entry, class and form."""
    rows = [(a.words, a.entry, a.form) for a in lexicon.aliases]
    assert rows == sorted(rows)
    assert len(rows) >= 4000
    assert {a.form for a in lexicon.aliases} == set(FORMS)
    assert {a.entry for a in lexicon.aliases} <= set(lexicon.entries)
    seoul = {(a.entry, a.cls, a.form) for a in lexicon.aliases if a.words == "Seoul"}
    assert ("south-korea", "Country", "metonym") in seoul
    assert any(cls == "Place" for _, cls, _ in seoul)


def test_collectives_are_found_in_any_case(lexicon: Lexicon) -> None:
    """A word for several states gives their entries, by its small letters."""
    assert set(lexicon.collectives["inter-korean"]) == {"north-korea", "south-korea"}
    assert all(word == word.lower() for word in lexicon.collectives)
    assert all(len(members) > 1 for members in lexicon.collectives.values())


def test_having_a_word_ignores_case(lexicon: Lexicon) -> None:
    """Any one of the words will do."""
    assert lexicon.has("FormerMark", "Former")
    assert lexicon.has("FormerMark", "blue", "ex")
    assert not lexicon.has("FormerMark", "blue")
    assert not lexicon.has("FormerMark")
    assert not lexicon.has("NoSuchKind", "former")


@pytest.mark.parametrize(
    ("words", "lemma", "size"),
    [
        ("the former Prime Minister", "prime minister", 2),
        ("Secretary of State", "secretary of state", 3),
        ("the minister", "minister", 1),
        ("minister", "minister", 1),
    ],
)
def test_the_longest_title_that_ends_a_phrase_is_taken(
    lexicon: Lexicon, words: str, lemma: str, size: int
) -> None:
    """The last words of a phrase spell the title, the most of them."""
    found = lexicon.longest("Title", words.split())
    assert found is not None
    assert lemma in found[0].all("lemma")
    assert found[1] == size


def test_a_phrase_that_ends_in_no_title_has_none(lexicon: Lexicon) -> None:
    """Neither other words nor no words spell a title."""
    assert lexicon.longest("Title", ["prime", "number"]) is None
    assert lexicon.longest("Title", []) is None

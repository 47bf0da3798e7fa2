"""Parsing: passages, whole names as one token, and offsets that hold."""

from dataclasses import replace
from pathlib import Path

import pytest
import spacy
from readings import article

from kg.errors import ModelError
from kg.model import Article, Furniture, Kind, Span
from kg.parse import DEFAULT_MODEL, Parsed, load_model, parse_articles
from kg.parse.passages import passages, plain
from kg.parse.words import Vocabulary
from kg.reader import Reader

LONG = "The envoys of both states met for a long time in the old town hall of the city"
TEXTS = (
    "Kim Yo-jong\u2019s letter reached Seoul. \u201cWe are glad,\u201d said Moon "
    "Jae-in.",
    "PARIS, March 3 (AFP) \u2014 The talks failed.\n\nNobody was hurt.",
    "\ubb38\uc7ac\uc778 met Joe Biden \U0001f91d in the U.S.\u00a0capital.",
    "First line\r\nSecond line.\r\n\r\nThird line of the U.S.-Japan talks.",
    "",
    " \n\t\n ",
    "One\n\n\n\nTwo",
)


def parse(reader: Reader, *articles: Article) -> list[Parsed]:
    """Articles parsed in one batch."""
    return list(parse_articles(articles, reader.nlp, reader.recogniser))


# --------------------------------------------------------------------------- passages


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n \n", []),
        ("One.", ["One."]),
        ("  One.  ", ["One."]),
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("A headline\nThe body.", ["A headline", "The body."]),
        (f"{LONG}\nand then they left.", [f"{LONG}\nand then they left."]),
        (f"{LONG}.\nThen they left.", [f"{LONG}.", "Then they left."]),
        (f"{LONG}\r\nand then they left.", [f"{LONG}\r\nand then they left."]),
        ("One.\r\n\r\nTwo.", ["One.", "Two."]),
        (
            "SEOUL, March 25 (Yonhap) -- The North left.",
            ["SEOUL, March 25 (Yonhap)", "The North left."],
        ),
        ("OSLO \u2014 The king spoke.", ["OSLO", "The king spoke."]),
        ("One\n\n\n\nTwo", ["One", "Two"]),
    ],
)
def test_a_text_is_cut_where_a_passage_ends(text: str, expected: list[str]) -> None:
    """Blank lines, short lines and full stops end a passage; wrapped lines do not."""
    assert [span.cut(text) for span in passages(article(text))] == expected


def test_furniture_is_left_out() -> None:
    """No passage overlaps a block that is not part of the article."""
    text = "Before it.\n\nRead more here.\n\nAfter it."
    start = text.index("Read")
    block = Furniture(Span(start, start + len("Read more here.")), "link")
    told = replace(article(text), furniture=(block,))
    assert [span.cut(text) for span in passages(told)] == ["Before it.", "After it."]
    whole = replace(told, furniture=(Furniture(Span(0, len(text)), "all"),))
    assert passages(whole) == ()


def test_plain_text_is_as_long_as_the_text() -> None:
    """Each mark is replaced by one mark, so that offsets hold."""
    text = "\u2018a\u2019 \u201cb\u201d\u00a0c\u2011d\u2010e\tf\r\ng\u02bch"
    assert plain(text) == "'a' \"b\" c-d-e f  g'h"
    assert len(plain(text)) == len(text)
    assert plain("\ubb38 \U0001f91d") == "\ubb38 \U0001f91d"


def test_a_line_break_ends_a_passage_where_lines_are_not_wrapped() -> None:
    """A headline does not run into the paragraph of a text with whole paragraphs."""
    body = f"Peru {LONG[4:]}, and {LONG[4:]} until they had agreed on everything."
    found = passages(article(f"{LONG}\n{body}"))
    assert [span.cut(f"{LONG}\n{body}") for span in found] == [LONG, body]


def test_a_common_word_is_known_with_its_endings(reader: Reader) -> None:
    """English words are known whatever their ending; names are not."""
    vocabulary = Vocabulary.of(reader.nlp)
    known = ("Markets", "Critics", "Walking", "Agencies", "rally")
    assert all(vocabulary.common(word) for word in known)
    assert not any(vocabulary.common(w) for w in ("Hichilema", "Norvik", "Oduya"))
    assert not Vocabulary(frozenset()).common("Markets")


# ------------------------------------------------------------------------------ parses


def test_every_token_stands_where_it_says(reader: Reader) -> None:
    """Every token's span cuts its own words out of the article."""
    seen = 0
    for parsed in parse(reader, *(article(t, str(n)) for n, t in enumerate(TEXTS))):
        assert len(parsed.starts) == len(parsed.doc)
        for token in parsed.doc:
            seen += 1
            assert plain(parsed.span(token).cut(parsed.article.text)) == token.text
    assert seen >= 50


def test_a_name_is_one_token(reader: Reader) -> None:
    """Names of several words are merged, known by their token, and proper nouns."""
    (parsed,) = parse(reader, article("Kim Yo-jong met the Danish Red Cross in Oslo."))
    told = {parsed.doc[i].text: (n.cls, n.kind) for i, n in parsed.names.items()}
    assert told["Kim Yo-jong"] == ("Person", Kind.NAME)
    assert told["Danish"] == ("Country", Kind.DEMONYM)
    assert told["Oslo"][0] in ("Country", "Place")
    assert all(
        parsed.doc[i].pos_ == "PROPN"
        for i, n in parsed.names.items()
        if n.kind is Kind.NAME
    )


def test_a_word_for_several_states_is_one_token_and_no_name(reader: Reader) -> None:
    """The adjective of both Koreas stands for no one thing."""
    (parsed,) = parse(reader, article("The inter-Korean office was closed."))
    assert "inter-Korean" in [t.text for t in parsed.doc]
    assert "inter-Korean" not in [parsed.doc[i].text for i in parsed.names]


def test_a_sentence_has_no_space_around_it(reader: Reader) -> None:
    """The span of a sentence begins and ends with a word of it."""
    text = "  It rained.   Nobody came.  "
    (parsed,) = parse(reader, article(text))
    spans = sorted({parsed.sentence(token) for token in parsed.doc})
    assert [span.cut(text) for span in spans] == ["It rained.", "Nobody came."]


def test_the_token_at_an_offset_is_the_one_that_holds_it(reader: Reader) -> None:
    """An offset in a space belongs to the token before it."""
    text = "Oslo met Riga."
    (parsed,) = parse(reader, article(text))
    told = [parsed.token_at(at).text for at in range(len(text))]
    assert told == ["Oslo"] * 5 + ["met"] * 4 + ["Riga"] * 4 + ["."]
    assert parsed.token_at(99).text == "."


def test_an_article_without_prose_has_no_tokens(reader: Reader) -> None:
    """Nothing in, nothing out; and nothing is lost beside it."""
    empty, full = parse(reader, article("", "a"), article("Oslo met Riga.", "b"))
    assert len(empty.doc) == 0
    assert empty.names == {}
    assert len(full.doc) == 4
    assert parse(reader) == []


def _shape(parsed: Parsed) -> list[tuple[object, ...]]:
    return [
        (
            t.text,
            t.tag_,
            t.dep_,
            t.head.i,
            t.lemma_,
            parsed.starts[t.i],
            parsed.names.get(t.i),
        )
        for t in parsed.doc
    ]


def test_a_batch_does_not_change_a_parse(reader: Reader) -> None:
    """Alone, in any batch and in any order, an article is parsed the same."""
    articles = [article(text, str(n)) for n, text in enumerate(TEXTS * 3)]
    together = {p.article.id: _shape(p) for p in parse(reader, *articles)}
    backwards = {p.article.id: _shape(p) for p in parse(reader, *articles[::-1])}
    alone = {a.id: _shape(p) for a in articles for p in parse(reader, a)}
    assert together == backwards == alone
    assert len(together) == len(articles)


# ------------------------------------------------------------------------------- models


def test_a_model_that_is_not_installed_is_told(tmp_path: Path) -> None:
    """The error names the model and what to do."""
    with pytest.raises(ModelError, match="'no_such_model' is not installed") as told:
        load_model("no_such_model")
    assert DEFAULT_MODEL in str(told.value)
    with pytest.raises(ModelError, match="not installed"):
        load_model(str(tmp_path / "nowhere"))


def test_a_model_without_what_kg_needs_is_told(tmp_path: Path) -> None:
    """A pipeline without parser, or of another language, is refused."""
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(ModelError, match="lacks ner, parser, tagger, lemmatizer"):
        load_model(str(tmp_path / "blank"))
    spacy.blank("de").to_disk(tmp_path / "german")
    with pytest.raises(ModelError, match="use an English pipeline"):
        load_model(str(tmp_path / "german"))

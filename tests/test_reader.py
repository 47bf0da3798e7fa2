"""Whole articles to whole readings: golden cases, batches, and what holds for all."""

from dataclasses import replace
from pathlib import Path

import pytest
from readings import article, report

from kg.model import Article, Furniture, Kind, Reading, Span
from kg.pipeline import furniture_cues, samples_folder
from kg.read import read_articles
from kg.reader import Reader, time_words
from kg.schema import Schema

GOLDEN = Path(__file__).parent / "golden"
NAMES = sorted(path.name for path in GOLDEN.iterdir() if path.is_dir())


def _articles(inputs: Path, schema: Schema) -> tuple[Article, ...]:
    found = read_articles([str(inputs)], cues=furniture_cues(schema))
    assert found.skipped == ()
    return found.articles


@pytest.fixture(scope="module")
def golden(reader: Reader, schema: Schema) -> dict[str, Reading]:
    """The readings of the golden articles, by the name of their folder."""
    articles = _articles(GOLDEN / "*" / "article.md", schema)
    return {reading.article.id: reading for reading in reader.read(articles)}


@pytest.fixture(scope="module")
def samples(schema: Schema) -> tuple[Article, ...]:
    """The sample articles of kg itself."""
    return _articles(samples_folder(), schema)


# ------------------------------------------------------------------------------ golden


def test_the_golden_cases_are_all_there() -> None:
    """Each case has its article and its reading, and none has been lost."""
    assert len(NAMES) >= 8
    for name in NAMES:
        files = {path.name for path in (GOLDEN / name).iterdir()}
        assert files == {"article.md", "reading.txt"}, name


@pytest.mark.parametrize("name", NAMES)
def test_a_golden_article_has_the_reading_that_it_must_have(
    golden: dict[str, Reading], name: str, pytestconfig: pytest.Config
) -> None:
    """Chains, relations and events of a small article are those on file."""
    told = report(golden[name])
    path = GOLDEN / name / "reading.txt"
    if pytestconfig.getoption("regold"):
        path.write_text(told, encoding="utf-8", newline="\n")
    assert told == path.read_text(encoding="utf-8")


# ----------------------------------------------------------------------------- batches


def test_no_articles_give_no_readings(reader: Reader) -> None:
    """Nothing in, nothing out."""
    assert reader.read([]) == ()


def test_readings_come_in_the_order_given(
    reader: Reader, samples: tuple[Article, ...]
) -> None:
    """The order of a batch is the order of its readings."""
    backwards = samples[::-1]
    assert tuple(r.article for r in reader.read(backwards)) == backwards


def test_a_batch_does_not_change_a_reading(
    reader: Reader, samples: tuple[Article, ...]
) -> None:
    """Alone, together and backwards, real articles are read the same."""
    assert len(samples) >= 10
    together = reader.read(samples)
    assert together == reader.read(samples[::-1])[::-1]
    alone = tuple(reading for one in samples for reading in reader.read([one]))
    assert together == alone


def test_a_reading_is_the_same_each_time(
    reader: Reader, samples: tuple[Article, ...]
) -> None:
    """Reading leaves nothing behind that would change the next reading."""
    first = reader.read(samples[:4])
    reader.read([article("Kim Jong-un met the Queen of Oz. Trump laughed.")])
    assert reader.read(samples[:4]) == first


# ------------------------------------------------------------------- what holds for all


def test_facts_speak_of_mentions(reader: Reader, samples: tuple[Article, ...]) -> None:
    """Every argument, speaker and place of a fact is the span of a mention."""
    facts = 0
    for reading in reader.read(samples):
        text = reading.article.text
        spans = {m.span for c in reading.chains for m in c.mentions}
        for relation in reading.relations:
            facts += 1
            assert {relation.subject, relation.object} <= spans
            assert relation.speaker is None or relation.speaker in spans
            assert relation.sentence.cut(text).strip() == relation.sentence.cut(text)
        for event in reading.events:
            facts += 1
            assert {*event.actors, *event.recipients} <= spans
            assert event.place is None or event.place in spans
            assert event.speaker is None or event.speaker in spans
            assert event.sentence.contains(event.trigger)
            assert set(event.actors).isdisjoint(event.recipients)
    assert facts >= 150


def test_one_trigger_tells_one_event(
    reader: Reader, samples: tuple[Article, ...]
) -> None:
    """No two events of an article share their trigger and category."""
    for reading in reader.read(samples):
        keys = [(e.trigger, e.category) for e in reading.events]
        assert keys == sorted(keys)
        assert len(keys) == len(set(keys))


def test_a_thing_without_a_name_stays_only_for_a_fact(
    reader: Reader, samples: tuple[Article, ...]
) -> None:
    """A chain of nouns and pronouns alone is kept where a fact speaks of it."""
    described = 0
    for reading in reader.read(samples):
        used = {s for r in reading.relations for s in (r.subject, r.object, r.speaker)}
        for event in reading.events:
            used |= {*event.actors, *event.recipients, event.place, event.speaker}
        for chain in reading.chains:
            if {m.kind for m in chain.mentions}.isdisjoint((Kind.NAME, Kind.DEMONYM)):
                described += 1
                assert any(m.span in used for m in chain.mentions), chain
    assert described >= 1


def test_furniture_is_not_read(reader: Reader) -> None:
    """Names in a block that is no part of the article are no mentions."""
    text = "Kenya thanked Peru.\n\nShare: Barack Obama met Fidel Castro."
    start = text.index("Share")
    block = Furniture(Span(start, len(text)), "links")
    (reading,) = reader.read([replace(article(text), furniture=(block,))])
    assert [chain.name for chain in reading.chains] == ["Kenya", "Peru"]
    assert [e.category for e in reading.events] == ["Support"]


def test_an_article_without_a_date_gives_no_relative_dates(reader: Reader) -> None:
    """Without its day, "on Monday" is no date; with it, it is."""
    text = "Kenya expelled the envoy of Peru on Monday."
    dated, undated = reader.read(
        [article(text, "a"), article(text, "b", published=None)]
    )
    assert [e.when.begin for e in dated.events if e.when] == ["2020-06-15"]
    assert [e.when for e in undated.events] == [None]


def test_offsets_count_code_points(reader: Reader) -> None:
    """Hangul and emoji before a name do not move its offsets."""
    text = "\U0001f1f0\U0001f1f7 \ubb38\uc7ac\uc778 \U0001f91d\n\nKenya thanked Peru."
    (reading,) = reader.read([article(text)])
    spans = {m.words: m.span.start for c in reading.chains for m in c.mentions}
    assert spans["Kenya"] == text.index("Kenya")
    assert spans["Peru"] == text.index("Peru")


def test_the_words_of_time_come_from_the_ontology(schema: Schema) -> None:
    """The calendar's words are those of the ontology, all of them."""
    rows = time_words(schema).rows
    assert len(rows) == len(schema.of("TimeWord")) >= 170

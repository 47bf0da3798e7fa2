"""What holds for the reading of every text, however odd."""

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kg.events.actions import ACTION
from kg.model import Article, Furniture, Reading, Span
from kg.reader import Reader
from kg.schema import Schema

_ODD = (
    *("\x00", "\x07", "\x1b[0m", "\x7f", "\x85", "\u200b", "\u2028", "\ufeff", "\r\n"),
    *("\u2019", "\u201c", "\u201d", "\u2014", "\u2011", "\u00a0", "\u02bc", "\u3000"),
    *(".", ",", "-", "--", "'", "'s", '"', "(", ")", "...", "?!", "/", "%", "&", "@"),
    *("문재인", "김여정은", "الأردن", "Київ", "東京", "😀", "🇰🇷", "e\u0301", "ﬁ", "İ"),
    *("a" * 300, "A" * 300, "-" * 90, "1" * 90, "http://x.y/" + "z" * 90, "x.y@z.com"),
)
_NEWS = (
    *("Kim Jong-un", "Kim", "Moon Jae-in", "President", "former", "the South", "Seoul"),
    *("South Korea", "U.S.-Japan", "North Korean", "inter-Korean", "the two sides"),
    *("he", "its", "who", "the ministry", "spokesman", "sister", "said", "did not"),
    *("will meet", "agreed to", "imposed sanctions on", "talks with", "between", "and"),
    *("of", "the", "to", "in", "by", "on Monday", "last week", "according to", "if"),
    *("\n", "\n\n", "Mr.", "Foreign Minister", "NATO", "(NATO)", "Treaty of", "may"),
)
_CHARS = st.characters(codec="utf-8")
SALAD = st.lists(st.sampled_from((*_NEWS, *_NEWS, *_ODD)), max_size=40).map(" ".join)
GLUED = st.lists(st.sampled_from((*_NEWS, *_ODD)), max_size=14).map("".join)
TEXTS = st.one_of(st.text(_CHARS, max_size=80), SALAD, GLUED)


@st.composite
def articles(draw: st.DrawFn) -> tuple[Article, ...]:
    """No article to three, with or without a date, some with furniture."""
    found = []
    for number in range(draw(st.integers(0, 3))):
        text = draw(TEXTS)
        blocks = ()
        if len(text) > 1 and draw(st.booleans()):
            start = draw(st.integers(0, len(text) - 2))
            end = draw(st.integers(start + 1, len(text)))
            blocks = (Furniture(Span(start, end), "advert"),)
        day = draw(st.sampled_from((None, "2019-03-25", "2020-02-29")))
        found.append(Article(f"a{number}", text, published=day, furniture=blocks))
    return tuple(found)


def _spans(reading: Reading) -> list[Span | None]:
    """Every span that a fact takes for a mention."""
    spans: list[Span | None] = []
    for relation in reading.relations:
        spans += [relation.subject, relation.object, relation.speaker]
    for event in reading.events:
        spans += [*event.actors, *event.recipients, event.place, event.speaker]
    return spans


def _check(reading: Reading, schema: Schema) -> None:
    text = reading.article.text
    found = [m for chain in reading.chains for m in chain.mentions]
    places = {m.span for m in found}
    assert len(places) == len(found)
    assert all(m.span.cut(text) == m.words != "" for m in found)
    assert all(chain.mentions for chain in reading.chains)
    assert all(m.cls in schema.classes for m in found)
    assert all(span is None or span in places for span in _spans(reading))
    for fact in (*reading.relations, *reading.events):
        assert fact.sentence.end <= len(text)
        assert 0 < fact.confidence <= 1
    for event in reading.events:
        assert event.sentence.contains(event.trigger)
        assert event.actors or event.recipients
        acted = event.category == ACTION
        assert acted == (event.verb is not None)
        assert acted or event.category in schema.categories
    for block in reading.article.furniture:
        assert not any(block.span.overlaps(span) for span in places)


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@example(told=())
@example(told=(Article("a0", ""), Article("a1", "\x00"), Article("a2", " \n")))
@example(told=(Article("a0", "'s"), Article("a1", "-"), Article("a2", "\u2019")))
@example(told=(Article("a0", "Kim Jong-un\u2019s" * 200),))
@example(told=(Article("a0", "A00 ajdo  0A"),))  # an act that no category fits
@example(told=(Article("a0", "President " * 60), Article("a1", "the Kim said " * 60)))
@given(told=articles())
def test_every_text_has_a_reading_that_keeps_its_word(
    reader: Reader, schema: Schema, told: tuple[Article, ...]
) -> None:
    """Nothing raises; every span cuts its words; facts speak of mentions alone."""
    readings = reader.read(told)
    assert [r.article for r in readings] == list(told)
    for reading in readings:
        _check(reading, schema)


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(told=articles())
def test_company_does_not_change_a_reading(
    reader: Reader, told: tuple[Article, ...]
) -> None:
    """An article is read alone as it is read in a batch, whatever its neighbours."""
    together = reader.read(told)
    assert together == tuple(r for one in told for r in reader.read([one]))

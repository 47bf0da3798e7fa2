"""Properties of what is kept on disk: it comes back as it was."""

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.model import (
    Article,
    Chain,
    EventFact,
    KnowledgeGraph,
    Link,
    Mention,
    Reading,
    RelationFact,
    Span,
)
from kg.store.codec import decode, encode
from tests.property.strategies import (
    CLASSES,
    INTERVALS,
    STANCES,
    TAGS,
    TEXTS,
    articles,
    graphs,
    mentions,
)

SPANS = st.integers(0, 99).flatmap(
    lambda start: st.integers(start + 1, 200).map(lambda end: Span(start, end))
)
FLOATS = st.floats(allow_nan=False, allow_infinity=False)
MAYBE = st.one_of(st.none(), TEXTS)
CHAINS = st.builds(
    Chain,
    st.lists(mentions("Some words that are named."), max_size=3).map(
        tuple[Mention, ...]
    ),
    CLASSES,
    TEXTS,
    MAYBE,
    TAGS,
    TAGS,
    st.lists(st.builds(Link, SPANS, TEXTS, TEXTS), max_size=2).map(tuple[Link, ...]),
)
RELATIONS = st.builds(
    RelationFact,
    TEXTS,
    SPANS,
    SPANS,
    SPANS,
    TEXTS,
    STANCES,
    MAYBE,
    st.booleans(),
    st.one_of(st.none(), SPANS),
    INTERVALS,
    FLOATS,
)
SIDES = st.lists(SPANS, max_size=2).map(tuple[Span, ...])
EVENTS = st.builds(
    EventFact,
    TEXTS,
    SPANS,
    SIDES,
    SIDES,
    SPANS,
    TEXTS,
    STANCES,
    MAYBE,
    TAGS,
    st.one_of(st.none(), SPANS),
    st.one_of(st.none(), SPANS),
    INTERVALS,
    FLOATS,
)
READINGS = st.builds(
    Reading,
    st.builds(Article, TEXTS, TEXTS, MAYBE, MAYBE),
    st.lists(CHAINS, max_size=2).map(tuple[Chain, ...]),
    st.lists(RELATIONS, max_size=2).map(tuple[RelationFact, ...]),
    st.lists(EVENTS, max_size=2).map(tuple[EventFact, ...]),
)
many = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


@many
@given(READINGS)
def test_a_reading_comes_back_from_json(reading: Reading) -> None:
    """Encoding, writing, parsing and decoding a reading changes nothing."""
    text = json.dumps(encode(reading), ensure_ascii=False)
    assert decode(Reading, json.loads(text)) == reading


@many
@given(articles())
def test_articles_come_back_from_json(found: tuple[Article, ...]) -> None:
    """Every field of an article is kept, furniture too."""
    for article in found:
        assert decode(Article, json.loads(json.dumps(encode(article)))) == article


@many
@given(graphs())
def test_a_whole_graph_can_be_coded(graph: KnowledgeGraph) -> None:
    """The codec knows nothing of kg's types, and serves them all."""
    assert decode(KnowledgeGraph, encode(graph)) == graph

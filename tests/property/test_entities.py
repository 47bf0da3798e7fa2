"""What holds of every collection: order does not matter, ids and arguments fit."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.curation import Curation, Entry, Pointer
from kg.entities import combine, combine_curated
from kg.model import (
    Article,
    Certainty,
    Chain,
    EventFact,
    Kind,
    KnowledgeGraph,
    Mention,
    Polarity,
    Reading,
    RelationFact,
    Span,
    Stance,
    Tense,
    Verdict,
)
from kg.names import NameKeys
from kg.schema import load_schema

SCHEMA = load_schema()
KEYS = NameKeys.from_schema(SCHEMA)
MOST = 3  # articles, chains of each and facts of each: none, one, two, three

NAMES = st.sampled_from(
    [
        *("Kim Jong-un", "Kim Jong Un", "Kim Yo-jong", "Kim", "Yo Jong", "KIM JONG UN"),
        *("George Bush", "George W. Bush", "George H. W. Bush", "Bush", "G. Bush"),
        *("Foreign Ministry", "Ministry of Foreign Affairs", "ROK Foreign Ministry"),
        *("KCNA", "Korean Central News Agency", "Jordan", "summit", "Oslo Games", "?"),
        *("Ana Diaz", "ana  diaz", "문재인", "Ana-Diaz", "south-korea", "the", ""),
    ]
)
MENTIONS = st.builds(
    lambda start, words, kind, cls: Mention(
        # no reader gives a blank mention
        Span(start, start + 1 + len(words)),
        words if words.strip() else "x",
        kind,
        cls,
    ),
    st.integers(0, 40),
    st.one_of(NAMES, st.text(max_size=4)),
    st.sampled_from(Kind),
    st.sampled_from(["Person", "Country", "Organization", "Place", "NamedEvent"]),
)
CHAINS = st.builds(
    lambda mentions, name, **rest: Chain(
        tuple(mentions), mentions[0].cls if mentions else "Other", name, **rest
    ),
    st.lists(MENTIONS, max_size=MOST),
    st.one_of(NAMES, st.text(max_size=4)),
    entry=st.sampled_from([None, None, None, "south-korea", "kim-jong-un", "nowhere"]),
    countries=st.sampled_from(
        [(), (), ("south-korea",), ("japan",), ("japan", "china"), ("nowhere",)]
    ),
    titles=st.sampled_from([(), (), ("leader",), ("envoy",), ("leader", "envoy")]),
)
STANCES = st.builds(
    Stance,
    st.sampled_from(Polarity),
    st.sampled_from(Certainty),
    st.sampled_from(Tense),
)
SPANS = st.builds(
    lambda start, size: Span(start, start + size), *[st.integers(1, 9)] * 2
)


@st.composite
def readings(draw: st.DrawFn, name: str) -> Reading:
    """A reading of some chains, with facts on their mentions."""
    chains = draw(st.lists(CHAINS, max_size=MOST))
    spans = [mention.span for chain in chains for mention in chain.mentions]
    article = Article(
        name, "x" * 60, draw(st.sampled_from([None, "2018-02-09", "2024"]))
    )
    bare = Reading(article, tuple(chains), (), ())
    if not spans:
        return bare
    arguments = st.sampled_from(spans)
    several = st.lists(arguments, max_size=2).map(tuple)
    relations = st.builds(
        RelationFact,
        st.sampled_from(sorted(SCHEMA.relations)),
        *(arguments, arguments, SPANS, st.sampled_from(["r1", "r2"]), STANCES),
        former=st.booleans(),
    )
    events = st.builds(
        EventFact,
        st.sampled_from(["Consult", "Accuse"]),
        *(SPANS, several, several, SPANS, st.sampled_from(["r1", "r2"]), STANCES),
        place=st.one_of(st.none(), arguments),
        confidence=st.sampled_from([0.5, 1.0]),
    )
    return replace(
        bare,
        relations=tuple(draw(st.lists(relations, max_size=MOST))),
        events=tuple(draw(st.lists(events, max_size=MOST))),
    )


COLLECTIONS = st.integers(0, MOST).flatmap(
    lambda size: st.tuples(*(readings(name) for name in "abc"[:size]))
)


def graph(collection: Sequence[Reading]) -> KnowledgeGraph:
    """The collection combined."""
    return combine(collection, SCHEMA, keys=KEYS)


@settings(deadline=None)
@given(COLLECTIONS, st.randoms(use_true_random=False))
def test_order_does_not_matter(collection: tuple[Reading, ...], random: object) -> None:
    """Articles, chains and facts may come in any order."""
    shuffled = [_shuffled(reading, random) for reading in collection]
    random.shuffle(shuffled)  # type: ignore[attr-defined] # hypothesis' own Random
    assert graph(shuffled) == graph(collection)


POINTERS = st.builds(
    lambda words, place: Pointer(words or "x", *place),
    NAMES,
    st.sampled_from([(None,), (None,), ("a",), ("b",), ("a", 1), ("b", 2), ("z",)]),
)
ENTRIES = st.builds(
    lambda kind, names, label: Entry(
        "", kind, tuple(names[:1] if kind == "rename" else names), label
    ),
    st.sampled_from(["merge", "split", "rename"]),
    st.lists(POINTERS, min_size=2, max_size=MOST, unique=True),
    st.sampled_from(["Ana Diaz", "Kim", "Somebody Else"]),
)


@settings(deadline=None)
@given(COLLECTIONS, st.lists(ENTRIES, max_size=MOST), st.randoms(use_true_random=False))
def test_a_curation_loses_nothing(
    collection: tuple[Reading, ...], entries: list[Entry], random: object
) -> None:
    """Whatever a person writes, no mention is lost, and order does not matter."""
    numbered = [replace(e, where=f"f: {e.kind} {n}") for n, e in enumerate(entries)]
    curation = Curation(tuple(numbered))
    found = combine_curated(collection, SCHEMA, curation, keys=KEYS)
    bare = graph(collection)
    assert _mentioned(found.graph) == _mentioned(bare)
    assert len({e.id for e in found.graph.entities}) == len(found.graph.entities)
    wheres = [skipped.where for skipped in found.unheeded]
    assert set(wheres) <= {entry.where for entry in numbered}
    shuffled = [_shuffled(reading, random) for reading in collection]
    random.shuffle(shuffled)  # type: ignore[attr-defined] # hypothesis' own Random
    assert combine_curated(shuffled, SCHEMA, curation, keys=KEYS) == found


def _mentioned(found: KnowledgeGraph) -> set[tuple[str, Span, str]]:
    return {
        (m.article, m.mention.span, m.mention.words)
        for entity in found.entities
        for m in entity.mentions
    }


@settings(deadline=None)
@given(COLLECTIONS)
def test_ids_are_unique_and_sorted(collection: tuple[Reading, ...]) -> None:
    """Entities and claims have ids of their own, in order, and none is empty."""
    found = graph(collection)
    for row in (found.entities, found.relations, found.events):
        ids = [item.id for item in row]
        assert ids == sorted(set(ids))
        assert all(ids)


@settings(deadline=None)
@given(COLLECTIONS)
def test_every_argument_is_an_entity(collection: tuple[Reading, ...]) -> None:
    """No claim speaks of what is not there, and each has evidence."""
    found = graph(collection)
    known = {entity.id for entity in found.entities}
    for claim in found.relations:
        assert {claim.subject, claim.object} <= known
        assert claim.subject != claim.object
        assert claim.evidence
    for event in found.events:
        assert event.actors or event.recipients
        assert {*event.actors, *event.recipients} <= known
        assert not set(event.actors) & set(event.recipients)
        assert event.place is None or event.place in known


@settings(deadline=None)
@given(COLLECTIONS)
def test_every_mention_has_one_home(collection: tuple[Reading, ...]) -> None:
    """Each mention of each chain is in an entity, and each entity has mentions."""
    found = graph(collection)
    given_ = {
        (reading.article.id, mention)
        for reading in collection
        for chain in reading.chains
        for mention in chain.mentions
    }
    kept = {(m.article, m.mention) for e in found.entities for m in e.mentions}
    assert kept == given_
    assert all(entity.mentions and entity.label for entity in found.entities)


@settings(deadline=None)
@given(COLLECTIONS)
def test_different_gazetteer_entries_never_meet(
    collection: tuple[Reading, ...],
) -> None:
    """No road of likenesses joins two things that the gazetteer tells apart."""
    entries = {
        (reading.article.id, mention): chain.entry
        for reading in collection
        for chain in reading.chains
        if chain.entry
        for mention in chain.mentions
        if sum(mention in other.mentions for other in reading.chains) == 1
    }
    for entity in graph(collection).entities:
        mine = {entries.get((m.article, m.mention)) for m in entity.mentions}
        assert len(mine - {None}) <= 1


@settings(deadline=None)
@given(COLLECTIONS)
def test_judgements_give_reasons(collection: tuple[Reading, ...]) -> None:
    """Whoever was joined has something that speaks for it."""
    for judgement in graph(collection).judgements:
        assert judgement.rule
        if judgement.verdict is Verdict.SAME:
            assert judgement.evidence_for


def _shuffled(reading: Reading, random: object) -> Reading:
    def mixed(row: tuple[object, ...]) -> tuple[object, ...]:
        items = list(row)
        random.shuffle(items)  # type: ignore[attr-defined] # hypothesis' own Random
        return tuple(items)

    return replace(
        reading,
        chains=mixed(reading.chains),
        relations=mixed(reading.relations),
        events=mixed(reading.events),
    )

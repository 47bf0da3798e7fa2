"""Hypothesis strategies for knowledge graphs: small, legal, full of hostile text."""

from dataclasses import replace

from hypothesis import strategies as st

from kg.happenings import gather
from kg.model import (
    Article,
    Certainty,
    Entity,
    EventClaim,
    Furniture,
    Interval,
    Judgement,
    Kind,
    KnowledgeGraph,
    Located,
    Mention,
    Polarity,
    RelationClaim,
    Span,
    Stance,
    Tense,
    Verdict,
)
from kg.schema import load_schema

SCHEMA = load_schema()

_HOSTILE = (
    *("\x00", "\x1b", "\x7f", "\x85", "\u2028", "\ufffe", "\r", "\n", "\t", "\\"),
    *('"', "'", "<", ">", "{", "}", "|", "^", "`", "%", "#", "?", "/", ":", ".", " "),
    *("문", "한", "é", "É", "z", "Z", "~", "-", "_", "😀"),
)
_CHARS = st.one_of(
    st.sampled_from(_HOSTILE), st.characters(codec="utf-8", exclude_categories=["Cs"])
)
TEXTS = st.text(_CHARS, max_size=12)
WORDS = st.text(_CHARS, min_size=1, max_size=8)
TAGS = st.lists(WORDS, unique=True, max_size=3).map(lambda names: tuple(sorted(names)))
SCORES = st.integers(-900, 900).map(lambda n: n / 100)
SHARES = st.integers(0, 100).map(lambda n: n / 100)
DATES = st.dates().map(lambda day: day.isoformat())
CLASSES = st.sampled_from(
    [name for name in sorted(SCHEMA.classes) if not SCHEMA.is_a(name, "Claim")]
)
STANCES = st.builds(
    Stance,
    st.sampled_from(Polarity),
    st.sampled_from(Certainty),
    st.sampled_from(Tense),
)
_GRAINS = st.one_of(DATES, DATES.map(lambda d: d[:7]), DATES.map(lambda d: d[:4]))
INTERVALS = st.one_of(
    st.none(),
    st.builds(Interval, _GRAINS, st.one_of(st.none(), _GRAINS)),
    st.builds(Interval, st.none(), _GRAINS),
)


@st.composite
def articles(draw: st.DrawFn, max_size: int = 3) -> tuple[Article, ...]:
    """Articles with some text, sorted by id."""
    ids = draw(st.lists(WORDS, unique=True, max_size=max_size))
    found = []
    for name in sorted(ids):
        text = draw(st.text(_CHARS, min_size=6, max_size=40))
        extra = st.one_of(st.none(), TEXTS)
        furniture = draw(st.lists(_spans(text), max_size=2))
        found.append(
            Article(
                name,
                text,
                published=draw(st.one_of(st.none(), DATES)),
                title=draw(extra),
                url=draw(extra),
                source=draw(extra),
                author=draw(extra),
                language=draw(extra),
                furniture=tuple(Furniture(span, draw(TEXTS)) for span in furniture),
            )
        )
    return tuple(found)


def _spans(text: str) -> st.SearchStrategy[Span]:
    ends = st.lists(st.integers(0, len(text)), min_size=2, max_size=2, unique=True).map(
        sorted
    )
    return ends.map(lambda pair: Span(pair[0], pair[1]))


def mentions(text: str) -> st.SearchStrategy[Mention]:
    """Mentions whose words are those of the text."""
    return st.builds(
        lambda span, kind, cls: Mention(span, span.cut(text), kind, cls),
        _spans(text),
        st.sampled_from(Kind),
        CLASSES,
    )


@st.composite
def graphs(draw: st.DrawFn) -> KnowledgeGraph:
    """Knowledge graphs in canonical order, whose claims rest on what is there."""
    told = draw(articles())
    located = _located(draw, told)
    entities = draw(_entities(located))
    ids = [entity.id for entity in entities]
    graph = KnowledgeGraph(told, entities, (), ())
    if located:
        graph = replace(graph, judgements=draw(_judgements(located)))
    if not told or not ids:
        return graph
    names = draw(st.lists(WORDS, unique=True, max_size=4))
    cut = draw(st.integers(0, len(names)))
    relations = [draw(_relation(name, told, ids)) for name in sorted(names[:cut])]
    events = [draw(_event(name, told, ids)) for name in sorted(names[cut:])]
    claimed = replace(graph, relations=tuple(relations), events=tuple(events))
    return gather(claimed, SCHEMA)


def _located(draw: st.DrawFn, told: tuple[Article, ...]) -> list[Located]:
    """Mentions of all articles, at most one of each span."""
    found = []
    for article in told:
        chosen = draw(
            st.lists(mentions(article.text), unique_by=lambda m: m.span, max_size=4)
        )
        found += [Located(article.id, mention) for mention in chosen]
    return found


@st.composite
def _entities(draw: st.DrawFn, located: list[Located]) -> tuple[Entity, ...]:
    """Entities that share out the mentions among them."""
    ids = sorted(draw(st.lists(WORDS, unique=True, max_size=4)))
    owners: list[int] = [draw(st.integers(0, max(0, len(ids) - 1))) for _ in located]
    matches = st.sampled_from(
        ["http://www.wikidata.org/entity/Q1", "https://ko.wikipedia.org/wiki/문", "x y"]
    )
    return tuple(
        Entity(
            name,
            draw(CLASSES),
            draw(WORDS),
            draw(TAGS),
            tuple(
                sorted(
                    (m for m, owner in zip(located, owners, strict=True) if owner == i),
                    key=lambda m: (m.article, m.mention.span),
                )
            ),
            draw(st.one_of(st.none(), WORDS)),
            tuple(sorted(draw(st.lists(matches, unique=True, max_size=2)))),
        )
        for i, name in enumerate(ids)
    )


@st.composite
def _judgements(draw: st.DrawFn, located: list[Located]) -> tuple[Judgement, ...]:
    one = st.builds(
        Judgement,
        st.sampled_from(located),
        st.sampled_from(located),
        st.sampled_from(Verdict),
        WORDS,
        TAGS,
        TAGS,
        SCORES,
    )
    found = draw(st.lists(one, max_size=3, unique=True))
    return tuple(
        sorted(
            found,
            key=lambda j: (
                (j.left.article, j.left.mention.span),
                (j.right.article, j.right.mention.span),
                (j.rule, j.verdict, j.score, j.evidence_for, j.evidence_against),
            ),
        )
    )


@st.composite
def _relation(
    draw: st.DrawFn, name: str, told: tuple[Article, ...], ids: list[str]
) -> RelationClaim:
    article = draw(st.sampled_from(told))
    relation = draw(st.sampled_from(sorted(SCHEMA.relations)))
    pair = [draw(st.sampled_from(ids)), draw(st.sampled_from(ids))]
    subject, target = sorted(pair) if SCHEMA.symmetric(relation) else pair
    return RelationClaim(
        name,
        article.id,
        relation,
        subject,
        target,
        _evidence(draw, article),
        draw(TAGS),
        draw(STANCES),
        draw(TAGS),
        draw(st.booleans()),
        draw(st.one_of(st.none(), st.sampled_from(ids))),
        draw(INTERVALS),
        draw(SHARES),
    )


@st.composite
def _event(
    draw: st.DrawFn, name: str, told: tuple[Article, ...], ids: list[str]
) -> EventClaim:
    article = draw(st.sampled_from(told))
    anyone = st.one_of(st.none(), st.sampled_from(ids))
    several = st.lists(st.sampled_from(ids), unique=True, max_size=3)
    sides = several.map(lambda names: tuple(sorted(names)))
    return EventClaim(
        name,
        article.id,
        draw(st.sampled_from(sorted(SCHEMA.categories))),
        draw(_spans(article.text)),
        draw(sides),
        draw(sides),
        _evidence(draw, article),
        draw(TAGS),
        draw(STANCES),
        draw(st.one_of(st.none(), st.sampled_from(_ids("Mode")))),
        tuple(sorted(draw(st.lists(st.sampled_from(_ids("Context")), unique=True)))),
        draw(anyone),
        draw(anyone),
        draw(INTERVALS),
        draw(SHARES),
    )


def _evidence(draw: st.DrawFn, article: Article) -> tuple[Span, ...]:
    spans = st.lists(_spans(article.text), min_size=1, max_size=3, unique=True)
    return tuple(sorted(draw(spans)))


def _ids(kind: str) -> list[str]:
    return [term.id for term in SCHEMA.of(kind)]

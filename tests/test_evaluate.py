"""Scores: gold against itself is perfect, and each mistake costs where it should."""

import itertools
import json
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import KgError, NotFound
from kg.evaluate import MEASURES, Scores, evaluate
from kg.evaluate.assign import best_pairs
from kg.evaluate.figures import b_cubed, hits
from kg.evaluate.gold import locate
from kg.evaluate.sentences import sentence_of, sentence_starts
from kg.model import (
    Article,
    Certainty,
    Entity,
    EventClaim,
    Interval,
    Kind,
    KnowledgeGraph,
    Located,
    Mention,
    Polarity,
    RelationClaim,
    Span,
    Stance,
    Tense,
    digest,
)
from kg.pipeline import furniture_cues, samples_folder
from kg.rdf import to_nquads
from kg.read import read_articles
from kg.schema import load_schema
from kg.store import articles_to_jsonl

GOLD = Path(__file__).parent / "gold"
KINDS = {
    "NAM": Kind.NAME,
    "ADJ": Kind.DEMONYM,
    "NOM": Kind.NOMINAL,
    "PRO": Kind.PRONOUN,
}
Change = Callable[[KnowledgeGraph], KnowledgeGraph]


# ------------------------------------------------ the annotation as a graph of ours


@cache
def samples() -> dict[str, Article]:
    """The sample articles by id."""
    read = read_articles([str(samples_folder())], cues=furniture_cues(load_schema()))
    return {article.id: article for article in read.articles}


@cache
def annotated() -> KnowledgeGraph:
    """The annotated samples as the graph that a perfect reader makes of them."""
    records = [json.loads(p.read_text("utf-8")) for p in sorted(GOLD.glob("*.json"))]
    assert len(records) >= 6
    articles = {r["doc"]: samples()[r["doc"]] for r in records}
    mentions: dict[str, list[Located]] = {}
    about: dict[str, dict[str, str]] = {}
    relations: dict[str, RelationClaim] = {}
    events: list[EventClaim] = []
    for record in records:
        article = articles[record["doc"]]
        for entity in record["entities"]:
            about[entity["id"]] = entity
            spans = {locate(article.text, m) for m in entity["mentions"]}
            mentions.setdefault(entity["id"], []).extend(
                Located(article.id, _mention(article, span, kind, entity["class"]))
                for span, kind in sorted(spans)
            )
        for row in record["relations"]:
            claim = _relation(article, row)
            relations[claim.id] = claim
        events += [_event(article, row) for row in record["events"]]
    entities = [
        Entity(name, about[name]["class"], about[name]["name"], (), tuple(where))
        for name, where in sorted(mentions.items())
    ]
    ordered = tuple(articles[name] for name in sorted(articles))
    return KnowledgeGraph(
        ordered, tuple(entities), tuple(relations.values()), tuple(events)
    )


def _mention(article: Article, span: Span, kind: str, cls: str) -> Mention:
    return Mention(span, span.cut(article.text), KINDS[kind], cls)


def _sentence(article: Article, offset: int) -> Span:
    starts = sentence_starts(article.text)
    number = sentence_of(starts, offset)
    return Span(starts[number], min(starts[number + 1], len(article.text)))


def _relation(article: Article, row: dict[str, str]) -> RelationClaim:
    ends = row["subject"], row["object"]
    if row["predicate"] in ("siblingOf", "spouseOf"):
        ends = min(ends), max(ends)
    return RelationClaim(
        digest(article.id, row["predicate"], *ends),
        article.id,
        row["predicate"],
        *ends,
        (_sentence(article, article.text.index(row["evidence"])),),
        ("by-hand",),
        Stance(tense=Tense.PRESENT),
        former=bool(row.get("former")),
    )


def _event(article: Article, row: dict[str, object]) -> EventClaim:
    trigger, _ = locate(article.text, str(row["trigger"]))
    day = row["date"]
    return EventClaim(
        digest(article.id, trigger, row["category"], row["actors"]),
        article.id,
        str(row["category"]).capitalize(),
        trigger,
        tuple(sorted(row["actors"])),
        tuple(sorted(row["recipients"])),
        (_sentence(article, trigger.start),),
        ("by-hand",),
        Stance(
            Polarity(row["polarity"]), Certainty(row["certainty"]), Tense(row["tense"])
        ),
        speaker=row["asserter"],
        when=Interval(str(day), str(day)) if day else None,
    )


def scored(graph: KnowledgeGraph, folder: Path) -> Scores:
    """The scores of a graph against the annotation."""
    nquads = to_nquads(graph, load_schema())
    (folder / "graph.nq").write_text(nquads, encoding="utf-8", newline="\n")
    docs = folder / "articles.jsonl"
    docs.write_text(
        articles_to_jsonl(annotated().articles), encoding="utf-8", newline="\n"
    )
    return evaluate(folder, GOLD, docs)


# ------------------------------------------------------------------- all is right


def test_gold_against_itself_is_perfect(tmp_path: Path) -> None:
    """The annotation, written as a graph, scores 1.0 in every measure."""
    scores = scored(annotated(), tmp_path)
    shares = {
        (name, key): value
        for name, row in scores.figures.items()
        for key, value in row.items()
        if key in ("p", "r", "f", "accuracy")
    }
    assert len(shares) >= 25
    assert {key: v for key, v in shares.items() if v != 1.0} == {}
    assert scores.errors == ()
    assert scores.figures["receipts"]["wrong"] == 0
    assert scores.figures["facts"]["unbacked"] == 0


def test_every_measure_is_explained(tmp_path: Path) -> None:
    """What is printed and what MEASURES explains are the same, in the same order."""
    figures = scored(annotated(), tmp_path).figures
    assert list(figures) == list(MEASURES)


def test_the_table_has_a_line_for_each_measure(tmp_path: Path) -> None:
    """The table shows every measure with its figures."""
    lines = scored(annotated(), tmp_path).table().split("\n")
    assert [line.split()[0] for line in lines] == list(MEASURES)
    assert all(len(line.split()) >= 3 for line in lines)


def test_the_gold_is_large_enough(tmp_path: Path) -> None:
    """The annotated samples hold what the figures claim to measure."""
    figures = scored(annotated(), tmp_path).figures
    assert figures["names_found"]["gold"] >= 200
    assert figures["relations"]["gold"] >= 90
    assert figures["events_full"]["gold"] >= 90


# ----------------------------------------------------------- each mistake has its cost


def _without_events(graph: KnowledgeGraph) -> KnowledgeGraph:
    return replace(graph, events=graph.events[1:])


def _other_category(graph: KnowledgeGraph) -> KnowledgeGraph:
    first, *rest = graph.events
    other = "Protest" if first.category != "Protest" else "Aid"
    return replace(graph, events=(replace(first, category=other), *rest))


def _turned_around(graph: KnowledgeGraph) -> KnowledgeGraph:
    """Whoever acted is acted upon, in every event with a recipient."""
    turned = tuple(
        replace(e, actors=e.recipients, recipients=e.actors) if e.recipients else e
        for e in graph.events
    )
    return replace(graph, events=turned)


def _everybody_twice(graph: KnowledgeGraph) -> KnowledgeGraph:
    """All participants as actors and as recipients too."""
    both = tuple(
        replace(e, actors=people, recipients=people)
        for e in graph.events
        for people in (tuple(sorted({*e.actors, *e.recipients})),)
    )
    return replace(graph, events=both)


def _denied(graph: KnowledgeGraph) -> KnowledgeGraph:
    stance = replace(graph.events[0].stance, polarity=Polarity.NEGATIVE)
    return replace(
        graph, events=(replace(graph.events[0], stance=stance), *graph.events[1:])
    )


def _undated(graph: KnowledgeGraph) -> KnowledgeGraph:
    return replace(graph, events=tuple(replace(e, when=None) for e in graph.events))


def _coarsely_dated(graph: KnowledgeGraph) -> KnowledgeGraph:
    years = tuple(
        replace(e, when=Interval(e.when.begin[:4], None) if e.when else None)
        for e in graph.events
    )
    return replace(graph, events=years)


def _without_speakers(graph: KnowledgeGraph) -> KnowledgeGraph:
    return replace(graph, events=tuple(replace(e, speaker=None) for e in graph.events))


def _without_relation(graph: KnowledgeGraph) -> KnowledgeGraph:
    return replace(graph, relations=graph.relations[1:])


def _invented_relation(graph: KnowledgeGraph) -> KnowledgeGraph:
    people = [e.id for e in graph.entities if e.cls == "Person"]
    known = {(r.subject, r.object) for r in graph.relations}
    pair = next(p for p in itertools.combinations(people, 2) if p not in known)
    first = graph.relations[0]
    extra = replace(
        first, id="extra", relation="siblingOf", subject=pair[0], object=pair[1]
    )
    return replace(graph, relations=(*graph.relations, extra))


def _denied_relation(graph: KnowledgeGraph) -> KnowledgeGraph:
    stance = Stance(Polarity.NEGATIVE, tense=Tense.PRESENT)
    first = replace(graph.relations[0], stance=stance)
    return replace(graph, relations=(first, *graph.relations[1:]))


def _looser_office(graph: KnowledgeGraph) -> KnowledgeGraph:
    """Everybody works for what they lead."""
    loose = tuple(
        replace(r, relation="worksFor") if r.relation == "leads" else r
        for r in graph.relations
    )
    return replace(graph, relations=loose)


def _without_names(graph: KnowledgeGraph) -> KnowledgeGraph:
    """The first entity that is named has no mentions with a name."""
    first = next(
        e
        for e in graph.entities
        if any(m.mention.kind is Kind.NAME for m in e.mentions)
    )
    kept = tuple(m for m in first.mentions if m.mention.kind is not Kind.NAME)
    entities = (replace(e, mentions=kept) if e is first else e for e in graph.entities)
    return replace(graph, entities=tuple(entities))


def _merged(graph: KnowledgeGraph) -> KnowledgeGraph:
    """Two people with one identity."""
    one, two = [e for e in graph.entities if e.cls == "Person"][:2]
    both = replace(one, mentions=(*one.mentions, *two.mentions))
    rest = [e for e in graph.entities if e.id not in (one.id, two.id)]
    entities = sorted([both, replace(two, mentions=()), *rest], key=lambda e: e.id)
    return replace(graph, entities=tuple(entities))


def _split(graph: KnowledgeGraph) -> KnowledgeGraph:
    """One thing with two identities."""
    first = max(graph.entities, key=lambda e: len(e.mentions))
    half = len(first.mentions) // 2
    parts = (
        replace(first, mentions=first.mentions[:half]),
        replace(first, id=f"{first.id}-2", mentions=first.mentions[half:]),
    )
    rest = [e for e in graph.entities if e is not first]
    return replace(graph, entities=tuple(sorted([*rest, *parts], key=lambda e: e.id)))


def _taken_for_another(graph: KnowledgeGraph, kind: Kind) -> KnowledgeGraph:
    """A mention that is no name goes over to somebody else whom the article names."""
    located = next(
        (entity, m)
        for entity in graph.entities
        if entity.cls == "Person"
        for m in entity.mentions
        if m.mention.kind is kind
    )
    whose, moved = located
    other = next(
        entity
        for entity in graph.entities
        if entity is not whose
        for m in entity.mentions
        if m.article == moved.article and m.mention.kind is Kind.NAME
    )
    changed = {
        whose.id: tuple(m for m in whose.mentions if m is not moved),
        other.id: (*other.mentions, moved),
    }
    entities = (
        replace(e, mentions=changed.get(e.id, e.mentions)) for e in graph.entities
    )
    return replace(graph, entities=tuple(entities))


def _he_astray(graph: KnowledgeGraph) -> KnowledgeGraph:
    return _taken_for_another(graph, Kind.PRONOUN)


def _minister_astray(graph: KnowledgeGraph) -> KnowledgeGraph:
    return _taken_for_another(graph, Kind.NOMINAL)


def _only_names(graph: KnowledgeGraph) -> KnowledgeGraph:
    """Nothing is linked to a name."""
    named = (Kind.NAME, Kind.DEMONYM)
    entities = (
        replace(e, mentions=tuple(m for m in e.mentions if m.mention.kind in named))
        for e in graph.entities
    )
    return replace(graph, entities=tuple(entities))


def _misclassed(graph: KnowledgeGraph) -> KnowledgeGraph:
    first = next(e for e in graph.entities if e.cls == "Person" and e.mentions)
    entities = (replace(e, cls="Place") if e is first else e for e in graph.entities)
    return replace(graph, entities=tuple(entities))


MISTAKES: list[tuple[Change, str, str]] = [
    (_without_events, "events_full", "r"),
    (_without_events, "events_who_with_whom", "r"),
    (_other_category, "events_full", "p"),
    (_other_category, "events_typed", "p"),
    (_turned_around, "events_full", "f"),
    (_everybody_twice, "events_full", "f"),
    (_denied, "stance_polarity", "accuracy"),
    (_undated, "stance_date", "r"),
    (_coarsely_dated, "stance_date", "p"),
    (_without_speakers, "stance_asserter", "r"),
    (_without_relation, "relations", "r"),
    (_invented_relation, "relations", "p"),
    (_denied_relation, "relations", "r"),
    (_looser_office, "relations", "f"),
    (_without_names, "names_found", "r"),
    (_without_names, "identity_names", "r"),
    (_merged, "identity_names", "p"),
    (_split, "identity_all", "r"),
    (_misclassed, "types", "accuracy"),
    (_he_astray, "links_right", "p"),
    (_he_astray, "links_right_pronoun", "p"),
    (_minister_astray, "links_right_nominal", "p"),
    (_only_names, "identity_all", "r"),
]


@pytest.mark.parametrize(("change", "measure", "figure"), MISTAKES)
def test_a_mistake_costs(
    change: Change, measure: str, figure: str, tmp_path: Path
) -> None:
    """A graph with one kind of mistake scores below 1.0 in its measure."""
    assert len(MISTAKES) >= 23
    scores = scored(change(annotated()), tmp_path)
    assert scores.figures[measure][figure] < 1.0


FORGIVEN: list[tuple[Change, str, str]] = [
    (_other_category, "events_who_with_whom", "f"),
    (_turned_around, "events_typed", "f"),
    (_turned_around, "events_who_with_whom", "f"),
    (_denied, "events_full", "f"),
    (_undated, "stance_polarity", "accuracy"),
    (_looser_office, "relations_soft", "f"),
    (_without_relation, "events_full", "f"),
    (_without_relation, "relations", "p"),
    (_denied_relation, "relations", "p"),
    (_he_astray, "links_right_nominal", "p"),
    (_minister_astray, "links_right_pronoun", "p"),
    (_he_astray, "identity_names", "f"),
]


@pytest.mark.parametrize(("change", "measure", "figure"), FORGIVEN)
def test_a_mistake_costs_only_in_its_measure(
    change: Change, measure: str, figure: str, tmp_path: Path
) -> None:
    """What a measure does not speak of leaves it at 1.0."""
    assert len(FORGIVEN) >= 12
    scores = scored(change(annotated()), tmp_path)
    assert scores.figures[measure][figure] == 1.0


def _seen_where_nobody_is(graph: KnowledgeGraph, kind: Kind) -> KnowledgeGraph:
    """Somebody who is named has one more mention, of words that stand for nobody."""
    first = next(
        e
        for e in graph.entities
        if any(m.mention.kind is Kind.NAME for m in e.mentions)
    )
    article = samples()[first.mentions[0].article]
    taken = [m.mention.span for e in graph.entities for m in e.mentions]
    free = next(
        span
        for start in range(len(article.text))
        if not any((span := Span(start, start + 3)).overlaps(t) for t in taken)
    )
    words = Mention(free, free.cut(article.text), kind, first.cls)
    more = replace(first, mentions=(*first.mentions, Located(article.id, words)))
    entities = tuple(more if e is first else e for e in graph.entities)
    return replace(graph, entities=entities)


def test_a_pronoun_that_stands_for_nobody_is_linked_wrongly(tmp_path: Path) -> None:
    """A link from a pronoun that is not annotated is wrong."""
    graph = _seen_where_nobody_is(annotated(), Kind.PRONOUN)
    figures = scored(graph, tmp_path).figures["links_right_pronoun"]
    assert figures["p"] < 1.0
    assert figures["unjudged"] == 0


def test_a_nominal_that_is_passed_over_is_not_judged(tmp_path: Path) -> None:
    """A link from a nominal that is not annotated is neither right nor wrong."""
    graph = _seen_where_nobody_is(annotated(), Kind.NOMINAL)
    figures = scored(graph, tmp_path).figures["links_right_nominal"]
    assert figures["p"] == 1.0
    assert figures["unjudged"] == 1


def test_errors_name_what_is_missing_and_extra(tmp_path: Path) -> None:
    """Every figure below 1.0 can be explained by rows that name the case."""
    graph = _other_category(_invented_relation(_without_relation(annotated())))
    kinds = {row[0] for row in scored(graph, tmp_path).errors}
    assert kinds == {
        "missed relation",
        "extra relation",
        "missed event",
        "extra event",
    }


def test_a_span_that_does_not_recut_is_counted(tmp_path: Path) -> None:
    """Words that do not stand where the graph says are a wrong receipt."""
    scored(annotated(), tmp_path)
    path = tmp_path / "graph.nq"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    index = next(i for i, line in enumerate(lines) if "anchorOf" in line)
    lines[index] = lines[index].replace('anchorOf> "', 'anchorOf> "x')
    path.write_text("".join(lines), encoding="utf-8", newline="\n")
    figures = evaluate(tmp_path, GOLD, tmp_path / "articles.jsonl").figures
    assert figures["receipts"]["wrong"] == 1


def test_a_plain_triple_without_a_claim_is_counted(tmp_path: Path) -> None:
    """A plain fact that no asserted claim stands behind is unbacked."""
    scored(annotated(), tmp_path)
    path = tmp_path / "graph.nq"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    plain = next(x for x in lines if "#leads> <https://w3id.org/newskg/id/e/" in x)
    path.write_text(
        "".join([*lines, plain.replace("#leads>", "#partOf>")]),
        encoding="utf-8",
        newline="\n",
    )
    figures = evaluate(tmp_path, GOLD, tmp_path / "articles.jsonl").figures
    assert figures["facts"]["unbacked"] == 1


def test_finer_terms_count_as_what_they_are_under(tmp_path: Path) -> None:
    """Sub-properties and sub-classes of the graph's own ontology are no mistakes."""
    scored(annotated(), tmp_path)
    path = tmp_path / "graph.nq"
    text = path.read_text(encoding="utf-8")
    kg = "https://w3id.org/newskg/ontology#"
    rdfs = "http://www.w3.org/2000/01/rdf-schema#"
    finer = text.replace(f"<{kg}leads>", f"<{kg}presidesOver>").replace(
        f"#type> <{kg}Person>", f"#type> <{kg}Minister>"
    )
    finer += f"<{kg}presidesOver> <{rdfs}subPropertyOf> <{kg}leads> <urn:x> .\n"
    finer += f"<{kg}Minister> <{rdfs}subClassOf> <{kg}Person> <urn:x> .\n"
    path.write_text(finer, encoding="utf-8", newline="\n")
    figures = evaluate(tmp_path, GOLD, tmp_path / "articles.jsonl").figures
    assert figures["relations"]["f"] == 1.0
    assert figures["types"]["accuracy"] == 1.0


# ---------------------------------------------------------------------- bad input


def test_unannotated_articles_are_told(tmp_path: Path) -> None:
    """Articles of which none is annotated give no figures but an error."""
    docs = tmp_path / "docs.jsonl"
    docs.write_text('{"id": "unknown", "text": "Nothing."}\n', encoding="utf-8")
    with pytest.raises(NotFound, match="none of the 1 articles is annotated"):
        evaluate(tmp_path, GOLD, docs)


def test_missing_files_are_told(tmp_path: Path) -> None:
    """A graph or a file of articles that is not there is named."""
    with pytest.raises(NotFound, match=r"none\.jsonl"):
        evaluate(tmp_path, GOLD, tmp_path / "none.jsonl")
    docs = tmp_path / "docs.jsonl"
    docs.write_text(articles_to_jsonl(annotated().articles), encoding="utf-8")
    with pytest.raises(NotFound, match=r"graph\.nq"):
        evaluate(tmp_path, GOLD, docs)


@pytest.mark.parametrize(
    "line", ["{", "[]", '{"id": "a"}', '{"text": "a"}', '"text"', "\x00"]
)
def test_a_wrong_line_of_articles_is_named(line: str, tmp_path: Path) -> None:
    """A line that is no article is an error with its number."""
    docs = tmp_path / "docs.jsonl"
    docs.write_text(f'{{"id": "a", "text": "b"}}\n{line}\n', encoding="utf-8")
    with pytest.raises(KgError, match=r"docs\.jsonl:2"):
        evaluate(tmp_path, GOLD, docs)


def test_gold_that_does_not_fit_its_text_is_named(tmp_path: Path) -> None:
    """An annotation whose words do not stand in the text is an error with its file."""
    gold = tmp_path / "gold"
    gold.mkdir()
    record = {
        "doc": "a",
        "entities": [{"id": "x", "class": "Person", "mentions": ["Ann#2"]}],
        "relations": [],
        "events": [],
    }
    (gold / "a.json").write_text(json.dumps(record), encoding="utf-8")
    docs = tmp_path / "docs.jsonl"
    docs.write_text('{"id": "a", "text": "Ann only."}\n', encoding="utf-8")
    with pytest.raises(KgError, match=r"a\.json.*Ann#2"):
        evaluate(tmp_path, gold, docs)


def test_a_broken_graph_is_told(tmp_path: Path) -> None:
    """A file that is no N-Quads is an error, not a traceback."""
    docs = tmp_path / "docs.jsonl"
    docs.write_text(articles_to_jsonl(annotated().articles), encoding="utf-8")
    (tmp_path / "graph.nq").write_text("not a graph\n", encoding="utf-8")
    with pytest.raises(KgError, match=r"graph\.nq"):
        evaluate(tmp_path, GOLD, docs)


# ----------------------------------------------------------------- how it is counted


@pytest.mark.parametrize(
    ("hit", "predicted", "gold", "expected"),
    [
        (0, 0, 0, (0.0, 0.0, 0.0)),
        (0, 5, 5, (0.0, 0.0, 0.0)),
        (1, 2, 4, (0.5, 0.25, 0.333)),
        (3, 3, 3, (1.0, 1.0, 1.0)),
    ],
)
def test_precision_recall_and_f(
    hit: int, predicted: int, gold: int, expected: tuple[float, float, float]
) -> None:
    """Of nothing, everything is 0; F is the harmonic mean."""
    figures = hits(hit, predicted, gold)
    assert (figures["p"], figures["r"], figures["f"]) == expected


def test_b_cubed_of_a_worked_example() -> None:
    """Two of three together, one apart, one not found: counted by hand."""
    gold = {1: "a", 2: "a", 3: "a", 4: "b"}
    system = {1: "x", 2: "x", 3: "y", 4: None}
    # recall is a quarter of 2/3 + 2/3 + 1/3 + 0, precision a third of 1 + 1 + 1
    assert b_cubed(gold, system) == {"p": 1.0, "r": 0.417, "f": 0.588}


def test_b_cubed_of_one_cluster_for_all() -> None:
    """Taking everything for one thing finds all and is half wrong."""
    gold = {1: "a", 2: "a", 3: "b", 4: "b"}
    assert b_cubed(gold, dict.fromkeys(gold, "x")) == {"p": 0.5, "r": 1.0, "f": 0.667}


@given(
    st.integers(0, 5).flatmap(
        lambda width: st.lists(
            st.lists(st.integers(0, 20), min_size=width, max_size=width), max_size=5
        )
    )
)
def test_no_pairing_is_better_than_the_best(gains: list[list[int]]) -> None:
    """The total of best_pairs is that of the best of all pairings, tried one by one."""
    pairs = best_pairs(gains)
    rows, columns = len(gains), len(gains[0]) if gains else 0
    assert len(pairs) == min(rows, columns)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    small, large = sorted((rows, columns))
    best = max(
        sum(
            gains[i][j] if rows <= columns else gains[j][i]
            for i, j in enumerate(choice)
        )
        for choice in itertools.permutations(range(large), small)
    )
    assert sum(gains[i][j] for i, j in pairs) == best


@pytest.mark.parametrize(
    ("reference", "start", "kind"),
    [
        ("Kim#1", 0, "NAM"),
        ("Kim#2|PRO", 8, "PRO"),
        ("m#1", 2, "NAM"),
        ("a#b#1", 13, "NAM"),
        ("x|y#1|NOM", 17, "NOM"),
    ],
)
def test_references_are_located(reference: str, start: int, kind: str) -> None:
    """`words#k` is the k-th place of the words, whatever characters they hold."""
    span, found = locate("Kim met Kim. a#b x|y", reference)
    assert (span.start, found) == (start, kind)


SENTENCES = [
    ("The U.S. agreed. Seoul did not.", 2),
    ("Mr. Kim met J. Smith.", 1),
    ("“Stop.” He left.", 2),
    ("Title\n\nBody of it.", 2),
    ("It cost 3.5 million.", 1),
    ("", 1),
]


@pytest.mark.parametrize(("text", "count"), SENTENCES)
def test_sentences_are_cut(text: str, count: int) -> None:
    """Abbreviations and initials do not end a sentence; a line end does."""
    assert len(sentence_starts(text)) == count + 1

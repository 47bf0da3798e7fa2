"""What the page is told: names and where they come from, offices, merges, disputes."""

import json
import time
from dataclasses import replace
from typing import Any

import pytest
from graphs import diplomacy

from kg.errors import KgError
from kg.happenings.copies import copies
from kg.model import (
    Article,
    Certainty,
    Dispute,
    Entity,
    EventClaim,
    Happening,
    Interval,
    Judgement,
    Kind,
    KnowledgeGraph,
    Located,
    Mention,
    Point,
    Polarity,
    RelationClaim,
    Side,
    Span,
    Stance,
    Status,
    Tense,
    Verdict,
)
from kg.schema import Schema, load_schema
from kg.tables.coded import coded_events
from kg.view.data import page_data
from kg.view.network import drawing
from kg.view.page import uncollected
from kg.view.style import load_style
from scripts.bench_graphs import made

TEXT = (
    "Foreign Minister Abbas Araghchi of Iran met Espen Barth Eide in Oslo. "
    "Araghchi  flew home; Araqchi, as papers at home spell him, was pleased."
)
MEETING = Article("oslo", TEXT, "2025-02-03", "A meeting in Oslo")
COPY = replace(MEETING, id="aargau", published="2025-02-04", source="Aargauer Bote")
OTHER = Article("riga", "Riga said that Araghchi did not meet Eide.", None)
SO = Stance(tense=Tense.PAST)
NOT = Stance(Polarity.NEGATIVE, tense=Tense.PAST)
MAY = Stance(certainty=Certainty.POSSIBLE)


def _at(article: Article, words: str, nth: int = 0, kind: Kind = Kind.NAME) -> Located:
    start = -1
    for _ in range(nth + 1):
        start = article.text.index(words, start + 1)
    span = Span(start, start + len(words))
    return Located(article.id, Mention(span, words, kind, "Person"))


def _relation(name: str, relation: str, to: str, **more: Any) -> RelationClaim:
    given = {"stance": SO, "titles": (), **more}
    return RelationClaim(
        name, "oslo", relation, "abbas-araghchi", to, (Span(0, 69),), ("r",), **given
    )


def _event(name: str, article: Article, stance: Stance = SO) -> EventClaim:
    start = article.text.index("me" if stance is SO else "meet")
    return EventClaim(
        name, article.id, "Consult", Span(start, start + 3), ("abbas-araghchi", "eide"),
        (), (Span(0, 40),), ("r",), stance, mode="meet", when=None,
    )  # fmt: skip


ARAGHCHI = Entity(
    "abbas-araghchi",
    "Person",
    "Abbas Araghchi",
    ("Araghchi", "Araqchi", "Minister A."),
    (
        _at(COPY, "Abbas Araghchi"),
        _at(MEETING, "Foreign Minister", kind=Kind.NOMINAL),
        _at(MEETING, "Abbas Araghchi"),
        _at(MEETING, "Araghchi ", 1),
        _at(MEETING, "Araqchi"),
        _at(OTHER, "Araghchi"),
    ),
    entry="abbas-araghchi",
    matches=("http://www.wikidata.org/entity/Q4115345",),
)
EIDE = Entity("eide", "Person", "Espen Barth Eide", ("Eide",), (_at(OTHER, "Eide"),))
IRAN = Entity("iran", "Country", "Iran", (), (_at(MEETING, "Iran"),))
OSLO = Entity("oslo-city", "Place", "Oslo", (), (_at(MEETING, "Oslo"),))
JUDGED = (
    Judgement(
        _at(MEETING, "Abbas Araghchi"), _at(MEETING, "Araqchi"), Verdict.SAME,
        "spelling", ("spelled alike",), (),
    ),
    Judgement(
        _at(COPY, "Abbas Araghchi"), _at(MEETING, "Abbas Araghchi"), Verdict.SAME,
        "same name", ("same name", "same office"), ("far in time",), 4.0,
    ),
    Judgement(
        _at(OTHER, "Araghchi"), _at(OTHER, "Eide"), Verdict.UNSURE,
        "one article", (), ("other words",), -1.0,
    ),
)  # fmt: skip
GRAPH = KnowledgeGraph(
    (COPY, MEETING, OTHER),
    (ARAGHCHI, EIDE, IRAN, OSLO),
    (
        _relation("r1", "worksFor", "iran", titles=("Foreign Minister",)),
        _relation("r2", "worksFor", "iran", titles=("foreign minister",),
                  when=Interval("2024-08-21", None)),
        _relation("r3", "worksFor", "iran", titles=("ambassador",), former=True,
                  when=Interval("2008", "2011")),
        _relation("r4", "leads", "iran", titles=("president",), stance=NOT),
        _relation("r5", "leads", "iran", titles=("leader",), stance=MAY),
        _relation("r6", "memberOf", "iran", titles=("member",)),
        _relation("r7", "livesIn", "oslo-city"),
        _relation("r8", "spokespersonOf", "iran", titles=("spokesman",)),
    ),
    (_event("e1", MEETING), _event("e2", OTHER, NOT), _event("e3", COPY)),
    JUDGED,
    (
        Happening("h1", "Consult", ("e1", "e3"), "e1", ("abbas-araghchi", "eide"), (),
                  Status.ASSERTED, independent=1, reasons=("same day",)),
        Happening("h2", "Consult", ("e2",), "e2", ("abbas-araghchi", "eide"), (),
                  Status.DENIED),
    ),
    (
        Dispute("d1", Point.POLARITY, Side("e1", "yes", Span(39, 42)),
                Side("e2", "no", Span(24, 31))),
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def schema() -> Schema:
    """The built-in ontology."""
    return load_schema()


@pytest.fixture(scope="module")
def data(schema: Schema) -> Any:
    """What the page of the meeting in Oslo is told."""
    return _told(GRAPH, schema)


def _told(graph: KnowledgeGraph, schema: Schema) -> Any:
    return json.loads(json.dumps(page_data(graph, schema, load_style())))


# ------------------------------------------------------------------------- fields

FIELDS = {
    "articles": "author copyOf id published source text title url",
    "entities": "aliases class held id label matches mentions merges offices read",
    "happenings": "id independent reasons reports status",
    "disputes": "about id left right",
}
CLAIM = (
    "article certainty confidence evidence from id oneWay pairs polarity relayedBy "
    "rules speaker status tense term to unnamed when"
)
OWN = {
    "r1": "former titles",
    "e1": "contexts disputes happening mode place trigger",
}


def test_the_page_is_told_what_it_was_promised(data: Any) -> None:
    """Each part has the fields that the page's scripts read, and no others."""
    assert len(FIELDS) == 4
    for part, fields in FIELDS.items():
        assert [sorted(one) for one in data[part]] == [fields.split()] * len(data[part])
        assert data[part]
    told = {claim["id"]: claim for claim in data["claims"]}
    for name, fields in OWN.items():
        assert sorted(told[name]) == sorted([*CLAIM.split(), *fields.split()])
    assert sorted(data) == sorted([*FIELDS, "claims", "terms", "classes", "families"])


def test_stance_is_told_in_its_three_parts(data: Any) -> None:
    """Polarity, certainty and tense of a claim are there beside its status."""
    told = {
        c["id"]: (c["polarity"], c["certainty"], c["tense"]) for c in data["claims"]
    }
    assert told["e1"] == ("positive", "certain", "past")
    assert told["e2"][0] == "negative"
    assert told["r5"][1] == "possible"


# -------------------------------------------------------------------------- names


def test_aliases_say_where_they_come_from(data: Any) -> None:
    """A name that some mention reads is of the text, with how many; others are not."""
    assert data["entities"][0]["aliases"] == [
        {"text": "Abbas Araqchi", "from": "gazetteer", "n": 0},
        {"text": "Araghchi", "from": "text", "n": 2},
        {"text": "Araqchi", "from": "text", "n": 1},
        {"text": "Minister A.", "from": "gazetteer", "n": 0},
    ]
    assert data["entities"][1]["aliases"] == [{"text": "Eide", "from": "text", "n": 1}]


def test_no_label_is_an_alias(data: Any, schema: Schema) -> None:
    """The label itself is never listed beside it, not even by the gazetteer."""
    told = [*data["entities"], *_told(diplomacy(), schema)["entities"]]
    assert len(told) >= 10
    for entity in told:
        assert entity["label"] not in {alias["text"] for alias in entity["aliases"]}


# ------------------------------------------------------------------------ offices


def test_offices_are_those_that_claims_give(data: Any) -> None:
    """A title is an office once, dated if any claim dates it; not when denied."""
    held = data["entities"][0]["offices"]
    assert [
        (office["title"], office["of"], office["claim"], office["begin"], office["end"])
        for office in held
    ] == [
        ("ambassador", "iran", "r3", "2008", "2011"),
        ("foreign minister", "iran", "r2", "2024-08-21", None),
        ("spokesman", "iran", "r8", None, None),
    ]
    assert [entity["offices"] for entity in data["entities"][1:]] == [[], [], []]


def test_offices_of_the_text_tell_when_they_were_told(data: Any) -> None:
    """An office comes with the first and last day of the articles that tell it."""
    told = [office["told"] for office in data["entities"][0]["offices"]]
    assert told == [["2025-02-03", "2025-02-03"]] * 3


def test_offices_of_the_gazetteer_come_with_their_dates(schema: Schema) -> None:
    """What the gazetteer says somebody held is told in order of time."""
    holdings = schema.of("OfficeHolding")
    first = holdings[0]
    holder, owner = first.need("holder"), first.need("of")
    one = replace(ARAGHCHI, entry=holder)
    other = replace(IRAN, entry=owner)
    graph = replace(GRAPH, entities=(one, EIDE, other, OSLO))
    held, *rest = [entity["held"] for entity in _told(graph, schema)["entities"]]
    own = [holding for holding in holdings if holding.need("holder") == holder]
    assert sorted(h["title"] for h in held) == sorted(h.need("office") for h in own)
    assert {"iran"} == {h["of"] for h in held if h["name"] == _label(schema, owner)}
    begins = [h["begin"] or "~" for h in held]
    assert begins == sorted(begins)
    assert rest == [[], [], []]


def _label(schema: Schema, entry: str) -> str:
    return next(e for e in schema.of("GazetteerEntry") if e.id == entry).need("label")


# ------------------------------------------------------------------------- merges


def test_merges_tell_what_spoke_for_and_against(data: Any) -> None:
    """Judgements come with words, articles, rule and both kinds of evidence."""
    first, second, third = data["entities"][0]["merges"]
    assert (first["left"], first["right"]) == ("Abbas Araghchi", "Araqchi")
    assert (first["leftIn"], first["rightIn"]) == (1, 1)
    assert second == {
        "left": "Abbas Araghchi",
        "right": "Abbas Araghchi",
        "leftIn": 0,
        "rightIn": 1,
        "verdict": "same",
        "rule": "same name",
        "for": ["same name", "same office"],
        "against": ["far in time"],
    }
    assert third["verdict"] == "unsure"


def test_doubts_are_told_of_both(data: Any) -> None:
    """What keeps two entities apart, or is in doubt, stands with either of them."""
    merges = [entity["merges"] for entity in data["entities"]]
    assert merges[0][2] == merges[1][0]
    assert [len(found) for found in merges] == [3, 1, 0, 0]
    assert merges[1][0]["ends"] == ["abbas-araghchi", "eide"]
    assert all("ends" not in merge for merge in merges[0][:2])


# ------------------------------------------------------- happenings and disputes


def test_events_name_their_happening_and_disputes(data: Any) -> None:
    """Each event knows what it reports, and the numbers of its disputes."""
    told = {c["id"]: c for c in data["claims"]}
    assert {n: told[n]["happening"] for n in ("e1", "e2", "e3")} == {
        "e1": "h1",
        "e2": "h2",
        "e3": "h1",
    }
    assert [told[n]["disputes"] for n in ("e1", "e2", "e3")] == [[0], [0], []]
    assert data["disputes"] == [
        {
            "id": "d1",
            "about": "polarity",
            "left": {"claim": "e1", "value": "yes", "words": [39, 42]},
            "right": {"claim": "e2", "value": "no", "words": [24, 31]},
        }
    ]
    assert data["happenings"][0] == {
        "id": "h1",
        "reports": ["e1", "e3"],
        "independent": 1,
        "status": "asserted",
        "reasons": ["same day"],
    }


def test_happenings_of_a_graph_hold_all_its_events(schema: Schema) -> None:
    """Of a whole graph, each happening's reports are the claims that name it."""
    data = _told(diplomacy(), schema)
    named: dict[str, list[str]] = {}
    for claim in data["claims"]:
        if claim.get("happening"):
            named.setdefault(claim["happening"], []).append(claim["id"])
    assert len(named) >= 3
    assert {h["id"]: h["reports"] for h in data["happenings"]} == {
        name: sorted(claims) for name, claims in named.items()
    }


TORN = [
    (replace(GRAPH, happenings=(replace(GRAPH.happenings[0], reports=("zz",)),)),
     "happening h1 names the claim 'zz'"),
    (replace(GRAPH, disputes=(
        replace(GRAPH.disputes[0], left=Side("yy", "yes", Span(0, 1))),)),
     "dispute d1 names the claim 'yy'"),
    (replace(GRAPH, judgements=(replace(JUDGED[0], left=_at(
        replace(MEETING, id="nowhere"), "Iran")),)),
     "the judgement on 'Iran' names the article 'nowhere'"),
    (replace(GRAPH, entities=GRAPH.entities[1:]),
     "claim r1 names the entity 'abbas-araghchi'"),
]  # fmt: skip


@pytest.mark.parametrize(("graph", "message"), TORN)
def test_a_torn_graph_is_refused(
    graph: KnowledgeGraph, message: str, schema: Schema
) -> None:
    """What names something that is not there is told, with what is missing."""
    assert len(TORN) == 4
    with pytest.raises(KgError, match=message):
        page_data(graph, schema, load_style())


# ----------------------------------------------------------------------- articles


def test_copies_point_to_what_they_copy(data: Any) -> None:
    """Wire copy names the article that came first, whatever their ids."""
    assert [article["copyOf"] for article in data["articles"]] == [1, None, None]


def test_copies_of_copies_have_one_original() -> None:
    """Any number of copies, cut or added to, name the first; a source makes none."""
    words = " ".join(f"grain{n} ship{n % 7} Odesa" for n in range(40))
    wire = Article("w", words, "2022-08-01")
    cut = Article("c", words[: len(words) * 3 // 4], "2022-08-02")
    more = Article("a", f"{words} {words.upper()} and so on at the port", "2022-08-03")
    undated = Article("b", words)
    own = Article("o", "Freetown opened a school.", "2022-08-01", source="Daily")
    also = Article("p", "Lomé closed a road.", "2022-08-02", source="Daily")
    bare = [Article("x", "..."), Article("y", "Rain."), Article("z", "Snow fell.")]
    found = copies([undated, more, own, cut, wire, also, *bare])
    assert found == {"a": "w", "b": "w", "c": "w"}


def test_a_shared_ending_makes_no_copy() -> None:
    """Many articles with one boilerplate ending stay articles of their own."""
    ending = " ".join(f"subscribe{n}" for n in range(20))
    articles = [
        Article(f"a{i:02}", " ".join(f"tale{i}x{n}" for n in range(60)) + f" {ending}")
        for i in range(40)
    ]
    assert copies(articles) == {}


# -------------------------------------------------------------------------- terms


def test_terms_carry_the_scale_of_the_dyads(schema: Schema) -> None:
    """A mode's score in a category, else the category's, is that of the tables."""
    graph = diplomacy()
    terms = _told(graph, schema)["terms"]
    coded = list(coded_events(graph, schema))
    assert len(coded) >= 6
    for one in coded:
        category = terms["claim"][one.claim.category]
        mode = terms["mode"].get(one.claim.mode, {})
        scale = mode.get("scores", {}).get(one.claim.category, category["score"])
        assert (scale, category["quad"]) == (one.scale, one.quad)


def test_an_act_without_category_has_no_score(schema: Schema) -> None:
    """Where the ontology knows no quad class and no score, the page is told None."""
    event = replace(GRAPH.events[0], category="Action", mode=None, verb="fly")
    graph = replace(GRAPH, events=(event,), happenings=(), disputes=(), judgements=())
    term = _told(graph, schema)["terms"]["claim"]["Action"]
    assert (term["quad"], term["score"], term["family"]) == (None, None, "act")


# -------------------------------------------------------------------- the drawing

NODE = "community degree first id label look rank shape size x y"


def test_nodes_and_edges_are_as_promised(schema: Schema) -> None:
    """Nodes have their fields, each with a community; a pair is one edge."""
    network = drawing(GRAPH, schema, env=None)  # type: ignore[arg-type] # not drawn
    assert [sorted(node) for node in network.nodes] == [NODE.split()] * 4
    assert all(isinstance(node["community"], int) for node in network.nodes)
    assert network.edges == [
        {"from": "abbas-araghchi", "to": "eide"},
        {"from": "abbas-araghchi", "to": "iran"},
        {"from": "abbas-araghchi", "to": "oslo-city"},
    ]


# -------------------------------------------------------------------------- speed


def test_the_work_grows_with_the_graph_and_not_faster(schema: Schema) -> None:
    """Eight times the graph takes less than 24 times as long to tell."""
    seconds = []
    for nodes in (500, 4000):
        graph = made(nodes, 3 * nodes, schema)
        started = time.process_time()
        with uncollected():  # as where a page is made
            page_data(graph, schema, load_style())
        seconds.append(time.process_time() - started)
    assert seconds[1] < 24 * max(seconds[0], 0.01)


def test_made_up_graphs_are_what_they_say(schema: Schema) -> None:
    """They have the size asked for, cut true words, and are always the same."""
    graph = made(300, 900, schema)
    assert (len(graph.entities), len(graph.claims)) == (300, 900)
    assert graph == made(300, 900, schema)
    texts = {article.id: article.text for article in graph.articles}
    mentions = [(m, e) for e in graph.entities for m in e.mentions]
    assert len(mentions) == 1800
    for located, entity in mentions:
        words = located.mention.span.cut(texts[located.article])
        assert words == located.mention.words == entity.label
    assert {claim.status for claim in graph.claims} == set(Status)

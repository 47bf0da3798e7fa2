"""Public sets: each measure by hand, on articles of our own in the set's format."""

import json
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from readings import the_schema

from kg.errors import KgError, NotFound, UsageError
from kg.evaluate.emptied import emptied
from kg.evaluate.figures import Figures
from kg.evaluate.gold import locate
from kg.evaluate.public import MEASURES, find_sets, score_public
from kg.model import (
    Article,
    Entity,
    EventClaim,
    Kind,
    KnowledgeGraph,
    Located,
    Mention,
    RelationClaim,
    Span,
    Stance,
    Tense,
    digest,
)
from kg.rdf import to_nquads

ROOT = Path(__file__).resolve().parents[1]
KINDS = {
    "NAM": Kind.NAME,
    "ADJ": Kind.DEMONYM,
    "NOM": Kind.NOMINAL,
    "PRO": Kind.PRONOUN,
}
Row = dict[str, Any]
Things = dict[str, tuple[str, list[str]]]
"""Class and mentions of each entity, a mention as `words#k|KIND`, by its name."""


# ------------------------------------------------------------------- graphs by hand


def graph_of(
    text: str,
    things: Things,
    relations: Sequence[tuple[str, str, str]] = (),
    events: Sequence[tuple[str, str, str, str]] = (),
) -> KnowledgeGraph:
    """A graph of one article "a"; an event is category, trigger, actor, recipient."""
    entities = tuple(
        Entity(name, cls, name, (), tuple(_located(text, m, cls) for m in mentions))
        for name, (cls, mentions) in sorted(things.items())
    )
    whole, now = Span(0, len(text)), Stance(tense=Tense.PRESENT)
    claims = [
        RelationClaim(
            digest("a", *row), "a", row[1], row[0], row[2], (whole,), ("by-hand",), now
        )
        for row in relations
    ]
    told = [
        EventClaim(
            digest("a", *row),
            "a",
            row[0],
            locate(text, row[1])[0],
            tuple(filter(None, [row[2]])),
            tuple(filter(None, [row[3]])),
            (whole,),
            ("by-hand",),
            now,
        )
        for row in events
    ]
    return KnowledgeGraph((Article("a", text),), entities, tuple(claims), tuple(told))


def _located(text: str, reference: str, cls: str) -> Located:
    span, kind = locate(text, reference)
    return Located("a", Mention(span, span.cut(text), KINDS[kind], cls))


def at(text: str, reference: str, **more: object) -> Row:
    """A mention in the format of most sets: its offsets, its words and more."""
    span, _ = locate(text, reference)
    ends = {"char_start": span.start, "char_end": span.end}
    return {**ends, "text": span.cut(text), **more}


def scored(
    name: str, row: Row, graph: KnowledgeGraph, folder: Path
) -> dict[str, Figures]:
    """The figures of a graph on one row of a set."""
    return scored_on(name, [row], graph, folder)


def scored_on(
    name: str, rows: Sequence[Row], graph: KnowledgeGraph, folder: Path
) -> dict[str, Figures]:
    """The figures of a graph on the rows of a set, which are written and read again."""
    public = {s.name: s for s in laid_out({name: rows}, folder)}[name]
    path = folder / "graph.nq"
    path.write_text(to_nquads(graph, the_schema()), encoding="utf-8", newline="\n")
    return score_public(public, public.rows(), path)


FILES = {
    "dwie": "dwie/dev.jsonl",
    "gum": "gum/news.jsonl",
    "meantime": "meantime/dev.jsonl",
    "crossner": "crossner_politics/dev.jsonl",
    "conll04": "conll04/dev.jsonl",
    "gap": "gap/dev.jsonl",
    "newswcl": "newswcl50/docs.jsonl",
    "plover": "plover_sentences/train.jsonl",
}


def laid_out(sets: Mapping[str, Sequence[Row]], folder: Path) -> Sequence[Any]:
    """The sets found in a folder of data that holds these rows."""
    for name, rows in sets.items():
        path = folder / FILES[name]
        path.parent.mkdir(exist_ok=True)
        lines = (json.dumps(row) for row in rows)
        path.write_text("\n".join(lines), encoding="utf-8")
    return find_sets(folder)[0]


# ---------------------------------------------------------------- articles of our own

NEWS = (
    "Ines Prado, the president of Lusania, met Otto Lind in Norhaven. "
    "Prado thanked him."
)
PEOPLE: Things = {
    "ines-prado": ("Person", ["Ines Prado#1", "Prado#2"]),
    "otto-lind": ("Person", ["Otto Lind#1", "him#1|PRO"]),
    "lusania": ("Country", ["Lusania#1"]),
    "norhaven": ("Place", ["Norhaven#1"]),
}
LEADS = ("ines-prado", "leads", "lusania")
MET = ("Consult", "met#1", "ines-prado", "otto-lind")


def dwie_row() -> Row:
    """The article as DWIE would annotate it."""

    def thing(number: int, kind: str, *mentions: str, fine: str = "x") -> Row:
        places = [at(NEWS, m) for m in mentions]
        return {"id": number, "type": kind, "fine_types": [fine], "mentions": places}

    return {
        "id": "a",
        "text": NEWS,
        "entities": [
            thing(0, "person", "Ines Prado#1", "Prado#2"),
            thing(1, "person", "Otto Lind#1"),
            thing(2, "location", "Lusania#1"),
            thing(3, "role", "president#1"),
            thing(4, "other", "thanked#1", fine="footer"),
        ],
        "relations": [
            {"h": 0, "r": "head_of_state", "t": 2},
            {"h": 1, "r": "vs", "t": 0},
        ],
    }


def gum_row() -> Row:
    """The article as GUM would, its heads found by the tree."""
    text = "President Prado met officials of Lusania and she and the president smiled ."
    heads = [2, 3, 0, 3, 6, 4, 12, 12, 11, 11, 8, 3, 3]
    tags = [
        "NOUN",
        "PROPN",
        "VERB",
        "NOUN",
        "ADP",
        "PROPN",
        "CCONJ",
        "PRON",
        "CCONJ",
        "DET",
        "NOUN",
        "VERB",
        "PUNCT",
    ]
    tokens, start = [], 0
    for word, head, tag in zip(text.split(), heads, tags, strict=True):
        end = start + len(word)
        tokens.append({"t": word, "head": head, "upos": tag, "cs": start, "ce": end})
        start = end + 1

    def mention(eid: str, etype: str, first: int, last: int) -> Row:
        ends = {"char_start": tokens[first]["cs"], "char_end": tokens[last]["ce"]}
        return {
            "eid": eid,
            "etype": etype,
            "sent": 0,
            "start": first,
            "end": last + 1,
            **ends,
        }

    return {
        "id": "a",
        "text": text,
        "meta": {"dateCreated": "2011-05-06"},
        "sents": [{"tokens": tokens}],
        "mentions": [
            mention("1", "person", 0, 1),
            mention("2", "person", 3, 5),
            mention("3", "place", 5, 5),
            mention("4", "time", 6, 6),
            mention("1", "person", 7, 7),
            mention("1", "person", 9, 10),
        ],
    }


TOLD = {"polarity": "POS", "certainty": "CERTAIN", "time": "NON_FUTURE"}


def meantime_row() -> Row:
    """The article as MEANTIME would, with who takes part in the meeting."""

    def mark(reference: str, tag: str, **more: object) -> Row:
        span, _ = locate(NEWS, reference)
        ends = {"start": span.start, "end": span.end}
        return {"tag": tag, "instance": None, **ends, **more}

    def entity(reference: str, instance: str, kind: str = "NAM") -> Row:
        more = {"instance": instance, "syntactic_type": kind}
        return mark(reference, "ENTITY_MENTION", **more)

    return {
        "id": "a",
        "published": "2011-05-06",
        "text": NEWS,
        "marks": {
            "1": entity("Ines Prado#1", "p"),
            "2": entity("Otto Lind#1", "l"),
            "3": entity("president#1", "p", "NOM"),
            "4": mark("met#1", "EVENT_MENTION", instance="m", **TOLD),
            "5": mark("Norhaven#1", "SIGNAL"),
        },
        "participants": [
            {"event": "4", "participant": "1"},
            {"event": "4", "participant": "2"},
            {"event": "4", "participant": "5"},
        ],
    }


def crossner_row() -> Row:
    """A sentence as CrossNER would annotate it."""
    text = "The Lusanian Union left the Alliance of Norhaven."
    names = ("Lusanian Union#1", "the Alliance of Norhaven#1", "Lusanian#1")
    return {"id": "a", "text": text, "entities": [at(text, name) for name in names]}


CROSSNER: Things = {
    "alliance": ("Organization", ["Alliance of Norhaven#1"]),
    "lusania": ("Country", ["Lusanian#1|ADJ"]),
    "union": ("Organization", ["The Lusanian Union#1"]),
}


def conll04_row() -> Row:
    """A sentence as CoNLL04 would, the relation on the second mention of its head."""
    text = "Lind, as Otto Lind is called, works for the Harbour Board of Norhaven."
    names = ["Lind#1", "Otto Lind#1", "Harbour Board#1", "Norhaven#1"]
    relations = [("Work_For", 1, 2), ("OrgBased_In", 2, 3), ("Kill", 0, 3)]
    return {
        "id": "a",
        "text": text,
        "entities": [at(text, name) for name in names],
        "relations": [{"r": r, "h": h, "t": t} for r, h, t in relations],
    }


CONLL04: Things = {
    "board": ("Organization", ["Harbour Board#1"]),
    "norhaven": ("Place", ["Norhaven#1"]),
    "otto-lind": ("Person", ["Lind#1", "Otto Lind#1"]),
}
WORKS = ("otto-lind", "worksFor", "board")
LIES = ("board", "locatedIn", "norhaven")


def gap_row(**more: object) -> Row:
    """A pronoun as GAP would, with the two it may stand for."""
    text = "Ines Prado told Mara Holt that she had won. Rita Sand laughed."
    offsets = {
        f"{key}_offset": locate(text, f"{words}#1")[0].start
        for key, words in (("A", "Ines Prado"), ("B", "Mara Holt"), ("pronoun", "she"))
    }
    words = {"A": "Ines Prado", "B": "Mara Holt", "pronoun": "she"}
    truth = {"A_coref": True, "B_coref": False}
    return {"id": "a", "text": text, **words, **offsets, **truth, **more}


GAP: Things = {
    "ines-prado": ("Person", ["Ines Prado#1", "she#1|PRO"]),
    "mara-holt": ("Person", ["Mara Holt#1"]),
    "rita-sand": ("Person", ["Rita Sand#1"]),
}


def newswcl_row() -> Row:
    """The article as NewsWCL50 would annotate it."""
    chains = [
        ("Ines Prado#1", "P", "entity"),
        ("Prado#2", "P", "entity"),
        ("Otto Lind#1", "L", "entity"),
        ("him#1", "L", "entity"),
        ("met#1", "M", "event"),
    ]
    kinds = {"entity": "ACTOR", "event": "EVENT"}
    mentions = [
        at(NEWS, m, chain=chain, kind=kind, type=kinds[kind])
        for m, chain, kind in chains
    ]
    return {"id": "a", "text": NEWS, "mentions": mentions}


def plover_row(category: str = "CONSULT", name: str = "a") -> Row:
    """The sentence as the PLOVER set would annotate it."""
    marked = NEWS.replace("Ines Prado", "<s>Ines Prado</s>", 1)
    marked = marked.replace("Otto Lind", "<t>Otto Lind</t>", 1)
    sides = {"source": "Ines Prado", "target": "Otto Lind"}
    return {"id": name, "text": NEWS, "marked": marked, "plover": category, **sides}


GUM: Things = {
    "lusania": ("Country", ["Lusania#1"]),
    "prado": ("Person", ["Prado#1", "she#1|PRO", "the president#1|NOM"]),
}
SHE_ASTRAY: Things = {
    "lusania": ("Country", ["Lusania#1", "she#1|PRO"]),
    "prado": ("Person", ["Prado#1", "the president#1|NOM"]),
}
SETS: dict[str, tuple[Row, KnowledgeGraph]] = {
    "dwie": (dwie_row(), graph_of(NEWS, PEOPLE, [LEADS])),
    "gum": (gum_row(), graph_of(gum_row()["text"], GUM)),
    "meantime": (meantime_row(), graph_of(NEWS, PEOPLE, [], [MET])),
    "crossner": (crossner_row(), graph_of(crossner_row()["text"], CROSSNER)),
    "conll04": (conll04_row(), graph_of(conll04_row()["text"], CONLL04, [WORKS, LIES])),
    "gap": (gap_row(), graph_of(gap_row()["text"], GAP)),
    "newswcl": (newswcl_row(), graph_of(NEWS, PEOPLE, [], [MET])),
    "plover": (plover_row(), graph_of(NEWS, PEOPLE, [], [MET])),
}


# ----------------------------------------------------------------------- all is right


@pytest.mark.parametrize("name", sorted(SETS))
def test_a_graph_that_says_the_same_is_perfect(name: str, tmp_path: Path) -> None:
    """What the set annotates, written as a graph, scores 1.0 in every share."""
    assert set(SETS) == set(FILES)
    figures = scored(name, *SETS[name], tmp_path)
    shares = {
        (measure, key): value
        for measure, row in figures.items()
        for key, value in row.items()
        if isinstance(value, float) and measure != "newswcl_same_string"
    }
    assert shares
    assert {key: value for key, value in shares.items() if value != 1.0} == {}


def test_every_measure_of_a_set_is_explained(tmp_path: Path) -> None:
    """What the sets give and what MEASURES explains are the same, in the same order."""
    given = [m for name in SETS for m in _in_order(name, tmp_path)]
    # those of tests/test_evaluate_times.py look at no graph
    assert sorted([*given, "gum_dates", "tempeval3_dates"]) == sorted(MEASURES)
    assert len(given) >= 16


def _in_order(name: str, folder: Path) -> list[str]:
    return list(scored(name, *SETS[name], folder))


TABLES = [("dwie", "relations"), ("dwie", "turned"), ("conll04", "relations")]


@pytest.mark.parametrize(("name", "table"), TABLES)
def test_the_tables_speak_of_relations_that_there_are(
    name: str, table: str, tmp_path: Path
) -> None:
    """Every relation of ours that a set is compared by is one of the ontology."""
    assert len(TABLES) >= 3
    (public,) = laid_out({name: []}, tmp_path)
    known = the_schema().relations
    assert [r for r in public.terms[table] if r not in known] == []


# ----------------------------------------------------------- each mistake has its cost


def _with(things: Things, **changed: list[str]) -> Things:
    """The same things, some with other mentions."""
    named = {name.replace("_", "-"): mentions for name, mentions in changed.items()}
    return {n: (cls, named.get(n, m)) for n, (cls, m) in things.items()}


MERGED = _with(PEOPLE, ines_prado=["Ines Prado#1", "Prado#2", "Otto Lind#1"])
del MERGED["otto-lind"]
SPLIT = {**_with(PEOPLE, ines_prado=["Ines Prado#1"]), "x": ("Person", ["Prado#2"])}
BOTH = _with(GAP, ines_prado=["Ines Prado#1", "she#1|PRO", "Mara Holt#1"])
del BOTH["mara-holt"]
OTHER = _with(GAP, ines_prado=["Ines Prado#1"], rita_sand=["Rita Sand#1", "she#1|PRO"])
WRONG_WORK = ("otto-lind", "worksFor", "norhaven")
MISTAKES: list[tuple[str, KnowledgeGraph, str, str, float]] = [
    ("dwie", graph_of(NEWS, MERGED), "dwie_identity", "p", 0.667),
    ("dwie", graph_of(NEWS, SPLIT), "dwie_identity", "r", 0.75),
    ("dwie", graph_of(NEWS, PEOPLE), "dwie_relations", "r", 0.0),
    (
        "dwie",
        graph_of(NEWS, PEOPLE, [LEADS, ("otto-lind", "leads", "lusania")]),
        "dwie_relations",
        "p",
        0.5,
    ),
    ("gum", graph_of(gum_row()["text"], {}), "gum_names", "r", 0.0),
    (
        "gum",
        graph_of(gum_row()["text"], SHE_ASTRAY),
        "gum_links_right_pronoun",
        "p",
        0.0,
    ),
    ("gum", graph_of(gum_row()["text"], SHE_ASTRAY), "gum_links_right", "p", 0.5),
    ("meantime", graph_of(NEWS, SPLIT), "meantime_events", "r", 0.0),
    (
        "meantime",
        graph_of(NEWS, PEOPLE, [], [MET, ("Support", "thanked#1", "ines-prado", "")]),
        "meantime_events",
        "p",
        0.5,
    ),
    (
        "meantime",
        graph_of(NEWS, PEOPLE, [], [("Consult", "met#1", "ines-prado", "lusania")]),
        "meantime_participants",
        "p",
        0.5,
    ),
    ("meantime", graph_of(NEWS, PEOPLE), "meantime_stance", "polarity", 0.0),
    (
        "meantime",
        graph_of(NEWS, {"lusania": PEOPLE["lusania"]}),
        "meantime_names",
        "r",
        0.0,
    ),
    (
        "crossner",
        graph_of(crossner_row()["text"], _with(CROSSNER, alliance=["Norhaven#1"])),
        "crossner_spans",
        "p",
        0.5,
    ),
    (
        "conll04",
        graph_of(conll04_row()["text"], CONLL04, [LIES, WRONG_WORK]),
        "conll04_relations",
        "p",
        0.5,
    ),
    (
        "conll04",
        graph_of(conll04_row()["text"], CONLL04, [LIES]),
        "conll04_relations",
        "r",
        0.5,
    ),
    ("gap", graph_of(gap_row()["text"], BOTH), "gap_pronouns", "p", 0.5),
    ("gap", graph_of(gap_row()["text"], OTHER), "gap_pronouns", "elsewhere", 1),
    ("gap", graph_of(gap_row()["text"], OTHER), "gap_pronouns", "r", 0.0),
    ("newswcl", graph_of(NEWS, SPLIT), "newswcl_identity", "r", 0.667),
    (
        "plover",
        graph_of(NEWS, PEOPLE, [], [("Aid", "met#1", "ines-prado", "otto-lind")]),
        "plover_category",
        "accuracy",
        0.0,
    ),
    (
        "plover",
        graph_of(NEWS, PEOPLE, [], [("Consult", "met#1", "otto-lind", "ines-prado")]),
        "plover_end_to_end",
        "macro_f",
        0.0,
    ),
]


@pytest.mark.parametrize(("name", "graph", "measure", "figure", "value"), MISTAKES)
def test_a_mistake_costs_what_it_should(
    name: str,
    graph: KnowledgeGraph,
    measure: str,
    figure: str,
    value: float,
    tmp_path: Path,
) -> None:
    """A graph with one mistake has the figure that is counted by hand."""
    assert len(MISTAKES) >= 20
    assert scored(name, SETS[name][0], graph, tmp_path)[measure][figure] == value


FORGIVEN: list[tuple[str, KnowledgeGraph, str, str]] = [
    # what the set does not annotate is not compared
    (
        "dwie",
        graph_of(NEWS, PEOPLE, [LEADS, ("norhaven", "locatedIn", "lusania")]),
        "dwie_relations",
        "p",
    ),
    # one relation, said in two ways that mean the same to the set
    (
        "conll04",
        graph_of(
            conll04_row()["text"],
            CONLL04,
            [LIES, WORKS, ("otto-lind", "leads", "board")],
        ),
        "conll04_relations",
        "p",
    ),
    # the category is right whoever acts
    (
        "plover",
        graph_of(NEWS, PEOPLE, [], [("Consult", "met#1", "otto-lind", "ines-prado")]),
        "plover_category",
        "accuracy",
    ),
    # to say nothing is not to be wrong
    (
        "gap",
        graph_of(gap_row()["text"], GAP),
        "gap_pronouns",
        "p",
    ),
]


@pytest.mark.parametrize(("name", "graph", "measure", "figure"), FORGIVEN)
def test_what_the_measure_does_not_speak_of_is_free(
    name: str, graph: KnowledgeGraph, measure: str, figure: str, tmp_path: Path
) -> None:
    """What the set cannot tell right from wrong leaves the figure at 1.0."""
    assert len(FORGIVEN) >= 4
    assert scored(name, SETS[name][0], graph, tmp_path)[measure][figure] == 1.0


def test_a_finer_relation_counts_as_what_it_is_under(tmp_path: Path) -> None:
    """A sub-property by the graph's own ontology is compared as its property."""
    kg, rdfs = (
        "https://w3id.org/newskg/ontology#",
        "http://www.w3.org/2000/01/rdf-schema#",
    )
    row, graph = SETS["conll04"]
    scored("conll04", row, graph, tmp_path)
    path = tmp_path / "graph.nq"
    finer = path.read_text(encoding="utf-8").replace(f"<{kg}worksFor>", f"<{kg}guards>")
    finer += f"<{kg}guards> <{rdfs}subPropertyOf> <{kg}worksFor> <urn:x> .\n"
    path.write_text(finer, encoding="utf-8", newline="\n")
    (public,) = find_sets(tmp_path, ["conll04"])[0]
    figures = score_public(public, public.rows(), path)
    assert figures["conll04_relations"]["f"] == 1.0


def test_an_office_of_a_country_implies_that_one_lives_there(tmp_path: Path) -> None:
    """CoNLL04 marks a president as living in the country; ours as leading it."""
    text = "Ines Prado is the president of Lusania."
    entities = [at(text, "Ines Prado#1"), at(text, "Lusania#1")]
    relation = {"r": "Live_In", "h": 0, "t": 1}
    row = {"id": "a", "text": text, "entities": entities, "relations": [relation]}
    things: Things = {
        "ines-prado": ("Person", ["Ines Prado#1"]),
        "lusania": ("Country", ["Lusania#1"]),
    }
    figures = scored("conll04", row, graph_of(text, things, [LEADS]), tmp_path)
    assert figures["conll04_relations"]["f"] == 1.0
    things["lusania"] = ("Organization", ["Lusania#1"])
    figures = scored("conll04", row, graph_of(text, things, [LEADS]), tmp_path)
    assert figures["conll04_relations"]["f"] == 0.0


def test_the_floor_takes_equal_strings_for_one_thing(tmp_path: Path) -> None:
    """The floor of NewsWCL50 joins what is spelled the same, and nothing else."""
    figures = scored("newswcl", *SETS["newswcl"], tmp_path)
    assert figures["newswcl_same_string"] == {"p": 1.0, "r": 0.667, "f": 0.8}


def test_a_sentence_that_comes_again_is_read_once(tmp_path: Path) -> None:
    """Of two rows with one text, one is built, and both are scored on it."""
    rows = [plover_row(), plover_row("AID", name="b")]
    (public,) = laid_out({"plover": rows}, tmp_path)
    assert [json.loads(x)["id"] for x in public.articles(rows).splitlines()] == ["a"]
    figures = scored_on("plover", rows, SETS["plover"][1], tmp_path)
    assert figures["plover_category"]["accuracy"] == 0.5
    assert figures["plover_end_to_end"]["answered"] == 1.0


@pytest.mark.parametrize("name", sorted(SETS))
def test_the_articles_are_fed_in_with_their_date(name: str, tmp_path: Path) -> None:
    """Id and text are handed on as they are, and the date where the set has one."""
    row = SETS[name][0]
    (public,) = laid_out({name: [row]}, tmp_path)
    article = json.loads(public.articles([row]))
    dated = {"gum", "meantime"}
    date = {"published": "2011-05-06"} if name in dated else {}
    assert article == {"id": "a", "text": row["text"], **date}


# -------------------------------------------------------------------------- bad input


def test_sets_that_are_not_there_are_named(tmp_path: Path) -> None:
    """Of a folder with some of the sets, these are found and the others named."""
    laid_out({"gap": [gap_row()]}, tmp_path)
    found, absent = find_sets(tmp_path)
    assert [public.name for public in found] == ["gap"]
    assert set(absent) == {*FILES, "tempeval3"} - {"gap"}


def test_a_folder_without_sets_is_an_error(tmp_path: Path) -> None:
    """A folder with none of the sets, or none at all, is told with what is wanted."""
    with pytest.raises(NotFound, match=r"no public set.*dwie/dev\.jsonl"):
        find_sets(tmp_path)
    with pytest.raises(NotFound, match="nowhere"):
        find_sets(tmp_path / "nowhere")


def test_a_set_asked_for_must_be_there(tmp_path: Path) -> None:
    """A set that is asked for by name and is missing, or unknown, is an error."""
    laid_out({"gap": [gap_row()]}, tmp_path)
    assert len(find_sets(tmp_path, ["gap"])[0]) == 1
    with pytest.raises(NotFound, match=r"dwie/dev\.jsonl"):
        find_sets(tmp_path, ["gap", "dwie"])
    with pytest.raises(UsageError, match=r"gab: no such set; there are .*\bgap\b"):
        find_sets(tmp_path, ["gab"])


def _without(key: str) -> Callable[[Row], Row]:
    return lambda row: {k: v for k, v in row.items() if k != key}


BROKEN: list[tuple[str, str]] = [
    ("dwie", "entities"),
    ("dwie", "relations"),
    ("gum", "sents"),
    ("meantime", "marks"),
    ("crossner", "entities"),
    ("conll04", "relations"),
    ("gap", "pronoun_offset"),
    ("newswcl", "mentions"),
    ("plover", "marked"),
]


@pytest.mark.parametrize(("name", "key"), BROKEN)
def test_a_row_of_another_format_is_told(name: str, key: str, tmp_path: Path) -> None:
    """A row that lacks what its set has is an error with the file and the field."""
    assert len(BROKEN) >= 9
    row, graph = SETS[name]
    with pytest.raises(KgError, match=rf"\.jsonl: KeyError\('{key}'\)"):
        scored(name, _without(key)(row), graph, tmp_path)


def test_a_line_that_is_no_object_is_named(tmp_path: Path) -> None:
    """A line that is no JSON is an error with its number."""
    (public,) = laid_out({"gap": [gap_row()]}, tmp_path)
    with public.file.open("a", encoding="utf-8") as file:
        file.write("\n{")
    with pytest.raises(KgError, match=r"dev\.jsonl:2"):
        public.rows()


# ---------------------------------------------------------- the share of the gazetteer


def test_an_emptied_ontology_knows_nobody() -> None:
    """Without a class, no entry of it is left, and nothing that speaks of one."""
    whole = the_schema()
    less = emptied(whole, "Person")
    known = {t.id for t in whole.of("GazetteerEntry") if t.need("class") == "Person"}
    assert len(known) >= 100
    assert not known & {t.id for t in less.of("GazetteerEntry")}
    speaking = [
        t.id
        for t in less.individuals
        if any(known.intersection(values) for values in t.properties.values())
    ]
    assert speaking == []
    assert less.of("Trigger") == whole.of("Trigger")
    assert less.of("GazetteerEntry")


def test_a_class_that_the_gazetteer_lacks_is_told() -> None:
    """A class without entries is an error that names those that have some."""
    with pytest.raises(UsageError, match=r"Persn: .*\bPerson\b"):
        emptied(the_schema(), "Persn")


# --------------------------------------------------------------------------- the script


def _evaluate(*arguments: str) -> subprocess.CompletedProcess[str]:
    script = ROOT / "scripts" / "evaluate.py"
    return subprocess.run(
        [sys.executable, str(script), *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )


@pytest.mark.model
def test_public_sets_are_built_and_scored(tmp_path: Path) -> None:
    """The script builds what lies in a folder, prints its figures, names the rest."""
    laid_out({"gap": [gap_row()], "crossner": [crossner_row()]}, tmp_path)
    told = _evaluate("--public", str(tmp_path))
    assert told.returncode == 0, told.stderr
    names = [line.split()[0] for line in told.stdout.splitlines()]
    assert names == ["crossner_spans", "gap_pronouns", "not"]
    assert "dwie" in told.stdout.splitlines()[-1]
    told = _evaluate("--public", str(tmp_path), "--set", "gap", "--json")
    given = json.loads(told.stdout)
    assert given["sets"]["gap"]["gap_pronouns"]["gold"] == 1
    assert given["not_measured"] == []


def test_a_missing_folder_is_one_line() -> None:
    """A folder that is not there ends with 1 and a line, without a traceback."""
    told = _evaluate("--public", "nowhere")
    assert told.returncode == 1
    assert told.stderr.startswith("error: nowhere: ")
    assert told.stderr.count("\n") == 1


@pytest.mark.model
def test_the_share_of_the_gazetteer_is_two_columns(tmp_path: Path) -> None:
    """Each score is printed with all names and without those of a class."""
    text = "Angela Merkel met Otto Lind."
    docs, gold = tmp_path / "docs.jsonl", tmp_path / "gold"
    gold.mkdir()
    docs.write_text(json.dumps({"id": "a", "text": text}), encoding="utf-8")
    people = [("merkel", "Angela Merkel"), ("lind", "Otto Lind")]
    entities = [
        {"id": i, "class": "Person", "name": n, "mentions": [f"{n}#1"]}
        for i, n in people
    ]
    record = {"doc": "a", "entities": entities, "relations": [], "events": []}
    (gold / "a.json").write_text(json.dumps(record), encoding="utf-8")
    told = _evaluate("--without", "Person", str(gold), str(docs))
    assert told.returncode == 0, told.stderr
    assert "without Person" in told.stdout.splitlines()[0]
    line = next(x for x in told.stdout.splitlines() if x.startswith("names_found.r"))
    assert line.split()[1:] == ["1.000", "1.000"]

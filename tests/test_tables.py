"""Tables and the files of other programs."""

import csv
import io
import json
from dataclasses import replace

import networkx as nx
import pytest

from kg.errors import UsageError
from kg.graph import to_networkx
from kg.schema import load_schema
from kg.tables import (
    COLUMNS,
    FORMATS,
    export,
    to_csv,
    to_gexf,
    to_graphml,
    to_neo4j,
    to_plover,
    to_tables,
)
from tests.graphs import ROW, diplomacy, empty, told

SCHEMA = load_schema()
GRAPH = diplomacy()
TABLES = to_tables(GRAPH, SCHEMA)


def read(text: str) -> list[dict[str, str]]:
    """Rows of a CSV, as any program reads them."""
    return list(csv.DictReader(io.StringIO(text)))


def test_every_thing_has_its_row() -> None:
    """One row for each article, claim, entity, mention, happening and dispute."""
    mentions = sum(len(entity.mentions) for entity in GRAPH.entities)
    assert {name: len(rows) for name, rows in TABLES.items()} == {
        "articles": len(GRAPH.articles),
        "claims": len(GRAPH.claims),
        "disputes": len(GRAPH.disputes),
        "entities": len(GRAPH.entities),
        "happenings": len(GRAPH.happenings),
        "mentions": mentions,
    }


@pytest.mark.parametrize("name", sorted(TABLES))
def test_rows_of_a_table_have_the_same_columns(name: str) -> None:
    """A table is tidy: what a row has not is None, not missing."""
    assert len(TABLES) == 6
    assert {tuple(row) for row in TABLES[name]} == {COLUMNS[name]}
    header = to_csv([], COLUMNS[name])
    assert header == ",".join(COLUMNS[name]) + "\n"
    assert export(empty(), SCHEMA, "csv")[f"{name}.csv"] == header


def test_a_mention_can_be_cut_again() -> None:
    """The offsets of the table of mentions are those of the article's text."""
    texts = {article.id: article.text for article in GRAPH.articles}
    for row in TABLES["mentions"]:
        text = texts[str(row["article"])]
        assert text[int(str(row["start"])) : int(str(row["end"]))] == row["words"]


def test_relations_and_events_share_a_table() -> None:
    """Subjects and objects are a relation's ends and an event's sides."""
    rows = {str(row["claim"]): row for row in TABLES["claims"]}
    (leads,) = (c for c in GRAPH.relations if c.titles == ("President",))
    assert rows[leads.id]["subjects"] == ["Moon Jae-in"]
    assert rows[leads.id]["object_ids"] == ["south-korea"]
    assert rows[leads.id]["trigger"] is None
    (cut,) = (c for c in GRAPH.events if c.contexts)
    assert rows[cut.id]["subjects"] == ["United States"]
    assert rows[cut.id]["objects"] == ["North Korea"]
    assert rows[cut.id]["status"] == "denied"
    start, end = int(str(rows[cut.id]["start"])), int(str(rows[cut.id]["end"]))
    assert rows[cut.id]["sentence"] == ROW.text[start:end]


def test_csv_quotes_what_must_be_quoted() -> None:
    """Quotes, commas and line ends in a cell come back as they were."""
    row = {"a": 'say "no", or\nyes', "b": ["x", "y"], "c": None, "d": 0.5}
    assert read(to_csv([row])) == [
        {"a": 'say "no", or\nyes', "b": "x | y", "c": "", "d": "0.5"}
    ]
    assert to_csv([]) == ""


def test_graphml_comes_back() -> None:
    """The same nodes, edges and keys are read, with scalar attributes."""
    text = to_graphml(GRAPH, SCHEMA)
    again = nx.read_graphml(io.BytesIO(text.encode("utf-8")), force_multigraph=True)
    network = to_networkx(GRAPH, SCHEMA)
    assert set(again.edges(keys=True)) == set(network.edges(keys=True))
    assert again.nodes["moon-jae-in"]["aliases"] == "Moon | 문재인"
    assert again.nodes["south-korea"]["events"] == (
        "retreat (asserted): South Korean troops withdrew."
    )
    assert "entry" not in again.nodes["kaesong"]


def test_gexf_comes_back_and_tells_no_date() -> None:
    """The file is the same on any day."""
    text = to_gexf(GRAPH, SCHEMA)
    again = nx.read_gexf(io.BytesIO(text.encode("utf-8")))
    assert len(again.edges) == len(to_networkx(GRAPH).edges)
    assert again.nodes["moon-jae-in"]["label"] == "Moon Jae-in"
    assert "lastmodifieddate" not in text


def test_what_xml_cannot_hold_is_replaced() -> None:
    """A control character in a text does not break the file."""
    graph = told()
    article = replace(graph.articles[0], text="Ann \x00\x1b\ufffe leads Oz, Bob.")
    text = to_graphml(replace(graph, articles=(article,)))
    again = nx.read_graphml(io.BytesIO(text.encode("utf-8")), force_multigraph=True)
    (about,) = (about for _, _, about in again.edges(data=True))
    assert about["sentence"] == "Ann \ufffd\ufffd\ufffd leads Oz, Bob."


def test_neo4j_gets_nodes_and_relationships() -> None:
    """The headers are those of its importer, arrays are joined by semicolons."""
    files = to_neo4j(GRAPH, SCHEMA)
    nodes = {row["id:ID"]: row for row in read(files["nodes.csv"])}
    assert nodes["moon-jae-in"][":LABEL"] == "Person"
    assert nodes["moon-jae-in"]["aliases:string[]"] == "Moon;문재인"
    assert nodes["moon-jae-in"]["mentions:int"] == "5"
    kinds = {row[":TYPE"] for row in read(files["relationships.csv"])}
    assert {"LEADS", "SIBLING_OF", "CONSULT"} <= kinds
    former = {row["former:boolean"] for row in read(files["relationships.csv"])}
    assert former == {"true", "false", ""}


def test_plover_records_have_the_manuals_fields() -> None:
    """One record for each event, with category, quad class and scale."""
    records = [json.loads(line) for line in to_plover(GRAPH, SCHEMA).splitlines()]
    assert len(records) == len(GRAPH.events)
    (cut,) = (r for r in records if r["mode"] == ["discontinue"])
    expected = {
        "actor": ["United States"],
        "recipient": ["North Korea"],
        "event": "SANCTION",
        "context": ["cbrn", "economic"],
        "date": "2019-03-21",
        "quad_code": "material-conflict",
        "event_scale": -6.0,
        "event_text": ["impose sanctions"],
        "polarity": "negative",
        "status": "denied",
    }
    assert {key: cut[key] for key in expected} == expected
    start, end = cut["text_info"]["start"], cut["text_info"]["end"]
    assert ROW.text[start:end] == "impose sanctions"


@pytest.mark.parametrize("form", FORMATS)
def test_an_export_is_the_same_each_time(form: str) -> None:
    """Every format gives named files, the same ones again, and takes an empty graph."""
    assert len(FORMATS) >= 5
    files = export(GRAPH, SCHEMA, form)
    assert files
    assert all(text.endswith("\n") for text in files.values())
    assert export(GRAPH, SCHEMA, form) == files
    assert sorted(export(empty(), SCHEMA, form)) == sorted(files)


def test_an_unknown_table_format_is_refused() -> None:
    """The message names the formats there are."""
    with pytest.raises(UsageError, match="csv, gexf, graphml, neo4j, plover-jsonl"):
        export(GRAPH, SCHEMA, "xlsx")

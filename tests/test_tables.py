"""Tables and the files of other programs."""

import csv
import io
import json
from dataclasses import replace

import networkx as nx
import pytest

from kg.errors import UsageError
from kg.graph import to_networkx
from kg.model import Entity, Interval, KnowledgeGraph, Span, Status
from kg.schema import load_schema
from kg.tables import (
    COLUMNS,
    DYADS,
    FORMATS,
    POLECAT,
    export,
    to_csv,
    to_dyads,
    to_gexf,
    to_graphml,
    to_neo4j,
    to_plover,
    to_polecat,
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
    """One row for each thing, and for each pair of actors with its month."""
    mentions = sum(len(entity.mentions) for entity in GRAPH.entities)
    assert {name: len(rows) for name, rows in TABLES.items()} == {
        "articles": len(GRAPH.articles),
        "claims": len(GRAPH.claims),
        "disputes": len(GRAPH.disputes),
        "dyads": 5,
        "entities": len(GRAPH.entities),
        "happenings": len(GRAPH.happenings),
        "mentions": mentions,
    }


@pytest.mark.parametrize("name", sorted(TABLES))
def test_rows_of_a_table_have_the_same_columns(name: str) -> None:
    """A table is tidy: what a row has not is None, not missing."""
    assert len(TABLES) == 7
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


def coded(graph: KnowledgeGraph = GRAPH) -> KnowledgeGraph:
    """The graph with its states and its president linked to the gazetteer."""
    known = {"belarus", "european-union", "moon-jae-in", "north-korea"}
    known |= {"south-korea", "united-states"}

    def linked(entity: Entity) -> Entity:
        return replace(entity, entry=entity.id) if entity.id in known else entity

    return replace(graph, entities=tuple(linked(e) for e in graph.entities))


def test_plover_records_have_the_manuals_fields() -> None:
    """One record for each event, with category, quad class and scale."""
    text = to_plover(coded(), SCHEMA)
    records = [json.loads(line) for line in text.splitlines()]
    assert len(records) == len(GRAPH.events)
    (cut,) = (r for r in records if r["mode"] == ["discontinue"])
    expected = {
        "event": "SANCTION",
        "context": ["cbrn", "economic"],
        "date": "2019-03-21",
        "quad_code": "MATERIAL CONFLICT",
        "event_scale": -6.0,
        "event_text": ["impose sanctions"],
        "auxiliary_mode": ["negation"],
        "polarity": "negative",
        "status": "denied",
    }
    assert {key: cut[key] for key in expected} == expected
    assert cut["actor"] == [
        {
            "raw_text": "United States",
            "entity_name": "United States",
            "wikidata_id": None,
            "country_name": "USA",
            "sector_code": "GOV",
            "other_sector_codes": [],
            "office": [],
        }
    ]
    start, end = cut["text_info"]["start"], cut["text_info"]["end"]
    assert ROW.text[start:end] == "impose sanctions"


def test_plover_records_tell_who_takes_part_and_how_sure_it_is() -> None:
    """Posts, Wikidata's number, the words of the sentence; the auxiliary modes."""
    text = to_plover(coded(), SCHEMA)
    records = {r["event_text"][0]: r for r in map(json.loads, text.splitlines())}
    (moon,) = records["visit"]["actor"]
    assert (moon["office"], moon["wikidata_id"]) == (["President"], "Q21001")
    assert (moon["country_name"], moon["sector_code"]) == ("KOR", "GOV")
    assert moon["raw_text"] == "문재인"  # what stands nearest to the verb
    assert records["visit"]["auxiliary_mode"] == ["hypothetical", "future"]
    assert records["visit"]["event_scale"] == 4.0  # a visit, not any meeting
    agreed = records["meet"]
    assert agreed["mode"] == []  # PLOVER has no mode of AGREE
    assert agreed["auxiliary_mode"] == ["future"]
    assert {a["raw_text"] for a in agreed["actor"]} == {"Pyongyang", "Washington"}
    assert records["criticised"]["date"] is None


GOLDEN = (
    *("2018-10-15", "CONSULT", "", "2.5", "VERBAL COOPERATION", "diplomatic"),
    *("Kim Jong-un; Moon Jae-in", "None; KOR", "None; 732", "None; GOV"),
    *("None; GOV", "None; President", "Kim Jong-un; Moon Jae-in", "None; None"),
    *("None", "None", "None", "None", "None", "None", "None", "None"),
    *("Panmunjom", "", "", "", "", "", "", "", "Panmunjom", "", "Example Wire"),
    *("2018-10-16", "Kim Jong-un; Kim Yo-jong; Moon Jae-in"),
    "Joint Committee; Liaison Office; Workers' Party",
    *("Kaesong; North Korea; Panmunjom; South Korea", "en", "kg 0.1.0"),
)


def polecat(text: str) -> list[dict[str, str]]:
    """Rows of POLECAT's file, as its users read them."""
    return list(csv.DictReader(io.StringIO(text), delimiter="\t"))


def test_polecat_has_its_forty_columns() -> None:
    """The columns are POLECAT's, in its order; this row is what it should be."""
    met, *_ = (e for e in GRAPH.events if e.category == "Consult" and e.when)
    told = replace(met, contexts=("diplomatic",))
    text = to_polecat(replace(coded(), events=(told,)), SCHEMA)
    header, line = text.splitlines()
    assert header.split("\t") == list(POLECAT)
    assert len(POLECAT) == len(set(POLECAT)) == 40
    assert POLECAT[:8] == (
        *("Event ID", "Event Date", "Event Type", "Event Mode", "Intensity"),
        *("Quad Code", "Contexts", "Actor Name"),
    )
    assert POLECAT[22:24] == ("Wikipedia Recipient ID", "Placename")
    assert tuple(line.split("\t")) == (met.id, *GOLDEN)


def test_polecat_holds_what_has_happened_unless_others_are_asked_for() -> None:
    """Denied, planned and possible events are left out; a status decides."""
    told = {row["Event ID"] for row in polecat(to_polecat(GRAPH, SCHEMA))}
    done = {e.id for e in GRAPH.events if e.status in ("asserted", "reported")}
    assert told == done
    assert len(told) == 5
    denied = to_polecat(GRAPH, SCHEMA, statuses=[Status.DENIED])
    assert [row["Event Type"] for row in polecat(denied)] == ["SANCTION"]
    files = export(GRAPH, SCHEMA, "polecat", statuses=[Status.DENIED])
    assert files == {"polecat.tsv": denied}


def test_polecat_has_no_date_that_the_text_does_not_tell() -> None:
    """A year is no day, and the day of the article is none either."""
    days = {
        r["Actor Name"]: r["Event Date"] for r in polecat(to_polecat(GRAPH, SCHEMA))
    }
    assert days["European Union"] == ""
    assert days["South Korea"] == ""
    assert days["Kim Jong-un; Moon Jae-in"] == "2018-10-15"


def reported(text: str, trigger: str) -> KnowledgeGraph:
    """The graph with its first event told by another sentence."""
    article = replace(GRAPH.articles[0], text=text)
    start = text.index(trigger)
    sentence, words = Span(0, len(text)), Span(start, start + len(trigger))
    event = replace(GRAPH.events[0], evidence=(sentence,), trigger=words)
    event = replace(event, article=article.id, place=None)
    bare = [replace(e, mentions=()) for e in GRAPH.entities]
    return KnowledgeGraph((article,), tuple(bare), (), (event,))


HARMS: tuple[tuple[str, str, dict[str, int]], ...] = (
    ("The shelling of Aden killed 12 people.", "killed", {"dead": 12}),
    ("Some 1,200 protesters were arrested in Minsk.", "arrested", {"arrested": 1200}),
    ("A bomb wounded twenty soldiers.", "wounded", {"injured": 20}),
    ("The army killed rebels near Goma.", "killed", {}),
    ("Peru sent 300 soldiers.", "sent", {}),
)


@pytest.mark.parametrize(("text", "trigger", "size"), HARMS)
def test_a_plover_record_tells_how_many_were_harmed(
    text: str, trigger: str, size: dict[str, int]
) -> None:
    """The number beside a deed counts the dead, injured or arrested of that deed."""
    assert len(HARMS) == 5
    (line,) = to_plover(reported(text, trigger), SCHEMA).splitlines()
    assert json.loads(line)["size"] == size


def test_an_act_of_no_category_is_no_event_of_plover() -> None:
    """What kg keeps as an action is in neither export, nor counted."""
    act = replace(GRAPH.events[0], category="Action", stance=GRAPH.events[1].stance)
    graph = replace(GRAPH, events=(act,))
    assert to_plover(graph, SCHEMA) == ""
    assert polecat(to_polecat(graph, SCHEMA)) == []
    assert to_dyads(graph, SCHEMA) == []


def dyad(**wanted: str) -> list[dict[str, object]]:
    """Rows of the table of dyads with some values."""
    return [r for r in TABLES["dyads"] if wanted.items() <= r.items()]


def test_dyads_count_both_ways_what_has_two_sides() -> None:
    """A meeting is of each with the other; thanks go from one to the other."""
    (there,) = dyad(actor="Moon Jae-in")
    assert (there["recipient"], there["month"]) == ("Kim Jong-un", "2018-10")
    assert (there["events"], there["cooperation"], there["conflict"]) == (1, 1, 0)
    back = {row["month"]: row for row in dyad(actor="Kim Jong-un")}
    assert sorted(back) == ["", "2018-10"]
    assert back["2018-10"]["score_sum"] == 2.5
    assert back[""]["score_mean"] == 5.0
    assert back[""]["verbal_cooperation"] == 1
    assert set(there) == set(DYADS)


def test_dyads_put_no_event_into_the_month_of_its_article() -> None:
    """What no date is told of, or a year alone, has the month ""."""
    assert {r["month"] for r in dyad(actor="European Union")} == {""}
    assert {r["month"] for r in dyad(actor="South Korea")} == {""}


def test_dyads_are_of_what_has_happened() -> None:
    """A denied sanction and a planned meeting are not counted, unless asked for."""
    assert dyad(actor="United States") == []
    rows = to_dyads(coded(), SCHEMA, statuses=[Status.DENIED, Status.PLANNED])
    told = [(r["actor"], r["recipient"], r["month"], r["score_sum"]) for r in rows]
    assert told == [
        ("North Korea", "United States", "2019-05", 2.5),
        ("United States", "North Korea", "2019-03", -6.0),
        ("United States", "North Korea", "2019-05", 2.5),
    ]
    assert {r["actor_country"] for r in rows} == {"PRK", "USA"}


def test_dyads_of_states_count_an_event_once() -> None:
    """Whoever acts for a state, its event counts once, and none within one state."""
    (hit,) = (e for e in GRAPH.events if e.category == "Accuse")
    both = replace(hit, actors=("moon-jae-in", "south-korea"))
    at_home = replace(hit, id="b", recipients=("moon-jae-in",))
    graph = replace(coded(), events=(both, at_home))
    (row,) = to_dyads(graph, SCHEMA, states=True)
    assert (row["actor"], row["recipient"], row["events"]) == ("KOR", "PRK", 1)
    assert (row["actor_country"], row["actor_id"]) == ("KOR", None)
    assert len(to_dyads(graph, SCHEMA)) == 3


def test_events_of_one_pair_and_month_add_up() -> None:
    """Counts are of events, the sum and the mean of their places on the scale."""
    (hit,) = (e for e in GRAPH.events if e.category == "Accuse")
    when = Interval("2019-04-01", "2019-04-02")
    rows = [
        replace(hit, id="a", when=when),
        replace(hit, id="b", when=when, mode="disapprove"),
        replace(hit, id="c", when=when, category="Support"),
    ]
    (row,) = to_dyads(replace(GRAPH, events=tuple(rows)), SCHEMA)
    assert (row["month"], row["events"]) == ("2019-04", 3)
    assert (row["cooperation"], row["conflict"]) == (1, 2)
    assert (row["score_sum"], row["score_mean"]) == (0.0, 0.0)
    assert (row["verbal_conflict"], row["material_conflict"]) == (2, 0)


@pytest.mark.parametrize("form", FORMATS)
def test_an_export_is_the_same_each_time(form: str) -> None:
    """Every format gives named files, the same ones again, and takes an empty graph."""
    assert len(FORMATS) >= 6
    files = export(GRAPH, SCHEMA, form)
    assert files
    assert all(text.endswith("\n") for text in files.values())
    assert export(GRAPH, SCHEMA, form) == files
    assert sorted(export(empty(), SCHEMA, form)) == sorted(files)


def test_an_unknown_table_format_is_refused() -> None:
    """The message names the formats there are."""
    with pytest.raises(
        UsageError, match="csv, gexf, graphml, neo4j, plover-jsonl, polecat"
    ):
        export(GRAPH, SCHEMA, "xlsx")

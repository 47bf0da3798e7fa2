"""The command line: what goes where, what it says, and how it ends."""

import csv
import io
import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest
from graphs import diplomacy, empty
from interrupts import heed_interrupts

from kg import __version__
from kg.cli import app, run
from kg.cli.handing import FORMATS
from kg.model import KnowledgeGraph
from kg.pipeline import samples_folder
from kg.schema import load_schema
from kg.store import save, write_atomically

COMMANDS = sorted(c.callback.__name__ for c in app.registered_commands if c.callback)
CapSys = pytest.CaptureFixture[str]
MACRON = "President Emmanuel Macron of France met Olaf Scholz in Berlin on Monday. " * 3


@pytest.fixture(scope="session")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph made by hand, in a folder; tests may not change it."""
    place = tmp_path_factory.mktemp("cli") / "graph"
    return _save(diplomacy(), place)


def _save(graph: KnowledgeGraph, place: Path) -> Path:
    save(graph, place, load_schema(), run={})
    write_atomically(place / "graph.html", "<!doctype html><title>page</title>")
    return place


def kg(*arguments: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
    """Run kg as a program."""
    command = [sys.executable, "-m", "kg", *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, **options
    )


# -------------------------------------------------------------------- the outside


def test_all_commands_are_there() -> None:
    """kg has the commands that it promises."""
    promised = (
        *("add", "build", "demo", "doctor", "evaluate", "export"),
        *("query", "remove", "review", "serve", "show", "verify", "view"),
    )
    assert set(promised) <= set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, capsys: CapSys) -> None:
    """Each command has a --help on standard output, and ends with 0."""
    assert run([command, "--help"]) == 0
    shown = capsys.readouterr()
    assert "Usage:" in shown.out
    assert shown.err == ""


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_explains_itself(command: str) -> None:
    """No option or argument is without a line of help."""
    from typer.main import get_command

    group = get_command(app)
    found = group.commands[command].params  # type: ignore[attr-defined]
    assert found
    assert [p.name for p in found if not p.help] == []


def test_the_version_is_told(capsys: CapSys) -> None:
    """--version prints name and version, on one line."""
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"kg {__version__}\n"


def test_kg_starts_quickly() -> None:
    """--help loads no language model, no engine and no network library."""
    code = (
        "import sys; from kg.cli import run; run(['build', '--help']); "
        "heavy = {'spacy', 'pyoxigraph', 'networkx', 'rdflib', 'trafilatura'}; "
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stderr == "[]\n"


def test_python_m_kg_is_kg() -> None:
    """`python -m kg` is the command itself."""
    done = kg("--version")
    assert (done.returncode, done.stdout) == (0, f"kg {__version__}\n")


# ------------------------------------------------------------------ wrong usage: 2

WRONG: list[tuple[list[str], str]] = [
    (["buld"], "Did you mean 'build'"),
    (["build"], "INPUT"),
    (["build", "x.txt"], "--out"),
    (["build", "no-such-file.txt", "-o", "OUT"], "no such file"),
    (["build", "", "-o", "OUT"], "an INPUT is empty"),
    (["build", "a.txt", "-o", "OUT", "--workers", "0"], "--workers"),
    (["build", "GOOD", "-o", "OUT", "--published", "Monday"], "ISO date"),
    (["build", "GOOD", "-o", "OUT", "--base", "not an iri"], "--base"),
    (["build", "GOOD", "-o", "FOREIGN"], "did not write"),
    (["build", "GOOD", "-o", "OUT", "--bogus"], "--bogus"),
    (["query", "SAVED"], "no QUESTION"),
    (["query", "SAVED", "ASK {}", "--format", "yaml"], "yaml"),
    (["query", "SAVED", "ASK {}", "--status", "maybe"], "maybe"),
    (["query", "SAVED", "ASK {}", "--min-confidence", "7"], "--min-confidence"),
    (["export", "SAVED", "docx"], "docx"),
    (["export", "SAVED", "csv"], "7 files"),
    (["show", "SAVED"], "NAME"),
    (["evaluate", "SAVED"], "GOLD"),
]


@pytest.mark.parametrize(("arguments", "words"), WRONG)
def test_wrong_usage_ends_with_2(
    arguments: list[str], words: str, saved: Path, tmp_path: Path, capsys: CapSys
) -> None:
    """Wrong usage is one line on standard error that says what, and exit code 2."""
    assert len(WRONG) >= 18
    (tmp_path / "good.txt").write_text(MACRON, encoding="utf-8")
    foreign = tmp_path / "foreign"
    foreign.mkdir()
    (foreign / "mine.txt").write_text("precious", encoding="utf-8")
    places = {
        "SAVED": str(saved),
        "OUT": str(tmp_path / "out"),
        "FOREIGN": str(foreign),
        "GOOD": str(tmp_path / "good.txt"),
    }
    assert run([places.get(word, word) for word in arguments]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("error: ")
    assert told.err.count("\n") == 1
    assert words in told.err
    assert (foreign / "mine.txt").read_text(encoding="utf-8") == "precious"


# ------------------------------------------------------------------- failure: 1

FAILING: list[tuple[list[str], str]] = [
    (["show", "SAVED", "Nobody At All"], "nothing in the graph is named"),
    (["show", "SAVED", "Kim Yo-yong"], "Kim Yo-jong"),
    (["show", "NOWHERE", "Moon"], "no such folder"),
    (["query", "SAVED", "SELECT ?a { ?a"], "does not parse"),
    (["query", "SAVED", "no-such-question"], "no question is named"),
    (["query", "SAVED", "@no-such-file.rq"], "no such file"),
    (["query", "NOWHERE", "ASK {}"], "no such file"),
    (["query", "SAVED", "DROP ALL"], "only read"),
    (["view", "NOWHERE"], "no such file"),
    (["serve", "NOWHERE"], "build the graph with kg build"),
    (["export", "NOWHERE", "turtle"], "no such folder"),
    (["remove", "SAVED", "no-such-article"], "no-such-article"),
    (["add", "NOWHERE", "x.txt"], "no such file"),
    (["evaluate", "SAVED", "GOLD", "NOWHERE/docs.jsonl"], "docs.jsonl"),
    (["evaluate", "SAVED", "GOLD", "GOLD"], "is a folder; give one file, the art"),
    (["show", "SAVED", "Moon", "--ontology", "NOWHERE"], "no such ontology"),
    (["build", "GOOD", "-o", "OUT", "--model", "no_such_model"], "no_such_model"),
]


@pytest.mark.parametrize(("arguments", "words"), FAILING)
def test_failure_ends_with_1(
    arguments: list[str], words: str, saved: Path, tmp_path: Path, capsys: CapSys
) -> None:
    """What fails says what and where on standard error, without traceback: 1."""
    assert len(FAILING) >= 16
    (tmp_path / "good.txt").write_text(MACRON, encoding="utf-8")
    places = {
        "SAVED": str(saved),
        "NOWHERE": str(tmp_path / "nowhere"),
        "NOWHERE/docs.jsonl": str(tmp_path / "docs.jsonl"),
        "OUT": str(tmp_path / "out"),
        "GOLD": str(Path(__file__).parent / "gold"),
        "GOOD": str(tmp_path / "good.txt"),
    }
    assert run([places.get(word, word) for word in arguments]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("error: ")
    assert words in told.err
    assert "Traceback" not in told.err


# ------------------------------------------------------------------------ query


def test_a_query_prints_a_table(saved: Path, capsys: CapSys) -> None:
    """Rows are data: they go to standard output, and nothing else does."""
    query = "SELECT ?name { ?who kg:leads e:south-korea ; rdfs:label ?name }"
    assert run(["query", str(saved), query]) == 0
    told = capsys.readouterr()
    assert "Moon Jae-in" in told.out
    assert told.err == ""


def test_a_query_prints_json(saved: Path, capsys: CapSys) -> None:
    """--json is the W3C's JSON of results."""
    query = "SELECT ?who { ?who kg:leads e:south-korea }"
    assert run(["query", str(saved), query, "--json"]) == 0
    results = json.loads(capsys.readouterr().out)
    (row,) = results["results"]["bindings"]
    assert row["who"]["value"].endswith("/e/moon-jae-in")


def test_a_query_comes_from_a_file(saved: Path, tmp_path: Path, capsys: CapSys) -> None:
    """@FILE is the query that the file holds."""
    path = tmp_path / "who.rq"
    path.write_text("ASK { ?who kg:leads ?what }", encoding="utf-8")
    assert run(["query", str(saved), f"@{path}"]) == 0
    assert capsys.readouterr().out == "yes\n"


def test_a_query_comes_from_standard_input(
    saved: Path, capsys: CapSys, monkeypatch: pytest.MonkeyPatch
) -> None:
    """@- is the query on standard input."""
    monkeypatch.setattr("sys.stdin", io.StringIO("ASK { ?who kg:leads ?what }"))
    assert run(["query", str(saved), "@-"]) == 0
    assert capsys.readouterr().out == "yes\n"


def test_the_questions_are_listed(saved: Path, capsys: CapSys) -> None:
    """--list names each question with what it answers and what it needs."""
    assert run(["query", str(saved), "--list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) >= 10
    about = next(line for line in lines if line.startswith("about "))
    assert about.endswith("e=ENTITY")
    assert run(["query", str(saved), "--list", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert [q["name"] for q in listed] == [line.split()[0] for line in lines]


def test_a_named_question_takes_arguments(saved: Path, capsys: CapSys) -> None:
    """Arguments are given as name=value, entities by any alias."""
    assert run(["query", str(saved), "about", "e=kim yo jong", "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert len(rows) >= 2
    assert run(["query", str(saved), "about", "e"]) == 1
    assert "name=value" in capsys.readouterr().err


def test_queries_see_only_what_is_asked_for(saved: Path, capsys: CapSys) -> None:
    """--status and --min-confidence restrict what is asked."""
    count = "SELECT (COUNT(DISTINCT ?c) AS ?n) { ?c kg:status ?s }"
    found = []
    for extra in ([], ["--status", "denied"], ["--min-confidence", "0.94"]):
        assert run(["query", str(saved), count, "--format", "csv", *extra]) == 0
        found.append(int(capsys.readouterr().out.split()[1]))
    assert found[0] == len(diplomacy().claims)
    assert 0 < found[1] < found[0]
    assert 0 < found[2] < found[0]


def test_own_questions_are_asked(saved: Path, tmp_path: Path, capsys: CapSys) -> None:
    """--ontology DIR brings the questions in DIR/queries."""
    queries = tmp_path / "queries"
    queries.mkdir()
    question = "# Does anybody lead anything?\nASK { ?a kg:leads ?b }\n"
    (queries / "anybody.rq").write_text(question, encoding="utf-8")
    options = ["--ontology", str(tmp_path)]
    assert run(["query", str(saved), "anybody", *options]) == 0
    assert capsys.readouterr().out == "yes\n"


# ------------------------------------------------------------------------- show


@pytest.mark.parametrize("name", ["Kim Yo-jong", "kim yo jong", "KIM YO-JONG"])
def test_an_entity_is_shown_by_any_name(name: str, saved: Path, capsys: CapSys) -> None:
    """The card has the label, the claims with status, article, date and sentence."""
    assert run(["show", str(saved), name]) == 0
    card = capsys.readouterr().out
    assert card.startswith("Kim Yo-jong  (person, kim-yo-jong)\n")
    assert re.search(r"^  mentions: \d+ in 2 articles$", card, re.MULTILINE)
    assert "asserted  Kim Yo-jong works for Workers' Party" in card
    assert "reported  Kim Yo-jong leads Workers' Party" in card
    assert "told 2018-10-16 · border-talks" in card
    assert "메모 1/2 · Park Geun-hye says so\n" in card
    assert "          > “Kim Yo-jong leads the Workers' Party,”\n" in card
    assert "> Kim Yo-jong, the younger sister of Kim Jong-un, works for the" in card


def test_a_relation_is_told_from_either_end(saved: Path, capsys: CapSys) -> None:
    """Seen from its object, a relation is told by its inverse label."""
    assert run(["show", str(saved), "Workers' Party"]) == 0
    assert "Workers' Party is led by Kim Yo-jong" in capsys.readouterr().out


def test_events_are_told_with_sides_place_and_date(saved: Path, capsys: CapSys) -> None:
    """An event names who, what, whom, where and when."""
    assert run(["show", str(saved), "Moon Jae-in"]) == 0
    card = capsys.readouterr().out
    assert "Kim Jong-un, Moon Jae-in: consult in Panmunjom" in card
    assert "2018-10-15 · border-talks" in card
    assert "same as: http://www.wikidata.org/entity/Q21001" in card
    assert "  sector: government\n" in card
    assert "also: Moon, 문재인" in card


def test_a_card_can_be_restricted(saved: Path, capsys: CapSys) -> None:
    """--status leaves the claims of other statuses out."""
    assert run(["show", str(saved), "Kim Yo-jong", "--status", "reported"]) == 0
    card = capsys.readouterr().out
    assert "reported" in card
    assert "asserted" not in card


def test_why_prints_the_judgements(saved: Path, capsys: CapSys) -> None:
    """--why shows verdict, rule, and what spoke for and against."""
    assert run(["show", str(saved), "Kim Jong-un", "--why"]) == 0
    card = capsys.readouterr().out
    assert "Kept apart, the nearest first:" in card
    assert "“Kim Jong-un” in border-talks is not “" in card
    assert "+ romanisation" in card
    assert "- sister of" in card
    assert run(["show", str(saved), "Berlin", "--why"]) == 0
    berlin = capsys.readouterr().out
    assert "nothing had to be judged" in berlin
    assert "  mentions: 1 in 1 article\n" in berlin


def test_a_card_is_json_for_programs(saved: Path, capsys: CapSys) -> None:
    """--json has the same claims, with ids, offsets and sentences."""
    assert run(["show", str(saved), "Kim Yo-jong", "--json", "--why"]) == 0
    card = json.loads(capsys.readouterr().out)
    assert (card["id"], card["class"]) == ("kim-yo-jong", "Person")
    assert len(card["claims"]) == 3
    assert all(c["sentences"] and c["status"] for c in card["claims"])
    assert all(m["start"] < m["end"] for m in card["mentions"])
    assert len(card["judgements"]) == 1


# ----------------------------------------------------------------------- review


def test_review_lists_pairs_with_contexts_and_entries(
    saved: Path, capsys: CapSys
) -> None:
    """Each pair has its verdict, both sentences, the evidence and an entry to paste."""
    assert run(["review", str(saved), "-n", "1"]) == 0
    shown = capsys.readouterr()
    assert shown.out.startswith("1. ")
    assert shown.out.count("      > ") == 2
    assert re.search(r"^      \[\[(merge|split)\]\]$", shown.out, re.MULTILINE)
    assert "curation.toml: no decisions yet" in shown.out
    assert "1 of " in shown.err


def test_review_is_json_for_programs(saved: Path, capsys: CapSys) -> None:
    """--json has the pairs, the least certain first, and the entries."""
    assert run(["review", str(saved), "--json", "-q"]) == 0
    shown = capsys.readouterr()
    found = json.loads(shown.out)
    assert shown.err == ""
    assert found["curation"] == []
    distances = [pair["distance"] for pair in found["pairs"]]
    assert distances == sorted(distances)
    assert all(len(pair["contexts"]) == 2 for pair in found["pairs"])
    assert {"verdict", "rule", "for", "against", "score"} <= found["pairs"][0].keys()


@pytest.mark.model
def test_review_applies_what_was_decided(tmp_path: Path, capsys: CapSys) -> None:
    """A changed curation is told; --apply builds again and lists what is in force."""
    (tmp_path / "a.txt").write_text(
        "Emmanuel Macron met Olaf Scholz in Oslo on Monday.", encoding="utf-8"
    )
    place = tmp_path / "out"
    assert run(["build", str(tmp_path / "a.txt"), "-o", str(place), "-q"]) == 0
    decision = '[[rename]]\nname = "Olaf Scholz"\nlabel = "O. Scholz"\n'
    (place / "curation.toml").write_text(decision, encoding="utf-8")
    capsys.readouterr()
    assert run(["review", str(place)]) == 0
    assert f"`kg review {place} --apply` puts it in force" in capsys.readouterr().err
    assert run(["review", str(place), "--apply"]) == 0
    shown = capsys.readouterr()
    assert "curation.toml: rename 1: in force" in shown.out
    assert "has changed" not in shown.err
    assert run(["show", str(place), "O. Scholz"]) == 0
    assert capsys.readouterr().out.startswith("O. Scholz  (person, o-scholz)")
    (place / "curation.toml").write_text("[[merge]]", encoding="utf-8")
    assert run(["review", str(place), "--apply"]) == 1
    assert "merge 1 needs two names or more" in capsys.readouterr().err


# ------------------------------------------------------------------ export, view


def _is_xml(text: str) -> bool:
    return text.startswith("<?xml") or text.lstrip().startswith("<g")


CHECKS: dict[str, Callable[[str], object]] = {
    "gexf": _is_xml,
    "graphml": lambda t: nx.parse_graphml(t, force_multigraph=True).number_of_nodes(),
    "json": lambda t: json.loads(t)["edges"],
    "jsonld": json.loads,
    "nquads": lambda t: list(ox.parse(t.encode(), format=ox.RdfFormat.N_QUADS)),
    "plover-jsonl": lambda t: [json.loads(line) for line in t.splitlines()],
    "polecat": lambda t: {len(line.split("\t")) for line in t.splitlines()} == {40},
    "trig": lambda t: list(ox.parse(t.encode(), format=ox.RdfFormat.TRIG)),
    "turtle": lambda t: list(ox.parse(t.encode(), format=ox.RdfFormat.TURTLE)),
}


@pytest.mark.parametrize("form", sorted(CHECKS))
def test_every_format_is_what_it_says(
    form: str, saved: Path, tmp_path: Path, capsys: CapSys
) -> None:
    """Each format goes to standard output or a file, the same bytes, well-formed."""
    assert set(CHECKS) | {"csv", "neo4j"} == set(FORMATS)
    assert run(["export", str(saved), form]) == 0
    told = capsys.readouterr()
    assert told.err == ""
    assert CHECKS[form](told.out)
    path = tmp_path / "out"
    assert run(["export", str(saved), form, "-o", str(path)]) == 0
    assert path.read_text(encoding="utf-8") == told.out
    assert "wrote" in capsys.readouterr().err


@pytest.mark.parametrize(("form", "count"), [("csv", 7), ("neo4j", 2)])
def test_formats_of_several_files_fill_a_folder(
    form: str, count: int, saved: Path, tmp_path: Path, capsys: CapSys
) -> None:
    """csv and neo4j write tables into a folder; -q says nothing of it."""
    place = tmp_path / "tables"
    assert run(["export", str(saved), form, "-o", str(place), "-q"]) == 0
    assert len(list(place.glob("*.csv"))) == count
    assert capsys.readouterr().err == ""


def test_exporting_over_a_file_is_refused(
    saved: Path, tmp_path: Path, capsys: CapSys
) -> None:
    """A folder's worth of files does not replace a file."""
    (tmp_path / "tables").write_text("mine", encoding="utf-8")
    assert run(["export", str(saved), "csv", "-o", str(tmp_path / "tables")]) == 2
    assert "is a file" in capsys.readouterr().err


def test_the_stored_graph_and_its_export_are_one(saved: Path, capsys: CapSys) -> None:
    """Exported N-Quads are graph.nq."""
    assert run(["export", str(saved), "nquads"]) == 0
    stored = (saved / "graph.nq").read_text(encoding="utf-8")
    assert capsys.readouterr().out == stored


def test_an_export_can_be_restricted(saved: Path, capsys: CapSys) -> None:
    """--status leaves claims of other statuses out of an export."""
    assert run(["export", str(saved), "plover-jsonl", "--status", "denied"]) == 0
    records = [json.loads(x) for x in capsys.readouterr().out.splitlines()]
    assert [r["status"] for r in records] == ["denied"]


def test_view_opens_the_page(
    saved: Path, capsys: CapSys, monkeypatch: pytest.MonkeyPatch
) -> None:
    """kg view opens DIR/graph.html and says where it lies."""
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", lambda uri: opened.append(uri) or True)
    assert run(["view", str(saved)]) == 0
    assert opened == [(saved / "graph.html").as_uri()]
    assert capsys.readouterr().out == f"{saved / 'graph.html'}\n"
    assert run(["view", str(saved), "--no-browser"]) == 0
    assert len(opened) == 1


def test_view_without_a_browser_says_so(
    saved: Path, capsys: CapSys, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no browser is found, the reader is told to open the file."""
    monkeypatch.setattr("webbrowser.open", lambda _: False)
    assert run(["view", str(saved)]) == 0
    assert "open the file yourself" in capsys.readouterr().err


# ---------------------------------------------------------- verify, evaluate, doctor


@pytest.mark.model
def test_a_sound_graph_is_verified(tmp_path: Path, capsys: CapSys) -> None:
    """What kg wrote has no faults: 0."""
    (tmp_path / "a.txt").write_text(MACRON, encoding="utf-8")
    assert run(["build", str(tmp_path / "a.txt"), "-o", str(tmp_path / "g"), "-q"]) == 0
    assert run(["verify", str(tmp_path / "g")]) == 0
    assert "sound" in capsys.readouterr().err


def test_a_faulty_graph_ends_with_4(
    saved: Path, tmp_path: Path, capsys: CapSys
) -> None:
    """A span that does not re-cut is a fault on standard output, and exit code 4."""
    place = tmp_path / "graph"
    shutil.copytree(saved, place)
    path = place / "graph.nq"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace('anchorOf> "Kim Yo-jong"', 'anchorOf> "Kim Jo-yong"'),
        encoding="utf-8",
        newline="\n",
    )
    assert run(["verify", str(place)]) == 4
    assert "Kim Jo-yong" in capsys.readouterr().out
    assert run(["verify", str(place), "--json"]) == 4
    assert len(json.loads(capsys.readouterr().out)) >= 1


@pytest.mark.model
def test_the_doctor_is_asked(capsys: CapSys) -> None:
    """kg doctor prints a line for each finding, and ends with 0 when all is well."""
    assert run(["doctor"]) == 0
    told = capsys.readouterr()
    assert all(line.startswith("ok ") for line in told.out.splitlines())
    assert "all is well" in told.err
    assert run(["doctor", "--json", "-q"]) == 0
    told = capsys.readouterr()
    assert all(finding["ok"] for finding in json.loads(told.out))
    assert told.err == ""


def test_the_doctor_finds_a_missing_model(capsys: CapSys) -> None:
    """A model that is not installed is WRONG, with advice: 1."""
    assert run(["doctor", "--model", "no_such_model"]) == 1
    told = capsys.readouterr()
    assert re.search(r"^WRONG +model .*no_such_model", told.out, re.MULTILINE)
    assert "1 of" in told.err


# ---------------------------------------------------------------- build, add, remove


@pytest.mark.model
def test_articles_come_and_go(tmp_path: Path, capsys: CapSys) -> None:
    """build, add and remove write the same bytes as a build of what is left."""
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    one.write_text(MACRON, encoding="utf-8")
    two.write_text(
        "Prime Minister Fumio Kishida of Japan visited India on Monday. " * 3,
        encoding="utf-8",
    )
    a, b = tmp_path / "a", tmp_path / "b"
    assert run(["build", str(one), "-o", str(a), "-q"]) == 0
    alone = _bytes(a)
    assert run(["add", str(a), str(two)]) == 0
    assert "2 articles" in capsys.readouterr().err
    assert run(["build", str(two), str(one), "-o", str(b), "-q"]) == 0
    assert _bytes(a) == _bytes(b)
    assert run(["remove", str(a), "two"]) == 0
    assert _bytes(a) == alone


def _bytes(folder: Path) -> dict[str, bytes]:
    names = ("graph.nq", "graph.ttl", "graph.json", "graph.html", "articles.jsonl")
    return {name: (folder / name).read_bytes() for name in names}


@pytest.mark.model
def test_base_and_ontology_of_a_graph_stay(tmp_path: Path) -> None:
    """kg add keeps the base that the graph was built with."""
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    one.write_text(MACRON, encoding="utf-8")
    two.write_text(MACRON, encoding="utf-8")
    place = tmp_path / "g"
    base = "https://example.org/news/"
    assert run(["build", str(one), "-o", str(place), "-q", "--base", base]) == 0
    assert run(["add", str(place), str(two), "-q"]) == 0
    text = (place / "graph.nq").read_text(encoding="utf-8")
    assert f"<{base}article/two>" in text
    assert "newskg/id/" not in text


@pytest.mark.model
def test_skipped_inputs_end_with_3(tmp_path: Path, capsys: CapSys) -> None:
    """What could not be read is listed, one line each; the rest is built: 3."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "good.txt").write_text(MACRON, encoding="utf-8")
    (tmp_path / "in" / "empty.txt").write_text("", encoding="utf-8")
    (tmp_path / "in" / "latin.txt").write_bytes("Élysée".encode("latin-1") * 40)
    code = run(["build", str(tmp_path / "in"), "-o", str(tmp_path / "g"), "-q"])
    told = capsys.readouterr()
    assert code == 3
    assert told.out == ""
    lines = told.err.splitlines()
    assert len(lines) == 2
    assert all(line.startswith("skipped: ") for line in lines)
    assert any("empty.txt" in line for line in lines)
    assert any("latin.txt" in line for line in lines)
    run_json = json.loads((tmp_path / "g" / "run.json").read_text(encoding="utf-8"))
    assert len(run_json["skipped"]) == 2


@pytest.mark.model
def test_files_left_aside_are_told(tmp_path: Path, capsys: CapSys) -> None:
    """Files of other endings in a folder are counted in one line; -v names them: 0."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "good.txt").write_text(MACRON, encoding="utf-8")
    for name in ("img.png", "big.png", "elf.bin"):
        (tmp_path / "in" / name).write_bytes(b"\0")
    arguments = ["build", str(tmp_path / "in"), "-o", str(tmp_path / "g")]
    assert run(arguments) == 0
    line = "left aside 3 files of other endings: 1 x .bin, 2 x .png\n"
    assert line in capsys.readouterr().err
    assert run([*arguments, "-v"]) == 0
    assert "img.png" in capsys.readouterr().err
    assert run([*arguments, "-q"]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("command", ["build", "demo", "doctor"])
def test_the_environment_names_the_model(
    command: str, tmp_path: Path, capsys: CapSys, monkeypatch: pytest.MonkeyPatch
) -> None:
    """KG_MODEL is the model of each command that needs one; --model wins over it."""
    monkeypatch.setenv("KG_MODEL", "model_of_the_environment")
    (tmp_path / "a.txt").write_text(MACRON, encoding="utf-8")
    out = ["-o", str(tmp_path / "g")]
    arguments = {"build": [str(tmp_path / "a.txt"), *out], "demo": out, "doctor": []}
    assert run([command, *arguments[command]]) == 1
    told = capsys.readouterr()
    assert "model_of_the_environment" in told.out + told.err
    assert not (tmp_path / "g").exists()
    if command != "demo":
        assert run([command, *arguments[command], "--model", "other_model"]) == 1
        told = capsys.readouterr()
        assert "other_model" in told.out + told.err
        assert "model_of_the_environment" not in told.out + told.err


def test_the_help_tells_of_the_environment(capsys: CapSys) -> None:
    """KG_MODEL stands in the help of kg, and beside --model."""
    for arguments in (["--help"], ["build", "--help"], ["doctor", "--help"]):
        assert run(arguments) == 0
        assert "KG_MODEL" in capsys.readouterr().out


@pytest.mark.model
def test_a_build_tells_a_program_in_json(tmp_path: Path, capsys: CapSys) -> None:
    """--json gives the report of the run on standard output."""
    (tmp_path / "a.txt").write_text(MACRON, encoding="utf-8")
    arguments = ["build", str(tmp_path / "a.txt"), "-o", str(tmp_path / "g"), "--json"]
    assert run(arguments) == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["counts"]["articles"] == 1
    assert "1 article, " in told.err


@pytest.mark.model
def test_articles_come_from_standard_input(tmp_path: Path) -> None:
    """`kg build -` reads JSON Lines from standard input."""
    lines = "".join(
        json.dumps({"id": name, "text": MACRON, "published": "2022-01-25"}) + "\n"
        for name in ("a", "b")
    )
    done = kg("build", "-", "-o", tmp_path / "g", input=lines)
    assert done.returncode == 0, done.stderr
    assert "2 articles" in done.stderr


@pytest.mark.model
def test_furniture_is_counted(tmp_path: Path, capsys: CapSys) -> None:
    """Blocks that are no part of an article are counted by kind, and are no error."""
    text = f"{MACRON}\n\nComments\n\nreader77 says: I do not believe a word of it.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    arguments = ["build", str(tmp_path / "a.txt"), "-o", str(tmp_path / "g"), "-v"]
    assert run(arguments) == 0
    assert "left out as page furniture: 1 x" in capsys.readouterr().err


@pytest.mark.model
def test_the_demo_shows_what_it_found(tmp_path: Path) -> None:
    """kg demo builds the samples from any folder, and says where the page is."""
    done = kg("demo", "-o", "here", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "here" / "graph.html").is_file()
    assert "here/graph.html" in done.stderr
    assert re.search(r"^asserted: \d+ claims, such as$", done.stdout, re.MULTILINE)
    assert re.search(r"^denied: \d+ claims, such as$", done.stdout, re.MULTILINE)
    assert done.stdout.count("\n      > ") >= 5
    assert "kg query here --list" in done.stdout


# ------------------------------------------------------------------------ the README

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder such as the README speaks of, with the samples as articles."""
    place = tmp_path_factory.mktemp("readme")
    shutil.copytree(samples_folder(), place / "articles")
    return place


@pytest.mark.model
def test_the_commands_of_the_readme_run(
    workplace: Path, monkeypatch: pytest.MonkeyPatch, capsys: CapSys
) -> None:
    """Every kg command in the README runs, in its order, and ends with 0."""
    monkeypatch.chdir(workplace)
    monkeypatch.setattr("webbrowser.open", lambda _: True)
    lines = re.findall(r"^    kg (.+)$", README, re.MULTILINE)
    assert len(lines) >= 7
    ended = {line: run(shlex.split(line)) for line in lines}
    assert {line: code for line, code in ended.items() if code != 0} == {}
    assert "Kim Yo Jong" in capsys.readouterr().out


@pytest.mark.model
def test_the_python_of_the_readme_runs(workplace: Path) -> None:
    """The README's Python runs as it stands, and prints claims with sentences."""
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        cwd=workplace,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "asserted ('" in done.stdout


# -------------------------------------------------------------- streams and signals


def test_a_closed_pipe_is_no_error(saved: Path) -> None:
    """When the reader has seen enough, kg ends quietly."""
    command = [sys.executable, "-m", "kg", "export", str(saved), "nquads"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_an_interrupt_ends_with_130(tmp_path: Path) -> None:
    """Ctrl-C ends with 130, without traceback, and leaves no half-written graph."""
    command = [sys.executable, "-m", "kg", "build", "-", "-o", str(tmp_path / "g")]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=heed_interrupts,
    ) as process:
        assert process.stdin is not None
        assert process.stderr is not None
        process.stdin.write(b'{"id": "a", "text": "Peru met Chile in Lima."}\n')
        process.stdin.close()
        # once the folder is there, it loads the model
        deadline = time.monotonic() + 60
        while not (tmp_path / "g").exists() and time.monotonic() < deadline:
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        told = process.stderr.read().decode()
    assert process.returncode == 130
    assert told == "interrupted\n"
    assert not (tmp_path / "g" / "graph.nq").exists()


def test_an_endless_query_can_be_interrupted(saved: Path) -> None:
    """Ctrl-C ends a query that would run for hours, with 130."""
    query = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    command = [sys.executable, "-m", "kg", "query", str(saved), query]
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, preexec_fn=heed_interrupts
    ) as process:
        time.sleep(4)
        assert process.poll() is None
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 130


def test_output_is_utf8_whatever_the_locale(saved: Path) -> None:
    """Hangul on standard output is UTF-8, also in the C locale."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG"))}
    environment = {
        **clean,
        "LC_ALL": "C",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONUTF8": "0",
    }
    command = [sys.executable, "-m", "kg", "show", str(saved), "Moon Jae-in"]
    done = subprocess.run(command, capture_output=True, env=environment, check=True)
    assert "문재인" in done.stdout.decode("utf-8")


def test_no_colour_and_no_bar_off_the_terminal(saved: Path) -> None:
    """Off a terminal there are no escape codes on either stream."""
    for arguments in (("--help",), ("show", saved, "Moon Jae-in"), ("nonsense",)):
        done = kg(*arguments, env={**os.environ, "NO_COLOR": "1"})
        assert "\x1b" not in done.stdout + done.stderr


def test_an_empty_graph_is_shown_and_exported(tmp_path: Path, capsys: CapSys) -> None:
    """A graph of no articles is no error; nobody is in it."""
    place = _save(empty(), tmp_path / "g")
    assert run(["export", str(place), "turtle"]) == 0
    assert "@prefix" in capsys.readouterr().out
    assert run(["query", str(place), "ASK { ?a kg:leads ?b }"]) == 0
    assert capsys.readouterr().out == "no\n"
    assert run(["show", str(place), "Moon"]) == 1

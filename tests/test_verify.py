"""Verification: a good folder has no fault, and every kind of fault is found."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import OntologyError, StoreError
from kg.model import KnowledgeGraph
from kg.rdf import DEFAULT_BASE, Iris
from kg.rdf.terms import GAF, NIF, RDF
from kg.schema import KG, load_schema
from kg.store import claim_folder, save
from kg.verify import Fault, verify
from kg.view import render
from tests.graphs import ROW, diplomacy, empty, span, told

SCHEMA = load_schema()
GRAPH = diplomacy()
BASE = DEFAULT_BASE
HOME = Iris().article("sanctions-row")
QUOTED = "did not impose sanctions on North Korea"
NORTH = Iris().span("sanctions-row", span(ROW, "North Korea"))
(DENIED,) = (c for c in GRAPH.events if c.contexts)
CLAIM = Iris().claim(DENIED.id)

Change = Callable[[str], str]
Run = Mapping[str, object]

NO_RUN: Run = {}


def without(*parts: str) -> Change:
    """Take the lines out that hold all these parts."""

    def change(text: str) -> str:
        lines = text.split("\n")
        return "\n".join(x for x in lines if not all(part in x for part in parts))

    return change


def put(old: str, new: str, *parts: str) -> Change:
    """Write other words in the lines that hold all these parts, and sort again."""

    def change(text: str) -> str:
        lines = text.split("\n")[:-1]
        changed = [
            x.replace(old, new) if all(part in x for part in parts) else x
            for x in lines
        ]
        return "".join(f"{x}\n" for x in sorted(set(changed)))

    return change


def add(*lines: str) -> Change:
    """Write more lines, each in its place."""

    def change(text: str) -> str:
        every = {*text.split("\n")[:-1], *lines}
        return "".join(f"{x}\n" for x in sorted(every))

    return change


def quad(subject: str, predicate: str, target: str, home: str = HOME) -> str:
    """One line of graph.nq."""
    return f"<{subject}> <{predicate}> {target} <{home}> ."


# A fault: the file it is put into, how, which checks must find it, and in what words.
Seed = tuple[str, Change, set[str], str]
SEEDS: dict[str, Seed] = {
    "a doctored quotation of a sentence": (
        "graph.nq",
        put(QUOTED, QUOTED.replace("did not impose", "imposed"), "anchorOf"),
        {"span", "file"},
        "quotes .*imposed sanctions.*but the article says .*did not impose",
    ),
    "a doctored quotation of a mention": (
        "graph.nq",
        put('"North Korea"', '"North Corea"', NORTH),
        {"span", "file"},  # the page tells how names are spelt
        "quotes .*North Corea",
    ),
    "a doctored article": (
        "articles.jsonl",
        put("did not impose", "gladly imposed"),
        {"span", "file"},
        "the article says",
    ),
    "offsets that are not the IRI's": (
        "graph.nq",
        put('"57"', '"58"', NORTH, "endIndex"),
        {"span", "file"},
        "not those of its IRI",
    ),
    "a span after the end": (
        "articles.jsonl",
        put(" troops withdrew.", ""),
        {"span", "file"},
        "ends after the article, which has 320 code points",
    ),
    "a span of an article that is gone": (
        "articles.jsonl",
        without('"id": "sanctions-row"'),
        {"span", "file"},
        "'sanctions-row', which is not in articles.jsonl",
    ),
    "a span that is no span": (
        "graph.nq",
        put(NORTH, f"{HOME}#page=3"),
        {"span", "file"},
        "is not the IRI of a span",
    ),
    "a span that names another article": (
        "graph.nq",
        put(f"<{HOME}> <", f"<{BASE}article/x> <", NORTH, "referenceContext"),
        {"shape", "span", "file"},
        "names another article than its IRI",
    ),
    "a claim without evidence": (
        "graph.nq",
        without(CLAIM, f"{KG}evidence"),
        {"evidence", "shape", "file"},
        "has no evidence",
    ),
    "evidence that is not there": (
        "graph.nq",
        put("#char=0,", "#char=1,", CLAIM, f"{KG}evidence"),
        {"evidence", "shape", "file"},
        "is no span of the graph",
    ),
    "evidence from another article": (
        "graph.nq",
        put(
            f"{HOME}#char=0,70",
            f"{Iris().article('border-talks')}#char=0,76",
            CLAIM,
            f"{KG}evidence",
        ),
        {"evidence", "file"},
        "is of another article",
    ),
    "a fact that no claim asserts": (
        "graph.nq",
        add(quad(f"{BASE}e/berlin", f"{KG}locatedIn", f"<{BASE}e/belarus>")),
        {"plain", "file"},
        "locatedIn> .*belarus> is said of it, but no claim asserts it",
    ),
    "a denied claim told as a fact": (
        "graph.nq",
        add(quad(f"{BASE}e/ro-jong", f"{KG}memberOf", f"<{BASE}e/workers-party>")),
        {"plain", "file"},
        "no claim asserts it",
    ),
    "a fact of another article": (
        "graph.nq",
        add(quad(f"{BASE}e/moon-jae-in", f"{KG}leads", f"<{BASE}e/south-korea>")),
        {"plain", "file"},
        "no claim asserts it",
    ),
    "an asserted claim without its fact": (
        "graph.nq",
        without(f"<{BASE}e/moon-jae-in> <{KG}leads>"),
        {"file"},
        "kg would also write: <.*e/moon-jae-in> <.*leads>",
    ),
    "a status that does not follow": (
        "graph.nq",
        put(f"{KG}denied>", f"{KG}asserted>", CLAIM, f"{KG}status"),
        {"file"},
        "kg would not write: .*status",
    ),
    "two polarities": (
        "graph.nq",
        add(quad(CLAIM, f"{KG}polarity", f"<{KG}positive>")),
        {"shape", "file"},
        "a claim must have one polarity",
    ),
    "a polarity that is none": (
        "graph.nq",
        put(f"{KG}negative>", f"{KG}sour>", CLAIM),
        {"shape", "file"},
        "a claim must have one polarity",
    ),
    "a confidence above one": (
        "graph.nq",
        put('"0.90"', '"1.90"', CLAIM),
        {"shape", "file"},
        "from 0 to 1",
    ),
    "a date that is no date": (
        "graph.nq",
        put('"2019-03-21"', '"last Thursday"', CLAIM, "beginDate"),
        {"shape", "file"},
        "ISO year, month or day",
    ),
    "an event without participants": (
        "graph.nq",
        lambda text: without(CLAIM, "recipient>")(without(CLAIM, "actor>")(text)),
        {"shape", "file"},
        "an event must have an actor or a recipient",
    ),
    "an event with two triggers": (
        "graph.nq",
        add(quad(CLAIM, f"{GAF}denotedBy", f"<{NORTH}>")),
        {"shape", "file"},
        "one trigger",
    ),
    "a mode that the ontology lacks": (
        "graph.nq",
        put(f"{KG}discontinue>", f"{KG}juggle>", CLAIM),
        {"shape", "file"},
        "one mode, of the ontology",
    ),
    "a participant that is not described": (
        "graph.nq",
        put(f"{BASE}e/united-states>", f"{BASE}e/atlantis>", CLAIM),
        {"shape", "file"},
        "must be a described entity",
    ),
    "a mention of two kinds": (
        "graph.nq",
        add(quad(NORTH, f"{KG}mentionKind", f"<{KG}pronoun>")),
        {"shape", "file"},
        "a mention must be of one kind",
    ),
    "a judgement without verdict": (
        "graph.nq",
        without(f"{KG}verdict> <{KG}same"),
        {"shape", "file"},
        "one verdict",
    ),
    "an entity of two labels": (
        "graph.nq",
        add(
            quad(
                f"{BASE}e/berlin",
                "http://www.w3.org/2000/01/rdf-schema#label",
                '"Bonn"@en',
                f"{BASE}graph/entities",
            )
        ),
        {"shape", "file"},
        "an entity must have one label",
    ),
    "a blank node": (
        "graph.nq",
        add(f"_:b <{RDF}type> <{KG}Person> <{HOME}> ."),
        {"blank", "file"},
        "has a blank node",
    ),
    "a triple without a graph": (
        "graph.nq",
        add(f"<{BASE}e/berlin> <{RDF}type> <{KG}Place> ."),
        {"blank", "file"},
        "no named graph",
    ),
    "a line out of order": (
        "graph.nq",
        lambda text: "\n".join(
            (*reversed(text.split("\n")[:2]), *text.split("\n")[2:])
        ),
        {"order"},
        "is not after the line above",
    ),
    "a line twice": (
        "graph.nq",
        lambda text: text.split("\n")[0] + "\n" + text,
        {"order"},
        "is not after the line above",
    ),
    "no line feed at the end": (
        "graph.nq",
        lambda text: text[:-1],
        {"order"},
        "does not end with a line feed",
    ),
    "a line that is no quad": (
        "graph.nq",
        lambda text: f"{text}so there\n",
        {"syntax"},
        ".",
    ),
    "a stale graph.json": (
        "graph.json",
        put('"denied"', '"asserted"'),
        {"file"},
        "does not say what graph.nq says",
    ),
    "a stale graph.ttl": (
        "graph.ttl",
        put("Berlin", "Bonn"),
        {"file"},
        "does not say what graph.nq says",
    ),
    "a stale graph.html": (
        "graph.html",
        put("Berlin", "Bonn"),
        {"file"},
        "does not say what graph.nq says",
    ),
    "articles in another order": (
        "articles.jsonl",
        lambda text: "\n".join((*reversed(text.split("\n")[:-1]), "")),
        {"file"},
        "does not say what graph.nq says",
    ),
    "a span without its quotation": (
        "graph.nq",
        put(f"<{NIF}anchorOf>", f"<{NIF}anchor>", NORTH),
        {"evidence", "file", "shape", "span"},
        r"quotes \[\]",
    ),
}


def saved(
    graph: KnowledgeGraph, place: Path, *, base: str = BASE, run: Run = NO_RUN
) -> None:
    """Save a graph with its page."""
    save(graph, place, SCHEMA, base=base, run=run, page=render(graph, SCHEMA))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the graph, in order."""
    saved(GRAPH, tmp_path)
    return tmp_path


def test_a_good_folder_has_no_fault(folder: Path) -> None:
    """What was saved verifies, with any base, and without any article too."""
    assert verify(folder, SCHEMA) == ()
    saved(GRAPH, folder, base="https://example.org/x/")
    assert verify(folder, SCHEMA) == ()
    saved(empty(), folder)
    assert verify(folder, SCHEMA) == ()


@pytest.mark.parametrize("name", SEEDS)
def test_a_seeded_fault_is_found(folder: Path, name: str) -> None:
    """Each is found by the checks that should find it, and described."""
    file, change, checks, words = SEEDS[name]
    old = (folder / file).read_text(encoding="utf-8")
    new = change(old)
    assert new != old
    (folder / file).write_text(new, encoding="utf-8", newline="\n")
    faults = verify(folder, SCHEMA)
    assert {fault.check for fault in faults} == checks
    problems = "\n".join(fault.problem for fault in faults)
    assert re.search(words, problems)


def test_every_check_has_a_seed() -> None:
    """The table cannot shrink unseen, and every check has something to find."""
    assert len(SEEDS) >= 38
    found = {check for seed in SEEDS.values() for check in seed[2]}
    assert found == {
        *("blank", "evidence", "file", "order", "plain", "shape", "span", "syntax")
    }


def test_faults_are_sorted_and_say_where(folder: Path) -> None:
    """The same folder gives the same faults; each names an IRI or a file."""
    path = folder / "graph.nq"
    text = path.read_text(encoding="utf-8")
    path.write_text(put("Korea", "Corea", "anchorOf")(text), encoding="utf-8")
    faults = verify(folder, SCHEMA)
    assert list(faults) == sorted(faults)
    assert len(faults) >= 10
    assert all(fault.where for fault in faults)
    assert verify(folder, SCHEMA) == faults
    assert isinstance(faults[0], Fault)


@pytest.mark.parametrize("name", ["graph.html", "graph.json", "graph.ttl"])
def test_a_missing_file_is_a_fault(folder: Path, name: str) -> None:
    """What can be written again is missed, not an error."""
    (folder / name).unlink()
    (fault,) = verify(folder, SCHEMA)
    assert fault.where == name
    assert "no such file" in fault.problem


@pytest.mark.parametrize("name", ["graph.nq", "articles.jsonl", "run.json"])
def test_a_folder_without_a_graph_is_an_error(folder: Path, name: str) -> None:
    """Without graph, articles or run there is nothing to verify."""
    (folder / name).unlink()
    with pytest.raises(StoreError, match=name):
        verify(folder, SCHEMA)


def test_a_claimed_folder_has_nothing_to_verify(tmp_path: Path) -> None:
    """A build that was interrupted before its end has no graph."""
    with pytest.raises(StoreError, match=r"run\.json"):
        verify(claim_folder(tmp_path), SCHEMA)


def test_an_ontology_without_shapes_is_told(folder: Path) -> None:
    """Nothing is passed over in silence: the shapes must be there."""
    with pytest.raises(OntologyError, match="shapes are missing"):
        verify(folder, replace(SCHEMA, folder=folder))


def test_the_newer_ontology_does_not_make_old_claims_wrong(folder: Path) -> None:
    """The ontology's own lines may differ: they are not about the articles."""
    path = folder / "graph.nq"
    text = path.read_text(encoding="utf-8")
    ontology = f"<{BASE}graph/ontology>"
    change = put("Holds the top office of.", "Is at the head of.", ontology)
    assert change(text) != text
    path.write_text(change(text), encoding="utf-8", newline="\n")
    assert verify(folder, SCHEMA) == ()


def test_run_json_may_say_what_it_likes(folder: Path) -> None:
    """Times and versions are no part of the graph."""
    run = json.loads((folder / "run.json").read_text(encoding="utf-8"))
    saved(told(), folder, run={**run, "seconds": 3.5})
    assert verify(folder, SCHEMA) == ()

"""From files to files: the same bytes whatever the order, workers and accidents."""

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.model import Article, Span
from kg.pipeline import add, build, furniture_cues, remove, samples_folder
from kg.read import read_articles
from kg.schema import Schema
from kg.store import open_graph

SAME = ("articles.jsonl", "graph.html", "graph.json", "graph.nq", "graph.ttl")
NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
KG = "https://w3id.org/newskg/ontology#"
LIMIT = 240  # seconds, for a build in a process of its own

MORE = (
    "Kenya expelled the ambassador of Peru on Monday. Peru\u2019s president was "
    "silent.",
    "\ubb38\uc7ac\uc778 (Moon Jae-in) met Kim Jong-un \U0001f91d in Panmunjom. Moon "
    "thanked him.",
    "Chinese Foreign Minister Wang Yi called Antony Blinken. Wang criticised "
    "Washington.",
    "Finland joined NATO. Russia said it would respond, and Sweden did not rule it "
    "out.",
)


@pytest.fixture(scope="module")
def articles(schema: Schema) -> tuple[Article, ...]:
    """The samples and a few texts of odd letters."""
    found = read_articles([str(samples_folder())], cues=furniture_cues(schema)).articles
    odd = (Article(f"odd-{n}", text, "2021-05-03") for n, text in enumerate(MORE))
    return (*found, *odd)


def _jsonl(path: Path, articles: tuple[Article, ...] | list[Article]) -> Path:
    lines = (
        json.dumps(
            {"id": a.id, "text": a.text, "published": a.published, "title": a.title}
        )
        for a in articles
    )
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def _kg(*arguments: str | Path, seed: str) -> None:
    """Run kg as a program with a hash seed of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "kg", *map(str, arguments), "--quiet"],
        capture_output=True,
        text=True,
        timeout=LIMIT,
        env={**os.environ, "PYTHONHASHSEED": seed},
        check=False,
    )
    assert done.returncode == 0, done.stderr


def _bytes(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in SAME}


@pytest.fixture(scope="module")
def built(
    articles: tuple[Article, ...], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """A graph of all articles, built by one process with the hash seed 0."""
    place = tmp_path_factory.mktemp("flow")
    _kg("build", _jsonl(place / "in.jsonl", articles), "-o", place / "out", seed="0")
    return place / "out"


def test_order_seed_and_workers_change_no_byte(
    built: Path, articles: tuple[Article, ...], tmp_path: Path
) -> None:
    """Shuffled, with another hash seed and two workers, the files are the same."""
    mixed = list(articles)
    random.Random(7).shuffle(mixed)  # noqa: S311 - no secret
    assert mixed != list(articles)
    source = _jsonl(tmp_path / "mixed.jsonl", mixed)
    _kg("build", source, "-o", tmp_path / "out", "--workers", "2", seed="1")
    assert _bytes(tmp_path / "out") == _bytes(built)


def test_kept_readings_change_no_byte(
    built: Path, articles: tuple[Article, ...], tmp_path: Path
) -> None:
    """A second build in the same folder, from kept readings, writes the same files."""
    before = _bytes(built)
    kept = sorted((built / "readings").glob("*.json"))
    assert len(kept) == len(articles)
    _kg("build", _jsonl(tmp_path / "in.jsonl", articles), "-o", built, seed="2")
    assert _bytes(built) == before
    assert sorted((built / "readings").glob("*.json")) == kept


def test_adding_and_removing_change_no_byte(
    built: Path, articles: tuple[Article, ...], tmp_path: Path
) -> None:
    """A graph that grew and shrank is the one that was built at once."""
    late, never = articles[3:9], Article("zz", "Chad thanked Togo.", "2020-01-01")
    first = tuple(a for a in articles if a not in late)
    folder = tmp_path / "out"
    build([str(_jsonl(tmp_path / "a.jsonl", (*first, never)))], folder)
    add(folder, [str(_jsonl(tmp_path / "b.jsonl", late))])
    assert _bytes(folder) != _bytes(built)
    remove(folder, [never.id])
    assert _bytes(folder) == _bytes(built)


# --------------------------------------------------------------------------- receipts


def test_every_span_of_the_graph_cuts_its_words(built: Path) -> None:
    """What N-Quads say of begin, end and words is what stands in the article."""
    texts = {a.id: a.text for a in open_graph(built).articles}
    told: dict[str, dict[str, str]] = {}
    for quad in ox.parse(path=str(built / "graph.nq"), format=ox.RdfFormat.N_QUADS):
        if quad.predicate.value.startswith(NIF):
            name = quad.predicate.value.removeprefix(NIF)
            told.setdefault(quad.subject.value, {})[name] = quad.object.value
    spans = {iri: row for iri, row in told.items() if "beginIndex" in row}
    assert len(spans) >= 1000
    for iri, row in spans.items():
        start, end = int(row["beginIndex"]), int(row["endIndex"])
        text = texts[row["referenceContext"].rsplit("/", 1)[-1]]
        assert text[start:end] == row["anchorOf"] != "", iri
        assert iri.endswith(f"#char={start},{end}")


def test_every_claim_has_its_receipts(built: Path) -> None:
    """Each claim rests on sentences, each event on one trigger inside of them."""
    graph = open_graph(built)
    texts = {a.id: a.text for a in graph.articles}
    mentions = {
        entity.id: {(m.article, m.mention.span) for m in entity.mentions}
        for entity in graph.entities
    }
    assert len(graph.claims) >= 200
    for claim in graph.claims:
        assert claim.evidence
        assert claim.rules
        for span in claim.evidence:
            assert span.cut(texts[claim.article]).strip()
    for event in graph.events:
        assert any(span.contains(event.trigger) for span in event.evidence)
        for entity in (*event.actors, *event.recipients):
            assert any(article == event.article for article, _ in mentions[entity])
    for relation in graph.relations:
        for entity in (relation.subject, relation.object):
            assert any(article == relation.article for article, _ in mentions[entity])


def test_no_plain_triple_stands_for_what_is_not_so(built: Path) -> None:
    """Every plain relation has a claim that is asserted and not former."""
    graph = open_graph(built)
    plain = {(r.subject, r.relation, r.object) for r in graph.relations if r.plain}
    names = {f"{KG}{r.relation}": r.relation for r in graph.relations}
    found = set()
    for quad in ox.parse(path=str(built / "graph.nq"), format=ox.RdfFormat.N_QUADS):
        relation = names.get(quad.predicate.value)
        if relation is not None:
            ends = [t.value.rsplit("/", 1)[-1] for t in (quad.subject, quad.object)]
            found.add((ends[0], relation, ends[1]))
    assert found == plain
    assert len(plain) >= 40


def test_mentions_keep_to_the_article(built: Path) -> None:
    """No mention stands in the furniture of its article."""
    graph = open_graph(built)
    blocks = {a.id: [f.span for f in a.furniture] for a in graph.articles}
    for entity in graph.entities:
        for located in entity.mentions:
            span: Span = located.mention.span
            assert not any(span.overlaps(b) for b in blocks[located.article])


# --------------------------------------------------------------------------- accidents

# Builds from a file with two workers and kills one of them when most is done.
KILLING = """
import multiprocessing, os, signal, sys
from pathlib import Path
from kg.pipeline import Options, build

killed = []

def progress(done, total):
    if done >= 48 and not killed:
        killed.append(multiprocessing.active_children()[0].pid)
        os.kill(killed[0], signal.SIGKILL)

if __name__ == "__main__":
    options = Options(workers=2, progress=progress)
    built = build([sys.argv[1]], Path(sys.argv[2]), options=options)
    print(len(killed), len(built.graph.articles), len(built.skipped))
"""


def test_a_killed_worker_loses_no_article(tmp_path: Path) -> None:
    """A build whose worker is killed half-way ends, with every article in it."""
    few = "Kenya thanked Peru. Oslo met envoys of Chad on Monday. "
    sizes = [1] * 48 + [150] * 3  # the last batch is still being read when one dies
    many = [
        Article(f"a{number:02}", few * size, "2021-05-03")
        for number, size in enumerate(sizes)
    ]
    source = _jsonl(tmp_path / "in.jsonl", many)
    script = tmp_path / "killing.py"
    script.write_text(KILLING, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(script), str(source), str(tmp_path / "out")],
        capture_output=True,
        text=True,
        timeout=LIMIT,
        check=False,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["1", str(len(many)), "0"]
    build([str(source)], tmp_path / "calm")
    assert _bytes(tmp_path / "out") == _bytes(tmp_path / "calm")

"""The order of the stages, what is cached, and what a build leaves behind."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from graphs import diplomacy

from kg import pipeline
from kg.errors import ForeignFolder, NotFound, OntologyError, UsageError
from kg.model import Article, KnowledgeGraph
from kg.pipeline import (
    Options,
    add,
    build,
    counts,
    furniture_cues,
    remove,
    samples_folder,
)
from kg.read import read_articles
from kg.schema import Schema

PERU = "Kenya expelled the ambassador of Peru on Monday. Peru condemned Kenya."
OSLO = "French President Emmanuel Macron met Jonas Gahr Store in Oslo on Tuesday."
FILES = {
    "articles.jsonl",
    "graph.html",
    "graph.json",
    "graph.nq",
    "graph.ttl",
    "run.json",
}


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    """A folder with two articles, one of them with its own date."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "peru.txt").write_text(PERU, encoding="utf-8")
    text = f"---\npublished: 2022-06-01\n---\n{OSLO}"
    (folder / "oslo.md").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of articles that were really read, in order."""
    read: list[str] = []
    real: Callable[..., object] = pipeline.read_all

    def spy(articles: list[Article], *rest: object) -> object:
        read.extend(a.id for a in articles)
        return real(articles, *rest)

    monkeypatch.setattr(pipeline, "read_all", spy)
    return read


def _written(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in FILES - {"run.json"}}


# ------------------------------------------------------------------------------- build


def test_a_build_in_memory_leaves_nothing(inputs: Path, tmp_path: Path) -> None:
    """Without a folder there is a graph and no file."""
    before = sorted(tmp_path.rglob("*"))
    built = build([str(inputs)], None, published="2022-06-15")
    assert [a.id for a in built.graph.articles] == ["oslo", "peru"]
    assert [a.published for a in built.graph.articles] == ["2022-06-01", "2022-06-15"]
    assert {e.category for e in built.graph.events} >= {"Accuse", "Consult", "Sanction"}
    assert [r.relation for r in built.graph.relations] == ["leads"]
    assert built.skipped == ()
    assert sorted(tmp_path.rglob("*")) == before


def test_a_build_leaves_all_files(inputs: Path, tmp_path: Path) -> None:
    """The folder holds the graph in all its forms, the readings and the report."""
    folder = tmp_path / "out"
    built = build([str(inputs)], folder)
    assert {p.name for p in folder.iterdir() if p.is_file()} >= FILES
    assert len(list((folder / "readings").glob("*.json"))) == 2
    run = json.loads((folder / "run.json").read_text(encoding="utf-8"))
    assert run["counts"] == counts(built.graph)
    assert set(run["versions"]) == {"python", "spacy", "model", "ontology"}
    assert run["skipped"] == []


def test_a_folder_of_somebody_else_is_refused(inputs: Path, tmp_path: Path) -> None:
    """What is not empty and not ours is not written to."""
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "letter.txt").write_text("Dear", encoding="utf-8")
    with pytest.raises(ForeignFolder):
        build([str(inputs)], tmp_path / "other")
    assert [p.name for p in (tmp_path / "other").iterdir()] == ["letter.txt"]


def test_an_input_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """A wrong path is told before anything is read."""
    with pytest.raises(UsageError, match="nowhere"):
        build([str(tmp_path / "nowhere")], None)


def test_an_ontology_that_is_not_there_is_refused(inputs: Path, tmp_path: Path) -> None:
    """A wrong folder of terms is told before anything is read."""
    with pytest.raises(OntologyError, match="nowhere"):
        build([str(inputs)], None, options=Options(ontology=tmp_path / "nowhere"))


def test_what_cannot_be_read_is_told_and_the_rest_is_built(inputs: Path) -> None:
    """A bad input is a record with its place and reason; nothing else is lost."""
    (inputs / "bad.txt").write_bytes(b"\xff\xfe\x00broken")
    (inputs / "empty.txt").write_text("", encoding="utf-8")
    built = build([str(inputs)], None)
    assert [a.id for a in built.graph.articles] == ["oslo", "peru"]
    assert [Path(s.where).name for s in built.skipped] == ["bad.txt", "empty.txt"]
    assert all(s.reason for s in built.skipped)


def test_progress_is_told(inputs: Path) -> None:
    """Who asks for progress hears of every article."""
    told: list[tuple[int, int]] = []
    options = Options(progress=lambda done, total: told.append((done, total)))
    build([str(inputs)], None, options=options)
    assert told[0] == (0, 2)
    assert told[-1] == (2, 2)


# ------------------------------------------------------------------------------- cache


def test_a_kept_reading_is_not_made_again(
    inputs: Path, tmp_path: Path, unread: list[str]
) -> None:
    """The second build reads nothing and writes the same bytes."""
    folder = tmp_path / "out"
    build([str(inputs)], folder)
    first = _written(folder)
    assert unread == ["oslo", "peru"]
    build([str(inputs)], folder)
    assert unread == ["oslo", "peru"]
    assert _written(folder) == first


def test_what_an_article_depends_on_is_in_the_key_of_its_reading(
    inputs: Path, tmp_path: Path, unread: list[str]
) -> None:
    """Another text, date or ontology makes a new reading; the others are kept."""
    folder = tmp_path / "out"
    build([str(inputs)], folder)
    unread.clear()
    (inputs / "peru.txt").write_text(PERU + " Chile laughed.", encoding="utf-8")
    build([str(inputs)], folder)
    assert unread == ["peru"]
    unread.clear()
    build([str(inputs)], folder, published="2022-06-15")
    assert unread == ["peru"]
    unread.clear()
    (tmp_path / "mine").mkdir()
    build([str(inputs)], folder, options=Options(ontology=tmp_path / "mine"))
    assert unread == []
    text = "@prefix kg: <https://w3id.org/newskg/ontology#> .\n"
    text += "@prefix lex: <https://w3id.org/newskg/ontology/lex/> .\n"
    text += (
        'lex:margrave a kg:Title ; kg:lemma "margrave" ; kg:overCountry kg:leads .\n'
    )
    (tmp_path / "mine" / "mine.ttl").write_text(text, encoding="utf-8")
    build([str(inputs)], folder, options=Options(ontology=tmp_path / "mine"))
    assert sorted(unread) == ["oslo", "peru"]


def test_a_damaged_reading_is_made_again(
    inputs: Path, tmp_path: Path, unread: list[str]
) -> None:
    """A reading that was cut short on disk is no reading."""
    folder = tmp_path / "out"
    build([str(inputs)], folder)
    first = _written(folder)
    unread.clear()
    kept = sorted((folder / "readings").glob("*.json"))[0]
    kept.write_bytes(kept.read_bytes()[:-20])
    build([str(inputs)], folder)
    assert len(unread) == 1
    assert _written(folder) == first


# -------------------------------------------------------------------------- add, remove


def test_adding_one_by_one_is_building_all(inputs: Path, tmp_path: Path) -> None:
    """A graph that grew has the bytes of one built at once."""
    build([str(inputs)], tmp_path / "whole")
    build([str(inputs / "peru.txt")], tmp_path / "grown")
    add(tmp_path / "grown", [str(inputs / "oslo.md")])
    assert _written(tmp_path / "grown") == _written(tmp_path / "whole")


def test_removing_is_never_having_had(inputs: Path, tmp_path: Path) -> None:
    """A retracted article leaves no byte."""
    build([str(inputs / "peru.txt")], tmp_path / "small")
    build([str(inputs)], tmp_path / "cut")
    remove(tmp_path / "cut", ["oslo"])
    assert _written(tmp_path / "cut") == _written(tmp_path / "small")


def test_adding_an_article_again_replaces_it(inputs: Path, tmp_path: Path) -> None:
    """The same id with another text is the new text."""
    build([str(inputs)], tmp_path / "out")
    (inputs / "peru.txt").write_text("Peru thanked Chile.", encoding="utf-8")
    built = add(tmp_path / "out", [str(inputs / "peru.txt")])
    texts = {a.id: a.text for a in built.graph.articles}
    assert texts == {"oslo": OSLO, "peru": "Peru thanked Chile."}


def test_removing_what_is_not_there_is_told(inputs: Path, tmp_path: Path) -> None:
    """The error names the ids, and nothing is changed."""
    build([str(inputs)], tmp_path / "out")
    before = _written(tmp_path / "out")
    with pytest.raises(NotFound, match="atlantis, mu"):
        remove(tmp_path / "out", ["mu", "peru", "atlantis"])
    assert _written(tmp_path / "out") == before


def test_everything_can_be_removed(inputs: Path, tmp_path: Path) -> None:
    """A graph of nothing is a graph."""
    build([str(inputs)], tmp_path / "out")
    built = remove(tmp_path / "out", ["oslo", "peru"])
    assert built.graph == KnowledgeGraph((), (), (), ())
    assert (tmp_path / "out" / "graph.nq").is_file()


# ----------------------------------------------------------------------------- the rest


def test_the_samples_can_be_read(schema: Schema) -> None:
    """The sample articles lie beside the code, and none is skipped."""
    found = read_articles([str(samples_folder())], cues=furniture_cues(schema))
    assert found.skipped == ()
    assert len(found.articles) >= 10
    assert all(a.published for a in found.articles)


def test_counts_add_up() -> None:
    """Each tally sums to its total and is sorted by name."""
    graph = diplomacy()
    told = counts(graph)
    assert told["articles"] == len(graph.articles)
    for name, total in (
        ("by_class", len(graph.entities)),
        ("by_relation", len(graph.relations)),
        ("by_category", len(graph.events)),
        ("by_status", len(graph.claims)),
    ):
        tally = told[name]
        assert isinstance(tally, dict)
        assert sum(tally.values()) == total
        assert list(tally) == sorted(tally)


def test_options_are_values() -> None:
    """Options can be changed by replacement only."""
    options = Options()
    assert replace(options, workers=2) != options
    with pytest.raises(AttributeError):
        options.workers = 3  # type: ignore[misc]

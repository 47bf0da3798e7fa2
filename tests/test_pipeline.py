"""The order of the stages, what is cached, and what a build leaves behind."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from graphs import diplomacy

from kg import pipeline
from kg.errors import (
    ForeignFolder,
    KgError,
    ModelError,
    NotFound,
    OntologyError,
    StoreError,
    UsageError,
)
from kg.model import Article, KnowledgeGraph
from kg.parse import DEFAULT_MODEL
from kg.pipeline import (
    Options,
    add,
    build,
    counts,
    furniture_cues,
    remove,
    samples_folder,
    usual_model,
)
from kg.read import read_articles
from kg.schema import Schema
from kg.verify import verify

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


def test_a_foreign_folder_is_refused_before_the_work(
    inputs: Path, tmp_path: Path, unread: list[str]
) -> None:
    """Nothing is read for a folder that may not be written to."""
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "letter.txt").write_text("Dear", encoding="utf-8")
    with pytest.raises(ForeignFolder):
        build([str(inputs)], tmp_path / "other", options=Options(model="nope"))
    assert unread == []


FAILURES: dict[str, tuple[str, dict[str, object], type[KgError]]] = {
    "a missing model": (".", {"options": Options(model="nope")}, ModelError),
    "a missing input": ("nowhere.txt", {}, UsageError),
    "an empty folder": ("empty", {}, UsageError),
    "a date that is none": (".", {"published": "Monday"}, UsageError),
    "a base that is none": (".", {"options": Options(base="no iri")}, UsageError),
}


@pytest.mark.parametrize("existing", [False, True])
@pytest.mark.parametrize("failure", FAILURES)
def test_a_failed_build_leaves_no_folder(
    inputs: Path, tmp_path: Path, failure: str, *, existing: bool
) -> None:
    """What fails before the work leaves a place as it was, empty or not there."""
    assert len(FAILURES) >= 5
    name, arguments, error = FAILURES[failure]
    (inputs / "empty").mkdir()
    out = tmp_path / "new" / "out"
    if existing:
        out.mkdir(parents=True)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(error):
        build([str(inputs / name)], out, **arguments)  # type: ignore[arg-type]
    assert sorted(tmp_path.rglob("*")) == before


def test_a_build_that_breaks_off_in_the_work_leaves_no_folder(
    inputs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also Ctrl-C while articles are read takes the new folder away."""

    def interrupted(*_: object) -> object:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "read_all", interrupted)
    with pytest.raises(KeyboardInterrupt):
        build([str(inputs)], tmp_path / "new" / "out")
    assert not (tmp_path / "new").exists()


def test_readings_outlive_a_build_that_fails_later(
    inputs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, unread: list[str]
) -> None:
    """What was written before a failure is kept, and not read again."""

    def failing(*_: object) -> object:
        message = "broken"
        raise KgError(message)

    folder = tmp_path / "out"
    with monkeypatch.context() as patched:
        patched.setattr(pipeline, "combine_curated", failing)
        with pytest.raises(KgError, match="broken"):
            build([str(inputs)], folder)
    assert unread == ["oslo", "peru"]
    build([str(inputs)], folder)
    assert unread == ["oslo", "peru"]


def test_a_full_disk_leaves_the_old_set_whole(
    inputs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, schema: Schema
) -> None:
    """The page is written with the other files: all are new, or all are old."""
    folder = tmp_path / "out"
    build([str(inputs / "peru.txt")], folder)
    before = _written(folder)
    build([str(inputs)], tmp_path / "both")
    real = Path.open

    def full(path: Path, mode: str = "r", **rest: object) -> object:
        if "graph.html" in path.name:
            raise OSError(28, "No space left on device")
        return real(path, mode, **rest)  # type: ignore[call-overload]

    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", full)
        with pytest.raises(StoreError, match=r"graph\.html"):
            build([str(inputs)], folder)
    assert _written(folder) == before
    assert verify(folder, schema) == ()
    assert build([str(inputs)], folder).skipped == ()
    assert _written(folder) == _written(tmp_path / "both")


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


def test_one_wrong_path_builds_nothing(inputs: Path, tmp_path: Path) -> None:
    """A mistyped path beside good ones is wrong usage, not a graph of the rest."""
    with pytest.raises(UsageError, match="nofile"):
        build([str(inputs / "nofile.txt"), str(inputs / "peru.txt")], tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_files_of_other_endings_are_in_the_report(inputs: Path, tmp_path: Path) -> None:
    """They are named in run.json, and are no skipped inputs."""
    (inputs / "img.png").write_bytes(b"\x89PNG\0")
    built = build([str(inputs)], tmp_path / "out")
    run = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))
    assert run["left_aside"] == [str(inputs / "img.png")]
    assert built.skipped == ()


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


def test_the_environment_names_the_model(
    inputs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """KG_MODEL is the model where none is named; an empty one counts as none."""
    monkeypatch.delenv("KG_MODEL", raising=False)
    assert usual_model() == DEFAULT_MODEL
    monkeypatch.setenv("KG_MODEL", "")
    assert Options().model == DEFAULT_MODEL
    monkeypatch.setenv("KG_MODEL", "nope_of_the_environment")
    assert Options().model == "nope_of_the_environment"
    with pytest.raises(ModelError, match="nope_of_the_environment"):
        build([str(inputs)], tmp_path / "out")
    assert Options(model=DEFAULT_MODEL).model == DEFAULT_MODEL


def test_options_are_values() -> None:
    """Options can be changed by replacement only."""
    options = Options()
    assert replace(options, workers=2) != options
    with pytest.raises(AttributeError):
        options.workers = 3  # type: ignore[misc]

"""The annotated samples: kg may not read them worse than it did."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.evaluate import MEASURES, Scores, evaluate
from kg.pipeline import build, samples_folder

pytestmark = pytest.mark.model

GOLD = Path(__file__).parent / "gold"
LIMITS = tomllib.loads((GOLD / "floors.toml").read_text(encoding="utf-8"))
ANNOTATED = 6


def _limits(kind: str) -> Iterator[tuple[str, str, float]]:
    for measure, figures in LIMITS[kind].items():
        for figure, limit in figures.items():
            yield measure, figure, limit


@pytest.fixture(scope="module")
def scores(tmp_path_factory: pytest.TempPathFactory) -> Scores:
    """The scores of the sample articles, read now."""
    folder = tmp_path_factory.mktemp("gold")
    build([str(samples_folder())], folder)
    return evaluate(folder, GOLD, folder / "articles.jsonl")


def test_the_floors_speak_of_measures_that_there_are() -> None:
    """Every limit names a measure; those that must always hold are among them."""
    ceilings = {(m, f): limit for m, f, limit in _limits("ceiling")}
    assert {m for kind in LIMITS for m in LIMITS[kind]} <= set(MEASURES)
    assert ceilings["receipts", "wrong"] == 0
    assert ceilings["receipts", "claims_without"] == 0
    assert ceilings["facts", "unbacked"] == 0
    assert len(list(GOLD.glob("*.json"))) >= ANNOTATED


def test_no_score_falls_below_its_floor(scores: Scores) -> None:
    """Each figure with a floor is at least that high."""
    fallen = {
        f"{measure}.{figure}": (scores.figures[measure][figure], floor)
        for measure, figure, floor in _limits("floor")
        if scores.figures[measure][figure] < floor
    }
    assert fallen == {}, "\n" + scores.table()


def test_no_score_rises_above_its_ceiling(scores: Scores) -> None:
    """Each figure with a ceiling is at most that high: no receipt is wrong."""
    risen = {
        f"{measure}.{figure}": (scores.figures[measure][figure], ceiling)
        for measure, figure, ceiling in _limits("ceiling")
        if scores.figures[measure][figure] > ceiling
    }
    assert risen == {}, "\n" + scores.table()


def test_the_samples_are_read_at_all(scores: Scores) -> None:
    """The figures are of a graph with names, relations and events in it."""
    assert scores.figures["receipts"]["spans"] > 500
    assert scores.figures["names_found"]["r"] > 0.5
    assert scores.figures["relations"]["predicted"] > 0
    assert scores.figures["events_full"]["predicted"] > 0

"""The frozen values: spans, stances and their status, claims, and names by content."""

import dataclasses
import inspect

import pytest

from kg import model
from kg.model import (
    Certainty,
    EventClaim,
    Kind,
    KnowledgeGraph,
    Polarity,
    RelationClaim,
    Span,
    Stance,
    Status,
    Tense,
    digest,
)

DATACLASSES = [
    cls
    for _, cls in inspect.getmembers(model, inspect.isclass)
    if dataclasses.is_dataclass(cls)
]

# Each stance and whether somebody is quoted for it, with what kg makes of it.
STATUSES = (
    ("positive certain past", False, Status.ASSERTED),
    ("positive certain present", False, Status.ASSERTED),
    ("positive certain past", True, Status.REPORTED),
    ("positive certain present", True, Status.REPORTED),
    ("positive certain future", False, Status.PLANNED),
    ("positive certain future", True, Status.PLANNED),
    ("positive probable past", False, Status.POSSIBLE),
    ("positive possible past", True, Status.POSSIBLE),
    ("positive probable future", False, Status.POSSIBLE),
    ("positive possible future", True, Status.POSSIBLE),
    ("negative certain past", False, Status.DENIED),
    ("negative certain future", False, Status.DENIED),
    ("negative possible past", True, Status.DENIED),
    ("negative probable present", False, Status.DENIED),
)


def stance(told: str) -> Stance:
    """A stance from its three words."""
    polarity, certainty, tense = told.split()
    return Stance(Polarity(polarity), Certainty(certainty), Tense(tense))


@pytest.mark.parametrize(("told", "reported", "expected"), STATUSES)
def test_the_status_is_the_first_that_fits(
    told: str, reported: bool, expected: Status
) -> None:
    """Denied before possible before planned before reported before asserted."""
    assert stance(told).status(reported=reported) is expected


def test_only_what_is_done_and_told_by_nobody_is_asserted() -> None:
    """Of all stances, two are asserted, and none that somebody is quoted for."""
    asserted = [
        (p, c, t, r)
        for p in Polarity
        for c in Certainty
        for t in Tense
        for r in (False, True)
        if Stance(p, c, t).status(reported=r) is Status.ASSERTED
    ]
    assert asserted == [
        (Polarity.POSITIVE, Certainty.CERTAIN, Tense.PAST, False),
        (Polarity.POSITIVE, Certainty.CERTAIN, Tense.PRESENT, False),
    ]
    assert len(STATUSES) >= 14


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 3), (4, 3), (-1, 2), (-3, -1)])
def test_a_span_holds_text(start: int, end: int) -> None:
    """An empty span, or one before the text, is refused."""
    with pytest.raises(ValueError, match="must hold text"):
        Span(start, end)


def test_spans_are_half_open() -> None:
    """Neighbours share nothing; a span contains itself; words are cut by code point."""
    left, right, both = Span(0, 3), Span(3, 5), Span(0, 5)
    assert not left.overlaps(right)
    assert both.overlaps(left)
    assert both.overlaps(right)
    assert left.overlaps(Span(2, 4))
    assert both.contains(left)
    assert both.contains(both)
    assert not left.contains(both)
    assert Span(1, 3).cut("\ubb38\uc7ac\uc778 😀") == "\uc7ac\uc778"
    assert sorted([both, right, left]) == [left, both, right]


def test_every_value_is_frozen() -> None:
    """No dataclass of the model can be changed, and all keep to their slots."""
    assert len(DATACLASSES) >= 19
    for cls in DATACLASSES:
        assert cls.__dataclass_params__.frozen, cls  # type: ignore[attr-defined]
        assert "__slots__" in vars(cls), cls


def test_every_value_says_what_it_is() -> None:
    """Each dataclass has a docstring of its own."""
    assert all(
        not str(cls.__doc__).startswith(f"{cls.__name__}(") for cls in DATACLASSES
    )


def _relation(told: str, **more: object) -> RelationClaim:
    given = {"speaker": None, **more}
    return RelationClaim(
        "r",
        "a",
        "leads",
        "ann",
        "oz",
        (Span(0, 3),),
        ("rule",),
        stance(told),
        **given,  # type: ignore[arg-type]
    )


def test_a_plain_fact_is_asserted_and_not_of_the_past() -> None:
    """Denied, possible, planned, reported and former relations have no plain triple."""
    assert _relation("positive certain present").plain
    assert not _relation("positive certain present", former=True).plain
    assert not _relation("positive certain present", speaker="bob").plain
    assert not _relation("positive certain future").plain
    assert not _relation("negative certain present").plain
    assert not _relation("positive possible present").plain


def test_claims_are_relations_then_events() -> None:
    """A graph's claims are all of both, relations first."""
    relation = _relation("positive certain present")
    event = EventClaim(
        "e",
        "a",
        "Consult",
        Span(0, 3),
        ("ann",),
        (),
        (Span(0, 9),),
        ("rule",),
        Stance(),
    )
    graph = KnowledgeGraph((), (), (relation,), (event,))
    assert graph.claims == (relation, event)
    assert event.status is Status.ASSERTED


def test_content_names_itself() -> None:
    """Equal parts have equal names of 16 digits; order and borders count."""
    assert digest("a1", 3, 7) == digest("a1", 3, 7)
    assert (
        len({digest("a", "b"), digest("b", "a"), digest("ab"), digest("a", "b", "")})
        == 4
    )
    assert len(digest()) == 16
    assert digest("문") == digest("문")


def test_kinds_of_mentions_are_those_of_the_contract() -> None:
    """A mention is a name, a nominal, a pronoun or a demonym."""
    assert [k.value for k in Kind] == ["name", "nominal", "pronoun", "demonym"]

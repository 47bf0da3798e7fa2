"""What becomes of a category: every decision rule shows a sentence and holds in it.

The cases are the ontology's own: the `kg:example` of a rule has an event of the
category that the rule makes, and its `kg:nonExample` has none of that rule.
"""

from collections.abc import Iterator

import pytest
from readings import Case, ReadTexts, cases, event_lines, the_schema

from kg.model import Polarity, Reading
from kg.schema import Individual, Schema

RULES = the_schema().of("CategoryRule")


def _shown() -> Iterator[object]:
    for rule in RULES:
        for name in ("example", "nonExample"):
            for text in rule.all(name):
                yield pytest.param(rule, name, text, id=f"{rule.id}-{name}")


@pytest.fixture(scope="module")
def told(read_texts: ReadTexts) -> dict[str, Reading]:
    """The readings of all sentences that show a rule."""
    names = ("example", "nonExample")
    return read_texts(sorted({t for r in RULES for n in names for t in r.all(n)}))


@pytest.mark.parametrize(("rule", "name", "text"), list(_shown()))
def test_a_rule_decides_its_example_and_not_its_non_example(
    told: dict[str, Reading], rule: Individual, name: str, text: str
) -> None:
    """The sentence that shows a rule has an event of the category that it makes."""
    made = [
        event
        for event in told[text].events
        if event.category == rule.one("to") and rule.one("mode") in (None, event.mode)
    ]
    assert bool(made) is (name == "example"), told[text].events
    if rule.one("asserted") and name == "example":
        assert {event.stance.polarity for event in made} == {Polarity.POSITIVE}


def test_every_rule_is_shown_and_leads_to_a_category(schema: Schema) -> None:
    """A rule names categories of ours, and shows where it holds and where not."""
    known = set(schema.categories)
    for rule in RULES:
        assert {*rule.all("from"), rule.need("to")} <= known, rule.id
        assert rule.all("example"), rule.id
        assert rule.all("nonExample"), rule.id
    assert len(RULES) == 34
    assert len(list(_shown())) == 69


DECIDED: tuple[Case, ...] = (
    # the verb that ends what its object tells acts; the others are touched
    ("Brazil lowered its tariffs on Turkish goods.", "Concede: Brazil > Turkey"),
    ("Denmark axed its aid to Mali.", "Sanction: Denmark > Mali"),
    ("Nicaragua shelved its talks with Honduras.", "Reject: Nicaragua > Honduras"),
    # a refusal is told as having happened
    ("Uruguay will not receive Nicolas Maduro.", "Reject: Nicolas Maduro > Uruguay"),
    ("Warsaw said it would not free Pavel Rubtsov.", "Reject: Warsaw > Pavel Rubtsov"),
    # what somebody must do is asked by who says so
    (
        "Jens Stoltenberg said that Serbia must withdraw its troops.",
        "Request: Jens Stoltenberg > Serbia",
    ),
    ("Serbia must withdraw its troops.", "Concede: Serbia"),
    # what one is willing to do is promised, not done
    ("Honduras is willing to withdraw its troops.", "Concede: Honduras"),
    # whoever does not lift sanctions keeps them: no event of their own is denied
    ("Niger did not lift the sanctions on Mali.", "Concede: Niger > Mali"),
    # a drill of one is a show of force, of several a joint work
    ("Taiwan held military exercises.", "Mobilize: Taiwan"),
    ("Poland and Lithuania held military exercises.", "Cooperate: Lithuania + Poland"),
    # who gives up a protest yields, whoever announces one threatens
    ("Peru's teachers called off a two-day strike.", "Concede: Peru"),
    ("Miners in Zambia will strike in May.", "Threaten: Zambia"),
)


@pytest.mark.parametrize(("text", "expected"), cases(DECIDED))
def test_a_decision_changes_who_does_what(
    read_texts: ReadTexts, text: str, expected: str
) -> None:
    """With the category its participants change: who ends something acts."""
    assert event_lines(read_texts([text])[text]) == expected


def test_the_decided_are_as_many_as_said() -> None:
    """No case of the table was lost."""
    assert len(DECIDED) == 13

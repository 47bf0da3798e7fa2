"""Salience: the reasons for the antecedents of a pronoun, and who is quoted."""

import pytest

from kg.coref import begin_linking
from kg.coref.pronouns import Pronouns, probabilities
from kg.lexicon import Lexicon
from kg.mentions import find_mentions
from kg.model import Article
from kg.offices import find_offices
from kg.parse import parse_articles
from kg.reader import Reader

# a text, who may be meant by its last pronoun, reasons for it; "-" before one not there
REASONS = (
    (
        "Anna Berg resigned. She wept.",
        "Anna Berg",
        "named; a Person; subject for subject; 1 sentences back; main subject 1 back; "
        "0 nearer; 0 nearer subjects; given name agrees; told of most",
    ),
    (
        "Anna Berg has blamed Angela Merkel. She wept.",
        "Angela Merkel",
        "object for subject; object 1 back; 0 nearer; -main subject 1 back",
    ),
    (
        "Mrs. Oduya met Maria Lopez. She wept.",
        "Oduya",
        "gender is told; 1 nearer; only one of the gender",
    ),
    (
        "Anna Berg said she had paid.",
        "Anna Berg",
        "0 sentences back; subject 1 clauses up; named subject 1 clauses up",
    ),
    (
        "During her visit, Anna Berg wept.",
        "Anna Berg",
        "ahead after prep; -0 nearer",
    ),
    (
        "Anna Berg and Tom Roe wept. She left.",
        "Anna Berg",
        "coordinated; subject 1 back",
    ),
    (
        'Anna Berg spoke to the judge. He said: "We will let her go."',
        "Anna Berg",
        "subject 1 back; -outside the quotation",
    ),
)
# a text, what may not be meant by its last pronoun
BARRED = (
    ('"He is wrong," Tom Roe said.', "Tom Roe"),
    ('Tom Roe said: "We told him to go."', "Tom Roe"),
    ('"I know Tom Roe," he said.', "Tom Roe"),
    ('"It rained," Tom Roe said. "He lied."', "Tom Roe"),
    ("Tom Roe met Max Berg. Tom Roe thanked him.", "Tom Roe"),
    ("Tom Roe wept. Max Berg praised Ben Ode for his car.", "Tom Roe"),
)


def _options(reader: Reader, lexicon: Lexicon, text: str) -> dict[str, tuple[str, ...]]:
    """The reasons for each cluster that the last pronoun may mean, by its name."""
    found = parse_articles([Article("a", text)], reader.nlp, reader.recogniser)
    parsed = next(iter(found))
    candidates = find_mentions(parsed, lexicon)
    offices = find_offices(parsed, lexicon)
    clusters = begin_linking(parsed, candidates, offices, lexicon)
    linker = Pronouns(parsed, candidates, clusters, offices, lexicon)
    options = linker.options(linker.pronouns[-1])
    assert options[0].reasons == ("nobody",)
    chances = probabilities(options, lexicon.weights)
    assert sum(chances) == pytest.approx(1.0)
    return {o.cluster.name: o.reasons for o in options if o.cluster is not None}


def test_the_tables_are_whole() -> None:
    """No case has been lost."""
    assert [len(REASONS), len(BARRED)] == [7, 6]


@pytest.mark.parametrize(("text", "name", "expected"), REASONS)
def test_each_option_has_its_reasons(
    reader: Reader, lexicon: Lexicon, text: str, name: str, expected: str
) -> None:
    """Recency, role, parallel role, agreement and the clauses above are reasons."""
    reasons = _options(reader, lexicon, text)[name]
    assert list(reasons) == sorted(set(reasons))
    for reason in expected.split("; "):
        assert (reason.removeprefix("-") in reasons) is not reason.startswith("-")


@pytest.mark.parametrize(("text", "name"), BARRED)
def test_some_are_no_option(
    reader: Reader, lexicon: Lexicon, text: str, name: str
) -> None:
    """Neither the speaker of a quotation, nor the subject for its object."""
    assert name not in _options(reader, lexicon, text)

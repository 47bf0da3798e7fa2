"""The formats of answers: the W3C's for programs, a table for people."""

import csv
import io
import json
from xml.etree import ElementTree

import pyoxigraph as ox
import pytest

from kg.errors import UsageError
from kg.query import FORMATS, Answer, ask, format_answer, load
from kg.rdf import Iris
from kg.schema import load_schema
from tests.graphs import diplomacy

SCHEMA = load_schema()
STORE = load(diplomacy(), SCHEMA)
LEADERS = "SELECT ?who ?what { ?who kg:leads ?what }"

MIXED = ask(
    STORE,
    "SELECT ?e ?label ?n ?none { ?e kg:leads e:south-korea ; rdfs:label ?label "
    'BIND("a\\"b,\\nc" AS ?n) }',
    SCHEMA,
)


def test_json_is_the_w3cs() -> None:
    """Bindings have type, language and datatype; what is unbound is left out."""
    data = json.loads(format_answer(MIXED, "json"))
    assert data["head"]["vars"] == ["e", "label", "n", "none"]
    (row,) = data["results"]["bindings"]
    assert row["e"] == {"type": "uri", "value": Iris().entity("moon-jae-in")}
    assert row["label"]["xml:lang"] == "en"
    assert row["n"] == {"type": "literal", "value": 'a"b,\nc'}
    assert "none" not in row
    assert json.loads(format_answer(Answer(boolean=False), "json"))["boolean"] is False


def test_csv_tsv_and_xml_are_the_w3cs() -> None:
    """Each is read back by a parser that is not ours."""
    rows = list(csv.reader(io.StringIO(format_answer(MIXED, "csv"), newline="")))
    assert rows[1] == [Iris().entity("moon-jae-in"), "Moon Jae-in", 'a"b,\nc', ""]
    tsv = format_answer(MIXED, "tsv").split("\n")
    assert tsv[0] == "?e\t?label\t?n\t?none"
    assert tsv[1].startswith(f'<{Iris().entity("moon-jae-in")}>\t"Moon Jae-in"@en\t')
    tree = ElementTree.fromstring(format_answer(MIXED, "xml"))  # noqa: S314 - our own
    space = "{http://www.w3.org/2005/sparql-results#}"
    assert [v.get("name") for v in tree.iter(f"{space}variable")] == [
        *("e", "label", "n", "none")
    ]


def test_a_table_is_aligned_for_people() -> None:
    """IRIs are short, line ends are spaces, wide letters count twice."""
    answer = ask(
        STORE,
        "SELECT ?e ?name { ?e skos:altLabel ?name } ORDER BY ?e ?name LIMIT 3",
        SCHEMA,
    )
    assert format_answer(answer, "table") == (
        "e              name\n"
        "-------------  -----------\n"
        "e:kim-jong-un  Kim Jong Un\n"
        "e:moon-jae-in  Moon\n"
        "e:moon-jae-in  문재인\n"
    )
    wide = Answer(
        ("x", "y"), ((ox.Literal("문재인"), ox.Literal("a\nb")), (None, None))
    )
    assert format_answer(wide, "table") == "x       y\n------  ---\n문재인  a b\n\n"
    assert format_answer(Answer(boolean=True), "table") == "yes\n"
    assert format_answer(Answer(("x",), ()), "table") == "x\n-\n"


def test_triples_are_turtle() -> None:
    """Only the prefixes that are used are declared."""
    answer = ask(STORE, "CONSTRUCT WHERE { ?s kg:siblingOf ?o }", SCHEMA)
    text = format_answer(answer, "turtle")
    assert "e:kim-jong-un kg:siblingOf e:kim-yo-jong ." in text
    assert "@prefix nif:" not in text
    assert format_answer(answer, "table") == text


@pytest.mark.parametrize(
    ("query", "form"),
    [
        (LEADERS, "turtle"),
        ("ASK {}", "turtle"),
        ("DESCRIBE e:kaesong", "csv"),
        ("DESCRIBE e:kaesong", "json"),
        (LEADERS, "yaml"),
    ],
)
def test_a_format_that_does_not_fit_is_told(query: str, form: str) -> None:
    """Rows are not triples, and triples are not rows."""
    with pytest.raises(UsageError, match="turtle"):
        format_answer(ask(STORE, query, SCHEMA), form)


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "turtle"])
def test_yes_and_no_have_every_format(form: str) -> None:
    """An ASK is answered in each format of results."""
    yes, no = (format_answer(Answer(boolean=b), form) for b in (True, False))
    assert yes != no
    assert yes.endswith("\n")

"""What a query answers, and the forms in which it is written.

The W3C's result formats (JSON, XML, CSV, TSV) for rows and for yes or no, Turtle for
triples, and a plain aligned table for people.
"""

import io
import json
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from kg.errors import UsageError
from kg.rdf import DEFAULT_BASE, Iris
from kg.rdf.terms import XSD, shorten

_GRAPHS: Final = {
    "jsonld": ox.RdfFormat.JSON_LD,
    "nquads": ox.RdfFormat.N_QUADS,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "trig": ox.RdfFormat.TRIG,
    "turtle": ox.RdfFormat.TURTLE,
}
Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Row = tuple[Term | None, ...]

_ENGINE: Final = {
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "xml": ox.QueryResultsFormat.XML,
}


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one query; which fields are set depends on its form.

    SELECT gives `variables` and `rows` (a term, or None where a variable is unbound),
    ASK gives `boolean`, CONSTRUCT and DESCRIBE give `triples`, sorted.
    """

    variables: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    boolean: bool | None = None
    triples: tuple[ox.Triple, ...] | None = None

    @property
    def values(self) -> tuple[tuple[str | None, ...], ...]:
        """The rows as bare text: IRIs and literals without their type."""
        return tuple(tuple(_bare(term) for term in row) for row in self.rows)


def format_answer(answer: Answer, form: str, *, base: str = DEFAULT_BASE) -> str:
    """Write an answer in one of `FORMATS`; ends with a line feed unless empty.

    Args:
        answer: what to write.
        form: "table" for people; "json", "csv", "tsv", "xml" as the W3C defines them
            for rows and booleans; "turtle" for triples.
        base: what the graph's IRIs begin with, which a table shortens.

    Raises:
        UsageError: if there is no such format, or the answer has not that form.
    """
    if form not in FORMATS:
        message = f"{form!r} is no format of answers; one of {', '.join(FORMATS)}"
        raise UsageError(message)
    if answer.triples is not None and form not in ("turtle", "table"):
        message = f"CONSTRUCT and DESCRIBE answer in triples, not as {form}; use turtle"
        raise UsageError(message)
    if answer.triples is None and form == "turtle":
        message = "turtle holds triples; ask with CONSTRUCT or DESCRIBE, or use table"
        raise UsageError(message)
    return _WRITERS[form](answer, Iris(base).prefixes)


def format_triples(answer: Answer, form: str, *, base: str = DEFAULT_BASE) -> str:
    """Write the triples of CONSTRUCT and DESCRIBE for another program.

    Args:
        answer: what to write.
        form: "turtle", "ntriples", "rdfxml", "jsonld"; "trig" and "nquads" put all into
            the default graph.
        base: what the graph's IRIs begin with.

    Raises:
        UsageError: if there is no such format.
    """
    if form not in _GRAPHS:
        message = f"{form!r} is no format of triples; one of {', '.join(_GRAPHS)}"
        raise UsageError(message)
    return _serialised(answer, _GRAPHS[form], Iris(base).prefixes)


def _table(answer: Answer, prefixes: Mapping[str, str]) -> str:
    if answer.triples is not None:
        return _turtle(answer, prefixes)
    if answer.boolean is not None:
        return "yes\n" if answer.boolean else "no\n"
    rows = [[_shown(term, prefixes) for term in row] for row in answer.rows]
    return _aligned([list(answer.variables), *rows])


def _turtle(answer: Answer, prefixes: Mapping[str, str]) -> str:
    return _serialised(answer, ox.RdfFormat.TURTLE, prefixes)


def _serialised(answer: Answer, form: ox.RdfFormat, prefixes: Mapping[str, str]) -> str:
    buffer = io.BytesIO()
    triples = answer.triples or ()
    used = {name: space for name, space in prefixes.items() if _uses(triples, space)}
    ox.serialize(triples, buffer, form, prefixes=used)
    return buffer.getvalue().decode("utf-8")


def _json(answer: Answer, _: Mapping[str, str]) -> str:
    if answer.boolean is not None:
        return _dump({"head": {}, "boolean": answer.boolean})
    bindings = [
        {
            name: _binding(term)
            for name, term in zip(answer.variables, row, strict=True)
            if term is not None
        }
        for row in answer.rows
    ]
    head = {"vars": list(answer.variables)}
    return _dump({"head": head, "results": {"bindings": bindings}})


def _engine(form: str) -> Callable[[Answer, Mapping[str, str]], str]:
    """The engine's own writers, fed with the W3C's JSON."""

    def write(answer: Answer, prefixes: Mapping[str, str]) -> str:
        results = ox.parse_query_results(
            _json(answer, prefixes), ox.QueryResultsFormat.JSON
        )
        buffer = io.BytesIO()
        results.serialize(buffer, _ENGINE[form])
        return buffer.getvalue().decode("utf-8").rstrip("\n") + "\n"

    return write


_WRITERS: Final[Mapping[str, Callable[[Answer, Mapping[str, str]], str]]] = {
    "table": _table,
    "json": _json,
    **{form: _engine(form) for form in _ENGINE},
    "turtle": _turtle,
}
FORMATS: Final = tuple(_WRITERS)


def _bare(term: Term | None) -> str | None:
    if term is None or isinstance(term, ox.Triple):
        return None if term is None else str(term)
    return str(term.value)


def _shown(term: Term | None, prefixes: Mapping[str, str]) -> str:
    """A term in a cell of a table: short, and on one line."""
    if isinstance(term, ox.NamedNode):
        return shorten(term.value, prefixes)
    return " ".join((_bare(term) or "").split())


def _aligned(rows: Sequence[Sequence[str]]) -> str:
    """Columns as wide as their widest cell, a rule below the first row."""
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    ruled = [rows[0], ["-" * width for width in widths], *rows[1:]]
    return "".join(_line(row, widths) for row in ruled)


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = (
        cell + " " * (width - _width(cell))
        for cell, width in zip(row, widths, strict=True)
    )
    return "  ".join(cells).rstrip() + "\n"


def _width(text: str) -> int:
    """How many columns of a terminal a text takes: a wide character (UAX 11) two."""
    return sum(
        0 if unicodedata.combining(c) else 1 + (unicodedata.east_asian_width(c) in "WF")
        for c in text
    )


def _uses(triples: Sequence[ox.Triple], space: str) -> bool:
    return any(space in str(triple) for triple in triples)


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _binding(term: Term) -> dict[str, object]:
    """One term in SPARQL 1.1 Query Results JSON (W3C 2013)."""
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, ox.Triple):
        parts = (term.subject, term.predicate, term.object)
        names = ("subject", "predicate", "object")
        value = {n: _binding(part) for n, part in zip(names, parts, strict=True)}
        return {"type": "triple", "value": value}
    if term.language:
        return {"type": "literal", "value": term.value, "xml:lang": term.language}
    binding: dict[str, object] = {"type": "literal", "value": term.value}
    if term.datatype.value != f"{XSD}string":
        binding["datatype"] = term.datatype.value
    return binding

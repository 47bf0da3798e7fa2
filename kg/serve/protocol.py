"""The SPARQL 1.1 protocol (W3C 2013): which query a request carries.

A query comes by GET in the address, by POST as a form, or by POST as itself. Updates
are refused, and so is a dataset of the client's choice: the graph is the dataset.
"""

from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qs

FORM: Final = "application/x-www-form-urlencoded"
QUERY: Final = "application/sparql-query"
UPDATE: Final = "application/sparql-update"

_DATASET = ("default-graph-uri", "named-graph-uri")
_USAGE = (
    "ask by GET /sparql?query=..., by POST as a form with query=..., or by POST as "
    f"{QUERY}; SELECT, ASK, CONSTRUCT or DESCRIBE"
)


@dataclass(frozen=True)
class Refused(Exception):
    """Why a request is not answered: an HTTP status, and words."""

    status: int
    reason: str


def query_of(address: str, media: str | None, body: bytes | None) -> str:
    """The query of a request.

    Args:
        address: what stands after the question mark.
        media: the content type of the body, as sent.
        body: the body of a POST, None for a GET.

    Raises:
        Refused: if there is no query, or not just one, or more than a query.
    """
    if body is None:
        return _asked(address)
    kind = (media or "").partition(";")[0].strip().lower()
    if kind == FORM:
        return _asked(_text(body))
    if kind == UPDATE:
        raise Refused(403, "the graph is read-only: updates are not done here")
    if kind != QUERY:
        raise Refused(415, f"a query is not sent as {kind or 'nothing'}; {_USAGE}")
    _check_dataset(parse_qs(address, keep_blank_values=True))
    return _text(body)


def _asked(fields: str) -> str:
    found = parse_qs(fields, keep_blank_values=True)
    if "update" in found:
        raise Refused(403, "the graph is read-only: updates are not done here")
    _check_dataset(found)
    queries = found.get("query", [])
    if len(queries) != 1 or not queries[0].strip():
        told = "no query came" if len(queries) < 2 else "more than one query came"
        raise Refused(400, f"{told}; {_USAGE}")
    return queries[0]


def _check_dataset(fields: dict[str, list[str]]) -> None:
    for name in _DATASET:
        if name in fields:
            reason = (
                f"{name} is not taken: the default graph is the union of all; "
                "name a graph in the query with GRAPH"
            )
            raise Refused(400, reason)


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refused(400, f"the query is not UTF-8: {error}") from error

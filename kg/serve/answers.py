"""A query to its answer in the form that is wanted, or to words why there is none."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from kg.errors import KgError
from kg.query import ask, format_answer, format_triples, load
from kg.schema import Schema, load_schema
from kg.serve.accept import ROWS, TRIPLES, choose
from kg.store import stored_base

if TYPE_CHECKING:
    from pyoxigraph import Store

Reply = tuple[int, str, bytes]
"""An HTTP status, a media type, a body."""

_PLAIN: Final = "text/plain; charset=utf-8"


@dataclass(frozen=True)
class Answers:
    """A graph in memory, ready to be asked; an answer has at most so many rows."""

    store: "Store"
    schema: Schema
    base: str
    rows: int

    @classmethod
    def of(cls, folder: Path, ontology: Path | None, rows: int) -> Self:
        """Load the graph of a folder.

        Raises:
            KgError: if it cannot be loaded.
        """
        schema = load_schema(ontology)
        return cls(load(folder, schema), schema, stored_base(folder), rows)

    def reply(self, query: str, accept: str | None) -> Reply:
        """Answer SPARQL, or the name of a question that needs no arguments."""
        try:
            answer = ask(
                self.store, query, self.schema, base=self.base, max_rows=self.rows
            )
        except KgError as error:
            return in_words(400, str(error))
        graph = answer.triples is not None
        offers = TRIPLES if graph else ROWS
        chosen = choose(accept, offers)
        if chosen is None:
            offered = ", ".join(media for media, _ in offers)
            return in_words(406, f"this answer can be had as {offered}")
        media, form = chosen
        write = format_triples if graph else format_answer
        body = write(answer, form, base=self.base).encode("utf-8")
        return 200, f"{media}; charset=utf-8", body


def in_words(status: int, reason: str) -> Reply:
    """A refusal that a person can read."""
    return status, _PLAIN, f"{reason}\n".encode()

"""In which form an answer is wanted: the Accept header (RFC 9110, section 12.5.1)."""

from collections.abc import Mapping, Sequence
from typing import Final

Offers = Sequence[tuple[str, str]]
"""Media types and the forms of `kg.query` that they are, the preferred one first."""

ROWS: Final[Offers] = (
    ("application/sparql-results+json", "json"),
    ("application/sparql-results+xml", "xml"),
    ("text/csv", "csv"),
    ("text/tab-separated-values", "tsv"),
    ("application/json", "json"),
    ("application/xml", "xml"),
    ("text/xml", "xml"),
)
TRIPLES: Final[Offers] = (
    ("text/turtle", "turtle"),
    ("application/n-triples", "ntriples"),
    ("application/rdf+xml", "rdfxml"),
    ("application/ld+json", "jsonld"),
    ("application/trig", "trig"),
    ("application/n-quads", "nquads"),
    ("text/plain", "ntriples"),
)


def choose(accept: str | None, offers: Offers) -> tuple[str, str] | None:
    """The offer that a client likes best; None if it takes none of them.

    Of offers that are liked as well, the first is taken; without a header any is.
    """
    if accept is None or not accept.strip():
        return offers[0]
    ranges = _ranges(accept)
    liked = [(_liking(media, ranges), -i) for i, (media, _) in enumerate(offers)]
    best, place = max(liked)
    return offers[-place] if best > 0 else None


def _ranges(accept: str) -> Mapping[str, float]:
    """Media ranges with their weights; one that cannot be read weighs nothing."""
    found: dict[str, float] = {}
    for part in accept.split(","):
        name, *parameters = (piece.strip().lower() for piece in part.split(";"))
        if name:
            found[name] = _weight(parameters)
    return found


def _weight(parameters: Sequence[str]) -> float:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                return float(value)
            except ValueError:
                return 0.0
    return 1.0


def _liking(media: str, ranges: Mapping[str, float]) -> float:
    """The weight of the range that fits closest."""
    kind = media.partition("/")[0]
    fitting = (ranges.get(name) for name in (media, f"{kind}/*", "*/*"))
    return next((weight for weight in fitting if weight is not None), 0.0)

"""Names and literals of the graph: namespaces, IRIs, and how text is escaped.

Decides how an id becomes an IRI (percent-encoded, under one base) and how a string is
written in N-Quads and Turtle. What is said about those IRIs is left to `write`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, unquote

import pyoxigraph as ox

from kg.errors import UsageError
from kg.model import Span
from kg.schema import KG

DEFAULT_BASE = "https://w3id.org/newskg/id/"

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"
DCT = "http://purl.org/dc/terms/"
GAF = "http://groundedannotationframework.org/gaf#"
NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
PROV = "http://www.w3.org/ns/prov#"
SCHEMA_ORG = "https://schema.org/"
SEM = "http://semanticweb.cs.vu.nl/2009/11/sem/"
SKOS = "http://www.w3.org/2004/02/skos/core#"

_NAMESPACES = {
    "dct": DCT,
    "gaf": GAF,
    "kg": KG,
    "nif": NIF,
    "owl": OWL,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": SCHEMA_ORG,
    "sem": SEM,
    "skos": SKOS,
    "xsd": XSD,
}
# The controls, the quote and the backslash must be escaped. The separators and the two
# noncharacters need not be, but many programs take the first three for the end of a
# line, and XML cannot hold the others.
_SHORT = {"\b": "b", "\t": "t", "\n": "n", "\f": "f", "\r": "r", '"': '"', "\\": "\\"}
_CODES = (*range(0x20), 0x7F, 0x85, 0x2028, 0x2029, 0xFFFE, 0xFFFF)
_ESCAPES = {
    **{code: f"\\u{code:04X}" for code in _CODES},
    **{ord(char): f"\\{letter}" for char, letter in _SHORT.items()},
}
_UNSAFE = re.compile("[" + re.escape("".join(map(chr, _ESCAPES))) + "]")
_BARRED = re.compile(r'[\x00-\x20<>"{}|^`\\\x7f]')
_LOCAL = re.compile(r"(?:[A-Za-z0-9_]|%[0-9A-F]{2})(?:[A-Za-z0-9_-]|%[0-9A-F]{2})*")
_SPAN = re.compile(r"(.+)#char=([0-9]{1,15}),([0-9]{1,15})", re.DOTALL)


@lru_cache(maxsize=1 << 16)
def quoted(name: str) -> str:
    """Percent-encode an id, so that any text is safe as one step of an IRI."""
    return quote(name, safe="")


def literal(text: str, *, language: str = "", datatype: str = "") -> str:
    r"""Write a literal for N-Quads or Turtle.

    >>> literal('say "no"\n', language="en")
    '"say \\"no\\"\\n"@en'
    """
    if _UNSAFE.search(text):
        text = text.translate(_ESCAPES)
    if language:
        return f'"{text}"@{language}'
    return f'"{text}"^^<{datatype}>' if datatype else f'"{text}"'


def decimal(value: float) -> str:
    """Write a number as xsd:decimal, rounded to two decimals (never "-0.00").

    >>> decimal(0.9251)
    '"0.93"^^<http://www.w3.org/2001/XMLSchema#decimal>'
    """
    return literal(f"{round(value, 2) + 0.0:.2f}", datatype=f"{XSD}decimal")


def integer(value: int) -> str:
    """Write a count of code points."""
    return literal(str(value), datatype=f"{XSD}integer")


def reference(address: str) -> str:
    """Write an address as an IRI where it is one, else as xsd:anyURI.

    >>> reference("https://example.org/a b"), reference("a.html")
    ('<https://example.org/a%20b>', '"a.html"^^<http://www.w3.org/2001/XMLSchema#anyURI>')
    """
    try:
        return str(ox.NamedNode(_BARRED.sub(lambda m: quote(m[0]), address)))
    except ValueError:
        return literal(address, datatype=f"{XSD}anyURI")


def local(iri: str) -> str:
    """The last part of an IRI, decoded: the id of a term of the ontology."""
    return unquote(re.split("[#/]", iri)[-1])


@dataclass(frozen=True, slots=True)
class Iris:
    """The IRIs of one graph, all under one base.

    Raises:
        UsageError: if the base is no IRI that others can be put under.
    """

    base: str = DEFAULT_BASE

    def __post_init__(self) -> None:
        """Refuse a base that nothing can be put under."""
        try:
            ox.NamedNode(self.base)
        except ValueError as error:
            message = f"--base {self.base!r}: {error}; give an absolute IRI"
            raise UsageError(message) from error
        if not self.base.endswith("/") or "#" in self.base:
            message = f"--base {self.base!r}: must end in '/' and have no '#'"
            raise UsageError(message)

    @property
    def entities(self) -> str:
        """The named graph of labels, types, aliases, identity."""
        return f"{self.base}graph/entities"

    @property
    def ontology(self) -> str:
        """The named graph of the ontology."""
        return f"{self.base}graph/ontology"

    @property
    def prefixes(self) -> Mapping[str, str]:
        """The prefixes of the contract, and short ones for what is under the base."""
        own = {n: f"{self.base}{n}/" for n in ("article", "claim", "e", "rule")}
        return dict(sorted((_NAMESPACES | own).items()))

    def article(self, name: str) -> str:
        """An article, and the named graph of what it says."""
        return f"{self.base}article/{quoted(name)}"

    def entity(self, name: str) -> str:
        """An entity."""
        return f"{self.base}e/{quoted(name)}"

    def claim(self, name: str) -> str:
        """A claim."""
        return f"{self.base}claim/{quoted(name)}"

    def rule(self, name: str) -> str:
        """What found a claim or made a judgement."""
        return f"{self.base}rule/{quoted(name)}"

    def attribution(self, claim: str, order: int) -> str:
        """One who says or passes on a claim: 1 is the nearest to what is said."""
        return f"{self.base}attribution/{quoted(claim)}-{order}"

    def judgement(self, name: str) -> str:
        """A judgement."""
        return f"{self.base}judgement/{quoted(name)}"

    def happening(self, name: str) -> str:
        """A happening."""
        return f"{self.base}happening/{quoted(name)}"

    def dispute(self, name: str) -> str:
        """A dispute."""
        return f"{self.base}dispute/{quoted(name)}"

    def span(self, article: str, span: Span) -> str:
        """A stretch of an article's text, by RFC 5147's scheme."""
        return f"{self.base}article/{quoted(article)}#char={span.start},{span.end}"

    def name(self, space: str, iri: str) -> str | None:
        """The id behind an IRI of a space ("article", "e"), or None if not there."""
        start = f"{self.base}{space}/"
        return unquote(iri[len(start) :]) if iri.startswith(start) else None

    def cut(self, iri: str) -> tuple[str, Span] | None:
        """Article and span behind a span's IRI, or None if it is no such IRI."""
        found = _SPAN.fullmatch(iri)
        article = self.name("article", found[1]) if found else None
        if found is None or article is None or int(found[2]) >= int(found[3]):
            return None
        return article, Span(int(found[2]), int(found[3]))


def shorten(iri: str, prefixes: Mapping[str, str]) -> str:
    """Write an IRI as Turtle does: with a prefix where one fits.

    >>> shorten("http://www.w3.org/2004/02/skos/core#altLabel", {"skos": SKOS})
    'skos:altLabel'
    """
    for prefix, space in prefixes.items():
        if iri.startswith(space) and _LOCAL.fullmatch(iri, len(space)):
            return f"{prefix}:{iri[len(space) :]}"
    return f"<{iri}>"

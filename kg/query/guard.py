"""What a query may not do: change the graph, reach the network, or break the engine.

The engine follows SERVICE to any address and its parser recurses, so that some
thousand nested braces end the process. Both are refused here, by the words of the query
and without a grammar: comments, strings and IRIs are told from the rest as the SPARQL
1.1 grammar tells them (W3C 2013, section 19), and where that needs a parser ("<" may
begin an IRI or be less-than) the reading is taken that hides least.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kg.errors import QueryError

MAX_LENGTH: Final = 65_536
MAX_DEPTH: Final = 128
# The engine breaks at chains of some 6000 operators, and no token is more than one.
MAX_TOKENS: Final = 5_000

_TOKEN = re.compile(
    r"""
      (?P<comment> \#[^\n]* )
    | (?P<long>    ''' (?: [^'\\] | \\. | '(?!'') )* '''
                |  \"\"\" (?: [^"\\] | \\. | "(?!"") )* \"\"\" )
    | (?P<string>  ' (?: [^'\\\n] | \\. )* '  |  " (?: [^"\\\n] | \\. )* " )
    | (?P<iri>     <[^<>"{}|^`\x00-\x20]*> )
    | (?P<inert>   [?$]\w+ | [\w-]*:[\w%-]* | @[A-Za-z]+(?:-[A-Za-z0-9]+)* )
    | (?P<word>    \w+ )
    | (?P<escape>  \\. )
    | (?P<open>    [({\[] )
    | (?P<close>   [)}\]] )
    | (?P<line>    \n )
    | (?P<space>   [^\S\n]+ )
    | (?P<other>   . )
    """,
    re.VERBOSE | re.DOTALL,
)
_UPDATES: Final = (
    *("add", "clear", "copy", "create", "delete"),
    *("drop", "insert", "load", "move", "with"),
)
_PROLOGUE: Final = ("base", "prefix")


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    line: int


def check(query: str) -> None:
    """Refuse a query that could do more than read this graph.

    Raises:
        QueryError: if it is an update, names a remote SERVICE, or is longer or deeper
            than the engine can take.
    """
    if len(query) > MAX_LENGTH:
        message = f"the query has {len(query)} characters, at most {MAX_LENGTH} may be"
        raise QueryError(message)
    tokens = list(_tokens(query))
    if len(tokens) > MAX_TOKENS:
        message = f"the query has {len(tokens)} words, at most {MAX_TOKENS} may be"
        raise QueryError(message)
    _check_depth(tokens)
    _check_iris(tokens)
    _check_service(tokens)
    _check_update(tokens)


def _tokens(query: str) -> Iterator[_Token]:
    """Everything but white space and comments."""
    line = 1
    for found in _TOKEN.finditer(query):
        kind = str(found.lastgroup)
        if kind not in ("comment", "space", "line"):
            yield _Token(kind, found[0], line)
        line += found[0].count("\n")


def _check_depth(tokens: list[_Token]) -> None:
    depth = 0
    for token in tokens:
        depth += (token.kind == "open") - (token.kind == "close")
        if depth > MAX_DEPTH:
            message = f"line {token.line}: nested deeper than {MAX_DEPTH}"
            raise QueryError(message)


def _check_iris(tokens: list[_Token]) -> None:
    """Refuse what could be read as an IRI or as less-than, a string and a comment.

    In `?a<?b#>''' ... '''` the engine may see a comment where we see an IRI, and then
    code where we see a string. Both readings agree again at the next line, unless a
    long string runs on.
    """
    hashed = 0
    for token in tokens:
        if token.kind == "iri" and "'" in token.text:
            message = f"line {token.line}: {token.text}: write %27 for the apostrophe"
            raise QueryError(message)
        if token.kind == "iri" and "#" in token.text:
            hashed = token.line
        if token.kind == "long" and token.line == hashed and "\n" in token.text:
            message = f"line {hashed}: begin the long string on a line of its own"
            raise QueryError(message)


def _check_service(tokens: list[_Token]) -> None:
    """`SERVICE <...>`, and also `1SERVICE<...>`: the engine needs no space between."""
    for token in tokens:
        name = token.text.partition(":")[0] if token.kind == "inert" else token.text
        if token.kind not in ("word", "inert") or name[:1] in ("?", "$", "@"):
            continue
        if "service" in name.casefold():
            message = (
                f"line {token.line}: SERVICE asks another server, and kg asks nobody; "
                "query the graph itself (a prefix of that name must be renamed)"
            )
            raise QueryError(message)


def _check_update(tokens: list[_Token]) -> None:
    words = [t for t in tokens if t.kind == "word"]
    first = next((t for t in words if t.text.lower() not in _PROLOGUE), None)
    if first is not None and first.text.lower() in _UPDATES:
        message = (
            f"line {first.line}: {first.text.upper()} would change the graph, and "
            "queries only read; use SELECT, ASK, CONSTRUCT or DESCRIBE"
        )
        raise QueryError(message)

"""SPARQL and named questions over a graph.

The default graph is the merge of all named graphs, the prefixes of the contract are
declared, and a query can do nothing but read: see `guard`.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final, TypeVar

import pyoxigraph as ox

from kg.errors import QueryError, StoreError, UsageError
from kg.happenings import narrow
from kg.model import Claim, KnowledgeGraph, Status
from kg.query.answer import Answer
from kg.query.find import find_entity
from kg.query.guard import check
from kg.query.questions import Question, find_question, is_name, questions
from kg.rdf import DEFAULT_BASE, Iris, to_nquads
from kg.schema import Schema
from kg.store import open_graph, stored_base, stored_quads

T = TypeVar("T")
Bound = Mapping[ox.Variable, ox.NamedNode | ox.Literal]
Source = KnowledgeGraph | Path | ox.Store

# Character classes in what the engine expected: rules of its grammar, not words.
_CLASSES: Final = re.compile(r",? ?(?<!\")\[.*", re.DOTALL)

_NOTHING: Final[Mapping[str, str]] = {}


def ask(
    source: Source,
    question: str,
    schema: Schema,
    *,
    arguments: Mapping[str, str] = _NOTHING,
    statuses: Collection[Status] | None = None,
    min_confidence: float | None = None,
    base: str | None = None,
    extra: Path | None = None,
    max_rows: int | None = None,
) -> Answer:
    """Answer a SPARQL query, or the question of a name.

    Args:
        source: a graph, the folder of one, or what `load` made of it.
        question: SPARQL 1.1 (SELECT, ASK, CONSTRUCT, DESCRIBE), or a question's name.
        schema: the ontology.
        arguments: what a named question asks for, by name; entities by any alias.
        statuses: only claims of these; None for all.
        min_confidence: only claims of at least this confidence; None for all.
        base: what the graph's IRIs begin with; by default that of the folder.
        extra: a folder of questions of one's own.
        max_rows: how many rows or triples the answer may have; None for any number.

    Raises:
        QueryError: if the query does not parse or may not be asked, no question has
            that name, its arguments do not fit (the message names line and column), or
            the answer is too long.
        NotFound: if no entity goes by the name that an argument gives.
        StoreError: if the folder holds no graph.
    """
    base = base or base_of(source)
    store = load(
        source, schema, statuses=statuses, min_confidence=min_confidence, base=base
    )
    if not is_name(question.strip()):
        if arguments:
            message = "only named questions take arguments; put values into the query"
            raise QueryError(message)
        return _run(store, question, {}, base, max_rows)
    named = find_question(question.strip(), questions(schema, extra))
    bound = _bound(store, named, arguments, base)
    return _run(store, named.sparql, bound, base, max_rows)


def load(
    source: Source,
    schema: Schema,
    *,
    statuses: Collection[Status] | None = None,
    min_confidence: float | None = None,
    base: str | None = None,
) -> ox.Store:
    """Put a graph into the engine, in memory, for many questions.

    Raises:
        StoreError: if the folder holds no graph.
        UsageError: if what is already loaded should be restricted.
    """
    limited = statuses is not None or min_confidence is not None
    if isinstance(source, ox.Store):
        if limited:
            message = "a loaded graph cannot be restricted; load it with the limits"
            raise UsageError(message)
        return source
    base = base or base_of(source)
    if isinstance(source, Path):
        if not limited:
            return _store(stored_quads(source))
        source = open_graph(source)
    graph = restrict(source, statuses=statuses, min_confidence=min_confidence)
    return _store(to_nquads(graph, schema, base=base))


def restrict(
    graph: KnowledgeGraph,
    *,
    statuses: Collection[Status] | None = None,
    min_confidence: float | None = None,
) -> KnowledgeGraph:
    """The same graph with only the claims that pass; entities and mentions stay.

    Happenings lose the reports that do not pass.

    Args:
        graph: what to restrict.
        statuses: claims of these pass; None for all.
        min_confidence: claims of at least this confidence pass; None for all.
    """

    def passes(claim: Claim) -> bool:
        return (statuses is None or claim.status in statuses) and (
            min_confidence is None or claim.confidence >= min_confidence
        )

    kept = replace(
        graph,
        relations=tuple(filter(passes, graph.relations)),
        events=tuple(filter(passes, graph.events)),
    )
    return narrow(kept)


def base_of(source: Source) -> str:
    """What the IRIs of a source begin with: a folder knows, else the default."""
    return stored_base(source) if isinstance(source, Path) else DEFAULT_BASE


def _store(nquads: str) -> ox.Store:
    store = ox.Store()
    try:
        store.bulk_load(nquads.encode("utf-8"), format=ox.RdfFormat.N_QUADS)
        # The engine's own union gives a fact of two articles twice, but the merge of
        # graphs (RDF 1.1 Semantics, section 4.1) holds it once.
        store.update("INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }")
    except SyntaxError as error:
        message = f"graph.nq: {error}; build the graph again"
        raise StoreError(message) from error
    return store


def _bound(
    store: ox.Store, question: Question, arguments: Mapping[str, str], base: str
) -> Bound:
    """The arguments of a question as terms of the graph."""
    wanted = {parameter.name for parameter in question.parameters}
    if wanted != set(arguments):
        needs = " ".join(f"{p.name}={p.kind.upper()}" for p in question.parameters)
        message = f"{question.name} asks for {needs or 'no arguments'}"
        raise QueryError(message)
    return {
        ox.Variable(parameter.name): (
            ox.NamedNode(find_entity(store, arguments[parameter.name], base=base))
            if parameter.kind == "entity"
            else ox.Literal(arguments[parameter.name])
        )
        for parameter in question.parameters
    }


def _run(
    store: ox.Store,
    text: str,
    bound: Bound,
    base: str,
    most: int | None,
) -> Answer:
    # one kind of line end, so that the guard and the engine see the same comments
    query = text.replace("\r\n", "\n").replace("\r", "\n")
    check(query)
    try:
        results = store.query(
            query,
            prefixes=dict(Iris(base).prefixes),
            substitutions=dict(bound),
        )
        return _answer(results, bound, most)
    except SyntaxError as error:
        raise QueryError(_explain(query, error)) from error
    except (ValueError, RuntimeError, OSError) as error:
        message = f"the query cannot be answered: {error}"
        raise QueryError(message) from error


def _answer(
    results: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples,
    bound: Collection[ox.Variable],
    most: int | None,
) -> Answer:
    """The results as values, without the columns of the arguments, all alike."""
    if isinstance(results, ox.QueryBoolean):
        return Answer(boolean=bool(results))
    if isinstance(results, ox.QueryTriples):
        return Answer(triples=tuple(sorted(set(_at_most(results, most)), key=str)))
    free = [v for v in results.variables if v not in bound]
    solutions = _at_most(results, most)
    rows = tuple(tuple(solution[v] for v in free) for solution in solutions)
    return Answer(tuple(v.value for v in free), rows)


def _at_most(found: Iterable[T], most: int | None) -> Iterator[T]:
    for number, one in enumerate(found):
        if number == most:
            message = f"the answer has more than {most} rows; add LIMIT {most} or less"
            raise QueryError(message)
        yield one


def _explain(query: str, error: SyntaxError) -> str:
    """The engine's message, and below it the line that it means."""
    place, _, reason = str(error).removeprefix("error at ").partition(": ")
    line, _, column = place.partition(":")
    if "Prefix not found" in reason:
        known = ", ".join(f"{prefix}:" for prefix in Iris().prefixes)
        reason = f"the prefix is not declared; without PREFIX there are {known}"
    elif reason.startswith("expected"):
        reason = _CLASSES.sub("", reason)
        reason = "cannot be read from here" if reason == "expected" else reason
    message = f"the query does not parse: line {line}, column {column}: {reason}"
    if not (line.isdigit() and column.isdigit()):
        return f"the query does not parse: {error}"
    shown = query.split("\n")[int(line) - 1]
    return f"{message}\n{shown}\n{' ' * (int(column) - 1)}^"

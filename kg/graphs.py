"""The graph as Python users meet it: build or load one, ask it, hand it on.

A thin face over the frozen `KnowledgeGraph`: it remembers the ontology and the base of
the IRIs, and imports what a question needs when it is asked. It decides nothing.
"""

import os
import webbrowser
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from kg.errors import NotFound, UsageError
from kg.model import (
    Article,
    Claim,
    Dispute,
    Entity,
    EventClaim,
    Happening,
    Judgement,
    KnowledgeGraph,
    Skipped,
    Status,
)
from kg.schema import Schema, load_schema

if TYPE_CHECKING:
    import networkx as nx
    import rdflib
    from pyoxigraph import Store
    from pyvis.network import Network

    from kg.graph import Facts
    from kg.query import Answer

Inputs = str | os.PathLike[str] | Sequence[str | os.PathLike[str]]


@dataclass(frozen=True, eq=False, repr=False)
class Graph:
    """A knowledge graph with its ontology.

    `knowledge` is the value itself, `skipped` what could not be read when it was built,
    `folder` where it is saved, if it is.
    """

    knowledge: KnowledgeGraph
    schema: Schema
    base: str
    folder: Path | None = None
    skipped: tuple[Skipped, ...] = ()

    def __repr__(self) -> str:
        """How much there is."""
        return (
            f"<kg.Graph: {len(self.articles)} articles, {len(self.entities)} entities, "
            f"{len(self.claims)} claims>"
        )

    def _repr_html_(self) -> str:
        """The viewer in a frame, as notebooks show it."""
        from kg.view.notebook import in_frame

        return in_frame(self.html())

    def _repr_mimebundle_(
        self, include: object = None, exclude: object = None
    ) -> dict[str, str]:
        """The viewer for notebooks, and words for those that show no HTML."""
        from kg.view.notebook import in_words

        del include, exclude  # Jupyter narrows the bundle down itself
        return {"text/html": self._repr_html_(), "text/plain": in_words(repr(self))}

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles as read, sorted by id."""
        return self.knowledge.articles

    @property
    def entities(self) -> tuple[Entity, ...]:
        """Who and what the articles speak of, sorted by id."""
        return self.knowledge.entities

    @property
    def claims(self) -> tuple[Claim, ...]:
        """What is said of them: relations, then events."""
        return self.knowledge.claims

    @property
    def happenings(self) -> tuple[Happening, ...]:
        """What happened, each with the event claims that report it, sorted by id."""
        return self.knowledge.happenings

    @property
    def disputes(self) -> tuple[Dispute, ...]:
        """Where two claims disagree: on a number, a date, an actor, or at all."""
        return self.knowledge.disputes

    def entity(self, name: str) -> Entity:
        """The entity that goes by a name: id, IRI, label, alias or words of a mention.

        Case, accents, hyphens and spaces do not matter.

        Raises:
            NotFound: if nothing has that name; the message has near ones.
            QueryError: if several entities have it, equally well.
        """
        from kg.query import find_entity
        from kg.rdf import Iris

        iri = find_entity(self._store, name, base=self.base)
        return self._entities[Iris(self.base).name("e", iri) or ""]

    @cached_property
    def _store(self) -> "Store":
        from kg.query import load as into_engine

        return into_engine(self.knowledge, self.schema, base=self.base)

    @cached_property
    def _entities(self) -> Mapping[str, Entity]:
        return {entity.id: entity for entity in self.entities}

    @cached_property
    def _articles(self) -> Mapping[str, Article]:
        return {article.id: article for article in self.articles}

    def claims_about(self, entity: Entity | str) -> tuple[Claim, ...]:
        """Claims in which an entity has a part, by its name or itself.

        Raises:
            NotFound, QueryError: as `entity`.
        """
        one = entity if isinstance(entity, Entity) else self.entity(entity)
        return tuple(claim for claim in self.claims if one.id in participants(claim))

    def judgements_about(self, entity: Entity | str) -> tuple[Judgement, ...]:
        """Why the mentions of an entity were taken for one thing, or kept apart.

        Raises:
            NotFound, QueryError: as `entity`.
        """
        one = entity if isinstance(entity, Entity) else self.entity(entity)
        places = {(m.article, m.mention.span) for m in one.mentions}
        return tuple(
            judgement
            for judgement in self.knowledge.judgements
            if any(
                (end.article, end.mention.span) in places
                for end in (judgement.left, judgement.right)
            )
        )

    def sentences(self, claim: Claim) -> tuple[str, ...]:
        """The sentences that a claim rests on, as they stand in the article."""
        text = self._articles[claim.article].text
        return tuple(span.cut(text) for span in claim.evidence)

    def query(self, question: str, **arguments: str) -> "Answer":
        """Answer a SPARQL query, or the question of a name with its arguments.

        Raises:
            QueryError: if the query is wrong, or no question has that name.
            NotFound: if an argument names no entity.
        """
        from kg.query import ask

        return ask(
            self._store, question, self.schema, arguments=arguments, base=self.base
        )

    def only(
        self,
        *,
        statuses: Collection[Status | str] | None = None,
        min_confidence: float | None = None,
    ) -> "Graph":
        """The same graph with only the claims of some statuses, or sure enough.

        Raises:
            UsageError: if there is no such status.
        """
        from kg.query import restrict

        wanted = None if statuses is None else [_status(s) for s in statuses]
        knowledge = restrict(
            self.knowledge, statuses=wanted, min_confidence=min_confidence
        )
        return replace(self, knowledge=knowledge, folder=None)

    def to_networkx(self) -> "nx.MultiDiGraph":
        """Entities as nodes, claims as edges: see `kg.graph.to_networkx`."""
        from kg.graph import to_networkx

        return to_networkx(self.knowledge, self.schema)

    def to_rdflib(self) -> "rdflib.Dataset":
        """Everything but the texts; the default graph is the union of all."""
        from kg.rdf import to_dataset

        return to_dataset(self.knowledge, self.schema, base=self.base)

    def to_tables(self) -> "dict[str, list[Facts]]":
        """Tidy tables of all that the graph holds: those of `kg.tables.COLUMNS`."""
        from kg.tables import to_tables

        return to_tables(self.knowledge, self.schema)

    def dyads(
        self,
        *,
        statuses: Collection[Status | str] | None = None,
        states: bool = False,
    ) -> "list[Facts]":
        """Who does how much to whom, by month: see `kg.tables.to_dyads`.

        Args:
            statuses: which events count; those asserted or reported if None.
            states: count for states instead of for each actor.

        Raises:
            UsageError: if there is no such status.
        """
        from kg.grasp import SETTLED
        from kg.tables import to_dyads

        wanted = SETTLED if statuses is None else [_status(s) for s in statuses]
        return to_dyads(self.knowledge, self.schema, statuses=wanted, states=states)

    def to_pyvis(self) -> "Network":
        """A plain pyvis network to style by hand."""
        from kg.view import to_pyvis

        return to_pyvis(self.knowledge, self.schema)

    def html(self) -> str:
        """The viewer: one HTML page that needs nothing else."""
        from kg.view import render

        return render(self.knowledge, self.schema)

    def view(self) -> Path:
        """Open the viewer in a browser, and say where the page lies."""
        page = self.folder / "graph.html" if self.folder else None
        if page is None or not page.is_file():
            page = Path(mkdtemp(prefix="kg-")) / "graph.html"
            page.write_text(self.html(), encoding="utf-8", newline="\n")
        webbrowser.open(page.resolve().as_uri())
        return page


def participants(claim: Claim) -> tuple[str, ...]:
    """Ids of all who have a part in a claim, its speaker and place included."""
    if isinstance(claim, EventClaim):
        sides = (*claim.actors, *claim.recipients, claim.place, claim.speaker)
    else:
        sides = (claim.subject, claim.object, claim.speaker)
    sides = (*sides, *claim.relayed_by)
    return tuple(dict.fromkeys(side for side in sides if side is not None))


def build(
    inputs: Inputs,
    folder: str | os.PathLike[str] | None = None,
    *,
    published: str | None = None,
    workers: int = 1,
    model: str | None = None,
    base: str | None = None,
    ontology: str | os.PathLike[str] | None = None,
    curation: str | os.PathLike[str] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Graph:
    """Build a graph of articles.

    Args:
        inputs: files, folders (read recursively) or globs; one or several.
        folder: where to save it; None keeps it in memory only.
        published: the ISO date of articles that give none themselves.
        workers: how many processes read; the result is the same.
        model: an installed English spaCy pipeline; None for that of the environment
            variable KG_MODEL, else kg's own.
        base: what all IRIs begin with; None for the default.
        ontology: a folder of terms of your own, added to the built-in ones.
        curation: a file of decisions of who is who; None for the folder's own.
        progress: is told how many articles are done, of how many.

    Raises:
        UsageError: if an input does not exist or the folder is not kg's; nothing is
            built then.
        CurationError: if the file of decisions cannot be understood.
        KgError: if model or ontology cannot be used, or the folder not be written.
    """
    from kg import pipeline

    extra = None if ontology is None else Path(ontology)
    usual = pipeline.Options()
    options = pipeline.Options(
        model=model or usual.model,
        base=base or usual.base,
        ontology=extra,
        curation=None if curation is None else Path(curation),
        workers=workers,
        progress=progress,
    )
    place = None if folder is None else Path(folder)
    built = pipeline.build(_listed(inputs), place, published=published, options=options)
    return Graph(built.graph, load_schema(extra), options.base, place, built.skipped)


def load(
    folder: str | os.PathLike[str],
    *,
    ontology: str | os.PathLike[str] | None = None,
) -> Graph:
    """Open a graph that was saved.

    Args:
        folder: what `build` or `kg build -o` wrote.
        ontology: the folder of terms of your own that it was built with.

    Raises:
        NotFound: if there is no such folder.
        StoreError: if it holds no graph, or a broken one.
    """
    from kg.store import open_graph, stored_base

    place = Path(folder)
    if not place.is_dir():
        message = f"{place}: no such folder; give the folder of a graph"
        raise NotFound(message)
    schema = load_schema(None if ontology is None else Path(ontology))
    return Graph(open_graph(place), schema, stored_base(place), place)


def demo() -> Graph:
    """The graph of the sample articles that come with kg, in memory."""
    from kg.pipeline import samples_folder

    return build(samples_folder())


def _listed(inputs: Inputs) -> list[str]:
    if isinstance(inputs, str | os.PathLike):
        return [os.fspath(inputs)]
    return [os.fspath(item) for item in inputs]


def _status(name: Status | str) -> Status:
    try:
        return Status(name)
    except ValueError as error:
        message = f"{name!r} is no status; one of {', '.join(Status)}"
        raise UsageError(message) from error

"""What a graph says, as the scores need it: read from N-Quads, whoever wrote them.

Only the vocabulary of the contract is relied on. All named graphs are taken together,
and classes and relations count as what they are under, by the graph's own ontology.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote

import pyoxigraph as ox

from kg.errors import KgError, NotFound
from kg.evaluate.scale import Scale
from kg.schema import KG

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
DENOTED = "http://groundedannotationframework.org/gaf#denotedBy"
_IDENTIFIER = "http://purl.org/dc/terms/identifier"
_ARTICLE = "https://schema.org/NewsArticle"

ROLES = {
    "actor": f"{KG}actor",
    "recipient": f"{KG}recipient",
    "polarity": f"{KG}polarity",
    "certainty": f"{KG}certainty",
    "tense": f"{KG}tense",
    "begin": f"{KG}beginDate",
    "subject": f"{_RDF}subject",
    "predicate": f"{_RDF}predicate",
    "object": f"{_RDF}object",
    "asserter": "http://www.w3.org/ns/prov#wasAttributedTo",
    "evidence": f"{KG}evidence",
}
_NO_ENTITY = frozenset({"Claim", "Judgement", "Action"})


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of one article, half-open; also one that no `Span` would allow."""

    article: str
    start: int
    end: int

    def overlap(self, other: "Place") -> int:
        """How many code points two places of one article share; 0 when apart."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def matches(self, other: "Place") -> bool:
        """Whether they share at least half of the longer one."""
        longer = max(self.end - self.start, other.end - other.start)
        return self.overlap(other) > 0 and self.overlap(other) >= 0.5 * longer


@dataclass(frozen=True, slots=True)
class Told:
    """An event claim: the node, its categories, and where it is told."""

    node: str
    kinds: tuple[str, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True)
class System:
    """A graph's statements by predicate, without the names of its named graphs."""

    statements: Mapping[str, frozenset[tuple[str, str]]]
    scale: Scale

    def values(self, node: str, role: str) -> frozenset[str]:
        """The values of one of `ROLES`, IRIs and literals as text."""
        return self._about[role].get(node, frozenset())

    def locals(self, node: str, role: str) -> frozenset[str]:
        """The local names of a role's values, in lower case."""
        return frozenset(local(v).lower() for v in self.values(node, role))

    @cached_property
    def _about(self) -> dict[str, dict[str, frozenset[str]]]:
        return {role: _grouped(self.pairs(iri)) for role, iri in ROLES.items()}

    def pairs(self, predicate: str) -> frozenset[tuple[str, str]]:
        """Subjects and objects of a predicate."""
        return self.statements.get(predicate, frozenset())

    @cached_property
    def articles(self) -> Mapping[str, str]:
        """The id of each article, by IRI: of several, the one that ends the IRI."""
        news = {s for s, o in self.pairs(f"{_RDF}type") if o == _ARTICLE}
        ids: dict[str, str] = {}
        for iri, name in sorted(self.pairs(_IDENTIFIER)):
            if iri in news and (iri not in ids or unquote(iri).endswith(f"/{name}")):
                ids[iri] = name
        return ids

    @cached_property
    def spans(self) -> Mapping[str, tuple[Place, str | None]]:
        """Every span that is written: where it lies and what words it claims."""
        begins = _grouped(self.pairs(f"{_NIF}beginIndex"))
        ends = _grouped(self.pairs(f"{_NIF}endIndex"))
        words = _grouped(self.pairs(f"{_NIF}anchorOf"))
        found: dict[str, tuple[Place, str | None]] = {}
        for node, home in sorted(self.pairs(f"{_NIF}referenceContext")):
            if home in self.articles and node in begins and node in ends:
                ends_at = int(min(ends[node]))
                place = Place(self.articles[home], int(min(begins[node])), ends_at)
                found[node] = place, min(words.get(node, {None}), key=str)
        return found

    @cached_property
    def denoted(self) -> Mapping[str, tuple[Place, ...]]:
        """Where each entity is mentioned and each event told, sorted."""
        places: defaultdict[str, set[Place]] = defaultdict(set)
        for node, span in self.pairs(DENOTED):
            if span in self.spans:
                places[node].add(self.spans[span][0])
        return {node: tuple(sorted(found)) for node, found in places.items()}

    @cached_property
    def kinds(self) -> Mapping[tuple[str, Place], str]:
        """How an entity is worded where it is mentioned: name, nominal, ..."""
        worded = {span: local(kind) for span, kind in self.pairs(f"{KG}mentionKind")}
        return {
            (node, self.spans[span][0]): worded[span]
            for node, span in sorted(self.pairs(DENOTED))
            if span in self.spans and span in worded
        }

    def worded(self, node: str, *kinds: str) -> tuple[Place, ...]:
        """Where an entity is mentioned by words of one of the kinds, sorted."""
        places = self.denoted.get(node, ())
        return tuple(p for p in places if self.kinds.get((node, p)) in kinds)

    @cached_property
    def classes(self) -> Mapping[str, frozenset[str]]:
        """Local names of all classes of our own that a node is in or under."""
        above = _grouped(self.pairs(f"{_RDFS}subClassOf"))
        closure: dict[str, frozenset[str]] = {}
        found: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
        for node, cls in self.pairs(f"{_RDF}type"):
            if cls not in closure:
                closure[cls] = _ancestors(cls, above)
            found[node] |= {local(c) for c in closure[cls] if c.startswith(KG)}
        return found

    def coarse(self, node: str) -> str | None:
        """The class of the guide that a node counts as; None if it has no class."""
        classes = self.classes.get(node)
        return None if classes is None else self.scale.coarse(classes)

    @cached_property
    def nodes(self) -> tuple[str, ...]:
        """Everything that is mentioned, told or claimed, in a fixed order."""
        claimed = {s for iri in ROLES.values() for s, _ in self.pairs(iri)}
        # the order of the N-Quads form, in which <a-b> comes before <a>
        return tuple(sorted(claimed | set(self.denoted), key=lambda n: f"<{n}>"))

    @cached_property
    def events(self) -> tuple[Told, ...]:
        """Event claims, by IRI."""
        return tuple(
            Told(node, self._kinds(node), self.denoted.get(node, ()))
            for node in self.nodes
            if self._is_event(node)
        )

    @cached_property
    def actions(self) -> tuple[Told, ...]:
        """Acts that no category fits, by IRI."""
        return tuple(
            Told(node, (), self.denoted.get(node, ()))
            for node in self.nodes
            if "Action" in self.classes.get(node, frozenset())
            and not self._is_event(node)
        )

    @cached_property
    def relations(self) -> tuple[str, ...]:
        """Relation claims, by IRI."""
        return tuple(
            node
            for node in self.nodes
            if self.values(node, "predicate") and not self._is_event(node)
        )

    @cached_property
    def entities(self) -> Mapping[str, tuple[Place, ...]]:
        """Mentions of everything that is neither a claim nor a judgement."""
        return {
            node: self.denoted[node]
            for node in self.nodes
            if node in self.denoted
            and not self._is_event(node)
            and not self.values(node, "predicate")
            and not self.classes.get(node, frozenset()) & _NO_ENTITY
        }

    @cached_property
    def happened(self) -> Mapping[str, Sequence[tuple[Place, str]]]:
        """By article, every trigger with the node of its event or act."""
        found: defaultdict[str, list[tuple[Place, str]]] = defaultdict(list)
        for event in (*self.events, *self.actions):
            for place in event.places:
                found[place.article].append((place, event.node))
        return found

    @cached_property
    def written(self) -> Mapping[str, tuple[tuple[Place, str], ...]]:
        """By article, every mention of the graph with its entity, sorted."""
        found: defaultdict[str, list[tuple[Place, str]]] = defaultdict(list)
        for entity, places in self.entities.items():
            for place in places:
                found[place.article].append((place, entity))
        return {article: tuple(sorted(rows)) for article, rows in found.items()}

    def _is_event(self, node: str) -> bool:
        event = "Event" in self.classes.get(node, frozenset())
        return event or bool(self._kinds(node))

    def _kinds(self, node: str) -> tuple[str, ...]:
        categories = self.scale.categories
        names = (c.lower() for c in self.classes.get(node, frozenset()))
        return tuple(sorted({categories[n] for n in names if n in categories}))

    def predicates(self, claim: str) -> Iterator[str]:
        """Local names of a claim's relations, each as the one it counts as."""
        for predicate in self.values(claim, "predicate"):
            yield self.counted_as(predicate)

    def counted_as(self, predicate: str) -> str:
        """Local name of the relation of the guide that one is or is under, else its."""
        level, seen = {predicate}, set[str]()
        while level:
            ours = (p for p in level if p.startswith(KG))
            if found := sorted(p for p in ours if local(p) in self.scale.relations):
                return local(found[0])
            seen |= level
            level = {q for p in level for q in self._above.get(p, ())} - seen
        return local(predicate)

    def told_in(self, claim: str) -> frozenset[str]:
        """The articles in which a claim has a trigger or a sentence."""
        evidence = self.values(claim, "evidence")
        told = {self.spans[span][0].article for span in evidence if span in self.spans}
        return frozenset(
            told | {place.article for place in self.denoted.get(claim, ())}
        )

    def wider(self, predicate: str) -> frozenset[str]:
        """Local names of a relation and of all that it is under."""
        return frozenset(local(name) for name in _ancestors(predicate, self._above))

    @cached_property
    def _above(self) -> Mapping[str, frozenset[str]]:
        return _grouped(self.pairs(f"{_RDFS}subPropertyOf"))


def read_system(path: Path, scale: Scale) -> System:
    """Read a graph from N-Quads.

    Raises:
        NotFound: if there is no such file.
        KgError: if it is no N-Quads.
    """
    statements: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    try:
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.N_QUADS):
            pair = str(quad.subject.value), str(quad.object.value)
            statements[quad.predicate.value].add(pair)
    except FileNotFoundError as error:
        message = f"{path}: no such graph; build one with kg build"
        raise NotFound(message) from error
    except (OSError, SyntaxError) as error:
        message = f"{path}: {error}; build the graph again"
        raise KgError(message) from error
    return System({p: frozenset(pairs) for p, pairs in statements.items()}, scale)


def local(iri: str) -> str:
    """The last part of an IRI."""
    return iri.replace("#", "/").rsplit("/", 1)[-1]


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for subject, value in pairs:
        groups[subject].add(value)
    return {subject: frozenset(values) for subject, values in groups.items()}


def _ancestors(cls: str, above: Mapping[str, frozenset[str]]) -> frozenset[str]:
    seen, todo = set[str](), [cls]
    while todo:
        if (name := todo.pop()) not in seen:
            seen.add(name)
            todo += above.get(name, ())
    return frozenset(seen)

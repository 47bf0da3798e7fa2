"""The ontology as frozen Python values: the only reader of `ontology/*.ttl`.

Decides nothing about text. It reads every Turtle file of the built-in ontology (and of
a folder that the user adds), refuses what is malformed (a blank node, an unknown class,
a pattern without example and non-example), and hands out terms by kind.

A term is an `Individual`: an id, and its properties by local name. The stages ask for
the kinds they understand (`schema.of("Trigger")`); a new title, alias or trigger is a
few lines of Turtle and no Python.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType

import pyoxigraph as ox

from kg.errors import OntologyError

KG = "https://w3id.org/newskg/ontology#"
_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_CLASS = "http://www.w3.org/2002/07/owl#Class"
_PROPERTY = "http://www.w3.org/2002/07/owl#ObjectProperty"
_SYMMETRIC = "http://www.w3.org/2002/07/owl#SymmetricProperty"
_MUST_HAVE = {
    "ActNoun": ("lemma", "frame", "verb"),
    "ClassNoun": ("lemma", "denotes"),
    "ContentMode": ("category", "mode", "example"),
    "ContextCue": ("lemma", "context", "example", "nonExample"),
    "EventContext": ("context", "example", "nonExample"),
    "Frame": ("evokes",),
    "GazetteerEntry": ("class", "label"),
    "Idiom": ("lemma", "example", "nonExample"),
    "ModeScore": ("category", "mode", "score"),
    "NameContext": ("lemma", "context", "example", "nonExample"),
    "OfficeHolding": ("holder", "office", "of"),
    "PastimeCue": ("lemma", "context", "example", "nonExample"),
    "PastimeName": ("lemma", "context", "example", "nonExample"),
    "RelationPattern": ("example", "nonExample"),
    "SectorEntry": ("entry",),
    "SectorNoun": ("lemma", "sector", "example", "nonExample"),
    "SectorTitle": ("lemma", "sector"),
    "Trigger": ("lemma", "pos", "frame", "example", "nonExample"),
}
_ROLES = {
    "Frame": ("actor", "hearer", "recipient", "seat"),
    "RelationPattern": ("subject", "object"),
    "Trigger": ("actor", "recipient"),
}
_DECLARED = ("Class", "Property")
_VOCABULARY = ("kg.ttl", "events.ttl")

Properties = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Individual:
    """One term of the ontology.

    `id` is the last part of its IRI, `kind` the local name of its class, `properties`
    map a property's local name to its sorted values (IRIs by their last part,
    literals by their text). `file` is where it was read.
    """

    id: str
    iri: str
    kind: str
    properties: Properties
    file: str

    def all(self, name: str) -> tuple[str, ...]:
        """Every value of a property, sorted; empty when it has none."""
        return self.properties.get(name, ())

    def one(self, name: str) -> str | None:
        """The value of a property, or None; the first by spelling when several."""
        values = self.all(name)
        return values[0] if values else None

    def need(self, name: str) -> str:
        """The value of a property that the term may not lack.

        Raises:
            OntologyError: if it lacks it.
        """
        value = self.one(name)
        if value is None:
            message = f"{self.file}: {self.id} needs kg:{name}; add it"
            raise OntologyError(message)
        return value

    def prefixed(self, prefix: str) -> dict[str, tuple[str, ...]]:
        """Properties of one namespace ("slot:", "need:"), by their bare name."""
        return {
            name.removeprefix(prefix): values
            for name, values in self.properties.items()
            if name.startswith(prefix)
        }


@dataclass(frozen=True)
class Schema:
    """All of the ontology, frozen.

    `individuals` are sorted by (kind, id); `vocabulary` holds the triples of classes
    and relations (not of lexicon, patterns and gazetteer) for the graph's own
    ontology graph, as sorted N-Triples lines; `digest` names the whole content, and
    `extra` is the folder that a user added.
    """

    individuals: tuple[Individual, ...]
    vocabulary: tuple[str, ...]
    folder: Path
    digest: str
    extra: Path | None = None

    @cached_property
    def _by_kind(self) -> Mapping[str, tuple[Individual, ...]]:
        kinds: dict[str, list[Individual]] = {}
        for individual in self.individuals:
            kinds.setdefault(individual.kind, []).append(individual)
        return MappingProxyType({k: tuple(v) for k, v in kinds.items()})

    def of(self, kind: str) -> tuple[Individual, ...]:
        """The terms of one kind ("Title", "Trigger", "Class"), sorted by id."""
        return self._by_kind.get(kind, ())

    @cached_property
    def classes(self) -> Mapping[str, Individual]:
        """Classes of our own by local name."""
        return MappingProxyType({c.id: c for c in self.of("Class")})

    @cached_property
    def relations(self) -> Mapping[str, Individual]:
        """Relations between entities (what has a domain), by local name."""
        found = {p.id: p for p in self.of("Property") if p.all("domain")}
        return MappingProxyType(found)

    @cached_property
    def inverses(self) -> Mapping[str, str]:
        """Relations told from the other end ("establishedBy") to the one written."""
        found = {
            p.id: p.need("inverseOf")
            for p in self.of("Property")
            if p.all("inverseOf") and not p.all("domain")
        }
        return MappingProxyType(found)

    @cached_property
    def categories(self) -> Mapping[str, Individual]:
        """Event classes by local name."""
        found = {i: c for i, c in self.classes.items() if self.is_a(i, "Event")}
        found.pop("Event", None)
        return MappingProxyType(found)

    def is_a(self, cls: str, ancestor: str) -> bool:
        """Whether a class is, or is under, another. Unknown classes are under none."""
        todo, seen = [cls], set[str]()
        while todo:
            if (name := todo.pop()) == ancestor:
                return True
            if name not in seen and name in self.classes:
                todo += self.classes[name].all("subClassOf")
            seen.add(name)
        return False

    def allows(self, relation: str, subject: str, target: str) -> bool:
        """Whether domain and range of a relation admit two classes."""
        term = self.relations[relation]
        return any(self.is_a(subject, d) for d in term.all("domain")) and any(
            self.is_a(target, r) for r in term.all("range")
        )

    def ancestors(self, relation: str) -> tuple[str, ...]:
        """The relations that one is under, nearest first; none for most."""
        found: list[str] = []
        todo = [relation]
        while todo:
            term = self.relations.get(todo.pop(0))
            above = term.all("subPropertyOf") if term is not None else ()
            new = [a for a in above if a not in found]
            found += new
            todo += new
        return tuple(found)

    def symmetric(self, relation: str) -> bool:
        """Whether the relation reads the same from both ends."""
        return bool(self.relations[relation].all("symmetric"))

    def label(self, term: str) -> str:
        """The English label of a class or relation, else the term itself."""
        found = self.classes.get(term) or self.relations.get(term)
        return (found.one("label") if found else None) or term


def builtin_folder() -> Path:
    """The folder of the built-in ontology: inside the wheel, else in the checkout.

    Raises:
        OntologyError: if the installation has lost it.
    """
    here = Path(__file__).resolve().parent
    for folder in (here / "_ontology", here.parent / "ontology"):
        if (folder / "kg.ttl").is_file():
            return folder
    message = f"{here}: the built-in ontology is missing; reinstall the package"
    raise OntologyError(message)


def load_schema(extra: Path | None = None, folder: Path | None = None) -> Schema:
    """Read the built-in ontology, and a folder that adds to it.

    Args:
        extra: a folder of Turtle files with terms of one's own.
        folder: read this ontology instead of the built-in one.

    Raises:
        OntologyError: naming file and term, if a file does not parse or says
            something it may not say.
    """
    base = folder or builtin_folder()
    if extra is not None and not extra.is_dir():
        message = f"{extra}: no such ontology folder; --ontology takes a folder of .ttl"
        raise OntologyError(message)
    files = [*_turtle_files(base), *(_turtle_files(extra) if extra else ())]
    triples = {path: list(_triples(path)) for path in files}
    individuals = tuple(sorted(_individuals(triples), key=lambda i: (i.kind, i.id)))
    _check(individuals)
    _check_references(individuals)
    own = {i.iri for i in individuals if i.kind in _DECLARED}
    shared = {path for path in files if path.name in _VOCABULARY}
    lines = {
        _line(triple)
        for path, rows in triples.items()
        for triple in rows
        if path in shared or _iri(triple.subject) in own
    }
    return Schema(individuals, tuple(sorted(lines)), base, _digest(files), extra)


def _turtle_files(folder: Path) -> list[Path]:
    """Turtle below a folder, without SHACL shapes, in the order of their paths."""
    return sorted(p for p in folder.rglob("*.ttl") if p.parent.name != "shapes")


def _digest(files: Iterable[Path]) -> str:
    state = hashlib.blake2b(digest_size=16)
    for path in files:
        state.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return state.hexdigest()


def _triples(path: Path) -> Iterator[ox.Triple]:
    try:
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
            triple = quad.triple
            if ox.BlankNode in (type(triple.subject), type(triple.object)):
                message = f"{path}: {triple} has a blank node; give the term an IRI"
                raise OntologyError(message)
            yield triple
    except (SyntaxError, OSError) as error:
        message = f"{path}: {error}; mend the Turtle"
        raise OntologyError(message) from error


def _line(triple: ox.Triple) -> str:
    return f"{triple.subject} {triple.predicate} {triple.object} ."


def _individuals(triples: Mapping[Path, list[ox.Triple]]) -> Iterator[Individual]:
    """Gather the triples of each subject; a later file may add to an earlier term."""
    gathered: dict[str, dict[str, set[str]]] = {}
    types: dict[str, list[str]] = {}
    origin: dict[str, str] = {}
    for path, triple in ((p, t) for p, rows in triples.items() for t in rows):
        subject, predicate = _iri(triple.subject), triple.predicate.value
        if subject not in origin:
            origin[subject] = path.name
        if predicate == _RDF_TYPE:
            types.setdefault(subject, []).append(_iri(triple.object))
            continue
        values = gathered.setdefault(subject, {})
        values.setdefault(_name(predicate), set()).add(_value(triple.object))
    for subject in sorted(types):
        properties = gathered.get(subject, {})
        if _SYMMETRIC in types[subject]:
            properties["symmetric"] = {"true"}
        frozen = MappingProxyType({k: tuple(sorted(v)) for k, v in properties.items()})
        for kind in sorted({_kind(t) for t in types[subject]} - {""}):
            yield Individual(_local(subject), subject, kind, frozen, origin[subject])


def _iri(term: object) -> str:
    """The IRI of a term; its N-Triples form when it is none."""
    return term.value if isinstance(term, ox.NamedNode) else str(term)


def _kind(iri: str) -> str:
    if iri == _CLASS:
        return "Class"
    if iri == _PROPERTY:
        return "Property"
    return iri.removeprefix(KG) if iri.startswith(KG) else ""


@cache
def _local(iri: str) -> str:
    return iri.rstrip("/").replace("#", "/").rsplit("/", 1)[-1]


@cache
def _name(iri: str) -> str:
    """Local name of a property; slots and needs keep the name of their space."""
    for space in ("slot", "need", "bar"):
        if f"/ontology/{space}/" in iri:
            return f"{space}:{_local(iri)}"
    return _local(iri)


def _value(term: ox.NamedNode | ox.Literal | ox.BlankNode | ox.Triple) -> str:
    if isinstance(term, ox.Literal):
        return term.value
    if not isinstance(term, ox.NamedNode):
        return str(term)
    # IRIs of other people stay whole: they are identifiers, not our terms
    iri = term.value
    return _local(iri) if iri.startswith(KG[:-1]) else iri


def _check(individuals: Iterable[Individual]) -> None:
    """Refuse a term that lacks what its kind must have, or fills an unknown role."""
    for term in individuals:
        for name in _MUST_HAVE.get(term.kind, ()):
            term.need(name)
        for slot, roles in term.prefixed("slot:").items():
            known = _ROLES.get(term.kind, roles)
            if not set(roles) <= set(known):
                message = (
                    f"{term.file}: slot:{slot} of {term.id} is {', '.join(roles)}; "
                    f"a role is kg:{' or kg:'.join(known)}"
                )
                raise OntologyError(message)


# what a property of a kind of term must name: (kind, property) to the kind of the named
_REFERENCES = {
    ("ActNoun", "frame"): "Frame",
    ("ClassNoun", "denotes"): "Class",
    ("GazetteerEntry", "class"): "Class",
    ("GazetteerEntry", "country"): "GazetteerEntry",
    ("CollectiveName", "member"): "GazetteerEntry",
    ("ContentMode", "category"): "Class",
    ("ContentMode", "contentCategory"): "Class",
    ("ContentMode", "contentMode"): "Mode",
    ("ContentMode", "mode"): "Mode",
    ("ContextCue", "context"): "Context",
    ("CountryLink", "relation"): "Property",
    ("EventContext", "context"): "Context",
    ("EventContext", "ofCategory"): "Class",
    ("EventContext", "ofMode"): "ModeScore",
    ("MeetingMode", "mode"): "Mode",
    ("ModeScore", "category"): "Class",
    ("ModeScore", "mode"): "Mode",
    ("NameContext", "context"): "Context",
    ("OfficeHolding", "holder"): "GazetteerEntry",
    ("OfficeHolding", "of"): "GazetteerEntry",
    ("PastimeCue", "context"): "Pastime",
    ("PastimeName", "context"): "Pastime",
    ("SectorEntry", "entry"): "GazetteerEntry",
    ("SectorEntry", "sector"): "Sector",
    ("SectorLink", "relation"): "Property",
    ("SectorNoun", "sector"): "Sector",
    ("SectorTitle", "sector"): "Sector",
    ("Frame", "evokes"): "Class",
    ("Trigger", "evokes"): "Class",
    ("Trigger", "frame"): "Frame",
    ("RelationPattern", "evokes"): "Property",
}


def _check_references(individuals: Iterable[Individual]) -> None:
    """Refuse a term that names a class, frame, relation or entry that is not there."""
    known: dict[str, set[str]] = {}
    for term in individuals:
        known.setdefault(term.kind, set()).add(term.id)
    naming: dict[str, list[tuple[str, str]]] = {}
    for (kind, name), wanted in _REFERENCES.items():
        naming.setdefault(kind, []).append((name, wanted))
    for term in individuals:
        for name, wanted in naming.get(term.kind, ()):
            for value in term.all(name):
                if value not in known.get(wanted, ()):
                    message = (
                        f"{term.file}: {term.id} has kg:{name} {value}, but there is "
                        f"no {wanted} of that name; mend or declare it"
                    )
                    raise OntologyError(message)

"""Keys: one string for all spellings of one name, and never one for two persons."""

from collections import defaultdict
from dataclasses import dataclass, replace

from kg.names.person import PersonName, read_person
from kg.names.tables import Tables, Words, compile_tables
from kg.names.thing import ThingName, read_thing
from kg.schema import Schema

Name = PersonName | ThingName


@dataclass(frozen=True)
class NameKeys:
    """Reads names with the spelling classes of one ontology; compile it once."""

    tables: Tables

    @classmethod
    def from_schema(cls, schema: Schema) -> "NameKeys":
        """Compile the spelling of names.

        Raises:
            OntologyError: naming term and word, if spelling classes contradict.
        """
        tables = compile_tables(schema)
        return cls(replace(tables, namesakes=_namesakes(schema, tables)))

    def personal(self, cls: str) -> bool:
        """Whether things of a class bear personal names."""
        return cls in self.tables.personal

    def read(self, name: str, cls: str) -> Name:
        """A name in its parts, as names of that class are built."""
        if self.personal(cls):
            return read_person(name, self.tables)
        return read_thing(name, self.tables)

    def key(self, name: str, cls: str) -> str:
        """The equivalence key of a name: equal keys are spellings of one name.

        Indifferent to case, accents, hyphens, apostrophes and spaces ("Kim Yo Jong",
        "KIM YO-JONG"), to romanisation ("Kim Yeo-jeong"), and, for names of things, to
        articles, British spelling and the order of office and field. A key is its own
        key. Empty only for a name of white space.
        """
        return self.read(name, cls).key

    def office(self, title: str) -> str:
        """The office that a title names, without what only colours it.

        The longest title of the ontology in it ("liberal President" is "president",
        "vice president" is not), else all its words; empty for no words.
        """
        words = self.tables.spelled(title)
        rows = [self.tables.match("title", words, at) for at in range(len(words))]
        longest = max(map(len, rows), default=0)
        return " ".join(next((r for r in rows if len(r) == longest > 0), words))

    def slug(self, text: str) -> str:
        """Words for an id: lower case, Latin letters without accents, hyphens."""
        return "-".join(self.tables.split(text, initials=False))


def _namesakes(schema: Schema, tables: Tables) -> frozenset[Words]:
    """Given and family names that several people bear: "George W. Bush" and another.

    Which of them "George Bush" is, no name can tell.
    """
    bearers: defaultdict[Words, set[str]] = defaultdict(set)
    for entry in schema.of("GazetteerEntry"):
        if tables.personal.intersection(entry.all("class")):
            name = read_person(entry.need("label"), tables)
            bearers[name.given, name.family].add(entry.id)
    return frozenset(pair for pair, people in bearers.items() if len(people) > 1)

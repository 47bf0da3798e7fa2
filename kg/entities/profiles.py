"""What is known of each chain, and chains that nothing can tell apart.

A `Profile` is a chain with its name read. An `Atom` is a set of profiles with the same
name, class, gazetteer entry and countries: they are one thing whatever else is found,
and all that follows works on atoms, so that a thousand articles on one president cost
little more than one. Where a name alone says too little ("Kim", "the Foreign Ministry"
of nobody knows where), every chain is an atom of its own.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from kg.model import Chain, Kind, Located, Mention, Reading
from kg.names import Name, NameKeys, PersonName, ThingName
from kg.schema import Schema


@dataclass(frozen=True)
class Profile:
    """A chain of one article with its name read.

    `name` is None for what is never named; `described` says that no mention is a name,
    so that `chain.name` is only a description. `published` is the article's date;
    `countries` are those of the chain and of its gazetteer entry, `around` all that
    the article names; `titles` are offices as the ontology words them; `shorts` are
    abbreviations that the article itself uses for it.
    """

    article: str
    published: str | None
    chain: Chain
    name: Name | None
    countries: frozenset[str]
    around: frozenset[str]
    titles: frozenset[str]
    shorts: frozenset[str]
    described: bool

    @cached_property
    def first(self) -> Located:
        """The chain's first mention."""
        return Located(self.article, min(self.chain.mentions, key=lambda m: m.span))

    @property
    def year(self) -> int | None:
        """The year of the article, if known."""
        return _year(self.published)


@dataclass(frozen=True)
class Atom:
    """Profiles that are one thing by their names; never empty, in a fixed order.

    `around` are the countries of the first one's article: of use where it is the only.
    """

    profiles: tuple[Profile, ...]
    name: Name | None
    cls: str
    entry: str | None
    countries: frozenset[str]
    around: frozenset[str]
    titles: frozenset[str]
    shorts: frozenset[str]
    articles: frozenset[str]
    year: int | None
    described: bool

    @cached_property
    def person(self) -> PersonName | None:
        """The name, if it is a person's."""
        return self.name if isinstance(self.name, PersonName) else None

    @cached_property
    def thing(self) -> ThingName | None:
        """The name, if it is not a person's."""
        return self.name if isinstance(self.name, ThingName) else None

    @cached_property
    def partial(self) -> bool:
        """A person of whom the article tells only one part of the name."""
        return self.entry is None and self.person is not None and not self.person.whole

    @property
    def common(self) -> bool:
        """A name that fits a thing in every country, or only a description."""
        return self.thing is not None and (self.thing.generic or self.described)

    @property
    def lonely(self) -> bool:
        """A common name of nobody knows which country or occasion: "the summit"."""
        if self.entry is not None or self.thing is None or not self.common:
            return False
        return self.thing.recurring or not self.countries


def profiles_of(
    readings: Iterable[Reading], schema: Schema, keys: NameKeys
) -> list[Profile]:
    """The chains of all readings in a fixed order; a chain without mention is none."""
    homes = {entry.id: entry.all("country") for entry in schema.of("GazetteerEntry")}
    reader = _Reader(keys, keys.tables.owner_words, homes)
    found = [profile for reading in readings for profile in reader.profiles(reading)]
    return sorted(found, key=order)


def atoms_of(profiles: Iterable[Profile]) -> list[Atom]:
    """Profiles that nothing tells apart, put together; in the order of their first."""
    groups: dict[tuple[object, ...], list[Profile]] = {}
    for number, profile in enumerate(profiles):
        atom = _atom([profile])
        alone = atom.name is None or atom.partial or atom.lonely
        if alone and atom.entry is None:
            groups[(number,)] = [profile]
        else:
            groups.setdefault(_sameness(atom), []).append(profile)
    return [_atom(group) for group in groups.values()]


@dataclass(frozen=True)
class _Reader:
    """Reads each name once; knows the countries of gazetteer entries."""

    keys: NameKeys
    owners: Mapping[str, object]
    countries: Mapping[str, tuple[str, ...]]
    names: dict[tuple[str, str], Name] = field(default_factory=dict)

    def profiles(self, reading: Reading) -> Iterator[Profile]:
        """The profiles of one article."""
        entries = {chain.entry for chain in reading.chains if chain.entry}
        around = frozenset(entries & self.owners.keys())
        for chain in reading.chains:
            if chain.mentions:
                yield self._profile(reading, chain, around)

    def _profile(
        self, reading: Reading, chain: Chain, around: frozenset[str]
    ) -> Profile:
        known = self.countries.get(chain.entry or "", ())
        return Profile(
            reading.article.id,
            reading.article.published,
            chain,
            self._name(chain),
            frozenset((*chain.countries, *known)),
            around,
            frozenset(filter(None, map(self.keys.office, chain.titles))),
            frozenset(self._shorts(chain)),
            not any(m.kind is Kind.NAME for m in chain.mentions),
        )

    def _name(self, chain: Chain) -> Name | None:
        name = self._read(chain.name, chain.cls)
        return name if name.words else None

    def _shorts(self, chain: Chain) -> Iterator[str]:
        for mention in chain.mentions:
            if mention.kind is Kind.NAME and mention.words.isupper():
                name = self._read(mention.words, chain.cls)
                if isinstance(name, ThingName) and name.acronym:
                    yield name.core

    def _read(self, words: str, cls: str) -> Name:
        if (words, cls) not in self.names:
            self.names[words, cls] = self.keys.read(words, cls)
        return self.names[words, cls]


def _year(published: str | None) -> int | None:
    year = (published or "")[:4]
    return int(year) if year.isascii() and year.isdigit() else None


def order(profile: Profile) -> tuple[object, ...]:
    """Sorts chains by article and place, then by all that may tell them apart."""
    chain = profile.chain
    return (
        profile.article,
        sorted(_place(mention) for mention in chain.mentions),
        chain.cls,
        chain.name,
        chain.entry or "",
        chain.countries,
        chain.titles,
    )


def _place(mention: Mention) -> tuple[int, int, str, str, str]:
    span = mention.span
    return span.start, span.end, mention.kind, mention.words, mention.cls


def _atom(profiles: list[Profile]) -> Atom:
    """Countries that a name itself tells ("ROK Ministry of Defence") stand alone."""
    first = profiles[0]
    named = first.name.countries if isinstance(first.name, ThingName) else None
    told = frozenset(country for p in profiles for country in p.countries)
    years = [p.year for p in profiles if p.year is not None]
    return Atom(
        tuple(profiles),
        first.name,
        first.chain.cls,
        first.chain.entry,
        named or told,
        first.around,
        frozenset(title for p in profiles for title in p.titles),
        frozenset(short for p in profiles for short in p.shorts),
        frozenset(p.article for p in profiles),
        min(years, default=None),
        first.described and first.chain.entry is None,
    )


def _sameness(atom: Atom) -> tuple[object, ...]:
    """What must be equal in chains that are one atom."""
    key = atom.name.key if atom.name else ""
    if atom.entry is not None:
        return atom.entry, key
    year = atom.year if atom.thing and atom.thing.recurring else None
    return None, key, atom.cls, atom.countries, atom.described, year


def located(profile: Profile) -> Iterator[Located]:
    """All mentions of a profile's chain, with the article."""
    return (Located(profile.article, mention) for mention in profile.chain.mentions)

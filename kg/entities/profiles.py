"""What is known of each chain, and chains that nothing can tell apart.

A `Profile` is a chain with its name read. An `Atom` is a set of profiles with the same
name, class, gazetteer entry and countries: they are one thing whatever else is found,
and all that follows works on atoms, so that a thousand articles on one president cost
little more than one. Where a name alone says too little ("Kim", "the Foreign Ministry"
of nobody knows where), every chain is an atom of its own.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.model import Chain, Kind, Located, Mention, Reading
from kg.names import Name, NameKeys, PersonName, ThingName


@dataclass(frozen=True, slots=True)
class Profile:
    """A chain of one article with its name read.

    `name` is None for what is never named; `described` says that no mention is a name,
    so that `chain.name` is only a description. `year` is the article's, if known.
    """

    article: str
    year: int | None
    chain: Chain
    name: Name | None
    titles: frozenset[str]
    described: bool

    @property
    def first(self) -> Located:
        """The chain's first mention."""
        return Located(self.article, min(self.chain.mentions, key=lambda m: m.span))


@dataclass(frozen=True, slots=True)
class Atom:
    """Profiles that are one thing by their names; never empty, in a fixed order."""

    profiles: tuple[Profile, ...]
    name: Name | None
    cls: str
    entry: str | None
    countries: frozenset[str]
    titles: frozenset[str]
    articles: frozenset[str]
    year: int | None
    described: bool

    @property
    def person(self) -> PersonName | None:
        """The name, if it is a person's."""
        return self.name if isinstance(self.name, PersonName) else None

    @property
    def thing(self) -> ThingName | None:
        """The name, if it is not a person's."""
        return self.name if isinstance(self.name, ThingName) else None

    @property
    def partial(self) -> bool:
        """A person of whom the article tells only one part of the name."""
        return self.entry is None and self.person is not None and not self.person.whole

    @property
    def common(self) -> bool:
        """A name that fits a thing in every country, or only a description."""
        return self.thing is not None and (self.thing.generic or self.described)

    @property
    def lonely(self) -> bool:
        """A common name of nobody knows which country: like nothing but itself."""
        return self.entry is None and self.common and not self.countries


def profiles_of(readings: Iterable[Reading], keys: NameKeys) -> list[Profile]:
    """The chains of all readings in a fixed order; a chain without mention is none."""
    names: dict[tuple[str, str], Name] = {}
    found = [
        _profile(reading, chain, names, keys)
        for reading in readings
        for chain in reading.chains
        if chain.mentions
    ]
    return sorted(found, key=_order)


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


def _profile(
    reading: Reading,
    chain: Chain,
    names: dict[tuple[str, str], Name],
    keys: NameKeys,
) -> Profile:
    name: Name | None = None
    if chain.name.strip():
        slot = (chain.name, chain.cls)
        if slot not in names:
            names[slot] = keys.read(*slot)
        name = names[slot] if names[slot].words else None
    return Profile(
        reading.article.id,
        _year(reading.article.published),
        chain,
        name,
        frozenset(filter(None, map(keys.slug, chain.titles))),
        not any(m.kind is Kind.NAME for m in chain.mentions),
    )


def _year(published: str | None) -> int | None:
    year = (published or "")[:4]
    return int(year) if year.isascii() and year.isdigit() else None


def _order(profile: Profile) -> tuple[object, ...]:
    chain = profile.chain
    return (
        profile.article,
        [(m.span, m.kind, m.words, m.cls) for m in sorted(chain.mentions, key=_place)],
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
    """Countries are the same in all of them, or named in the name itself."""
    first = profiles[0]
    named = first.name.countries if isinstance(first.name, ThingName) else frozenset()
    years = sorted({p.year for p in profiles if p.year is not None})
    return Atom(
        tuple(profiles),
        first.name,
        first.chain.cls,
        first.chain.entry,
        named or frozenset(first.chain.countries),
        frozenset(title for p in profiles for title in p.titles),
        frozenset(p.article for p in profiles),
        years[0] if years else None,
        first.described,
    )


def _sameness(atom: Atom) -> tuple[object, ...]:
    thing = atom.thing
    return (
        atom.name.key if atom.name else "",
        atom.cls,
        atom.entry,
        atom.countries,
        atom.described,
        *((atom.year,) if thing and thing.recurring else ()),
        # a common thing that comes again ("the summit") is never surely the same
        *((min(atom.articles),) if thing and thing.recurring and atom.common else ()),
    )


def located(profile: Profile) -> Iterator[Located]:
    """All mentions of a profile's chain, with the article."""
    return (Located(profile.article, mention) for mention in profile.chain.mentions)

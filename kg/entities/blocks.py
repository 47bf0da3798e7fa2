"""Which atoms are worth comparing: those that share a block.

A block is what one thing's names have in common: a key, a family with a given name,
an acronym, or, for a name in part, family, country and office together. So the work
grows with the number of chains and not with its square.
"""

from collections.abc import Hashable, Iterable, Iterator
from itertools import combinations

from kg.entities.profiles import Atom
from kg.names import NameKeys, PersonName, fuller_forms

Pair = tuple[int, int]
_PAIR_OF_WORDS = 2


def firm_pairs(atoms: list[Atom], keys: NameKeys) -> list[Pair]:
    """Pairs of atoms with whole names that may be one thing; each pair once, sorted."""
    blocks: dict[Hashable, list[int]] = {}
    shelves: dict[Hashable, list[int]] = {}
    for i, atom in enumerate(atoms):
        for block in set(_blocks(atom, keys)):
            blocks.setdefault(block, []).append(i)
        if atom.common and atom.thing:
            shelves.setdefault(atom.thing.core, []).append(i)
    pairs = {pair for group in blocks.values() for pair in combinations(group, 2)}
    pairs |= {(group[0], i) for group in shelves.values() for i in group[1:]}
    pairs |= {*_entry_pairs(atoms), *_acronym_pairs(atoms)}
    return sorted(pairs)


def partial_pairs(atoms: list[Atom]) -> dict[int, list[int]]:
    """For each name in part, the whole names that fit in name, country and office."""
    wanted: dict[Hashable, list[int]] = {}
    for i, atom in enumerate(atoms):
        if atom.partial or _initialled(atom) or _maybe_given(atom):
            for block in _parts(atom, _short_forms(atom)):
                wanted.setdefault(block, []).append(i)
    found: dict[int, set[int]] = {}
    for j, atom in enumerate(atoms):
        if atom.person is None or not atom.person.whole or _initialled(atom):
            continue
        for block in _parts(atom, _long_forms(atom.person)):
            for i in wanted.get(block, ()):
                if i != j:
                    found.setdefault(i, set()).add(j)
    return {i: sorted(found[i]) for i in sorted(found)}


def _blocks(atom: Atom, keys: NameKeys) -> Iterator[Hashable]:
    person, thing = atom.person, atom.thing
    if thing is not None and not atom.common:
        yield "core", thing.core
        yield "letters", "".join(thing.words)
    elif thing is not None and not atom.lonely:
        # every country has a foreign ministry: compare those of one country
        yield from (("core", thing.core, country) for country in atom.countries)
    if person is None or atom.partial:
        return
    for key in person.keys | person.perhaps:
        yield "key", key
    yield from person.sounds
    yield "letters", "".join(person.words)
    if len(person.words) == _PAIR_OF_WORDS:
        yield ("pair", *sorted(person.words))
    for family in person.families:
        for given in fuller_forms(person.given, keys.tables):
            yield "person", given, family


def _entry_pairs(atoms: list[Atom]) -> Iterator[Pair]:
    """Every atom of a gazetteer entry with the first one: a star, not a clique."""
    first: dict[str, int] = {}
    for i, atom in enumerate(atoms):
        if atom.entry is not None and first.setdefault(atom.entry, i) != i:
            yield first[atom.entry], i


def _acronym_pairs(atoms: list[Atom]) -> Iterator[Pair]:
    """Pairs like "KCNA" and "Korean Central News Agency".

    The long names are compared too: an abbreviation that fits two fits neither.
    """
    groups: dict[str, list[int]] = {
        atom.thing.core: [] for atom in atoms if atom.thing and atom.thing.acronym
    }
    for i, atom in enumerate(atoms):
        if atom.thing is not None:
            own = {atom.thing.core} if atom.thing.acronym else {atom.thing.initials}
            for letters in (own | atom.shorts) & groups.keys():
                groups[letters].append(i)
    for group in groups.values():
        yield from combinations(group, 2)


def _initialled(atom: Atom) -> bool:
    """Whether the given name is an initial: "J. Bolton"."""
    person = atom.person
    return person is not None and person.whole and len(person.given) == 1


def _maybe_given(atom: Atom) -> bool:
    """Whether it may be a given name alone: "Yo Jong", though Yo is a family too."""
    return (
        atom.entry is None and atom.person is not None and bool(atom.person.syllables)
    )


def _parts(atom: Atom, forms: Iterable[Hashable]) -> set[Hashable]:
    return {
        (form, country, title)
        for form in forms
        for country in atom.countries or (atom.around if atom.partial else ())
        for title in atom.titles
    }


def _short_forms(atom: Atom) -> set[Hashable]:
    person = atom.person
    if person is None:
        return set()
    if _initialled(atom):
        return {("initial", person.given, family) for family in person.families}
    if person.whole:
        return {("given", person.syllables)}
    forms: set[Hashable] = {("family", family) for family in person.families}
    return forms | ({("given", person.syllables)} if person.syllables else set())


def _long_forms(person: PersonName) -> set[Hashable]:
    forms: set[Hashable] = {("given", person.given)}
    for family in person.families:
        forms |= {("family", family), ("initial", person.given[0], family)}
    return forms

"""Which atoms are worth comparing: those that share a block.

A block is what one thing's names have in common: a key, a family with a given name,
an acronym, or, for a name in part, family, country and office together. So the work
grows with the number of chains and not with its square.
"""

from collections.abc import Hashable, Iterable, Iterator
from itertools import combinations

from kg.entities.profiles import Atom
from kg.names import NameKeys, PersonName, family_spellings, fuller_forms

Pair = tuple[int, int]
_PAIR_OF_WORDS = 2


def firm_pairs(atoms: list[Atom], keys: NameKeys) -> list[Pair]:
    """Pairs of atoms with whole names that may be one thing; each pair once, sorted."""
    blocks: dict[Hashable, list[int]] = {}
    for i, atom in enumerate(atoms):
        for block in set(_blocks(atom, keys)):
            blocks.setdefault(block, []).append(i)
    pairs = set(_entry_pairs(atoms))
    for group in blocks.values():
        pairs.update(_within(group, atoms))
    pairs.update(_acronym_pairs(atoms))
    return sorted(pairs)


def partial_pairs(atoms: list[Atom], keys: NameKeys) -> dict[int, list[int]]:
    """For each name in part, the whole names that fit in name, country and office."""
    wanted: dict[Hashable, list[int]] = {}
    for i, atom in enumerate(atoms):
        if atom.partial or _initialled(atom):
            for block in _parts(atom, _short_forms(atom, keys)):
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
    if thing is not None:
        yield "core", thing.core
    if person is None or atom.partial:
        return
    yield "key", person.key
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


def _within(group: list[int], atoms: list[Atom]) -> Iterator[Pair]:
    """All pairs of a block; what no country tells apart meets only the block's first."""
    firm = [i for i in group if not atoms[i].lonely]
    yield from combinations(firm, 2)
    head = firm[0] if firm else group[0]
    for i in group:
        if atoms[i].lonely and i != head:
            yield min(head, i), max(head, i)


def _acronym_pairs(atoms: list[Atom]) -> Iterator[Pair]:
    """ "KCNA" with "Korean Central News Agency"."""
    short: dict[str, list[int]] = {}
    for i, atom in enumerate(atoms):
        if atom.thing and atom.thing.acronym:
            short.setdefault(atom.thing.core, []).append(i)
    for j, atom in enumerate(atoms):
        for i in short.get(atom.thing.initials, ()) if atom.thing else ():
            if i != j:
                yield min(i, j), max(i, j)


def _initialled(atom: Atom) -> bool:
    """ "J. Bolton"."""
    person = atom.person
    return person is not None and person.whole and len(person.given) == 1


def _parts(atom: Atom, forms: Iterable[Hashable]) -> set[Hashable]:
    return {
        (form, country, title)
        for form in forms
        for country in atom.countries
        for title in atom.titles
    }


def _short_forms(atom: Atom, keys: NameKeys) -> set[Hashable]:
    person = atom.person
    if person is None:
        return set()
    if person.whole:
        return {("initial", person.given, family) for family in person.families}
    forms = {("family", f) for f in family_spellings(person.words[0], keys.tables)}
    return forms | ({("given", person.syllables)} if person.syllables else set())


def _long_forms(person: PersonName) -> set[Hashable]:
    forms: set[Hashable] = {("given", person.given)}
    for family in person.families:
        forms |= {("family", family), ("initial", person.given[0], family)}
    return forms

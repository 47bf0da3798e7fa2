"""A person's decisions applied to clusters: split, then merge, then rename.

Names are looked up among the entities that the evidence alone gives, so that an entry
means the same whatever the other entries do. An entry whose names mean nothing, or more
than one thing, changes nothing and is told.
"""

from collections.abc import (
    Callable,
    Collection,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import cached_property
from itertools import combinations

from kg.curation import MERGE, SPLIT, Curation, Entry, Pointer
from kg.entities.profiles import Profile, located, order
from kg.model import Entity, Judgement, Kind, Located, Skipped, Span, Verdict
from kg.names import NameKeys

RULE = "curation"
_Place = tuple[str, Span]
_Places = frozenset[_Place]
_NEAR = 3
_Names = Callable[[Entity], Iterable[str]]


class _Unheeded(Exception):
    """An entry cannot be followed; the message says why, and the cure."""


@dataclass
class Curated:
    """Clusters as a person wants them.

    `groups` are the chains of each entity, `labels` what a person calls some of them,
    by their number; `judgements` tell who decided, `unheeded` are entries that mean
    nothing in these articles.
    """

    groups: list[list[Profile]]
    labels: dict[int, str] = field(default_factory=dict)
    judgements: list[Judgement] = field(default_factory=list)
    unheeded: list[Skipped] = field(default_factory=list)


def curate(
    groups: Sequence[Sequence[Profile]],
    entities: Sequence[Entity],
    curation: Curation,
    keys: NameKeys,
) -> Curated:
    """Follow a person's decisions.

    Args:
        groups: the chains of each entity, by the evidence alone.
        entities: these entities, in the same order.
        curation: what a person decided.
        keys: the compiled spelling.
    """
    given = {
        keys.slug(entry.label): entry.names[-1 if entry.kind == SPLIT else 0]
        for entry in curation.entries
        if entry.label is not None
    }
    finder = _Finder(groups, entities, keys, given)
    desk = _Desk([list(group) for group in groups], finder)
    ordered = sorted(curation.entries, key=lambda e: _ORDER.index(e.kind))
    for entry in ordered:
        try:
            desk.follow(entry)
        except _Unheeded as why:
            desk.done.unheeded.append(Skipped(entry.where, str(why)))
    return desk.finished()


_ORDER = (SPLIT, MERGE, "rename")


# ---------------------------------------------------------------- what is named


@dataclass(frozen=True)
class _Finder:
    """Looks up what a name of the file means, before anything is changed.

    `given` are labels that a person gives, to what is so called in the file.
    """

    groups: Sequence[Sequence[Profile]]
    entities: Sequence[Entity]
    keys: NameKeys
    given: Mapping[str, Pointer]

    def places(self, pointer: Pointer, *, narrow: bool) -> _Places:
        """The mentions that are meant; narrow leaves out what bears another name."""
        called = self.given.get(self.keys.slug(pointer.words))
        if called is not None and pointer.article is None:
            pointer = called if self._unknown(pointer.words) else pointer
        if pointer.article is not None:
            return self._in_article(pointer)
        number, alias = self._entity(pointer.words)
        if narrow and alias:
            return self._worded(self.groups[number], pointer.words)
        return frozenset(map(_at, self.entities[number].mentions))

    def _entity(self, name: str) -> tuple[int, bool]:
        """Which entity has a name, and whether it is one among others of its own."""
        wanted = self.keys.slug(name)
        number = self._ids.get(name, self._ids.get(name.rsplit("/", 1)[-1]))
        if number is not None:
            return number, False
        for alias, names in self._names:
            found = names.get(wanted, [])
            if len(found) > 1:
                ids = ", ".join(self.entities[i].id for i in found)
                message = f"{name!r} may be {ids}; give the id, or article and words"
                raise _Unheeded(message)
            if found:
                return found[0], alias
        raise _Unheeded(self._nothing(name, (e.label for e in self.entities)))

    def _unknown(self, name: str) -> bool:
        wanted = self.keys.slug(name)
        return name not in self._ids and all(wanted not in n for _, n in self._names)

    @cached_property
    def _ids(self) -> dict[str, int]:
        return {entity.id: i for i, entity in enumerate(self.entities)}

    @cached_property
    def _names(self) -> tuple[tuple[bool, dict[str, list[int]]], ...]:
        """Entities by label, by alias and by words said of them; best names first."""
        return (
            (False, self._by(lambda entity: (entity.label,))),
            (True, self._by(lambda entity: entity.aliases)),
            (True, self._by(_words)),
        )

    def _by(self, names: _Names) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for i, entity in enumerate(self.entities):
            for slug in {self.keys.slug(name) for name in names(entity)}:
                found.setdefault(slug, []).append(i)
        return found

    def _in_article(self, pointer: Pointer) -> _Places:
        profiles = [p for g in self.groups for p in g if p.article == pointer.article]
        if not profiles:
            message = (
                f"names the article {pointer.article!r}, which is not in the graph; "
                "give an id of articles.jsonl, or take the entry out"
            )
            raise _Unheeded(message)
        if not pointer.nth:
            found = self._worded(profiles, pointer.words)
        else:
            exact = {_at(x) for p in profiles for x in located(p) if _says(x, pointer)}
            found = frozenset(sorted(exact)[pointer.nth - 1 : pointer.nth])
        if not found:
            words = (x.mention.words for p in profiles for x in located(p))
            nth = f"number {pointer.nth} of " if pointer.nth else ""
            raise _Unheeded(nth + self._nothing(pointer.words, words, pointer.article))
        return found

    def _worded(self, profiles: Iterable[Profile], words: str) -> _Places:
        """Whole chains that bear the name, of others the mentions worded so."""
        wanted, found = self.keys.slug(words), set[_Place]()
        for profile in profiles:
            whole = self.keys.slug(profile.chain.name) == wanted
            for item in located(profile):
                if whole or self.keys.slug(item.mention.words) == wanted:
                    found.add(_at(item))
        return frozenset(found)

    def _nothing(
        self, name: str, known: Iterable[str], article: str | None = None
    ) -> str:
        near = get_close_matches(name, sorted(set(known)), n=_NEAR)
        hint = f"; near: {', '.join(near)}" if near else ""
        where = f"in article {article!r}" if article else "in the graph"
        return (
            f"{name!r} names nothing {where}{hint}; mend the name, or take the entry "
            "out"
        )


def _words(entity: Entity) -> list[str]:
    kinds = (Kind.NAME, Kind.NOMINAL, Kind.DEMONYM)
    return [m.mention.words for m in entity.mentions if m.mention.kind in kinds]


def _says(item: Located, pointer: Pointer) -> bool:
    return item.mention.words.split() == pointer.words.split()


def _at(item: Located) -> _Place:
    return item.article, item.mention.span


# ---------------------------------------------------------------- what is done


@dataclass
class _Desk:
    """The clusters while entries are followed, one after the other."""

    groups: list[list[Profile]]
    finder: _Finder
    done: Curated = field(default_factory=lambda: Curated([]))
    apart: list[tuple[str, _Places, _Places]] = field(default_factory=list)
    named: dict[int, str] = field(default_factory=dict)

    def follow(self, entry: Entry) -> None:
        """Do what one entry says, or nothing at all."""
        narrow = entry.kind == SPLIT
        rows = [self.finder.places(name, narrow=narrow) for name in entry.names]
        if entry.kind == SPLIT:
            self._split(entry, rows)
        elif entry.kind == MERGE:
            self._merge(entry, rows)
        else:
            self._name(entry, self._home(rows[0]))

    def finished(self) -> Curated:
        """The clusters that are left, in the order of their first chains."""
        left = [i for i, group in enumerate(self.groups) if group]
        left.sort(key=lambda i: min(map(order, self.groups[i])))
        self.done.groups = [sorted(self.groups[i], key=order) for i in left]
        labels = {n: self.named[i] for n, i in enumerate(left) if i in self.named}
        self.done.labels = labels
        return self.done

    def _split(self, entry: Entry, rows: list[_Places]) -> None:
        """Take the narrower of what is named out of the wider."""
        for one, other in combinations(rows, 2):
            if one == other:
                message = "names the same mentions twice; name two different things"
                raise _Unheeded(message)
        ranked = sorted(rows, key=lambda r: (-len(r), sorted(r)))
        for row in ranked[1:]:
            others = frozenset().union(*(r - row for r in rows if r is not row))
            for number, group in list(enumerate(self.groups)):
                if _holds(group, row) and _holds(group, others):
                    self._take_out(number, row)
        left = [self._less(row, rows) for row in rows]
        for one, other in combinations(left, 2):
            self.apart.append((entry.where, one, other))
            self._tell(entry, one, other, Verdict.DIFFERENT)
        if entry.label is not None:
            self._name(entry, self._home(left[-1]))

    def _less(self, row: _Places, rows: list[_Places]) -> _Places:
        """What is meant by a name, without what narrower names mean."""
        smaller = [r for r in rows if r < row]
        return row.difference(*smaller) or row

    def _take_out(self, number: int, row: _Places) -> None:
        """Make some mentions of a cluster a cluster of their own."""
        stay, leave = list[Profile](), list[Profile]()
        for profile in self.groups[number]:
            inside = {_at(x) for x in located(profile)} & row
            if not inside:
                stay.append(profile)
                continue
            outside = {_at(x) for x in located(profile)} - inside
            stay += [_part(profile, outside)] if outside else []
            leave.append(_part(profile, inside) if outside else profile)
        entries = {p.chain.entry for p in stay}
        self.groups[number] = stay
        self.groups.append([_unknown(p, entries) for p in leave])

    def _merge(self, entry: Entry, rows: list[_Places]) -> None:
        homes = sorted({self._home(row) for row in rows})
        together = frozenset(
            _at(x) for i in homes for p in self.groups[i] for x in located(p)
        )
        for where, one, other in self.apart:
            if one & together and other & together:
                told = where.rpartition(": ")[2]
                message = f"would join what {told} keeps apart; take out one of the two"
                raise _Unheeded(message)
        if len(homes) > 1:
            for number in homes[1:]:
                self.groups[homes[0]] += self.groups[number]
                self.groups[number] = []
        for row in rows[1:]:
            self._tell(entry, rows[0], row, Verdict.SAME)
        if entry.label is not None:
            self._name(entry, homes[0])

    def _name(self, entry: Entry, number: int) -> None:
        label = entry.label or ""
        if self.named.setdefault(number, label) != label:
            message = f"is called {self.named[number]!r} by an entry before; keep one"
            raise _Unheeded(message)

    def _home(self, row: _Places) -> int:
        """The cluster that most of the mentions are in; of two, the first."""
        sizes = [(-_count(group, row), i) for i, group in enumerate(self.groups)]
        return min(sizes)[1]

    def _tell(
        self, entry: Entry, one: _Places, other: _Places, verdict: Verdict
    ) -> None:
        ends = [self._located(min(row)) for row in (one, other)]
        left, right = sorted(ends, key=_at)
        why = f"a person decided: {entry.reason}" if entry.reason else _DECIDED
        same = verdict is Verdict.SAME
        reasons = ((why,), ()) if same else ((), (why,))
        self.done.judgements.append(Judgement(left, right, verdict, RULE, *reasons))

    def _located(self, at: _Place) -> Located:
        return next(
            item
            for group in self.groups
            for profile in group
            for item in located(profile)
            if _at(item) == at
        )


_DECIDED = "a person decided"


def _holds(group: Iterable[Profile], row: Collection[_Place]) -> bool:
    return _count(group, row) > 0


def _count(group: Iterable[Profile], row: Collection[_Place]) -> int:
    return sum(_at(item) in row for profile in group for item in located(profile))


def _part(profile: Profile, places: Collection[_Place]) -> Profile:
    """A chain of only some of its mentions, called as these call it."""
    chain = profile.chain
    kept = tuple(m for m in chain.mentions if (profile.article, m.span) in places)
    names = [m.words for m in kept if m.kind is Kind.NAME]
    name = chain.name if chain.name in names else max(names, key=len, default="")
    spans = {m.span for m in kept}
    links = tuple(link for link in chain.links if link.mention in spans)
    part = replace(chain, mentions=kept, name=name, links=links)
    return replace(profile, chain=part, described=not names)


def _unknown(profile: Profile, entries: Collection[str | None]) -> Profile:
    """What is told from a thing of the gazetteer is not that thing."""
    if profile.chain.entry is None or profile.chain.entry not in entries:
        return profile
    return replace(profile, chain=replace(profile.chain, entry=None))


def holding(
    found: Iterable[Judgement], homes: Mapping[_Place, Entity]
) -> Iterator[Judgement]:
    """The judgements that a person's decisions have not overruled."""
    for judgement in found:
        one, other = (homes[_at(end)] for end in (judgement.left, judgement.right))
        if (one is other) == (judgement.verdict is Verdict.SAME):
            yield judgement

"""Clusters to entities: label, class, aliases and id of each.

The label is the most frequent full name, and the id its words, so that an id can be
read, is the same in every run, and stays when other articles come in.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from kg.entities.profiles import Profile, located
from kg.model import Entity, Kind, Located, digest
from kg.names import Name, NameKeys, PersonName, ThingName
from kg.names.fold import squeeze
from kg.schema import Individual, Schema

_Suffix = Callable[["Draft"], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Draft:
    """An entity whose id is not settled yet, with what can tell it from namesakes."""

    entity: Entity
    slug: str
    country: str
    office: str


def describe(
    groups: Iterable[Sequence[Profile]],
    schema: Schema,
    keys: NameKeys,
    labels: Mapping[int, str] | None = None,
) -> list[Entity]:
    """One entity for each group of chains, in the order of the groups.

    `labels` are those that a person gives some of the groups, by their number.
    """
    entries = {entry.id: entry for entry in schema.of("GazetteerEntry")}
    ranks = {cls: rank for rank, cls in enumerate(schema.classes)}
    given = labels or {}
    drafts = [
        _draft(group, entries, ranks, keys, given.get(i))
        for i, group in enumerate(groups)
    ]
    ids = _ids(drafts)
    return [
        replace(draft.entity, id=name) for draft, name in zip(drafts, ids, strict=True)
    ]


def _draft(
    group: Sequence[Profile],
    entries: Mapping[str, Individual],
    ranks: Mapping[str, int],
    keys: NameKeys,
    given: str | None,
) -> Draft:
    entry = next((p.chain.entry for p in group if p.chain.entry), None)
    known = entries.get(entry or "")
    mentions = _mentions(group)
    cls = _majority((p.chain.cls for p in group), ranks)
    label = given or _label(group, cls, known, keys)
    entity = Entity(
        id="",
        cls=cls,
        label=label,
        aliases=_aliases(group, label),
        mentions=mentions,
        entry=entry,
        matches=known.all("exactMatch") if known else (),
    )
    country = _commonest(c for p in group for c in p.countries)
    office = _commonest(title for p in group for title in p.titles)
    named = entries[country].one("label") if country in entries else None
    slug = keys.slug(label) or keys.slug(cls) or "unnamed"
    return Draft(entity, slug, keys.slug(named or country), office)


def _mentions(group: Sequence[Profile]) -> tuple[Located, ...]:
    found = {item: None for profile in group for item in located(profile)}
    return tuple(sorted(found, key=_place))


def _place(item: Located) -> tuple[str, int, int, str, str, str]:
    mention = item.mention
    span = mention.span
    return item.article, span.start, span.end, mention.kind, mention.cls, mention.words


def _majority(classes: Iterable[str], ranks: Mapping[str, int]) -> str:
    """The class of most chains; of two as frequent, the first of the ontology."""
    votes = Counter(classes)
    return min(votes, key=lambda cls: (-votes[cls], ranks.get(cls, len(ranks)), cls))


def _commonest(words: Iterable[str]) -> str:
    votes = Counter(words)
    return min(votes, key=lambda word: (-votes[word], word), default="")


def _names_said(group: Sequence[Profile]) -> Counter[str]:
    """How often each wording of the name stands in the articles.

    A headline's capitals count for the same words in small letters too.
    """
    said = Counter(
        squeeze(mention.words)
        for profile in group
        for mention in profile.chain.mentions
        if mention.kind is Kind.NAME
    )
    shouted = {name.upper(): times for name, times in said.items() if name.isupper()}
    for name in said:
        if not name.isupper():
            said[name] += shouted.get(name.upper(), 0)
    return said


def _aliases(group: Sequence[Profile], label: str) -> tuple[str, ...]:
    names = {squeeze(p.chain.name) for p in group} | set(_names_said(group))
    return tuple(sorted(names - {label, ""}))


def _label(
    group: Sequence[Profile], cls: str, known: Individual | None, keys: NameKeys
) -> str:
    """The most frequent full name; the gazetteer's, if no text words it so.

    "Seoul" and "the South" make no label of a country, nor "Kim" one of a person.
    """
    said = _names_said(group)
    names = {squeeze(p.chain.name) for p in group} - {""}
    if known is not None:
        label = known.need("label")
        wanted = keys.key(label, cls)
        names = {name for name in {*names, *said} if keys.key(name, cls) == wanted}
        names = {name for name in names if not name.isupper()} or {label}
    if not names:
        return _nominal(group, keys)
    read = {name: keys.read(name, cls) for name in names}
    known_as = known.need("label") if known is not None else ""
    best = min(_fullest(read), key=lambda name: (-said[name], name != known_as, name))
    name = read[best]
    common = isinstance(name, ThingName) and name.generic
    return _without_article(best, keys) if common else best


def _fullest(names: Mapping[str, Name]) -> list[str]:
    """Names in full rather than in part, in small letters rather than in capitals."""
    whole = [name for name, read in names.items() if _is_full(read)] or list(names)
    small = [name for name in whole if not name.isupper()]
    return small or whole


def _is_full(name: Name) -> bool:
    if isinstance(name, PersonName):
        return name.whole
    return isinstance(name, ThingName) and not name.acronym


def _nominal(group: Sequence[Profile], keys: NameKeys) -> str:
    """The longest description of a thing without a name, without its article."""
    found = [
        (mention.kind is not Kind.NOMINAL, -len(mention.words), mention.words)
        for profile in group
        for mention in profile.chain.mentions
    ]
    return _without_article(squeeze(min(found)[2]), keys)


def _without_article(name: str, keys: NameKeys) -> str:
    """As "Defense Ministry" for "The Defense Ministry" at the start of a sentence."""
    article, _, rest = name.partition(" ")
    return rest if rest and keys.tables.plays("article", keys.slug(article)) else name


def _ids(drafts: Sequence[Draft]) -> list[str]:
    """The slug of the label, with a suffix where several share it."""
    rivals: dict[str, list[int]] = {}
    for i, draft in enumerate(drafts):
        rivals.setdefault(draft.slug, []).append(i)
    ids = [""] * len(drafts)
    contested: list[list[int]] = []
    for slug, group in sorted(rivals.items()):
        known = [i for i in group if drafts[i].entity.entry is not None]
        if len(group) == 1 or len(known) == 1:
            # what the gazetteer knows keeps its id whoever else bears the name
            ids[(known or group)[0]] = slug
        contested.append([i for i in group if not ids[i]])
    taken = set(filter(None, ids))
    for group in contested:
        _tell_apart(group, drafts, ids, taken)
    return ids


def _tell_apart(
    group: list[int], drafts: Sequence[Draft], ids: list[str], taken: set[str]
) -> None:
    """Add country, else office, else both, else where the first mention stands.

    What nothing at all tells apart is numbered.
    """
    for suffix in _SUFFIXES:
        left = [i for i in group if not ids[i]]
        names = {i: _with(drafts[i], suffix(drafts[i])) for i in left}
        votes = Counter(names.values())
        for i in left:
            name = names[i]
            if name and votes[name] == 1 and name not in taken:
                ids[i] = name
                taken.add(name)
    for i in (i for i in group if not ids[i]):
        free = (f"{drafts[i].slug}-{number}" for number in count(2))
        ids[i] = next(name for name in free if name not in taken)
        taken.add(ids[i])


def _with(draft: Draft, parts: tuple[str, ...]) -> str:
    return "-".join((draft.slug, *parts)) if all(parts) else ""


def _by_mentions(draft: Draft) -> tuple[str, ...]:
    return (digest(*map(_place, draft.entity.mentions), draft.entity.aliases),)


def _article(draft: Draft) -> str:
    return "-".join(draft.entity.mentions[0].article.split())


def _start(draft: Draft) -> str:
    return str(draft.entity.mentions[0].mention.span.start)


_SUFFIXES: tuple[_Suffix, ...] = (
    lambda d: (d.country,),
    lambda d: (d.office,),
    lambda d: (d.country, d.office),
    lambda d: (_article(d),),
    lambda d: (_article(d), _start(d)),
    _by_mentions,
)

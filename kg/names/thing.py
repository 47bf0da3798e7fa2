"""The name of an organisation, place, event or agreement read.

"ROK Ministry of Foreign Affairs", "Foreign Ministry" and "Ministry of External Affairs"
have one core; the first also says whose ministry it is.
"""

import re
from dataclasses import dataclass

from kg.names.tables import Tables, Words

_YEAR = re.compile(r"\d{4}")
_ACRONYM = range(2, 9)  # letters


@dataclass(frozen=True, slots=True)
class ThingName:
    """A name that is no person's, in the spelling that keys are written in.

    `core` is the name without the countries that it names, squeezed; `countries` are
    gazetteer ids, `told` all words before they were left out, and `itself` the
    countries that the whole is a name of ("Republic of Korea"). `generic` is a name
    that every country has ("Foreign Ministry"), `recurring` one that comes again
    without telling its year. `initials` may abbreviate it, `acronym` says that it
    looks like an abbreviation itself.
    """

    key: str
    words: Words
    core: str
    countries: frozenset[str] = frozenset()
    generic: bool = False
    recurring: bool = False
    initials: str = ""
    acronym: bool = False
    told: frozenset[str] = frozenset()
    itself: frozenset[str] = frozenset()


def read_thing(name: str, tables: Tables) -> ThingName:
    """Read a name; one without a letter has no words and is its own key."""
    words = _plain(tables.split(name, initials=False), tables)
    if not words:
        raw = " ".join(name.split())
        return ThingName(raw, (), raw)
    core, countries = _without_countries(words, tables)
    core = _inverted(core, tables)
    squeezed = "".join(tables.spell(("".join(core),)))
    owners = sorted(tables.owner_words[c] for c in countries)
    return ThingName(
        "".join((squeezed, *(w for row in owners for w in row))),
        core,
        squeezed,
        frozenset(countries),
        _is_generic(core, tables),
        _recurs(core, tables),
        _initials(words, tables),
        _is_acronym(name),
        frozenset(words),
        tables.owners.get(words, frozenset()),
    )


def _plain(words: Words, tables: Tables) -> Words:
    """Words without articles, in their own spelling; a name of articles keeps them."""
    spelled = tables.spell(words)
    if len(spelled) > 1 and tables.plays("article", spelled[0]):
        spelled = spelled[1:]
    return tuple(w for w in spelled if not tables.plays("silent", w)) or spelled


def _without_countries(words: Words, tables: Tables) -> tuple[Words, list[str]]:
    """Part off the countries of "Ministry of Defence of Japan": they say whose it is.

    "Japan Times" is a name of its own: what would be left of it is not common.
    """
    rest: list[str] = []
    countries: set[str] = set()
    at = 0
    while at < len(words):
        row, country = _owner(words, at, tables)
        if row:
            countries |= country
            if rest and tables.plays("connector", rest[-1]):
                rest.pop()
        else:
            rest.append(words[at])
        at += len(row) or 1
    core = tuple(rest)
    if countries and core and _is_generic(_inverted(core, tables), tables):
        return core, sorted(countries)
    return words, []


def _owner(words: Words, at: int, tables: Tables) -> tuple[Words, frozenset[str]]:
    """The words of a country that stand there: "Japan", "Japan's"; empty if none do."""
    row = tables.match("owners", words, at)
    if row:
        return row, tables.owners[row]
    bare = (words[at].removesuffix("s"),)
    return (
        (words[at : at + 1], tables.owners[bare])
        if bare in tables.owners
        else ((), frozenset())
    )


def _inverted(words: Words, tables: Tables) -> Words:
    """Turn "Ministry of Unification" into "Unification Ministry"."""
    head = tables.match("inverts", words, 0)
    rest = words[len(head) :]
    if head and len(rest) > 1 and tables.plays("connector", rest[0]):
        return (*rest[1:], *head)
    return words


def _is_generic(core: Words, tables: Tables) -> bool:
    """Whether a name has common words alone: "Supreme Court", "working group"."""
    if core in tables.nouns:
        return True
    at, office = 0, False
    while at < len(core):
        row = tables.match("office", core, at)
        office = office or bool(row)
        row = row or tables.match("field", core, at)
        if not row:
            return False
        at += len(row)
    return office


def _recurs(core: Words, tables: Tables) -> bool:
    """Whether it comes again: "Winter Olympics", but not "2018 Winter Olympics"."""
    if any(_YEAR.fullmatch(word) for word in core):
        return False
    return any(tables.plays("recurring", word) for word in core)


def _initials(words: Words, tables: Tables) -> str:
    """The letters that may abbreviate a name of several words; else empty."""
    full = [
        word[0]
        for word in words
        if not tables.plays("connector", word) and not tables.plays("linking", word)
    ]
    return "".join(full) if len(full) > 1 else ""


def _is_acronym(name: str) -> bool:
    """Whether it looks like "KCNA" or "U.N."."""
    letters = [c for c in name if c.isalpha()]
    flat = name.strip().replace(".", "")
    return len(letters) in _ACRONYM and flat.isalnum() and flat.isupper()

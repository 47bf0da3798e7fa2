"""What the ontology says on the spelling of names, compiled for looking up.

The kinds are described at the head of `ontology/lexicon/romanisation.ttl`. A word that
two classes of one position claim is refused: a key must not depend on which came first.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from kg.errors import OntologyError
from kg.names.fold import fold, join_stops, split_words
from kg.names.romanise import Marked, Romanisation, marked_spellings, romanisations
from kg.names.schemes import Scheme, scheme_of
from kg.schema import Individual, Schema

Words = tuple[str, ...]
Rows = Mapping[str, tuple[Words, ...]]

_ALIASES = ("label", "altLabel", "demonym")
_WRITTEN_OUT = (("written",), ("written", "sounded"))  # "Djindjic", "Djindjich"
_STEM = 3  # letters that must stand before an ending: "wise" is no "-ise"
_LONG = 4  # letters from which an unhyphenated given name is cut into two syllables


@dataclass(frozen=True, slots=True)
class Custom:
    """Names of one language that put the family first.

    `families` and `given` map a spelling to the one that keys are written in, `joiner`
    joins the syllables of a given name. `syllable` is what a syllable looks like in a
    language whose syllables are not listed one by one, else None; `scheme` are its two
    ways to write them, if it has two.
    """

    language: str
    joiner: str
    families: Mapping[str, str]
    given: Mapping[str, str]
    syllable: re.Pattern[str] | None
    scheme: Scheme | None
    perhaps: Mapping[str, Words]

    def readings(self, word: str) -> Words:
        """A syllable in its own spelling, and others that papers may write like it."""
        return (self.given.get(word, word), *self.perhaps.get(word, ()))

    def syllables(self, word: str) -> Words:
        """The syllables that a word of a given name spells; empty if it spells none.

        "yojong" is cut because there is one way to do it, "yongun" is not.
        """
        if self.syllable is not None:
            fits = self.syllable.fullmatch(word) or self._old(word)
            return (word,) if fits else ()
        if word in self.given:
            return (self.given[word],)
        cuts = [
            (self.given[word[:i]], self.given[word[i:]])
            for i in range(1, len(word))
            if word[:i] in self.given and word[i:] in self.given
        ]
        return cuts[0] if len(cuts) == 1 and len(word) >= _LONG else ()

    def _old(self, word: str) -> bool:
        return self.scheme is not None and bool(self.scheme.old(word, marked=None))

    def looks_given(self, word: str) -> bool:
        """Whether a word looks like one or two syllables written together."""
        if self.syllable is None or self._old(word):
            return bool(self.syllables(word))
        return bool(re.fullmatch(f"(?:{self.syllable.pattern}){{1,2}}", word))


@dataclass(frozen=True, slots=True)
class Tables:
    """Everything that names are read with. Words are folded; rows are tuples of words.

    `canon` maps a spelling to its class's own; `fuller` a given name to those that it
    may stand for, `rarely` to those that it seldom stands for, and `short` are given
    names that are short for others; `owners` the words of a country, or of several
    ("inter-Korean"), to gazetteer ids and `owner_words` such an id back to words;
    `roles` are rows of small words ("office"), `nouns` those of class nouns. `index`
    holds the rows of an index by their first word, longest first. `marked` are careful
    romanisations, `written` ways to write letters with accents in two ("ö" as "oe");
    `namesakes` are given and family names that several people of the gazetteer bear.
    """

    letters: Mapping[int, str]
    canon: Mapping[Words, Words]
    endings: tuple[tuple[str, str], ...]
    customs: tuple[Custom, ...]
    romanisations: tuple[Romanisation, ...]
    marked: tuple[Marked, ...]
    written: tuple[Mapping[int, str], ...]
    personal: frozenset[str]
    family_first: frozenset[str]
    index: Mapping[str, Rows]
    roles: Mapping[str, frozenset[Words]]
    fuller: Mapping[str, frozenset[str]]
    rarely: Mapping[str, frozenset[str]]
    short: frozenset[str]
    owners: Mapping[Words, frozenset[str]]
    owner_words: Mapping[str, Words]
    nouns: frozenset[Words]
    namesakes: frozenset[Words] = frozenset()

    def split(self, name: str, *, initials: bool) -> Words:
        """The folded words of a name; with `initials`, "J.R." is two words, not one."""
        for way in self.marked:
            name = way.respell(name)
        text = fold(name, self.letters)
        return split_words(text if initials else join_stops(text))

    def spell(self, words: Words) -> Words:
        """Every word, row of words and ending in its class's own spelling."""
        result: list[str] = []
        at = 0
        while at < len(words):
            row = self.match("canon", words, at)
            result += self.canon[row] if row else (self._end(words[at]),)
            at += len(row) or 1
        return tuple(result)

    def spelled(self, text: str) -> Words:
        """The words of a text that is no person's name, as keys write them."""
        return self.spell(self.split(text, initials=False))

    def match(self, index: str, words: Words, start: int) -> Words:
        """The longest row of an index that stands at `start`; empty if none does."""
        rows = self.index.get(index, {}).get(words[start], ())
        return next((r for r in rows if words[start : start + len(r)] == r), ())

    def plays(self, role: str, *words: str) -> bool:
        """Whether a row of words plays a role ("office")."""
        return words in self.roles.get(role, frozenset())

    def _end(self, word: str) -> str:
        for ending, canonical in self.endings:
            if word.endswith(ending) and len(word) - len(ending) >= _STEM:
                return word.removesuffix(ending) + canonical
        return word


def compile_tables(schema: Schema) -> Tables:
    """Compile the tables of one ontology.

    Raises:
        OntologyError: naming the word, if two spelling classes of a position and
            language claim it, or a term lacks a property.
    """
    single = _spellings(_classes(schema, "letter"), str)
    letters = str.maketrans({k: v for k, v in single.items() if len(k) == 1})

    def clean(text: str) -> str:
        return fold(text, letters)

    whole = _classes(schema, "word") + _classes(schema, "phrase")
    spellings = _spellings(whole, clean)
    canon = {split_words(k): split_words(v) for k, v in spellings.items()}
    endings = _spellings(_classes(schema, "ending"), clean)
    bare = Tables(
        letters,
        canon,
        tuple(sorted(endings.items(), key=lambda e: (-len(e[0]), e))),
        tuple(_custom(schema, term, clean) for term in _ordered_customs(schema)),
        romanisations(schema, _by_language(schema, clean), _given_names(schema, clean)),
        marked_spellings(schema),
        tuple(_written_out(schema, *kinds) for kinds in _WRITTEN_OUT),
        _covered(schema, "NamingCustom"),
        frozenset(_family_names(schema, clean)),
        {"canon": _by_first(canon)},
        roles={},
        fuller={},
        rarely={},
        short=frozenset(),
        owners={},
        owner_words={},
        nouns=frozenset(),
    )
    return _complete(schema, bare)


def _complete(schema: Schema, bare: Tables) -> Tables:
    """Add what is itself spelled by the classes: small words, countries, nouns."""
    roles: dict[str, set[Words]] = {}
    for term in schema.of("NameWords"):
        rows = map(bare.spelled, term.all("words"))
        roles.setdefault(term.need("role"), set()).update(rows)
    owners = _owners(schema, bare)
    shorts = [text for term in schema.of("ShortForm") for text in term.all("short")]
    titles = [bare.spelled(n) for t in schema.of("Title") for n in t.all("lemma")]
    return replace(
        bare,
        roles={role: frozenset(rows) for role, rows in roles.items()},
        fuller=_fuller(schema, bare, full="full", variants="words"),
        rarely=_fuller(schema, bare, full="rarely", variants="rarely"),
        short=frozenset(bare.spelled(text)[0] for text in shorts),
        owners=owners,
        owner_words=_owner_words(schema, bare, owners),
        nouns=frozenset(
            bare.spelled(n) for t in schema.of("ClassNoun") for n in t.all("lemma")
        ),
        index={**bare.index, "owners": _by_first(owners), "title": _by_first(titles)}
        | {role: _by_first(rows) for role, rows in roles.items()},
    )


def _classes(
    schema: Schema, position: str, language: str | None = None
) -> list[Individual]:
    return [
        term
        for term in schema.of("SpellingClass")
        if term.need("position") == position
        and (language is None or language in term.all("language"))
    ]


def _spellings(
    classes: Iterable[Individual], clean: Callable[[str], str]
) -> dict[str, str]:
    """Spelling to canonical spelling; no word may stand in two of the classes."""
    found: dict[str, str] = {}
    claimed: dict[str, Individual] = {}
    for term in classes:
        canonical = clean(term.one("lemma") or term.need("words"))
        for word in {canonical, *map(clean, term.all("words"))}:
            other = claimed.setdefault(word, term)
            if other is not term:
                message = (
                    f"{term.file}: {word!r} stands in {other.id} and in {term.id}; "
                    "merge the two classes or take it out of one"
                )
                raise OntologyError(message)
            found[word] = canonical
    return found


def _by_language(
    schema: Schema, clean: Callable[[str], str]
) -> dict[str, dict[str, str]]:
    """By language, the spellings of its whole words."""
    classes = _classes(schema, "word")
    languages = sorted({code for term in classes for code in term.all("language")})
    return {
        code: _spellings([t for t in classes if code in t.all("language")], clean)
        for code in languages
    }


def _given_names(schema: Schema, clean: Callable[[str], str]) -> frozenset[str]:
    """Given names of which the ontology knows other forms."""
    kinds = ("words", "rarely", "short", "full")
    terms = (*schema.of("ShortForm"), *schema.of("GivenNameVariants"))
    return frozenset(clean(w) for t in terms for kind in kinds for w in t.all(kind))


def _written_out(schema: Schema, *kinds: str) -> dict[int, str]:
    """Letters with accents to the two that stand for them where accents are not to be.

    Capitals become small, which a key does not mind.
    """
    single = _spellings((t for kind in kinds for t in _classes(schema, kind)), str)
    pairs = {k: v for k, v in single.items() if len(k) == 1}
    return str.maketrans(pairs | {k.upper(): v for k, v in pairs.items()})


def _ordered_customs(schema: Schema) -> list[Individual]:
    """Languages with listed syllables first.

    "Chang Song-taek" is Korean by its syllables although Chang is also Chinese.
    """
    terms = schema.of("NamingCustom")
    return sorted(terms, key=lambda t: (t.one("syllable") is not None, t.id))


def _custom(schema: Schema, term: Individual, clean: Callable[[str], str]) -> Custom:
    language, pattern = term.need("language"), term.one("syllable")
    families = {word: word for word in _family_names(schema, clean, language)}
    return Custom(
        language,
        term.one("joiner") or "",
        families | _spellings(_classes(schema, "family", language), clean),
        _spellings(_classes(schema, "given", language), clean),
        re.compile(pattern) if pattern else None,
        scheme_of(schema, language),
        _perhaps(schema, language, clean),
    )


def _perhaps(
    schema: Schema, language: str, clean: Callable[[str], str]
) -> dict[str, Words]:
    """Spellings of a syllable to others that papers may write like it."""
    found: dict[str, Words] = {}
    for term in _classes(schema, "given", language):
        for word in map(clean, term.all("perhaps")):
            found[word] = (*found.get(word, ()), clean(term.need("lemma")))
    return found


def _family_names(
    schema: Schema, clean: Callable[[str], str], language: str | None = None
) -> list[str]:
    """Family names that stand first, of one language or of all."""
    return [
        clean(lemma)
        for name in schema.of("FamilyName")
        if language is None or language in name.all("language")
        for lemma in name.all("lemma")
    ]


def _covered(schema: Schema, kind: str) -> frozenset[str]:
    """The classes that terms of a kind apply to, with all classes under them."""
    tops = {cls for term in schema.of(kind) for cls in term.all("appliesTo")}
    return frozenset(tops) | {
        cls for cls in schema.classes if any(schema.is_a(cls, top) for top in tops)
    }


def _fuller(
    schema: Schema, tables: Tables, *, full: str, variants: str
) -> dict[str, frozenset[str]]:
    """Given names to what they may stand for: "joe" to {"joseph"}."""
    found: dict[str, set[str]] = {}
    for term in schema.of("ShortForm"):
        names = {word for text in term.all(full) for word in tables.spelled(text)}
        for text in term.all("short"):
            found.setdefault(tables.spelled(text)[0], set()).update(names)
    for term in schema.of("GivenNameVariants"):
        for text in term.all(variants):
            found.setdefault(tables.spelled(text)[0], set()).add(term.id)
    return {word: frozenset(names) for word, names in found.items()}


def _owners(schema: Schema, tables: Tables) -> dict[Words, frozenset[str]]:
    """Words of countries to their ids; of two or more for "inter-Korean".

    Words that two entries share say nothing about whose a thing is.
    """
    claims: dict[Words, set[frozenset[str]]] = {}
    for entry in _possessors(schema):
        for row in _alias_rows(entry, tables):
            claims.setdefault(row, set()).add(frozenset({entry.id}))
    for term in schema.of("CollectiveName"):
        for row in _alias_rows(term, tables):
            claims.setdefault(row, set()).add(frozenset(term.all("member")))
    return {
        row: next(iter(ids)) for row, ids in claims.items() if row and len(ids) == 1
    }


def _owner_words(
    schema: Schema, tables: Tables, owners: Mapping[Words, frozenset[str]]
) -> dict[str, Words]:
    """Ids of countries to the words that keys write for them."""
    found = {
        country: tables.spelled(country) for ids in owners.values() for country in ids
    }
    for entry in reversed(_possessors(schema)):
        for row in reversed(_alias_rows(entry, tables)):
            if owners.get(row) == frozenset({entry.id}):
                found[entry.id] = row
    return found


def _possessors(schema: Schema) -> list[Individual]:
    classes = _covered(schema, "NamePossessor")
    entries = schema.of("GazetteerEntry")
    return [entry for entry in entries if classes.intersection(entry.all("class"))]


def _alias_rows(entry: Individual, tables: Tables) -> list[Words]:
    return [tables.spelled(text) for form in _ALIASES for text in entry.all(form)]


def _by_first(rows: Iterable[Words]) -> dict[str, tuple[Words, ...]]:
    """Rows by their first word, the longest first."""
    found: dict[str, list[Words]] = {}
    for row in sorted(filter(None, rows), key=lambda r: (-len(r), r)):
        found.setdefault(row[0], []).append(row)
    return {word: tuple(group) for word, group in found.items()}

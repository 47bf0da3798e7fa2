"""Two ways to write one language's syllables: Wade-Giles "Teng", pinyin "Deng".

Papers drop the apostrophe that tells Wade-Giles "p'" from "p", so that an old spelling
may be read in several ways. A name that is plainly written in the old way is one with
each of its readings; of a name that may be either ("Chang Wei") the name cannot tell.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import product

from kg.schema import Individual, Schema

Words = tuple[str, ...]

_INITIAL = re.compile("[^aeiou]*")
_APOSTROPHE = re.compile("[a-z]['`\u2018\u2019\u02bb\u02bc\u02bd][a-z]", re.IGNORECASE)
_GAP = re.compile(r"[\s\u2010\u2011-]+")
_MOST = 3  # words of a name: family and two syllables


@dataclass(frozen=True, slots=True)
class Scheme:
    """The two ways of one language.

    `syllable` is one of the newer way. `plain` and `aspirate` are initials and `finals`
    rests of the older way, each with what is written for it; `whole` are syllables that
    are rewritten as they stand.
    """

    syllable: re.Pattern[str]
    plain: Mapping[str, Words]
    aspirate: Mapping[str, Words]
    finals: Mapping[str, Words]
    whole: Mapping[str, Words]

    def new(self, word: str, most: int = 2) -> bool:
        """Whether a word is one syllable of the newer way, or at most so many."""
        return (
            re.fullmatch(f"(?:{self.syllable.pattern}){{1,{most}}}", word) is not None
        )

    def old(self, word: str, *, marked: bool | None) -> Words:
        """What an old syllable may be in the newer way, the likeliest first.

        Args:
            word: the folded syllable.
            marked: whether an apostrophe stood in it; None where none is written.
        """
        if word in self.whole:
            return self.whole[word]
        found = _INITIAL.match(word)
        start = found[0] if found else ""
        plain = self.plain.get(start, ()) if start else ("",)
        tables = [plain, self.aspirate.get(start, ())]
        if marked is not None and all(tables):
            tables = [tables[marked]]
        rests = self.finals.get(word[len(start) :], ())
        spelled = (a + b for table in tables for a, b in product(table, rests))
        return tuple(dict.fromkeys(s for s in spelled if self.syllable.fullmatch(s)))


@dataclass(frozen=True, slots=True)
class Readings:
    """What a name may be in the newer way.

    `names` are rows of family and syllables, the likeliest first; never empty. `sure`
    if its letters show that it is in the older one, `likely` if its hyphen does.
    """

    names: tuple[Words, ...]
    sure: bool = False
    likely: bool = False


def scheme_of(schema: Schema, language: str) -> Scheme | None:
    """Compile the two ways to write the syllables of a language; None without them."""
    terms = [t for t in schema.of("SyllableScheme") if language in t.all("language")]
    if not terms:
        return None
    parts = [p for p in schema.of("SyllablePart") if language in p.all("language")]
    plain, aspirate, finals, whole = (
        _parts(parts, kind) for kind in ("initial", "aspirate", "final", "whole")
    )
    return Scheme(re.compile(terms[0].need("syllable")), plain, aspirate, finals, whole)


def read_two_ways(
    words: Words, name: str, scheme: Scheme, families: Collection[str]
) -> Readings:
    """Read a name of family and given name in both ways.

    Args:
        words: the folded words of the name, the family first.
        name: the name as the text words it: hyphens and apostrophes tell the way.
        scheme: the two ways.
        families: family names of the language, in either way.
    """
    words = _apart(words, scheme)
    marks = _marks(name, len(words))
    olds = [scheme.old(w, marked=m) for w, m in zip(words, marks, strict=True)]
    most = _MOST - len(words) + 1
    news = [scheme.new(w, most if at else 1) for at, w in enumerate(words)]
    both = list(zip(words, olds, news, strict=True))
    if not any(olds) or not all(old or new for _, old, new in both):
        return Readings((words,))
    mixed = any(new and not old for _, old, new in both)
    options = [_options(*way, mixed=mixed) for way in both]
    options[0] = tuple(f for f in options[0] if f in families) or words[:1]
    full = mixed or len(words) == _MOST or any(mark is not None for mark in marks)
    return Readings(
        tuple(product(*options)),
        sure=full and not all(news),
        likely=full and "-" in name and not mixed,
    )


def _options(word: str, old: Words, new: bool, *, mixed: bool) -> Words:
    """What a word may be; beside words of the newer way, it is of that way too."""
    if not old or (new and mixed):
        return (word,)
    return tuple(dict.fromkeys((*old, word))) if new else old


def _apart(words: Words, scheme: Scheme) -> Words:
    """Cut "Tsetung" in two where there is one way to do it."""
    if len(words) != _MOST - 1 or scheme.new(words[1]):
        return words
    word = words[1]
    cuts = [
        (word[:at], word[at:])
        for at in range(1, len(word))
        if all(scheme.old(w, marked=None) for w in (word[:at], word[at:]))
    ]
    one_way = len(cuts) == 1 and not scheme.old(word, marked=None)
    return (words[0], *cuts[0]) if one_way else words


def _marks(name: str, count: int) -> list[bool | None]:
    """Which words have an apostrophe; None for all where none has one."""
    marks = [bool(_APOSTROPHE.search(word)) for word in _GAP.split(name.strip())]
    if len(marks) != count or not any(marks):
        return [None] * count
    return list(marks)


def _parts(terms: Collection[Individual], position: str) -> dict[str, Words]:
    found: dict[str, Words] = {}
    for term in sorted(terms, key=lambda term: term.id):
        if term.need("position") == position:
            for word in term.all("words"):
                found[word] = (*found.get(word, ()), term.one("lemma") or word)
    return found

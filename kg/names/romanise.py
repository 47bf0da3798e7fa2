"""Romanised words of one language in one spelling: "Sergej Lavrov", "Sergey Lavrov".

A language has signs by which a name is known for one of its own ("-enko", "bin"), and
rules that rewrite what its romanisations spell in several ways. Rules unite spellings
of one sound only; where two names of the language sound near, they stay two.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from kg.schema import Schema

Words = tuple[str, ...]

_MOST_TURNS = 8
_WORDS = 1 << 15  # words of names kept in mind: news repeats them


@dataclass(frozen=True, slots=True)
class Rule:
    """A part of a word, and what is written for it; perhaps in family names alone."""

    part: re.Pattern[str]
    by: str
    family: bool


@dataclass(frozen=True, slots=True)
class Marked:
    """A careful romanisation, known by its accents, and how papers spell instead.

    "P'yŏngyang" has an accent: its plain consonants are voiced, "Kaesŏng" is "Gaesong".
    """

    sign: re.Pattern[str]
    rules: tuple[Rule, ...]

    def respell(self, name: str) -> str:
        """The name in small letters by the rules, if it has the accents; else as is."""
        small = unicodedata.normalize("NFC", name).lower()
        if not self.sign.search(small):
            return name
        return _rewrite(small, self.rules, family=True)


@dataclass(frozen=True, eq=False)
class Romanisation:
    """How names of one language are known and spelled.

    `sign` is what a word looks like that only this language has, `patronymic` what a
    father's name looks like; `article` tells whether papers leave its article out of
    names. `listed` is what the rules make of the words whose spelling is settled, with
    that spelling; `given` are other given names, which have forms of their own and
    stay as they are.
    """

    language: str
    article: bool
    sign: re.Pattern[str]
    patronymic: re.Pattern[str] | None
    rules: tuple[Rule, ...]
    listed: Mapping[str, str]
    given: frozenset[str]

    def fits(self, words: Words) -> bool:
        """Whether one of the words is of this language."""
        return any(
            self.sign.fullmatch(word) or _plain(self, word) in self.listed
            for word in words
        )

    def respell(self, words: Words) -> Words:
        """All words by the rules; a given name comes first, the family name last."""
        last = len(words) - 1
        return tuple(
            word if at == 0 and word in self.given else _word(self, word, at == last)
            for at, word in enumerate(words)
        )


@lru_cache(maxsize=_WORDS)
def _plain(language: Romanisation, word: str) -> str:
    return _rewrite(word, language.rules, family=False)


@lru_cache(maxsize=_WORDS)
def _word(language: Romanisation, word: str, family: bool) -> str:
    if len(word) == 1:
        return word
    known = language.listed.get(_plain(language, word))
    return known or _rewrite(word, language.rules, family=family)


def romanisations(
    schema: Schema,
    spellings: Mapping[str, Mapping[str, str]],
    given: frozenset[str],
) -> tuple[Romanisation, ...]:
    """Compile the romanisations of an ontology, in the order of their ids.

    Args:
        schema: the ontology.
        spellings: by language, spellings of whole words and what is written for them.
        given: given names of any language that no rule changes.
    """
    found = []
    for term in sorted(schema.of("Romanisation"), key=lambda term: term.id):
        language = term.need("language")
        rules = _rules(schema, language)
        words = spellings.get(language, {})
        patronymic = term.one("patronymic")
        found.append(
            Romanisation(
                language,
                term.one("article") is not None,
                re.compile(term.need("sign")),
                re.compile(patronymic) if patronymic else None,
                rules,
                _listed(words, rules),
                given,
            )
        )
    return tuple(found)


def marked_spellings(schema: Schema) -> tuple[Marked, ...]:
    """Compile the careful romanisations of an ontology, in the order of their ids."""
    return tuple(
        Marked(re.compile(term.need("sign")), _rules(schema, term.need("language")))
        for term in sorted(schema.of("MarkedSpelling"), key=lambda term: term.id)
    )


def _rules(schema: Schema, language: str) -> tuple[Rule, ...]:
    terms = sorted(schema.of("SpellingRule"), key=lambda term: term.id)
    return tuple(
        Rule(
            re.compile(term.need("pattern")),
            term.one("by") or "",
            term.one("position") == "family",
        )
        for term in terms
        if language in term.all("language")
    )


def _rewrite(word: str, rules: tuple[Rule, ...], *, family: bool) -> str:
    """The word by all rules, again and again: what is rewritten once stays so."""
    for _ in range(_MOST_TURNS):
        before = word
        for rule in rules:
            if family or not rule.family:
                word = rule.part.sub(rule.by, word)
        if word == before:
            break
    return word


def _listed(words: Mapping[str, str], rules: tuple[Rule, ...]) -> dict[str, str]:
    """Spellings as the rules write them; what would be two words is none of them."""
    claims: dict[str, set[str]] = {}
    for word, canonical in words.items():
        claims.setdefault(_rewrite(word, rules, family=False), set()).add(canonical)
    return {word: min(found) for word, found in claims.items() if len(found) == 1}

"""The rules of wording, compiled over the time words."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from string import ascii_lowercase, ascii_uppercase

from kg.times.rules import RULES, Rule
from kg.times.setting import Fields
from kg.times.words import TimeWords

_DIGITS = {
    "day": r"(?:0?[1-9]|[12][0-9]|3[01])",
    "num": r"[0-9]{1,2}",
    "year": r"(?:1[0-9]{3}|2[01][0-9]{2})",
    "yy": r"[0-9]{2}",
}
_MACROS = {
    "DASH": r"(?:\s?[-\u2010-\u2014]\s?| {TO} )",
    "JOIN": r"(?: {TO} |\s?[-\u2010-\u2013]\s?| {AND} )",
    "GAP": r"(?: |-)",
    # "July 21, 2017", "May last year", "June 21 of this year"
    "WHICH": "(?:,? (?:{OF} )?(?:{year}|{shift} {=year}))",
    # "Friday, July 21", "Wednesday the 21st of July"
    "WHEN": "(?:{WEEKDAY},? (?:{THE} )?)?",
    "HOUR": "[0-9]{1,2}(?::[0-9]{2})? {CLOCK}",
    "NTH": "(?:{SUFFIX})?",
    "DURING": "(?: {PART-OF-DAY})?",
}
_SPACE = r"\s{1,4}"
_LONGEST_NUMBER = 9
_TEN = 10
_TENS = range(20, 100, 10)
_PLAIN = str.maketrans(ascii_uppercase + "\u2019[]", ascii_lowercase + "'  ")
_SLOT = re.compile(r"\{([=a-zA-Z-]+2?)\}")
# Not within a word or number, nor an amount of money: "KN-23", "10:2018", "$2000".
_LEFT = r"(?<![\w$\u00a3\u20ac\u00a5#])(?<![0-9][.,:/])"
_RIGHT = r"(?!\w|[.,:/][0-9]|\s?%)"


@dataclass(frozen=True, slots=True)
class Parse:
    """A rule that matched the whole of some words, with the values it found."""

    rule: Rule
    fields: Fields


class Grammar:
    """The rules and helper patterns, compiled over one set of time words."""

    def __init__(self, words: TimeWords) -> None:
        """Compile every rule; linear in the number of words."""
        self._values = {kind: words.of_kind(kind) for kind, _, _ in words.rows}
        self._rules = tuple((rule, self.compiled(rule.template)) for rule in RULES)

    def compiled(self, template: str) -> re.Pattern[str]:
        """The pattern of a template, to be found only as whole words."""
        return re.compile(_LEFT + self.body(template) + _RIGHT, re.DOTALL)

    def leading(self, template: str) -> re.Pattern[str]:
        """The pattern of what stands right before a place, to search up to there."""
        return re.compile(_LEFT + self.body(template) + r"\s*\Z")

    def body(self, template: str) -> str:
        """The bare regular expression of a template."""
        body = template
        for name, macro in _MACROS.items():
            body = body.replace("{" + name + "}", macro)
        return _SLOT.sub(self._fragment, body.replace(" ", _SPACE))

    def words(self, kind: str) -> Mapping[str, str]:
        """Spelling -> value of one kind."""
        return self._values.get(kind, {})

    def matches(self, text: str) -> Iterator[tuple[Rule, re.Match[str]]]:
        """Everything in a plain text that some rule could mean, rule by rule."""
        for rule, pattern in self._rules:
            for match in pattern.finditer(text):
                yield rule, match

    def parses(self, text: str) -> Iterator[Parse]:
        """The rules that match the whole of a plain text, in their order."""
        for rule, pattern in self._rules:
            match = pattern.fullmatch(text)
            if match:
                yield Parse(rule, self._fields(match))

    def _fragment(self, slot: re.Match[str]) -> str:
        name = slot[1]
        if name.startswith("="):
            return self._any(w for w, v in self._units().items() if v == name[1:])
        if not name.islower():
            return self._any(self.words(name.casefold()))
        kind = name.rstrip("2")
        return f"(?P<{name}>{_DIGITS.get(kind) or self._capturing(kind)})"

    def _capturing(self, kind: str) -> str:
        if kind == "unit":
            return self._any(self._units())
        if kind == "single":
            return self._any(self.words("unit"))
        if kind == "n":
            return f"(?:[0-9]{{1,{_LONGEST_NUMBER}}}|{self._counts(1)})"
        return self._counts(10) if kind == "tail" else self._any(self.words(kind))

    def _counts(self, least: int) -> str:
        """Spelled numbers from the least on, up to ninety-nine if of two words."""
        numbers = {word: int(n) for word, n in self.words("number").items()}
        ones = self._any(word for word, n in numbers.items() if n < _TEN)
        tens = self._any(word for word, n in numbers.items() if n in _TENS)
        one = self._any(word for word, n in numbers.items() if n >= least)
        return f"(?:{tens}(?:-|{_SPACE}){ones}|{one})"

    def _units(self) -> Mapping[str, str]:
        return {**self.words("unit"), **self.words("units")}

    @staticmethod
    def _any(words: Iterable[str]) -> str:
        """One of the words, the longest that fits; nothing at all if there are none."""
        longest_first = sorted(words, key=lambda word: (-len(word), word))
        spelled = (re.escape(w).replace(r"\ ", _SPACE) for w in longest_first)
        return f"(?:{'|'.join(spelled)})" if longest_first else "(?!)"

    def _fields(self, match: re.Match[str]) -> Fields:
        found = {
            name: " ".join(text.split())
            for name, text in match.groupdict().items()
            if text is not None
        }
        return {
            {"single": "unit"}.get(name, name): self._value(name.rstrip("2"), text)
            for name, text in found.items()
        }

    def _value(self, kind: str, text: str) -> str:
        if kind in ("unit", "single"):
            return self._units()[text]
        if kind in ("n", "tail"):
            return self._count(text)
        return self.words(kind).get(text, text)

    def _count(self, text: str) -> str:
        """Count "12" -> 12, "dozen" -> 12, "twenty-four" -> 24."""
        numbers = self.words("number")
        if text in numbers or text.isdecimal():
            return numbers.get(text, text)
        return str(sum(int(numbers[part]) for part in re.split("[- ]", text)))


def plain(text: str) -> str:
    """The text as the rules spell it, code point by code point.

    ASCII letters in lower case, straight apostrophes, and no square brackets ("[ten]
    years ago"); all else as it was, so that offsets stay.
    """
    return text.translate(_PLAIN)


@lru_cache(maxsize=4)
def grammar(words: TimeWords) -> Grammar:
    """The grammar over some words, compiled once."""
    return Grammar(words)

"""How time expressions are worded: a table of rules, compiled over the time words.

In a template, `{month}` is a word of that kind whose value becomes a field (a digit
at its end tells two of a kind apart), `{THE}` a word that only has to be there, and a
space any white space. The first sentence of each group of rules says what it is for.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from string import ascii_lowercase, ascii_uppercase
from typing import Literal

from kg.times import absolute, anchored, deictic
from kg.times.setting import Fields, Meaning
from kg.times.words import TimeWords

Anchor = Literal["deictic", "absolute", "relative-to-event"]
ABSOLUTE: Anchor = "absolute"
DEICTIC: Anchor = "deictic"
EVENT: Anchor = "relative-to-event"

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
class Rule:
    """One wording: its name, template, what it is counted from and what it means."""

    name: str
    template: str
    anchor: Anchor
    meaning: Meaning


RULES: tuple[Rule, ...] = (
    # "On 2019-03-22", "Thu, 01/04/2018"
    Rule("iso", "{year}-{num}-{num2}", ABSOLUTE, absolute.iso_day),
    Rule(
        "slashed",
        "(?:{weekday},? )?{num}/{num2}/{year}",
        ABSOLUTE,
        absolute.slashed_day,
    ),
    # "from Sept. 18-20", "the July 7-9 visit", "between 7 and 9 July 2020"
    Rule(
        "days",
        "(?:{FROM} )?{month} {day}{NTH}{DASH}{day2}{NTH}{WHICH}?",
        ABSOLUTE,
        absolute.days_of_month,
    ),
    Rule(
        "days",
        "{BETWEEN} {month} {day}{NTH} {AND} {day2}{NTH}{WHICH}?",
        ABSOLUTE,
        absolute.days_of_month,
    ),
    Rule(
        "days",
        "(?:{FROM} )?{day}{NTH}{DASH}{day2}{NTH} (?:{OF} )?{month}{WHICH}?",
        ABSOLUTE,
        absolute.days_of_month,
    ),
    Rule(
        "days",
        "{BETWEEN} {day}{NTH} {AND} {day2}{NTH} (?:{OF} )?{month}{WHICH}?",
        ABSOLUTE,
        absolute.days_of_month,
    ),
    # "Friday, July 21, 2017", "27 April 2018", "the Fourth of July", "June 21"
    Rule("day", "{WHEN}{month} {day}{NTH}{WHICH}?", ABSOLUTE, absolute.day_of_month),
    Rule(
        "day",
        "{WHEN}(?:{THE} )?{day}{NTH} (?:{OF} )?{month}{WHICH}?",
        ABSOLUTE,
        absolute.day_of_month,
    ),
    Rule(
        "day",
        "{THE} {ordinal} {OF} {month}{WHICH}?",
        ABSOLUTE,
        lambda f, s: absolute.day_of_month({**f, "day": f["ordinal"]}, s),
    ),
    Rule("holiday", "{holiday}{WHICH}?", ABSOLUTE, absolute.holiday),
    # "established in November 2018", "took office in May last year", "in September"
    Rule("dated month", "{month}{WHICH}", ABSOLUTE, absolute.month),
    Rule("shifted month", "(?:{THE} )?{shift} {month}", DEICTIC, deictic.shifted_month),
    Rule("month", "{month}", ABSOLUTE, absolute.month),
    Rule("season", "(?:{THE} )?{season} (?:{OF} )?{year}", ABSOLUTE, absolute.season),
    Rule("season", "{shift} {season}", DEICTIC, absolute.season),
    # "the 1950-53 Korean War", "the year 2000", "in 2014"
    Rule(
        "years",
        r"{year}\s?[-\u2010-\u2014]\s?(?P<yy>[0-9]{4}|[0-9]{2})",
        ABSOLUTE,
        absolute.year_range,
    ),
    Rule("told year", "{THE} {=year} {year}", ABSOLUTE, absolute.year),
    Rule("told year", "{FISCAL} (?:{=year} )?{year}", ABSOLUTE, absolute.year),
    Rule("year", "{year}", ABSOLUTE, absolute.year),
    # "nineteen ninety-six", "the year two thousand": as it is spoken
    Rule(
        "spoken year",
        "(?:{THE} {=year} )?{hundreds} {tail}(?!-)",
        ABSOLUTE,
        absolute.spoken_year,
    ),
    Rule(
        "spoken month",
        "{month} {hundreds} {tail}(?!-)",
        ABSOLUTE,
        absolute.spoken_month,
    ),
    Rule(
        "spoken year",
        "{THE} {=year} {thousand}(?: {tail})?",
        ABSOLUTE,
        lambda f, s: absolute.spoken_year({**f, "hundreds": f["thousand"]}, s),
    ),
    # "the 1990s", "the '80s", "the sixties", "the 20th century"
    Rule("decade", "(?:{THE} )?{year}'?s", ABSOLUTE, absolute.decade),
    Rule("decade", "(?:{THE} )?'(?P<decade>[0-9]0)s", ABSOLUTE, absolute.decade),
    Rule("decade", "{THE} {decade}", ABSOLUTE, absolute.decade),
    Rule(
        "century", "(?:{THE} )?{day}{SUFFIX}{GAP}{=century}", ABSOLUTE, absolute.century
    ),
    Rule(
        "century",
        "(?:{THE} )?{ordinal}{GAP}{=century}",
        ABSOLUTE,
        lambda f, s: absolute.century({"day": f["ordinal"]}, s),
    ),
    # "the third quarter of 2019", "this year's first half", "third-quarter profit"
    Rule(
        "fraction",
        "(?:{THE} )?{ordinal}{GAP}{fraction}{WHICH}",
        ABSOLUTE,
        absolute.fraction,
    ),
    Rule(
        "fraction",
        "(?:{THE} )?{year}(?:'s)? {ordinal}{GAP}{fraction}",
        ABSOLUTE,
        absolute.fraction,
    ),
    Rule(
        "fraction",
        "(?:{THE} )?{final}{GAP}{fraction}{WHICH}",
        ABSOLUTE,
        lambda f, s: absolute.fraction({**f, "ordinal": f["final"]}, s),
    ),
    Rule(
        "fraction",
        "{shift} {=year}'s {ordinal}{GAP}{fraction}",
        DEICTIC,
        absolute.fraction,
    ),
    Rule(
        "fraction",
        "(?:{THE} )?(?:{FISCAL}{GAP})?{ordinal}{GAP}{=quarter}",
        DEICTIC,
        lambda f, s: absolute.fraction({**f, "fraction": "3"}, s),
    ),
    # "earlier today", "late Thursday night", "this morning"
    Rule("deictic", "(?:{THE} )?{deictic}{DURING}", DEICTIC, deictic.deictic),
    Rule(
        "deictic",
        "{shift} {PART-OF-DAY}",
        DEICTIC,
        lambda f, s: deictic.deictic({"deictic": f["shift"]}, s),
    ),
    Rule("weekday", "{weekday}{DURING}", DEICTIC, deictic.weekday),
    Rule(
        "shifted weekday",
        "(?:{THE} )?{shift} {weekday}{DURING}",
        DEICTIC,
        deictic.shifted_weekday,
    ),
    Rule(
        "shifted weekday",
        "(?:{THE} )?{nearest} {weekday}{DURING}",
        DEICTIC,
        deictic.nearest_weekday,
    ),
    Rule(
        "shifted weekday",
        "{weekday}{DURING} (?:{OF} )?{shift} {=week}",
        DEICTIC,
        deictic.weekday_of_week,
    ),
    # "the following day"; "the next three weeks" of a future clause
    Rule("from event", "{THE} {step} (?:{n} )?{unit}", EVENT, anchored.stepped),
    # "in the past year", "over the next three months"
    Rule("rolling", "(?:{THE} )?{rolling} {n}{GAP}{unit}", DEICTIC, deictic.rolling),
    Rule("rolling", "{THE} {rolling} {single}", DEICTIC, deictic.rolling),
    # "talks next week", "earlier this month", "the current fiscal year"
    Rule(
        "shifted unit",
        "(?:{THE} )?{shift} (?:{FISCAL} )?{unit}",
        DEICTIC,
        deictic.shifted_unit,
    ),
    Rule(
        "shifted unit",
        "{nearest} {=week}",
        DEICTIC,
        lambda f, s: deictic.shifted_unit({**f, "unit": "week"}, s),
    ),
    Rule("weekend", "(?:{THE} )?{=weekend}", DEICTIC, deictic.weekend),
    # "three days ago", "in six months"
    Rule("ago", r"(?<!\w-){n}{GAP}{unit} (?:{OR-SO} )?{ago}", DEICTIC, deictic.offset),
    Rule("within", "{IN} {n} {unit}", DEICTIC, deictic.offset_ahead),
    # "just a year after", "two days earlier", "the day before", "the following day"
    Rule("from event", r"(?<!\w-){n} {unit} {direction}", EVENT, anchored.from_event),
    Rule(
        "from event",
        "(?:{THE} )?{single}-{ago}",
        EVENT,
        lambda f, s: anchored.from_event({**f, "direction": f["ago"]}, s),
    ),
    Rule("from event", "(?:{THE} )?{single}-{direction}", EVENT, anchored.from_event),
    Rule("from event", "{THE} {single} {direction}", EVENT, anchored.beside_event),
    Rule("same", "{THE} {SAME} {unit}", EVENT, anchored.same_period),
    Rule("same", "{THAT} {unit}", EVENT, anchored.same_period),
    # "at the end of the year", "earlier in the week", "by year-end"
    Rule("the unit", "{THE} (?:{HEDGE} )?{single}", DEICTIC, anchored.same_or_now),
    Rule("year end", "(?:{THE} )?{YEAR-END}", DEICTIC, deictic.year_end),
    # "recently", "a few years ago", "in recent weeks", "the coming weeks"
    Rule("vague", "{VAGUE}", DEICTIC, deictic.nowhere),
    Rule(
        "vague", "{VAGUE-COUNT} {unit} (?:{AGO}|{DIRECTION})", DEICTIC, deictic.nowhere
    ),
    Rule(
        "vague",
        "(?:{THE} )?(?:{VAGUE-RECENT} |{ROLLING} {VAGUE-COUNT} ){UNITS}",
        DEICTIC,
        deictic.nowhere,
    ),
)


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

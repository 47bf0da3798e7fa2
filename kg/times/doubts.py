"""What speaks against a match: "may" and "march" are verbs, 1950 may be a crowd."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kg.times.grammar import Grammar

# How far to the left the words that belong to an expression are looked for.
_WINDOW = 48
# A bare number of these years needs no preposition to be one ("the Seoul 1988 team").
_COMMON_YEARS = range(1900, 2050)
_CAPITAL = re.compile(r"\s+[A-Z]")
_HYPHEN = re.compile(r"\w[-\u2010\u2011]\Z")
_NAME = re.compile(r"\b[A-Z][\w\u2019'-]*\s+\Z")
POSSESSIVE = re.compile("'s\\b|'(?!\\w)")


def left(pattern: re.Pattern[str], text: str, end: int) -> re.Match[str] | None:
    """The match of a leading pattern that ends at a code point."""
    return pattern.search(text, max(0, end - _WINDOW), end)


@dataclass(frozen=True, slots=True)
class Site:
    """A match at its place, in the text as it is and as the rules spell it."""

    text: str
    lower: str
    match: re.Match[str]

    def field(self, name: str) -> str:
        """The words of a field as they stand in the text; empty if there is none."""
        if self.match.groupdict().get(name) is None:
            return ""
        return self.text[self.match.start(name) : self.match.end(name)]

    def after(self, pattern: re.Pattern[str]) -> bool:
        """Whether it stands right after something."""
        return left(pattern, self.lower, self.match.start()) is not None

    def before(self, pattern: re.Pattern[str]) -> bool:
        """Whether it stands right before something."""
        return pattern.match(self.lower, self.match.end()) is not None

    @property
    def after_name(self) -> bool:
        """Whether a capitalised word stands right before it."""
        return left(_NAME, self.text, self.match.start()) is not None

    @property
    def before_name(self) -> bool:
        """Whether a capitalised word stands right after it."""
        return _CAPITAL.match(self.text, self.match.end()) is not None


class Doubts:
    """The checks of each rule, with their patterns."""

    def __init__(self, made: Grammar) -> None:
        """Compile the patterns; linear in the number of words."""
        self._names = frozenset(made.words("name-like"))
        self._counted = re.compile(r"(?:-|\s{0,4})" + made.body("{COUNTED}") + r"\b")
        self._designator = made.leading("{DESIGNATOR}")
        self._part = made.leading("{PART}-?")
        self._to_year = made.leading("{YEAR-PREPOSITION}")
        self._to_month = made.leading(
            "(?:{MONTH-PREPOSITION}|{EDGE} {OF}|{PART}-?|{MONTH}{JOIN})"
        )
        self._edge = made.leading("(?:{EDGE}|{PART}) {OF}")
        self._joined = re.compile(made.body("{JOIN}{MONTH}"))
        self._function_word = made.leading(
            "(?:{PREPOSITION}|{SINCE}|{UNTIL}|{BY}|{BEFORE}|{AFTER}|{THE}|{SHIFT}|{FROM})"
        )
        self._checks: Mapping[str, Callable[[Site], bool]] = {
            "holiday": self._holiday,
            "month": self._month,
            "shifted unit": self._unit,
            "the unit": lambda site: not site.after(self._edge),
            "weekend": lambda site: site.match[0].startswith("weekend"),
            "weekday": lambda site: site.field("weekday").casefold() in self._names,
            "year": self._year,
            "years": lambda site: site.after(self._designator),
        }

    def any(self, rule: str, site: Site) -> bool:
        """Whether a match of the rule is no time expression where it stands."""
        if self._uncapitalised(site):
            return True
        check = self._checks.get(rule)
        return check is not None and check(site)

    def _uncapitalised(self, site: Site) -> bool:
        """Doubt "the two may 5 times": a month that is also a word has a capital."""
        words = (site.field("month"), site.field("weekday"))
        return any(w.casefold() in self._names and w[0].islower() for w in words if w)

    def _holiday(self, site: Site) -> bool:
        """Doubt "Christmas Island", "Father Christmas", "the new year": no holidays."""
        capitals = all(word[0].isupper() for word in site.field("holiday").split())
        named = site.after_name and not site.after(self._function_word)
        island = site.before_name and " " not in site.field("holiday")
        return not capitals or named or island

    def _month(self, site: Site) -> bool:
        """Doubt "Theresa May", "April Glaspie": names of people need a context."""
        if site.field("month").casefold() not in self._names:
            return False
        if site.before(self._joined):
            return False
        told = site.after(self._to_month) and not site.before(POSSESSIVE)
        return not told or site.before_name

    def _unit(self, site: Site) -> bool:
        """Doubt "this day", "last hour": often not meant as a time, and of no use."""
        return site.field("unit").casefold() in ("day", "days", "hour", "hours")

    def _year(self, site: Site) -> bool:
        """Doubt "Resolution 1718", "2000 people", "KN-1950": mere numbers."""
        counted = site.before(self._counted) and not site.after(self._to_month)
        if counted or site.after(self._designator):
            return True
        hyphen = left(_HYPHEN, site.text, site.match.start()) is not None
        if hyphen and not site.after(self._part):
            return True
        common = int(site.field("year")) in _COMMON_YEARS
        return not common and not site.after(self._to_year)

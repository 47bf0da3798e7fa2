"""The number that an event's sentence tells of what was done: "killed 12 people".

On strings alone: a number and the plural that it counts, a few words after the trigger
or, as in the passive, before it. Nothing else is taken for one: wrong is worse than
none.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.model import Span
from kg.schema import Schema

_TOKEN = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?|[^\W\d_]+(?:[-'’][^\W\d_]+)*|\S")
_FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
_YEAR = re.compile(r"1[89]\d\d|20\d\d")
_BREAK = re.compile(r"[^\w\s'’-]")
_REACH = 4  # words between trigger and number: "killing in Kabul at least 12 people"
_QUALIFIED = 2  # words between number and noun: "12 unarmed hospital volunteers"


@dataclass(frozen=True, slots=True)
class Count:
    """How many of what, and the words that say so."""

    number: int
    counted: str
    words: Span


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Words for numbers; plurals that do not end in "s"; what only measures."""

    numbers: Mapping[str, int]
    plurals: frozenset[str]
    measures: frozenset[str]

    @classmethod
    def of(cls, schema: Schema) -> "NumberWords":
        """Gather the words of the ontology."""
        numbers = {
            word: int(term.need("number"))
            for term in schema.of("NumberWord")
            for word in term.all("words")
        }
        plurals, measures = (
            frozenset(word for term in schema.of(kind) for word in term.all("words"))
            for kind in ("CountedNoun", "MeasureNoun")
        )
        return cls(numbers, plurals, measures)


def count_of(
    text: str, sentence: Span, trigger: Span, words: NumberWords
) -> Count | None:
    """The number that belongs to a trigger within its sentence, or None.

    >>> words = NumberWords({"twenty": 20}, frozenset({"people"}), frozenset())
    >>> told = "Twenty people were killed."
    >>> count_of(told, Span(0, 26), Span(19, 25), words).number
    20
    """
    for count in _counts(text, sentence, words):
        start, end = count.words.start, count.words.end
        if trigger.end <= start:
            between = text[trigger.end : start]
        elif end <= trigger.start:
            between = text[end : trigger.start]
        else:
            continue
        if not _BREAK.search(between) and len(between.split()) <= _REACH:
            return count
    return None


def _counts(text: str, sentence: Span, words: NumberWords) -> Iterator[Count]:
    """Numbers of a sentence with what they count."""
    tokens = list(_TOKEN.finditer(text, sentence.start, sentence.end))
    for at, token in enumerate(tokens):
        number = _value(token[0], words)
        if number is None:
            continue
        for noun in tokens[at + 1 : at + 2 + _QUALIFIED]:
            word = noun[0].casefold()
            if not word[0].isalpha() or word in words.measures:
                break
            if word in words.plurals or (word.endswith("s") and len(word) > 3):
                yield Count(number, word, Span(token.start(), noun.end()))
                break


def _value(token: str, words: NumberWords) -> int | None:
    if _FIGURE.fullmatch(token):
        return None if _YEAR.fullmatch(token) else int(token.replace(",", ""))
    return words.numbers.get(token.casefold())

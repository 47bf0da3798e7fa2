"""Whom "the two sides", "both", "the three countries" stand for.

Those last told of together ("A and B", "between A and B"), else the only ones of the
sentence before, as many as the words count; nobody when the number does not fit.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kg.coref import Linked
from kg.lexicon import Lexicon
from kg.offices import Office
from kg.parse import Parsed
from kg.schema import Individual

if TYPE_CHECKING:
    from spacy.tokens import Token

_ARTICLES = ("the", "a", "an", "its", "his", "her")
_DEFINITE = ("the", "these", "those")
_SENTENCES_BACK = 2
_TWO = 2
_SUBJECTS = ("nsubj", "nsubjpass")


@dataclass(frozen=True)
class Pairs:
    """The names of one article that stand together, and the words for them."""

    parsed: Parsed
    linked: Linked
    offices: tuple[Office, ...]
    lexicon: Lexicon

    def members(self, token: "Token") -> list[int]:
        """Head tokens of those whom a word for several stands for; else none."""
        if self.lexicon.has("PairPronoun", token.lower_) and token.pos_ != "DET":
            return self._together(token, _TWO, self.lexicon.actors)
        term = self.lexicon.words("PairNoun").get(token.lemma_.lower())
        count = self._count(token, term) if term is not None else 0
        if term is None or not count:
            return []
        wanted = term.all("denotes")
        return self._together(token, count, wanted) or self._only(token, count, wanted)

    def before(self, token: "Token") -> list[int]:
        """As in "President A and leader B", where the tree hangs A on B."""
        for row in self._rows:
            if row[-1] == token.i and self.parsed.doc[row[-2]] in token.subtree:
                return [row[-2]]
        return []

    def _count(self, noun: "Token", term: Individual) -> int:
        """How many are meant: by the number before the noun; "the allies" are two.

        "two officials" are any two, "the two officials" those told of.
        """
        marks = self.lexicon.words("PairMark")
        definite = any(c.lower_ in _DEFINITE for c in noun.children)
        for child in noun.children:
            mark = marks.get(child.lower_)
            if mark is not None:
                alone = definite or mark.one("alone")
                return int(mark.need("number")) if alone else 0
        plural = "Plur" in noun.morph.get("Number", [])
        owned = any(c.dep_ in ("poss", "prep") for c in noun.children)
        return _TWO if term.one("mutual") and definite and plural and not owned else 0

    def _together(
        self, token: "Token", count: int, wanted: Collection[str]
    ) -> list[int]:
        """The last of so many coordinated, in this sentence or the two before."""
        start = token.sent.start
        for _ in range(_SENTENCES_BACK):
            start = self.parsed.doc[start - 1].sent.start if start else 0
        rows = [
            row
            for row in self._rows
            if start <= row[0]
            and row[-1] < token.i
            and len(row) == count
            and all(self._cls(i) in wanted for i in row)
        ]
        # whom a sentence was about goes before whom it named last
        rows.sort(key=lambda r: (self.parsed.doc[r[0]].sent.start, self._subject(r)))
        return rows[-1] if rows else []

    def _only(self, token: "Token", count: int, wanted: Collection[str]) -> list[int]:
        """As in "A met B in Rome. The two sides": the only ones just told of."""
        start, end = token.sent.start, token.i
        for _ in range(_SENTENCES_BACK):
            last = {
                self.linked.at[i]: i
                for i in range(start, end)
                if i in self.parsed.names and self._cls(i) in wanted
            }
            if last:
                return sorted(last.values()) if len(last) == count else []
            if not start:
                break
            start, end = self.parsed.doc[start - 1].sent.start, start
        return []

    def _subject(self, row: Sequence[int]) -> bool:
        tokens = [self.parsed.doc[i] for i in row]
        heads = [t.head for t in tokens]
        return any(t.dep_ in _SUBJECTS for t in (*tokens, *heads))

    def _cls(self, token: int) -> str | None:
        cluster = self.linked.cluster(token)
        return None if cluster is None else cluster.cls

    @cached_property
    def _rows(self) -> list[list[int]]:
        """Names of actors joined by "and", the longer lists too, read from the words.

        A tree often breaks "President A and North Korean leader B".
        """
        found = []
        for first, last in self._joined_names(sorted(self.parsed.names)):
            row = [first, last]
            while (more := self._listed_before(row[0])) is not None:
                row.insert(0, more)
            # ", and" between two begins another clause
            clause = len(row) == _TWO and self.parsed.doc[first + 1].text == ","
            if self._alike(row) and not clause:
                found.append(row)
        return found

    def _joined_names(self, names: Sequence[int]) -> Iterator[tuple[int, int]]:
        for last in names:
            first = self._phrase(last)
            if first > 1 and self.parsed.doc[first - 1].lower_ == "and":
                comma = self.parsed.doc[first - 2].text == ","
                yield first - 2 - comma, last

    def _listed_before(self, token: int) -> int | None:
        """As in "A, B and C": the name before a comma."""
        first = self._phrase(token)
        comma = first > 1 and self.parsed.doc[first - 1].text == ","
        named = first - 2 in self.parsed.names and self._cls(first - 2)
        return first - 2 if comma and named == self._cls(token) else None

    def _phrase(self, token: int) -> int:
        """Where the phrase of a name begins: at its title, at its article."""
        first = self._titles.get(token, token)
        while first and self.parsed.doc[first - 1].lower_ in _ARTICLES:
            first -= 1
        return first

    @cached_property
    def _titles(self) -> dict[int, int]:
        return {h: o.first for o in self.offices for h in o.holders}

    def _alike(self, row: Sequence[int]) -> bool:
        """Persons with persons; states and bodies may make a pact with each other."""
        classes = {self._cls(i) for i in row}
        alike = "Person" not in classes or len(classes) == 1
        return alike and classes <= self.lexicon.actors

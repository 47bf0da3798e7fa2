"""Whom "the two sides", "both", "the three countries" stand for.

Those last told of together ("A and B", "between A and B"), else the only ones of the
sentence before, as many as the words count; nobody when the number does not fit.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kg.arguments.around import Around
from kg.offices import Office
from kg.schema import Individual
from kg.syntax import DEFINITE, after_comma, clause_between, sentences_before

if TYPE_CHECKING:
    from spacy.tokens import Token

_ARTICLES = ("the", "a", "an", "its", "his", "her")
_SENTENCES_BACK = 2
_TWO = 2
_SEATS = ("Place", "Country")
_SUBJECTS = ("nsubj", "nsubjpass")
_ON = (",", "POS", "CC", ":", "-LRB-", ".", "CD")  # a list goes on, or is none
_STOPS = (".", "!", "?", '"')
_BRACKET = 6  # tokens of an abbreviation in brackets


@dataclass(frozen=True)
class Pairs:
    """The names of one article that stand together, and the words for them."""

    around: Around
    offices: tuple[Office, ...]

    def members(self, token: "Token") -> list[int]:
        """Head tokens of those whom a word for several stands for; else none."""
        if self.around.lexicon.has("PairPronoun", token.lower_) and token.pos_ != "DET":
            return self._together(token, _TWO, self.around.lexicon.actors)
        term = self.around.lexicon.words("PairNoun").get(token.lemma_.lower())
        count = self._count(token, term) if term is not None else 0
        if term is None or not count:
            return []
        wanted = term.all("denotes")
        return self._together(token, count, wanted) or self._only(token, count, wanted)

    def hung_lower(self, noun: "Token") -> list["Token"]:
        """As in "the head of a tank in Oslo, Ana Diaz, said": she is the head."""
        person = self.around.lexicon.nouns.get(noun.lemma_.lower()) == "Person"
        if noun.pos_ != "NOUN" or noun.tag_ == "NNS" or not person:
            return []
        low = [t for t in noun.subtree if t.dep_ == "appos" and t.i > noun.i]
        found = [
            t
            for t in low
            if t.i in self.around.parsed.names
            and self.around.cls(t.i) == "Person"
            and self.around.cls(t.head.i) != "Person"
            and after_comma(t)
            and not clause_between(noun, t)
        ]
        return found if len(found) == 1 else []

    def listed_with(self, token: "Token") -> list[int]:
        """The others of a list of names, where the tree sees them in one phrase.

        "President A and leader B", where it hangs A on B; "the League (L), the Bank
        and Chad", where it stops at the brackets.
        """
        row = self._row_of.get(token.i, [])
        others = [self.around.parsed.doc[i] for i in row if i != token.i]
        whole = bool(row) and self._headlined(row[-1])
        return [t.i for t in others if whole or _beside(t, token)]

    @cached_property
    def _row_of(self) -> dict[int, list[int]]:
        return {i: row for row in self._rows for i in row}

    def state_of(self, person: int) -> list[int]:
        """The state whose office somebody holds, as a title before the name says."""
        at = self.around.linked.at
        for office in self.offices:
            if any(at.get(h) == at[person] for h in office.holders):
                owners = [t.i for row in office.owners.values() for t in row]
                states = [i for i in owners if self.around.cls(i) == "Country"]
                if states:
                    return states[:1]
        return []

    def misread(self, token: "Token") -> bool:
        """As in "on a visit to Lima, Secretary A met B": A is not joined to Lima."""
        first = token
        while first.dep_ in ("conj", "appos"):
            first = first.head
        seat = first != token and self.around.cls(first.i) in _SEATS
        return seat and any(
            o.first <= token.i <= o.holders[-1]
            and self.around.parsed.doc[max(o.first - 1, 0)].text == ","
            for o in self.offices
        )

    def listed_after(self, token: "Token") -> list[int]:
        """The rest of a list of officials, of which a tree often sees only the first.

        "met Foreign Minister A, Security Adviser B and Vice Minister C": a list has
        three members, or an "and".
        """
        start = next(
            (k for k, o in enumerate(self.offices) if token.i in o.holders), None
        )
        if start is None:
            return []
        found: list[int] = []
        for office in self.offices[start + 1 :]:
            if not office.listed:
                break
            found += [h for h in office.holders if h in self.around.linked.at]
        joined = found and "and" in [
            t.lower_ for t in self.around.parsed.doc[token.i : found[-1]]
        ]
        return found if joined or len(found) > 1 else []

    def titled(self, token: "Token") -> list[int]:
        """A title before a name is its holder, whatever the tree makes of it.

        "Secretary of State Antony Blinken and Defense Secretary Lloyd Austin arrived"
        """
        found: list[int] = []
        for office in self.offices:
            inside = office.first <= token.i < office.holders[0]
            if inside or (found and office.listed):
                found += [h for h in office.holders if h in self.around.linked.at]
            elif found:
                break
        return found

    def _count(self, noun: "Token", term: Individual) -> int:
        """How many are meant: by the number before the noun; "the allies" are two.

        "two officials" are any two, "the two officials" those told of.
        """
        marks = self.around.lexicon.words("PairMark")
        definite = any(c.lower_ in DEFINITE for c in noun.children)
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
        start = sentences_before(token, _SENTENCES_BACK)
        rows = [
            row
            for row in self._rows
            if start <= row[0]
            and row[-1] < token.i
            and len(row) == count
            and all(self.around.cls(i) in wanted for i in row)
        ]
        # whom a sentence was about goes before whom it named last
        rows.sort(
            key=lambda r: (self.around.parsed.doc[r[0]].sent.start, self._subject(r))
        )
        return rows[-1] if rows else []

    def _only(self, token: "Token", count: int, wanted: Collection[str]) -> list[int]:
        """As in "A met B in Rome. The two sides": the only ones just told of."""
        start, end = token.sent.start, token.i
        for _ in range(_SENTENCES_BACK):
            last = {
                self.around.linked.at[i]: i
                for i in range(start, end)
                if i in self.around.parsed.names and self.around.cls(i) in wanted
            }
            if last:
                return sorted(last.values()) if len(last) == count else []
            if not start:
                break
            start, end = self.around.parsed.doc[start - 1].sent.start, start
        return []

    def _subject(self, row: Sequence[int]) -> bool:
        tokens = [self.around.parsed.doc[i] for i in row]
        heads = [t.head for t in tokens]
        return any(t.dep_ in _SUBJECTS for t in (*tokens, *heads))

    @cached_property
    def _rows(self) -> list[list[int]]:
        """Names of actors joined by "and", the longer lists too, read from the words.

        A tree often breaks "President A and North Korean leader B".
        """
        found = []
        for first, last in self._joined_names(sorted(self.around.parsed.names)):
            row = [first, last]
            while (more := self._listed_before(row[0])) is not None:
                row.insert(0, more)
            # ", and" between two begins another clause
            after = [t.lower_ for t in self.around.parsed.doc[first + 1 : first + 3]]
            clause = len(row) == _TWO and after == [",", "and"]
            if self._alike(row) and not clause:
                found.append(row)
        return found

    def _joined_names(self, names: Sequence[int]) -> Iterator[tuple[int, int]]:
        for last in names:
            first = self._phrase(last)
            if self._headlined(last):
                yield first - 2, last  # "Oslo, Riga agree to share data"
            if first > 1 and self.around.parsed.doc[first - 1].lower_ == "and":
                comma = self.around.parsed.doc[first - 2].text == ","
                yield self._bracketed(first - 2 - comma), last

    def _headlined(self, name: int) -> bool:
        """Whether a name ends the list that a headline begins with: "A, B, C meet"."""
        doc, first = self.around.parsed.doc, name
        if name + 1 == len(doc) or doc[name + 1].tag_ in _ON:
            return False
        while (before := self._listed_before(first)) is not None:
            first = before
        sentence = doc[name].sent
        opens = first != name and self._phrase(first) == sentence.start
        return opens and sentence[-1].text not in _STOPS

    def _listed_before(self, token: int) -> int | None:
        """As in "A, B and C": the name before a comma."""
        first = self._phrase(token)
        if first < _TWO or self.around.parsed.doc[first - 1].text != ",":
            return None
        before = self._bracketed(first - 2)
        named = before in self.around.parsed.names and self.around.cls(before)
        return before if named == self.around.cls(token) else None

    def _bracketed(self, token: int) -> int:
        """As in "the League (L)": the name before the bracket that a token closes."""
        if self.around.parsed.doc[token].text != ")":
            return token
        bound = max(token - _BRACKET, 0)
        opens = (
            i for i in range(token, bound, -1) if self.around.parsed.doc[i].text == "("
        )
        return next(opens, token + 1) - 1

    def _phrase(self, token: int) -> int:
        """Where the phrase of a name begins: at its title, at its article."""
        first = self._titles.get(token, token)
        while first and self.around.parsed.doc[first - 1].lower_ in _ARTICLES:
            first -= 1
        return first

    @cached_property
    def _titles(self) -> dict[int, int]:
        return {h: o.first for o in self.offices for h in o.holders}

    def _alike(self, row: Sequence[int]) -> bool:
        """Persons with persons; states and bodies may make a pact with each other."""
        classes = {self.around.cls(i) for i in row}
        alike = "Person" not in classes or len(classes) == 1
        return alike and classes <= self.around.lexicon.actors


def _beside(token: "Token", other: "Token") -> bool:
    """Whether one of two words stands in the phrase of the other."""
    within = token.is_ancestor(other) or other.is_ancestor(token)
    return within or (token.head == other.head and token.dep_ == "npadvmod")

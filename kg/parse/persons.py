"""Names of persons, told by their shape or by the title before them.

Particles ("Jan de Vries", "Khalid bin Ahmed al-Hashimi"), initials, generations
("Alvin Prescott Jr."), a family name before a hyphenated given name.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kg.lexicon import LONGEST_TITLE, Lexicon
from kg.parse.phrases import acronym, capital, opening
from kg.parse.words import Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_MAX_NAME = 8
_LONGEST = 4


@dataclass(frozen=True)
class Persons:
    """Finds persons in the passages of an article."""

    lexicon: Lexicon
    vocabulary: Vocabulary

    def find(self, doc: "Doc") -> Iterator[tuple[int, int]]:
        """Token bounds of persons told by a title or a byline before them."""
        yield from self._by_title(doc)
        yield from self.byline(doc)

    def byline(self, doc: "Doc") -> Iterator[tuple[int, int]]:
        """The person of "By Marguerite Oyelowo"."""
        if len(doc) > 2 and doc[0].lower_ == "by":
            end = self.end(doc, 1)
            if end > 2 and (end == len(doc) or doc[end].text in (",", "and", "|")):
                yield 1, end

    def _by_title(self, doc: "Doc") -> Iterator[tuple[int, int]]:
        for token in doc[:-1]:
            if not capital(token) and token.lower_ != token.text:
                continue
            plural = self._titled(doc, token)
            if plural is None:
                continue
            start = token.i + 1
            if (
                start + 1 < len(doc)
                and doc[start].text == "-"
                and doc[start + 1].is_lower
            ):
                start += 2  # "Prime Minister-designate Mustafa Kazem"
            end = self._person(doc, start)
            if end is not None:
                yield start, end
            if end is not None and plural and end + 1 < len(doc):
                second = self._person(doc, end + 1)
                if doc[end].lower_ == "and" and second is not None:
                    yield end + 1, second

    def _titled(self, doc: "Doc", token: "Token") -> bool | None:
        """Whether a title ends at a token, and stands in the plural; None if none."""
        ends = self._title_ends
        if token.lower_ not in ends and token.lower_.removesuffix("s") not in ends:
            return None
        row = [t.lower_ for t in doc[max(0, token.i + 1 - LONGEST_TITLE) : token.i + 1]]
        singular = [*row[:-1], row[-1].removesuffix("s")]
        for words, plural in ((row, False), (singular, True)):
            if any(self.lexicon.longest(k, words) for k in ("Title", "Honorific")):
                return plural
        return None

    @cached_property
    def _title_ends(self) -> frozenset[str]:
        """The last words of titles and of forms of address."""
        return self.lexicon.last_words("Title") | self.lexicon.last_words("Honorific")

    def _person(self, doc: "Doc", start: int) -> int | None:
        """Where the person that begins at a token ends, if one begins there."""
        end = self.end(doc, start)
        # "Deputy Foreign Minister X": "Foreign" is no name
        goes_on = end < len(doc) and self.lexicon.has("Title", doc[end].text)
        whole = end > start and not goes_on and _like_person(doc, start, end)
        return end if whole else None

    # ----------------------------------------------------------------- whole names

    def end(self, doc: "Doc", start: int) -> int:
        """The end of the run of name words that begins at a token."""
        end = start
        while end < len(doc) and end - start < _MAX_NAME:
            token = doc[end]
            hyphen = token.text == "-" and end > start and end + 1 < len(doc)
            dashed = end > start and doc[end - 1].text == "-"
            given = dashed and token.is_alpha and not token.is_stop
            if not (capital(token) or hyphen or given) or token.text == "'s":
                break
            if not given and any(
                self.lexicon.has(k, token.text)
                for k in ("Title", "ClassNoun", "Honorific")
            ):
                break
            end += 1
        while end > start and doc[end - 1].text == "-":
            end -= 1
        return self._on(doc, end) if end > start else end

    def whole(self, doc: "Doc", start: int, end: int) -> tuple[int, int]:
        """A person's span with the particles, initials and generation around it."""
        last = end - 1 if self._generation(doc[end - 1]) else end
        return self._back(doc, start), max(end, self._on(doc, last))

    def _on(self, doc: "Doc", end: int) -> int:
        """To the right: "Jan | de Vries", "Alvin Prescott | Jr."."""
        more = self._particles(doc, end)
        while more is not None:
            end = more
            more = self._particles(doc, end)
        at = end + (end + 1 < len(doc) and doc[end].text == ",")
        if (
            at < len(doc)
            and self._generation(doc[at])
            and (at == end or _dotted(doc, at))
        ):
            end = at + 1
            if end < len(doc) and doc[end].text == "." and not _closing(doc, end):
                end += 1
        return end

    def _particles(self, doc: "Doc", at: int) -> int | None:
        """The end of particles and a capitalised word, if they begin at a token."""
        stop = at
        while stop < len(doc) and self.lexicon.has("NameParticle", doc[stop].text):
            stop += 1
            if stop < len(doc) and doc[stop].text == "-":
                stop += 1
        arabic = stop == at + 1 and at > 0 and capital(doc[at - 1])  # "Al Thani"
        small = stop > at and (doc[at].text[0].islower() or arabic)
        if (
            not small
            or stop >= len(doc)
            or not capital(doc[stop])
            or acronym(doc[stop])
        ):
            return None
        stop += 1
        while stop + 1 < len(doc) and doc[stop].text == "-" and capital(doc[stop + 1]):
            stop += 2
        return stop

    def _generation(self, token: "Token") -> bool:
        return self.lexicon.has("Generation", token.text.removesuffix("."))

    def _back(self, doc: "Doc", start: int) -> int:
        """To the left: "Cornelius | J. Whitlock", "Jan de | Vries"."""
        while start > 0:
            at = start
            while at > 0 and self._small_particle(doc, at - 1):
                at -= 1
            if at == 0 or not self._given(
                doc, at - 1, sure=at < start or _initial(doc[at])
            ):
                break
            start = at - 1
        return start

    def _small_particle(self, doc: "Doc", at: int) -> bool:
        token = doc[at]
        if token.text == "-" and at:
            return self.lexicon.has("NameParticle", doc[at - 1].text)
        return token.is_lower and self.lexicon.has("NameParticle", token.text)

    def _given(self, doc: "Doc", at: int, *, sure: bool) -> bool:
        """Whether a word before a name is its first word: "Hakainde | Hichilema"."""
        token = doc[at]
        if _initial(token):
            return not opening(doc, at) or sure
        barred = acronym(token) or token.ent_type_ in ("DATE", "GPE", "NORP", "ORG")
        known = any(
            self.lexicon.has(k, token.text) for k in ("Title", "ClassNoun", "Honorific")
        )
        if not capital(token) or token.text == "-" or token.is_stop or barred or known:
            return False
        return sure or not self.vocabulary.common(token.text)

    def shaped_so(self, doc: "Doc", start: int, end: int) -> bool:
        """Whether initials or a known first name tell that capitals are a person's."""
        words = [t for t in doc[start:end] if t.text != "-"]
        strange = [t for t in words[1:] if not self.vocabulary.common(t.text)]
        first = _initial(words[0]) or words[0].text in self.given
        if len(words) > 1 and self._generation(words[-1]):
            return True
        return first and 1 < len(words) <= _LONGEST and len(strange) == len(words) - 1

    @cached_property
    def given(self) -> frozenset[str]:
        """First names: those of the persons in the gazetteer, and with short forms."""
        persons = [
            name.split()
            for entry in self.lexicon.entries.values()
            if entry.need("class") == "Person"
            for form in ("label", "altLabel")
            for name in entry.all(form)
        ]
        first = {row[0] for row in persons if len(row) > 1}
        short = self.lexicon.schema.of("ShortForm")
        told = {w.title() for t in short for f in ("short", "full") for w in t.all(f)}
        families = self.lexicon.words("FamilyName")
        return frozenset(w for w in first | told if w.lower() not in families)

    # --------------------------------------------------------------- family first

    def family_first(self, doc: "Doc") -> Iterator[tuple[int, int]]:
        """Family name and hyphenated given name: "Suh Hoon" no, "Cho Sei-young" yes."""
        for token in doc[:-3]:
            if not (self.lexicon.has("FamilyName", token.text) and capital(token)):
                continue
            first, dash, second = doc[token.i + 1 : token.i + 4]
            if capital(first) and dash.text == "-" and second.is_alpha:
                yield token.i, token.i + 4

    def shaped(self, doc: "Doc") -> Iterator[tuple[int, int]]:
        """Persons told by a particle alone: "Teresa del Campo", "Jan de Vries"."""
        for token in doc[1:-1]:
            small = token.is_lower and self.lexicon.has("NameParticle", token.text)
            if small and capital(doc[token.i - 1]) and not doc[token.i - 1].is_stop:
                end = self._particles(doc, token.i)
                if end is not None:
                    yield self.whole(doc, token.i - 1, end)


def _like_person(doc: "Doc", start: int, end: int) -> bool:
    words = doc[start:end]
    return all(t.ent_type_ not in ("DATE", "GPE", "NORP") for t in words) and not all(
        t.is_upper and len(t) > 1 for t in words
    )


def _initial(token: "Token") -> bool:
    return (
        token.text[0].isupper()
        and token.text[-1] == "."
        and len(token) <= 6
        and (len(token) == 2 or token.text.count(".") > 1)
    )


def _dotted(doc: "Doc", at: int) -> bool:
    """As in "Calloway, Jr.": a comma before a generation asks for its full stop."""
    return doc[at].text.endswith(".") or (at + 1 < len(doc) and doc[at + 1].text == ".")


def _closing(doc: "Doc", at: int) -> bool:
    """Whether a full stop ends the sentence: the end, or a capital comes next."""
    return at + 1 >= len(doc) or doc[at + 1].text[0].isupper()

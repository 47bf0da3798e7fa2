"""Names of bodies, agreements, places and occasions, told by the noun that heads them.

"Committee for the Peaceful Reunification of the Country", "Australian Labor Party",
"Parti Vert du Rivage", "2001 Italian general election".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.lexicon import Lexicon
from kg.model import Kind
from kg.parse.name import Name
from kg.parse.phrases import INSIDE, JOINERS, capital, opening

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_AND = ("and", "&")
_YEAR = re.compile(r"(1[6-9]|20)\d\d$")
_SMALL_WORDS = 3  # "parliamentary run-off election"
_BEFORE_HEAD = 8


@dataclass(frozen=True)
class Bodies:
    """Finds the capitalised phrases around class nouns in one passage.

    `hits` are the gazetteer's names there: a state before a ministry is its owner
    ("South Korean | Foreign Ministry"), before a party a part of its name.
    """

    doc: "Doc"
    lexicon: Lexicon
    hits: Sequence[Name]
    _begin: dict[int, Name] = field(init=False, default_factory=dict)
    _end: dict[int, Name] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Know at which tokens a name of the gazetteer begins or ends."""
        self._begin.update((n.start, n) for n in self.hits)
        self._end.update((n.end, n) for n in self.hits)

    def find(self) -> Iterator[tuple[int, int, str]]:
        """Token bounds and class of each phrase; none in a passage of small letters."""
        for token in self.doc:
            cls = self._class(token)
            if cls is None:
                continue
            occasion = self._occasion(token)
            if occasion is not None:
                yield occasion, token.i + 1, cls
            elif capital(token):
                yield from self._around(token, cls)
            elif self._marked(token, "smallHead"):
                start = self._left(token)
                if start < token.i and self.doc[start].ent_type_ != "DATE":
                    yield start, token.i + 1, cls

    def _class(self, token: "Token") -> str | None:
        """What a head noun, in the singular or in the plural, is a name of."""
        cls = self.lexicon.nouns.get(token.lower_)
        if cls is None and self._marked(token, "dated"):
            cls = self.lexicon.nouns.get(token.lower_.removesuffix("s"))
        return None if cls in (None, "", "Person", "Country") else cls

    def _marked(self, token: "Token", mark: str) -> bool:
        known = self.lexicon.words("ClassNoun")
        term = known.get(token.lower_) or known.get(token.lower_.removesuffix("s"))
        return term is not None and term.one(mark) is not None

    def _around(self, token: "Token", cls: str) -> Iterator[tuple[int, int, str]]:
        end = self._right(token)
        led = self._marked(token, "headFirst") and end > token.i + 1
        last = self._class(self.doc[end - 1]) or cls
        if led and cls == "Place" and last != cls:
            return  # "Lake Chad Commission", "Lake Nyasa Accord"
        start = token.i if led else self._left(token)
        if end - start > 1 or _institution(self.doc, token, cls):
            yield start, end, cls

    # ------------------------------------------------------------------- to the left

    def _left(self, head: "Token") -> int:
        start = head.i
        while start > 0:
            step = self._step(start, head)
            if not step:
                break
            start -= step
        return start

    def _step(self, start: int, head: "Token") -> int:
        """How many tokens before a phrase belong to it: none ends it."""
        doc, before, hit = self.doc, self.doc[start - 1], self._end.get(start)
        if start > 2 and doc[start - 2].text == "-" and capital(doc[start - 3]):
            return 3 * capital(before)  # "US-ROK Alliance"
        if hit is not None and hit.cls == "Country":
            return (start - hit.start) * self._owns(hit, head)
        if self._pair(start) or self._possessor(start):
            return 2
        ordinal = before.text[0].isdigit() and before.lower_[:-2].isdigit()
        return int(ordinal or (capital(before) and self._of_name(before)))

    def _owns(self, hit: Name, head: "Token") -> bool:
        """Whether a country or city before a head is a part of the name.

        "Oslo University", "Japanese Communist Party", but "Japanese | Army".
        """
        city = hit.kind is Kind.NAME and len(hit.entries) > 1
        return city or self._marked(head, "withCountry")

    def _pair(self, start: int) -> bool:
        """As in "Farmers and Workers Union"; "Green Party and Labour Union" are two."""
        doc = self.doc
        if start > 2 and doc[start - 1].text == "," and doc[start + 1].lower_ in _AND:
            return self._listed(start - 2)
        joined = start > 1 and doc[start - 1].lower_ in _AND and capital(doc[start - 2])
        if not joined or self.lexicon.has("Title", doc[start - 2].text):
            return False
        if doc[start - 2].ent_type_ == "PERSON":
            return False  # "Ada Eze and Kano State University"
        return not self._body(doc[start - 2]) and start - 1 not in self._end

    def _listed(self, at: int) -> bool:
        """As in "Social, Youth and Sports Council": the first of three fields."""
        first, comma = self.doc[at], self.doc[at + 1]
        alone = capital(first) and not capital(self.doc[at - 1])
        # "SPD, Greens and Left Party" are three, as the model sees
        one = not first.ent_type_ or comma.ent_type_ == first.ent_type_
        return alone and one and not opening(self.doc, at)

    def _possessor(self, start: int) -> bool:
        """As in "People's Party", "Workers' Union": whose it is, in the plural."""
        mark, owner = self.doc[start - 1].text, self.doc[max(0, start - 2)]
        plural = mark == "'" or self._plural(owner)
        return mark in ("'s", "'") and plural and capital(owner)

    def _plural(self, owner: "Token") -> bool:
        return self.lexicon.has("NamePeople", owner.text)

    def _of_name(self, before: "Token") -> bool:
        if before.ent_type_ in ("DATE", "TIME"):
            return False
        return not (
            self.lexicon.has("Title", before.text)
            or (opening(self.doc, before.i) and before.is_stop)
        )

    # ------------------------------------------------------------------ to the right

    def _right(self, head: "Token") -> int:
        """Take in "of the Y", "for X and Y", a number, but no second country."""
        doc, end = self.doc, head.i + 1
        if end < len(doc) and any(c.isdigit() for c in doc[end].text):
            slash = end + 2 < len(doc) and doc[end + 1].text == "/"
            return end + 3 if slash else end + 1  # "Decision 2014/512/CFSP"
        if self._marked(head, "headFirst"):
            end = self._foreign(end)
        whole = False
        while end + 1 < len(doc) and doc[end].lower_ in JOINERS:
            at = end + 1 + (doc[end + 1].lower_ in ("the", "a", "an"))
            second = (
                whole and at in self._begin and not self._marked(head, "withCountry")
            )
            if second or self._other(doc[end], at):
                break
            stop = self._complement(at)
            if stop == at:
                break
            end, whole = stop, True
        return end

    def _other(self, joiner: "Token", at: int) -> bool:
        """As in "left the Reform Party for the Labour Union": two bodies."""
        return joiner.lower_ != "of" and at > joiner.i + 1 and self._body_in(at)

    def _complement(self, at: int) -> int:
        """Where what follows "of" ends: with a country, or the capitalised words."""
        doc, stop = self.doc, at
        hit = self._begin.get(at)
        if hit is not None and hit.cls == "Country" and hit.kind is Kind.NAME:
            return hit.end
        while stop < len(doc):
            if _links(doc, stop) and not self._body_in(stop + 1):
                stop += 1
            elif not _named(doc[stop]):
                break
            stop += 1
        return stop

    def _foreign(self, end: int) -> int:
        """As in "Parti Vert du Rivage": what a foreign head noun goes on with."""
        doc, stop = self.doc, end
        while stop < len(doc):
            linking = self.lexicon.has("NameLink", doc[stop].text)
            if not (linking or _named(doc[stop])):
                break
            stop += 1
        while stop > end and not capital(doc[stop - 1]):
            stop -= 1
        return stop

    def _body_in(self, at: int) -> bool:
        """Whether the capitalised words from a token on are a body of their own."""
        doc = self.doc
        while at < len(doc) and doc[at].lower_ in ("the", "a", "an"):
            at += 1
        while at < len(doc) and capital(doc[at]):
            if self._body(doc[at]):
                return True
            at += 1
        return False

    def _body(self, token: "Token") -> bool:
        """A noun of bodies, but not of their members ("Liberals and Democrats")."""
        body = self.lexicon.nouns.get(token.lower_) == "Organization"
        return body and not self._marked(token, "members")

    # --------------------------------------------------------------------- occasions

    def _occasion(self, head: "Token") -> int | None:
        """Where a dated occasion begins: "2001 Italian general election"."""
        if not self._marked(head, "dated"):
            return None
        start, small = head.i, 0
        while start > 0 and head.i - start < _BEFORE_HEAD:
            before = self.doc[start - 1]
            if _YEAR.match(before.text):
                return self._month(start - 1)
            small += before.is_lower
            fit = capital(before) or (before.is_alpha and not before.is_stop)
            if before.text != "-" and not (fit and small <= _SMALL_WORDS):
                return None
            start -= 1
        return None

    def _month(self, year: int) -> int:
        """Take in the month before a year, and the first year of two."""
        doc = self.doc
        if year > 1 and doc[year - 1].text in ("-", "/") and doc[year - 2].is_digit:
            return year - 2
        months = self.lexicon.schema.of("TimeWord")
        named = {w for t in months if t.one("kind") == "month" for w in t.all("words")}
        return year - 1 if year and doc[year - 1].lower_ in named else year


def title_complements(doc: "Doc", lexicon: Lexicon) -> list[tuple[int, int]]:
    """What a title is for: "Representative for [Peace and Security Affairs]"."""
    found = []
    for token in doc[:-1]:
        after = doc[token.i + 1].lower_
        if after in JOINERS and lexicon.has("Title", token.text) and capital(token):
            found.append((token.i + 2, _phrase_end(doc, token.i + 2)))
    return found


def _phrase_end(doc: "Doc", start: int) -> int:
    end = start
    while end < len(doc) and (capital(doc[end]) or doc[end].lower_ in INSIDE):
        end += 1
    return end


def _institution(doc: "Doc", token: "Token", cls: str) -> bool:
    """As in "the Council" within a sentence: a body by its short name."""
    if cls != "Organization" or not token.i or doc[token.i - 1].lower_ != "the":
        return False
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    return after is None or not capital(after)


def _named(token: "Token") -> bool:
    """Whether a word goes on with a name: "Ministry on Friday" does not."""
    return capital(token) and token.ent_type_ not in ("DATE", "TIME")


def _links(doc: "Doc", at: int) -> bool:
    """Whether an "and", or a comma of a list, stands between two capitalised words."""
    inside = 0 < at < len(doc) - 1
    if not inside or not capital(doc[at - 1]):
        return False
    if doc[at].text == ",":  # "Ministry of Agriculture, Forestry and Fisheries"
        follows = doc[at + 2].lower_ if at + 2 < len(doc) else ""
        return capital(doc[at + 1]) and follows in _AND
    return doc[at].lower_ in _AND and capital(doc[at + 1])

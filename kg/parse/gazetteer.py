"""The gazetteer's aliases found in the tokens of an article.

Matching is exact in case (plus all capitals, for headlines), because "US" and "us",
"May" and "may" are different words. What only means something in context waits for it:
"the South" needs a Korea, "Trump" nobody else of that name in the article.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.lexicon import Alias, Lexicon
from kg.model import Kind
from kg.parse.name import Name
from kg.parse.passages import plain
from kg.parse.phrases import capital

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span, Token

_WEIGHT = 3.0
_SHORT_WEIGHT = 1.4
_WIDER = ("EVENT", "FAC", "ORG", "PERSON", "PRODUCT")  # what may end in a place
_DOTTED = range(3, 7)  # letters: shorter ones are initials of persons too
_CAPITALS_FROM = 4  # letters: a shorter word in capitals is an acronym

COLLECTIVE = "Collective"  # stands for no one thing, so it is never a mention

_Found = list[tuple[int, int, list[Alias]]]


class Gazetteer:
    """All aliases, ready to be found in documents of one pipeline."""

    def __init__(self, nlp: "Language", lexicon: Lexicon) -> None:
        """Tokenise every alias as the pipeline tokenises text."""
        self._lexicon = lexicon
        self._index: dict[str, dict[tuple[str, ...], list[Alias]]] = defaultdict(dict)
        for alias in lexicon.aliases:
            for words in _variants(alias):
                tokens = tuple(t.text for t in nlp.make_doc(plain(words)))
                self._index[tokens[0]].setdefault(tokens, []).append(alias)
        self._collectives: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for words in lexicon.collectives:
            tokens = tuple(t.text for t in nlp.make_doc(words))
            self._collectives[tokens[0]].append(tokens)

    def matches(self, docs: Sequence["Doc"]) -> list[list[Name]]:
        """The aliases that stand in each passage of one article."""
        found = [list(self._find(doc)) for doc in docs]
        here = {a.entry for row in found for _, _, al in row for a in al if _sure(a)}
        relatives = self._relatives(here)
        spoken = _full_names(docs)
        result = []
        for doc, row in zip(docs, found, strict=True):
            names = []
            for start, end, aliases in row:
                fit = [
                    a
                    for a in aliases
                    if _sure(a)
                    or (a.form == "shortName" and self._unrivalled(a, spoken))
                    or (a.entry in relatives and _in_context(doc, start, end, a))
                ]
                if fit and not self._surname(doc, start, end, fit, spoken):
                    names.append(self._name(doc, start, end, fit))
            ents = doc.ents
            kept = [
                self._owned(doc, n, names)
                for n in names
                if not self._part(doc, ents, n, names)
            ]
            taken = {i for n in kept for i in range(n.start, n.end)}
            together = [n for n in self._together(doc) if n.start not in taken]
            result.append([*kept, *together])
        return result

    def _together(self, doc: "Doc") -> Iterator[Name]:
        """Words for several states at once ("inter-Korean"): one token, no name."""
        texts = [token.lower_ for token in doc]
        for i, text in enumerate(texts):
            for tokens in self._collectives.get(text, ()):
                end = i + len(tokens)
                if tuple(texts[i:end]) == tokens:
                    words = doc[i:end].text
                    yield Name(i, end, COLLECTIVE, Kind.DEMONYM, words, (), _WEIGHT)

    def _find(self, doc: "Doc") -> Iterator[tuple[int, int, list[Alias]]]:
        texts = [token.text for token in doc]
        for i, text in enumerate(texts):
            for tokens, aliases in self._index.get(text, {}).items():
                if tuple(texts[i : i + len(tokens)]) == tokens:
                    yield i, i + len(tokens), aliases

    def _relatives(self, here: Iterable[str]) -> set[str]:
        """Entries of the article, and those whose label ends in the same word."""
        entries = self._lexicon.entries
        last = {entries[i].need("label").split()[-1] for i in here}
        return {
            a.entry
            for a in self._lexicon.aliases
            if a.form == "contextName"
            and entries[a.entry].need("label").split()[-1] in last
        }

    def _unrivalled(self, alias: Alias, spoken: Iterable[tuple[str, str]]) -> bool:
        """Whether nobody else in the article bears the short name."""
        mine = {
            words
            for form in ("label", "altLabel")
            for words in self._lexicon.entries[alias.entry].all(form)
        }
        return not any(
            last == alias.words and whole not in mine and not _initials(whole, mine)
            for last, whole in spoken
        )

    def _surname(
        self,
        doc: "Doc",
        start: int,
        end: int,
        aliases: list[Alias],
        spoken: Iterable[tuple[str, str]],
    ) -> bool:
        """As in "Paris met" after "Valeska Paris": a person, unless told as a place."""
        if end - start > 1 or any(a.cls == "Person" for a in aliases):
            return False
        before = doc[start - 1].text if start else ""
        where = self._lexicon.has("LocativePreposition", before)
        return not where and any(last == doc[start].text for last, _ in spoken)

    def _name(self, doc: "Doc", start: int, end: int, aliases: list[Alias]) -> Name:
        kind = Kind.DEMONYM if aliases[0].form == "demonym" else Kind.NAME
        forms = {a.form for a in aliases}
        entries = tuple(sorted({a.entry for a in aliases}))
        classes = {a.cls for a in aliases}
        cls = "Country" if "Country" in classes else aliases[0].cls
        weight = _SHORT_WEIGHT if forms == {"shortName"} else _WEIGHT
        return Name(start, end, cls, kind, doc[start:end].text, entries, weight)

    def _part(
        self, doc: "Doc", ents: Sequence["Span"], name: Name, others: Iterable[Name]
    ) -> bool:
        """Whether an alias is only a part of a longer name that means another thing.

        "Air Malta" and "Dinamo Minsk" end in one, "Yakima Indians" in a demonym.
        """
        if _doubtful(doc, ents, name, others):
            return True
        if name.cls not in ("Country", "Place"):
            return False
        people = name.kind is Kind.DEMONYM
        labels = ("NORP",) if people else _WIDER
        longest = 1 if people else name.start
        return any(
            all(map(self._word_of_name, doc[e.start : name.start]))
            for e in ents
            if e.end == name.end and e.label_ in labels
            if 0 < name.start - e.start <= longest
        )

    def _word_of_name(self, token: "Token") -> bool:
        """Whether a capital before a place belongs to it: no "Northern", no title."""
        barred = ("Title", "Honorific", "PlaceOpener")
        small = self._lexicon.nouns.get(token.lower_) not in (None, "Organization")
        opener = any(self._lexicon.has(k, token.text) for k in barred)
        bare = capital(token) and token.text != "-" and not token.is_stop
        return bare and not (opener or small)

    def _owned(self, doc: "Doc", name: Name, others: Sequence[Name]) -> Name:
        """A body by a common name is not that of one state if another owns it.

        "the Chilean National Intelligence Service", whichever state's is known.
        """
        last = name.words.split()[-1].lower()
        if not name.entries or self._lexicon.nouns.get(last) != "Organization":
            return name
        end = name.start - (name.start > 0 and doc[name.start - 1].text == "'s")
        owners = {i for o in others if o.end == end for i in self._states(o)}
        fit = tuple(i for i in name.entries if self._held(i) & owners)
        alien = owners and not fit and any(map(self._held, name.entries))
        return replace(name, entries=() if alien else fit or name.entries)

    def _held(self, entry: str) -> set[str]:
        return set(self._lexicon.entries[entry].all("country"))

    def _states(self, name: Name) -> tuple[str, ...]:
        return name.entries if name.cls == "Country" else ()


def _doubtful(
    doc: "Doc", ents: Sequence["Span"], name: Name, others: Iterable[Name]
) -> bool:
    """Whether an alias is only a part of a longer name that means something else.

    "Wall Street" in "Wall Street Journal", "Paris" in "Paris Hilton" where the model
    sees one person.
    """
    inside = any(
        o.start <= name.start and name.end <= o.end and o.end - o.start > size
        for size in (name.end - name.start,)
        for o in others
    )
    person = any(
        e.label_ == "PERSON" and e.start == name.start and name.end < e.end
        for e in ents
    )
    after = doc[name.end] if name.end < len(doc) else None
    named_on = after is not None and after.is_title and after.ent_type_ == "PERSON"
    return inside or (person and named_on and name.cls in ("Country", "Place"))


def _variants(alias: Alias) -> Iterator[str]:
    """The alias, in capitals, and with a capital at the start of a sentence.

    Short forms with stops ("N.A.F.T.A."), and "U.S" that has lost its last one.
    """
    words = alias.words
    yield words
    if words.isalpha() and words.isupper() and len(words) in _DOTTED:
        yield "".join(f"{letter}." for letter in words)
    if words.endswith(".") and "." in words[:-1]:
        yield words[:-1]
    if sum(c.isalpha() for c in words) >= _CAPITALS_FROM and words != words.upper():
        yield words.upper()
    if words[0].islower():
        yield words[0].upper() + words[1:]


def _sure(alias: Alias) -> bool:
    return alias.form not in ("contextName", "shortName")


def _in_context(doc: "Doc", start: int, end: int, alias: Alias) -> bool:
    """Whether "South" is "the South": an article before, no name after."""
    if alias.form != "contextName":
        return False
    before = doc[start - 1].lower_ if start else ""
    after = doc[end] if end < len(doc) else None
    if after is not None and (after.text[0].isupper() or after.text == "-"):
        return False
    # "South and North Korea agreed"
    follows = doc[end + 1].text if end + 1 < len(doc) else " "
    paired = after is not None and after.lower_ == "and" and follows[0].isupper()
    return before == "the" or paired


def _full_names(docs: Iterable["Doc"]) -> set[tuple[str, str]]:
    """Capitalised word pairs that end in a name: (last word, the pair)."""
    found = set()
    for doc in docs:
        for ent in doc.ents:
            words = ent.text.split()
            if ent.label_ == "PERSON" and len(words) > 1:
                found.add((words[-1].removesuffix("'s"), ent.text.removesuffix("'s")))
    return found


def _initials(whole: str, mine: Iterable[str]) -> bool:
    """Whether a longer wording ("President Donald J. Trump") is the same person."""
    words = set(whole.split())
    return any(set(name.split()) <= words for name in mine)

"""Which tokens are names, and of what class: all evidence weighed per article.

Five witnesses propose spans of tokens: the language model, the gazetteer, titles before
capitalised words ("Minister Cho Myoung-gyon"), class nouns inside capitalised phrases
("Committee for the Peaceful Reunification of the Country"), and the other names of the
same article ("Kyu-Duk" after "Noh Kyu-Duk"). Overlaps go to the heavier span; the class
of a name is what most of its weight in the whole article says. The model alone is wrong
too often on names it was not trained on ("Blinken" as a place), so it can be outvoted.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.lexicon import Lexicon
from kg.model import Kind
from kg.parse import phrases
from kg.parse.acronyms import defined
from kg.parse.bodies import Bodies, title_complements
from kg.parse.gazetteer import COLLECTIVE, Gazetteer
from kg.parse.glued import unglued
from kg.parse.headlines import Case
from kg.parse.name import Name
from kg.parse.persons import Persons
from kg.parse.words import Vocabulary

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

_TITLE_WEIGHT = 2.5
_NOUN_WEIGHT = 2.2
_PATTERN_WEIGHT = 1.8
_DEFINED_WEIGHT = 2.0
_MEMORY_WEIGHT = 1.6
_PERSON_WEIGHT = 1.2
_SHAPE_WEIGHT = 1.05
_UNSEEN_WEIGHT = 0.6
_OPENER_WEIGHT = 1.3
_PER_TOKEN = 0.3


@dataclass(frozen=True, slots=True)
class _Passage:
    """A passage of the article, and what its capitals tell."""

    doc: "Doc"
    case: Case


class Recogniser:
    """Finds the names of an article, given its passages after the name recogniser."""

    def __init__(self, nlp: "Language", lexicon: Lexicon) -> None:
        """Compile the gazetteer for the pipeline's own tokens."""
        self.lexicon = lexicon
        self._gazetteer = Gazetteer(nlp, lexicon)
        self._persons = Persons(lexicon, Vocabulary.of(nlp))
        self._labels = {
            label: (term.need("denotes"), float(term.need("trust")))
            for label, term in (
                (lemma, term)
                for term in lexicon.schema.of("ModelLabel")
                for lemma in term.all("lemma")
            )
        }

    def recognise(self, docs: Sequence["Doc"]) -> list[tuple[Name, ...]]:
        """The names of each passage of one article, without overlaps, in order."""
        known = self._gazetteer.matches(docs)
        passages = [_Passage(doc, Case.of(doc)) for doc in docs]
        found = [
            _best(self._witnesses(passage, hits))
            for passage, hits in zip(passages, known, strict=True)
        ]
        told = self._told_anew(docs, found)
        found = _and(found, passages, self._defined)
        found = _redefined(found, told)
        found = _and(found, passages, self._unseen)
        memory = _memory(found, self.lexicon)
        found = _and(found, passages, lambda p, names: _recalled(p, memory, names))
        vocabulary = self._persons.vocabulary
        found = unglued(found, docs, self.lexicon, vocabulary)
        return [tuple(row) for row in found]

    def _witnesses(self, passage: "_Passage", hits: Iterable[Name]) -> Iterator[Name]:
        """All candidates but those inside the title of a work."""
        works = list(phrases.works(passage.doc))
        plain = passage.case is Case.SENTENCE
        told = self._candidates if plain else self._told
        for name in told(passage.doc, hits):
            inside = any(s <= name.start and name.end <= e for s, e in works)
            whole = (name.start, name.end) in works and name.cls == "Person"
            if not inside or whole:
                yield name

    def _told(self, doc: "Doc", hits: Iterable[Name]) -> Iterator[Name]:
        """What a headline may tell: known names, and a byline's."""
        yield from hits
        for start, end in self._persons.byline(doc):
            yield _name(doc, start, end, "Person", _TITLE_WEIGHT)

    def _candidates(self, doc: "Doc", hits: Iterable[Name]) -> Iterator[Name]:
        hits = list(hits)
        yield from hits
        yield from self._from_model(doc)
        for start, end in self._persons.find(doc):
            yield _name(doc, start, end, "Person", _TITLE_WEIGHT)
        for start, end in self._persons.family_first(doc):
            yield _name(doc, start, end, "Person", _PATTERN_WEIGHT)
        for start, end in self._persons.shaped(doc):
            labels = {t.ent_type_ for t in doc[start:end]}
            place = labels & {"GPE", "LOC", "FAC"}
            yield _name(doc, start, end, "Person", _SHAPE_WEIGHT - 0.4 * bool(place))
        for start, end, cls in Bodies(doc, self.lexicon, hits).find():
            # "US-ROK Alliance": what speaks for its parts speaks for the whole
            inner = sum(h.weight for h in hits if start <= h.start and h.end <= end)
            if all((h.start, h.end) != (start, end) for h in hits):
                yield _name(doc, start, end, cls, _NOUN_WEIGHT + inner)

    def _told_anew(
        self, docs: Sequence["Doc"], found: Sequence[Sequence[Name]]
    ) -> dict[str, str]:
        """Short forms of the gazetteer that the article defines as something else."""
        anew = {}
        for doc, names in zip(docs, found, strict=True):
            at = {(n.start, n.end): n for n in names}
            for start, end, cls, long in defined(doc, names, self.lexicon):
                short = at.get((start, end))
                if long is None or short is None or not short.entries:
                    continue
                words = set(doc[long[0] : long[1]].text.casefold().split())
                labels = (self.lexicon.entries[i].need("label") for i in short.entries)
                if not any(
                    2 * len(words & set(b.casefold().split())) >= len(words)
                    for b in labels
                ):
                    anew[short.words] = cls
        return anew

    def _defined(self, passage: "_Passage", names: Sequence[Name]) -> Iterator[Name]:
        doc = passage.doc
        for start, end, cls, _ in defined(doc, names, self.lexicon):
            # of the words of a long form, none speaks against the whole
            inner = sum(n.weight for n in names if start <= n.start and n.end <= end)
            yield _name(doc, start, end, cls, _DEFINED_WEIGHT + inner)

    def _unseen(self, passage: "_Passage", names: Sequence[Name]) -> Iterator[Name]:
        """Capitalised words that no witness knows, and English does not either."""
        doc = passage.doc
        if passage.case is not Case.SENTENCE:
            return
        taken = {i for n in names for i in range(n.start, n.end)}
        for start, end in phrases.capitals(doc, taken):
            words = [t for t in doc[start:end] if self._strange(t)]
            # a lone word that begins a sentence has its capital from there
            alone = end - start == 1 and not phrases.acronym(doc[start])
            if alone and phrases.opening(doc, start):
                continue
            if len(words) == end - start:
                lone = end - start == 1 or any(map(phrases.acronym, words))
                cls = "Organization" if lone else "Person"
                yield _name(doc, start, end, cls, _UNSEEN_WEIGHT)

    def _office(self, doc: "Doc", start: int, end: int) -> bool:
        """As "Defence" in "Defence Minister": the field of an office, no name."""
        found = self.lexicon.longest("Title", [t.lower_ for t in doc[start : end + 1]])
        return found is not None and end < len(doc) and found[1] == end + 1 - start > 1

    def _strange(self, token: "Token") -> bool:
        kinds = ("Title", "ClassNoun", "Honorific", "PairNoun")
        known = any(self.lexicon.has(k, token.text) for k in kinds)
        return not (
            known or token.is_stop or self._persons.vocabulary.common(token.text)
        )

    def _from_model(self, doc: "Doc") -> Iterator[Name]:
        titled = title_complements(doc, self.lexicon)
        for ent in doc.ents:
            vote = self._labels.get(ent.label_)
            bounds = phrases.trim(doc, ent.start, ent.end, self.lexicon)
            if vote is None or bounds is None or self._office(doc, *bounds):
                continue
            # "Representative for ... Peace and Security Affairs" is a title, but
            # "Secretary for Arms Control | Bonnie Strand" ends in a person
            last = vote[0] == "Person" and any(
                s < bounds[0] and bounds[1] == e for s, e in titled
            )
            if not last and any(s <= bounds[0] and bounds[1] <= e for s, e in titled):
                continue
            if self._opens_place(doc, *bounds):
                yield _name(doc, *bounds, "Place", _OPENER_WEIGHT)
            elif vote[0] != "Person" and self._persons.shaped_so(doc, *bounds):
                yield _name(
                    doc, *self._persons.whole(doc, *bounds), "Person", _SHAPE_WEIGHT
                )
            if vote[0] == "Person":
                bounds = self._persons.whole(doc, *bounds)
            yield _name(doc, *bounds, *vote)

    def _opens_place(self, doc: "Doc", start: int, end: int) -> bool:
        """As in "Lake Nyasa", "North Kora"; the "Lake Nyasa Accord" is no lake."""
        last = self.lexicon.nouns.get(doc[end - 1].lower_) or "Place"
        opens = self.lexicon.has("PlaceOpener", doc[start].text)
        return opens and end - start > 1 and last == "Place"


def _and(
    found: Sequence[Sequence[Name]],
    passages: Sequence[_Passage],
    more: Callable[[_Passage, Sequence[Name]], Iterable[Name]],
) -> list[list[Name]]:
    """The names of each passage, with what a witness adds to them."""
    return [
        _best([*names, *more(passage, names)])
        for passage, names in zip(passages, found, strict=True)
    ]


def _name(doc: "Doc", start: int, end: int, cls: str, weight: float) -> Name:
    words = doc[start:end].text
    return Name(start, end, cls, Kind.NAME, words, (), weight)


def _best(candidates: Iterable[Name]) -> list[Name]:
    """The heaviest spans that do not overlap; equal spans add their weight."""
    spans: dict[tuple[int, int], list[Name]] = defaultdict(list)
    for name in candidates:
        spans[name.start, name.end].append(name)
    for name in [n for row in spans.values() for n in row if n.entries]:
        # the model's vote for a part of a known name is no vote against the whole
        for inner in [s for s in spans if _within(s, (name.start, name.end))]:
            spans[inner] = [n for n in spans[inner] if n.entries]
    merged = [_merged(row) for row in spans.values() if row]
    merged.sort(key=lambda n: (-_strength(n), n.start))
    taken: set[int] = set()
    chosen = []
    for name in merged:
        if taken.isdisjoint(range(name.start, name.end)):
            taken.update(range(name.start, name.end))
            chosen.append(name)
    return sorted(chosen, key=lambda n: n.start)


def _within(inner: tuple[int, int], outer: tuple[int, int]) -> bool:
    return inner != outer and outer[0] <= inner[0] and inner[1] <= outer[1]


def _strength(name: Name) -> float:
    return name.weight + _PER_TOKEN * (name.end - name.start)


def _merged(row: Sequence[Name]) -> Name:
    """One name of several witnesses to the same span: class by the heavier side."""
    votes: dict[str, float] = defaultdict(float)
    for name in row:
        votes[name.cls] += name.weight
    lead = max(
        row, key=lambda n: (bool(n.entries), n.cls == COLLECTIVE, n.weight, n.cls)
    )
    known = bool(lead.entries) or lead.cls == COLLECTIVE
    cls = lead.cls if known else max(votes, key=lambda c: (votes[c], c))
    return replace(lead, cls=cls, weight=sum(votes.values()))


@dataclass(frozen=True, slots=True)
class _Recall:
    """Words that stand for a name of the article, token by token."""

    tokens: tuple[str, ...]
    cls: str
    weight: float


def _redefined(
    found: Sequence[Sequence[Name]], told: Mapping[str, str]
) -> list[list[Name]]:
    """Short forms mean what the article says: "Labour Movement (MDL)" is no border."""
    return [
        [
            replace(n, entries=(), cls=told[n.words]) if n.words in told else n
            for n in row
        ]
        for row in found
    ]


def _memory(
    found: Sequence[Sequence[Name]], lexicon: Lexicon
) -> Mapping[str, list[_Recall]]:
    """What to look for again: the whole name, and the parts of a person's name.

    Keyed by the first token.
    """
    votes: dict[tuple[str, ...], dict[str, float]] = defaultdict(
        lambda: defaultdict(float)
    )
    for name in (n for row in found for n in row):
        if name.cls == COLLECTIVE:
            continue
        if name.kind is Kind.NAME and not name.entries:
            tokens = phrases.name_tokens(name.words)
            votes[tokens][name.cls] += name.weight
            if name.cls == "Person" and name.weight >= _PERSON_WEIGHT:
                for part in phrases.person_parts(tokens, lexicon):
                    votes[part]["Person"] += name.weight / 2
        elif name.cls == "Person":
            for part in phrases.person_parts(phrases.name_tokens(name.words), lexicon):
                votes[part]["Person"] += name.weight / 2
    memory: dict[str, list[_Recall]] = defaultdict(list)
    for tokens, by_class in votes.items():
        cls = max(by_class, key=lambda c: (by_class[c], c))
        recall = _Recall(tokens, cls, by_class[cls])
        for first in {tokens[0], tokens[0].upper()}:
            memory[first].append(recall)
    return memory


def _recalled(
    passage: _Passage, memory: Mapping[str, list[_Recall]], names: Sequence[Name]
) -> Iterator[Name]:
    doc, loud = passage.doc, passage.case is Case.CAPITALS
    taken = {i for n in names for i in range(n.start, n.end)}
    for token in doc:
        for recall in memory.get(token.text, ()):
            end = token.i + len(recall.tokens)
            words = tuple(t.text for t in doc[token.i : end])
            free = taken.isdisjoint(range(token.i, end))
            same = words == recall.tokens or (
                loud and words == tuple(t.upper() for t in recall.tokens)
            )
            if same and free and token.text[0].isupper():
                weight = min(_MEMORY_WEIGHT, recall.weight)
                yield _name(doc, token.i, end, recall.cls, weight)

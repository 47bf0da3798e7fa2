"""Which tokens are names, and of what class: all evidence weighed per article.

Five witnesses propose spans of tokens: the language model, the gazetteer, titles before
capitalised words ("Minister Cho Myoung-gyon"), class nouns inside capitalised phrases
("Committee for the Peaceful Reunification of the Country"), and the other names of the
same article ("Kyu-Duk" after "Noh Kyu-Duk"). Overlaps go to the heavier span; the class
of a name is what most of its weight in the whole article says. The model alone is wrong
too often on names it was not trained on ("Blinken" as a place), so it can be outvoted.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.lexicon import Lexicon
from kg.model import Kind
from kg.parse import phrases
from kg.parse.gazetteer import COLLECTIVE, Gazetteer
from kg.parse.name import Name

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_TITLE_WEIGHT = 2.5
_NOUN_WEIGHT = 2.2
_PATTERN_WEIGHT = 1.8
_MEMORY_WEIGHT = 1.6
_PER_TOKEN = 0.3


class Recogniser:
    """Finds the names of an article, given its passages after the name recogniser."""

    def __init__(self, nlp: "Language", lexicon: Lexicon) -> None:
        """Compile the gazetteer for the pipeline's own tokens."""
        self._lexicon = lexicon
        self._gazetteer = Gazetteer(nlp, lexicon)
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
        first = [
            _best(hits if phrases.headline(doc) else self._candidates(doc, hits))
            for doc, hits in zip(docs, known, strict=True)
        ]
        memory = _memory(first, self._lexicon)
        second = [
            _best([*names, *_recalled(doc, memory, names)])
            for doc, names in zip(docs, first, strict=True)
        ]
        return _one_class(second)

    def _candidates(self, doc: "Doc", hits: Iterable[Name]) -> Iterator[Name]:
        hits = list(hits)
        yield from hits
        yield from self._from_model(doc)
        for start, end in phrases.after_titles(doc, self._lexicon):
            yield _name(doc, start, end, "Person", _TITLE_WEIGHT)
        for start, end in phrases.family_first(doc, self._lexicon):
            yield _name(doc, start, end, "Person", _PATTERN_WEIGHT)
        countries = {i for n in hits if n.cls == "Country" for i in (n.start, n.end)}
        for start, end, cls in phrases.class_noun_phrases(
            doc, self._lexicon, countries
        ):
            # "US-ROK Alliance": what speaks for its parts speaks for the whole
            inner = sum(h.weight for h in hits if start <= h.start and h.end <= end)
            yield _name(doc, start, end, cls, _NOUN_WEIGHT + inner)

    def _from_model(self, doc: "Doc") -> Iterator[Name]:
        titled = phrases.title_complements(doc, self._lexicon)
        for ent in doc.ents:
            vote = self._labels.get(ent.label_)
            bounds = phrases.trim(doc, ent.start, ent.end, self._lexicon)
            if vote is None or bounds is None:
                continue
            # "Representative for ... Peace and Security Affairs" is a title
            if any(s <= bounds[0] and bounds[1] <= e for s, e in titled):
                continue
            yield _name(doc, *bounds, *vote)


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


def _one_class(found: Sequence[Sequence[Name]]) -> list[tuple[Name, ...]]:
    """Give every name of an article the class that most of its weight supports."""
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for name in (n for row in found for n in row):
        if not name.entries and name.cls != COLLECTIVE:
            votes[name.words.casefold()][name.cls] += name.weight
    best = {w: max(v, key=lambda c: (v[c], c)) for w, v in votes.items()}
    return [
        tuple(
            replace(n, cls=best[n.words.casefold()])
            if not n.entries and n.cls != COLLECTIVE
            else n
            for n in row
        )
        for row in found
    ]


@dataclass(frozen=True, slots=True)
class _Recall:
    """Words that stand for a name of the article, token by token."""

    tokens: tuple[str, ...]
    cls: str
    weight: float


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
            if name.cls == "Person" and name.weight > _MEMORY_WEIGHT:
                for part in phrases.person_parts(tokens, lexicon):
                    votes[part]["Person"] += name.weight / 2
        elif name.cls == "Person":
            for part in phrases.person_parts(phrases.name_tokens(name.words), lexicon):
                votes[part]["Person"] += name.weight / 2
    memory: dict[str, list[_Recall]] = defaultdict(list)
    for tokens, by_class in votes.items():
        cls = max(by_class, key=lambda c: (by_class[c], c))
        memory[tokens[0]].append(_Recall(tokens, cls, by_class[cls]))
    return memory


def _recalled(
    doc: "Doc", memory: Mapping[str, list[_Recall]], names: Sequence[Name]
) -> Iterator[Name]:
    taken = {i for n in names for i in range(n.start, n.end)}
    known = {(n.start, n.end) for n in names if not n.entries}
    for token in doc:
        for recall in memory.get(token.text, ()):
            end = token.i + len(recall.tokens)
            words = tuple(t.text for t in doc[token.i : end])
            # a name that is there already gets one more vote for its class
            free = taken.isdisjoint(range(token.i, end)) or (token.i, end) in known
            if words == recall.tokens and free and token.text[0].isupper():
                weight = min(_MEMORY_WEIGHT, recall.weight)
                yield _name(doc, token.i, end, recall.cls, weight)

"""Which judgements a person should look at: those that came near to the other verdict.

Each with the entry of `curation.toml` that would turn it over.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from kg.curation import MERGE, SPLIT, Entry, Pointer
from kg.entities.curate import RULE
from kg.model import Entity, Judgement, KnowledgeGraph, Located, Span, Verdict
from kg.names import SAME, NameKeys

_BREAK = re.compile(r"(?<=[.!?])[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z])|\n+")
# "Gov. Brown", "J. Kim": after a short word with a capital a stop ends no sentence
_NO_END = re.compile(r"\b[A-Z][A-Za-z]{0,3}\.$")


@dataclass(frozen=True, slots=True)
class Doubt:
    """A judgement that might be wrong.

    `left` and `right` are the entities that its two mentions are taken for (one and
    the same, if they were joined); `contexts` the sentences that they stand in;
    `entry` is what a person would write who decides otherwise.
    """

    judgement: Judgement
    left: Entity
    right: Entity
    contexts: tuple[str, str]
    entry: Entry

    @property
    def distance(self) -> float:
        """How far the score is from where the verdict turns."""
        return round(abs(self.judgement.score - SAME), 2)


def review(graph: KnowledgeGraph, keys: NameKeys) -> tuple[Doubt, ...]:
    """All judgements by evidence, the least certain first; none by a person's word.

    What one article itself calls one thing, by the rules of coreference, is not
    weighed and not among them.
    """
    shelf = _Shelf(graph, keys)
    doubts = [shelf.doubt(j) for j in graph.judgements if _weighed(j)]
    return tuple(sorted(doubts, key=_rank))


def sentence(text: str, span: Span) -> str:
    """The sentence around a span, roughly, in one line; a line break ends it too."""
    starts, ends = [0], [len(text)]
    low = max(0, span.start - _REACH)
    for found in _BREAK.finditer(text, low, min(len(text), span.end + _REACH)):
        if _NO_END.search(text, low, found.start()):
            continue
        if found.end() <= span.start:
            starts.append(found.end())
        elif found.start() >= span.end:
            ends.append(found.start())
    words = text[max(low, *starts) : min(span.end + _REACH, *ends)]
    return " ".join(words.split())


_REACH = 400  # code points on either side


def _weighed(judgement: Judgement) -> bool:
    if judgement.rule == RULE:
        return False
    same_article = judgement.left.article == judgement.right.article
    return not (same_article and judgement.verdict is Verdict.SAME)


def _rank(doubt: Doubt) -> tuple[object, ...]:
    left, right = doubt.judgement.left, doubt.judgement.right
    places = (left.article, left.mention.span, right.article, right.mention.span)
    return doubt.distance, *places, doubt.judgement.rule


@dataclass(frozen=True)
class _Shelf:
    graph: KnowledgeGraph
    keys: NameKeys

    def doubt(self, judgement: Judgement) -> Doubt:
        ends = (judgement.left, judgement.right)
        left, right = (self._homes[_at(end)] for end in ends)
        contexts = (self._context(ends[0]), self._context(ends[1]))
        if left is right:
            entry = Entry("", SPLIT, self._within(left, *ends))
        else:
            names = (self._name(left, ends[0]), self._name(right, ends[1]))
            entry = Entry("", MERGE, names)
        return Doubt(judgement, left, right, contexts, entry)

    def _within(
        self, entity: Entity, one: Located, other: Located
    ) -> tuple[Pointer, ...]:
        """Two names of one entity, if they differ; else one is meant by its article."""
        slug = self.keys.slug
        ends = (one.mention.words, other.mention.words)
        known = {slug(name) for name in (entity.label, *entity.aliases)}
        slugs = {slug(end) for end in ends}
        unique = slugs <= known and all(len(self._bearers[s]) == 1 for s in slugs)
        if len(slugs) > 1 and unique:
            return Pointer(ends[0]), Pointer(ends[1])
        return self._name(entity, one), self._mention(other)

    def _name(self, entity: Entity, end: Located) -> Pointer:
        """The label where nothing else is called so, else a mention."""
        if len(self._bearers[self.keys.slug(entity.label)]) == 1:
            return Pointer(entity.label)
        return self._mention(end)

    def _mention(self, end: Located) -> Pointer:
        """A mention by its words, counted where they mean several in the article."""
        words = end.mention.words
        rows = self._worded.get((end.article, " ".join(words.split())), {})
        several = len({entity.id for entity in rows.values()}) > 1
        nth = sorted(rows).index(end.mention.span) + 1 if several else 0
        return Pointer(words, end.article, nth)

    def _context(self, end: Located) -> str:
        return sentence(self._texts[end.article], end.mention.span)

    @cached_property
    def _texts(self) -> Mapping[str, str]:
        return {article.id: article.text for article in self.graph.articles}

    @cached_property
    def _homes(self) -> dict[tuple[str, Span], Entity]:
        found: dict[tuple[str, Span], Entity] = {}
        for entity, item in _all(self.graph.entities):
            found.setdefault(_at(item), entity)
        return found

    @cached_property
    def _worded(self) -> dict[tuple[str, str], dict[Span, Entity]]:
        """By article and words, the mentions and whom they mean."""
        found: dict[tuple[str, str], dict[Span, Entity]] = {}
        for entity, item in _all(self.graph.entities):
            words = " ".join(item.mention.words.split())
            row = found.setdefault((item.article, words), {})
            row.setdefault(item.mention.span, entity)
        return found

    @cached_property
    def _bearers(self) -> dict[str, set[str]]:
        """Entities by each of their names."""
        found: dict[str, set[str]] = {}
        for entity in self.graph.entities:
            for name in (entity.label, *entity.aliases):
                found.setdefault(self.keys.slug(name), set()).add(entity.id)
        return found


def _all(entities: Iterable[Entity]) -> Iterator[tuple[Entity, Located]]:
    for entity in entities:
        for item in entity.mentions:
            yield entity, item


def _at(item: Located) -> tuple[str, Span]:
    return item.article, item.mention.span

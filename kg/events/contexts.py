"""What an event is about: the contexts of PLOVER 2.0, from the words around it.

A context is told by words of the event's own sentence (ontology/lexicon/contexts.ttl),
by the event itself (a conviction, a meeting of states), or by the whole article when
words for it recur in much of it. Of words that overlap the longest count: "nuclear
power plant" tells of no weapon.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kg.arguments import Scene
from kg.lexicon import Lexicon
from kg.model import EventFact, Span
from kg.schema import Individual

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence

_CUE, _BAR, _NAME = "ContextCue", "ContextBar", "NameContext"
_STATE, _PERSON = "Country", "Person"
_LONGEST = 5  # words of the longest cue
_TOPIC_SENTENCES = 5  # an article is about what so many of its sentences tell of ...
_TOPIC_SHARE = 0.5  # ... and so large a part of them
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Word:
    """A word as it stands, its lemma, and its part of speech."""

    lower: str
    lemma: str
    pos: str = ""


@dataclass
class _Evidence:
    """The words of one sentence that speak for each context."""

    strong: set[str] = field(default_factory=set)
    weak: dict[str, set[str]] = field(default_factory=dict)

    def add(self, term: Individual, words: str) -> None:
        """Note what a term says."""
        for context in term.all("context"):
            if term.one("weak"):
                self.weak.setdefault(context, set()).add(words)
            else:
                self.strong.add(context)

    @property
    def contexts(self) -> frozenset[str]:
        """One strong word is enough, or two different weak ones."""
        twice = (c for c, words in self.weak.items() if len(words) > 1)
        return frozenset((*self.strong, *twice))


def with_contexts(scene: Scene, facts: Sequence[EventFact]) -> tuple[EventFact, ...]:
    """The events of an article, each with all its contexts, sorted.

    Those of its trigger stay. Most sentences tell of no context, and then an event has
    only what it is itself, and the topics of the article.
    """
    if not facts:
        return ()
    rows = [
        (scene.parsed.sentence(sentence[0]), contexts_of(scene, sentence))
        for sentence in scene.parsed.doc.sents
        if not all(token.is_space for token in sentence)
    ]
    found, topics = dict(rows), topics_of([contexts for _, contexts in rows])
    states = _states(scene)
    return tuple(
        replace(
            fact,
            contexts=tuple(
                sorted(
                    topics.union(
                        fact.contexts,
                        found.get(fact.sentence, ()),
                        _of_event(scene.lexicon, fact, states),
                    )
                )
            ),
        )
        for fact in facts
    )


def contexts_of(
    scene: Scene, sentence: "Sentence", cue: str = _CUE, named: str = _NAME
) -> frozenset[str]:
    """The contexts that a sentence's own words tell; empty for most sentences.

    A name is looked at alone, and a person's tells nothing: nobody called Bishop is
    one.

    Args:
        scene: the article.
        sentence: one of its sentences.
        cue: the kind of terms that words tell.
        named: the kind of terms that words inside names tell.
    """
    evidence, run = _Evidence(), list[_Word]()
    for token in sentence:
        name = scene.parsed.names.get(token.i)
        if name is None:
            if (
                token.is_alpha
                or token.like_num
                or token.lower_ not in ("-", "'s", "’s")
            ):
                run.append(_Word(token.lower_, token.lemma_.lower(), token.pos_))
            continue
        if token.is_lower:  # "nuclear weapons": known, but a common noun
            run += [_Word(w, w.removesuffix("s")) for w in _WORD.findall(token.lower_)]
            continue
        _collect(evidence, scene.lexicon, cue, run)
        run = []
        if name.cls != _PERSON:
            parts = [_Word(w, w) for w in _WORD.findall(token.lower_)]
            _collect(evidence, scene.lexicon, named, parts)
    _collect(evidence, scene.lexicon, cue, run)
    return evidence.contexts


def _collect(
    evidence: _Evidence, lexicon: Lexicon, kind: str, words: Sequence[_Word]
) -> None:
    """Add what the longest cues in a row of words say."""
    covered = 0
    for _, end, term in sorted(
        _spelled(lexicon, kind, words), key=lambda hit: (hit[0], -hit[1])
    ):
        pos = term.one("pos")
        if end > covered and pos in (None, words[end - 1].pos):
            covered = end
            evidence.add(term, words[end - 1].lemma)


def _spelled(
    lexicon: Lexicon, kind: str, words: Sequence[_Word]
) -> Iterator[tuple[int, int, Individual]]:
    """Where cues and bars stand in a row of words: start, end, term."""
    for known in (kind, _BAR):
        ends, terms = lexicon.last_words(known), lexicon.words(known)
        for last, word in enumerate(words):
            if word.lower not in ends and word.lemma not in ends:
                continue
            for start in range(max(0, last + 1 - _LONGEST), last + 1):
                for phrase in _phrases(words[start : last + 1]):
                    if phrase in terms:
                        yield start, last + 1, terms[phrase]
                        break


def _phrases(words: Sequence[_Word]) -> Iterator[str]:
    """Words as a cue may be listed: as they stand, or in the singular."""
    before = [w.lower for w in words[:-1]]
    yield " ".join([*before, words[-1].lemma])
    yield " ".join([*before, words[-1].lower])
    yield " ".join(w.lemma for w in words)


def topics_of(rows: Iterable[frozenset[str]]) -> frozenset[str]:
    """What much of an article tells of, given what each of its sentences does."""
    rows = list(rows)
    counts = Counter(context for row in rows for context in row)
    least = max(_TOPIC_SENTENCES, _TOPIC_SHARE * len(rows))
    return frozenset(context for context, times in counts.items() if times >= least)


def _states(scene: Scene) -> frozenset[Span]:
    """The mentions that stand for states."""
    return frozenset(
        member.mention.span
        for cluster in scene.linked.clusters
        if cluster.cls == _STATE
        for member in cluster.members.values()
    )


def _of_event(
    lexicon: Lexicon, fact: EventFact, states: frozenset[Span]
) -> Iterable[str]:
    """Contexts that an event has by what it is."""
    scored = f"{fact.category.lower()}-{fact.mode}"
    sides = {*fact.actors, *fact.recipients}
    between = len(sides) > 1 and sides <= states
    for term in lexicon.schema.of("EventContext"):
        by_category = between and fact.category in term.all("ofCategory")
        if by_category or scored in term.all("ofMode"):
            yield from term.all("context")

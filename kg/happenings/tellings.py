"""What an event claim offers for comparing it with others."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from kg.model import (
    Certainty,
    Entity,
    EventClaim,
    Interval,
    KnowledgeGraph,
    Span,
    Tense,
)
from kg.schema import Schema
from kg.times.days import first_day, last_day

_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 5  # letters
PREFIX = 4  # letters: "meet" begins "meeting", but "ban" not "bank"
_NOUN = "NOUN"
_END_OF_TIME = 1 << 30

Days = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Telling:
    """One event claim with what there is to compare.

    `family` is what reports of one thing may be categorised as, `lemmas` those of its
    trigger, `days` the first and last day (ordinals) it may have been on, `published`
    the day of its article; `planned` says that it lies ahead, `many` that its noun is a
    plural; `weekdays` are those that its sentence names, `gist` the weights of its
    words, of length one; `before` is the claim that its noun points back to.
    """

    claim: EventClaim
    family: str
    lemmas: tuple[str, ...]
    days: Days | None
    published: int | None
    sentence: Span
    planned: bool
    many: bool
    weekdays: frozenset[str]
    gist: Mapping[str, float]
    before: str | None = None

    @property
    def everyone(self) -> frozenset[str]:
        """All who take part."""
        return frozenset((*self.claim.actors, *self.claim.recipients))

    @property
    def mutual(self) -> bool:
        """Whether several do it together and to nobody else."""
        return not self.claim.recipients and len(self.claim.actors) > 1

    @property
    def around(self) -> Days | None:
        """The days near which it is told to have been: its own, else its article's."""
        if self.days is not None or self.published is None:
            return self.days
        return self.published, self.published


def tellings(graph: KnowledgeGraph, schema: Schema) -> tuple[Telling, ...]:
    """All event claims of a graph, in its order, ready to be compared."""
    reader = _Reader.of(graph, schema)
    names = {entity.id: _name_words(entity) for entity in graph.entities}
    gists = _gists(graph.events, reader.texts, names)
    told = [
        reader.telling(c, gist) for c, gist in zip(graph.events, gists, strict=True)
    ]
    pointed = {t.claim.id for t in told if not t.many and reader.points(t)}
    back = dict(_antecedents(told, pointed))
    return tuple(replace(t, before=back.get(t.claim.id)) for t in told)


@dataclass(frozen=True, slots=True)
class _Reader:
    """The texts, and the words of the ontology that matter for comparing."""

    schema: Schema
    texts: Mapping[str, str]
    issued: Mapping[str, int | None]
    lemmas: Mapping[str, tuple[str, ...]]
    nouns: Set[str]
    week: Mapping[str, str]
    pointing: Set[str]

    @classmethod
    def of(cls, graph: KnowledgeGraph, schema: Schema) -> "_Reader":
        triggers, times = schema.of("Trigger"), schema.of("TimeWord")
        week = [term for term in times if term.one("kind") == "weekday"]
        return cls(
            schema,
            {article.id: article.text for article in graph.articles},
            {article.id: _day(article.published) for article in graph.articles},
            {term.id: term.all("lemma") for term in triggers},
            {term.id for term in triggers if term.one("pos") == _NOUN},
            {word: term.id for term in week for word in term.all("words")},
            {w for term in schema.of("PointingWord") for w in term.all("words")},
        )

    def telling(self, claim: EventClaim, gist: Mapping[str, float]) -> Telling:
        text, sentence = self.texts[claim.article], sentence_of(claim)
        lemmas = {lemma for rule in claim.rules for lemma in self.lemmas.get(rule, ())}
        words = _WORD.findall(sentence.cut(text).casefold())
        return Telling(
            claim,
            family_of(claim.category, self.schema),
            tuple(sorted(lemmas)),
            days_of(claim.when),
            self.issued[claim.article],
            sentence,
            _planned(claim),
            _many(claim.trigger.cut(text), lemmas),
            frozenset(self.week[word] for word in words if word in self.week),
            gist,
        )

    def points(self, telling: Telling) -> bool:
        """Whether it is a noun, and one of the two words before it points back."""
        claim, text = telling.claim, self.texts[telling.claim.article]
        before = text[telling.sentence.start : claim.trigger.start].casefold().split()
        noun = not self.nouns.isdisjoint(claim.rules)
        return noun and not self.pointing.isdisjoint(before[-2:])


def _antecedents(
    told: Sequence[Telling], pointed: Set[str]
) -> Iterator[tuple[str, str]]:
    """The last claim before a noun that tells the like of the same: what it means."""
    articles: defaultdict[str, list[Telling]] = defaultdict(list)
    for telling in sorted(told, key=lambda t: (t.claim.article, t.claim.trigger)):
        earlier = articles[telling.claim.article]
        if telling.claim.id in pointed:
            for other in reversed(earlier):
                if _may_mean(telling, other):
                    yield telling.claim.id, other.claim.id
                    break
        earlier.append(telling)


def _may_mean(later: Telling, earlier: Telling) -> bool:
    return (
        later.sentence != earlier.sentence
        and same_word(later, earlier)
        and not later.everyone.isdisjoint(earlier.everyone)
    )


def same_word(left: Telling, right: Telling) -> bool:
    """Whether the triggers are one word, or one as verb and noun: "meet", "meeting"."""
    return any(_akin(a, b) for a in left.lemmas for b in right.lemmas)


def _akin(left: str, right: str) -> bool:
    short, long = sorted((left, right), key=len)
    return left == right or (len(short) >= PREFIX and long.startswith(short))


def family_of(category: str, schema: Schema) -> str:
    """What reports of the same thing may be called together; else the category."""
    term = schema.classes.get(category)
    return (term.one("family") if term else None) or category


def sentence_of(claim: EventClaim) -> Span:
    """The sentence in which the trigger stands."""
    return next((s for s in claim.evidence if s.contains(claim.trigger)), claim.trigger)


def days_of(when: Interval | None) -> Days | None:
    """First and last day as ordinals; an open end is as far as can be.

    >>> days_of(Interval("2019-02", "2019-02"))
    (737091, 737118)
    """
    if when is None or (when.begin is None and when.end is None):
        return None
    begin = first_day(when.begin).toordinal() if when.begin else 0
    end = last_day(when.end).toordinal() if when.end else _END_OF_TIME
    return begin, max(begin, end)


def _day(published: str | None) -> int | None:
    return first_day(published).toordinal() if published else None


def _planned(claim: EventClaim) -> bool:
    stance = claim.stance
    open_still = stance.certainty is Certainty.POSSIBLE and stance.tense != Tense.PAST
    return stance.tense is Tense.FUTURE or open_still


def _many(trigger: str, lemmas: Iterable[str]) -> bool:
    """Whether a trigger is the plural of its noun: "attacks", but "talks" anyway."""
    words = trigger.casefold()
    return words.endswith("s") and any(
        words in (f"{lemma}s", f"{lemma}es", f"{lemma[:-1]}ies") for lemma in lemmas
    )


# ------------------------------------------------------------- the words of a sentence


def _gists(
    claims: Sequence[EventClaim],
    texts: Mapping[str, str],
    names: Mapping[str, frozenset[str]],
) -> list[Mapping[str, float]]:
    """Weights of the words of each claim's sentence: the rarer, the heavier.

    The names of those who take part are left out, and so is the trigger: that they
    are shared is known already.
    """
    places = [(c.article, sentence_of(c)) for c in claims]
    stems = {p: _stems(p[1].cut(texts[p[0]])) for p in places}
    spread = Counter(stem for found in stems.values() for stem in found)
    gists: list[Mapping[str, float]] = []
    for claim, place in zip(claims, places, strict=True):
        known = _stems(claim.trigger.cut(texts[claim.article])).union(
            *(names[who] for who in (*claim.actors, *claim.recipients))
        )
        own = sorted(stems[place] - known)
        gists.append(_unit({s: math.log(1 + len(stems) / spread[s]) for s in own}))
    return gists


def _unit(weights: Mapping[str, float]) -> Mapping[str, float]:
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {stem: weight / length for stem, weight in weights.items()} if length else {}


def _name_words(entity: Entity) -> frozenset[str]:
    return frozenset().union(*(_stems(n) for n in (entity.label, *entity.aliases)))


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _WORD.findall(text.casefold()))


def likeness(left: Telling, right: Telling) -> float:
    """How much two sentences say in the same words, from 0 to 1 (cosine)."""
    small, large = sorted((left.gist, right.gist), key=len)
    return math.fsum(w * large[stem] for stem, w in small.items() if stem in large)

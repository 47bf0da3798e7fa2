"""The frozen values that flow through kg, from an article to a knowledge graph.

Read from top to bottom, it is the order of the work: an `Article` is read into a
`Reading` (chains of mentions, and facts on mentions); readings are combined into a
`KnowledgeGraph` (entities, claims on entities, the judgements that merged names, and
the happenings that claims report).
Networkx, RDF, tables and HTML are views of that one value.

Offsets are half-open `[start, end)` in Unicode code points of `Article.text`, which
nobody ever rewrites. What an article and its mentions are is told in `kg.article`,
the values of stance in `kg.grasp`.
"""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from kg.article import (
    Article,
    Chain,
    Furniture,
    Kind,
    Link,
    Mention,
    Skipped,
    Span,
)
from kg.grasp import Certainty, Polarity, Stance, Status, Tense

__all__ = [
    "Article",
    "Certainty",
    "Chain",
    "Claim",
    "Dispute",
    "Entity",
    "EventClaim",
    "EventFact",
    "Furniture",
    "Happening",
    "Interval",
    "Judgement",
    "Kind",
    "KnowledgeGraph",
    "Link",
    "Located",
    "Mention",
    "Point",
    "Polarity",
    "Reading",
    "RelationClaim",
    "RelationFact",
    "Side",
    "Skipped",
    "Span",
    "Stance",
    "Status",
    "Tense",
    "Verdict",
    "digest",
]


@dataclass(frozen=True, slots=True)
class Interval:
    """A stretch of days, as fine as the text tells it.

    `begin` and `end` are ISO dates of the same or a coarser grain ("2019",
    "2019-03", "2019-03-22"), both inclusive; None is an open, unknown end.
    """

    begin: str | None
    end: str | None


class Attributable:
    """What has a stance and perhaps a speaker; facts on mentions, claims on entities.

    `speaker` is the nearest whom the text names, `relayed_by` who passes it on, the
    outermost last; `unnamed` when the text attributes it, but to nobody by name.
    """

    __slots__ = ()
    stance: Stance
    speaker: Span | str | None
    unnamed: bool

    @property
    def status(self) -> Status:
        """Denied, possible, planned, reported or asserted."""
        return self.stance.status(reported=self.unnamed or self.speaker is not None)


@dataclass(frozen=True, slots=True)
class RelationFact(Attributable):
    """A binary fact as one sentence tells it; the arguments are spans of mentions.

    `relation` is the local name of a property of the ontology ("leads"), `rule` the
    local name of the pattern that fired.
    """

    relation: str
    subject: Span
    object: Span
    sentence: Span
    rule: str
    stance: Stance
    title: str | None = None
    former: bool = False
    speaker: Span | None = None
    when: Interval | None = None
    confidence: float = 1.0
    relayed_by: tuple[Span, ...] = ()
    unnamed: bool = False


@dataclass(frozen=True, slots=True)
class EventFact(Attributable):
    """What somebody did, as one sentence tells it; arguments are spans of mentions.

    `category` is the local name of an event class ("Consult"), `trigger` the words
    that tell the event, `rule` the local name of the pattern that fired, `verb` the
    lemma of an act that no category fits ("Action").
    """

    category: str
    trigger: Span
    actors: tuple[Span, ...]
    recipients: tuple[Span, ...]
    sentence: Span
    rule: str
    stance: Stance
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    place: Span | None = None
    speaker: Span | None = None
    when: Interval | None = None
    confidence: float = 1.0
    relayed_by: tuple[Span, ...] = ()
    unnamed: bool = False
    verb: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What one article says: the unit of caching, parallel work and golden tests.

    Every span in a fact is the span of a mention of one of the chains.
    """

    article: Article
    chains: tuple[Chain, ...]
    relations: tuple[RelationFact, ...]
    events: tuple[EventFact, ...]


@dataclass(frozen=True, slots=True)
class Located:
    """A mention and the id of the article it stands in."""

    article: str
    mention: Mention


class Verdict(StrEnum):
    """Whether two chains are one thing."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Judgement:
    """Why two chains were taken for one thing, or kept apart.

    `left` and `right` are mentions (the first of each chain) with their articles;
    `evidence_for` and `evidence_against` name what spoke for and against, and
    `score` is the sum of their weights.
    """

    left: Located
    right: Located
    verdict: Verdict
    rule: str
    evidence_for: tuple[str, ...] = ()
    evidence_against: tuple[str, ...] = ()
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing of the world, over all articles.

    `id` is the readable part of its IRI ("kim-yo-jong", unique); `aliases` are the
    other names it goes by, sorted; `entry` its gazetteer id, `matches` IRIs of the
    same thing elsewhere.
    """

    id: str
    cls: str
    label: str
    aliases: tuple[str, ...]
    mentions: tuple[Located, ...]
    entry: str | None = None
    matches: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RelationClaim(Attributable):
    """One binary relation that one article states, with all its sentences.

    `subject` and `object` are entity ids; a symmetric relation is stored once, the
    smaller id first.
    """

    id: str
    article: str
    relation: str
    subject: str
    object: str
    evidence: tuple[Span, ...]
    rules: tuple[str, ...]
    stance: Stance
    titles: tuple[str, ...] = ()
    former: bool = False
    speaker: str | None = None
    when: Interval | None = None
    confidence: float = 1.0
    relayed_by: tuple[str, ...] = ()
    unnamed: bool = False

    @property
    def plain(self) -> bool:
        """Whether it is a fact in the article's own voice: a plain triple may stand."""
        return self.status is Status.ASSERTED and not self.former


@dataclass(frozen=True, slots=True)
class EventClaim(Attributable):
    """One event that one trigger of one article tells; arguments are entity ids."""

    id: str
    article: str
    category: str
    trigger: Span
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    evidence: tuple[Span, ...]
    rules: tuple[str, ...]
    stance: Stance
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    place: str | None = None
    speaker: str | None = None
    when: Interval | None = None
    confidence: float = 1.0
    relayed_by: tuple[str, ...] = ()
    unnamed: bool = False
    verb: str | None = None


Claim = RelationClaim | EventClaim


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened, is planned or is denied, with all that reports it.

    Every event claim is a report of exactly one happening. `reports` are claim ids,
    `first` the one that tells it best; `actors` and `recipients` are those of any
    report, `when` is the finest of their dates. `independent` counts the articles
    that do not copy one another; `reasons` say what made the reports one.
    """

    id: str
    category: str
    reports: tuple[str, ...]
    first: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    status: Status
    place: str | None = None
    when: Interval | None = None
    independent: int = 1
    reasons: tuple[str, ...] = ()


class Point(StrEnum):
    """What two reports of one thing disagree about."""

    ACTOR = "actor"
    DATE = "date"
    NUMBER = "number"
    POLARITY = "polarity"


@dataclass(frozen=True, slots=True)
class Side:
    """What one claim says on a disputed point, and the words that say so."""

    claim: str
    value: str
    words: Span


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two event claims that would tell the same but for one point.

    `left` is the claim of the smaller id.
    """

    id: str
    about: Point
    left: Side
    right: Side


@dataclass(frozen=True, slots=True)
class KnowledgeGraph:
    """All that the articles say. Every tuple is sorted by id.

    The value behind RDF, networkx, tables and the viewer; it depends neither on the
    order of the articles nor on how many workers read them.
    """

    articles: tuple[Article, ...]
    entities: tuple[Entity, ...]
    relations: tuple[RelationClaim, ...]
    events: tuple[EventClaim, ...]
    judgements: tuple[Judgement, ...] = ()
    happenings: tuple[Happening, ...] = ()
    disputes: tuple[Dispute, ...] = ()

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Relation claims, then event claims."""
        return (*self.relations, *self.events)


def digest(*parts: object) -> str:
    """Name content by its content: 16 hexadecimal digits (BLAKE2b, 64 bit).

    >>> digest("a1", 3, 7) == digest("a1", 3, 7)
    True
    """
    data = "\x1f".join(map(str, parts)).encode("utf-8")
    return hashlib.blake2b(data, digest_size=8).hexdigest()

"""What is read: an article's text, and who and what it mentions where.

The lower half of `kg.model`, which hands all of these on: import them from there.
"""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text: half-open, in Unicode code points.

    Raises:
        ValueError: if it is empty or begins before the text.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse what holds no text."""
        if not 0 <= self.start < self.end:
            message = f"a span must hold text, got [{self.start}, {self.end})"
            raise ValueError(message)

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether the other lies wholly inside, ends included."""
        return self.start <= other.start and other.end <= self.end

    def cut(self, text: str) -> str:
        """The words that stand there."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Furniture:
    """A block that stands in an article's text but is not part of the article.

    `reason` says what it is: "reader comments", "author biography", "byline", ...
    """

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Article:
    """One news article as it was read.

    `published` is an ISO date (YYYY-MM-DD) or None; mentions come from `text` only,
    outside `furniture`; everything else is metadata.
    """

    id: str
    text: str
    published: str | None = None
    title: str | None = None
    url: str | None = None
    source: str | None = None
    author: str | None = None
    language: str | None = None
    furniture: tuple[Furniture, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that could not be read: where (file, `file:line`), why, and the cure."""

    where: str
    reason: str


class Kind(StrEnum):
    """How a mention is worded."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"
    DEMONYM = "demonym"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for somebody or something.

    `cls` is the local name of an entity class of the ontology ("Person").
    """

    span: Span
    words: str
    kind: Kind
    cls: str


@dataclass(frozen=True, slots=True)
class Link:
    """Why a mention joined its chain: the rule, and the words that spoke for it."""

    mention: Span
    rule: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Chain:
    """All mentions of one thing within one article, in the order of the text.

    `name` is the fullest name that the article gives it (empty for a thing that is
    never named); `entry` the id of its gazetteer entry, if it is in there;
    `countries` the gazetteer ids of countries it is said to belong to and `titles`
    the offices it is given: evidence for telling namesakes apart.
    """

    mentions: tuple[Mention, ...]
    cls: str
    name: str
    entry: str | None = None
    countries: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()

"""Articles of nothing but names: chains as a test words them, and their readings."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kg.model import Article, Chain, Kind, Mention, Reading, Span
from kg.names import NameKeys
from kg.schema import Schema, load_schema


@dataclass(frozen=True)
class Said:
    """A chain as a test words it: mentions by kind, and what tells namesakes apart."""

    names: tuple[str, ...]
    cls: str = "Person"
    country: str | None = None
    title: str | None = None
    entry: str | None = None
    nominals: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()


def said(*names: str, **rest: str | tuple[str, ...] | None) -> Said:
    """A chain with these names."""
    return Said(names, **rest)  # type: ignore[arg-type] # the test's own spelling


def reading(name: str, *chains: Said, published: str = "2019-03-25") -> Reading:
    """An article that says all mentions one after the other, and its reading."""
    text, made = "", []
    for chain in chains:
        mentions = []
        for kind, row in (
            (Kind.NAME, chain.names),
            (Kind.NOMINAL, chain.nominals),
            (Kind.DEMONYM, chain.demonyms),
        ):
            for words in row:
                text += ". "
                span = Span(len(text), len(text) + len(words))
                mentions.append(Mention(span, words, kind, chain.cls))
                text += words
        made.append(_chain(chain, mentions))
    return Reading(Article(name, text, published), tuple(made), (), ())


def _chain(chain: Said, mentions: Sequence[Mention]) -> Chain:
    fullest = max(
        chain.names, key=lambda n: len(n.replace("-", " ").split()), default=""
    )
    return Chain(
        tuple(mentions),
        chain.cls,
        fullest,
        chain.entry,
        (chain.country,) if chain.country else (),
        (chain.title,) if chain.title else (),
    )


@cache
def schema() -> Schema:
    """The built-in ontology."""
    return load_schema()


@cache
def keys() -> NameKeys:
    """Its spelling of names."""
    return NameKeys.from_schema(schema())

"""Annotated articles: what a careful reader takes from a text.

One JSON object per article, in the format of tests/gold/README.md. A mention is
`words#k`, the k-th place where these words stand in the text, with `|NOM`, `|PRO` or
`|ADJ` for what is no name.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import KgError, NotFound
from kg.model import Span

_NAMES = ("NAM", "ADJ")


@dataclass(frozen=True, slots=True)
class GoldMention:
    """Who is meant by some words: `entity` is the same in all articles."""

    entity: str
    cls: str
    kind: str

    @property
    def name(self) -> bool:
        """Whether it is a name or a demonym, and no nominal or pronoun."""
        return self.kind in _NAMES


@dataclass(frozen=True, slots=True)
class GoldRelation:
    """A binary relation between two annotated entities."""

    subject: str
    predicate: str
    object: str


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """An event that one sentence tells, by annotated entities."""

    category: str
    trigger: Span
    words: str
    actors: frozenset[str]
    recipients: frozenset[str]
    polarity: str
    certainty: str
    tense: str
    asserter: str | None
    date: str | None


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One annotated article and its text."""

    id: str
    text: str
    mentions: Mapping[Span, GoldMention]
    relations: tuple[GoldRelation, ...]
    events: tuple[GoldEvent, ...]


def read_texts(docs: Path) -> dict[str, str]:
    """The text of each article of a JSON Lines file, by id.

    Raises:
        NotFound: if there is no such file.
        KgError: naming the line that is no article.
    """
    texts: dict[str, str] = {}
    for where, record in json_lines(docs):
        try:
            texts[record["id"]] = record["text"]
        except KeyError as error:
            message = f"{where}: an article needs {error}; add it"
            raise KgError(message) from error
    return texts


def json_lines(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """The objects of a JSON Lines file, each with its file and line; blanks are none.

    Raises:
        NotFound: if there is no such file.
        KgError: naming the line that is no object.
    """
    for number, line in enumerate(_read(path).split("\n"), start=1):
        if line.strip():
            where = f"{path}:{number}"
            yield where, _parse(line, where)


def read_gold(folder: Path, texts: Mapping[str, str]) -> tuple[GoldArticle, ...]:
    """The annotation of the articles whose text is given, in the order of the files.

    Raises:
        NotFound: if no annotated article of the folder is among the texts.
        KgError: naming the file whose annotation does not fit the text.
    """
    found = tuple(_articles(folder, texts))
    if not found:
        message = (
            f"{folder}: none of the {len(texts)} articles is annotated here; "
            "give the folder of *.json whose `doc` is the id of an article"
        )
        raise NotFound(message)
    return found


def _articles(folder: Path, texts: Mapping[str, str]) -> Iterator[GoldArticle]:
    for path in sorted(folder.glob("*.json")):
        record = _parse(_read(path), str(path))
        if record.get("doc") not in texts:
            continue
        try:
            yield _article(record, texts[record["doc"]])
        except (KeyError, ValueError, TypeError) as error:
            message = f"{path}: {error!r}; see tests/gold/README.md for the format"
            raise KgError(message) from error


def _article(record: dict[str, Any], text: str) -> GoldArticle:
    mentions: dict[Span, GoldMention] = {}
    for entity in record["entities"]:
        for reference in entity["mentions"]:
            span, kind = locate(text, reference)
            mentions[span] = GoldMention(entity["id"], entity["class"], kind)
    relations = tuple(
        GoldRelation(r["subject"], r["predicate"], r["object"])
        for r in record["relations"]
    )
    events = tuple(_event(text, event) for event in record["events"])
    return GoldArticle(record["doc"], text, mentions, relations, events)


def _event(text: str, event: dict[str, Any]) -> GoldEvent:
    return GoldEvent(
        category=event["category"],
        trigger=locate(text, event["trigger"])[0],
        words=event["trigger"],
        actors=frozenset(event["actors"]),
        recipients=frozenset(event["recipients"]),
        polarity=event["polarity"],
        certainty=event["certainty"],
        tense=event["tense"],
        asserter=event.get("asserter"),
        date=event.get("date"),
    )


def locate(text: str, reference: str) -> tuple[Span, str]:
    """Where a reference stands in a text, and what kind of mention it is.

    >>> locate("Kim met Kim.", "Kim#2|PRO")
    (Span(start=8, end=11), 'PRO')

    Raises:
        ValueError: if the words do not stand there so often.
    """
    body, _, kind = (
        reference.rpartition("|") if "|" in reference else (reference, "", "NAM")
    )
    words, _, number = body.rpartition("#")
    start = -1
    for _ in range(int(number)):
        start = text.find(words, start + 1)
        if start < 0:
            message = f"{reference!r} does not stand in the text"
            raise ValueError(message)
    return Span(start, start + len(words)), kind


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        message = f"{path}: no such file; check the path"
        raise NotFound(message) from error
    except IsADirectoryError as error:
        message = f"{path}: is a folder; give one file, the articles as JSON Lines"
        raise KgError(message) from error
    except (OSError, UnicodeDecodeError) as error:
        message = f"{path}: {error}; give a readable file in UTF-8"
        raise KgError(message) from error


def _parse(text: str, where: str) -> dict[str, Any]:
    try:
        record = json.loads(text)
    except json.JSONDecodeError as error:
        message = f"{where}: no JSON ({error}); mend it"
        raise KgError(message) from error
    if not isinstance(record, dict):
        message = f"{where}: {type(record).__name__} where an object belongs; mend it"
        raise KgError(message)
    return record

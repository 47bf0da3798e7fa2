"""Readings in words that a table of cases can spell and a test can compare.

A table is a tuple of cases: a text, what its reading must say, and, where kg does not
yet say it, the phenomenon that is to blame. Such a case is a strict xfail: it fails the
suite as soon as it works, and then its third field is struck out.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import pytest

from kg.lexicon import Lexicon
from kg.model import (
    Article,
    Chain,
    EventFact,
    Mention,
    Reading,
    RelationFact,
    Span,
    Stance,
    Status,
)
from kg.schema import Schema, load_schema

if TYPE_CHECKING:
    from _pytest.mark import ParameterSet

Case = tuple[str, str] | tuple[str, str, str]
ReadTexts = Callable[[Sequence[str]], dict[str, Reading]]
PUBLISHED = "2020-06-15"


@lru_cache(maxsize=1)
def the_schema() -> Schema:
    """The built-in ontology, read once."""
    return load_schema()


@lru_cache(maxsize=1)
def the_lexicon() -> Lexicon:
    """Its words."""
    return Lexicon(the_schema())


def cases(table: Sequence[Case]) -> list["ParameterSet"]:
    """The cases of a table as parameters; what is still wrong is a strict xfail."""
    found = []
    for text, expected, *blame in table:
        marks = [
            pytest.mark.xfail(strict=True, raises=AssertionError, reason=reason)
            for reason in blame
        ]
        name = re.sub(r"\W+", "-", text)[:60].strip("-")
        found.append(pytest.param(text, expected, marks=marks, id=name))
    return found


def article(text: str, name: str = "x", published: str | None = PUBLISHED) -> Article:
    """An article of nothing but a text and a date."""
    return Article(name, text, published=published)


# ------------------------------------------------------------------------ chains


def chain_of(reading: Reading, span: Span) -> Chain:
    """The chain that has a mention there."""
    return next(c for c in reading.chains if any(m.span == span for m in c.mentions))


def called(chain: Chain) -> str:
    """The name of a chain in its article, else in the gazetteer."""
    known = the_lexicon().entries.get(chain.entry or "")
    return chain.name or (known.need("label") if known is not None else "?")


def name_at(reading: Reading, span: Span | None) -> str | None:
    """What the thing mentioned there is called."""
    return None if span is None else called(chain_of(reading, span))


def mentions(reading: Reading) -> Iterator[Mention]:
    """All mentions of a reading."""
    for chain in reading.chains:
        yield from chain.mentions


# ------------------------------------------------------------------------ stance


def stance_line(stance: Stance, speaker: str | None) -> str:
    """As in "negative certain past denied by Oslo"."""
    status = stance.status(reported=speaker is not None)
    told = f"{stance.polarity} {stance.certainty} {stance.tense} {status}"
    return f"{told} by {speaker}" if speaker else told


def told_by(reading: Reading, words: str) -> list[EventFact]:
    """Events whose trigger is, or whose category is, one of some words ("a|b")."""
    wanted = words.split("|")
    return [
        event
        for event in reading.events
        if event.category in wanted
        or event.trigger.cut(reading.article.text).lower() in wanted
    ]


def status_of(event: EventFact) -> Status:
    """Denied, possible, planned, reported or asserted."""
    return event.status


# ------------------------------------------------------------------------- facts


def _names(reading: Reading, spans: Iterable[Span]) -> str:
    return " + ".join(sorted({str(name_at(reading, span)) for span in spans}))


def event_lines(reading: Reading) -> str:
    """As in "Accuse: Oslo > Moscow; Consult: Lima + Quito", sorted."""
    lines = []
    for event in reading.events:
        line = f"{event.category}: {_names(reading, event.actors) or '?'}"
        if event.recipients:
            line += f" > {_names(reading, event.recipients)}"
        lines.append(line)
    return "; ".join(sorted(lines))


def _relation_line(reading: Reading, fact: RelationFact) -> str:
    ends = [str(name_at(reading, s)) for s in (fact.subject, fact.object)]
    if the_schema().symmetric(fact.relation):
        ends.sort()
    line = f"{ends[0]} {fact.relation} {ends[1]}"
    if fact.title:
        line += f" [{fact.title}]"
    status = fact.status
    marks = ["former"] * fact.former + [status.value] * (status is not Status.ASSERTED)
    return f"{line} ({', '.join(marks)})" if marks else line


def relation_lines(reading: Reading) -> str:
    """As in "Ann leads Oz [queen] (former); ...", sorted, each once."""
    return "; ".join(sorted({_relation_line(reading, f) for f in reading.relations}))


# ------------------------------------------------------------------ whole readings


def _when(event: EventFact) -> str:
    if event.when is None:
        return ""
    begin, end = event.when.begin or "", event.when.end or ""
    return f" when {begin}" if begin == end else f" when {begin}/{end}"


def _event_report(reading: Reading, event: EventFact) -> str:
    kind = f"{event.category}/{event.mode}" if event.mode else event.category
    words = event.trigger.cut(reading.article.text)
    line = f"{kind} {words!r}: {_names(reading, event.actors) or '?'}"
    if event.recipients:
        line += f" > {_names(reading, event.recipients)}"
    place = name_at(reading, event.place)
    where = f" at {place}" if place else ""
    told = stance_line(event.stance, name_at(reading, event.speaker))
    return f"{line}{where}{_when(event)} ({told})"


def report(reading: Reading) -> str:
    """All that a reading says, as lines that a person can check beside the article."""
    things = [
        f"{chain.cls} {called(chain)}: {' | '.join(m.words for m in chain.mentions)}"
        for chain in reading.chains
    ]
    relations = relation_lines(reading).split("; ") if reading.relations else []
    events = [_event_report(reading, event) for event in reading.events]
    blocks = (("things", things), ("relations", relations), ("events", events))
    return "\n".join(
        f"{title}\n{''.join(f'  {line}' + chr(10) for line in lines)}"
        for title, lines in blocks
    )

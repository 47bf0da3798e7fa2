"""Modes that depend on more than the trigger (ontology/lexicon/modes.ttl).

What is asked for, refused or threatened gives the mode of the asking, the refusal and
the threat (PLOVER 2.0); how and where people meet, and how many, that of the meeting.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kg.arguments import Scene
from kg.events.draft import Draft
from kg.schema import Individual

if TYPE_CHECKING:
    from spacy.tokens import Token

_CONTENT = ("complement", "object", "to", "for", "on", "of", "with")
_MEANS = ("by", "in", "modifier", "on", "over", "through", "via")
_KIND = "MeetingMode"
_MANY, _ABROAD = "many", "abroad"
_PLACES = ("in", "at")
_STATE = "Country"
_LEAST = 3  # states that are many


def content_mode(scene: Scene, draft: Draft, inner: Sequence[Draft]) -> str | None:
    """The mode that the content of an event gives; None if none.

    Args:
        scene: the article.
        draft: the event that holds the content.
        inner: events told inside it, outermost first.
    """
    if draft.mode or draft.trigger.mode:
        return None
    rows = _rows(scene, draft.category)
    by_words = _by_words(rows, draft)
    return by_words or next(_by_events(rows, inner), None)


def slot_mode(
    scene: Scene, category: str, draft: Draft, mode: str | None
) -> str | None:
    """The mode of an event, given that of its trigger, by what fills its slots.

    Who is called up ("deployed police") goes before the trigger's mode. A meeting
    without one has that of its means, of many states, or of a third party as the host;
    only states are counted, for who else meets may be of any state.
    """
    if not scene.trait(category, "meeting"):
        rows = _rows(scene, category)
        first = [row for row in rows if row.one("first")] if mode else rows
        return _by_words(first, draft) or mode
    if mode is not None:
        return mode
    words = scene.lexicon.words(_KIND)
    means = [t for s in _MEANS for t in draft.around.get(s, ())]
    told = (words[w] for t in means for w in _spelled(t) if w in words)
    by_word = next((term.need("mode") for term in told), None)
    return by_word or _by_states(scene, draft)


def _rows(scene: Scene, category: str) -> list[Individual]:
    terms = scene.lexicon.schema.of("ContentMode")
    return [term for term in terms if category in term.all("category")]


def _by_words(rows: Sequence[Individual], draft: Draft) -> str | None:
    """By the words that head the content: "asked for help"."""
    if not rows:
        return None
    content = (t for s in _CONTENT for t in draft.around.get(s, ()))
    # "threatened war": the trigger's own words are not what it threatens with
    words = {w for t in content for w in _spelled(t)} - set(draft.trigger.words)
    found = (row for row in rows if words.intersection(row.all("lemma")))
    return next((row.need("mode") for row in found), None)


def _by_events(rows: Sequence[Individual], inner: Sequence[Draft]) -> Iterator[str]:
    """By the events of the content, the outermost first, a finer mode before all."""
    for event in inner:
        mode = event.mode or event.trigger.mode
        yield from (r.need("mode") for r in rows if mode in r.all("contentMode"))
        same = (r for r in rows if event.category in r.all("contentCategory"))
        yield from (r.need("mode") for r in same)


def _spelled(token: "Token") -> Iterator[str]:
    """A word, those before it, and both together: "tear gas", "a video call"."""
    head = token.lemma_.lower()
    yield head
    for before in (c.lower_ for c in token.children if c.dep_ in ("compound", "amod")):
        yield before
        yield f"{before} {head}"


def _by_states(scene: Scene, draft: Draft) -> str | None:
    sides = [*draft.actors, *draft.recipients]
    states = {scene.linked.at[i] for i in sides if scene.cls(i) == _STATE}
    if len(states) >= _LEAST:
        return _of_parties(scene, _MANY)
    only_states = 1 < len(states) == len(sides)
    abroad = only_states and _elsewhere(scene, states, draft)
    return _of_parties(scene, _ABROAD) if abroad else None


def _of_parties(scene: Scene, parties: str) -> str | None:
    terms = scene.lexicon.schema.of(_KIND)
    return next((t.need("mode") for t in terms if t.one("parties") == parties), None)


def _elsewhere(scene: Scene, states: set[int], draft: Draft) -> bool:
    """Whether they meet in a state, known, that is not one of them."""
    clusters = scene.linked.clusters
    places = [t.i for s in _PLACES for t in draft.around.get(s, ())]
    hosts = [c.entry for i in places if (c := scene.linked.cluster(i)) and c.entry]
    known = {clusters[i].entry for i in states}
    for entry in (scene.lexicon.entries[host] for host in hosts):
        country = entry.id if entry.one("class") == _STATE else entry.one("country")
        if country is not None:
            return country not in known
    return False

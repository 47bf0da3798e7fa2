"""Triggers of the ontology compiled for look-up, and their match at a token."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kg.arguments import Scene
from kg.schema import Individual, Schema
from kg.syntax import Slots, lemma_forms, verbal

if TYPE_CHECKING:
    from spacy.tokens import Token

_VERB = "VERB"
_ADJECTIVE = "ADJ"
_PARTICLES = ("prt", "prep", "advmod", "advcl", "dobj", "acomp", "oprd", "attr", "pobj")


@dataclass(frozen=True, slots=True)
class Trigger:
    """One sense of a word that tells an event.

    `roles` maps slots to "actor" or "recipient"; `content` is "absorb", "commit" or
    None (ontology/README.md).
    """

    id: str
    words: tuple[str, ...]
    pos: str
    category: str
    mode: str | None
    content: str | None
    roles: Mapping[str, str]
    needs: dict[str, tuple[str, ...]]
    contexts: tuple[str, ...] = ()
    implied: str | None = None
    lasting: bool = False
    frame: str = ""

    @property
    def specific(self) -> tuple[int, int, str]:
        """Sort key: more words, then more needs, then the id, come first."""
        return -len(self.words), -len(self.needs), self.id


@dataclass(frozen=True)
class Triggers:
    """All triggers of a schema, by the lemma of their head."""

    schema: Schema

    @cached_property
    def _by_head(self) -> Mapping[tuple[str, str], list[Trigger]]:
        found: dict[tuple[str, str], list[Trigger]] = {}
        frames = {f.id: f for f in self.schema.of("Frame")}
        for term in self.schema.of("Trigger"):
            for trigger in _compiled(term, frames[term.need("frame")]):
                head = trigger.words[0 if trigger.pos == _VERB else -1]
                found.setdefault((head, trigger.pos), []).append(trigger)
        return {k: sorted(v, key=lambda t: t.specific) for k, v in found.items()}

    @cached_property
    def _heads(self) -> frozenset[str]:
        """First look: words that head any trigger."""
        return frozenset(word for word, _ in self._by_head)

    def at(self, token: "Token") -> Iterator[Trigger]:
        """Triggers whose words stand at a token, the most specific first."""
        words = _lemmas_of(token)
        if self._heads.isdisjoint(words):
            return
        pos = _part_of_speech(token)
        rows = [t for w in sorted(words) for t in self._by_head.get((w, pos), ())]
        if any(len(t.words) > 1 for t in rows):
            near, second = _near(token, pos), 1 if pos == _VERB else -2
            rows = [t for t in rows if len(t.words) == 1 or t.words[second] in near]
        for trigger in sorted(rows, key=lambda t: t.specific):
            if _spelled(token, trigger):
                yield trigger

    def fit(
        self, token: "Token", scene: Scene, around: Slots
    ) -> Iterator[tuple[Trigger, Slots]]:
        """Triggers at a token whose needs the slots meet, the most specific first.

        With the slots as that trigger sees them: "voted down the deal" has an object.
        """
        for trigger, seen in self.senses(token, around):
            noun = trigger.pos != _VERB
            if scene.needs_met(trigger.needs, seen, noun=noun):
                yield trigger, seen

    def senses(self, token: "Token", around: Slots) -> Iterator[tuple[Trigger, Slots]]:
        """All triggers at a token, whatever they need, with the slots as each sees."""
        for trigger in self.at(token):
            yield trigger, _past_particle(trigger, around)


def _past_particle(trigger: Trigger, around: Slots) -> Slots:
    """What follows a particle that the tree took for a preposition is the object."""
    if trigger.pos != _VERB or len(trigger.words) != 2 or around.get("object"):
        return around
    behind = around.get(trigger.words[1])
    return {**around, "object": behind} if behind else around


def _lemmas_of(token: "Token") -> set[str]:
    """Forms under which a word may be listed; an adjective also as it stands."""
    words = set(lemma_forms(token))
    if _part_of_speech(token) == _ADJECTIVE:
        words.add(token.lower_)
    return words


def _part_of_speech(token: "Token") -> str:
    """VERB, ADJ for a predicate ("is ready", "is committed to"), else NOUN."""
    if token.dep_ in ("acomp", "oprd") and token.pos_ in ("ADJ", "VERB"):
        return _ADJECTIVE
    return _VERB if verbal(token) else "NOUN"


def _compiled(term: Individual, frame: Individual) -> Iterator[Trigger]:
    roles = {s: r[0] for s, r in frame.prefixed("slot:").items()}
    roles |= {s: r[0] for s, r in term.prefixed("slot:").items()}
    for lemma in term.all("lemma"):
        yield Trigger(
            term.id,
            tuple(lemma.lower().split()),
            term.need("pos"),
            term.one("evokes") or frame.need("evokes"),
            term.one("mode") or frame.one("mode"),
            term.one("content") or frame.one("content"),
            roles,
            term.prefixed("need:"),
            (*frame.all("context"), *term.all("context")),
            term.one("implied"),
            bool(term.one("lasting")),
            frame.id,
        )


def _near(token: "Token", pos: str) -> set[str]:
    """The words of which one must be the second of a trigger that has several."""
    doc, at = token.doc, token.i
    if pos != _VERB:
        return {doc[at - 1].lemma_.lower()} if at else set()
    beside = [*token.children, *([doc[at + 1]] if at + 1 < len(doc) else [])]
    return {word for t in beside for word in (t.lower_, t.lemma_.lower())}


def _spelled(token: "Token", trigger: Trigger) -> bool:
    """Whether the rest of a trigger's words stand around its head."""
    if len(trigger.words) == 1:
        return True
    if trigger.pos != _VERB:
        first = token.i - len(trigger.words) + 1
        return first >= 0 and all(
            token.doc[first + at].lemma_.lower() == word
            for at, word in enumerate(trigger.words[:-1])
        )
    here = [token]
    for word in trigger.words[1:]:
        found = [
            c
            for t in here
            for c in t.children
            if c.dep_ in _PARTICLES
            and word in (c.lower_, c.lemma_.lower())
            and (c.dep_ != "prep" or c.i == t.i + 1 or len(trigger.words) > 2)
        ]
        after = token.doc[token.i + 1 : token.i + 2]
        found = found or [t for t in after if word in (t.lower_, t.lemma_.lower())]
        if not found:
            return False
        here = [token, *found]
    return True

"""Triggers of the ontology compiled for look-up, and their match at a token."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kg.arguments import Scene
from kg.schema import Individual, Schema
from kg.syntax import Slots, verbal

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
        if self._heads.isdisjoint((token.lemma_.lower(), token.lower_)):
            return
        pos = _part_of_speech(token)
        words = {token.lemma_.lower(), token.lower_} if pos == _ADJECTIVE else {
            token.lemma_.lower()
        }
        for word in sorted(words):
            for trigger in self._by_head.get((word, pos), ()):
                if _spelled(token, trigger):
                    yield trigger

    def fit(self, token: "Token", scene: Scene, around: Slots) -> Iterator[Trigger]:
        """Triggers at a token whose needs the slots meet, the most specific first."""
        for trigger in self.at(token):
            noun = trigger.pos != _VERB
            if scene.needs_met(trigger.needs, around, noun=noun):
                yield trigger


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
        )


def _spelled(token: "Token", trigger: Trigger) -> bool:
    """Whether the rest of a trigger's words stand around its head."""
    if len(trigger.words) == 1:
        return True
    if trigger.pos != _VERB:
        before = token.doc[max(0, token.i - len(trigger.words) + 1) : token.i]
        return _lemmas(before) == trigger.words[:-1]
    here = [token]
    for word in trigger.words[1:]:
        found = [
            c
            for t in here
            for c in t.children
            if c.dep_ in _PARTICLES and word in (c.lower_, c.lemma_.lower())
        ]
        after = token.doc[token.i + 1 : token.i + 2]
        found = found or [t for t in after if word in (t.lower_, t.lemma_.lower())]
        if not found:
            return False
        here = [token, *found]
    return True


def _lemmas(tokens: "list[Token]") -> tuple[str, ...]:
    return tuple(t.lemma_.lower() for t in tokens)

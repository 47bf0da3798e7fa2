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

_PARTICLES = ("prt", "prep", "advmod", "advcl", "dobj", "acomp", "oprd", "attr", "pobj")


@dataclass(frozen=True, slots=True)
class Trigger:
    """One sense of a word that tells an event.

    `roles` maps slots to "actor" or "recipient"; `content` is "absorb", "commit" or
    None (ontology/README.md).
    """

    id: str
    words: tuple[str, ...]
    verb: bool
    category: str
    mode: str | None
    content: str | None
    roles: Mapping[str, str]
    needs: dict[str, tuple[str, ...]]
    contexts: tuple[str, ...] = ()

    @property
    def specific(self) -> tuple[int, int, str]:
        """Sort key: more words, then more needs, then the id, come first."""
        return -len(self.words), -len(self.needs), self.id


@dataclass(frozen=True)
class Triggers:
    """All triggers of a schema, by the lemma of their head."""

    schema: Schema

    @cached_property
    def _by_head(self) -> Mapping[tuple[str, bool], list[Trigger]]:
        found: dict[tuple[str, bool], list[Trigger]] = {}
        frames = {f.id: f for f in self.schema.of("Frame")}
        for term in self.schema.of("Trigger"):
            for trigger in _compiled(term, frames[term.need("frame")]):
                head = trigger.words[0 if trigger.verb else -1]
                found.setdefault((head, trigger.verb), []).append(trigger)
        return {k: sorted(v, key=lambda t: t.specific) for k, v in found.items()}

    def at(self, token: "Token") -> Iterator[Trigger]:
        """Triggers whose words stand at a token, the most specific first."""
        verb = verbal(token)
        lemma = token.lemma_.lower()
        for trigger in self._by_head.get((lemma, verb), ()):
            if _spelled(token, trigger):
                yield trigger

    def fit(self, token: "Token", scene: Scene, around: Slots) -> Trigger | None:
        """The most specific trigger at a token whose needs the slots meet."""
        for trigger in self.at(token):
            if scene.needs_met(trigger.needs, around):
                return trigger
        return None


def _compiled(term: Individual, frame: Individual) -> Iterator[Trigger]:
    roles = {s: r[0] for s, r in frame.prefixed("slot:").items()}
    roles |= {s: r[0] for s, r in term.prefixed("slot:").items()}
    for lemma in term.all("lemma"):
        yield Trigger(
            term.id,
            tuple(lemma.lower().split()),
            term.need("pos") == "VERB",
            term.one("evokes") or frame.need("evokes"),
            term.one("mode") or frame.one("mode"),
            term.one("content") or frame.one("content"),
            roles,
            term.prefixed("need:"),
            (*frame.all("context"), *term.all("context")),
        )


def _spelled(token: "Token", trigger: Trigger) -> bool:
    """Whether the rest of a trigger's words stand around its head."""
    if len(trigger.words) == 1:
        return True
    if not trigger.verb:
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

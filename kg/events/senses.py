"""A sense of a trigger word whose listed words are not there, by weighed evidence.

A trigger lists what must stand in its slots ("release" needs a prisoner or a hostage),
and no list is complete. Where no sense has what it needs, but something stands in each
slot, the evidence decides: what fills the slots (a person, a state, a thing), which
words are in them, which events these words tell ("threatened to shell" threatens with
an assault). Every piece of evidence has a name ("Aid: object thing", "Aid ~ rice"),
whose weight stands in `ontology/lexicon/senses.ttl`; scripts/train_senses.py learns
them from the ontology's own examples by multinomial logistic regression. That no event
is told has weight nought: it wins unless a sense is sure.

Only of verbs that tell something: finite ones, and none that has no sense of its own
because it holds, says or wishes what follows.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import exp
from typing import TYPE_CHECKING

from kg.arguments import Scene
from kg.events.triggers import Trigger, Triggers, barred
from kg.model import Certainty, Polarity
from kg.needs import needs_met
from kg.stance.tense import finite
from kg.syntax import Slots, verbal, words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

SURE = 0.75  # how likely a sense must be
AKIN = 0.5  # what a word must weigh to stand for those that a trigger lists
_FILLERS = 3  # of a long list the first will do
_CONTENT = ("NOUN", "VERB", "ADJ")
_BLEACHED = ("LightVerb", "OccurrenceVerb", "ReportingVerb")


def likely(
    scene: Scene, triggers: Triggers, token: "Token"
) -> tuple[Trigger, Slots] | None:
    """The sense of a verb that its evidence makes sure, though it lacks what it needs.

    With the slots as that sense sees them; None when no sense is sure.
    """
    if (
        token.i in scene.parsed.names
        or not verbal(token)
        or not any(triggers.at(token))
    ):
        return None
    if finite(token) is None or _bleached(scene, token):
        return None
    senses = [
        (trigger, seen)
        for trigger, seen in triggers.senses(token, scene.slots(token))
        if not barred(scene, trigger, seen)
        and all(_akin(scene, triggers, trigger, s, seen) for s in trigger.needs)
    ]
    options = [evidence(scene, triggers, t, seen) for t, seen in senses]
    found = chances(options, scene.lexicon.sense_weights)
    best = max(range(len(senses)), key=lambda n: (found[n], -n), default=None)
    if best is None:
        return None
    category = senses[best][0].category
    same = (
        p for p, (t, _) in zip(found, senses, strict=True) if t.category == category
    )
    return senses[best] if sum(same) > SURE else None


def _akin(
    scene: Scene, triggers: Triggers, trigger: Trigger, slot: str, around: Slots
) -> bool:
    """Whether a slot has what is needed, or else what goes with the category.

    Who acts does not tell whether what is released is a prisoner or a song.
    """
    if needs_met(scene, {slot: trigger.needs[slot]}, around):
        return True
    weights, category = scene.lexicon.sense_weights, trigger.category
    tokens = around.get(slot, ())
    words = (name for t in tokens for name in _of_words(category, t))
    told = (name for t in tokens for name in _told(triggers, category, slot, t))
    return any(weights.get(name, 0.0) > AKIN for name in words) or any(
        weights.get(name, 0.0) > 0 for name in told
    )


def chances(
    options: Sequence[Iterable[str]], weights: Mapping[str, float]
) -> list[float]:
    """The probability of each sense; what they lack of one is that of no event."""
    sums = [sum(weights.get(r, 0.0) for r in o) for o in options]
    top = max([0.0, *sums])
    parts = [exp(s - top) for s in sums]
    whole = exp(-top) + sum(parts)
    return [p / whole for p in parts]


def evidence(
    scene: Scene, triggers: Triggers, trigger: Trigger, around: Slots
) -> tuple[str, ...]:
    """The names of what speaks for or against a sense, sorted."""
    found = {trigger.category, f"a {trigger.pos}"}
    if len(trigger.words) > 1:
        found.add("several words")
    found |= {f"no {slot}" for slot in trigger.needs if not around.get(slot)}
    for role in ("actor", "recipient"):
        if not any(around.get(s) for s, r in trigger.roles.items() if r == role):
            found.add(f"no {role}")
    for slot in sorted(around):
        for token in around[slot][:_FILLERS]:
            found |= set(_of_filler(scene, trigger, slot, token))
            found |= set(_of_words(trigger.category, token))
            found |= set(_told(triggers, trigger.category, slot, token))
    return tuple(sorted(found))


def _of_filler(
    scene: Scene, trigger: Trigger, slot: str, token: "Token"
) -> Iterator[str]:
    kind = _kind(scene, token)
    yield f"{trigger.category}: {slot} {kind}"
    yield f"{trigger.pos}: {slot} {kind}"
    if slot in trigger.roles:
        yield f"{trigger.roles[slot]} {kind}"
    if slot in trigger.needs:
        yield f"needed {kind}"


def _kind(scene: Scene, token: "Token") -> str:
    """What fills a slot: a class, "clause", "number", "somebody" or "thing"."""
    known = scene.lexicon.plain_nouns.get(token.lemma_.lower())
    cls = scene.cls(token.i) or known
    if cls:
        return cls
    if scene.participants([token]):
        return "somebody"
    if token.pos_ in ("VERB", "AUX"):
        return "clause"
    return "number" if token.pos_ == "NUM" else "thing"


def _of_words(category: str, token: "Token") -> Iterator[str]:
    """The content words of a phrase, the "of" that it is full of included."""
    words = (word for word in words_of(token) if word.pos_ in _CONTENT)
    return (f"{category} ~ {word.lemma_.lower()}" for word in words)


def _told(
    triggers: Triggers, category: str, slot: str, token: "Token"
) -> Iterator[str]:
    """The events that a filler may tell: "threatened to shell" tells an assault."""
    for told in sorted({t.category for t in triggers.at(token)}):
        yield f"{category}: {slot} tells {told}"


def _bleached(scene: Scene, token: "Token") -> bool:
    """Whether a verb only holds, tells, wishes or denies what stands beside it.

    "Denied attacking it", "ruled out an invasion": what is denied is told as such.
    """
    lexicon, lemma = scene.lexicon, token.lemma_.lower()
    particles = [f"{lemma} {c.lower_}" for c in token.children if c.dep_ == "prt"]
    cues = lexicon.words("EmbeddingCue")
    open_or_denied = any(
        cue.one("certainty") == Certainty.POSSIBLE
        or cue.one("polarity") == Polarity.NEGATIVE
        for form in (lemma, *particles)
        if (cue := cues.get(form)) is not None
    )
    return open_or_denied or any(lexicon.has(kind, lemma) for kind in _BLEACHED)

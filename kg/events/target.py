"""Whom a penalty is against when its own words do not say it.

The one who gave the reason for it ("expelled two envoys in response to Riga's move"),
else, of penalties that are spoken of as known ("extended the measures"), the only one
that the article told of as the target of such before.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kg.arguments import AFFECTED, Scene
from kg.events.draft import Draft
from kg.stance import clause_verb
from kg.syntax import DEFINITE, Slots, passive, verbal

if TYPE_CHECKING:
    from spacy.tokens import Token

_KNOWN = (*DEFINITE, "its", "their", "existing", "current")
_REASON = ("to", "for", "of", "against", "over")


def supply_target(scene: Scene, draft: Draft, earlier: Sequence[Draft]) -> None:
    """Give a penalty its target, and who imposed it, in place; none if in doubt."""
    if draft.actors and not draft.recipients and len(draft.actors) == 1:
        draft.recipients += _in_return(scene, draft)
    if not scene.trait(draft.category, "keepsTarget"):
        return
    if not draft.recipients:
        told = _for_reason(scene, draft) or _as_before(scene, draft, earlier)
        draft.recipients += told
    if not draft.actors and verbal(draft.token) and passive(draft.token):
        draft.actors += _imposer(scene, draft, earlier)


def _in_return(scene: Scene, draft: Draft) -> list[int]:
    """As in "will lift the ban in return for Togo's promise": for Togo."""
    for token in draft.around.get("in", ()):
        if scene.lexicon.has("ReturnNoun", token.lemma_):
            row = scene.participants(scene.slots(token).get("for", ()), owners=AFFECTED)
            return _others(scene, draft, row)
    return []


def _for_reason(scene: Scene, draft: Draft) -> list[int]:
    for reason in _reasons(scene, draft):
        around = scene.slots(reason)
        for slot in _REASON:
            row = scene.participants(around.get(slot, ()), owners=AFFECTED)
            if fit := _others(scene, draft, row):
                return fit
    return []


def _reasons(scene: Scene, draft: Draft) -> Iterator["Token"]:
    """As in "in response to", "in view of"."""
    verb = clause_verb(draft.token)
    rows: list[Slots] = [draft.around, scene.slots(verb)]
    for around in rows:
        for token in around.get("in", ()):
            if scene.lexicon.has("ReasonNoun", token.lemma_):
                yield token


def _imposer(scene: Scene, draft: Draft, earlier: Sequence[Draft]) -> list[int]:
    """As in "these measures were extended": by the only one told to have taken them."""
    at = scene.linked.at
    targets = {at[r] for r in draft.recipients}
    told = [
        a
        for o in _alike(draft, earlier)
        if targets & {at[r] for r in o.recipients}
        for a in o.actors
    ]
    doers = {at[a]: a for a in told}
    return list(doers.values()) if len(doers) == 1 else []


def _alike(draft: Draft, earlier: Sequence[Draft]) -> list[Draft]:
    """Penalties of the same kind told before; none if this one is not a known one."""
    things = [draft.token, *draft.around.get("object", ())]
    marks = {c.lower_ for t in things for c in t.children if c.i < t.i}
    if marks.isdisjoint(_KNOWN):
        return []
    return [
        o
        for o in earlier
        if o.category == draft.category and o.trigger.mode == draft.trigger.mode
    ]


def _as_before(scene: Scene, draft: Draft, earlier: Sequence[Draft]) -> list[int]:
    told = [r for o in _alike(draft, earlier) for r in o.recipients]
    targets = {scene.linked.at[r]: r for r in _others(scene, draft, told)}
    return list(targets.values()) if len(targets) == 1 else []


def _others(scene: Scene, draft: Draft, tokens: Sequence[int]) -> list[int]:
    """The mentions of somebody, and of nobody who acts in the event."""
    return [t for t in scene.besides(tokens, draft.actors) if scene.acts(t)]

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
from kg.syntax import Slots

if TYPE_CHECKING:
    from spacy.tokens import Token

_KNOWN = (
    "the",
    "this",
    "that",
    "these",
    "those",
    "its",
    "their",
    "existing",
    "current",
)
_REASON = ("to", "for", "of", "against", "over")


def supply_target(scene: Scene, draft: Draft, earlier: Sequence[Draft]) -> None:
    """Give a penalty without a recipient its target, in place; none if in doubt."""
    term = scene.lexicon.schema.categories[draft.category]
    if draft.recipients or not term.one("keepsTarget"):
        return
    draft.recipients += _for_reason(scene, draft) or _as_before(scene, draft, earlier)


def _for_reason(scene: Scene, draft: Draft) -> list[int]:
    for reason in _reasons(scene, draft):
        around = scene.slots(reason)
        for slot in _REASON:
            row = scene.participants(around.get(slot, ()), owners=AFFECTED)
            fit = [r for r in row if _other(scene, draft, r)]
            if fit:
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


def _as_before(scene: Scene, draft: Draft, earlier: Sequence[Draft]) -> list[int]:
    things = [draft.token, *draft.around.get("object", ())]
    marks = {c.lower_ for t in things for c in t.children if c.i < t.i}
    if marks.isdisjoint(_KNOWN):
        return []
    same = [
        o
        for o in earlier
        if o.category == draft.category and o.trigger.mode == draft.trigger.mode
    ]
    targets = {scene.linked.at[r]: r for o in same for r in o.recipients}
    found = list(targets.values())
    return found if len(found) == 1 and _other(scene, draft, found[0]) else []


def _other(scene: Scene, draft: Draft, token: int) -> bool:
    """Whether a mention is of somebody, and of nobody who acts in the event."""
    known = {scene.linked.at[a] for a in draft.actors}
    return scene.acts(token) and scene.linked.at[token] not in known

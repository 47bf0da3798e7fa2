"""Several words of a sentence that tell one event.

A verb and its noun ("imposed sanctions"); forces that are moved for a deed and the deed
("sent jets to bomb Sanaa").
"""

from kg.arguments import Scene
from kg.events.draft import Draft
from kg.syntax import carried_by, infinitive, verbal


def merge_carried(scene: Scene, found: dict[int, Draft]) -> None:
    """As in "imposed sanctions": the verb and its noun are one event."""
    for index in sorted(found):
        draft = found.get(index)
        if draft is None or verbal(draft.token):
            continue
        carrier = carried_by(draft.token, scene.light) or draft.token.head
        other = found.get(carrier.i)
        if other is None or other is draft or other.category != draft.category:
            continue
        if draft.token.dep_ in ("dobj", "nsubjpass", "pobj", "conj"):
            other.add(draft.actors, draft.recipients, scene.linked.at)
            found.pop(index)
        elif draft.token.dep_ == "nsubj" and verbal(carrier):
            # "an attack by Chad killed two": the attack is told, with whom it killed
            draft.add(other.actors, other.recipients, scene.linked.at)
            found.pop(carrier.i)


def moved_to_strike(scene: Scene, found: dict[int, Draft]) -> None:
    """As in "sent jets to bomb Sanaa", "missiles fired by Chad hit a camp".

    Forces that are moved for a deed, or weapons that do it, are told with the deed.
    """
    drafts = list(found.values())
    means = [d for d in drafts if scene.trait(d.category, "preparesForDeed")]
    deeds = [d for d in drafts if scene.trait(d.category, "usesForces")]
    for draft in means:
        for deed in deeds:
            subject = deed.around.get("subject", ())
            tool = draft.token.dep_ == "acl" and draft.token.head in subject
            purpose = deed.token.head == draft.token and infinitive(deed.token)
            if tool or purpose:
                deed.actors = deed.actors or list(draft.actors)
                found.pop(draft.token.i, None)

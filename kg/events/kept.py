"""Which of a sentence's events are kept: each told once, and none that is half told."""

from kg.arguments import Scene
from kg.events.draft import Draft
from kg.syntax import inside, verbal

OTHER_SIDE = ("with", "between", "among")


def told_once(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """One of several mentions of one happening in a sentence: the first."""
    kept: list[Draft] = []
    for draft in drafts:
        same = [
            k
            for k in kept
            if k.category == draft.category
            and set(k.actors) | set(k.recipients)
            >= set(draft.actors) | set(draft.recipients)
            and (not verbal(draft.token) or draft.token.dep_ == "acl")
        ]
        if not same and not any(_stood_by(scene, draft, k) for k in kept):
            kept.append(draft)
    return kept


def _stood_by(scene: Scene, draft: Draft, other: Draft) -> bool:
    """As in "will honour the pact with Chad": of the pact nothing else is told."""
    sides = {*draft.actors, *draft.recipients}
    told = any(inside(draft.token, t) for row in other.around.values() for t in row)
    noun = not verbal(draft.token) and bool(draft.around.get("with"))
    pact = noun and len(sides) == 1 and scene.trait(draft.category, "pact")
    return pact and told and sides <= set(other.recipients)


def half(scene: Scene, draft: Draft) -> bool:
    """Whether of what takes two only one side is named, and nothing is told of it.

    "talks with some of their factions": with whom is not known; "any talks with Chad",
    and "in his meetings, she praised": those told of before.
    """
    sides = {scene.linked.at[i] for i in (*draft.actors, *draft.recipients)}
    two = scene.trait(draft.category, "takesTwo")
    if len(sides) != 1 or draft.recipients or not two:
        return False
    fillers = [t for slot in OTHER_SIDE for t in draft.around.get(slot, ())]
    if any(t.pos_ in ("PRON", "DET") for t in fillers):
        return True
    bare = not verbal(draft.token) and not draft.around.get("subject")
    talks = scene.trait(draft.category, "meeting") and not fillers
    back = talks and bool(draft.around.get("possessor"))
    return bare and (back or any(c.lower_ == "any" for c in draft.token.children))


def told_of_others(scene: Scene, draft: Draft) -> None:
    """Of "talks with Chad and Mali" by nobody known, make these the others, in place.

    They did not talk with each other.
    """
    bare = verbal(draft.token) and not draft.around.get("subject")
    if bare or draft.recipients or not scene.trait(draft.category, "takesTwo"):
        return
    others = scene.participants(draft.around.get("with", ()), lists=True)
    known = {scene.linked.at[i] for i in others}
    if len(known) > 1 and {scene.linked.at[i] for i in draft.actors} <= known:
        draft.actors, draft.recipients = [], list(draft.actors)

"""Participants of an event taken from what fills its slots: events and clauses.

"Denounced the drills" is against whoever holds them; "an air strike by Chad killed two"
is done by Chad; "agreed to open a school in Mali" is for Mali; "a lawsuit accusing the
firm" is of whoever filed it. Nothing here replaces a participant that is named.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from kg.arguments import ACTING, HELPED, Scene
from kg.events.draft import Draft
from kg.syntax import DEFINITE, holder_verb, inside, subjects, verbal

if TYPE_CHECKING:
    from spacy.tokens import Token

_IF = ("if", "unless")
_SITES = ("in", "at")
_TOUCHED = (
    *("indirect", "object", "with", "for", "to", "against", "on", "behind", *_SITES),
)


def take_from_content(
    scene: Scene, found: Mapping[int, Draft], earlier: Sequence[Draft]
) -> None:
    """Fill the empty sides of a sentence's events from what their slots tell."""
    for index in sorted(found):
        draft = found[index]
        if not draft.actors:
            draft.actors += _of_subject(scene, draft, found)
        if not draft.recipients:
            draft.recipients += _of_fillers(scene, draft, found, earlier)
        if not draft.recipients and _goes_on_in_content(scene, draft):
            draft.recipients += _of_clause(scene, draft)
        if not draft.recipients and scene.trait(draft.category, "asksOthers"):
            draft.recipients += _of_answer(scene, draft, found)
        if not draft.recipients and scene.trait(draft.category, "touchesCondition"):
            draft.recipients += _of_condition(scene, draft)


def _of_fillers(
    scene: Scene, draft: Draft, found: Mapping[int, Draft], earlier: Sequence[Draft]
) -> list[int]:
    """As in "welcomed news that the two had reached agreement": the two."""
    roles = draft.trigger.roles
    for slot in sorted(s for s, r in roles.items() if r == "recipient"):
        for filler in draft.around.get(slot, ()):
            if _of_somebody(scene, filler):
                continue  # "accused two firms of spying on Chad": nobody named
            sides = _of_event(filler, draft, found)
            sides = sides or _told_again(scene, filler, draft, earlier)
            sides = sides or _of_news(scene, filler) or _of_affair(scene, draft, filler)
            others = scene.besides(sides, draft.actors)
            if others:
                return others
    return []


def _of_somebody(scene: Scene, filler: "Token") -> bool:
    denoted = scene.lexicon.plain_nouns.get(filler.lemma_.lower())
    return denoted in scene.lexicon.actors


def _of_event(
    filler: "Token", draft: Draft, found: Mapping[int, Draft]
) -> tuple[int, ...]:
    """Who takes part in the event that a slot's filler is or tells of."""
    inner = [d for d in found.values() if d is not draft and inside(d.token, filler)]
    if not inner:
        return ()
    first = min(inner, key=lambda d: (len(list(d.token.ancestors)), d.token.i))
    return (*first.actors, *first.recipients)


def _told_again(
    scene: Scene, filler: "Token", draft: Draft, earlier: Sequence[Draft]
) -> tuple[int, ...]:
    """As in "condemned the launch": whoever launched, as was told before.

    Whoever eases the sanctions eases them for those whom they are on.
    """
    if verbal(filler) or not any(c.lower_ in DEFINITE for c in filler.children):
        return ()
    done = scene.trait(draft.category, "objectIsDone")
    for other in reversed(earlier):
        if other.token.lemma_ == filler.lemma_ and not verbal(other.token):
            doers = other.actors if done or not other.recipients else ()
            return (*doers, *other.recipients)
    return ()


def _of_news(scene: Scene, filler: "Token") -> tuple[int, ...]:
    """As in "rejected the announcement that the Council had won": the Council."""
    clauses = [c for c in filler.children if c.dep_ in ("acl", "ccomp") and verbal(c)]
    told = [c for c in clauses if any(m.lower_ == "that" for m in c.lefts)]
    found = [i for c in told for i in scene.participants(subjects(c), owners=ACTING)]
    return tuple(i for i in found if scene.acts(i))


def _of_affair(scene: Scene, draft: Draft, filler: "Token") -> tuple[int, ...]:
    """As in "called for reform in Moldova", "criticised the situation in Mali"."""
    affair = scene.lexicon.has("AffairNoun", filler.lemma_.lower())
    if not (affair and scene.trait(draft.category, "onAffairs")):
        return ()
    beside = [t for t in draft.around.get("in", ()) if filler.i == t.left_edge.i - 2]
    within = scene.slots(filler).get("in", ())
    states = scene.participants((*within, *beside))
    return tuple(s for s in states if scene.cls(s) == "Country")


def _of_answer(scene: Scene, draft: Draft, found: Mapping[int, Draft]) -> list[int]:
    """As in "Peru complied with Chile's request": it was addressed to Peru."""
    noun = draft.token
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    answer = None if verbal(noun) else found.get(verb.i)
    if answer is None or not scene.trait(answer.category, "answers"):
        return []
    return scene.besides(answer.actors, draft.actors)


def _of_condition(scene: Scene, draft: Draft) -> list[int]:
    """As in "threatened to close the strait if Oman did not pay": Oman."""
    verbs = [draft.token, *(c for c in draft.around.get("complement", ()))]
    found = [
        i
        for verb in verbs
        for clause in verb.children
        if clause.dep_ == "advcl" and any(m.lower_ in _IF for m in clause.lefts)
        for i in scene.participants(subjects(clause), owners=ACTING)
    ]
    return [i for i in scene.besides(found, draft.actors) if scene.acts(i)]


def _of_subject(scene: Scene, draft: Draft, found: Mapping[int, Draft]) -> list[int]:
    """Who stands behind a subject that is a deed or a paper."""
    if draft.trigger.roles.get("subject") != "actor":
        return []
    for token in (t for t in draft.around.get("subject", ()) if t.pos_ == "NOUN"):
        deed = found.get(token.i)
        if deed is not None and deed is not draft and not verbal(token):
            return scene.besides(deed.actors, draft.recipients)
        verb = holder_verb(token) if draft.token.dep_ == "acl" else None
        if verb is not None:
            # "filed a lawsuit accusing the firm": whoever filed it
            owners = scene.participants(subjects(verb), owners=ACTING)
            return [o for o in scene.besides(owners, draft.recipients) if scene.acts(o)]
    return []


def _goes_on_in_content(scene: Scene, draft: Draft) -> bool:
    """Whether whom a trigger touches is told by its clause: promises, refusals, aid.

    Two who agree have each other; who acts may have no name ("the court refused ...").
    """
    subject = not draft.actors and bool(draft.around.get("subject"))
    one = len(draft.actors) == 1 or subject
    return one and scene.trait(draft.category, "touchesContent")


def _of_clause(scene: Scene, draft: Draft) -> list[int]:
    """As in "agreed to provide Chad with seeds", "gave a million to help Mali"."""
    clauses = [
        *draft.around.get("complement", ()),
        *(
            c
            for c in draft.token.children
            if c.dep_ == "advcl" and any(t.lower_ == "to" for t in c.lefts)
        ),
    ]
    for clause in (c for c in clauses if verbal(c)):
        around = scene.slots(clause)
        for slot in _TOUCHED:
            row = scene.participants(around.get(slot, ()), lists=True, owners=HELPED)
            if slot in _SITES:  # "a school in Mali" is for Mali, not one in a city
                row = [r for r in row if scene.cls(r) == "Country"]
            if not draft.actors:  # who builds a plant in Siberia is to be known
                row = [r for r in row if scene.acts(r) and slot not in _SITES]
            homes = [h for r in row for h in scene.home(r) or [r]]
            others = scene.besides(homes, draft.actors)
            fit = [h for h in others if scene.acts(h) or scene.cls(h) == "Place"]
            if fit:
                return fit
    return []

"""Participants that a sentence leaves unsaid, taken from close by.

The other members of a joint body, the body that staff is withdrawn from, the subject of
the clause that holds "talks with X", and for "the talks" those who were told to hold
them. Each takes only what stands in the same or the last sentences; else the slot stays
empty.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kg.arguments import ACTING, Scene
from kg.events.category import planned
from kg.events.draft import Draft
from kg.events.target import supply_target
from kg.stance import clause_verb
from kg.syntax import (
    DEFINITE,
    expanded,
    infinitive,
    sentences_before,
    subjects,
    verbal,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_SENTENCES_BACK = 3
_SUBJECT = ("nsubj", "nsubjpass")


def complete(scene: Scene, draft: Draft, earlier: Sequence[Draft]) -> None:
    """Add what the text around an event supplies, in place."""
    _implied_body(scene, draft)
    _speaks_in_it(scene, draft)
    _named_after_it(scene, draft)
    _other_side(scene, draft)
    _told_before(scene, draft, earlier)
    supply_target(scene, draft, earlier)
    _members(scene, draft)


def _implied_body(scene: Scene, draft: Draft) -> None:
    """As in "withdrew its staff": from the body that was just told of."""
    if draft.trigger.implied is None or draft.recipients:
        return
    bound = sentences_before(draft.token, 1)
    title = scene.parsed.doc[0].sent.end
    near = [
        index
        for cluster in scene.linked.clusters
        if cluster.cls == draft.trigger.implied
        for index in cluster.members
        if bound <= index < draft.token.sent.end or index < title
    ]
    near = [i for i in near if scene.inside(_named(scene, i))]
    if near:
        draft.recipients.append(min(near, key=lambda i: abs(i - draft.token.i)))


def _named(scene: Scene, token: int) -> int:
    """The token of the fullest name of whatever a token stands for."""
    cluster = scene.linked.cluster(token)
    if cluster is None:
        return token
    return max(cluster.members, key=lambda t: (len(scene.parsed.doc[t].text), -t))


def _speaks_in_it(scene: Scene, draft: Draft) -> None:
    """As in "in a warning to Oslo, Riga said": who says it gives the warning."""
    noun, phrase = draft.token, draft.token.head
    if draft.actors or verbal(noun) or draft.trigger.roles.get("subject") != "actor":
        return
    bare = not any(c.dep_ == "poss" or c.lower_ == "the" for c in noun.children)
    if noun.dep_ == "pobj" and phrase.lower_ == "in" and bare and verbal(phrase.head):
        owners = scene.participants(subjects(phrase.head), owners=ACTING)
        sides = [o for o in owners if scene.acts(o)]
        draft.actors += scene.besides(sides, draft.recipients)


def _named_after_it(scene: Scene, draft: Draft) -> None:
    """As in "during his visit to Lima, she met Diaz": she visits.

    Only where nobody named before is meant.
    """
    noun = draft.token
    owners = [c for c in noun.children if c.dep_ == "poss" and c.pos_ == "PRON"]
    if draft.actors or not owners or verbal(noun):
        return
    verb = clause_verb(noun)
    if owners[0].i in scene.linked.at or verb == noun:
        return
    after = [t for t in scene.slots(verb).get("subject", ()) if t.i > noun.i]
    named = scene.besides(scene.participants(after), draft.recipients)
    draft.actors += [i for i in named if scene.acts(i)]


def _other_side(scene: Scene, draft: Draft) -> None:
    """As in "after talks with Seoul, he agreed": he talked with Seoul.

    Also "called Diaz to discuss trade", "joined Diaz for talks": with Diaz.
    """
    if len(draft.actors) != 1 or not scene.trait(draft.category, "meeting"):
        return
    others = _of_verb_above(draft.token)
    if not verbal(draft.token) and (draft.around.get("with") or draft.around.get("to")):
        verb = clause_verb(draft.token)
        others = subjects(verb) if verb != draft.token else []
    elif draft.recipients:
        return
    found = scene.besides(scene.participants(others), draft.actors)
    draft.actors += [i for i in found if scene.acts(i)]


def _of_verb_above(token: "Token") -> list["Token"]:
    """The object of the verb that a purpose is of: "to discuss", "for talks"."""
    aimed = token.dep_ in ("advcl", "xcomp") and infinitive(token)
    verb = token.head
    if token.dep_ == "pobj" and verb.lower_ == "for" and not _definite(token):
        aimed, verb = True, verb.head
    if not aimed or not verbal(verb):
        return []
    return expanded(c for c in verb.children if c.dep_ == "dobj")


def _told_before(scene: Scene, draft: Draft, earlier: Sequence[Draft]) -> None:
    """As in "the talks", "next week's talks": between those who were told to hold them.

    Of what is told in other words, only as the subject of a sentence, which then tells
    something new; "the launch" after "a launch" anywhere.
    """
    token = draft.token
    if draft.actors or draft.recipients or verbal(token) or not _definite(token):
        return
    bound = sentences_before(token, _SENTENCES_BACK)
    for other in (o for o in reversed(earlier) if o.token.i >= bound):
        if other.token.lemma_ == token.lemma_ and other.category == draft.category:
            draft.recipients = list(other.recipients)
            if not any(c.dep_ == "agent" for c in token.head.children):
                draft.actors = list(other.actors)  # not "was lodged by others"
            # "the attack" is on a website, if that is what was told
            draft.around = {**other.around, **draft.around}
            return
        sides = {scene.linked.at[i] for i in (*other.actors, *other.recipients)}
        subject = token.dep_ in _SUBJECT and scene.trait(draft.category, "twoSided")
        if subject and len(sides) > 1 and _kin(scene, draft, other):
            draft.actors = [*other.actors, *other.recipients]
            return


def _kin(scene: Scene, draft: Draft, other: Draft) -> bool:
    """Whether one may be the other told again: same category, or a meeting's plan."""
    kinds = {draft.category, other.category}
    meetings = [kind for kind in kinds if scene.trait(kind, "meeting")]
    return len(kinds) == 1 or any(planned(scene, m)[0] in kinds for m in meetings)


def _definite(token: "Token") -> bool:
    return any(
        (c.dep_ == "det" and c.lower_ in DEFINITE) or c.dep_ == "poss"
        for c in token.children
    )


def _members(scene: Scene, draft: Draft) -> None:
    """Leaving or joining a joint body touches its other members."""
    if scene.trait(draft.category, "touchesMembers"):
        for index in list(draft.recipients):
            known = (*draft.actors, *draft.recipients)
            draft.recipients += scene.besides(_of_body(scene, index), known)


def _of_body(scene: Scene, token: int) -> Iterator[int]:
    if scene.cls(token) == "Organization":
        yield from scene.inside(_named(scene, token))

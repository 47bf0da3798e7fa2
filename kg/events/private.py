"""Private life is no politics: "met his wife", trips that nobody is known to make.

What people do with their own family, friends, pupils or clients (kg:KinshipNoun,
kg:OwnPerson) is no consultation, support or agreement; Kim's sister may be an envoy for
others, his own sister is none to him. Acts of no category stay.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.arguments import Scene
from kg.events.draft import Draft
from kg.syntax import verbal

if TYPE_CHECKING:
    from spacy.tokens import Token

_FRIENDLY = "verbal-cooperation"
_SUBJECT = "subject"
_OWN = ("KinshipNoun", "OwnPerson")


def private(scene: Scene, draft: Draft) -> bool:
    """Whether an event is of private life: with one's own people, or nobody's trip."""
    if _on_the_way(scene, draft):
        return True
    term = scene.lexicon.schema.categories.get(draft.category)
    if term is None or term.one("quad") != _FRIENDLY:
        return False
    return any(_own(scene, draft, token) for token in _fillers(draft))


def _on_the_way(scene: Scene, draft: Draft) -> bool:
    """As in "on later trips to Chad he drew birds": a habit, and of nobody known."""
    bare = not any(c.dep_ in ("det", "poss") for c in draft.token.children)
    nobody = not draft.actors and not verbal(draft.token)
    return nobody and bare and scene.lexicon.of_mode(draft.trigger.mode, "travels")


def _fillers(draft: Draft) -> Iterator["Token"]:
    """Who and what stands in the roles of an event, but for whose deed it is."""
    for slot in sorted(draft.trigger.roles):
        if slot != _SUBJECT:
            yield from draft.around.get(slot, ())


def _own(scene: Scene, draft: Draft, token: "Token") -> bool:
    """As in "his father", "Marta's pupils", of Marta who meets them."""
    if not any(scene.lexicon.has(kind, token.lemma_) for kind in _OWN):
        return False
    sides = {scene.linked.at[i] for i in (*draft.actors, *draft.recipients)}
    owners = [c for c in token.children if c.dep_ == "poss"]
    return any(o.pos_ == "PRON" or scene.linked.at.get(o.i) in sides for o in owners)

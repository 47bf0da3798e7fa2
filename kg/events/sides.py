"""Who does it and to whom: a trigger's slots to the two sides of its event.

The frame says which slot is which side. A place is no side, unless the deed is done to
the place itself or to a thing that stands there; a name before "visit" is the host.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from kg.arguments import ACTING, AFFECTED, CITIZENS, FREED, HELPED, HIT, Scene
from kg.events.kept import OTHER_SIDE
from kg.events.triggers import Trigger
from kg.syntax import Slots, passive, verbal

if TYPE_CHECKING:
    from spacy.tokens import Token

_OF_THE_OBJECT = ("by", "from")
_REACHED = {"freed": FREED, "helped": HELPED, "hit": HIT}
_MATERIAL = ("helped", "hit")
_OF_A_DEED = ("by", "modifier", "possessor")
_SITES = ("in", "at")


def sides(
    scene: Scene, token: "Token", trigger: Trigger, around: Slots
) -> tuple[list[int], list[int]]:
    """Actors and recipients of one sense of a trigger; empty where nobody is named."""
    roles = _roles(trigger, token, around)
    if any(_of_somebody(scene, t) for t in around.get("object", ()) if verbal(token)):
        roles = {s: r for s, r in roles.items() if (s, r) != ("of", "recipient")}
    if "demonym" in roles:
        # "an Israeli assassination attempt", but "the Diaz assassination"
        before = around.get("modifier", ())
        around = {**around, "demonym": [t for t in before if scene.demonym(t)]}
    if _done_by(scene, around, roles):
        # "will investigate spying by Chad on Malians": only Chad
        roles = {s: r for s, r in roles.items() if r != "recipient" or s == "by"}
    actors = _role(scene, around, roles, "actor", ACTING)
    people = scene.trait(trigger.category, "ofPeople")
    if people and not actors:
        actors = _role(scene, around, roles, "actor", CITIZENS)
    # "was arrested in Chile", "expelled from Chile": by whoever rules there
    seats = [] if actors else _role(scene, around, roles, "seat", AFFECTED)
    seats = [s for s in seats if scene.cls(s) == "Country"][:1]
    actors = actors or seats
    reached = scene.lexicon.schema.categories[trigger.category].one("reaches") or ""
    owners = _REACHED.get(reached, AFFECTED)
    if scene.trait(trigger.category, "onPacts"):
        owners = (*owners, *OTHER_SIDE)  # "withdrew from the treaty with Chad"
    others = _role(scene, around, roles, "recipient", owners, actors)
    if len(others) > 1 and reached in _MATERIAL:
        # "killed a Kenyan at a clinic in Aden": the Kenyan, not where
        whom = {s: row for s, row in around.items() if s != "at"}
        others = _role(scene, whom, roles, "recipient", owners, actors) or others
    if reached in _MATERIAL and not (people or others or seats):
        others = _where(scene, token, trigger, around, actors)
    if not others:
        # "complained to Chad", but not "complained to the court"
        heard = _role(scene, around, roles, "hearer", AFFECTED)
        others = [h for h in heard if scene.cls(h) == "Country"]
    recipients = scene.besides(others, actors)
    if roles.get("modifier") == "actor" and "recipient" in roles.values():
        visit = scene.trait(trigger.category, "meeting")
        actors, recipients = _visited(scene, around, actors, recipients, visit=visit)
    return actors, recipients


def _of_somebody(scene: Scene, noun: "Token") -> bool:
    """As in "met the head of the agency, Ana Diaz": her, not the agency."""
    return noun.pos_ == "NOUN" and scene.servants.somebody(noun)


def _done_by(scene: Scene, around: Slots, roles: Mapping[str, str]) -> bool:
    """Whether the phrase that names whom words are for tells who did a deed."""
    return roles.get("by") == "recipient" and any(
        scene.acts(i) for i in scene.participants(around.get("by", ()))
    )


def _where(
    scene: Scene,
    token: "Token",
    trigger: Trigger,
    around: Slots,
    actors: list[int],
) -> list[int]:
    """The place of a deed, where it is hit: "shelled a market in Aden".

    Those who were killed in a town are not that town; but a state that kills people in
    another country strikes that country.
    """
    places = dict.fromkeys(_SITES, "recipient")
    known = actors if around.get("object") else ()
    found = _role(scene, around, places, "recipient", AFFECTED, known)
    if _struck(scene, token, trigger, around):
        return found
    persons = scene.lexicon.of_mode(trigger.mode, "ofPersons")
    doers = [] if persons else _doers(scene, around, actors)
    if not doers:
        return []
    found = found or _role(scene, around, trigger.roles, "recipient", HELPED)
    states = [f for f in found if scene.cls(f) == "Country"]
    return scene.besides(states, doers)


def _doers(scene: Scene, around: Slots, actors: list[int]) -> list[int]:
    """The states that do a deed, or whose deed does it: "a strike by Mali killed"."""
    nouns = (t for t in around.get("subject", ()) if t.pos_ == "NOUN")
    deeds = [scene.slots(t) for t in nouns if not scene.servants.somebody(t)]
    behind = [t for deed in deeds for s in _OF_A_DEED for t in deed.get(s, ())]
    doers = actors or scene.participants(behind)
    return [d for d in doers if scene.cls(d) == "Country"]


def _struck(scene: Scene, token: "Token", trigger: Trigger, around: Slots) -> bool:
    """Whether a deed is done to a thing, not to persons."""
    slots = (s for s, r in trigger.roles.items() if r == "recipient")
    touched = [
        t for s in slots if verbal(token) or s != "of" for t in around.get(s, ())
    ]
    return any(t.pos_ == "NOUN" and not scene.servants.people(t) for t in touched)


def _visited(
    scene: Scene,
    around: Slots,
    actors: list[int],
    recipients: list[int],
    *,
    visit: bool,
) -> tuple[list[int], list[int]]:
    """As in "his India visit", "its Gaza offensive": the name before is the other side.

    Of a visit also "his Indian visit"; not in "Kerry's US-backed offensive".
    """
    possessors = around.get("possessor", ())
    owners = scene.participants(possessors)
    if recipients or not owners:
        return actors, recipients
    after = max(t.i for t in possessors)
    before = [t for t in around.get("modifier", ()) if t.i > after]
    named = [t.i for t in before if visit or t.pos_ == "PROPN"]
    gone = [i for i in scene.besides(actors, owners) if i in named]
    # "Secretary of State Kerry's tour": the country of his title does not travel
    titled = [i for i in actors if visit and i < after and scene.in_office(i)]
    return [a for a in actors if a not in (*gone, *titled)], gone


def _roles(trigger: Trigger, token: "Token", around: Slots) -> Mapping[str, str]:
    """Slots to roles, without those that another word fills.

    "invited officials from Chad", "will investigate spying by Chad": with a subject,
    the phrases of the object do not say who acts; "was convicted of X's murder": of
    what, not whom.
    """
    kept = dict(trigger.roles)
    touched = kept.get("object") == "recipient" and verbal(token)
    own = [t for t in around.get("of", ()) if t.head.head == token]
    if touched and own and around.get("object") and kept.get("of") == "recipient":
        del kept["of"]
    if not verbal(token) or not (around.get("subject") or _unsaid(token, around)):
        return kept
    roles = kept.items()
    kept = {s: r for s, r in roles if r != "actor" or s not in _OF_THE_OBJECT}
    return {**kept, "by": "recipient"} if touched else kept


def _unsaid(token: "Token", around: Slots) -> bool:
    """As in "the launch by Chad was condemned": by whom is not said, Chad launched."""
    phrases = around.get("by", ())
    return passive(token) and bool(phrases) and all(t.i < token.i for t in phrases)


def _role(
    scene: Scene,
    around: Slots,
    roles: Mapping[str, str],
    role: str,
    owners: Sequence[str],
    known: Sequence[int] = (),
) -> list[int]:
    """Participants of the slots that fill a role, each thing once.

    A place stands for its state, unless that state is `known` to act: "Peruvian police
    searched a house in Lima".
    """
    tokens = [
        t
        for s in sorted(around)
        if roles.get(s) == role
        for t in around[s]
        if not (s == "on" and _beneath(scene, t))
    ]
    found = scene.participants(tokens, lists=True, owners=owners)
    if role != "actor":
        found = [h for i in found for h in _homes(scene, i, known)]
    acting = [i for i in found if scene.acts(i)]
    if role == "recipient" and not acting:
        return [i for i in found if scene.cls(i) == "Place"]
    return acting


def _beneath(scene: Scene, token: "Token") -> bool:
    """As in "thanked him on Twitter", "killed two on Kenyan soil": where, not whom."""
    cluster = scene.linked.cluster(token.i)
    return scene.servants.beneath(token, None if cluster is None else cluster.entry)


def _homes(scene: Scene, token: int, known: Sequence[int]) -> list[int]:
    homes = scene.home(token)
    return scene.besides(homes, known) or [token]

"""Sentences to events: who did what to whom, in the categories of PLOVER 2.0.

A trigger word calls up its frame; the frame says which syntactic slot is the actor and
which the recipient. Then come the rules that hold for all triggers: the content of a
request, threat or accusation is no event of its own; an agreement to do something is
that something, to come; cooperation and meetings that lie ahead are agreements; and one
sentence tells an event once.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.arguments import Scene
from kg.events.actions import ACTION, Actions
from kg.events.category import decide, due, planned, turn
from kg.events.complete import complete
from kg.events.contexts import with_contexts
from kg.events.dating import Told, date_from_others
from kg.events.draft import Draft
from kg.events.inner import take_from_content
from kg.events.kept import half, told_of_others, told_once
from kg.events.merge import merge_carried, moved_to_strike
from kg.events.modes import content_mode, slot_mode
from kg.events.pastimes import outside_pastimes
from kg.events.private import private
from kg.events.senses import likely
from kg.events.sides import sides
from kg.events.standing import disclaims, floated, merely_meant, standing
from kg.events.triggers import Trigger, Triggers
from kg.events.when import Calendar
from kg.model import EventFact, Span, Stance, Tense
from kg.parse.headlines import headlined
from kg.stance import clause_verb, view_of
from kg.stance.tense import finite
from kg.syntax import Slots, circumstance, verbal
from kg.voices import Attribution, attribute

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token

_CLAUSES = ("complement",)
_OBJECTS = ("object", "to", "for", "on")
_ALL_CONTENT = (*_CLAUSES, *_OBJECTS)
_BEFORE_NOUNS = ("modifier",)
_STOPS = (":", ";")
_PLACES = ("in", "at", "near", "outside")
_CONFIDENCE = {"VERB": 0.85, "NOUN": 0.75}


def find_events(
    scene: Scene, triggers: Triggers, calendar: Calendar
) -> tuple[EventFact, ...]:
    """Every event of one article, in the order of the text; empty if there is none."""
    drafts: list[Draft] = []
    actions = Actions(scene.lexicon.schema)
    for sentence in scene.parsed.doc.sents:
        found = {t.i: d for t in sentence if (d := _draft(scene, triggers, t))}
        turn(scene, found)
        _add_likely(scene, triggers, sentence, found)
        for index in sorted(found):
            complete(scene, found[index], drafts)
        told = {i for i, d in found.items() if d.actors or d.recipients}
        take_from_content(scene, found, drafts)
        _settle_content(scene, found)
        merge_carried(scene, found)
        moved_to_strike(scene, found)
        found = {i: d for i, d in found.items() if not merely_meant(scene, d)}
        drafts += told_once(scene, [found[i] for i in sorted(found)])
        drafts += actions.find(scene, sentence, told)
    drafts = [d for d in drafts if (d.actors or d.recipients) and not half(scene, d)]
    drafts = [d for d in drafts if not private(scene, d)]
    for draft in drafts:
        told_of_others(scene, draft)
    known = [Told(d, _fact(scene, calendar, d)) for d in drafts]
    known = [t for t in known if not _no_event(scene, t)]
    dated = outside_pastimes(scene, date_from_others(scene, calendar, known))
    facts = with_contexts(scene, dated)
    return tuple(sorted(facts, key=lambda f: (f.trigger, f.category)))


def _draft(scene: Scene, triggers: Triggers, token: "Token") -> Draft | None:
    """The event that a token tells, with what its own slots fill; None if none.

    Of several senses that fit, the first in which somebody takes part.
    """
    if token.i in scene.parsed.names or not any(triggers.at(token)):
        return None
    around = scene.slots(token)
    fits = triggers.fit(token, scene, around)
    drafts = [_sense(scene, token, trigger, slots) for trigger, slots in fits]
    with_somebody = (d for d in drafts if d.actors or d.recipients)
    return next(with_somebody, drafts[0] if drafts else None)


def _add_likely(
    scene: Scene, triggers: Triggers, sentence: "DocSpan", found: dict[int, Draft]
) -> None:
    """Verbs without what their senses need, where the evidence for one is strong."""
    for token in sentence:
        sense = None if token.i in found else likely(scene, triggers, token)
        if sense is not None:
            found[token.i] = _sense(scene, token, *sense)


def _sense(scene: Scene, token: "Token", trigger: Trigger, around: Slots) -> Draft:
    """One sense of a trigger with its participants."""
    actors, recipients = sides(scene, token, trigger, around)
    return Draft(token, trigger, trigger.category, actors, recipients, around)


# --------------------------------------------------- rules between the events


def _settle_content(scene: Scene, found: dict[int, Draft]) -> None:
    """What is demanded, threatened or agreed upon is one event with its trigger."""
    for index in sorted(found):
        draft = found.get(index)
        if draft is None or draft.trigger.content is None:
            continue
        inner = _content(scene, draft, found)
        if disclaims(scene, draft, inner):
            found.pop(index)  # what is denied is told, by whoever denies it
            continue
        draft.mode = draft.mode or content_mode(scene, draft, inner)
        if draft.trigger.content == "absorb":
            for other in inner:
                found.pop(other.token.i, None)
        elif inner and (draft.actors or draft.recipients):
            _commit(scene, draft, inner, found)


def _content(scene: Scene, draft: Draft, found: dict[int, Draft]) -> list[Draft]:
    """Events told inside the clause or the object of a trigger, outermost first.

    Not the object of what takes it for done: a condemned launch has happened.
    """
    done = scene.trait(draft.category, "objectIsDone")
    # nobody's delay is no event, and what was delayed is told by its own noun
    nobody = not (draft.actors or draft.recipients)
    # "a bailout request"
    before = () if verbal(draft.token) else _BEFORE_NOUNS
    slots_of_content = (*(_CLAUSES if done or nobody else _ALL_CONTENT), *before)
    filling = (t for s in slots_of_content for t in draft.around.get(s, ()))
    roots = [t for t in filling if not _set_off(t, draft.token)]
    rows = [
        d
        for d in found.values()
        if d is not draft
        and any(_told_in(d.token, r) for r in roots)
        and draft.token not in (d.token, *d.around.get("complement", ()))
    ]
    return sorted(rows, key=lambda d: (_depth(d.token), d.token.i))


def _set_off(clause: "Token", verb: "Token") -> bool:
    """As in "it issued an ultimatum: if they attack, sanctions will be imposed"."""
    return any(t.text in _STOPS for t in clause.doc[clause.i : verb.i])


def _told_in(token: "Token", root: "Token") -> bool:
    """Whether a token is part of what a clause or phrase tells.

    Not of its circumstances: "agreed to open it when they met", "after a summit".
    """
    while token != root and token.head != token:
        if token.dep_ in ("advcl", "prep", "pobj", "pcomp") and circumstance(token):
            return False
        token = token.head
    return token == root


def _depth(token: "Token") -> int:
    return len(list(token.ancestors))


def _commit(
    scene: Scene, draft: Draft, inner: list[Draft], found: dict[int, Draft]
) -> None:
    """Settle that "agreed to meet" is AGREE, "agreed to withdraw" the withdrawal."""
    first = inner[0]
    clause = first.token.dep_ in ("ccomp", "pcomp")
    if clause and finite(first.token) is Tense.PAST:
        found.pop(draft.token.i, None)  # "agreed on how many it had killed"
        return
    later, mode = planned(scene, first.category)
    if not verbal(first.token) and scene.trait(first.category, "asksOthers"):
        later = draft.category  # "agreed to Chad's request for talks": answered
    others = scene.besides(first.actors, draft.actors)
    if first.category == draft.category and others:
        return  # "accepted Seoul's offer": two events
    if later == draft.category or first.category == draft.category:
        for other in inner:
            found.pop(other.token.i, None)
        draft.mode = mode or draft.mode
        told = (*draft.actors, *draft.recipients)
        draft.recipients += scene.besides((*first.recipients, *first.actors), told)
        return
    first.actors = first.actors or list(draft.actors)
    first.future = True
    found.pop(draft.token.i, None)


# ---------------------------------------------------------------- the facts


def _no_event(scene: Scene, told: Told) -> bool:
    """Whether it is but an idea, or an act that somebody ought to do."""
    fact, draft = told.fact, told.draft
    owed = draft.owed and fact.category == ACTION
    return owed or floated(scene, draft, fact.category, fact.stance)


def _fact(scene: Scene, calendar: Calendar, draft: Draft) -> EventFact:
    token = draft.token
    view = view_of(token, scene.lexicon, headline=headlined(token))
    stance = view.stance
    if draft.future:
        stance = replace(stance, tense=Tense.FUTURE)
    content = [t for s in _ALL_CONTENT for t in draft.around.get(s, ())]
    without = content if draft.trigger.content else []
    # "flies to Pyongyang on Tuesday (for talks)": present on a day is yet to come
    verb = token if verbal(token) else clause_verb(token)
    now = stance.tense if verb == token or headlined(token) else finite(verb)
    scheduled = now is Tense.PRESENT and verbal(verb)
    day = Tense.FUTURE if scheduled else stance.tense
    when = calendar.when(scene, token, day, without)
    if when is None and view.voices and stance.tense is not Tense.FUTURE:
        when = calendar.told(scene, token, stance.tense)
    if when is not None and calendar.ahead(scene, when) and not draft.future:
        stance = replace(stance, tense=Tense.FUTURE)
    stance = standing(scene, draft, _lasting(draft, stance), when)
    said = attribute(scene, token, view.voices)
    if due(scene, draft, said.token):
        stance, said = Stance(tense=Tense.PAST), Attribution()
    told = decide(scene, draft, stance)
    return EventFact(
        told.category,
        scene.parsed.span(token),
        _spans(scene, draft.actors),
        _spans(scene, draft.recipients),
        scene.parsed.sentence(token),
        draft.trigger.id,
        told.stance,
        slot_mode(scene, told.category, draft, told.mode),
        draft.trigger.contexts,
        _place(scene, draft),
        said.speaker,
        when,
        _CONFIDENCE.get(draft.trigger.pos, _CONFIDENCE["NOUN"]),
        relayed_by=said.relayed_by,
        unnamed=said.unnamed,
        verb=draft.trigger.words[0] if draft.category == ACTION else None,
    )


def _lasting(draft: Draft, stance: Stance) -> Stance:
    """As in "sanctions on Iran": what no verb carries lasts, unless it is to come."""
    carried = draft.around.get("subject") or stance.tense is Tense.FUTURE
    if draft.trigger.lasting and not carried:
        return replace(stance, tense=Tense.PRESENT)
    return stance


def _spans(scene: Scene, tokens: Sequence[int]) -> tuple[Span, ...]:
    return tuple(sorted({scene.span(t) for t in tokens}))


def _place(scene: Scene, draft: Draft) -> Span | None:
    """Where: a place in the trigger's own prepositions, or in those of its clause."""
    verb = clause_verb(draft.token)
    rows = [draft.around, scene.slots(verb) if verb != draft.token else {}]
    for around in rows:
        for slot in _PLACES:
            for token in around.get(slot, ()):
                if (
                    scene.cls(token.i) in ("Place", "Country")
                    and token.i in scene.linked.at
                ):
                    return scene.span(token.i)
    return None

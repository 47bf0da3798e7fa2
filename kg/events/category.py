"""What becomes of a category: the decision rules of PLOVER 2.0, read from the ontology.

"Will meet" is an agreement, "will not lift" a refusal, "rolled back its tariffs" a
concession. The rules are `kg:CategoryRule` of ontology/patterns/decisions.ttl, where
each shows a sentence; this is their only reader. Of those that hold, the one with the
most conditions decides, and one only.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.arguments import CITIZENS, Scene
from kg.events.draft import Draft
from kg.model import Polarity, Stance, Tense
from kg.needs import needs_met
from kg.schema import Individual
from kg.syntax import circumstance, lemma_forms, verbal, words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_PARTICLES = ("prt", "advmod")
_OBJECT = ("dobj", "nsubjpass")
_PURPOSES = ("advcl", "xcomp")
_STANCE = ("tense", "certainty", "polarity")


@dataclass(frozen=True, slots=True)
class Decision:
    """Category, mode and stance of an event, when all rules have been heard."""

    category: str
    mode: str | None
    stance: Stance


def decide(scene: Scene, draft: Draft, stance: Stance) -> Decision:
    """What an event is in its tense, polarity and company: itself, if no rule holds."""
    if _aside(draft.token) or _only_denied(scene, draft):
        stance = replace(stance, polarity=Polarity.POSITIVE)
    for rule in _rules(scene, draft.category):
        special = rule.all("under") or rule.all("modal")
        fits = not special and _holds(scene, rule, draft)
        if fits and _in_stance(rule, stance, agreed=draft.future):
            asserted = bool(rule.one("asserted"))
            polarity = Polarity.POSITIVE if asserted else stance.polarity
            told = replace(stance, polarity=polarity)
            return Decision(rule.need("to"), rule.one("mode"), told)
    own = draft.category == draft.trigger.category
    return Decision(
        draft.category, draft.mode or (draft.trigger.mode if own else None), stance
    )


def planned(scene: Scene, category: str) -> tuple[str, str | None]:
    """What a category is while it lies ahead, whatever else is told, with its mode.

    Often itself.
    """
    ahead = ("from", "to", "mode", "tense", "certainty", "example", "nonExample")
    for rule in _rules(scene, category):
        if rule.all("tense") == (Tense.FUTURE,) and set(rule.properties) <= set(ahead):
            return rule.need("to"), rule.one("mode")
    return category, None


def turn(scene: Scene, found: dict[int, Draft]) -> None:
    """As in "rolled back its tariffs": a noun's event under a verb that ends it.

    In place; only where the verb tells no event of its own.
    """
    for index in sorted(found):
        draft = found[index]
        if verbal(draft.token):
            continue
        verb, words = _governor(draft.token)
        if verb is None or verb.i in found:
            continue
        for rule in _rules(scene, draft.category):
            if words & set(rule.all("under")) and _holds(scene, rule, draft):
                del found[index]
                found[verb.i] = _turned(scene, draft, rule, verb)
                break


def owed(scene: Scene, verb: "Token") -> bool:
    """As in "must pay": a request if somebody says so; "has to" is weaker."""
    helpers = {c.lower_ for c in verb.children if c.tag_ == "MD"}
    return any(helpers.intersection(r.all("modal")) for r in _rules(scene, ""))


def due(scene: Scene, draft: Draft, speaker: int | None) -> bool:
    """As in "Bonn said Turkey must release him": Bonn asks Turkey. In place.

    Whether the event is such a request; not if those who must are those who say so.
    """
    rules = [r for r in _rules(scene, "") if _under_modal(draft.token, r.all("modal"))]
    at = scene.linked.at
    doers = {at[a] for a in draft.actors}
    if not (rules and doers) or speaker is None or at[speaker] in doers:
        return False
    draft.category, draft.mode = rules[0].need("to"), rules[0].one("mode")
    draft.actors, draft.recipients = [speaker], list(draft.actors)
    return True


def _rules(scene: Scene, category: str) -> tuple[Individual, ...]:
    return scene.lexicon.decisions.get(category, ())


def _holds(scene: Scene, rule: Individual, draft: Draft) -> bool:
    """Whether a rule's conditions on words, frame and company hold."""
    trigger = draft.trigger
    frames, modes = rule.all("frame"), rule.all("fromMode")
    words, lemmas = rule.all("word"), rule.all("lemma")
    at = scene.linked.at
    return (
        (not frames or trigger.frame in frames)
        and rule.one("pos") in (None, trigger.pos)
        and (not modes or (draft.mode or trigger.mode) in modes)
        and (not lemmas or draft.token.lemma_.lower() in lemmas)
        and (not rule.one("promised") or draft.future)
        and (not rule.one("several") or len({at[a] for a in draft.actors}) > 1)
        and (not words or not set(words).isdisjoint(_words(draft)))
        and set(rule.all("without")).isdisjoint(_words(draft))
        and needs_met(scene, rule.prefixed("need:"), draft.around)
    )


def _aside(noun: "Token") -> bool:
    """As in "will not resign before the summit": the summit is not what is denied."""
    phrase = noun.head
    while phrase.dep_ in ("pcomp", "prep") and phrase.head.dep_ == "prep":
        phrase = phrase.head
    return noun.dep_ == "pobj" and circumstance(phrase)


def _only_denied(scene: Scene, draft: Draft) -> bool:
    """As in "denied the allegations by Chad": which Chad has made, for all that."""
    term = scene.lexicon.schema.categories.get(draft.category)
    if term is None or draft.trigger.mode not in term.all("stands"):
        return False
    if verbal(draft.token):
        return False
    _, words = _governor(draft.token)
    return not words.isdisjoint(term.all("deniedBy"))


def _in_stance(rule: Individual, stance: Stance, *, agreed: bool) -> bool:
    """Whether a rule is for such a stance; what one is willing to do is promised."""
    return all(
        not rule.all(name)
        or getattr(stance, name) in rule.all(name)
        or (agreed and name == "certainty")
        for name in _STANCE
    )


def _words(draft: Draft) -> Iterator[str]:
    """The words of an event's phrases, of what is before them and of their "of".

    And of what something is to be: "to serve as a peacekeeping force".
    """
    for token in (
        draft.token,
        *(t for s in draft.around.values() for t in s),
        *_as(draft),
    ):
        yield from (word.lemma_.lower() for word in words_of(token))


def _as(draft: Draft) -> Iterator["Token"]:
    for clause in (c for c in draft.token.children if c.dep_ in _PURPOSES):
        for phrase in (p for p in clause.children if p.lower_ == "as"):
            yield from phrase.children


def _governor(noun: "Token") -> tuple["Token | None", set[str]]:
    """The verb that a noun is the object of, and the words it may be listed under.

    Also of "mediation efforts", "aid donations": what is done to them is done to it.
    """
    top = noun.head if noun.dep_ == "compound" else noun
    verb = top.head
    if top.dep_ not in _OBJECT or not verbal(verb):
        return None, set()
    particles = [c.lower_ for c in verb.children if c.dep_ in _PARTICLES]
    forms = lemma_forms(verb)
    return verb, {" ".join((f, *p)) for f in forms for p in ((), *zip(particles))}


def _turned(scene: Scene, draft: Draft, rule: Individual, verb: "Token") -> Draft:
    """The event of the verb: its subject acts, on whoever else takes part."""
    around = scene.slots(verb)
    owners = CITIZENS if scene.trait(draft.category, "ofPeople") else ()
    subjects = around.get("subject", ())
    taking = scene.participants(subjects, lists=True, owners=owners)
    doers = [i for i in taking if scene.acts(i)]
    others = scene.besides((*draft.recipients, *draft.actors), doers)
    target = rule.need("to")
    return replace(
        draft,
        token=verb,
        category=target,
        mode=rule.one("mode") or (draft.mode if target == draft.category else None),
        actors=doers or draft.actors,
        recipients=others if doers else draft.recipients,
        around={**draft.around, **around},
    )


def _under_modal(verb: "Token", modals: Sequence[str]) -> bool:
    """Whether a verb has one of the modals, or one of the verbs that stand for them."""
    helpers = [c for c in verb.children if c.tag_ == "MD"]
    above = [verb.head] if verb.dep_ == "xcomp" else []
    return any(w in modals for t in (*helpers, *above) for w in (t.lower_, t.lemma_))

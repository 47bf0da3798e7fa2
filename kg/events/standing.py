"""What an event's noun or clause is told as: done, to come, or merely aimed at.

Its category tells more than its sentence: who ordered a killing had somebody killed;
after a summit somebody will travel on, and the summit is still to be held. Aims and
what a list of demands holds are no events of their own.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.arguments import Scene
from kg.events.draft import Draft
from kg.model import Certainty, Interval, Stance, Tense
from kg.stance import clause_verb
from kg.stance.shapes import perfect
from kg.stance.tense import finite
from kg.syntax import first_of, lemma_forms, passive, verbal

if TYPE_CHECKING:
    from spacy.tokens import Token

_LATER = ("after", "following")
_CLIMB = 4
_TOLD_OF = ("dobj", "nsubj", "nsubjpass")
_COOPERATION = ("verbal-cooperation", "material-cooperation")


def standing(
    scene: Scene, draft: Draft, stance: Stance, when: Interval | None
) -> Stance:
    """The stance of an event, with the tense that its category and its day give."""
    if verbal(draft.token) or draft.future:
        return stance
    if _ordered(scene, draft) or _over(scene, stance, when):
        return replace(stance, tense=Tense.PAST)
    meeting = scene.trait(draft.category, "meeting")
    if meeting and _before_what_will_be(draft.token):
        return replace(stance, tense=Tense.FUTURE)
    return stance


def merely_meant(scene: Scene, draft: Draft) -> bool:
    """Whether it is the content of an aim, one of several demands, or a mere phrase."""
    token = draft.token
    phrase = f"{token.head.lower_} {token.lower_}"
    if token.dep_ == "pobj" and scene.lexicon.has("SetPhrase", phrase):
        return token.left_edge == token  # "in order to", not "in an order to"
    would = any(c.dep_ == "aux" and c.lower_ == "would" for c in token.lefts)
    if would and any(c.dep_ == "dobj" and _whichever(c) for c in token.rights):
        return True
    for _ in range(_CLIMB):
        head = token.head
        if verbal(head) and _meant(scene, token, head):
            return True
        if token.dep_ == "prep" and _listing(scene, token):
            return scene.lexicon.has("DemandNoun", head.lemma_.lower())
        if token.dep_ not in ("pobj", "conj", "dobj", "prep", "xcomp", "pcomp"):
            return False
        token = head
    return False


def _listing(scene: Scene, word: "Token") -> bool:
    """As in "demands including the release", "demands like the release"."""
    kinds = ("ExampleMark", "LikenessMark")
    return any(scene.lexicon.has(kind, word.lower_) for kind in kinds)


def _meant(scene: Scene, token: "Token", verb: "Token") -> bool:
    """As in "aims to meet him", "its demands include the release of an envoy"."""
    known = scene.lexicon.has
    if token.dep_ == "xcomp" and known("AimWord", *lemma_forms(verb)):
        return True
    lists = known("ListingVerb", *lemma_forms(verb))
    nouns = [c.lemma_.lower() for c in verb.children if c.dep_ == "nsubj"]
    wanted = any(known("AimWord", n) or known("DemandNoun", n) for n in nouns)
    return wanted and lists and token.dep_ in ("attr", "dobj", "xcomp", "ccomp")


def _whichever(noun: "Token") -> bool:
    """As in "would not back any government which fought it": there may be none."""
    some = any(c.dep_ == "det" and c.lower_ == "any" for c in noun.lefts)
    return some and any(c.dep_ == "relcl" for c in noun.rights)


def disclaims(scene: Scene, draft: Draft, content: Sequence[Draft]) -> bool:
    """As in "denied the claim that it had attacked": a statement, no refusal."""
    clauses = (d.token for d in content if d.token.dep_ in ("acl", "ccomp", "relcl"))
    if not any(finite(clause) is not None for clause in clauses):
        return False
    cues = scene.lexicon.words("EmbeddingCue")
    nouns = [c.lemma_.lower() for c in draft.token.children if c.dep_ == "dobj"]
    pairs = (f"{verb} {n}" for verb in lemma_forms(draft.token) for n in nouns)
    return any(cues[pair].one("speaks") for pair in pairs if pair in cues)


def floated(scene: Scene, draft: Draft, category: str, stance: Stance) -> bool:
    """Whether help, talks or a retreat is but an idea: "spoke of an alliance".

    Nobody has agreed to it. What its own clause or words call possible is told, and
    what those who are to do it want themselves: "may meet", "approved a loan", "a
    possible visit", "hopes to meet".
    """
    ahead = stance.tense is Tense.FUTURE and stance.certainty is Certainty.POSSIBLE
    term = scene.lexicon.schema.categories.get(category)
    kind = None if term is None else term.one("quad")
    if not ahead or draft.future or kind not in _COOPERATION:
        return False
    token, verb = draft.token, clause_verb(draft.token)
    told = token.head if token.dep_ in _TOLD_OF and not verbal(token) else token
    own = finite(told) is not None or any(c.tag_ == "MD" for c in verb.children)
    return not (
        own or perfect(token) or _willed(token) or _called_possible(scene, token)
    )


def _willed(verb: "Token") -> bool:
    """As in "hopes to meet him"; not in "persuade it to meet", "advised to meet"."""
    others = any(c.dep_ in ("dobj", "dative") for c in verb.head.children)
    heads_clause = any(c.dep_ == "nsubj" for c in verb.children)
    willed = verb.dep_ == "xcomp" and not passive(verb.head)
    return willed and not (others or heads_clause)


def _called_possible(scene: Scene, noun: "Token") -> bool:
    cues = scene.lexicon.words("CertaintyCue")
    return not verbal(noun) and any(c.lower_ in cues for c in noun.lefts)


def _ordered(scene: Scene, draft: Draft) -> bool:
    """As in "ordered the killing": done, where it is a deed against somebody."""
    noun = first_of(draft.token)
    verb = noun.head
    term = scene.lexicon.schema.categories.get(draft.category)
    ordered = scene.lexicon.has("OrderingVerb", *lemma_forms(verb))
    said = finite(verb) is Tense.PAST and not any(c.dep_ == "neg" for c in verb.lefts)
    material = term is not None and term.one("quad") == "material-conflict"
    return noun.dep_ in ("dobj", "nsubjpass") and ordered and said and material


def _over(scene: Scene, stance: Stance, when: Interval | None) -> bool:
    """As in "ahead of the summit of 2003": what lay ahead has passed since."""
    published = scene.parsed.article.published
    ahead = stance.tense is Tense.FUTURE and when is not None
    return bool(ahead and published and when and when.end and when.end < published)


def _before_what_will_be(noun: "Token") -> bool:
    """As in "after the summit, she will fly to Rome"."""
    after = noun.dep_ == "pobj" and noun.head.lower_ in _LATER
    return after and finite(clause_verb(noun)) is Tense.FUTURE

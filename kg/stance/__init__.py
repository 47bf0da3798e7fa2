"""Is it so, and who says so: polarity, certainty, tense and speaker of a predicate.

Climbs from the predicate to the root of its sentence. What it meets on the way (not,
may, plan to, refuse to, if, said that) acts on what stands below it; relative and
adverbial clauses stop all but the speaker, because "sanctions that were imposed" stay
imposed under "did not discuss". The values are those of GRaSP (van Son et al. 2016).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.lexicon import Lexicon
from kg.model import Certainty, Polarity, Stance, Tense
from kg.quotes import authors
from kg.schema import Individual
from kg.stance.tense import clause_verb, finite, tense_of
from kg.syntax import after_particle, expanded, lemma_forms, verbal

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["View", "clause_verb", "view_of"]

_PREDICATED = ("acomp", "attr", "dobj", "oprd", "pobj")
_CLIMB = 12
_OPAQUE = ("relcl", "advcl", "appos", "parataxis")
_CLAUSAL = ("ccomp", "xcomp", "acl", "acomp", "oprd", "pcomp", "conj")
_NOW = Stance(tense=Tense.PRESENT)
_ORDER = (Certainty.POSSIBLE, Certainty.PROBABLE, Certainty.CERTAIN)


@dataclass(frozen=True, slots=True)
class View:
    """How a sentence presents a predicate: its stance and who is quoted for it.

    `speakers` are the tokens of those who say so, the nearest first; empty when the
    article says it itself.
    """

    stance: Stance
    speakers: tuple["Token", ...] = ()


def view_of(token: "Token", lexicon: Lexicon, *, headline: bool = False) -> View:
    """The stance and the speakers of a predicate: a verb, or a noun of an event.

    Args:
        token: the predicate's head.
        lexicon: the words of stance.
        headline: whether it stands in a headline, whose present tense tells the past.
    """
    cues = _Cues(lexicon)
    aside = any(cues.opaque(c) for c, _ in _path(token) if c.dep_ == "prep")
    tense = Tense.PAST if aside else tense_of(token, headline=headline)
    stance = Stance(tense=tense)
    stance = cues.own(token, stance)
    speakers: list[Token] = []
    transparent = True
    for child, head in _path(token):
        transparent = transparent and not cues.opaque(child)
        if transparent:
            stance = cues.outer(child, head, stance)
        speakers += cues.speakers(child, head)
    if token.sent[-1].text == "?":
        stance = _weaken(stance, Certainty.POSSIBLE)
    speakers += cues.sources(token)
    return View(stance, tuple(speakers))


def _path(token: "Token") -> Iterator[tuple["Token", "Token"]]:
    """Pairs of child and head from a token to its root."""
    for _ in range(_CLIMB):
        if token.head == token:
            return
        yield token, token.head
        token = token.head


# --------------------------------------------------------------------- cues


class _Cues:
    """The cue words at work on one predicate."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def opaque(self, child: "Token") -> bool:
        """Whether what governs a phrase says nothing of what it tells.

        Relative and adverbial clauses, and circumstances ("after the talks").
        """
        circumstance = child.dep_ == "prep" and self.lexicon.has(
            "CircumstancePreposition", child.lower_
        )
        # "it was not clear why the North sent workers": it did send them
        asked = child.dep_ == "ccomp" and any(c.tag_ == "WRB" for c in child.children)
        clause = child.dep_ in _OPAQUE and not after_particle(child)
        return circumstance or asked or clause

    def own(self, token: "Token", stance: Stance) -> Stance:
        """Cues on the predicate itself and on the clause it heads or is told by."""
        stance = self._modified(token, stance)
        if verbal(token):
            stance = self._clause(token, stance)
        elif token.dep_ in _PREDICATED or self._occurs(token):
            stance = self._clause(clause_verb(token), stance)
        return stance

    def _occurs(self, noun: "Token") -> bool:
        """As in "talks may resume": the verb tells whether they come about.

        In "the offer may be aimed at" the offer is there already.
        """
        verb = noun.head
        chain = [verb, *(c for c in verb.children if c.dep_ == "xcomp")]
        subject = noun.dep_ in ("nsubj", "nsubjpass")
        return subject and any(
            self.lexicon.has("OccurrenceVerb", v.lemma_.lower()) for v in chain
        )

    def _modified(self, token: "Token", stance: Stance) -> Stance:
        """As in "no sanctions", "planned talks", "without meeting"."""
        # what stands before a verb belongs to its clause
        for child in () if verbal(token) else token.children:
            if child.dep_ in ("neg", "det", "advmod", "amod", "preconj"):
                if self.lexicon.has("NegationCue", child.lower_):
                    stance = _flip(stance)
                stance = _apply(stance, self._cue("CertaintyCue", child))
        if token.head.lower_ == "without" and token.dep_ in ("pobj", "pcomp"):
            stance = _flip(stance)
        return stance

    def _clause(self, verb: "Token", stance: Stance) -> Stance:
        """Negation, modals, adverbs and conditions of one clause."""
        for child in verb.children:
            if child.dep_ == "neg" and not self._corrects(child):
                stance = _flip(stance)
            elif child.dep_ in ("aux", "auxpass"):
                stance = _apply(stance, self._cue("ModalCue", child))
            elif child.dep_ == "advmod":
                if self._denies(child):
                    stance = _flip(stance)
                stance = _apply(stance, self._cue("CertaintyCue", child))
                stance = _apply(stance, self._cue("ConditionCue", child))
            elif child.dep_ == "dobj" and self._nobody(child):
                stance = _flip(stance)  # "imposed no sanctions"
            elif child.dep_ == "mark":
                stance = _apply(stance, self._cue("ConditionCue", child))
            elif child.dep_ in ("nsubj", "nsubjpass") and self._nobody(child):
                stance = _flip(stance)
            elif child.dep_ == "advcl" and self._condition(child):
                stance = _weaken(stance, Certainty.POSSIBLE)
            elif child.dep_ == "prep" and self._in_no_way(child, verb):
                stance = _flip(stance)
        if _inverted(verb) or _counterfactual(verb):
            stance = _weaken(stance, Certainty.POSSIBLE)
        if self._neither(verb):
            stance = replace(stance, polarity=Polarity.NEGATIVE)
        return self._shared(verb, stance)

    def _denies(self, adverb: "Token") -> bool:
        """As in "never", "no longer"."""
        words = (adverb, *adverb.children)
        return any(self.lexicon.has("NegationCue", w.lower_) for w in words)

    def _neither(self, verb: "Token") -> bool:
        """As in "neither praised nor condemned": both are denied."""
        words = [c for c in verb.children if c.dep_ in ("preconj", "cc")]
        if verb.dep_ == "conj":
            words += [c for c in verb.head.children if verb.head.i < c.i < verb.i]
        return any(
            w.dep_ in ("preconj", "cc") and self.lexicon.has("NegationCue", w.lower_)
            for w in words
        )

    def _shared(self, verb: "Token", stance: Stance) -> Stance:
        """As in "did not impose sanctions or expel envoys": what a conjunct shares."""
        if verb.dep_ != "conj" or not verbal(verb.head):
            return stance
        bare = verb.tag_ in ("VB", "VBN")
        own = any(c.dep_ in ("aux", "auxpass", "nsubj", "neg") for c in verb.children)
        if own:
            return stance
        if bare:
            return self._clause(verb.head, stance)
        # "if it comes and goes": the condition holds for both
        for mark in (c for c in verb.head.children if c.dep_ == "mark"):
            stance = _apply(stance, self._cue("ConditionCue", mark))
        return stance

    def _corrects(self, negation: "Token") -> bool:
        """As in "not only": adds, does not deny."""
        after = (
            negation.doc[negation.i + 1] if negation.i + 1 < len(negation.doc) else None
        )
        return after is not None and after.lower_ in ("only", "just", "merely")

    def _nobody(self, subject: "Token") -> bool:
        before = (c for c in subject.children if c.dep_ in ("det", "preconj"))
        words = (subject, *before)  # "no envoy", "neither Oslo nor Rome"
        return any(self.lexicon.has("NegationCue", w.lower_) for w in words)

    def _in_no_way(self, phrase: "Token", verb: "Token") -> bool:
        """As in "at no time did it attack": the helper in front shows its reach."""
        nothing = any(self._nobody(c) for c in phrase.children if c.dep_ == "pobj")
        return nothing and phrase.i < verb.i and _helper_first(verb)

    def _condition(self, clause: "Token") -> bool:
        """Whether a clause makes what it hangs on uncertain too: "if", not "until"."""
        return any(
            c.dep_ == "mark"
            and (cue := self._cue("ConditionCue", c))
            and cue.one("both")
            for c in clause.children
        )

    def outer(self, child: "Token", head: "Token", stance: Stance) -> Stance:
        """What a governing word does to what stands under it."""
        if child.dep_ in ("nsubj", "nsubjpass") and not self._passive_cue(child):
            return stance
        # "rejected it and expelled him": the first verb does not govern the second
        cue = None if child.dep_ == "conj" else self._embedding(child, head)
        ahead = cue is not None and bool(cue.one("ahead"))
        done = ahead and stance.tense is not Tense.FUTURE
        if not done and not (cue and cue.one("tense") and _told_as_past(child)):
            stance = _apply(stance, cue)
        if child.dep_ == "csubj" and self._clause(head, _NOW).tense is Tense.FUTURE:
            # "to attack it would be a mistake"
            stance = _weaken(stance, Certainty.POSSIBLE)
        if verbal(head) and child.dep_ in _CLAUSAL and child.dep_ != "conj":
            outer = self._clause(head, Stance())
            stance = _weaken(stance, outer.certainty)
            if outer.polarity is Polarity.NEGATIVE and self._says(head):
                # "did not say that it had attacked" leaves open whether it had
                stance = _weaken(stance, Certainty.POSSIBLE)
            elif outer.polarity is Polarity.NEGATIVE:
                stance = _flip(stance)
        return stance

    def _passive_cue(self, child: "Token") -> bool:
        """As in "The meeting is expected", "the talks were cancelled"."""
        return child.dep_ == "nsubjpass" or not verbal(child)

    def _says(self, verb: "Token") -> bool:
        return self.lexicon.has("ReportingVerb", *lemma_forms(verb))

    def _embedding(self, child: "Token", head: "Token") -> Individual | None:
        """The embedding cue that a head is for a child: "decide against imposing"."""
        known = self.lexicon.words("EmbeddingCue")
        forms = lemma_forms(head)
        lemma = next((f for f in forms if f in known), forms[0])
        pair = f"{head.head.lemma_.lower()} {head.lower_}"
        if head.dep_ == "prep" or head.pos_ == "ADP":
            return known.get(pair)
        if head.dep_ == "acomp" and pair in known:
            return known[pair]  # "is about to expel"
        if child.dep_ in ("acl", "ccomp") and head.dep_ == "dobj":
            both = f"{head.head.lemma_.lower()} {lemma}"
            if both in known:
                return known[both]  # "dropped plans to expel"
        # "ruled out", "has yet to", "is about to"
        near = ("prt", "advmod", "acomp")
        particles = [c.lower_ for c in head.children if c.dep_ in near and c != child]
        for words in [*(f"{f} {p}" for f in forms for p in particles), lemma]:
            if words in known and self._over(known[words], child):
                return known[words]
        return None

    def _over(self, cue: Individual, child: "Token") -> bool:
        """As in "talks failed to start"; a summit that failed was held all the same."""
        over = cue.one("over")
        if over == "clause":
            beside = (c for c in child.head.children if c.dep_ == "xcomp")
            return any(map(verbal, (child, *beside)))
        return over is None or not verbal(child)

    def _cue(self, kind: str, token: "Token") -> Individual | None:
        known = self.lexicon.words(kind)
        forms = (token.lower_, *lemma_forms(token))
        return next((known[f] for f in forms if f in known), None)

    # -------------------------------------------------------------- speakers

    def speakers(self, child: "Token", head: "Token") -> list["Token"]:
        """Who says a clause: "X said that ...", '"...," X said', "X's claim that"."""
        clause = child.dep_ in ("ccomp", "xcomp", "dep")
        if verbal(head) and clause and self._speech(head):
            return authors(head, self.lexicon)
        if child.dep_ == "parataxis" and verbal(child):
            return []
        reported = [
            c
            for c in head.children
            if c.dep_ == "parataxis" and verbal(c) and self._speech(c)
        ]
        if reported and child not in reported:
            return authors(reported[0], self.lexicon)
        return []

    def _speech(self, verb: "Token") -> bool:
        cue = self._cue("EmbeddingCue", verb)
        return self._says(verb) or bool(cue and cue.one("speaks"))

    def sources(self, token: "Token") -> list["Token"]:
        """Whom the sentence cites: "according to Seoul's unification ministry"."""
        found = []
        for word in token.sent:
            pair = (
                f"{word.lower_} {word.doc[word.i + 1].lower_}"
                if word.i + 1 < len(word.doc)
                else ""
            )
            single = word.dep_ == "prep" and self.lexicon.has(
                "SourcePreposition", word.lower_
            )
            if self.lexicon.has("SourcePreposition", pair) or single:
                found += [
                    t
                    for inner in (word, *word.children)
                    for t in expanded(c for c in inner.children if c.dep_ == "pobj")
                ]
        return found


def _told_as_past(clause: "Token") -> bool:
    """As in "told reporters that it had met": what is past is not to come."""
    return clause.dep_ == "ccomp" and finite(clause) is Tense.PAST


def _flip(stance: Stance) -> Stance:
    """Negate; twice negated leaves it open ("did not refuse to meet")."""
    if stance.polarity is Polarity.NEGATIVE:
        return replace(stance, polarity=Polarity.POSITIVE, certainty=Certainty.POSSIBLE)
    return replace(stance, polarity=Polarity.NEGATIVE)


def _inverted(verb: "Token") -> bool:
    """As in "Had it attacked, ..." and "Should talks fail, ...": a condition."""
    return _helper_first(verb) and verb.dep_ in ("advcl", "ccomp")


def _helper_first(verb: "Token") -> bool:
    """As in "had it", "did Bulgaria": subject and auxiliary have changed places."""
    subject = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    helper = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    return bool(subject and helper) and helper[0].i < subject[0].i


def _counterfactual(verb: "Token") -> bool:
    """As in "would have condemned it": it did not."""
    helpers = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    return "have" in helpers and bool(helpers & {"would", "'d"})


def _weaken(stance: Stance, certainty: Certainty) -> Stance:
    """The weaker of two certainties."""
    return replace(stance, certainty=min(stance.certainty, certainty, key=_ORDER.index))


def _apply(stance: Stance, cue: Individual | None) -> Stance:
    """What a cue says of polarity, certainty and tense."""
    if cue is None:
        return stance
    if cue.one("polarity") == Polarity.NEGATIVE:
        stance = _flip(stance)
    if certainty := cue.one("certainty"):
        stance = _weaken(stance, Certainty(certainty))
    if tense := cue.one("tense"):
        stance = replace(stance, tense=Tense(tense))
    return stance

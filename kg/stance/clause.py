"""What a clause itself says of its predicate: not, may, perhaps, if, instead of."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.lexicon import Lexicon
from kg.model import Certainty, Polarity, Stance, Tense
from kg.schema import Individual
from kg.stance.tense import clause_verb, finite
from kg.stance.values import apply, flip, weaken
from kg.syntax import first_of, lemma_forms, verbal

if TYPE_CHECKING:
    from spacy.tokens import Token

_PREDICATED = ("acomp", "attr", "dobj", "oprd", "pobj")
_SUBJECTS = ("nsubj", "nsubjpass")
_INSIDE = ("about", "behind", "in")
_MODIFYING = ("acl", "advmod", "amod", "det", "neg", "preconj")
_LONGEST = 4  # words of a cue that leads a clause: "in the event of"


@dataclass(frozen=True, slots=True)
class Clause:
    """The cue words at work inside one clause."""

    lexicon: Lexicon

    def cue(self, kind: str, token: "Token") -> Individual | None:
        """The cue of a kind that a token is, by its form or a lemma."""
        known = self.lexicon.words(kind)
        forms = (token.lower_, *lemma_forms(token))
        return next((known[f] for f in forms if f in known), None)

    def own(self, token: "Token", stance: Stance) -> Stance:
        """Cues on the predicate itself and on the clause it heads or is told by."""
        stance = self.modified(token, stance)
        if verbal(token):
            return self.told(token, stance)
        if token.dep_ == "attr" and self._one_more(token):
            return replace(stance, tense=Tense.PAST)
        if self._circumstance(token.head) or parted(token.head):
            return stance
        occurs = self._occurs(token)
        if _role(token) in _PREDICATED or occurs or one_of_many(token):
            verb = clause_verb(token)
            if indefinite(token) and any(c.tag_ == "MD" for c in verb.children):
                # "would condemn an attack": there is none yet
                stance = replace(stance, tense=Tense.PRESENT)
            elif not occurs and _role(token) in _SUBJECTS:
                return stance
            stance = self._made(token, stance)
            return self.told(verb, stance)
        return stance

    def any_one(self, noun: "Token") -> bool:
        """As in "blames any attack on Peru": there need not be one."""
        dets = [c.lower_ for c in noun.lefts if c.dep_ == "det"]
        return not verbal(noun) and "any" in dets

    def _circumstance(self, phrase: "Token") -> bool:
        cue = self.lexicon.words("CircumstancePreposition").get(phrase.lower_)
        return phrase.dep_ == "prep" and cue is not None and not cue.one("over")

    def _one_more(self, noun: "Token") -> bool:
        """As in "it is not the first attack": there have been others."""
        ranks = (c for c in noun.lefts if c.dep_ == "amod")
        ranked = any(self.lexicon.has("ImplicativeCue", c.lower_) for c in ranks)
        return ranked and any(c.dep_ == "neg" for c in noun.head.children)

    def _made(self, token: "Token", stance: Stance) -> Stance:
        """As in "the aim is an attack", "one option is talks"."""
        if token.dep_ != "attr":
            return stance
        known = self.lexicon.words("EmbeddingCue")
        for noun in (c for c in token.head.children if c.dep_ == "nsubj"):
            cue = next((known[w] for w in _worded(noun) if w in known), None)
            stance = apply(stance, cue)  # "the next step is talks"
        return stance

    def _occurs(self, noun: "Token") -> bool:
        """As in "talks may resume": the verb tells whether they come about.

        In "the offer may be aimed at" the offer is there already.
        """
        verb = noun.head
        chain = [verb, *(c for c in verb.children if c.dep_ == "xcomp")]
        return noun.dep_ in _SUBJECTS and any(
            self.lexicon.has("OccurrenceVerb", v.lemma_.lower()) for v in chain
        )

    def modified(self, token: "Token", stance: Stance) -> Stance:
        """As in "no sanctions", "planned talks", "talks planned by Peru"."""
        # what stands before a verb belongs to its clause
        for child in () if verbal(token) else token.children:
            if child.dep_ in _MODIFYING:
                if self._negates(child):
                    stance = flip(stance)
                stance = apply(stance, self.cue("CertaintyCue", child))
        return stance

    def _negates(self, word: "Token") -> bool:
        return self.lexicon.has("NegationCue", word.lower_)

    def led(self, word: "Token", stance: Stance) -> Stance:
        """What the words in front of a clause or phrase say of it.

        As in "instead of expelling him", "in case Peru attacks", "without talks".
        """
        known = self.lexicon.words("LeadingCue")
        for words in in_front(word):
            if words in known:
                if known[words].one("nearly") and self._whole(word):
                    continue  # "all but destroyed"
                if known[words].one("polarity"):
                    return replace(stance, polarity=Polarity.NEGATIVE)
                return self.conditional(stance, known[words])
        return stance

    def told(self, verb: "Token", stance: Stance) -> Stance:
        """Negation, modals, adverbs and conditions of one clause."""
        for child in verb.children:
            stance = self._by_child(child, verb, stance)
        if _inverted(verb) or self._counterfactual(verb):
            stance = weaken(stance, Certainty.POSSIBLE)
        if self._neither(verb):
            stance = replace(stance, polarity=Polarity.NEGATIVE)
        return self._shared(verb, stance)

    def _by_child(self, child: "Token", verb: "Token", stance: Stance) -> Stance:
        if child.dep_ == "neg":
            return self._not(child, verb, stance)
        if child.dep_ in ("aux", "auxpass"):
            # "Never has Oslo ...", "At no point did Oslo ...": hung on the helper
            for inner in child.children:
                stance = self._by_child(inner, verb, stance)
            # "may attack" lies ahead, "may have attacked" does not
            return self.conditional(stance, self.cue("ModalCue", child))
        if child.dep_ == "advmod":
            denied = self._denies(child) and not self._by_and_large(child, verb)
            stance = flip(stance) if denied else stance
            stance = apply(stance, self.cue("CertaintyCue", child))
            # "had never met him before": what follows the verb leads no clause
            leads = child.i < verb.i
            return self._hinges(child, verb, stance) if leads else stance
        if child.dep_ == "mark":
            cue = self.cue("ConditionCue", child)
            if cue is not None and cue.one("ahead"):
                return self._hinges(child, verb, stance)  # "before Peru attacks"
            return self.conditional(stance, cue)
        if child.dep_ == "dobj" and self._nobody(child) and not _owned(child):
            # "imposed no sanctions"; not "to no avail", hung on the verb
            return stance if _after_to(child) else flip(stance)
        if child.dep_ in _SUBJECTS:
            return self._by_subject(child, stance)
        if child.dep_ == "advcl" and (self._condition(child) or _inverted(child)):
            quoted = any(t.text == ":" for t in child.doc[verb.i : child.i])
            return stance if quoted else weaken(stance, Certainty.POSSIBLE)
        return self._by_phrase(child, verb, stance) if child.dep_ == "prep" else stance

    def _not(self, word: "Token", verb: "Token", stance: Stance) -> Stance:
        """What "not" makes of it: nothing in "not only", "was not until May that"."""
        if self._corrects(word) or late(verb):
            return stance
        without = any(c.dep_ == "prep" and c.lower_ == "without" for c in verb.children)
        # "aid would not come without strings": it may come
        return flip(flip(stance)) if without and self._comes(verb) else flip(stance)

    def _comes(self, verb: "Token") -> bool:
        return self.lexicon.has("OccurrenceVerb", *lemma_forms(verb))

    def _by_and_large(self, adverb: "Token", verb: "Token") -> bool:
        """As in "was found nearly beheaded", "almost destroyed": in the main it is."""
        near = self.lexicon.words("NegationCue").get(adverb.lower_)
        whole = self._whole(verb)
        left = verb.dep_ in ("xcomp", "oprd") and verb.tag_ == "VBN"
        return near is not None and bool(near.one("nearly")) and (whole or left)

    def _whole(self, verb: "Token") -> bool:
        """Whether it has degrees, so that nearly all of it is the deed: "destroy"."""
        return self.lexicon.has("ResultVerb", *lemma_forms(verb))

    def _hinges(self, adverb: "Token", verb: "Token", stance: Stance) -> Stance:
        """As in "when Peru attacks": what is told in the present then lies ahead."""
        told = finite(verb) is not Tense.PRESENT and not _has_done(verb)
        if verb.dep_ == "advcl" and told:
            return stance
        return self.conditional(stance, self.cue("ConditionCue", adverb))

    def conditional(self, stance: Stance, cue: Individual | None) -> Stance:
        """A condition puts ahead only what is not told in the past."""
        past = stance.tense is Tense.PAST
        told = apply(stance, cue)
        return replace(told, tense=Tense.PAST) if past and cue else told

    def _by_subject(self, subject: "Token", stance: Stance) -> Stance:
        if self._nobody(subject):
            return flip(stance)
        if any(c.dep_ == "neg" for c in subject.children):
            # "Not Peru but Chile expelled him": only one of the two did
            return weaken(stance, Certainty.POSSIBLE)
        return stance

    def _by_phrase(self, phrase: "Token", verb: "Token", stance: Stance) -> Stance:
        if self._in_no_way(phrase, verb):
            return flip(stance)
        unreal = any(
            phrase.lower_ == "in" and self.lexicon.has("UnrealFrame", *words)
            for c in phrase.children
            if c.dep_ == "pobj"
            for words in [_worded(c)]
        )
        return weaken(stance, Certainty.POSSIBLE) if unreal else stance

    def _denies(self, adverb: "Token") -> bool:
        """As in "never", "no longer"; of "not long ago" only the length is denied."""
        inside = list(adverb.children)
        if any(self.lexicon.has("MeasureAdverb", t.lower_) for t in (adverb, *inside)):
            return self._negates(adverb)
        return any(map(self._negates, (adverb, *inside)))

    def _counterfactual(self, verb: "Token") -> bool:
        """As in "would have condemned it", "must have condemned it"."""
        helpers = [c.lower_ for c in verb.children if c.dep_ == "aux"]
        return "have" in helpers and self.lexicon.has("UnrealModal", *helpers)

    def _neither(self, verb: "Token") -> bool:
        """As in "neither praised nor condemned": both are denied."""
        words = [c for c in verb.children if c.dep_ in ("preconj", "cc")]
        if verb.dep_ == "conj":
            words += [c for c in verb.head.children if verb.head.i < c.i < verb.i]
        return any(
            w.dep_ in ("preconj", "cc") and self._negates(w) and not self._corrects(w)
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
            return self.told(verb.head, stance)
        # "if it comes and goes": the condition holds for both
        for mark in (c for c in verb.head.children if c.dep_ == "mark"):
            stance = self.conditional(stance, self.cue("ConditionCue", mark))
        return stance

    def _corrects(self, negation: "Token") -> bool:
        """As in "not only": adds, does not deny."""
        if negation.i + 1 == len(negation.doc):
            return False
        return self.lexicon.has("AddingAdverb", negation.nbor().lower_)

    def _nobody(self, subject: "Token") -> bool:
        before = (c for c in subject.children if c.dep_ in ("det", "preconj"))
        return any(map(self._negates, (subject, *before)))  # "neither Oslo nor Rome"

    def _in_no_way(self, phrase: "Token", verb: "Token") -> bool:
        """As in "at no time did it attack": the helper in front shows its reach."""
        nothing = any(self._nobody(c) for c in phrase.children if c.dep_ == "pobj")
        return nothing and phrase.i < verb.i and _helper_first(verb)

    def _condition(self, clause: "Token") -> bool:
        """Whether a clause makes what it hangs on uncertain too: "if", not "until"."""
        marks = (c for c in clause.children if c.dep_ == "mark")
        cues = (self.cue("ConditionCue", mark) for mark in marks)
        return any(cue is not None and cue.one("both") for cue in cues)

    def denied(self, verb: "Token") -> bool:
        """Whether a clause negates its own predicate."""
        return self.told(verb, Stance()).polarity is Polarity.NEGATIVE

    def says(self, verb: "Token") -> bool:
        """Whether it is a verb of saying or thinking."""
        return self.lexicon.has("ReportingVerb", *lemma_forms(verb))


def _role(noun: "Token") -> str:
    """The relation of a noun, or of the first that it is coordinated with.

    "Did not resume launches or tests" denies both.
    """
    return str(first_of(noun).dep_)


def in_front(word: "Token") -> Iterator[str]:
    """The last words before a clause, its subject and its head, longest first.

    And its own first word, which may be no word of it: "Lest Peru attack".
    """
    first = word.left_edge
    if not any(first.children):  # not "Assuming a pose, Peru cited ..."
        yield first.lower_.partition(" ")[0]  # the "Suppose" of "Suppose Chile"
    starts = [word.left_edge.i, word.i]
    starts += [c.left_edge.i for c in word.children if c.dep_ in _SUBJECTS]
    for start in dict.fromkeys(starts):
        row = [t.lower_ for t in word.doc[max(0, start - _LONGEST - 1) : start]]
        row = row[:-1] if row and row[-1] == "that" else row
        for size in range(min(_LONGEST, len(row)), 0, -1):
            yield " ".join(row[-size:])


def indefinite(noun: "Token") -> bool:
    """As in "discussed an attack", "support talks"; not "the attack", "their talks"."""
    return not any(
        c.dep_ == "poss" or (c.dep_ == "det" and "Def" in c.morph.get("Definite", []))
        for c in noun.children
    )


def _has_done(verb: "Token") -> bool:
    """As in "before Peru has attacked"."""
    return any(c.lemma_ == "have" and c.tag_ in ("VBZ", "VBP") for c in verb.lefts)


def one_of_many(noun: "Token") -> bool:
    """As in "an attack must be answered": a subject that may be any."""
    articles = [c for c in noun.children if c.dep_ == "det"]
    any_one = any("Ind" in c.morph.get("Definite", []) for c in articles)
    return noun.dep_ in _SUBJECTS and any_one


def _worded(noun: "Token") -> list[str]:
    """A noun, what modifies it, and both: "alternative history"."""
    before = [m.lower_ for m in noun.children]
    return [noun.lemma_, *before, *(f"{m} {noun.lemma_}" for m in before)]


def _owned(noun: "Token") -> bool:
    """As in "pointed out her no vote": a no of hers."""
    return any(c.dep_ == "poss" for c in noun.children)


def late(verb: "Token") -> bool:
    """As in "did not meet until May", "it was not until May that": then, they did."""
    until = [c for c in verb.children if c.lower_ == "until" and c.dep_ == "prep"]
    return bool(until) and finite(verb) is Tense.PAST


def _after_to(noun: "Token") -> bool:
    """As in "to no avail"."""
    dets = [c for c in noun.children if c.dep_ == "det" and c.i > noun.sent.start]
    return any(c.nbor(-1).lower_ == "to" for c in dets)


def _inverted(verb: "Token") -> bool:
    """As in "Had it attacked, ..." and "Should talks fail, ...": a condition."""
    return _helper_first(verb) and verb.dep_ in ("advcl", "ccomp")


def _helper_first(verb: "Token") -> bool:
    """As in "had it", "did Bulgaria", "were there": the subject does not come first."""
    subject = [c for c in verb.children if c.dep_ in (*_SUBJECTS, "expl")]
    helper = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if not helper and verb.lemma_ == "be":
        helper = [verb]  # "were there talks"
    return bool(subject and helper) and helper[0].i < subject[0].i


def parted(child: "Token") -> bool:
    """Whether a phrase keeps what governs its noun from its own: "a role in the war".

    Who rules out a role in the attack does not rule out the attack.
    """
    if child.dep_ != "prep" or child.head.pos_ not in ("NOUN", "PROPN"):
        return False
    definite = any(c.dep_ == "pobj" and not indefinite(c) for c in child.children)
    return child.lower_ in _INSIDE and definite

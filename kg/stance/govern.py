"""What a governing word does to what stands under it: "refused to", "reports that".

Closed by default: an infinitive, a gerund or a that-clause is told as done only under
words that are known to say so ("managed to", "by", "the fact that"). Whatever else
governs it leaves it open; many words say more ("refused to", "ruled out", "untrue").
"""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.lexicon import Lexicon
from kg.model import Certainty, Polarity, Stance, Tense
from kg.schema import Individual
from kg.stance.clause import Clause, one_of_many
from kg.stance.contents import content_of_noun, misplaced, tellers
from kg.stance.shapes import (
    before_colon,
    beside,
    clausal_noun,
    coordinated,
    hedged,
    means,
    open_infinitive,
    perfect,
    reaches,
    supposed,
    told_as_so,
    too,
)
from kg.stance.tense import clause_verb, finite
from kg.stance.values import apply, doubted, flip, weaken
from kg.syntax import (
    after_comma,
    after_for,
    after_particle,
    infinitive,
    lemma_forms,
    passive,
    verbal,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_OPAQUE = ("relcl", "advcl", "appos", "parataxis")
_CLAUSAL = ("ccomp", "xcomp", "acl", "acomp", "oprd", "pcomp", "conj")
_COMPLEMENTS = ("xcomp", "ccomp", "acl", "relcl")
_SUBJECTS = ("nsubj", "nsubjpass")
_PREDICATES = ("acomp", "attr", "oprd", "xcomp", "prep")
_NOW = Stance(tense=Tense.PRESENT)


@dataclass(frozen=True, slots=True)
class Governors:
    """The governing words above one predicate."""

    clause: Clause

    @property
    def lexicon(self) -> Lexicon:
        """The words of stance."""
        return self.clause.lexicon

    def opaque(self, child: "Token") -> bool:
        """Whether what governs a phrase says nothing of what it tells.

        Relative and adverbial clauses, and circumstances ("after the talks").
        """
        cue = self.lexicon.words("CircumstancePreposition").get(child.lower_)
        circumstance = child.dep_ == "prep" and cue is not None
        if cue is not None and cue.one("over"):
            # "denied it until reversing that": it did reverse it
            circumstance = any(c.dep_ == "pcomp" for c in child.children)
        # "it was not clear why the North sent workers": it did send them
        asked = child.dep_ == "ccomp" and any(c.tag_ == "WRB" for c in child.children)
        clause = child.dep_ in _OPAQUE and not after_particle(child)
        content = content_of_noun(child, self.lexicon) or (
            child.dep_ == "relcl" and open_infinitive(child)
        )
        quoting = child.dep_ == "ccomp" and before_colon(child, child.head)
        return circumstance or asked or quoting or (clause and not content)

    def before_now(self, phrase: "Token") -> bool:
        """Whether a circumstance is over: not in "will act before talks"."""
        if not self.opaque(phrase):
            return False
        cue = self.clause.cue("CircumstancePreposition", phrase)
        ahead = cue is not None and cue.one("tense") == Tense.FUTURE
        return not (ahead and finite(clause_verb(phrase)) is Tense.FUTURE)

    def outer(self, child: "Token", head: "Token", stance: Stance) -> Stance:
        """What a governing word does to what stands under it."""
        if child.dep_ in (*_SUBJECTS, "csubj"):
            stance = self._judged(head, self._raised(head, stance))
        # "rejected it and expelled him": the first verb does not govern the second
        # "went back the next night": no night is gone to
        aside = child.dep_ == "npadvmod"
        clause = None if aside else coordinated(child)
        cue = self._embedding(clause, head) if clause is not None else None
        if child.dep_ == "nsubj" and not (cue and cue.one("over") == "clause"):
            return stance  # who threatens is not what is threatened
        ahead = cue is not None and bool(cue.one("ahead"))
        # "stopped funding it": from then on it does not; "stopped talks" were held
        done = ahead and stance.tense is not Tense.FUTURE and not verbal(child)
        if cue is None:
            stance = self._open(child, head, stance)
        elif cue.one("tense") and told_as_so(child, cue):
            stance = stance if self.clause.says(head) else doubted(stance, cue)
        elif not done:
            stance = apply(stance, cue)
            stance = flip(stance) if self._planless(head) else stance
            stance = self._of_passive(child, head, stance)
            stance = self._qualified(child, head, stance)
        if too(child, head) and cue is None and not self._brings_about(head):
            return replace(stance, polarity=Polarity.NEGATIVE)
        if child.dep_ == "csubj" and (self._ahead(head) or open_infinitive(child)):
            # "to attack it would be a mistake", "to attack it was never the aim"
            stance = weaken(stance, Certainty.POSSIBLE)
        if verbal(head) and child.dep_ in _CLAUSAL and child.dep_ != "conj":
            stance = self._through(child, head, stance)
        return stance

    def _of_passive(self, child: "Token", head: "Token", stance: Stance) -> Stance:
        """As in "an attack can not be ruled out": what the verb says holds too."""
        occurs = self.lexicon.has("OccurrenceVerb", *lemma_forms(head))
        # of "an attack", the clause has said it already
        told = child.dep_ == "nsubjpass" and not (occurs or one_of_many(child))
        return self.clause.told(head, stance) if told else stance

    def _qualified(self, child: "Token", head: "Token", stance: Stance) -> Stance:
        """As in "an alleged plan to attack": no surer than the plan."""
        if verbal(head) or not open_infinitive(child):
            return stance
        cues = (self.clause.cue("CertaintyCue", c) for c in head.lefts)
        for sure in (cue.one("certainty") for cue in cues if cue is not None):
            stance = weaken(stance, Certainty(sure)) if sure else stance
        return stance

    def aside(self, child: "Token", head: "Token", stance: Stance) -> Stance:
        """What even those clauses take over that else stand on their own.

        Of "sent troops to attack" the purpose, of "was not the one who attacked" the
        denial.
        """
        if cue := self._adjoined(child):
            return apply(stance, cue)
        if means(child) and verbal(head):
            # "could harm it by leaving": no surer than what it serves
            told = self.clause.told(head, Stance())
            stance = weaken(stance, told.certainty)
            ahead = told.tense is Tense.FUTURE
            return replace(stance, tense=Tense.FUTURE) if ahead else stance
        if after_for(child):
            # "called for it to withdraw", "waited for it to withdraw"
            return replace(weaken(stance, Certainty.POSSIBLE), tense=Tense.FUTURE)
        if after_comma(child) and child.tag_ == "VBG" and verbal(head):
            return self._along(head, stance)
        if child.dep_ == "advcl" and open_infinitive(child) and not perfect(child):
            known = self._brings_about(head)
            return stance if known else weaken(stance, Certainty.PROBABLE)
        if child.dep_ == "relcl" and self._none(head):
            return weaken(stance, Certainty.POSSIBLE)  # "no envoy who had met him"
        if child.dep_ == "relcl" and head.dep_ == "attr" and verbal(head.head):
            denied = self.clause.denied(head.head)
            return weaken(stance, Certainty.POSSIBLE) if denied else stance
        return stance

    def _along(self, verb: "Token", stance: Stance) -> Stance:
        """As in "a defeat would weaken him, giving Chad a say": neither has come."""
        told = self.clause.told(verb, Stance())
        if told.tense is not Tense.FUTURE:
            return stance
        open_ = Certainty.POSSIBLE if supposed(verb) else told.certainty
        return replace(weaken(stance, open_), tense=Tense.FUTURE)

    def _adjoined(self, clause: "Token") -> Individual | None:
        """As in "is opposed to Peru expelling him": trees hang it on the verb."""
        first = clause.left_edge
        if (
            clause.dep_ != "advcl"
            or clause.tag_ != "VBG"
            or first.i == clause.sent.start
        ):
            return None
        noun = first.nbor(-1)
        if noun.dep_ != "pobj" or noun.head.lower_ != "to":
            return None
        pair = f"{noun.head.head.lower_} {noun.head.lower_}"
        return self.lexicon.words("EmbeddingCue").get(pair)

    def _ahead(self, verb: "Token") -> bool:
        return self.clause.told(verb, _NOW).tense is Tense.FUTURE

    def _through(self, child: "Token", head: "Token", stance: Stance) -> Stance:
        """What is negated, uncertain or ahead above is so below."""
        if finite(child) is None and self._ahead(head):
            stance = replace(stance, tense=Tense.FUTURE)
        stance = weaken(stance, self.clause.told(head, Stance()).certainty)
        if self.clause.says(head) and hedged(child, head):
            stance = weaken(stance, Certainty.POSSIBLE)
        if not self.clause.denied(head):
            return stance
        if self.lexicon.has("FactiveCue", *lemma_forms(head)):
            # "did not mention that it had attacked"; "did not see it attack"
            told = finite(child) is not None
            return stance if told else weaken(stance, Certainty.POSSIBLE)
        if self.clause.says(head):
            # "did not say that it had attacked" leaves open whether it had
            return weaken(stance, Certainty.POSSIBLE)
        return flip(stance)

    # ------------------------------------------------------- closed by default

    def _open(self, child: "Token", head: "Token", stance: Stance) -> Stance:
        """What no cue governs is left open unless its governor says that it is so."""
        # a model that tags a verb well may still class it as a noun
        if not verbal(child) and child.tag_ != "VB":
            return stance
        if content_of_noun(child, self.lexicon):
            return self._told_by_noun(head, stance)
        if child.dep_ == "ccomp" and finite(child) is not None:
            return self._told_by_predicate(child, head, stance)
        if child.dep_ in _COMPLEMENTS and open_infinitive(child):
            return self._infinitive_under(child, head, stance)
        denied = stance.polarity is Polarity.NEGATIVE
        if child.tag_ == "VBG" and not denied and self._gerund(child, head):
            return weaken(stance, Certainty.POSSIBLE)
        return stance

    def _infinitive_under(
        self, child: "Token", head: "Token", stance: Stance
    ) -> Stance:
        """As in "was tempted to", "the right to"; not "managed to", "is to"."""
        if head.lemma_ == "be":  # "is the first to visit" says it of the first
            said_of = [c for c in head.children if c.dep_ in ("acomp", "attr")]
            head = said_of[0] if said_of else head
            if not said_of:
                return stance
        if not self._none(head) and self._brings_about(head):
            return stance
        told = stance if perfect(child) else replace(stance, tense=Tense.FUTURE)
        noun = not verbal(head) and head.pos_ == "NOUN"
        # "a visit to speak with them": what it is for is planned
        return (
            told if noun and not self._none(head) else weaken(told, Certainty.POSSIBLE)
        )

    def _planless(self, head: "Token") -> bool:
        """As in "had no plans to attack", "no intention of attacking"."""
        noun = head.head if head.dep_ == "prep" else head
        return noun.pos_ == "NOUN" and self._none(noun)

    def _none(self, noun: "Token") -> bool:
        """As in "no evidence", "no move"."""
        return any(self.lexicon.has("NegationCue", c.lower_) for c in noun.lefts)

    def _brings_about(self, head: "Token") -> bool:
        """As in "managed to", "the decision to", "the first country to"."""
        ranked = any(self.lexicon.has("ImplicativeCue", c.lower_) for c in head.lefts)
        taken = f"{head.head.lemma_.lower()} {head.lemma_.lower()}"
        known = self.lexicon.has("ImplicativeCue", taken, *lemma_forms(head))
        # "took the opportunity to warn"
        return known or (ranked and not verbal(head))

    def _gerund(self, child: "Token", head: "Token") -> bool:
        """Whether a gerund is left open: "close to attacking", not "by attacking"."""
        if child.dep_ == "pcomp":
            pair = f"{head.head.lemma_.lower()} {head.lower_}"
            return not self.lexicon.has("GivenPreposition", head.lower_, pair)
        if child.dep_ == "xcomp" and self.lexicon.has(
            "TellingVerb", *lemma_forms(head)
        ):
            return False  # "reported receiving threats"
        governed = child.dep_ in ("xcomp", "ccomp") or after_particle(child)
        return governed and verbal(head) and not self._brings_about(head)

    def _told_by_noun(self, noun: "Token", stance: Stance) -> Stance:
        """As in "the idea that", "no evidence that"; not "the fact that"."""
        if misplaced(noun, self.lexicon):
            return stance
        given = self.lexicon.has("FactiveCue", noun.lemma_.lower())
        if noun.dep_ == "attr" and (cue := self.clause.cue("PredicateCue", noun)):
            return apply(stance, cue)  # "it is a lie that ..."
        none, verb = self._none(noun), noun.head
        if noun.dep_ in ("attr", "dobj") and verbal(verb):
            none = none or self.clause.denied(verb)
        if none:
            return flip(stance) if given else weaken(stance, Certainty.POSSIBLE)
        if given or self.lexicon.has("ReportingNoun", noun.lemma_.lower()):
            return stance
        return weaken(stance, Certainty.PROBABLE)

    def _told_by_predicate(
        self, clause: "Token", verb: "Token", stance: Stance
    ) -> Stance:
        """As in "it is untrue that ..."; not "it is clear that ..."."""
        if clause.i < verb.i:
            return stance
        words = [c for c in verb.children if c.dep_ in ("acomp", "attr")]
        words = [verb] if verb.dep_ == "acomp" else words  # "is sure that"
        for noun in tellers(verb, self.lexicon):
            return self._told_by_noun(noun, stance)  # "the rumour is that"
        for word in words:
            if cue := self.clause.cue("PredicateCue", word):
                return apply(stance, cue)
        given = any(self.lexicon.has("FactiveCue", w.lemma_.lower()) for w in words)
        if words and not given:
            return weaken(stance, Certainty.PROBABLE)
        return stance

    def _judged(self, verb: "Token", stance: Stance) -> Stance:
        """As in "the attack is unlikely", "the reports were untrue"."""
        if verb.lemma_ == "be" and supposed(verb):
            return weaken(stance, Certainty.POSSIBLE)
        known = self.lexicon.words("PredicateCue")
        for word in (c for c in verb.children if c.dep_ in _PREDICATES):
            phrase = " ".join(t.lower_ for t in word.subtree)  # "out of the question"
            cue = self.clause.cue("PredicateCue", word) or known.get(phrase)
            if cue:
                return apply(stance, cue)
            if self.lexicon.has("FactiveCue", word.lower_) and self.clause.denied(verb):
                return flip(stance)  # "the report is not true"
        return stance

    def _raised(self, verb: "Token", stance: Stance) -> Stance:
        """As in "talks are to begin", "have yet to begin", "look set to resume"."""
        words = [verb, *(c for c in verb.children if c.dep_ == "acomp")]
        for word in words:
            for clause in (c for c in word.children if c.dep_ == "xcomp"):
                occurs = self.lexicon.has("OccurrenceVerb", clause.lemma_.lower())
                if not occurs or not open_infinitive(clause):
                    continue
                if cue := self._embedding(clause, word):
                    return apply(stance, cue)
                known = self._brings_about(word)
                ahead = replace(stance, tense=Tense.FUTURE)
                return stance if known else weaken(ahead, Certainty.POSSIBLE)
        return stance

    # ------------------------------------------------------------------- cues

    def _embedding(self, child: "Token", head: "Token") -> Individual | None:
        """The embedding cue that a head is for a child: "decide against imposing"."""
        known = self.lexicon.words("EmbeddingCue")
        forms = lemma_forms(head)
        plain = not verbal(head) and not self._none(head)
        if plain and verbal(child) and self._brings_about(head):
            return None
        lemma = next((f for f in forms if f in known), forms[0])
        pair = f"{head.head.lemma_.lower()} {head.lower_}"
        if head.dep_ == "prep" or head.pos_ == "ADP":
            return known.get(pair) or self._of_noun(head)
        if head.dep_ == "acomp" and pair in known:
            return known[pair]  # "is about to expel"
        if child.dep_ in ("acl", "ccomp", "relcl") and head.dep_ in (
            "dobj",
            "nsubjpass",
        ):
            both = f"{head.head.lemma_.lower()} {lemma}"
            if both in known:
                return known[both]  # "dropped plans to expel"
        if passive(head) and child.dep_ == "xcomp" and self.clause.says(head):
            return known.get("allege")  # "is said to have expelled him"
        return self._with_particle(child, head, forms, lemma)

    def _with_particle(
        self, child: "Token", head: "Token", forms: tuple[str, ...], lemma: str
    ) -> Individual | None:
        """As in "ruled out", "has yet to", "is about to"."""
        known = self.lexicon.words("EmbeddingCue")
        if child.dep_ == "prep" and (
            f"{lemma} {child.lower_}" in known or beside(child, head)
        ):
            return None  # "prevented from": said one step down
        if clausal_noun(child) and f"{lemma} {child.lemma_.lower()}" in known:
            return None  # "denied the claim that": said of the clause already
        near = ("prt", "advmod", "acomp")
        particles = [c.lower_ for c in head.children if c.dep_ in near and c != child]
        if infinitive(child):  # "has still to"
            particles += [c.lower_ for c in child.lefts if c.dep_ == "advmod"]
        # "set out demands" is not to set them for a day
        moved = any(c.dep_ == "prt" and c != child for c in head.children)
        bare = [] if moved else [lemma]
        for words in [*(f"{f} {p}" for f in forms for p in particles), *bare]:
            if words in known and reaches(known[words], child):
                return known[words]
        return None

    def _of_noun(self, preposition: "Token") -> Individual | None:
        """As in "the risk of an attack", "rumours of an arrest"."""
        noun = preposition.head
        if preposition.lower_ != "of" or noun.pos_ != "NOUN":
            return None
        return self.lexicon.words("EmbeddingCue").get(noun.lemma_.lower())

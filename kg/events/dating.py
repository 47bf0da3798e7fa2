"""Dates that an event has from another: what the article tells of the same, or beside.

An event without a time expression of its own may still be dated by the text: it is told
again ("the talks"), in the headline or in a clause that takes it for known ("after the
North withdrew"); its clause hangs on a dated one ("when they met in April", "a day
after the attack"); it happens in the course of a dated meeting. Each rule needs the
other event; nothing is dated by the article's day. The relations between the clauses
are those of TimeML (Pustejovsky et al. 2003): simultaneous, included, identity.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.arguments import Scene
from kg.events.draft import Draft
from kg.events.when import Calendar, Placed
from kg.model import Certainty, EventFact, Interval, Polarity, Tense
from kg.parse.headlines import headlined
from kg.stance import clause_verb
from kg.syntax import DEFINITE, sentences_before, verbal
from kg.times import EVENT, counted_from, narrower

if TYPE_CHECKING:
    from spacy.tokens import Token

_ROUNDS = 2
_SENTENCES_BACK = 3
_TWO = 2
_PAST = ("VBD", "VBN")


@dataclass(eq=False)
class Told:
    """A draft with the fact that became of it; its date changes in here alone."""

    draft: Draft
    fact: EventFact

    @property
    def token(self) -> "Token":
        """The head of its trigger."""
        return self.draft.token

    @property
    def when(self) -> Interval | None:
        """Its date so far."""
        return self.fact.when

    def date(self, when: Interval | None) -> None:
        """Take a date over, unless there is none."""
        if when is not None:
            self.fact = replace(self.fact, when=when)


def date_from_others(
    scene: Scene, calendar: Calendar, told: Sequence[Told]
) -> tuple[EventFact, ...]:
    """Give undated events the dates that other events of the article have.

    Args:
        scene: the article.
        calendar: places time expressions.
        told: every event with the date of its own clause, in the order of the text.

    Returns:
        The facts in the same order; an event stays undated where no rule is sure.
    """
    rules = _Rules(scene, calendar, told)
    for _ in range(_ROUNDS):
        for one in told:
            if one.when is None:
                one.date(rules.date_of(one))
    for one in told:
        one.date(rules.closer(one))
    return tuple(one.fact for one in told)


class _Rules:
    """The rules over the events of one article."""

    def __init__(self, scene: Scene, calendar: Calendar, told: Sequence[Told]) -> None:
        self._scene = scene
        self._calendar = calendar
        self._told = told
        self._met: set[Told] = set()  # what was said in the course of a meeting

    def date_of(self, one: Told) -> Interval | None:
        """The date of an event by the first rule that has one."""
        rules = (self._counted, self._beside, self._clause, self._again, self._meeting)
        return next((when for rule in rules if (when := rule(one))), None)

    def closer(self, one: Told) -> Interval | None:
        """Date "next week's talks" by the day that is told of them elsewhere."""
        if one.when is None:
            return None
        same = {o.when for o in self._same(one) if _sure(one, o)}
        finer = {w for w in same if w is not None and narrower(w, one.when)}
        return finer.pop() if len(finer) == 1 else None

    # ------------------------------------------------------- counted from another

    def _counted(self, one: Told) -> Interval | None:
        """Date "a week later they blew it up" from the event told before.

        The last that is dated, in this or the sentence before.
        """
        before = next(reversed(list(self._shortly_before(one))), None)
        if before is None or self._opening(clause_verb(one.token)):
            return None
        scene, tense = self._scene, one.fact.stance.tense
        return self._calendar.when(scene, one.token, tense, before=before.when)

    def _shortly_before(self, one: Told) -> Iterator[Told]:
        """Dated events of the sentence before, and of this one up to the event."""
        bound = sentences_before(one.token, 1)
        for other in self._told:
            if bound <= other.token.i < one.token.i and other.when:
                yield other

    def _beside(self, one: Told) -> Interval | None:
        """Date both ends of "returned three days after they had left"."""
        verb = clause_verb(one.token)
        if opening := self._opening(verb):
            return self._apart(opening, self._at(verb.head), forward=False)
        for clause in verb.children:
            if opening := self._opening(clause):
                return self._apart(opening, self._at(clause), forward=True)
        return None

    def _apart(
        self, opening: Placed, known: Interval | None, *, forward: bool
    ) -> Interval | None:
        """The other end of "three days after"."""
        if known is None:
            return None
        told = opening.span.cut(self._scene.parsed.article.text)
        return counted_from(told, self._calendar.words, known, forward=forward)

    def _at(self, verb: "Token") -> Interval | None:
        """When the clause of a verb is dated, as an event or by its own words."""
        events = (o.when for o in self._told if clause_verb(o.token) == verb)
        known = next((when for when in events if when is not None), None)
        return known or self._calendar.when(self._scene, verb, Tense.PAST)

    def _opening(self, clause: "Token") -> Placed | None:
        """The "three days after" that opens an adverbial clause."""
        subject = next((c for c in clause.lefts if _subject(c)), None)
        if clause.dep_ != "advcl" or subject is None:
            return None
        first = self._scene.parsed.starts[subject.left_edge.i]
        for one in self._calendar.placed(self._scene, clause, Tense.PAST):
            between = self._scene.parsed.article.text[one.span.end : first]
            if one.anchor == EVENT and not between.strip():
                return one
        return None

    # ------------------------------------------------------------ of its clause

    def _clause(self, one: Told) -> Interval | None:
        """Date what happens while, when or in order that something dated happens."""
        verb = clause_verb(one.token)
        joined = _joined(verb) and (not _own_subject(verb) or self._fronted(verb.head))
        linked = [verb.head] if _at_once(verb) or joined else []
        parts = [verb, *(c for c in verb.children if c.dep_ == "xcomp")]
        inner = [c for part in parts for c in part.children]
        linked += [c for c in inner if _at_once(c) and not _aimed(c)]
        if one.fact.stance.tense is Tense.FUTURE:
            return None
        scene, tense = self._scene, one.fact.stance.tense
        dates = (self._calendar.when(scene, v, tense) for v in linked if verbal(v))
        return next((when for when in dates if when is not None), None)

    def _fronted(self, verb: "Token") -> bool:
        """As in "On Tuesday he left and the border was closed": said of both."""
        placed = self._calendar.placed(self._scene, verb, Tense.PAST)
        return any(one.interval and one.head.i < verb.i for one in placed)

    # --------------------------------------------------------------- told again

    def _again(self, one: Told) -> Interval | None:
        """The date of the event that this is another telling of.

        All dated tellings of it must agree; for "the talks", the nearest before does.
        """
        same = [o for o in self._same(one) if o.when is not None and _sure(one, o)]
        if not same or self._renewed(one.token):
            return None
        before = [o for o in same if o.token.i < one.token.i]
        if _anaphoric(one.token, self._calendar) and before:
            return before[-1].when
        dates = {o.when for o in same}
        return dates.pop() if len(dates) == 1 else None

    def _renewed(self, token: "Token") -> bool:
        """As in "they also agreed to build it": one more of the kind."""
        return any(c.lower_ in self._calendar.renewed for c in token.children)

    def _same(self, one: Told) -> Iterator[Told]:
        """Other events of its category and participants that are as real as it."""
        for other in self._told:
            if other is not one and self._alike(one, other):
                yield other

    def _alike(self, one: Told, other: Told) -> bool:
        if one.fact.category != other.fact.category or not _as_real(one, other):
            return False
        mine, theirs = self._sides(one), self._sides(other)
        acting = self._things(one.draft.actors) & self._things(other.draft.actors)
        return bool(acting) and (mine <= theirs or theirs <= mine)

    def _sides(self, one: Told) -> set[int]:
        return self._things((*one.draft.actors, *one.draft.recipients))

    def _things(self, tokens: Sequence[int]) -> set[int]:
        return {self._scene.linked.at[t] for t in tokens}

    # ---------------------------------------------------------- within a meeting

    def _meeting(self, one: Told) -> Interval | None:
        """Date what was said "in his meetings", and what two told each other there.

        In sentences that follow a dated meeting, of nobody but the two who met, in the
        simple past and with no time of their own.
        """
        verb, sides = clause_verb(one.token), self._sides(one)
        done = verbal(one.token) and one.fact.stance.tense is Tense.PAST
        for other in reversed(self._told):
            if other is one or other.when is None:
                continue
            if self._occasion(one, other, verb, done=done):
                return other.when
            goes_on = done and self._goes_on(one, other)
            if goes_on and sides <= self._sides(other):
                self._met.add(one)
                return other.when
        return None

    def _occasion(self, one: Told, event: Told, verb: "Token", *, done: bool) -> bool:
        """As in "in his meetings", "at the summit", beside the verb of a clause."""
        during = self._calendar.during | {"in"}
        for phrase in (c for c in verb.children if c.lower_ in during):
            for noun in (c for c in phrase.children if c.dep_ == "pobj"):
                told = event.token.i < noun.i and _kin(noun, event.token)
                same = noun == event.token or (told and _presupposed(noun))
                if same and (done or one.token == noun):
                    return True
        return False

    def _goes_on(self, one: Told, other: Told) -> bool:
        """Whether a clause goes on telling of a meeting."""
        verb = clause_verb(one.token)
        past = verb.tag_ == "VBD" and verb.dep_ == "ROOT"
        met = other in self._met or self._scene.trait(other.fact.category, "meeting")
        new = one.token.lemma_ != other.token.lemma_
        bound = sentences_before(one.token, _SENTENCES_BACK)
        near = bound <= other.token.i < one.token.sent.start
        if not (past and new and met and near and len(self._sides(one)) == _TWO):
            return False
        start, end = other.token.sent.end, one.token.sent.end
        roots = [t for t in one.token.doc[start:end] if t.head == t]
        placed = self._calendar.placed
        return not any(list(placed(self._scene, t, Tense.PAST)) for t in roots)


def _sure(one: Told, other: Told) -> bool:
    """Whether the wording shows that an event is known from elsewhere."""
    verb = verbal(one.token) and one.token.lemma_ == other.token.lemma_
    return verb or _presupposed(one.token) or headlined(one.token)


def _as_real(one: Told, other: Told) -> bool:
    """Both happened, or both are to come; a denial dates nothing else."""
    stances = one.fact.stance, other.fact.stance
    ahead = {s.tense is Tense.FUTURE for s in stances}
    certain = all(s.certainty is not Certainty.POSSIBLE for s in stances)
    return (
        len(ahead) == 1
        and certain
        and all(s.polarity is Polarity.POSITIVE for s in stances)
    )


def _presupposed(token: "Token") -> bool:
    """As in "the talks", "after the North withdrew": known before the sentence."""
    if verbal(token):
        temporal = any(c.dep_ == "mark" for c in token.children)
        return token.dep_ == "advcl" and temporal
    return any(c.lower_ in DEFINITE or c.dep_ == "poss" for c in token.children)


def _anaphoric(token: "Token", calendar: Calendar) -> bool:
    """As in "the talks"; not "the first talks since", which are new."""
    if verbal(token) or not _presupposed(token):
        return False
    return not any(c.lower_ in calendar.counting for c in token.children)


def _at_once(verb: "Token") -> bool:
    """An adverbial clause of the same time: "when they met", "to congratulate him"."""
    if verb.dep_ != "advcl":
        return False
    marks = {c.lower_ for c in verb.children if c.dep_ in ("mark", "advmod")}
    return bool(marks & {"when", "while", "as"}) or _aimed(verb)


def _aimed(verb: "Token") -> bool:
    """An infinitive or participle beside its verb: "spoke to him to thank him"."""
    if verb.dep_ != "advcl" or any(c.dep_ == "mark" for c in verb.children):
        return False
    return verb.tag_ in ("VB", "VBG") and not _own_subject(verb)


def _own_subject(verb: "Token") -> bool:
    return any(_subject(c) for c in verb.children)


def _joined(verb: "Token") -> bool:
    """As in "On Tuesday he appealed to Seoul, but his host suggested to end it"."""
    past = verb.tag_ in _PAST and not any(c.dep_ == "aux" for c in verb.children)
    return verb.dep_ == "conj" and verbal(verb.head) and past


def _kin(noun: "Token", other: "Token") -> bool:
    """Whether a noun tells what a word before it told: "the meeting" of "they met"."""
    return noun.lemma_ in (other.lemma_, f"{other.lemma_}ing")


def _subject(token: "Token") -> bool:
    return token.dep_ in ("nsubj", "nsubjpass", "expl")

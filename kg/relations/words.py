"""Facts that the tree shows around an anchor word.

Titles after a name, kinship, class nouns, verbs and names themselves: the slots around
the anchor hold subject and object. What is stated ("is not the president") has a stance
and may have a speaker; what a title or an apposition presupposes has not.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from kg.arguments import Scene
from kg.mentions import noun_lemma
from kg.model import Interval, Polarity, RelationFact, Stance, Tense
from kg.needs import needs_met
from kg.relations.around import around
from kg.relations.known import (
    CONFIDENCE,
    DEFAULT,
    KNOWN,
    PRESUPPOSED,
    allowed,
    is_person,
    known_country,
    led_bodies,
    served_country,
    told_by,
)
from kg.relations.patterns import Pattern, RelationPatterns
from kg.schema import Individual
from kg.stance import view_of
from kg.syntax import Slots, holders, lemma_forms, verbal
from kg.voices import attribute

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.events.when import Calendar

_COPULA = ("be", "become", "remain")
_TERMS = ("Title", "KinshipNoun")


class Words:
    """Matches the patterns around every word of one article."""

    def __init__(
        self, scene: Scene, patterns: RelationPatterns, calendar: "Calendar"
    ) -> None:
        """Take an article, the patterns to match in it and what places its dates."""
        self.scene = scene
        self.patterns = patterns
        self.calendar = calendar

    def facts(self) -> Iterator[RelationFact]:
        """Facts of anchors that the tree shows."""
        for token in self.scene.parsed.doc:
            anchors = list(self._anchors(token))
            if anchors:
                slots = around(self.scene, token)
                for pattern, term in anchors:
                    yield from self._apply(token, pattern, term, slots)
                titles = {t.id: t for _, t in anchors if t and t.kind == "Title"}
                for term in titles.values():
                    yield from self._apposed(token, term, slots)

    def _anchors(self, token: "Token") -> Iterator[tuple[Pattern, Individual | None]]:
        """Patterns that an anchor word calls up, with its term in the lexicon."""
        lexicon = self.scene.lexicon
        if token.i in self.scene.parsed.names:
            yield from ((p, None) for p in self.patterns.by_anchor.get("Name", ()))
            yield from self._by_class(token)
            return
        lemma = noun_lemma(token, lexicon) or token.lemma_.lower()
        terms = self._terms(token)
        lemmas = sorted({lemma, token.lemma_.lower(), *self._longer(token)})
        for pattern in (p for w in lemmas for p in self.patterns.by_lemma.get(w, ())):
            if pattern.pos in (None, "VERB" if _clausal(token) else "NOUN"):
                yield pattern, None if _clausal(token) else terms.get("Title")
        for kind in _TERMS:
            term = terms.get(kind)
            if term is None or verbal(token):
                continue
            if kind == "KinshipNoun" or not self._told_otherwise(token):
                yield from ((p, term) for p in self.patterns.by_anchor.get(kind, ()))
        if not verbal(token):
            yield from self._by_class(token)

    def _longer(self, token: "Token") -> list[str]:
        """A verb with its particle ("set up"), a noun and that before ("home town")."""
        lemma = token.lemma_.lower()
        if lemma not in self.patterns.parts:
            return []
        particles = [f"{lemma} {c.lower_}" for c in token.children if c.dep_ == "prt"]
        return (
            [*particles, f"{token.nbor(-1).lower_} {lemma}"] if token.i else particles
        )

    def _terms(self, token: "Token") -> dict[str, Individual]:
        """The title and the word for kin that end at a token, by their kind."""
        lexicon, lemma = self.scene.lexicon, token.lemma_
        kinds = [k for k in _TERMS if lemma.lower() in lexicon.last_words(k)]
        if not kinds:
            return {}
        before = [t.lower_ for t in token.doc[max(0, token.i - 3) : token.i]]
        return {
            kind: found[0]
            for kind in kinds
            if (found := lexicon.longest(kind, [*before, lemma]))
        }

    def _told_otherwise(self, token: "Token") -> bool:
        """Whether a title stands before its holder, or is part of a longer one."""
        return self.scene.in_office(token.i) or self._in_title(token)

    def _in_title(self, token: "Token") -> bool:
        """As in "the deputy spokesman": a title that is part of a longer one."""
        part = token.dep_ in ("compound", "amod") and token.head.i == token.i + 1
        return part and self.scene.lexicon.has("Title", token.head.lemma_.lower())

    def _by_class(self, token: "Token") -> Iterator[tuple[Pattern, None]]:
        """Patterns for a class of nouns ("summit", "alliance") or a described thing."""
        cls = self.scene.cls(token.i)
        if cls is None:
            lemma = noun_lemma(token, self.scene.lexicon)
            cls = self.scene.lexicon.nouns.get(lemma or "")
        pos = "NAME" if token.i in self.scene.parsed.names else "NOUN"
        for pattern in self.patterns.by_anchor.get(cls or "", ()):
            if pattern.pos in (None, pos):
                yield pattern, None

    def _apply(
        self,
        token: "Token",
        pattern: Pattern,
        term: Individual | None,
        slots: Slots,
    ) -> Iterator[RelationFact]:
        if not pattern.possible(slots):
            return
        met = partial(needs_met, self.scene)
        barred = any(met({slot: row}, slots) for slot, row in pattern.bars.items())
        if barred or not met(pattern.needs, slots):
            return
        subjects = self._fill(pattern.subject, slots)
        targets = self._fill(pattern.object, slots)
        told = (
            self.fact(token, pattern, term, subject, target)
            for subject in subjects
            for target in targets
        )
        facts = [fact for fact in told if fact is not None]
        # "the Greek Thessaloniki summit": a place of it is no second participant
        if len(facts) > 1 or not pattern.several:
            yield from facts

    def _fill(self, names: Sequence[str], slots: Slots) -> list[int]:
        tokens = [self._named(t) for n in names for t in slots.get(n, ())]
        # "is an analyst who works for Reuters": of whom the noun is said
        said = [
            h for t in tokens if t.i not in self.scene.linked.at for h in holders(t)
        ]
        return self.scene.participants([*tokens, *said], strict=True)

    def _named(self, token: "Token") -> "Token":
        """As in "of the Metall union": what a noun of a kind follows is the name."""
        if not token.i or token.i in self.scene.linked.at:
            return token
        before = token.nbor(-1)
        if before.i not in self.scene.parsed.names or before.dep_ == "poss":
            return token
        kind = self.scene.lexicon.nouns.get(token.lemma_.lower())
        alike = before.head == token and kind == self.scene.cls(before.i)
        return before if kind and alike else token

    def fact(
        self,
        token: "Token",
        pattern: Pattern,
        term: Individual | None,
        subject: int,
        target: int,
    ) -> RelationFact | None:
        """The fact that a pattern states of two mentions; None if it may not be."""
        relation = pattern.relation or self._by_term(term, token, target)
        if (
            relation is None
            or self.scene.linked.at[subject] == self.scene.linked.at[target]
        ):
            return None
        if term is not None and term.one("inverse"):
            subject, target = target, subject
        if not allowed(self.scene, relation, subject, target):
            return None
        placed = relation == DEFAULT and "demonym" not in pattern.object
        if placed and term is None and self._bare(subject):
            return None
        aside = pattern.aside and not self._copular(token)
        view = None if aside else view_of(token, self.scene.lexicon)
        stance = PRESUPPOSED if view is None else view.stance
        said = attribute(self.scene, token, view.voices) if view else None
        title = (
            self._title(token) if term is not None and term.kind == "Title" else None
        )
        when = self._when(token, pattern, stance, titled=title is not None)
        # a retired athlete is of her country still
        held = title is not None and relation != DEFAULT
        former = (
            pattern.former
            or (relation != DEFAULT and self._former(token, stance, titled=held))
            or (held and self._over(when))
        )
        return RelationFact(
            relation,
            self.scene.span(subject),
            self.scene.span(target),
            self.scene.parsed.sentence(token),
            pattern.id,
            stance,
            title,
            former,
            said.speaker if said else None,
            when,
            confidence=CONFIDENCE["aside" if aside else "stated"],
            relayed_by=said.relayed_by if said else (),
            unnamed=said is not None and said.unnamed,
        )

    def _bare(self, subject: int) -> bool:
        """As in "Japan's Toyota": nothing but its place tells a person of it."""
        cluster = self.scene.linked.cluster(subject)
        if cluster is None or cluster.entry or len(cluster.name.split()) > 1:
            return False
        names = self.scene.parsed.names
        return all(i in names for i in cluster.members)

    def _copular(self, token: "Token") -> bool:
        """As in "is (not) the president of": stated, so negation and speaker count.

        Also in "Is Ana the president?", where trees see an apposition.
        """
        verb = token.head.head
        if token.dep_ == "appos" and token.head.dep_ == "nsubj":
            return verb.i < token.head.i and verb.lemma_ in _COPULA
        return token.dep_ in ("attr", "acomp") and token.head.lemma_ in _COPULA

    def _by_term(
        self, term: Individual | None, token: "Token", target: int
    ) -> str | None:
        """The relation that a title or kinship noun states over a class of things."""
        if term is None:
            return None
        if term.kind != "Title":
            return term.one("evokes")
        if self._lowered(token):
            return "worksFor"
        topic = self._title(token).rpartition(" ")[0]
        return told_by(self.scene, term, target, topic)

    def _lowered(self, token: "Token") -> bool:
        return any(
            self.scene.lexicon.has("LoweringMark", c.lower_) for c in token.lefts
        )

    def _former(self, token: "Token", stance: Stance, *, titled: bool) -> bool:
        edge = token.left_edge.i
        before = [token.doc[edge - 1]] if edge > 1 else []
        # ", once prime minister of Peru,"
        aside = [t for t in before if t.nbor(-1).text == ","]
        marked = any(
            self.scene.lexicon.has("FormerMark", t.lower_)
            for t in (*token.lefts, *aside)
        )
        ended = token.dep_ == "pobj" and self._ends(token.head.head)
        was = self._copular(token) and token.head.lemma_ == "be"
        past = was and stance.tense is Tense.PAST
        over = ended or (past and stance.polarity is Polarity.POSITIVE)
        return (marked and not _clausal(token)) or (titled and over)

    def _ends(self, verb: "Token") -> bool:
        """As in "stepped down as president"; she "serves as president" still."""
        over = verb.tag_ in ("VBD", "VBN") or verb.dep_ == "pcomp"
        return over and self.scene.lexicon.has("EndingVerb", *lemma_forms(verb))

    def _when(
        self, token: "Token", pattern: Pattern, stance: Stance, *, titled: bool
    ) -> Interval | None:
        """The days that the clause gives what begins, happens or lasts.

        An office is dated by what bounds it ("since 2012", "from 2003 to 2007"), not by
        a day on which its holder does something.
        """
        if pattern.dated is None and not titled:
            return None
        when = self.calendar.when(self.scene, token, stance.tense)
        if when is None or pattern.dated == "happening":
            return when
        if pattern.dated == "start":
            return Interval(when.begin, None) if when.begin else None
        if pattern.dated == "end":
            return Interval(None, when.end) if when.end else None
        bounded = None in (when.begin, when.end)
        return when if bounded or _years(when) else None

    def _over(self, when: Interval | None) -> bool:
        """Whether an interval ended before the article."""
        published = self.scene.parsed.article.published
        return bool(published and when and when.end and when.end < published)

    def _title(self, token: "Token") -> str:
        """The office in the text's words: modifiers and title, without the country."""
        names = self.scene.parsed.names
        first = token
        for child in reversed(list(token.lefts)):
            former = self.scene.lexicon.has("FormerMark", child.lower_)
            joined = child.dep_ in ("compound", "amod", "nmod")
            if former or not joined or child.i in names:
                break
            first = child
        if first.i > 1 and first.nbor(-1).text == "-":
            low = self.scene.lexicon.has("LoweringMark", first.nbor(-2).lower_)
            first = first.nbor(-2) if low else first  # "vice-president"
        span = self.scene.parsed.span(first, token)
        return span.cut(self.scene.parsed.article.text)

    def _apposed(
        self, token: "Token", term: Individual, slots: Slots
    ) -> Iterator[RelationFact]:
        """Of the country that a holder, or whom he serves, is known for; its ministry.

        "Johnson, the Foreign Secretary", "Kim, Moon's spokesman", "an aide to Moon".
        """
        told = self._fill(("possessor", "modifier", "of", "at"), slots)
        told = [t for t in told if t != token.i]
        said = [t for t in told if not is_person(self.scene, t)]
        served = self._fill(("possessor", "to"), slots)
        persons = [p for p in served if is_person(self.scene, p)]
        countries = [s for s in said if self.scene.cls(s) == "Country"]
        for holder in self._fill(("holder",), slots):
            if token.doc[holder].pos_ == "NOUN":
                continue  # "a letter from her brother, Moon's spokesman, Kim, told"
            known: list[int] = []
            if persons and not said and not term.one("ofAnother"):
                known = [c for p in persons for c in known_country(self.scene, p)]
            elif not (told or self._fill(("for",), slots) or self._of_body(slots)):
                known = served_country(self.scene, term, holder)
            yield from self._known(token, term, holder, known)
            own = None if self._lowered(token) else term
            topic = self._title(token).lower().split()
            bodies = led_bodies(self.scene, own, topic[:-1], known or countries)
            yield from self._known(token, term, holder, bodies)

    def _of_body(self, slots: Slots) -> bool:
        """As in "Ana Silva, department spokeswoman": she speaks for no state."""
        nouns = self.scene.lexicon.nouns
        before = (nouns.get(t.lemma_.lower()) for t in slots.get("modifier", ()))
        return "Organization" in before

    def _known(
        self, token: "Token", term: Individual, holder: int, targets: Sequence[int]
    ) -> Iterator[RelationFact]:
        pattern = Pattern(KNOWN, None, (), (), {}, None, aside=True, bars={})
        for target in targets:
            fact = self.fact(token, pattern, term, holder, target)
            if fact is not None and fact.relation != DEFAULT:
                yield replace(fact, confidence=CONFIDENCE["known"])


def _clausal(token: "Token") -> bool:
    """A verb, a participle before a noun ("Vienna-based"), or "is married to"."""
    participle = token.tag_ == "VBN" and token.dep_ == "amod"
    return verbal(token) or participle or token.dep_ == "acomp"


def _years(when: Interval) -> bool:
    """Whether an interval runs from one year or month to another."""
    begin, end = when.begin or "", when.end or ""
    return begin != end and max(len(begin), len(end)) <= len("2019-03")

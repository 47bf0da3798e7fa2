"""Facts that the tree shows around an anchor word.

Titles after a name, kinship, class nouns, verbs and names themselves: the slots around
the anchor hold subject and object. What is stated ("is not the president") has a stance
and may have a speaker; what a title or an apposition presupposes has not.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.arguments import Scene
from kg.mentions import noun_lemma
from kg.model import Polarity, RelationFact, Stance, Tense
from kg.relations.known import (
    CONFIDENCE,
    DEFAULT,
    KNOWN,
    PRESUPPOSED,
    allowed,
    is_person,
    known_country,
)
from kg.relations.patterns import Pattern, RelationPatterns
from kg.schema import Individual
from kg.stance import view_of
from kg.syntax import Slots, lemma_forms, verbal

if TYPE_CHECKING:
    from spacy.tokens import Token

_COPULA = ("be", "become", "remain")


class Words:
    """Matches the patterns around every word of one article."""

    def __init__(self, scene: Scene, patterns: RelationPatterns) -> None:
        """Take an article and the patterns to match in it."""
        self.scene = scene
        self.patterns = patterns
        self.schema = patterns.schema

    def facts(self) -> Iterator[RelationFact]:
        """Facts of anchors that the tree shows."""
        for token in self.scene.parsed.doc:
            anchors = list(self._anchors(token))
            if anchors:
                around = {**self.scene.slots(token), "self": [token]}
                for pattern, term in anchors:
                    yield from self._apply(token, pattern, term, around)
                titles = {t.id: t for _, t in anchors if t and t.kind == "Title"}
                for term in titles.values():
                    yield from self._apposed(token, term, around)

    def _anchors(self, token: "Token") -> Iterator[tuple[Pattern, Individual | None]]:
        """Patterns that an anchor word calls up, with its term in the lexicon."""
        lexicon = self.scene.lexicon
        if token.i in self.scene.parsed.names:
            yield from ((p, None) for p in self.patterns.by_anchor.get("Name", ()))
            yield from self._by_class(token)
            return
        lemma = noun_lemma(token, lexicon) or token.lemma_.lower()
        before = [t.lower_ for t in token.doc[max(0, token.i - 3) : token.i]]
        terms = {
            kind: found[0]
            for kind in ("Title", "KinshipNoun")
            if (found := lexicon.longest(kind, [*before, token.lemma_]))
        }
        lemmas = sorted({lemma, token.lemma_.lower()})
        for pattern in (p for w in lemmas for p in self.patterns.by_lemma.get(w, ())):
            if pattern.pos in (None, "VERB" if verbal(token) else "NOUN"):
                yield pattern, terms.get("Title")
        for kind in ("Title", "KinshipNoun"):
            term = terms.get(kind)
            before_name = kind == "Title" and self.scene.in_office(token.i)
            if term is not None and not verbal(token) and not before_name:
                yield from ((p, term) for p in self.patterns.by_anchor.get(kind, ()))
        if not verbal(token):
            yield from self._by_class(token)

    def _by_class(self, token: "Token") -> Iterator[tuple[Pattern, None]]:
        """Patterns for a class of nouns ("summit", "alliance") or a described thing."""
        cls = self.scene.cls(token.i)
        if cls is None:
            lemma = noun_lemma(token, self.scene.lexicon)
            cls = self.scene.lexicon.nouns.get(lemma or "")
        if cls is not None:
            yield from ((p, None) for p in self.patterns.by_anchor.get(cls, ()))

    def _apply(
        self,
        token: "Token",
        pattern: Pattern,
        term: Individual | None,
        around: Slots,
    ) -> Iterator[RelationFact]:
        barred = pattern.bars and self.scene.needs_met(pattern.bars, around)
        if barred or not self.scene.needs_met(pattern.needs, around):
            return
        subjects = self._fill(pattern.subject, around)
        targets = self._fill(pattern.object, around)
        for subject in subjects:
            for target in targets:
                fact = self.fact(token, pattern, term, subject, target)
                if fact is not None:
                    yield fact

    def _fill(self, names: Sequence[str], around: Slots) -> list[int]:
        tokens = (t for n in names for t in around.get(n, ()))
        return self.scene.participants(tokens, strict=True)

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
        aside = pattern.aside and not self._copular(token)
        view = None if aside else view_of(token, self.scene.lexicon)
        stance = PRESUPPOSED if view is None else view.stance
        speakers = self.scene.speakers(token, view.speakers) if view else []
        title = (
            self._title(token) if term is not None and term.kind == "Title" else None
        )
        former = self._former(token, stance, titled=title is not None)
        return RelationFact(
            relation,
            self.scene.span(subject),
            self.scene.span(target),
            self.scene.parsed.sentence(token),
            pattern.id,
            stance,
            title,
            former,
            self.scene.span(speakers[0]) if speakers else None,
            confidence=CONFIDENCE["aside" if aside else "stated"],
        )

    def _copular(self, token: "Token") -> bool:
        """As in "is (not) the president of": stated, so negation and speaker count."""
        return token.dep_ == "attr" and token.head.lemma_ in _COPULA

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
        over = "Country" if self.scene.cls(target) == "Country" else "Organization"
        return term.one(f"over{over}")

    def _lowered(self, token: "Token") -> bool:
        return any(
            self.scene.lexicon.has("LoweringMark", c.lower_) for c in token.lefts
        )

    def _former(self, token: "Token", stance: Stance, *, titled: bool) -> bool:
        marked = any(
            self.scene.lexicon.has("FormerMark", c.lower_) for c in token.lefts
        )
        ended = token.dep_ == "pobj" and self.scene.lexicon.has(
            "EndingVerb", *lemma_forms(token.head.head)
        )
        was = self._copular(token) and token.head.lemma_ == "be"
        past = was and stance.tense is Tense.PAST
        return titled and (
            marked or ended or (past and stance.polarity is Polarity.POSITIVE)
        )

    def _title(self, token: "Token") -> str:
        """The office in the text's words: modifiers and title, without the country."""
        names = self.scene.parsed.names
        first = token
        for child in reversed(list(token.lefts)):
            if child.i in names or child.dep_ not in ("compound", "amod", "nmod"):
                break
            first = child
        span = self.scene.parsed.span(first, token)
        return span.cut(self.scene.parsed.article.text)

    def _apposed(
        self, token: "Token", term: Individual, around: Slots
    ) -> Iterator[RelationFact]:
        """As in "Johnson, the Foreign Secretary": of the country he is known for."""
        said = self._fill(("possessor", "modifier", "of", "at", "for"), around)
        holders = self.scene.participants(around.get("holder", ()))
        owners = self.scene.participants(around.get("possessor", ()))
        persons = [p for p in owners if is_person(self.scene, p)]
        for holder in () if said else holders:
            targets = [c for p in persons for c in known_country(self.scene, p)]
            for target in targets or known_country(self.scene, holder):
                pattern = Pattern(KNOWN, None, (), (), {}, None, aside=True, bars={})
                fact = self.fact(token, pattern, term, holder, target)
                if fact is not None and fact.relation != DEFAULT:
                    yield replace(fact, confidence=CONFIDENCE["known"])

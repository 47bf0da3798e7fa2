"""Sentences to binary facts: patterns of an anchor word and the slots around it.

The patterns are data (ontology/patterns/relations.ttl). This module finds their
anchors (titles, kinship nouns, class nouns, verbs, names), fills the slots, prunes by
domain and range, and says whether the fact is stated (then negation, modality and
speaker count) or presupposed, as a title or an apposition is.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from kg.arguments import Scene
from kg.coref.names import words_of
from kg.mentions import noun_lemma
from kg.model import Polarity, RelationFact, Span, Stance, Tense
from kg.offices import Office
from kg.schema import Individual, Schema
from kg.stance import view_of
from kg.syntax import Slots, verbal

if TYPE_CHECKING:
    from spacy.tokens import Token

_PRESUPPOSED = Stance(tense=Tense.PRESENT)
_DEFAULT = "nationality"  # what a post tells of a country when it serves nobody
_KNOWN = "office-of-known-country"
_COPULA = ("be", "become", "remain")
_CONFIDENCE = {"stated": 0.85, "aside": 0.9, "office": 0.95, "known": 0.7}


@dataclass(frozen=True, slots=True)
class Pattern:
    """A relation pattern, ready to be matched."""

    id: str
    relation: str | None
    subject: tuple[str, ...]
    object: tuple[str, ...]
    needs: dict[str, tuple[str, ...]]
    pos: str | None
    aside: bool


@dataclass(frozen=True)
class RelationPatterns:
    """All relation patterns of a schema, by lemma and by kind of anchor."""

    schema: Schema

    @cached_property
    def by_lemma(self) -> Mapping[str, list[Pattern]]:
        """Patterns that wait for one word."""
        return self._index("lemma")

    @cached_property
    def by_anchor(self) -> Mapping[str, list[Pattern]]:
        """Patterns that wait for a kind of word or a class of things."""
        return self._index("anchor")

    def _index(self, name: str) -> Mapping[str, list[Pattern]]:
        found: dict[str, list[Pattern]] = {}
        for term in self.schema.of("RelationPattern"):
            for key in term.all(name):
                found.setdefault(key, []).append(_compiled(term))
        return found


def _compiled(term: Individual) -> Pattern:
    roles = term.prefixed("slot:")
    return Pattern(
        term.id,
        term.one("evokes"),
        tuple(sorted(s for s, r in roles.items() if "subject" in r)),
        tuple(sorted(s for s, r in roles.items() if "object" in r)),
        term.prefixed("need:"),
        term.one("pos"),
        term.one("told") == "aside",
    )


def find_relations(
    scene: Scene, patterns: RelationPatterns
) -> tuple[RelationFact, ...]:
    """Every binary fact of one article, in the order of the text, each told once."""
    finder = _Finder(scene, patterns)
    facts = [*finder.from_words(), *finder.from_offices(), *finder.from_bodies()]
    unique = {_key(f): f for f in sorted(facts, key=lambda f: f.confidence)}
    return tuple(sorted(unique.values(), key=_order))


def _key(fact: RelationFact) -> tuple[object, ...]:
    return (
        fact.relation,
        fact.subject,
        fact.object,
        fact.sentence,
        fact.title,
        fact.rule,
    )


def _order(fact: RelationFact) -> tuple[Span, Span, Span, str, str, str]:
    spans = fact.sentence, fact.subject, fact.object
    return *spans, fact.relation, fact.title or "", fact.rule


class _Finder:
    def __init__(self, scene: Scene, patterns: RelationPatterns) -> None:
        self.scene = scene
        self.patterns = patterns
        self.schema = patterns.schema

    # ------------------------------------------------------ words in the tree

    def from_words(self) -> Iterator[RelationFact]:
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
        if not self.scene.needs_met(pattern.needs, around):
            return
        subjects = self._fill(pattern.subject, around)
        targets = self._fill(pattern.object, around)
        for subject in subjects:
            for target in targets:
                fact = self._fact(token, pattern, term, subject, target)
                if fact is not None:
                    yield fact

    def _fill(self, names: Sequence[str], around: Slots) -> list[int]:
        tokens = (t for n in names for t in around.get(n, ()))
        return self.scene.participants(tokens, strict=True)

    def _fact(
        self,
        token: "Token",
        pattern: Pattern,
        term: Individual | None,
        subject: int,
        target: int,
    ) -> RelationFact | None:
        relation = pattern.relation or self._by_term(term, token, target)
        if (
            relation is None
            or self.scene.linked.at[subject] == self.scene.linked.at[target]
        ):
            return None
        if term is not None and term.one("inverse"):
            subject, target = target, subject
        if not self._allowed(relation, subject, target):
            return None
        aside = pattern.aside and not self._copular(token)
        view = None if aside else view_of(token, self.scene.lexicon)
        stance = _PRESUPPOSED if view is None else view.stance
        speakers = self.scene.participants(view.speakers) if view else []
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
            confidence=_CONFIDENCE["aside" if aside else "stated"],
        )

    def _allowed(self, relation: str, subject: int, target: int) -> bool:
        left, right = self.scene.cls(subject), self.scene.cls(target)
        return bool(left and right) and self.schema.allows(
            relation, left or "", right or ""
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
        was = self._copular(token) and token.head.lemma_ == "be"
        past = was and stance.tense is Tense.PAST
        return titled and (marked or (past and stance.polarity is Polarity.POSITIVE))

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
        persons = [p for p in owners if self._person(p)]
        for holder in () if said else holders:
            targets = [c for p in persons for c in self._known_country(p)]
            for target in targets or self._known_country(holder):
                pattern = Pattern(_KNOWN, None, (), (), {}, None, aside=True)
                fact = self._fact(token, pattern, term, holder, target)
                if fact is not None and fact.relation != _DEFAULT:
                    yield replace(fact, confidence=_CONFIDENCE["known"])

    # ------------------------------------------------- titles before a name

    def from_offices(self) -> Iterator[RelationFact]:
        """Facts of titles that stand before a name."""
        for office in self.scene.offices:
            for holder in office.holders:
                if holder in self.scene.linked.at:
                    yield from self._of_office(office, holder)

    def _of_office(self, office: Office, holder: int) -> Iterator[RelationFact]:
        rule, owners = self._office_owners(office, holder)
        score = _CONFIDENCE["known" if rule == _KNOWN else "office"]
        bodies = list(self._body(office)) if owners else []
        for target in (*owners, *bodies):
            relation = self._office_relation(office, target)
            if relation == _DEFAULT and rule == _KNOWN:
                continue  # "Chairman Kim" does not say where he is from
            if relation and self._allowed(relation, holder, target):
                yield RelationFact(
                    relation,
                    self.scene.span(holder),
                    self.scene.span(target),
                    self.scene.parsed.sentence(self.scene.parsed.doc[holder]),
                    rule,
                    _PRESUPPOSED,
                    office.words,
                    office.former,
                    confidence=score,
                )

    def _office_owners(self, office: Office, holder: int) -> tuple[str, list[int]]:
        """What the office is of, and by which pattern: the body before the country."""
        name = self.scene.slots(self.scene.parsed.doc[holder])
        after = [t for t in name.get("of", ()) if self.scene.cls(t.i) == "Country"]
        beside = office.owners.get("possessor", ())
        told = {
            "office-of": office.owners.get("of", ()),
            "office-at": office.owners.get("at", ()),
            "office-possessor": office.owners.get("possessor", ()),
            "office-modifier": office.owners.get("modifier", ()),
            "office-holder-of": after,
        }
        for rule, tokens in told.items():
            owners = self.scene.participants(tokens, strict=True)
            if owners:
                return rule, owners
        owners = [p for p in self.scene.participants(beside) if self._person(p)]
        of_person = [c for p in owners for c in self._known_country(p)]
        return _KNOWN, of_person or self._known_country(holder)

    def _person(self, token: int) -> bool:
        """Whether somebody's envoy serves the country of that somebody."""
        return self.scene.cls(token) == "Person"

    def _office_relation(self, office: Office, target: int) -> str | None:
        over = "Country" if self.scene.cls(target) == "Country" else "Organization"
        relation = office.term.one(f"over{over}")
        return "worksFor" if office.lowered and relation == "leads" else relation

    def _known_country(self, holder: int) -> list[int]:
        """The country of "President Donald Trump", by the article or the gazetteer.

        Only a country that the article names, so that nothing is added to it.
        """
        cluster = self.scene.linked.cluster(holder)
        if cluster is None:
            return []
        entry = self.scene.lexicon.entries.get(cluster.entry or "")
        home = entry.one("country") if entry is not None else None
        known = {home} if home else cluster.countries
        if len(known) != 1:
            return []
        return [
            c.before(holder) or c.first
            for c in self.scene.linked.clusters
            if c.entry in known
        ]

    def _body(self, office: Office) -> Iterator[int]:
        """The ministry that a minister leads, when the article names it."""
        *before, head = office.term.need("lemma").split()
        known = self.scene.lexicon.words("OfficeBody").get(head)
        topic = {w for w in (*before, *office.topic.split()) if w.isalpha()}
        if known is None or not topic or office.lowered:
            return
        for cluster in self.scene.linked.clusters:
            words = set(words_of(cluster.name))
            named = cluster.cls == "Organization" and topic <= words
            if named and words & set(known.all("body")):
                yield cluster.first

    # ------------------------------------------------- bodies of known states

    def from_bodies(self) -> Iterator[RelationFact]:
        """As in "the Unification Ministry in Seoul": part of the state it is known for.

        Only a body of a state by its own words, beside a mention of that state.
        """
        patterns = self.patterns.by_anchor.get("KnownBody", ())
        for token in self.scene.parsed.doc:
            cluster = self.scene.linked.cluster(token.i)
            if token.i not in self.scene.parsed.names or cluster is None:
                continue
            entry = self.scene.lexicon.entries.get(cluster.entry or "")
            country = entry.one("country") if entry is not None else None
            for pattern in patterns if country else ():
                if self.scene.needs_met(pattern.needs, {"self": [token]}):
                    yield from self._of_body(token, pattern, country or "")

    def _of_body(
        self, token: "Token", pattern: Pattern, country: str
    ) -> Iterator[RelationFact]:
        for other in token.sent:
            homes = self.scene.home(other.i) if other.i in self.scene.linked.at else []
            for home in homes:
                cluster = self.scene.linked.cluster(home)
                if cluster is not None and cluster.entry == country:
                    fact = self._fact(token, pattern, None, token.i, home)
                    if fact is not None:
                        yield replace(fact, confidence=_CONFIDENCE["known"])
                        return

"""Common nouns to the named things they stand for, and to bodies that have no name."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.coref.cluster import Cluster
from kg.coref.names import words_of
from kg.lexicon import Lexicon
from kg.mentions import Candidate
from kg.model import Kind
from kg.offices import Office
from kg.parse import Parsed
from kg.syntax import holders, slots

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_DESCRIBED = ("Agreement", "NamedEvent", "Organization")
_COUNTRY = "Country"


def link_nominals(
    parsed: Parsed,
    candidates: Sequence[Candidate],
    clusters: list[Cluster],
    offices: Sequence[Office],
    lexicon: Lexicon,
) -> None:
    """Give each nominal that clearly means a known thing to its cluster, in order."""
    titles = {i for o in offices for i in range(o.first, o.holders[0])}
    nominal = [
        c
        for c in candidates
        if c.mention.kind is Kind.NOMINAL and not c.plural and c.token not in titles
    ]
    linker = _Linker(parsed, clusters, lexicon)
    for candidate in nominal:
        linker.link(candidate)
    linker.bodies([c for c in nominal if c.token not in linker.at])


class _Linker:
    def __init__(
        self, parsed: Parsed, clusters: list[Cluster], lexicon: Lexicon
    ) -> None:
        self.parsed = parsed
        self.clusters = clusters
        self.lexicon = lexicon
        self.at = {t: c for c in clusters for t in c.members}

    def link(self, candidate: Candidate) -> None:
        """Try the rules from the surest to the weakest."""
        rules = (
            ("said of", self._said_of),
            ("government of", self._government_of),
            ("office of", self._office),
            ("same head", self._same_head),
            ("only country", self._country),
        )
        if self._before_name(candidate):
            return
        for rule, find in rules:
            cluster = find(candidate)
            if cluster is not None and candidate.token not in self.at:
                cluster.add(candidate, rule, cluster.name)
                self.at[candidate.token] = cluster
                return
        self._describe(candidate)

    def _said_of(self, candidate: Candidate) -> Cluster | None:
        """Apposition and copula: "Ri Son-gwon, the head of", "KCNA is the agency"."""
        for holder in holders(self.parsed.doc[candidate.token]):
            cluster = self.at.get(holder.i)
            if cluster is not None and self._fits(candidate, cluster):
                return cluster
        return None

    def _before_name(self, candidate: Candidate) -> bool:
        """As in "President Moon": a title before a name is no mention of its own."""
        after = candidate.token + 1
        named = after in self.parsed.names and self.parsed.names[after].cls == "Person"
        return named and self.lexicon.has("Title", candidate.lemma)

    def _fits(self, candidate: Candidate, cluster: Cluster) -> bool:
        schema = self.lexicon.schema
        mine, theirs = candidate.mention.cls, cluster.cls
        return schema.is_a(mine, theirs) or schema.is_a(theirs, mine)

    def _government_of(self, candidate: Candidate) -> Cluster | None:
        """As in "Pyongyang's regime", "the Biden administration": that country."""
        if candidate.mention.cls != _COUNTRY:
            return None
        for owner in self._owners(candidate):
            if owner.cls == _COUNTRY:
                return owner
            if owner.cls == "Person" and (home := self._home(owner)) is not None:
                return home
        return None

    def _home(self, person: Cluster) -> Cluster | None:
        """The country that the gazetteer gives a person, if the article names it."""
        entry = self.lexicon.entries.get(person.entry or "")
        country = entry.one("country") if entry else None
        if country is None and len(person.countries) == 1:
            country = next(iter(person.countries))
        return next((c for c in self.clusters if country and c.entry == country), None)

    def _owners(self, candidate: Candidate) -> list[Cluster]:
        """Clusters of the possessor, the modifiers and the "of" of a nominal."""
        found = slots(self.parsed.doc[candidate.token])
        tokens = [t for s in ("possessor", "modifier", "of") for t in found.get(s, ())]
        return [self.at[t.i] for t in tokens if t.i in self.at]

    def _office(self, candidate: Candidate) -> Cluster | None:
        """Who was called "the president", "the US secretary of state" before."""
        if candidate.mention.cls != "Person" or not candidate.definite:
            return None
        countries = {c.entry for c in self._owners(candidate) if c.cls == _COUNTRY}
        bearers = [
            c
            for c in self.clusters
            if c.first < candidate.token
            and any(t.casefold().endswith(candidate.lemma) for t in c.titles)
            and (not countries or not c.countries or countries & c.countries)
        ]
        return self._last(bearers, candidate)

    def _same_head(self, candidate: Candidate) -> Cluster | None:
        """As in "the ministry" after "Seoul's unification ministry"; not persons."""
        token = self.parsed.doc[candidate.token]
        known = candidate.definite or token.dep_ == "compound"  # "ministry officials"
        if candidate.mention.cls in ("Person", _COUNTRY) or not known:
            return None
        bearers = [
            c
            for c in self.clusters
            if c.first < candidate.token
            and c.cls == candidate.mention.cls
            and self._headed(c, candidate.lemma)
        ]
        return self._last(bearers, candidate)

    def _headed(self, cluster: Cluster, lemma: str) -> bool:
        last = tuple(lemma.split())
        return any(
            words_of(c.mention.words)[-len(last) :] == last
            or words_of(c.mention.words)[: len(last)] == last
            for c in cluster.members.values()
            if c.mention.kind is not Kind.PRONOUN
        )

    def _country(self, candidate: Candidate) -> Cluster | None:
        """As in "the country", "the regime": the state that the sentence is about.

        Its subject so far, else the subject of the sentence before.
        """
        if candidate.mention.cls != _COUNTRY or not candidate.definite:
            return None
        token = self.parsed.doc[candidate.token]
        for sentence in (token.sent, self._previous(token)):
            if sentence is None:
                continue
            topics = [
                self.at[t.i]
                for t in sentence
                if t.i < token.i and t.i in self.at and t.dep_ in ("nsubj", "nsubjpass")
            ]
            homes = [self._home(c) for c in topics if c.cls == "Person"]
            states = [c for c in topics if c.cls == _COUNTRY]
            states = states or [c for c in homes if c is not None]
            if len({id(c) for c in states}) == 1:
                return states[0]
        return None

    def _previous(self, token: "Token") -> "Span | None":
        start = token.sent.start
        return self.parsed.doc[start - 1].sent if start else None

    def _last(self, bearers: Sequence[Cluster], candidate: Candidate) -> Cluster | None:
        """The one named last before the nominal."""
        near = [
            (last, c)
            for c in bearers
            if (last := c.before(candidate.token)) is not None
        ]
        return max(near, key=lambda pair: pair[0])[1] if near else None

    def _describe(self, candidate: Candidate) -> None:
        """A body, summit or agreement without a name begins a cluster of its own.

        "an inter-Korean liaison office", "the second U.S.-Japan summit": it is told
        apart by whose it is, so a state or body must stand in its phrase.
        """
        if candidate.mention.cls not in _DESCRIBED:
            return
        token = self.parsed.doc[candidate.token]
        found = slots(token)
        tokens = [t for s in ("modifier", "between") for t in found.get(s, ())]
        told = [
            t
            for t in tokens
            if self._collective(t.lower_) or any(d.i in self.at for d in t.subtree)
        ]
        if not told or token.i in self.at:
            return
        whole = self._whole(candidate)
        cluster = Cluster(described=whole.mention.words)
        cluster.add(whole, "described", whole.mention.words)
        self.clusters.append(cluster)
        self.at[candidate.token] = cluster

    def _whole(self, candidate: Candidate) -> Candidate:
        """The candidate with what tells it apart: "joint US-Japan statement"."""
        noun = self.parsed.doc[candidate.token]
        bare = [t for t in noun.lefts if t.dep_ not in ("det", "poss", "punct", "case")]
        first = min(
            (d for t in bare for d in t.subtree), key=lambda t: t.i, default=noun
        )
        span = self.parsed.span(first, noun)
        words = span.cut(self.parsed.article.text)
        return replace(
            candidate, mention=replace(candidate.mention, span=span, words=words)
        )

    def bodies(self, candidates: Sequence[Candidate]) -> None:
        """A body without a name that an article keeps speaking of is one thing.

        "a working group ... the working group ... the group": the same words with what
        narrows them, told at least twice, once definitely.
        """
        groups: dict[str, list[Candidate]] = {}
        for candidate in candidates:
            if candidate.mention.cls == "Organization":
                groups.setdefault(self._narrowed(candidate), []).append(candidate)
        for words, row in sorted(groups.items()):
            if " " in words and len(row) > 1 and any(c.definite for c in row):
                head = row[0].lemma.split()[-1]
                short = groups.get(head, []) if head != words else []
                self._body(words, [*row, *(c for c in short if c.definite)])

    def _narrowed(self, candidate: Candidate) -> str:
        """Noun with the word before it that belongs to it: "working group"."""
        token = self.parsed.doc[candidate.token]
        close = [
            c
            for c in token.lefts
            if c.i == token.i - 1 and (c.dep_ == "compound" or c.tag_ == "VBG")
        ]
        if " " in candidate.lemma or not close or close[0].i in self.parsed.names:
            return candidate.lemma
        return f"{close[0].lower_} {candidate.lemma}"

    def _body(self, words: str, row: Sequence[Candidate]) -> None:
        first = min(c.token for c in row)
        cluster = Cluster(described=words)
        for candidate in sorted(row, key=lambda c: c.token):
            if candidate.token >= first and candidate.token not in self.at:
                cluster.add(candidate, "repeated", words)
                self.at[candidate.token] = cluster
        self.clusters.append(cluster)

    def _collective(self, word: str) -> bool:
        return word in self.lexicon.collectives

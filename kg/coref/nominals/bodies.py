"""Bodies, agreements and happenings: a name's own noun again, or no name at all."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.coref.cluster import Cluster
from kg.coref.names import words_of
from kg.coref.nominals.setting import COUNTRY, PERSON, Setting
from kg.mentions import Candidate
from kg.model import Kind
from kg.syntax import slots

if TYPE_CHECKING:
    from spacy.tokens import Token

_LOOSE = ("Organization", "Group")  # Hamas may be either
_DESCRIBED = ("Agreement", "NamedEvent", "Organization")
_NARROWING = ("amod", "compound", "nmod", "poss")
_TELLING = ("modifier", "between")
_CASELESS = ("det", "poss", "punct", "case")


class Bodies:
    """Links a noun that repeats a name's, and gathers what has no name."""

    def __init__(self, setting: Setting) -> None:
        """Take the article."""
        self._in = setting

    def same_head(self, candidate: Candidate) -> Cluster | None:
        """As in "the ministry" after "Seoul's unification ministry"; not persons."""
        if not self._asks(candidate):
            return None
        fit = [
            c
            for c in self._in.clusters
            if c.first < candidate.token
            and c.cls == candidate.mention.cls
            and self._headed(c, candidate.lemma)
            and self._compatible(candidate, c)
        ]
        return self._in.nearest(fit, candidate)

    def restated(self, candidate: Candidate) -> Cluster | None:
        """As in "the agency" after "the Space Research Organisation".

        A name without any noun ("Hamas") may be a group, a firm or a party: only if
        it is the one body of this sentence or the one before.
        """
        term = self._in.lexicon.words("RestatingNoun").get(candidate.lemma)
        if term is None or not candidate.definite:
            return None
        fit = [
            c
            for c in self._in.clusters
            if c.first < candidate.token
            and self._of_class(candidate, c)
            and any(self._headed(c, w) for w in term.all("restates"))
            and self._compatible(candidate, c)
        ]
        return self._in.nearest(fit, candidate) or (
            self._opaque(candidate) if term.one("opaque") else None
        )

    def _of_class(self, candidate: Candidate, cluster: Cluster) -> bool:
        schema = self._in.lexicon.schema
        mine, theirs = candidate.mention.cls, cluster.cls
        return schema.is_a(theirs, mine) or (mine, theirs) == _LOOSE

    def _opaque(self, candidate: Candidate) -> Cluster | None:
        for near in self._in.window(candidate):
            bodies = [c for c in near if self._of_class(candidate, c)]
            if bodies:
                only = bodies[0] if len(bodies) == 1 else None
                fits = only is not None and self._compatible(candidate, only)
                return only if fits and not self._kinded(only) else None
        return None

    def _kinded(self, cluster: Cluster | None) -> bool:
        """Whether some wording of a thing says what it is: "the Red Cross Society"."""
        nouns = self._in.kinds
        rows = self._wordings(cluster) if cluster is not None else []
        return any(w in nouns or w.removesuffix("s") in nouns for r in rows for w in r)

    def _asks(self, candidate: Candidate) -> bool:
        """Whether a noun is of a body told before: "the ministry", "ministry aides"."""
        token = self._in.token(candidate)
        inside = token.dep_ == "compound" and self._spoken_for(token.head)
        return candidate.mention.cls not in (PERSON, COUNTRY) and (
            candidate.definite or inside
        )

    def _spoken_for(self, noun: "Token") -> bool:
        """As in "ministry spokesman"; "university art" is of any university."""
        return self._in.lexicon.nouns.get(noun.lemma_.lower()) == "Person"

    def _headed(self, cluster: Cluster, lemma: str) -> bool:
        """Whether a noun heads a name: its last word, its first, before "of"."""
        head = tuple(lemma.split())
        size = len(head)
        return any(
            head in (words[-size:], words[:size])
            or any(words[i : i + size + 1] == (*head, "of") for i in range(len(words)))
            for words in self._wordings(cluster)
        )

    def _wordings(self, cluster: Cluster) -> list[tuple[str, ...]]:
        """All that a cluster is called, its full name in the gazetteer included."""
        entry = self._in.lexicon.entries.get(cluster.entry or "")
        known = [entry.need("label")] if entry is not None else []
        told = [
            c.mention.words
            for c in cluster.members.values()
            if c.mention.kind is not Kind.PRONOUN
        ]
        return [words_of(w) for w in (*told, *known)]

    def _compatible(self, candidate: Candidate, cluster: Cluster) -> bool:
        """Whether what narrows the noun is in the name, or tells nothing.

        "the supreme court" is not the Constitutional Court, "the Greek summit" not
        the one in Kigali; "the new ministry" may be any.
        """
        noun = self._in.token(candidate)
        own = {*candidate.lemma.split(), noun.lower_}
        known = own | {w for row in self._wordings(cluster) for w in row}
        return all(
            self._owned(t, known, cluster)
            if t.i in self._in.at
            else t.lower_ in known or t.lower_ in self._in.plain
            for t in noun.lefts
            if t.dep_ in _NARROWING
        )

    def _owned(self, owner: "Token", known: set[str], cluster: Cluster) -> bool:
        """As in "the Russian agency": a body that is Russian, or of nobody we know."""
        other = self._in.at[owner.i]
        if set(words_of(owner.text)) <= known or other is cluster:
            return True
        if other.cls == PERSON:
            return not self._loose(owner.head)  # "Ri's committee"
        state = other.entry if other.cls == COUNTRY else None
        return state in cluster.countries or (bool(state) and not cluster.countries)

    def _loose(self, noun: "Token") -> bool:
        """Whether many bodies are called so: "Merkel's party" is not any party."""
        term = self._in.lexicon.words("RestatingNoun").get(noun.lemma_.lower())
        return term is not None and term.one("opaque") is not None

    # ------------------------------------------------------- without a name

    def describe(self, candidate: Candidate) -> None:
        """A body, summit or agreement without a name begins a cluster of its own.

        "an inter-Korean liaison office", "the second U.S.-Japan summit": it is told
        apart by whose it is, so a state or body must stand in its phrase.
        """
        token = self._in.token(candidate)
        if candidate.mention.cls not in _DESCRIBED or token.i in self._in.at:
            return
        around = slots(token)
        told = [t for s in _TELLING for t in around.get(s, ())]
        if around.get("modifier"):  # "the North's state agency", not "her committee"
            told += around.get("possessor", ())
        if not any(self._names_somebody(t) for t in told):
            return
        whole = self._whole(candidate)
        cluster = self._in.found(Cluster(described=whole.mention.words))
        cluster.add(whole, "described", whole.mention.words)
        self._in.at[token.i] = cluster

    def _names_somebody(self, token: "Token") -> bool:
        collective = token.lower_ in self._in.lexicon.collectives
        return collective or any(t.i in self._in.at for t in token.subtree)

    def _whole(self, candidate: Candidate) -> Candidate:
        """The candidate with what tells it apart: "joint US-Japan statement"."""
        noun = self._in.token(candidate)
        bare = [t for t in noun.lefts if t.dep_ not in _CASELESS]
        first = min(
            (d for t in bare for d in t.subtree), key=lambda t: t.i, default=noun
        )
        span = self._in.parsed.span(first, noun)
        words = span.cut(self._in.parsed.article.text)
        return replace(
            candidate, mention=replace(candidate.mention, span=span, words=words)
        )

    def repeat(self, candidates: Sequence[Candidate]) -> None:
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
        token = self._in.token(candidate)
        close = [
            c
            for c in token.lefts
            if c.i == token.i - 1 and (c.dep_ == "compound" or c.tag_ == "VBG")
        ]
        if " " in candidate.lemma or not close or close[0].i in self._in.parsed.names:
            return candidate.lemma
        return f"{close[0].lower_} {candidate.lemma}"

    def _body(self, words: str, row: Sequence[Candidate]) -> None:
        """One cluster of what is so called: that of "North Korea working group"."""
        known = [c for c in self._in.clusters if c.described.endswith(f" {words}")]
        fresh = len(known) != 1
        cluster = self._in.found(Cluster(described=words)) if fresh else known[0]
        for candidate in sorted(row, key=lambda c: c.token):
            if candidate.token not in self._in.at:
                cluster.add(candidate, "repeated", words)
                self._in.at[candidate.token] = cluster

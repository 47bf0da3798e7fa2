"""Pronouns to clusters, by weighed reasons; abstains when it is not clear who is meant.

For "he" and "she", a log-linear model ranks everybody whom agreement and binding allow,
unnamed people among them, against "nobody": a link is made only when it is likely.
The weights were learned by `scripts/train_pronouns.py` (Denis and Baldridge, 2008, rank
in this way) and stand in `ontology/lexicon/reasons.ttl`.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.coref.binding import addressee, judged, own_clause, own_subject, reflexive
from kg.coref.cluster import Cluster
from kg.coref.gender import gender_of_words, given_gender, told_gender
from kg.coref.salience import REACH, Referent, Setting, weigh_up
from kg.coref.things import link_things
from kg.lexicon import Lexicon
from kg.mentions import Candidate
from kg.model import Kind
from kg.offices import Office
from kg.parse import Parsed

if TYPE_CHECKING:
    from spacy.tokens import Token

SURE = 0.82
SURE_OF_KNOWN = 0.4
_NO_PERSON = ("n", None)  # genders of "it" and "they"


@dataclass(frozen=True)
class Option:
    """Somebody whom a pronoun may mean, None being nobody, and what speaks for it."""

    referent: Referent | None
    reasons: tuple[str, ...]

    @property
    def cluster(self) -> Cluster | None:
        """The cluster that a link would join; None for nobody and bare nouns."""
        return None if self.referent is None else self.referent.cluster

    @property
    def needed(self) -> float:
        """How likely it must be: less so where class and gender are no guess."""
        known = self.cluster is not None and self.cluster.entry is not None
        titled = self.cluster is not None and bool(self.cluster.titles)
        return SURE_OF_KNOWN if known or titled else SURE


def link_pronouns(
    parsed: Parsed,
    candidates: Sequence[Candidate],
    clusters: Sequence[Cluster],
    offices: Sequence[Office],
    lexicon: Lexicon,
) -> None:
    """Give each third-person singular pronoun to the cluster it clearly means."""
    linker = Pronouns(parsed, candidates, clusters, offices, lexicon)
    link_things(linker.things, clusters, linker.setting)
    for candidate in linker.pronouns:
        options = linker.options(candidate)
        chosen = linker.choose(
            candidate, options, probabilities(options, lexicon.weights)
        )
        if chosen is not None:
            linker.link(candidate, chosen)


def probabilities(
    options: Sequence[Option], weights: Mapping[str, float]
) -> list[float]:
    """How likely each option is, by the sum of its weights; they add up to 1."""
    sums = [sum(weights.get(r, 0.0) for r in o.reasons) for o in options]
    top = max(sums, default=0.0)
    parts = [math.exp(s - top) for s in sums]
    return [p / sum(parts) for p in parts]


class Pronouns:
    """The pronouns of one article, and whom each may mean, from left to right."""

    def __init__(
        self,
        parsed: Parsed,
        candidates: Sequence[Candidate],
        clusters: Sequence[Cluster],
        offices: Sequence[Office],
        lexicon: Lexicon,
    ) -> None:
        """Gather the clusters, and the nouns that no cluster holds."""
        self.parsed, self.lexicon = parsed, lexicon
        known = {t for c in clusters for t in c.members}
        genders = {w: t.one("gender") for w, t in lexicon.pronouns.items()}
        third = {w for w, t in lexicon.pronouns.items() if t.one("person") == "third"}
        pronouns = [
            c for c in candidates if c.mention.kind is Kind.PRONOUN and c.lemma in third
        ]
        self.pronouns = [c for c in pronouns if genders[c.lemma] not in _NO_PERSON]
        self.things = [c for c in pronouns if genders[c.lemma] in _NO_PERSON]
        self.people = {
            cls
            for c in self.pronouns
            for cls in lexicon.pronouns[c.lemma].all("denotes")
        }
        self.referents = [self._named(c) for c in clusters]
        self.referents += [
            self._unnamed(c)
            for c in candidates
            if c.mention.kind is Kind.NOMINAL and not c.plural and c.token not in known
        ]
        phrases = {h: _root(parsed, o, h) for o in offices for h in o.holders}
        tokens = frozenset(c.token for c in pronouns if genders[c.lemma])
        self.setting = Setting(parsed, lexicon, phrases, tokens)

    def _named(self, cluster: Cluster) -> Referent:
        told = told_gender(self.parsed, cluster, self.lexicon)
        given = given_gender(cluster, self.lexicon)
        kind = "named" if any(cluster.named()) else "described"
        tokens = sorted(cluster.members)
        doubted = cluster.cls not in self.people and self._perhaps_person(cluster)
        return Referent(tokens, kind, cluster, told, given, cluster.cls, doubted)

    def _perhaps_person(self, cluster: Cluster) -> bool:
        """Whether an unlisted name may be a person's, whatever class it was given.

        Short, without an article ("the Freewinds") and without a class noun.
        """
        words = cluster.name.split()
        return (
            cluster.entry is None
            and 0 < len(words) < 4
            and all(w[0].isupper() and not w.isupper() for w in words)
            and not any(w.lower() in self.lexicon.nouns for w in words)
            and not any(
                c.dep_ == "det"
                for t in cluster.members
                for c in self.parsed.doc[t].lefts
            )
        )

    def _unnamed(self, candidate: Candidate) -> Referent:
        gender = gender_of_words([candidate.lemma], self.lexicon)
        kind = "unnamed the" if candidate.definite else "unnamed a"
        cls = candidate.mention.cls
        return Referent([candidate.token], kind, None, gender, None, cls)

    def options(self, candidate: Candidate) -> list[Option]:
        """Nobody, and everybody whom agreement, nearness and binding allow."""
        token = self.parsed.doc[candidate.token]
        term = self.lexicon.pronouns[candidate.lemma]
        gender = term.need("gender")
        fit = [
            r
            for r in self.referents
            if (r.cls in self.people or r.doubted)
            and r.gender in (None, gender)
            and self._near(r, token)
            and self._bound(r, token)
        ]
        fit = self._judged(fit, token) or fit
        rows = weigh_up(token, fit, self.setting, gender)
        found = [Option(None, ("nobody",))]
        found += [Option(r, row) for r, row in zip(fit, rows, strict=True)]
        return found

    def _bound(self, referent: Referent, pronoun: "Token") -> bool:
        """Whether syntax allows it: "himself" is the subject, "him" is not."""
        heads = self._heads(referent)
        if self._quotes(referent, pronoun, heads):
            return False
        if reflexive(pronoun):
            subject = own_subject(pronoun)
            return subject is not None and subject.i in heads.union(referent.mentions)
        return heads.union(referent.mentions).isdisjoint(own_clause(pronoun))

    def _judged(self, fit: Sequence[Referent], pronoun: "Token") -> list[Referent]:
        """As in "Modi thanked Abe for his help": whose help it was, if that is told."""
        deed = judged(pronoun, self.lexicon) if pronoun.dep_ == "poss" else None
        return [r for r in fit if deed is not None and deed.i in self._heads(r)]

    def choose(
        self, candidate: Candidate, options: Sequence[Option], chances: Sequence[float]
    ) -> Option | None:
        """The likeliest option, if it is likely enough; None where it is open."""
        best = max(range(len(options)), key=lambda n: (chances[n], -n))
        option = options[best]
        told = addressee(self.parsed.doc[candidate.token])
        heads = set() if option.referent is None else self._heads(option.referent)
        if told is not None and told.i in heads:
            return None  # "Ann told Eve that she would go"
        return option if chances[best] >= option.needed else None

    def _heads(self, referent: Referent) -> set[int]:
        return {self.setting.head(t).i for t in referent.mentions}

    def _quotes(self, referent: Referent, pronoun: "Token", heads: set[int]) -> bool:
        """Whether one says what the other stands in: nobody says "he" of himself."""
        said = any(self.setting.says(h, pronoun.i) for h in heads)
        return said or any(self.setting.says(pronoun.i, t) for t in referent.mentions)

    def _near(self, referent: Referent, pronoun: "Token") -> bool:
        here = self.setting.sentence(pronoun.i)
        for token in referent.mentions:
            far = here - self.setting.sentence(token)
            if (token < pronoun.i and far <= REACH) or far == 0:
                return True
        return False

    def link(self, candidate: Candidate, option: Option) -> None:
        """Give a pronoun to whom an option stands for; nothing for nobody."""
        referent = option.referent
        if referent is None:
            return
        referent.mentions.append(candidate.token)
        referent.mentions.sort()
        referent.gender = self.lexicon.pronouns[candidate.lemma].one("gender")
        if referent.cluster is not None:
            referent.cluster.add(candidate, "pronoun", referent.cluster.name)


def _root(parsed: Parsed, office: Office, holder: int) -> "Token":
    """The word that the tree takes for the head of a title and its name."""
    words = parsed.doc[office.first : holder + 1]
    return next((t for t in words if t.head not in words), parsed.doc[holder])

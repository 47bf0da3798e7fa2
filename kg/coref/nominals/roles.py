"""Persons by office: "the minister", "the South Korean president", "his successor"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.coref.cluster import Cluster
from kg.coref.nominals.setting import PERSON, Setting
from kg.mentions import Candidate
from kg.model import Kind
from kg.offices import Holdings, Office

_POST = re.compile(r" (?:of|for|to|at|in|on) ")
_ANY = frozenset(("a", "an", "another", "any", "each", "every", "no", "some"))
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True)
class _Role:
    """An office that somebody is given, by the text or the gazetteer.

    `words` and `lemmas` are lower case; `states` are gazetteer ids, empty when the
    text does not tell whose office it is, `marks` say whether it is lowered, former
    and still to come.
    """

    holder: Cluster
    words: str
    lemmas: tuple[str, ...]
    marks: tuple[bool, bool, bool]
    states: frozenset[str]


class Roles:
    """Links an office to who was introduced with it, else to its dated holder."""

    def __init__(self, setting: Setting, offices: Sequence[Office]) -> None:
        """Take the article and the titles before its names."""
        self._in = setting
        self._holdings = Holdings(setting.lexicon)
        self._roles = [r for o in offices for r in self._of_title(o)]
        self._roles += [r for c in setting.clusters for r in self._of_holder(c)]

    def bearer(self, candidate: Candidate) -> Cluster | None:
        """Who was called "the president", "the US secretary of state" before.

        The same office, former or not, of the same country as far as both are told.
        """
        if candidate.mention.cls != PERSON or not candidate.definite:
            return None
        owners = self._in.owners(candidate)
        if any(c.cls == PERSON for c in owners):
            return None
        states = self._in.states(owners)
        fit = [
            r.holder
            for r in self._roles
            if r.holder.first < candidate.token
            and self._same_office(candidate, r)
            and (not states or not r.states or states & r.states)
        ]
        return self._in.nearest(list(dict.fromkeys(fit)), candidate)

    def named_later(self, candidate: Candidate) -> Cluster | None:
        """As in "Cypriot president blamed" above "President Christofias of Cyprus".

        The only one in the article with that office of that very country.
        """
        states = self._in.states(self._in.owners(candidate))
        marks = {t.lower_ for t in self._in.token(candidate).lefts}
        if candidate.mention.cls != PERSON or not states or marks & _ANY:
            return None
        fit = [
            r.holder
            for r in self._roles
            if states & r.states and self._same_office(candidate, r)
        ]
        some = list(dict.fromkeys(fit))
        return some[0] if len(some) == 1 else None

    def note(self, candidate: Candidate, cluster: Cluster) -> None:
        """Remember what somebody was said to be: "Ann Ode, the prime minister"."""
        if cluster.cls != PERSON or candidate.mention.kind is not Kind.NOMINAL:
            return
        words = " ".join([*self._topics(candidate), candidate.lemma])
        states = self._in.states(self._in.owners(candidate))
        lemmas = (candidate.lemma,)
        self._roles.append(
            _Role(cluster, words, lemmas, self._marks(candidate), frozenset(states))
        )

    def _same_office(self, candidate: Candidate, role: _Role) -> bool:
        lemma = candidate.lemma
        same = lemma in role.lemmas or f" {role.words}".endswith(f" {lemma}")
        told = role.words.split()
        return (
            same
            and self._marks(candidate) == role.marks
            and all(t in told for t in self._topics(candidate))
        )

    def _topics(self, candidate: Candidate) -> list[str]:
        """What narrows an office: "unification" in "the unification minister"."""
        inside = candidate.lemma.split()
        return [
            t.lower_
            for t in self._in.token(candidate).lefts
            if t.dep_ == "compound"
            and t.i not in self._in.parsed.names
            and t.lower_ not in inside
        ]

    def _marks(self, candidate: Candidate) -> tuple[bool, bool, bool]:
        """Whether an office is lowered ("deputy"), a former one, one still to come."""
        before = [t.lower_ for t in self._in.token(candidate).lefts]
        words = [*candidate.lemma.replace("-", " ").split(), *before]
        lexicon = self._in.lexicon
        return (
            self._lowered(words),
            lexicon.has("FormerMark", *words),
            lexicon.has("ComingMark", *words),
        )

    def _lowered(self, words: Sequence[str]) -> bool:
        return self._in.lexicon.has("LoweringMark", *words)

    def _of_title(self, office: Office) -> Iterator[_Role]:
        tokens = [t.i for row in office.owners.values() for t in row]
        owners = [self._in.at[i] for i in tokens if i in self._in.at]
        words = _POST.split(office.words.lower())[0]
        lowered = office.lowered or self._lowered(words.split())
        lemmas = tuple(w.lower() for w in office.term.all("lemma"))
        for token in office.holders:
            holder = self._in.at.get(token)
            if holder is not None:
                states = frozenset(self._in.states(owners) or holder.countries)
                marks = (lowered, office.former, office.coming)
                yield _Role(holder, words, lemmas, marks, states)

    # ------------------------------------------------------------- by the date

    def _of_holder(self, cluster: Cluster) -> Iterator[_Role]:
        """What the gazetteer knows a person to be, or to have been, at the time."""
        day = self._in.parsed.article.published
        for former in (False, True):
            entry = cluster.entry if cluster.cls == PERSON else None
            held = self._holdings.held(entry, day, former=former) if entry else ()
            for holding in held:
                office = holding.office
                marks = (self._lowered(office.split()), former, False)
                states = frozenset({holding.owner})
                yield _Role(cluster, office, (office,), marks, states)

    def holder_by_date(self, candidate: Candidate) -> Cluster | None:
        """As in "the South Korean president" where the article names nobody so.

        Who held the office at the time of the sentence: the one year that it names,
        else the date of the article. A new cluster when he is nowhere named.
        """
        titled = self._in.lexicon.has("Title", candidate.lemma)
        owners = self._in.owners(candidate) if titled and candidate.definite else []
        states = self._in.states(owners)
        if len(states) != 1 or len(owners) != 1 or any(self._marks(candidate)):
            return None
        day = self._day(candidate)
        entry = self._holdings.holder(candidate.lemma, min(states), day)
        if entry is None or self._another(candidate, entry, states):
            return None
        return self._in.of_entry(entry) or self._in.found(Cluster(entry=entry))

    def _another(self, candidate: Candidate, entry: str, states: set[str]) -> bool:
        """Whether the article gives that office to somebody else."""
        return any(
            self._same_office(candidate, r) and (not r.states or r.states & states)
            for r in self._roles
            if r.holder.entry != entry
        )

    def _day(self, candidate: Candidate) -> str | None:
        published = self._in.parsed.article.published
        years = set(_YEAR.findall(self._in.token(candidate).sent.text))
        if not years or (published and published[:4] in years):
            return published
        return years.pop() if len(years) == 1 else None

    def successor(self, candidate: Candidate) -> Cluster | None:
        """As in "Park's successor": who came next in the office, if named here."""
        term = self._in.lexicon.words("SuccessionNoun").get(candidate.lemma)
        owners = self._in.owners(candidate, ("possessor",)) if term else []
        if term is None or len(owners) != 1 or owners[0].entry is None:
            return None
        day = self._in.parsed.article.published
        step = int(term.need("step"))
        return self._in.of_entry(self._holdings.beside(owners[0].entry, step, day))

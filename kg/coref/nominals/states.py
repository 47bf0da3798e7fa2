"""Governments, countries and places: "the regime", "the country", "the capital"."""

from collections.abc import Iterable

from kg.coref.cluster import Cluster
from kg.coref.names import words_of
from kg.coref.nominals.setting import COUNTRY, Setting
from kg.mentions import Candidate
from kg.model import Kind
from kg.syntax import first_of, slots, subjects

_PLACE = "Place"
_OTHER_SIDE = ("against", "to", "with")
_SUBJECT = ("nsubj", "nsubjpass")


class States:
    """Links a nominal to the state or place that it clearly means."""

    def __init__(self, setting: Setting) -> None:
        """Take the article."""
        self._in = setting

    def owner(self, candidate: Candidate) -> Cluster | None:
        """As in "Pyongyang's regime", "the Biden administration": that country.

        "the government in Cairo" is the home of the city.
        """
        if not self._state(candidate):
            return None
        for owner in self._in.owners(candidate):
            if owner.cls == COUNTRY:
                return owner
            if owner.cls == "Person" and (home := self._in.home(owner)) is not None:
                return home
        seats = self._in.owners(candidate, ("in",))
        return self._in.home(seats[0]) if len(seats) == 1 else None

    def _state(self, candidate: Candidate) -> bool:
        """Whether a nominal is a state: "a state agency", "a state of war" is none."""
        token = self._in.token(candidate)
        around = slots(token)
        told = [t for name in ("of", "in") for t in around.get(name, ())]
        known = any(t.i in self._in.at for t in told)
        before = self._in.at.get(token.i - 1)  # "Nigeria's Kaduna state"
        return (
            candidate.mention.cls == COUNTRY
            and token.dep_ != "compound"
            and (before is None or before.cls != _PLACE)
            and (known or not told)
        )

    def again(self, candidate: Candidate) -> Cluster | None:
        """As in "the government" after "Ethiopia's government": the one told of."""
        if not self._unowned(candidate) or not self._governs(candidate):
            return None
        fit = [
            c
            for c in self._in.clusters
            if c.cls == COUNTRY
            and any(
                m.lemma == candidate.lemma and m.token < candidate.token
                for m in c.members.values()
                if m.mention.kind is Kind.NOMINAL
            )
        ]
        fit = [c for c in fit if not self._opposite(c, candidate)]
        found = self._in.nearest(fit, candidate)
        here = [c for c in next(self._in.window(candidate)) if c.cls == COUNTRY]
        return found if found in here or not here else None

    def _governs(self, candidate: Candidate) -> bool:
        """Whether a noun is a government: "regime", unlike "country", has people."""
        return self._in.lexicon.has("DelegateNoun", candidate.lemma)

    def topic(self, candidate: Candidate) -> Cluster | None:
        """As in "the country", "the regime": the state that was told of just before.

        The only one of this sentence, else of the one before; the home of the persons
        where no state is named. Of several, who says it, or the subject before.
        """
        if not self._unowned(candidate):
            return None
        for back, near in enumerate(self._in.window(candidate)):
            states = [c for c in near if c.cls == COUNTRY] or self._homes(near)
            states = [c for c in states if not self._opposite(c, candidate)]
            if len(states) > 1:
                tell = self._parallel if back else self._sayer
                states = self._homes(c for c in near if tell(c, candidate))
            if states:
                return states[0] if len(states) == 1 else None
        return None

    def _opposite(self, cluster: Cluster, candidate: Candidate) -> bool:
        """As in "the government works with Oslo": not the one that it works with."""
        verb = self._in.token(candidate).head
        phrases = [c for c in verb.children if c.lower_ in _OTHER_SIDE]
        others = [t for p in phrases for t in p.children if t.dep_ == "pobj"]
        others += [c for c in verb.children if c.dep_ == "dobj"]
        return any(self._in.at.get(t.i) is cluster for t in others)

    def _sayer(self, cluster: Cluster, candidate: Candidate) -> bool:
        """As in "Oslo told Lima that the country was ready": who says it."""
        clause = self._in.token(candidate).head
        while clause.dep_ in ("conj", "aux") and clause.head != clause:
            clause = clause.head
        sayers = subjects(clause.head) if clause.dep_ == "ccomp" else []
        return any(self._in.at.get(t.i) is cluster for t in sayers)

    def _parallel(self, cluster: Cluster, candidate: Candidate) -> bool:
        """As in "Oslo warned Lima. The country": subject after subject."""
        subject = self._in.token(candidate).dep_ in _SUBJECT
        return subject and self._subject(cluster, candidate)

    def _homes(self, near: Iterable[Cluster]) -> list[Cluster]:
        """The states and the homes of the persons among some clusters."""
        homes = [self._in.home(c) for c in near if c.cls in (COUNTRY, "Person")]
        return list(dict.fromkeys(c for c in homes if c is not None))

    def _subject(self, cluster: Cluster, candidate: Candidate) -> bool:
        last = cluster.before(candidate.token)
        if last is None:
            return False
        return first_of(self._in.parsed.doc[last]).dep_ in _SUBJECT

    def _unowned(self, candidate: Candidate) -> bool:
        """Whether a definite state is told without a possessor, known or not."""
        around = slots(self._in.token(candidate))
        told = any(around.get(name) for name in ("possessor", "of", "in"))
        vague = self._in.lexicon.has("VagueNoun", candidate.lemma)
        return self._state(candidate) and candidate.definite and not told and not vague

    def home(self, candidate: Candidate) -> Cluster | None:
        """As in "his country": that of the person or body the pronoun stands for."""
        if not self._state(candidate):
            return None
        owners = self._in.owners(candidate, ("possessor",))
        return self._in.home(owners[0]) if len(owners) == 1 else None

    def capital(self, candidate: Candidate) -> Cluster | None:
        """As in "the Vietnamese capital": the city, if the article names it."""
        if not self._in.lexicon.has("SeatNoun", candidate.lemma):
            return None
        states = self._in.states(self._in.owners(candidate)) or self._sole()
        entry = self._in.lexicon.entries.get(min(states, default=""))
        seat = entry.one("capital") if entry is not None else None
        return self._in.of_entry(seat) if len(states) == 1 else None

    def _sole(self) -> set[str]:
        """The state of an article that names no other."""
        states = self._in.states(self._in.clusters)
        return states if len(states) == 1 else set()

    def place(self, candidate: Candidate) -> Cluster | None:
        """As in "the city": the one place that was told of just before."""
        if candidate.mention.cls != _PLACE or not self._here(candidate):
            return None
        for near in self._in.window(candidate):
            places = [c for c in near if c.cls == _PLACE]
            if places:
                only = places[0] if len(places) == 1 else None
                return only if only is not None and self._bare(only) else None
        return None

    def _here(self, candidate: Candidate) -> bool:
        """Whether a noun is a place that names bear without saying so: "the city"."""
        noun = self._in.token(candidate)
        plain = [t for t in noun.lefts if t.dep_ not in ("det", "punct")]
        known = self._in.lexicon.has("BarePlaceNoun", candidate.lemma)
        return known and candidate.definite and not plain and not slots(noun).get("of")

    def _bare(self, cluster: Cluster) -> bool:
        """Whether no name of a place says what it is: "Lake Chad" is no city."""
        words = {w for c in cluster.named() for w in words_of(c.mention.words)}
        return not any(w in self._in.lexicon.nouns for w in words)

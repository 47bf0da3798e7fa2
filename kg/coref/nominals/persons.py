"""Persons by what they are to others: kin of somebody, so many years old."""

from collections.abc import Iterator

from kg.coref.cluster import Cluster
from kg.coref.nominals.setting import PERSON, Setting
from kg.mentions import Candidate
from kg.model import Kind


class Persons:
    """Links a nominal to the one person whom the article has introduced so."""

    def __init__(self, setting: Setting) -> None:
        """Take the article."""
        self._in = setting

    def kin(self, candidate: Candidate) -> Cluster | None:
        """As in "Kim's sister" after "Kim Yo-jong, the sister of Kim Jong-un"."""
        asked = self._kinship(candidate)
        if asked is None:
            return None
        relation, owner, inverse = asked
        symmetric = self._in.lexicon.schema.symmetric(relation)
        found = []
        for told, *pair in self._families():
            if told == relation and pair[not inverse] is owner:
                found.append(pair[inverse])
            elif told == relation and symmetric and pair[inverse] is owner:
                found.append(pair[not inverse])
        some = list(dict.fromkeys(found))
        return some[0] if len(some) == 1 and some[0] is not owner else None

    def _families(self) -> Iterator[tuple[str, Cluster, Cluster]]:
        """Relation, subject and object of each kinship the article has told of."""
        for token in sorted(self._in.at):
            cluster = self._in.at[token]
            member = cluster.members.get(token)
            if member is None or member.mention.kind is not Kind.NOMINAL:
                continue
            told = self._kinship(member)
            if told is not None and cluster.cls == PERSON:
                relation, owner, inverse = told
                pair = (owner, cluster) if inverse else (cluster, owner)
                yield (relation, *pair)

    def _kinship(self, candidate: Candidate) -> tuple[str, Cluster, bool] | None:
        """The relation a kin noun states, whose kin, and if that one is its subject."""
        term = self._in.lexicon.words("KinshipNoun").get(candidate.lemma)
        owners = self._in.owners(candidate, ("possessor", "of")) if term else []
        persons = [c for c in owners if c.cls == PERSON]
        if term is None or len(persons) != 1:
            return None
        return term.need("evokes"), persons[0], term.one("inverse") is not None

    def aged(self, candidate: Candidate) -> Cluster | None:
        """As in "the 38-year-old": the one person who was told of just before.

        The one whose age the text gives ("Ann Ode, 38,"), if there is one.
        """
        if not self._in.lexicon.has("AgeWord", candidate.lemma):
            return None
        years = self._in.parsed.doc[candidate.token - 4].text
        told = [c for c in self._in.clusters if self._age(c) == years]
        if told:
            return self._in.nearest(told, candidate)
        for near in self._in.window(candidate):
            persons = [c for c in near if c.cls == PERSON and not self._age(c)]
            if persons:
                return persons[0] if len(persons) == 1 else None
        return None

    def _age(self, cluster: Cluster) -> str | None:
        """The number between commas after a person's name, or in a bracket."""
        doc = self._in.parsed.doc
        for candidate in cluster.named():
            row = [t.text for t in doc[candidate.token + 1 : candidate.token + 4]]
            if (
                len(row) == 3
                and row[1].isdigit()
                and row[0] in ",("
                and row[2] in ",.)"
            ):
                return row[1]
        return None

"""Mentions to chains within one article: which words stand for the same thing.

Names first (aliases, parts of names, acronyms), then nominals that their head, their
modifiers or their syntax tie to a name, then pronouns. Every link carries its rule;
what has no good antecedent stays out of every chain.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.coref.cluster import Cluster
from kg.coref.names import cluster_names
from kg.coref.nominals import link_nominals, link_owned
from kg.coref.pronouns import link_pronouns
from kg.lexicon import Lexicon
from kg.mentions import Candidate
from kg.model import Mention
from kg.offices import Office
from kg.parse import Parsed
from kg.syntax import slots


@dataclass(frozen=True)
class Linked:
    """The chains of one article, and which token heads a mention of which chain.

    `clusters` are in the order of their first mention; `at` maps a token's index to
    the index of its cluster.
    """

    clusters: tuple[Cluster, ...]
    at: Mapping[int, int]

    def cluster(self, token: int) -> Cluster | None:
        """The cluster that a token heads a mention of."""
        index = self.at.get(token)
        return None if index is None else self.clusters[index]

    def mention(self, token: int) -> Mention | None:
        """The mention that a token heads."""
        cluster = self.cluster(token)
        return None if cluster is None else cluster.members[token].mention


def link_mentions(
    parsed: Parsed,
    candidates: Sequence[Candidate],
    offices: Sequence[Office],
    lexicon: Lexicon,
) -> Linked:
    """Chains of one article from its candidates; empty for an article without names."""
    clusters = begin_linking(parsed, candidates, offices, lexicon)
    link_pronouns(parsed, candidates, clusters, offices, lexicon)
    link_owned(parsed, candidates, clusters, offices, lexicon)
    clusters.sort(key=lambda cluster: cluster.first)
    at = {t: i for i, cluster in enumerate(clusters) for t in cluster.members}
    return Linked(tuple(clusters), at)


def begin_linking(
    parsed: Parsed,
    candidates: Sequence[Candidate],
    offices: Sequence[Office],
    lexicon: Lexicon,
) -> list[Cluster]:
    """The clusters of names and nominals, before any pronoun is linked."""
    clusters = cluster_names(parsed, candidates, lexicon)
    _note_offices(clusters, offices)
    _note_bodies(parsed, clusters)
    link_nominals(parsed, candidates, clusters, offices, lexicon)
    return clusters


def _note_bodies(parsed: Parsed, clusters: Sequence[Cluster]) -> None:
    """Keep with each body its states: "South Korea's Defense Ministry"."""
    by_token = {t: c for c in clusters for t in c.members}
    for cluster in clusters:
        if cluster.cls != "Organization":
            continue
        for token in cluster.members:
            around = slots(parsed.doc[token])
            owners = [t for s in ("possessor", "modifier") for t in around.get(s, ())]
            known = [by_token[t.i] for t in owners if t.i in by_token]
            states = {c.entry for c in known if c.cls == "Country"}
            cluster.countries |= {e for e in states if e is not None}


def _note_offices(clusters: Sequence[Cluster], offices: Sequence[Office]) -> None:
    """Keep with each person the offices and countries that the text gives."""
    by_token = {t: c for c in clusters for t in c.members}
    for office in offices:
        owners = [by_token.get(t.i) for row in office.owners.values() for t in row]
        countries = {c.entry for c in owners if c is not None and c.cls == "Country"}
        for holder in office.holders:
            cluster = by_token.get(holder)
            if cluster is not None:
                cluster.titles.add(office.words)
                cluster.countries |= {e for e in countries if e is not None}

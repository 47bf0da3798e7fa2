"""Which states a name or a place stands for, if the article names them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from re import Pattern

from kg.coref import Linked
from kg.lexicon import Lexicon
from kg.parse import Parsed


@dataclass(frozen=True)
class States:
    """The states of one article, by the words for them."""

    parsed: Parsed
    linked: Linked
    lexicon: Lexicon

    def inside(self, token: int) -> list[int]:
        """Who is named inside a name: "US-ROK Alliance", "inter-Korean office"."""
        words = self.parsed.doc[token].text
        if words not in self._inside:
            found = [e for w, e in self._words if w.search(words)]
            self._inside[words] = sorted({i for e in found for i in e})
        entries = self._inside[words]
        # "Russian Revolution" has one state in its name and is no joint thing
        return self.mentions(entries, token) if len(entries) > 1 else []

    @cached_property
    def _inside(self) -> dict[str, list[str]]:
        """The entries named inside the names that were asked for already."""
        return {}

    @cached_property
    def _words(self) -> list[tuple[Pattern[str], tuple[str, ...]]]:
        """The words for states that this article uses, and for several at once."""
        spoken = {
            c.mention.words: (cluster.entry,)
            for cluster in self.linked.clusters
            if cluster.entry and cluster.cls == "Country"
            for c in cluster.named()
        }
        known = self.lexicon.words_for_states
        here = {c.entry for c in self.linked.clusters}
        words = {w: (e,) for w, e in known.items() if e in here} | spoken
        exact = [(re.escape(w), e) for w, e in words.items()]
        several = self.lexicon.collectives.items()
        anyhow = [(f"(?i:{re.escape(w)})", e) for w, e in several]
        return [
            (re.compile(rf"(?<!\w){w}(?!\w)"), e) for w, e in sorted(exact + anyhow)
        ]

    def home(self, token: int) -> list[int]:
        """A mention itself; of a place, its state, if the article names it.

        Who visits Seoul visits South Korea; who shells a city attacks its country.
        """
        cluster = self.linked.cluster(token)
        if cluster is None or cluster.cls != "Place":
            return [token]
        entry = self.lexicon.entries.get(cluster.entry or "")
        country = entry.one("country") if entry is not None else None
        return self.mentions([country], token) if country else []

    def mentions(self, entries: Sequence[str], near: int) -> list[int]:
        """A mention of each gazetteer entry that the article names, nearest first."""
        found = []
        for cluster in self.linked.clusters:
            if cluster.entry in entries:
                before = cluster.before(near)
                found.append(cluster.first if before is None else before)
        return sorted(found)

"""A chain while it grows: the mentions gathered so far and why each joined."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.mentions import Candidate
from kg.model import Chain, Kind, Link

_NAMED = (Kind.NAME, Kind.DEMONYM)


@dataclass(eq=False)
class Cluster:
    """Mentions of one thing; changed only inside coreference, frozen by `chain`.

    `members` maps the index of each mention's head token to the mention, `entry` is
    its gazetteer id, `described` the words of a thing that has no name.
    """

    members: dict[int, Candidate] = field(default_factory=dict)
    entry: str | None = None
    described: str = ""
    countries: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    links: list[Link] = field(default_factory=list)
    _cls: str | None = field(default=None, init=False, repr=False)

    def add(self, candidate: Candidate, rule: str, detail: str = "") -> None:
        """Take a mention in, and keep the reason."""
        self.members[candidate.token] = candidate
        self._cls = None
        self.links.append(Link(candidate.mention.span, rule, detail))

    def absorb(self, other: "Cluster") -> None:
        """Take in all of another cluster."""
        self.members |= other.members
        self._cls = None
        self.entry = self.entry or other.entry
        self.described = self.described or other.described
        self.countries |= other.countries
        self.titles |= other.titles
        self.links += other.links

    @property
    def first(self) -> int:
        """Index of the first mention's head token."""
        return min(self.members)

    @property
    def cls(self) -> str:
        """The class that most of its names have, else its nouns, else its pronouns."""
        if self._cls is None:
            self._cls = self._voted()
        return self._cls

    def _voted(self) -> str:
        nominal = [c for c in self.members.values() if c.mention.kind is Kind.NOMINAL]
        rows = list(self.named()) or nominal or list(self.members.values())
        votes = Counter(c.mention.cls for c in rows)
        return min(votes, key=lambda c: (-votes[c], c))

    def named(self) -> Iterator[Candidate]:
        """The mentions by name or demonym, in order."""
        for token in sorted(self.members):
            if self.members[token].mention.kind in _NAMED:
                yield self.members[token]

    @property
    def name(self) -> str:
        """The fullest name in the article: most words, then earliest; else ""."""
        names = [c.mention.words for c in self.named() if c.mention.kind is Kind.NAME]
        if not names:
            return self.described
        return max(
            names, key=lambda n: (len(n.replace("-", " ").split()), -names.index(n))
        )

    def before(self, token: int) -> int | None:
        """The last mention's head before a token."""
        earlier = [t for t in self.members if t < token]
        return max(earlier) if earlier else None

    def chain(self) -> Chain:
        """The finished chain."""
        rows = [self.members[t] for t in sorted(self.members)]
        return Chain(
            tuple(c.mention for c in rows),
            self.cls,
            self.name,
            self.entry,
            tuple(sorted(self.countries)),
            tuple(sorted(self.titles)),
            tuple(sorted(self.links, key=lambda k: (k.mention, k.rule, k.detail))),
        )

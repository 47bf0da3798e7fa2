"""One article while its nominals are linked: who is where, and whose is what."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from kg.coref.cluster import Cluster
from kg.lexicon import LONGEST_TITLE, Lexicon, joined
from kg.mentions import Candidate
from kg.model import Kind, Mention
from kg.parse import Parsed
from kg.syntax import slots

if TYPE_CHECKING:
    from spacy.tokens import Token

COUNTRY = "Country"
PERSON = "Person"
_OWNERS = ("possessor", "modifier", "of")
_OPENING = ("the", "this", "that")
_INNER = ("ADJ", "ADV", "NOUN", "PROPN", "VERB")
_APART = ("case", "poss")
_ARGUMENTS = ("nsubj", "nsubjpass", "dobj", "dative")


class Setting:
    """The clusters of one article by token, and the questions all rules ask."""

    def __init__(
        self, parsed: Parsed, clusters: list[Cluster], lexicon: Lexicon
    ) -> None:
        """Take the article as it stands: `clusters` grows as nominals are linked."""
        self.parsed = parsed
        self.clusters = clusters
        self.lexicon = lexicon
        self.at = {t: c for c in clusters for t in c.members}
        self.introduced: dict[str, list[int]] = {}

    def token(self, candidate: Candidate) -> "Token":
        """The head of a candidate."""
        return self.parsed.doc[candidate.token]

    def join(self, candidate: Candidate, cluster: Cluster, rule: str) -> None:
        """Take a nominal into a cluster, with the reason."""
        cluster.add(candidate, rule, cluster.name)
        self.at[candidate.token] = cluster

    def introduce(self, candidate: Candidate) -> None:
        """Remember a noun that nobody is known for: "a minister"."""
        if not candidate.definite:
            noun = candidate.lemma.split()[-1]
            self.introduced.setdefault(noun, []).append(candidate.token)

    def found(self, cluster: Cluster) -> Cluster:
        """A new cluster of the article."""
        self.clusters.append(cluster)
        return cluster

    # ------------------------------------------------------------- whose it is

    def owners(
        self, candidate: Candidate, names: Iterable[str] = _OWNERS
    ) -> list[Cluster]:
        """Clusters of the possessor, the modifiers and the "of" of a nominal."""
        around = slots(self.token(candidate))
        tokens = [t for n in names for t in around.get(n, ())]
        return [self.at[t.i] for t in tokens if t.i in self.at]

    def states(self, clusters: Iterable[Cluster]) -> set[str]:
        """Gazetteer ids of the countries among some clusters."""
        return {c.entry for c in clusters if c.cls == COUNTRY and c.entry}

    def of_entry(self, entry: str | None) -> Cluster | None:
        """The cluster of a gazetteer entry, if the article names it."""
        return next((c for c in self.clusters if entry and c.entry == entry), None)

    def home(self, cluster: Cluster) -> Cluster | None:
        """The country of a person, body or place, if the article names it.

        What the gazetteer says of it, else the one country that the text gives it.
        """
        if cluster.cls == COUNTRY:
            return cluster
        entry = self.lexicon.entries.get(cluster.entry or "")
        country = entry.one("country") if entry else None
        if country is None and len(cluster.countries) == 1:
            country = next(iter(cluster.countries))
        return self.of_entry(country)

    # ------------------------------------------------------------- how near it is

    def nearest(
        self, fit: Sequence[Cluster], candidate: Candidate, back: int = 5
    ) -> Cluster | None:
        """The one that fits and was told of last; None if two were in one sentence.

        Sentence by sentence backwards, `back` of them; then whatever is alone in
        what comes before.
        """
        rest = [
            c
            for c in fit
            if not self.beside(candidate, c) and not self._another(candidate, c)
        ]
        for start in self._starts(candidate, back):
            near = [c for c in rest if (self._last(c, candidate) or -1) >= start]
            if near:
                return near[0] if len(near) == 1 else None
        before = [c for c in rest if self._last(c, candidate) is not None]
        return before[0] if len(before) == 1 else None

    def _another(self, candidate: Candidate, cluster: Cluster) -> bool:
        """As in "the World Bank ... a new bank ... the bank": another came between.

        Or it is told of in that one's phrase: "a new bank to challenge the World Bank".
        """
        last = self._last(cluster, candidate)
        if last is None:
            return False
        around = {t.i for t in self.parsed.doc[last].ancestors}
        others = self.introduced.get(candidate.lemma.split()[-1], ())
        return any(last < t < candidate.token or t in around for t in others)

    def window(self, candidate: Candidate, back: int = 2) -> Iterator[list[Cluster]]:
        """The clusters told of before a nominal: in its sentence, then ever before."""
        end = candidate.token
        for start in self._starts(candidate, back):
            found = [self.at[i] for i in range(start, end) if i in self.at]
            yield [c for c in dict.fromkeys(found) if not self.beside(candidate, c)]
            end = start

    def _starts(self, candidate: Candidate, back: int) -> Iterator[int]:
        start = self.token(candidate).sent.start
        for _ in range(back):
            yield start
            if start == 0:
                return
            start = self.parsed.doc[start - 1].sent.start

    def _last(self, cluster: Cluster, candidate: Candidate) -> int | None:
        return cluster.before(candidate.token)

    def beside(self, candidate: Candidate, cluster: Cluster) -> bool:
        """As in "Trump told the president": two arguments of one verb are two."""
        token = self.token(candidate)
        verb = token.head
        return token.dep_ in _ARGUMENTS and any(
            c.dep_ in _ARGUMENTS and self.at.get(c.i) is cluster
            for c in verb.children
            if c.i != token.i
        )

    # ------------------------------------------------------------- its words

    def before_name(self, candidate: Candidate) -> bool:
        """As in "President Moon", "farmer Ann Ode": right before a name, a title.

        "his counterpart Noh", "her sister Ann" are relations, and mentions.
        """
        name = self.parsed.names.get(candidate.token + 1)
        if name is None or name.cls != PERSON or candidate.mention.cls != PERSON:
            return False
        return not self.related(candidate)

    def related(self, candidate: Candidate) -> bool:
        """Whether a noun tells what somebody is to another: kin, a counterpart."""
        title = self.lexicon.words("Title").get(candidate.lemma)
        relational = title is not None and title.one("relational") is not None
        return relational or self.lexicon.has("KinshipNoun", candidate.lemma)

    def nested(self, candidate: Candidate) -> bool:
        """As in "Adviser to the President Ivanka Trump": somebody else's title."""
        before = [t.lower_ for t in self.parsed.doc[: candidate.token][-2:]]
        return before in (["to", "the"], ["of", "the"])

    def cut(self, candidate: Candidate) -> Candidate:
        """A nominal without the country before its noun, with the rest of its title.

        "the former Nigerian president" is "president", "the head of state" is all.
        """
        noun = self.token(candidate)
        first, last = self._first(noun), noun
        lemma = candidate.lemma
        title = self._whole_title(noun, lemma)
        if title is not None:
            lemma, last = title
        span = self.parsed.span(first, last)
        words = span.cut(self.parsed.article.text)
        mention = replace(candidate.mention, span=span, words=words)
        return replace(candidate, mention=mention, lemma=lemma)

    def aged(self) -> Iterator[Candidate]:
        """As in "the 38-year-old", where it is no word before a noun."""
        doc, last = self.parsed.doc, self.lexicon.last_words("AgeWord")
        for token in doc[5:]:
            if token.lower_ not in last:
                continue
            words = joined(t.lower_ for t in doc[token.i - 2 : token.i + 1])
            if not self.lexicon.has("AgeWord", words):
                continue
            number, opening = doc[token.i - 4], doc[token.i - 5]
            if number.like_num and opening.lower_ == "the" and token.dep_ != "amod":
                span = self.parsed.span(opening, token)
                words_there = span.cut(self.parsed.article.text)
                mention = Mention(span, words_there, Kind.NOMINAL, PERSON)
                yield Candidate(token.i, mention, words, definite=True)

    def _first(self, noun: "Token") -> "Token":
        """Where a nominal begins: at its "the", after possessor, country, "a"."""
        first = noun
        for token in reversed(self.parsed.doc[noun.sent.start : noun.i]):
            if token.lower_ in _OPENING and token.dep_ == "det":
                return token
            if not self._belongs(token, noun):
                break
            first = token
        return first if first.text != "-" else noun

    def _belongs(self, token: "Token", noun: "Token") -> bool:
        named = self.parsed.names.get(token.i)
        counted = token.pos_ == "NUM" and token.nbor().text == "-"
        within = token.i < token.head.i <= noun.i or token.head == noun.head
        return (
            within
            and (named is None or named.cls == PERSON)
            and token.dep_ not in _APART
            and (token.pos_ in _INNER or token.text == "-" or counted)
        )

    def _whole_title(self, noun: "Token", lemma: str) -> "tuple[str, Token] | None":
        """As in "the secretary of state": the longest title that begins like this."""
        row = list(self.parsed.doc[noun.i + 1 : noun.i + LONGEST_TITLE])
        for size in range(len(row), 1, -1):
            words = joined([*lemma.split(), *(t.lower_ for t in row[:size])])
            if self.lexicon.has("Title", words):
                return words, row[size - 1]
        return None

    @cached_property
    def plain(self) -> frozenset[str]:
        """Adjectives that tell nothing of which thing it is: "new", "joint"."""
        return frozenset(self.lexicon.words("PlainModifier"))

    @cached_property
    def kinds(self) -> frozenset[str]:
        """Nouns that tell in a name what it names: "council", "times", "motors"."""
        told = {
            noun
            for term in self.lexicon.schema.of("RestatingNoun")
            for noun in term.all("restates")
        }
        return frozenset(told | set(self.lexicon.nouns))

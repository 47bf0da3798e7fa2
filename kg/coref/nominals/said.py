"""What syntax says of a name: apposition, copula, a noun right before it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.coref.cluster import Cluster
from kg.coref.nominals.setting import PERSON, Setting
from kg.mentions import Candidate
from kg.syntax import holders

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECT = ("nsubj", "nsubjpass")


class Said:
    """Links a nominal to the name that it is said of."""

    def __init__(self, setting: Setting) -> None:
        """Take the article."""
        self._in = setting

    def holder(self, candidate: Candidate) -> Cluster | None:
        """As in "Ri Son-gwon, the head of", "KCNA is the agency", "the agency KCNA"."""
        token = self._in.token(candidate)
        after = self._in.parsed.doc[token.i + 1 : token.i + 2]
        beside = [t for t in after if self._in.related(candidate)]  # "his sister Ann"
        for name in (*beside, *holders(token), *self._more(token)):
            cluster = self._in.at.get(name.i)
            if cluster is None or _runs_on(token, name):
                continue
            if self._fits(candidate, cluster):
                return None if self._quoted_apart(token, name) else cluster
        return None

    def _quoted_apart(self, noun: "Token", name: "Token") -> bool:
        """As in 'Sunak promised it: "The Home Secretary and I": another voice."""
        first, last = sorted((noun.i, name.i))
        return any(t.is_quote for t in self._in.parsed.doc[first:last])

    def _more(self, noun: "Token") -> Iterator["Token"]:
        """What a tree takes for something else than an apposition or a copula."""
        doc = self._in.parsed.doc
        named = self._in.parsed.names
        last = max((t.i for t in noun.subtree if t.i < len(doc)), default=noun.i)
        beside = [
            c
            for c in noun.head.children
            if c.i in named and c.dep_ in _SUBJECT and noun.dep_ in _SUBJECT
        ]
        # "the state news agency KCNA reported", "the envoy for Libya, Ann Ode, was"
        yield from (c for c in beside if c.i == noun.i + 1)
        yield from (c for c in beside if c.i == last + 2 and doc[last + 1].text == ",")
        yield from self._hung_lower(noun)
        if noun.dep_ in _SUBJECT and noun.head.lemma_ == "be":
            # "His counterpart is Jon Jong Su"
            yield from (
                c for c in noun.head.children if c.dep_ == "attr" and c.i in named
            )

    def _hung_lower(self, noun: "Token") -> Iterator["Token"]:
        """As in "the head of Interpol, Ann Ode": the tree hangs her on Interpol."""
        named = self._in.parsed.names
        for preposition in (c for c in noun.children if c.dep_ == "prep"):
            for thing in (c for c in preposition.children if c.i in named):
                persons = [
                    c
                    for c in thing.children
                    if c.dep_ == "appos" and c.i in named and c.i == thing.i + 2
                ]
                if named[thing.i].cls != PERSON:
                    yield from (c for c in persons if named[c.i].cls == PERSON)

    def _fits(self, candidate: Candidate, cluster: Cluster) -> bool:
        schema = self._in.lexicon.schema
        mine, theirs = candidate.mention.cls, cluster.cls
        return schema.is_a(mine, theirs) or schema.is_a(theirs, mine)


def _runs_on(noun: "Token", name: "Token") -> bool:
    """As in "at noon GMT the site opened": an apposition after a name has a comma."""
    definite = noun.left_edge.dep_ == "det"
    return noun.dep_ == "appos" and definite and name.i + 1 == noun.left_edge.i

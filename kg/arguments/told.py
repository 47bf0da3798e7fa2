"""Whom a word's own clause or phrase names for it: speakers, holders, examples.

"We" is the side of the one who speaks, "the third inmate executed" whoever the clause
says it was, "several states, including Chad" has Chad, and a delegation its leader.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kg.arguments.around import Around
from kg.pairs import Pairs
from kg.quotes import find_speakers
from kg.syntax import expanded, subjects, verbal

if TYPE_CHECKING:
    from spacy.tokens import Token

_SINGLE = ("i", "me", "my")
SPEAKING = (*_SINGLE, "we", "us", "our")


@dataclass(frozen=True)
class Told:
    """Looks for the names that the sentences of one article give to words."""

    around: Around
    pairs: Pairs

    @cached_property
    def quoted(self) -> Mapping[int, list["Token"]]:
        """By the start of a sentence, who is speaking in it."""
        return find_speakers(self.around.parsed, self.around.lexicon)

    def speaking(self, pronoun: "Token") -> list[int]:
        """Whom "we" stands for in a quotation: the side of the one who speaks."""
        said_by = self.quoted.get(pronoun.sent.start, ())
        above = (t for t in pronoun.ancestors if verbal(t))
        has = self.around.lexicon.has
        for verb in (t for t in above if has("ReportingVerb", t.lemma_)):
            said_by = [t for t in subjects(verb) if t != pronoun] or said_by
        speakers = [t.i for t in said_by if t.i in self.around.linked.at]
        if len(speakers) != 1 or pronoun.lower_ in _SINGLE:
            return speakers[:1]
        return self.pairs.state_of(speakers[0]) or speakers

    def said_of(self, noun: "Token") -> list[int]:
        """As in "Diaz was the third Kenyan inmate executed": Diaz.

        Also "Chad, another desert state that joined".
        """
        around = self.around
        if noun.dep_ not in ("appos", "attr") or not around.servants.somebody(noun):
            return []
        holders = [t.i for t in around.slots(noun).get("holder", ()) if t.i < noun.i]
        named = [i for i in holders if i in around.linked.at and around.named(i)]
        return [i for i in named if around.acts(i)] if len(named) == 1 else []

    def named_after(self, token: "Token") -> list[int]:
        """As in "their Japanese counterparts, A and B": those two."""
        close = [c for c in token.children if c.dep_ == "appos" and _beside(token, c)]
        apposed = expanded(close) or self.pairs.hung_lower(token)
        return [t.i for t in apposed if t.i in self.around.linked.at]

    def examples(self, noun: "Token") -> list[int]:
        """As in "countries such as Chad and Mali", "several states, including Chad"."""
        if "Plur" not in noun.morph.get("Number", []):
            return []
        known = self.around.lexicon.words("ExampleMark")
        marks = [c for c in noun.children if c.dep_ == "prep" and c.lower_ in known]
        named = expanded(t for m in marks for t in m.children if t.dep_ == "pobj")
        return [t.i for t in named if self.around.acts(t.i)]

    def led_by(self, noun: "Token") -> list[int]:
        """As in "a delegation led by Ana Silva": who leads those who have no name."""
        has = self.around.lexicon.has
        if not has("DelegateNoun", self.around.lemma(noun)):
            return []
        agents = [
            t
            for clause in noun.children
            if clause.dep_ == "acl" and has("HeadingVerb", clause.lemma_)
            for by in clause.children
            if by.dep_ == "agent"
            for t in by.children
        ]
        return [t.i for t in expanded(agents) if self.around.acts(t.i)]


def _beside(noun: "Token", name: "Token") -> bool:
    """Not in "Nine men were arrested, Le Monde reported": a clause is between."""
    return not any(verbal(t) for t in noun.doc[noun.i + 1 : name.i])

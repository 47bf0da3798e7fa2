"""Whom a word's own clause or phrase names for it: speakers, holders, examples.

"We" is the side of the one who speaks, "the third inmate executed" whoever the clause
says it was, "several states, including Chad" has Chad, and a delegation its leader.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kg.arguments.around import Around
from kg.arguments.pairs import Pairs
from kg.quotes import find_speakers
from kg.syntax import after_comma, clause_between, expanded, subjects, verbal
from kg.syntax.subjects import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

_SINGLE = ("i", "me", "my")
SPEAKING = (*_SINGLE, "we", "us", "our")
_ONE = ("a", "an", "another")


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

        Also "Chad, another desert state that joined"; "Diaz, a boy from Lima, was",
        where the tree takes the boy for the subject, or the state for an object.
        """
        around = self.around
        if not around.servants.somebody(noun):
            return []
        holders = [t.i for t in around.slots(noun).get("holder", ()) if t.i < noun.i]
        if noun.dep_ not in ("appos", "attr"):
            holders = self._before_comma(noun) if _apposed(noun) else []
        named = [i for i in holders if i in around.linked.at and around.named(i)]
        return [i for i in named if around.acts(i)] if len(named) == 1 else []

    def _before_comma(self, noun: "Token") -> list[int]:
        """The name of what a noun denotes that stands before the comma it follows."""
        denoted = self.around.lexicon.nouns.get(self.around.lemma(noun))
        at = noun.left_edge.i - 2
        named = at in self.around.parsed.names and self.around.cls(at) == denoted
        return [at] if named and after_comma(noun) else []

    def named_after(self, token: "Token") -> list[int]:
        """As in "their Japanese counterparts, A and B", "two men named A and B"."""
        close = [c for c in token.children if c.dep_ == "appos" and _named(token, c)]
        apposed = expanded(close) or self._called(token) or self.pairs.hung_lower(token)
        return [t.i for t in apposed if t.i in self.around.linked.at]

    def _called(self, noun: "Token") -> list["Token"]:
        """As in "a man named Luis Diaz", "a group known as the League"; no film."""
        if not self.around.servants.somebody(noun):
            return []
        clauses = (c for c in noun.rights if c.dep_ == "acl" and c.tag_ == "VBN")
        verbs = [c for c in clauses if self.around.lexicon.has("NamingVerb", c.lemma_)]
        phrases = [p for v in verbs for p in v.rights if p.lower_ == "as"]
        inside = (c for t in (*verbs, *phrases) for c in t.rights)
        return expanded(c for c in inside if c.i in self.around.parsed.names)

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


def _apposed(noun: "Token") -> bool:
    """As in "Diaz, a boy from Lima, was arrested": a name opens the sentence.

    Also "with Chad, another state which joined": one that a clause describes.
    """
    opens = noun.left_edge.i - 2 == noun.sent.start
    ends = noun.doc[noun.right_edge.i].text == ","
    described = any(c.dep_ == "relcl" for c in noun.rights)
    fronted = noun.dep_ in SUBJECTS and opens and ends
    return noun.left_edge.lower_ in _ONE and (fronted or described)


def _named(noun: "Token", name: "Token") -> bool:
    """Not in "Nine men were arrested, Le Monde reported": a clause is between."""
    return not clause_between(noun, name)

"""The pronouns "it" and "they" to states and bodies, by rules.

Too few of them are marked to learn from.

Mostly "it" is what was said or done, or a thing without a name. So a link needs a
ground in the tree: the owner or subject over the pronoun, or the subject before it. The
nearest of these decides, and where it is nothing that a link could lead to, nobody is
meant. For "it", people and plural things are passed over; "they" is only what is named
in the plural ("the Rapid Support Forces"), for chains are of one thing, never of two.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.coref.binding import (
    SUBJECTS,
    expletive,
    judged,
    own_clause,
    own_subject,
    reflexive,
)
from kg.coref.cluster import Cluster
from kg.coref.salience import Setting
from kg.mentions import Candidate
from kg.syntax import subjects
from kg.syntax.subjects import verbal

if TYPE_CHECKING:
    from spacy.tokens import Token

_PERSON = "Person"
_TELLING = ("Organization", _PERSON)
_PLURAL = ("NNS", "NNPS")
_BEFORE = "subject before"
_OPENING = ("prep", "advcl")


def link_things(
    candidates: Sequence[Candidate], clusters: Sequence[Cluster], setting: Setting
) -> None:
    """Give each "it", "its", "they" and "their" to the body that it clearly means."""
    things = Things(setting)
    for cluster in clusters:
        for token in cluster.members:
            things.note(token, cluster)
    for candidate in candidates:
        ground, found = things.meant(candidate)
        if found is not None:
            found.add(candidate, "pronoun", f"{ground}: {found.name}")
            things.note(candidate.token, found)


@dataclass
class Things:
    """What each head stands for, while the pronouns of an article are linked."""

    setting: Setting
    at: dict[int, Cluster] = field(default_factory=dict)

    def note(self, token: int, cluster: Cluster) -> None:
        """Keep whose mention a token heads, and the phrase around it."""
        self.at[token] = cluster
        self.at.setdefault(self.setting.head(token).i, cluster)

    def meant(self, candidate: Candidate) -> tuple[str, Cluster | None]:
        """Whom a pronoun means, and on what ground; "" and None where it is open."""
        token = self.setting.parsed.doc[candidate.token]
        denoted = self.setting.lexicon.pronouns[candidate.lemma].all("denotes")
        plural = candidate.plural
        for ground, told in self._grounds(token):
            heads = _last_of_rows(told)
            if not plural:
                heads = [h for h in heads if not self._passed_over(h)]
            if not heads:
                continue
            found = self.at.get(heads[0].i)
            clear = len(heads) == 1 and found is not None and found.cls in denoted
            named = heads[0].tag_ in _PLURAL or heads[0].pos_ == "PRON"
            alike = not plural or (named and ground != _BEFORE)
            if clear and alike and self._allowed(token, heads[0]):
                return ground, found
            break
        return "", None

    def _passed_over(self, head: "Token") -> bool:
        """Whether a noun is nothing that "it" could be: people, several things."""
        cluster = self.at.get(head.i)
        if cluster is not None:
            return cluster.cls == _PERSON
        if head.pos_ == "PRON":
            return head.lower_ not in self.setting.lexicon.pronouns or (
                self.setting.lexicon.pronouns[head.lower_].one("gender") != "n"
            )
        person = self.setting.lexicon.nouns.get(head.lemma_.lower()) == _PERSON
        return person or head.tag_ in _PLURAL

    def _allowed(self, pronoun: "Token", head: "Token") -> bool:
        """Whether both stand in one quotation or in none, and binding lets them."""
        apart = self.setting.quotation(pronoun.i) != self.setting.quotation(head.i)
        bound = reflexive(pronoun) or head.i not in own_clause(pronoun)
        return bound and not apart

    # ------------------------------------------------------------------- grounds

    def _grounds(self, pronoun: "Token") -> "Iterator[tuple[str, list[Token]]]":
        """Who may be meant, the surest first; nobody by "it was clear", "close it"."""
        if reflexive(pronoun):
            subject = own_subject(pronoun)
            yield "subject of the verb", [] if subject is None else [subject]
        elif pronoun.dep_ == "poss":
            deed = judged(pronoun, self.setting.lexicon)
            yield "judged for it", [] if deed is None else [deed]
            yield from self._above(pronoun)
            if self._tells(pronoun.head):
                yield _BEFORE, self._before(pronoun)
        elif pronoun.dep_ in SUBJECTS and not self._blank(pronoun):
            yield from self._above(pronoun)
            yield _BEFORE, self._before(pronoun)

    def _blank(self, pronoun: "Token") -> bool:
        """Whether a verb says nothing of its subject: "it is", "it rained"."""
        lexicon = self.setting.lexicon
        blank = lexicon.has("BlankVerb", pronoun.head.lemma_)
        return blank or expletive(pronoun, lexicon)

    def _tells(self, noun: "Token") -> bool:
        """Whether states and bodies have it: "its minister", "its news agency"."""
        known = self.setting.lexicon.nouns.get(noun.lemma_.lower())
        return known in _TELLING and noun.dep_ in SUBJECTS

    def _above(self, pronoun: "Token") -> "Iterator[tuple[str, list[Token]]]":
        """Owners and subjects over a pronoun, from the nearest phrase upwards."""
        line, below = {pronoun.i}, pronoun
        for token in pronoun.ancestors:
            line.add(token.i)
            if below.dep_ == "conj" and below.i > token.i and not verbal(token):
                yield "beside it", [token]  # "Iran and its allies"
            below = token
            if verbal(token):
                over = [s for s in subjects(token) if s.i not in line]
                yield "subject above", [s for s in over if _first(s, pronoun, token)]
                if pronoun.dep_ == "poss":  # "we back Ghana in its efforts"
                    yield "object above", _objects(token, line, pronoun)
            else:
                yield "owner above", [o for o in _owners(token) if o.i < pronoun.i]

    def _before(self, pronoun: "Token") -> "list[Token]":
        """The subject of the sentence before, for a subject that is said of again."""
        start = pronoun.sent.start
        verb = pronoun.head if pronoun.dep_ in SUBJECTS else pronoun.head.head
        if not start or verb.dep_ != "ROOT":
            return []
        root = self.setting.parsed.doc[start - 1].sent.root
        return subjects(root) if verbal(root) else []


def _last_of_rows(heads: "list[Token]") -> "list[Token]":
    """Of "carmaker Ford", which the tree may take for two subjects, the name."""
    places = {h.i for h in heads}
    return [h for h in heads if h.i + 1 not in places]


def _owners(noun: "Token") -> "Iterator[Token]":
    """As in "Chile's decision to cut its staff", "the decision of Chile to cut"."""
    for child in noun.children:
        if child.dep_ == "poss":
            yield child
        elif child.lower_ == "of":
            yield from (c for c in child.children if c.dep_ == "pobj")


def _objects(verb: "Token", line: set[int], pronoun: "Token") -> "list[Token]":
    told = (c for c in verb.children if c.dep_ in ("dobj", "dative"))
    return [c for c in told if c.i < pronoun.i and c.i not in line]


def _first(subject: "Token", pronoun: "Token", verb: "Token") -> bool:
    """Whether a subject is told before, or "After its test, Iran ..." opens with it."""
    if subject.i < pronoun.i:
        return True
    line = (pronoun, *pronoun.ancestors)
    opening = next((t for t in line if t.head == verb), None)
    return opening is not None and opening.dep_ in _OPENING

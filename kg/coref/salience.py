"""Why a pronoun may mean somebody: named reasons, to be weighed elsewhere.

The reasons are those of the literature since Lappin and Leass (1994): recency,
grammatical role, parallel role, agreement, how often somebody was told of, and what
the tree says of clauses above. Each is a short name ("subject of the clause"), whose
weight stands in `ontology/lexicon/reasons.ttl`.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from kg.coref.binding import SUBJECTS
from kg.coref.cluster import Cluster
from kg.coref.quotations import quotations, speakers
from kg.lexicon import Lexicon
from kg.parse import Parsed

if TYPE_CHECKING:
    from spacy.tokens import Token

REACH = 4  # sentences before the pronoun's own
_ROLES = {
    "nsubj": "subject",
    "nsubjpass": "subject",
    "dobj": "object",
    "dative": "object",
    "poss": "owner",
    "pobj": "oblique",
    "compound": "modifier",
    "nmod": "modifier",
    "amod": "modifier",
}


@dataclass(eq=False)
class Referent:
    """Somebody or something that a pronoun may mean: a cluster, or a bare noun.

    `mentions` are the heads of its mentions so far, in order; `kind` tells a name from
    nouns that are in no chain ("a man", "the plan").
    """

    mentions: list[int]
    kind: str
    cluster: Cluster | None = None
    gender: str | None = None
    given: str | None = None
    cls: str = ""
    doubted: bool = False


@dataclass(frozen=True)
class Setting:
    """One article as the reasons see it: its sentences, quotations and phrases.

    `phrases` maps the head of a titled name to the word that the tree takes for the
    head of the whole phrase; `pronouns` are the tokens that are pronouns.
    """

    parsed: Parsed
    lexicon: Lexicon
    phrases: Mapping[int, "Token"]
    pronouns: frozenset[int] = field(default_factory=frozenset)

    @cached_property
    def starts(self) -> list[int]:
        """First token of every sentence."""
        return [s.start for s in self.parsed.doc.sents]

    def sentence(self, token: int) -> int:
        """Which sentence of the article a token stands in."""
        return bisect_right(self.starts, token) - 1

    @cached_property
    def _quotations(self) -> Mapping[int, int]:
        return quotations(self.parsed)

    def quotation(self, token: int) -> int | None:
        """The quotation that a token stands in; None outside of all."""
        return self._quotations.get(token)

    @cached_property
    def _speakers(self) -> Mapping[int, frozenset[int]]:
        return speakers(self.parsed, self._quotations, self.lexicon)

    def says(self, head: int, token: int) -> bool:
        """Whether a head is of who says the quotation that a token stands in."""
        opened = self._quotations.get(token)
        return opened is not None and head in self._speakers[opened]

    def quoted(self, token: int) -> bool:
        """Whether a token stands between quotation marks of its paragraph."""
        return token in self._quotations

    def head(self, token: int) -> "Token":
        """The word by which a mention hangs in the tree."""
        return phrase_head(self.phrases.get(token, self.parsed.doc[token]))


def phrase_head(token: "Token") -> "Token":
    """The head that stands for a name: of its coordination, of the title before it."""
    while token.head != token:
        after = token.i - token.head.i
        titled = token.dep_ in ("appos", "compound") and after in (1, 2)
        if token.dep_ != "conj" and not titled:
            break
        token = token.head
    return token


def role(token: "Token") -> str:
    """The grammatical role of a phrase, by its head."""
    return _ROLES.get(token.dep_, "other")


def weigh_up(
    pronoun: "Token", referents: Sequence[Referent], setting: Setting, gender: str
) -> list[tuple[str, ...]]:
    """The reasons for each referent, in their order."""
    last = [_last(r, pronoun.i) for r in referents]
    order = sorted((t for t in last if t is not None), reverse=True)
    subjects = sorted(
        (t for r in referents for t in _subjects(r, pronoun, setting)), reverse=True
    )
    most = max((len(r.mentions) for r in referents), default=0)
    alike = [r for r in referents if r.gender == gender]
    found = []
    for referent, token in zip(referents, last, strict=True):
        reasons = set(_of_referent(referent, gender, most))
        if alike == [referent]:
            reasons.add("only one of the gender")
        reasons |= set(_ahead(pronoun, referent, setting))
        if token is not None:
            reasons |= set(
                _of_last(pronoun, token, setting, order.index(token), referent)
            )
            reasons |= set(_of_all(pronoun, referent, setting))
            mine = _subjects(referent, pronoun, setting)
            if mine:
                reasons.add(f"{min(subjects.index(max(mine)), 3)} nearer subjects")
        found.append(tuple(sorted(reasons)))
    return found


def _subjects(referent: Referent, pronoun: "Token", setting: Setting) -> list[int]:
    return [
        t
        for t in referent.mentions
        if t < pronoun.i
        and setting.sentence(pronoun.i) - setting.sentence(t) <= REACH
        and setting.head(t).dep_ in SUBJECTS
    ]


def _last(referent: Referent, before: int) -> int | None:
    at = bisect_left(referent.mentions, before)
    return referent.mentions[at - 1] if at else None


def _ahead(pronoun: "Token", referent: Referent, setting: Setting) -> Iterator[str]:
    """As in "During his visit, Biegun met": who is named after the pronoun."""
    here = setting.sentence(pronoun.i)
    known = "again" if referent.mentions[0] < pronoun.i else "ahead"
    for token in referent.mentions[bisect_right(referent.mentions, pronoun.i) :]:
        if setting.sentence(token) != here:
            break
        head = setting.head(token)
        verb = head.head
        line = (pronoun, *pronoun.ancestors)
        opening = next((a for a in line if a.head == verb), None)
        if opening is not None and opening.i < head.i and head.dep_ in SUBJECTS:
            yield f"{known} after {opening.dep_}"
        else:
            yield f"{known} as {role(head)}"


def _of_referent(referent: Referent, gender: str, most: int) -> Iterator[str]:
    """What it is, whoever the pronoun is near to."""
    yield referent.kind
    yield f"a {referent.cls}"
    if referent.gender == gender:
        yield "gender is told"
    elif referent.given is not None:
        yield (
            "given name agrees" if referent.given == gender else "given name disagrees"
        )
        if referent.doubted and referent.given == gender:
            yield "doubted given name agrees"
    if referent.cluster is not None:
        count = len(referent.mentions)
        yield f"told of {min(count, 4)} times"
        if count == most:
            yield "told of most"


def _of_last(
    pronoun: "Token", token: int, setting: Setting, rank: int, referent: Referent
) -> Iterator[str]:
    """Where it was told of last."""
    head = setting.head(token)
    far = setting.sentence(pronoun.i) - setting.sentence(token)
    mine, its = role(pronoun), role(head)
    yield f"{min(far, REACH)} sentences back"
    yield f"{its} {min(far, 2)} back"
    yield f"{its} for {mine}"
    yield f"{its} {min(far, 2)} back for {mine}"
    yield f"{referent.kind} {min(far, 2)} back"
    if referent.doubted:
        yield f"doubted {its}"
    yield f"{min(rank, 3)} nearer"
    yield f"{its} with {min(rank, 2)} nearer"
    if setting.parsed.doc[token] != head:
        yield "inside its phrase"
    if any(c.dep_ == "conj" for c in head.children):
        yield "coordinated"
    if token in setting.pronouns:
        yield f"pronoun {min(far, 2)} back"
        yield f"pronoun {its} for {mine}"


def _of_all(pronoun: "Token", referent: Referent, setting: Setting) -> Iterator[str]:
    """What any of its mentions near the pronoun adds."""
    here, mine = setting.sentence(pronoun.i), role(pronoun)
    above = _clauses_above(pronoun)
    for token in referent.mentions:
        far = here - setting.sentence(token)
        if not 0 <= far <= REACH or token >= pronoun.i:
            continue
        head = setting.head(token)
        if head.dep_ in SUBJECTS:
            if far:
                yield f"subject {far} back"
                yield f"subject {far} back for {mine}"
                if head.head.dep_ == "ROOT":
                    yield f"main subject {far} back"
            level = above.get(head.head.i)
            if level is not None:
                speaker = setting.quoted(pronoun.i) and not setting.quoted(token)
                yield "speaker of it" if speaker else f"subject {level}"
                if not speaker:
                    yield f"subject {level} for {mine}"
                    yield f"{referent.kind} subject {level}"
        if setting.quoted(pronoun.i) and not setting.quoted(token) and far == 0:
            yield "outside the quotation"
        if far < 2 and role(head) == mine != "other":
            yield f"parallel {mine} {far} back"


def _clauses_above(pronoun: "Token") -> dict[int, str]:
    """The verbs over a pronoun: its own, those beside it, and how far up the rest."""
    found: dict[int, str] = {}
    up, beside = 0, ""
    for verb in pronoun.ancestors:
        if verb.pos_ not in ("VERB", "AUX"):
            continue
        found[verb.i] = f"{min(up, 2)} clauses up{beside}"
        beside = " and beside" if verb.dep_ == "conj" else ""
        up += verb.dep_ != "conj"
    return found

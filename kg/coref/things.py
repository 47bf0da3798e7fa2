"""The pronoun "it" to states and bodies, by rules: too few are marked to learn from.

The method is that of Lappin and Leass (1994): salience by grammatical role and recency,
after syntax has ruled candidates out; the margin below which nobody is chosen is ours.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kg.coref.binding import SUBJECTS, expletive, own_clause, own_subject, reflexive
from kg.coref.cluster import Cluster
from kg.coref.salience import Setting
from kg.mentions import Candidate

if TYPE_CHECKING:
    from spacy.tokens import Token

_ROLES = {"nsubj": 3.0, "nsubjpass": 3.0, "dobj": 1.6, "poss": 1.4, "pobj": 1.0}
_OTHER_ROLE = 0.6
_SAME_SENTENCE = 2.0
_SENTENCE_BEFORE = 1.0
_OWN_SUBJECT = 2.5  # "the North withdrew its staff"
_PER_MENTION = 0.1
_MARGIN = 0.5


def link_things(
    candidates: Sequence[Candidate], clusters: Sequence[Cluster], setting: Setting
) -> None:
    """Give each "it" and "its" to the state or body that it clearly means."""
    for candidate in candidates:
        token = setting.parsed.doc[candidate.token]
        if expletive(token):
            continue
        denoted = setting.lexicon.pronouns[candidate.lemma].all("denotes")
        fit = [c for c in clusters if c.cls in denoted]
        best = _best(token, fit, setting)
        if best is not None:
            best.add(candidate, "pronoun", best.name)


def _best(
    pronoun: "Token", clusters: Sequence[Cluster], setting: Setting
) -> Cluster | None:
    scored = []
    for cluster in clusters:
        scores = list(_scores(pronoun, cluster, setting))
        if scores:
            scored.append((max(scores) + _PER_MENTION * len(cluster.members), cluster))
    scored.sort(key=lambda pair: (-pair[0], pair[1].first))
    if len(scored) > 1 and scored[0][0] - scored[1][0] < _MARGIN:
        return None
    return scored[0][1] if scored else None


def _scores(pronoun: "Token", cluster: Cluster, setting: Setting) -> Iterator[float]:
    """How good each mention near the pronoun is as the antecedent."""
    barred = own_clause(pronoun)
    here = setting.sentence(pronoun.i)
    for index in cluster.members:
        far = here - setting.sentence(index)
        head = setting.head(index)
        if far == 0 and _opens(pronoun, head):
            yield _ROLES["nsubj"] + _SAME_SENTENCE
        if index >= pronoun.i or far not in (0, 1) or not _bound(pronoun, head, barred):
            continue
        score = _ROLES.get(head.dep_, _OTHER_ROLE)
        score += _SENTENCE_BEFORE if far else _SAME_SENTENCE
        own = head.dep_ in SUBJECTS and head.head in pronoun.ancestors
        yield score + _OWN_SUBJECT * own


def _bound(pronoun: "Token", head: "Token", barred: set[int]) -> bool:
    return head == own_subject(pronoun) if reflexive(pronoun) else head.i not in barred


def _opens(pronoun: "Token", subject: "Token") -> bool:
    """As in "After its test, Iran ...": the subject after the phrase that opens."""
    line = (pronoun, *pronoun.ancestors)
    opening = next((a for a in line if a.head == subject.head), None)
    return (
        subject.dep_ in SUBJECTS
        and pronoun.i < subject.i
        and opening is not None
        and opening.dep_ in ("prep", "advcl")
    )

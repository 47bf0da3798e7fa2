"""Pronouns to clusters, by weighed reasons; abstains when two are about as good.

The method is that of Lappin and Leass (1994): salience by grammatical role and recency,
after agreement and the syntax of co-arguments have ruled candidates out; the margin
below which nobody is chosen is ours.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from kg.coref.cluster import Cluster
from kg.lexicon import Lexicon
from kg.mentions import Candidate
from kg.model import Kind
from kg.offices import Office
from kg.parse import Parsed
from kg.syntax import subjects

if TYPE_CHECKING:
    from spacy.tokens import Token

_ROLES = {"nsubj": 3.0, "nsubjpass": 3.0, "dobj": 1.6, "poss": 1.4, "pobj": 1.0}
_OTHER_ROLE = 0.6
_SAME_SENTENCE = 2.0
_SENTENCE_BEFORE = 1.0
_OWN_SUBJECT = 2.5  # "the North withdrew its staff"
_PER_MENTION = 0.1
_MARGIN = 0.5
_SEEMING = ("appear", "emerge", "happen", "seem", "turn")


def link_pronouns(
    parsed: Parsed,
    candidates: Sequence[Candidate],
    clusters: Sequence[Cluster],
    offices: Sequence[Office],
    lexicon: Lexicon,
) -> None:
    """Give each third-person singular pronoun to the cluster it clearly means."""
    phrases = {h: _root(parsed, o, h) for o in offices for h in o.holders}
    genders = {id(c): _gender(parsed, c, lexicon) for c in clusters}
    for candidate in candidates:
        if candidate.mention.kind is not Kind.PRONOUN or candidate.plural:
            continue
        term = lexicon.pronouns[candidate.lemma]
        gender = term.one("gender")
        token = parsed.doc[candidate.token]
        if gender is None or _expletive(token):
            continue
        if gender != "n" and _somebody_else(token, clusters, lexicon):
            continue
        fit = [c for c in clusters if _agrees(c, term.all("denotes"), gender, genders)]
        best = _best(parsed, candidate, fit, phrases)
        if best is not None:
            best.add(candidate, "pronoun", best.name)
            if best.cls == "Person":
                genders[id(best)] = gender


def _agrees(
    cluster: Cluster,
    classes: Sequence[str],
    gender: str,
    genders: dict[int, str | None],
) -> bool:
    known = genders[id(cluster)]
    return cluster.cls in classes and (
        cluster.cls != "Person" or known is None or known == gender
    )


def _gender(parsed: Parsed, cluster: Cluster, lexicon: Lexicon) -> str | None:
    """What the text or the gazetteer says of a person's gender, else None."""
    entry = lexicon.entries.get(cluster.entry or "")
    if entry is not None and entry.one("gender"):
        return entry.one("gender")
    words = {t.lower_ for m in cluster.members for t in parsed.doc[max(0, m - 2) : m]}
    words |= {w.split()[-1].lower() for w in cluster.titles}
    words |= {c.lemma for c in cluster.members.values()}
    for kind in ("Honorific", "KinshipNoun", "Title"):
        for word in sorted(words):
            term = lexicon.words(kind).get(word)
            if term is not None and term.one("gender"):
                return term.one("gender")
    return None


def _expletive(token: "Token") -> bool:
    """As in "It was clear that", "it emerged that": nobody is meant."""
    if token.lower_ != "it" or token.dep_ not in ("nsubj", "nsubjpass"):
        return token.dep_ == "expl"
    verb = token.head
    clauses = ("ccomp", "xcomp", "acl", "advcl", "csubj")
    clausal = any(c.dep_ in clauses for c in verb.children)
    inner = any(
        g.dep_ in (*clauses, "relcl")
        for c in verb.children
        if c.dep_ in ("acomp", "attr", "oprd")
        for g in c.children
    )
    if verb.lemma_ == "be":
        return clausal or inner
    passive = token.dep_ == "nsubjpass" and clausal
    return passive or (clausal and verb.lemma_ in _SEEMING)


def _somebody_else(
    pronoun: "Token", clusters: Sequence[Cluster], lexicon: Lexicon
) -> bool:
    """As in "her brother told his party": whose, when he himself is unnamed?"""
    linked = {t for c in clusters for t in c.members}
    verb = next((a for a in pronoun.ancestors if a.pos_ in ("VERB", "AUX")), None)
    return verb is not None and any(
        s.i not in linked
        and s.i < pronoun.i
        and lexicon.nouns.get(s.lemma_.lower()) == "Person"
        and s.head != pronoun.head
        for s in subjects(verb)
    )


def _root(parsed: Parsed, office: Office, holder: int) -> "Token":
    """The word that the tree takes for the head of a title and its name."""
    words = parsed.doc[office.first : holder + 1]
    return next((t for t in words if t.head not in words), parsed.doc[holder])


def _best(
    parsed: Parsed,
    candidate: Candidate,
    clusters: Sequence[Cluster],
    phrases: Mapping[int, "Token"],
) -> Cluster | None:
    scored = []
    for cluster in clusters:
        scores = list(_scores(parsed, candidate, cluster, phrases))
        if scores:
            scored.append((max(scores) + _PER_MENTION * len(cluster.members), cluster))
    scored.sort(key=lambda pair: (-pair[0], pair[1].first))
    if not scored:
        return None
    if len(scored) > 1 and scored[0][0] - scored[1][0] < _MARGIN:
        return None
    return scored[0][1]


def _scores(
    parsed: Parsed,
    candidate: Candidate,
    cluster: Cluster,
    phrases: Mapping[int, "Token"],
) -> Iterator[float]:
    """How good each earlier mention is as the antecedent."""
    pronoun = parsed.doc[candidate.token]
    start = pronoun.sent.start
    before = parsed.doc[start - 1].sent.start if start else 0
    for index in cluster.members:
        token = phrases.get(index, parsed.doc[index])
        if _ahead(pronoun, token):
            yield _ROLES["nsubj"] + _SAME_SENTENCE
        if not before <= index < candidate.token or _co_argument(pronoun, token):
            continue
        score = _ROLES.get(_role(token), _OTHER_ROLE)
        score += _SAME_SENTENCE if index >= start else _SENTENCE_BEFORE
        score += _OWN_SUBJECT * _subject_of(token, pronoun)
        yield score


def _role(token: "Token") -> str:
    return str(_head_of_phrase(token).dep_)


def _head_of_phrase(token: "Token") -> "Token":
    """The head that stands for a name: of its coordination, of the title before it."""
    while token.head != token:
        titled = token.dep_ in ("appos", "compound") and token.i - token.head.i in (
            1,
            2,
        )
        if token.dep_ != "conj" and not titled:
            break
        token = token.head
    return token


def _ahead(pronoun: "Token", token: "Token") -> bool:
    """As in "During his visit, Biegun met": the subject after the phrase that opens."""
    subject = _head_of_phrase(token)
    verb = subject.head
    opening = next((a for a in (pronoun, *pronoun.ancestors) if a.head == verb), None)
    return (
        subject.dep_ in ("nsubj", "nsubjpass")
        and pronoun.i < subject.i
        and opening is not None
        and opening.dep_ in ("prep", "advcl")
        and token.sent == pronoun.sent
    )


def _co_argument(pronoun: "Token", token: "Token") -> bool:
    """As in "The North warned it": subject and object of one verb are two things."""
    head = _head_of_phrase(token)
    if pronoun.dep_ == "poss":
        return head.i in {c.i for c in pronoun.head.children}
    if pronoun.dep_ in ("dobj", "dative") and head in subjects(pronoun.head):
        return True
    roles = {"nsubj", "dobj", "dative", "nsubjpass"}
    return head.head == pronoun.head and {head.dep_, pronoun.dep_} <= roles


def _subject_of(token: "Token", pronoun: "Token") -> bool:
    """Whether a token is the subject of a clause that the pronoun stands in."""
    head = _head_of_phrase(token)
    return head.dep_ in ("nsubj", "nsubjpass") and head.head in pronoun.ancestors

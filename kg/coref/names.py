"""Names of one article to clusters: one thing, however fully it is called."""

import re
from collections.abc import Sequence

from kg.coref.cluster import Cluster
from kg.coref.gender import told_gender
from kg.lexicon import Lexicon
from kg.mentions import Candidate
from kg.model import Kind
from kg.parse import Parsed

_WORD = re.compile(r"[^\W_]+")
_HABIT = 3
_SOON = 200  # tokens: far on, a relative may come in ("Trump ... Melania Trump")


def words_of(name: str) -> tuple[str, ...]:
    """A name's words without case, hyphens and stops.

    >>> words_of("Kim Yo-jong") == words_of("KIM YO JONG")
    True
    """
    return tuple(_WORD.findall(name.replace("'s", "").casefold()))


def cluster_names(
    parsed: Parsed, candidates: Sequence[Candidate], lexicon: Lexicon
) -> list[Cluster]:
    """Clusters of all mentions by name; in the order of their first mention."""
    clusters: list[Cluster] = []
    partial: list[Candidate] = []
    for candidate in candidates:
        if candidate.mention.kind not in (Kind.NAME, Kind.DEMONYM):
            continue
        same = _same_name(candidate, clusters)
        if same is not None:
            same.add(candidate, "same name", candidate.mention.words)
        elif _may_be_part(candidate) or _institution(candidate, lexicon):
            partial.append(candidate)
        else:
            clusters.append(_new(candidate))
    # fuller names first: a headline says "Morales" before the text says "Evo Morales"
    for candidate in sorted(partial, key=lambda c: -len(words_of(c.mention.words))):
        _place_partial(parsed, candidate, clusters, lexicon)
    _join_acronyms(parsed, clusters, lexicon)
    return sorted(clusters, key=lambda c: c.first)


def _new(candidate: Candidate) -> Cluster:
    entry = candidate.entries[0] if candidate.entries else None
    cluster = Cluster(entry=entry)
    cluster.add(candidate, "name", candidate.mention.words)
    return cluster


def _same_name(candidate: Candidate, clusters: Sequence[Cluster]) -> Cluster | None:
    """A cluster of the same gazetteer entry, or of the very same words and class."""
    entry = candidate.entries[0] if candidate.entries else None
    words = words_of(candidate.mention.words)
    for cluster in clusters:
        if entry is not None and cluster.entry == entry:
            return cluster
        if entry is None and cluster.entry is None and _names_it(cluster, words):
            return cluster
    return None


def _names_it(cluster: Cluster, words: tuple[str, ...]) -> bool:
    return any(words_of(c.mention.words) == words for c in cluster.named())


def _may_be_part(candidate: Candidate) -> bool:
    """Whether a person's name may be a part of a fuller one: "Moon", "Yo Jong"."""
    if candidate.mention.cls != "Person":
        return False
    return len(words_of(candidate.mention.words)) < 3


def _institution(candidate: Candidate, lexicon: Lexicon) -> bool:
    """As in "the Council" after "Council of the European Union"."""
    word = candidate.mention.words.lower()
    return not candidate.entries and lexicon.nouns.get(word) == "Organization"


def _place_partial(
    parsed: Parsed, candidate: Candidate, clusters: list[Cluster], lexicon: Lexicon
) -> None:
    """A part of a name goes to the one person it can mean; two make it nobody's.

    The person must be introduced before, or soon after if nobody else in the article
    bears the name ("the Kim regime ... Kim Jong-un said"; a headline).
    """
    mine = _gender(parsed, candidate, lexicon)
    able = [c for c in clusters if _agrees(parsed, mine, c, lexicon)]
    words = words_of(candidate.mention.words)
    cls = candidate.mention.cls
    bearers = [c for c in able if c.cls == cls and _part_of(words, c)]
    if not lexicon.has("FamilyName", candidate.mention.words.split()[0].title()):
        bearers = _by_family(words, bearers)
    # where two bear it, that it was said of one before does not make it that one's
    rest = [c for c in able if c not in bearers] if len(bearers) > 1 else able
    same = [c for c in rest if _same_name(candidate, [c]) is not None]
    bearer = None if same else _bearer(parsed, candidate, bearers)
    if len(same) == 1:
        same[0].add(candidate, "same name", candidate.mention.words)
    elif bearer is not None:
        bearer.add(candidate, "part of name", bearer.name)
    else:
        clusters.append(_new(candidate))


def _gender(parsed: Parsed, candidate: Candidate, lexicon: Lexicon) -> str | None:
    alone = Cluster()
    alone.add(candidate, "name")
    return told_gender(parsed, alone, lexicon)


def _agrees(
    parsed: Parsed, mine: str | None, cluster: Cluster, lexicon: Lexicon
) -> bool:
    """Whether a title before a name lets it be somebody: Mr Kim is not Mrs Kim."""
    theirs = told_gender(parsed, cluster, lexicon) if mine is not None else None
    return theirs in (None, mine)


def _by_family(words: tuple[str, ...], bearers: list[Cluster]) -> list[Cluster]:
    """Of all that bear a name, those whose last name it is, if there are any.

    "Berg" is Anna Berg before it is Berg Larsen; a listed family name may come first.
    """
    size = len(words)
    last = [
        c
        for c in bearers
        if any(words_of(n.mention.words)[-size:] == words for n in c.named())
    ]
    return last or bearers


def _bearer(
    parsed: Parsed, candidate: Candidate, bearers: Sequence[Cluster]
) -> Cluster | None:
    """Who of those who bear a name is meant: introduced before, and told of last."""
    known = [c for c in bearers if c.first < candidate.token] or [
        c for c in bearers if _soon(parsed, candidate, c)
    ]
    words = words_of(candidate.mention.words)
    if len(known) > 1:
        known = _habitual(words, known) or _nearest(parsed, candidate, known)
    if len(known) > 1:  # "Kim" was said of one before the other Kim came in
        known = [c for c in known if _names_it(c, words)]
    return known[0] if len(known) == 1 else None


def _habitual(words: tuple[str, ...], bearers: Sequence[Cluster]) -> list[Cluster]:
    """Whom alone an article has kept calling so: a relative who comes in is not."""
    often = [
        sum(words_of(n.mention.words) == words for n in c.named()) for c in bearers
    ]
    used = [c for c, count in zip(bearers, often, strict=True) if count]
    return used if len(used) == 1 and max(often) >= _HABIT else []


def _soon(parsed: Parsed, candidate: Candidate, bearer: Cluster) -> bool:
    """Whether a bearer comes in soon after a bare name, and not beside it.

    "Okoro and Grace Okoro" are two, whoever Okoro is.
    """
    first, words = bearer.first, words_of(candidate.mention.words)
    beside = first > 1 and parsed.doc[first - 1].pos_ == "CCONJ"
    if beside and words_of(parsed.doc[first - 2].text) == words:
        return False
    return first < candidate.token + _SOON


def _part_of(words: tuple[str, ...], cluster: Cluster) -> bool:
    """Whether the words are the start or the end of a fuller name of the person."""
    for candidate in cluster.named():
        full = words_of(candidate.mention.words)
        if len(words) < len(full) and words in (
            full[: len(words)],
            full[-len(words) :],
        ):
            return True
        # a middle initial: "Donald Trump", "Donald J. Trump"
        if len(words) == 2 and len(full) == 3 and words == (full[0], full[2]):
            return len(full[1]) == 1
    return False


def _nearest(
    parsed: Parsed, candidate: Candidate, bearers: Sequence[Cluster]
) -> list[Cluster]:
    """Of several bearers of a name, the one told of in this or the last sentence."""
    token = parsed.doc[candidate.token]
    start = token.sent.start
    previous = parsed.doc[start - 1].sent.start if start else start
    for bound in (start, previous):
        near = [
            c
            for c in bearers
            if (last := c.before(candidate.token)) is not None and last >= bound
        ]
        if near:
            return near
    return list(bearers)


def _join_acronyms(parsed: Parsed, clusters: list[Cluster], lexicon: Lexicon) -> None:
    """As in "Nuclear Suppliers Group (NSG)": the bracket names the same thing."""
    for cluster in list(clusters):
        for token in sorted(cluster.members):
            after = token + 2
            if after + 1 >= len(parsed.doc) or parsed.doc[token + 1].text != "(":
                continue
            short = next((c for c in clusters if after in c.members), None)
            if short is None or short is cluster or parsed.doc[after + 1].text != ")":
                continue
            if _abbreviates(parsed.doc[after].text, parsed.doc[token].text):
                cluster.absorb(short)
                clusters.remove(short)
                _join_acronyms(parsed, clusters, lexicon)
                return


def _abbreviates(short: str, full: str) -> bool:
    """Whether the letters of an acronym start words of the name, in order."""
    letters = [c for c in short.casefold() if c.isalnum()]
    initials = iter(w[0] for w in words_of(full))
    return 1 < len(letters) <= 8 and all(c in initials for c in letters)

"""The judgements: why chains were taken for one thing, or kept apart."""

from collections.abc import Iterable, Iterator

from kg.entities.clusters import Clustering, Tie
from kg.entities.profiles import Profile
from kg.entities.weigh import weigh
from kg.model import Judgement, Kind, Link, Located, Mention, Verdict
from kg.names import NameEvidence
from kg.names.fold import squeeze

_Place = tuple[str, int, int]
_BY_NAME = ("name", "same name")


def judgements(clustering: Clustering) -> list[Judgement]:
    """One for each chain that joined another, and for each near pair kept apart.

    Of two entities that were compared by many pairs of names, the pair that came
    nearest tells why they are two.
    """
    atoms = clustering.atoms
    found: list[Judgement] = []
    for atom in atoms:
        if len(atom.profiles) > 1:
            found += _joined(atom.profiles, weigh(atom, atom, clustering.keys))
    found += [_judge(clustering, tie, Verdict.SAME) for tie in clustering.held]
    found += [_judge(clustering, t, _apart(t.reasons)) for t in _nearest(clustering)]
    return found


def inner(groups: Iterable[Iterable[Profile]]) -> Iterator[Judgement]:
    """Why the names of a chain are one thing in its own article.

    One for each name and description that the article gives it beside the fullest:
    what joined it to the chain where it first stood.
    """
    for profile in (p for group in groups for p in group):
        by_span = {m.span: m for m in profile.chain.mentions}
        head = _named_so(profile)
        seen = {_worded(head.mention)}
        for link in profile.chain.links:
            mention = by_span.get(link.mention)
            if mention is None or mention.kind is Kind.PRONOUN:
                continue
            if _worded(mention) not in seen:
                seen.add(_worded(mention))
                ends = sorted((head, Located(profile.article, mention)), key=_place)
                yield _inner(ends[0], ends[1], link, profile.chain.entry)


def ordered(found: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Judgements by article and place."""
    return tuple(sorted(found, key=_order))


def _inner(left: Located, right: Located, link: Link, entry: str | None) -> Judgement:
    """Names that differ in all words, "the Kremlin" for Russia, the gazetteer joins."""
    if link.rule in _BY_NAME and entry is not None:
        return Judgement(left, right, Verdict.SAME, "gazetteer", (f"alias of {entry}",))
    why = f"{link.rule}: {link.detail}" if link.detail else link.rule
    return Judgement(left, right, Verdict.SAME, link.rule, (why,))


def _named_so(profile: Profile) -> Located:
    """The first mention by the chain's own name, else its first."""
    named = [m for m in profile.chain.mentions if m.words == profile.chain.name]
    first = min(named, key=lambda m: m.span, default=profile.first.mention)
    return Located(profile.article, first)


def _worded(mention: Mention) -> str:
    return squeeze(mention.words).casefold()


def _nearest(clustering: Clustering) -> Iterator[Tie]:
    """The best of the refused ties between two clusters; none within one."""
    seen: set[tuple[int, int]] = set()
    ranked = sorted(
        clustering.refused, key=lambda t: (-t.reasons.score, t.left, t.right)
    )
    for tie in ranked:
        low, high = sorted((clustering.home[tie.left], clustering.home[tie.right]))
        if low != high and (low, high) not in seen:
            seen.add((low, high))
            yield tie


def _joined(
    profiles: tuple[Profile, ...], reasons: NameEvidence
) -> Iterator[Judgement]:
    """Chains of one name, class and country: each with the first of them."""
    first = profiles[0].first
    for profile in profiles[1:]:
        yield _judgement(first, profile.first, Verdict.SAME, reasons)


def _judge(clustering: Clustering, tie: Tie, verdict: Verdict) -> Judgement:
    ends = [clustering.atoms[i].profiles[0].first for i in (tie.left, tie.right)]
    left, right = sorted(ends, key=_place)
    return _judgement(left, right, verdict, tie.reasons)


def _apart(reasons: NameEvidence) -> Verdict:
    found = reasons.verdict
    return Verdict.UNSURE if found is Verdict.SAME else found


def _judgement(
    left: Located, right: Located, verdict: Verdict, reasons: NameEvidence
) -> Judgement:
    """The rule is the heaviest reason of the side that won."""
    sign = 1 if verdict is Verdict.SAME else -1
    ranked = sorted(reasons.reasons, key=lambda r: (-sign * r.weight, r.name))
    return Judgement(
        left,
        right,
        verdict,
        ranked[0].name if ranked else "",
        tuple(sorted(reasons.evidence_for)),
        tuple(sorted(reasons.evidence_against)),
        reasons.score,
    )


def _place(located: Located) -> _Place:
    span = located.mention.span
    return located.article, span.start, span.end


def _order(judgement: Judgement) -> tuple[_Place, _Place, str, str]:
    left, right = _place(judgement.left), _place(judgement.right)
    return left, right, judgement.verdict, judgement.rule

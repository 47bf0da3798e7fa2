"""Judgements in words: who is taken for whom, by which rule, and what speaks for it."""

from collections.abc import Iterable, Iterator, Mapping

from kg.model import Judgement, Located, Verdict

_TOLD: Mapping[Verdict, str] = {
    Verdict.SAME: "is",
    Verdict.DIFFERENT: "is not",
    Verdict.UNSURE: "is perhaps",
}


def explained(judgements: Iterable[Judgement]) -> Iterator[str]:
    """All judgements of one entity: within articles, across them, and what is apart."""
    rows = list(judgements)
    same = [j for j in rows if j.verdict is Verdict.SAME]
    apart = [j for j in rows if j.verdict is not Verdict.SAME]
    for heading, found in (
        ("One thing within an article:", [j for j in same if _within(j)]),
        ("One thing across articles:", [j for j in same if not _within(j)]),
        ("Kept apart, the nearest first:", sorted(apart, key=lambda j: -j.score)),
    ):
        if found:
            yield f"\n{heading}"
        for judgement in found:
            yield from _told(judgement)
    if not rows:
        yield "\nWhy its mentions are one thing: nothing had to be judged"


def reasons(judgement: Judgement, indent: int) -> Iterator[str]:
    """What spoke for it and what against, one a line."""
    for sign, found in (
        ("+", judgement.evidence_for),
        ("-", judgement.evidence_against),
    ):
        for reason in found:
            yield f"{' ' * indent}{sign} {reason}"


def judgement_record(judgement: Judgement) -> dict[str, object]:
    """A judgement for programs."""
    return {
        "left": mention_record(judgement.left),
        "right": mention_record(judgement.right),
        "verdict": judgement.verdict.value,
        "rule": judgement.rule,
        "for": list(judgement.evidence_for),
        "against": list(judgement.evidence_against),
        "score": round(judgement.score, 2),
    }


def mention_record(located: Located) -> dict[str, object]:
    """A mention for programs."""
    mention = located.mention
    return {
        "article": located.article,
        "start": mention.span.start,
        "end": mention.span.end,
        "words": mention.words,
        "kind": mention.kind.value,
    }


def _within(judgement: Judgement) -> bool:
    return judgement.left.article == judgement.right.article


def _told(judgement: Judgement) -> Iterator[str]:
    left, right = judgement.left, judgement.right
    verb, rule = _TOLD[judgement.verdict], judgement.rule
    if _within(judgement) and judgement.verdict is Verdict.SAME:
        ends = f"“{left.mention.words}” is “{right.mention.words}” in {left.article}"
    else:
        ends = (
            f"“{left.mention.words}” in {left.article} {verb} "
            f"“{right.mention.words}” in {right.article}"
        )
        rule = f"{rule}, score {judgement.score:.2f}"
    yield f"  {ends}  ({rule})"
    yield from reasons(judgement, indent=6)

"""Made-up graphs of any size, to measure with: the same for the same size.

They grow like networks of news (Barabasi and Albert 1999: who is known is met again),
with names, articles, sentences, dates, stances and speakers, so that a page of them
holds what a page of real news holds. No word of them is from an article.
"""

import itertools
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence

from kg.model import (
    Article,
    Certainty,
    Claim,
    Entity,
    EventClaim,
    Happening,
    Interval,
    Judgement,
    Kind,
    KnowledgeGraph,
    Located,
    Mention,
    Polarity,
    RelationClaim,
    Span,
    Stance,
    Tense,
    Verdict,
    digest,
)
from kg.schema import Schema

SENTENCES = 20
"""Claims of an article: as many as the samples of kg have, of some 350 words."""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_FIRST = _words("Ba Cho Da El Fi Gu Ha In Jo Ka Lu Mi Na Os Pe Ri Sa Tu Va Yu")
_MIDDLE = _words("ban den gar hin ko lam mer nov pol rin san tor vel wen zar")
_LAST = _words("a ek in o ova sen son u ung yan")
_FILLER = _words(
    "after months of quiet work in the capital and much doubt abroad when nobody "
    "had hoped for it any more because earlier rounds had failed over money borders "
    "prisoners fish grain water and the price of both sides pride"
)
_STANCES = (
    *(Stance(tense=Tense.PAST),) * 12,
    Stance(Polarity.NEGATIVE, tense=Tense.PAST),
    Stance(certainty=Certainty.POSSIBLE, tense=Tense.FUTURE),
    Stance(tense=Tense.FUTURE),
)
_CLASSES = ("Person", "Organization", "Country", "Place", "Group")


def made(nodes: int, claims: int, schema: Schema) -> KnowledgeGraph:
    """A graph of so many entities and claims, each claim between two of them."""
    chance = random.Random(f"{nodes}/{claims}")  # noqa: S311 - no secret, but repeatable
    names = list(itertools.islice(_names(chance), nodes))
    pairs = _grown(nodes, claims, chance)
    articles: list[Article] = []
    told: list[Claim] = []
    mentions: defaultdict[int, list[Located]] = defaultdict(list)
    for start in range(0, claims, SENTENCES):
        article, found = _article(
            len(articles), pairs[start : start + SENTENCES], names, mentions, chance
        )
        articles.append(article)
        told += (_claim(one, article, names, schema, chance) for one in found)
    return _graph(articles, told, names, mentions)


def _names(chance: random.Random) -> Iterator[tuple[str, str]]:
    """Ids and labels, all different."""
    taken = set[str]()
    while True:
        words = [
            f"{chance.choice(_FIRST)}{chance.choice(_MIDDLE)}{chance.choice(_LAST)}"
            for _ in range(chance.choice((2, 2, 3)))
        ]
        label = " ".join(words)
        if label not in taken:
            taken.add(label)
            yield label.lower().replace(" ", "-"), label


def _grown(nodes: int, claims: int, chance: random.Random) -> list[tuple[int, int]]:
    """Pairs: each new one is joined to some who are there, the known ones rather."""
    each, more = divmod(claims, nodes)
    ends = [0, 1]
    pairs: list[tuple[int, int]] = []
    for new in range(nodes):
        for _ in range(each + (new < more)):
            other = chance.choice(ends)
            other = other if other != new else (new + 1) % nodes
            pairs.append((new, other))
            ends += (new, other)
    chance.shuffle(pairs)
    return pairs


_Placed = tuple[int, int, Span, Span]


def _article(
    number: int,
    pairs: Sequence[tuple[int, int]],
    names: Sequence[tuple[str, str]],
    mentions: defaultdict[int, list[Located]],
    chance: random.Random,
) -> tuple[Article, list[_Placed]]:
    """An article of one sentence for each pair, and where sentence and verb stand."""
    name = f"article-{number:05}"
    text, found = "", list[_Placed]()
    for one, other in pairs:
        start = len(text)
        for who, after in ((one, " spoke of "), (other, " ")):
            label = names[who][1]
            span = Span(len(text), len(text) + len(label))
            mention = Mention(span, label, Kind.NAME, _CLASSES[who % len(_CLASSES)])
            mentions[who].append(Located(name, mention))
            text += label + after
        verb = Span(start + len(names[one][1]) + 1, start + len(names[one][1]) + 6)
        text += " ".join(chance.choices(_FILLER, k=10)) + "."
        found.append((one, other, Span(start, len(text)), verb))
        text += "\n"
    day = f"20{10 + number % 14}-{1 + number % 12:02}-{1 + number % 28:02}"
    return Article(name, text, day, f"Report {number}", source="Made up"), found


def _claim(
    placed: _Placed,
    article: Article,
    names: Sequence[tuple[str, str]],
    schema: Schema,
    chance: random.Random,
) -> Claim:
    one, other, sentence, verb = placed
    ends, stance = (names[one][0], names[other][0]), chance.choice(_STANCES)
    name = digest(article.id, sentence.start)
    speaker = (
        names[(one * 7 + other) % min(50, len(names))][0]
        if chance.random() < 0.15
        else None
    )
    sure = round(0.6 + 0.4 * chance.random(), 2)
    if chance.random() < 0.45:
        relation = chance.choice(sorted(schema.relations))
        return RelationClaim(
            name, article.id, relation, *ends, (sentence,), ("made-up",), stance,
            speaker=speaker, confidence=sure,
        )  # fmt: skip
    category = chance.choice(sorted(schema.categories))
    day = article.published
    return EventClaim(
        name, article.id, category, verb, ends[:1], ends[1:], (sentence,),
        ("made-up",), stance, speaker=speaker, when=Interval(day, day),
        confidence=sure,
    )  # fmt: skip


def _graph(
    articles: Sequence[Article],
    told: Sequence[Claim],
    names: Sequence[tuple[str, str]],
    mentions: defaultdict[int, list[Located]],
) -> KnowledgeGraph:
    entities = (
        Entity(
            name, _CLASSES[i % len(_CLASSES)], label,
            (label.split()[-1],), tuple(mentions[i]),
        )
        for i, (name, label) in enumerate(names)
    )  # fmt: skip
    ordered = sorted(told, key=lambda claim: claim.id)
    events = tuple(claim for claim in ordered if isinstance(claim, EventClaim))
    return KnowledgeGraph(
        tuple(articles),
        tuple(sorted(entities, key=lambda entity: entity.id)),
        tuple(claim for claim in ordered if isinstance(claim, RelationClaim)),
        events,
        tuple(_judgements(mentions)),
        tuple(_happening(claim) for claim in events),
    )


def _judgements(mentions: defaultdict[int, list[Located]]) -> Iterator[Judgement]:
    """Why the mentions of different articles are one."""
    for located in mentions.values():
        for other in located[1:]:
            if other.article != located[0].article:
                reason = ("same name",)
                yield Judgement(located[0], other, Verdict.SAME, *reason, reason)


def _happening(claim: EventClaim) -> Happening:
    return Happening(
        digest("happening", claim.id), claim.category, (claim.id,), claim.id,
        claim.actors, claim.recipients, claim.status, when=claim.when,
    )  # fmt: skip

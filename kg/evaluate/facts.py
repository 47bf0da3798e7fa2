"""Relations of a graph against annotated ones, and the plain triples behind them."""

from collections.abc import Iterator, Mapping

from kg.evaluate.figures import Figures, hits
from kg.evaluate.gold import GoldRelation
from kg.evaluate.identity import Identity
from kg.evaluate.scale import Scale
from kg.evaluate.system import DENOTED, ROLES, System
from kg.schema import KG

Fact = tuple[str, str, str, str]
"""Article, subject, relation, object."""
Row = tuple[str, ...]


def plain_facts(system: System) -> Figures:
    """How many plain triples join entities, and how many no asserted claim backs."""
    backed = set(_backed(system))
    denoted = {node for node, _ in system.pairs(DENOTED)}
    plain = {
        (subject, predicate, target)
        for predicate in system.statements
        if predicate.startswith(KG)
        for subject, target in system.pairs(predicate)
        if subject in denoted
        and target in denoted
        and not system.values(subject, "polarity")
    }
    return {"plain": len(plain), "unbacked": len(plain - backed)}


def _backed(system: System) -> Iterator[tuple[str, str, str]]:
    former = {c for c, value in system.pairs(f"{KG}former") if value == "true"}
    for claim, _ in system.pairs(ROLES["predicate"]):
        stance = {*system.locals(claim, "polarity"), *system.locals(claim, "certainty")}
        sure = stance >= {"positive", "certain"}
        if (
            sure
            and claim not in former
            and "future" not in system.locals(claim, "tense")
        ):
            for subject in system.values(claim, "subject"):
                for predicate in system.values(claim, "predicate"):
                    for target in system.values(claim, "object"):
                        yield subject, predicate, target


def compare_relations(identity: Identity) -> tuple[dict[str, Figures], list[Row]]:
    """Figures of relations, each counted once per article, and the wrong ones."""
    scale = identity.system.scale
    gold = {_fact(a.id, r, scale) for a in identity.gold for r in a.relations}
    counted = {relation for _, _, relation, _ in gold} | scale.always
    mine = {fact for fact in _claimed(identity) if fact[2] in counted}
    soft_gold, soft = _softened(gold, scale), _softened(mine, scale)
    figures = {
        "relations": hits(len(gold & mine), len(mine), len(gold)),
        "relations_soft": hits(len(soft_gold & soft), len(soft), len(soft_gold)),
    }
    errors: list[Row] = [("missed relation", *fact) for fact in sorted(gold - mine)]
    errors += [("extra relation", *fact) for fact in sorted(mine - gold)]
    return figures, errors


def _claimed(identity: Identity) -> Iterator[Fact]:
    """What the graph claims of the annotated articles, but not what it denies."""
    system = identity.system
    annotated = {article.id for article in identity.gold}
    for claim in system.relations:
        if "negative" in system.locals(claim, "polarity"):
            continue
        for article in system.told_in(claim) & annotated:
            for subject in system.values(claim, "subject"):
                for predicate in system.predicates(claim):
                    for target in system.values(claim, "object"):
                        ends = (identity.name_of(article, n) for n in (subject, target))
                        relation = GoldRelation(next(ends), predicate, next(ends))
                        yield _fact(article, relation, system.scale)


def _fact(article: str, relation: GoldRelation, scale: Scale) -> Fact:
    subject, predicate, target = relation.subject, relation.predicate, relation.object
    if predicate in scale.symmetric:
        subject, target = sorted((subject, target))
    return article, subject, predicate, target


def _softened(facts: set[Fact], scale: Scale) -> set[Fact]:
    """Without the difference between the offices that tie a person to a body."""
    return {(a, s, "ties" if p in scale.ties else p, o) for a, s, p, o in facts}


def receipts(system: System, texts: Mapping[str, str]) -> Figures:
    """How many spans are written, how many are wrong, how many claims show none."""
    wrong = sum(
        texts[place.article][place.start : place.end] != words
        for place, words in system.spans.values()
        if place.article in texts
    )
    told = [event.node for event in system.events if event.places]
    without = sum(
        not any(span in system.spans for span in system.values(claim, "evidence"))
        for claim in (*system.relations, *told)
    )
    return {"spans": len(system.spans), "wrong": wrong, "claims_without": without}

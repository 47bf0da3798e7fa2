"""Facts of titles before a name, and of what a person or body is known for.

A title names its country ("South Korean President Moon") or leaves it to what everybody
knows ("President Donald Trump"). The gazetteer may supply that country only where the
article names it too, and with less confidence.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kg.arguments import Scene
from kg.coref.cluster import Cluster
from kg.coref.names import words_of
from kg.model import RelationFact, Stance, Tense
from kg.offices import Office
from kg.relations.patterns import Pattern, RelationPatterns

if TYPE_CHECKING:
    from spacy.tokens import Token

PRESUPPOSED = Stance(tense=Tense.PRESENT)
COMING = Stance(tense=Tense.FUTURE)  # "President-elect"
CONFIDENCE = {"stated": 0.85, "aside": 0.9, "office": 0.95, "known": 0.7}
KNOWN = "office-of-known-country"
DEFAULT = "nationality"  # what a post tells of a country when it serves nobody


def allowed(scene: Scene, relation: str, subject: int, target: int) -> bool:
    """Whether domain and range of a relation admit what two mentions stand for."""
    left, right = scene.cls(subject), scene.cls(target)
    known = bool(left and right)
    return known and scene.lexicon.schema.allows(relation, left or "", right or "")


def from_offices(scene: Scene) -> Iterator[RelationFact]:
    """Facts of titles that stand before a name."""
    for office in scene.offices:
        for holder in office.holders:
            if holder in scene.linked.at:
                yield from _of_office(scene, office, holder)


def _of_office(scene: Scene, office: Office, holder: int) -> Iterator[RelationFact]:
    rule, owners = _office_owners(scene, office, holder)
    score = CONFIDENCE["known" if rule == KNOWN else "office"]
    bodies = list(_body(scene, office, owners)) if owners else []
    for target in (*owners, *bodies):
        relation = _office_relation(scene, office, target)
        if relation == DEFAULT and rule == KNOWN:
            continue  # "Chairman Kim" does not say where he is from
        if relation and allowed(scene, relation, holder, target):
            yield RelationFact(
                relation,
                scene.span(holder),
                scene.span(target),
                scene.parsed.sentence(scene.parsed.doc[holder]),
                rule,
                COMING if office.coming else PRESUPPOSED,
                office.words,
                office.former,
                confidence=score,
            )


def _office_owners(scene: Scene, office: Office, holder: int) -> tuple[str, list[int]]:
    """What the office is of, and by which pattern: the body before the country."""
    name = scene.slots(scene.parsed.doc[holder])
    after = [t for t in name.get("of", ()) if scene.cls(t.i) == "Country"]
    beside = office.owners.get("possessor", ())
    told = {
        "office-of": office.owners.get("of", ()),
        "office-at": office.owners.get("at", ()),
        "office-possessor": office.owners.get("possessor", ()),
        "office-modifier": office.owners.get("modifier", ()),
        "office-holder-of": after,
    }
    for rule, tokens in told.items():
        owners = scene.participants(tokens, strict=True)
        if owners:
            return rule, owners
    owners = [p for p in scene.participants(beside) if is_person(scene, p)]
    of_person = [c for p in owners for c in known_country(scene, p)]
    return KNOWN, of_person or known_country(scene, holder)


def is_person(scene: Scene, token: int) -> bool:
    """Whether somebody's envoy serves the country of that somebody."""
    return scene.cls(token) == "Person"


def _office_relation(scene: Scene, office: Office, target: int) -> str | None:
    over = "Country" if scene.cls(target) == "Country" else "Organization"
    relation = office.term.one(f"over{over}")
    return "worksFor" if office.lowered and relation == "leads" else relation


def known_country(scene: Scene, holder: int) -> list[int]:
    """The country of "President Donald Trump", by the article or the gazetteer.

    Only a country that the article names, so that nothing is added to it.
    """
    cluster = scene.linked.cluster(holder)
    if cluster is None:
        return []
    entry = scene.lexicon.entries.get(cluster.entry or "")
    home = entry.one("country") if entry is not None else None
    known = {home} if home else cluster.countries
    if len(known) != 1:
        return []
    return [
        c.before(holder) or c.first for c in scene.linked.clusters if c.entry in known
    ]


def _body(scene: Scene, office: Office, owners: Sequence[int]) -> Iterator[int]:
    """The ministry that a minister leads, when the article names it."""
    *before, head = office.term.need("lemma").split()
    known = scene.lexicon.words("OfficeBody").get(head)
    topic = {w for w in (*before, *office.topic.split()) if w.isalpha()}
    if known is None or not topic or office.lowered:
        return
    for cluster in scene.linked.clusters:
        words = set(words_of(cluster.name))
        named = cluster.cls == "Organization" and topic <= words
        fits = named and bool(words & set(known.all("body")))
        if fits and _of_country(scene, cluster, owners):
            yield cluster.first


def _of_country(scene: Scene, body: Cluster, owners: Sequence[int]) -> bool:
    """Whether a body may be of an office's country: the text and gazetteer allow it."""
    entry = scene.lexicon.entries.get(body.entry or "")
    known = set(entry.all("country")) if entry is not None else set()
    known |= body.countries
    mine = {c.entry for o in owners if (c := scene.linked.cluster(o)) is not None}
    return not known or bool(known & mine)


def from_bodies(scene: Scene, patterns: RelationPatterns) -> Iterator[RelationFact]:
    """As in "the Unification Ministry in Seoul": part of the state it is known for.

    Only a body of a state by its own words, beside a mention of that state.
    """
    known = patterns.by_anchor.get("KnownBody", ())
    for token in scene.parsed.doc:
        cluster = scene.linked.cluster(token.i)
        if token.i not in scene.parsed.names or cluster is None:
            continue
        entry = scene.lexicon.entries.get(cluster.entry or "")
        country = entry.one("country") if entry is not None else None
        for pattern in known if country else ():
            if scene.needs_met(pattern.needs, {"self": [token]}):
                yield from _of_body(scene, token, pattern, country or "")


def _of_body(
    scene: Scene, token: "Token", pattern: Pattern, country: str
) -> Iterator[RelationFact]:
    for other in token.sent:
        homes = scene.home(other.i) if other.i in scene.linked.at else []
        for home in homes:
            cluster = scene.linked.cluster(home)
            if cluster is not None and cluster.entry == country:
                yield RelationFact(
                    pattern.relation or "",
                    scene.span(token.i),
                    scene.span(home),
                    scene.parsed.sentence(token),
                    pattern.id,
                    PRESUPPOSED,
                    confidence=CONFIDENCE["known"],
                )
                return

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
from kg.model import Kind, RelationFact, Stance, Tense
from kg.needs import needs_met
from kg.offices import Office
from kg.relations.around import around
from kg.relations.patterns import Pattern, RelationPatterns
from kg.schema import Individual
from kg.syntax import Slots, verbal

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
    own = office.term if not office.lowered else None
    bodies = led_bodies(scene, own, office.topic.split(), owners) if owners else []
    for target in (*owners, *bodies):
        relation = _office_relation(scene, office, target)
        if relation == DEFAULT and not _says_origin(scene, rule, target):
            continue
        if relation and allowed(scene, relation, holder, target):
            yield RelationFact(
                relation,
                scene.span(holder),
                scene.span(target),
                scene.parsed.sentence(scene.parsed.doc[holder]),
                rule,
                COMING if office.coming else PRESUPPOSED,
                office.words,
                office.former and relation != DEFAULT,  # of a country one is still
                confidence=score,
            )


def _says_origin(scene: Scene, rule: str, target: int) -> bool:
    """Whether a post that serves nobody tells where its holder is from.

    "Peruvian writer Ana Silva" does, but neither "Chairman Kim" nor "Peru expert Kim".
    """
    name = scene.parsed.names.get(target)
    noun = (
        name is not None and name.kind is not Kind.DEMONYM and not name.words.isupper()
    )
    return rule != KNOWN and not (noun and rule == "office-modifier")


def _office_owners(scene: Scene, office: Office, holder: int) -> tuple[str, list[int]]:
    """What the office is of, and by which pattern: the body before the country."""
    name = scene.slots(scene.parsed.doc[holder])
    after = [t for t in name.get("of", ()) if scene.cls(t.i) == "Country"]
    beside = office.owners.get("possessor", ())
    told = {
        "office-of": office.owners.get("of", ()),
        "office-at": [t for t in office.owners.get("at", ()) if _body(scene, t)],
        "office-possessor": office.owners.get("possessor", ()),
        "office-modifier": _nearest(scene, office.owners.get("modifier", ())),
        "office-holder-of": after,
    }
    for rule, tokens in told.items():
        owners = scene.participants(tokens, strict=True)
        if owners:
            return rule, owners
    owners = [p for p in scene.participants(beside) if is_person(scene, p)]
    of_person = [c for p in owners for c in known_country(scene, p)]
    return KNOWN, of_person or served_country(scene, office.term, holder)


def _nearest(scene: Scene, owners: Sequence["Token"]) -> Sequence["Token"]:
    """As in "Afghan Taliban spokesman": the body right before the title is whose."""
    body = bool(owners) and scene.cls(owners[-1].i) in ("Group", "Organization")
    return owners[-1:] if body else owners


def _body(scene: Scene, token: "Token") -> bool:
    """Whether one works at it: "director of the camp at Oxford" leads no Oxford."""
    return scene.cls(token.i) != "Place"


def is_person(scene: Scene, token: int) -> bool:
    """Whether somebody's envoy serves the country of that somebody."""
    return scene.cls(token) == "Person"


def _office_relation(scene: Scene, office: Office, target: int) -> str | None:
    if _of_people(scene, target):
        return None
    relation = told_by(scene, office.term, target, office.topic)
    return "worksFor" if office.lowered and relation == "leads" else relation


def _of_people(scene: Scene, target: int) -> bool:
    """Whether an adjective names a people and no state: "S Korean president"."""
    name = scene.parsed.names.get(target)
    demonym = name is not None and name.kind is Kind.DEMONYM
    return demonym and scene.cls(target) == "Group"


def told_by(scene: Scene, term: Individual, target: int, topic: str) -> str | None:
    """The relation that a title states over a class of things; None when it has none.

    Whoever heads a body heads no town, but a mayor or a governor does. "EU parliament
    president", "Spanish party leader": of a body with a name of its own, by the words
    before the title (`topic`).
    """
    cls = scene.cls(target)
    over = cls if cls in ("Country", "Place") else "Organization"
    relation = term.one(f"over{over}")
    kinds = {scene.lexicon.nouns.get(word) for word in topic.lower().split()}
    if relation != "leads" or not kinds & {"Organization", "Group"}:
        return relation
    return DEFAULT if over == "Country" else "worksFor"


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


def served_country(scene: Scene, term: Individual, holder: int) -> list[int]:
    """The country that an office alone tells: "Leader Le Pen" may lead anything.

    Of a title for the head of any body, only a country that the holder is known to
    have held an office of.
    """
    found = known_country(scene, holder)
    if not term.one("ofAnyBody"):
        return found
    cluster = scene.linked.cluster(holder)
    entry = (cluster.entry if cluster is not None else None) or ""
    rows = scene.lexicon.holdings.get(entry, ())
    held = {r.one("of") for r in rows if r.one("holder") == entry}
    return [c for c in found if (k := scene.linked.cluster(c)) and k.entry in held]


def led_bodies(
    scene: Scene, term: Individual | None, topic: Sequence[str], owners: Sequence[int]
) -> list[int]:
    """The ministry that a minister leads, when the article names it.

    Args:
        scene: the article.
        term: the title; None when it is of a deputy, who leads nothing.
        topic: the words before the title, in small letters.
        owners: of whom the office is.
    """
    *before, head = term.need("lemma").split() if term is not None else [""]
    known = scene.lexicon.words("OfficeBody").get(head)
    words = {w for w in (*before, *topic) if w.isalpha()}
    if known is None or not words:
        return []
    return [
        cluster.first
        for cluster in scene.linked.clusters
        if cluster.cls == "Organization"
        and words <= (spoken := set(words_of(cluster.name)))
        and spoken & set(known.all("body"))
        and _of_country(scene, cluster, owners)
    ]


def _of_country(scene: Scene, body: Cluster, owners: Sequence[int]) -> bool:
    """Whether a body may be of an office's country: the text and gazetteer allow it."""
    entry = scene.lexicon.entries.get(body.entry or "")
    known = set(entry.all("country")) if entry is not None else set()
    known |= body.countries
    mine = {c.entry for o in owners if (c := scene.linked.cluster(o)) is not None}
    return not known or bool(known & mine)


def from_known(scene: Scene, patterns: RelationPatterns) -> Iterator[RelationFact]:
    """Of which state a thing is known to be, when the article names that state.

    "the Unification Ministry" and South Korea: only what a pattern allows, a body of a
    state by its own words or those before it, or a place beside its country.
    """
    known = patterns.by_anchor.get("Known", ())
    for token in scene.parsed.doc:
        cluster = scene.linked.cluster(token.i)
        if token.i not in scene.parsed.names or cluster is None:
            continue
        entry = scene.lexicon.entries.get(cluster.entry or "")
        country = entry.one("country") if entry is not None else None
        if cluster.entry in patterns.seats:
            continue  # "Seoul" is named for its government more than for where it lies
        slots = around(scene, token) if country else {}
        for pattern in known if country else ():
            if _admits(scene, pattern, slots):
                yield from _of_state(scene, token, pattern, country or "")


def _admits(scene: Scene, pattern: Pattern, slots: Slots) -> bool:
    barred = any(needs_met(scene, {s: row}, slots) for s, row in pattern.bars.items())
    return not barred and needs_met(scene, pattern.needs, slots)


def _in_phrase(scene: Scene, token: "Token", country: int) -> bool:
    """Whether a thing and its country are named in one phrase, with no verb between."""
    doc, name = scene.parsed.doc, scene.parsed.names.get(country)
    if name is None or name.kind is Kind.DEMONYM or doc[country].sent != token.sent:
        return False
    between = doc[min(token.i, country) : max(token.i, country)]
    ends = (token.i, country)
    return not any(verbal(t) or (t.dep_ == "cc" and t.head.i in ends) for t in between)


def _of_state(
    scene: Scene, token: "Token", pattern: Pattern, country: str
) -> Iterator[RelationFact]:
    for cluster in scene.linked.clusters:
        if cluster.entry != country:
            continue
        near = [i for i in cluster.members if _in_phrase(scene, token, i)]
        if near or not pattern.beside:
            before = cluster.before(token.i)
            target = min(near) if near else cluster.first if before is None else before
            yield RelationFact(
                pattern.relation or "",
                scene.span(token.i),
                scene.span(target),
                scene.parsed.sentence(token),
                pattern.id,
                PRESUPPOSED,
                confidence=CONFIDENCE["known"],
            )
            return

"""One event, many reports: what is one happening, who copies whom, what is disputed."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations, permutations

import pytest

from kg.happenings import gather, narrow
from kg.happenings.copies import origins
from kg.happenings.numbers import NumberWords, count_of
from kg.model import (
    Article,
    Certainty,
    Dispute,
    Entity,
    EventClaim,
    Interval,
    KnowledgeGraph,
    Point,
    Polarity,
    RelationClaim,
    Span,
    Stance,
    Status,
    Tense,
    digest,
)
from kg.rdf import from_nquads, to_nquads
from kg.schema import load_schema

SCHEMA = load_schema()
WORDS = NumberWords.of(SCHEMA)
NAMES = {
    "accra": ("Place", "Accra"),
    "ghana": ("Country", "Ghana"),
    "kenya": ("Country", "Kenya"),
    "lima": ("Place", "Lima"),
    "mali": ("Country", "Mali"),
    "niger": ("Country", "Niger"),
    "quito": ("Place", "Quito"),
    "rosa-diaz": ("Person", "Rosa Diaz"),
    "tom-mbeki": ("Person", "Tom Mbeki"),
}
DONE = Stance(tense=Tense.PAST)
AHEAD = Stance(tense=Tense.FUTURE)
DENIED = Stance(Polarity.NEGATIVE, tense=Tense.PAST)
UNSURE = Stance(certainty=Certainty.POSSIBLE, tense=Tense.PAST)


class Tale:
    """One sentence that tells one event; alone in its article unless told otherwise."""

    def __init__(
        self,
        text: str,
        trigger: str,
        category: str,
        who: str,
        whom: str = "",
        *,
        day: str | None = None,
        place: str | None = None,
        rule: str | None = None,
        stance: Stance = DONE,
        mode: str | None = None,
        speaker: str | None = None,
        article: str | None = None,
        published: str | None = "2020-05-05",
        source: str | None = None,
    ) -> None:
        """Take what the sentence says; the names of a side are parted by spaces."""
        self.text, self.trigger, self.category = text, trigger, category
        self.actors, self.recipients = (tuple(sorted(s.split())) for s in (who, whom))
        self.when = Interval(day, day) if day else None
        self.place, self.stance, self.mode, self.speaker = place, stance, mode, speaker
        self.rule = rule
        self.article = article or digest(text, day, source, published)
        self.published, self.source = published, source

    def claim(self, start: int) -> EventClaim:
        """The claim, its sentence beginning somewhere in the article."""
        at = start + self.text.index(self.trigger)
        words = Span(at, at + len(self.trigger))
        return EventClaim(
            digest(self.article, words.start, self.category),
            self.article,
            self.category,
            words,
            self.actors,
            self.recipients,
            (Span(start, start + len(self.text)),),
            (self.rule or _rule(self.trigger),),
            self.stance,
            self.mode,
            (),
            self.place,
            self.speaker,
            self.when,
        )


def _rule(trigger: str) -> str:
    """Some trigger of the ontology whose lemma the word begins with."""
    known = sorted(
        (-len(lemma), term.id)
        for term in SCHEMA.of("Trigger")
        for lemma in term.all("lemma")
        if trigger.casefold().startswith(lemma.rstrip("e")[:5])
    )
    return known[0][1] if known else "rule"


def graph_of(
    tales: Sequence[Tale], relations: Sequence[RelationClaim] = ()
) -> KnowledgeGraph:
    """The gathered graph of some tales, those of one article one after another."""
    texts: dict[str, str] = {}
    claims, articles = [], {}
    for tale in tales:
        text = texts.get(tale.article, "")
        claims.append(tale.claim(len(text)))
        texts[tale.article] = text + tale.text + "\n"
        articles[tale.article] = tale
    return gather(
        KnowledgeGraph(
            tuple(
                Article(n, texts[n], tale.published, source=tale.source)
                for n, tale in sorted(articles.items())
            ),
            tuple(
                Entity(name, cls, label, (), ())
                for name, (cls, label) in sorted(NAMES.items())
            ),
            tuple(sorted(relations, key=lambda c: c.id)),
            tuple(sorted(claims, key=lambda c: c.id)),
        ),
        SCHEMA,
    )


def sizes(*tales: Tale) -> list[int]:
    """How many reports each happening has, the most first."""
    found = graph_of(tales).happenings
    return sorted((len(h.reports) for h in found), reverse=True)


def only(graph: KnowledgeGraph) -> Dispute:
    """The one dispute of a graph."""
    (dispute,) = graph.disputes
    return dispute


MET = Tale(
    "Rosa Diaz met Tom Mbeki in Accra on Monday to speak of the fishing grounds.",
    "met",
    "Consult",
    "rosa-diaz tom-mbeki",
    day="2020-05-04",
    rule="meet-verb-object",
)
TALKED = Tale(
    "After her talks with Tom Mbeki on Monday, Rosa Diaz flew home.",
    "talks",
    "Consult",
    "rosa-diaz tom-mbeki",
    day="2020-05-04",
    rule="talk-noun",
)
MEETING = Tale(
    "A meeting of Rosa Diaz and Tom Mbeki ended without a treaty.",
    "meeting",
    "Consult",
    "rosa-diaz tom-mbeki",
    rule="meeting-noun",
)
SEIZED = Tale(
    "Kenya seized a trawler from Ghana off the coast.",
    "seized",
    "Coerce",
    "kenya",
    "ghana",
    day="2020-05-04",
    rule="seize-verb",
)


def other(tale: Tale, **changes: object) -> Tale:
    """The same tale in another article, with some things changed."""
    made = Tale.__new__(Tale)
    made.__dict__.update(tale.__dict__ | {"article": digest(tale.article, *changes)})
    made.__dict__.update(changes)
    return made


def day(iso: str) -> Interval:
    """One day."""
    return Interval(iso, iso)


# ----------------------------------------------------------------- what is one thing


def test_nothing_happened_in_no_articles() -> None:
    """A graph without claims has neither happenings nor disputes."""
    empty = gather(KnowledgeGraph((), (), (), ()), SCHEMA)
    assert (empty.happenings, empty.disputes) == ((), ())


def test_every_event_is_a_report_of_one_happening() -> None:
    """Happenings part the events among them: each is in exactly one."""
    graph = graph_of([MET, TALKED, MEETING, SEIZED])
    reports = [report for h in graph.happenings for report in h.reports]
    assert sorted(reports) == sorted(claim.id for claim in graph.events)
    assert all(h.first in h.reports for h in graph.happenings)


ONE = (
    # the same day, both sides, another word
    (MET, TALKED),
    # no date, but the same word, and the articles of one week
    (MET, MEETING),
    # a visitor and a host beside two who met
    (MET, other(MET, actors=("rosa-diaz",), recipients=("tom-mbeki",))),
    # a day within the month that the other tells
    (MET, other(MET, when=Interval("2020-05", "2020-05"))),
    # the attacked alone is named
    (SEIZED, other(SEIZED, actors=())),
    # a finer category of one family
    (SEIZED, other(SEIZED, category="Sanction")),
)


def test_all_pairs_of_one_thing_are_tried() -> None:
    """Six pairs that are one thing."""
    assert len(ONE) == 6


@pytest.mark.parametrize(("left", "right"), ONE)
def test_reports_of_one_thing_are_gathered(left: Tale, right: Tale) -> None:
    """Two articles that tell one thing are two reports of one happening."""
    (happening,) = graph_of([left, right]).happenings
    assert len(happening.reports) == 2
    assert happening.reasons


TWO = (
    ("another day", MET, other(MET, when=day("2020-05-06"))),
    ("another partner", MET, other(MET, actors=("ghana", "rosa-diaz"))),
    ("one who acts on another", SEIZED, other(SEIZED, recipients=("mali",))),
    (
        "the other way round",
        SEIZED,
        other(SEIZED, actors=("ghana",), recipients=("kenya",)),
    ),
    ("a plan and its fulfilment", MET, other(MET, stance=AHEAD)),
    ("a denial", MET, other(MET, stance=DENIED)),
    ("another place", other(MET, place="lima"), other(TALKED, place="quito")),
    ("another mode", other(SEIZED, mode="arrest"), other(SEIZED, mode="ban")),
    ("another family", SEIZED, other(SEIZED, category="Accuse")),
    (
        "months apart, without a date",
        MET,
        other(MEETING, published="2020-09-01"),
    ),
    (
        "another day of the week, which nothing places",
        other(MEETING, text="The meeting on Tuesday of both was short."),
        other(MEETING, text="Their meeting on Friday of both was short."),
    ),
    (
        "one attack and many",
        other(SEIZED, text="The attack came.", trigger="attack", rule="attack-noun"),
        other(SEIZED, text="The attacks came.", trigger="attacks", rule="attack-noun"),
    ),
    (
        "two accusations on no known day, in other words",
        Tale("Mali accused Niger of theft.", "accused", "Accuse", "mali", "niger"),
        Tale("Mali accused Niger of arson.", "accused", "Accuse", "mali", "niger"),
    ),
    (
        "actors alone, on no known day",
        Tale("Mali fired rockets again.", "fired", "Mobilize", "mali"),
        Tale("Mali fired shells at dawn.", "fired", "Mobilize", "mali"),
    ),
)


def test_all_pairs_of_two_things_are_tried() -> None:
    """Fourteen pairs that are not one thing."""
    assert len(TWO) == 14


@pytest.mark.parametrize(("why", "left", "right"), TWO)
def test_two_things_stay_two(why: str, left: Tale, right: Tale) -> None:
    """What contradicts, or has too little in common, is not gathered."""
    assert sizes(left, right) == [1, 1], why


def test_a_report_without_a_date_joins_no_two_days() -> None:
    """Two meetings on two days stay two, whatever lies between them."""
    later = other(MET, when=day("2020-05-06"))
    assert sizes(MET, MEETING, later) == [2, 1]
    assert sizes(MET, later, MEETING, other(MEETING)) in ([3, 1], [2, 2])


def test_two_words_of_one_sentence_tell_two_things() -> None:
    """Unless all take part in both: "met and talked", not "arrested and deported"."""
    text = "Kenya seized and expelled envoys from Ghana."
    one = Tale(text, "seized", "Coerce", "kenya", "ghana", day="2020-05-04")
    two = Tale(text, "expelled", "Coerce", "kenya", "ghana", day="2020-05-04")
    claims = [tale.claim(0) for tale in (one, two)]
    article = Article(one.article, text, "2020-05-05")
    people = tuple(Entity(n, *NAMES[n], (), ()) for n in ("ghana", "kenya"))
    graph = KnowledgeGraph(
        (article,), people, (), tuple(sorted(claims, key=lambda claim: claim.id))
    )
    assert len(gather(graph, SCHEMA).happenings) == 2


def test_a_minister_is_no_other_than_his_state() -> None:
    """Who may be named for another does not contradict: the rest must say enough."""
    leads = RelationClaim(
        *("r", SEIZED.article, "leads", "rosa-diaz", "ghana", (Span(0, 9),)),
        *(("x",), DONE),
    )
    state = other(SEIZED, actors=("ghana",), recipients=("mali",))
    person = other(SEIZED, actors=("rosa-diaz",), recipients=("mali",))
    assert len(graph_of([SEIZED, state, person]).happenings) == 3
    assert len(graph_of([SEIZED, state, person], [leads]).happenings) == 2


def told(text: str, trigger: str) -> Tale:
    """A sentence of one article on attacks on Mali, without a date."""
    rule = {"attacked": "attack-verb", "attack": "attack-noun"}[trigger]
    return Tale(text, trigger, "Assault", "", "mali", rule=rule, article="one")


def test_a_noun_points_back_to_the_last_before_it() -> None:
    """What is called "the attack" is the last one told, "an attack" may be any."""
    first = told("Somebody attacked a bridge in Mali.", "attacked")
    second = told("Months earlier, rebels attacked a mine there.", "attacked")
    back = told("Nobody was hurt in the attack.", "attack")
    new = told("Last year an attack had closed a school.", "attack")
    graph = graph_of([first, second, back, new])
    (happening,) = (h for h in graph.happenings if len(h.reports) > 1)
    claims = {claim.id: claim for claim in graph.events}
    text = graph.articles[0].text
    told_in = {claims[r].evidence[0].cut(text) for r in happening.reports}
    assert told_in == {second.text, back.text}
    assert "points back" in happening.reasons


def test_a_happening_tells_what_its_reports_tell() -> None:
    """All participants, the finest date, the best status, the report that says most."""
    vague = other(SEIZED, actors=(), when=Interval("2020-05", "2020-05"), stance=UNSURE)
    graph = graph_of([SEIZED, other(SEIZED, place="accra"), vague])
    happening = max(graph.happenings, key=lambda h: len(h.reports))
    assert (happening.actors, happening.recipients) == (("kenya",), ("ghana",))
    assert happening.when == day("2020-05-04")
    assert happening.status is Status.ASSERTED
    assert happening.place == "accra"
    assert happening.category == "Coerce"


# ------------------------------------------------------------------- in any order


def test_the_order_of_the_input_does_not_matter() -> None:
    """The same claims in any order give the same bytes."""
    tales = [MET, TALKED, MEETING, other(MET, when=day("2020-05-06")), SEIZED]
    graphs = [graph_of(list(order)) for order in permutations(tales)]
    assert {to_nquads(g, SCHEMA) for g in graphs} == {to_nquads(graphs[0], SCHEMA)}
    shuffled = replace(
        graphs[0],
        articles=graphs[0].articles[::-1],
        entities=graphs[0].entities[::-1],
    )
    assert gather(shuffled, SCHEMA).happenings == graphs[0].happenings


def test_gathering_twice_changes_nothing() -> None:
    """What is gathered already is gathered anew, to the same."""
    graph = graph_of([MET, TALKED, SEIZED])
    assert gather(graph, SCHEMA) == graph


def test_the_graph_gives_happenings_back() -> None:
    """N-Quads hold happenings and disputes, and no event more than before."""
    graph = graph_of([MET, TALKED, other(SEIZED), other(SEIZED, stance=DENIED)])
    assert graph.disputes
    assert from_nquads(to_nquads(graph, SCHEMA), graph.articles) == graph
    bare = replace(graph, happenings=(), disputes=())
    added = set(to_nquads(graph, SCHEMA).split("\n")) - set(
        to_nquads(bare, SCHEMA).split("\n")
    )
    assert not any("denotedBy" in line or "kg:actor" in line for line in added)


def test_a_narrower_graph_has_fewer_reports() -> None:
    """Without a claim its happening loses a report, its dispute goes."""
    graph = graph_of([MET, TALKED, SEIZED, other(SEIZED, stance=DENIED)])
    assert narrow(graph) == graph
    gone = next(c for c in graph.events if c.stance == DENIED)
    less = narrow(
        replace(graph, events=tuple(c for c in graph.events if c is not gone))
    )
    assert len(less.happenings) == len(graph.happenings) - 1
    assert less.disputes == ()
    talked = next(c for c in graph.events if c.rules == ("talk-noun",))
    fewer = narrow(
        replace(graph, events=tuple(c for c in graph.events if c is not talked))
    )
    assert max(len(h.reports) for h in fewer.happenings) == 1
    assert max(h.independent for h in fewer.happenings) == 1


# ------------------------------------------------------------------ who copies whom

LEDE = " ".join(f"word{n} of the wire report on harbours" for n in range(30))


def test_near_copies_are_one_voice() -> None:
    """An article that another holds almost whole counts once."""
    whole = Article("b", f"{LEDE} with a last paragraph of its own.")
    cut = Article("c", LEDE[: len(LEDE) * 2 // 3])
    fresh = Article("a", " ".join(f"other{n} tale" for n in range(60)))
    found = origins([cut, fresh, whole])
    assert found == {"a": "a", "b": "b", "c": "b"}


def test_one_agency_is_one_voice() -> None:
    """Articles of one source, or that credit one agency, count once."""
    one = Article("a", "LIMA (Reuters) - Peru mourned.")
    two = Article("b", "Peru was in mourning. (Reuters)", source="Daily")
    three = Article("c", "Peru wept.", source="daily")
    four = Article("d", "Reuters reported that Peru wept, too, at night.")
    found = origins([four, three, two, one], ["Reuters", "AP"])
    assert found == {"a": "a", "b": "a", "c": "a", "d": "d"}


def test_origins_of_nothing() -> None:
    """No articles have no origins; one without words is its own."""
    assert origins([]) == {}
    assert origins([Article("a", "..."), Article("b", "Words.")]) == {
        "a": "a",
        "b": "b",
    }


def test_copies_do_not_count_as_independent() -> None:
    """Three reports by two agencies are told by two independent articles."""
    graph = graph_of(
        [MET, other(MET, source="Wire"), other(TALKED, source="Wire", text=TALKED.text)]
    )
    (happening,) = graph.happenings
    assert len(happening.reports) == 3
    assert happening.independent < 3


# ---------------------------------------------------------------- what is disputed


def killing(text: str, **changes: object) -> Tale:
    """A report of one attack of Mali's on Niger."""
    trigger = "killed"
    tale = Tale(text, trigger, "Assault", "mali", "niger", day="2020-05-04")
    return other(tale, **changes) if changes else tale


def test_a_number_is_disputed() -> None:
    """Reports of one happening that tell other numbers of the same disagree."""
    dispute = only(
        graph_of(
            [
                killing(
                    "Troops from Mali killed at least 12 people in Niger on Monday."
                ),
                killing("On Monday twenty people were killed in Niger by Mali's army."),
                killing("Mali's troops killed 12 people in Niger, a doctor said."),
            ]
        )
    )
    assert dispute.about is Point.NUMBER
    assert {dispute.left.value, dispute.right.value} == {"12 people", "twenty people"}


def test_other_things_counted_are_no_dispute() -> None:
    """Soldiers are not people, nor is a year a number of them."""
    graph = graph_of(
        [
            killing("Troops from Mali killed 12 soldiers in Niger on Monday."),
            killing("On Monday twenty people were killed in Niger by Mali's army."),
            killing("Mali's troops killed in 2020 people in Niger."),
        ]
    )
    assert graph.disputes == ()


def test_a_denial_is_disputed() -> None:
    """One says that it happened, another that it did not: both keep their receipts."""
    said = killing("Troops from Mali killed farmers in Niger on Monday.")
    denied = killing(
        "Mali denied that its troops killed farmers in Niger.",
        stance=DENIED,
        speaker="mali",
        when=None,
    )
    graph = graph_of([said, denied])
    dispute = only(graph)
    assert dispute.about is Point.POLARITY
    sides = {dispute.left.value: dispute.left, dispute.right.value: dispute.right}
    texts = {article.id: article.text for article in graph.articles}
    claims = {claim.id: claim for claim in graph.events}
    for value, text in (("positive", said.text), ("negative", denied.text)):
        side = sides[value]
        assert side.words.cut(texts[claims[side.claim].article]) == text


def test_a_date_is_disputed() -> None:
    """Two articles tell the same in the same words, but of two days."""
    graph = graph_of([MET, other(MET, when=day("2020-05-05"))])
    dispute = only(graph)
    assert dispute.about is Point.DATE
    assert {dispute.left.value, dispute.right.value} == {"2020-05-04", "2020-05-05"}
    assert len(graph.happenings) == 2


def test_an_actor_is_disputed() -> None:
    """One deed on one day is laid to two."""
    dispute = only(
        graph_of(
            [
                killing("Troops from Mali killed farmers in Niger on Monday."),
                killing(
                    "Herders from Ghana killed farmers in Niger.", actors=("ghana",)
                ),
            ]
        )
    )
    assert dispute.about is Point.ACTOR
    assert {dispute.left.value, dispute.right.value} == {"mali", "ghana"}


NO_DISPUTE = (
    ("other days of no common words", MET, other(TALKED, when=day("2020-05-06"))),
    ("days far apart", MET, other(MET, when=day("2020-05-20"))),
    ("a denial of another thing", SEIZED, other(MET, stance=DENIED)),
    ("a plan denied", other(MET, stance=AHEAD), other(MET, stance=DENIED)),
    ("a denial long after", MET, other(MEETING, stance=DENIED, published="2020-11-01")),
    ("the same again", MET, other(MET)),
)


@pytest.mark.parametrize(("why", "left", "right"), NO_DISPUTE)
def test_not_all_that_differs_is_disputed(why: str, left: Tale, right: Tale) -> None:
    """Two things, or two tales that agree, are no dispute."""
    assert len(NO_DISPUTE) == 6
    assert graph_of([left, right]).disputes == (), why


def test_a_relation_is_disputed() -> None:
    """What one article states of two things and another denies is disputed."""

    def claim(name: str, stance: Stance, *, former: bool = False) -> RelationClaim:
        return RelationClaim(
            *(name, MET.article, "leads", "tom-mbeki", "ghana", (Span(0, 9),)),
            *(("x",), stance),
            former=former,
        )

    graph = graph_of([MET], [claim("yes", DONE), claim("no", DENIED)])
    assert only(graph).about is Point.POLARITY
    graph = graph_of([MET], [claim("yes", DONE, former=True), claim("no", DENIED)])
    assert graph.disputes == ()


COUNTS = (
    ("They killed 12 people.", "killed", (12, "people")),
    ("They arrested some 1,200 protesters.", "arrested", (1200, "protesters")),
    ("Fifteen aid workers were abducted there.", "abducted", (15, "workers")),
    ("The arrest of seven union leaders drew anger.", "arrest", (7, "leaders")),
    ("They killed the mayor, and 12 people fled.", "killed", None),
    ("They marched 12 miles.", "marched", None),
    ("They were arrested in 2019.", "arrested", None),
    ("They detained him for 3 days.", "detained", None),
    ("They detained him.", "detained", None),
)


@pytest.mark.parametrize(("text", "trigger", "expected"), COUNTS)
def test_a_number_belongs_to_its_verb(
    text: str, trigger: str, expected: tuple[int, str] | None
) -> None:
    """The number of what is done stands close to the word that tells it."""
    assert len(COUNTS) == 9
    at = text.index(trigger)
    found = count_of(text, Span(0, len(text)), Span(at, at + len(trigger)), WORDS)
    assert (found and (found.number, found.counted)) == expected
    if found is not None:
        assert str(found.words.cut(text)).endswith(found.counted)


def test_disputes_point_at_two_claims() -> None:
    """The left claim is the one of the smaller id, and the two differ."""
    graph = graph_of([MET, other(MET, when=day("2020-05-05")), SEIZED])
    for dispute in graph.disputes:
        assert dispute.left.claim < dispute.right.claim
    assert all(a.id != b.id for a, b in combinations(graph.disputes, 2))

"""Small knowledge graphs, made by hand, on articles of our own.

`diplomacy()` has an answer to every named question. `told()` is one relation, told in
whatever stance a test asks for.
"""

from dataclasses import dataclass

from kg.happenings import gather
from kg.model import (
    Article,
    Certainty,
    Entity,
    EventClaim,
    Furniture,
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
from kg.schema import load_schema

ADVERT = "Read more: our newsletter."
TALKS_TEXT = (
    "President Moon Jae-in of South Korea met Kim Jong-un in Panmunjom on Monday.\n"
    "Kim Yo-jong, the younger sister of Kim Jong-un, works for the Workers' Party.\n"
    "The Liaison Office lies in Kaesong. "
    "South Korea and North Korea belong to the Joint Committee.\n"
    "Seoul signed the Panmunjom Declaration, and Kim thanked Moon.\n"
)
TALKS = Article(
    id="border-talks",
    text=TALKS_TEXT + ADVERT,
    published="2018-10-16",
    title='Leaders "meet" at the border',
    url="https://news.example.org/border-talks?a=1&b=2",
    source="Example Wire",
    author="A. Writer",
    language="en",
    furniture=(
        Furniture(Span(len(TALKS_TEXT), len(TALKS_TEXT) + len(ADVERT)), "newsletter"),
    ),
)
ROW = Article(
    id="sanctions-row",
    text=(
        "The United States did not impose sanctions on North Korea on Thursday. "
        "Moon said that Washington will meet Pyongyang in May.\n"
        "In 2019 the European Union sanctioned Belarus. "
        "Park Geun-hye, a former president, led South Korea until 2017.\n"
        "Ro Jong, a Kim Jong Un confidant, is not a member of the Workers' Party.\n"
        "South Korean troops withdrew."
    ),
    published="2019-03-22",
    source="Example Wire",
)
NOTE = Article(
    id="메모 1/2",
    text=(
        "Moon (문재인) may visit Berlin. "
        "“Kim Yo-jong leads the Workers' Party,” Park said. "
        "Seoul criticised Pyongyang. "
        "The Liaison Office is no longer in Kaesong."
    ),
    published="2019-04-02",
)
ARTICLES = tuple(sorted((TALKS, ROW, NOTE), key=lambda a: a.id))

CERTAIN = Stance(tense=Tense.PRESENT)
DONE = Stance(tense=Tense.PAST)
DENIED = Stance(Polarity.NEGATIVE, tense=Tense.PAST)
UNTRUE = Stance(Polarity.NEGATIVE, tense=Tense.PRESENT)
PLANNED = Stance(tense=Tense.FUTURE)
MAYBE = Stance(certainty=Certainty.POSSIBLE, tense=Tense.FUTURE)


def span(article: Article, words: str, nth: int = 1) -> Span:
    """Where words stand for the nth time in an article."""
    start = -1
    for _ in range(nth):
        start = article.text.index(words, start + 1)
    return Span(start, start + len(words))


def sentence(article: Article, words: str) -> Span:
    """The sentence that holds words: up to ". " or a line end on either side."""
    at = article.text.index(words)
    stops = [i + 1 for i, c in enumerate(article.text) if c in ".\n”"]
    start = max((s for s in stops if s <= at), default=0)
    end = min((s for s in stops if s > at), default=len(article.text))
    while article.text[start].isspace():
        start += 1
    while article.text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def at(
    article: Article, words: str, cls: str, *, nth: int = 1, kind: Kind = Kind.NAME
) -> Located:
    """A mention of an article."""
    return Located(article.id, Mention(span(article, words, nth), words, kind, cls))


def entity(
    name: str,
    cls: str,
    label: str,
    *mentions: Located,
    aliases: tuple[str, ...] = (),
    entry: str | None = None,
    matches: tuple[str, ...] = (),
) -> Entity:
    """An entity, its mentions sorted."""
    placed = sorted(mentions, key=lambda m: (m.article, m.mention.span))
    return Entity(
        name, cls, label, tuple(sorted(aliases)), tuple(placed), entry, matches
    )


@dataclass(frozen=True)
class Told:
    """What the claims of one sentence share."""

    article: Article
    words: str
    stance: Stance = CERTAIN
    speaker: str | None = None
    when: Interval | None = None
    confidence: float = 0.9

    def relation(
        self,
        subject: str,
        relation: str,
        target: str,
        *titles: str,
        former: bool = False,
    ) -> RelationClaim:
        """A relation that the sentence tells."""
        return RelationClaim(
            digest(self.article.id, relation, subject, target),
            self.article.id,
            relation,
            subject,
            target,
            (sentence(self.article, self.words),),
            ("by-hand",),
            self.stance,
            tuple(sorted(titles)),
            former,
            self.speaker,
            self.when,
            self.confidence,
        )

    def event(
        self,
        category: str,
        trigger: str,
        actors: tuple[str, ...],
        recipients: tuple[str, ...] = (),
        *,
        mode: str | None = None,
        contexts: tuple[str, ...] = (),
        place: str | None = None,
    ) -> EventClaim:
        """An event that the sentence tells."""
        where = sentence(self.article, self.words)
        start = self.article.text.index(trigger, where.start)
        return EventClaim(
            digest(self.article.id, category, start),
            self.article.id,
            category,
            Span(start, start + len(trigger)),
            tuple(sorted(actors)),
            tuple(sorted(recipients)),
            (where,),
            ("by-hand", "frame/x"),
            self.stance,
            mode,
            tuple(sorted(contexts)),
            place,
            self.speaker,
            self.when,
            self.confidence,
        )


def day(date: str) -> Interval:
    """One day, month or year."""
    return Interval(date, date)


def _people() -> tuple[Entity, ...]:
    jong_un = at(TALKS, "Kim Jong-un", "Person")
    return (
        entity(
            "moon-jae-in",
            "Person",
            "Moon Jae-in",
            at(TALKS, "Moon Jae-in", "Person"),
            at(TALKS, "Moon", "Person", nth=2),
            at(ROW, "Moon", "Person"),
            at(NOTE, "Moon", "Person"),
            at(NOTE, "문재인", "Person"),
            aliases=("Moon", "문재인"),
            entry="moon-jae-in",
            matches=("http://www.wikidata.org/entity/Q21001",),
        ),
        entity(
            "kim-jong-un",
            "Person",
            "Kim Jong-un",
            jong_un,
            at(TALKS, "Kim Jong-un", "Person", nth=2),
            at(ROW, "Kim Jong Un", "Person"),
            aliases=("Kim Jong Un",),
        ),
        entity(
            "kim-yo-jong",
            "Person",
            "Kim Yo-jong",
            at(TALKS, "Kim Yo-jong", "Person"),
            at(TALKS, "the younger sister", "Person", kind=Kind.NOMINAL),
            at(NOTE, "Kim Yo-jong", "Person"),
        ),
        entity(
            "park-geun-hye",
            "Person",
            "Park Geun-hye",
            at(ROW, "Park Geun-hye", "Person"),
            at(NOTE, "Park", "Person"),
            aliases=("Park",),
        ),
        entity("ro-jong", "Person", "Ro Jong", at(ROW, "Ro Jong", "Person")),
    )


def _countries() -> tuple[Entity, ...]:
    return (
        entity(
            "south-korea",
            "Country",
            "South Korea",
            at(TALKS, "South Korea", "Country"),
            at(TALKS, "Seoul", "Country"),
            at(ROW, "South Korea", "Country"),
            at(ROW, "South Korean", "Country", kind=Kind.DEMONYM),
            at(NOTE, "Seoul", "Country"),
            aliases=("Seoul", "South Korean"),
        ),
        entity(
            "north-korea",
            "Country",
            "North Korea",
            at(TALKS, "North Korea", "Country"),
            at(ROW, "North Korea", "Country"),
            at(ROW, "Pyongyang", "Country"),
            at(NOTE, "Pyongyang", "Country"),
            aliases=("Pyongyang",),
        ),
        entity(
            "united-states",
            "Country",
            "United States",
            at(ROW, "United States", "Country"),
            at(ROW, "Washington", "Country"),
            aliases=("Washington",),
        ),
        entity("belarus", "Country", "Belarus", at(ROW, "Belarus", "Country")),
    )


def _others() -> tuple[Entity, ...]:
    return (
        entity(
            "european-union",
            "Organization",
            "European Union",
            at(ROW, "European Union", "Organization"),
        ),
        entity(
            "joint-committee",
            "Organization",
            "Joint Committee",
            at(TALKS, "Joint Committee", "Organization"),
        ),
        entity(
            "liaison-office",
            "Organization",
            "Liaison Office",
            at(TALKS, "Liaison Office", "Organization"),
            at(NOTE, "Liaison Office", "Organization"),
        ),
        entity(
            "workers-party",
            "Organization",
            "Workers' Party",
            at(TALKS, "Workers' Party", "Organization"),
            at(ROW, "Workers' Party", "Organization"),
            at(NOTE, "Workers' Party", "Organization"),
        ),
        entity(
            "kaesong",
            "Place",
            "Kaesong",
            at(TALKS, "Kaesong", "Place"),
            at(NOTE, "Kaesong", "Place"),
        ),
        entity("berlin", "Place", "Berlin", at(NOTE, "Berlin", "Place")),
        entity("panmunjom", "Place", "Panmunjom", at(TALKS, "Panmunjom", "Place")),
        entity(
            "panmunjom-declaration",
            "Agreement",
            "Panmunjom Declaration",
            at(TALKS, "Panmunjom Declaration", "Agreement"),
        ),
    )


def _relations() -> tuple[RelationClaim, ...]:
    members = Told(TALKS, "Joint Committee")
    quoted = Told(NOTE, "leads the", speaker="park-geun-hye", confidence=0.8)
    return (
        Told(TALKS, "President Moon").relation(
            "moon-jae-in", "leads", "south-korea", "President"
        ),
        Told(TALKS, "younger sister").relation(
            "kim-jong-un", "siblingOf", "kim-yo-jong"
        ),
        Told(TALKS, "works for", confidence=0.75).relation(
            "kim-yo-jong", "worksFor", "workers-party"
        ),
        Told(TALKS, "Liaison Office").relation(
            "liaison-office", "locatedIn", "kaesong"
        ),
        members.relation("north-korea", "memberOf", "joint-committee"),
        members.relation("south-korea", "memberOf", "joint-committee"),
        Told(TALKS, "signed").relation(
            "south-korea", "signatoryOf", "panmunjom-declaration"
        ),
        Told(ROW, "Park Geun-hye", DONE, when=Interval(None, "2017")).relation(
            "park-geun-hye", "leads", "south-korea", "president", former=True
        ),
        Told(ROW, "Ro Jong", UNTRUE).relation("ro-jong", "memberOf", "workers-party"),
        Told(NOTE, "no longer", UNTRUE).relation(
            "liaison-office", "locatedIn", "kaesong"
        ),
        quoted.relation("kim-yo-jong", "leads", "workers-party"),
        Told(NOTE, "문재인", MAYBE).relation("moon-jae-in", "leads", "berlin"),
        Told(ROW, "South Korean troops", confidence=0.4).relation(
            "ro-jong", "nationality", "south-korea"
        ),
    )


def _events() -> tuple[EventClaim, ...]:
    met = Told(TALKS, "met Kim", DONE, when=day("2018-10-15"), confidence=0.95)
    will = Told(ROW, "will meet", PLANNED, "moon-jae-in", day("2019-05"))
    cut = Told(ROW, "did not impose", DENIED, when=day("2019-03-21"))
    return (
        met.event("Consult", "met", ("kim-jong-un", "moon-jae-in"), place="panmunjom"),
        Told(TALKS, "thanked", DONE).event(
            "Support", "thanked", ("kim-jong-un",), ("moon-jae-in",)
        ),
        cut.event(
            "Sanction",
            "impose sanctions",
            ("united-states",),
            ("north-korea",),
            mode="discontinue",
            contexts=("cbrn", "economic"),
        ),
        will.event("Agree", "meet", ("north-korea", "united-states"), mode="meet"),
        Told(ROW, "In 2019", DONE, when=day("2019")).event(
            "Sanction", "sanctioned", ("european-union",), ("belarus",)
        ),
        Told(ROW, "troops withdrew", DONE).event(
            "Retreat", "withdrew", ("south-korea",), mode="withdraw"
        ),
        Told(NOTE, "may visit", MAYBE).event(
            "Consult", "visit", ("moon-jae-in",), place="berlin", mode="visit"
        ),
        Told(NOTE, "criticised", DONE, confidence=0.5).event(
            "Accuse", "criticised", ("south-korea",), ("north-korea",)
        ),
    )


def _judgements() -> tuple[Judgement, ...]:
    return (
        Judgement(
            at(TALKS, "Kim Jong-un", "Person"),
            at(TALKS, "Kim Yo-jong", "Person"),
            Verdict.DIFFERENT,
            "given-name",
            ("family name",),
            ("given name", "sister of"),
            -2.5,
        ),
        Judgement(
            at(TALKS, "Kim Jong-un", "Person"),
            at(ROW, "Kim Jong Un", "Person"),
            Verdict.SAME,
            "same-key",
            ("romanisation", "title"),
            (),
            3.25,
        ),
    )


def diplomacy() -> KnowledgeGraph:
    """Three articles with every kind of claim, in every status."""
    entities = (*_people(), *_countries(), *_others())
    graph = KnowledgeGraph(
        ARTICLES,
        tuple(sorted(entities, key=lambda e: e.id)),
        tuple(sorted(_relations(), key=lambda c: c.id)),
        tuple(sorted(_events(), key=lambda c: c.id)),
        _judgements(),
    )
    return gather(graph, load_schema())


def empty() -> KnowledgeGraph:
    """A graph of no articles."""
    return KnowledgeGraph((), (), (), ())


def told(
    stance: Stance = CERTAIN, *, former: bool = False, speaker: bool = False
) -> KnowledgeGraph:
    """One article that tells, in some way, that Ann leads Oz."""
    article = Article("oz", "Ann leads Oz, Bob says.", "2020-01-31")
    people = (
        entity("ann", "Person", "Ann", at(article, "Ann", "Person")),
        entity("bob", "Person", "Bob", at(article, "Bob", "Person")),
        entity("oz", "Country", "Oz", at(article, "Oz", "Country")),
    )
    tale = Told(article, "Ann", stance, "bob" if speaker else None)
    claim = tale.relation("ann", "leads", "oz", "queen", former=former)
    return KnowledgeGraph((article,), people, (claim,), ())

"""Graphs made by hand, to look at and to test the viewer with. All texts are ours.

"𝔸" begins an article because it is one code point and two of JavaScript's units.

Each is plain data (articles of sentences, names, claims) that `_graph` turns into a
`KnowledgeGraph`: spans are looked up in the texts, so that none can be wrong.
"""

from dataclasses import dataclass, replace

from kg.model import (
    Article,
    Certainty,
    Entity,
    EventClaim,
    Interval,
    Kind,
    KnowledgeGraph,
    Located,
    Mention,
    Polarity,
    RelationClaim,
    Span,
    Stance,
    Tense,
)

SO = Stance()
NOT = Stance(polarity=Polarity.NEGATIVE)
WILL = Stance(tense=Tense.FUTURE)
MAY = Stance(certainty=Certainty.POSSIBLE)


@dataclass(frozen=True)
class Told:
    """One claim: the article, the number of its sentence, and what it says."""

    article: str
    sentence: int
    term: str
    doers: str
    others: str = ""
    trigger: str | None = None
    stance: Stance = SO
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    place: str | None = None
    speaker: str | None = None
    day: str | None = None
    titles: tuple[str, ...] = ()
    former: bool = False


@dataclass(frozen=True)
class Named:
    """One entity: label, class, other names; each name is looked up in the texts."""

    id: str
    cls: str
    label: str
    aliases: tuple[str, ...] = ()


def _spans(sentences: tuple[str, ...]) -> list[Span]:
    spans, at = [], 0
    for sentence in sentences:
        spans.append(Span(at, at + len(sentence)))
        at += len(sentence) + 2
    return spans


def _mentions(named: Named, text: str) -> list[Mention]:
    """Every place where one of its names stands, the longer name first."""
    found: list[Mention] = []
    for words in sorted((named.label, *named.aliases), key=len, reverse=True):
        at = text.find(words)
        while at >= 0:
            span = Span(at, at + len(words))
            if not any(span.overlaps(m.span) for m in found):
                found.append(Mention(span, words, Kind.NAME, named.cls))
            at = text.find(words, at + 1)
    return sorted(found, key=lambda m: m.span)


def _claim(
    number: int, told: Told, text: str, sentences: list[Span]
) -> RelationClaim | EventClaim:
    evidence = sentences[told.sentence]
    when = Interval(told.day, told.day) if told.day else None
    doers, others = tuple(told.doers.split()), tuple(told.others.split())
    name = f"c{number:02}"
    if told.trigger is None:
        return RelationClaim(
            name, told.article, told.term, doers[0], others[0], (evidence,),
            ("title-of",), told.stance, titles=told.titles, former=told.former,
            speaker=told.speaker, when=when,
        )  # fmt: skip
    start = text.index(told.trigger, evidence.start)
    return EventClaim(
        name, told.article, told.term, Span(start, start + len(told.trigger)), doers,
        others, (evidence,), ("verb-frame",), told.stance, mode=told.mode,
        contexts=told.contexts, place=told.place, speaker=told.speaker, when=when,
        confidence=0.87,
    )  # fmt: skip


def _graph(
    articles: dict[Article, tuple[str, ...]],
    names: tuple[Named, ...],
    claims: tuple[Told, ...],
) -> KnowledgeGraph:
    read = [replace(a, text="\n\n".join(s)) for a, s in articles.items()]
    spans = {a.id: _spans(s) for a, s in articles.items()}
    texts = {a.id: a.text for a in read}
    entities = [
        Entity(
            n.id, n.cls, n.label, n.aliases,
            tuple(Located(a.id, m) for a in read for m in _mentions(n, a.text)),
        )
        for n in names
    ]  # fmt: skip
    made = [
        _claim(i, told, texts[told.article], spans[told.article])
        for i, told in enumerate(claims)
    ]
    return KnowledgeGraph(
        tuple(sorted(read, key=lambda a: a.id)),
        tuple(sorted(entities, key=lambda e: e.id)),
        tuple(c for c in made if isinstance(c, RelationClaim)),
        tuple(c for c in made if isinstance(c, EventClaim)),
    )


# ------------------------------------------------------------------ two Koreas

_KOREA = {
    Article("envoy", "", "2020-06-16", "Sister’s warning, and an office gone",
            "https://news.example/envoy", "The Harbour Gazette", "R. Vale"): (
        "𝔸 Kim Yo-jong, a sister of Kim Jong Un, accused the United States of bad "
        "faith on Tuesday.",
        "North Korea blew up the liaison office in Kaesong the same afternoon, the "
        "Unification Ministry said.",
        "South Korea has not imposed new sanctions on North Korea, a spokesman "
        "insisted.",
        "Kim Yo Jong may send more troops to the border, analysts think.",
        "Moon Jae-in urged Pyongyang to keep the Panmunjom Declaration.",
    ),
    Article("talks", "", "2019-03-25", "Seats filled again at the joint office",
            "https://news.example/talks", "The Harbour Gazette"): (
        "Officials of North Korea returned to the joint office in Kaesong on Monday.",
        "South Korea and North Korea will hold talks there next week.",
        "KCNA said that Kim Jong Un had thanked President Moon for his patience.",
        "President Moon leads South Korea; Kim Jong Un leads North Korea.",
        "Washington denied that it had threatened Pyongyang.",
        "The Unification Ministry, a part of the government of South Korea, runs the "
        "liaison office.",
    ),
    Article("summit", "", "2018-04-28", "A handshake across a line",
            None, "Evening Post"): (
        "Moon Jae-in met Kim Jong Un in Panmunjom on Friday.",
        "The two signed the Panmunjom Declaration.",
        "Donald Trump, the president of the United States, praised the meeting.",
        "Trump and Kim Jong Un plan to meet in May or June.",
        "Kim Yo-jong works for the Workers’ Party and sat beside her brother.",
        "Tokyo, however, stayed away.",
    ),
}  # fmt: skip

_KOREANS = (
    Named("donald-trump", "Person", "Donald Trump", ("Trump",)),
    Named("japan", "Country", "Japan", ("Tokyo",)),
    Named("kaesong", "Place", "Kaesong", ("Gaeseong",)),
    Named("kcna", "Organization", "KCNA", ("Korean Central News Agency",)),
    Named("kim-jong-un", "Person", "Kim Jong Un", ("Kim Jong-un",)),
    Named("kim-yo-jong", "Person", "Kim Yo-jong", ("Kim Yeo-jeong", "Kim Yo Jong")),
    Named("liaison-office", "Organization", "Inter-Korean Liaison Office",
          ("joint office", "liaison office")),
    Named("moon-jae-in", "Person", "Moon Jae-in", ("President Moon", "문재인")),
    Named("north-korea", "Country", "North Korea", ("DPRK", "Pyongyang")),
    Named("panmunjom", "Place", "Panmunjom"),
    Named("panmunjom-declaration", "Agreement", "Panmunjom Declaration"),
    Named("south-korea", "Country", "South Korea", ("Republic of Korea", "Seoul")),
    Named("unification-ministry", "Organization", "Unification Ministry"),
    Named("united-states", "Country", "United States", ("U.S.", "Washington")),
    Named("workers-party", "Organization", "Workers’ Party"),
)  # fmt: skip

_SAID = (
    Told("envoy", 0, "siblingOf", "kim-jong-un", "kim-yo-jong"),
    Told("envoy", 0, "Accuse", "kim-yo-jong", "united-states", "accused",
         mode="disapprove", contexts=("diplomatic",), day="2020-06-16"),
    Told("envoy", 1, "Assault", "north-korea", "liaison-office", "blew up",
         mode="explosives", place="kaesong", speaker="unification-ministry",
         day="2020-06-16"),
    Told("envoy", 2, "Sanction", "south-korea", "north-korea", "imposed", NOT,
         contexts=("economic",)),
    Told("envoy", 3, "Mobilize", "kim-yo-jong", "", "send", MAY, mode="troops"),
    Told("envoy", 4, "Request", "moon-jae-in", "north-korea", "urged"),
    Told("talks", 0, "Cooperate", "north-korea", "liaison-office", "returned",
         place="kaesong", day="2019-03-25"),
    Told("talks", 0, "locatedIn", "liaison-office", "kaesong"),
    Told("talks", 1, "Consult", "north-korea south-korea", "", "talks", WILL,
         place="kaesong"),
    Told("talks", 2, "Support", "kim-jong-un", "moon-jae-in", "thanked",
         speaker="kcna"),
    Told("talks", 3, "leads", "moon-jae-in", "south-korea", titles=("President",)),
    Told("talks", 3, "leads", "kim-jong-un", "north-korea"),
    Told("talks", 4, "Threaten", "united-states", "north-korea", "threatened", NOT,
         speaker="united-states"),
    Told("talks", 5, "partOf", "unification-ministry", "south-korea"),
    Told("talks", 5, "memberOf", "south-korea", "liaison-office"),
    Told("summit", 0, "Consult", "kim-jong-un moon-jae-in", "", "met",
         place="panmunjom", day="2018-04-27"),
    Told("summit", 1, "signatoryOf", "kim-jong-un", "panmunjom-declaration"),
    Told("summit", 1, "signatoryOf", "moon-jae-in", "panmunjom-declaration"),
    Told("summit", 2, "leads", "donald-trump", "united-states",
         titles=("president",), former=True),
    Told("summit", 2, "Support", "donald-trump", "moon-jae-in kim-jong-un", "praised"),
    Told("summit", 3, "Consult", "donald-trump kim-jong-un", "", "meet", WILL,
         day="2018-05"),
    Told("summit", 4, "worksFor", "kim-yo-jong", "workers-party"),
)  # fmt: skip


def korea() -> KnowledgeGraph:
    """Fifteen entities, twenty-two claims of every status, three articles."""
    return _graph(_KOREA, _KOREANS, _SAID)


def undated() -> KnowledgeGraph:
    """The same without any date of the articles: some claims have none at all."""
    graph = korea()
    articles = tuple(replace(a, published=None) for a in graph.articles)
    return replace(graph, articles=articles)


# ---------------------------------------------------------------- ill will

EVIL = "</script><img src=x onerror=alert(1)>"
TURNED = "Kim\u202egnoj-oY"
LONG = "x" * 10_000


def hostile() -> KnowledgeGraph:
    """Names, titles and addresses that mean harm."""
    sentence = f"{EVIL} accused {TURNED} and {LONG[:50]} of <!-- <script> \u2028 harm."
    article = Article(
        EVIL, "", "2020-01-01", EVIL, "javascript:alert(1)", '"><svg onload=alert(1)>'
    )
    return _graph(
        {article: (sentence, EVIL)},
        (
            Named("evil", "Person", EVIL, ("javascript:alert(2)",)),
            Named("long", "Organization", LONG, (LONG[:50],)),
            Named("turned", "Person", TURNED),
            Named('"><b>', "UnknownClass", "{{ 7 * 7 }} ${alert(3)}"),
        ),
        (
            Told(EVIL, 0, "Accuse", "evil", 'turned long "><b>', "accused"),
            Told(EVIL, 0, "unheardOf", "evil", "long"),
        ),
    )


# --------------------------------------------------------------------- many


def wide(size: int) -> KnowledgeGraph:
    """A graph of any size: few well connected, many at the rim, some alone."""
    sentences = tuple(
        f"Name {i} met Name {_partner(i)} at noon." for i in range(1, size)
    )
    names = tuple(
        Named(f"n{i:05}", ("Person", "Country", "Organization")[i % 3], f"Name {i}")
        for i in range(size)
    )
    # looked up by hand: to search every name in every sentence would take minutes
    spans = _spans(sentences)
    article = Article("all", "\n\n".join(sentences), "2021-05-04", "All of them")
    entities, claims = [], []
    for i, named in enumerate(names):
        places = [spans[i - 1].start] if i else []
        mentions = tuple(
            Located("all", Mention(Span(at, at + len(named.label)), named.label,
                                   Kind.NAME, named.cls))
            for at in places
        )  # fmt: skip
        entities.append(Entity(named.id, named.cls, named.label, (), mentions))
    for i in range(1, size):
        if i % 10 == 9:
            continue
        pair = tuple(sorted((f"n{i:05}", f"n{_partner(i):05}")))
        at = article.text.index("met", spans[i - 1].start)
        claims.append(
            EventClaim(f"c{i:05}", "all", "Consult", Span(at, at + 3), pair, (),
                       (spans[i - 1],), ("verb-frame",), SO)
        )  # fmt: skip
    return KnowledgeGraph((article,), tuple(entities), (), tuple(claims))


def _partner(i: int) -> int:
    """An earlier number, small ones far more often: i -> about i * i mod its root."""
    return (i * i * 7 + i // 3) % max(1, int(i**0.75))

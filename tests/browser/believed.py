"""Graphs in which an edge is to be believed, or not: reports, disputes, doubts.

All texts are ours. `believed` has whatever a card can tell; `lengthy` is one article of
a hundred thousand characters with two thousand claims.
"""

from dataclasses import replace

from kg.model import (
    Article,
    Dispute,
    EventClaim,
    Happening,
    Interval,
    Judgement,
    Kind,
    KnowledgeGraph,
    Located,
    Mention,
    Point,
    Side,
    Span,
    Stance,
    Status,
    Verdict,
)

from .graphs import MAY, NOT, SO, WILL, Named, Told, _graph

_WIRE = (
    "A harbour watch of the ministry said that Ostland seized three boats of Westland "
    "near the northern light on Tuesday, after a night of warnings by radio.",
    "The boats had left the port before dawn with nine men and a week of bread, and "
    "nobody answered when the coast called them by name and by number.",
    "Anna Berg, the minister of Westland, will meet the envoy in Southport, her office "
    "told the agency before noon.",
)
_ARTICLES = {
    Article("wire", "", "2020-06-16", "Boats seized near the light",
            "https://news.example/wire", "Coast Wire"): _WIRE,
    Article("copy", "", "2020-06-17", "Three boats seized", None,
            "Morning Mail"): _WIRE,
    Article("rival", "", "2020-06-18", "What happened at sea", "javascript:alert(1)",
            "Rival Herald"): (
        "Ostland seized five boats of Westland on Monday, fishermen told the paper.",
        "Berg may resign, Anna Berg being tired; Ostland did not seize boats before.",
        "People in the port said that Ostland threatened Westland.",
    ),
    Article("seoul", "", "2020-06-19", "서해의 배", None, "항구신문"): (
        "안나 베르크 장관은 오스트란트를 비난했다.",
        "배는 아직 돌아오지 않았다.",
    ),
    Article("arabic", "", None, "قوارب البحر", None, None): (
        "اتهمت آنا بيرغ أوستلاند يوم الثلاثاء.",
    ),
}  # fmt: skip
_NAMES = (
    Named("anna-berg", "Person", "Anna Berg", ("Berg", "안나 베르크", "آنا بيرغ")),
    Named("berg-town", "Place", "Berg"),
    Named("coast-wire", "Organization", "Coast Wire", ("the agency",)),
    Named("ministry", "Organization", "Ministry", ("ministry",)),
    Named("ostland", "Country", "Ostland", ("오스트란트", "أوستلاند")),
    Named("southport", "Place", "Southport"),
    Named("westland", "Country", "Westland"),
)
_SAID = (
    Told("wire", 0, "Assault", "ostland", "westland", "seized", speaker="ministry",
         day="2020-06-16"),
    Told("copy", 0, "Assault", "ostland", "westland", "seized", speaker="ministry",
         day="2020-06-16"),
    Told("rival", 0, "Assault", "ostland", "westland", "seized", day="2020-06-15"),
    Told("wire", 2, "leads", "anna-berg", "westland", titles=("minister",)),
    Told("wire", 2, "Consult", "anna-berg", "", "meet", WILL, mode="visit",
         contexts=("diplomatic",), place="southport"),
    Told("rival", 1, "Retreat", "anna-berg", "", "resign", MAY),
    Told("rival", 1, "Assault", "ostland", "", "seize", NOT),
    Told("rival", 2, "Threaten", "ostland", "westland", "threatened"),
    Told("seoul", 0, "Accuse", "anna-berg", "ostland", "비난"),
    Told("arabic", 0, "Accuse", "anna-berg", "ostland", "اتهمت"),
    Told("rival", 1, "Coerce", "ostland", "", "seize",
         Stance(NOT.polarity, MAY.certainty, WILL.tense)),
)  # fmt: skip


def _changed(graph: KnowledgeGraph) -> KnowledgeGraph:
    """The same graph with chains of speakers, vague dates and matches."""
    events = {claim.id: claim for claim in graph.events}
    events["c00"] = replace(events["c00"], relayed_by=("coast-wire",))
    events["c01"] = replace(events["c01"], relayed_by=("coast-wire",))
    events["c04"] = replace(events["c04"], when=Interval("2020-06-22", "2020-06-28"))
    events["c05"] = replace(events["c05"], when=Interval("2020", "2020"))
    events["c07"] = replace(events["c07"], unnamed=True, when=Interval("2020-05", None))
    told = replace(graph.relations[0], when=Interval("2017", "2021"))
    berg = ("http://www.wikidata.org/entity/Q42", "javascript:alert(3)")
    return replace(
        graph,
        relations=(told,),
        events=tuple(events.values()),
        entities=tuple(
            replace(e, matches=berg) if e.id == "anna-berg" else e
            for e in graph.entities
        ),
    )


def _side(graph: KnowledgeGraph, name: str, value: str, words: str) -> Side:
    claim = next(c for c in graph.events if c.id == name)
    text = next(a.text for a in graph.articles if a.id == claim.article)
    start = text.index(words)
    return Side(name, value, Span(start, start + len(words)))


def _disputes(graph: KnowledgeGraph) -> tuple[Dispute, ...]:
    said = {"c00": _WIRE[0]}
    said["c02"] = _ARTICLES_OF["rival"][0]
    number = Dispute(
        "d1", Point.NUMBER,
        _side(graph, "c00", "three", "three boats"),
        _side(graph, "c02", "five", "five boats"),
    )  # fmt: skip
    day = Dispute(
        "d2", Point.DATE,
        _side(graph, "c00", "2020-06-16", said["c00"]),
        _side(graph, "c02", "2020-06-15", said["c02"]),
    )  # fmt: skip
    return number, day


_ARTICLES_OF = {article.id: sentences for article, sentences in _ARTICLES.items()}


def _judgements(graph: KnowledgeGraph) -> tuple[Judgement, ...]:
    texts = {a.id: a.text for a in graph.articles}

    def at(article: str, words: str) -> Located:
        start = texts[article].index(words)
        span = Span(start, start + len(words))
        return Located(article, Mention(span, words, Kind.NAME, "Person"))

    return (
        Judgement(at("wire", "Anna Berg"), at("rival", "Anna Berg"), Verdict.SAME,
                  "same name", ("same name", "same country"), ("different office",)),
        Judgement(at("wire", "Anna Berg"), at("copy", "Anna Berg"), Verdict.SAME,
                  "same gazetteer entry", ("same gazetteer entry",)),
        Judgement(at("wire", "Anna Berg"), at("rival", "Berg"), Verdict.UNSURE,
                  "family name only", ("family name only",), ("different classes",)),
    )  # fmt: skip


def believed() -> KnowledgeGraph:
    """Five articles, one of them wire copy; eleven claims, two disputes, a doubt."""
    graph = _changed(_graph(_ARTICLES, _NAMES, _SAID))
    seizure = Happening(
        "h1", "Assault", ("c00", "c01", "c02"), "c00", ("ostland",), ("westland",),
        Status.REPORTED, independent=2, reasons=("both sides", "same word"),
    )  # fmt: skip
    others = tuple(
        Happening(
            f"h-{c.id}", c.category, (c.id,), c.id, c.actors, c.recipients, c.status
        )
        for c in graph.events
        if c.id not in seizure.reports
    )
    return replace(
        graph,
        happenings=(seizure, *others),
        disputes=_disputes(graph),
        judgements=_judgements(graph),
    )


def lengthy() -> KnowledgeGraph:
    """One article of a hundred thousand characters, in which 2,000 claims overlap."""
    sentence = (
        "Ostland met Westland at the light and left again at night, it was told. "
    )
    text = "".join(
        sentence + ("\n\n" if i % 7 == 6 else "") for i in range(1400)
    )  # the claims are of the first thousand sentences, two each
    starts = [i for i in range(len(text)) if text.startswith("Ostland met", i)][:1000]
    article = Article("long", text, "2021-01-02", "At length", None, "Coast Wire")
    spots = {"ostland": ("Ostland", 0), "westland": ("Westland", 12)}
    graph = _graph({}, (Named("ostland", "Country", "Ostland"),
                        Named("westland", "Country", "Westland")), ())  # fmt: skip
    entities = tuple(
        replace(
            entity,
            mentions=tuple(
                Located(
                    "long",
                    Mention(
                        Span(s + spots[entity.id][1], s + spots[entity.id][1] + len(
                            spots[entity.id][0])),
                        spots[entity.id][0], Kind.NAME, entity.cls,
                    ),
                )
                for s in starts
            ),
        )
        for entity in graph.entities
    )  # fmt: skip
    evidence = [Span(s, s + len(sentence) - 1) for s in starts]
    events = tuple(
        EventClaim(f"e{i:04}", "long", "Consult", Span(s.start + 8, s.start + 11),
                   ("ostland", "westland"), (), (s,), ("verb-frame",), SO)
        for i, s in enumerate(evidence)
    ) + tuple(
        EventClaim(f"f{i:04}", "long", "Retreat", Span(s.start + 8, s.start + 42),
                   ("ostland",), (), (s,), ("verb-frame",), WILL)
        for i, s in enumerate(evidence)
    )  # fmt: skip
    return KnowledgeGraph((article,), entities, (), events)

"""Happenings and disputes as RDF: what groups claims lies over the articles' graphs.

A happening has no words of its own: it points to its reports. Who acts, who is acted
on, and its status are those of the reports; `kg:actor` and `kg:status` are said of
claims alone, so that who counts claims does not count it.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from kg.model import Dispute, Happening, Interval, Point
from kg.rdf.terms import RDF, SEM, Iris, integer, literal
from kg.rdf.vocabulary import Vocabulary
from kg.schema import KG

HAPPENING: Final = f"{KG}Happening"
DISPUTE: Final = f"{KG}Dispute"
_POINT: Final = "disputed-"
_TYPE: Final = f"{RDF}type"


def about_happening(
    happening: Happening, iris: Iris, terms: Vocabulary
) -> Iterator[tuple[str, str]]:
    """Predicates and objects of a happening."""
    yield _TYPE, f"<{HAPPENING}>"
    yield f"{KG}category", f"<{terms.cls(happening.category)}>"
    yield f"{KG}firstReport", f"<{iris.claim(happening.first)}>"
    yield f"{KG}independentArticles", integer(happening.independent)
    for report in happening.reports:
        yield f"{KG}report", f"<{iris.claim(report)}>"
    for who in (*happening.actors, *happening.recipients):
        yield f"{SEM}hasActor", f"<{iris.entity(who)}>"
    for reason in happening.reasons:
        yield f"{KG}for", literal(reason)
    if happening.place is not None:
        yield f"{SEM}hasPlace", f"<{iris.entity(happening.place)}>"
    yield from about_time(happening.when)


def about_time(when: Interval | None) -> Iterator[tuple[str, str]]:
    """Predicates and objects of the days of a claim or a happening; none if unknown."""
    if when is not None and when.begin is not None:
        yield f"{KG}beginDate", literal(when.begin)
    if when is not None and when.end is not None:
        yield f"{KG}endDate", literal(when.end)


def about_dispute(
    dispute: Dispute, articles: Mapping[str, str], iris: Iris
) -> Iterator[tuple[str, str]]:
    """Predicates and objects of a dispute; `articles` are those of its claims."""
    yield _TYPE, f"<{DISPUTE}>"
    yield f"{KG}about", f"<{KG}{_POINT}{dispute.about}>"
    for name, side in (("left", dispute.left), ("right", dispute.right)):
        words = iris.span(articles[side.claim], side.words)
        yield f"{KG}{name}Claim", f"<{iris.claim(side.claim)}>"
        yield f"{KG}{name}Value", literal(side.value)
        yield f"{KG}{name}Words", f"<{words}>"


def point_of(name: str) -> Point:
    """What a dispute is about, by the local name of its term.

    Raises:
        ValueError: if there is no such point.
    """
    return Point(name.removeprefix(_POINT))

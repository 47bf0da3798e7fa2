"""Where a sentence tells a time, and which days that time means."""

from functools import lru_cache
from pathlib import Path

import pytest
from rdflib import RDF, BNode, Graph, Namespace

from kg.model import Article, Interval, Span, Tense
from kg.times import (
    TimeWords,
    counted_from,
    counted_from_day,
    find_times,
    length,
    narrower,
    normalise,
    place_times,
)
from kg.times.feasts import easter
from kg.times.grammar import grammar
from kg.times.rules import RULES

KG = Namespace("https://w3id.org/newskg/ontology#")
LEXICON = Path(__file__).parents[1] / "ontology" / "lexicon" / "times.ttl"
MONDAY = "2019-03-25"
FRIDAY = "2018-01-05"
TUESDAY = "2021-06-22"
PAST, PRESENT, FUTURE = Tense.PAST, Tense.PRESENT, Tense.FUTURE


@lru_cache(maxsize=1)
def time_words() -> TimeWords:
    """The words of the ontology, read without kg's own reader."""
    graph = Graph().parse(LEXICON, format="turtle")
    rows = []
    for term in graph.subjects(RDF.type, KG.TimeWord):
        value = graph.value(term, KG.number, default=graph.value(term, KG.value))
        told = "" if value is None else str(value)
        spellings = tuple(str(word) for word in graph.objects(term, KG.words))
        rows.append((str(graph.value(term, KG.kind)), told, spellings))
    return TimeWords.from_rows(rows)


def dates(told: str) -> Interval | None:
    """Read "2019", "2019-03-01/2019-03-07", "2019-03/", "/2019", "-"."""
    if told == "-":
        return None
    begin, _, end = told.partition("/") if "/" in told else (told, "/", told)
    return Interval(begin or None, end or None)


CASES: tuple[tuple[str, str | None, Tense, str], ...] = (
    # days of the week
    ("on Friday", MONDAY, PAST, "2019-03-22"),
    ("on Friday", MONDAY, FUTURE, "2019-03-29"),
    ("on Friday", MONDAY, PRESENT, "2019-03-22"),
    ("Monday", MONDAY, PAST, "2019-03-25"),
    ("Monday", MONDAY, FUTURE, "2019-03-25"),
    ("Tuesday", TUESDAY, PAST, "2021-06-22"),
    ("Wednesday", TUESDAY, PAST, "2021-06-16"),
    ("Wednesday", TUESDAY, FUTURE, "2021-06-23"),
    ("late Thursday", FRIDAY, PAST, "2018-01-04"),
    ("early Monday", MONDAY, PAST, "2019-03-25"),
    ("Thursday evening", FRIDAY, PAST, "2018-01-04"),
    ("late on Thursday", FRIDAY, PAST, "2018-01-04"),
    ("Thurs.", FRIDAY, PAST, "2018-01-04"),
    ("last Friday", MONDAY, PAST, "2019-03-22"),
    ("last Monday", MONDAY, PAST, "2019-03-18"),
    ("this Friday", MONDAY, FUTURE, "2019-03-29"),
    ("the past few days", MONDAY, PAST, "2019-03/2019-03-25"),
    ("the next few weeks", MONDAY, FUTURE, "2019-03-25/2019-05"),
    ("the past few years", MONDAY, PAST, "-"),
    ("the year before", MONDAY, PRESENT, "2018"),
    ("the next Tuesday", FRIDAY, FUTURE, "2018-01-09"),
    ("next Tuesday", FRIDAY, PAST, "2018-01-09"),
    ("next Tuesday", FRIDAY, FUTURE, "2018-01-09"),
    ("next Friday", MONDAY, FUTURE, "2019-04-05"),
    ("this coming Sunday", MONDAY, FUTURE, "2019-03-31"),
    ("this past Sunday", MONDAY, PAST, "2019-03-24"),
    ("Monday next week", FRIDAY, FUTURE, "2018-01-08"),
    ("Tuesday of last week", FRIDAY, PAST, "2017-12-26"),
    ("on Friday", None, PAST, "-"),
    # days seen from today
    ("today", MONDAY, PAST, "2019-03-25"),
    ("earlier today", MONDAY, PAST, "2019-03-25"),
    ("yesterday", MONDAY, PAST, "2019-03-24"),
    ("late yesterday", "2019-01-01", PAST, "2018-12-31"),
    ("yesterday morning", MONDAY, PAST, "2019-03-24"),
    ("tomorrow", "2019-02-28", FUTURE, "2019-03-01"),
    ("the day before yesterday", "2020-03-01", PAST, "2020-02-28"),
    ("the day after tomorrow", MONDAY, FUTURE, "2019-03-27"),
    ("this morning", MONDAY, PAST, "2019-03-25"),
    ("last night", MONDAY, PAST, "2019-03-24"),
    ("tonight", MONDAY, FUTURE, "2019-03-25"),
    ("yesterday", None, PAST, "-"),
    # dates with their year
    ("27 April 2018", None, PAST, "2018-04-27"),
    ("April 27, 2018", None, PAST, "2018-04-27"),
    ("Apr. 27, 2018", None, PAST, "2018-04-27"),
    ("Friday, July 21, 2017", MONDAY, PAST, "2017-07-21"),
    ("the 27th of April 2018", None, PAST, "2018-04-27"),
    ("on 2019-03-22", None, PAST, "2019-03-22"),
    ("12/25/2018", None, PAST, "2018-12-25"),
    ("25/12/2018", None, PAST, "2018-12-25"),
    ("Thu, 01/04/2018", None, PAST, "2018-01-04"),
    ("01/04/2018", None, PAST, "2018"),
    ("04/04/2018", None, PAST, "2018-04-04"),
    ("13/13/2018", None, PAST, "-"),
    ("June 12 last year", MONDAY, PAST, "2018-06-12"),
    ("March 11 this year", MONDAY, PAST, "2019-03-11"),
    ("February 30", MONDAY, PAST, "-"),
    ("31 June 2018", None, PAST, "-"),
    ("Feb. 29, 2019", None, PAST, "-"),
    ("Feb. 29, 2020", None, PAST, "2020-02-29"),
    # dates without it
    ("9 January", FRIDAY, FUTURE, "2018-01-09"),
    ("9 January", FRIDAY, PRESENT, "2018-01-09"),
    ("9 January", FRIDAY, PAST, "2018-01-09"),
    ("June 21", TUESDAY, PAST, "2021-06-21"),
    ("June 21", "2021-03-01", PAST, "2020-06-21"),
    ("June 21", "2021-03-01", FUTURE, "2021-06-21"),
    ("Dec. 30", FRIDAY, PAST, "2017-12-30"),
    ("Dec. 30", "2019-12-01", FUTURE, "2019-12-30"),
    ("Jan. 3", "2018-12-20", FUTURE, "2019-01-03"),
    ("the fourth of July", "2018-07-10", PAST, "2018-07-04"),
    ("the 4th of July", "2018-07-01", FUTURE, "2018-07-04"),
    ("July 7", None, PAST, "-"),
    # several days
    ("Sept. 18-20", "2018-09-21", PAST, "2018-09-18/2018-09-20"),
    ("Sept. 18-20", "2019-03-25", PAST, "2018-09-18/2018-09-20"),
    ("Sept. 18 to 20", "2018-09-21", PAST, "2018-09-18/2018-09-20"),
    ("Sept. 18\u201320, 2018", None, PAST, "2018-09-18/2018-09-20"),
    ("18-20 September 2018", None, PAST, "2018-09-18/2018-09-20"),
    ("between Sept. 18 and 20", "2018-09-21", PAST, "2018-09-18/2018-09-20"),
    ("from 18 to 20 September", "2018-09-21", PAST, "2018-09-18/2018-09-20"),
    ("July 7-9", "2020-07-09", PAST, "2020-07-07/2020-07-09"),
    ("from Sept. 28 to Oct. 2, 2018", None, PAST, "2018-09-28/2018-10-02"),
    ("from Monday to Wednesday", FRIDAY, PAST, "2018-01-01/2018-01-03"),
    ("Sept. 20-18", "2018-09-21", PAST, "-"),
    # months
    ("in September", MONDAY, PAST, "2018-09"),
    ("in September", MONDAY, FUTURE, "2019-09"),
    ("in February", FRIDAY, FUTURE, "2018-02"),
    ("in March", MONDAY, PAST, "2019-03"),
    ("March 2018", None, PAST, "2018-03"),
    ("November of 2018", None, PAST, "2018-11"),
    ("May last year", FRIDAY, PAST, "2017-05"),
    ("January this year", MONDAY, PAST, "2019-01"),
    ("mid-September", MONDAY, PAST, "2018-09"),
    ("early March", MONDAY, PAST, "2019-03"),
    ("the end of March", MONDAY, PAST, "2019-03"),
    ("last September", MONDAY, PAST, "2018-09"),
    ("next May", MONDAY, FUTURE, "2019-05"),
    ("this September", MONDAY, FUTURE, "2019-09"),
    ("last month", MONDAY, PAST, "2019-02"),
    ("last month", "2019-01-31", PAST, "2018-12"),
    ("next month", "2018-12-31", FUTURE, "2019-01"),
    ("earlier this month", MONDAY, PAST, "2019-03"),
    ("last month", None, PAST, "-"),
    ("September", None, PAST, "-"),
    ("from May to July 2018", None, PAST, "2018-05/2018-07"),
    ("between November and January 2019", None, PAST, "2018-11/2019-01"),
    # weeks and weekends, Monday to Sunday
    ("this week", FRIDAY, PAST, "2018-01-01/2018-01-07"),
    ("last week", MONDAY, PAST, "2019-03-18/2019-03-24"),
    ("next week", FRIDAY, FUTURE, "2018-01-08/2018-01-14"),
    ("late last week", MONDAY, PAST, "2019-03-18/2019-03-24"),
    ("over the weekend", MONDAY, PAST, "2019-03-23/2019-03-24"),
    ("the weekend", MONDAY, FUTURE, "2019-03-30/2019-03-31"),
    ("last weekend", MONDAY, PAST, "2019-03-23/2019-03-24"),
    # quarters, halves, seasons
    ("the third quarter of 2019", None, PAST, "2019-07/2019-09"),
    ("the 2019 third quarter", None, PAST, "2019-07/2019-09"),
    ("the third quarter", "2019-11-01", PAST, "2019-07/2019-09"),
    ("last quarter", MONDAY, PAST, "2018-10/2018-12"),
    ("the first half of 2019", None, PAST, "2019-01/2019-06"),
    ("this year's second half", MONDAY, FUTURE, "2019-07/2019-12"),
    ("the last half of 1989", None, PAST, "1989-07/1989-12"),
    ("winter 2018", None, PAST, "2018"),
    ("last summer", MONDAY, PAST, "2018"),
    ("spring", MONDAY, PAST, "-"),
    ("last winter", MONDAY, PAST, "-"),
    # years and more
    ("2019", None, PAST, "2019"),
    ("in 2014", MONDAY, PAST, "2014"),
    ("last year", FRIDAY, PAST, "2017"),
    ("this year", MONDAY, PAST, "2019"),
    ("early next year", MONDAY, FUTURE, "2020"),
    ("the end of 1990", None, PAST, "1990"),
    ("the end of the year", MONDAY, FUTURE, "2019"),
    ("by year-end", MONDAY, FUTURE, "/2019-12-31"),
    ("by year end", "2021-01-04", FUTURE, "/2021-12-31"),
    ("by year's end", "2021-12-20", FUTURE, "/2021-12-31"),
    ("by year-end", "2021-01-04", PAST, "/2020-12-31"),
    ("the 1950-53 Korean War", None, PAST, "1950/1953"),
    ("1950\u20131953", None, PAST, "1950/1953"),
    ("from 2014 to 2016", None, PAST, "2014/2016"),
    ("between 2014 and 2016", None, PAST, "2014/2016"),
    ("from 2016 to 2014", None, PAST, "-"),
    ("the 1990s", None, PAST, "1990/1999"),
    ("the late 1970s", None, PAST, "1970/1979"),
    ("the \u201980s", MONDAY, PAST, "1980/1989"),
    ("the sixties", MONDAY, PAST, "1960/1969"),
    ("the 20th century", None, PAST, "1900/1999"),
    ("January nineteen ninety-seven", None, PAST, "1997-01"),
    ("nineteen ninety-six", None, PAST, "1996"),
    ("the year two thousand", None, PAST, "2000"),
    ("fiscal 2018", None, PAST, "2018"),
    ("the 2018 Winter Olympics", None, PAST, "2018"),
    # so long ago, so far ahead
    ("three days ago", MONDAY, PAST, "2019-03-22"),
    ("a day ago", "2019-03-01", PAST, "2019-02-28"),
    ("twenty-four days ago", MONDAY, PAST, "2019-03-01"),
    ("24 hours ago", MONDAY, PAST, "2019-03-24"),
    ("two weeks ago", MONDAY, PAST, "2019-03-11/2019-03-17"),
    ("a fortnight ago", MONDAY, PAST, "2019-03-11/2019-03-17"),
    ("about six months ago", MONDAY, PAST, "2018-09"),
    ("one month ago", "2019-03-31", PAST, "2019-02"),
    ("a year ago", MONDAY, PAST, "2018"),
    ("nearly four years ago", MONDAY, PAST, "2015"),
    ("[ten] years ago", MONDAY, PAST, "2009"),
    ("a decade ago", MONDAY, PAST, "2009"),
    ("a hundred years ago", MONDAY, PAST, "1919"),
    ("three days from now", MONDAY, FUTURE, "2019-03-28"),
    ("in two months", MONDAY, FUTURE, "2019-05"),
    ("in two months", MONDAY, PAST, "-"),
    ("three days ago", None, PAST, "-"),
    ("999999999 years ago", MONDAY, PAST, "-"),
    ("in the past year", MONDAY, PAST, "2018-03/2019-03"),
    ("over the last three months", MONDAY, PAST, "2018-12/2019-03"),
    ("the past 24 hours", MONDAY, PAST, "2019-03-24/2019-03-25"),
    ("the next two weeks", MONDAY, FUTURE, "2019-03-25/2019-04-08"),
    ("the past two decades", MONDAY, PAST, "1999/2019"),
    # counted from a day that is told
    ("three days after 19 March 2019", None, PAST, "2019-03-22"),
    ("two days before Christmas", FRIDAY, PAST, "2017-12-23"),
    ("a week after New Year's Day", FRIDAY, PAST, "2018-01-08"),
    # open ends
    ("since December 2015", None, PAST, "2015-12/"),
    ("since February", FRIDAY, PAST, "2017-02/"),
    ("since 2014", None, PAST, "2014/"),
    ("until 31 July 2024", None, FUTURE, "/2024-07-31"),
    ("until next week", FRIDAY, FUTURE, "/2018-01-14"),
    ("by Friday", MONDAY, FUTURE, "/2019-03-29"),
    ("before 2015", None, PAST, "/2014"),
    ("before March 1, 2020", None, PAST, "/2020-02-29"),
    ("after December 2015", None, PAST, "2016-01/"),
    ("since Monday", None, PAST, "-"),
    # holidays
    ("New Year\u2019s Day", FRIDAY, PAST, "2018-01-01"),
    ("his New Year address", FRIDAY, PAST, "2018-01-01"),
    ("Christmas", FRIDAY, PAST, "2017-12-25"),
    ("Christmas 2016", None, PAST, "2016-12-25"),
    ("New Year's Eve", FRIDAY, PAST, "2017-12-31"),
    ("the Lunar New Year", FRIDAY, PAST, "-"),
    ("Good Friday", MONDAY, PAST, "2019-04-19"),
    ("Easter Monday 2018", None, PAST, "2018-04-02"),
    ("Thanksgiving Day", FRIDAY, PAST, "2017-11-23"),
    ("last Thanksgiving", MONDAY, PAST, "2018-11-22"),
    ("this Christmas", MONDAY, FUTURE, "2019-12-25"),
    ("next Easter", MONDAY, FUTURE, "2019-04-21"),
    ("Easter week", MONDAY, FUTURE, "2019-04-15/2019-04-21"),
    ("Labor Day 2020", None, PAST, "2020-09-07"),
    ("Election Day", TUESDAY, PAST, "2020-11-03"),
    ("last Christmas", None, PAST, "-"),
    # by a day, a season, a quarter
    ("the week of March 6", MONDAY, PAST, "2019-03-04/2019-03-10"),
    ("the week of July 3, 2018", None, PAST, "2018-07-02/2018-07-08"),
    ("this past spring", TUESDAY, PAST, "2021"),
    ("the quarter", TUESDAY, PAST, "2021-01/2021-03"),
    ("the quarter", TUESDAY, FUTURE, "2021-04/2021-06"),
    ("9 a.m. Tuesday", FRIDAY, FUTURE, "2018-01-09"),
    ("10:30 p.m. on Thursday", FRIDAY, PAST, "2018-01-04"),
    ("at 10 a.m.", FRIDAY, PAST, "-"),
    # too vague, or no time
    ("recently", MONDAY, PAST, "-"),
    ("soon", MONDAY, FUTURE, "-"),
    ("the coming weeks", MONDAY, FUTURE, "-"),
    ("a few years ago", MONDAY, PAST, "-"),
    ("in recent days", MONDAY, PAST, "-"),
    ("two-three days ago", MONDAY, PAST, "-"),
    ("anytime", MONDAY, PAST, "-"),
    ("", MONDAY, PAST, "-"),
    ("the", MONDAY, PAST, "-"),
)

FROM_EVENT: tuple[tuple[str, str, str], ...] = (
    ("three days after", "2019-03-22", "2019-03-25"),
    ("a week later", "2019-03-15", "2019-03-22"),
    ("a week earlier", "2019-03-22", "2019-03-15"),
    ("two days earlier", "2018-01-01", "2017-12-30"),
    ("just hours after", "2019-03-22", "2019-03-22"),
    ("24 hours later", "2019-03-22", "2019-03-23"),
    ("a day later", "2018-09-18/2018-09-20", "2018-09-19/2018-09-21"),
    ("the next Tuesday", "2019-03-02", "2019-03-05"),
    ("the following Friday night", "2019-03-01", "2019-03-08"),
    ("the previous Monday", "2019-03-07", "2019-03-04"),
    ("the next morning", "2019-03-07", "2019-03-08"),
    ("the same day", "2019-03-22", "2019-03-22"),
    ("that day", "2019-03-22", "2019-03-22"),
    ("in the evening", "2019-03-22", "2019-03-22"),
    ("10 a.m.", "2019-03-22", "2019-03-22"),
    ("in the evening", "2019-03", "-"),
    ("the same month", "2019-03-22", "2019-03"),
    ("the same year", "2019-03", "2019"),
    ("the same day", "2019-03", "-"),
    ("three days after", "2019-03", "-"),
    ("the following day", "2019-12-31", "2020-01-01"),
    ("the next day", "2019-12-31", "2020-01-01"),
    ("the day before", "2019-03-01", "2019-02-28"),
    ("the previous month", "2019-03-22", "2019-02"),
    ("the following year", "2019-03-22", "2020"),
    ("the year before", "2015", "2014"),
    ("just a year after", "2020-06-21", "2021-06"),
    ("six months later", "2018-09", "2019-03"),
    ("two years before", "2015", "2013"),
    ("three days after", "2019-03-22/", "-"),
)

FOUND: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("On Friday the North quit.", ("Friday",)),
    ("It came early Monday and late Thursday.", ("early Monday", "late Thursday")),
    ("He met her in September.", ("September",)),
    ("He met her in May.", ("May",)),
    ("He left at the end of March.", ("the end of March",)),
    ("They meet from May to July.", ("from May to July",)),
    ("It happened on 27 April 2018.", ("27 April 2018",)),
    ("The summit of Sept. 18-20 was long.", ("Sept. 18-20",)),
    ("It broke down last month.", ("last month",)),
    ("The talks are next week's news.", ("next week",)),
    ("It is the best in the past year.", ("the past year",)),
    ("the first talks since December 2015.", ("since December 2015",)),
    ("It is renewed until 31 July 2024.", ("until 31 July 2024",)),
    ("The 1950-53 Korean War ended.", ("1950-53",)),
    ("It came since the 1950-53 Korean War.", ("1950-53",)),
    ("Since Monday's summit all is calm.", ("Monday",)),
    ("He must leave by Friday.", ("by Friday",)),
    ("He left before 2015.", ("before 2015",)),
    ("He left after Friday prayers.", ("Friday",)),
    ("three days after the withdrawal", ("three days after",)),
    ("He came back the same day.", ("the same day",)),
    ("in his New Year's Day speech", ("New Year's Day",)),
    ("The liaison office opened in mid-September.", ("mid-September",)),
    ("It was founded in 1812.", ("1812",)),
    ("He took office in May last year.", ("May last year",)),
    (
        "from 2014 to 2016, from Monday to Friday",
        ("from 2014 to 2016", "from Monday to Friday"),
    ),
    ("It rose 3% in the third quarter of 2019.", ("the third quarter of 2019",)),
    ("During his July 7-9 visit to Seoul", ("July 7-9",)),
    ("In 2018 people voted.", ("2018",)),
    ("문재인 met him on 9 January, 2018년.", ("9 January",)),
    ("It closed three days after 19 March.", ("three days after 19 March",)),
    ("It closed three days after Monday's talks.", ("three days after", "Monday")),
    ("Two years ago, on June 12, 2018", ("Two years ago", "June 12, 2018")),
)

NOT_FOUND: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("They will march on Sunday.", ("Sunday",)),
    ("The two may meet.", ()),
    ("The two may 5 times a day.", ()),
    ("In a second, the second man left.", ()),
    ("April Glaspie met the president.", ()),
    ("Theresa May said no.", ()),
    ("He held talks with May in London.", ()),
    ("It was signed by May, who left.", ()),
    ("a May Day rally", ("May Day",)),
    ("The March on Washington was huge.", ()),
    ("June Carter and August Wilson and Jan Smuts", ()),
    ("Resolution 1718 was adopted.", ()),
    ("Some 2000 people fled.", ()),
    ("1950 troops were sent.", ()),
    ("1,950 soldiers", ()),
    ("worth $2018", ()),
    ("up 2018%", ()),
    ("the KN-23, the MH17 and the Hwasong-2015", ()),
    ("Flight 1549 landed.", ()),
    ("on Christmas Island", ()),
    ("the Sunday Times wrote", ()),
    ("Black Friday sales and Lunar New Year", ()),
    ("the fall of the city, a spring of water", ()),
    ("The sun shone; he sat down.", ()),
    ("He is in his sixties.", ()),
    ("for three days, a five-year plan", ()),
    ("twenty two people", ()),
    ("at 10:35", ()),
    ("this time, in the first place, as a last resort", ()),
    ("as soon as possible", ()),
    ("the minute he left", ()),
    ("the Mars mission decided", ()),
)


def test_tables_are_complete() -> None:
    """The tables of cases hold what they are said to hold."""
    assert len(CASES) >= 170
    assert len(FROM_EVENT) >= 20
    assert len(FOUND) >= 30
    assert len(NOT_FOUND) >= 30


@pytest.mark.parametrize(("told", "published", "tense", "expected"), CASES)
def test_expression_is_placed(
    told: str, published: str | None, tense: Tense, expected: str
) -> None:
    """An expression means those days for an article of that date."""
    placed = normalise(told, time_words(), published=published, tense=tense)
    assert placed == dates(expected)


@pytest.mark.parametrize(("told", "event", "expected"), FROM_EVENT)
def test_expression_is_counted_from_an_event(
    told: str, event: str, expected: str
) -> None:
    """An expression that leans on another event is placed by that event alone."""
    placed = normalise(
        told, time_words(), published=MONDAY, tense=PAST, before=dates(event)
    )
    assert placed == dates(expected)


@pytest.mark.parametrize(
    ("told", "published", "south", "expected"),
    [
        ("last summer", "2021-08-31", False, "2020-06/2020-08"),
        ("last summer", "2021-09-01", False, "2021-06/2021-08"),
        ("this summer", "2021-07-10", False, "2021-06/2021-08"),
        ("last winter", "2021-01-10", False, "2019-12/2020-02"),
        ("this past winter", "2021-03-01", False, "2020-12/2021-02"),
        ("next autumn", "2021-09-10", False, "2022-09/2022-11"),
        ("winter 2018", "2021-09-10", False, "2018"),
        ("autumn 2018", None, False, "2018-09/2018-11"),
        ("last summer", "2021-08-31", True, "2020-12/2021-02"),
        ("last winter", "2021-08-31", True, "2020-06/2020-08"),
        ("winter 2018", None, True, "2018-06/2018-08"),
        ("summer 2018", None, True, "2018"),
        ("next spring", "2021-03-10", True, "2021-09/2021-11"),
        ("last spring", None, True, "-"),
    ],
)
def test_a_season_has_its_months_where_its_side_is_known(
    told: str, published: str | None, expected: str, *, south: bool
) -> None:
    """Summer ends in August in the north, in February in the south."""
    placed = normalise(told, time_words(), published=published, tense=PAST, south=south)
    assert placed == dates(expected)


@pytest.mark.parametrize(
    ("told", "event", "expected"),
    [
        ("the day", "-", "2019-03-24"),
        ("later in the day", "-", "2019-03-24"),
        ("the end of the day", "2019-03-20", "2019-03-20"),
        ("the year", "-", "2019"),
        ("the day before", "-", "-"),
        ("three days later", "-", "-"),
    ],
)
def test_the_day_is_the_one_that_is_told_of(
    told: str, event: str, expected: str
) -> None:
    """Nothing is counted from the day of the article's story; an event is nearer."""
    placed = normalise(
        told,
        time_words(),
        published=MONDAY,
        tense=PAST,
        before=dates(event),
        story=dates("2019-03-24"),
    )
    assert placed == dates(expected)


@pytest.mark.parametrize("told", sorted({told for told, _, _ in FROM_EVENT}))
def test_expression_needs_its_event(told: str) -> None:
    """Without that event it is not placed: the article's date is no substitute."""
    assert normalise(told, time_words(), published=MONDAY, tense=PAST) is None


@pytest.mark.parametrize(("text", "expected"), FOUND + NOT_FOUND)
def test_expressions_are_found(text: str, expected: tuple[str, ...]) -> None:
    """A sentence holds these time expressions and no others."""
    assert tuple(s.cut(text) for s in find_times(text, time_words())) == expected


def test_relative_expression_needs_the_date_of_the_article() -> None:
    """Without the date of the article nothing that leans on it is placed."""
    relative = [case for case in CASES if case[1] is None and case[3] == "-"]
    assert len(relative) >= 8
    for told in ("today", "on Friday", "last year", "two weeks ago", "this month"):
        assert normalise(told, time_words(), published=None, tense=PAST) is None


@pytest.mark.parametrize(
    ("line", "published", "day"),
    [
        ("Tuesday, June 19, 2018", "2018-06-18", "2018-06-19"),
        ("21 May 2020", "2020-05-22", "2020-05-21"),
        ("Thursday, May 7, 2015", "2011-12-02", "2011-12-02"),
        ("Lima freed him on June 19, 2018", "2018-06-18", "2018-06-18"),
    ],
)
def test_an_article_counts_from_its_own_dateline(
    line: str, published: str, day: str
) -> None:
    """A day on a line of its own near the publication is what "today" means."""
    text = f"Envoys leave Lima\n{line}\nPeru expelled two envoys yesterday."
    article = Article("a", text, published=published)
    assert counted_from_day(article, time_words()) == day
    undated = Article("b", text)
    assert counted_from_day(undated, time_words()) is None


def test_place_times_gives_span_interval_and_anchor() -> None:
    """Finding and placing together tell where, when, and counted from what."""
    text = "On Friday, three days after it opened on 19 March 2019, it now closed."
    told = [
        (one.span.cut(text), one.interval, one.anchor)
        for one in place_times(text, time_words(), published=MONDAY, tense=PAST)
    ]
    assert told == [
        ("Friday", dates("2019-03-22"), "deictic"),
        ("three days after", None, "relative-to-event"),
        ("19 March 2019", dates("2019-03-19"), "absolute"),
        ("now", None, "deictic"),
    ]


def test_malformed_date_of_the_article_is_refused() -> None:
    """A date that is no ISO date raises, so that nobody takes it for none."""
    with pytest.raises(ValueError, match="isoformat"):
        normalise("today", time_words(), published="25 March 2019", tense=PAST)


def test_offsets_count_code_points() -> None:
    """Letters outside the basic plane and two-letter capitals do not shift spans."""
    text = "\U0001f1f0\U0001f1f7 \u0130stanbul \u00df on Friday"
    assert find_times(text, time_words()) == (Span(17, 23),)


def test_no_words_find_no_words() -> None:
    """Without time words only dates in figures are known."""
    none = TimeWords.from_rows(())
    assert find_times("On Friday and 2019-03-22", none) == (Span(14, 24),)
    assert normalise("Friday", none, published=MONDAY, tense=PAST) is None


def test_rows_come_in_any_order() -> None:
    """The same rows in another order and case are the same words."""
    rows = [("month", "1", ("january", "jan")), ("weekday", "1", ("monday",))]
    other = [("weekday", "1", ("Monday",)), ("month", "1", ("jan", "January"))]
    assert TimeWords.from_rows(rows) == TimeWords.from_rows(other)


def test_lexicon_is_sorted_and_flat() -> None:
    """The word file has one sorted line a word and no blank nodes."""
    lines = LEXICON.read_text(encoding="utf-8").splitlines()
    terms = [line.split(" ")[0] for line in lines if line.startswith("time:")]
    assert len(terms) >= 150
    assert terms == sorted(terms)
    graph = Graph().parse(LEXICON, format="turtle")
    assert not [node for node in graph.all_nodes() if isinstance(node, BNode)]


def test_every_rule_has_its_words() -> None:
    """No rule of the grammar waits for a kind of word that the ontology lacks."""
    made = grammar(time_words())
    assert len(RULES) >= 50
    dead = [rule for rule in RULES if "(?!)" in made.body(rule.template)]
    assert dead == []


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (1954, "1954-04-18"),
        (1999, "1999-04-04"),
        (2000, "2000-04-23"),
        (2008, "2008-03-23"),
        (2019, "2019-04-21"),
        (2038, "2038-04-25"),
    ],
)
def test_easter_is_reckoned(year: int, day: str) -> None:
    """The earliest and the latest of late, and the exceptions of the reckoning."""
    assert easter(year).isoformat() == day


@pytest.mark.parametrize(
    ("words", "known", "forward", "other"),
    [
        ("three days after", "2019-03-22", True, "2019-03-25"),
        ("three days after", "2019-03-25", False, "2019-03-22"),
        ("a week before", "2019-03-15", True, "2019-03-08"),
        ("a week before", "2019-03-08", False, "2019-03-15"),
        ("just a year after", "2021-06-21", False, "2020-06"),
        ("just hours after", "2019-03-22", False, "2019-03-22"),
        ("weeks after", "2019-03-22", False, "-"),
        ("three days after", "2019-03", False, "-"),
    ],
)
def test_a_count_dates_both_its_ends(
    words: str, known: str, *, forward: bool, other: str
) -> None:
    """From either end the other follows, if it is known as finely as the unit."""
    end = dates(known)
    assert end is not None
    assert counted_from(words, time_words(), end, forward=forward) == dates(other)


@pytest.mark.parametrize(
    ("inner", "outer", "answer"),
    [
        ("2019-03-22", "2019-03", True),
        ("2019-03-22", "2019-03-18/2019-03-24", True),
        ("2019-03", "2019-03-22", False),
        ("2019-03-22", "2019-03-22", False),
        ("2019-03-22", "2019-04", False),
        ("2019-03-22", "2019-03/", False),
    ],
)
def test_a_day_is_narrower_than_its_month(
    inner: str, outer: str, *, answer: bool
) -> None:
    """An interval is narrower when it lies inside and both are closed."""
    one, other = dates(inner), dates(outer)
    assert one is not None
    assert other is not None
    assert narrower(one, other) is answer


@pytest.mark.parametrize(
    ("told", "days"),
    [("2019-02", 28), ("2020", 366), ("2019-03-22", 1), ("2019/", None)],
)
def test_an_interval_is_so_long(told: str, days: int | None) -> None:
    """In days, both ends counted; an open one has no length."""
    interval = dates(told)
    assert interval is not None
    assert length(interval) == days

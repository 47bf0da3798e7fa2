"""What holds for every text and every date that a time stage may meet."""

import os
import subprocess
import sys
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st
from rdflib import RDF, Graph, Namespace

from kg.model import Interval, Tense
from kg.times import TimeWords, find_times, normalise, place_times
from kg.times.days import first_day, last_day

KG = Namespace("https://w3id.org/newskg/ontology#")
ROOT = Path(__file__).parents[2]


@lru_cache(maxsize=1)
def time_words() -> TimeWords:
    """The words of the ontology, read without kg's own reader."""
    graph = Graph().parse(ROOT / "ontology" / "lexicon" / "times.ttl", format="turtle")
    rows = []
    for term in graph.subjects(RDF.type, KG.TimeWord):
        value = graph.value(term, KG.number, default=graph.value(term, KG.value))
        told = "" if value is None else str(value)
        spellings = tuple(str(word) for word in graph.objects(term, KG.words))
        rows.append((str(graph.value(term, KG.kind)), told, spellings))
    return TimeWords.from_rows(rows)


@lru_cache(maxsize=1)
def spellings() -> tuple[str, ...]:
    """All words of the ontology, and the signs that stand between them."""
    words = {word for _, _, row in time_words().rows for word in row}
    return (
        *sorted(words),
        *"-\u2013,.'\u2019/[]",
        "2018",
        "1950",
        "30",
        "7",
        "53s",
        "0",
    )


ANY_DAY = st.dates()
DAYS = st.dates(date(1800, 1, 1), date(2199, 12, 31))
TENSES = st.sampled_from(Tense)
INTERVALS = st.builds(
    lambda pair, cut: Interval(*(day.isoformat()[:cut] for day in sorted(pair))),
    st.tuples(ANY_DAY, ANY_DAY),
    st.sampled_from((4, 7, 10)),
)
SALAD = st.lists(
    st.sampled_from(spellings()).flatmap(
        lambda word: st.sampled_from((word, word.title(), word.upper()))
    ),
    max_size=9,
).flatmap(lambda words: st.sampled_from((" ".join(words), "".join(words))))
TEXTS = st.one_of(st.text(max_size=60), SALAD)


def check(interval: Interval | None) -> None:
    """Its ends are days, months or years of the calendar, in order, not both open."""
    if interval is None:
        return
    assert interval.begin is not None or interval.end is not None
    ends = [end for end in (interval.begin, interval.end) if end is not None]
    assert all(len(end) in (4, 7, 10) for end in ends)
    assert first_day(ends[0]) <= last_day(ends[-1])


@given(TEXTS, st.none() | ANY_DAY, TENSES, st.none() | INTERVALS)
@example("the hour before", date(1, 1, 1), Tense.PAST, Interval("0001", "0001"))
@example("after the same year", None, Tense.PAST, Interval("9999", "9999"))
@example("next century", date(9999, 12, 31), Tense.FUTURE, None)
@example("Fr\u0130day", date(2019, 3, 25), Tense.PAST, None)
def test_any_text_is_placed_or_not(
    text: str, published: date | None, tense: Tense, before: Interval | None
) -> None:
    """Whatever the words, the answer is a proper interval or none, never an error."""
    check(
        normalise(
            text,
            time_words(),
            published=published and published.isoformat(),
            tense=tense,
            before=before,
        )
    )


@given(TEXTS)
def test_spans_are_apart_and_inside(text: str) -> None:
    """Spans come in order, do not overlap, and hold words of the text."""
    end = 0
    for span in find_times(text, time_words()):
        assert end <= span.start < span.end <= len(text)
        assert span.cut(text).strip() == span.cut(text)
        end = span.end


@given(TEXTS, st.none() | ANY_DAY, TENSES)
def test_placing_agrees_with_finding(
    text: str, published: date | None, tense: Tense
) -> None:
    """Finding and placing together find the same spans as finding alone."""
    placed = place_times(
        text, time_words(), published=published and published.isoformat(), tense=tense
    )
    assert tuple(one.span for one in placed) == find_times(text, time_words())
    for one in placed:
        check(one.interval)


@given(DAYS, st.integers(0, 999), TENSES)
def test_days_ago_are_counted(published: date, count: int, tense: Tense) -> None:
    """N days ago is the day that many days before publication, in any tense."""
    told = normalise(
        f"{count} days ago", time_words(), published=published.isoformat(), tense=tense
    )
    day = (published - timedelta(days=count)).isoformat()
    assert told == Interval(day, day)


@given(DAYS, st.integers(0, 400), st.sampled_from(("after", "later", "before")))
def test_days_from_an_event_are_counted(event: date, count: int, way: str) -> None:
    """N days after or before an event are counted from it, not from the article."""
    told = normalise(
        f"{count} days {way}",
        time_words(),
        published="2019-03-25",
        tense=Tense.PAST,
        before=Interval(event.isoformat(), event.isoformat()),
    )
    day = event + timedelta(days=-count if way == "before" else count)
    assert told == Interval(day.isoformat(), day.isoformat())


@given(DAYS)
def test_written_days_come_back(day: date) -> None:
    """A day that is written out in full is that day, whatever the publication."""
    months = {
        number: word.title()
        for kind, number, words in time_words().rows
        if kind == "month"
        for word in sorted(words, key=len)
    }
    assert len(months) == 12
    month = months[str(day.month)]
    for text in (f"{day.day} {month} {day.year}", f"{month} {day.day}, {day.year}"):
        told = normalise(text, time_words(), published=None, tense=Tense.PAST)
        assert told == Interval(day.isoformat(), day.isoformat())


@given(DAYS, st.integers(1, 7))
def test_weekday_lies_within_a_week(published: date, number: int) -> None:
    """A bare weekday is at most six days away, on the side that the tense says."""
    word = next(
        words[0]
        for kind, value, words in time_words().rows
        if kind == "weekday" and value == str(number)
    )
    for tense, sign in ((Tense.PAST, -1), (Tense.FUTURE, 1)):
        told = normalise(
            word, time_words(), published=published.isoformat(), tense=tense
        )
        assert told is not None
        away = (first_day(told.begin or "") - published).days * sign
        assert 0 <= away <= 6


def test_answer_does_not_depend_on_the_surroundings() -> None:
    """Locale, hash seed and folder change nothing."""
    program = (
        "from tests.property.test_times import *\n"
        "text = 'On Friday, early in March, Sept. 18-20 and New Year\\u2019s Day'\n"
        "print(place_times(text, time_words(), published='2019-03-25',"
        " tense=Tense.PAST))"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, **setting, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for setting in (
            {"LC_ALL": "C", "PYTHONHASHSEED": "0"},
            {"LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1", "LANG": "de_DE.UTF-8"},
            {"LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "2", "PYTHONUTF8": "1"},
        )
    }
    assert len(answers) == 1
    assert "2019-03-22" in answers.pop()

"""Time expressions of public sets: what counts as the same days, and the figures."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from kg.errors import KgError
from kg.evaluate.public import find_sets, has_graph, score_times
from kg.evaluate.public.times import same_time
from kg.model import Article, Interval, Span
from kg.reader import Reader
from kg.times import TimeExpression

Row = dict[str, Any]
FRIDAY = "1998-01-09"
# Value of the gold, what is placed ("-": nothing; "?": no time to us), and whether that
# is right.
VALUES: tuple[tuple[str, str, bool], ...] = (
    ("1998-01-08", "1998-01-08", True),
    ("1998-01-08TEV", "1998-01-08", True),
    ("1998-01-08T09:00", "1998-01-08", True),
    ("1998-01-08", "1998-01", False),
    ("1998-01", "1998-01-08", False),
    ("1998-01", "1998-01", True),
    ("1998-02", "1998-02-01/1998-02-28", True),
    ("1998", "1998", True),
    ("1998-W02", "1998-01-05/1998-01-11", True),
    ("1998-W02", "1998-01-06/1998-01-12", False),
    ("1998-W02-WE", "1998-01-10/1998-01-11", True),
    ("1998-Q4", "1998-10/1998-12", True),
    ("1998-Q4", "1998", False),
    ("1998-H1", "1998-01/1998-06", True),
    ("1998-SU", "1998", False),
    ("199", "1990/1999", True),
    ("199X", "1994", True),
    ("19", "1900/1999", True),
    ("1998-QX", "1998-04/1998-06", True),
    ("1998-WXX", "1997-12-29/1998-01-04", False),
    ("1998-01-XX", "1998-01-12/1998-01-18", True),
    ("1998-XX", "1998", True),
    ("1998-01-08", "-", False),
    ("P1W", "1998-01-05/1998-01-11", False),
    ("PRESENT_REF", "-", True),
    ("PRESENT_REF", FRIDAY, True),
    ("PRESENT_REF", "1998", False),
    ("PAST_REF", "-", True),
    ("PAST_REF", "?", False),
    ("PAST_REF", FRIDAY, False),
    ("FUTURE_REF", "-", True),
)


def placed(told: str) -> TimeExpression | None:
    """Read "1998-01/1998-06", "1998", "-" (a time, but when?) and "?" (no time)."""
    if told == "?":
        return None
    begin, _, end = told.partition("/") if "/" in told else (told, "/", told)
    interval = None if told == "-" else Interval(begin or None, end or None)
    return TimeExpression(Span(0, 4), interval, "deictic")


@pytest.mark.parametrize(("value", "ours", "right"), VALUES)
def test_an_expression_is_right_to_the_day(
    value: str, ours: str, *, right: bool
) -> None:
    """Both ends are those of the gold; what the gold leaves open is open."""
    assert len(VALUES) >= 31
    assert same_time({"value": value}, placed(ours), FRIDAY) is right


@pytest.mark.parametrize(
    ("theirs", "ours", "right"),
    [
        ({"when": "2015-05-07"}, "2015-05-07", True),
        ({"when": "2015"}, "2015-05-07", False),
        ({"from": "2015-05-04", "to": "2015-05-10"}, "2015-05-04/2015-05-10", True),
        ({"from": "1960-01-01", "to": "1969-12-31"}, "1960/1969", True),
        ({"from": "2015-05-04", "to": "2015-05-10"}, "2015-05-05", False),
        ({"notBefore": "1994", "notAfter": "2008"}, "1999/2008", True),
        ({"notBefore": "1994", "notAfter": "2008"}, "1993/2008", False),
        ({"notAfter": "2015-08-02"}, "2015-07-30/2015-08-02", True),
        ({"notAfter": "2015-08-02"}, "-", False),
    ],
)
def test_an_expression_is_right_by_the_terms_of_gum(
    theirs: dict[str, str], ours: str, *, right: bool
) -> None:
    """From and to are its ends, not before and not after are bounds."""
    assert same_time(theirs, placed(ours), None) is right


# ------------------------------------------------------------------------ the figures

TEXT = "Prado met Lind on Tuesday. He leaves for Norhaven on Monday, as he does now."


def timex(words: str, value: str, kind: str = "DATE") -> Row:
    """An expression in the format of the set."""
    start = TEXT.index(words)
    ends = {"char_start": start, "char_end": start + len(words)}
    return {**ends, "type": kind, "value": value, "text": words}


def laid_out(rows: Sequence[Row], folder: Path) -> Path:
    """A folder of data with these rows, the last in the second file of the set."""
    (folder / "tempeval3").mkdir()
    for name, part in (("timebank", rows[:-1]), ("aquaint", rows[-1:])):
        lines = "\n".join(json.dumps(row) for row in part)
        (folder / "tempeval3" / f"{name}.jsonl").write_text(lines, encoding="utf-8")
    return folder


def test_given_expressions_are_placed_as_the_pipeline_does(
    reader: Reader, tmp_path: Path
) -> None:
    """The tense of the clause decides; other types than DATE are not looked at."""
    first = {
        "id": "a",
        "dct": "1998-01-09T13:37",
        "text": TEXT,
        "timex": [
            timex("Monday", "1998-01-12"),
            timex("Tuesday", "1998-01-06"),
            timex("now", "PRESENT_REF"),
            timex("leaves", "P1D", "SET"),
        ],
    }
    second = {**first, "id": "b", "timex": [timex("Monday", "1998-01-05")]}
    (public,) = find_sets(laid_out([first, second], tmp_path), ["tempeval3"])[0]
    assert not has_graph(public)
    figures = score_times(public, public.rows(), reader.times)
    assert figures == {
        "tempeval3_dates": {
            "accuracy": 0.75,
            "calendar": 0.667,
            "placed": 3,
            "gold": 4,
        }
    }


def test_a_row_without_expressions_is_told(reader: Reader, tmp_path: Path) -> None:
    """A row that lacks what its set has is an error with the file and the field."""
    row = {"id": "a", "dct": FRIDAY, "text": TEXT}
    (public,) = find_sets(laid_out([row, row], tmp_path), ["tempeval3"])[0]
    with pytest.raises(KgError, match=r"timebank\.jsonl: KeyError\('timex'\)"):
        score_times(public, public.rows(), reader.times)


def test_a_set_without_expressions_has_no_figures(tmp_path: Path) -> None:
    """What gives no time expressions is not scored on them."""
    (tmp_path / "gap").mkdir()
    (tmp_path / "gap" / "dev.jsonl").write_text("", encoding="utf-8")
    (public,) = find_sets(tmp_path)[0]
    assert has_graph(public)

    def nothing(article: Article, spans: Sequence[Span]) -> tuple[None, ...]:
        """Place nothing."""
        del article
        return (None,) * len(spans)

    assert score_times(public, [], nothing) == {}


def test_the_whole_expression_decides(reader: Reader) -> None:
    """Of "April next year" and "since March", each part means what the whole does."""
    text = "Oslo has waited since March and will sign in April next year."
    spans = [Span(text.index(w), text.index(w) + len(w)) for w in ("March", "April")]
    article = Article("x", text, published="2020-06-15")
    found = [one.interval if one else None for one in reader.times(article, spans)]
    assert found == [Interval("2020-03", "2020-03"), Interval("2021-04", "2021-04")]


def test_what_stands_beside_a_date_is_of_that_day(reader: Reader) -> None:
    """An apposition has the day of what it is apposed to."""
    text = "Lind came on Saturday night, the opening night, and left."
    words = "the opening night"
    span = Span(text.index(words), text.index(words) + len(words))
    (one,) = reader.times(Article("x", text, published="2020-06-15"), [span])
    assert one is not None
    assert one.interval == Interval("2020-06-13", "2020-06-13")


def test_what_is_told_in_full_dates_its_short_form(reader: Reader) -> None:
    """The "day two" of a headline is the day that "yesterday, day two of" tells."""
    full = "day two of the 2022 Island Games"
    text = f"Jersey wins on day two.\n\nYesterday, {full}, Jersey beat Guernsey."
    short = text.index("day two")
    spans = [
        Span(short, short + len("day two")),
        Span(text.index(full), text.index(full) + len(full)),
    ]
    found = reader.times(Article("x", text, published="2022-07-11"), spans)
    day = Interval("2022-07-10", "2022-07-10")
    assert [one and one.interval for one in found] == [day, day]

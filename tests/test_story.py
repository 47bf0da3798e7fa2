"""What a time is seen from: the day of speaking, the day told of, the hemisphere."""

import pytest

from kg.model import Article, Span
from kg.reader import Reader

# Texts of Friday, 2021-03-12; "-" is what cannot be placed.
Case = tuple[str, str, str]

SAID: tuple[Case, ...] = (
    # on the day that the saying has
    ('"We met them today," Lind said on Tuesday.', "today", "2021-03-09"),
    ('On Wednesday, Mali said: "We left Gao yesterday."', "yesterday", "2021-03-09"),
    ("“Our ships sail tomorrow,” Prado told Chad on Monday.", "tomorrow", "2021-03-09"),
    (
        'Chad wrote to Peru on Monday. "It ends today," Prado said on Tuesday.',
        "today",
        "2021-03-09",
    ),
    # on the day before, if the article tells of that alone
    (
        'Peru beat Chile 2-0 yesterday. "Today we were lucky," Prado said.',
        "Today",
        "2021-03-11",
    ),
    (
        'Mali freed a hostage on Thursday. "I am home today," she said.\n"It is good."',
        "today",
        "2021-03-11",
    ),
    (
        'On March 11 Oslo voted. "This morning I was afraid," Lind said.',
        "This morning",
        "2021-03-11",
    ),
    # else on the day of the article
    ('Peru left on Monday. "We mourn today," Prado said.', "today", "2021-03-12"),
    ('"We mourn today," Prado said.', "today", "2021-03-12"),
    (
        'Peru left on Monday, Chad yesterday. "We mourn today," Lind said.',
        "today",
        "2021-03-12",
    ),
    (
        'Peru beat Chile yesterday. Today Lind flew home. "We won," she said.',
        "Today",
        "2021-03-12",
    ),
    # who is not quoted says it with the article
    ("Lind said on Tuesday that the talks go on today.", "today", "2021-03-12"),
)

DAY: tuple[Case, ...] = (
    (
        "Peru beat Chile yesterday. It was a warm evening in Lima. Lind came first.\n"
        "In the last match of the day, Mali beat Chad.",
        "the day",
        "2021-03-11",
    ),
    (
        "Oslo voted on Thursday. Many came early. The queues were long.\n"
        "By the end of the day, nine of ten had come.",
        "the end of the day",
        "2021-03-11",
    ),
    (
        "Ghana's parliament sat on March 11. Lind opened it. He spoke for an hour. "
        "Prado left it later in the day.",
        "the day",
        "2021-03-11",
    ),
    (
        "Ghana's parliament sat on Monday and yesterday. Lind opened it. He spoke. "
        "Prado left it later in the day.",
        "the day",
        "-",
    ),
    ("Lind spoke. She was glad. Prado left later in the day.", "the day", "-"),
)

SEASONS: tuple[Case, ...] = (
    ("Norway left the pact last summer.", "last summer", "2020-06/2020-08"),
    ("Japan and Canada met last winter.", "last winter", "2020-12/2021-02"),
    ("Egypt will hold a vote next autumn.", "next autumn", "2021-09/2021-11"),
    ("German police found it in spring 2019.", "spring 2019", "2019-03/2019-05"),
    ("Poland held a vote this spring.", "this spring", "2021-03/2021-05"),
    ("Peru left the pact last summer.", "last summer", "2020-12/2021-02"),
    ("Australia and Fiji met last winter.", "last winter", "2020-06/2020-08"),
    ("Chile will hold a vote next spring.", "next spring", "2021-09/2021-11"),
    # states of both sides, of neither, and none
    ("Norway met Chile last summer.", "last summer", "2020"),
    ("Kenya left the pact last summer.", "last summer", "2020"),
    ("Lind left last summer.", "last summer", "2020"),
    ("Kenya met Norway last summer.", "last summer", "2020-06/2020-08"),
)

TENSES: tuple[Case, ...] = (
    # a part of the day hangs on what its weekday hangs on
    ("Lind was shot in the leg on Monday night in Gao.", "Monday", "2021-03-08"),
    ("Prado spoke in Tuesday night's debate with Lind.", "Tuesday", "2021-03-09"),
    ("They will meet in Rome on Sunday evening.", "Sunday", "2021-03-14"),
    # a participle after a comma tells what is done
    (
        "Peru would appeal the ruling, announced Tuesday by a court in Lima.",
        "Tuesday",
        "2021-03-09",
    ),
    (
        "Under the terms of the pact, signed Monday, Mali would get a loan.",
        "Monday",
        "2021-03-08",
    ),
    (
        "Chad will join the force, formed on Wednesday by five states.",
        "Wednesday",
        "2021-03-10",
    ),
    # a term that is set, and one that has run out
    ("The court adjourned the trial until Tuesday morning.", "Tuesday", "2021-03-16"),
    ("Kenya gave the rebels until Sunday to leave.", "Sunday", "2021-03-14"),
    (
        "Peru has extended its deadline for Chile until 9 a.m. Monday.",
        "Monday",
        "2021-03-15",
    ),
    ("Mali had until Thursday to answer the court.", "Thursday", "2021-03-18"),
    ("Mali had a base in Chad until Thursday.", "Thursday", "2021-03-11"),
    ("The rebels waited until Tuesday and left.", "Tuesday", "2021-03-09"),
    ("Ghana did not extend the truce until Tuesday.", "Tuesday", "2021-03-09"),
    # a deadline, however far
    ("Chad plans to cut its debt by year end.", "year end", "2021-12-31"),
    (
        "The pact is part of Lind's effort to free all by year's end.",
        "year's end",
        "2021-12-31",
    ),
    ("Oslo will have closed nine mines by year-end.", "year-end", "2021-12-31"),
    ("Oslo had closed nine mines by year-end.", "year-end", "2020-12-31"),
)

ALL = (*SAID, *DAY, *SEASONS, *TENSES)


def test_the_tables_are_whole() -> None:
    """No case has been lost."""
    assert [len(t) for t in (SAID, DAY, SEASONS, TENSES)] == [12, 5, 12, 17]


@pytest.mark.parametrize(("text", "told", "expected"), ALL)
def test_a_time_is_seen_from_its_place(
    reader: Reader, text: str, told: str, expected: str
) -> None:
    """Who is quoted speaks on another day, and summer is not everywhere in June."""
    start = text.rindex(told)
    (one,) = reader.times(
        Article("x", text, published="2021-03-12"), [Span(start, start + len(told))]
    )
    interval = one and one.interval
    begin, end = (interval.begin, interval.end) if interval else (None, None)
    found = begin if begin == end else f"{begin or ''}/{end or ''}"
    assert (found or "-") == expected


def test_an_event_in_a_quotation_is_of_the_day_of_speaking(reader: Reader) -> None:
    """The pipeline dates events as given expressions are dated."""
    text = '"Mali attacked Chad today," Togo said on Tuesday.'
    (reading,) = reader.read([Article("x", text, published="2021-03-12")])
    (event,) = reading.events
    assert event.when is not None
    assert event.when.begin == event.when.end == "2021-03-09"

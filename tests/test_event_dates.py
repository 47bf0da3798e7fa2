"""When an event happened: by its words, by its clause, or by the same told again."""

import pytest
from readings import Case, ReadTexts, cases

from kg.model import EventFact, Reading

# Each case: a text of Monday, 2020-06-15, and the dates of its events, in their order;
# "-" for an event that nothing dates.
OWN: tuple[Case, ...] = (
    ("Kenya sent troops to Somalia on Friday.", "2020-06-12"),
    ("Norway and Chile will sign a treaty on Friday.", "2020-06-19"),
    ("Peru recalled its ambassador to Bolivia in April.", "2020-04"),
    ("Brazil expelled two diplomats from Iran late Thursday.", "2020-06-11"),
    ("Egypt and Sudan have held talks since January.", "2020-01/"),
    ("Spain accused Morocco of spying.", "-"),
    ("Ethiopia asked Kenya for help a week later.", "-"),
    ("Peru extended its sanctions on Chile until Thursday.", "/2020-06-18"),
    ("Peru upheld its sanctions on Chile until Thursday.", "/2020-06-11 /2020-06-11"),
    # at another time than the clause
    (
        "Turkey closed its border with Syria on June 3 after an attack by Iran "
        "on Iraq.",
        "2020-06-03 -",
    ),
    # an attribute of a noun, and what happens meanwhile
    ("Canada congratulated Japan on the 1998 Winter Games.", "-"),
    ("Canada praised Japan for the 2018 summit.", "-"),
    ("Ghana criticized Togo over the 2018 attack.", "-"),
    ("France and Greece signed a pact at the 2018 summit.", "2018"),
    (
        "During his May 4-6 visit to Rome, Emmanuel Macron met Giuseppe Conte.",
        "2020-05-04/2020-05-06 2020-05-04/2020-05-06",
    ),
    # of the act or of its content
    ("Poland broke off the talks with Belarus on Thursday.", "2020-06-11"),
    ("Mexico rejected an offer by Cuba to meet next Tuesday.", "-"),
    (
        "Angela Merkel flies to Ankara on Thursday for talks with Recep Tayyip "
        "Erdogan.",
        "2020-06-18 2020-06-18",
    ),
    # the day it was said, if it was not done before
    ("On Friday, Libya said it was leaving the Arab League.", "2020-06-12"),
    ("On Friday, Libya said it had attacked Chad.", "-"),
)

CLAUSES: tuple[Case, ...] = (
    (
        "Serbia and Kosovo agreed to open an office when they met in Vienna in April.",
        "2020-04 2020-04",
    ),
    (
        "India met Pakistan on Tuesday as China condemned the United States.",
        "2020-06-09 2020-06-09",
    ),
    (
        "Ann Linde spoke on Friday with Pekka Haavisto to thank him.",
        "2020-06-12 2020-06-12",
    ),
    (
        "Japan met China on Tuesday and accused Russia of spying.",
        "2020-06-09 2020-06-09",
    ),
    (
        "On Tuesday Qatar appealed to Bahrain for talks, but Oman accused Qatar "
        "of lying.",
        "2020-06-09 2020-06-09",
    ),
    (
        "Qatar appealed to Bahrain for talks on Tuesday, but Oman accused Qatar "
        "of lying.",
        "2020-06-09 -",
    ),
    # counted from the other clause, either way
    (
        "Finland expelled a Russian envoy on June 9, three days after Russia attacked "
        "Georgia.",
        "2020-06-09 2020-06-06",
    ),
    (
        "Finland expelled a Russian envoy just hours after Russia attacked Georgia on "
        "June 6.",
        "2020-06-06 2020-06-06",
    ),
    (
        "Finland expelled a Russian envoy weeks after Russia attacked Georgia "
        "on June 6.",
        "- 2020-06-06",
    ),
    (
        "The border was closed on May 4, a year after Iran had attacked Iraq.",
        "2019-05",
    ),
    ("Russia attacked Georgia three days after Turkey condemned Armenia.", "- -"),
    # counted from the sentence before
    (
        "Eritrea attacked Ethiopia on May 4. A week later Ethiopia attacked Eritrea.",
        "2020-05-04 2020-05-11",
    ),
    (
        "Eritrea attacked Ethiopia on May 4. The same day Ethiopia asked Kenya "
        "for help.",
        "2020-05-04 2020-05-04",
    ),
    (
        "Eritrea attacked Ethiopia on May 4. In the evening Ethiopia asked Kenya for "
        "help.",
        "2020-05-04 2020-05-04",
    ),
    (
        "On May 4 Sweden expelled a Russian envoy. Sweden had warned Russia five days "
        "earlier.",
        "2020-05-04 2020-04-29",
    ),
)

AGAIN: tuple[Case, ...] = (
    (
        "Iran and Oman held talks on Friday. Iran and Oman have often held talks.",
        "2020-06-12 -",
    ),
    (
        "Sudan withdraws ambassador from Egypt\n\n"
        "Sudan withdrew its ambassador from Egypt on Friday.",
        "2020-06-12 2020-06-12",
    ),
    (
        "Sudan withdraws ambassador from Egypt\n\n"
        "Sudan withdrew its ambassador from Libya on Friday.",
        "- 2020-06-12",
    ),
    (
        "Russia attacked Georgia in 2008. Turkey met Armenia after Russia attacked "
        "Georgia.",
        "2008 - 2008",
    ),
    (
        "Russia attacked Georgia in 2008. Russia attacked Georgia in May. Turkey met "
        "Armenia after Russia attacked Georgia.",
        "2008 2020-05 - -",
    ),
    ("Russia attacked Georgia in 2008. Russia also attacked Georgia.", "2008 -"),
    ("Russia did not attack Georgia in 2008. Russia attacked Georgia.", "2008 -"),
    (
        "Denmark and Poland will hold a summit on June 24. Next week's summit between "
        "Denmark and Poland will be the first.",
        "2020-06-24 2020-06-24",
    ),
    (
        "Sudan withdrew its ambassador from Egypt on Friday. The withdrawal of the "
        "ambassador from Egypt by Sudan angered Chad.",
        "2020-06-12 2020-06-12",
        "who is left by a withdrawal of somebody from somewhere",
    ),
    # what two told each other when they met
    (
        "Angela Merkel met Giuseppe Conte on Friday. Merkel thanked Conte for "
        "his help.",
        "2020-06-12 2020-06-12",
    ),
    (
        "Angela Merkel met Giuseppe Conte on Friday. At the meeting, Merkel accused "
        "Russia of spying.",
        "2020-06-12 2020-06-12",
    ),
    (
        "Angela Merkel met Giuseppe Conte on Friday. Merkel had thanked Conte for his "
        "help.",
        "2020-06-12 -",
    ),
    (
        "Angela Merkel met Giuseppe Conte on Friday. Merkel thanked Sanna Marin "
        "for her "
        "help.",
        "2020-06-12 -",
    ),
    (
        "Angela Merkel met Giuseppe Conte on Friday. Vienna was quiet on Saturday. "
        "Merkel thanked Conte for his help.",
        "2020-06-12 -",
    ),
)
ALL = (*OWN, *CLAUSES, *AGAIN)


@pytest.fixture(scope="module")
def readings(read_texts: ReadTexts) -> dict[str, Reading]:
    """Every text of the tables, read in one batch."""
    return read_texts([text for text, *_ in ALL])


def _date(event: EventFact) -> str:
    """As in "2019", "2019-03-01/2019-03-07", "2019-03/", "-"."""
    if event.when is None:
        return "-"
    begin, end = event.when.begin or "", event.when.end or ""
    return begin if begin == end else f"{begin}/{end}"


def test_the_tables_are_whole() -> None:
    """No case has got lost."""
    assert (len(OWN), len(CLAUSES), len(AGAIN)) == (20, 15, 14)


@pytest.mark.parametrize(("text", "expected"), cases(ALL))
def test_an_event_has_the_date_that_the_text_gives_it(
    text: str, expected: str, readings: dict[str, Reading]
) -> None:
    """Its own, that of its clause or of another telling; else it has none."""
    assert " ".join(map(_date, readings[text].events)) == expected

"""Titles before names: whose office, of what, since when.

A case names every office of its phrase as "holder: words < owners (former, lowered)",
in the order of the text, separated by semicolons.
"""

import pytest
from readings import Case, article, cases

from kg.lexicon import Lexicon
from kg.offices import Holdings, Office, find_offices
from kg.parse import Parsed, parse_articles
from kg.reader import Reader

OFFICES: tuple[Case, ...] = (
    # a country before the title
    (
        "They met French President Emmanuel Macron.",
        "Emmanuel Macron: President < French",
    ),
    (
        "They met US Secretary of State Antony Blinken.",
        "Antony Blinken: Secretary of State < US",
    ),
    (
        "They met South Korean Unification Minister Cho Myoung-gyon.",
        "Cho Myoung-gyon: Unification Minister < South Korean",
    ),
    (
        "They met Kenyan Foreign Minister Alfred Mutua.",
        "Alfred Mutua: Foreign Minister < Kenyan",
    ),
    (
        "They met Brazilian president Luiz Inacio Lula da Silva.",
        "Luiz Inacio Lula da Silva: president < Brazilian",
    ),
    (
        "They met Saudi Crown Prince Mohammed bin Salman.",
        "Mohammed bin Salman: Crown Prince < Saudi",
    ),
    ("They met Istanbul Mayor Ekrem Imamoglu.", "Ekrem Imamoglu: Mayor < Istanbul"),
    (
        "They met Chilean Finance Minister Mario Marcel.",
        "Mario Marcel: Finance Minister < Chilean",
    ),
    # a possessor
    (
        "They met Britain\u2019s Prime Minister Rishi Sunak.",
        "Rishi Sunak: Prime Minister < Britain",
    ),
    (
        "They met Ukraine's defence minister Oleksii Reznikov.",
        "Oleksii Reznikov: defence minister < Ukraine",
    ),
    (
        "They met Ghana's Vice President Mahamudu Bawumia.",
        "Mahamudu Bawumia: Vice President < Ghana",
    ),
    # what it is of or for
    (
        "They met Prime Minister of Ethiopia Abiy Ahmed.",
        "Abiy Ahmed: Prime Minister of Ethiopia < Ethiopia",
    ),
    (
        "They met Mayor of London Sadiq Khan.",
        "Sadiq Khan: Mayor of London < London",
    ),
    (
        "They met US special envoy for North Korea Stephen Biegun.",
        "Stephen Biegun: special envoy for North Korea < North Korea, US",
    ),
    (
        "They met US Ambassador to South Korea Harry Harris.",
        "Harry Harris: Ambassador to South Korea < South Korea, US",
    ),
    (
        "They met Director of the National Security Office Suh Hoon.",
        "Suh Hoon: Director of the National Security Office < National Security Office",
    ),
    # a body before the title
    (
        "They met UN Secretary-General Antonio Guterres.",
        "Antonio Guterres: Secretary-General < UN",
    ),
    ("They met NATO chief Jens Stoltenberg.", "Jens Stoltenberg: chief < NATO"),
    ("They met World Bank President Ajay Banga.", "Ajay Banga: President < World Bank"),
    (
        "They met European Commission President Ursula von der Leyen.",
        "Ursula von der Leyen: President < European Commission",
    ),
    ("They met Hamas leader Ismail Haniyeh.", "Ismail Haniyeh: leader < Hamas"),
    (
        "They met Reuters correspondent Anna Petrova.",
        "Anna Petrova: correspondent < Reuters",
    ),
    (
        "They met Foreign Ministry spokesman Baik Tae-hyun.",
        "Baik Tae-hyun: spokesman < Foreign Ministry",
        "a ministry between country and title",
    ),
    (
        "They met South Korean Foreign Ministry spokesman Baik Tae-hyun.",
        "Baik Tae-hyun: spokesman < Foreign Ministry, South Korean",
        "a ministry between country and title",
    ),
    # nobody's
    ("They met President Vladimir Putin.", "Vladimir Putin: President"),
    ("They met opposition leader Alexei Navalny.", "Alexei Navalny: opposition leader"),
    ("They met Gen. Mark Milley.", "Mark Milley: Gen."),
    (
        "They met Maj. Gen. Yair Golan.",
        "Yair Golan: Maj. Gen.",
        "a rank of two abbreviations",
    ),
    ("They met President-elect Bola Tinubu.", "Bola Tinubu: President-elect (coming)"),
    (
        "They met Acting President Han Duck-soo.",
        "Han Duck-soo: Acting President (acting)",
    ),
    # former
    (
        "They met former US Secretary of State John Kerry.",
        "John Kerry: Secretary of State < US (former)",
    ),
    (
        "Former German Chancellor Angela Merkel wrote a book.",
        "Angela Merkel: Chancellor < German (former)",
    ),
    (
        "In 2010, then-President Lee Myung-bak cut trade.",
        "Lee Myung-bak: President (former)",
    ),
    (
        "They met ex-President Park Geun-hye.",
        "Park Geun-hye: President (former)",
    ),
    (
        "They met former Soviet leader Mikhail Gorbachev.",
        "Mikhail Gorbachev: leader < Soviet (former)",
    ),
    (
        "They mourned the late President Kim Dae-jung.",
        "Kim Dae-jung: President (former)",
    ),
    ("Then President Lee Myung-bak said no.", "Lee Myung-bak: President"),
    # to come
    (
        "They met incoming President Javier Milei.",
        "Javier Milei: President (coming)",
    ),
    (
        "They met Governor-elect Wes Moore.",
        "Wes Moore: Governor-elect (coming)",
    ),
    (
        "They met the son of Chadian President Idriss Deby.",
        "Idriss Deby: President < Chadian",
    ),
    # lowered
    (
        "They met Deputy Foreign Minister Andrey Rudenko.",
        "Andrey Rudenko: Deputy Foreign Minister (lowered)",
        "the capitals of a deputy's title are taken for a name",
    ),
    ("They met Chinese Vice Premier Liu He.", "Liu He: Vice Premier < Chinese"),
    (
        "They met Assistant Secretary of State Daniel Kritenbrink.",
        "Daniel Kritenbrink: Assistant Secretary of State",
    ),
    (
        "They met Deputy National Security Adviser Jon Finer.",
        "Jon Finer: Deputy National Security Adviser (lowered)",
        "the capitals of a deputy's title are taken for a name",
    ),
    # several
    (
        "They met US Secretary of State Antony Blinken and Defense Secretary Lloyd "
        "Austin.",
        "Antony Blinken: Secretary of State < US; Lloyd Austin: Defense Secretary < US",
    ),
    (
        "They met President and party chairman Xi Jinping.",
        "Xi Jinping: President; Xi Jinping: party chairman",
    ),
    (
        "They met Polish President Andrzej Duda, Prime Minister Mateusz Morawiecki "
        "and Defence Minister Mariusz Blaszczak.",
        "Andrzej Duda: President < Polish; Mateusz Morawiecki: Prime Minister < "
        "Polish; Mariusz Blaszczak: Defence Minister < Polish",
    ),
    (
        "They met Adviser to the President Ivanka Trump.",
        "Ivanka Trump: Adviser to the President",
    ),
    (
        "They met the adviser of Prime Minister Abiy Ahmed.",
        "Abiy Ahmed: Prime Minister",
    ),
    # no office
    ("The minister met Cho Myoung-gyon.", ""),
    ("They met Emmanuel Macron, the president.", ""),
    ("The president of France, where Omar Sharif lived, left.", ""),
    ("It rained.", ""),
)


def _told(parsed: Parsed, office: Office) -> str:
    words = [parsed.doc[i].text for i in office.holders]
    owners = {t.text for row in office.owners.values() for t in row}
    marks = ["former"] * office.former + ["lowered"] * office.lowered
    marks += ["coming"] * office.coming + ["acting"] * office.acting
    line = f"{', '.join(words)}: {office.words}"
    line += f" < {', '.join(sorted(owners))}" if owners else ""
    return line + (f" ({', '.join(marks)})" if marks else "")


@pytest.fixture(scope="module")
def offices(reader: Reader) -> dict[str, str]:
    """The offices of every phrase, in words."""
    articles = [article(text, str(n)) for n, (text, *_) in enumerate(OFFICES)]
    return {
        p.article.text: "; ".join(
            _told(p, office) for office in find_offices(p, reader.lexicon)
        )
        for p in parse_articles(articles, reader.nlp, reader.recogniser)
    }


def test_the_table_is_whole() -> None:
    """No case has been lost."""
    assert len({text for text, *_ in OFFICES}) == len(OFFICES) >= 51


@pytest.mark.parametrize(("text", "expected"), cases(OFFICES))
def test_a_title_before_a_name_tells_an_office(
    offices: dict[str, str], text: str, expected: str
) -> None:
    """Holder, words, owners and marks of every office are those of the phrase."""
    assert offices[text] == expected


# ------------------------------------------------------------------- by the date

HOLDERS = (
    ("president", "south-korea", "2018-04-27", "moon-jae-in"),
    ("president", "south-korea", "2010", "lee-myung-bak"),
    ("president", "south-korea", "2017", None),  # two in that year, and an acting one
    ("president", "south-korea", None, None),
    ("president", "south-korea", "1890-01-01", None),
    ("premier", "united-kingdom", "2003-03-20", "tony-blair"),
    ("leader", "north-korea", "2019-02-28", "kim-jong-un"),
    ("president", "atlantis", "2019-02-28", None),
    ("beekeeper", "south-korea", "2019-02-28", None),
)


@pytest.mark.parametrize(("title", "owner", "day", "holder"), HOLDERS)
def test_an_office_has_one_holder_on_a_day(
    lexicon: Lexicon, title: str, owner: str, day: str | None, holder: str | None
) -> None:
    """The known holder of an office on a day, month or year; None if not just one."""
    assert len(HOLDERS) == 9
    assert Holdings(lexicon).holder(title, owner, day) == holder


def test_successors_are_told_apart(lexicon: Lexicon) -> None:
    """Who came next in an office, who was there before, and when each held it."""
    holdings = Holdings(lexicon)
    assert holdings.beside("donald-trump", 1, "2018-06-12") == "joe-biden"
    assert holdings.beside("donald-trump", -1, "2018-06-12") == "barack-obama"
    assert holdings.beside("nobody", 1, "2018-06-12") is None

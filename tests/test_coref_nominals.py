"""Common nouns: which "the minister", "the bloc", "her brother" means whom, or nobody.

In a case "A = B" are two mentions of one thing, "A / B" of two, and "A ?" stands in no
chain with anything else. "he#2" is the second mention with these very words.
"""

import re

import pytest
from readings import Case, ReadTexts, cases

from kg.model import Chain, Reading

SAID: tuple[Case, ...] = (
    (
        "Kim Yo Jong (\uae40\uc5ec\uc815), the sister of North Korean leader Kim Jong "
        "Un, warned Seoul.",
        "Kim Yo Jong = the sister; Kim Yo Jong / Kim Jong Un",
    ),
    (
        "Lina Haddad, the security adviser of Prime Minister Najib Mikati, resigned.",
        "Lina Haddad = the security adviser; Lina Haddad / Najib Mikati",
    ),
    (
        "Ali Bongo leads the staff and his counterpart is Denis Sassou.",
        "counterpart = Denis Sassou; Ali Bongo / Denis Sassou",
    ),
    (
        "Sung Kim wrote to his Chinese counterpart Liu Xiaoming on Monday.",
        "counterpart = Liu Xiaoming; Sung Kim / Liu Xiaoming",
    ),
    (
        "The head of Interpol, Meng Hongwei, has resigned.",
        "The head = Meng Hongwei",
    ),
    (
        "The former Nigerian president, Olusegun Obasanjo, flew to Nairobi.",
        "president = Olusegun Obasanjo",
    ),
    ("The missile hit Riyadh, farmer Omar Saleh said.", "Omar Saleh ?"),
    (
        "Ann Linde, the head of state, met Isabella Lovin.",
        "Ann Linde = the head of state",
    ),
)

KIN: tuple[Case, ...] = (
    (
        "Kim Yo-jong, the sister of Kim Jong-un, spoke. Her brother was silent.",
        "Kim Yo-jong = the sister = Her; Kim Jong-un = brother",
    ),
    (
        "Ri Sol-ju, the wife of Kim Jong-un, sang. Her husband clapped.",
        "Ri Sol-ju = Her; Kim Jong-un = husband",
    ),
    (
        "Karim Massimov is the son of Omar Saleh. Saleh's son flew to Almaty.",
        "Karim Massimov = the son = son; Karim Massimov / Omar Saleh",
    ),
    ("Raul Castro arrived. His brother stayed in Havana.", "brother ?"),
)

OFFICES: tuple[Case, ...] = (
    (
        "Kenyan Foreign Minister Alfred Mutua met Samantha Power. The minister "
        "thanked her.",
        "Alfred Mutua = The minister; The minister / Samantha Power",
    ),
    (
        "Peter Szijjarto, the foreign minister of Hungary, flew to Baku. The minister "
        "met Ilham Aliyev.",
        "Peter Szijjarto = The minister",
    ),
    (
        "Former President Park Geun-hye was jailed. President Moon Jae-in pardoned "
        "her. The former president was ill. The president smiled.",
        "Park Geun-hye = The former president; Moon Jae-in = The president",
    ),
    (
        "President Donald Trump praised then-President Barack Obama. The president "
        "then left.",
        "Donald Trump = The president; The president / Barack Obama",
    ),
    (
        "President-elect Bola Tinubu met President Muhammadu Buhari. The president "
        "left.",
        "Muhammadu Buhari = The president",
    ),
    (
        "Incoming President Javier Milei met President Alberto Fernandez. The "
        "president smiled.",
        "Alberto Fernandez = The president",
    ),
    (
        "Deputy Prime Minister Olha Stefanishyna met Prime Minister Ana Brnabic. The "
        "deputy prime minister left. The prime minister stayed.",
        "Olha Stefanishyna = The deputy prime minister; "
        "Ana Brnabic = The prime minister",
    ),
    (
        "Vice President Kamala Harris landed in Accra. The president met nobody.",
        "The president ?",
    ),
    (
        "President Yoweri Museveni received President Paul Kagame. The president "
        "smiled.",
        "The president ?",
    ),
    ("President Ali Bongo told the president that it was over.", "the president ?"),
    (
        "The late President Kim Dae-jung met Kim Jong-il. The late president won a "
        "prize.",
        "Kim Dae-jung = The late president",
    ),
    (
        "Unification Minister Lee In-young met Defense Minister Suh Wook. The "
        "unification minister left.",
        "Lee In-young = The unification minister",
    ),
    (
        "Ugandan President Yoweri Museveni fired a minister. The minister wept.",
        "The minister ?",
    ),
    (
        "Sanna Marin, 34, met Jonas Store. The 34-year-old was sworn in last week.",
        "Sanna Marin = The 34-year-old; Sanna Marin / Jonas Store",
    ),
    (
        "Bobi Wine met Kizza Besigye. The 38-year-old was arrested last week.",
        "The 38-year-old ?",
    ),
)

DATED: tuple[Case, ...] = (
    (
        "Park Geun-hye's successor, Moon Jae-in, was sworn in.",
        "successor = Moon Jae-in",
    ),
    (
        "Moon Jae-in was calm. Park Geun-hye's successor flew to Berlin.",
        "Moon Jae-in = successor; Park Geun-hye / Moon Jae-in",
    ),
    (
        "The French president flew to Kigali. Macron met Paul Kagame.",
        "president = Macron; Macron / Paul Kagame",
    ),
    (
        "Jacques Chirac is ill. The French president visited Lagos.",
        "Jacques Chirac / president",
    ),
    ("The former French president visited Lagos.", "president ?"),
)

BODIES: tuple[Case, ...] = (
    (
        "The Electoral Commission of Ghana resigned. The body had four members.",
        "Electoral Commission of Ghana = The body",
    ),
    (
        "The African Union suspended Sudan. The bloc asked for talks.",
        "African Union = The bloc",
    ),
    (
        "Hamas released the women. The group said it wanted peace.",
        "Hamas = The group = it",
    ),
    (
        "The Supreme Court of Israel met. The constitutional court was silent.",
        "The constitutional court ?",
    ),
    (
        "The World Bank lent Laos money. Vietnam wants a new bank. The bank would be "
        "in Hanoi.",
        "The bank ?",
    ),
    (
        "The Lake Chad Commission met in Abuja. The powerful commission was silent.",
        "Lake Chad Commission = The powerful commission",
    ),
    (
        "The European Commission and the African Union Commission met. The commission "
        "was silent.",
        "The commission ?",
    ),
    (
        "Boko Haram fought the Nigerian Army. The newspaper was burnt.",
        "The newspaper ?",
    ),
    (
        "The Good Friday Agreement ended the fighting. The deal held.",
        "Good Friday Agreement = The deal",
    ),
)

STATES: tuple[Case, ...] = (
    (
        "Zambia's government resigned on Monday. Lusaka was quiet. The government had "
        "ruled for ten years.",
        "Zambia = government = The government",
    ),
    (
        "Chad's government fell. Mali sent troops. The government in Bamako protested.",
        "Chad = government; Mali = The government",
    ),
    ("Peru and Chile argued. The country was tired.", "The country ?"),
    (
        "Russia attacked Ukraine after the country had sought peace.",
        "the country ?",
    ),
    (
        "Foreign Minister Ri Son Gwon of North Korea said that his country would "
        "never yield to the United States.",
        "North Korea = country; country / United States",
    ),
    ("The state agency of Chad was closed.", "state ?"),
    (
        "The Biden administration sanctioned Russia. The United States had warned "
        "Moscow.",
        "administration = United States",
        "an administration before its country is named",
    ),
    (
        "They met in Hanoi. Trump left the Vietnamese capital at noon.",
        "Hanoi = capital",
    ),
    (
        "Floods hit Beira. The city was dark.",
        "Beira = The city",
    ),
    ("Ships left Odesa and Mariupol. The city was dark.", "The city ?"),
)

ALL = (*SAID, *KIN, *OFFICES, *DATED, *BODIES, *STATES)


@pytest.fixture(scope="module")
def readings(read_texts: ReadTexts) -> dict[str, Reading]:
    """The readings of all texts, by text."""
    return read_texts([text for text, *_ in ALL])


def test_the_tables_are_whole() -> None:
    """No case has been lost, and enough of them ask kg to abstain."""
    assert len({text for text, *_ in ALL}) == len(ALL) >= 50
    assert sum("?" in expected for _, expected, *_ in ALL) >= 16


def _chain(reading: Reading, told: str) -> Chain | None:
    words, _, turn = told.strip().partition("#")
    found = sorted(
        (mention.span, number)
        for number, chain in enumerate(reading.chains)
        for mention in chain.mentions
        if mention.words == words
    )
    at = int(turn or 1) - 1
    return reading.chains[found[at][1]] if at < len(found) else None


def _holds(reading: Reading, part: str) -> bool:
    if part.endswith("?"):
        chain = _chain(reading, part[:-1])
        return chain is None or len(chain.mentions) == 1
    chains = [_chain(reading, word) for word in re.split("[=/]", part)]
    same = "=" in part
    told = chains[0] is not None and (not same or None not in chains)
    return told and all((chain is chains[0]) is same for chain in chains[1:])


@pytest.mark.parametrize(("text", "expected"), cases(ALL))
def test_a_noun_means_whom_the_article_introduced(
    readings: dict[str, Reading], text: str, expected: str
) -> None:
    """A nominal joins the one thing it can mean, and nothing when there are two."""
    told = [[m.words for m in c.mentions] for c in readings[text].chains]
    for part in expected.split("; "):
        assert _holds(readings[text], part), (part, told)


# -------------------------------------------------------------- roles in time

TIMES: tuple[Case, ...] = (
    ("The South Korean president flew to Berlin on Monday.", "moon-jae-in"),
    ("In 2011, the South Korean president met Barack Obama.", "lee-myung-bak"),
    ("The German chancellor met Shinzo Abe in Osaka.", "angela-merkel"),
    ("In 2003, the British prime minister met George W. Bush.", "tony-blair"),
    ("In 2001 and 2009, the British prime minister met Wen Jiabao.", ""),
    ("In 2017, the South Korean president met Shinzo Abe.", ""),
    ("A South Korean president met Shinzo Abe.", ""),
    ("The next South Korean president will meet Shinzo Abe.", ""),
)


@pytest.mark.parametrize(("text", "expected"), cases(TIMES))
def test_an_office_without_a_name_is_its_holder_at_the_time(
    read_texts: ReadTexts, text: str, expected: str
) -> None:
    """The holder on the article's day, or in the year of the sentence; else nobody."""
    reading = read_texts([text])[text]
    unnamed = [c.entry for c in reading.chains if c.cls == "Person" and not c.name]
    assert unnamed == ([expected] if expected else [])


def test_the_table_of_times_is_whole() -> None:
    """No case has been lost."""
    assert len({text for text, *_ in TIMES}) == len(TIMES) >= 8

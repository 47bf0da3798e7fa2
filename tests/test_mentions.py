"""Mentions: which words are names, of what class, and when a capital is its government.

A case lists "words:Class" of names that must be found, and "-words" of what must be no
name, separated by semicolons.
"""

import pytest
from readings import Case, ReadTexts, cases, mentions

from kg.lexicon import Lexicon
from kg.mentions import find_mentions
from kg.model import Article, Kind, Reading
from kg.parse import parse_articles
from kg.reader import Reader

# ------------------------------------------------------------- names and their class

NAMES: tuple[Case, ...] = (
    # titles before unknown names
    ("Deputy Minister Oyelaran Babatunde arrived.", "Oyelaran Babatunde:Person"),
    ("Minister Cho Myoung-gyon\u2019s office was closed.", "Cho Myoung-gyon:Person"),
    ("Secretary of State Antony Blinken spoke.", "Antony Blinken:Person"),
    ("President Moon met the press.", "Moon:Person"),
    ("Mr. Okonkwo and Ms Haddad disagreed.", "Okonkwo:Person; Haddad:Person"),
    ("Lt. Col. Assimi Go\u00efta took power.", "Assimi Go\u00efta:Person"),
    (
        "Foreign Minister Retno Marsudi of Indonesia smiled.",
        "Retno Marsudi:Person; Indonesia:Country",
    ),
    ("Senator Wendeline Quist asked why.", "Wendeline Quist:Person"),
    (
        "Antony Blinken met Sameh Shoukry in Cairo.",
        "Antony Blinken:Person; Sameh Shoukry:Person",
    ),
    # possessives with curly quotes
    (
        "South Korea\u2019s Moon Jae-in met Japan\u2019s Shinzo Abe.",
        "South Korea:Country; Moon Jae-in:Person; Japan:Country; Shinzo Abe:Person",
    ),
    ("Kim Yo-jong\u2019s letter was short.", "Kim Yo-jong:Person"),
    ("The BBC\u2019s correspondent left.", "BBC:Organization"),
    ("C\u00f4te d\u2019Ivoire closed the port.", "C\u00f4te d\u2019Ivoire:Country"),
    ("Robert O\u2019Brien arrived in Tokyo.", "Robert O\u2019Brien:Person"),
    (
        "The United States\u2019 embassy in Baghdad was closed.",
        "United States:Country; Baghdad:Place",
    ),
    (
        "\u201cPoland\u2019s border is closed,\u201d said Andrzej Duda.",
        "Poland:Country; Andrzej Duda:Person",
    ),
    # hyphenated and particled names are one
    (
        "Kim Yo-jong arrived with Choi Son-hui.",
        "Kim Yo-jong:Person; Choi Son-hui:Person; -Yo; -jong",
    ),
    (
        "Cho Sei-young telephoned Noh Kyu-duk.",
        "Cho Sei-young:Person; Noh Kyu-duk:Person",
    ),
    ("Ursula von der Leyen spoke.", "Ursula von der Leyen:Person"),
    ("Luiz Inacio Lula da Silva spoke.", "Luiz Inacio Lula da Silva:Person"),
    ("Jean-Luc M\u00e9lenchon spoke.", "Jean-Luc M\u00e9lenchon:Person"),
    ("Bashar al-Assad spoke.", "Bashar al-Assad:Person"),
    ("Recep Tayyip Erdo\u011fan spoke.", "Recep Tayyip Erdo\u011fan:Person"),
    (
        "Nguy\u1ec5n Ph\u00fa Tr\u1ecdng visited Beijing.",
        "Nguy\u1ec5n Ph\u00fa Tr\u1ecdng:Person",
    ),
    ("Al-Shabaab fighters fled from al-Shabaab camps.", "al-Shabaab:Organization"),
    # Korean text beside
    (
        "\ubb38\uc7ac\uc778 (Moon Jae-in) spoke in Seoul.",
        "Moon Jae-in:Person; Seoul:Place",
    ),
    (
        "Moon Jae-in (\ubb38\uc7ac\uc778) spoke in Seoul.",
        "Moon Jae-in:Person; Seoul:Place",
    ),
    (
        "The Rodong Sinmun (\ub85c\ub3d9\uc2e0\ubb38) praised Kim Jong-un.",
        "Rodong Sinmun:Organization; Kim Jong-un:Person",
    ),
    # headlines
    (
        "NORTH KOREA FIRES MISSILE\n\nNorth Korea fired a missile on Monday.",
        "NORTH KOREA:Country; North Korea:Country",
    ),
    (
        "Koreas Agree To Hold Talks\n\nSouth Korea and North Korea agreed on Monday.",
        "-Agree; -Talks; South Korea:Country",
    ),
    # states, short and long
    ("U.S.-Japan talks began.", "U.S.:Country; Japan:Country"),
    ("They told us that the US would help.", "US:Country; -us"),
    (
        "The Democratic People's Republic of Korea (DPRK) protested.",
        "Democratic People's Republic of Korea:Country; DPRK:Country",
    ),
    ("North Korea told the South to stop.", "North Korea:Country; South:Country"),
    ("He bought a house in the South of France.", "France:Country; -South:Country"),
    ("The South voted against the bill in Congress.", "-South:Country"),
    ("The Dutch and the British objected.", "Dutch:Country; British:Country"),
    ("Polish farmers polish the tractor.", "Polish:Country; -polish"),
    ("Georgia and Jordan objected.", "Georgia:Country; Jordan:Country"),
    (
        "The White House and the Kremlin objected.",
        "White House:Country; Kremlin:Country",
    ),
    # a short name, and who shares it
    ("Trump met Kim Jong-un in Hanoi.", "Trump:Person; Kim Jong-un:Person"),
    ("Mary Trump wrote a book about family.", "Mary Trump:Person"),
    (
        "Theresa May resigned in May.",
        "Theresa May:Person; -May",
        "a month that is somebody's family name",
    ),
    (
        "Paris Hilton flew to Rome.",
        "Paris Hilton:Person; Rome:Place; -Paris",
        "a person named like a city",
    ),
    ("Xi Jinping left. Xi\u2019s visit was short.", "Xi Jinping:Person; Xi:Person"),
    # class nouns around capitals
    (
        "The Committee for the Peaceful Reunification of the Country met.",
        "Committee for the Peaceful Reunification of the Country:Organization",
    ),
    ("The Sahel Development Fund paid for it.", "Sahel Development Fund:Organization"),
    ("The US-ROK Alliance is old.", "US-ROK Alliance:Organization"),
    ("Resolution 2270 was adopted.", "Resolution 2270:Agreement"),
    ("The Lilliput Peace Accord was signed.", "Lilliput Peace Accord:Agreement"),
    (
        "Peru signed the Lilliput Peace Accord on Monday.",
        "Lilliput Peace Accord:Agreement",
    ),
    (
        "The Baltic Fisheries Council on Friday criticised Norway.",
        "Baltic Fisheries Council:Organization; Norway:Country",
    ),
    ("The Winter Olympics opened.", "Winter Olympics:NamedEvent"),
    ("The Korean War ended in 1953.", "Korean War:NamedEvent"),
    ("The Strait of Hormuz was mined.", "Strait of Hormuz:Place"),
    (
        "A Hwasong-15 missile flew over the sea.",
        "Hwasong-15:Weapon",
        "a weapon that is in no list",
    ),
    ("The Bank of England raised rates.", "Bank of England:Organization"),
    (
        "The Wall Street Journal reported it.",
        "The Wall Street Journal:Organization; -Wall Street",
    ),
    ("The Red Cross helped.", "Red Cross:Organization"),
    (
        "Hamas and Islamic Jihad agreed.",
        "Hamas:Organization; Islamic Jihad:Organization",
    ),
    (
        "The Baltic Fisheries Council (BFC) met.",
        "Baltic Fisheries Council:Organization",
    ),
)

# ----------------------------------------------------------- a city or its government

METONYMY: tuple[Case, ...] = (
    ("Protesters marched in Seoul.", "Seoul:Place"),
    ("Seoul said it would send rice.", "Seoul:Country"),
    ("The envoy paid a visit to Seoul.", "Seoul:Place"),
    ("Moscow rejected the offer.", "Moscow:Country"),
    ("The actress flew from Moscow to Ankara.", "Moscow:Place; Ankara:Place"),
    ("Ankara, Turkey, was covered in snow.", "Ankara:Place; Turkey:Country"),
    (
        "Relations between Beijing and Canberra are tense.",
        "Beijing:Country; Canberra:Country",
    ),
    ("Paris police closed two stations.", "Paris:Place"),
    ("A bomb exploded near Kabul.", "Kabul:Place"),
    ("Kabul protested to Islamabad.", "Kabul:Country; Islamabad:Country"),
    ("Pressure from Washington grew.", "Washington:Country"),
    ("The minister returned to Cairo.", "Cairo:Place"),
    ("Talks with Pyongyang stalled.", "Pyongyang:Country"),
    ("Pyongyang's missile programme grew.", "Pyongyang:Country"),
    ("The streets of Baghdad were empty.", "Baghdad:Place"),
    ("Baghdad residents fled.", "Baghdad:Place"),
    ("Tokyo and Seoul agreed to share data.", "Tokyo:Country; Seoul:Country"),
    ("She was born in London.", "London:Place"),
    ("London accused Moscow of murder.", "London:Country; Moscow:Country"),
    ("The Kremlin warned Kyiv.", "Kremlin:Country; Kyiv:Country"),
    ("Accra is the capital of Ghana.", "Accra:Place"),
    ("An earthquake struck Kathmandu.", "Kathmandu:Place"),
    ("Sanctions against Minsk were extended.", "Minsk:Country"),
    ("The population of Jakarta grew.", "Jakarta:Place"),
    ("Vienna is a beautiful city.", "Vienna:Place"),
    ("The mayor of Kyiv resigned.", "Kyiv:Place"),
    ("The meeting took place in Geneva and Vienna.", "Vienna:Place"),
    ("He appealed to Tehran for mercy.", "Tehran:Country"),
)


@pytest.fixture(scope="module")
def readings(read_texts: ReadTexts) -> dict[str, Reading]:
    """The readings of all texts, by text."""
    return read_texts([text for text, *_ in (*NAMES, *METONYMY)])


OWNED = (
    (
        "The National Intelligence Service denied it.",
        "national-intelligence-service",
    ),
    ("The Chilean National Intelligence Service denied it.", ""),
    ("Chile's National Intelligence Service denied it.", ""),
    (
        "South Korea's National Intelligence Service denied it.",
        "national-intelligence-service",
    ),
)


def test_the_tables_are_whole() -> None:
    """No case has been lost."""
    assert len(OWNED) == 4
    assert len(NAMES) >= 55
    assert len(METONYMY) >= 25


def _named(reading: Reading) -> set[str]:
    kinds = (Kind.NAME, Kind.DEMONYM)
    return {f"{m.words}:{m.cls}" for m in mentions(reading) if m.kind in kinds}


@pytest.mark.parametrize(("text", "expected"), cases(NAMES))
def test_these_words_are_names_of_that_class(
    readings: dict[str, Reading], text: str, expected: str
) -> None:
    """Every name of the case is found with its class, and nothing that is none."""
    found = _named(readings[text])
    parts = expected.split("; ")
    wanted = {part for part in parts if not part.startswith("-")}
    barred = {part[1:] for part in parts if part.startswith("-")}
    assert wanted <= found, found
    assert barred.isdisjoint(found | {name.partition(":")[0] for name in found})


@pytest.mark.parametrize(("text", "expected"), cases(METONYMY))
def test_a_seat_is_a_place_or_a_government(
    readings: dict[str, Reading], text: str, expected: str
) -> None:
    """A capital is a place where one can be, and the state where one can act."""
    found = _named(readings[text])
    assert set(expected.split("; ")) <= found, found


def test_a_short_name_is_that_of_the_only_bearer(reader: Reader) -> None:
    """Trump alone is Donald Trump, unless another Trump is told of."""
    alone = Article("1", "Trump met Kim Jong-un in Hanoi.")
    other = Article("2", "Mary Trump wrote a book. Trump was born in 1965.")
    entries = [
        {c.entry for c in reading.chains if "Trump" in c.name}
        for reading in reader.read([alone, other])
    ]
    assert entries == [{"donald-trump"}, {None}]


def test_candidates_come_in_the_order_of_the_text(reader: Reader) -> None:
    """Candidates are sorted by token, and their spans cut their own words."""
    text = "The minister told Kenya\u2019s president that he would resign."
    (parsed,) = parse_articles([Article("x", text)], reader.nlp, reader.recogniser)
    found = find_mentions(parsed, reader.lexicon)
    assert [c.mention.words for c in found] == [
        "The minister",
        "Kenya",
        "president",
        "he",
    ]
    assert [c.token for c in found] == sorted(c.token for c in found)
    assert all(c.mention.span.cut(text) == c.mention.words for c in found)


def test_an_article_without_prose_has_no_candidates(reader: Reader) -> None:
    """White space alone gives nothing."""
    for text in ("", " \n \n", "\u3000"):
        (parsed,) = parse_articles([Article("x", text)], reader.nlp, reader.recogniser)
        assert find_mentions(parsed, reader.lexicon) == ()


def test_a_nominal_knows_whether_it_is_definite_or_plural(reader: Reader) -> None:
    """Articles and possessors make a noun definite, number makes it plural."""
    text = "The regime, a ministry, Oslo's agency and two offices fell."
    (parsed,) = parse_articles([Article("x", text)], reader.nlp, reader.recogniser)
    told = {
        c.lemma: (c.definite, c.plural)
        for c in find_mentions(parsed, reader.lexicon)
        if c.mention.kind is Kind.NOMINAL
    }
    assert told == {
        "regime": (True, False),
        "ministry": (False, False),
        "agency": (True, False),
        "office": (False, True),
    }


def test_a_part_of_a_country_is_not_the_country(reader: Reader) -> None:
    """In "the Indian state of Kerala" the state is Kerala, and not India."""
    text = "They voted in the Indian state of Kerala. The state is calm."
    (parsed,) = parse_articles([Article("a", text)], reader.nlp, reader.recogniser)
    found = [
        c.mention.words
        for c in find_mentions(parsed, reader.lexicon)
        if c.mention.kind is Kind.NOMINAL
    ]
    assert found == ["The state"]


@pytest.mark.parametrize(("text", "entry"), OWNED)
def test_a_body_of_another_state_is_not_the_known_one(
    reader: Reader, text: str, entry: str
) -> None:
    """A common name beside another state's is no name of the gazetteer's body."""
    (parsed,) = parse_articles([Article("a", text)], reader.nlp, reader.recogniser)
    found = {c.mention.words: c.entries for c in find_mentions(parsed, reader.lexicon)}
    assert "".join(found["National Intelligence Service"]) == entry


def test_the_words_of_stance_are_no_names(reader: Reader, lexicon: Lexicon) -> None:
    """Pronouns are candidates of the class that the lexicon gives them."""
    text = "She told it to them."
    (parsed,) = parse_articles([Article("x", text)], reader.nlp, reader.recogniser)
    kinds = {c.lemma: c.mention.kind for c in find_mentions(parsed, lexicon)}
    assert kinds == dict.fromkeys(("she", "it", "them"), Kind.PRONOUN)

"""Coreference: which words of a text stand for one thing, and which for nobody.

In a case "A = B" are two mentions of one thing, "A / B" of two things, and "A ?" stands
in no chain with anything else. "he#2" is the second mention with these very words.
"""

import re

import pytest
from readings import Case, ReadTexts, article, cases

from kg.coref.names import words_of
from kg.lexicon import Lexicon
from kg.model import Chain, Reading
from kg.reader import Reader

NAMES: tuple[Case, ...] = (
    (
        "Moon Jae-in met Kim Jong-un. Moon said he was pleased.",
        "Moon Jae-in = Moon = he; Moon / Kim Jong-un",
    ),
    (
        "Kim Jong-un sent Kim Yo-jong to Seoul. Kim Yo-jong met Moon Jae-in.",
        "Kim Jong-un / Kim Yo-jong; Kim Yo-jong = Kim Yo-jong#2",
    ),
    (
        "Kim Jong-un and Kim Yo-jong arrived. Kim spoke first.",
        "Kim ?",
    ),
    (
        "Maria Santos and Pedro Santos arrived. Santos spoke first.",
        "Santos ?",
    ),
    (
        "Kim Jong Un spoke. Kim smiled. Kim Eui-kyeom came. It rained. Kim left.",
        "Kim Jong Un = Kim = Kim#2; Kim / Kim Eui-kyeom",
    ),
    (
        "Morales resigns\nBolivia's president, Evo Morales, resigned. Morales wept.",
        "Morales = Evo Morales = Morales#2",
    ),
    (
        "Trump greets Macron\nPresident Trump and Melania Trump welcomed him. Trump "
        "smiled.",
        "Trump = Trump#2 = Trump#3; Trump / Melania Trump",
    ),
    (
        "Kim Jong-nam died in Malaysia. Kim Jong-un denied it.",
        "Kim Jong-nam / Kim Jong-un",
    ),
    (
        "The Baltic Fisheries Council (BFC) met in Riga. The BFC criticised Norway.",
        "Baltic Fisheries Council = BFC = BFC#2",
    ),
    (
        "The Rapid Support Forces (RSF) attacked Khartoum. The RSF denied it.",
        "Rapid Support Forces = RSF = RSF#2",
    ),
    ("The United Nations condemned Mali. The UN sent an envoy.", "United Nations = UN"),
    (
        "The African Union suspended Sudan. The AU asked for talks.",
        "African Union = AU",
    ),
    ("Seoul protested. South Korea recalled its envoy.", "Seoul = South Korea = its"),
    (
        "Pyongyang protested. The DPRK fired a missile. North Korea was silent.",
        "Pyongyang = DPRK = North Korea",
    ),
    ("French farmers protested. France was silent.", "French = France"),
    (
        "Ri Son-gwon arrived in Panmunjom. Ri greeted Cho Myoung-gyon.",
        "Ri Son-gwon = Ri; Ri / Cho Myoung-gyon",
    ),
    (
        "Noh Kyu-duk flew to Jakarta. Noh met Sung Kim. Kim thanked Noh.",
        "Noh Kyu-duk = Noh = Noh#2; Sung Kim = Kim",
    ),
    (
        "Scholz warned Moscow on Friday. Olaf Scholz was speaking in Vilnius.",
        "Scholz = Olaf Scholz",
    ),
    (
        "Donald J. Trump spoke. Donald Trump left. Trump was tired.",
        "Donald J. Trump = Donald Trump = Trump",
    ),
    ("Moon Jae-in (\ubb38\uc7ac\uc778) spoke. Moon was tired.", "Moon Jae-in = Moon"),
    (
        "Brett McGurk flew to Baghdad. McGurk met Mustafa al-Kadhimi.",
        "Brett McGurk = McGurk; McGurk / Mustafa al-Kadhimi",
    ),
    (
        "Tim Cook met Narendra Modi. Cook promised Modi a factory.",
        "Tim Cook = Cook; Narendra Modi = Modi; Cook / Modi",
    ),
    (
        "PRESIDENT PUTIN VISITS CHINA\n\nVladimir Putin visited China on Monday.",
        "CHINA = China",
    ),
    (
        "North Korea spoke to South Korea. The North thanked the South.",
        "North Korea = North; South Korea = South; North / South",
    ),
    (
        "Maria Silva is a judge. Silva spoke. Joao Silva is a farmer. Silva wept.",
        "Maria Silva = Silva; Joao Silva = Silva#2; Maria Silva / Joao Silva",
    ),
    (
        "Kim Jong-un met Kim Yo-jong and Kim Eui-kyeom. Kim smiled.",
        "Kim ?; Kim Jong-un / Kim Yo-jong; Kim Yo-jong / Kim Eui-kyeom",
    ),
    ("Mr. Adeyemi met Mrs. Adeyemi.", "Adeyemi / Adeyemi#2"),
    (
        "Berg Larsen sat down. Anna Berg spoke. It rained. They ate. Berg left.",
        "Anna Berg = Berg; Berg / Berg Larsen",
    ),
)

NOUNS: tuple[Case, ...] = (
    (
        "The Ministry of Unification criticised Pyongyang. The ministry was closed.",
        "Ministry of Unification = The ministry",
    ),
    (
        "The European Commission sued Hungary. The Commission said it had no choice.",
        "European Commission = Commission = it",
    ),
    (
        "The Lake Chad Commission sacked its director. The commission met in Abuja.",
        "Lake Chad Commission = its = The commission",
    ),
    (
        "South Korean President Yoon Suk-yeol visited Tokyo. The president met Fumio "
        "Kishida.",
        "Yoon Suk-yeol = The president; The president / Fumio Kishida",
    ),
    (
        "Kim Yo-jong, the younger sister of Kim Jong-un, spoke.",
        "Kim Yo-jong = the younger sister; Kim Yo-jong / Kim Jong-un",
    ),
    (
        "Recep Tayyip Erdogan, the president of Turkey, said he would visit Athens.",
        "Recep Tayyip Erdogan = the president = he",
    ),
    (
        "Iran freed two sailors. The country said it wanted peace.",
        "Iran = The country = it",
    ),
    ("North Korea fired a missile. The regime was silent.", "North Korea = The regime"),
    (
        "Hamas released the women. The group said it wanted peace.",
        "Hamas = The group = it",
    ),
    (
        "The Treaty of Waitangi was signed in 1840. The treaty was written in two "
        "languages.",
        "Treaty of Waitangi = The treaty",
    ),
    (
        "Chancellor Friedrich Merz hosted King Charles III in Berlin. The chancellor "
        "praised Britain.",
        "Friedrich Merz = The chancellor",
    ),
    (
        "US Secretary of State Antony Blinken flew to Doha. The secretary of state "
        "met nobody.",
        "Antony Blinken = The secretary of state",
    ),
    (
        "Foreign Minister Wang Yi met Foreign Minister Yoshimasa Hayashi. The foreign "
        "minister smiled.",
        "The foreign minister ?",
    ),
    (
        "KCNA is the state news agency of North Korea. The agency was silent.",
        "KCNA = The agency",
    ),
    (
        "South Korea and North Korea opened an inter-Korean liaison office in "
        "Kaesong. The office was closed in 2020.",
        "inter-Korean liaison office = The office",
    ),
    ("A Danish minister resigned. A Swedish minister followed.", "Danish / Swedish"),
    ("Peru and Chile argued. The country was tired.", "The country ?"),
    (
        "Liz Truss, a former prime minister, spoke. Kaja Kallas, the prime minister "
        "of Estonia, listened.",
        "Liz Truss / Kaja Kallas; Kaja Kallas = the prime minister",
    ),
)

PRONOUNS: tuple[Case, ...] = (
    (
        "Angela Merkel met Emmanuel Macron. She thanked him.",
        "Angela Merkel = She; Emmanuel Macron = him",
    ),
    (
        "Jacinda Ardern thanked Scott Morrison. She invited him to Wellington.",
        "Jacinda Ardern = She; Scott Morrison = him",
    ),
    (
        "Ursula von der Leyen met Ebrahim Raisi. He thanked her.",
        "Ebrahim Raisi = He; Ursula von der Leyen = her",
    ),
    ("Mr. Tanaka met Ms. Oduya. He thanked her.", "Tanaka = He; Oduya = her"),
    (
        "Queen Margrethe received King Harald. She thanked him.",
        "Margrethe = She; Harald = him",
    ),
    ("Ali Hassan and Omar Saleh arrived. He spoke first.", "He ?"),
    ("North Korea withdrew its staff from the office.", "North Korea = its"),
    ("Japan said it would sanction Russia.", "Japan = it; it / Russia"),
    ("Russia attacked Ukraine. It also shelled Moldova.", "Russia = It"),
    (
        "During his visit to Cairo, Antony Blinken met Abdel Fattah el-Sisi.",
        "his = Antony Blinken; Antony Blinken / Abdel Fattah el-Sisi",
    ),
    ("In her speech, Sanna Marin thanked Turkey.", "her = Sanna Marin"),
    (
        "Sheikh Hasina visited Delhi, where she met Narendra Modi.",
        "Sheikh Hasina = she; she / Narendra Modi",
    ),
    ("Kenya said it was clear that Somalia had attacked.", "it ?"),
    ("It emerged that Chad had arrested the colonel.", "It ?"),
    ("Norway held talks in Oslo. It was raining.", "It ?"),
    ("Germany and France argued all night. It left the talks.", "It ?"),
    ('"We will never yield," Nicolas Maduro said.', "We ?"),
    ('"You are late," Nicolas Maduro said.', "You ?"),
    ("South Korea and North Korea agreed. They will meet.", "They ?"),
    ("Abiy Ahmed met Isaias Afwerki in Asmara. They hugged.", "They ?"),
    ("Her brother told his party that Yingluck Shinawatra would return.", "his ?"),
    ("Narendra Modi said that he would visit Nepal.", "Narendra Modi = he"),
    (
        "The United Nations Security Council imposed sanctions on North Korea over its "
        "nuclear test.",
        "North Korea = its",
    ),
    (
        "Greta Thunberg was arrested in London. Police released her on Tuesday.",
        "Greta Thunberg = her",
    ),
    ("NATO said it had sent its envoy to Kosovo.", "NATO = it = its"),
    (
        "Olaf Scholz told Giorgia Meloni that he would visit her.",
        "Olaf Scholz = he; Giorgia Meloni = her",
    ),
    ("Keir Starmer asked Ursula von der Leyen to help him.", "Keir Starmer = him"),
    ("The decision of Chile to cut its staff surprised Peru.", "Chile = its"),
    ("Emmanuel Macron blamed himself.", "Emmanuel Macron = himself"),
    ("Iran and its allies condemned Israel.", "Iran = its"),
    ("Oxfam opened a clinic. It was a success.", "It ?"),
    ("Oxfam warned that nobody believed it.", "it ?"),
    ("Lima praised the accord. Then Quito signed it.", "it ?"),
    ('Angola said: "It has failed."', "It ?"),
    ("Angola closed its border. It also recalled its envoy.", "Angola = its = It"),
    ("Angola thanked Gabon for its help.", "Gabon = its"),
    ("We support Ghana in its efforts.", "Ghana = its"),
    ("Bolivia said its president would resign.", "Bolivia = its"),
    ("Italy rejected UNESCO's analysis of its accounts.", "UNESCO = its"),
    ('"He lied to us," Antonio Costa said.', "He ?"),
    ("Emmanuel Macron told Olaf Scholz that he would pay.", "Olaf Scholz / he"),
    (
        "The Rapid Support Forces said that they would defend their bases.",
        "Rapid Support Forces = they = their",
    ),
    (
        "Prime Minister Jonas Store flew to Kyiv. He himself had asked for the talks.",
        "Jonas Store = He",
    ),
)

ALL = (*NAMES, *NOUNS, *PRONOUNS)


@pytest.fixture(scope="module")
def readings(read_texts: ReadTexts) -> dict[str, Reading]:
    """The readings of all texts, by text."""
    return read_texts([text for text, *_ in ALL])


def test_the_tables_are_whole() -> None:
    """No case has been lost, and enough of them ask kg to abstain."""
    assert len({text for text, *_ in ALL}) == len(ALL) >= 79
    assert sum("?" in expected for _, expected, *_ in ALL) >= 20


def _chain(reading: Reading, told: str) -> Chain | None:
    """The chain with the k-th mention of these very words."""
    words, _, turn = told.strip().partition("#")
    found = sorted(
        (
            (m.span, n)
            for n, c in enumerate(reading.chains)
            for m in c.mentions
            if m.words == words
        )
    )
    at = int(turn or 1) - 1
    return reading.chains[found[at][1]] if at < len(found) else None


def _check(reading: Reading, part: str) -> None:
    if part.endswith("?"):
        chain = _chain(reading, part[:-1])
        assert chain is None or len(chain.mentions) == 1, chain
        return
    same = "=" in part
    chains = [_chain(reading, word) for word in re.split("[=/]", part)]
    assert None not in chains, part
    first = chains[0]
    assert all((chain is first) is same for chain in chains[1:]), part


@pytest.mark.parametrize(("text", "expected"), cases(ALL))
def test_words_that_mean_one_thing_are_one_chain(
    readings: dict[str, Reading], text: str, expected: str
) -> None:
    """Chains join what is one, part what is two, and leave out what is open."""
    for part in expected.split("; "):
        _check(readings[text], part)


def test_every_mention_is_in_one_chain(readings: dict[str, Reading]) -> None:
    """No span stands in two chains, and every span cuts its own words."""
    seen = 0
    for reading in readings.values():
        spans = [m.span for c in reading.chains for m in c.mentions]
        seen += len(spans)
        assert len(spans) == len(set(spans))
        for chain in reading.chains:
            for mention in chain.mentions:
                assert mention.span.cut(reading.article.text) == mention.words
    assert seen >= 150


def test_every_link_says_its_rule(readings: dict[str, Reading]) -> None:
    """Each mention of a chain has one link, which names a rule."""
    for reading in readings.values():
        for chain in reading.chains:
            assert {k.mention for k in chain.links} == {m.span for m in chain.mentions}
            assert all(link.rule for link in chain.links)


def test_chains_are_in_the_order_of_the_text(readings: dict[str, Reading]) -> None:
    """Chains come by their first mention, mentions by their place."""
    for reading in readings.values():
        firsts = [c.mentions[0].span for c in reading.chains]
        assert firsts == sorted(firsts)
        for chain in reading.chains:
            spans = [m.span for m in chain.mentions]
            assert spans == sorted(spans)


def test_an_article_without_names_has_no_chains(reader: Reader) -> None:
    """Neither an empty article nor one about nobody has chains."""
    texts = ("", "It rained all day and nobody came.")
    for reading in reader.read([article(t, str(n)) for n, t in enumerate(texts)]):
        assert reading.chains == ()


def test_words_of_a_name_ignore_case_and_hyphens() -> None:
    """A name's words are the same however it is spelled."""
    assert words_of("Kim Yo-jong") == words_of("KIM YO JONG") == ("kim", "yo", "jong")
    assert words_of("Moon's") == ("moon",)
    assert words_of("-") == ()


def test_countries_and_titles_are_kept_as_evidence(
    reader: Reader, lexicon: Lexicon
) -> None:
    """A chain knows the offices and countries that the text gives its person."""
    (reading,) = reader.read([article("French President Emmanuel Macron spoke.")])
    chain = next(c for c in reading.chains if c.cls == "Person")
    assert chain.titles == ("President",)
    assert [lexicon.entries[c].need("label") for c in chain.countries] == ["France"]

"""Relations: a sentence in, and out comes the exact set of what it tells.

A case names every relation of its sentence, in alphabetical order, as
"Ann leads Oz [queen] (former)"; the ends of a symmetric one are in alphabetical order.
"""

import pytest
from readings import Case, ReadTexts, article, cases, relation_lines

from kg.model import Reading, Status
from kg.reader import Reader
from kg.schema import Schema

OFFICES: tuple[Case, ...] = (
    (
        "French President Emmanuel Macron spoke in Lyon.",
        "Emmanuel Macron leads France [President]",
    ),
    (
        "Merkel had named Anna Berg and Karl Holm, the head of the Constitutional "
        "Court, but Jan Novak refused both.",
        "Karl Holm leads Constitutional Court [head]",
    ),
    (
        "Kenya's foreign minister, Alfred Mutua, resigned.",
        "Alfred Mutua worksFor Kenya [foreign minister]",
    ),
    (
        "Ursula von der Leyen, the president of the European Commission, flew home.",
        "Ursula von der Leyen leads European Commission [president]",
    ),
    (
        "Former German Chancellor Angela Merkel published her memoirs.",
        "Angela Merkel leads Germany [Chancellor] (former)",
    ),
    (
        "Jacinda Ardern was prime minister of New Zealand until 2023.",
        "Jacinda Ardern leads New Zealand [prime minister] (former)",
    ),
    (
        "Narendra Modi is the prime minister of India.",
        "Narendra Modi leads India [prime minister]",
    ),
    (
        "Samia Suluhu Hassan is not the president of Kenya.",
        "Samia Suluhu Hassan leads Kenya [president] (denied)",
    ),
    (
        "UN Secretary-General Antonio Guterres spoke on Monday.",
        "Antonio Guterres leads UN [Secretary-General]",
    ),
    ("IAEA chief Rafael Grossi spoke on Monday.", "Rafael Grossi leads IAEA [chief]"),
    (
        "World Bank President Ajay Banga spoke on Monday.",
        "Ajay Banga leads World Bank [President]",
    ),
    ("Paul Kagame has ruled Rwanda since 2000.", "Paul Kagame leads Rwanda"),
    (
        "South Korean Vice Foreign Minister Choi Jong-kun arrived.",
        "Choi Jong-kun worksFor South Korea [Vice Foreign Minister]",
    ),
    (
        "Hezbollah leader Hassan Nasrallah spoke on television.",
        "Hassan Nasrallah leads Hezbollah [leader]",
    ),
    (
        "Chinese Foreign Ministry spokeswoman Mao Ning smiled.",
        "Foreign Ministry partOf China; Mao Ning spokespersonOf Foreign "
        "Ministry [spokeswoman]",
        "a ministry between country and title",
    ),
    (
        "Tedros Adhanom Ghebreyesus, director-general of the World Health "
        "Organization, was ill.",
        "Tedros Adhanom Ghebreyesus leads World Health Organization [director-general]",
        "a title with a hyphen",
    ),
    (
        "Kaja Kallas, the Estonian prime minister, was ill.",
        "Kaja Kallas leads Estonia [prime minister]",
    ),
    (
        "The prime minister of Denmark, Mette Frederiksen, was ill.",
        "Mette Frederiksen leads Denmark [prime minister]",
    ),
    (
        "Sergio Mattarella remains president of Italy.",
        "Sergio Mattarella leads Italy [president]",
    ),
    (
        "Tim Cook, the chief executive of Apple, was ill.",
        "Tim Cook leads Apple [chief executive]",
    ),
    (
        "Mexico's ex-president Vicente Fox was ill.",
        "Vicente Fox leads Mexico [president] (former)",
    ),
    (
        "Then-President Lee Myung-bak of South Korea was ill.",
        "Lee Myung-bak leads South Korea [President] (former)",
        "a mark of the past with a hyphen",
    ),
    (
        "Reuters correspondent Anna Petrova was ill.",
        "Anna Petrova worksFor Reuters [correspondent]",
    ),
    (
        "Farhan Haq, a spokesman for the United Nations, was ill.",
        "Farhan Haq spokespersonOf United Nations [spokesman]",
        "an apposition that the parser hangs on the wrong noun",
    ),
    (
        "Jane Doe, a spokeswoman at the Pentagon, was ill.",
        "Jane Doe spokespersonOf Pentagon [spokeswoman]",
    ),
    (
        "Anna Berg, an analyst with the Crisis Group, was ill.",
        "Anna Berg worksFor Crisis Group [analyst]",
    ),
    (
        "Linda Thomas-Greenfield, the US ambassador to Japan, was ill.",
        "Linda Thomas-Greenfield accreditedTo Japan [ambassador]; Linda "
        "Thomas-Greenfield worksFor US [ambassador]",
    ),
    (
        "US Ambassador to Israel Jack Lew was ill.",
        "Jack Lew accreditedTo Israel [Ambassador]; Jack Lew worksFor US [Ambassador "
        "to Israel]",
    ),
    ("Maria Ressa works for Reuters.", "Maria Ressa worksFor Reuters"),
    (
        "Kenyan Interior Minister Kithure Kindiki and Defence Minister Aden Duale "
        "were ill.",
        "Aden Duale worksFor Kenya [Defence Minister]; Kithure Kindiki worksFor Kenya "
        "[Interior Minister]",
    ),
    (
        "President Volodymyr Zelensky was in Ukraine.",
        "Volodymyr Zelensky leads Ukraine [President]",
    ),
    ("Volodymyr Zelensky's chief of staff, Andriy Yermak, was ill.", ""),
    (
        "Egyptian actor Omar Sharif died in 2015.",
        "Omar Sharif nationality Egypt [actor]",
    ),
    (
        "Argentine journalist Marta Gomez was ill.",
        "Marta Gomez nationality Argentina [journalist]",
    ),
    (
        "Estonia's Kaja Kallas was ill.",
        "Kaja Kallas nationality Estonia",
    ),
    (
        "Deputy Prime Minister Le Thanh Long of Vietnam was ill.",
        "Le Thanh Long worksFor Vietnam [Deputy Prime Minister]",
    ),
    (
        "Nikol Pashinyan has been Armenia's prime minister since 2018.",
        "Nikol Pashinyan leads Armenia [prime minister]",
    ),
    (
        "Christine Lagarde heads the European Central Bank.",
        "Christine Lagarde leads European Central Bank",
    ),
    (
        "Claudia Sheinbaum was elected president of Mexico.",
        "Claudia Sheinbaum leads Mexico [president]",
    ),
)

KIN: tuple[Case, ...] = (
    (
        "Kim Yo-jong, the sister of Kim Jong-un, was ill.",
        "Kim Jong-un siblingOf Kim Yo-jong",
    ),
    (
        "Raul Castro is the brother of Fidel Castro.",
        "Fidel Castro siblingOf Raul Castro",
    ),
    (
        "Fidel Castro's brother Raul Castro was ill.",
        "Fidel Castro siblingOf Raul Castro",
    ),
    ("Hunter Biden, the son of Joe Biden, was ill.", "Joe Biden parentOf Hunter Biden"),
    ("Ivanka Trump is Donald Trump's daughter.", "Donald Trump parentOf Ivanka Trump"),
    (
        "Jawaharlal Nehru was the father of Indira Gandhi.",
        "Jawaharlal Nehru parentOf Indira Gandhi",
    ),
    (
        "Brigitte Macron, the wife of Emmanuel Macron, was ill.",
        "Brigitte Macron spouseOf Emmanuel Macron",
    ),
    (
        "Asma al-Assad is married to Bashar al-Assad.",
        "Asma al-Assad spouseOf Bashar al-Assad",
    ),
    (
        "Bola Tinubu and his wife, Oluremi Tinubu, were ill.",
        "Bola Tinubu spouseOf Oluremi Tinubu",
    ),
    ("Her cousin was ill.", ""),
)

BODIES: tuple[Case, ...] = (
    ("Finland joined NATO in 2023.", "Finland memberOf NATO"),
    ("Hungary, a member of NATO, was silent.", "Hungary memberOf NATO [member]"),
    ("EU member Poland was silent.", "Poland memberOf EU [member]"),
    ("Malta belongs to the European Union.", "Malta memberOf European Union"),
    (
        "Switzerland is not a member of the European Union.",
        "Switzerland memberOf European Union [member] (denied)",
    ),
    (
        "The Ministry of Justice of Georgia was silent.",
        "Ministry of Justice partOf Georgia",
    ),
    (
        "The Indian Ministry of External Affairs was silent.",
        "Ministry of External Affairs partOf India",
    ),
    ("Israel's Knesset was silent.", "Knesset partOf Israel"),
    ("OPEC is headquartered in Vienna.", "OPEC headquarteredIn Vienna"),
    (
        "Goma, a city in the Democratic Republic of the Congo, was silent.",
        "Goma locatedIn Democratic Republic of the Congo",
    ),
    ("Kaesong, North Korea, was silent.", "Kaesong locatedIn North Korea"),
    ("The Turkish port of Mersin was silent.", "Mersin locatedIn Turkey"),
    ("Accra is the capital of Ghana.", "Accra capitalOf Ghana"),
    (
        "The Russia-India joint commission was silent.",
        "India memberOf Russia-India joint commission; Russia memberOf Russia-India "
        "joint commission",
    ),
    (
        "The US-ROK Working Group, which the US and the ROK founded, was silent.",
        "ROK founded US-ROK Working Group; ROK memberOf US-ROK Working Group; "
        "US founded US-ROK Working Group; US memberOf US-ROK Working Group",
    ),
    ("Bahrain signed the Abraham Accords.", "Bahrain signatoryOf Abraham Accords"),
    (
        "Ethiopia and Eritrea signed the Algiers Agreement in 2000.",
        "Eritrea signatoryOf Algiers Agreement; Ethiopia signatoryOf Algiers Agreement",
    ),
    ("Canada is a party to the Paris Agreement.", "Canada signatoryOf Paris Agreement"),
    (
        "Resolution 1701 was passed by the UN Security Council.",
        "UN Security Council signatoryOf Resolution 1701",
    ),
    ("Kenya took part in the Winter Olympics.", "Kenya participatesIn Winter Olympics"),
    (
        "The U.S.-Russia summit ended early.",
        "Russia participatesIn U.S.-Russia summit; U.S. participatesIn U.S.-Russia "
        "summit",
    ),
    ("The museum in Osaka was silent.", ""),
    ("The Bolshoi Theatre in Moscow was silent.", "Bolshoi Theatre locatedIn Moscow"),
    ("Turkey may join BRICS.", "Turkey memberOf BRICS (possible)"),
    (
        "Sweden will sign the Paris Agreement.",
        "Sweden signatoryOf Paris Agreement (planned)",
    ),
    (
        "Ankara said Syria had joined the Arab League.",
        "Syria memberOf Arab League (reported)",
    ),
)

ORIGINS: tuple[Case, ...] = (
    ("Ursula Weber was born in Hamburg in 1970.", "Ursula Weber bornIn Hamburg"),
    ("Lyon-born Anna Petrova was ill.", "Anna Petrova bornIn Lyon"),
    ("Anna Petrova of Marseille was ill.", "Anna Petrova livesIn Marseille"),
    ("Anna Petrova grew up in Marseille.", "Anna Petrova livesIn Marseille (former)"),
    (
        "Anna Petrova has never lived in Marseille.",
        "Anna Petrova livesIn Marseille (denied)",
    ),
    ("Anna Petrova comes from Bulgaria.", "Anna Petrova nationality Bulgaria"),
    (
        "Peruvian screenwriter Anna Petrova was ill.",
        "Anna Petrova nationality Peru",
    ),
    (
        "Anna Petrova graduated from Harvard University in 1992.",
        "Anna Petrova educatedAt Harvard University",
    ),
    (
        "Olaf Scholz succeeded Angela Merkel in 2021.",
        "Olaf Scholz successorOf Angela Merkel",
    ),
    (
        "Xi Jinping's predecessor, Hu Jintao, was ill.",
        "Xi Jinping successorOf Hu Jintao",
    ),
    (
        "Kim Jong-un's uncle Jang Song-thaek was ill.",
        "Jang Song-thaek relativeOf Kim Jong-un",
    ),
    (
        "Carrie Symonds married Boris Johnson in 2021.",
        "Boris Johnson spouseOf Carrie Symonds",
    ),
    (
        "Claudia Bickmann of the Red Cross was ill.",
        "Claudia Bickmann worksFor Red Cross",
    ),
    (
        "Getachew Reda of the Liberal Party was ill.",
        "Getachew Reda memberOf Liberal Party",
    ),
    (
        "Farhan Haq speaks for the United Nations.",
        "Farhan Haq spokespersonOf United Nations",
    ),
)

TIES: tuple[Case, ...] = (
    ("Henri Dunant founded the Red Cross.", "Henri Dunant founded Red Cross"),
    (
        "The Red Cross was established by Henri Dunant.",
        "Henri Dunant founded Red Cross",
    ),
    ("Volkswagen owns Bentley Motors.", "Volkswagen owns Bentley Motors"),
    (
        "Volkswagen may buy Bentley Motors.",
        "Volkswagen owns Bentley Motors (possible)",
    ),
    (
        "Google's subsidiary YouTube was sold.",
        "YouTube subsidiaryOf Google",
    ),
    ("Vienna-based OPEC was silent.", "OPEC basedIn Vienna"),
    ("Toyota, Japan's pride, was silent.", "Toyota basedIn Japan"),
    (
        "The liaison office opened in Kaesong in 2018.",
        "liaison office openedIn Kaesong",
    ),
    ("Syria, an ally of Russia, was silent.", "Russia allyOf Syria"),
    ("Turkey is allied with Qatar.", "Qatar allyOf Turkey"),
    ("The rivals India and Pakistan were silent.", "India rivalOf Pakistan"),
    ("Hungary, which borders Serbia, was silent.", "Hungary adjoins Serbia"),
    ("The border between Chad and Niger was shut.", "Chad adjoins Niger"),
    ("Britain left the European Union.", "Britain memberOf European Union (former)"),
    ("The bank of the Niger was flooded.", ""),
)

# Whose, of what and from where: what looks like a tie of two names and is another.
AMISS: tuple[Case, ...] = (
    ("Sweden won praise for its UN presidency.", ""),
    ("Norway's stock exchange fell.", ""),
    ("Peru's biggest airline was sold.", "biggest airline basedIn Peru"),
    (
        "Spain's intelligence agency was silent.",
        "intelligence agency partOf Spain",
    ),
    ("Poland's state broadcaster TVP was silent.", "TVP partOf Poland"),
    ("Boeing's Max jets were sold.", ""),
    ("The Greek Thessaloniki summit ended.", ""),
    ("The German Islam Conference was closed.", ""),
    ("Kenyan athletes ran the Boston Marathon.", ""),
    ("Peru expert Anna Petrova was ill.", ""),
    (
        "Lisbon-based gay travel writer Anna Petrova was ill.",
        "Anna Petrova livesIn Lisbon",
    ),
    (
        "Iran-born self-styled cleric Omar Haddad was ill.",
        "Omar Haddad bornIn Iran",
    ),
    ("The Kamla district of Nasir province was calm.", ""),
    ("The Atlantic city of Agadir was calm.", ""),
    (
        "Anna Berg, professor of biology at the University of Quito, was ill.",
        "Anna Berg worksFor University of Quito [professor]",
    ),
    (
        "Anna Berg is director of the Baltic Institute at the University of Tartu.",
        "Anna Berg leads Baltic Institute [director]",
    ),
    (
        "Anna Berg, director of the Bruckner Gallery at Schloss Altenau, was ill.",
        "Anna Berg leads Bruckner Gallery [director]",
    ),
    (
        "Ford's troubled parent company General Motors was silent.",
        "General Motors owns Ford",
    ),
    (
        "S Korean President Moon Jae-in was ill.",
        "",
        "a letter for a point of the compass",
    ),
    ("There are no more French in Mali.", ""),
    (
        "France's National Rally lost. Leader Jordan Bardella was ill.",
        "National Rally basedIn France",
    ),
    (
        "The spokesman for Indian Prime Minister Narendra Modi was ill.",
        "Narendra Modi leads India [Prime Minister]",
    ),
    (
        "Xi Jinping of China and Prime Minister Narendra Modi of India met.",
        "Narendra Modi leads India [Prime Minister]; Xi Jinping nationality China",
    ),
    (
        "Anna Berg, a retired Ugandan athlete, was ill.",
        "Anna Berg nationality Uganda [athlete]",
    ),
    ("Editor of the Star: Anna Berg", ""),
    ("Peru's most popular news service was silent.", ""),
    ("Germany's Adidas was silent.", ""),
    (
        "Kenyan Red Cross spokesman Luis Ortega was ill.",
        "Luis Ortega spokespersonOf Red Cross [spokesman]",
    ),
    (
        "The towns of Izu in Japan and Arica in Chile were calm.",
        "Arica locatedIn Chile; Izu locatedIn Japan",
    ),
    ("BBC: What does the future hold right now in Asia?", ""),
    (
        "Luis Suarez was the only Uruguayan player on the list.",
        "Luis Suarez nationality Uruguay [player]",
    ),
    (
        "Anna Berg once worked as the Austrian government's deputy spokeswoman.",
        "Anna Berg worksFor Austria [deputy spokeswoman] (former)",
    ),
    (
        "Anna Berg serves as president of Chile.",
        "Anna Berg leads Chile [president]",
    ),
    (
        "Martin Schulz, the EU parliament president, was ill.",
        "Martin Schulz worksFor EU [parliament president]",
        "the parliament is told apart from the one that it is of",
    ),
    (
        "The reactor at the Rion Plant, in Aiken, S.C., was shut.",
        "Aiken locatedIn S.C.",
    ),
)

# Who heads a place, who belongs to what, where a place lies.
PLACED: tuple[Case, ...] = (
    (
        "Anna Berg, chief minister of Kerala, was ill.",
        "Anna Berg leads Kerala [chief minister]",
    ),
    (
        "Anna Berg, the governor of Bavaria, was ill.",
        "Anna Berg leads Bavaria [governor]",
    ),
    ("Berlin Mayor Anna Berg was ill.", "Anna Berg leads Berlin [Mayor]"),
    (
        "Orhan Kaya, vice-president of the Bundestag, was ill.",
        "Orhan Kaya worksFor Bundestag [vice-president]",
    ),
    (
        "Carlos Mesa, a fellow of the Andean Institute, was ill.",
        "Carlos Mesa memberOf Andean Institute",
    ),
    (
        "Luis Ortega, a lawmaker from the Liberal Party, was ill.",
        "Luis Ortega memberOf Liberal Party [lawmaker]",
    ),
    (
        "Anna Berg, an economist from the Goethe Institute, was ill.",
        "Anna Berg worksFor Goethe Institute [economist]",
    ),
    ("Carlos Mesa from the Lima Museum was ill.", ""),
    (
        "Hezbollah's military wing, the Jihad Council, was silent.",
        "Jihad Council subsidiaryOf Hezbollah",
    ),
    (
        "The fair in Mendoza, western Argentina, was shut.",
        "Mendoza locatedIn Argentina",
    ),
    (
        "The premier of Germany's Saarland state was ill.",
        "Saarland locatedIn Germany",
    ),
    ("Ghana midfielder Luis Ortega was ill.", ""),
)

ALL = (*OFFICES, *KIN, *BODIES, *ORIGINS, *TIES, *AMISS, *PLACED)

# What the clause tells of when it began, ended or was; "begin/end" as in the graph.
DATED: tuple[tuple[str, str], ...] = (
    ("Paul Kagame has ruled Rwanda since 2000.", "2000/"),
    ("Emma Bonino was foreign minister of Italy from 2013 to 2014.", "2013/2014"),
    ("Sauli Niinisto, president of Finland since 2012, was ill.", "2012/"),
    ("Ivan Petrov, foreign minister of Bulgaria until last May, was ill.", "/2020-05"),
    ("Croatia joined the European Union in 2013.", "2013/"),
    ("Britain left the European Union in 2020.", "/2020"),
    ("Ursula Weber was born in Hamburg in 1970.", "1970/1970"),
    ("Henri Dunant founded the Red Cross in 1863.", "1863/1863"),
    ("The liaison office opened in Kaesong in 2018.", "2018/"),
    ("Narendra Modi, the prime minister of India, was ill on Monday.", ""),
    ("Narendra Modi is the prime minister of India.", ""),
)


# What these sentences tell of is not, not any more, not yet, or not known to be so.
NOT_SO: tuple[str, ...] = (
    "Ukraine wants to join NATO.",
    "Ukraine's bid to join NATO was rejected.",
    "Sweden applied to join NATO.",
    "If Turkey joins BRICS, Russia will rejoice.",
    "Serbia did not sign the Paris Agreement.",
    "Serbia refused to sign the Paris Agreement.",
    "Iran may sign the Paris Agreement.",
    "Chad promised to ratify the Paris Agreement.",
    "Ankara denied that Syria had joined the Arab League.",
    "Did Finland join NATO?",
    "Georgia hopes to join the European Union.",
    "Moldova is expected to join the European Union.",
    "Moldova has not yet joined the European Union.",
    "Austria will never join NATO.",
    "Argentina decided not to join BRICS.",
    "Marine Le Pen wants to be president of France.",
    "Marine Le Pen will be president of France.",
    "Marine Le Pen could become president of France.",
    "Bobi Wine would have become president of Uganda.",
    "Juan Guaido claimed to be president of Venezuela.",
    "Alexander Lukashenko is no longer the president of Belarus.",
    "Qatar stopped short of joining BRICS.",
    "Malta has yet to ratify the Paris Agreement.",
    "Togo failed to ratify the Paris Agreement.",
    "Peru boycotted the Winter Olympics.",
    "Kenya did not attend the Winter Olympics.",
    "Kenya will take part in the Winter Olympics.",
    "Denmark urged Norway to join the European Union.",
    "It is unclear whether Armenia joined BRICS.",
    "Sources said Armenia had joined BRICS.",
    "Cuba rejected a report that it had joined BRICS.",
    "Iceland withdrew from the Arab League.",
    "Kosovo is not a party to the Paris Agreement.",
    "Pedro Castillo resigned as president of Peru.",
    "Evo Morales was ousted as president of Bolivia.",
    "Liz Truss was replaced as prime minister of Britain by Rishi Sunak.",
    "President-elect Bola Tinubu of Nigeria spoke.",
    "Marine Le Pen, a candidate for president of France, spoke.",
    "Tony Blair, once prime minister of Britain, spoke.",
    "Prime minister-designate Michel Barnier of France spoke.",
    "Ousted President Mohamed Bazoum of Niger spoke.",
    "Self-declared president Juan Guaido of Venezuela spoke.",
    "The late German chancellor Helmut Kohl liked soup.",
    "Former South Korean President Park Geun-hye spoke.",
    "Angela Merkel, a former chancellor of Germany, spoke.",
    "Ex-President Evo Morales of Bolivia spoke.",
)

# What kg still tells as a plain fact, and why: to be emptied, never to be filled.
PLAIN_ALL_THE_SAME: dict[str, str] = {
    "Sources said Armenia had joined BRICS.": "a speaker without a name",
    "Self-declared president Juan Guaido of Venezuela spoke.": "a doubted office",
}


@pytest.fixture(scope="module")
def readings(read_texts: ReadTexts) -> dict[str, Reading]:
    """The readings of all sentences, by sentence."""
    return read_texts(
        [*(text for text, *_ in ALL), *NOT_SO, *(text for text, _ in DATED)]
    )


def test_the_tables_are_whole(schema: Schema) -> None:
    """Every relation is asked for, and no case has been lost."""
    assert len(AMISS) >= 35
    assert len(PLACED) >= 12
    assert len(ALL) >= 151
    assert len(DATED) >= 11
    told = " ".join(expected for _, expected, *_ in ALL).split()
    assert set(schema.relations) <= set(told)
    assert len({text for text, *_ in ALL}) == len(ALL)


@pytest.mark.parametrize(("text", "expected"), cases(ALL))
def test_a_sentence_states_these_relations_and_no_others(
    readings: dict[str, Reading], text: str, expected: str
) -> None:
    """Subject, relation, object, title, former and status are those of the sentence."""
    assert relation_lines(readings[text]) == expected


def test_arguments_are_within_domain_and_range(
    readings: dict[str, Reading], schema: Schema
) -> None:
    """No fact has an argument of a class that its relation does not admit."""
    seen = 0
    for reading in readings.values():
        classes = {m.span: c.cls for c in reading.chains for m in c.mentions}
        for fact in reading.relations:
            seen += 1
            ends = classes[fact.subject], classes[fact.object]
            assert schema.allows(fact.relation, *ends), (fact, ends)
    assert seen >= 60


def test_a_presupposed_fact_survives_a_negated_verb(
    reader: Reader,
) -> None:
    """A title holds although the sentence denies something else of its holder."""
    text = "French President Emmanuel Macron did not speak in Lyon."
    (reading,) = reader.read([article(text)])
    assert relation_lines(reading) == "Emmanuel Macron leads France [President]"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            text,
            marks=[pytest.mark.xfail(strict=True, reason=PLAIN_ALL_THE_SAME[text])]
            if text in PLAIN_ALL_THE_SAME
            else [],
        )
        for text in NOT_SO
    ],
)
def test_what_is_not_so_is_never_a_plain_fact(
    readings: dict[str, Reading], text: str
) -> None:
    """A relation that is denied, hoped for, doubted or over has no plain triple."""
    plain = [
        fact.relation
        for fact in readings[text].relations
        if not fact.former
        and fact.relation not in ("nationality", "successorOf")  # which are so
        and fact.stance.status(reported=fact.speaker is not None) is Status.ASSERTED
    ]
    assert plain == []


def test_what_is_plain_all_the_same_is_listed_by_its_sentence() -> None:
    """Every excused sentence is one of the table's."""
    assert len(set(NOT_SO)) == len(NOT_SO) >= 45
    assert set(PLAIN_ALL_THE_SAME) <= set(NOT_SO)


@pytest.mark.parametrize(("text", "expected"), DATED)
def test_a_relation_carries_the_dates_of_its_clause(
    readings: dict[str, Reading], text: str, expected: str
) -> None:
    """An office has the bounds that the text gives, not the day of what is told."""
    told = {
        "" if fact.when is None else f"{fact.when.begin or ''}/{fact.when.end or ''}"
        for fact in readings[text].relations
    }
    assert told == {expected}


def test_an_office_that_ended_before_the_article_is_former(
    readings: dict[str, Reading],
) -> None:
    """What lasted "until last May" is over."""
    text = "Ivan Petrov, foreign minister of Bulgaria until last May, was ill."
    (fact,) = readings[text].relations
    assert fact.former


def test_what_leads_is_not_told_to_be_of_its_country_as_well(reader: Reader) -> None:
    """A weaker relation of the same two gives way, wherever the article tells it."""
    text = (
        "Kaja Kallas is the prime minister of Estonia. Estonia's Kaja Kallas was ill."
    )
    (reading,) = reader.read([article(text)])
    assert {fact.relation for fact in reading.relations} == {"leads"}


def test_a_finer_relation_is_under_the_one_of_the_contract(schema: Schema) -> None:
    """Finer relations keep domain and range, and count as what they are under."""
    finer = {r: schema.ancestors(r) for r in schema.relations if schema.ancestors(r)}
    assert finer["headquarteredIn"] == ("basedIn", "locatedIn")
    assert finer["spokespersonOf"] == ("worksFor",)
    for relation, above in finer.items():
        for cls in schema.relations[relation].all("domain"):
            assert any(
                schema.is_a(cls, c) for c in schema.relations[above[-1]].all("domain")
            ), relation
    assert len(finer) >= 6


def test_an_inverse_is_written_as_the_relation_it_turns(schema: Schema) -> None:
    """Claims never use the name of an inverse."""
    assert schema.inverses["establishedBy"] == "founded"
    assert set(schema.inverses.values()) <= set(schema.relations)
    assert not set(schema.inverses) & set(schema.relations)

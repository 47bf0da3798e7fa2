"""Hard mentions: names that a press text spells in every way there is.

A case lists every name of its text as "words:Class", separated by semicolons: what is
found must be just that, no name less, more, longer, shorter or of another class.
"""

import pytest
from readings import Case, ReadTexts, cases, mentions

from kg.model import Kind, Reading

# ------------------------------------------------------------- the shape of a name

EAST_ASIAN: tuple[Case, ...] = (
    (
        "Paek Nam-sun greeted Hyun Jung-eun at the border.",
        "Paek Nam-sun:Person; Hyun Jung-eun:Person",
    ),
    ("Ri Son Gwon received Thae Yong-ho.", "Ri Son Gwon:Person; Thae Yong-ho:Person"),
    (
        "Chung Eui-yong and Suh Hoon flew home.",
        "Chung Eui-yong:Person; Suh Hoon:Person",
    ),
    ("Namkung Eun said the office was ready.", "Namkung Eun:Person"),
    ("Sung Y. Kim telephoned Lee Do-hoon.", "Sung Y. Kim:Person; Lee Do-hoon:Person"),
    ("Wang Yi met Li Zhanshu.", "Wang Yi:Person; Li Zhanshu:Person"),
    (
        "Wu Ta-you and Chiang Ching-kuo wrote letters.",
        "Wu Ta-you:Person; Chiang Ching-kuo:Person",
    ),
    (
        "Ouyang Xiadan interviewed Zhao Lijian.",
        "Ouyang Xiadan:Person; Zhao Lijian:Person",
    ),
    (
        "Su Tseng-chang blamed Ma Ying-jeou.",
        "Su Tseng-chang:Person; Ma Ying-jeou:Person",
    ),
    (
        "Tran Dai Quang was succeeded by Nguyen Phu Trong.",
        "Tran Dai Quang:Person; Nguyen Phu Trong:Person",
    ),
    ("Pham Binh Minh spoke for Vietnam.", "Pham Binh Minh:Person; Vietnam:Country"),
    ("Vo Thi Anh Xuan took the oath.", "Vo Thi Anh Xuan:Person"),
    (
        "Kim Jong-nam was the half-brother of Kim Jong Un.",
        "Kim Jong-nam:Person; Kim Jong Un:Person",
    ),
    (
        "Cho Myung-rae resigned. Cho had served for a year.",
        "Cho Myung-rae:Person; Cho:Person",
    ),
    (
        "Yoon Hee-sook lost her seat. Hee-sook\u2019s mother wept.",
        "Yoon Hee-sook:Person; Hee-sook:Person",
    ),
)

PARTICLES: tuple[Case, ...] = (
    (
        "Agathe von Trotha thanked Joris van der Meulen.",
        "Agathe von Trotha:Person; Joris van der Meulen:Person",
    ),
    (
        "Wouter van den Brink and Jan de Vries voted no.",
        "Wouter van den Brink:Person; Jan de Vries:Person",
    ),
    (
        "Khalid bin Ahmed al-Hashimi met Mona bint Faisal.",
        "Khalid bin Ahmed al-Hashimi:Person; Mona bint Faisal:Person",
    ),
    (
        "Haider al-Abadi accused Nouri al-Maliki. Al-Maliki denied it.",
        "Haider al-Abadi:Person; Nouri al-Maliki:Person; Al-Maliki:Person",
    ),
    ("Abd al-Rahman al-Iryani ruled for years.", "Abd al-Rahman al-Iryani:Person"),
    (
        "Osman Abu Zeid and Walid ibn Talal quarrelled.",
        "Osman Abu Zeid:Person; Walid ibn Talal:Person",
    ),
    ("Soledad de la Fuente asked for water.", "Soledad de la Fuente:Person"),
    (
        "Ignacio de los Santos and Teresa del Campo married.",
        "Ignacio de los Santos:Person; Teresa del Campo:Person",
    ),
    (
        "Jos\u00e9 Eduardo dos Santos ruled Angola.",
        "Jos\u00e9 Eduardo dos Santos:Person; Angola:Country",
    ),
    ("Guy de Maupertuis read a poem.", "Guy de Maupertuis:Person"),
    ("Benedetta della Rovere paid the bill.", "Benedetta della Rovere:Person"),
    (
        "Menachem Ben-Ari and Yitzhak ben Zvi argued.",
        "Menachem Ben-Ari:Person; Yitzhak ben Zvi:Person",
    ),
    (
        "Seamus O\u2019Flaherty sang for Ailsa MacAskill.",
        "Seamus O\u2019Flaherty:Person; Ailsa MacAskill:Person",
    ),
    (
        "Ngozi Okonjo-Iweala praised Mamadou N\u2019Diaye.",
        "Ngozi Okonjo-Iweala:Person; Mamadou N\u2019Diaye:Person",
    ),
)

WORLD: tuple[Case, ...] = (
    (
        "Sergei Shoigu dismissed Dmitry Bulgakov.",
        "Sergei Shoigu:Person; Dmitry Bulgakov:Person",
    ),
    (
        "Ekaterina Andreyevna Volkova appealed the sentence.",
        "Ekaterina Andreyevna Volkova:Person",
    ),
    (
        "Vyacheslav Volodin hosted Lyudmila Narusova.",
        "Vyacheslav Volodin:Person; Lyudmila Narusova:Person",
        "a person whom the model takes for a body",
    ),
    (
        "Mevl\u00fct \u00c7avu\u015fo\u011flu called Nikos Dendias.",
        "Mevl\u00fct \u00c7avu\u015fo\u011flu:Person; Nikos Dendias:Person",
    ),
    (
        "Selahattin Demirta\u015f wrote to Meral Ak\u015fener.",
        "Selahattin Demirta\u015f:Person; Meral Ak\u015fener:Person",
        "a person whom the model takes for a body",
    ),
    (
        "Andr\u00e9s Manuel L\u00f3pez Obrador met Claudia Sheinbaum.",
        "Andr\u00e9s Manuel L\u00f3pez Obrador:Person; Claudia Sheinbaum:Person",
    ),
    (
        "Mar\u00eda Corina Ib\u00e1\u00f1ez y Soto sued the paper.",
        "Mar\u00eda Corina Ib\u00e1\u00f1ez y Soto:Person",
    ),
    (
        "Pinarayi Vijayan wrote to Nirmala Sitharaman.",
        "Pinarayi Vijayan:Person; Nirmala Sitharaman:Person",
    ),
    (
        "M. K. Stalin defeated E. Palaniswami.",
        "M. K. Stalin:Person; E. Palaniswami:Person",
    ),
    (
        "Asaduddin Owaisi debated Yogi Adityanath.",
        "Asaduddin Owaisi:Person; Yogi Adityanath:Person",
    ),
    (
        "Hakainde Hichilema beat Edgar Lungu.",
        "Hakainde Hichilema:Person; Edgar Lungu:Person",
    ),
    (
        "Nana Akufo-Addo congratulated Faustin-Archange Touad\u00e9ra.",
        "Nana Akufo-Addo:Person; Faustin-Archange Touad\u00e9ra:Person",
        "persons whom the model takes for bodies",
    ),
    (
        "Abiy Ahmed and Debretsion Gebremichael talked.",
        "Abiy Ahmed:Person; Debretsion Gebremichael:Person",
    ),
    ("Thandeka Mkhize lives in Durban.", "Thandeka Mkhize:Person; Durban:Place"),
    (
        "Volodymyr Hrynko thanked Svitlana Tkachenko.",
        "Volodymyr Hrynko:Person; Svitlana Tkachenko:Person",
    ),
    (
        "Susilo Bambang Yudhoyono endorsed Prabowo Subianto.",
        "Susilo Bambang Yudhoyono:Person; Prabowo Subianto:Person",
    ),
)

INITIALS: tuple[Case, ...] = (
    ("Cornelius J. Whitlock III leads the firm.", "Cornelius J. Whitlock III:Person"),
    (
        "Alvin Prescott Jr. lost to Dwight Hale Sr. in May.",
        "Alvin Prescott Jr.:Person; Dwight Hale Sr.:Person",
    ),
    (
        "P.V. Narasimhan and A.K. Banerji resigned.",
        "P.V. Narasimhan:Person; A.K. Banerji:Person",
    ),
    (
        "H.R. Coleridge visited W. E. B. Tansley.",
        "H.R. Coleridge:Person; W. E. B. Tansley:Person",
    ),
    ("Robert Calloway, Jr., sold the paper.", "Robert Calloway, Jr.:Person"),
    ("Pope Innocent XII blessed Henry IV.", "Innocent XII:Person; Henry IV:Person"),
)

# ------------------------------------------------------------- what stands around it

TITLES: tuple[Case, ...] = (
    (
        "Interior Minister Bakhtiyor Ergashev promised reform.",
        "Bakhtiyor Ergashev:Person",
    ),
    ("Mr. Kim left. The Kims moved away.", "Kim:Person; Kims:Group"),
    (
        "Mrs. Adeyemi thanked Dr. Nwosu and Prof. Tadesse.",
        "Adeyemi:Person; Nwosu:Person; Tadesse:Person",
    ),
    (
        "Kim Yo-jong spoke. Kim\u2019s sister-in-law listened.",
        "Kim Yo-jong:Person; Kim:Person",
    ),
    (
        "Ayatollah Ruhani al-Qazvini preached in Qom.",
        "Ruhani al-Qazvini:Person; Qom:Place",
    ),
    (
        "Sheikh Jaber al-Dosari invited Emir Nasser.",
        "Jaber al-Dosari:Person; Nasser:Person",
    ),
    ("Lieutenant General Ousmane Ciss\u00e9 fled.", "Ousmane Ciss\u00e9:Person"),
    (
        "Vice Foreign Minister Le Hoai Trung attended.",
        "Le Hoai Trung:Person",
    ),
    (
        "Special Representative for Korean Peninsula Peace and Security Affairs "
        "Noh Kyu-duk flew to Jakarta.",
        "Korean:Country; Noh Kyu-duk:Person; Jakarta:Place",
        "what a title is for, with its holder behind it",
    ),
    (
        "The Special Envoy for Horn of Africa Affairs, Hanna Lindqvist, resigned.",
        "Horn of Africa:Place; Hanna Lindqvist:Person",
    ),
    (
        "Under Secretary for Arms Control Bonnie Strand spoke.",
        "Bonnie Strand:Person",
        "a title with its field, then its holder",
    ),
    (
        "Kazakh President Tokayev called his Uzbek counterpart.",
        "Kazakh:Country; Tokayev:Person; Uzbek:Country",
    ),
    (
        "German Chancellor Friederike Holm met French Prime Minister Luc Arnaud.",
        "German:Country; Friederike Holm:Person; French:Country; Luc Arnaud:Person",
    ),
    (
        "Nigerian writer Ifeoma Balogun won the prize.",
        "Nigerian:Country; Ifeoma Balogun:Person",
    ),
    (
        "Chilean-born engineer Paz Riquelme built it.",
        "Chilean:Country; Paz Riquelme:Person",
    ),
    (
        "U.N. Secretary-General Lindiwe Maseko spoke.",
        "U.N.:Organization; Lindiwe Maseko:Person",
    ),
    ("Then-Governor Tucker Ames signed the bill.", "Tucker Ames:Person"),
    ("Ex-President Olusola Bankole was tried.", "Olusola Bankole:Person"),
    ("Prime Minister-designate Mustafa Kazem failed.", "Mustafa Kazem:Person"),
    ("North Kora fired two rockets.", "North Kora:Place"),
)

ORGANISATIONS: tuple[Case, ...] = (
    (
        "The Ministry of Defence and the Ministry of Justice moved.",
        "Ministry of Defence:Organization; Ministry of Justice:Organization",
    ),
    (
        "The Ministry of Agriculture, Forestry and Fisheries paid.",
        "Ministry of Agriculture, Forestry and Fisheries:Organization",
    ),
    (
        "The Ministry of Women and Child Development objected.",
        "Ministry of Women and Child Development:Organization",
    ),
    (
        "The Commission for the Protection of the Marine Environment of the "
        "North Atlantic met.",
        "Commission for the Protection of the Marine Environment of the North "
        "Atlantic:Organization",
    ),
    (
        "The Society for the Preservation of Old Bridges wrote to Oslo "
        "University Hospital.",
        "Society for the Preservation of Old Bridges:Organization; Oslo "
        "University Hospital:Place",
    ),
    (
        "The Department of Health and Human Services and the Treasury "
        "Department agreed.",
        "Department of Health and Human Services:Organization; Treasury "
        "Department:Organization",
    ),
    (
        "The Kenyan Ministry of Foreign Affairs protested.",
        "Kenyan:Country; Ministry of Foreign Affairs:Organization",
    ),
    (
        "The Lisbon-based Institute for Maritime Studies advised Portugal.",
        "Lisbon:Place; Institute for Maritime Studies:Organization; Portugal:Country",
    ),
    (
        "The Social Democratic Party and the Greens lost.",
        "Social Democratic Party:Organization; Greens:Organization",
    ),
    (
        "The People\u2019s Party for Freedom and Democracy won.",
        "People\u2019s Party for Freedom and Democracy:Organization",
    ),
    (
        "The Farmers and Workers Union of Malawi called a strike.",
        "Farmers and Workers Union of Malawi:Organization",
    ),
    (
        "Members of the Norwegian Nobel Committee met.",
        "Norwegian Nobel Committee:Organization",
    ),
    (
        "She studied at the University of Cape Town.",
        "University of Cape Town:Organization",
    ),
    (
        "Volkmann AG bought Brightwell Holdings Ltd.",
        "Volkmann AG:Organization; Brightwell Holdings Ltd.:Organization",
    ),
    (
        "Ferris & Lowe Inc. sued Tanaka Motors.",
        "Ferris & Lowe Inc.:Organization; Tanaka Motors:Organization",
    ),
    (
        "The Daily Sentinel quoted Radio Free Ruritania.",
        "Daily Sentinel:Organization; Radio Free Ruritania:Organization",
    ),
    (
        "The Supreme Court of Sri Lanka ruled.",
        "Supreme Court of Sri Lanka:Organization",
    ),
    (
        "The High Court ordered the Electoral Commission to act.",
        "High Court:Organization; Electoral Commission:Organization",
    ),
    (
        "The 3rd Mountain Brigade and the Home Guard advanced.",
        "3rd Mountain Brigade:Organization; Home Guard:Organization",
    ),
)

ACRONYMS: tuple[Case, ...] = (
    (
        "The Baltic Fisheries Council (BFC) met. The BFC adopted a plan.",
        "Baltic Fisheries Council:Organization; BFC:Organization",
    ),
    (
        "The ZKPD (Zambezi Korridor Planning Directorate) closed. Nobody missed ZKPD.",
        "ZKPD:Organization; Zambezi Korridor Planning Directorate:Organization",
    ),
    (
        "The Movement for Democracy and Labour, or MDL, split. An MDL spokesman wept.",
        "Movement for Democracy and Labour:Organization; MDL:Organization",
    ),
    (
        "The Society for Open Rivers (SfOR) sued. SfOR lost.",
        "Society for Open Rivers:Organization; SfOR:Organization",
    ),
    (
        "The Arctic Cod Treaty (ACT) lapsed. Norway mourned the ACT.",
        "Arctic Cod Treaty:Agreement; ACT:Agreement; Norway:Country",
    ),
    (
        "Partido Azul de Renovaci\u00f3n (PAR) won. PAR will govern.",
        "Partido Azul de Renovaci\u00f3n:Organization; PAR:Organization",
    ),
)

HEADLINES: tuple[Case, ...] = (
    (
        "KIM JONG UN MEETS MOON\n\nKim Jong Un met Moon Jae-in on Friday.",
        "KIM JONG UN:Person; MOON:Person; Kim Jong Un:Person; Moon Jae-in:Person",
    ),
    (
        "ADEYEMI ACCUSES OKORO OF FRAUD\n\nKemi Adeyemi accused Uche Okoro of "
        "fraud on Friday.",
        "ADEYEMI:Person; OKORO:Person; Kemi Adeyemi:Person; Uche Okoro:Person",
        "persons whom the model takes for a place and a body",
    ),
    (
        "Kenya\u2019s Ruto Visits Seoul, Meets Business Leaders\n\n"
        "William Ruto arrived in Seoul on Monday.",
        "Kenya:Country; Ruto:Person; Seoul:Place; William Ruto:Person",
    ),
    (
        "Baltic Fisheries Council Elects New Chair\n\n"
        "The Baltic Fisheries Council elected Liina Tamm.",
        "Baltic Fisheries Council:Organization; Liina Tamm:Person",
    ),
    (
        "PERU, BOLIVIA SIGN LAKE PACT\n\nPeru and Bolivia signed a pact.",
        "PERU:Country; BOLIVIA:Country; Peru:Country; Bolivia:Country",
    ),
    ("Markets Rally As Fears Ease\n\nStocks rose on Monday.", ""),
)

LINES: tuple[Case, ...] = (
    (
        "The delegation, which had travelled overnight, was led by Yevgeniya\n"
        "Malinovskaya, and it stayed for two days.",
        "Yevgeniya\nMalinovskaya:Person",
    ),
    (
        "The document was signed in the evening by the head of the United\n"
        "Nations, who thanked all delegations for their patience.",
        "United\nNations:Organization",
    ),
    (
        "By Marguerite Oyelowo\n\nNAIROBI, June 3 (Reuters) - Kenya closed a port.",
        "Marguerite Oyelowo:Person; NAIROBI:Place; Reuters:Organization; Kenya:Country",
    ),
    (
        "TBILISI \u2014 Georgia recalled its envoy.",
        "TBILISI:Place; Georgia:Country",
    ),
    (
        "The winners were Anneke Visser, Tom\u00e1\u0161 Hor\u00e1k, Yuki "
        "Shimada and Bola Ige.",
        "Anneke Visser:Person; Tom\u00e1\u0161 Hor\u00e1k:Person; Yuki "
        "Shimada:Person; Bola Ige:Person",
    ),
    (
        "Lagos, Accra, Abidjan and Dakar bid for the games.",
        "Lagos:Place; Accra:Place; Abidjan:Place; Dakar:Place",
        "capitals that bid as cities",
    ),
    (
        "Denmark, Finland, and Iceland agreed; Latvia did not.",
        "Denmark:Country; Finland:Country; Iceland:Country; Latvia:Country",
    ),
    (
        "Foreign Ministers Ola Berg and Pekka Laine met.",
        "Ola Berg:Person; Pekka Laine:Person",
    ),
    ("Presidents Museveni and Kagame shook hands.", "Museveni:Person; Kagame:Person"),
)

# -------------------------------------------------------- other things with a name

EVENTS: tuple[Case, ...] = (
    (
        "The 2001 Italian general election was close.",
        "2001 Italian general election:NamedEvent",
    ),
    (
        "She stood in the 2014 European Parliament election.",
        "2014 European Parliament election:NamedEvent",
    ),
    ("He lost the Bolivian presidential election of 1989.", "Bolivian:Country"),
    ("The Second Punic War ruined farmers.", "Second Punic War:NamedEvent"),
    (
        "The Battle of Adwa was fought in Ethiopia.",
        "Battle of Adwa:NamedEvent; Ethiopia:Country",
    ),
    ("The Treaty of Lisbon entered into force.", "Treaty of Lisbon:Agreement"),
    (
        "The Convention on the Rights of the Child was ratified by Chad.",
        "Convention on the Rights of the Child:Agreement; Chad:Country",
    ),
    ("The Reykjavik Summit failed.", "Reykjavik Summit:NamedEvent"),
    ("The Tirana Declaration was read out.", "Tirana Declaration:Agreement"),
    (
        "Argentina won the 1986 FIFA World Cup.",
        "Argentina:Country; 1986 FIFA World Cup:NamedEvent",
    ),
    (
        "The Orange Revolution began in Kyiv.",
        "Orange Revolution:NamedEvent; Kyiv:Place",
    ),
    ("The Clean Rivers Act was repealed.", "Clean Rivers Act:Agreement"),
    (
        "The Kyoto Protocol and the Paris Agreement differ.",
        "Kyoto Protocol:Agreement; Paris Agreement:Agreement",
    ),
)

WORKS: tuple[Case, ...] = (
    ("Her novel \u201cThe Silent Ministry\u201d was banned.", ""),
    ("He sang \u201cSongs of the Red Army\u201d on Sunday.", ""),
    (
        "Orhan Tekin directed \u201cThe Last Train to Izmir\u201d.",
        "Orhan Tekin:Person",
    ),
)

PLACES: tuple[Case, ...] = (
    (
        "Lake Tumba and Mount Kenga are in the north.",
        "Lake Tumba:Place; Mount Kenga:Place",
    ),
    (
        "Troops crossed the Orava River near Kosovska Vas.",
        "Orava River:Place; Kosovska Vas:Place",
        "the second word of a place",
    ),
    ("The port of Bandar Lengeh was closed.", "Bandar Lengeh:Place"),
    (
        "He was born in Ulan-Ude and died in Zielona G\u00f3ra.",
        "Ulan-Ude:Place; Zielona G\u00f3ra:Place",
    ),
    ("Villagers fled from Xuan Loc district.", "Xuan Loc:Place"),
    (
        "Fighting went on in Kafr Nabudah, Hama Province.",
        "Kafr Nabudah:Place; Hama Province:Place",
    ),
    (
        "The Sea of Azov froze near Cape Kazantip.",
        "Sea of Azov:Place; Cape Kazantip:Place",
    ),
    (
        "Brandt Airport is in Springfield, Illinois.",
        "Brandt Airport:Place; Springfield:Place; Illinois:Place",
    ),
)

ONE_CLASS: tuple[Case, ...] = (
    (
        "Oduya was arrested in Kisumu. \u201cI am innocent,\u201d Oduya said. "
        "His lawyer agreed with Oduya.",
        "Oduya:Person; Kisumu:Place",
    ),
    (
        "Norvik, a town of 9,000 people, was flooded. The mayor of Norvik asked "
        "for boats.",
        "Norvik:Place",
    ),
    (
        "Talvera, a maker of batteries, hired 300 people. Talvera said it would grow.",
        "Talvera:Organization",
    ),
    (
        "Santiago Vega resigned on Monday. Vega, 61, had run the agency for years.",
        "Santiago Vega:Person; Vega:Person",
    ),
    (
        "Jordan Pickering scored twice. Jordan later thanked the fans.",
        "Jordan Pickering:Person; Jordan:Person",
        "a first name that is a country too",
    ),
)

LONGER: tuple[Case, ...] = (
    ("Bayern Munich won the cup.", "Bayern Munich:Organization"),
    ("Air Malta cancelled ten flights.", "Air Malta:Organization"),
    ("The Yakima Indians fished there.", "Yakima Indians:Group"),
    (
        "S African President Haddad met S Korean envoys.",
        "S African:Country; Haddad:Person; S Korean:Country",
    ),
    ("Central American families waited.", "Central American:Place"),
    (
        "Diplomats of the E.U. praised the N.A.T.O. summit.",
        "E.U.:Organization; N.A.T.O.:Organization",
    ),
    (
        "Kenya's Social, Environmental and Economic Council met.",
        "Kenya:Country; Social, Environmental and Economic Council:Organization",
    ),
    (
        "Alan Dershowitz and Fox News Channel agree.",
        "Alan Dershowitz:Person; Fox News Channel:Organization",
    ),
    (
        "Salahauddin Rabbani-and Pakistani officials met.",
        "Salahauddin Rabbani:Person; Pakistani:Country",
    ),
    (
        'James Novak wrote memos. "James Novak Memos just out," he wrote.',
        "James Novak:Person",
    ),
    (
        "The violinist Clara Novak played.\n\nViolinist Clara Novak is ill.",
        "Clara Novak:Person",
    ),
    (
        "Mona El-Sharif spoke in Tripoli. El-Sharif thanked the council.",
        "Mona El-Sharif:Person; Tripoli:Place; El-Sharif:Person",
    ),
    ("The meeting, at the Capella hotel, was short.", "Capella:Place"),
    ("The negotiators stayed near the U.S embassy.", "U.S:Country"),
)

TABLES = (
    EAST_ASIAN,
    PARTICLES,
    WORLD,
    INITIALS,
    TITLES,
    ORGANISATIONS,
    ACRONYMS,
    HEADLINES,
    LINES,
    EVENTS,
    WORKS,
    PLACES,
    ONE_CLASS,
    LONGER,
)
ALL = tuple(case for table in TABLES for case in table)


@pytest.fixture(scope="module")
def readings(read_texts: ReadTexts) -> dict[str, Reading]:
    """The readings of all texts, by text."""
    return read_texts([text for text, *_ in ALL])


def test_the_table_is_whole() -> None:
    """No case has been lost, none stands twice."""
    assert len(ALL) >= 139
    assert len({text for text, *_ in ALL}) == len(ALL)


def _named(reading: Reading) -> set[str]:
    kinds = (Kind.NAME, Kind.DEMONYM)
    return {f"{m.words}:{m.cls}" for m in mentions(reading) if m.kind in kinds}


@pytest.mark.parametrize(("text", "expected"), cases(ALL))
def test_a_text_has_just_these_names(
    readings: dict[str, Reading], text: str, expected: str
) -> None:
    """The names that are found are those of the case, with their classes."""
    wanted = {part for part in expected.split("; ") if part}
    assert _named(readings[text]) == wanted

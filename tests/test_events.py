"""Events: a sentence in, and out comes who did what to whom.

A case names every event of its sentence: "Accuse: Oslo > Lima", two-sided ones as
"Consult: Lima + Oslo", separated by semicolons, in alphabetical order.
"""

import pytest
from readings import Case, ReadTexts, cases, event_lines

from kg.model import Reading
from kg.schema import Schema

FRIENDLY: tuple[Case, ...] = (
    # consult
    (
        "Emmanuel Macron met Olaf Scholz in Berlin.",
        "Consult: Emmanuel Macron + Olaf Scholz",
    ),
    (
        "Chinese officials held talks with Philippine diplomats in Manila.",
        "Consult: China + Philippines",
    ),
    ("Talks between Serbia and Kosovo ended on Friday.", "Consult: Kosovo + Serbia"),
    ("U.S.-Japan talks opened in Tokyo.", "Consult: Japan + U.S."),
    (
        "Talks were held between Armenian and Azerbaijani officials.",
        "Consult: Armenia + Azerbaijan",
    ),
    ("Xi Jinping visited Kazakhstan.", "Consult: Xi Jinping > Kazakhstan"),
    (
        "Ebrahim Raisi was received by Xi Jinping in Beijing.",
        "Consult: Ebrahim Raisi > Xi Jinping",
    ),
    (
        "Narendra Modi hosted Fumio Kishida in Delhi.",
        "Consult: Fumio Kishida > Narendra Modi",
    ),
    (
        "Antony Blinken telephoned Sergei Lavrov.",
        "Consult: Antony Blinken + Sergei Lavrov",
    ),
    (
        "Antony Blinken spoke by phone with Sergei Lavrov.",
        "Consult: Antony Blinken + Sergei Lavrov",
    ),
    (
        "Brazil and Argentina discussed trade in Montevideo.",
        "Consult: Argentina + Brazil",
    ),
    (
        "The foreign ministers of Armenia and Azerbaijan met in Tbilisi.",
        "Consult: Armenia + Azerbaijan",
    ),
    ("The presidents of Chile and Peru met on Monday.", "Consult: Chile + Peru"),
    (
        "Turkey mediated between Russia and Ukraine.",
        "Consult: Russia + Turkey + Ukraine",
    ),
    (
        "The visit of Pope Francis to Iraq lasted three days.",
        "Consult: Pope Francis > Iraq",
    ),
    (
        "Kaja Kallas arrived in Latvia for talks with Evika Silina.",
        "Consult: Evika Silina + Kaja Kallas; Consult: Kaja Kallas > Latvia",
    ),
    # agree
    ("Germany and Poland agreed to meet in Paris.", "Agree: Germany + Poland"),
    ("Serbia agreed to meet Kosovo.", "Agree: Serbia > Kosovo"),
    (
        "Kim Jong-un invited Moon Jae-in to Pyongyang.",
        "Agree: Kim Jong-un > Moon Jae-in",
    ),
    ("Sweden promised aid to Moldova.", "Agree: Sweden > Moldova"),
    (
        "Joe Biden will meet Xi Jinping in San Francisco.",
        "Agree: Joe Biden + Xi Jinping",
    ),
    ("Vietnam and Cuba reached an agreement on rice.", "Agree: Cuba + Vietnam"),
    ("The prime minister of Thailand plans to visit Laos.", "Agree: Thailand > Laos"),
    ("Canada will send food to Haiti.", "Agree: Canada > Haiti"),
    # support
    ("Joe Biden praised Finland.", "Support: Joe Biden > Finland"),
    ("Spain recognised Palestine.", "Support: Spain > Palestine"),
    ("Israel and Lebanon signed a maritime agreement.", "Support: Israel + Lebanon"),
    ("Zambia thanked China for the bridge.", "Support: Zambia > China"),
    (
        "Nelson Chamisa was congratulated by Cyril Ramaphosa.",
        "Support: Cyril Ramaphosa > Nelson Chamisa",
    ),
    ("Support for Ukraine from Poland is strong.", "Support: Poland > Ukraine"),
    # concede
    ("Iran apologised to Pakistan.", "Concede: Iran > Pakistan"),
    (
        "Abdel Fattah el-Sisi pardoned Alaa Abdel Fattah.",
        "Concede: Abdel Fattah el-Sisi > Alaa Abdel Fattah",
        "a merged name is tagged as a common word",
    ),
    ("France agreed to withdraw its troops from Chad.", "Concede: France > Chad"),
    ("South Korea postponed its drills.", "Concede: South Korea"),
    # cooperate
    (
        "The United States and the Philippines held joint drills in Palawan.",
        "Cooperate: Philippines + United States",
    ),
    ("India resumed trade with Pakistan.", "Cooperate: India + Pakistan"),
    ("Rwanda shares intelligence with Mozambique.", "Cooperate: Rwanda > Mozambique"),
    (
        "Russia, China and Iran held drills in the Gulf of Oman.",
        "Cooperate: China + Iran + Russia",
        "drills of several without the word joint",
    ),
    # aid
    ("Norway gave Ukraine air defence missiles.", "Aid: Norway > Ukraine"),
    ("Japan sent rice to the Philippines.", "Aid: Japan > Philippines"),
    (
        "Food aid from Canada reached Haiti.",
        "Aid: Canada > Haiti",
        "the goal of a verb of arrival",
    ),
    (
        "The International Monetary Fund lent Ghana three billion dollars.",
        "Aid: International Monetary Fund > Ghana",
    ),
    ("Peru gave asylum to a Venezuelan general.", "Aid: Peru > Venezuela"),
    ("Lebanon was given wheat by Qatar.", "Aid: Qatar > Lebanon"),
    # retreat
    ("France withdrew its troops from Niger.", "Retreat: France > Niger"),
    ("Hamas released Israeli hostages.", "Retreat: Hamas > Israel"),
    (
        "The withdrawal of Russian troops from Syria was chaotic.",
        "Retreat: Russia > Syria",
    ),
    (
        "Liz Truss resigned.",
        "Retreat: Liz Truss",
    ),
    ("Ethiopia freed twelve Eritrean sailors.", "Retreat: Ethiopia > Eritrea"),
)

HOSTILE: tuple[Case, ...] = (
    # request
    ("Moscow urged Washington to lift the embargo.", "Request: Moscow > Washington"),
    ("Estonia demanded an apology from Russia.", "Request: Estonia > Russia"),
    ("Kenya asked the United Nations for help.", "Request: Kenya > United Nations"),
    (
        "Volodymyr Zelensky called on Germany to send tanks.",
        "Request: Volodymyr Zelensky > Germany",
    ),
    (
        "Sweden was asked by Turkey to extradite a journalist.",
        "Request: Turkey > Sweden",
    ),
    (
        "Tokyo's request to Seoul was ignored.",
        "Request: Tokyo > Seoul",
        "of two readings of one phrase the verb wins",
    ),
    # accuse
    (
        "Armenia accused Azerbaijan of shelling villages.",
        "Accuse: Armenia > Azerbaijan",
    ),
    ("The European Union condemned Hungary.", "Accuse: European Union > Hungary"),
    ("South Africa sued Israel.", "Accuse: South Africa > Israel"),
    ("Brazil's criticism of Venezuela annoyed Peru.", "Accuse: Brazil > Venezuela"),
    ("Beijing was criticised by Canberra.", "Accuse: Canberra > Beijing"),
    (
        "Chile denounced the attack by Israel on Lebanon.",
        "Accuse: Chile > Israel; Assault: Israel > Lebanon",
    ),
    ("Japan lodged a protest with China.", "Accuse: Japan > China"),
    (
        "The blame for the crash was put on Iran by Ukraine.",
        "Accuse: Ukraine > Iran",
        "blame put on somebody by somebody",
    ),
    ("Paris summoned the Italian ambassador.", "Accuse: Paris > Italy"),
    # reject
    ("Hungary rejected Ukraine's proposal.", "Reject: Hungary > Ukraine"),
    (
        "Kim Jong-un refused to meet Mike Pompeo.",
        "Reject: Kim Jong-un > Mike Pompeo",
    ),
    ("Manila cancelled talks with Beijing.", "Reject: Manila > Beijing"),
    ("Greece turned down an offer from Turkey.", "Reject: Greece > Turkey"),
    ("Sudan's rejection of the Kenyan plan came on Sunday.", "Reject: Sudan > Kenya"),
    # threaten
    ("North Korea threatened Japan.", "Threaten: North Korea > Japan"),
    (
        "Russia threatened to cut gas supplies to Moldova.",
        "Threaten: Russia > Moldova",
    ),
    ("Iran warned Israel of retaliation.", "Threaten: Iran > Israel"),
    ("Threats by Belarus against Poland have grown.", "Threaten: Belarus > Poland"),
    # protest
    (
        "Thousands of Georgians protested in Tbilisi.",
        "Protest: Georgia",
    ),
    ("Kenyan doctors went on strike.", "Protest: Kenya"),
    ("Serbian students blocked a road.", "Protest: Serbia"),
    # sanction
    ("Washington imposed sanctions on Tehran.", "Sanction: Washington > Tehran"),
    ("Sanctions were imposed on Mali by ECOWAS.", "Sanction: ECOWAS > Mali"),
    (
        "The EU's sanctions against Belarus were extended.",
        "Sanction: EU > Belarus",
        "the owner of a noun that a verb takes over",
    ),
    ("Poland expelled two Russian diplomats.", "Sanction: Poland > Russia"),
    ("Bolivia severed ties with Israel.", "Sanction: Bolivia > Israel"),
    (
        "Colombia recalled its ambassador from Argentina.",
        "Sanction: Colombia > Argentina",
    ),
    ("Britain halted aid to Rwanda.", "Sanction: Britain > Rwanda"),
    ("Qatar left OPEC.", "Sanction: Qatar > OPEC"),
    (
        "Italy's decision to expel the Libyan ambassador surprised Tunisia.",
        "Sanction: Italy > Libya",
    ),
    (
        "Syria arrested a German reporter and expelled the French ambassador.",
        "Coerce: Syria > Germany; Sanction: Syria > France",
    ),
    (
        "Washington, which sanctioned Havana in May, apologised to Mexico.",
        "Concede: Washington > Mexico; Sanction: Washington > Havana",
    ),
    (
        "The sanctions that Washington imposed on Syria hurt ordinary people.",
        "Sanction: Washington > Syria",
    ),
    # mobilize
    ("North Korea fired two missiles on Tuesday.", "Mobilize: North Korea"),
    ("The missile launch by Iran worried Iraq.", "Mobilize: Iran"),
    (
        "Belarus began military exercises near Brest.",
        "Mobilize: Belarus",
    ),
    ("Algeria moved tanks to the border with Mali.", "Mobilize: Algeria"),
    (
        "Kim Jong Un oversaw a missile test on Thursday.",
        "Mobilize: Kim Jong Un",
        "who oversees a test",
    ),
    # coerce
    ("Turkish police arrested a Greek journalist.", "Coerce: Turkey > Greece"),
    ("Russia banned Meta.", "Coerce: Russia > Meta"),
    ("Iran seized a South Korean tanker.", "Coerce: Iran > South Korea"),
    ("Alexei Navalny was arrested in Moscow.", "Coerce: ? > Alexei Navalny"),
    (
        "The arrest of Ekrem Imamoglu by Turkey caused anger.",
        "Coerce: Turkey > Ekrem Imamoglu",
    ),
    # assault
    ("Israel bombed Syria.", "Assault: Israel > Syria"),
    ("Ukraine was attacked by Russia.", "Assault: Russia > Ukraine"),
    ("Iran attacked Iraq and Pakistan.", "Assault: Iran > Iraq + Pakistan"),
    (
        "The assassination of Shinzo Abe shocked Taiwan.",
        "Assault: ? > Shinzo Abe",
        "a merged name is tagged as a common word",
    ),
    (
        "The Kenyan army killed al-Shabaab fighters.",
        "Assault: Kenya > al-Shabaab",
        "an army with its country's adjective",
    ),
    (
        "An attack on Israel by Hezbollah killed two soldiers.",
        "Assault: Hezbollah > Israel",
    ),
    (
        "Two Pakistani soldiers were shot dead by Afghan troops.",
        "Assault: Afghanistan > Pakistan",
    ),
    (
        "Egypt, Jordan and Qatar condemned Israel.",
        "Accuse: Egypt + Jordan + Qatar > Israel",
    ),
    (
        "Vladimir Putin, speaking in Sochi, warned Finland of consequences.",
        "Threaten: Vladimir Putin > Finland",
    ),
    (
        "Ethiopian troops that crossed the border attacked Sudan.",
        "Assault: Ethiopia > Sudan; Mobilize: Ethiopia",
    ),
)

UNNAMED: tuple[Case, ...] = (
    # whom a thing without a name stands for
    ("Chad shelled a market in the north of Niger.", "Assault: Chad > Niger"),
    (
        "A drone strike by Israel killed dozens of people in Lebanon.",
        "Assault: Israel > Lebanon",
    ),
    ("Police in Kenya arrested Joho Hassan.", "Coerce: Kenya > Joho Hassan"),
    ("Ana Silva was arrested in Chile.", "Coerce: Chile > Ana Silva"),
    (
        "Iraqi police say they have arrested Ali Hassan.",
        "Coerce: Iraq > Ali Hassan",
    ),
    ("Angela Merkel criticised the plan in Brussels.", "Accuse: Angela Merkel"),
    ("Mali's army killed Kim Jong Un's half-brother.", "Assault: Mali"),
    (
        "Amnesty International filed a lawsuit accusing Hungary of torture.",
        "Accuse: Amnesty International > Hungary",
    ),
    # who is named in what is agreed, or in the reason
    (
        "Germany agreed to provide Togo with vaccines.",
        "Agree: Germany > Togo",
    ),
    (
        "Kenya agreed to open its schools to Somali refugees.",
        "Agree: Kenya > Somalia",
    ),
    ("Ghana agreed with Togo to send Mali seeds.", "Agree: Ghana + Togo"),
    (
        "Russia expelled two envoys in response to Latvia's move.",
        "Sanction: Russia > Latvia",
    ),
    # done to the subject
    ("Togo received a donation from Kuwait.", "Aid: Kuwait > Togo"),
    ("Kenya drew praise from Sudan.", "Support: Sudan > Kenya"),
    # phrases that two nouns share, and those that say when
    (
        "Peru expressed its rejection and condemnation of the Bolivian plan.",
        "Accuse: Peru > Bolivia; Reject: Peru > Bolivia",
    ),
    (
        "Cuba and Spain signed a deal after a summit with Portugal.",
        "Consult: Cuba + Portugal + Spain; Support: Cuba + Spain",
    ),
    (
        "Hundreds of Peruvian miners protested in Lima.",
        "Protest: Peru",
        "a verb of protest with a place in a capital",
    ),
)

NOTHING: tuple[Case, ...] = (
    ("Paraguay is a country in South America.", ""),
    ("The meeting room in Oslo has blue chairs.", ""),
    ("Mount Kenya attracts climbers.", ""),
    ("The Danish economy grew by two per cent.", ""),
    ("Serena Williams met the ball early.", ""),
    ("Maria Callas gave a concert in Athens.", ""),
    ("Rain is expected in Wales on Tuesday.", ""),
    ("The treaty has forty articles.", ""),
    ("Hungary will change the law in order to stop the paper.", ""),
    # what is only aimed at, or one of several demands
    ("The fund aims to support Moldova.", ""),
    ("Their demands include the release of a Syrian doctor by Turkey.", ""),
    (
        "Protesters made three demands, including the release of a Syrian doctor by "
        "Turkey.",
        "",
    ),
    (
        "Niger said that it would not support any government which fought it.",
        "",
    ),
)

ALL = (*FRIENDLY, *HOSTILE, *UNNAMED, *NOTHING)


@pytest.fixture(scope="module")
def readings(read_texts: ReadTexts) -> dict[str, Reading]:
    """The readings of all sentences, by sentence."""
    return read_texts([text for text, *_ in ALL])


def test_the_tables_are_whole(schema: Schema) -> None:
    """Every category is asked for, and no case has been lost."""
    assert len(ALL) >= 120
    asked = {line.split(":")[0] for _, told, *_ in ALL for line in told.split("; ")}
    assert asked >= set(schema.categories)
    assert len({text for text, *_ in ALL}) == len(ALL)


@pytest.mark.parametrize(("text", "expected"), cases(ALL))
def test_a_sentence_says_who_did_what_to_whom(
    readings: dict[str, Reading], text: str, expected: str
) -> None:
    """Category, actors and recipients of every event are those of the sentence."""
    assert event_lines(readings[text]) == expected

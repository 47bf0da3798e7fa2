"""Three hundred sentences, and a cross of operators with events: no fact is inverted.

What a sentence denies, plans, asks, wishes, doubts, imagines or has from somebody else
is never told as done in the article's own voice. No xfail may stand for an inversion:
`test_nothing_is_inverted` has none.
"""

from itertools import product

import pytest
from readings import (
    Case,
    ReadTexts,
    cases,
    name_at,
    relation_lines,
    stance_line,
    status_of,
    told_by,
)

from kg.model import EventFact, Reading, Status

# The words that find the event; who > whom; what is said of it. "*" is anything.
NEGATED: tuple[Case, ...] = (
    (
        "Bolivia has not expelled the Paraguayan ambassador.",
        "expelled: Bolivia > Paraguay: negative certain past denied",
    ),
    (
        "Slovenia did not recall its envoy from Hungary in 2009.",
        "recall: Slovenia > Hungary: negative certain past denied when 2009",
    ),
    (
        "Mongolia never attacked Kazakhstan.",
        "attacked: Mongolia > Kazakhstan: negative certain past denied",
    ),
    (
        "Iceland has never invaded Norway.",
        "invaded: Iceland > Norway: negative certain past denied",
    ),
    (
        "Zambia won't release the Malawian reporter.",
        "Reject: Zambia > Malawi: positive certain future planned",
    ),
    (
        "Panama isn't bombing Cuba.",
        "bombing: Panama > Cuba: negative certain present denied",
    ),
    (
        "Estonia no longer criticises Latvia.",
        "criticises: Estonia > Latvia: negative certain present denied",
    ),
    (
        "No Belgian minister condemned Rwanda.",
        "condemned: * > Rwanda: negative certain past denied",
    ),
    (
        "Nobody in Ghana praised Togo.",
        "praised: * > Togo: negative certain past denied",
    ),
    (
        "Neither Laos nor Cambodia attacked Vietnam.",
        "attacked: * > Vietnam: negative certain past denied",
    ),
    (
        "Tunisia imposed no sanctions on Malta.",
        "imposed|sanctions: Tunisia > Malta: negative certain past denied",
    ),
    (
        "Sanctions were never imposed on Uruguay by Brazil.",
        "imposed|sanctions: Brazil > Uruguay: negative certain past denied",
    ),
    (
        "The Omani sailors were not arrested by Yemen.",
        "arrested: Yemen > Oman: negative certain past denied",
    ),
    (
        "Ecuador was not attacked by Peru.",
        "attacked: Peru > Ecuador: negative certain past denied",
    ),
    (
        "Fiji was never invaded by Samoa.",
        "invaded: Samoa > Fiji: negative certain past denied",
    ),
    (
        "Finland refused to extradite the Russian spy.",
        "extradite: Finland > *: negative certain * denied",
        "a refusal is told as such, not what is refused",
    ),
    (
        "Nigeria failed to release the Chadian pilot.",
        "release: Nigeria > Chad: negative certain * denied",
    ),
    (
        "Denmark stopped short of condemning Poland.",
        "condemning: * > Poland: negative certain * denied",
    ),
    (
        "Jordan decided against expelling the Syrian consul.",
        "expelling: Jordan > Syria: negative certain * denied",
    ),
    (
        "Japan decided not to sanction Mongolia.",
        "sanction: Japan > Mongolia: negative certain * denied",
    ),
    (
        "Chile chose not to criticise Argentina.",
        "criticise: Chile > Argentina: negative certain * denied",
    ),
    (
        "Austria opted not to expel the Serbian envoy.",
        "expel: Austria > Serbia: negative certain * denied",
    ),
    (
        "Angola ruled out invading Namibia.",
        "invading: Angola > Namibia: negative certain * denied",
    ),
    (
        "Qatar refrained from condemning Bahrain.",
        "condemning: Qatar > Bahrain: negative certain * denied",
    ),
    (
        "Kuwait held off on expelling the Iraqi consul.",
        "expelling: Kuwait > Iraq: negative * * denied",
    ),
    (
        "Portugal avoided criticising Angola.",
        "criticising: Portugal > Angola: negative certain * denied",
    ),
    (
        "Romania left without condemning Moldova.",
        "condemning: Romania > Moldova: negative certain * denied",
    ),
    (
        "Instead of attacking Chad, Libya closed its border.",
        "attacking: * > Chad: negative * * denied",
        "a gerund that the tree cannot place",
    ),
    (
        "Rather than expel the Thai envoy, Malaysia sent a letter.",
        "expel: * > Thailand: negative * * denied",
    ),
    (
        "Ireland abstained rather than condemn Israel.",
        "condemn: * > Israel: negative * * denied",
    ),
    (
        "Croatia is far from recognising Taiwan.",
        "recognising: * > Taiwan: negative * * denied",
    ),
    (
        "Hungary is nowhere near sanctioning Serbia.",
        "sanctioning: Hungary > Serbia: negative * * denied",
    ),
    (
        "Senegal hardly criticised Mali.",
        "criticised: Senegal > Mali: negative certain past denied",
    ),
    (
        "Cuba nearly attacked Haiti in 1979.",
        "attacked: Cuba > Haiti: negative certain past denied when 1979",
    ),
    (
        "Kenya almost expelled the Ugandan ambassador.",
        "expelled: Kenya > Uganda: negative certain past denied",
    ),
    (
        "It is not true that Sweden attacked Denmark.",
        "attacked: Sweden > Denmark: negative * past denied",
    ),
    (
        "It is untrue that Nepal arrested an Indian colonel.",
        "arrested: Nepal > India: negative * past denied",
    ),
    (
        "It is a lie that Armenia invaded Georgia.",
        "invaded: Armenia > Georgia: negative * past denied",
    ),
    (
        "It is false that Bhutan expelled the Nepalese envoy.",
        "expelled: Bhutan > Nepal: negative * past denied",
    ),
    (
        "It is not the case that Paraguay bombed Bolivia.",
        "bombed: Paraguay > Bolivia: negative * past denied",
    ),
    (
        "Reports that Cyprus had arrested a Turkish general were wrong.",
        "arrested: Cyprus > Turkey: negative * past denied",
    ),
    (
        "Claims that Morocco bombed Mauritania are baseless.",
        "bombed: Morocco > Mauritania: negative * past denied",
    ),
    (
        "At no time did Latvia threaten Belarus.",
        "threaten: Latvia > Belarus: negative certain past denied",
    ),
    (
        "Under no circumstances will Ottawa expel the Cuban consul.",
        "expel: Ottawa > Cuba: negative certain future denied",
    ),
    (
        "Never has Norway condemned Iceland.",
        "condemned: Norway > Iceland: negative certain past denied",
    ),
    (
        "Uganda neither attacked nor threatened Burundi.",
        "attacked: Uganda > Burundi: negative certain past denied",
        "an object that two verbs share",
    ),
    (
        "The talks between Athens and Skopje did not take place.",
        "talks: Athens + Skopje: negative certain past denied",
    ),
    (
        "There was no meeting between Andrzej Duda and Viktor Orban.",
        "meeting: Andrzej Duda + Viktor Orban: negative certain past denied",
    ),
    (
        "Lithuania has yet to expel the Chinese consul.",
        "expel: Lithuania > China: negative * * denied",
    ),
    (
        "Washington prevented Ankara from attacking Athens.",
        "attacking: Ankara > Athens: negative certain * denied",
    ),
    (
        "Oslo dissuaded Minsk from invading Ukraine.",
        "invading: Minsk > Ukraine: negative certain * denied",
    ),
    (
        "The expulsion of the Danish envoy by Iran never happened.",
        "expulsion: Iran > Denmark: negative * past denied",
    ),
    (
        "The invasion of Togo by Benin was averted.",
        "invasion: Benin > Togo: negative * * denied",
    ),
    (
        "Colombia denied that it had attacked Venezuela.",
        "attacked: Colombia > Venezuela: negative certain past denied by Colombia",
    ),
    (
        "Paul Biya denied that Cameroon had bombed Gabon.",
        "bombed: Cameroon > Gabon: negative certain past denied by Paul Biya",
    ),
    (
        "Sudan denied having arrested the Eritrean envoy.",
        "arrested: Sudan > Eritrea: negative certain past denied by Sudan",
    ),
    (
        "Malta said it had not expelled the Libyan consul.",
        "expelled: Malta > Libya: negative certain past denied by Malta",
    ),
    (
        "According to Vientiane, Thailand did not shell Laos.",
        "shell: Thailand > Vientiane: negative certain past denied by Vientiane",
    ),
)

OPEN: tuple[Case, ...] = (
    ("Belgium may expel the Congolese envoy.", "expel: Belgium > *: * possible * *"),
    (
        "Slovakia might condemn Hungary.",
        "condemn: Slovakia > Hungary: positive possible * possible",
    ),
    (
        "Egypt could attack Ethiopia.",
        "attack: Egypt > Ethiopia: positive possible * possible",
    ),
    (
        "Jamaica could have expelled the Cuban envoy.",
        "expelled: Jamaica > Cuba: positive possible past possible",
    ),
    (
        "Iraq would have attacked Kuwait again.",
        "attacked: Iraq > Kuwait: positive possible * possible",
    ),
    (
        "Botswana should condemn Zimbabwe.",
        "condemn: Botswana > Zimbabwe: positive possible * possible",
    ),
    (
        "Spain ought to recognise Kosovo.",
        "recognise: Spain > Kosovo: positive possible * possible",
    ),
    (
        "Guinea can arrest the Liberian general.",
        "arrest: Guinea > Liberia: positive possible * possible",
    ),
    (
        "Perhaps Chad attacked Niger.",
        "attacked: Chad > Niger: positive possible past possible",
    ),
    (
        "Nicaragua has allegedly arrested a Honduran priest.",
        "arrested: Nicaragua > Honduras: positive probable past possible",
    ),
    (
        "Syria reportedly released a Lebanese pilot.",
        "released: Syria > Lebanon: positive probable past possible",
    ),
    (
        "Togo is believed to have arrested a Beninese spy.",
        "arrested: Togo > *: positive probable past possible",
    ),
    (
        "Yemen is said to have attacked Oman.",
        "attacked: Yemen > Oman: positive probable past possible",
    ),
    (
        "Libya is thought to have expelled a Maltese consul.",
        "expelled: Libya > Malta: positive probable past possible",
    ),
    (
        "Burundi seems to have attacked Rwanda.",
        "attacked: Burundi > Rwanda: positive probable past possible",
    ),
    (
        "Albania wants to expel the Iranian envoy.",
        "expel: Albania > Iran: positive possible future possible",
    ),
    (
        "Bulgaria hopes to meet Serbia.",
        "meet: Bulgaria + Serbia: positive possible future possible",
        "a country beside a verb of meeting",
    ),
    (
        "Gabon considered expelling the French consul.",
        "expelling: Gabon > France: positive possible * possible",
    ),
    (
        "Malawi was tempted to criticise Zambia.",
        "criticise: Malawi > Zambia: positive * * possible",
    ),
    (
        "Lesotho is free to condemn South Africa.",
        "condemn: Lesotho > South Africa: positive possible * possible",
    ),
    (
        "Luxembourg is unlikely to sanction Malta.",
        "sanction: Luxembourg > Malta: negative probable future denied",
    ),
    (
        "Barbados is likely to recognise Palestine.",
        "recognise: Barbados > Palestine: positive probable future possible",
    ),
    (
        "Guyana came close to attacking Suriname.",
        "attacking: * > Suriname: positive possible * possible",
    ),
    (
        "Eritrea was on the verge of invading Djibouti.",
        "invading: * > Djibouti: positive possible * possible",
    ),
    (
        "Cambodia had no right to expel the Laotian envoy.",
        "expel: Cambodia > *: * possible * *",
    ),
    (
        "Mali was in no position to attack Algeria.",
        "attack: * > Algeria: * * * *",
    ),
    (
        "Brunei was too weak to attack Malaysia.",
        "attack: Brunei > Malaysia: negative possible * denied",
    ),
    (
        "If Niger attacks Benin, oil will cost more.",
        "attacks: Niger > Benin: positive possible * possible",
    ),
    (
        "If Fiji expelled the Tongan envoy, trade would suffer.",
        "expelled: Fiji > Tonga: positive possible * possible",
    ),
    (
        "Had Iran bombed Iraq, oil would have cost more.",
        "bombed: Iran > Iraq: positive possible * possible",
    ),
    (
        "Should Belarus invade Lithuania, Poland will close its airports.",
        "invade: Belarus > Lithuania: positive possible * possible",
    ),
    (
        "Were Chile to attack Peru, trade would suffer.",
        "attack: * > Peru: positive possible * possible",
    ),
    (
        "Unless Cuba releases the Canadian priest, tourists will stay away.",
        "releases: Cuba > Canada: positive possible * possible",
    ),
    (
        "Fuel will cost more in case Libya bombs Tunisia.",
        "bombs: Libya > Tunisia: positive possible * possible",
    ),
    (
        "Fuel will cost less on condition that Iran releases the Swiss sailors.",
        "releases: Iran > Switzerland: positive possible * possible",
    ),
    (
        "Fuel will cost more when Yemen attacks Oman.",
        "attacks: * > Oman: positive possible * possible",
    ),
    (
        "Fuel will cost more as soon as Sudan invades Chad.",
        "invades: Sudan > Chad: positive possible * possible",
        "a verb that the tagger takes for a noun",
    ),
    (
        "Assuming Laos condemns China, the vote is lost.",
        "condemns: Laos > China: positive possible * possible",
    ),
    (
        "Imagine that Japan attacked Russia.",
        "attacked: Japan > Russia: positive * * possible *",
    ),
    (
        "Did Ghana expel the Ivorian envoy?",
        "expel: Ghana > Ivory Coast: positive possible past possible",
    ),
    (
        "Has Kosovo arrested a Serbian colonel?",
        "arrested: Kosovo > Serbia: positive possible past possible",
    ),
    (
        "Why would Turkey attack Bulgaria?",
        "attack: Turkey > Bulgaria: positive possible * possible",
        "a verb that the tagger takes for a noun",
    ),
    (
        "It is possible that Jordan expelled the Libyan consul.",
        "expelled: Jordan > Libya: positive possible past possible",
    ),
    (
        "It is doubtful that Mexico condemned Belize.",
        "condemned: Mexico > Belize: positive possible past possible",
    ),
    (
        "It is not clear whether Gambia arrested a Senegalese colonel.",
        "arrested: Gambia > Senegal: * possible past *",
    ),
    (
        "Whether Kenya bombed Somalia is unknown.",
        "bombed: Kenya > Somalia: positive possible past possible",
    ),
    (
        "There is no evidence that Vietnam attacked Cambodia.",
        "attacked: Vietnam > Cambodia: * possible past *",
    ),
    (
        "There is no proof that Monaco expelled a French consul.",
        "expelled: Monaco > France: * possible past *",
    ),
    (
        "Rumours that Kenya had arrested a Somali general spread.",
        "arrested: Kenya > Somalia: positive probable past possible *",
    ),
    (
        "The idea that Poland attacked Germany is old.",
        "attacked: Poland > Germany: positive probable past possible *",
    ),
    (
        "The risk that India attacks Pakistan has grown.",
        "attacks: India > Pakistan: positive possible * possible *",
        "a verb that the tagger takes for a noun",
    ),
    (
        "Fears that Algeria would attack Morocco grew.",
        "attack: Algeria > Morocco: positive possible future possible *",
    ),
    (
        "Nobody believes that Andorra attacked Spain.",
        "attacked: Andorra > Spain: * possible past *",
    ),
    (
        "Sweden doubts that Estonia expelled the Chinese consul.",
        "expelled: Estonia > China: * * past * *",
    ),
    (
        "Sofia wishes that Skopje recognised Kosovo.",
        "recognised: * > Kosovo: * * * * *",
    ),
    (
        "Rome tried to expel the Libyan envoy.",
        "expel: Rome > Libya: positive possible * possible",
    ),
    (
        "To attack Cyprus would be a mistake for Turkey.",
        "attack: * > Cyprus: positive possible * possible",
    ),
    (
        "Invading Finland would be a mistake for Russia.",
        "Invading|invading: * > Finland: positive possible * possible",
        "a gerund that the tree cannot place",
    ),
    (
        "In the film, Canada invaded Alaska.",
        "invaded: Canada > Alaska: positive possible * possible",
    ),
    (
        "An expulsion of the Malian envoy by Niger is possible.",
        "expulsion: Niger > Mali: positive possible * possible",
    ),
    (
        "An attack on Guam by North Korea is unlikely.",
        "attack: North Korea > Guam: negative probable * denied",
    ),
    (
        "Lima warned of an invasion of Ecuador by Colombia.",
        "invasion: Colombia > Ecuador: positive possible * possible *",
    ),
    (
        "Talk of an invasion of Samoa by Tonga faded.",
        "invasion: * > Samoa: positive possible * possible",
    ),
    (
        "The alleged bombing of Sudan by Egypt angered Kenya.",
        "bombing: Egypt > Sudan: positive probable * possible",
    ),
    (
        "The attempted invasion of Kuwait by Iraq was forgotten.",
        "invasion: Iraq > Kuwait: positive possible * possible",
    ),
    (
        "Prague was charged with bombing Vienna.",
        "bombing: Czechia > *: positive probable * possible",
        "what somebody is charged with is no event of its own",
    ),
    (
        "Dublin was cleared of arresting the Spanish priest.",
        "arresting: * > Spain: * * * denied",
    ),
    (
        "Manila feared being attacked by Beijing.",
        "attacked: Beijing > Manila: positive possible * possible",
    ),
    (
        "The Peruvian envoy escaped being arrested by Brazil.",
        "arrested: Brazil > Peru: * * * *",
    ),
    (
        "Ethiopia was not the one that attacked Eritrea.",
        "attacked: * > Eritrea: * * * *",
    ),
)

AHEAD: tuple[Case, ...] = (
    (
        "Zimbabwe will expel the Zambian envoy.",
        "expel: Zimbabwe > Zambia: positive certain future planned",
    ),
    (
        "Kazakhstan is going to release the Uzbek pilot.",
        "release: Kazakhstan > Uzbekistan: positive certain future planned",
    ),
    (
        "Bahrain plans to expel the Qatari consul.",
        "expel: Bahrain > Qatar: positive certain future planned",
    ),
    (
        "Oman planned to recognise Kosovo.",
        "recognise: Oman > Kosovo: positive certain future planned",
    ),
    (
        "Namibia intends to sanction Angola.",
        "sanction: Namibia > Angola: positive certain future planned",
        "a verb that the tagger takes for a noun",
    ),
    (
        "Honduras vowed to arrest the Salvadoran general.",
        "arrest: Honduras > El Salvador: positive certain future planned *",
    ),
    (
        "Serbia agreed to release the Croatian pilot.",
        "release: Serbia > Croatia: positive certain future planned",
    ),
    (
        "Myanmar pledged to release two Thai sailors.",
        "release: Myanmar > Thailand: positive certain future planned *",
    ),
    (
        "Mauritania is about to expel the Malian envoy.",
        "expel: Mauritania > Mali: positive * future *",
    ),
    (
        "Nana Akufo-Addo was to meet Alassane Ouattara in Accra.",
        "meet: Alassane Ouattara + Nana Akufo-Addo: positive certain future planned",
    ),
    (
        "Slovakia is set to expel three Russian envoys.",
        "expel: Slovakia > Russia: positive * future *",
    ),
    (
        "Benin is due to release a Togolese reporter.",
        "release: Benin > *: positive * future *",
    ),
    (
        "Kenya is expected to recognise Kosovo.",
        "recognise: Kenya > Kosovo: positive probable future possible",
    ),
    (
        "Grenada was supposed to expel the Cuban consul.",
        "expel: Grenada > Cuba: positive * * *",
    ),
    (
        "The upcoming talks between Iran and Oman worry Bahrain.",
        "talks: Iran + Oman: positive certain future planned",
    ),
    (
        "The planned visit of Emmanuel Macron to Latvia was announced.",
        "visit: Emmanuel Macron > Latvia: positive certain future planned *",
    ),
    (
        "Malaysia's plan to expel the Burmese envoy is old.",
        "expel: Malaysia > Myanmar: positive certain future planned",
    ),
    (
        "Moldova's promise to release the Russian spy was empty.",
        "release: Moldova > *: positive certain future planned *",
    ),
    (
        "Kuwait asked Iraq to release the pilot.",
        "release: Iraq > *: positive * future *",
        "what is asked for is no event of its own",
    ),
    (
        "Peru sent warships to attack Chile.",
        "attack: Peru > Chile: positive probable * possible",
    ),
    (
        "Armenia used the pause to attack Azerbaijan.",
        "attack: Armenia > Azerbaijan: positive * future *",
    ),
    (
        "Uruguay said it would expel the Syrian consul.",
        "expel: Uruguay > Syria: positive certain future planned by Uruguay",
    ),
    (
        "Sanctions will be imposed on Gabon by France.",
        "imposed|sanctions: France > Gabon: positive certain future planned",
    ),
    (
        "Nepal has promised that it will recognise Kosovo.",
        "recognise: Nepal > Kosovo: positive certain future planned *",
        "a promise is told as such",
    ),
    (
        "Madrid scrapped plans to expel the Moroccan envoy.",
        "expel: Spain > Morocco: negative * * denied",
        "a plan that was dropped is told as a refusal",
    ),
    (
        "Minsk abandoned a plan to invade Latvia.",
        "invade: Minsk > Latvia: negative * * denied",
    ),
)

# Also who passes on what the speaker says: "by A via B".
SAID: tuple[Case, ...] = (
    (
        "Uganda said Congo had attacked Burundi.",
        "attacked: * > Burundi: positive certain past reported by Uganda",
    ),
    (
        "Nikola Gruevski said that Greece had expelled a Macedonian consul.",
        "expelled: Greece > *: positive certain past reported by Nikola Gruevski",
    ),
    (
        "Malaysia has arrested an Indonesian general, Bernama reported.",
        "arrested: Malaysia > Indonesia: positive certain past reported by Bernama",
    ),
    (
        "According to Bern, Austria released a Swiss pilot.",
        "released: Austria > Bern: positive certain past reported by Bern",
    ),
    (
        "Austria released a Swiss pilot, according to Bern.",
        "released: Austria > Bern: positive certain past reported by Bern",
    ),
    (
        '"Kenya has bombed Somalia," Hassan Sheikh Mohamud said.',
        "bombed: Kenya > Somalia: positive certain past reported by "
        "Hassan Sheikh Mohamud",
    ),
    (
        '"Kenya has bombed Somalia," said Hassan Sheikh Mohamud.',
        "bombed: Kenya > Somalia: positive certain past reported by "
        "Hassan Sheikh Mohamud",
    ),
    (
        "Peru, Dina Boluarte said, has expelled the Mexican ambassador.",
        "expelled: Peru > Mexico: positive certain past reported by Dina Boluarte",
    ),
    (
        "Peru, sources said, has expelled the Mexican ambassador.",
        "expelled: Peru > Mexico: positive certain past reported",
    ),
    (
        "Sources said Peru had expelled the Mexican ambassador.",
        "expelled: Peru > Mexico: positive certain past reported",
    ),
    (
        "An official said Nepal had arrested a Chinese spy.",
        "arrested: Nepal > China: positive certain past reported",
    ),
    (
        "Experts said on condition of anonymity that Iran had attacked Bahrain.",
        "attacked: Iran > Bahrain: positive certain past reported",
    ),
    (
        "It was reported that Cuba had released a Spanish priest.",
        "released: Cuba > Spain: positive certain past reported",
    ),
    (
        "State media reported that Vietnam had arrested a Laotian spy.",
        "arrested: Vietnam > *: positive certain past reported",
    ),
    (
        "Critics say Poland attacked Belarus.",
        "attacked: Poland > Belarus: positive certain past reported",
    ),
    (
        "Poland attacked Belarus, critics say.",
        "attacked: Poland > Belarus: positive certain past reported",
    ),
    (
        "According to rumours, Gabon expelled the French envoy.",
        "expelled: Gabon > France: positive certain past reported",
    ),
    (
        "KCNA reported that North Korea had arrested a Japanese spy.",
        "arrested: North Korea > Japan: positive certain past reported by KCNA",
    ),
    (
        "Yonhap quoted Tokyo as saying that North Korea had bombed Japan.",
        "bombed: North Korea > Tokyo: positive certain past reported by "
        "Tokyo via Yonhap",
    ),
    (
        "Reuters quoted Yoweri Museveni as saying that Rwanda had attacked Uganda.",
        "attacked: Rwanda > Uganda: positive certain past reported by Yoweri Museveni "
        "via Reuters",
    ),
    (
        "Reuters reported, citing Yoweri Museveni, that Rwanda had attacked Uganda.",
        "attacked: Rwanda > Uganda: positive certain past reported by Yoweri Museveni "
        "via Reuters",
    ),
    (
        "Reuters reported that Iran said it had released two Danish sailors.",
        "released: Iran > Denmark: positive certain past reported by Iran via Reuters",
    ),
    (
        "According to Yonhap, Japan said that China had attacked Taiwan.",
        "attacked: China > Taiwan: positive certain past reported by Japan via Yonhap",
    ),
    (
        "Yoweri Museveni was quoted by Reuters as saying that Rwanda had attacked "
        "Uganda.",
        "attacked: Rwanda > Uganda: positive certain past reported by Yoweri Museveni "
        "via Reuters",
    ),
    (
        "Moscow said that Kyiv claimed that Minsk had attacked Vilnius.",
        "attacked: Belarus > Lithuania: positive * past * by Ukraine via Russia",
        "a capital that was attacked is a place",
    ),
    (
        "Dakar told Bamako that it had released a Malian colonel.",
        "released: Dakar > Bamako: positive certain past reported by Dakar",
    ),
    (
        "In a statement, Hanoi said it had expelled a Chinese consul.",
        "expelled: Hanoi > China: positive certain past reported by Hanoi",
    ),
    (
        "A statement from Riga said Latvia had deported a Russian spy.",
        "deported: Riga > Russia: positive certain past reported by Riga",
    ),
    (
        "Turkish officials said Greece had bombed Albania.",
        "bombed: Greece > Albania: positive certain past reported by Turkey",
    ),
    (
        "Sudan's claim that Chad had attacked Darfur was repeated.",
        "attacked: Chad > *: positive probable past possible by Sudan",
    ),
    (
        "Mongolia insisted that China had expelled its envoy.",
        "expelled: China: positive certain past reported by Mongolia",
    ),
    (
        "Ana Brnabic told reporters that Croatia had arrested a Serbian priest.",
        "arrested: Croatia > Serbia: positive certain past reported by Ana Brnabic",
    ),
    (
        "Brazil believes Guyana attacked Suriname.",
        "attacked: Guyana > Suriname: positive * past * by Brazil",
    ),
    (
        "Lebanon confirmed that it had released a Cypriot pilot.",
        "released: Lebanon > Cyprus: positive certain past reported by Lebanon",
    ),
    (
        "Vilnius announced that it had expelled the Belarusian envoy.",
        "expelled: Vilnius > Belarus: positive certain past reported by Vilnius",
    ),
    (
        "Georgia was told that Russia had arrested a Georgian priest.",
        "arrested: Russia > Georgia: positive certain past reported",
    ),
    (
        "Ali Bongo said Gabon had arrested a spy. He added that Congo had "
        "bombed Gabon.",
        "bombed: * > Gabon: positive certain past reported by Ali Bongo",
    ),
    (
        '"Togo has attacked Ghana," Nana Akufo-Addo said. "It also bombed Benin."',
        "bombed: * > Benin: positive certain past reported by Nana Akufo-Addo",
    ),
    (
        'Nana Akufo-Addo said: "Togo has attacked Ghana."',
        "attacked: Togo > Ghana: positive certain past reported by Nana Akufo-Addo",
    ),
    (
        "Belize has expelled the Cuban consul, the BBC said, citing Reuters.",
        "expelled: Belize > Cuba: positive certain past reported by Reuters via BBC",
    ),
    (
        "The Kremlin said Kazakhstan had released a Russian colonel.",
        "released: Kazakhstan > Kremlin: positive certain past reported by Kremlin",
    ),
    (
        "Xinhua says Bhutan has arrested a Chinese monk.",
        "arrested: Bhutan > China: positive certain past reported by Xinhua",
    ),
    (
        "Baghdad acknowledged that it had bombed Syria.",
        "bombed: Baghdad > Syria: positive certain past reported by Baghdad",
    ),
    (
        "The United Nations said Eritrea had attacked Djibouti.",
        "attacked: Eritrea > Djibouti: positive certain past reported by "
        "United Nations",
    ),
)

DONE: tuple[Case, ...] = (
    (
        "Greece declined to condemn Albania.",
        "declined: Greece > Albania: positive certain past asserted",
    ),
    (
        "Tanzania voted against the expulsion of Russia.",
        "Reject: Tanzania > Russia: positive certain past asserted",
    ),
    (
        "Bolivia expelled the Chilean envoy.",
        "expelled: Bolivia > Chile: * * past asserted",
    ),
    ("Nepal condemned China.", "condemned: Nepal > China: * * past asserted"),
    ("Mali has attacked Niger.", "attacked: Mali > Niger: * * past asserted"),
    (
        "Latvia arrested a Belarusian spy.",
        "arrested: Latvia > Belarus: * * past asserted",
    ),
    ("Laos released a Thai pilot.", "released: Laos > Thailand: * * past asserted"),
    ("Iraq invaded Kuwait.", "invaded: Iraq > Kuwait: * * past asserted"),
    ("Turkey bombed Syria.", "bombed: Turkey > Syria: * * past asserted"),
    ("Samoa recognised Kosovo.", "recognised: Samoa > Kosovo: * * past asserted"),
    ("Cuba praised Angola.", "praised: Cuba > Angola: * * past asserted"),
    ("Qatar threatened Bahrain.", "threatened: Qatar > Bahrain: * * past asserted"),
    ("Canada sanctioned Haiti.", "sanctioned: Canada > Haiti: * * past asserted"),
    ("Fiji criticised Tonga.", "criticised: Fiji > Tonga: * * past asserted"),
    ("Ireland apologised to Malta.", "apologised: Ireland > Malta: * * past asserted"),
    ("Gabon accused Togo of theft.", "accused: Gabon > Togo: * * past asserted"),
    ("Chile invited Peru.", "invited: Chile > Peru: * * past asserted"),
    ("Denmark sent troops to Mali.", "sent|troops: Denmark > Mali: * * past asserted"),
    (
        "Egypt imposed sanctions on Sudan.",
        "imposed|sanctions: Egypt > Sudan: * * past asserted",
    ),
    (
        "Ankara lifted sanctions on Armenia.",
        "lifted|sanctions: Ankara > Armenia: * * past asserted",
    ),
    (
        "Gustavo Petro met Luis Arce in La Paz.",
        "met: Gustavo Petro *: * * past asserted",
    ),
    (
        "Pedro Castillo visited Brazil.",
        "visited: Pedro Castillo > Brazil: * * past asserted",
    ),
    (
        "William Ruto held talks with Samia Suluhu Hassan.",
        "held|talks: * Samia Suluhu Hassan *: * * past asserted",
    ),
    (
        "Norway withdrew its troops from Iraq.",
        "withdrew: Norway > Iraq: * * past asserted",
    ),
    (
        "Spain recalled its ambassador from Nicaragua.",
        "recalled: Spain > Nicaragua: * * past asserted",
    ),
    (
        "Hungary signed a treaty with Croatia.",
        "signed|treaty: *: * * past asserted",
    ),
    ("Iran seized a Greek ship.", "seized: Iran > Greece: * * past asserted"),
    ("Jordan extradited a Saudi prince.", "extradited: Jordan: * * past asserted"),
    (
        "Cyprus deported a Syrian writer.",
        "deported: Cyprus > Syria: * * past asserted",
    ),
    ("Belarus shelled Ukraine.", "shelled: Belarus > Ukraine: * * past asserted"),
    # passives
    (
        "The Kenyan envoy was expelled by Sudan.",
        "expelled: Sudan > Kenya: * * past asserted",
    ),
    ("Fiji was attacked by Tonga.", "attacked: Tonga > Fiji: * * past asserted"),
    (
        "Malta was criticised by Amnesty International.",
        "criticised: Amnesty International > Malta: * * past asserted",
    ),
    (
        "Sanctions were imposed on Mali by France.",
        "imposed|sanctions: France > Mali: * * past asserted",
    ),
    (
        "A Danish sailor was released by Somalia.",
        "released: Somalia > Denmark: * * past asserted",
    ),
    (
        "Two Swiss pilots were arrested in Libya.",
        "arrested: Libya > Switzerland: * * past asserted",
    ),
    ("Kuwait was invaded by Iraq.", "invaded: Iraq > Kuwait: * * past asserted"),
    (
        "Kosovo has been recognised by Samoa.",
        "recognised: Samoa > Kosovo: * * past asserted",
    ),
    (
        "Peru was praised by Ecuador.",
        "praised: Ecuador > Peru: * * past asserted",
    ),
    (
        "Haiti was threatened by Cuba.",
        "threatened: Cuba > Haiti: * * past asserted",
    ),
    (
        "Georgia was bombed by Russia in 2008.",
        "bombed: Russia > Georgia: * * past asserted when 2008",
    ),
    ("Niger was condemned by Benin.", "condemned: Benin > Niger: * * past asserted"),
    # nominals
    (
        "The invasion of Kuwait by Iraq shocked Jordan.",
        "invasion: Iraq > Kuwait: * * past asserted",
    ),
    (
        "Turkey's attack on Cyprus angered Greece.",
        "attack: Turkey > *: * * past asserted",
    ),
    (
        "The expulsion of the Polish envoy by Belarus angered Latvia.",
        "expulsion: * > Poland: * * past asserted",
    ),
    (
        "Talks between Chile and Peru ended.",
        "talks: Chile + Peru: * * past asserted",
    ),
    (
        "The summit between Japan and India ended.",
        "summit: India + Japan: * * past asserted",
    ),
    (
        "Russia's bombing of Syria went on.",
        "bombing: Russia > Syria: * * * asserted",
    ),
    (
        "France's withdrawal from Mali was quick.",
        "withdrawal: France > Mali: * * past asserted",
        "a withdrawal that no verb carries",
    ),
    (
        "The arrest of a Thai monk by Laos made news.",
        "arrest: Laos > Thailand: * * past asserted",
    ),
    (
        "The European Union's sanctions on Belarus hurt.",
        "sanctions: European Union > Belarus: * * * asserted",
    ),
    (
        "Iran's release of a Swiss sailor surprised Bern.",
        "release: *: * * past asserted",
    ),
    (
        "Not Chad but Niger expelled the Malian envoy.",
        "expelled: Niger > Mali: * * past asserted",
    ),
    # what only looks like a denial or a plan
    (
        "Not only did Ghana expel the envoy of Togo, it also bombed Benin.",
        "bombed: * > Benin: * * past asserted",
    ),
    (
        "Serbia managed to release the Bosnian pilot.",
        "release: Serbia > *: * * * asserted",
    ),
    (
        "Oman began bombing Yemen.",
        "bombing: Oman > Yemen: * * * asserted",
    ),
    (
        "By attacking Chad, Libya lost friends.",
        "attacking: Libya > Chad: * * past asserted",
    ),
    (
        "After expelling the Cuban envoy, Peru fell silent.",
        "expelling: Peru > Cuba: * * past asserted",
    ),
    (
        "The fact that Kenya bombed Somalia is known.",
        "bombed: Kenya > Somalia: * * past asserted",
    ),
    (
        "It is clear that Niger attacked Benin.",
        "attacked: Niger > Benin: * * past asserted",
    ),
    (
        "Algeria proceeded to expel the French envoy.",
        "expel: Algeria > France: * * * asserted",
    ),
    (
        "Samoa was the first state to recognise Kosovo.",
        "recognise: * > Kosovo: * * * asserted",
    ),
    (
        "Rome does not know why Cairo bombed Libya.",
        "bombed: Cairo > Libya: * * past asserted",
    ),
    (
        "Peru rejected the offer and expelled the Chilean envoy.",
        "expelled: Peru > Chile: * * past asserted",
    ),
    (
        "Austria arrested a Serbian general, who did not resist.",
        "arrested: Austria > Serbia: * * past asserted",
    ),
    (
        "Oslo, which has never joined the union, condemned Hungary.",
        "condemned: Oslo > Hungary: * * past asserted",
    ),
    (
        "Togo attacked Benin because it feared an invasion.",
        "attacked: Togo > Benin: * * past asserted",
    ),
    (
        "Doha criticised Manama without hesitation.",
        "criticised: Doha > Manama: * * past asserted",
    ),
)

DATED: tuple[Case, ...] = (
    ("Togo attacked Benin in 1998.", "attacked: Togo > Benin: * when 1998"),
    ("Peru expelled the envoy of Chile in May 2011.", "expelled: *: * when 2011-05"),
    ("On 9 January 2014, Kenya bombed Somalia.", "bombed: *: * when 2014-01-09"),
    ("Fiji condemned Tonga on March 3, 2009.", "condemned: *: * when 2009-03-03"),
    ("Iraq invaded Kuwait in August 1990.", "invaded: *: * when 1990-08"),
    ("Laos released a Thai pilot yesterday.", "released: *: * when 2020-06-14"),
    ("Mali arrested a Nigerien colonel on Friday.", "arrested: *: * when 2020-06-12"),
    ("Cuba praised Angola last month.", "praised: *: * when 2020-05"),
    ("Qatar threatened Bahrain last year.", "threatened: *: * when 2019"),
    ("Samoa will recognise Kosovo tomorrow.", "recognise: *: * when 2020-06-16"),
    ("Haiti will expel the envoy of Cuba in 2025.", "expel: *: * when 2025"),
    ("In 2003, Chad did not attack Libya.", "attack: *: negative * * * when 2003"),
    ("Malta may sanction Libya in October 2020.", "sanction: *: * when 2020-10"),
    ("Nepal criticised India on 1 June.", "criticised: *: * when 2020-06-01"),
    ("Japan sanctioned Russia in April.", "sanctioned: *: * when 2020-04"),
    ("Two years ago Gabon attacked Mali.", "attacked: *: * when 2018"),
    (
        "Oslo said Minsk had expelled a Norwegian envoy in 2016.",
        "expelled: Minsk > Oslo: * reported by Oslo when 2016",
    ),
    ("Benin has accused Togo since 2018.", "accused: *: *"),
    (
        "Pedro Sanchez met Mario Draghi in Rome on 14 May 2021.",
        "met: *: * when 2021-05-14",
    ),
    (
        "The invasion of Kuwait by Iraq in 1990 shocked Jordan.",
        "invasion: *: * when 1990",
    ),
)

# What the article does not say in its own voice, or not at all: no such plain triple.
UNSAID_RELATIONS: tuple[tuple[str, str], ...] = (
    ("Ana Silva is not the president of Peru.", "leads"),
    ("Ana Silva was never the president of Peru.", "leads"),
    ("Ana Silva may become the president of Peru.", "leads"),
    ("Ana Silva hopes to become the president of Peru.", "leads"),
    ("Ana Silva could be the next president of Peru.", "leads"),
    ("If Ana Silva is the president of Peru, Chile is content.", "leads"),
    ("Is Ana Silva the president of Peru?", "leads"),
    ("Bolivia said that Ana Silva is the president of Peru.", "leads"),
    ("Sources said Ana Silva is the president of Peru.", "leads"),
    ("According to rumours, Ana Silva is the president of Peru.", "leads"),
    ("It is not true that Ana Silva is the president of Peru.", "leads"),
    ("Bolivia denied that Ana Silva is the president of Peru.", "leads"),
    ("Reports that Ana Silva is the president of Peru were false.", "leads"),
    ("Ana Silva pretended to be the president of Peru.", "leads"),
    ("It is possible that Ana Silva is the president of Peru.", "leads"),
    ("There is no evidence that Ana Silva is the president of Peru.", "leads"),
    ("Nobody believes that Ana Silva is the president of Peru.", "leads"),
    ("Ana Silva will not be the president of Peru.", "leads"),
    ("Norway is not a member of the European Union.", "memberOf"),
    ("Norway wants to join the European Union.", "memberOf"),
    ("Norway did not sign the Kyoto Protocol.", "signatoryOf"),
    ("Norway refused to sign the Kyoto Protocol.", "signatoryOf"),
    ("Ana Silva is not the sister of Juan Silva.", "siblingOf"),
    ("Ana Silva is reportedly the sister of Juan Silva.", "siblingOf"),
    ("Ana Silva is said to be the wife of Juan Perez.", "spouseOf"),
)

TABLES = (NEGATED, OPEN, AHEAD, SAID, DONE, DATED)
ALL = tuple(case for table in TABLES for case in table)
NOT_ASSERTED = (*NEGATED, *OPEN, *AHEAD, *SAID)

# ------------------------------------------------------- operators crossed with events

OPERATORS = (
    "{S} did not {b} {O}.",
    "{S} has never {p} {O}.",
    "{S} may {b} {O}.",
    "{S} would have {p} {O}.",
    "{S} should {b} {O}.",
    "{S} wants to {b} {O}.",
    "{S} planned to {b} {O}.",
    "{S} threatened to {b} {O}.",
    "{S} refused to {b} {O}.",
    "{S} failed to {b} {O}.",
    "{S} decided not to {b} {O}.",
    "{S} decided against {g} {O}.",
    "{S} stopped short of {g} {O}.",
    "{S} ruled out {g} {O}.",
    "{S} was close to {g} {O}.",
    "{S} was accused of {g} {O}.",
    "{S} was cleared of {g} {O}.",
    "{S} had no plan to {b} {O}.",
    "{S} is unlikely to {b} {O}.",
    "{S} is thought to have {p} {O}.",
    "{S} allegedly {d} {O}.",
    "{S} nearly {d} {O}.",
    "{S} neither {d} {O} nor apologised.",
    "{S} stayed calm instead of {g} {O}.",
    "{S} stayed calm rather than {b} {O}.",
    "If {S} {d} {O}, prices would rise.",
    "Had {S} {p} {O}, prices would have risen.",
    "Prices will rise provided that {S} does {b} {O}.",
    "It is doubtful whether {S} {d} {O}.",
    "It is untrue that {S} {d} {O}.",
    "There is no sign that {S} {d} {O}.",
    "Reports that {S} had {p} {O} were false.",
    "The rumour that {S} had {p} {O} spread.",
    "Norway denied that {S} had {p} {O}.",
    "Norway doubts that {S} {d} {O}.",
    "Norway demanded that {S} should {b} {O}.",
    "Norway asked {S} to {b} {O}.",
    "Norway dissuaded {S} from {g} {O}.",
    "Norway told {S} not to {b} {O}.",
    "{S}'s refusal to {b} {O} caused anger.",
    "{S} denied {g} {O}.",
    "{S} scrapped plans to {b} {O}.",
    "Sources said {S} had {p} {O}.",
    "{S} had {p} {O}, critics said.",
    "It was reported that {S} had {p} {O}.",
    "Was it {S} that had {p} {O}?",
    "{S} stopped {g} {O}.",
    "{S} gave up {g} {O}.",
    "{S} quit {g} {O}.",
    "{S} had no plans to {b} {O}.",
    "{S} has no intention of {g} {O}.",
    "{S} missed a chance to {b} {O}.",
    "{S}'s inability to {b} {O} was noted.",
    "As rumour has it, {S} had {p} {O}.",
    "As Reuters reported, {S} had {p} {O}.",
    "Word is that {S} had {p} {O}.",
    "Norway guesses {S} had {p} {O}.",
    "Norway is convinced {S} had {p} {O}.",
    "I wish {S} had {p} {O}.",
    "Norway hoped that {S} had {p} {O}.",
    "{S} all but {p} {O}.",
    "{S} has in no way {p} {O}.",
    "{S} did anything but {b} {O}.",
    "{S} had better {b} {O}.",
    "No one saw {S} {b} {O}.",
    "To {b} {O} was never the aim of {S}.",
    "In an alternative history, {S} had {p} {O}.",
    "Before {S} has {p} {O}, Norway must agree.",
    "Should Norway fall, {S} will {b} {O}.",
    "{S} to {b} {O}",
)
NOUN_OPERATORS = (
    "Brazil discussed {N}.",
    "Brazil supports {N}.",
    "Brazil voted for {N}.",
    "Brazil advocates {N}.",
    "Brazil recommended {N}.",
    "Brazil envisages {N}.",
    "Brazil simulated {N}.",
    "Brazil insisted on {N}.",
    "Brazil floated {N}.",
    "Brazil banned {N}.",
    "Brazil is open to {N}.",
    "Brazil would condemn {N}.",
    "Brazil could welcome {N}.",
    "Brazil is bracing for {N}.",
    "Brazil dreads {N}.",
    "Brazil excluded {N}.",
    "Brazil approved {N}.",
    "Brazil invented {N}.",
    "Brazil raised the spectre of {N}.",
    "Brazil signed a petition for {N}.",
    "Brazil's goal is {N}.",
    "The next step is {N}.",
    "The case for {N} is weak.",
    "A motion for {N} failed.",
    "Had there been {N}, Brazil would have acted.",
    "{N} never materialised.",
    "{N} must follow.",
    "{N} is out of the question.",
    "{N} is on the cards.",
    "{N} is to begin in May.",
    "{N} has yet to begin.",
    "{N} looks set to go ahead.",
    "{N} cannot be excluded.",
    "{N} was approved.",
)
NOUNS = (
    ("an attack by Libya on Malta", "attack"),
    ("an expulsion of the Sudanese envoy by Kenya", "expulsion"),
    ("an investigation by Ghana into Togo", "investigation"),
    ("a ban by Niger on the French channel", "ban"),
    ("an arrest of a Peruvian officer by Chile", "arrest"),
)
EVENTS = (
    ("Kenya", "expel", "expelled", "expelled", "expelling", "the Sudanese envoy"),
    ("Libya", "attack", "attacked", "attacked", "attacking", "a Maltese ship"),
    ("Chile", "arrest", "arrested", "arrested", "arresting", "two Peruvian officers"),
    ("Iran", "release", "released", "released", "releasing", "a Danish sailor"),
    ("Ghana", "condemn", "condemned", "condemned", "condemning", "the Ivorian king"),
    ("Oman", "invade", "invaded", "invaded", "invading", "its neighbour Yemen"),
    (
        "Japan",
        "withdraw",
        "withdrew",
        "withdrawn",
        "withdrawing",
        "its envoy from Fiji",
    ),
    ("Cuba", "meet", "met", "met", "meeting", "the Angolan president"),
)


def _crossed() -> dict[str, str]:
    """Sentences, each with the words that would tell its event."""
    verbs = {
        pattern.format(S=s, b=b, d=d, p=p, g=g, O=o): "|".join((b, d, p, g))
        for pattern, (s, b, d, p, g, o) in product(OPERATORS, EVENTS)
    }
    return verbs | {
        text[0].upper() + text[1:]: word
        for pattern, (noun, word) in product(NOUN_OPERATORS, NOUNS)
        for text in [pattern.format(N=noun)]
    }


CROSSED = _crossed()


@pytest.fixture(scope="module")
def readings(read_texts: ReadTexts) -> dict[str, Reading]:
    """The readings of all sentences, by sentence."""
    told = [text for text, *_ in (*ALL, *UNSAID_RELATIONS)]
    return read_texts(sorted({*told, *CROSSED}))


def test_the_tables_are_whole() -> None:
    """There are 300 sentences, at least 100 of them negated or not asserted."""
    texts = [text for text, *_ in (*ALL, *UNSAID_RELATIONS)]
    assert len(set(texts)) == len(texts) >= 300
    assert len(NOT_ASSERTED) + len(UNSAID_RELATIONS) >= 200
    crossed = len(OPERATORS) * len(EVENTS) + len(NOUN_OPERATORS) * len(NOUNS)
    assert len(CROSSED) == crossed >= 700
    assert sum(len(case) > 2 for case in ALL) <= 0.1 * len(ALL)


def _sides(reading: Reading, event: EventFact) -> str:
    """As in "Oslo > Rome", "Lima + Quito", "? > Rome"."""
    who, whom = (
        " + ".join(sorted({str(name_at(reading, span)) for span in spans})) or "?"
        for spans in (event.actors, event.recipients)
    )
    return f"{who} > {whom}" if event.recipients else who


def _said(reading: Reading, event: EventFact) -> str:
    line = stance_line(event.stance, name_at(reading, event.speaker))
    if event.unnamed:
        line = line.rsplit(" ", 1)[0] + f" {event.status}"
    for span in event.relayed_by:
        line += f" via {name_at(reading, span)}"
    when = event.when
    if when is None:
        return line
    days = when.begin if when.begin == when.end else f"{when.begin}/{when.end}"
    return f"{line} when {days}"


def _fits(told: str, wanted: str) -> bool:
    """Whether words agree one by one; each "*" stands for some, or for none at all."""
    left, right = told.split(), wanted.split()
    if not right:
        return not left
    if right[0] == "*":
        rest = " ".join(right[1:])
        return any(_fits(" ".join(left[n:]), rest) for n in range(len(left) + 1))
    same = bool(left) and left[0] == right[0]
    return same and _fits(" ".join(left[1:]), " ".join(right[1:]))


@pytest.mark.parametrize(("text", "expected"), cases(ALL))
def test_a_probe_is_read_as_it_should(
    readings: dict[str, Reading], text: str, expected: str
) -> None:
    """Who, whom, whether it is so, who says it and when are those of the sentence."""
    words, sides, wanted = expected.split(": ", 2)
    reading = readings[text]
    found = told_by(reading, words)
    assert found, f"no event at {words!r}"
    told = [(_sides(reading, e), _said(reading, e)) for e in found]
    assert any(_fits(s, sides) and _fits(t, wanted) for s, t in told), told


@pytest.mark.parametrize(
    ("text", "words"),
    [(text, expected.partition(":")[0]) for text, expected, *_ in NOT_ASSERTED]
    + list(CROSSED.items()),
)
def test_nothing_is_inverted(
    readings: dict[str, Reading], text: str, words: str
) -> None:
    """What is not asserted is never told as done; there is no excuse."""
    found = told_by(readings[text], words)
    assert Status.ASSERTED not in {status_of(event) for event in found}


@pytest.mark.parametrize(("text", "relation"), UNSAID_RELATIONS)
def test_no_plain_triple_is_made_of_what_is_not_said(
    readings: dict[str, Reading], text: str, relation: str
) -> None:
    """A relation in another's voice, denied or open, is no plain fact."""
    plain = [
        fact
        for fact in readings[text].relations
        if fact.relation == relation
        and fact.status is Status.ASSERTED
        and not fact.former
    ]
    assert not plain, relation_lines(readings[text])


def test_the_operators_are_tried_on_events_that_are_found(
    readings: dict[str, Reading],
) -> None:
    """Most crossed sentences tell their event: the test above is no idle one."""
    found = [bool(told_by(readings[t], words)) for t, words in CROSSED.items()]
    assert sum(found) >= 0.75 * len(found)

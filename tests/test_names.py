"""Spellings of one name have one key; names of two persons never have."""

import dataclasses
from functools import cache
from types import MappingProxyType

import pytest
from readings import the_schema

from kg.errors import OntologyError
from kg.model import Verdict
from kg.names import NameKeys, compare
from kg.schema import Individual, Schema, load_schema

PERSON, BODY, PLACE = "Person", "Organization", "Place"

# two spellings of one name
SAME_KEY = [
    (PERSON, "Kim Jong Un", "Kim Jong-un"),
    (PERSON, "Kim Jong-un", "KIM JONG UN"),
    (PERSON, "Kim Jong-un", "Kim Jong-eun"),
    (PERSON, "Kim Jong-un", "Kim Jŏng-ŭn"),
    (PERSON, "Noh Kyu-Duk", "Noh Kyu-duk"),
    (PERSON, "Noh Kyu-duk", "Roh Kyu-duk"),
    (PERSON, "Noh Kyu-duk", "No Kyu Dok"),
    (PERSON, "Cho Myoung-gyon", "Cho Myung-gyun"),
    (PERSON, "Cho Myoung-gyun", "Jo Myong Gyun"),
    (PERSON, "Kim Yo-jong", "Kim Yeo-jeong"),
    (PERSON, "Kim Yo-jong", "Kim Yo Jong"),
    (PERSON, "Kim Yo-jong", "Kim Yojong"),
    (PERSON, "Lee Nak-yon", "Lee Nak-yeon"),
    (PERSON, "Lee Nak-yeon", "Yi Nak-yon"),
    (PERSON, "Moon Jae-in", "Mun Jae-in"),
    (PERSON, "Moon Jae-in", "Jae-in Moon"),
    (PERSON, "Moon Jae-in", "Moon Chae In"),
    (PERSON, "Kim Yong-chol", "Kim Yong Chol"),
    (PERSON, "Kim Yong-chol", "Kim Yeong-cheol"),
    (PERSON, "Kim Yong-chol", "Kim Young-chul"),
    (PERSON, "Baik Tae-hyun", "Paek Tae-hyon"),
    (PERSON, "Ri Son-gwon", "Ri Son Gwon"),
    (PERSON, "Ri Yong-ho", "Lee Yong Ho"),
    (PERSON, "Choe Son Hui", "Choi Sun-hee"),
    (PERSON, "Jang Song Thaek", "Chang Song-taek"),
    (PERSON, "Park Geun-hye", "Pak Kun-hye"),
    (PERSON, "Yoon Suk-yeol", "Yun Sok Yol"),
    (PERSON, "Ban Ki-moon", "Pan Ki Mun"),
    (PERSON, "Suh Hoon", "Seo Hun"),
    (PERSON, "Chung Eui-yong", "Jeong Ui-yong"),
    (PERSON, "Kim Kye Gwan", "Kim Gye-gwan"),
    (PERSON, "Xi Jinping", "Xi Jin-ping"),
    (PERSON, "Mao Zedong", "Mao Tse-tung"),
    (PERSON, "Lee Hsien Loong", "Lee Hsien-loong"),
    (PERSON, "Bashar al-Assad", "Bashar Al Assad"),
    (PERSON, "Bashar al-Assad", "Bashar Assad"),
    (PERSON, "Abdel Fattah el-Sisi", "Abdul-Fattah al-Sisi"),
    (PERSON, "Mohammed bin Salman", "Muhammad bin Salman"),
    (PERSON, "Muammar Gaddafi", "Moammar Gadhafi"),
    (PERSON, "Volodymyr Zelensky", "Volodymyr Zelenskyy"),
    (PERSON, "Volodymyr Zelenskiy", "Volodymyr Zelenskyi"),
    (PERSON, "Sergei Lavrov", "Sergey Lavrov"),
    (PERSON, "Dmitry Medvedev", "Dmitri Medvedev"),
    (PERSON, "Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
    (PERSON, "Lech Wałęsa", "Lech Walesa"),
    (PERSON, "Jean-Claude Juncker", "Jean Claude Juncker"),
    (PERSON, "Beto O'Rourke", "Beto O’Rourke"),
    (PERSON, "Harry S. Truman", "Harry S Truman"),
    (PLACE, "Kaesong", "Gaeseong"),
    (PLACE, "Kaesong", "Kaesŏng"),
    (PLACE, "Pusan", "Busan"),
    (PLACE, "Tongchang-ri", "Dongchang-ri"),
    (PLACE, "Yongbyon", "Yeongbyeon"),
    (PLACE, "Kiev", "Kyiv"),
    (PLACE, "Peking", "Beijing"),
    (BODY, "Ministry of Unification", "Unification Ministry"),
    (BODY, "the Ministry of Unification", "unification ministry"),
    (BODY, "Ministry of Defence", "Defense Ministry"),
    (BODY, "Ministry of Foreign Affairs", "Foreign Ministry"),
    (BODY, "Department of State", "State Department"),
    (BODY, "Foreign & Commonwealth Office", "Foreign and Commonwealth Office"),
    (BODY, "World Health Organisation", "World Health Organization"),
    (BODY, "Labour Party", "Labor Party"),
    (BODY, "Workers' Party of Korea", "Workers’ Party of Korea"),
    (BODY, "Kaesong Industrial Complex", "Gaeseong Industrial Complex"),
    (BODY, "U.S.-ROK Working Group", "South Korea-US working group"),
    (BODY, "U.S. State Department", "Department of State of the United States"),
    (BODY, "Blue House", "Bluehouse"),
    (BODY, "al-Qaeda", "Al Qaida"),
]

# names of two things, however near their letters
OTHER_KEY = [
    (PERSON, "Kim Jong-un", "Kim Jong-nam"),
    (PERSON, "Kim Jong-un", "Kim Jong-il"),
    (PERSON, "Kim Jong-un", "Kim Yo-jong"),
    (PERSON, "Kim Jong-nam", "Kim Jong-il"),
    (PERSON, "Kim Jong-il", "Kim Il-sung"),
    (PERSON, "Kim Yong-chol", "Kim Yo-jong"),
    (PERSON, "Kim Yong-chol", "Kim Yong-nam"),
    (PERSON, "Kim Yong-un", "Kim Yon-gun"),
    (PERSON, "Moon Jae-in", "Moon Chung-in"),
    (PERSON, "Kim Jong-un", "Choe Jong-un"),
    (PERSON, "Ri Son-gwon", "Ri Su-yong"),
    (PERSON, "Lee Nak-yon", "Lee Jae-myung"),
    (PERSON, "Park Geun-hye", "Park Chung-hee"),
    (PERSON, "Xi Jinping", "Xi Zhongxun"),
    (PERSON, "Li Keqiang", "Li Qiang"),
    (PERSON, "Donald Trump", "Melania Trump"),
    (PERSON, "Donald Trump", "Donald Trump Jr."),
    (PERSON, "George W. Bush", "George H. W. Bush"),
    (PERSON, "Hafez al-Assad", "Bashar al-Assad"),
    (PERSON, "Vladimir Putin", "Vladimir Lukin"),
    (PERSON, "Boris Johnson", "Ron Johnson"),
    (PERSON, "Al Gore", "Gore"),
    (PLACE, "Kaesong", "Kusong"),
    (PLACE, "Pyongyang", "PyeongChang"),
    (BODY, "Ministry of Unification", "Ministry of Defence"),
    (BODY, "Bank of Japan", "Bank of Italy"),
    (BODY, "U.S. Embassy", "Russian Embassy"),
    (BODY, "Japan Times", "Times"),
]

SAME, UNSURE, DIFFERENT = Verdict.SAME, Verdict.UNSURE, Verdict.DIFFERENT
# what compare finds where keys differ, and the reason that it must name
WEIGHED = [
    (PERSON, "Donald J. Trump", "Donald Trump", SAME, "middle initial left out"),
    (PERSON, "John R. Bolton", "John Robert Bolton", SAME, "middle initial"),
    (PERSON, "Joe Biden", "Joseph Biden", SAME, "form of the given name"),
    (PERSON, "Joe Biden", "Joseph R. Biden", SAME, "form of the given name"),
    (PERSON, "Antony Blinken", "Tony Blinken", SAME, "form of the given name"),
    (PERSON, "Mike Pompeo", "Michael Pompeo", SAME, "form of the given name"),
    (PERSON, "Sung Kim", "Kim Sung", SAME, "family name first"),
    (PERSON, "Kim Jongun", "Kim Jong-un", SAME, "same letters"),
    (PERSON, "Zhou Enlai", "Chou En-lai", SAME, "same name spelled otherwise"),
    (PERSON, "Najm Shuqair", "Najm al-Shukair", SAME, "same name spelled otherwise"),
    (PERSON, "Bjørn Höcke", "Bjoern Hoecke", SAME, "same name spelled otherwise"),
    (
        PERSON,
        "Zhang Wei",
        "Chang Wei",
        UNSURE,
        "may be the same name spelled otherwise",
    ),
    (
        PERSON,
        "Lee Kun-hee",
        "Lee Geon-hui",
        UNSURE,
        "may be the same name spelled otherwise",
    ),
    (PERSON, "John Smith", "John Smyth", UNSURE, "names that sound alike"),
    (PERSON, "George Bush", "George W. Bush", UNSURE, "same name as several people"),
    (PERSON, "Bob Baker", "Rob Baker", UNSURE, "may be a form of the given name"),
    (PERSON, "Fidel Castro", "Fidel Castro Ruz", UNSURE, "more names of the same"),
    (PERSON, "Robert Mueller", "Robert Mueller III", UNSURE, "numeral left out"),
    (PERSON, "Nguyen Van Thieu", "Nguyen Van Linh", DIFFERENT, "different given names"),
    (PERSON, "Elizabeth II", "Abdullah II", DIFFERENT, "different family names"),
    (PERSON, "Trump Jr.", "Donald Trump", DIFFERENT, "different generations"),
    (PERSON, "Abe Shinzo", "Shinzo Abe", UNSURE, "words in another order"),
    (PERSON, "Yo Jong", "Kim Yo Jong", UNSURE, "given name only"),
    (PERSON, "Kyu-Duk", "Noh Kyu-duk", UNSURE, "given name only"),
    (PERSON, "Moon", "Moon Jae-in", UNSURE, "family name only"),
    (PERSON, "Paek", "Baik Tae-hyun", UNSURE, "family name only"),
    (PERSON, "Trump", "Ivanka Trump", UNSURE, "family name only"),
    (PERSON, "von der Leyen", "Ursula von der Leyen", UNSURE, "family name only"),
    (PERSON, "al-Assad", "Bashar al-Assad", UNSURE, "family name only"),
    (PERSON, "J. Bolton", "John Bolton", UNSURE, "initial of the given name"),
    (PERSON, "Moon", "Moon", UNSURE, "same single name"),
    (PERSON, "Kim Jong-un", "Kim Jong-nam", DIFFERENT, "different given names"),
    (PERSON, "Moon Jae-in", "Lee Jae-in", DIFFERENT, "different family names"),
    (PERSON, "Moon", "Lee Jae-in", DIFFERENT, "different family names"),
    (PERSON, "Donald Trump", "Donald Trump Jr.", DIFFERENT, "different generations"),
    (
        PERSON,
        "George W. Bush",
        "George H. W. Bush",
        DIFFERENT,
        "different middle names",
    ),
    (PERSON, "Joe A. Biden", "Joseph R. Biden", DIFFERENT, "different middle names"),
    (BODY, "KCNA", "Korean Central News Agency", UNSURE, "acronym"),
    (
        BODY,
        "Foreign Ministry",
        "Ministry of Foreign Affairs",
        UNSURE,
        "same common name",
    ),
    (
        BODY,
        "ROK Ministry of Unification",
        "Unification Ministry",
        UNSURE,
        "same name but for the country",
    ),
    (
        BODY,
        "U.S. Embassy",
        "Russian Embassy",
        DIFFERENT,
        "different countries in the name",
    ),
    (BODY, "Bank of Korea", "Bank of Japan", DIFFERENT, "different words"),
    (
        "Country",
        "Republic of Korea",
        "Democratic People's Republic of Korea",
        DIFFERENT,
        "different countries in the name",
    ),
    (BODY, "Reuters", "Yonhap", DIFFERENT, "different words"),
    (BODY, "Yonhap News Agency", "Yonhap", UNSURE, "part of the other name"),
]


@cache
def keys() -> NameKeys:
    """The spelling of the built-in ontology."""
    return NameKeys.from_schema(load_schema())


def test_tables_are_whole() -> None:
    """No pair was lost from the tables, and none stands twice."""
    assert len(SAME_KEY) >= 69
    assert len(OTHER_KEY) >= 28
    assert len(WEIGHED) >= 44
    pairs = [frozenset(row[1:3]) for row in (*SAME_KEY, *OTHER_KEY)]
    assert len(set(pairs)) == len(pairs)


@pytest.mark.parametrize(("cls", "left", "right"), SAME_KEY)
def test_spellings_of_one_name_have_one_key(cls: str, left: str, right: str) -> None:
    """Case, hyphens, accents and romanisation do not change a key."""
    assert keys().key(left, cls) == keys().key(right, cls)


@pytest.mark.parametrize(("cls", "left", "right"), OTHER_KEY)
def test_two_names_have_two_keys(cls: str, left: str, right: str) -> None:
    """Names that differ in more than spelling differ in their keys."""
    assert keys().key(left, cls) != keys().key(right, cls)


@pytest.mark.parametrize(("cls", "left", "right"), OTHER_KEY)
def test_two_names_are_never_found_the_same(cls: str, left: str, right: str) -> None:
    """No sum of reasons makes one person of two."""
    assert compare(left, right, cls, keys()).verdict is not SAME


@pytest.mark.parametrize(("cls", "left", "right", "verdict", "reason"), WEIGHED)
def test_names_are_weighed_with_reasons(
    cls: str, left: str, right: str, verdict: Verdict, reason: str
) -> None:
    """What keys leave open is decided by reasons that have names, in either order."""
    found = compare(left, right, cls, keys())
    assert found.verdict is verdict
    assert reason in (r.name for r in found.reasons)
    assert found == compare(right, left, cls, keys())


def test_a_key_is_readable() -> None:
    """A key shows how the name was understood."""
    assert keys().key("KIM YO JONG", PERSON) == "kim yeo-jeong"
    assert keys().key("the Ministry of Unification", BODY) == "unificationministry"


def test_hangul_stays_whole() -> None:
    """A name in Hangul is not taken apart into letters."""
    assert keys().key("문재인", PERSON) == "문재인"


def test_a_name_without_words_says_nothing() -> None:
    """Punctuation is no name: it speaks neither for nor against."""
    assert compare("--", "Moon Jae-in", PERSON, keys()).reasons == ()
    assert keys().key("  ", PERSON) == ""


def test_reasons_are_parted_into_for_and_against() -> None:
    """Evidence says what spoke for it, what against, and their sum."""
    found = compare("Donald Trump", "Donald Trump Jr.", PERSON, keys())
    assert found.evidence_for == ("same name",)
    assert found.evidence_against == ("different generations",)
    assert found.score == 0.0
    assert found.vetoed


def test_a_word_in_two_spelling_classes_is_refused() -> None:
    """A key may not depend on which of two classes was read first."""
    schema = load_schema()
    extra = _spelling_class("twice", "kyiv", "kijew")
    twice = dataclasses.replace(schema, individuals=(*schema.individuals, extra))
    with pytest.raises(OntologyError, match="'kyiv' stands in"):
        NameKeys.from_schema(twice)


def test_a_spelling_class_is_all_that_a_new_spelling_needs() -> None:
    """Words of a class added to the ontology share a key; before, they did not."""
    schema = load_schema()
    assert keys().key("Timbuktu", PLACE) != keys().key("Tombouctou", PLACE)
    extra = _spelling_class("timbuktu", "timbuktu", "tombouctou")
    more = dataclasses.replace(schema, individuals=(*schema.individuals, extra))
    compiled = NameKeys.from_schema(more)
    assert compiled.key("Timbuktu", PLACE) == compiled.key("Tombouctou", PLACE)


def test_a_spelling_rule_is_all_that_a_new_romanisation_needs() -> None:
    """A language's sign and rules in the ontology unite its spellings; before, not."""
    schema = load_schema()
    assert keys().key("Ion Popescul", PERSON) != keys().key("Ion Popesqul", PERSON)
    sign = _term("ro", "Romanisation", sign=".+es[cq]ul")
    rule = _term("q", "SpellingRule", pattern="q", by="c")
    more = dataclasses.replace(schema, individuals=(*schema.individuals, sign, rule))
    compiled = NameKeys.from_schema(more)
    assert compiled.key("Ion Popesqul", PERSON) == compiled.key("Ion Popescul", PERSON)


RULES = [
    pytest.param(rule, id=rule.id)
    for rule in the_schema().of("SpellingRule")
    if rule.need("language") != "ko"
]


def test_every_spelling_rule_is_tried() -> None:
    """The rules of Russian and Arabic are tried one by one; Korean ones by accents."""
    assert len(RULES) >= 30


@pytest.mark.parametrize("rule", RULES)
def test_a_spelling_rule_unites_its_example(rule: Individual) -> None:
    """The two spellings of an example are one word by the rules, and only with it."""
    language = next(
        r for r in keys().tables.romanisations if r.language == rule.need("language")
    )
    rest = tuple(r for r in language.rules if r.part.pattern != rule.need("pattern"))
    assert len(rest) == len(language.rules) - 1
    bare = dataclasses.replace(language, listed={})
    after = () if rule.one("position") == "family" else ("x",)
    left, right = (("x", word, *after) for word in rule.all("example"))
    assert bare.respell(left) == bare.respell(right)
    less = dataclasses.replace(bare, rules=rest)
    assert less.respell(left) != less.respell(right)


def test_accents_show_mccune_reischauer() -> None:
    """With a breve in the name, a plain "ch" is "j" and "ch'" is not."""
    marked = keys().tables.marked[0]
    assert marked.respell("Chang Sŏng-t'aek") == "jang seong-t'aek"
    assert marked.respell("An Chung-gŭn") == "an jung-geun"
    assert marked.respell("Kim Chang-hwan") == "Kim Chang-hwan"


def test_a_name_keeps_the_family_name_as_written() -> None:
    """A single "Shoygu" is the family of "Sergei Shoygu", however keys write that."""
    for family, name in (("Shoygu", "Sergei Shoygu"), ("Nasser", "Gamal Abdel Nasser")):
        found = compare(family, name, PERSON, keys())
        assert found.evidence_for == ("family name only",)


def test_an_empty_ontology_still_has_keys() -> None:
    """Without spelling classes, case and hyphens are all that a key forgives."""
    empty = NameKeys.from_schema(Schema((), (), load_schema().folder, ""))
    assert empty.key("Kim Yo-jong", PERSON) == empty.key("KIM YO JONG", PERSON)
    assert empty.key("Kim Yo-jong", PERSON) != empty.key("Kim Yeo-jeong", PERSON)


def _term(name: str, kind: str, **values: str) -> Individual:
    properties = MappingProxyType(
        {"language": ("ro",), **{key: (value,) for key, value in values.items()}}
    )
    return Individual(name, f"https://example.org/{name}", kind, properties, "x")


def _spelling_class(name: str, *words: str) -> Individual:
    properties = MappingProxyType({"position": ("word",), "words": words})
    return Individual(
        name, f"https://example.org/{name}", "SpellingClass", properties, "x"
    )

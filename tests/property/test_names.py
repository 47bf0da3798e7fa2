"""What holds of every name: keys are their own keys, and comparing is fair."""

from itertools import combinations

from hypothesis import example, given
from hypothesis import strategies as st
from readings import the_schema

from kg.model import Verdict
from kg.names import NameKeys, compare, weigh_names

CLASSES = st.sampled_from(["Person", "Organization", "Place", "Nonsense"])
WORDS = st.sampled_from(
    [
        *("Kim", "Jong-un", "Jong", "Un", "Yo", "Lee", "Moon", "Jae-in", "Yojong"),
        *(
            "Mao",
            "Tse-tung",
            "Chou",
            "al-Assad",
            "el",
            "bin",
            "J.",
            "Jr.",
            "III",
            "the",
        ),
        *(
            "Ministry",
            "of",
            "Foreign",
            "Affairs",
            "U.S.",
            "ROK",
            "&",
            "Zelenskyy",
            "ise",
        ),
        *(
            "Kaesong",
            "kae",
            "song",
            "Summit",
            "2018",
            "working",
            "group",
            "İ",
            "ß",
            "文",
        ),
        *("Teng", "Hsiao-p'ing", "Kai-shek", "Chang", "Kao-li", "Ch'ing", "Lee"),
        *("Sergey", "Lavrov", "Yeltsin", "Yuliya", "Tchaikovskii", "Vladimirovich"),
        *("Abdul", "Aziz", "ar-Rahman", "Nouri", "ibn", "Qasem", "Haniyeh", "Hussein"),
        *("Kŏn-hŭi", "Chŏng", "Syngman", "Schröder", "Schroeder", "Đinđić", "Nguyễn"),
    ]
)
NAMES = st.one_of(
    st.lists(WORDS, max_size=5).map(" ".join),
    st.text(max_size=12),
    st.text(alphabet="aeio kjngu-.'’", max_size=20),
)


KEYS = NameKeys.from_schema(the_schema())
PEOPLE = tuple(
    (entry.id, name)
    for entry in the_schema().of("GazetteerEntry")
    if "Person" in entry.all("class")
    for name in sorted({*entry.all("label"), *entry.all("altLabel")})
)


@given(NAMES, CLASSES)
@example("U.S.-ROK Working Group", "Organization")
@example("Ministry of the Ministry", "Organization")
def test_a_key_is_its_own_key(name: str, cls: str) -> None:
    """Reading a key as a name gives the key again."""
    key = KEYS.key(name, cls)
    assert KEYS.key(key, cls) == key


@given(NAMES, CLASSES)
def test_case_and_space_do_not_matter(name: str, cls: str) -> None:
    """Capitals and space around a name change nothing."""
    key = KEYS.key(name, cls)
    assert KEYS.key(f"  {name} ", cls) == key
    assert KEYS.key(name.upper().lower(), cls) == KEYS.key(name.lower(), cls)


@given(st.lists(WORDS, min_size=1, max_size=4), CLASSES)
@example(["Hu", "Yao", "pang"], "Person")
@example(["Bashar", "al", "Assad"], "Person")
@example(["Al", "Momani"], "Person")
def test_hyphens_do_not_matter(words: list[str], cls: str) -> None:
    """A key is the same with hyphens for the spaces between words, and capitals."""
    name = " ".join(words).replace("-", " ")
    assert KEYS.key(name.replace(" ", "-"), cls) == KEYS.key(name, cls)
    assert KEYS.key(name.title(), "Person") == KEYS.key(name.lower(), "Person")


@given(NAMES, NAMES, CLASSES)
def test_comparing_is_symmetric(left: str, right: str, cls: str) -> None:
    """Evidence does not depend on which name comes first."""
    assert compare(left, right, cls, KEYS) == compare(right, left, cls, KEYS)


@given(NAMES, CLASSES)
def test_nothing_speaks_against_a_name_and_itself(name: str, cls: str) -> None:
    """A name is never different from itself."""
    found = compare(name, name, cls, KEYS)
    assert found.evidence_against == ()
    assert not found.reasons or found.verdict is not Verdict.DIFFERENT


@given(NAMES, NAMES, CLASSES)
def test_equal_keys_are_never_at_odds(left: str, right: str, cls: str) -> None:
    """One key means that nothing in the names speaks against one thing."""
    if KEYS.key(left, cls) == KEYS.key(right, cls):
        assert compare(left, right, cls, KEYS).evidence_against == ()


def test_no_two_people_of_the_gazetteer_are_one() -> None:
    """No key is shared by two people, and no comparing finds two of them the same."""
    assert len({person for person, _ in PEOPLE}) >= 400
    read = [(person, KEYS.read(name, "Person")) for person, name in PEOPLE]
    owner: dict[str, str] = {}
    for person, name in read:
        assert owner.setdefault(name.key, person) == person
    wrong = [
        (one, other)
        for (one, left), (other, right) in combinations(read, 2)
        if one != other and weigh_names(left, right, KEYS).verdict is Verdict.SAME
    ]
    assert wrong == []

"""A person's word stands above all evidence: merge, split, rename, and what is told."""

import json
from pathlib import Path

import pytest
from chains import Said, keys, reading, said, schema

from kg import pipeline
from kg.curation import FILE, Curation, Entry, Pointer, quoted, read_curation
from kg.entities import Combined, combine_curated
from kg.entities.review import review, sentence
from kg.errors import CurationError, NotFound, UsageError
from kg.model import Chain, Judgement, Kind, Link, Reading, Span, Verdict
from kg.pipeline import Options, add, build, rebuild, remove
from kg.store import stored_run
from kg.verify import verify

SAME_FILES = ("articles.jsonl", "graph.html", "graph.json", "graph.nq", "graph.ttl")


def written(tmp_path: Path, text: str) -> Curation:
    """The decisions of a file with that text."""
    path = tmp_path / FILE
    path.write_text(text, encoding="utf-8")
    return read_curation(path)


def curated(
    tmp_path: Path, text: str, *articles: tuple[Said, ...] | Reading
) -> Combined:
    """Articles a1, a2, ... combined under the decisions of a file."""
    readings = [
        row if isinstance(row, Reading) else reading(f"a{number}", *row)
        for number, row in enumerate(articles, 1)
    ]
    return combine_curated(readings, schema(), written(tmp_path, text), keys=keys())


def homes(found: Combined) -> dict[str, list[str]]:
    """Of each entity, by id, its mentions as "a1 Moon"."""
    return {
        entity.id: [f"{m.article} {m.mention.words}" for m in entity.mentions]
        for entity in found.graph.entities
    }


def decided(found: Combined) -> list[Judgement]:
    """The judgements that a person made."""
    return [j for j in found.graph.judgements if j.rule == "curation"]


# ------------------------------------------------------------------------ the file


def test_a_file_is_read_in_its_order(tmp_path: Path) -> None:
    """Entries have their kind, names, label and reason, and know where they stand."""
    found = written(
        tmp_path,
        """
        [[merge]]
        names = ["Ana Diaz", { article = "a2", words = "Diaz", nth = 2 }]
        reason = "one \\"Ana\\""
        [[merge]]
        names = ["Peru", "Lima"]
        label = "Peru"
        [[split]]
        names = ["Ana Diaz", { article = "a3", words = "Ana Diaz" }]
        [[rename]]
        name = "Ana Diaz"
        label = "Ana María Díaz"
        """,
    )
    wheres = [entry.where.rpartition(": ")[2] for entry in found.entries]
    assert wheres == ["merge 1", "merge 2", "split 1", "rename 1"]
    first, second, third, fourth = found.entries
    assert first.names == (Pointer("Ana Diaz"), Pointer("Diaz", "a2", 2))
    assert (first.reason, first.label) == ('one "Ana"', None)
    assert (second.label, third.names[1]) == ("Peru", Pointer("Ana Diaz", "a3"))
    assert (fourth.names, fourth.label) == ((Pointer("Ana Diaz"),), "Ana María Díaz")
    assert found.digest


def test_no_file_decides_nothing(tmp_path: Path) -> None:
    """A file that does not exist, and an empty one, have no entries."""
    assert read_curation(tmp_path / FILE) == Curation()
    assert written(tmp_path, "").entries == ()


ENTRIES = (
    Entry("", "merge", (Pointer("Ana"), Pointer('D"i\\az', "a 2", 1)), None, "why\n"),
    Entry("", "split", (Pointer("Ana", "a1"), Pointer("Ana", "a2")), "Ana the elder"),
    Entry("", "rename", (Pointer("https://example.org/e/ana"),), "Ana\u00a0Díaz"),
)


@pytest.mark.parametrize("entry", ENTRIES, ids=[e.kind for e in ENTRIES])
def test_an_entry_is_read_as_it_is_written(entry: Entry, tmp_path: Path) -> None:
    """What kg review offers to paste is what the file is read as."""
    (found,) = written(tmp_path, entry.toml()).entries
    parts = (found.kind, found.names, found.label, found.reason)
    assert parts == (entry.kind, entry.names, entry.label, entry.reason)
    assert len(ENTRIES) == 3


def test_strings_are_written_as_toml_reads_them() -> None:
    """Quotes, backslashes and what cannot be printed are escaped, letters are not."""
    assert quoted('a"b\\c\n김') == '"a\\"b\\\\c\\U0000000A김"'


WRONG = [
    ("[[merge]]\nnames = [", "mend the file"),
    ("[[join]]\nnames = []", "'join'|join is no kind of entry; use [[merge]]"),
    ('merge = "Ana"', "merge must stand in two pairs of brackets"),
    ("merge = [1]", "merge 1 is no table"),
    ('[[merge]]\nnames = ["Ana"]', "merge 1 needs two names or more"),
    ('[[merge]]\nname = "Ana"', "merge 1 has the key 'name'; it may have label"),
    ('[[merge]]\nnames = ["Ana", "Ana"]', "merge 1 names the same twice"),
    ('[[merge]]\nnames = ["Ana", 7]', 'merge 1 has 7 for a name; write "Jane Doe"'),
    ('[[merge]]\nnames = ["Ana", " "]', "merge 1 has ' ' for a name"),
    ('[[split]]\nnames = ["Ana", { article = "a" }]', "split 1 has {'article': 'a'}"),
    (
        '[[split]]\nnames = ["A", { article = "a", words = "A", nth = 0 }]',
        "nth from 1, or left out",
    ),
    ('[[rename]]\nname = "Ana"', 'rename 1 has no label; add label = "..."'),
    ('[[rename]]\nname = "Ana"\nlabel = ""', "rename 1 has no text for label"),
    ('[[rename]]\nlabel = "Ana"', "rename 1 has None for a name"),
    ('[[merge]]\nnames = ["A", "B"]\nreason = 1', "merge 1 has no text for reason"),
]


@pytest.mark.parametrize(("text", "told"), WRONG)
def test_a_wrong_file_names_file_entry_and_cure(
    text: str, told: str, tmp_path: Path
) -> None:
    """What cannot be understood is an error before any work."""
    with pytest.raises(CurationError) as caught:
        written(tmp_path, text)
    assert str(tmp_path / FILE) in str(caught.value)
    assert told.rpartition("|")[2] in str(caught.value)
    assert len(WRONG) == 15


# ------------------------------------------------------------------------- decisions


def test_a_merge_joins_what_the_evidence_keeps_apart(tmp_path: Path) -> None:
    """All mentions are one entity's, and the judgement says who decided, and why."""
    text = '[[merge]]\nnames = ["Jo Park", "Josephine Parker"]\nreason = "a pen name"'
    found = curated(tmp_path, text, (said("Jo Park"),), (said("Josephine Parker"),))
    assert homes(found) == {"jo-park": ["a1 Jo Park", "a2 Josephine Parker"]}
    (judgement,) = decided(found)
    assert judgement.verdict is Verdict.SAME
    assert judgement.evidence_for == ("a person decided: a pen name",)
    assert found.unheeded == ()


def test_a_merge_of_what_is_one_already_is_kept(tmp_path: Path) -> None:
    """A person may confirm what the evidence says."""
    text = '[[merge]]\nnames = ["Ana Diaz", { article = "a2", words = "ANA DIAZ" }]'
    found = curated(tmp_path, text, (said("Ana Diaz"),), (said("ANA DIAZ"),))
    assert list(homes(found)) == ["ana-diaz"]
    assert [j.evidence_for for j in decided(found)] == [("a person decided",)]


def test_a_merge_may_give_the_label(tmp_path: Path) -> None:
    """The label of the entry makes the id; the other names are aliases."""
    text = '[[merge]]\nnames = ["Jo Park", "Jo Parker"]\nlabel = "Joan Park"'
    found = curated(tmp_path, text, (said("Jo Park"),), (said("Jo Parker"),))
    (entity,) = found.graph.entities
    assert (entity.id, entity.label) == ("joan-park", "Joan Park")
    assert entity.aliases == ("Jo Park", "Jo Parker")


def test_a_mention_stands_for_its_entity_in_a_merge(tmp_path: Path) -> None:
    """Where a label means two, article and words say which."""
    text = '[[merge]]\nnames = ["Omar Sy", { article = "a2", words = "Sy" }]'
    found = curated(tmp_path, text, (said("Omar Sy"),), (said("Sy"),), (said("Sy"),))
    assert list(homes(found).values()) == [["a1 Omar Sy", "a2 Sy"], ["a3 Sy"]]


def test_a_split_takes_an_article_out(tmp_path: Path) -> None:
    """The chain of the second name leaves, its pronouns and short names with it."""
    text = (
        '[[split]]\nnames = ["Ana Diaz", { article = "a2", words = "Ana Diaz" }]\n'
        'reason = "her niece"\nlabel = "Ana Diaz the younger"'
    )
    articles = ((said("Ana Diaz"),), (said("Ana Diaz", "Diaz"),), (said("Ana Diaz"),))
    found = curated(tmp_path, text, *articles)
    assert homes(found) == {
        "ana-diaz": ["a1 Ana Diaz", "a3 Ana Diaz"],
        "ana-diaz-the-younger": ["a2 Ana Diaz", "a2 Diaz"],
    }
    (judgement,) = decided(found)
    assert judgement.verdict is Verdict.DIFFERENT
    assert judgement.evidence_against == ("a person decided: her niece",)
    told = {(j.left.article, j.right.article) for j in found.graph.judgements}
    assert told == {("a1", "a2"), ("a1", "a3")}


def test_a_split_parts_two_names_of_one_entity(tmp_path: Path) -> None:
    """The alias leaves in every article that calls it so."""
    text = '[[split]]\nnames = ["Donald Trump", "Donald J. Trump"]'
    rows = [(said("Donald Trump"),), (said("Donald J. Trump"),)]
    found = curated(tmp_path, text, *rows, *rows)
    assert list(homes(found).values()) == [
        ["a2 Donald J. Trump", "a4 Donald J. Trump"],
        ["a1 Donald Trump", "a3 Donald Trump"],
    ]


def test_a_split_parts_one_chain(tmp_path: Path) -> None:
    """One mention that coreference got wrong can be taken out by its number."""
    text = (
        '[[split]]\nnames = ["Ana Diaz", { article = "a1", words = "Diaz", nth = 2 }]'
    )
    found = curated(tmp_path, text, (said("Ana Diaz", "Diaz", "Diaz"),))
    assert list(homes(found).values()) == [["a1 Ana Diaz", "a1 Diaz"], ["a1 Diaz"]]
    assert [e.label for e in found.graph.entities] == ["Ana Diaz", "Diaz"]


def test_what_is_split_from_a_known_thing_is_not_known(tmp_path: Path) -> None:
    """The part that leaves loses the gazetteer's id, and its label."""
    text = '[[split]]\nnames = ["South Korea", { article = "a2", words = "Seoul" }]'
    seoul = said("Seoul", cls="Country", entry="south-korea")
    found = curated(tmp_path, text, (seoul,), (seoul,))
    told = [(e.id, e.label, e.entry) for e in found.graph.entities]
    assert told == [
        ("seoul", "Seoul", None),
        ("south-korea", "South Korea", "south-korea"),
    ]


def test_a_split_of_what_is_apart_is_kept(tmp_path: Path) -> None:
    """A person may confirm that two are two; the doubt is gone from the review."""
    rows = ((said("Sy"),), (said("Omar Sy"),))
    text = '[[split]]\nnames = ["Sy", "Omar Sy"]'
    found = curated(tmp_path, text, *rows)
    assert len(found.graph.entities) == 2
    assert [j.verdict for j in decided(found)] == [Verdict.DIFFERENT]
    assert found.unheeded == ()


def test_splits_come_before_merges(tmp_path: Path) -> None:
    """A chain moves from one entity to another by a split and a merge."""
    text = """
    [[merge]]
    names = ["Ana Diaz", { article = "a3", words = "Eva Ruiz" }]
    [[split]]
    names = ["Eva Ruiz", { article = "a3", words = "Eva Ruiz" }]
    """
    found = curated(
        tmp_path, text, (said("Ana Diaz"),), (said("Eva Ruiz"),), (said("Eva Ruiz"),)
    )
    assert list(homes(found).values()) == [
        ["a1 Ana Diaz", "a3 Eva Ruiz"],
        ["a2 Eva Ruiz"],
    ]


def test_a_rename_gives_label_and_id(tmp_path: Path) -> None:
    """The old label becomes an alias, and other entries may use either."""
    text = """
    [[rename]]
    name = "https://example.org/e/kim-yo-jong"
    label = "Kim Yeo-jeong"
    [[merge]]
    names = ["Kim Yeo-jeong", "first sister"]
    """
    sister = said(nominals=("the first sister",))
    found = curated(tmp_path, text, (said("Kim Yo-jong"),), (sister,))
    (entity,) = found.graph.entities
    assert (entity.id, entity.label) == ("kim-yeo-jeong", "Kim Yeo-jeong")
    assert "Kim Yo-jong" in entity.aliases
    assert found.unheeded == ()


UNHEEDED = [
    ('[[merge]]\nnames = ["Ana Diaz", "Eva Ruis"]', "near: Eva Ruiz"),
    ('[[rename]]\nname = "Sy"\nlabel = "Omar Sy"', "may be sy-a1, sy-a2; give the id"),
    (
        '[[merge]]\nnames = ["Ana Diaz", { article = "a9", words = "Sy" }]',
        "the article 'a9', which is not in the graph",
    ),
    (
        '[[merge]]\nnames = ["Ana Diaz", { article = "a1", words = "Say" }]',
        "'Say' names nothing in article 'a1'; near: Sy",
    ),
    (
        '[[merge]]\nnames = ["Ana Diaz", { article = "a1", words = "Sy", nth = 2 }]',
        "number 2 of 'Sy' names nothing in article 'a1'",
    ),
    ('[[split]]\nnames = ["Ana Diaz", "ana-diaz"]', "names the same mentions twice"),
    (
        '[[merge]]\nnames = ["Ana Diaz", "Eva Ruiz"]\n'
        '[[split]]\nnames = ["Ana Diaz", "Eva Ruiz"]',
        "would join what split 1 keeps apart",
    ),
    (
        '[[rename]]\nname = "Ana Diaz"\nlabel = "Ana"\n'
        '[[rename]]\nname = "Ana Diaz"\nlabel = "Anna"',
        "is called 'Ana' by an entry before",
    ),
]


@pytest.mark.parametrize(("text", "told"), UNHEEDED)
def test_an_entry_that_cannot_be_followed_is_told(
    text: str, told: str, tmp_path: Path
) -> None:
    """It changes nothing, and names file and entry, what is wrong, and the cure."""
    rows = ((said("Ana Diaz"), said("Sy")), (said("Eva Ruiz"), said("Sy")))
    found = curated(tmp_path, text, *rows)
    (skipped,) = found.unheeded
    assert skipped.where.startswith(f"{tmp_path / FILE}: ")
    assert told in skipped.reason
    assert len(found.graph.entities) == 4
    assert len(UNHEEDED) == 8


def test_the_order_of_articles_does_not_matter(tmp_path: Path) -> None:
    """Curation is part of the input: the same input gives the same graph."""
    text = (
        '[[merge]]\nnames = ["Sy", "Omar Sy"]\n'
        '[[split]]\nnames = ["Ana Diaz", { article = "a2", words = "Ana Diaz" }]'
    )
    rows = [
        reading("a1", said("Ana Diaz"), said("Sy")),
        reading("a2", said("Ana Diaz"), said("Omar Sy")),
    ]
    one, other = curated(tmp_path, text, *rows), curated(tmp_path, text, *rows[::-1])
    assert one == other
    assert one.unheeded == ()


# ------------------------------------------------------- what one article itself says


def test_the_names_of_a_chain_are_explained(tmp_path: Path) -> None:
    """Each name beside the fullest has a judgement with the rule that joined it."""
    told = reading("a1", said("Ana Diaz", "Diaz", "Diaz"))
    rows = told.chains[0].mentions
    rules = ("name", "part of name", "part of name")
    links = tuple(
        Link(mention.span, rule, "Ana Diaz")
        for mention, rule in zip(rows, rules, strict=True)
    )
    (chain,) = told.chains
    linked = Chain(chain.mentions, chain.cls, chain.name, links=links)
    found = curated(tmp_path, "", Reading(told.article, (linked,), (), ()))
    (judgement,) = found.graph.judgements
    assert (judgement.left.mention.words, judgement.right.mention.words) == (
        "Ana Diaz",
        "Diaz",
    )
    assert (judgement.rule, judgement.verdict) == ("part of name", Verdict.SAME)
    assert judgement.evidence_for == ("part of name: Ana Diaz",)
    assert all(m.kind is Kind.NAME for m in rows)


# ----------------------------------------------------------------------- the review


def test_the_least_certain_comes_first(tmp_path: Path) -> None:
    """Pairs are sorted by how near they came to the other verdict."""
    found = curated(
        tmp_path,
        "",
        (said("Ana Maria Diaz"), said("Kim Jong-un")),
        (said("Ana Diaz"), said("Kim Jong Un")),
    )
    doubts = review(found.graph, keys())
    assert [d.distance for d in doubts] == [0.5, 1.0]
    assert [d.left is d.right for d in doubts] == [False, True]
    assert ["Ana" in context for context in doubts[0].contexts] == [True, True]


@pytest.mark.parametrize("rows", [("Ana Maria Diaz", "Ana Diaz"), ("Sy", "Omar Sy")])
def test_the_entry_of_a_pair_turns_it_over(
    rows: tuple[str, str], tmp_path: Path
) -> None:
    """What the review offers to paste makes one of two, and two of one."""
    articles = tuple((said(name, title="mayor", country="peru"),) for name in rows)
    for _ in range(2):
        before = curated(tmp_path, "", *articles)
        (doubt,) = review(before.graph, keys())
        after = curated(tmp_path, doubt.entry.toml(), *articles)
        assert {len(before.graph.entities), len(after.graph.entities)} == {1, 2}
        assert after.unheeded == ()
        assert review(after.graph, keys()) == ()
        articles = (*articles, *articles)[:2]


def test_the_entry_names_mentions_where_labels_say_too_little(tmp_path: Path) -> None:
    """Two of one name are told apart by article, and by number within one."""
    found = curated(tmp_path, "", (said("Ana Diaz"),), (said("Ana Diaz"),))
    (doubt,) = review(found.graph, keys())
    assert doubt.entry.names == (Pointer("Ana Diaz"), Pointer("Ana Diaz", "a2"))


SENTENCES = [
    ("One came. Two saw it! Three left.", "Two", "Two saw it!"),
    ("One came.\nTwo saw\nit.", "Two", "Two saw"),
    ("Then Gov. Diaz came. She spoke.", "Diaz", "Then Gov. Diaz came."),
    ("“It rains.” J. Ruiz left.", "Ruiz", "J. Ruiz left."),
    ("Alone", "Alone", "Alone"),
]


@pytest.mark.parametrize(("text", "words", "expected"), SENTENCES)
def test_a_context_is_about_a_sentence(text: str, words: str, expected: str) -> None:
    """Stops after short words with a capital end none; line breaks do."""
    start = text.index(words)
    assert sentence(text, Span(start, start + len(words))) == expected
    assert len(SENTENCES) == 5


# ----------------------------------------------------------------------- the folder

ONE = "Emmanuel Macron met Olaf Scholz in Oslo on Monday. Macron praised Scholz."
TWO = "Emmanuel Macron visited Kenya on Tuesday. Kenya thanked Macron."
MERGE = '[[merge]]\nnames = ["Emmanuel Macron", "Olaf Scholz"]\nreason = "a joke"\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A graph of two articles, two persons in it."""
    source = tmp_path / "in"
    source.mkdir()
    (source / "one.txt").write_text(ONE, encoding="utf-8")
    (source / "two.txt").write_text(TWO, encoding="utf-8")
    build([str(source)], tmp_path / "out")
    return tmp_path / "out"


def bytes_of(place: Path) -> dict[str, bytes]:
    """What must be the same in two builds of one input."""
    return {name: (place / name).read_bytes() for name in SAME_FILES}


def labels(built: pipeline.Built) -> set[str]:
    """The labels of all entities."""
    return {entity.label for entity in built.graph.entities}


@pytest.mark.model
def test_a_curation_survives_builds_adds_and_removals(folder: Path) -> None:
    """It holds until it is changed, and every road to a set gives the same bytes."""
    source = folder.parent / "in"
    (folder / FILE).write_text(MERGE, encoding="utf-8")
    assert "Olaf Scholz" not in labels(rebuild(folder))
    whole = bytes_of(folder)
    assert verify(folder, schema()) == ()
    assert "Olaf Scholz" not in labels(build([str(source)], folder))
    assert bytes_of(folder) == whole
    assert "Olaf Scholz" not in labels(remove(folder, ["two"]))
    assert verify(folder, schema()) == ()
    assert "Olaf Scholz" not in labels(add(folder, [str(source / "two.txt")]))
    assert bytes_of(folder) == whole
    fresh = folder.parent / "fresh"
    options = Options(curation=folder / FILE)
    build([str(source)], fresh, options=options)
    assert bytes_of(fresh) == whole
    assert (fresh / FILE).read_text(encoding="utf-8") == MERGE
    (folder / FILE).unlink()
    assert "Olaf Scholz" in labels(rebuild(folder))


@pytest.mark.model
def test_an_entry_whose_article_is_gone_is_told(folder: Path) -> None:
    """The rest is built; run.json says why the entry is not in force."""
    (folder / FILE).write_text(MERGE, encoding="utf-8")
    built = remove(folder, ["one"])
    (skipped,) = built.skipped
    assert skipped.where == f"{folder / FILE}: merge 1"
    assert "'Olaf Scholz' names nothing in the graph" in skipped.reason
    (entry,) = json.loads(json.dumps(stored_run(folder)["curation"]))["entries"]
    assert (entry["entry"], entry["toml"]) == ("merge 1", MERGE)
    assert entry["problem"] == skipped.reason


@pytest.mark.model
def test_decisions_are_not_written_over(folder: Path) -> None:
    """A second file beside another curation is refused before the work."""
    (folder / FILE).write_text(MERGE, encoding="utf-8")
    other = folder.parent / "other.toml"
    other.write_text(MERGE.replace("joke", "fact"), encoding="utf-8")
    with pytest.raises(UsageError, match="says other than"):
        rebuild(folder, options=Options(curation=other))
    with pytest.raises(NotFound, match=r"nowhere\.toml: no such file"):
        rebuild(folder, options=Options(curation=Path("nowhere.toml")))
    assert (folder / FILE).read_text(encoding="utf-8") == MERGE


@pytest.mark.model
def test_a_folder_with_decisions_alone_may_be_built_into(tmp_path: Path) -> None:
    """A person may take the graph away and keep the work."""
    (tmp_path / "one.txt").write_text(ONE, encoding="utf-8")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / FILE).write_text(MERGE, encoding="utf-8")
    built = build([str(tmp_path / "one.txt")], tmp_path / "out")
    assert "Olaf Scholz" not in labels(built)
    assert (tmp_path / "out" / FILE).read_text(encoding="utf-8") == MERGE

"""Folders of graphs: whose they are, what is in them, and what survives a failure."""

import errno
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO

import pytest

from kg.errors import ForeignFolder, StoreError, UsageError
from kg.model import Article, Chain, Kind, Mention, Reading, Span
from kg.rdf import to_nquads, to_turtle
from kg.schema import load_schema
from kg.store import (
    READINGS,
    articles_to_jsonl,
    check_folder,
    claim_folder,
    claimed,
    is_ours,
    load_reading,
    open_graph,
    save,
    save_reading,
    stored_articles,
    stored_base,
    stored_run,
    write_all,
    write_atomically,
)
from tests.graphs import TALKS, diplomacy, empty, told

SCHEMA = load_schema()
GRAPH = diplomacy()
FILES = ("articles.jsonl", "graph.json", "graph.nq", "graph.ttl", "run.json")
READING = Reading(
    TALKS,
    (Chain((Mention(Span(0, 9), "President", Kind.NOMINAL, "Person"),), "Person", ""),),
    (),
    (),
)


def names(folder: Path) -> list[str]:
    """What lies in a folder, readings apart."""
    return sorted(path.name for path in folder.iterdir() if path.name != READINGS)


def test_a_saved_graph_is_opened_as_it_was(tmp_path: Path) -> None:
    """Saving and opening is the identity, base and run included."""
    base = "https://example.org/x/"
    save(GRAPH, tmp_path / "g", SCHEMA, base=base, run={"version": "1.2"})
    assert open_graph(tmp_path / "g") == GRAPH
    assert stored_base(tmp_path / "g") == base
    assert stored_run(tmp_path / "g")["version"] == "1.2"


def test_a_folder_holds_the_contracts_files(tmp_path: Path) -> None:
    """All files are there, with the line ends and the content of their writers."""
    save(GRAPH, tmp_path, SCHEMA, run={})
    assert names(tmp_path) == sorted(FILES)
    assert (tmp_path / "graph.nq").read_bytes() == to_nquads(GRAPH, SCHEMA).encode()
    assert (tmp_path / "graph.ttl").read_bytes() == to_turtle(GRAPH, SCHEMA).encode()
    assert stored_articles(tmp_path) == GRAPH.articles


def test_the_page_is_written_with_the_others(tmp_path: Path) -> None:
    """A page that is given becomes graph.html; without one, the file is let be."""
    save(GRAPH, tmp_path, SCHEMA, run={}, page="<p>Größe</p>\n")
    save(GRAPH, tmp_path, SCHEMA, run={})
    assert (tmp_path / "graph.html").read_bytes() == "<p>Größe</p>\n".encode()


def test_saving_again_gives_the_same_bytes(tmp_path: Path) -> None:
    """Nothing of the day, the machine or the folder's name is in a result."""
    save(GRAPH, tmp_path / "a", SCHEMA, run={})
    save(empty(), tmp_path / "b", SCHEMA, run={})
    save(GRAPH, tmp_path / "b", SCHEMA, run={})
    for name in FILES:
        one, two = (tmp_path / folder / name for folder in "ab")
        assert one.read_bytes() == two.read_bytes()


SEEDED = """
from hashlib import sha256
from kg import graph, rdf, store, tables
from kg.schema import load_schema
from tests.graphs import diplomacy
found, schema = diplomacy(), load_schema()
texts = [rdf.export(found, schema, form) for form in rdf.FORMATS]
texts += [graph.to_node_link(found, schema), store.articles_to_jsonl(found.articles)]
for form in tables.FORMATS:
    texts += tables.export(found, schema, form).values()
print(len(texts), *(sha256(text.encode()).hexdigest() for text in texts))
"""


def test_the_seed_of_hashes_does_not_matter() -> None:
    """Every format has the same bytes in processes that hash differently."""
    root = Path(__file__).resolve().parent.parent
    outputs = {
        subprocess.run(
            [sys.executable, "-B", "-c", SEEDED],
            cwd=root,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert len(outputs) == 1
    assert outputs.pop().startswith("19 ")


def test_an_articles_line_has_all_that_is_known_of_it() -> None:
    """Every field is kept, furniture too; what is not known is left out."""
    first, second, third = articles_to_jsonl(GRAPH.articles).split("\n")[:-1]
    assert json.loads(first)["furniture"][0]["reason"] == "newsletter"
    assert json.loads(first)["url"] == TALKS.url
    assert set(json.loads(second)) == {"id", "text", "published", "source"}
    assert "메모" in third
    shuffled = tuple(reversed(GRAPH.articles))
    assert articles_to_jsonl(shuffled) == articles_to_jsonl(GRAPH.articles)


def test_a_line_separator_does_not_split_an_article(tmp_path: Path) -> None:
    """U+2028 stands in JSON as it is, and is no line end."""
    article = Article("a", "one\u2028two\x85three\r\nfour")
    save(replace(empty(), articles=(article,)), tmp_path, SCHEMA, run={})
    assert stored_articles(tmp_path) == (article,)


# ------------------------------------------------------------------ whose it is


def test_a_new_folder_is_made_and_marked(tmp_path: Path) -> None:
    """A folder that was claimed is ours, also before a graph is in it."""
    folder = claim_folder(tmp_path / "new" / "deep")
    assert is_ours(folder)
    assert claim_folder(folder) == folder


def test_looking_at_a_folder_makes_nothing(tmp_path: Path) -> None:
    """What may be written to is not touched by the question."""
    check_folder(tmp_path / "new")
    check_folder(tmp_path)
    assert list(tmp_path.iterdir()) == []


def _failing(folder: Path, *, reading: bool) -> None:
    """Work in a claimed folder that fails, before or after a reading was kept."""
    with claimed(folder):
        assert is_ours(folder)
        if reading:
            save_reading(folder, "key", READING)
        raise KeyError


def test_a_claim_is_given_back_when_the_work_fails(tmp_path: Path) -> None:
    """What claiming made is removed, parents too; what the work wrote stays."""
    folder = tmp_path / "new" / "deep"
    with pytest.raises(KeyError):
        _failing(folder, reading=False)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(KeyError):
        _failing(folder, reading=True)
    assert load_reading(folder, "key") == READING
    assert is_ours(folder)


def test_a_folder_that_was_ours_stays_ours(tmp_path: Path) -> None:
    """Failing in a folder that was claimed before takes nothing from it."""
    claim_folder(tmp_path)
    with pytest.raises(KeyError), claimed(tmp_path):
        raise KeyError
    assert is_ours(tmp_path)
    with claimed(tmp_path / "other"):
        pass
    assert is_ours(tmp_path / "other")


def test_an_empty_folder_may_be_used(tmp_path: Path) -> None:
    """Nothing is lost by writing into an empty folder."""
    assert not is_ours(tmp_path)
    claim_folder(tmp_path)
    assert is_ours(tmp_path)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("thesis.docx", "years of work"),
        ("run.json", "{}"),
        ("run.json", '{"format": "of another program"}'),
        ("run.json", "[1"),
        ("graph.nq", ""),
    ],
)
def test_a_foreign_folder_is_refused(tmp_path: Path, name: str, content: str) -> None:
    """What kg did not write is not written over, and stays as it is."""
    (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(ForeignFolder, match="-o"):
        save(GRAPH, tmp_path, SCHEMA, run={})
    assert [p.name for p in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_text(encoding="utf-8") == content


def test_a_foreign_folder_of_readings_is_refused(tmp_path: Path) -> None:
    """A folder of that name alone does not make it ours."""
    (tmp_path / READINGS).mkdir()
    (tmp_path / READINGS / "poem.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError):
        claim_folder(tmp_path)


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    """A path that is a file, or lies under one, is refused by name."""
    file = tmp_path / "file"
    file.write_text("x", encoding="utf-8")
    with pytest.raises(ForeignFolder, match="file"):
        claim_folder(file)
    with pytest.raises(StoreError, match="cannot be made"):
        claim_folder(file / "below")


# --------------------------------------------------------------- what can fail


class _FullDisk:
    """A disk with room for some writes and then none."""

    def __init__(self, room: int) -> None:
        self.room = room

    def fsync(self, _: int) -> None:
        """Flush, or say that the disk is full."""
        self.room -= 1
        if self.room < 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize("room", range(len(FILES)))
def test_a_full_disk_leaves_the_old_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, room: int
) -> None:
    """Whichever file cannot be written, all old ones stay, and no other is left."""
    save(told(), tmp_path, SCHEMA, run={})
    before = {name: (tmp_path / name).read_bytes() for name in FILES}
    # the mark of the folder is flushed before, and the folder with it
    monkeypatch.setattr("os.fsync", _FullDisk(room + 2).fsync)
    with pytest.raises(StoreError, match=r"No space left.*-o"):
        save(GRAPH, tmp_path, SCHEMA, run={})
    assert {name: (tmp_path / name).read_bytes() for name in FILES} == before
    assert names(tmp_path) == sorted(FILES)
    assert open_graph(tmp_path) == told()


def test_an_interrupted_rename_names_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message says which file could not be put in its place."""

    def refuse(_: Path, target: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(target))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(StoreError, match=r"graph\.html: cannot be written"):
        write_atomically(tmp_path / "graph.html", "page")
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    """Writing into a folder that is gone is an error of kg."""
    with pytest.raises(StoreError, match="gone"):
        write_all({tmp_path / "gone" / "file": b"data"})


def test_half_a_surrogate_pair_is_told(tmp_path: Path) -> None:
    """What is no text cannot be written as UTF-8; the message shows where it is."""
    with pytest.raises(StoreError, match="U\\+D800 after 'before '"):
        write_atomically(tmp_path / "file", "before \ud800")
    assert list(tmp_path.iterdir()) == []


def test_a_file_may_be_replaced_while_it_is_read(tmp_path: Path) -> None:
    """A reader keeps the old content, a new one gets the new."""
    path = tmp_path / "file"
    write_atomically(path, "old")
    with opened(path) as file:
        write_atomically(path, "new")
        assert file.read() == "old"
    assert path.read_text(encoding="utf-8") == "new"


def opened(path: Path) -> IO[str]:
    """A file open for reading."""
    return path.open(encoding="utf-8")


# What is done to a good folder, and the file that the message must name.
DAMAGE = {
    "no run": ("run.json", None),
    "run of another": ("run.json", "{}"),
    "run is no JSON": ("run.json", "{"),
    "no articles": ("articles.jsonl", None),
    "article without text": ("articles.jsonl", '{"id": "a"}\n'),
    "article with more": ("articles.jsonl", '{"id": "a", "text": "", "mood": 1}\n'),
    "article of numbers": ("articles.jsonl", '{"id": 1, "text": "x"}\n'),
    "article cut off": ("articles.jsonl", '{"id": "a", "te'),
    "no quads": ("graph.nq", None),
    "quads cut off": ("graph.nq", "<a:b> <a:b"),
    "not UTF-8": ("graph.nq", b"\xff\xfe"),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_folder_is_told(tmp_path: Path, damage: str) -> None:
    """Opening says which file is wrong, and how to mend it."""
    assert len(DAMAGE) >= 11
    name, content = DAMAGE[damage]
    save(GRAPH, tmp_path, SCHEMA, run={})
    (tmp_path / name).unlink()
    if content is not None:
        data = content if isinstance(content, bytes) else content.encode()
        (tmp_path / name).write_bytes(data)
    with pytest.raises(StoreError, match=rf"{name}.*(build|give)"):
        open_graph(tmp_path)


# ------------------------------------------------------------------- readings


def test_a_reading_is_kept_under_its_key(tmp_path: Path) -> None:
    """A key may be any text; another key has no reading."""
    claim_folder(tmp_path)
    save_reading(tmp_path, "../a b", READING)
    assert load_reading(tmp_path, "../a b") == READING
    assert load_reading(tmp_path, "a b") is None
    assert names(tmp_path) == []


def test_a_kept_reading_is_json(tmp_path: Path) -> None:
    """People can look at what was read."""
    claim_folder(tmp_path)
    save_reading(tmp_path, "key", READING)
    text = (tmp_path / READINGS / "key.json").read_text(encoding="utf-8")
    assert json.loads(text)["reading"]["article"]["id"] == "border-talks"


def damaged(data: bytes) -> Iterator[bytes]:
    """A file cut off, emptied, or with one byte changed, at many places."""
    yield from (b"", b"{}", b"null", b"\xff", data[:-1], data + b" ")
    for at in range(0, len(data), 7):
        yield data[:at]
        yield data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


def test_a_damaged_reading_counts_as_absent(tmp_path: Path) -> None:
    """No damage to a cached file gives another reading, or an error."""
    claim_folder(tmp_path)
    save_reading(tmp_path, "key", READING)
    path = tmp_path / READINGS / "key.json"
    cases = list(damaged(path.read_bytes()))
    assert len(cases) >= 200
    for data in cases:
        path.write_bytes(data)
        assert load_reading(tmp_path, "key") in (None, READING)
    path.write_bytes(b"")
    assert load_reading(tmp_path, "key") is None

"""Inputs to articles: formats, bad input, furniture, dates and the language gate."""

import io
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, Store

from kg.errors import OntologyError, UsageError
from kg.model import Article, Skipped
from kg.read import FurnitureCues, Inputs, read_articles

LEXICON = Path(__file__).parents[1] / "ontology" / "lexicon" / "furniture.ttl"
KG = "https://w3id.org/newskg/ontology#"

LEAD = (
    "The fishing fleets of Norland and Westmark went back to the Amber Strait on "
    "Monday, two days after both had left it over a quarrel about quotas."
)
BODY = (
    "A spokeswoman for the harbour office of Port Ellis said that four boats had "
    "come back before noon and that the others were expected in the evening."
)
ENDING = (
    "It was not clear whether the two sides would meet again before the end of the "
    "month, as they had agreed to do in the spring."
)
ARTICLE = f"Fleets return to the strait\n\n{LEAD}\n\n{BODY}\n\n{ENDING}"

Read = Callable[..., Inputs]


def _lexicon() -> Iterator[tuple[str, tuple[str, ...], str]]:
    store = Store()
    store.load(path=str(LEXICON), format=RdfFormat.TURTLE)
    subjects = {quad.subject for quad in store}
    for subject in sorted(subjects, key=str):
        quads = list(store.quads_for_pattern(subject, None, None))
        values: dict[str, list[str]] = {}
        for quad in quads:
            local = quad.predicate.value.removeprefix(KG)
            assert isinstance(quad.object, Literal | NamedNode)
            values.setdefault(local, []).append(quad.object.value)
        yield values["kind"][0], tuple(sorted(values["words"])), values["example"][0]


CUES = FurnitureCues.of((kind, words) for kind, words, _ in _lexicon())


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Write files by name, and read them or the inputs given."""

    def run(files: dict[str, bytes | str], *given: str, **options: object) -> Inputs:
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            data = content.encode() if isinstance(content, str) else content
            path.write_bytes(data)
        inputs = [str(tmp_path / name) for name in given or files]
        return read_articles(inputs, cues=CUES, **options)  # type: ignore[arg-type]

    return run


def one(inputs: Inputs) -> Article:
    """The only article; nothing was skipped."""
    assert inputs.skipped == ()
    assert len(inputs.articles) == 1
    return inputs.articles[0]


def record(**fields: object) -> str:
    """A line of JSON with an article, some of its fields replaced."""
    return json.dumps({"id": "a1", "text": ARTICLE, **fields}) + "\n"


def marked(text: str) -> list[tuple[str, str]]:
    """The furniture of a text, as (reason, words)."""
    line = json.dumps({"id": "a1", "text": text}).encode()
    article = one(read_articles(["-"], cues=CUES, stdin=io.BytesIO(line)))
    return [(block.reason, block.span.cut(text)) for block in article.furniture]


def dated(text: str) -> str | None:
    """The date that a text is given without any other source."""
    line = json.dumps({"id": "a1", "text": text}).encode()
    return one(read_articles(["-"], cues=CUES, stdin=io.BytesIO(line))).published


# ------------------------------------------------------------------- formats


def test_text_file_is_an_article_named_by_its_stem(read: Read) -> None:
    """The text of a .txt file is the article, its stem the id."""
    article = one(read({"fleets.v2.txt": ARTICLE}))
    assert article == Article(id="fleets.v2", text=ARTICLE)


def test_markdown_without_front_matter_is_named_by_its_stem(read: Read) -> None:
    """A .md file needs no front matter."""
    article = one(read({"fleets.md": f"# Fleets\n\n{LEAD}"}))
    assert (article.id, article.text) == ("fleets", f"# Fleets\n\n{LEAD}")


def test_front_matter_gives_the_fields(read: Read) -> None:
    """The text of a .md file begins after its front matter, whose id wins."""
    front = (
        "---\nid: port-7\ntitle: 'Fleets: back'\npublished: 2019-03-25\n"
        "url: https://post.example/7\nsource: Harbour Post\nlanguage: en\n"
        "author: Ana Lima\ntags: [sea, trade]\n---\n"
    )
    article = one(read({"x.md": f"{front}\n{ARTICLE}\n"}))
    assert article == Article(
        id="port-7",
        text=f"\n{ARTICLE}\n",
        published="2019-03-25",
        title="Fleets: back",
        url="https://post.example/7",
        source="Harbour Post",
        author="Ana Lima",
        language="en",
    )


FRONT_MATTER = [
    ("crlf", "---\r\nid: a\r\n---\r\n", {"id": "a"}),
    ("dots", "---\nid: a\n...\n", {"id": "a"}),
    ("octal", "---\nid: 0123\n---\n", {"id": "0123"}),
    ("word", "---\nid: no\n---\n", {"id": "no"}),
    ("null", "---\ntitle: null\nurl: ~\nauthor:\n---\n", {"id": "x", "title": None}),
    ("zone", "---\npublished: 2019-03-25T01:30:00+09:00\n---\n", {}),
    ("folded", "---\ntitle: >\n  Fleets\n  return\n---\n", {"title": "Fleets return"}),
    ("tag", "---\ntitle: !!python/name:os.system x\n---\n", {"title": "x"}),
    ("anchor", "---\nid: &a b\ntitle: *a\n---\n", {"id": "b", "title": "b"}),
]


@pytest.mark.parametrize(
    ("front", "fields"), [c[1:] for c in FRONT_MATTER], ids=[c[0] for c in FRONT_MATTER]
)
def test_front_matter_is_read_as_written(
    read: Read, front: str, fields: dict[str, str | None]
) -> None:
    """YAML values are words: nothing becomes a number, a flag or another time zone."""
    article = one(read({"x.md": front + LEAD}))
    assert article.text == LEAD
    assert {name: getattr(article, name) for name in fields} == fields
    if "published" in front:
        assert article.published == "2019-03-25"


def test_there_are_enough_cases_of_front_matter() -> None:
    """The table of front matter is not empty by mistake."""
    assert len(FRONT_MATTER) >= 9


NO_FRONT_MATTER = [
    f"---\n{LEAD}\n---\n{BODY}",
    f"---\n\n{LEAD}",
    f"---\nlayout: post\n---\n{LEAD}",
    f"---\nlayout: post\n{LEAD}",
    f"---\n\ntitle: x\n{LEAD}",
    f"--- id: a\n---\n{LEAD}",
    f"\n---\nid: a\n---\n{LEAD}",
]


@pytest.mark.parametrize("text", NO_FRONT_MATTER)
def test_a_rule_is_no_front_matter(read: Read, text: str) -> None:
    """What holds none of our fields, or does not begin the file, stays text."""
    article = one(read({"x.md": text}))
    assert (article.id, article.text) == ("x", text)


def test_there_are_enough_texts_without_front_matter() -> None:
    """The table of rules is not empty by mistake."""
    assert len(NO_FRONT_MATTER) >= 7


def test_json_line_gives_the_fields(read: Read) -> None:
    """A line of .jsonl is an article; unknown fields are ignored, null is absent."""
    fields = {
        "title": " Fleets return ",
        "published": "2019-03-25T23:59:00Z",
        "url": "https://post.example/7",
        "source": "Harbour Post",
        "language": "en-GB",
        "author": None,
        "topic": ["sea"],
    }
    article = one(read({"a.jsonl": record(id=" a1 ", **fields)}))
    assert article == Article(
        id="a1",
        text=ARTICLE,
        published="2019-03-25",
        title="Fleets return",
        url="https://post.example/7",
        source="Harbour Post",
        language="en-GB",
    )


PAGE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Fleets return to the strait | Harbour Post</title>
<meta property="og:title" content="Fleets return to the strait">
<meta property="og:site_name" content="Harbour Post">
<meta name="author" content="Ana Lima">
<meta property="article:published_time" content="2019-03-25T01:30:00+09:00">
<meta property="article:modified_time" content="2019-04-02T01:30:00+09:00">
<link rel="canonical" href="https://post.example/2019/03/fleets"></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sea">Seafaring</a></li></ul></nav>
<article><h1>Fleets return to the strait</h1><p>{LEAD}</p>
<p>{BODY} 항구는<br>열려 있었다.</p><p>{ENDING}</p></article>
<aside class="author-bio"><h3>About the author</h3>
<p>Ana Lima has covered harbours and trade for the Post since the year 2009.</p></aside>
<section id="comments"><h3>2 Comments</h3><div class="comment"><b>skipper</b>
Thu, 03/28/2019 - 21:59<p>What a heap of nonsense this quarrel has been.</p></div>
</section><footer>Copyright 2019 Harbour Post. All rights reserved.</footer>
</body></html>"""


def test_page_is_the_article_alone(read: Read) -> None:
    """Of an .html file the article is kept; site, comments and biography are not."""
    article = one(read({"fleets.HTML": PAGE}))
    for kept in (LEAD, BODY, "항구는", ENDING):
        assert kept in article.text
    for left in ("Seafaring", "About the author", "2009", "skipper", "rights reserved"):
        assert left not in article.text


def test_page_gives_its_metadata(read: Read) -> None:
    """Title, date of publication, url, author and site come from the page's head."""
    article = one(read({"fleets.html": PAGE}, published="2001-01-01"))
    assert article.id == "fleets"
    assert article.title == "Fleets return to the strait"
    assert article.published == "2019-03-25"
    assert article.url == "https://post.example/2019/03/fleets"
    assert (article.author, article.source) == ("Ana Lima", "Harbour Post")


def test_blocks_of_a_page_are_apart(read: Read) -> None:
    """Paragraphs of a page are set apart by a blank line, sentences are not torn."""
    page = f"<p>{LEAD}</p><p>The quarrel is about<br>quotas.</p><p>{BODY}</p>"
    article = one(read({"fragment.htm": page}))
    assert article.text == f"{LEAD}\n\nThe quarrel is about\nquotas.\n\n{BODY}"


def test_page_reads_the_same_twice(read: Read) -> None:
    """Extraction keeps no memory of the pages before."""
    assert read({"fleets.html": PAGE}) == read({"fleets.html": PAGE})


def test_byte_order_mark_is_dropped(read: Read) -> None:
    """A byte-order mark is no part of a text, in any format."""
    mark = b"\xef\xbb\xbf"
    files = {
        "a.txt": mark + LEAD.encode(),
        "b.md": mark + f"---\nid: b\n---\n{LEAD}".encode(),
        "c.jsonl": mark + record(id="c", text=LEAD).encode(),
    }
    assert [a.text for a in read(files).articles] == [LEAD, LEAD, LEAD]


LINE_ENDS = ["\n", "\r\n", "\r", "\u2028", "\x0b", "\x85", "\n\r"]


@pytest.mark.parametrize("end", LINE_ENDS)
def test_line_ends_are_kept(read: Read, end: str) -> None:
    """The text holds the very code points of the file."""
    text = f"{LEAD}{end}{end}{BODY}{end}"
    assert one(read({"a.txt": text})).text == text
    line = json.dumps({"id": "a", "text": text}, ensure_ascii=False)
    assert one(read({"a.jsonl": line}, "a.jsonl")).text == text


def test_there_are_enough_line_ends() -> None:
    """The table of line ends is not empty by mistake."""
    assert len(LINE_ENDS) >= 7


def test_json_lines_may_have_blank_lines_and_crlf(read: Read) -> None:
    """Blank lines and CRLF between records are nothing."""
    lines = f"\r\n{record(id='b').strip()}\r\n\n{record(id='a')}"
    assert [a.id for a in read({"x.jsonl": lines}).articles] == ["a", "b"]


# ------------------------------------------------------------------- sources


def test_folder_is_read_recursively_and_sorted(read: Read) -> None:
    """A folder gives all articles below it, by id; other and hidden files are not."""
    files = {
        "in/z.txt": LEAD,
        "in/sub/a.md": LEAD,
        "in/sub/deep/m.TXT": LEAD,
        "in/photo.jpg": b"\xff\xd8\xff",
        "in/notes.pdf": b"%PDF",
        "in/.hidden.txt": LEAD,
        "in/.git/b.txt": LEAD,
    }
    inputs = read(files, "in")
    assert [a.id for a in inputs.articles] == ["a", "m", "z"]
    assert inputs.skipped == ()


def test_files_of_other_endings_are_left_aside(read: Read) -> None:
    """They are told by name, once each, and are no skipped inputs; hidden ones not."""
    files = {
        "in/a.txt": LEAD,
        "in/img.png": b"\x89PNG\0",
        "in/deep/elf.bin": b"\x7fELF\0",
        "in/LICENSE": "free",
        "in/.hidden.png": b"\0",
    }
    inputs = read(files, "in", "in/*", "in/deep/../*")
    assert [a.id for a in inputs.articles] == ["a"]
    assert inputs.skipped == ()
    names = sorted(Path(name).name for name in inputs.left_aside)
    assert names == ["LICENSE", "elf.bin", "img.png"]
    assert read({"in/a.txt": LEAD}, "in/a.txt").left_aside == ()


def test_a_folder_of_other_endings_has_no_article(read: Read) -> None:
    """Where nothing can be read, the endings that can be are told."""
    with pytest.raises(UsageError, match=r"no article in it; .*\.txt"):
        read({"pictures/img.png": b"\x89PNG\0"}, "pictures")


def test_glob_is_expanded(read: Read) -> None:
    """Globs match files and folders; other endings are left aside."""
    files = {
        "n1.txt": LEAD,
        "n2.txt": LEAD,
        "n3.csv": "x",
        "nd/n4.md": LEAD,
        "o.txt": LEAD,
    }
    assert [a.id for a in read(files, "n*").articles] == ["n1", "n2", "n4"]
    assert [a.id for a in read(files, "**/*.md").articles] == ["n4"]
    assert [a.id for a in read(files, "n[2].txt").articles] == ["n2"]


def test_file_whose_name_looks_like_a_glob_is_a_file(read: Read) -> None:
    """A name that exists is taken as it is."""
    assert [
        a.id for a in read({"n[1].txt": LEAD, "n1.txt": LEAD}, "n[1].txt").articles
    ] == ["n[1]"]


def test_stdin_is_json_lines() -> None:
    """The input - reads JSON Lines from the stream; places are named stdin:line."""
    stream = io.BytesIO(f"{record()}nonsense\n".encode())
    inputs = read_articles(["-"], cues=CUES, stdin=stream)
    assert [a.id for a in inputs.articles] == ["a1"]
    assert [s.where for s in inputs.skipped] == ["stdin:2"]


def test_order_of_inputs_does_not_matter(read: Read) -> None:
    """The same inputs give the same articles and records in any order."""
    files = {
        "b.txt": LEAD,
        "a.jsonl": record(id="b", text=BODY) + record(id="c"),
        "d.jsonl": record(id="c", text=BODY) + "[]\n",
    }
    names = list(files)
    expected = read(files, *names)
    assert len(expected.skipped) == 3
    assert read(files, *reversed(names)) == expected
    assert read(files, *names, *names) == expected


def test_a_file_named_twice_is_read_once(read: Read) -> None:
    """A bad file met as a file, in its folder and by a glob is one record."""
    inputs = read(
        {"in/a.txt": b"\xff", "in/b.txt": LEAD}, "in", "in/*", "in/../in/a.txt"
    )
    assert [a.id for a in inputs.articles] == ["b"]
    assert len(inputs.skipped) == 1


WRONG_USE = [
    ("none.txt", "none.txt: no such file"),
    ("none*.txt", "none*.txt: no article"),
    ("empty", "empty: no article"),
    ("pictures", "pictures: no article"),
    ("**x/*.txt", "not a glob"),
    ("a\0b.txt", "no such file"),
    ("x" * 5000, "no such file"),
]


@pytest.mark.parametrize(("given", "message"), WRONG_USE)
def test_input_that_matches_nothing_is_wrong_use(
    read: Read, tmp_path: Path, given: str, message: str
) -> None:
    """An INPUT that is not there, or holds no article file, is named in an error."""
    (tmp_path / "empty").mkdir()
    files = {"good.txt": LEAD, "pictures/a.jpg": "x"}
    with pytest.raises(UsageError) as caught:
        read(files, "good.txt", given)
    assert message in str(caught.value)


def test_there_are_enough_cases_of_wrong_use() -> None:
    """The table of wrong inputs is not empty by mistake."""
    assert len(WRONG_USE) >= 7


@pytest.mark.parametrize("inputs", [[], [""]])
def test_no_input_is_wrong_use(inputs: list[str]) -> None:
    """No INPUT, and an empty one, are refused; the current folder is not meant."""
    with pytest.raises(UsageError, match="INPUT"):
        read_articles(inputs, cues=CUES)


@pytest.mark.parametrize("published", ["yesterday", "2019-02-30", "2019", "25/03/2019"])
def test_published_must_be_an_iso_date(read: Read, published: str) -> None:
    """The date for all articles is an ISO date."""
    with pytest.raises(UsageError, match="ISO date"):
        read({"a.txt": LEAD}, published=published)


# ----------------------------------------------------------------- bad input

GOOD = record(id="good")
DEEP = "[" * 200_000
BAD_FILES: list[tuple[str, str, bytes, str]] = [
    ("latin-1", "a.txt", b"caf\xe9 society", "not UTF-8 (byte 0xe9 at 3)"),
    ("latin-1 page", "a.html", b"<p>caf\xe9</p>", "not UTF-8 (byte 0xe9 at 6)"),
    ("cut off", "a.md", "문".encode()[:2], "not UTF-8"),
    ("surrogate bytes", "a.txt", b"x \xed\xa0\x80", "not UTF-8 (byte 0xed at 2)"),
    ("utf-16", "a.txt", "fleets".encode("utf-16"), "binary (NUL byte at 3)"),
    ("empty", "a.txt", b"", "empty"),
    ("empty md", "a.md", b"", "empty"),
    ("empty page", "a.html", b"", "empty"),
    ("empty jsonl", "a.jsonl", b"", "empty"),
    ("blank", "a.txt", b" \n\t\r\n", "empty"),
    ("blank jsonl", "a.jsonl", b"\n\r\n  \n", "empty"),
    ("only a mark", "a.txt", b"\xef\xbb\xbf", "empty"),
    ("no words", "a.txt", "--- !? … ---".encode(), "empty: no words"),
    ("front matter only", "a.md", b"---\nid: a\n---\n", "empty: no words"),
    ("binary", "a.txt", b"\x7fELF\0\0\1", "binary (NUL byte at 4)"),
    ("binary jsonl", "a.jsonl", b"\x1f\x8b\0\n\0\n\0\n", "binary (NUL byte at 2)"),
    ("too long", "a.txt", b"fleet " * 200_000, "1,200,000 characters"),
    ("unclosed", "a.md", b"---\ntitle: x\nText", "front matter is not closed"),
    ("unclosed, CRLF", "a.md", b"---\r\nid: a\r\n\r\nText", "is not closed"),
    ("unclosed, more", "a.txt", b"---\nlayout: x\nid: a\n# T", "is not closed"),
    ("unclosed, alone", "a.md", b"---\nid: a", "front matter is not closed"),
    ("broken yaml", "a.md", b"---\nid: a: b\n---\nx y", "front matter is no YAML"),
    ("yaml twice", "a.md", b"---\nid: a\nid: b\n---\nx y", "front matter is no YAML"),
    ("yaml deep", "a.md", b"---\nid: " + b"[" * 9000 + b"\n---\nx", "front matter"),
    ("yaml list", "a.md", b"---\nid: [a]\n---\nx y", "field 'id' is a list"),
    ("yaml date", "a.md", b"---\npublished: May 5\n---\nx y", "no ISO date: 'May 5'"),
    ("page of links", "a.html", b"<html><body></body></html>", "no article text found"),
    ("deep page", "a.html", b"<p>" + b"<b>" * 50_000 + b"x y z", "no article text"),
    ("wrong ending", "a.pdf", b"%PDF-1.4", "files ending in .pdf are not read"),
    ("no ending", "README", b"text", "files ending in nothing are not read"),
    (
        "korean",
        "a.txt",
        "어선들이 월요일에 돌아왔다.".encode(),
        "not English (detected: ko)",
    ),
]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [c[1:] for c in BAD_FILES],
    ids=[c[0] for c in BAD_FILES],
)
def test_bad_file_is_one_record_and_the_rest_is_read(
    read: Read, tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    """A file that cannot be read is one Skipped with name, reason and cure."""
    inputs = read({name: content, "good.jsonl": GOOD})
    assert [a.id for a in inputs.articles] == ["good"]
    (skipped,) = inputs.skipped
    assert skipped.where == str(tmp_path / name)
    assert reason in skipped.reason
    assert ";" in skipped.reason


BAD_LINES: list[tuple[str, bytes | str, str]] = [
    ("not json", "fleets", "not JSON (Expecting value, column 1)"),
    ("cut off", '{"id": "a", "text": "x', "not JSON (Unterminated string"),
    ("two objects", '{"id": "a"} {"id": "b"}', "not JSON (Extra data, column 13)"),
    ("single quotes", "{'id': 'a'}", "not JSON"),
    ("raw tab", b'{"id": "a", "text": "x\ty"}', "not JSON (Invalid control character"),
    ("number too long", '{"id": ' + "9" * 5000 + "}", "not JSON"),
    ("deep", '{"id": ' + DEEP, "JSON nested too deep"),
    ("deep list", DEEP, "JSON nested too deep"),
    ("list", '["a", "text"]', "not a JSON object"),
    ("string", '"text"', "not a JSON object"),
    ("number", "12", "not a JSON object"),
    ("null", "null", "not a JSON object"),
    ("no text", '{"id": "a"}', "field 'text' is missing"),
    ("null text", '{"id": "a", "text": null}', "field 'text' is missing"),
    ("empty text", record(text=""), "empty"),
    ("blank text", record(text=" \n "), "empty"),
    ("number for text", record(text=7), "field 'text' is a number"),
    ("list for text", record(text=["a"]), "field 'text' is a list"),
    ("object for text", record(text={"a": 1}), "field 'text' is an object"),
    ("flag for text", record(text=True), "field 'text' is true or false"),
    ("no id", json.dumps({"text": LEAD}), "no id"),
    ("null id", record(id=None), "no id"),
    ("empty id", record(id=""), "no id"),
    ("blank id", record(id="  "), "no id"),
    ("number for id", record(id=7), "field 'id' is a number"),
    ("list for id", record(id=["a"]), "field 'id' is a list"),
    ("two-line id", record(id="a\nb"), "control character (U+000A)"),
    ("bell in id", record(id="a\x07b"), "control character (U+0007)"),
    ("separator in id", record(id="a\u2028b"), "control character (U+2028)"),
    ("number for title", record(title=7), "field 'title' is a number"),
    ("list for url", record(url=["x"]), "field 'url' is a list"),
    ("object for source", record(source={}), "field 'source' is an object"),
    ("flag for author", record(author=False), "field 'author' is true or false"),
    ("number for published", record(published=2019), "field 'published' is a number"),
    ("words for published", record(published="last Friday"), "no ISO date"),
    ("no such day", record(published="2019-02-30"), "no ISO date: '2019-02-30'"),
    ("half a date", record(published="2019-03"), "no ISO date"),
    (
        "half a pair in text",
        record(text="x \ud800 y"),
        "half a surrogate pair (U+D800) at 2",
    ),
    ("half a pair in id", record(id="a\udfff"), "half a surrogate pair (U+DFFF) at 1"),
    ("half a pair in title", record(title="\ud800"), "field 'title' holds half"),
    ("nul in text", record(text="x\0y"), "NUL character at 1"),
    ("nul in title", record(title="x\0y"), "NUL character at 1"),
    ("raw nul", b'{"id": "a", "text": "x\0y"}', "binary (NUL byte at 22 of the line)"),
    ("not utf-8", b'{"id": "a", "text": "\xe9"}', "not UTF-8 (byte 0xe9 at 21 of the"),
    ("too long", record(text="fleet " * 350_000), "2,100,000 characters"),
    ("just too long", record(text="a" * 1_000_001), "1,000,001 characters"),
    ("two megabytes of junk", "x" * 2_000_000, "not JSON"),
    ("language", record(language="ko"), "not English (language: ko)"),
    ("language by name", record(language="German"), "not English (language: German)"),
    ("number for language", record(language=1), "field 'language' is a number"),
    (
        "korean",
        record(text="어선들이 월요일에 돌아왔다."),
        "not English (detected: ko)",
    ),
    ("russian", record(text="Рыбаки вернулись."), "not English (detected: "),
    ("duplicate id", record(id="good", text=BODY), "duplicate id 'good'"),
]


@pytest.mark.parametrize(
    ("line", "reason"), [c[1:] for c in BAD_LINES], ids=[c[0] for c in BAD_LINES]
)
def test_bad_line_is_one_record_and_the_rest_is_read(
    read: Read, tmp_path: Path, line: bytes | str, reason: str
) -> None:
    """A line that is no article is one Skipped with file, line, reason and cure."""
    bad = line.encode() if isinstance(line, str) else line
    content = GOOD.encode() + bad.rstrip(b"\n") + b"\n" + record(id="last").encode()
    inputs = read({"a.jsonl": content})
    assert [a.id for a in inputs.articles] == ["good", "last"]
    (skipped,) = inputs.skipped
    assert skipped.where == f"{tmp_path / 'a.jsonl'}:2"
    assert reason in skipped.reason
    assert ";" in skipped.reason


def test_there_are_enough_bad_inputs() -> None:
    """The tables of bad input hold every kind of fault."""
    assert len(BAD_FILES) >= 27
    assert len(BAD_LINES) >= 53


def test_text_of_a_million_characters_is_read(read: Read) -> None:
    """The longest text that is read has 1,000,000 characters."""
    assert len(one(read({"a.txt": "ab \n" * 250_000})).text) == 1_000_000


def test_control_characters_are_kept_in_text(read: Read) -> None:
    """Control characters other than NUL are part of a text."""
    text = f"{LEAD}\x01\x07\x1b[0m \x7f\x9f\ufeff\uffff {BODY}"
    assert one(read({"a.txt": text})).text == text


def test_duplicate_id_names_the_first_place(read: Read, tmp_path: Path) -> None:
    """Of two texts with one id the first by place is kept, and the other says so."""
    inputs = read({"a.txt": LEAD, "b.jsonl": record(id="a", text=BODY)})
    assert [a.text for a in inputs.articles] == [LEAD]
    (skipped,) = inputs.skipped
    assert skipped.where == f"{tmp_path / 'b.jsonl'}:1"
    assert str(tmp_path / "a.txt") in skipped.reason


def test_same_id_and_text_is_one_article(read: Read) -> None:
    """An article that comes twice is read once, without a record."""
    article = one(read({"a.jsonl": record(title="First") + record(title="Second")}))
    assert article.title == "First"


def test_file_that_may_not_be_read_is_skipped(
    read: Read, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file without permission is a record; the others are read."""
    opened = Path.open

    def refuse(path: Path, mode: str = "r") -> object:
        if path.stem == "closed" and mode == "rb":
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, mode)

    monkeypatch.setattr(Path, "open", refuse)
    inputs = read({"closed.jsonl": GOOD, "closed.txt": LEAD, "open.txt": LEAD})
    assert [a.id for a in inputs.articles] == ["open"]
    assert [s.where for s in inputs.skipped] == [
        str(tmp_path / "closed.jsonl"),
        str(tmp_path / "closed.txt"),
    ]
    assert all("Permission denied" in s.reason for s in inputs.skipped)


def test_broken_link_is_skipped(read: Read, tmp_path: Path) -> None:
    """A link to nothing is a record, in a folder and by itself."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    inputs = read({"in/a.txt": LEAD}, "in", "in/gone.txt")
    assert [a.id for a in inputs.articles] == ["a"]
    (skipped,) = inputs.skipped
    assert skipped.where == str(tmp_path / "in" / "gone.txt")
    assert "broken link" in skipped.reason


def test_folder_that_may_not_be_read_is_skipped(
    read: Read, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A closed folder below the input is a record."""

    def closed(place: Path, onerror: Callable[[OSError], None]) -> Iterator[object]:
        onerror(PermissionError(13, "Permission denied", str(place / "closed")))
        yield str(place), [], ["a.txt"]

    monkeypatch.setattr("kg.read.sources.os.walk", closed)
    inputs = read({"in/a.txt": LEAD}, "in")
    assert [a.id for a in inputs.articles] == ["a"]
    (skipped,) = inputs.skipped
    assert skipped.where == str(tmp_path / "in" / "closed")
    assert "Permission denied" in skipped.reason


def test_name_that_is_no_utf8_is_skipped(tmp_path: Path) -> None:
    """A file name of other bytes gives no id; the record can still be printed."""
    path = tmp_path / "caf\udce9.txt"
    try:
        path.write_text(LEAD, encoding="utf-8")
    except OSError:
        pytest.skip("the file system takes UTF-8 names only")
    inputs = read_articles([str(path)], cues=CUES)
    assert inputs.articles == ()
    assert inputs.skipped[0].where.encode("utf-8").endswith(rb"caf\udce9.txt")


# ------------------------------------------------------------------ language

GERMAN = (
    "Die Fischer der beiden Länder kehrten am Montag in die Meerenge zurück, zwei Tage "
    "nachdem sie im Streit um Quoten abgefahren waren. Eine Sprecherin des Hafens "
    "sagte, vier Boote seien vor Mittag angekommen, die anderen am Abend."
)
NAMES = ", ".join(
    f"{family} {given}"
    for family in ("Kim", "Lee", "Park", "Cho", "Suh", "Kang", "Noh")
    for given in ("Tae-hyun", "Do-hoon", "Kyung-wha", "Eui-yong", "In-young")
)


def test_long_text_in_another_language_is_skipped(read: Read) -> None:
    """200 characters of German are known as German."""
    (skipped,) = read({"a.txt": GERMAN}).skipped
    assert "not English (detected: de)" in skipped.reason


def test_short_latin_text_passes(read: Read) -> None:
    """Below 200 characters only the script is judged."""
    assert one(read({"a.txt": GERMAN[:199]})).text == GERMAN[:199]


def test_english_with_many_foreign_names_passes(read: Read) -> None:
    """Lists of names mislead a language model, but not by enough."""
    assert len(NAMES) > 200
    assert one(read({"a.txt": f"Those present were {NAMES}."})).id == "a"


def test_english_that_quotes_another_script_passes(read: Read) -> None:
    """A few words of Korean do not make a text Korean."""
    assert one(read({"a.txt": f"{LEAD} (어선들이 돌아왔다)"})).id == "a"


@pytest.mark.parametrize("language", ["en", "en-US", "EN_gb", "eng", "English"])
def test_declared_english_is_read(read: Read, language: str) -> None:
    """A language field that begins with en is English."""
    assert one(read({"a.jsonl": record(language=language)})).language == language


# --------------------------------------------------------------------- dates

DATES = [
    (f"SEATOWN, March 25, 2019 (Coast Agency) -- {LEAD}", "2019-03-25"),
    (f"PORT ELLIS, Jan. 5, 2018 /Coast Agency/ -- {LEAD}", "2018-01-05"),
    (f"Port Ellis, 25 March 2019 \u2013 {LEAD}", "2019-03-25"),
    (f"(SEATOWN, 25 March 2019) {LEAD}", "2019-03-25"),
    (f"Fleets return\n\nMarch 01, 2018\n\n{LEAD}", "2018-03-01"),
    (f"Fleets return\nFriday, July 21, 2017\n{LEAD}", "2017-07-21"),
    (f"Fleets return\n\n2019-03-25\n\n{LEAD}", "2019-03-25"),
    (f"Fleets return\n\n2019.03.25 10:30 KST\n\n{LEAD}", "2019-03-25"),
    (f"Fleets return\n\n25/03/2019\n\n{LEAD}", "2019-03-25"),
    (f"Fleets return\n\n25th of March 2019\n\n{LEAD}", "2019-03-25"),
    (f"Fleets return\r\n\r\n25 Sept 2019, 10.30pm\r\n\r\n{LEAD}", "2019-09-25"),
    (f"Fleets return\n\nPublished 25 March 2019\n\n{LEAD}", "2019-03-25"),
    (
        f"{LEAD}\n\n{BODY}\n\nPublished: Monday, March 25, 2019 at 10:30 GMT",
        "2019-03-25",
    ),
    (f"{LEAD}\n\nPublished in The Harbour Post, May 10th, 2011.", "2011-05-10"),
    (f"Updated April 2, 2019\nPublished March 25, 2019\n{LEAD}", "2019-03-25"),
    (f"Posted on 2019-03-25T10:30:00Z\n{LEAD}", "2019-03-25"),
    (f"Fleets return\n\nBy Ana Lima, March 25, 2019\n\n{LEAD}", "2019-03-25"),
]
UNDATED = [
    LEAD,
    f"SEATOWN, March 25 (Coast Agency) -- {LEAD}",
    f"On March 25, 2019 (a Monday) the fleets returned. {LEAD}",
    f"The fleets left on March 25, 2019 -- a Monday -- over quotas. {LEAD}",
    f"Fleets return\n\n03/04/2019\n\n{LEAD}",
    f"Fleets return\n\nMarch 2019\n\n{LEAD}",
    f"Fleets return\n\nFebruary 30, 2019\n\n{LEAD}",
    f"Fleets return\n\nUpdated April 2, 2019\n\n{LEAD}",
    f"Fleets return\n\nUpdated 3 hours ago\n\n{LEAD}",
    f"March 1, 2019\n\n{LEAD}\n\nMarch 5, 2019\n\n{BODY}",
    f"{LEAD}\n\n{BODY}\n\n{ENDING}\n" + "Quota\n" * 12 + "March 5, 2019",
    f"{ARTICLE}\n\nskipper March 5, 2019 at 10:00\n\nNonsense.\n\nMarch 5, 2019",
]


@pytest.mark.parametrize(("text", "date"), DATES)
def test_date_is_read_from_the_text(text: str, date: str) -> None:
    """A dateline, a byline, "Published" or a line of its own gives the date."""
    assert dated(text) == date


@pytest.mark.parametrize("text", UNDATED)
def test_other_dates_are_not_the_articles(text: str) -> None:
    """Dates of events, updates, timelines and comments are not the article's date."""
    assert dated(text) is None


def test_there_are_enough_dates() -> None:
    """The tables of dates are not empty by mistake."""
    assert len(DATES) >= 17
    assert len(UNDATED) >= 12


def test_the_articles_own_date_goes_first(read: Read) -> None:
    """Field before text, text before the date given for all."""
    text = f"Published 25 March 2019\n\n{LEAD}"
    lines = record(id="a", text=text, published="2018-01-05") + record(
        id="b", text=text
    )
    inputs = read({"x.jsonl": lines + record(id="c")}, published="2001-09-09T10:00:00Z")
    dates = [article.published for article in inputs.articles]
    assert dates == ["2018-01-05", "2019-03-25", "2001-09-09"]


def test_without_any_date_there_is_none(read: Read) -> None:
    """Today is nobody's date."""
    assert one(read({"a.txt": LEAD})).published is None


# ----------------------------------------------------------------- furniture

LINES = [
    ("Written by Ana Lima", "byline"),
    ("By Ana Lima", "byline"),
    ("by Ana Lima", "byline"),
    ("By ANA LIMA", "byline"),
    ("By Ana de Lima and Per Holm in Port Ellis", "byline"),
    ("By Ana Lima, senior staff writer", "byline"),
    ("By Ana Lima | March 25, 2019", "byline"),
    ("(Reporting by Ana Lima in Seatown; Editing by Per Holm)", "byline"),
    ("Published", "publication line"),
    ("Updated", "publication line"),
    ("Published: March 25, 2019 10:30 GMT", "publication line"),
    ("PUBLISHED 25 March 2019 | UPDATED 2 hours ago", "publication line"),
    ("Last updated on Monday at 10:30 am", "publication line"),
    ("Last Update: Saturday, 24 June 2014 AST 00:06", "publication line"),
    ("Filed Under", "topics"),
    ("Filed under: Sea, Trade", "topics"),
    ("Tags: sea, trade", "topics"),
    ("TOPICS | Sea | Trade", "topics"),
    ("Share this", "share links"),
    ("Share this: Facebook Twitter", "share links"),
    ("Facebook | Twitter | WhatsApp", "share links"),
    ("Follow us on Twitter: @harbourpost", "share links"),
    ("CLICK to VIEW SOURCE", "source link"),
    ("Read more: Quotas cut again in Westmark", "related articles"),
    ("READ MORE Quotas cut again in Westmark", "related articles"),
    ("[See also: Quotas cut again]", "related articles"),
    ("Related articles", "related articles"),
    ("Copyright 2019 The Harbour Post", "copyright notice"),
    ("© Harbour Post 2019", "copyright notice"),
    ("(c) 2019, Harbour Post", "copyright notice"),
    ("The Harbour Post. All rights reserved.", "copyright notice"),
    ("Sign up for our newsletter", "newsletter signup"),
    (
        "Subscribe to our daily newsletter for more stories like this.",
        "newsletter signup",
    ),
    ("We use cookies to give you the best experience on our site.", "cookie notice"),
    ("Simple Search of Our Archives", "search box"),
    ("Search this site", "search box"),
    ("Home | Search | Log in", "navigation"),
    ("Skip to main content", "navigation"),
    ("ADVERTISEMENT", "advertisement"),
    ("Photo of Ana Lima", "image label"),
    ("Leave a reply", "reader comments"),
    ("3 Comments", "reader comments"),
    ("5 min read", "reading time"),
    ("(END)", "end mark"),
    ("ana.lima@post.example", "byline"),
    ("This article was originally published by the Post.", "republication note"),
]


@pytest.mark.parametrize(("line", "reason"), LINES)
@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n\r\n"])
def test_line_of_furniture_is_marked(line: str, reason: str, gap: str) -> None:
    """A line that belongs to the page is marked whole, wherever paragraphs break."""
    paragraphs = gap.join(["Fleets return", LEAD, line, BODY, ENDING])
    assert marked(paragraphs) == [(reason, line)]


CONTENT = [
    "Published in 2019, the report says that quotas were never kept.",
    "Published figures show that stocks are low.",
    "Updated quotas are expected in May.",
    "By Monday the boats had left.",
    "By Ana Lima's count, forty boats had left.",
    "By Land and sea the goods went north.",
    "by the end of the month",
    "Written by three ministers, the letter asks for talks.",
    "Share prices fell in Seatown.",
    "Share this burden, the minister told his colleagues.",
    "Search teams found the boat.",
    "Search: rescuers comb the coast",
    "Home to forty boats, Port Ellis is small.",
    "Related talks were held in Seatown.",
    "Read more than a hundred pages, the judge told the court.",
    "Tags were put on forty fish.",
    "Topics of the talks were quotas and tolls.",
    "Copyright law was changed in Westmark.",
    "Sign up for the fleet, the posters said.",
    "Subscribers to the fund were paid.",
    "Cookies were sold at the harbour.",
    "Comments by the minister angered Westmark.",
    "Follow the money, the minister said.",
    "Photo of the harbour at dawn, when the boats came back",
    "[The envoy of Norland with her colleague in Seatown. Credit: Coast Agency]",
    "Photo: Per Holm/Coast Agency",
    "File photo of Ana Lima at the talks in March",
    "“We are in one boat”. pic.example/fsSD4 — Harbour Office (@port) June 21, 2021",
    "Harbour Office (@port) 10:42 AM - 21 Jun 2021",
    "SEATOWN, March 25, 2019 10:30 (Coast Agency)",
    "What comes next",
    "March 25, 2019",
    "The talks began Thursday, March 1, 2018 at 10:00.",
    "The talks ended 2 days ago.",
    "Contributed by Norland: forty boats",
]


@pytest.mark.parametrize("line", CONTENT)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_content_is_not_marked(line: str, gap: str) -> None:
    """Sentences, captions, credits, quoted posts and datelines are content."""
    assert marked(gap.join(["Fleets return", LEAD, line, BODY, ENDING])) == []
    assert marked(gap.join([line, LEAD, BODY, ENDING])) == []
    assert marked(gap.join(["Fleets return", LEAD, BODY, line])) == []


def test_there_are_enough_lines() -> None:
    """The tables of furniture and content are not empty by mistake."""
    assert len(LINES) >= 46
    assert len(CONTENT) >= 35


WRAPPED = """The fishing fleets of both countries went back to the strait, as was
published on Monday by the harbour office, and the notes on it were written
by Ana Lima and Per Holm for the harbour office, which has seldom been
updated on such matters. Boats flew the flags of their owners and of those who
share this water, and the talks on who may fish in it are to be held
at home or abroad before May, when the quotas of last year come to an end.
"""


def test_line_inside_a_wrapped_sentence_is_content() -> None:
    """A line break in a sentence does not make furniture of its pieces."""
    assert marked(WRAPPED) == []
    assert marked(f"{WRAPPED}\nBy Ana Lima\n\n{WRAPPED}") == [("byline", "By Ana Lima")]


EXAMPLES = list(_lexicon())


@pytest.mark.parametrize(
    ("kind", "example"),
    [(k, e) for k, _, e in EXAMPLES],
    ids=[k for k, _, _ in EXAMPLES],
)
def test_example_of_a_cue_is_furniture(kind: str, example: str) -> None:
    """Every cue in the ontology shows a line that is furniture below an article."""
    below = f"About the author\n\nAna Lima fishes.\n\n{example}"
    text = f"{ARTICLE}\n\n{below if kind == 'biography opener' else example}"
    assert example in marked(text)[-1][1]


def test_the_lexicon_is_whole() -> None:
    """Every kind of cue is in the lexicon, with words in lower case."""
    assert len(EXAMPLES) >= 41
    assert all(words and all(w == w.lower() for w in words) for _, words, _ in EXAMPLES)
    assert all(getattr(CUES, name) for name in CUES.__slots__)
    assert all(CUES.months)


def test_unknown_kind_of_cue_is_an_error_of_the_ontology() -> None:
    """A kind that no rule reads is named."""
    with pytest.raises(OntologyError, match="'weather'"):
        FurnitureCues.of([("weather", ["rain"])])


def test_kinds_of_cues_may_be_given_in_parts() -> None:
    """Words of one kind are gathered, in lower case and sorted."""
    cues = FurnitureCues.of(
        [("topics", ["Tags"]), ("topics", ("filed  under", "tags"))]
    )
    assert cues.topics == ("filed under", "tags")
    assert cues.months == ((),) * 12


def test_without_cues_nothing_is_furniture(tmp_path: Path) -> None:
    """Without words to go by, all of a text is content."""
    path = tmp_path / "a.txt"
    path.write_text(f"{ARTICLE}\n\nBy Ana Lima\n\nPublished", encoding="utf-8")
    assert one(read_articles([str(path)], cues=FurnitureCues())).furniture == ()


# An article with a lead that stands twice, signed in between, with a profile below
PROFILED = (
    f"Fleets return to the strait\n\n{LEAD}\n\nWritten by Ana Lima\n\nPublished\n\n"
    f"Updated\n\n{LEAD}\n\n{BODY}\n\n{ENDING}\n\nAuthor Profile\n\n"
    "Ana Lima is a senior journalist who writes on harbours and trade. With a degree "
    "in law, she has reported from forty ports."
)


def test_profile_and_byline_are_furniture_and_a_repeated_lead_is_not() -> None:
    """Biography and byline are left out; a paragraph that stands twice stays twice."""
    blocks = marked(PROFILED)
    assert [reason for reason, _ in blocks] == [
        "byline",
        "publication line",
        "author biography",
    ]
    assert blocks[1][1] == "Published\n\nUpdated"
    assert blocks[2][1] == PROFILED[PROFILED.index("Author Profile") :]
    assert all(LEAD not in words for _, words in blocks)


COMMENTS = (
    "SaltyDog Thu, 01/04/2018 - 21:59\n\n“It was not clear” — it never is.\n\n"
    "Forty boats, three coats of paint. Who pays?\n\n"
    "old skipper Thu, 01/04/2018 - 22:01\n\nbrings a tear to my eye....\n\n"
    "Polly Vinyl Fri, 01/05/2018 - 01:14\n\nWritten by Ana Lima? I doubt it."
)


def test_everything_from_the_first_comment_on_is_comments() -> None:
    """Comments below an article are one block, whatever stands in them."""
    assert marked(f"{ARTICLE} \n\n\n\n{COMMENTS}") == [("reader comments", COMMENTS)]


COMMENT_HEADERS = [
    "skipper Thu, 01/04/2018 - 21:59",
    "Polly Vinyl 2 days ago",
    "user123 3 hours ago",
    "user123 • an hour ago",
    "Polly V. on March 5, 2018 at 10:00 am",
    "Polly Vinyl March 5, 2018 at 10:00 am Reply",
    "Polly Vinyl 2018-03-05 10:00",
    "Polly Vinyl says:\n5 March 2018 at 10:00 am",
    "user123\n3 hours ago",
    "Polly Vinyl, 3 weeks ago",
    "문재인 3 hours ago",
]


@pytest.mark.parametrize("header", COMMENT_HEADERS)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_comment_is_known_by_its_header(header: str, gap: str) -> None:
    """A short name and the stamp of a site begin the comments, also with one only."""
    comments = gap.join([header, "what a heap of nonsense this is", "Really."])
    text = gap.join(["Fleets return", LEAD, BODY, ENDING, comments])
    assert marked(text) == [("reader comments", comments)]


COMMENT_HEADINGS = ["12 Comments", "Comments (12)", "Leave a Reply", "Reader comments:"]


@pytest.mark.parametrize("heading", COMMENT_HEADINGS)
def test_comments_may_begin_with_their_heading(heading: str) -> None:
    """Below a heading of comments, also unstamped ones are comments."""
    comments = f"{heading}\n\nSaltyDog\n\nThe fleets will leave again by May."
    assert marked(f"{ARTICLE}\n\n{comments}") == [("reader comments", comments)]


NO_COMMENTS = [
    f"Fleets return\n\nAna Lima March 25, 2019 10:30\n\n{LEAD}\n\n{BODY}",
    f"Fleets return\n\nCoast Agency 3 hours ago\n\n{LEAD}\n\n{BODY}",
    f"Fleets return\n\n{LEAD}\n\nAna Lima 3 hours ago\n\n{BODY}\n\n{ENDING}",
    f"Fleets return\n\n{LEAD}\n\nPort Ellis, March 5, 2018 10:00\n\n{BODY}",
    f"12 Comments\n\n{ARTICLE}",
    f"{ARTICLE}\n\nComments\n\nThe mayor of Port Ellis welcomed the return.",
]


@pytest.mark.parametrize("text", NO_COMMENTS)
def test_stamped_byline_does_not_make_comments_of_an_article(text: str) -> None:
    """Where the article follows, a name with a stamp is no comment."""
    found = "".join(words for _, words in marked(text))
    assert not any(part in found for part in (LEAD, BODY, ENDING, "The mayor"))


def test_there_are_enough_comments() -> None:
    """The tables of comments are not empty by mistake."""
    assert len(COMMENT_HEADERS) >= 11
    assert len(COMMENT_HEADINGS) >= 4
    assert len(NO_COMMENTS) >= 6


def test_biography_ends_where_the_article_goes_on() -> None:
    """Below "About the author" a paragraph is taken, and those that go on with her."""
    biography = (
        "About the author\n\nAna Lima covers harbours for the Post.\n\n"
        "She lives in Port Ellis.\n\nFollow her on social media."
    )
    text = f"Fleets return\n\n{biography}\n\n{LEAD}\n\n{BODY}"
    assert marked(text) == [("author biography", biography)]


def test_biography_without_blank_lines_is_one_line() -> None:
    """In a text without blank lines a line is a paragraph."""
    text = f"{LEAD}\n{BODY}\nAbout the author\nAna Lima covers harbours.\n{ENDING}"
    assert marked(text) == [
        ("author biography", "About the author\nAna Lima covers harbours.")
    ]


def test_biography_in_a_wrapped_text_is_its_paragraph() -> None:
    """A wrapped paragraph is taken to the blank line."""
    biography = f"About the author\n\n{WRAPPED}".strip()
    assert marked(f"{WRAPPED}\n{biography}\n\n{WRAPPED}") == [
        ("author biography", biography)
    ]


def test_headlines_below_related_articles_are_furniture_at_the_end() -> None:
    """A list of links below the article is taken; one inside it loses its heading."""
    links = "Related articles\n\nQuotas cut again in Westmark\n\nHarbour tolls to rise"
    assert marked(f"{ARTICLE}\n\n{links}") == [("related articles", links)]
    assert marked(f"{LEAD}\n\n{links}\n\n{BODY}") == [
        ("related articles", "Related articles")
    ]


def test_a_sentence_cut_off_below_a_link_is_content() -> None:
    """A text may end in the middle of a sentence; that is prose still."""
    text = (
        f"{ARTICLE}\n\nRead more:\n\nIn a joint statement the two ministers said that"
    )
    assert marked(text) == [("related articles", "Read more:")]


def test_spans_cut_whole_lines_of_the_text(read: Read) -> None:
    """Every block is a run of whole lines, in order, and re-cuts from the text."""
    crlf = PROFILED.replace("\n", "\r\n")
    text = f"문재인 😀 {crlf}\r\n\r\nTags: sea\r\n\r\n{COMMENTS}\r\n"
    article = one(read({"a.txt": text}))
    assert article.text == text
    assert len(article.furniture) == 5
    end = -1
    for block in article.furniture:
        words = block.span.cut(article.text)
        assert block.span.start > end
        assert words == words.strip()
        assert article.text[block.span.start - 1] == "\n"
        assert article.text[block.span.end] in "\r\n"
        end = block.span.end


# -------------------------------------------------------------------- import


def test_import_is_cheap() -> None:
    """Importing the reader loads no extractor, no language model and no YAML."""
    code = (
        "import sys, kg.read; "
        "print(sorted({'trafilatura', 'py3langid', 'srsly', 'lxml', 'numpy', 'rdflib', "
        "'pyoxigraph'} & sys.modules.keys()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_skipped_is_a_record() -> None:
    """A problem has a place and a reason, and nothing else."""
    stream = io.BytesIO(b"{}")
    inputs = read_articles(["-"], cues=CUES, stdin=stream)
    assert inputs == Inputs(
        articles=(),
        skipped=(
            Skipped("stdin:1", "no id; give each article a field 'id' of its own"),
        ),
    )

"""Whatever the input, it becomes articles and records, and spans stay true."""

import io
import json
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, RdfFormat, Store

from kg.model import Article
from kg.read import FurnitureCues, Inputs, read_articles

LEXICON = Path(__file__).parents[2] / "ontology" / "lexicon" / "furniture.ttl"
FIELDS = ("id", "text", "title", "published", "url", "source", "language", "author")


def _cues() -> FurnitureCues:
    store = Store()
    store.load(path=str(LEXICON), format=RdfFormat.TURTLE)
    cues: dict[str, dict[str, list[str]]] = {}
    for quad in store:
        if isinstance(quad.object, Literal):
            name = quad.predicate.value.rpartition("#")[2]
            term = cues.setdefault(str(quad.subject), {})
            term.setdefault(name, []).append(quad.object.value)
    return FurnitureCues.of((term["kind"][0], term["words"]) for term in cues.values())


CUES = _cues()
PHRASES = sorted(
    {p for name in CUES.__slots__ if name != "months" for p in getattr(CUES, name)}
)

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=40)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | ANY_TEXT,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(ANY_TEXT, inner, max_size=3)
    ),
    max_leaves=6,
)
RECORDS = st.dictionaries(st.sampled_from(FIELDS) | ANY_TEXT, VALUES, max_size=8)
ARTICLES = st.fixed_dictionaries(
    {
        "id": st.sampled_from(["a", "b", " a "]),
        "text": ANY_TEXT | st.just("Kim met Moon."),
    },
    optional={"published": st.sampled_from(["2019-03-25", "2019-02-30", ""])},
)
LINES = st.lists(
    st.one_of(
        RECORDS.map(lambda record: json.dumps(record).encode()),
        ARTICLES.map(lambda record: json.dumps(record).encode()),
        VALUES.map(lambda value: json.dumps(value).encode()),
        st.binary(max_size=40).map(lambda data: data.replace(b"\n", b"")),
    ),
    max_size=8,
)

# Words, cues, stamps and breaks: what pages are made of
PIECES = st.one_of(
    st.sampled_from(PHRASES),
    st.sampled_from(PHRASES).map(str.title),
    st.sampled_from(
        [
            "Ana Lima",
            "Thu, 01/04/2018 - 21:59",
            "25 March 2019",
            "The fleets of both countries went back to the strait, the office said.",
            "2 days ago",
            ":",
            "\u2028",
            "문재인",
            "😀",
        ]
    ),
    ANY_TEXT.filter(lambda text: text.isprintable()),
)
PAGES = st.lists(st.lists(PIECES, max_size=4).map(" ".join), max_size=25)


def read(data: bytes) -> Inputs:
    """Read bytes as standard input."""
    return read_articles(["-"], cues=CUES, stdin=io.BytesIO(data))


def read_text(text: str) -> Article | None:
    """Read one text; None if it is no article."""
    inputs = read(json.dumps({"id": "a", "text": text}).encode())
    return inputs.articles[0] if inputs.articles else None


@settings(deadline=None)
@given(LINES)
def test_every_line_is_an_article_or_a_record(lines: list[bytes]) -> None:
    """No JSON Lines input raises, and no line of it is lost."""
    inputs = read(b"\n".join(lines))
    skipped = [problem.where for problem in inputs.skipped]
    if "stdin" in skipped:
        assert skipped == ["stdin"]
        assert inputs.articles == ()
        return
    texts = {article.id: article.text for article in inputs.articles}
    for number, line in enumerate(lines, start=1):
        count = skipped.count(f"stdin:{number}")
        if count or not line.removeprefix(b"\xef\xbb\xbf").strip():
            assert count <= 1
            continue
        record = json.loads(line.removeprefix(b"\xef\xbb\xbf"))
        assert texts[record["id"].strip()] == record["text"]


@settings(deadline=None)
@given(LINES)
def test_articles_are_sorted_and_unlike(lines: list[bytes]) -> None:
    """Articles come by id, each id once, and can be written as UTF-8."""
    articles = read(b"\n".join(lines)).articles
    identifiers = [article.id for article in articles]
    assert identifiers == sorted(set(identifiers))
    for article in articles:
        assert "".join(getattr(article, name) or "" for name in FIELDS).encode("utf-8")


@settings(deadline=None)
@given(PAGES, st.sampled_from(["\n", "\n\n", "\r\n", "\r"]))
def test_furniture_is_whole_lines_of_the_text(lines: list[str], gap: str) -> None:
    """Blocks are in order, apart, and begin and end where lines do."""
    text = gap.join(lines)
    article = read_text(text)
    if article is None:
        return
    assert article.text == text
    end = 0
    for block in article.furniture:
        assert block.reason
        assert end <= block.span.start < block.span.end <= len(text)
        assert block.span.start == 0 or text[block.span.start - 1] in "\r\n"
        assert block.span.end == len(text) or text[block.span.end] in "\r\n"
        end = block.span.end


@settings(deadline=None)
@given(PAGES)
def test_line_ends_do_not_change_what_is_furniture(lines: list[str]) -> None:
    r"""A page saved with "\r\n" has the furniture and date of one saved with "\n"."""
    unix, windows = read_text("\n".join(lines)), read_text("\r\n".join(lines))
    assert (unix is None) == (windows is None)
    if unix is None or windows is None:
        return
    assert unix.published == windows.published
    assert [(b.reason, b.span.cut(unix.text)) for b in unix.furniture] == [
        (b.reason, b.span.cut(windows.text).replace("\r\n", "\n"))
        for b in windows.furniture
    ]


FILES = st.one_of(
    st.binary(max_size=200),
    ANY_TEXT.map(lambda text: text.encode("utf-8", "replace")),
    st.lists(PIECES | st.sampled_from(["---", "id: a", "<p>", "</p>", "<html>", "\n"]))
    .map("\n".join)
    .map(lambda text: text.encode("utf-8", "replace")),
)


@settings(deadline=None)
@given(FILES, st.sampled_from(["x.txt", "x.md", "x.html", "x.jsonl"]))
def test_any_bytes_in_any_file_are_read_or_recorded(data: bytes, name: str) -> None:
    """No file raises for its bytes; it gives an article or says why not."""
    with TemporaryDirectory() as folder:
        (Path(folder) / name).write_bytes(data)
        inputs = read_articles([folder], cues=CUES)
    assert inputs.articles or inputs.skipped

"""What many tests share: the ontology and the language model, each loaded once.

`--regold` makes the files of tests/golden/ anew from what kg says now. Look at every
line of the difference before you keep it.
"""

from collections.abc import Sequence

import pytest
from readings import PUBLISHED, ReadTexts, the_lexicon, the_schema

from kg.lexicon import Lexicon
from kg.model import Article, Reading
from kg.parse import DEFAULT_MODEL
from kg.reader import Reader
from kg.schema import Schema


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that makes the golden files anew."""
    parser.addoption(
        "--regold", action="store_true", help="write tests/golden/ from what kg says"
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that need the language model."""
    for item in items:
        if "reader" in getattr(item, "fixturenames", ()):
            item.add_marker("model")


@pytest.fixture(scope="session")
def schema() -> Schema:
    """The built-in ontology."""
    return the_schema()


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """The words of the built-in ontology."""
    return the_lexicon()


@pytest.fixture(scope="session")
def reader(schema: Schema) -> Reader:
    """The reader with the default model."""
    return Reader.load(DEFAULT_MODEL, schema)


@pytest.fixture(scope="session")
def read_texts(reader: Reader) -> ReadTexts:
    """Reads many texts as articles of one date, in one batch."""

    def read(texts: Sequence[str]) -> dict[str, Reading]:
        articles = [
            Article(f"a{number}", text, published=PUBLISHED)
            for number, text in enumerate(texts)
        ]
        return {r.article.text: r for r in reader.read(articles)}

    return read

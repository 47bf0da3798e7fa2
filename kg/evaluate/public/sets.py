"""The public sets: where each lies, what its terms mean, and its annotated articles."""

import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from typing import Any

from kg.errors import NotFound, UsageError
from kg.evaluate.gold import json_lines
from kg.model import Article

Row = dict[str, Any]
"""One annotated article, in the format of its set."""
Terms = Mapping[str, Any]
"""The terms of one set, as `sets.toml` gives them."""


@dataclass(frozen=True, slots=True)
class PublicSet:
    """One set: its name, its files below the folder of data, and its terms."""

    name: str
    file: Path
    terms: Terms
    more: tuple[Path, ...] = ()

    def rows(self) -> list[Row]:
        """The annotated articles, in the order of the files.

        Raises:
            KgError: naming the line that is no object.
        """
        files = (self.file, *(path for path in self.more if path.is_file()))
        return [row for path in files for _, row in json_lines(path)]

    def article(self, row: Row) -> Article:
        """A row as an article that is read by itself."""
        dated = self._article(row).get("published")
        day = dated and dated[: len("2019-03-22")]  # of "2019-03-22T13:37"
        return Article(row["id"], row["text"], published=day)

    def articles(self, rows: Sequence[Row]) -> str:
        """The articles to build, as JSON Lines with id, text and date if it has one.

        Where the set says so, a text that comes again is left out: its first id
        stands for all.
        """
        once = self.terms.get("once", False)
        kept = list(first_of(rows).values()) if once else list(rows)
        lines = (json.dumps(self._article(row), ensure_ascii=False) for row in kept)
        return "".join(f"{line}\n" for line in lines)

    def _article(self, row: Row) -> Row:
        article = {"id": row["id"], "text": row["text"]}
        if path := self.terms.get("date"):
            article["published"] = reduce(_step, path, row)
        return {key: value for key, value in article.items() if value is not None}


def _step(value: Any, key: str) -> Any:
    return value.get(key) if isinstance(value, dict) else None


def first_of(rows: Sequence[Row]) -> dict[str, Row]:
    """By text, the first row that has it."""
    found: dict[str, Row] = {}
    for row in rows:
        found.setdefault(row["text"], row)
    return found


def find_sets(
    folder: Path, names: Sequence[str] = ()
) -> tuple[tuple[PublicSet, ...], tuple[str, ...]]:
    """The sets that lie in a folder, and the names of those that do not.

    Args:
        folder: laid out as `sets.toml` says.
        names: only these; all when empty.

    Raises:
        UsageError: naming a set that kg does not know.
        NotFound: if there is no such folder, none of the sets is in it, or one that
            was asked for by name is not.
    """
    known = {s.name: s for s in _known(folder)}
    for name in names:
        if name not in known:
            message = f"{name}: no such set; there are {', '.join(known)}"
            raise UsageError(message)
    wanted = [known[name] for name in names or known]
    found = tuple(s for s in wanted if s.file.is_file())
    absent = tuple(s.name for s in wanted if not s.file.is_file())
    if not found or (names and absent):
        missing = ", ".join(str(known[name].file) for name in absent)
        message = f"{folder}: no public set to measure; missing: {missing}"
        raise NotFound(message)
    return found, absent


def _known(folder: Path) -> Iterator[PublicSet]:
    path = Path(__file__).with_name("sets.toml")
    for name, terms in tomllib.loads(path.read_text(encoding="utf-8")).items():
        more = tuple(folder / path for path in terms.get("more", ()))
        yield PublicSet(name, folder / terms["file"], terms, more)

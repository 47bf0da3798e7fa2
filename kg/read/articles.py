"""All inputs to articles: one of each id, sorted, and a record of what was left out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from kg.errors import UsageError
from kg.model import Article, Skipped
from kg.read.cues import FurnitureCues
from kg.read.dates import iso_date
from kg.read.drafts import BadInput, Draft, article_from
from kg.read.formats import read_drafts
from kg.read.sources import Source, find_sources


@dataclass(frozen=True, slots=True)
class Inputs:
    """What was read: articles sorted by id, and what was skipped, as it was met.

    `left_aside` names the files of other endings that lie in the folders and globs.
    """

    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...]
    left_aside: tuple[str, ...] = ()


def read_articles(
    inputs: Sequence[str],
    *,
    cues: FurnitureCues,
    published: str | None = None,
    stdin: BinaryIO | None = None,
) -> Inputs:
    """Read all articles of the inputs; the result does not depend on their order.

    An id that comes again with the same text is one article (the metadata of the
    first by file name and line are kept); with another text, the later is skipped.
    A file that holds nothing readable gives records only.

    Args:
        inputs: files, folders (read recursively), globs, or "-" for JSON Lines on
            standard input.
        cues: the words by which page furniture and dates are known.
        published: the ISO date of articles that give none themselves.
        stdin: what "-" reads; `sys.stdin.buffer` if None.

    Raises:
        UsageError: if an input does not exist or has no article file in it, or if
            `published` is no ISO date. Nothing is read then, also if other inputs
            exist: a mistyped path is not to give a graph of the rest.
    """
    fallback = _fallback_date(published)
    found = find_sources(inputs)
    articles: dict[str, Article] = {}
    places: dict[str, str] = {}
    problems = list(found.skipped)
    for draft in _drafts(found.sources, stdin, problems):
        try:
            article = article_from(draft, cues, published=fallback)
            _check_twin(article, articles, places)
        except BadInput as error:
            problems.append(Skipped(draft.where, str(error)))
            continue
        articles.setdefault(article.id, article)
        places.setdefault(article.id, draft.where)
    ordered = sorted(articles.values(), key=lambda article: article.id)
    return Inputs(tuple(ordered), tuple(problems), found.left_aside)


def _drafts(
    sources: Sequence[Source], stdin: BinaryIO | None, problems: list[Skipped]
) -> Iterator[Draft]:
    """The drafts of all sources; what is none goes to the problems."""
    for source in sources:
        for outcome in read_drafts(source, stdin):
            if isinstance(outcome, Draft):
                yield outcome
            else:
                problems.append(outcome)


def _check_twin(
    article: Article, articles: Mapping[str, Article], places: Mapping[str, str]
) -> None:
    twin = articles.get(article.id)
    if twin is not None and twin.text != article.text:
        message = (
            f"duplicate id {article.id!r}: {places[article.id]} has another text with "
            "it; give each article an id of its own"
        )
        raise BadInput(message)


def _fallback_date(published: str | None) -> str | None:
    if published is None:
        return None
    found = iso_date(published)
    if found is None:
        message = f"published {published!r} is no ISO date; write it as 2019-03-25"
        raise UsageError(message)
    return found

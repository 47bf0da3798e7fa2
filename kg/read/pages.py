"""HTML pages to fields: the article's text, without what a site sets around it.

Decides what of a page is the article, by trafilatura (Barbaresi 2021) set to
precision. The text is stored as it comes out, a blank line between its blocks. The
page's date is its metadata's; nothing is fetched, and no date depends on today.
"""

import logging
from collections.abc import Iterator

from kg.read.drafts import BadInput

_LARGEST = 20_000_000
_HEAD = 10_000
_DATES = {
    "original_date": True,
    "extensive_search": False,
    "min_date": "1800-01-01",
    "max_date": "2999-12-31",
}


def page_fields(page: str) -> dict[str, object]:
    """Extract an article and its metadata from a page.

    Returns:
        text, and title, published, url, source and author where the page tells them.

    Raises:
        BadInput: if the page is too large or has no article text in it.
    """
    if len(page) > _LARGEST:
        message = f"the page has more than {_LARGEST:,} characters; cut it down"
        raise BadInput(message)
    # imported here because it is slow to import and only pages need it
    from trafilatura import bare_extraction

    # a page without an article is told by a Skipped record, not by its log
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        found = bare_extraction(
            _whole(page),
            include_comments=False,
            favor_precision=True,
            with_metadata=True,
            date_extraction_params=_DATES,
        )
    except (AssertionError, RecursionError) as error:
        # lxml's own checks fail on some broken trees, such as an iframe for a root
        message = "the HTML is broken or nested too deep; save the article as text"
        raise BadInput(message) from error
    if found is None or isinstance(found, dict) or not found.text:
        message = "no article text found in the page; save the article as text"
        raise BadInput(message)
    return {
        "text": "".join(_blocks(found.text)),
        "title": found.title,
        "published": found.date,
        "url": found.url,
        "source": found.sitename or found.hostname,
        "author": found.author,
    }


def _whole(page: str) -> str:
    """A page, also when only a fragment was saved: "<p>Kim met Moon.</p>"."""
    head = page[:_HEAD].lower()
    if "<html" in head or "<body" in head:
        return page
    return f"<html><body>{page}</body></html>"


def _blocks(text: str) -> Iterator[str]:
    """Set blocks apart by a blank line; a break inside a sentence stays one break."""
    previous = ""
    for line in text.splitlines():
        words = line.strip()
        if not words:
            continue
        if previous:
            yield "\n" if words[0].islower() and previous[-1].isalnum() else "\n\n"
        yield words
        previous = words

"""The words of a name without what papers vary: case, accents, hyphens, apostrophes.

Decides nothing about who is meant. Letters that Unicode does not decompose ("ł", "&")
come from the ontology; scripts without case are kept as they are.
"""

import re
import unicodedata
from collections.abc import Mapping

_ACCENTS = re.compile("[\u0300-\u036f]")
_QUOTES = re.compile("['`\u00b4\u2018\u2019\u02bb\u02bc\u02bd\u2032\uff07]")
_WORD = re.compile(r"[^\W_]+")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?")


def fold(text: str, letters: Mapping[int, str]) -> str:
    """Text in lower case without accents and apostrophes; empty for empty.

    >>> fold("Kim Yŏ-jŏng", {})
    'kim yo-jong'
    """
    flat = unicodedata.normalize("NFKD", text).casefold()
    flat = _ACCENTS.sub("", unicodedata.normalize("NFKD", flat))
    flat = flat.translate(letters)
    return unicodedata.normalize("NFC", _QUOTES.sub("", flat))


def split_words(folded: str) -> tuple[str, ...]:
    """The words of a folded name; hyphens and stops are gaps.

    >>> split_words("donald j. trump")
    ('donald', 'j', 'trump')
    """
    return tuple(_WORD.findall(folded))


def join_stops(folded: str) -> str:
    """Write "u.s." as "us": the stops of an abbreviation are no gaps.

    >>> join_stops("u.s. embassy")
    'us embassy'
    """
    return _DOTTED.sub(lambda found: found[0].replace(".", ""), folded)


def squeeze(text: str) -> str:
    """Text with single spaces and none around it."""
    return " ".join(text.split())


def slug(text: str, letters: Mapping[int, str]) -> str:
    """A readable id: words in lower case joined by hyphens; empty if there are none.

    >>> slug("Kim Yo Jong", {})
    'kim-yo-jong'
    """
    return "-".join(split_words(join_stops(fold(text, letters))))

"""Drafts of articles, and the check that makes an `Article` of one.

Decides what a field may hold. Everything that is not as it should be is a
`BadInput`, whose message says what is wrong and how to mend it; the caller knows
where it stands.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from kg.model import Article
from kg.read.cues import FurnitureCues
from kg.read.dates import date_in_text, iso_date
from kg.read.furniture import find_furniture
from kg.read.language import foreign_language, is_declared_english

# spaCy's own limit for a parsed text (Language.max_length)
LONGEST = 1_000_000
FIELDS = ("id", "text", "title", "published", "url", "source", "language", "author")

_TYPES = {
    bool: "true or false",
    int: "a number",
    float: "a number",
    list: "a list",
    dict: "an object",
}
_LINE_CATEGORIES = ("Cc", "Zl", "Zp")


class BadInput(ValueError):
    """Why one input cannot be an article; the message becomes a `Skipped` reason."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The fields of an article as its file gives them, not yet checked.

    `where` is the file, or `file:line`. Fields that kg does not know are ignored.
    """

    where: str
    fields: Mapping[str, object]


def article_from(
    draft: Draft, cues: FurnitureCues, *, published: str | None = None
) -> Article:
    """Check the fields of a draft, and find its furniture and its date.

    Args:
        draft: what the file says.
        cues: the words by which furniture and dates are known.
        published: the date (YYYY-MM-DD) for an article that gives none itself.

    Raises:
        BadInput: if a field has the wrong type or an unusable value, if the text is
            empty, too long, or not English.
    """
    fields = {name: _field(draft, name) for name in FIELDS}
    identifier = _identifier(fields["id"])
    text = _text(draft.fields.get("text"))
    _check_language(text, fields["language"])
    own = _published(fields["published"])
    furniture = find_furniture(text, cues)
    return Article(
        id=identifier,
        text=text,
        published=own or date_in_text(text, furniture, cues) or published,
        title=fields["title"],
        url=fields["url"],
        source=fields["source"],
        author=fields["author"],
        language=fields["language"],
        furniture=furniture,
    )


def _field(draft: Draft, name: str) -> str | None:
    """A field as stripped text; absent, null and empty are None."""
    value = draft.fields.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        found = _TYPES.get(type(value), type(value).__name__)
        message = f"field {name!r} is {found}; give it as text, in quotes"
        raise BadInput(message)
    check_characters(value, f"field {name!r}")
    return value.strip() or None


def check_characters(text: str, what: str) -> None:
    """Refuse what no file can hold: half a surrogate pair, and the NUL character.

    Raises:
        BadInput: naming the first such code point and its offset.
    """
    for index, character in enumerate(text):
        if character == "\0":
            message = f"{what} holds a NUL character at {index}; remove it"
            raise BadInput(message)
        if "\ud800" <= character <= "\udfff":
            message = (
                f"{what} holds half a surrogate pair (U+{ord(character):04X}) "
                f"at {index}; write the whole character"
            )
            raise BadInput(message)


def _identifier(value: str | None) -> str:
    if value is None:
        message = "no id; give each article a field 'id' of its own"
        raise BadInput(message)
    for character in value:
        if unicodedata.category(character) in _LINE_CATEGORIES:
            message = (
                f"the id holds a control character (U+{ord(character):04X}); "
                "use a plain, one-line id"
            )
            raise BadInput(message)
    return value


def _text(value: object) -> str:
    if value is None:
        message = "the field 'text' is missing; give the article's text in it"
        raise BadInput(message)
    if not isinstance(value, str) or not any(c.isalnum() for c in value):
        message = "empty: no words in the text; give the article's text"
        raise BadInput(message)
    if len(value) > LONGEST:
        message = (
            f"the text has {len(value):,} characters, more than {LONGEST:,}; "
            "split it into articles"
        )
        raise BadInput(message)
    return value


def _check_language(text: str, declared: str | None) -> None:
    if declared is not None and not is_declared_english(declared):
        message = f"not English (language: {declared}); give an English article"
        raise BadInput(message)
    detected = foreign_language(text)
    if detected is not None:
        message = f"not English (detected: {detected}); give an English article"
        raise BadInput(message)


def _published(value: str | None) -> str | None:
    if value is None:
        return None
    found = iso_date(value)
    if found is None:
        message = (
            f"published is no ISO date: {value[:40]!r}; "
            "write it as 2019-03-25 or leave it out"
        )
        raise BadInput(message)
    return found

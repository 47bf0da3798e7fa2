"""Where the readers' comments below an article begin.

Decides on the line from which everything that follows is comments. A comment is
known by its header: a short user name before the stamp that a site sets on it
("skipper Thu, 01/04/2018 - 21:59", "Ana L. 2 days ago"), on one line or on two. A
byline has the same shape, so comments never begin before there was an article, and a
single header must have more text above it than below.
"""

from collections.abc import Sequence

from kg.read.cues import FurnitureCues
from kg.read.lines import ORNAMENT, Line, stands_alone
from kg.read.stamps import Stamp, read_stamp

COMMENTS = "reader comments"

# lengths in code points, but for the words of a name
_LINE = 100
_NAME = 40
_NAME_WORDS = 5
_ARTICLE = 100
_INITIAL = 3
_SURE = 2
_MANY = 3
_DASHES = ("\u2014", "\u2013", "--")
_SENTENCE_ENDS = (".", "!", "?")


def comments_start(
    lines: Sequence[Line],
    running: Sequence[bool],
    reasons: Sequence[str | None],
    cues: FurnitureCues,
) -> int:
    """Find the line with which the comments begin; the number of lines if none do.

    Args:
        lines: the lines of the text.
        running: which of them are prose.
        reasons: the kind of furniture that each is by its own words, if any.
        cues: the words of stamps and headings.
    """
    first = _article_end(lines, running, reasons)
    found = [
        _header(lines, index, cues)
        for index in range(first, len(lines))
        if reasons[index] is None
    ]
    headers = [header for header in found if header and reasons[header[0]] is None]
    start = _first_header(lines, headers)
    for index in range(first, start):
        if reasons[index] == COMMENTS and _opens(lines, index):
            return index
    return start


def _article_end(
    lines: Sequence[Line], running: Sequence[bool], reasons: Sequence[str | None]
) -> int:
    """The first line that has enough article above it to have comments."""
    length = 0
    for index, line in enumerate(lines):
        if length >= _ARTICLE:
            return index
        if running[index] and reasons[index] is None:
            length += len(line.words)
    return len(lines)


def _first_header(lines: Sequence[Line], headers: Sequence[tuple[int, bool]]) -> int:
    """The first header that may begin the comments.

    Where three or more stand, also one whose name is written like plain words.
    """
    sure = [index for index, is_sure in headers if is_sure]
    if len(headers) >= _MANY and sure:
        return headers[0][0]
    if len(sure) >= _SURE:
        return sure[0]
    return next((i for i in sure if _above_outweighs(lines, i)), len(lines))


def _opens(lines: Sequence[Line], index: int) -> bool:
    """Whether a heading begins them: "12 Comments", but not a lone "Comments"."""
    counted = any(c.isdigit() for c in lines[index].core)
    return (counted or " " in lines[index].core) and _above_outweighs(lines, index)


def _above_outweighs(lines: Sequence[Line], index: int) -> bool:
    start = lines[index].span.start
    return start >= lines[-1].span.end - start


def _header(
    lines: Sequence[Line], index: int, cues: FurnitureCues
) -> tuple[int, bool] | None:
    """The line where the header ending here begins, and whether its name is sure."""
    stamp = _comment_stamp(lines, index, cues)
    if stamp is None:
        return None
    if name := _without_verbs(stamp.before, cues):
        return _named(index, name, stamp, cues)
    if index == 0 or read_stamp(lines[index - 1].words, cues).complete:
        return None
    name = _without_verbs(lines[index - 1].words.split(), cues)
    return _named(index - 1, name, stamp, cues)


def _comment_stamp(
    lines: Sequence[Line], index: int, cues: FurnitureCues
) -> Stamp | None:
    words = lines[index].words
    if len(words) > _LINE or not stands_alone(lines, index):
        return None
    # a quoted post has a stamp too: "Ana Lima (@ana) 10:42 AM - 5 Mar 2018"
    if "@" in words or words.startswith(_DASHES) or words.endswith(_SENTENCE_ENDS):
        return None
    stamp = read_stamp(" ".join(_without_verbs(words.split(), cues)), cues)
    return stamp if stamp.complete else None


def _without_verbs(tokens: Sequence[str], cues: FurnitureCues) -> tuple[str, ...]:
    """A name without what follows it: "skipper says:", "skipper • Reply"."""
    words = list(tokens)
    marks = ("", *cues.comment_verb)
    while words and words[-1].strip(ORNAMENT).lower() in marks:
        words.pop()
    return tuple(words)


def _named(
    index: int, name: Sequence[str], stamp: Stamp, cues: FurnitureCues
) -> tuple[int, bool] | None:
    """A header if its name is one: some short words, no place before a comma."""
    whole = " ".join(name)
    if not name or len(name) > _NAME_WORDS or len(whole) > _NAME:
        return None
    if name[0].lower() in cues.byline or whole.endswith(("!", "?", ":")):
        return None
    # "Polly V." is a name, "We lost." is not
    if whole.endswith(".") and len(name[-1]) > _INITIAL:
        return None
    if whole.endswith(",") and not stamp.relative:
        return None
    return index, len(name) == 1 or not any(word[0].islower() for word in name)

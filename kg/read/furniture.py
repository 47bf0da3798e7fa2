"""What stands in an article's text but is not the article.

Decides which whole lines are page furniture, and names what each is. The text itself
is left as it is. Prose is never furniture for a word in it: a line must be made of
cues, or begin with one in a fixed form, and a section (biography, comments, links) is
taken to the end only where no article follows. Photo captions, credits and quoted
posts are content. The words come from the ontology.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from kg.model import Furniture, Span
from kg.read.comments import COMMENTS, comments_start
from kg.read.cues import FurnitureCues
from kg.read.lines import (
    ORNAMENT,
    Line,
    begins,
    ends_word,
    prose,
    split_lines,
    stands_alone,
)
from kg.read.stamps import is_time, read_stamp, trimmed

_Rule = Callable[[Line, FurnitureCues], bool]

_SHORT = 120
_LONG = 400
_NAMES = 16
_FEW = 5
_INITIALS = 3
_LABEL_ENDS = (":", "|", "\u2013", "\u2014", "»", ">")
_MARKS = "()[],;:.|-\u2013\u2014/"
_WORD = re.compile(r"[^\W\d_]+|©")
_YEAR = re.compile(r"[^\w©]*(?:©|\(c\)|\d{4})")
_ADDRESS = re.compile(r"[^\s@]{1,64}@[^\s@]{1,60}\.[a-z]{2,12}")
_COUNT = re.compile(r"[\d()]+")
_SEPARATOR = re.compile(r"[\s|•·,/>»&+:-]+")


def find_furniture(text: str, cues: FurnitureCues) -> tuple[Furniture, ...]:
    """Find the blocks of a text that are not article, in the order of the text.

    Every span covers whole lines, neighbouring lines of one kind are one block, and
    blocks do not overlap. A text without furniture, or empty, gives none.
    """
    lines = split_lines(text)
    openings = _openings(cues)
    reasons = [_reason(lines, i, cues, openings) for i in range(len(lines))]
    running = prose(lines)
    _add_biographies(lines, reasons, cues)
    _add_links(lines, reasons, running, cues)
    start = comments_start(lines, running, reasons, cues)
    for index in range(start, len(lines)):
        reasons[index] = COMMENTS
    return tuple(_blocks(lines, reasons))


def _reason(
    lines: Sequence[Line], index: int, cues: FurnitureCues, openings: frozenset[str]
) -> str | None:
    """The kind of furniture that one line is by its own words, if any."""
    line = lines[index]
    if len(line.words) > _LONG or not stands_alone(lines, index):
        return None
    if _opening(line.core) in openings or _opening(line.key) in openings:
        kind = next((kind for kind, rule in _BY_OPENING if rule(line, cues)), None)
        if kind is not None:
            return kind
    return next((kind for kind, rule in _BY_PHRASE if rule(line, cues)), None)


def _openings(cues: FurnitureCues) -> frozenset[str]:
    """The first words of all cues, to pass over most lines at once."""
    phrases = (p for kind in _OPENERS for p in getattr(cues, kind))
    return frozenset(map(_opening, phrases))


def _opening(core: str) -> str:
    """The first word, after what counts the comments; a mark is a word of its own."""
    match = _WORD.search(core)
    return match.group() if match else ""


# ------------------------------------------------------------------ one line


def _made_of(*kinds: str) -> _Rule:
    """A line of nothing but cues: "Share this: Facebook | Twitter"."""

    def rule(line: Line, cues: FurnitureCues) -> bool:
        phrases = [phrase for kind in kinds for phrase in getattr(cues, kind)]
        return line.core in phrases or _consumed(line.core, phrases)

    return rule


def _consumed(core: str, phrases: Sequence[str]) -> bool:
    """Whether phrases, longest first, use up a short line; an empty one is not."""
    if not core or len(core) > _SHORT:
        return False
    rest = core
    while rest:
        fits = [p for p in phrases if rest.startswith(p) and ends_word(rest, len(p))]
        if not fits:
            return False
        rest = _SEPARATOR.sub("", rest[len(max(fits, key=len)) :], count=1)
    return True


def _labelled(kind: str, *, least: int = 1) -> _Rule:
    """A cue alone, before a colon or bar, or in capitals: "READ MORE Fleets return"."""

    def rule(line: Line, cues: FurnitureCues) -> bool:
        cue = begins(line.core, getattr(cues, kind))
        if cue is None or len(cue.split()) < least:
            return False
        words = line.words.lstrip(ORNAMENT)
        rest = words[len(cue) :].lstrip()
        shouted = " " in cue and words[: len(cue)].isupper() and not rest.isupper()
        return line.core == cue or rest.startswith(_LABEL_ENDS) or shouted

    return rule


def _begins(kind: str) -> _Rule:
    """A notice known by how it begins: "Sign up for our newsletter"."""

    def rule(line: Line, cues: FurnitureCues) -> bool:
        return begins(line.core, getattr(cues, kind)) is not None

    return rule


def _contains(kind: str) -> _Rule:
    """A notice known by a phrase in it: "The Post. All rights reserved."."""

    def rule(line: Line, cues: FurnitureCues) -> bool:
        return any(phrase in line.key for phrase in getattr(cues, kind))

    return rule


def _counted(kind: str) -> _Rule:
    """A cue with or without a number: "Leave a reply", "12 Comments", "5 min read"."""

    def rule(line: Line, cues: FurnitureCues) -> bool:
        letters = " ".join(_COUNT.sub(" ", line.core).split())
        return letters in getattr(cues, kind)

    return rule


def _is_copyright(line: Line, cues: FurnitureCues) -> bool:
    """Tell "Copyright 2019 The Post" from "Copyright law was changed"."""
    mark = begins(line.key, cues.copyright_mark)
    if mark is None:
        return False
    owner = read_stamp(line.words[len(mark) :], cues).before
    named = 0 < len(owner) <= _FEW and _are_names(owner, cues, least=1)
    return named or bool(_YEAR.match(line.key, len(mark)))


def _is_publication(line: Line, cues: FurnitureCues) -> bool:
    """Tell "Updated: 2 hours ago" from "Published in 2019, it says"."""
    again = (*cues.publication, *cues.update)
    cue = begins(line.core, again)
    if cue is None or len(line.core) > _SHORT:
        return False
    rest = line.words.strip(ORNAMENT)[len(cue) :]
    if all(
        is_time(token, cues) or token in again or token.upper() in _zones(rest)
        for token in trimmed(rest)
    ):
        return True
    # "Published in The Harbour Post, May 10th, 2011."
    stamp = read_stamp(rest, cues)
    return stamp.dated and _are_names(stamp.before, cues, least=1)


def _zones(words: str) -> Sequence[str]:
    """Short words in capitals: time zones, beside a date."""
    return [w for w in words.split() if w.isupper() and len(w) <= _FEW - 1]


def _is_byline(line: Line, cues: FurnitureCues) -> bool:
    """Tell "By Ana de Lima and Per Holm, staff" from "By Monday it rained"."""
    cue = begins(line.core, cues.byline)
    if cue is None:
        return False
    least = 1 if " " in cue or cue.endswith(":") else 2
    return _are_names(_after(line, cue, cues), cues, least=least)


def _is_image_label(line: Line, cues: FurnitureCues) -> bool:
    """The label of a picture that has nothing else to say: "Photo of Ana Lima"."""
    cue = begins(line.core, cues.image_label)
    if cue is None:
        return False
    names = _after(line, cue, cues)
    return len(names) <= _FEW and _are_names(names, cues, least=2)


def _is_address(line: Line, _cues: FurnitureCues) -> bool:
    """An e-mail address alone on a line, as agencies sign."""
    return _ADDRESS.fullmatch(line.core) is not None


def _after(line: Line, cue: str, cues: FurnitureCues) -> Sequence[str]:
    """The words between a cue and a stamp at the end of its line."""
    words = line.words.strip(ORNAMENT).split()[len(cue.split()) :]
    return read_stamp(" ".join(words), cues).before


def _are_names(tokens: Sequence[str], cues: FurnitureCues, *, least: int) -> bool:
    """Whether words are names and what joins names, at least so many being names."""
    small = {*cues.name_joiner, *cues.byline_role}
    words = [token.strip(_MARKS) for token in tokens]
    names = [w for w in words if w[:1].isupper() and w.lower() not in small]
    if not least <= len(names) or len(words) > _NAMES:
        return False
    if any(word.endswith(("'s", "\u2019s")) for word in words):
        return False
    if tokens[-1].endswith(".") and len(words[-1]) > _INITIALS:
        return False
    return all(
        not word or word[0].isupper() or word.lower() in small or token[0] in "(@"
        for word, token in zip(words, tokens, strict=True)
    )


_OPENERS = (
    "advertisement",
    "author_biography",
    "byline",
    "cookie_notice",
    "copyright_mark",
    "end_mark",
    "image_label",
    "navigation",
    "newsletter_signup",
    "publication",
    "reader_comments",
    "reading_time",
    "related_articles",
    "republication_note",
    "search_box",
    "share_links",
    "source_link",
    "topics",
    "update",
)
_BY_OPENING: tuple[tuple[str, _Rule], ...] = (
    ("publication line", _is_publication),
    ("byline", _is_byline),
    ("advertisement", _made_of("advertisement")),
    ("search box", _made_of("search_box")),
    ("navigation", _made_of("navigation", "search_box")),
    ("share links", _made_of("share_links", "navigation", "search_box")),
    ("share links", _labelled("share_links", least=2)),
    ("source link", _made_of("source_link")),
    ("related articles", _labelled("related_articles")),
    ("topics", _labelled("topics")),
    ("author biography", _labelled("author_biography")),
    (COMMENTS, _counted("reader_comments")),
    ("reading time", _counted("reading_time")),
    ("end mark", _made_of("end_mark")),
    ("republication note", _begins("republication_note")),
    ("copyright notice", _is_copyright),
    ("cookie notice", _begins("cookie_notice")),
    ("newsletter signup", _begins("newsletter_signup")),
    ("image label", _is_image_label),
)
_BY_PHRASE: tuple[tuple[str, _Rule], ...] = (
    ("copyright notice", _contains("copyright_notice")),
    ("citation note", _contains("citation_note")),
    ("byline", _is_address),
)


# ------------------------------------------------------------------ sections


def _add_biographies(
    lines: Sequence[Line], reasons: list[str | None], cues: FurnitureCues
) -> None:
    """Take the paragraph below "About the author", and those that go on about him.

    "Ana Lima covers trade for the Post.", "She lives in Porto." A paragraph ends at
    a blank line or, in a text without any, with its line.
    """
    blanks = any(line.apart for line in lines[1:])
    headings = [i for i, reason in enumerate(reasons) if reason == "author biography"]
    for heading in headings:
        index = heading + 1
        bare = lines[heading].core in cues.author_biography
        while index < len(lines) and reasons[index] is None:
            below = bare and index == heading + 1
            opens = below or (blanks and not lines[index].apart)
            if not opens and begins(lines[index].core, cues.biography_opener) is None:
                break
            reasons[index] = "author biography"
            index += 1


def _add_links(
    lines: Sequence[Line],
    reasons: list[str | None],
    running: Sequence[bool],
    cues: FurnitureCues,
) -> None:
    """Take the short lines below "Related articles" or "Tags" when no prose follows.

    The last line of a text may be a sentence that was cut off, so a long one stays.
    """
    headings = {*cues.related_articles, *cues.topics}
    section = None
    for index in range(_tail(reasons, running), len(lines)):
        if reasons[index] is not None:
            section = reasons[index] if lines[index].core in headings else None
        elif section and not _sentence(lines[index].words, index + 1 == len(lines)):
            reasons[index] = section


def _tail(reasons: Sequence[str | None], running: Sequence[bool]) -> int:
    """The line after the last prose of the article."""
    ends = [i for i, is_prose in enumerate(running) if is_prose and not reasons[i]]
    return ends[-1] + 1 if ends else len(reasons)


def _sentence(words: str, last: bool) -> bool:
    ends = words.endswith((".", "!", "”", '"'))
    return ends or len(words) > _SHORT or (last and len(words.split()) > _FEW)


def _blocks(
    lines: Sequence[Line], reasons: Sequence[str | None]
) -> Iterator[Furniture]:
    """Join neighbouring lines of one kind."""
    index = 0
    while index < len(lines):
        first, reason = index, reasons[index]
        while index < len(lines) and reasons[index] == reason:
            index += 1
        if reason is not None:
            span = Span(lines[first].span.start, lines[index - 1].span.end)
            yield Furniture(span, reason)

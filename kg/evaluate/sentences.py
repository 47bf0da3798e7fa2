"""Where sentences end, for comparing events: a rule that needs no parser."""

import re
from bisect import bisect_right

# "U.S. troops", "J. Smith", "Mr. Kim" do not end a sentence
_ABBREVIATION = "".join(
    rf"(?<!\b{start})"
    for start in ("[A-Z]", "Mr", "Ms", "Mrs", "Dr", "Gen", "Sen", "Rep", "Gov")
)
_END = re.compile(_ABBREVIATION + r"[.!?][\"”’']?\s+(?=[\"“‘'\[A-Z])|\n+")


def sentence_starts(text: str) -> list[int]:
    """The first code point of each sentence, and one past the end of the text.

    >>> sentence_starts("The U.S. agreed. Seoul did not.")
    [0, 17, 32]
    """
    return [0, *(end.end() for end in _END.finditer(text)), len(text) + 1]


def sentence_of(starts: list[int], offset: int) -> int:
    """The number of the sentence that a code point lies in."""
    return bisect_right(starts, offset) - 1

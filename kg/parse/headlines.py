"""Headlines in title case, shown to tagger and parser in sentence case.

They were trained on sentences: "British Government Condemns Missile Launch" is one long
name to them, unless only what is a name keeps its capital. Token for token, so that
what is found in the copy holds for the headline itself.
"""

from collections.abc import Collection
from typing import TYPE_CHECKING, Any, cast

from kg.parse import phrases

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FOUND = ("TAG", "POS", "MORPH", "LEMMA", "HEAD", "DEP", "SENT_START")


def sentence_case(doc: "Doc", names: Collection[int]) -> "Doc":
    """A passage with small letters for the words of its headline that are no names.

    Args:
        doc: the passage, each name one token.
        names: the indices of those tokens.

    Returns:
        A copy; the passage itself when it is no headline in title case.
    """
    from spacy.tokens import Doc

    if phrases.loud(doc) or not phrases.headline(doc):
        return doc
    words = [_shown(t, named=t.i in names) for t in doc]
    copy = Doc(doc.vocab, words, [bool(t.whitespace_) for t in doc])
    for token, shown in zip(doc, copy, strict=True):
        shown.norm_ = token.norm_
    return copy


def take_back(doc: "Doc", copy: "Doc") -> None:
    """Give a passage the tags and the tree of its copy, in place."""
    if doc is not copy:
        doc.from_array(list(_FOUND), cast("Any", copy.to_array(list(_FOUND))))
        doc.tensor = copy.tensor


def _shown(token: "Token", *, named: bool) -> str:
    plain = token.i and token.text.istitle() and not named
    return token.text.lower() if plain else token.text

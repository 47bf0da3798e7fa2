"""What is a headline, by its letters or by its place; and headlines in title case.

Tagger and parser were trained on sentences: "British Government Condemns Missile
Launch" is one long name to them, unless only what is a name keeps its capital. They are
shown such a headline in sentence case, token for token, so that what is found in the
copy holds for the headline itself.
"""

from collections.abc import Collection
from enum import Enum
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FOUND = ("TAG", "POS", "MORPH", "LEMMA", "HEAD", "DEP", "SENT_START")
_SHORT_LINE = 3  # words
_LONG = 3  # letters of a word that title case may leave small
_CAPITALS = 0.8  # share of the words


class Case(Enum):
    """How the capitals of a passage are to be read; those of a sentence tell names."""

    SENTENCE = "sentence"
    TITLE = "title"
    CAPITALS = "capitals"

    @classmethod
    def of(cls, doc: "Doc") -> "Case":
        """The case of a passage of at least one token.

        Only what the gazetteer or the body of the article knows is a name in "Koreas
        Agree To Hold High-Level Talks" and in "PERU SIGNS PACT".
        """
        if len(doc) > 2 and all(t.is_upper for t in doc if t.is_alpha):
            return cls.CAPITALS
        return cls.TITLE if _titled(doc) else cls.SENTENCE


def _titled(doc: "Doc") -> bool:
    if len(doc) <= _SHORT_LINE and not doc[-1].is_punct:
        return True  # "Background", "Key findings"
    if doc[-1].text[-1] in '.!"':  # also "Ltd."
        return False
    words = [t for t in doc if t.is_alpha and (len(t) > _LONG or not t.is_stop)]
    capitals = sum(t.text[0].isupper() for t in words)
    return len(words) > _SHORT_LINE and capitals >= _CAPITALS * len(words)


def headlined(token: "Token") -> bool:
    """Whether a token is of the article's headline, by its place.

    That is the first sentence, if it has no full stop; its letters do not matter:
    "Peru signs pact with Chile" tells the past in the present.
    """
    sentence = token.sent
    return sentence.start == 0 and sentence[-1].text not in (".", "!", "?", '"')


def sentence_case(doc: "Doc", names: Collection[int]) -> "Doc":
    """A passage with small letters for the words of its headline that are no names.

    Args:
        doc: the passage, each name one token.
        names: the indices of those tokens.

    Returns:
        A copy; the passage itself when it is no headline in title case.
    """
    from spacy.tokens import Doc

    if Case.of(doc) is not Case.TITLE:
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

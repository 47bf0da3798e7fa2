"""Words that the recogniser has glued to a person's name, told by the other names.

Title case and captions have capitals for words that are no names: "Ada Eze Letters" in
an article on Ada Eze, "Ada Eze Image: N. Obi". A word of the language at either end of
a name comes off if the rest is a person of the same article.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.lexicon import Lexicon
from kg.parse.name import Name
from kg.parse.phrases import opening
from kg.parse.words import Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PERSON = "Person"
_MARK = ":"


def unglued(
    found: Sequence[Sequence[Name]],
    docs: Sequence["Doc"],
    lexicon: Lexicon,
    vocabulary: Vocabulary,
) -> list[list[Name]]:
    """The names of each passage of an article, without words that are glued to them."""
    persons = {n.words for row in found for n in row if n.cls == _PERSON}
    whole = frozenset(words for words in persons if " " in words)
    known = _Known(
        whole, frozenset(w.split()[-1] for w in persons), lexicon, vocabulary
    )
    return [
        [known.bare(doc, n) for n in row if not known.label(doc, n)]
        for doc, row in zip(docs, found, strict=True)
    ]


@dataclass(frozen=True)
class _Known:
    """The persons of an article: whole names, and last words of names."""

    whole: frozenset[str]
    last: frozenset[str]
    lexicon: Lexicon
    vocabulary: Vocabulary

    def bare(self, doc: "Doc", name: Name) -> Name:
        """The name, without its first or last word if that is glued to it."""
        if name.cls != _PERSON or name.entries or name.end - name.start < 2:
            return name
        before, after = doc[name.start : name.end - 1], doc[name.start + 1 : name.end]
        # "Eze Letters", but not "Eze Young: Yes."
        sure = len(before) > 1 or self._plural(doc[name.end - 1])
        if sure and before[-1].text in self.last and self._stray(doc, name.end - 1):
            return replace(name, end=name.end - 1, words=before.text)
        if self._told(doc[name.start], after.text):
            return replace(name, start=name.start + 1, words=after.text)
        return name

    def label(self, doc: "Doc", name: Name) -> bool:
        """Whether a name is only what stands before a colon: "Photo: N. Obi"."""
        alone = name.end - name.start == 1 and not name.entries
        if not (alone and name.end < len(doc) and doc[name.end].text == _MARK):
            return False
        longer = any(name.words in words.split() for words in self.whole)
        common = self.vocabulary.common(name.words)
        return common and not longer and opening(doc, name.start)

    def _stray(self, doc: "Doc", at: int) -> bool:
        """Whether a word of the language ends a name: in the plural, or a label."""
        labels = at + 1 < len(doc) and doc[at + 1].text == _MARK
        common = self.vocabulary.common(doc[at].text)
        return common and (labels or self._plural(doc[at]))

    def _plural(self, token: "Token") -> bool:
        return (
            token.lower_.endswith("s") and token.lower_[:-1] in self.vocabulary.lemmas
        )

    def _told(self, first: "Token", rest: str) -> bool:
        """As in "Violinist Ada Eze": what she is, in capitals."""
        if first.lower_ in self.lexicon.given_names:
            return False
        noun = self.lexicon.nouns.get(first.lower_) == _PERSON
        strange = not self.vocabulary.common(first.text)
        return (rest in self.whole and not strange) or (noun and rest in self.last)

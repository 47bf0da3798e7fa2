"""Which words are English words: a capital tells more about those that are none."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline.lemmatizer import Lemmatizer

_ENDINGS = ("", "s", "es", "ed", "d", "ing", "er", "ers", "ly", "al")


@dataclass(frozen=True)
class Vocabulary:
    """The lemmas of the pipeline's own lemmatizer, by their small letters."""

    lemmas: frozenset[str]

    @classmethod
    def of(cls, nlp: "Language") -> "Vocabulary":
        """The words a rule lemmatizer knows; none where the pipeline has no list."""
        lookups = cast("Lemmatizer", nlp.get_pipe("lemmatizer")).lookups
        found: set[str] = set()
        for table in ("lemma_index", "lemma_exc"):
            if lookups.has_table(table):
                for words in lookups.get_table(table).values():
                    found.update(words)
        return cls(frozenset(found))

    def common(self, word: str) -> bool:
        """Whether a word, whatever its ending, is one of the language.

        >>> # "Markets", "Critics" are; "Hichilema", "Norvik" are not
        """
        small = word.lower()
        return any(stem in self.lemmas for stem in _stems(small))


def _stems(word: str) -> Iterator[str]:
    for ending in _ENDINGS:
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            yield stem
            if ending in ("ed", "ing", "er", "ers"):
                yield stem + "e"
                yield stem[:-1]
            elif ending == "es":
                yield stem.removesuffix("i") + "y"

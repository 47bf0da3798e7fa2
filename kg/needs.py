"""Whether the words around a trigger are those that one of its senses needs."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from kg.arguments import Scene
from kg.model import Kind
from kg.syntax import Slots

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEFORE = ("possessor", "modifier")
_SEVERAL = "Several"  # a need: more than one takes part
_STATE, _COUNTRY = "State", "Country"  # a need: a state itself, not its people


def needs_met(
    scene: Scene,
    needs: Mapping[str, tuple[str, ...]],
    around: Slots,
    *,
    noun: bool = False,
) -> bool:
    """Whether the needed slots have a filler of a wanted lemma or class.

    All of them; of a noun's slots that want a class one is enough, because whose
    talks they are is said before, between or after them.
    """
    either = [s for s, w in needs.items() if noun and any(x[0].isupper() for x in w)]
    rest = [s for s in needs if s not in either]
    if noun:
        around = {**around, **_compounds(around)}
    met = all(_met(scene, needs[s], around.get(s, ())) for s in rest)
    return met and (
        not either or any(_met(scene, needs[s], around.get(s, ())) for s in either)
    )


def _met(scene: Scene, wanted: tuple[str, ...], tokens: Iterable["Token"]) -> bool:
    row = list(tokens)
    if _SEVERAL in wanted and len(scene.participants(row, lists=True)) > 1:
        return True
    # "11 of its prisoners", "dozens of soldiers": what some are meant of
    row += [part for t in row if (part := scene.part_of(t))]
    lemmas, classes = _split(wanted)
    return any(
        not lemmas.isdisjoint(_spoken(scene, t)) or _is_of(scene, t, classes)
        for t in row
    )


def _spoken(scene: Scene, token: "Token") -> tuple[str, ...]:
    """The words by which a token meets a need for a lemma."""
    if token.i not in scene.parsed.names:
        lower = token.lower_
        return token.lemma_.lower(), lower, lower.removesuffix("s")
    # a name says what it is by any word: "Ministry of External Affairs"
    words = token.lower_.split()
    bare = [w.removesuffix("s") for w in words]
    return token.lemma_.lower(), token.lower_, *words, *bare


def _is_of(scene: Scene, token: "Token", classes: Sequence[str]) -> bool:
    """Whether what a token stands for is of one of the wanted classes."""
    if not classes or "Any" in classes:
        return bool(classes)
    if token.lower_ in scene.lexicon.collectives:
        return "Collective" in classes
    if _STATE in classes and _state(scene, token):
        return True
    # the sense of a word needs a thing of that class, named or not: "a journalist"
    noun = scene.lexicon.plain_nouns.get(token.lemma_.lower())
    is_a, free = scene.lexicon.schema.is_a, token.i not in scene.linked.at
    if noun and free and any(is_a(noun, c) for c in classes):
        return True
    indices = scene.stand_ins(token) or [
        *(i for i in scene.owners(token, _BEFORE) if i in scene.parsed.names),
        *scene.beside(token),
    ]
    return any(is_a(scene.cls(i) or "", c) for i in indices for c in classes)


def _state(scene: Scene, token: "Token") -> bool:
    """As in "Ghana protested", which "two Ghanaians protested" is not."""
    mention = scene.linked.mention(token.i)
    named = mention is not None and mention.kind is Kind.NAME
    return named and scene.cls(token.i) == _COUNTRY


@cache
def _split(wanted: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    """The last words of the lemmas that a need lists, and the classes."""
    lemmas = frozenset(w.rsplit(" ", 1)[-1] for w in wanted if w[0].islower())
    classes = (w for w in wanted if not w[0].islower() and w != _SEVERAL)
    return lemmas, tuple(classes)


def _compounds(around: Slots) -> Slots:
    """As in "missile launch" and "launch of a missile" say the same."""
    both = [*around.get("of", ()), *around.get("modifier", ())]
    return {"of": both, "modifier": both}

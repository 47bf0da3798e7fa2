"""Who says what a word of an article tells: speakers as mentions, the nearest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.arguments import Scene
from kg.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says it: the nearest speaker that is named, then who relays those words.

    `said` also when nobody is named ("it was reported that"); `token` heads the
    mention of the nearest speaker.
    """

    speaker: Span | None = None
    relayed_by: tuple[Span, ...] = ()
    said: bool = False
    token: int | None = None

    @property
    def unnamed(self) -> bool:
        """Whether somebody says so whom nobody can name."""
        return self.said and self.speaker is None


def attribute(
    scene: Scene, token: "Token", near: Sequence[Sequence["Token"]]
) -> Attribution:
    """Who says what a token tells: as its tree shows, else as its quotation does.

    Only persons, bodies and states say something; each says it once.

    Args:
        scene: the article.
        token: what is told.
        near: the words for its speakers in the tree, level by level, the nearest first.
    """
    at = scene.linked.at
    quoted = scene.quoted.get(token.sent.start)
    levels = near or (() if quoted is None else (quoted,))
    said_by = [scene.participants(level) for level in levels]
    actors = [[s for s in row if scene.acts(s)] for row in said_by]
    named = {at[row[0]]: row[0] for row in reversed(actors) if row}
    first = [r[0] for r in actors if r and named[at[r[0]]] == r[0]]
    spans = tuple(scene.span(s) for s in first)
    if not first:
        return Attribution(said=bool(levels))
    return Attribution(spans[0], spans[1:], said=True, token=first[0])

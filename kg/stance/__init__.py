"""Is it so, and who says so: polarity, certainty, tense and speakers of a predicate.

Climbs from the predicate to the root of its sentence. What it meets on the way (not,
may, plan to, refuse to, if, said that) acts on what stands below it; relative and
adverbial clauses stop all but the speaker, because "sanctions that were imposed" stay
imposed under "did not discuss". The values are those of GRaSP (van Son et al. 2016).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.lexicon import Lexicon
from kg.model import Certainty, Polarity, Stance, Tense
from kg.stance.clause import Clause, parted
from kg.stance.given import given_tense
from kg.stance.govern import Governors
from kg.stance.tense import clause_verb, finite, tense_of
from kg.stance.values import weaken
from kg.stance.voices import Level, Voices
from kg.syntax import carried_by

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["View", "clause_verb", "view_of"]

_CLIMB = 12
_ASKED = ("how", "when", "where", "who", "why")  # of what is known to be so


@dataclass(frozen=True, slots=True)
class View:
    """How a sentence presents a predicate: its stance and who is quoted for it.

    `voices` are those who say so, the nearest first: the tokens of each, none for
    somebody unnamed. Empty when the article says it itself.
    """

    stance: Stance
    voices: tuple[Level, ...] = ()


def view_of(token: "Token", lexicon: Lexicon, *, headline: bool = False) -> View:
    """The stance and the speakers of a predicate: a verb, or a noun of an event.

    Args:
        token: the predicate's head.
        lexicon: the words of stance.
        headline: whether it stands in a headline, whose present tense tells the past.
    """
    clause = Clause(lexicon)
    above, voices = Governors(clause), Voices(clause)
    path = list(_path(token))
    aside = any(above.before_now(c) for c, _ in path if c.dep_ == "prep")
    carrier = carried_by(token, lexicon.words("LightVerb"))
    while carrier is not None and carrier.dep_ == "xcomp":
        carrier = carrier.head  # "is trying to hold talks"
    carried = carrier is not None and finite(carrier) is Tense.PRESENT
    tense = tense_of(token, headline=headline, carried=carried)
    tense = Tense.PAST if aside else tense
    given = given_tense(token, lexicon)
    if given is None:
        stance = clause.own(token, Stance(tense=tense))
    else:
        stance = clause.modified(token, Stance(tense=given))
    levels = voices.beside(token)
    transparent = given is None
    for child, head in path:
        if transparent:
            stance = clause.led(child, stance)
            stance = above.aside(child, head, stance)
        transparent = transparent and not (above.opaque(child) or parted(child))
        if transparent:
            stance = above.outer(child, head, stance)
        levels += voices.over(child, head)
    if transparent:
        stance = clause.led(path[-1][1] if path else token, stance)
    if stance.polarity is Polarity.POSITIVE and clause.any_one(token):
        stance = weaken(stance, Certainty.POSSIBLE)
    if token.sent[-1].text == "?" and token.sent[0].lower_ not in _ASKED:
        stance = weaken(stance, Certainty.POSSIBLE)
    levels += voices.sources(token)
    return View(stance, tuple(dict.fromkeys(levels)))


def _path(token: "Token") -> Iterator[tuple["Token", "Token"]]:
    """Pairs of child and head from a token to its root."""
    for _ in range(_CLIMB):
        if token.head == token:
            return
        yield token, token.head
        token = token.head

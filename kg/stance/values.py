"""What cues do to a stance: negate it, weaken it, move it in time."""

from dataclasses import replace

from kg.model import Certainty, Polarity, Stance, Tense
from kg.schema import Individual

_ORDER = (Certainty.POSSIBLE, Certainty.PROBABLE, Certainty.CERTAIN)


def flip(stance: Stance) -> Stance:
    """Negate; twice negated leaves it open ("did not refuse to meet")."""
    if stance.polarity is Polarity.NEGATIVE:
        return replace(stance, polarity=Polarity.POSITIVE, certainty=Certainty.POSSIBLE)
    return replace(stance, polarity=Polarity.NEGATIVE)


def weaken(stance: Stance, certainty: Certainty) -> Stance:
    """The weaker of two certainties."""
    return replace(stance, certainty=min(stance.certainty, certainty, key=_ORDER.index))


def apply(stance: Stance, cue: Individual | None) -> Stance:
    """What a cue says of polarity, certainty and tense; nothing without a cue."""
    if cue is None:
        return stance
    if cue.one("polarity") == Polarity.NEGATIVE:
        stance = flip(stance)
    if certainty := cue.one("certainty"):
        stance = weaken(stance, Certainty(certainty))
    if tense := cue.one("tense"):
        stance = replace(stance, tense=Tense(tense))
    return stance


def doubted(stance: Stance, cue: Individual) -> Stance:
    """As in "wished that it had met": the past stays, but not as certain."""
    certainty = cue.one("certainty")
    return weaken(stance, Certainty(certainty)) if certainty else stance

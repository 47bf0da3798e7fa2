"""Is it so: the values of a stance, and the status that they give a claim.

Polarity, certainty and tense are those of GRaSP (van Son et al. 2016); the status is
the contract's.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Polarity(StrEnum):
    """Whether the text says that it is so or that it is not."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Certainty(StrEnum):
    """How sure the text is (GRaSP: certain, probable, possible)."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"


class Tense(StrEnum):
    """When the text places it, seen from the article's date."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


class Status(StrEnum):
    """What kg makes of a claim; the first that fits, in this order."""

    DENIED = "denied"
    POSSIBLE = "possible"
    PLANNED = "planned"
    REPORTED = "reported"
    ASSERTED = "asserted"


SETTLED: Final = (Status.ASSERTED, Status.REPORTED)
"""What is told as having happened: not denied, planned, or only possible."""


@dataclass(frozen=True, slots=True)
class Stance:
    """Is it so: polarity, certainty and tense of one fact."""

    polarity: Polarity = Polarity.POSITIVE
    certainty: Certainty = Certainty.CERTAIN
    tense: Tense = Tense.PAST

    def status(self, *, reported: bool) -> Status:
        """The contract's status, `reported` being whether the text attributes it."""
        if self.polarity is Polarity.NEGATIVE:
            return Status.DENIED
        if self.certainty is not Certainty.CERTAIN:
            return Status.POSSIBLE
        if self.tense is Tense.FUTURE:
            return Status.PLANNED
        return Status.REPORTED if reported else Status.ASSERTED

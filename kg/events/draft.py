"""An event while it is worked out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.events.triggers import Trigger
from kg.syntax import Slots

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(eq=False)
class Draft:
    """A trigger at a token, with the head tokens of its participants so far.

    `future` marks what an agreement puts ahead; `owed`, what is told only if somebody
    says that it is due. Changed only inside `find_events`.
    """

    token: "Token"
    trigger: Trigger
    category: str
    actors: list[int]
    recipients: list[int]
    around: Slots = field(default_factory=dict)
    mode: str | None = None
    future: bool = False
    owed: bool = False

    def add(
        self, actors: Iterable[int], recipients: Iterable[int], at: Mapping[int, int]
    ) -> None:
        """Take over the participants of another telling of the same event."""
        for index in actors:
            if at[index] not in self._things(at):
                self.actors.append(index)
        for index in recipients:
            if at[index] not in self._things(at):
                self.recipients.append(index)

    def _things(self, at: Mapping[int, int]) -> set[int]:
        return {at[i] for i in (*self.actors, *self.recipients)}

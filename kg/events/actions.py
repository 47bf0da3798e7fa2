"""Acts that no category fits: kg:Action, with the lemma of the verb that tells it.

A verb with an actor and something that it is done to, both named in the article; any
class of thing may be on either side. What somebody says, and what is rather than is
done, is no act: those verbs stand in the ontology (kg:ReportingVerb, kg:StateVerb), and
a light verb ("took part") tells nothing without its noun.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kg.arguments import ACTING, AFFECTED, Scene
from kg.events.draft import Draft
from kg.events.triggers import Trigger
from kg.schema import Schema
from kg.syntax import Slots, lemma_forms, verbal

if TYPE_CHECKING:
    from spacy.tokens import Token

ACTION = "Action"
_BARRED = ("StateVerb", "ReportingVerb", "LightVerb", "PhaseVerb")


@dataclass(frozen=True)
class Actions:
    """What the ontology says of acts without a category: one frame for all verbs."""

    schema: Schema

    @cached_property
    def _roles(self) -> dict[str, str]:
        """Slots to roles; none when the ontology has no such frame."""
        frames = [f for f in self.schema.of("Frame") if f.one("evokes") == ACTION]
        return {
            slot: role[0]
            for frame in frames
            for slot, role in frame.prefixed("slot:").items()
        }

    def find(
        self, scene: Scene, sentence: Iterable["Token"], told: Collection[int]
    ) -> Iterator[Draft]:
        """Acts of a sentence, but of the tokens whose events were `told` already."""
        for token in sentence:
            if token.i not in told and _acts(scene, token):
                draft = self._draft(scene, token)
                if draft.actors and draft.recipients:
                    yield draft

    def _draft(self, scene: Scene, token: "Token") -> Draft:
        around = scene.slots(token)
        actors = self._named(scene, around, "actor")
        known = {scene.linked.at[a] for a in actors}
        others = self._named(scene, around, "recipient") if actors else []
        recipients = [r for r in others if scene.linked.at[r] not in known]
        lemma = token.lemma_.lower()
        trigger = Trigger(
            "action", (lemma,), "VERB", ACTION, None, None, self._roles, {}
        )
        return Draft(token, trigger, ACTION, actors, recipients, around)

    def _named(self, scene: Scene, around: Slots, role: str) -> list[int]:
        """Who fills a role: only what the article names somewhere."""
        tokens = [
            t for s in sorted(around) if self._roles.get(s) == role for t in around[s]
        ]
        owners = ACTING if role == "actor" else AFFECTED
        found = scene.participants(tokens, lists=True, owners=owners)
        return [i for i in found if scene.named(i)]


def _acts(scene: Scene, token: "Token") -> bool:
    """Whether a word is a verb that tells an act."""
    if not verbal(token) or token.pos_ == "AUX" or token.i in scene.parsed.names:
        return False
    forms = lemma_forms(token)
    if any(form in scene.lexicon.plain_nouns for form in forms):
        return False  # "athletes" that a tree takes for a verb
    return not any(scene.lexicon.has(kind, *forms) for kind in _BARRED)

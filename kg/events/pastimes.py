"""Sport is no politics: "Sweden beat Norway", "the semifinal meeting".

PLOVER codes what states, groups and people do to each other in public life. Words of
a game in play (ontology/lexicon/pastimes.ttl) show that a sentence tells of no such
thing; "agreed to send athletes to the Games" has none of them.
"""

from collections.abc import Iterable

from kg.arguments import Scene
from kg.events.actions import ACTION
from kg.events.contexts import contexts_of, topics_of
from kg.model import EventFact

_KINDS = "PastimeCue", "PastimeName"


def outside_pastimes(scene: Scene, facts: Iterable[EventFact]) -> tuple[EventFact, ...]:
    """The facts without the events of sentences, or of an article, that tell a game.

    Acts of no category stay.
    """
    played = {
        scene.parsed.sentence(sentence[0]): contexts_of(scene, sentence, *_KINDS)
        for sentence in scene.parsed.doc.sents
        if not all(token.is_space for token in sentence)
    }
    if topics_of(played.values()):
        return tuple(f for f in facts if f.category == ACTION)
    return tuple(f for f in facts if f.category == ACTION or not played[f.sentence])

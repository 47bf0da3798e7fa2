"""Sport and art are no politics: "Sweden beat Norway", "the band toured Peru".

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

    Of art only those categories go that it silences (kg:silences): a singer on tour
    visits nobody, but may be deported. Acts of no category stay.
    """
    played = {
        scene.parsed.sentence(sentence[0]): contexts_of(scene, sentence, *_KINDS)
        for sentence in scene.parsed.doc.sents
        if not all(token.is_space for token in sentence)
    }
    topics = topics_of(played.values())
    silenced = {t.id: t.all("silences") for t in scene.lexicon.schema.of("Pastime")}

    def silent(fact: EventFact) -> bool:
        kinds = topics | played[fact.sentence]
        rows = [silenced[kind] for kind in sorted(kinds)]
        return any(not row or fact.category in row for row in rows)

    return tuple(f for f in facts if f.category == ACTION or not silent(f))

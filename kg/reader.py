"""An article to its reading: the language stages in their order, and nothing else.

`Reader.read` is a pure function of the articles, the ontology and the model, so a
reading can be cached, made in any batch and by any worker.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.arguments import Scene
from kg.coref import Linked, link_mentions
from kg.events import find_events
from kg.events.given import place_given
from kg.events.triggers import Triggers
from kg.events.when import Calendar
from kg.lexicon import Lexicon
from kg.mentions import find_mentions
from kg.model import Article, Chain, EventFact, Reading, RelationFact, Span
from kg.offices import find_offices
from kg.parse import Parsed, load_model, parse_articles
from kg.parse.recognise import Recogniser
from kg.relations import RelationPatterns, find_relations
from kg.schema import Schema
from kg.times import TimeExpression, TimeWords

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(frozen=True)
class Reader:
    """Model and ontology, loaded and compiled once, for any number of articles."""

    nlp: "Language"
    lexicon: Lexicon
    recogniser: Recogniser
    triggers: Triggers
    patterns: RelationPatterns
    calendar: Calendar

    @classmethod
    def load(cls, model: str, schema: Schema) -> "Reader":
        """Load a language model and compile the ontology for it.

        Raises:
            ModelError: if the model is missing or unfit.
        """
        nlp, lexicon = load_model(model), Lexicon(schema)
        return cls(
            nlp,
            lexicon,
            Recogniser(nlp, lexicon),
            Triggers(schema),
            RelationPatterns(schema),
            Calendar(time_words(schema)),
        )

    def read(self, articles: Sequence[Article]) -> tuple[Reading, ...]:
        """The readings of a batch of articles, in the order given."""
        with self.nlp.memory_zone():
            parsed = parse_articles(articles, self.nlp, self.recogniser)
            return tuple(self._reading(p) for p in parsed)

    def times(
        self, article: Article, spans: Sequence[Span]
    ) -> tuple[TimeExpression | None, ...]:
        """Place time expressions of an article that are given: see `place_given`."""
        with self.nlp.memory_zone():
            (parsed,) = parse_articles([article], self.nlp, self.recogniser)
            return place_given(parsed, spans, self.calendar.words, self.lexicon)

    def scene(self, parsed: Parsed) -> Scene:
        """Who is who in a parsed article: what patterns are applied to."""
        candidates = find_mentions(parsed, self.lexicon)
        offices = find_offices(parsed, self.lexicon)
        linked = link_mentions(parsed, candidates, offices, self.lexicon)
        return Scene(parsed, linked, offices, self.lexicon)

    def _reading(self, parsed: Parsed) -> Reading:
        scene = self.scene(parsed)
        relations = find_relations(scene, self.patterns, self.calendar)
        events = find_events(scene, self.triggers, self.calendar)
        chains = _chains(scene.linked, relations, events)
        return Reading(parsed.article, chains, relations, events)


def time_words(schema: Schema) -> TimeWords:
    """The words of time in the ontology."""
    return TimeWords.from_rows(
        (t.need("kind"), t.one("number") or t.one("value") or "", t.all("words"))
        for t in schema.of("TimeWord")
    )


def _chains(
    linked: Linked,
    relations: Sequence[RelationFact],
    events: Sequence[EventFact],
) -> tuple[Chain, ...]:
    """All chains with a name, and the described ones that a fact speaks of."""
    used = {
        s for r in relations for s in (r.subject, r.object, r.speaker, *r.relayed_by)
    }
    for event in events:
        used |= {*event.actors, *event.recipients, event.place, event.speaker}
        used |= set(event.relayed_by)
    chains = [cluster.chain() for cluster in linked.clusters]
    return tuple(c for c in chains if _kept(c, used))


def _kept(chain: Chain, used: "set[Span | None]") -> bool:
    named = any(m.kind in ("name", "demonym") for m in chain.mentions)
    return named or any(m.span in used for m in chain.mentions)

"""Triggers of the ontology compiled for look-up, and their match at a token."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from kg.arguments import Scene
from kg.lexicon import spelt, word_sets
from kg.needs import needs_met
from kg.schema import Individual, Schema
from kg.syntax import Slots, lemma_forms, subjects, verbal

if TYPE_CHECKING:
    from spacy.tokens import Token

_VERB = "VERB"
_ADJECTIVE = "ADJ"
_BEARERS = ("Organization", "Person", "Place")
_PARTICLES = (
    *("prt", "prep", "advmod", "advcl", "dobj", "acomp", "oprd", "attr", "pobj"),
    *("ccomp", "xcomp"),  # "found her guilty", "let him free": small clauses
)
_STOPS = (".", "!", "?", '"', ";", ":")


@dataclass(frozen=True, slots=True)
class Trigger:
    """One sense of a word that tells an event.

    `roles` maps slots to "actor" or "recipient"; `content` is "absorb", "commit" or
    None; each of `bars` alone refuses (ontology/README.md).
    """

    id: str
    words: tuple[str, ...]
    pos: str
    category: str
    mode: str | None
    content: str | None
    roles: Mapping[str, str]
    needs: dict[str, tuple[str, ...]]
    contexts: tuple[str, ...] = ()
    implied: str | None = None
    lasting: bool = False
    frame: str = ""
    bars: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def specific(self) -> tuple[int, int, str]:
        """Sort key: more words, then more needs, then the id, come first."""
        return -len(self.words), -len(self.needs), self.id


@dataclass(frozen=True)
class Triggers:
    """All triggers of a schema, by the lemma of their head."""

    schema: Schema

    @cached_property
    def _by_head(self) -> Mapping[tuple[str, str], list[Trigger]]:
        found: dict[tuple[str, str], list[Trigger]] = {}
        frames = {f.id: f for f in self.schema.of("Frame")}
        words = word_sets(self.schema)
        for term in self.schema.of("Trigger"):
            for trigger in _compiled(term, frames[term.need("frame")], words):
                head = trigger.words[0 if trigger.pos == _VERB else -1]
                found.setdefault((head, trigger.pos), []).append(trigger)
        return {k: sorted(v, key=lambda t: t.specific) for k, v in found.items()}

    @cached_property
    def _heads(self) -> frozenset[str]:
        """First look: words that head any trigger."""
        return frozenset(word for word, _ in self._by_head)

    def at(self, token: "Token") -> Iterator[Trigger]:
        """Triggers whose words stand at a token, the most specific first.

        None inside an idiom: "the war of words", "sorry to say".
        """
        words = _lemmas_of(token)
        if self._heads.isdisjoint(words) or self._idiomatic(token, words):
            return
        pos = _part_of_speech(token)
        rows = [t for w in sorted(words) for t in self._by_head.get((w, pos), ())]
        if any(len(t.words) > 1 for t in rows):
            near, second = _near(token, pos), 1 if pos == _VERB else -2
            rows = [t for t in rows if len(t.words) == 1 or t.words[second] in near]
        for trigger in sorted(rows, key=lambda t: t.specific):
            if _spelled(token, trigger):
                yield trigger

    @cached_property
    def _idioms(self) -> Mapping[str, list[tuple[tuple[str, ...], int]]]:
        """Idioms as rows of words, by each of their words and where it stands."""
        found: dict[str, list[tuple[tuple[str, ...], int]]] = {}
        for term in self.schema.of("Idiom"):
            for row in (tuple(lemma.split()) for lemma in term.all("lemma")):
                for at, word in enumerate(row):
                    found.setdefault(word, []).append((row, at))
        return found

    def _idiomatic(self, token: "Token", words: Iterable[str]) -> bool:
        return any(
            _in_row(token, *row) for w in words for row in self._idioms.get(w, ())
        )

    def fit(
        self, token: "Token", scene: Scene, around: Slots
    ) -> Iterator[tuple[Trigger, Slots]]:
        """Triggers at a token whose needs the slots meet, the most specific first.

        With the slots as that trigger sees them: "voted down the deal" has an object.
        """
        if self._names_thing(token, scene):
            return
        for trigger, seen in self.senses(token, around):
            noun = trigger.pos != _VERB
            met = needs_met(scene, trigger.needs, seen, noun=noun)
            if met and not barred(scene, trigger, seen):
                yield trigger, seen

    @cached_property
    def _bearing(self) -> tuple[str, ...]:
        return word_sets(self.schema).get("event-bearers", ())

    def _names_thing(self, token: "Token", scene: Scene) -> bool:
        """Whether an event noun only says of what kind somebody or something is.

        "Aid workers", "attack helicopters", "the invasion museum" tell no event.
        """
        if token.dep_ != "compound" or token.head.i <= token.i:
            return False
        word = token.head.lemma_.lower()
        cls = scene.lexicon.plain_nouns.get(word)
        bearing = any(self.schema.is_a(cls or "", c) for c in _BEARERS)
        return bearing or word in self._bearing

    def senses(self, token: "Token", around: Slots) -> Iterator[tuple[Trigger, Slots]]:
        """All triggers at a token, whatever they need, with the slots as each sees."""
        for trigger in self.at(token):
            seen = _past_particle(trigger, token, around)
            asks = self.schema.categories[trigger.category].one("asksOthers")
            yield trigger, _without_was(trigger, token, seen, asks=bool(asks))


def _without_was(
    trigger: Trigger, token: "Token", around: Slots, *, asks: bool
) -> Slots:
    """As in the headline "Chad accused of spying": Chad was accused.

    Headlines tell deeds in the present; a past without the object that the verb takes
    lacks its "was". "Chad asked to help" was asked, but "Chad promised to help".
    """
    roles = (trigger.roles.get("subject"), trigger.roles.get("object"))
    past = token.tag_ == "VBD" and token.lower_.endswith("ed")
    if not past or roles != ("actor", "recipient") or around.get("object"):
        return around
    clauses = [c for c in around.get("complement", ()) if c.head == token]
    asked = asks and around.get("infinitive") == clauses
    if token.sent[-1].text in _STOPS or (clauses and not asked):
        return around
    return {**around, "object": around.get("subject", []), "subject": []}


def barred(scene: Scene, trigger: Trigger, around: Slots) -> bool:
    """Whether what fills a slot refuses a sense: no force damages a name."""
    return any(
        needs_met(scene, {s: words}, around) for s, words in trigger.bars.items()
    )


def _past_particle(trigger: Trigger, token: "Token", around: Slots) -> Slots:
    """The object of two words whose second the tree took for something of its own.

    What follows a particle read as a preposition; "her" in "found her guilty".
    """
    if trigger.pos != _VERB or len(trigger.words) != 2 or around.get("object"):
        return around
    inside = (c for c in token.children if c.lower_ == trigger.words[1])
    behind = around.get(trigger.words[1]) or [s for c in inside for s in subjects(c)]
    return {**around, "object": behind} if behind else around


def _lemmas_of(token: "Token") -> set[str]:
    """Forms under which a word may be listed; an adjective also as it stands."""
    words = set(lemma_forms(token))
    if _part_of_speech(token) == _ADJECTIVE:
        words.add(token.lower_)
    return words


def _part_of_speech(token: "Token") -> str:
    """VERB, ADJ for a predicate ("is ready", "is committed to"), else NOUN."""
    if token.dep_ in ("acomp", "oprd") and token.pos_ in ("ADJ", "VERB"):
        return _ADJECTIVE
    return _VERB if verbal(token) else "NOUN"


def _compiled(
    term: Individual, frame: Individual, words: Mapping[str, tuple[str, ...]]
) -> Iterator[Trigger]:
    roles = {s: r[0] for s, r in frame.prefixed("slot:").items()}
    roles |= {s: r[0] for s, r in term.prefixed("slot:").items()}
    for lemma in term.all("lemma"):
        yield Trigger(
            term.id,
            tuple(lemma.lower().split()),
            term.need("pos"),
            term.one("evokes") or frame.need("evokes"),
            term.one("mode") or frame.one("mode"),
            term.one("content") or frame.one("content"),
            roles,
            spelt(term.prefixed("need:"), words),
            (*frame.all("context"), *term.all("context")),
            term.one("implied"),
            bool(term.one("lasting")),
            frame.id,
            spelt(_bars(term, frame), words),
        )


def _bars(term: Individual, frame: Individual) -> dict[str, tuple[str, ...]]:
    """What bars a trigger: what bars its frame, and its own."""
    rows = [frame.prefixed("bar:"), term.prefixed("bar:")]
    slots = sorted({slot for row in rows for slot in row})
    return {s: tuple(v for row in rows for v in row.get(s, ())) for s in slots}


def _near(token: "Token", pos: str) -> set[str]:
    """The words of which one must be the second of a trigger that has several."""
    doc, at = token.doc, token.i
    if pos != _VERB:
        return {doc[at - 1].lemma_.lower()} if at else set()
    after = doc[at + 1 : at + 2]
    beside = [*token.children, *after, *_said_of_object(token)]
    return {word for t in beside for word in (t.lower_, t.lemma_.lower())}


def _spelled(token: "Token", trigger: Trigger) -> bool:
    """Whether the rest of a trigger's words stand around its head."""
    if len(trigger.words) == 1:
        return True
    if trigger.pos != _VERB:
        first = token.i - len(trigger.words) + 1
        return first >= 0 and all(
            token.doc[first + at].lemma_.lower() == word
            for at, word in enumerate(trigger.words[:-1])
        )
    if _particles(token) - {*trigger.words}:
        return False  # "called off a strike" is not to call one
    here = [token]
    for word in trigger.words[1:]:
        found = [
            c
            for t in here
            for c in (*t.children, *_said_of_object(t))
            if (c.dep_ in _PARTICLES or c.dep_ == "amod")
            and word in (c.lower_, c.lemma_.lower())
            and (c.dep_ != "prep" or c.i == t.i + 1 or len(trigger.words) > 2)
        ]
        after = token.doc[token.i + 1 : token.i + 2]
        found = found or [t for t in after if word in (t.lower_, t.lemma_.lower())]
        if not found:
            return False
        here = [token, *found]
    return True


def _particles(verb: "Token") -> set[str]:
    return {c.lower_ for c in verb.children if c.dep_ == "prt"}


def _in_row(token: "Token", row: Sequence[str], at: int) -> bool:
    """Whether a token stands at a place of a row of words."""
    doc, start = token.doc, token.i - at
    if start < 0 or start + len(row) > len(doc):
        return False
    around = doc[start : start + len(row)]
    pairs = zip(row, around, strict=True)
    return all(word in (t.lower_, t.lemma_.lower()) for word, t in pairs)


def _said_of_object(verb: "Token") -> Iterator["Token"]:
    """As in "found Humala guilty", where the tree hangs the adjective on the name."""
    for child in verb.children:
        if child.dep_ == "dobj":
            yield from (c for c in child.rights if c.dep_ == "amod")

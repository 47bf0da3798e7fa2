"""From a word in a syntactic slot to the mentions that take part.

"North Korean officials" stand for their country, "the two sides" for the two parties
last spoken of, "inter-Korean" for both Koreas; a word that stands for nobody we know
gives nothing, and the slot stays empty.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kg.coref import Linked
from kg.lexicon import Lexicon
from kg.mentions import noun_lemma
from kg.model import Kind, Span
from kg.offices import Office
from kg.pairs import Pairs
from kg.parse import Parsed
from kg.quotes import find_speakers
from kg.servants import Servants
from kg.states import States
from kg.syntax import Slots, expanded, passive, slots, speaker_of, subjects, verbal

if TYPE_CHECKING:
    from spacy.tokens import Token

_SINGLE = ("i", "me", "my")
_SPEAKING = (*_SINGLE, "we", "us", "our")
_OWNERS = ("demonym", "possessor", "modifier", "of", "from", "for", "at")
_BEFORE = ("modifier", "possessor")
_WITHIN = ("in", "at", "near", "inside", "across", "around", "outside")
_BEHIND = ("of", "against", "on", "for", "into", "from", "by")
_EXAMPLES = ("as", "including")
_LEADING = ("lead", "head")
_DEPTH = 3  # "the needs of thousands of people in Malawi"
# slots in which somebody stands for a thing: whose deed it is, whom a deed touches
ACTING = ("demonym",)
# whose people they are who act as such: "Kenyan students marched"
CITIZENS = ("demonym", "from", "in", "of", "possessor")
AFFECTED = ("possessor", "modifier", "of")
# also where who is helped lives, and where what is struck stands: a market in Aden
FREED = (*AFFECTED, "person")
HELPED = (*AFFECTED, *_WITHIN)
HIT = (*AFFECTED, "site")


@dataclass(frozen=True)
class Scene:
    """One article with everything found so far: what patterns are applied to."""

    parsed: Parsed
    linked: Linked
    offices: tuple[Office, ...]
    lexicon: Lexicon

    @cached_property
    def quoted(self) -> Mapping[int, list["Token"]]:
        """By the start of a sentence, who is speaking in it."""
        return find_speakers(self.parsed, self.lexicon)

    @cached_property
    def _pairs(self) -> Pairs:
        return Pairs(self.parsed, self.linked, self.offices, self.lexicon)

    @cached_property
    def _states(self) -> States:
        return States(self.parsed, self.linked, self.lexicon)

    @cached_property
    def servants(self) -> Servants:
        """Which nouns stand for the state beside them."""
        return Servants(self.lexicon)

    @cached_property
    def light(self) -> frozenset[str]:
        """Lemmas of verbs that carry an event noun: "hold talks", "step up attacks"."""
        words = self.lexicon.words
        return frozenset((*words("LightVerb"), *words("PhaseVerb")))

    @cached_property
    def _undergoing(self) -> frozenset[str]:
        """Lemmas of light verbs whose subject is the one to whom it is done."""
        return frozenset(self.lexicon.words("UndergoingVerb"))

    def in_office(self, token: int) -> bool:
        """Whether a token belongs to a title that stands before a name."""
        return any(o.first <= token < o.holders[0] for o in self.offices)

    def slots(self, token: "Token") -> Slots:
        """Syntactic slots, widened by what a title before a name shows."""
        found = self._slots.get(token.i)
        if found is None:
            found = slots(token, self.light, self._undergoing)
            if token.i in self.parsed.names:
                found = self._name_slots(token, found)
            elif not found.get("subject"):
                found = {**found, **self._person_before(token, found)}
            self._slots[token.i] = found
        return dict(found)

    def _person_before(self, token: "Token", found: Slots) -> Slots:
        """As in "Special Envoy for X Ann B. Diaz met": whoever a tree hangs her on.

        Only before a finite verb for which it shows no subject, also before one that
        it takes for a part of the noun: "Diaz held talks".
        """
        light = [m for m in found.get("modifier", ()) if m.lemma_ in self.light]
        for verb in (token, *light):
            finite = verb.tag_ in ("VBD", "VBZ") and not passive(verb)
            name = self.parsed.names.get(verb.i - 1)
            if finite and name is not None and name.cls == "Person":
                return {"subject": [verb.nbor(-1)]}
        return {}

    @cached_property
    def _slots(self) -> dict[int, Slots]:
        """Slots that were looked for already, by token."""
        return {}

    def _name_slots(self, token: "Token", found: Slots) -> Slots:
        """A name's own slots: "Kaesong, North Korea" has the country `apposed`."""
        inside = [self.parsed.doc[i] for i in self.inside(token.i)]
        if inside:
            found = {**found, "inside": inside}
        apposed = [
            c
            for c in token.children
            if c.dep_ in ("appos", "npadvmod", "nmod") and c.i == token.i + 2
        ]
        return {**found, "apposed": apposed} if apposed else found

    def cls(self, token: int) -> str | None:
        """The class of the thing that a token's mention stands for."""
        cluster = self.linked.cluster(token)
        return None if cluster is None else cluster.cls

    def acts(self, token: int) -> bool:
        """Whether a token's mention stands for somebody who can act."""
        return self.cls(token) in self.lexicon.actors

    def named(self, token: int) -> bool:
        """Whether the article names what a token's mention stands for."""
        cluster = self.linked.cluster(token)
        return cluster is not None and any(cluster.named())

    def span(self, token: int) -> Span:
        """The span of the mention that a token heads.

        Raises:
            KeyError: if it heads none.
        """
        mention = self.linked.mention(token)
        if mention is None:
            raise KeyError(token)
        return mention.span

    def participants(
        self,
        tokens: Iterable["Token"],
        *,
        lists: bool = False,
        owners: Sequence[str] = (),
        strict: bool = False,
    ) -> list[int]:
        """Head tokens of the mentions that take part, one for each thing, in order.

        With `lists`, the rest of a list of officials follows its first. `owners` are
        the slots in which somebody stands for a thing that is nobody: "rejected an
        Armenian proposal", "defended Brazil's policies". With `strict`, nobody stands
        for another: "leads the American team" is not to lead America.
        """
        found: dict[int, int] = {}
        for token in tokens:
            if _elided(token) or self._pairs.misread(token):
                continue
            more = (
                (*self._pairs.listed_after(token), *self._pairs.listed_with(token))
                if lists
                else ()
            )
            direct = self.stand_ins(token, strict=strict)
            if not any(self.acts(i) or self.cls(i) == "Place" for i in direct):
                # a thing that is told of, "the resolution", is nobody either
                direct = self.owners(token, owners) or direct
            for index in (*direct, *more):
                found.setdefault(self.linked.at[index], index)
        return list(found.values())

    def owners(
        self, token: "Token", names: Sequence[str], depth: int = _DEPTH
    ) -> list[int]:
        """Actors in some slots around a thing; nobody when there are none.

        Who is affected may stand deeper: "a base in the north of Kenya".
        """
        if names == CITIZENS:
            return self._countrymen(token, depth)
        if not names or token.pos_ not in ("NOUN", "PROPN", "NUM"):
            return []
        if names == ACTING and not self.servants.deed(token):
            return []
        around = self.slots(token)
        around["demonym"] = [t for t in around.get("modifier", ()) if self._demonym(t)]
        slots = [n for n in names if n not in _WITHIN]
        material = names not in (ACTING, AFFECTED)
        tokens = [t for n in slots for t in around.get(n, ()) if self._owner(t)]
        owners = [i for t in tokens for i in self._owned(t)]
        found = [i for i in owners if self.acts(i)]
        found = [i for i in found if self._touches(token, i, material=material)]
        if not found and depth and "of" in names:
            found = self._behind(token, names, depth - 1)
        # her brother is not she, nor is his aide he
        person = self._of_a_person(token)
        return [i for i in found if not (person and self.cls(i) == "Person")]

    def _countrymen(self, people: "Token", depth: int) -> list[int]:
        """Whose people they are: "Kenyan nurses", "drivers in the capital of Kenya".

        The closest word says it: Kenyan students in Rome are Kenyans. Who a pronoun
        stands for may be told by its clause: "teachers in Lima said they would march".
        """
        said = speaker_of(people) if people.pos_ == "PRON" else self.part_of(people)
        if said is not None and depth:
            found = self._countrymen(said, depth - 1)
            called = people.pos_ == "PRON"
            return [i for i in found if not called or self.cls(i) == "Country"]
        around = self.slots(people)
        around["demonym"] = [t for t in around.get("modifier", ()) if self._demonym(t)]
        for slot in CITIZENS:
            tokens = around.get(slot, ())
            found = [i for t in tokens for i in self._owned(t) if self.acts(i)]
            if not found and depth:
                things = [t for t in tokens if t.pos_ == "NOUN"]
                behind = (i for t in things for i in self._countrymen(t, depth - 1))
                found = [i for i in behind if self.cls(i) == "Country"]
            if found:
                return found
        return []

    def _touches(self, noun: "Token", owner: int, *, material: bool) -> bool:
        """Whether what is done to somebody is done to the state or people named.

        To Kenya by the arrest of a Kenyan, not by what befalls a Kenyan firm; to the
        Maute by what befalls Maute fighters, not to Muslims by that of a cleric.
        """
        cls, servants = self.cls(owner), self.servants
        band = cls == "Group" and self.lexicon.has("BodyServant", noun.lemma_)
        if self._in_its_hands(noun, owner):
            return False
        free = band or cls not in ("Country", "Group") or servants.of_state(noun)
        if free or not servants.somebody(noun):
            return True
        return servants.citizens(noun, material=material and cls == "Country")

    def _behind(self, token: "Token", names: Sequence[str], depth: int) -> list[int]:
        """Who is named inside the phrases after a thing, the closest kind first."""
        around = self.slots(token)
        within = [n for n in names if n in _WITHIN]
        if "site" in names and not self.servants.people(token):
            within = list(_WITHIN)
        for slot in ("possessor", *_BEHIND, *within):
            found = [
                i
                for t in around.get(slot, ())
                for i in self.stand_ins(t)
                or (self.owners(t, names, depth) if self._deep(t, slot) else ())
            ]
            fit = [i for i in found if self.acts(i) or self.cls(i) == "Place"]
            if slot == "possessor":
                fit = [i for i in fit if self._touches(token, i, material=True)]
            if slot in within:  # refugees across the EU are no part of it
                fit = [i for i in fit if self.cls(i) != "Organization"]
            if fit:
                return fit
        return []

    def _deep(self, token: "Token", slot: str) -> bool:
        """Not in "the French carrier's bid", "a group on Kenyan soil"."""
        barred = slot == "on" and self.servants.beneath(token, None)
        return not barred and (slot != "possessor" or self.servants.place(token))

    def _of_a_person(self, token: "Token") -> bool:
        """Whether a noun denotes a person: "aide", "brother"."""
        lemma = noun_lemma(token, self.lexicon) or token.lemma_.lower()
        kin = self.lexicon.has("KinshipNoun", lemma)
        return kin or self.lexicon.nouns.get(lemma) == "Person"

    def stand_ins(self, token: "Token", *, strict: bool = False) -> list[int]:
        """Who a word itself stands for: its mention, or whom it represents."""
        known = token.i in self.linked.at
        told = strict or (known and self.named(token.i))
        if not told and (said := self._said_of(token)):
            return said
        if known:
            return [token.i]
        members = self.lexicon.collectives.get(token.lower_)
        if members:
            return self._states.mentions(members, token.i)
        if not strict and (named := self._named_after(token)):
            return named
        found = self._pairs.titled(token) or self._pairs.members(token)
        if found or strict:
            return found
        if some := self._examples(token):
            return some
        if token.pos_ == "PRON":
            if token.lower_ in _SPEAKING:
                return self._speaking(token)
            same = speaker_of(token)
            return [] if same is None else self.stand_ins(same)
        part = self.part_of(token)
        found = self.stand_ins(part) if part else self._represented(token)
        return found or self._led_by(token)

    def _speaking(self, pronoun: "Token") -> list[int]:
        """Whom "we" stands for in a quotation: the side of the one who speaks."""
        said_by = self.quoted.get(pronoun.sent.start, ())
        above = (t for t in pronoun.ancestors if verbal(t))
        for verb in (t for t in above if self.lexicon.has("ReportingVerb", t.lemma_)):
            said_by = [t for t in subjects(verb) if t != pronoun] or said_by
        speakers = [t.i for t in said_by if t.i in self.linked.at]
        if len(speakers) != 1 or pronoun.lower_ in _SINGLE:
            return speakers[:1]
        return self._pairs.state_of(speakers[0]) or speakers

    def beside(self, token: "Token") -> list[int]:
        """Whoever is named with a noun, before or after it: "a Kenyan firm"."""
        around, somebody = self.slots(token), self.servants.somebody(token)
        slots = (*_OWNERS, "in") if somebody else _BEFORE
        tokens = (t.i for slot in slots for t in around.get(slot, ()))
        bodies = ("Country", "Organization") if somebody else ()
        return [i for i in tokens if i in self.parsed.names or self.cls(i) in bodies]

    def part_of(self, token: "Token") -> "Token | None":
        """As in "dozens of Serbian students": those of whom some are meant."""
        counted = token.pos_ == "NUM"
        if not counted and not self.lexicon.has("PartNoun", token.lemma_, token.lower_):
            return None
        return next(iter(self.slots(token).get("of", ())), None)

    def _said_of(self, noun: "Token") -> list[int]:
        """As in "Diaz was the third Kenyan inmate executed": Diaz.

        Also "Chad, another desert state that joined".
        """
        if noun.dep_ not in ("appos", "attr") or not self.servants.somebody(noun):
            return []
        holders = [t.i for t in self.slots(noun).get("holder", ()) if t.i < noun.i]
        named = [i for i in holders if i in self.linked.at and self.named(i)]
        return [i for i in named if self.acts(i)] if len(named) == 1 else []

    def _named_after(self, token: "Token") -> list[int]:
        """As in "their Japanese counterparts, A and B": those two."""
        close = [c for c in token.children if c.dep_ == "appos" and _beside(token, c)]
        apposed = expanded(close) or self._pairs.hung_lower(token)
        return [t.i for t in apposed if t.i in self.linked.at]

    def _examples(self, noun: "Token") -> list[int]:
        """As in "countries such as Chad and Mali", "several states, including Chad"."""
        if "Plur" not in noun.morph.get("Number", []):
            return []
        marks = [c for c in noun.children if c.dep_ == "prep" and c.lower_ in _EXAMPLES]
        named = expanded(t for m in marks for t in m.children if t.dep_ == "pobj")
        return [t.i for t in named if self.acts(t.i)]

    def _led_by(self, noun: "Token") -> list[int]:
        """As in "a delegation led by Ana Silva": who leads those who have no name."""
        lemma = noun_lemma(noun, self.lexicon) or noun.lemma_.lower()
        if not self.lexicon.has("DelegateNoun", lemma):
            return []
        agents = [
            t
            for clause in noun.children
            if clause.dep_ == "acl" and clause.lemma_ in _LEADING
            for by in clause.children
            if by.dep_ == "agent"
            for t in by.children
        ]
        return [t.i for t in expanded(agents) if self.acts(t.i)]

    def inside(self, token: int) -> list[int]:
        """Who is named inside a name: "US-ROK Alliance", "inter-Korean office"."""
        return self._states.inside(token)

    def home(self, token: int) -> list[int]:
        """A mention; of a place, its state, if the article names it."""
        return self._states.home(token)

    def _represented(self, token: "Token") -> list[int]:
        """Whose "North Korean officials", "its entire staff", "troops of Chad" are."""
        lemma = noun_lemma(token, self.lexicon) or token.lemma_.lower()
        if self.lexicon.has("KinshipNoun", lemma):
            return []  # her brother is not she
        known = self.lexicon.nouns.get(lemma) in self.lexicon.actors
        serves = self.servants.of_state(token)
        if not (known or serves or self.lexicon.has("DelegateNoun", lemma)):
            return []
        around = self.slots(token)
        if self.lexicon.nouns.get(lemma) in ("Country", "Place"):
            # "the Indian state of Kerala" is Kerala
            same = [t.i for t in around.get("of", ()) if t.i in self.parsed.names]
            if same:
                return same
        # "his South Korean counterpart" is a South Korean
        around["demonym"] = [t for t in around.get("modifier", ()) if self._demonym(t)]
        for slot in _OWNERS:
            # of a compound the head's slots are seen too: those are not its own
            below = [
                t
                for t in around.get(slot, ())
                if t.i in self.linked.at or token.is_ancestor(t)
            ]
            owners = [
                i
                for t in below
                for i in self._owned(t)
                if i != t.i or self._hands_on(token, i)
            ]
            if owners:
                return owners
        if not (known and serves):
            return []  # troops in a country are not its own
        tokens = around.get("in", ())
        within = [i for t in tokens for i in self._owned(t) or self.owners(t, AFFECTED)]
        return [h for i in within for h in self.home(i) if self.cls(h) == "Country"]

    def _hands_on(self, noun: "Token", owner: int) -> bool:
        """Whether a noun may stand for its owner.

        "its spokesman" speaks for it, "Kenyan police" act for Kenya; "his aide" and
        "her party" do not act as he or she, nor is "a Kabul resident" Kabul, "an EU
        state" or the EU's refugees the EU, or a Kenyan firm Kenya.
        """
        cls = self.cls(owner)
        if cls == "Country":
            return self.servants.of_state(noun)
        lemma = noun_lemma(noun, self.lexicon) or noun.lemma_.lower()
        if self.lexicon.has("MouthpieceNoun", lemma):
            return True
        if self._in_its_hands(noun, owner):
            return False
        denotes = self.lexicon.nouns.get(lemma)
        if denotes in ("Country", "Place") and not self.servants.of_state(noun):
            return cls not in ("Organization", "Person")
        barred = {"Person": ("Group", "Person", "Place"), "Organization": ("Person",)}
        return cls not in barred.get(denotes or "", ())

    def _in_its_hands(self, noun: "Token", owner: int) -> bool:
        """As in "the EU's refugees": people who are with a body, and are not it."""
        owned = self.parsed.doc[owner].dep_ == "poss"
        citizen = self.lexicon.has("CitizenNoun", noun.lemma_)
        return owned and citizen and self.cls(owner) == "Organization"

    def _demonym(self, token: "Token") -> bool:
        """Whether a word before a noun says whose it is: "Turkish" or "U.S."."""
        name = self.parsed.names.get(token.i)
        state = name is not None and self.cls(token.i) == "Country"
        return name is not None and (state or name.kind is Kind.DEMONYM)

    def _owner(self, token: "Token") -> bool:
        return bool(self._owned(token))

    def _owned(self, token: "Token") -> list[int]:
        if token.i in self.linked.at:
            return [token.i]
        members = self.lexicon.collectives.get(token.lower_)
        if members:
            return self._states.mentions(members, token.i)
        # "the Ankara prosecutor's office"
        return self._pairs.members(token) or self._represented(token)


def _elided(token: "Token") -> bool:
    """As in "Italy's was headed by him": not Italy, something of Italy's."""
    owned = any(c.dep_ == "case" for c in token.children)
    return owned and token.dep_ not in ("poss", "nmod", "compound")


def _beside(noun: "Token", name: "Token") -> bool:
    """Not in "Nine men were arrested, Le Monde reported": a clause is between."""
    return not any(verbal(t) for t in noun.doc[noun.i + 1 : name.i])

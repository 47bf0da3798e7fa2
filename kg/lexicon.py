"""The words of the ontology, made fast to look up.

Decides nothing: it turns the lexicon and the gazetteer of a `Schema` into mappings
from words to terms, once, so that the language stages ask a dictionary and not Turtle.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from kg.schema import Individual, Schema


@dataclass(frozen=True, slots=True)
class Alias:
    """One way in which the press calls a gazetteer entry.

    `form` is how: label, altLabel, demonym, metonym, contextName or shortName.
    """

    words: str
    entry: str
    cls: str
    form: str


_ACTOR = "Actor"
LONGEST_TITLE = 6  # tokens: "chief of the general staff"
_SOMEBODY = ("CitizenNoun", "DelegateNoun", "SectorNoun", "SectorTitle", "StateServant")
FORMS = ("altLabel", "contextName", "demonym", "label", "metonym", "shortName")


def joined(tokens: Iterable[str]) -> str:
    """Tokens as the words they spell: hyphens are tokens, but no words.

    >>> joined(["secretary", "-", "general"])
    'secretary-general'
    """
    return " ".join(tokens).lower().replace(" - ", "-")


@dataclass(frozen=True)
class Lexicon:
    """Look-ups over one schema. Keys are lower-case lemmas unless said otherwise."""

    schema: Schema

    def words(self, kind: str) -> Mapping[str, Individual]:
        """Terms of a kind by each of their lemmas; empty for an unknown kind."""
        if kind not in self._words:
            self._words[kind] = MappingProxyType(
                {
                    lemma.lower(): term
                    for term in self.schema.of(kind)
                    for lemma in term.all("lemma")
                }
            )
        return self._words[kind]

    @cached_property
    def _words(self) -> dict[str, Mapping[str, Individual]]:
        return {}

    @cached_property
    def nouns(self) -> Mapping[str, str]:
        """Common nouns that denote an entity class: lemma to class."""
        titles = dict.fromkeys((*self.words("Title"), *self.words("KinshipNoun")), "")
        persons = dict.fromkeys(titles, "Person")
        named = {k: t.need("denotes") for k, t in self.words("ClassNoun").items()}
        return MappingProxyType(persons | named)

    @cached_property
    def noun_ends(self) -> frozenset[str]:
        """What may end a common noun of several words: "minister", "secretary"."""
        rows = [noun.split(" ") for noun in self.nouns]
        return frozenset(" ".join(r[at:]) for r in rows for at in range(1, len(r)))

    @cached_property
    def plain_nouns(self) -> Mapping[str, str]:
        """Common nouns that denote a thing on their own, not only inside a name."""
        only = {k for k, t in self.words("ClassNoun").items() if t.one("nameOnly")}
        return MappingProxyType({k: c for k, c in self.nouns.items() if k not in only})

    @cached_property
    def pronouns(self) -> Mapping[str, Individual]:
        """Pronoun forms ("his") to their term."""
        return MappingProxyType(
            {w: t for t in self.schema.of("Pronoun") for w in t.all("words")}
        )

    @cached_property
    def given_names(self) -> Mapping[str, str]:
        """Given names, folded, to the gender that most of their bearers have."""
        return MappingProxyType(
            {
                w: t.need("gender")
                for t in self.schema.of("GivenName")
                for w in t.all("words")
            }
        )

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """What each reason for the antecedent of a pronoun weighs."""
        return self._weights("ReasonWeights")

    @cached_property
    def sense_weights(self) -> Mapping[str, float]:
        """What each piece of evidence for a sense of a trigger weighs."""
        return self._weights("SenseWeights")

    def _weights(self, kind: str) -> Mapping[str, float]:
        rows = [
            row.partition(" ")
            for term in self.schema.of(kind)
            for row in term.all("weight")
        ]
        return MappingProxyType({name: float(weight) for weight, _, name in rows})

    @cached_property
    def decisions(self) -> Mapping[str, tuple[Individual, ...]]:
        """Rules for what becomes of an event, by the category that they start from.

        Those with the most conditions first; under "" those for every category.
        """
        rules = self.schema.of("CategoryRule")
        found: dict[str, tuple[Individual, ...]] = {}
        for rule in sorted(rules, key=lambda r: (-len(r.properties), r.id)):
            for source in rule.all("from") or ("",):
                found[source] = (*found.get(source, ()), rule)
        return MappingProxyType(found)

    @cached_property
    def entries(self) -> Mapping[str, Individual]:
        """Gazetteer entries by id."""
        return MappingProxyType({e.id: e for e in self.schema.of("GazetteerEntry")})

    @cached_property
    def holdings(self) -> Mapping[str, tuple[Individual, ...]]:
        """Dated holdings of offices, by the entries of holder and of owner."""
        found: dict[str, tuple[Individual, ...]] = {}
        for term in self.schema.of("OfficeHolding"):
            for entry in (term.need("holder"), term.need("of")):
                found[entry] = (*found.get(entry, ()), term)
        return MappingProxyType(found)

    @cached_property
    def aliases(self) -> tuple[Alias, ...]:
        """Every alias of every gazetteer entry, sorted by its words."""
        found = [
            Alias(words, entry.id, entry.need("class"), form)
            for entry in self.entries.values()
            for form in FORMS
            for words in entry.all(form)
        ]
        return tuple(sorted(found, key=lambda a: (a.words, a.entry, a.form)))

    @cached_property
    def words_for_states(self) -> Mapping[str, str]:
        """Aliases of countries to their entries; of several the last."""
        states = (a for a in self.aliases if a.cls == "Country")
        return MappingProxyType({a.words: a.entry for a in states})

    @cached_property
    def collectives(self) -> Mapping[str, tuple[str, ...]]:
        """Words for several entries at once ("inter-Korean") to their ids."""
        return MappingProxyType(
            {
                words.lower(): term.all("member")
                for term in self.schema.of("CollectiveName")
                for words in term.all("altLabel")
            }
        )

    @cached_property
    def actors(self) -> frozenset[str]:
        """The classes of who can act: speak, make a pact, send somebody."""
        return frozenset(c for c in self.schema.classes if self.schema.is_a(c, _ACTOR))

    @cached_property
    def servants(self) -> frozenset[str]:
        """Nouns of those who act for the state named before them: "officials"."""
        state = {s for t in self.schema.of("StateSector") for s in t.all("sector")}
        known = {
            lemma
            for kind in ("SectorNoun", "SectorTitle")
            for lemma, term in self.words(kind).items()
            if state.issuperset(term.all("sector"))
        }
        listed = {*self.words("DelegateNoun"), *self.words("StateServant")}
        return frozenset(known | listed) - set(self.words("BodyServant"))

    def somebody(self, *words: str) -> bool:
        """Whether any of the words is a noun for a person, body or group."""
        acting = any(self.plain_nouns.get(word) in self.actors for word in words)
        return acting or any(self.has(k, *words) for k in _SOMEBODY)

    def has(self, kind: str, *words: str) -> bool:
        """Whether any of the words is a lemma of that kind."""
        return not self.words(kind).keys().isdisjoint(map(str.lower, words))

    def of_mode(self, mode: str | None, name: str) -> bool:
        """Whether the ontology gives a mode a trait: kg:travels; False without one."""
        terms = (term for term in self.schema.of("Mode") if term.id == mode)
        return any(term.one(name) for term in terms)

    def first_words(self, kind: str) -> frozenset[str]:
        """What a lemma of a kind may begin with."""
        if kind not in self._first_words:
            rows = (lemma.split() for lemma in self.words(kind))
            self._first_words[kind] = frozenset(row[0] for row in rows if row)
        return self._first_words[kind]

    @cached_property
    def _first_words(self) -> dict[str, frozenset[str]]:
        return {}

    def last_words(self, kind: str) -> frozenset[str]:
        """What the last token of a lemma of a kind may be, whatever hyphens part."""
        if kind not in self._last_words:
            ends = (lemma.split()[-1].split("-") for lemma in self.words(kind) if lemma)
            self._last_words[kind] = frozenset(
                "-".join(parts[at:]) for parts in ends for at in range(len(parts))
            )
        return self._last_words[kind]

    @cached_property
    def _last_words(self) -> dict[str, frozenset[str]]:
        return {}

    def longest(self, kind: str, words: Iterable[str]) -> tuple[Individual, int] | None:
        """The term that the last words of a phrase spell, and how many words it has.

        >>> # "the former prime minister" -> (lex:prime-minister, 2)
        """
        spelled = list(words)
        if not spelled or spelled[-1].lower() not in self.last_words(kind):
            return None
        known, row = self.words(kind), [word.lower() for word in spelled]
        for size in range(min(LONGEST_TITLE, len(row)), 0, -1):
            term = known.get(joined(row[-size:]))
            if term is not None:
                return term, size
        return None


def word_sets(schema: Schema) -> dict[str, tuple[str, ...]]:
    """The lemmas of every `kg:WordSet` of a schema, by its name."""
    return {term.id: term.all("lemma") for term in schema.of("WordSet")}


def spelt(
    needs: Mapping[str, tuple[str, ...]], words: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    """Needs with the lemmas of each set of words that they name."""
    return {
        slot: tuple(w for value in row for w in words.get(value, (value,)))
        for slot, row in needs.items()
    }

"""Are two names one? Named reasons with weights, for and against.

Edit distance has no vote: by it "Kim Jong-un" is nearer to "Kim Jong-nam" than to
"Kim Jong Un". A name alone decides only with a sum of `SAME` or more; what falls short
of it may be lifted by the context (country, title), which is not this module's.
"""

from dataclasses import dataclass
from functools import cache, cached_property

from kg.model import Verdict
from kg.names.keys import Name, NameKeys
from kg.names.person import PersonName
from kg.names.tables import Tables
from kg.names.thing import ThingName

SAME = 2.0
VETO = -2.0


@dataclass(frozen=True, slots=True)
class Reason:
    """Something that speaks for (weight > 0) or against (< 0) one identity."""

    name: str
    weight: float


@dataclass(frozen=True)
class NameEvidence:
    """All reasons, the heaviest first."""

    reasons: tuple[Reason, ...]

    @cached_property
    def score(self) -> float:
        """The sum of the weights, rounded to hundredths."""
        return round(sum(reason.weight for reason in self.reasons), 2)

    @cached_property
    def evidence_for(self) -> tuple[str, ...]:
        """What speaks for it."""
        return tuple(r.name for r in self.reasons if r.weight > 0)

    @cached_property
    def evidence_against(self) -> tuple[str, ...]:
        """What speaks against it."""
        return tuple(r.name for r in self.reasons if r.weight < 0)

    @cached_property
    def verdict(self) -> Verdict:
        """SAME from `SAME` on, DIFFERENT without a positive sum, else UNSURE."""
        if self.score >= SAME:
            return Verdict.SAME
        return Verdict.UNSURE if self.score > 0 else Verdict.DIFFERENT

    @cached_property
    def vetoed(self) -> bool:
        """Whether what speaks against it forbids it, whatever speaks for it."""
        return sum(r.weight for r in self.reasons if r.weight < 0) <= VETO


@cache
def evidence(*reasons: Reason | None) -> NameEvidence:
    """Reasons put in order; None is no reason. There are few, so each sum is kept."""
    found = [reason for reason in reasons if reason is not None]
    return NameEvidence(tuple(sorted(found, key=lambda r: (-abs(r.weight), r.name))))


_SAME_KEY = Reason("same name", 3.0)
_SAME_WORD = Reason("same name of one word", 2.5)
_SAME_LETTERS = Reason("same letters", 2.2)
_SAME_SINGLE = Reason("same single name", 1.0)
_SAME_COMMON = Reason("same common name", 1.5)
_SAME_CORE = Reason("same name but for the country", 1.5)
_ACRONYM = Reason("acronym", 1.5)
_PART = Reason("part of the other name", 0.5)
_INITIAL_OUT = Reason("middle initial left out", 2.5)
_MIDDLE_INITIAL = Reason("middle initial", 2.8)
_MIDDLE_OUT = Reason("middle name left out", 1.5)
_SHORT = Reason("form of the given name", 2.2)
_GIVEN_INITIAL = Reason("initial of the given name", 1.0)
_OTHER_SPELLING = Reason("same name spelled otherwise", 2.4)
_MAYBE_SPELLING = Reason("may be the same name spelled otherwise", 1.5)
_ALIKE = Reason("names that sound alike", 1.0)
_NAMESAKES = Reason("same name as several people", 1.0)
_RARE_FORM = Reason("may be a form of the given name", 1.5)
_MORE = Reason("more names of the same", 1.0)
_REVERSED = Reason("family name first", 2.2)
_MAYBE_REVERSED = Reason("words in another order", 1.5)
_FAMILY_ONLY = Reason("family name only", 1.0)
_GIVEN_ONLY = Reason("given name only", 1.0)

_OTHER_GIVEN = Reason("different given names", -3.0)
_OTHER_FAMILY = Reason("different family names", -3.0)
_OTHER_MIDDLE = Reason("different middle names", -3.0)
_NUMERAL_OUT = Reason("numeral left out", -1.5)
_OTHER_GENERATION = Reason("different generations", -3.0)
_OTHER_WORDS = Reason("different words", -2.0)
_OTHER_OWNERS = Reason("different countries in the name", -3.0)


def compare(left: str, right: str, cls: str, keys: NameKeys) -> NameEvidence:
    """Weigh whether two names of things of one class name one thing.

    Symmetric. A name without words speaks neither for nor against anything.

    Args:
        left: a name as the text words it, without titles.
        right: another.
        cls: local name of the entity class of both ("Person").
        keys: the compiled spelling.
    """
    return weigh_names(keys.read(left, cls), keys.read(right, cls), keys)


def weigh_names(left: Name, right: Name, keys: NameKeys) -> NameEvidence:
    """Weigh two names already read; a person's and a thing's are strangers."""
    if not left.words or not right.words:
        return evidence()
    if isinstance(left, PersonName) and isinstance(right, PersonName):
        tables = keys.tables
        return evidence(
            _generations(left, right, tables), _persons(left, right, tables)
        )
    if isinstance(left, ThingName) and isinstance(right, ThingName):
        return evidence(*_things(left, right))
    return evidence(_OTHER_WORDS)


def _generations(left: PersonName, right: PersonName, tables: Tables) -> Reason | None:
    """Weigh "Trump Jr." and "Donald Trump", "Charles II" and "Charles III"."""
    if left.generation == right.generation:
        return None
    if left.whole and right.whole:
        one = tables.plays("numeral", left.generation + right.generation)
        left_out = one and "" in {left.generation, right.generation}
        return _NUMERAL_OUT if left_out else _OTHER_GENERATION
    part, full = (right, left) if left.whole else (left, right)
    return _OTHER_GENERATION if full.whole and part.generation else None


def _persons(left: PersonName, right: PersonName, tables: Tables) -> Reason:
    if left.key == right.key:
        return _SAME_KEY if left.whole and right.whole else _SAME_SINGLE
    if "" != left.syllables == right.given or "" != right.syllables == left.given:
        return _GIVEN_ONLY
    if not (left.whole and right.whole):
        return _parts(left, right)
    if left.words == right.words:
        return _SAME_KEY
    if left.keys & right.keys:
        return _OTHER_SPELLING
    if sorted(left.words) == sorted(right.words):
        return _order(left, tables)
    if not (left.custom and right.custom) and _letters(left) == _letters(right):
        return _SAME_LETTERS
    sounds = _sounds(left, right)
    if sounds:
        return sounds
    if (left.keys | left.perhaps) & (right.keys | right.perhaps):
        return _MAYBE_SPELLING
    return _wholes(left, right, tables)


def _sounds(left: PersonName, right: PersonName) -> Reason | None:
    """Weigh "Amr Moussa" and "Amr Musa": of one language, if one is known to be."""
    alike = {language for language, _ in left.sounds & right.sounds}
    if alike & {left.language, right.language}:
        return _OTHER_SPELLING
    return _ALIKE if alike else None


def _parts(left: PersonName, right: PersonName) -> Reason:
    """Weigh "Moon" and "Moon Jae-in"; single names that differ are two families."""
    part, full = (right, left) if left.whole else (left, right)
    if full.whole and part.families & full.families:
        return _FAMILY_ONLY
    if part.families & full.families or part.words == full.words:
        return _SAME_SINGLE
    if full.whole and set(part.words) <= set(full.words):
        return _PART
    return _OTHER_FAMILY


def _letters(name: PersonName) -> str:
    """The name without gaps: "Kim Jongun" can be cut in two ways, and is not cut."""
    return "".join(name.words)


def _order(name: PersonName, tables: Tables) -> Reason:
    """Weigh "Abe Shinzo", "Shinzo Abe": certain only where a family name is known."""
    ends = {name.words[0], name.words[-1]}
    return _REVERSED if ends & tables.family_first else _MAYBE_REVERSED


def _wholes(left: PersonName, right: PersonName, tables: Tables) -> Reason:
    """Weigh two whole names of one order; both are read in either order that fits."""
    if left.language != right.language:
        left, right = left.plain or left, right.plain or right
    if left.custom or right.custom:
        return _OTHER_GIVEN if left.families & right.families else _OTHER_FAMILY
    if left.first and left.first == right.first:
        return _subset(left, right, _OTHER_GIVEN)
    if left.family != right.family:
        return _subset(left, right, _OTHER_FAMILY)
    given = _givens(left, right, tables)
    middle = _middles(left, right, tables)
    worse = min(given, middle, key=lambda reason: reason.weight)
    return worse if worse.weight > 0 else _subset(left, right, worse)


def _subset(left: PersonName, right: PersonName, otherwise: Reason) -> Reason:
    """Weigh "Fidel Castro" and "Fidel Castro Ruz": all words of one, in their order.

    An initial more is another matter: "George W. Bush", "George H. W. Bush".
    """
    short, long = sorted((left.words, right.words), key=lambda row: (len(row), row))
    rest = iter(long)
    more = all(word in rest for word in short) and len(short) > 1
    initials = [sum(len(word) == 1 for word in row) for row in (short, long)]
    return _MORE if more and initials[0] == initials[1] else otherwise


def _middles(left: PersonName, right: PersonName, tables: Tables) -> Reason:
    """Weigh "George W. Bush", "George H. W. Bush" and "George Bush"."""
    if left.middle == right.middle:
        return _SAME_KEY
    if not left.middle or not right.middle:
        if not (left.omitted and right.omitted):
            return _MIDDLE_OUT
        if len(left.family) == 1:
            return _GIVEN_INITIAL
        several = (left.given, left.family) in tables.namesakes
        return _NAMESAKES if several else _INITIAL_OUT
    if len(left.middle) != len(right.middle):
        return _OTHER_MIDDLE
    fits = all(
        a.startswith(b) or b.startswith(a)
        for a, b in zip(left.middle, right.middle, strict=True)
    )
    return _MIDDLE_INITIAL if fits else _OTHER_MIDDLE


def _givens(left: PersonName, right: PersonName, tables: Tables) -> Reason:
    """Weigh "Joe", "J." and "Joseph"."""
    if left.given == right.given:
        return _SAME_KEY
    if min(len(left.given), len(right.given)) == 1:
        same = left.given[0] == right.given[0]
        return _GIVEN_INITIAL if same else _OTHER_GIVEN
    forms, others = (_full(name.given, tables) for name in (left, right))
    if {left.given, right.given} & (forms & others):
        return _SHORT
    if forms & others:
        both_short = all(name.given in tables.short for name in (left, right))
        return _RARE_FORM if both_short else _SHORT
    if fuller_forms(left.given, tables) & fuller_forms(right.given, tables):
        return _RARE_FORM
    return _OTHER_GIVEN


def _full(given: str, tables: Tables) -> frozenset[str]:
    return tables.fuller.get(given, frozenset()) | {given}


def fuller_forms(given: str, tables: Tables) -> frozenset[str]:
    """A given name and the names that it may be short for, however seldom."""
    return _full(given, tables) | tables.rarely.get(given, frozenset())


def _things(left: ThingName, right: ThingName) -> tuple[Reason, ...]:
    if left.key == right.key:
        if left.generic and not left.countries:
            return (_SAME_COMMON,)
        return (_SAME_KEY if len(left.words) > 1 else _SAME_WORD,)
    if left.core == right.core:
        both = left.countries and right.countries
        return (_SAME_CORE, _OTHER_OWNERS) if both else (_SAME_CORE,)
    if left.acronym and right.initials and left.core == right.initials:
        return (_ACRONYM,)
    if right.acronym and left.initials and right.core == left.initials:
        return (_ACRONYM,)
    if left.itself and right.itself and left.itself != right.itself:
        return (_OTHER_OWNERS,)
    if left.told < right.told or right.told < left.told:
        return (_PART,)
    return (_OTHER_WORDS,)

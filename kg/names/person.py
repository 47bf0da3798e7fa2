"""A person's name read: which word is the family, which the given name.

"Kim Yo-jong" and "Ivanka Trump" differ in order; the ontology's family names, the
syllables of a language and its spelling classes tell which is which.
"""

import re
from dataclasses import dataclass, replace
from itertools import product

from kg.names.romanise import Romanisation
from kg.names.schemes import read_two_ways
from kg.names.tables import Custom, Tables, Words

_MOST_SYLLABLES = 2
_HYPHENED = re.compile(r"\w+-")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in parts; every part in the spelling that keys are written in.

    `words` are all words in their order; `given` is one string for a name of a custom
    that puts the family first ("yo-jong"). `families` are the words that may be the
    family name: more than one when the order or the language is open ("Sung Kim",
    "Paek"); `family` is the last word, `first` the first where that may be the family.
    `middle` is what stands between, `omitted` whether it is left out as a rule, as
    initials and patronymics are. `syllables` is the name read as a given name alone
    ("Yo Jong"), `whole` whether it has both parts. `also` are keys of the same name
    spelled in another way, `perhaps` those of which the name alone does not tell.
    `language` is what its words were respelled by, `plain` the name without that, and
    `sounds` are its words respelled by each language that it may be of, with that.
    """

    key: str
    words: Words
    given: str = ""
    families: frozenset[str] = frozenset()
    middle: Words = ()
    generation: str = ""
    syllables: str = ""
    custom: str = ""
    whole: bool = False
    family: str = ""
    first: str = ""
    omitted: bool = False
    also: frozenset[str] = frozenset()
    perhaps: frozenset[str] = frozenset()
    language: str = ""
    sounds: frozenset[tuple[str, str]] = frozenset()
    plain: "PersonName | None" = None

    @property
    def keys(self) -> frozenset[str]:
        """The key, and those of the same name spelled in another way."""
        return self.also | {self.key}


def read_person(name: str, tables: Tables) -> PersonName:
    """Read a person's name; one without a letter has no words and is its own key."""
    found = _read(name, tables)
    for way in tables.written:
        if found.words and name.translate(way) != name:
            other = _read(name.translate(way), tables)
            found = replace(
                found,
                families=found.families | other.families,
                also=found.also | (other.keys - {found.key}),
            )
    return found


def _read(name: str, tables: Tables) -> PersonName:
    words = tables.spell(tables.split(name, initials=True))
    words, generation = _generation(words, tables)
    if len(words) > _MOST_SYLLABLES and tables.plays("courtesy", words[0]):
        words = words[1:]
    if not words:
        return PersonName(" ".join(name.split()), ())
    for custom in tables.customs:
        parts = _family_first(words, custom) or _family_last(words, custom)
        if parts is not None:
            found = _of_custom(words, parts, generation, custom, tables)
            return _in_two_ways(found, name, custom)
    bare = _without_articles(words, tables)
    found = _of_words(bare, generation, tables, arabic=bare != words)
    if not _begins_with_particle(name.strip(), words, tables):
        return found
    families = found.families | {bare[-1]}
    return PersonName(found.key, found.words, "", families, generation=generation)


def _begins_with_particle(name: str, words: Words, tables: Tables) -> bool:
    """Whether it is a family name with a particle: "von der Leyen", "Al-Assad"."""
    if name[0].islower():
        return tables.plays("particle", words[0])
    return bool(_HYPHENED.match(name)) and tables.plays("dropped", words[0])


def _generation(words: Words, tables: Tables) -> tuple[Words, str]:
    """Part off what tells son from father: "Martin Luther King Jr."."""
    if len(words) > 1 and tables.plays("generation", words[-1]):
        return words[:-1], words[-1]
    return words, ""


def _without_articles(words: Words, tables: Tables) -> Words:
    """Leave out the "al" of "Bashar al-Assad" and the "as" of "Anwar as-Sadat"."""
    kept = list(words[:1])
    for at, word in enumerate(words[1:], 1):
        after = words[at + 1] if at + 1 < len(words) else ""
        sun = tables.plays("assimilated", word) and after.startswith(word[1:])
        if not (tables.plays("dropped", word) or sun):
            kept.append(word)
    return tuple(kept)


def _joined(words: Words, tables: Tables) -> Words:
    """Make one word of "Abdul Aziz"; a name of nothing else stays two words."""
    for at, word in enumerate(words[:-1]):
        if len(words) > _MOST_SYLLABLES and tables.plays("joined", word):
            joined = tables.spell((word + words[at + 1],))
            return _joined((*words[:at], *joined, *words[at + 2 :]), tables)
    return words


def _family_first(words: Words, custom: Custom) -> tuple[str, Words] | None:
    """Family and given name of "Kim Yo-jong" or "Xi Jinping"; None for others."""
    given = words[1:]
    if words[0] not in custom.families or not 0 < len(given) <= _MOST_SYLLABLES:
        return None
    family = custom.families[words[0]]
    if custom.syllable is not None and len(given) == 1:
        return (family, given) if custom.looks_given(given[0]) else None
    syllables = _syllables(given, custom)
    return (family, syllables) if syllables else None


def _family_last(words: Words, custom: Custom) -> tuple[str, Words] | None:
    """Family and given name of "Jae-in Moon", a Korean name in western order."""
    if custom.syllable is not None or len(words) != _MOST_SYLLABLES + 1:
        return None
    syllables = _syllables(words[:-1], custom)
    if not syllables or words[-1] not in custom.families or words[0] in custom.families:
        return None
    return custom.families[words[-1]], syllables


def _syllables(given: Words, custom: Custom) -> Words:
    """All syllables of a given name in their own spelling; empty if one is none."""
    parts = [custom.syllables(word) for word in given]
    flat = tuple(custom.given.get(s, s) for part in parts for s in part)
    return flat if all(parts) and len(flat) <= _MOST_SYLLABLES else ()


def _of_custom(
    words: Words,
    parts: tuple[str, Words],
    generation: str,
    custom: Custom,
    tables: Tables,
) -> PersonName:
    family, syllables = parts
    given = custom.joiner.join(syllables)
    others = product(*(custom.readings(word) for word in words[1:]))
    perhaps = (" ".join((family, custom.joiner.join(row))) for row in others)
    return PersonName(
        " ".join(filter(None, (family, given, generation))),
        words,
        given,
        frozenset({family}),
        generation=generation,
        syllables=_alone(words, tables),
        custom=custom.language,
        whole=True,
        family=family,
        perhaps=frozenset(perhaps) if words[0] in custom.families else frozenset(),
    )


def _in_two_ways(found: PersonName, name: str, custom: Custom) -> PersonName:
    """The name in the newer of two ways to write its language: "Mao Tse-tung"."""
    if custom.scheme is None:
        return found
    readings = read_two_ways(found.words, name, custom.scheme, custom.families)
    keys = [
        " ".join(filter(None, (row[0], custom.joiner.join(row[1:]), found.generation)))
        for row in (*readings.names, found.words)
    ]
    own = keys[0] if readings.sure else keys[-1]
    row = readings.names[0] if readings.sure else found.words
    others = frozenset(keys) - {own}
    return replace(
        found,
        key=own,
        given=custom.joiner.join(row[1:]),
        family=row[0],
        families=found.families | {row[0]} | {other[0] for other in readings.names},
        also=others if readings.sure or readings.likely else frozenset(),
        perhaps=others,
    )


def _of_words(
    words: Words, generation: str, tables: Tables, *, arabic: bool
) -> PersonName:
    """A name in the spelling of the language that it is of, if one is known by it.

    `arabic` tells that an article was left out.
    """
    written, last = _joined(words, tables), words[-1]
    plain = _in_order(written, written, last, generation, tables, None)
    spelled = {r.language: r.respell(written) for r in tables.romanisations}
    sounds = ((code, " ".join((*row, generation))) for code, row in spelled.items())
    found = plain
    for language in tables.romanisations:
        if language.fits(written) or (arabic and language.article):
            row = spelled[language.language]
            found = _in_order(row, written, last, generation, tables, language)
            break
    if len(written) == 1:
        return found
    return replace(found, sounds=frozenset(sounds), plain=plain)


def _in_order(
    words: Words,
    written: Words,
    last: str,
    generation: str,
    tables: Tables,
    language: Romanisation | None,
) -> PersonName:
    """Given names first, or a given name alone ("Kyu-duk").

    The order is open if the first word may be a family name. `last` is the family name
    too where it was joined: the "Nasser" of "Abdel Nasser".
    """
    key = " ".join((*words, generation)).strip()
    alone = _alone(words, tables)
    if len(words) == 1 or alone:
        regnal = tables.plays("numeral", generation)
        families = {written[0]} | _one_word(words[0], tables)
        return PersonName(
            key,
            words,
            words[0] if regnal else "",
            frozenset() if len(words) > 1 else frozenset(families),
            generation=generation,
            syllables=alone,
            whole=regnal,
            family=words[0],
        )
    middle = tuple(w for w in words[1:-1] if not tables.plays("particle", w))
    first = words[0] if words[0] in tables.family_first else ""
    return PersonName(
        key,
        words,
        words[0],
        frozenset(filter(None, (words[-1], last, first))),
        middle,
        generation,
        alone,
        whole=True,
        family=words[-1],
        first=first,
        omitted=all(_left_out(word, language) for word in middle),
        language=language.language if language else "",
    )


def _left_out(middle: str, language: Romanisation | None) -> bool:
    """Whether a middle name is one that papers leave out: "J.", "Vladimirovich"."""
    father = language.patronymic if language else None
    return len(middle) == 1 or bool(father and father.fullmatch(middle))


def _alone(words: Words, tables: Tables) -> str:
    """The name as a given name of two listed syllables: "Yo Jong"; else empty."""
    for custom in tables.customs:
        if custom.syllable is None and len(words) <= _MOST_SYLLABLES:
            syllables = _syllables(words, custom)
            if len(syllables) == _MOST_SYLLABLES:
                return custom.joiner.join(syllables)
    return ""


def _one_word(word: str, tables: Tables) -> frozenset[str]:
    """What families a single word may name: "Paek" is "baek" where it is Korean."""
    customs = (c.families[word] for c in tables.customs if word in c.families)
    return frozenset({word, *customs})

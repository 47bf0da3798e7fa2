"""A person's name read: which word is the family, which the given name.

"Kim Yo-jong" and "Ivanka Trump" differ in order; the ontology's family names, the
syllables of a language and its spelling classes tell which is which.
"""

from dataclasses import dataclass

from kg.names.tables import Custom, Tables, Words

_MOST_SYLLABLES = 2


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in parts; every part in the spelling that keys are written in.

    `words` are all words in their order; `given` is one string for a name of a custom
    that puts the family first ("yo-jong"). `families` are the words that may be the
    family name: more than one when the order or the language is open ("Sung Kim",
    "Paek"). `syllables` is the
    name read as a given name alone ("Yo Jong"), `whole` whether it has both parts.
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


def read_person(name: str, tables: Tables) -> PersonName:
    """Read a person's name; one without a letter has no words and is its own key."""
    words = tables.spell(tables.split(name, initials=True))
    words = words[:1] + tuple(w for w in words[1:] if not tables.plays("dropped", w))
    words, generation = _generation(words, tables)
    if not words:
        return PersonName(" ".join(name.split()), ())
    if name.strip()[0].islower() and tables.plays("particle", words[0]):
        return _of_family(words, generation)
    for custom in tables.customs:
        parts = _family_first(words, custom) or _family_last(words, custom)
        if parts is not None:
            return _of_custom(words, parts, generation, custom, tables)
    return _of_words(words, generation, tables)


def _generation(words: Words, tables: Tables) -> tuple[Words, str]:
    """Part off what tells son from father: "Martin Luther King Jr."."""
    if len(words) > 1 and tables.plays("generation", words[-1]):
        return words[:-1], words[-1]
    return words, ""


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
    return PersonName(
        " ".join(filter(None, (family, given, generation))),
        words,
        given,
        frozenset({family}),
        generation=generation,
        syllables=_alone(words, tables),
        custom=custom.language,
        whole=True,
    )


def _of_words(words: Words, generation: str, tables: Tables) -> PersonName:
    """Given names first, or a given name alone ("Kyu-duk").

    The order is open if the first word may be a family name.
    """
    key = " ".join((*words, generation)).strip()
    alone = _alone(words, tables)
    if len(words) == 1 or alone:
        return PersonName(
            key,
            words,
            families=frozenset() if len(words) > 1 else _one_word(words[0], tables),
            generation=generation,
            syllables=alone,
        )
    families = {words[-1]}
    if words[0] in tables.family_first:
        families.add(words[0])
    middle = tuple(w for w in words[1:-1] if not tables.plays("particle", w))
    return PersonName(
        key, words, words[0], frozenset(families), middle, generation, alone, whole=True
    )


def _of_family(words: Words, generation: str) -> PersonName:
    """A family name with its particles: "von der Leyen", "al-Assad"."""
    key = " ".join((*words, generation)).strip()
    return PersonName(
        key, words, families=frozenset({words[-1]}), generation=generation
    )


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

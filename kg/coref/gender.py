"""What the text, the gazetteer and given names say of a person's gender."""

from collections.abc import Sequence

from kg.coref.cluster import Cluster
from kg.lexicon import Lexicon
from kg.names.fold import fold
from kg.parse import Parsed

_TOLD = ("Honorific", "KinshipNoun", "Title")


def told_gender(parsed: Parsed, cluster: Cluster, lexicon: Lexicon) -> str | None:
    """Gender by gazetteer, title or kinship: "m", "f", or None when nothing tells."""
    entry = lexicon.entries.get(cluster.entry or "")
    if entry is not None and entry.one("gender"):
        return entry.one("gender")
    words = {_before(parsed, m) for m in cluster.members}
    words |= {w.split()[-1].lower() for w in cluster.titles}
    words |= {c.lemma for c in cluster.members.values()}
    return gender_of_words(sorted(words), lexicon)


def gender_of_words(words: Sequence[str], lexicon: Lexicon) -> str | None:
    """Gender that a title, a form of address or a word for kin tells; else None."""
    for kind in _TOLD:
        for word in words:
            term = lexicon.words(kind).get(word)
            if term is not None and term.one("gender"):
                return term.one("gender")
    return None


def _before(parsed: Parsed, token: int) -> str:
    """The word before a name, or before its comma: "his wife, Mary"."""
    at = token - 2 if token > 1 and parsed.doc[token - 1].text == "," else token - 1
    return parsed.doc[at].lower_ if at >= 0 else ""


def given_gender(cluster: Cluster, lexicon: Lexicon) -> str | None:
    """Gender that most bearers of the given name have, else None.

    A name that begins with a family name ("Kim Jong-un") says nothing.
    """
    words = cluster.name.split()
    if not words or lexicon.has("FamilyName", words[0]):
        return None
    return lexicon.given_names.get(fold(words[0], {}))

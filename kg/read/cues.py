"""The words by which page furniture is known, as they come from the ontology.

Decides nothing: the lists stand in `ontology/lexicon/furniture.ttl`, one field of
`FurnitureCues` for each kind of cue there.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields

from kg.errors import OntologyError

_MONTHS = 12


@dataclass(frozen=True, slots=True)
class FurnitureCues:
    """Cue phrases by kind, lower-case and sorted; no cue of a kind is an empty tuple.

    `months` holds twelve tuples, January first. The fields are named after the kinds
    in the ontology ("byline role" is `byline_role`).
    """

    advertisement: tuple[str, ...] = ()
    ago: tuple[str, ...] = ()
    author_biography: tuple[str, ...] = ()
    biography_opener: tuple[str, ...] = ()
    byline: tuple[str, ...] = ()
    byline_role: tuple[str, ...] = ()
    citation_note: tuple[str, ...] = ()
    comment_verb: tuple[str, ...] = ()
    cookie_notice: tuple[str, ...] = ()
    copyright_mark: tuple[str, ...] = ()
    copyright_notice: tuple[str, ...] = ()
    end_mark: tuple[str, ...] = ()
    image_label: tuple[str, ...] = ()
    name_joiner: tuple[str, ...] = ()
    navigation: tuple[str, ...] = ()
    newsletter_signup: tuple[str, ...] = ()
    publication: tuple[str, ...] = ()
    reader_comments: tuple[str, ...] = ()
    reading_time: tuple[str, ...] = ()
    related_articles: tuple[str, ...] = ()
    republication_note: tuple[str, ...] = ()
    search_box: tuple[str, ...] = ()
    share_links: tuple[str, ...] = ()
    source_link: tuple[str, ...] = ()
    time_unit: tuple[str, ...] = ()
    time_word: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    update: tuple[str, ...] = ()
    weekday: tuple[str, ...] = ()
    months: tuple[tuple[str, ...], ...] = ((),) * _MONTHS

    @classmethod
    def of(cls, cues: Iterable[tuple[str, Iterable[str]]]) -> "FurnitureCues":
        """Gather pairs of (kind, phrases); a kind may come more than once.

        The months are the kinds "month 1" to "month 12". No pairs give no cues: then
        nothing is furniture, and no date is read from a text.

        Raises:
            OntologyError: if a kind is not one of these.
        """
        gathered: dict[str, set[str]] = {}
        for kind, words in cues:
            found = gathered.setdefault(kind, set())
            found.update(" ".join(word.lower().split()) for word in words)
        phrases = {kind: tuple(sorted(words)) for kind, words in gathered.items()}
        months = tuple(phrases.pop(f"month {n + 1}", ()) for n in range(_MONTHS))
        known = {f.name.replace("_", " "): f.name for f in fields(cls)[:-1]}
        for kind in sorted(phrases.keys() - known.keys()):
            message = (
                f"furniture.ttl: {kind!r} is no kind of furniture cue; "
                f"use one of {', '.join(sorted(known))}, month 1 to month 12"
            )
            raise OntologyError(message)
        return cls(months=months, **{known[k]: words for k, words in phrases.items()})

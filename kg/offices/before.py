"""Titles in front of names: who holds which office, of whom.

English stacks offices before a name without telling a parser how ("Blue House Director
of the National Security Office Suh Hoon"), so this reads the words from right to left
instead of the tree: a name, before it a title with what it is of or for, before that
what narrows it (a country, a ministry, an adjective), and possibly another title.
Titles after a name, in apposition or with "is", are left to the tree.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kg.lexicon import LONGEST_TITLE, Lexicon, joined
from kg.parse import Parsed
from kg.schema import Individual
from kg.syntax import Slots

if TYPE_CHECKING:
    from spacy.tokens import Token

_COMPLEMENTS = ("of", "for", "to", "at", "in", "on")
_INSIDE = ("the", "and", "&", "-", "'s", "'", "ex", "then")
_LEADING = ("the", "and", "&", "-", "'s", "'")
_REACH = 18  # tokens to look back from a name
_OWNERS = ("Country", "Organization", "Group", "Place")


@dataclass(frozen=True)
class Office:
    """One office as a phrase tells it.

    `anchor` is the last token of the title itself, `first` the first token of the
    phrase, `holders` the name tokens that it stands before, `owners` name tokens by
    slot, `words` the office as the text words it without the country before it;
    `coming` is one not yet held ("President-elect"), `acting` one held for another;
    `listed` says that it continues a list of officials.
    """

    anchor: int
    term: Individual
    holders: tuple[int, ...]
    words: str
    former: bool = False
    lowered: bool = False
    owners: Slots = field(default_factory=dict)
    topic: str = ""
    first: int = 0
    listed: bool = False
    coming: bool = False
    acting: bool = False


def find_offices(parsed: Parsed, lexicon: Lexicon) -> tuple[Office, ...]:
    """All offices that stand before a person's name, in the order of the text."""
    found: list[Office] = []
    for index in sorted(parsed.names):
        if parsed.names[index].cls == "Person":
            found += _before(parsed, parsed.doc[index], lexicon)
    return tuple(_shared(parsed, found))


def _before(parsed: Parsed, name: "Token", lexicon: Lexicon) -> Iterator[Office]:
    start = _phrase_start(parsed, name, lexicon)
    titles = _outer(parsed, list(_titles(list(parsed.doc[start : name.i]), lexicon)))
    if not titles or not _reaches(parsed, titles[-1], name.i):
        return
    inherited: list[Token] = []
    left = _own_words(parsed, start, titles[0][0])
    for at, (begin, end, term) in enumerate(titles):
        right = titles[at + 1][0] if at + 1 < len(titles) else name.i
        owners = _owners(parsed, left, begin, end, right)
        if not owners.get("modifier") and inherited:
            owners["modifier"] = inherited
        inherited = owners.get("modifier", inherited)
        yield _office(parsed, name, (left, begin, end, right), term, owners, lexicon)
        left = _after_and(parsed, end, right)


def _phrase_start(parsed: Parsed, name: "Token", lexicon: Lexicon) -> int:
    """How far to the left the words before a name may belong to its titles."""
    at = name.i
    first = max(name.sent.start, name.i - _REACH)
    while at > first:
        token = parsed.doc[at - 1]
        if token.i in parsed.names:
            if parsed.names[token.i].cls == "Person" and not _owned(parsed, at):
                break
        elif not _may_narrow(token, lexicon):
            break
        at -= 1
    while at < name.i and parsed.doc[at].lower_ in _LEADING:
        at += 1
    return at


def _own_words(parsed: Parsed, start: int, title: int) -> int:
    """Behind what is of somebody else, or no part of the office.

    "the sister of leader Kim", "Putin of Russia and Prime Minister Modi", "an
    Iran-born cleric".
    """
    row = parsed.doc[start:title]
    ends = (t.i + 1 for t in row if t.lower_ in _COMPLEMENTS or _closes(parsed, t))
    return max(ends, default=start)


def _closes(parsed: Parsed, token: "Token") -> bool:
    """Whether a word ends what is said of a name before it: "and", "-born"."""
    hyphen = token.i > 1 and parsed.doc[token.i - 1].text == "-"
    participle = hyphen and token.tag_ in ("VBN", "VBD")
    return (participle and token.i - 2 in parsed.names) or _ends_list(parsed, token)


def _ends_list(parsed: Parsed, token: "Token") -> bool:
    """Whether an "and" stands between a name and words that are none."""
    names = parsed.names
    return token.lower_ == "and" and token.i - 1 in names and token.i + 1 not in names


def _owned(parsed: Parsed, at: int) -> bool:
    """As in "Joe Biden's envoy": a person before "'s" narrows what follows."""
    return parsed.doc[at].text in ("'s", "'")


def _may_narrow(token: "Token", lexicon: Lexicon) -> bool:
    lower = token.lower_
    if lower in _INSIDE or lower in _COMPLEMENTS:
        return True
    known = any(
        lexicon.has(kind, lower)
        for kind in ("Title", "ClassNoun", "FormerMark", "LoweringMark", "Honorific")
    )
    return (
        known
        or (token.text[0].isupper() and not token.is_punct)
        or (token.pos_ in ("ADJ", "NOUN", "PROPN") and token.is_alpha)
    )


def _titles(
    words: "Sequence[Token]", lexicon: Lexicon
) -> Iterator[tuple[int, int, Individual]]:
    """Title terms in a stretch, the longest first; (first token, end, term)."""
    at = 0
    row = list(words)
    while at < len(row):
        for size in range(min(LONGEST_TITLE, len(row) - at), 0, -1):
            text = joined(t.lower_ for t in row[at : at + size])
            term = lexicon.words("Title").get(text)
            if term is not None:
                size += _elect(row[at + size :], lexicon)
                yield row[at].i, row[at].i + size, term
                at += size
                break
        else:
            at += 1


def _elect(after: "Sequence[Token]", lexicon: Lexicon) -> int:
    """How many tokens "-elect" or "-designate" behind a title has: two or none."""
    hyphen = len(after) > 1 and after[0].text == "-"
    return 2 if hyphen and lexicon.has("ComingMark", after[1].lower_) else 0


def _outer(
    parsed: Parsed, titles: list[tuple[int, int, Individual]]
) -> list[tuple[int, int, Individual]]:
    """Titles inside titles: whose is the name that follows?

    "Advisor to the President Ivanka Trump": hers is the first. "adviser of Prime
    Minister Abiy Ahmed": his is the second, the first is somebody else's.
    """
    kept: list[tuple[int, int, Individual]] = []
    for title in titles:
        before = parsed.doc[title[0] - 1].lower_ if title[0] else ""
        close = bool(kept) and title[0] - kept[-1][1] <= 2
        if close and before == "the":
            continue
        inner = close and before in _COMPLEMENTS
        kept = [] if inner or (kept and _nested(parsed, kept[-1], title)) else kept
        kept.append(title)
    return kept


def _nested(
    parsed: Parsed,
    outer: tuple[int, int, Individual],
    inner: tuple[int, int, Individual],
) -> bool:
    """As in "the spokesman for Indian Prime Minister Modi": one for the other."""
    between = [t.lower_ for t in parsed.doc[outer[1] : inner[0]]]
    owned = _owner(parsed, parsed.doc[inner[0] - 1])
    opens = bool(between) and between[0] in ("for", "to")
    return opens and owned and "and" not in between


def _reaches(parsed: Parsed, title: tuple[int, int, Individual], name: int) -> bool:
    """Whether only the title's own complement stands between it and the name."""
    rest = [t for t in parsed.doc[title[1] : name] if t.lower_ != "-"]
    if not rest:
        return True
    return (
        rest[0].lower_ in _COMPLEMENTS
        and rest[0].lower_ != "in"
        and (len(rest) > 1 and rest[-1].lower_ not in (*_INSIDE, *_COMPLEMENTS))
    )


def _owners(parsed: Parsed, left: int, begin: int, end: int, right: int) -> Slots:
    """Names around a title by slot: left of it, and after its prepositions."""
    found: Slots = {}
    for token in parsed.doc[left:begin]:
        if _owner(parsed, token):
            owned = parsed.doc[token.i + 1].text in ("'s", "'")
            found.setdefault("possessor" if owned else "modifier", []).append(token)
    slot = ""
    for token in parsed.doc[end:right]:
        if token.lower_ in _COMPLEMENTS:
            slot = token.lower_
        elif slot and _owner(parsed, token):
            found.setdefault(slot, []).append(token)
    return found


def _owner(parsed: Parsed, token: "Token") -> bool:
    name = parsed.names.get(token.i)
    return name is not None and name.cls in _OWNERS


def _after_and(parsed: Parsed, end: int, right: int) -> int:
    """Where the words of a coordinated title begin."""
    for token in reversed(list(parsed.doc[end:right])):
        if token.lower_ in ("and", "&"):
            return int(token.i) + 1
    return right


def _office(
    parsed: Parsed,
    name: "Token",
    bounds: tuple[int, int, int, int],
    term: Individual,
    owners: Slots,
    lexicon: Lexicon,
) -> Office:
    left, begin, end, right = bounds
    # "Then President Lee said": at the start of a sentence it tells when
    words_before = parsed.doc[left:begin]
    marks = [
        t.lower_ for t in words_before if not (t.is_sent_start and t.pos_ == "ADV")
    ]
    first = begin
    while first > left and _describes(parsed, parsed.doc[first - 1], lexicon):
        first -= 1
    last = right if right == name.i else _last_word(parsed, end, right)
    words = parsed.doc[first:last].text.strip()
    told = [*marks, *(t.lower_ for t in parsed.doc[begin:end])]
    return Office(
        end - 1,
        term,
        (name.i,),
        words,
        former=lexicon.has("FormerMark", *marks),
        lowered=lexicon.has("LoweringMark", *marks),
        owners=owners,
        topic=" ".join(t.lower_ for t in parsed.doc[first:begin]),
        first=left,
        coming=lexicon.has("ComingMark", *told),
        acting=lexicon.has("ActingMark", *told),
    )


def _describes(parsed: Parsed, token: "Token", lexicon: Lexicon) -> bool:
    """Whether a word before a title belongs to the office: "Unification Minister"."""
    if token.i in parsed.names or token.lower_ in _INSIDE or token.is_punct:
        return False
    marked = any(lexicon.has(k, token.lower_) for k in ("FormerMark", "ComingMark"))
    return not marked and token.pos_ not in ("DET", "ADP")


def _last_word(parsed: Parsed, end: int, right: int) -> int:
    """The end of a title that another one follows: without the "and" between."""
    at = right
    while at > end and parsed.doc[at - 1].lower_ in (*_INSIDE, *_COMPLEMENTS):
        at -= 1
    return at


def _shared(parsed: Parsed, offices: Sequence[Office]) -> Iterator[Office]:
    """In a list of officials a country said once holds for those after it.

    "US Secretary of State Antony Blinken and Defense Secretary Lloyd Austin".
    """
    previous: Office | None = None
    for office in offices:
        listed = previous is not None and _listed(parsed, previous, office)
        bare = not any(office.owners.get(s) for s in ("modifier", "possessor", "of"))
        shared: Slots = {}
        if listed and bare and previous is not None:
            shared = {
                s: previous.owners[s]
                for s in ("modifier", "possessor")
                if s in previous.owners
            }
        office = replace(office, owners={**office.owners, **shared}, listed=listed)
        yield office
        previous = office


def _listed(parsed: Parsed, left: Office, right: Office) -> bool:
    """Whether only a comma or "and" and the title stand between two holders."""
    if left.holders == right.holders:
        return True
    between = list(parsed.doc[left.holders[0] + 1 : right.first])
    return 0 < len(between) < 3 and all(t.lower_ in (",", "and") for t in between)

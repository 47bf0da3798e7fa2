"""What speaks for two chains of different articles being one thing.

Names first (`kg.names`), then what the articles tell: class, country, office, year.
A reason is a name and a weight; the sum decides, a heavy reason against forbids.
"""

from kg.entities.profiles import Atom
from kg.names import NameEvidence, NameKeys, Reason, evidence, weigh_names

_SAME_ENTRY = Reason("same gazetteer entry", 5.0)
_OTHER_ENTRY = Reason("different gazetteer entries", -6.0)
_OTHER_KIND = Reason("different classes", -4.0)
_NEAR_KIND = Reason("class differs", -1.0)
_SAME_COUNTRY = Reason("same country", 0.5)
_COUNTRY_AROUND = Reason("country in the article", 0.5)
_OTHER_COUNTRY = Reason("different country", -1.0)
_FOREIGN = Reason("different country", -3.0)
_NOT_ALL_COUNTRIES = Reason("not the same countries", -1.0)
_SAME_OFFICE = Reason("same office", 0.5)
_OTHER_OFFICE = Reason("different office", -1.0)
_OTHER_YEAR = Reason("years apart", -3.0)
_RECURS = Reason("comes again", -1.0)
_SHORT_THERE = Reason("abbreviated so in its article", 2.5)
_DESCRIBED = Reason("same description", 1.5)
_SPELLED_ALIKE = Reason("same name", 3.0)
_FAR = 2  # years from which a thing that comes again is another one


def weigh(left: Atom, right: Atom, keys: NameKeys) -> NameEvidence:
    """Weigh two atoms; symmetric. The gazetteer settles it where it knows both."""
    if left.entry is not None and right.entry is not None:
        return evidence(_SAME_ENTRY if left.entry == right.entry else _OTHER_ENTRY)
    return evidence(*_names(left, right, keys), *context(left, right, keys))


def context(left: Atom, right: Atom, keys: NameKeys) -> tuple[Reason, ...]:
    """What speaks for and against beside the names."""
    if keys.personal(left.cls) != keys.personal(right.cls):
        return (_NEAR_KIND if _spelled_alike(left, right) else _OTHER_KIND,)
    if left.person and right.person:
        reasons = _of_persons(left, right)
    else:
        reasons = (_of_countries(left, right), _of_years(left, right))
    kind = None if left.cls == right.cls else _NEAR_KIND
    return tuple(r for r in (kind, *reasons) if r is not None)


def _names(left: Atom, right: Atom, keys: NameKeys) -> tuple[Reason, ...]:
    if left.name is None or right.name is None:
        return ()
    if _abbreviates(left, right) or _abbreviates(right, left):
        return (_SHORT_THERE,)
    if _spelled_alike(left, right):
        return (_SPELLED_ALIKE,)
    reasons = weigh_names(left.name, right.name, keys).reasons
    if left.described or right.described:
        return tuple(_DESCRIBED if r.weight > _DESCRIBED.weight else r for r in reasons)
    return reasons


def _abbreviates(short: Atom, full: Atom) -> bool:
    """Whether an article that spells a name out also has the abbreviation for it."""
    if short.thing is None or full.thing is None or full.thing.acronym:
        return False
    return short.thing.acronym and short.thing.core in full.shorts


def _spelled_alike(left: Atom, right: Atom) -> bool:
    """A name in full that one article's reader took for a person, another's did not.

    A full name is seldom shared by somebody and something; a single word ("Jordan")
    often is.
    """
    for one, other in ((left, right), (right, left)):
        if one.person is not None and other.thing is not None:
            words = one.person.words
            return len(words) > 1 and "".join(words) == "".join(other.thing.words)
    return False


def _of_persons(left: Atom, right: Atom) -> tuple[Reason | None, ...]:
    """Offices change: another office tells nothing unless the country differs too."""
    office = _SAME_OFFICE if left.titles & right.titles else None
    if not left.countries or not right.countries:
        return _around(left, right), office
    if left.countries & right.countries:
        return _SAME_COUNTRY, office
    if left.titles and right.titles and office is None:
        return _OTHER_COUNTRY, _OTHER_OFFICE
    return _OTHER_COUNTRY, office


def _around(left: Atom, right: Atom) -> Reason | None:
    """Weigh "President Moon" in an article that tells of South Korea."""
    for part, whole in ((left, right), (right, left)):
        if part.partial and not part.countries and part.around & whole.countries:
            return _COUNTRY_AROUND
    return None


def _of_countries(left: Atom, right: Atom) -> Reason | None:
    """Every country has a foreign ministry: a common name needs the same countries."""
    if not left.countries or not right.countries:
        return None
    if not left.countries & right.countries:
        return _FOREIGN
    if (left.common or right.common) and left.countries != right.countries:
        return _NOT_ALL_COUNTRIES
    return _SAME_COUNTRY


def _of_years(left: Atom, right: Atom) -> Reason | None:
    """What comes again needs its year: "the Winter Olympics"."""
    things = [atom.thing for atom in (left, right)]
    if not any(thing is not None and thing.recurring for thing in things):
        return None
    if left.common or right.common:
        return _RECURS
    if left.year is None or right.year is None:
        return None
    return _OTHER_YEAR if abs(left.year - right.year) >= _FAR else None

"""Names that say too little by themselves, placed by the affair they are told in.

A bare family name joins its only bearer where both articles tell of the same affair,
unless it is one that many bear ("Kim"). A ministry without its country joins the only
one of that name whose country the article tells of, or one in an article on the same
affair. All else stays apart, and in doubt.
"""

from collections.abc import Iterator

from kg.entities.clusters import Clustering, Tie
from kg.entities.company import Company
from kg.entities.profiles import Atom
from kg.entities.weigh import weigh
from kg.model import Verdict
from kg.names import NameKeys, Reason, evidence

_COMPANY = Reason("told of with the same others", 1.0)
_AFFAIR = 0.3  # of the company that two articles must share to tell of one affair
_ITS_COUNTRY = Reason("the only one of the name, its country told of", 0.5)
_SAME_AFFAIR = Reason("told of in the same affair", 0.5)


def place_by_affair(clustering: Clustering, keys: NameKeys) -> None:
    """Place what is left alone after names, countries and offices were compared."""
    atoms = clustering.atoms
    company = Company.of(profile for atom in atoms for profile in atom.profiles)
    for parts, bearers in _families(atoms, keys):
        _place_bare(clustering, parts, bearers, company)
    for lonely, known in _bodies(atoms):
        left = [i for i in lonely if not _place_owned(clustering, i, known)]
        if len(_owners(clustering, known)) <= 1:
            _place_together(clustering, left, company)


def _families(
    atoms: list[Atom], keys: NameKeys
) -> Iterator[tuple[list[int], list[int]]]:
    """Bare family names with all who bear them in full, name by name.

    None that many bear, nor one that may be of two families.
    """
    bearers: dict[str, list[int]] = {}
    bare: dict[str, list[int]] = {}
    for i, atom in enumerate(atoms):
        if atom.person is None:
            continue
        families = sorted(atom.person.families)
        if atom.person.whole:
            for family in families:
                bearers.setdefault(family, []).append(i)
        elif atom.partial and len(families) == 1:
            bare.setdefault(families[0], []).append(i)
    for family in sorted(bare.keys() & bearers.keys() - keys.tables.family_first):
        yield bare[family], bearers[family]


def _place_bare(
    clustering: Clustering, parts: list[int], bearers: list[int], company: Company
) -> None:
    if len({clustering.home[i] for i in bearers}) > 1:
        return
    atoms = clustering.atoms
    by_article = {name: i for i in reversed(bearers) for name in atoms[i].articles}
    others = company.by_day(by_article)
    for part in parts:
        (article,) = atoms[part].articles
        if not _alone(clustering, part) or article in by_article:
            continue  # its own article knows them for two
        shared, other = company.nearest(article, others)
        bearer = by_article[other] if shared else bearers[0]
        _settle(clustering, part, bearer, _COMPANY if shared >= _AFFAIR else None)


def _bodies(atoms: list[Atom]) -> Iterator[tuple[list[int], list[int]]]:
    """Bodies of nobody knows which country, with those of the name that have one."""
    lonely: dict[str, list[int]] = {}
    known: dict[str, list[int]] = {}
    for i, atom in enumerate(atoms):
        if atom.thing is None or not atom.thing.generic or atom.described:
            continue
        if atom.countries:
            known.setdefault(atom.thing.core, []).append(i)
        elif atom.lonely and not atom.thing.recurring:
            lonely.setdefault(atom.thing.core, []).append(i)
    for core in sorted(lonely):
        yield lonely[core], known.get(core, [])


def _owners(clustering: Clustering, known: list[int]) -> set[frozenset[str]]:
    return {clustering.atoms[i].countries for i in known}


def _place_owned(clustering: Clustering, part: int, known: list[int]) -> bool:
    """As "the Defense Ministry" in an article on Peru, where no other is known."""
    atoms = clustering.atoms
    around = atoms[part].around
    fits = [i for i in known if atoms[i].countries <= around]
    sure = len(_owners(clustering, known)) == 1 or len(around) == 1
    if len({clustering.home[i] for i in fits}) != 1 or not sure:
        return False
    return _settle(clustering, part, fits[0], _ITS_COUNTRY)


def _place_together(
    clustering: Clustering, lonely: list[int], company: Company
) -> None:
    """As "the Senate" in two articles on one affair."""
    by_article = {a: i for i in reversed(lonely) for a in clustering.atoms[i].articles}
    days = company.by_day(by_article)
    for part in lonely:
        (article,) = clustering.atoms[part].articles
        shared, other = company.nearest(article, days)
        if shared >= _AFFAIR and by_article[article] == part:
            _settle(clustering, part, by_article[other], _SAME_AFFAIR)


def _alone(clustering: Clustering, i: int) -> bool:
    return clustering.members[clustering.home[i]] == [i]


def _settle(clustering: Clustering, one: int, other: int, why: Reason | None) -> bool:
    """Join two if the evidence suffices with one reason more, else keep the doubt."""
    atoms = clustering.atoms
    reasons = weigh(atoms[one], atoms[other], clustering.keys).reasons
    tie = Tie(one, other, evidence(*reasons, why))
    same = tie.reasons.verdict is Verdict.SAME and not tie.reasons.vetoed
    if same and not clustering.at_odds(one, other):
        clustering.join(tie)
        return True
    clustering.refuse(tie)
    return False

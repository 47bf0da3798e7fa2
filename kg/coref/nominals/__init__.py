"""Common nouns to the named things they stand for, and to bodies that have no name.

The surest evidence goes first: what syntax says of a name ("Ri Son-gwon, the head of
the agency"), then kin and offices that the article has told of, then the noun of a
name said again, then the state or place that the sentence is about. A rule that finds
two things as good as each other finds none.
"""

from collections.abc import Callable, Iterable, Sequence

from kg.coref.cluster import Cluster
from kg.coref.nominals.bodies import Bodies
from kg.coref.nominals.persons import Persons
from kg.coref.nominals.roles import Roles
from kg.coref.nominals.said import Said
from kg.coref.nominals.setting import Setting
from kg.coref.nominals.states import States
from kg.lexicon import Lexicon
from kg.mentions import Candidate
from kg.model import Kind
from kg.offices import Office
from kg.parse import Parsed

_OF_KIN = 2  # rules that ask whose kin somebody is
Rule = tuple[str, Callable[[Candidate], Cluster | None]]


def link_nominals(
    parsed: Parsed,
    candidates: Sequence[Candidate],
    clusters: list[Cluster],
    offices: Sequence[Office],
    lexicon: Lexicon,
) -> None:
    """Give each nominal that clearly means a known thing to its cluster, in order.

    Things without a name get clusters of their own, at the end of `clusters`.
    """
    setting = Setting(parsed, clusters, lexicon)
    nominals = _nominals(candidates, offices, setting)
    bodies, roles = Bodies(setting), Roles(setting, offices)
    rules = _rules(setting, bodies, roles)
    for candidate in nominals:
        if setting.before_name(candidate):
            continue
        fit = rules[:_OF_KIN] if _of_kin(candidate, setting) else rules
        if _linked(candidate, fit, setting):
            roles.note(candidate, setting.at[candidate.token])
        else:
            bodies.describe(candidate)
            setting.introduce(candidate)
    bodies.repeat([c for c in nominals if c.token not in setting.at])


def link_owned(
    parsed: Parsed,
    candidates: Sequence[Candidate],
    clusters: list[Cluster],
    offices: Sequence[Office],
    lexicon: Lexicon,
) -> None:
    """Nominals that wait for a pronoun to be known: "her brother", "his country"."""
    setting = Setting(parsed, clusters, lexicon)
    roles = Roles(setting, offices)
    rules = (
        ("kin of", Persons(setting).kin),
        ("country of", States(setting).home),
        ("successor of", roles.successor),
    )
    for candidate in _nominals(candidates, offices, setting):
        if candidate.token not in setting.at and not setting.before_name(candidate):
            _linked(candidate, rules, setting)


def _rules(setting: Setting, bodies: Bodies, roles: Roles) -> tuple[Rule, ...]:
    """All rules, from the surest to the weakest."""
    said, persons, states = Said(setting), Persons(setting), States(setting)
    return (
        ("said of", said.holder),
        ("kin of", persons.kin),
        ("successor of", roles.successor),
        ("office of", roles.bearer),
        ("office of one named later", roles.named_later),
        ("holder by date", roles.holder_by_date),
        ("age of", persons.aged),
        ("government of", states.owner),
        ("capital of", states.capital),
        ("same head", bodies.same_head),
        ("said again", bodies.restated),
        ("government again", states.again),
        ("only country", states.topic),
        ("only place", states.place),
    )


def _nominals(
    candidates: Sequence[Candidate], offices: Iterable[Office], setting: Setting
) -> list[Candidate]:
    """The common nouns of one thing, in order; not the titles of the name after."""
    titles = {i for o in offices for i in range(o.first, o.holders[0])}
    nouns = [
        setting.cut(c)
        for c in candidates
        if c.mention.kind is Kind.NOMINAL
        and not c.plural
        and (c.token not in titles or setting.nested(c) or setting.related(c))
    ]
    return sorted([*nouns, *setting.aged()], key=lambda c: c.token)


def _of_kin(candidate: Candidate, setting: Setting) -> bool:
    """As in "his father": whose kin decides, not who was called a father before."""
    noun = setting.token(candidate)
    owned = any(c.dep_ == "poss" for c in noun.children)
    return owned and setting.lexicon.has("KinshipNoun", candidate.lemma)


def _linked(candidate: Candidate, rules: Iterable[Rule], setting: Setting) -> bool:
    for rule, find in rules:
        cluster = find(candidate)
        if cluster is not None and candidate.token not in setting.at:
            setting.join(candidate, cluster, rule)
            return True
    return False

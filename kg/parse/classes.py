"""One class for each name of an article, by all that its sentences say of it.

The recogniser has weighed what stands in the name and before it; with the syntax tree
there is more: an apposition ("Norvik, a town"), an age, "who", a wife or a lawyer, what
only persons do, "in". The evidence of an article is summed up for each name; names that
the gazetteer knows are not touched.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.lexicon import Lexicon
from kg.parse import phrases
from kg.parse.gazetteer import COLLECTIVE
from kg.parse.name import Name

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_TOLD = 2.0  # a noun that says what it is
_SHOWN = 1.3  # "who", an age, somebody's wife, what persons do
_INSIDE = 1.1  # "in"
_HINTED = 0.8  # his or her in the same clause
_MOST = 3.0  # evidence of one class counts no more than this
_PERSON = "Person"
_AGES = range(10, 110)

Votes = dict[str, dict[str, float]]


def one_class(
    doc: "Doc", names: Mapping[int, Name], lexicon: Lexicon
) -> dict[int, Name]:
    """The names of a parsed article, by token, each with its likeliest class."""
    prior: Votes = defaultdict(lambda: defaultdict(float))
    count: Counter[str] = Counter()
    for name in filter(_open, names.values()):
        prior[_key(name)][name.cls] += name.weight
        count[_key(name)] += 1
    said = _said(doc, names, lexicon)
    best = {
        key: _best(votes, count[key], said.get(key) or said.get(key.split()[-1], {}))
        for key, votes in prior.items()
    }
    return {
        i: replace(n, cls=_family(doc[i], best[_key(n)])) if _open(n) else n
        for i, n in names.items()
    }


def _open(name: Name) -> bool:
    return not name.entries and name.cls != COLLECTIVE


def _key(name: Name) -> str:
    return name.words.casefold()


def _family(token: "Token", cls: str) -> str:
    """As in "the Kims": not one person but all who bear the name."""
    before = token.doc[token.i - 1].lower_ if token.i else ""
    all_of_them = before == "the" and token.text.endswith("s") and " " not in token.text
    return "Group" if cls == _PERSON and all_of_them else cls


def _best(prior: Mapping[str, float], count: int, said: Mapping[str, float]) -> str:
    """The class that the witnesses, on average, and the sentences speak for."""
    total: dict[str, float] = defaultdict(float)
    for cls, weight in prior.items():
        total[cls] += weight / count
    for cls, weight in said.items():
        total[cls] += weight
    return max(total, key=lambda c: (total[c], c))


def _said(doc: "Doc", names: Mapping[int, Name], lexicon: Lexicon) -> Votes:
    """What the sentences say of each name: class and weight, no more than so much."""
    said: Votes = defaultdict(lambda: defaultdict(float))
    for index, name in names.items():
        if name.cls == _PERSON:
            for part in _parts(name, lexicon):
                said[part][_PERSON] = max(said[part][_PERSON], _TOLD)
            first, *rest = _key(name).split()
            if rest:  # "Grace" after "Grace Okoro"
                said[first][_PERSON] = max(said[first][_PERSON], _SHOWN)
        if not _open(name):
            continue
        keys = {_key(name)}
        if name.cls == _PERSON:
            keys.add(_key(name).split()[-1])
        for cls, weight in _evidence(doc[index], names, lexicon):
            for key in keys:
                said[key][cls] = min(_MOST, said[key][cls] + weight)
    return said


def _parts(name: Name, lexicon: Lexicon) -> Iterator[str]:
    """What the press goes on to call a person: "Kyu-duk" and "Noh" are persons too."""
    for part in phrases.person_parts(phrases.name_tokens(name.words), lexicon):
        yield " ".join(part).replace(" - ", "-").casefold()


def _evidence(
    token: "Token", names: Mapping[int, Name], lexicon: Lexicon
) -> Iterator[tuple[str, float]]:
    yield from _nouns(token, names, lexicon)
    if any(c.dep_ == "relcl" and _who(c) for c in token.children):
        yield _PERSON, _SHOWN
    if any(_age(c) for c in token.children):
        yield _PERSON, _SHOWN
    yield from _role(token, lexicon)
    others = [token.head] if token.dep_ == "conj" else []
    others += [c for c in token.children if c.dep_ == "conj"]
    if any(c.i in names and names[c.i].cls == _PERSON for c in others):
        yield _PERSON, _SHOWN


def _nouns(
    token: "Token", names: Mapping[int, Name], lexicon: Lexicon
) -> Iterator[tuple[str, float]]:
    """Common nouns that say what a name is: appositions, copulas, nouns before it."""
    near = [c for c in token.children if c.dep_ == "appos"]
    near += [c for c in token.children if c.dep_ == "compound" and c.i == token.i - 1]
    if token.dep_ == "appos":
        near.append(token.head)
    if token.dep_ == "nsubj" and token.head.lemma_ == "be":
        near += [c for c in token.head.children if c.dep_ == "attr" and _indefinite(c)]
    of = token.head
    if token.dep_ == "pobj" and of.lower_ == "of" and _place_noun(of.head, lexicon):
        yield "Place", _TOLD  # "the town of Norvik"
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    if token.head == after and lexicon.has("SettlementNoun", after.text):
        yield "Place", _TOLD  # "Xuan Loc district"
    elif names[token.i].cls == _PERSON and _housed(token, after, lexicon):
        yield "Place", _TOLD  # "the Norvik hotel"
    for noun in near:
        cls = lexicon.nouns.get(noun.lemma_.lower())
        if noun.i not in names and noun.text.islower() and cls not in (None, ""):
            yield str(cls), _TOLD


def _housed(token: "Token", noun: "Token", lexicon: Lexicon) -> bool:
    """Whether the noun right after a name is a common one of places."""
    place = lexicon.nouns.get(noun.lemma_) == "Place"
    return place and noun.is_lower and token.head == noun


def _place_noun(noun: "Token", lexicon: Lexicon) -> bool:
    follows = noun.i + 1 < len(noun.doc) and noun.doc[noun.i + 1].lower_ == "of"
    return follows and lexicon.has("SettlementNoun", noun.lemma_)


def _indefinite(noun: "Token") -> bool:
    return any(c.lower_ in ("a", "an") for c in noun.children)


def _who(verb: "Token") -> bool:
    return any(c.lower_ in ("who", "whom") for c in verb.children)


def _age(child: "Token") -> bool:
    """As in "Vega, 61, resigned"."""
    between = child.i > 0 and child.doc[child.i - 1].text == ","
    number = child.text.isdigit() and int(child.text) in _AGES
    after = child.doc[child.i + 1].text if child.i + 1 < len(child.doc) else "."
    return between and number and after in (",", ".")


def _role(token: "Token", lexicon: Lexicon) -> Iterator[tuple[str, float]]:
    """What the verb, the preposition or the possession tells."""
    head, dep = token.head, token.dep_
    if dep == "poss" and lexicon.has("KinshipNoun", head.lemma_):
        yield _PERSON, _SHOWN
    if dep == "pobj" and lexicon.has("LocativePreposition", head.lower_):
        moved = lexicon.has("LifeVerb", head.head.lemma_)
        yield "Place", _SHOWN if moved else _INSIDE
    if dep == "nsubj" and head.pos_ == "VERB":
        if lexicon.has("PersonalVerb", head.lemma_):
            yield _PERSON, _SHOWN
        if any(t.lower_ in ("his", "her", "he", "she") for t in _clause(head)):
            yield _PERSON, _HINTED
    if dep in ("dobj", "nsubjpass") and lexicon.has("PersonalFate", head.lemma_):
        yield _PERSON, _SHOWN


def _clause(verb: "Token") -> Iterator["Token"]:
    """The words of a verb's objects and complements, two steps down."""
    for child in verb.rights:
        yield child
        yield from child.children

"""The syntactic slots around a word: who is its subject, object, possessor, ...

Decides nothing about meaning. It follows what English leaves unsaid: passives,
control ("agreed to meet": the subject agrees and meets), raising, relative clauses,
participles, conjunctions, and light verbs ("hold talks with"). The names of the slots
are those of the ontology's patterns (ontology/README.md); the labels of the tree are
those of ClearNLP, which spaCy's English pipelines use.
"""

from collections.abc import Collection
from typing import TYPE_CHECKING

from kg.syntax.holders import holder_verb, holders
from kg.syntax.phrases import (
    Slots,
    add_missing,
    add_prepositions,
    objects_of,
    prepositions_of,
    words_of,
)
from kg.syntax.subjects import (
    CLAUSE,
    RELATIVE,
    SUBJECTS,
    after_comma,
    antecedent,
    expanded,
    first_of,
    has,
    modifiers,
    passive,
    subjects,
    verbal,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = [
    "DEFINITE",
    "Slots",
    "after_comma",
    "after_for",
    "after_particle",
    "carried_by",
    "circumstance",
    "clause_between",
    "expanded",
    "first_of",
    "holder_verb",
    "holders",
    "infinitive",
    "inside",
    "lemma_forms",
    "passive",
    "sentences_before",
    "slots",
    "speaker_of",
    "subjects",
    "verbal",
    "words_of",
]

# words before what is known already: "the talks", "these measures"
DEFINITE = ("the", "this", "that", "these", "those")
_WHEN = (
    "after",
    "amid",
    "as",
    "because",
    "before",
    "during",
    "following",
    "since",
    "while",
)
_PERSONS = ("he", "she")
_AIMED = ("against", "at", "toward", "towards")


def lemma_forms(token: "Token") -> tuple[str, ...]:
    """Words under which a token may be listed, the lemmatiser's own first.

    It cuts too much off some verbs: "hopes" is of "hope" and not of "hop".
    """
    lower, lemma = token.lower_, token.lemma_.lower()
    forms = [lemma]
    if token.tag_ in ("VBD", "VBN") and lower.endswith("ed"):
        forms += [lower[:-1], lower[:-2]]
    elif token.tag_ == "VBZ" and lower.endswith("s"):
        forms.append(lower[:-1])
    elif token.tag_ == "VBG" and lower.endswith("ing"):
        forms += [lower[:-3], f"{lower[:-3]}e"]
    return tuple(dict.fromkeys(forms))


def slots(
    token: "Token", light: Collection[str] = (), undergoing: Collection[str] = ()
) -> Slots:
    """The heads that fill each slot around a verb or a noun; absent when empty.

    Args:
        token: the anchor.
        light: lemmas of verbs that carry an event noun ("hold", "impose").
        undergoing: those of them whose subject is the noun's object ("receive").
    """
    if token.dep_ in ("acomp", "oprd") and token.pos_ == "ADJ":
        found = _adjective_slots(token)
    elif verbal(token):
        found = _verb_slots(token)
    else:
        found = _noun_slots(token, light, undergoing)
    return {name: row for name, row in found.items() if row}


# ------------------------------------------------------------------- verbs


def _verb_slots(verb: "Token") -> Slots:
    found: Slots = {}
    surface = subjects(verb)
    direct = expanded(
        t
        for c in verb.children
        if c.dep_ in ("dobj", "oprd")
        for t in antecedent(c, verb)
    )
    agents = [t for c in verb.children if c.dep_ == "agent" for t in objects_of(c)]
    if passive(verb):
        found["subject"], found["object"] = agents, [*surface, *direct]
    else:
        found["subject"], found["object"] = surface, direct
    if verb.dep_ == "relcl" and not direct and not passive(verb):
        found["object"] = _gap(verb)
    found["indirect"] = expanded(
        c for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP"
    )
    found["complement"] = [
        c
        for c in verb.children
        if verbal(c)
        and (
            c.dep_ in CLAUSE
            or after_particle(c)
            or (not direct and (_purpose(c, verb) or after_for(c)))
        )
    ]
    if not found["object"]:
        # "agreed to stop fighting": a gerund is what is stopped
        found["object"] = [c for c in found["complement"] if c.tag_ == "VBG"]
    found["infinitive"] = [c for c in found["complement"] if infinitive(c)]
    # "implored that Seoul and Washington look": who is to do it
    found["clause"] = [
        t
        for c in verb.children
        if c.dep_ == "ccomp" or after_for(c)
        for t in expanded(g for g in c.children if g.dep_ in SUBJECTS)
    ]
    add_prepositions(verb, found)
    # "imposed sanctions on the North": the phrase hangs on either word
    for thing in (c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")):
        for name, row in prepositions_of(thing).items():
            found.setdefault(name, []).extend(row)
    return found


def sentences_before(token: "Token", back: int) -> int:
    """Where the stretch of this and some sentences before begins: a token's index."""
    start = int(token.sent.start)
    for _ in range(back):
        start = int(token.doc[start - 1].sent.start) if start else 0
    return start


def clause_between(one: "Token", other: "Token") -> bool:
    """Whether a verb stands between two words; none does in "a planned dam".

    In "his murder shocked Oslo" trees may take it for what is before a name.
    """
    verbs = [t for t in one.doc[one.i + 1 : other.i] if verbal(t)]
    inner = ("amod", "compound")
    return any(t.dep_ not in inner or t.head.pos_ == "PROPN" for t in verbs)


def circumstance(token: "Token") -> bool:
    """Whether a phrase or clause says when or why: "after talks", "when they met"."""
    if token.dep_ == "advcl":
        marks = [c for c in token.children if c.dep_ == "mark"]
        when = any(c.tag_ == "WRB" for c in token.children)
        return when or any(m.lower_ in _WHEN for m in marks)
    return token.dep_ == "prep" and token.lower_ in _WHEN


def after_particle(clause: "Token") -> bool:
    """As in "ruled out attacking": a complement that trees take for an adverb."""
    before = clause.doc[clause.i - 1] if clause.i else clause
    beside = before.dep_ == "prt" and before.head == clause.head
    return clause.dep_ == "advcl" and beside


def after_for(clause: "Token") -> bool:
    """As in "called for Chad to withdraw": right after the verb that asks for it."""
    mark = clause.left_edge
    for_to = clause.dep_ == "advcl" and mark.lower_ == "for" and infinitive(clause)
    return for_to and mark.dep_ == "mark" and mark.i == clause.head.i + 1


def _purpose(clause: "Token", verb: "Token") -> bool:
    """As in "committed to maintain": an infinitive right after its verb, misread."""
    close = 0 < clause.i - verb.i <= 3
    return clause.dep_ == "advcl" and close and infinitive(clause)


def infinitive(verb: "Token") -> bool:
    """Whether a verb has its "to": "agreed to meet"."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def _gap(verb: "Token") -> list["Token"]:
    """The object of a relative clause: "the sanctions that Washington imposed"."""
    if any(c.dep_ in SUBJECTS and c.lower_ in RELATIVE for c in verb.children):
        return []
    return expanded([verb.head]) if has(verb, SUBJECTS) else []


def _adjective_slots(adjective: "Token") -> Slots:
    """As in "Tehran is open to talks": subject of the copula, own phrases."""
    found: Slots = {"subject": subjects(adjective.head)}
    found["complement"] = [c for c in adjective.children if c.dep_ in CLAUSE]
    add_prepositions(adjective, found)
    add_missing(found, prepositions_of(adjective.head))
    for row in [found.get("to", []), found.get("for", [])]:
        for noun in list(row):
            add_missing(found, prepositions_of(noun))
    return found


# ------------------------------------------------------------------- nouns


def _noun_slots(
    noun: "Token", light: Collection[str], undergoing: Collection[str] = ()
) -> Slots:
    found: Slots = {
        "possessor": expanded(c for c in noun.children if c.dep_ == "poss"),
        "modifier": modifiers(noun),
        "holder": holders(noun),
        "complement": [
            c for c in noun.children if c.dep_ in ("acl", *CLAUSE) and verbal(c)
        ],
    }
    add_prepositions(noun, found)
    for clause in (c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN"):
        # "threats directed at Seoul", "talks held with Tokyo by Beijing"
        add_missing(found, prepositions_of(clause))
        agents = [
            t for c in clause.children if c.dep_ == "agent" for t in objects_of(c)
        ]
        add_missing(found, {"by": agents} if agents else {})
    if not any(c.dep_ == "prep" for c in noun.children):
        # "rejection and condemnation of the plan": the phrase hangs on the last
        for other in (c for c in noun.children if c.dep_ == "conj" and not verbal(c)):
            add_missing(found, prepositions_of(other))
    for thing in [c for c in found.get("of", ()) if c.pos_ == "NOUN"]:
        # "the adoption of the resolution by the Council"
        add_missing(found, prepositions_of(thing))
    if noun.dep_ == "compound" and noun.head.pos_ == "PROPN":
        # "Fidel Castro's brother Raul": the possessor hangs on the name
        before = [c for c in noun.head.lefts if c.i < noun.i]
        owners = expanded(c for c in before if c.dep_ == "poss")
        add_missing(found, {"possessor": owners} if owners else {})
    if noun.dep_ == "compound" and noun.head.pos_ == "NOUN":
        # "sanctions campaign on the North": what hangs on the head is of the event
        add_missing(found, _noun_slots(noun.head, undergoing, undergoing))
    if noun.dep_ in ("dobj", "nsubjpass") and verbal(noun.head):
        # "warnings were fired at Seoul": whom words and weapons are turned on
        aimed = prepositions_of(noun.head)
        add_missing(found, {k: v for k, v in aimed.items() if k in _AIMED})
    carrier = carried_by(noun, light)
    if carrier is not None:
        carried = _verb_slots(carrier)
        whose = [t for t in carried.pop("subject") if t != noun]
        carried.pop("object"), carried.pop("complement")
        # "received a donation", "drew praise" are done to the subject
        gets = carrier.lemma_.lower() in undergoing and not passive(carrier)
        named = [t for t in whose if t.pos_ in ("PROPN", "PRON")]
        found["object" if gets else "subject"] = named if gets else whose
        for name, row in carried.items():
            found.setdefault(name, []).extend(t for t in row if t != noun)
    return found


def carried_by(noun: "Token", light: Collection[str]) -> "Token | None":
    """The light verb that carries a noun: "hold talks", "talks were held"."""
    verb = noun.head
    if noun.dep_ == "conj" and noun.head.dep_ in ("dobj", "nsubjpass"):
        verb = noun.head.head
    elif noun.dep_ == "pobj" and verb.lower_ == "of" and verb.head.lemma_ in light:
        return carried_by(verb.head, light)  # "began a round of talks"
    elif noun.dep_ == "pobj" and noun.head.lower_ in ("for", "in", "on"):
        verb = noun.head.head  # "arrived for talks", "is on a visit"
    elif noun.dep_ not in ("dobj", "nsubjpass"):
        return None
    fits = verbal(verb) and any(form in light for form in lemma_forms(verb))
    return verb if fits else None


def speaker_of(pronoun: "Token") -> "Token | None":
    """Whom "they" and "it" in what is said stand for: the noun that says it.

    "Police say they have opened an inquiry"; also "their" and "its" in the clause of
    the noun itself. "He was against it, Diaz said": whoever says it is named later.
    None for other pronouns, and where the number does not fit.
    """
    if pronoun.lower_ in _PERSONS:
        return _named_later(pronoun)
    plural = pronoun.lower_ in ("they", "their", "them")
    if not plural and pronoun.lower_ not in ("it", "its"):
        return None
    verb = pronoun.head
    if pronoun.dep_ == "poss":
        while not verbal(verb) and verb.head != verb:
            verb = verb.head
    elif pronoun.dep_ in SUBJECTS and verb.dep_ in ("ccomp", "advcl"):
        verb = verb.head
    else:
        return None
    near = [t for t in subjects(verb) if t.i < pronoun.i and t != pronoun]
    nouns = [t for t in near if t.pos_ in ("NOUN", "PROPN")]
    if len(near) != 1 or not nouns:
        return None
    many = nouns[0].tag_ in ("NNS", "NNPS") or nouns[0].lower_ == "police"
    return nouns[0] if many == plural and not inside(pronoun, nouns[0]) else None


def _named_later(pronoun: "Token") -> "Token | None":
    """As in "He was against it, Diaz said": Diaz, unless the words are quoted."""
    verb = pronoun.head.head
    before = [t for t in pronoun.sent if t.text == '"' and t.i < pronoun.i]
    marks = [t for t in pronoun.sent if t.text == '"']
    told = pronoun.dep_ in SUBJECTS and pronoun.head.dep_ == "ccomp" and verbal(verb)
    if not told or len(before) % 2 or len(marks) % 2:
        return None
    named = [t for t in subjects(verb) if t.i > pronoun.i and t.pos_ == "PROPN"]
    return named[0] if len(named) == 1 else None


def inside(token: "Token", ancestor: "Token") -> bool:
    """Whether a token stands in the subtree of another (or is it)."""
    return token == ancestor or ancestor in token.ancestors

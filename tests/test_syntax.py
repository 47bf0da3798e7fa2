"""Slots on trees made by hand, so that every rule is tried without a language model.

A tree is written word by word as `word=lemma/POS.TAG/label>head`: the lemma is left
out when it is the word, the tag when it is the usual one, the head of the root
altogether; an underscore is a space inside a name.
"""

import pytest
import spacy
from spacy.tokens import Doc, Token

from kg.syntax import (
    carried_by,
    expanded,
    holders,
    inside,
    passive,
    slots,
    subjects,
    verbal,
)

VOCAB = spacy.blank("en").vocab
LIGHT = ("hold", "impose", "pay", "arrive")
_TAGS = {
    "ADJ": "JJ",
    "ADP": "IN",
    "ADV": "RB",
    "AUX": "VBD",
    "CCONJ": "CC",
    "DET": "DT",
    "NOUN": "NN",
    "PART": "TO",
    "PRON": "PRP",
    "PROPN": "NNP",
    "PUNCT": ",",
    "SCONJ": "IN",
    "VERB": "VBD",
}


def tree(told: str) -> Doc:
    """A parsed document from its notation."""
    rows = [row.rsplit("/", 2) for row in told.split()]
    words = [form.split("=")[0].replace("_", " ") for form, _, _ in rows]
    lemmas = [form.split("=")[-1].replace("_", " ") for form, _, _ in rows]
    kinds = [kind.partition(".")[::2] for _, kind, _ in rows]
    arcs = [arc.partition(">")[::2] for _, _, arc in rows]
    heads = [
        words.index(head.replace("_", " ")) if head else at
        for at, (_, head) in enumerate(arcs)
    ]
    return Doc(
        VOCAB,
        words,
        lemmas=lemmas,
        pos=[pos for pos, _ in kinds],
        tags=[tag or _TAGS[pos] for pos, tag in kinds],
        deps=[dep for dep, _ in arcs],
        heads=heads,
    )


def word(doc: Doc, text: str) -> Token:
    """The token with that text."""
    return next(t for t in doc if t.text == text.replace("_", " "))


def texts(tokens: list[Token]) -> list[str]:
    """The words of tokens."""
    return [t.text for t in tokens]


# What the sentence shows, its tree, the anchor, and every slot that must be filled.
SLOTS = (
    (
        "an active verb",
        "Oslo/PROPN/nsubj>expelled expelled=expel/VERB/ROOT envoys/NOUN/dobj>expelled",
        "expelled",
        {"subject": ["Oslo"], "object": ["envoys"]},
    ),
    (
        "a passive with its agent",
        "Envoys/NOUN/nsubjpass>expelled were=be/AUX/auxpass>expelled "
        "expelled/VERB.VBN/ROOT by/ADP/agent>expelled Oslo/PROPN/pobj>by",
        "expelled",
        {"subject": ["Oslo"], "object": ["Envoys"]},
    ),
    (
        "a passive without agent",
        "Envoys/NOUN/nsubjpass>expelled were=be/AUX/auxpass>expelled "
        "expelled/VERB.VBN/ROOT",
        "expelled",
        {"object": ["Envoys"]},
    ),
    (
        "an indirect object",
        "Oslo/PROPN/nsubj>gave gave=give/VERB/ROOT Kyiv/PROPN/dative>gave "
        "arms/NOUN/dobj>gave",
        "gave",
        {"subject": ["Oslo"], "indirect": ["Kyiv"], "object": ["arms"]},
    ),
    (
        "a dative with its preposition",
        "Oslo/PROPN/nsubj>gave gave=give/VERB/ROOT arms/NOUN/dobj>gave "
        "to/ADP/dative>gave Kyiv/PROPN/pobj>to",
        "gave",
        {"subject": ["Oslo"], "object": ["arms"], "to": ["Kyiv"]},
    ),
    (
        "coordinated subjects and objects",
        "Oslo/PROPN/nsubj>met and/CCONJ/cc>Oslo Riga/PROPN/conj>Oslo "
        "met=meet/VERB/ROOT "
        "Bonn/PROPN/dobj>met and_/CCONJ/cc>Bonn Kyiv/PROPN/conj>Bonn",
        "met",
        {"subject": ["Oslo", "Riga"], "object": ["Bonn", "Kyiv"]},
    ),
    (
        "a list of three",
        "Oslo/PROPN/nsubj>met Riga/PROPN/conj>Oslo Bonn/PROPN/conj>Riga met/VERB/ROOT",
        "met",
        {"subject": ["Oslo", "Riga", "Bonn"]},
    ),
    (
        "the subject of a coordinated verb",
        "Oslo/PROPN/nsubj>met met/VERB/ROOT Riga/PROPN/dobj>met and/CCONJ/cc>met "
        "thanked/VERB/conj>met Bonn/PROPN/dobj>thanked",
        "thanked",
        {"subject": ["Oslo"], "object": ["Bonn"]},
    ),
    (
        "a passive shared by a coordinated participle",
        "Envoys/NOUN/nsubjpass>arrested were/AUX/auxpass>arrested "
        "arrested/VERB.VBN/ROOT and/CCONJ/cc>arrested expelled/VERB.VBN/conj>arrested",
        "expelled",
        {"object": ["Envoys"]},
    ),
    (
        "control by the subject",
        "Oslo/PROPN/nsubj>agreed agreed/VERB/ROOT to/PART/aux>meet "
        "meet/VERB.VB/xcomp>agreed Riga/PROPN/dobj>meet",
        "meet",
        {"subject": ["Oslo"], "object": ["Riga"]},
    ),
    (
        "control by the object",
        "Oslo/PROPN/nsubj>urged urged/VERB/ROOT Riga/PROPN/dobj>urged to/PART/aux>help "
        "help/VERB.VB/xcomp>urged Kyiv/PROPN/dobj>help",
        "help",
        {"subject": ["Riga"], "object": ["Kyiv"]},
    ),
    (
        "control under a passive",
        "Riga/PROPN/nsubjpass>urged was/AUX/auxpass>urged urged/VERB.VBN/ROOT "
        "to/PART/aux>help help/VERB.VB/xcomp>urged",
        "help",
        {"subject": ["Riga"]},
    ),
    (
        "raising",
        "Oslo/PROPN/nsubj>seems seems/VERB.VBZ/ROOT to/PART/aux>help "
        "help/VERB.VB/xcomp>seems Kyiv/PROPN/dobj>help",
        "help",
        {"subject": ["Oslo"], "object": ["Kyiv"]},
    ),
    (
        "an adverbial participle",
        "Meeting/VERB.VBG/advcl>thanked Riga/PROPN/dobj>Meeting "
        "Oslo/PROPN/nsubj>thanked "
        "thanked/VERB/ROOT Bonn/PROPN/dobj>thanked",
        "Meeting",
        {"subject": ["Oslo"], "object": ["Riga"]},
    ),
    (
        "a gerund under a preposition",
        "Oslo/PROPN/nsubj>left left/VERB/ROOT without/ADP/prep>left "
        "meeting/VERB.VBG/pcomp>without Riga/PROPN/dobj>meeting",
        "meeting",
        {"subject": ["Oslo"], "object": ["Riga"]},
    ),
    (
        "a relative pronoun as the subject",
        "troops/NOUN/nsubj>left that/PRON.WDT/nsubj>shelled shelled/VERB/relcl>troops "
        "Riga/PROPN/dobj>shelled left/VERB/ROOT",
        "shelled",
        {"subject": ["troops"], "object": ["Riga"]},
    ),
    (
        "a relative clause without a pronoun",
        "sanctions/NOUN/nsubj>hurt Oslo/PROPN/nsubj>imposed "
        "imposed/VERB/relcl>sanctions on/ADP/prep>imposed Riga/PROPN/pobj>on "
        "hurt/VERB/ROOT",
        "imposed",
        {"subject": ["Oslo"], "object": ["sanctions"], "on": ["Riga"]},
    ),
    (
        "who after a comma means the name right before",
        "Oslo/PROPN/nsubj>met met/VERB/ROOT aides/NOUN/dobj>met of/ADP/prep>aides "
        "Kallas/PROPN/pobj>of ,/PUNCT/punct>aides who/PRON.WP/nsubj>leads "
        "leads/VERB.VBZ/relcl>aides Riga/PROPN/dobj>leads",
        "leads",
        {"subject": ["Kallas"], "object": ["Riga"]},
    ),
    (
        "a participle under a noun, doing",
        "troops/NOUN/nsubj>left crossing/VERB.VBG/acl>troops "
        "Narva/PROPN/dobj>crossing left/VERB/ROOT",
        "crossing",
        {"subject": ["troops"], "object": ["Narva"]},
    ),
    (
        "a participle under a noun, done to",
        "sanctions/NOUN/nsubj>hurt imposed/VERB.VBN/acl>sanctions by/ADP/agent>imposed "
        "Oslo/PROPN/pobj>by hurt/VERB/ROOT",
        "imposed",
        {"subject": ["Oslo"], "object": ["sanctions"]},
    ),
    (
        "an infinitive under a noun with its owner",
        "Oslo/PROPN/poss>decision 's/PART.POS/case>Oslo decision/NOUN/nsubj>hurt "
        "to/PART/aux>leave leave/VERB.VB/acl>decision hurt/VERB/ROOT",
        "leave",
        {"subject": ["Oslo"]},
    ),
    (
        "an infinitive under a noun without owner",
        "Oslo/PROPN/nsubj>made made/VERB/ROOT decision/NOUN/dobj>made "
        "to/PART/aux>leave leave/VERB.VB/acl>decision",
        "leave",
        {"subject": ["Oslo"]},
    ),
    (
        "a clause as complement, and who is to act in it",
        "Oslo/PROPN/nsubj>asked asked/VERB/ROOT that/SCONJ/mark>look "
        "Riga/PROPN/nsubj>look look/VERB.VB/ccomp>asked",
        "asked",
        {"subject": ["Oslo"], "complement": ["look"], "clause": ["Riga"]},
    ),
    (
        "an infinitive as complement",
        "Oslo/PROPN/nsubj>agreed agreed/VERB/ROOT to/PART/aux>meet "
        "meet/VERB.VB/xcomp>agreed",
        "agreed",
        {"subject": ["Oslo"], "complement": ["meet"], "infinitive": ["meet"]},
    ),
    (
        "a purpose right after its verb",
        "Oslo/PROPN/nsubj>moved moved/VERB/ROOT to/PART/aux>end "
        "end/VERB.VB/advcl>moved",
        "moved",
        {"subject": ["Oslo"], "complement": ["end"], "infinitive": ["end"]},
    ),
    (
        "a phrase that hangs on the object",
        "Oslo/PROPN/nsubj>imposed imposed=impose/VERB/ROOT "
        "sanctions/NOUN/dobj>imposed on/ADP/prep>sanctions Riga/PROPN/pobj>on",
        "imposed",
        {"subject": ["Oslo"], "object": ["sanctions"], "on": ["Riga"]},
    ),
    (
        "a preposition inside a preposition",
        "Oslo/PROPN/nsubj>walked walked/VERB/ROOT out/ADP/prep>walked of/ADP/prep>out "
        "talks/NOUN/pobj>of",
        "walked",
        {"subject": ["Oslo"], "of": ["talks"], "out of": ["talks"]},
    ),
    (
        "a source is no addressee",
        "Oslo/PROPN/nsubj>left left/VERB/ROOT according/VERB.VBG/prep>left "
        "to/ADP/prep>according Riga/PROPN/pobj>to",
        "left",
        {"subject": ["Oslo"]},
    ),
    (
        "coordinated phrases",
        "Oslo/PROPN/nsubj>met met/VERB/ROOT with/ADP/prep>met Riga/PROPN/pobj>with "
        "and/CCONJ/cc>Riga Bonn/PROPN/conj>Riga",
        "met",
        {"subject": ["Oslo"], "with": ["Riga", "Bonn"]},
    ),
    (
        "an adjective that is told of somebody",
        "Oslo/PROPN/nsubj>is is=be/AUX.VBZ/ROOT open/ADJ/acomp>is to/ADP/prep>open "
        "talks/NOUN/pobj>to with/ADP/prep>talks Riga/PROPN/pobj>with",
        "open",
        {"subject": ["Oslo"], "to": ["talks"], "with": ["Riga"]},
    ),
    (
        "the owner of a noun",
        "Oslo/PROPN/poss>visit 's/PART.POS/case>Oslo visit/NOUN/nsubj>ended "
        "to/ADP/prep>visit Riga/PROPN/pobj>to ended/VERB/ROOT",
        "visit",
        {"possessor": ["Oslo"], "to": ["Riga"]},
    ),
    (
        "what narrows a noun",
        "Danish/ADJ/amod>visit royal/ADJ/amod>visit visit/NOUN/nsubj>ended "
        "ended/VERB/ROOT",
        "visit",
        {"modifier": ["Danish", "royal"]},
    ),
    (
        "two states and a hyphen before a noun",
        "U.S./PROPN/compound>Japan -/PUNCT/punct>Japan Japan/PROPN/compound>talks "
        "talks/NOUN/nsubj>ended ended/VERB/ROOT",
        "talks",
        {"modifier": ["U.S.", "Japan"]},
    ),
    (
        "between two",
        "talks/NOUN/nsubj>ended between/ADP/prep>talks Oslo/PROPN/pobj>between "
        "and/CCONJ/cc>Oslo Riga/PROPN/conj>Oslo ended/VERB/ROOT",
        "talks",
        {"between": ["Oslo", "Riga"]},
    ),
    (
        "what a participle adds to its noun",
        "threats/NOUN/nsubj>grew directed/VERB.VBN/acl>threats at/ADP/prep>directed "
        "Oslo/PROPN/pobj>at by/ADP/agent>directed Riga/PROPN/pobj>by grew/VERB/ROOT",
        "threats",
        {"complement": ["directed"], "at": ["Oslo"], "by": ["Riga"]},
    ),
    (
        "what stands behind the noun of a noun",
        "adoption/NOUN/nsubj>came of/ADP/prep>adoption resolution/NOUN/pobj>of "
        "by/ADP/prep>resolution Council/PROPN/pobj>by came/VERB/ROOT",
        "adoption",
        {"of": ["resolution"], "by": ["Council"]},
    ),
    (
        "what hangs on the head of a compound",
        "sanctions/NOUN/compound>campaign campaign/NOUN/nsubj>grew "
        "on/ADP/prep>campaign "
        "Riga/PROPN/pobj>on grew/VERB/ROOT",
        "sanctions",
        {"modifier": ["sanctions"], "on": ["Riga"]},
    ),
    (
        "a light verb lends its subject and phrases",
        "Oslo/PROPN/nsubj>held held=hold/VERB/ROOT talks/NOUN/dobj>held "
        "with/ADP/prep>held Riga/PROPN/pobj>with",
        "talks",
        {"subject": ["Oslo"], "with": ["Riga"]},
    ),
    (
        "a light verb in the passive",
        "talks/NOUN/nsubjpass>held were/AUX/auxpass>held held=hold/VERB.VBN/ROOT "
        "by/ADP/agent>held Oslo/PROPN/pobj>by",
        "talks",
        {"subject": ["Oslo"]},
    ),
    (
        "a verb that is not light lends nothing",
        "Oslo/PROPN/nsubj>mocked mocked=mock/VERB/ROOT talks/NOUN/dobj>mocked",
        "talks",
        {},
    ),
)


@pytest.mark.parametrize(
    ("told", "anchor", "expected"),
    [pytest.param(*row[1:], id=row[0].replace(" ", "-")) for row in SLOTS],
)
def test_a_slot_holds_who_the_syntax_says(
    told: str, anchor: str, expected: dict[str, list[str]]
) -> None:
    """Around each anchor exactly these slots are filled, with these words."""
    doc = tree(told)
    found = {name: texts(row) for name, row in slots(word(doc, anchor), LIGHT).items()}
    assert found == expected


def test_every_rule_has_its_tree() -> None:
    """The table of trees has lost none, and each shows something of its own."""
    assert len(SLOTS) >= 40
    assert len({row[0] for row in SLOTS}) == len(SLOTS)
    assert len({row[1:3] for row in SLOTS}) == len(SLOTS)


def test_a_relative_pronoun_as_the_object_means_its_noun() -> None:
    """In "the sanctions that Oslo imposed" Oslo imposed sanctions."""
    told = (
        "sanctions/NOUN/nsubj>hurt that/PRON.WDT/dobj>imposed Oslo/PROPN/nsubj>imposed "
        "imposed/VERB/relcl>sanctions hurt/VERB/ROOT"
    )
    found = slots(word(tree(told), "imposed"))
    assert texts(found["object"]) == ["sanctions"]


HOLDERS = (
    (
        "apposition after the name",
        "Ri/PROPN/nsubj>left ,/PUNCT/punct>Ri head/NOUN/appos>Ri left/VERB/ROOT",
        "head",
        ["Ri"],
    ),
    (
        "apposition before the name",
        "head/NOUN/nsubj>left ,/PUNCT/punct>head Ri/PROPN/appos>head left/VERB/ROOT",
        "head",
        ["Ri"],
    ),
    (
        "a third phrase parts a list",
        "letter/NOUN/nsubj>left ,/PUNCT/punct>letter Ri/PROPN/conj>letter "
        ",/PUNCT/punct>letter Moon/PROPN/appos>letter left/VERB/ROOT",
        "letter",
        [],
    ),
    (
        "the copula",
        "Ri/PROPN/nsubj>is is=be/AUX.VBZ/ROOT head/NOUN/attr>is",
        "head",
        ["Ri"],
    ),
    (
        "become",
        "Ri/PROPN/nsubj>became became=become/VERB/ROOT head/NOUN/attr>became",
        "head",
        ["Ri"],
    ),
    (
        "served as",
        "Ri/PROPN/nsubj>served served/VERB/ROOT as/ADP/prep>served head/NOUN/pobj>as",
        "head",
        ["Ri"],
    ),
    (
        "appointed somebody as",
        "Moon/PROPN/nsubj>chose chose/VERB/ROOT Ri/PROPN/dobj>chose as/ADP/prep>chose "
        "head/NOUN/pobj>as",
        "head",
        ["Ri"],
    ),
    (
        "was named",
        "Ri/PROPN/nsubjpass>named was/AUX/auxpass>named named/VERB.VBN/ROOT "
        "head/NOUN/oprd>named",
        "head",
        ["Ri"],
    ),
    (
        "named somebody",
        "Moon/PROPN/nsubj>named named/VERB/ROOT Ri/PROPN/dobj>named "
        "head/NOUN/oprd>named",
        "head",
        ["Ri"],
    ),
    (
        "a title before the name",
        "head/NOUN/compound>Ri Ri/PROPN/nsubj>left left/VERB/ROOT",
        "head",
        ["Ri"],
    ),
    (
        "an apposition misread as a modifier",
        "Baik/PROPN/nmod>spokesman ,/PUNCT/punct>spokesman spokesman/NOUN/nsubj>left "
        "left/VERB/ROOT",
        "spokesman",
        ["Baik"],
    ),
    (
        "two holders",
        "Ri/PROPN/nsubj>are and/CCONJ/cc>Ri Suh/PROPN/conj>Ri are=be/AUX.VBP/ROOT "
        "envoys/NOUN/attr>are",
        "envoys",
        ["Ri", "Suh"],
    ),
    ("nobody", "The/DET/det>head head/NOUN/nsubj>left left/VERB/ROOT", "head", []),
)


@pytest.mark.parametrize(
    ("told", "anchor", "expected"),
    [pytest.param(*row[1:], id=row[0].replace(" ", "-")) for row in HOLDERS],
)
def test_a_noun_is_said_of_its_holder(
    told: str, anchor: str, expected: list[str]
) -> None:
    """Apposition, copula, "as" and titles tell whom a noun is said of."""
    assert texts(holders(word(tree(told), anchor))) == expected


def test_every_way_to_hold_has_its_tree() -> None:
    """The table of holders has lost none."""
    assert len({row[0] for row in HOLDERS}) == len(HOLDERS) >= 13


CARRIED = (
    ("Oslo/PROPN/nsubj>held held=hold/VERB/ROOT talks/NOUN/dobj>held", "held"),
    ("talks/NOUN/nsubjpass>held held=hold/VERB.VBN/ROOT", "held"),
    (
        "Oslo/PROPN/nsubj>arrived arrived=arrive/VERB/ROOT for/ADP/prep>arrived "
        "talks/NOUN/pobj>for",
        "arrived",
    ),
    (
        "Oslo/PROPN/nsubj>held held=hold/VERB/ROOT drills/NOUN/dobj>held "
        "and/CCONJ/cc>drills talks/NOUN/conj>drills",
        "held",
    ),
    ("Oslo/PROPN/nsubj>mocked mocked=mock/VERB/ROOT talks/NOUN/dobj>mocked", None),
    ("talks/NOUN/nsubj>held held=hold/VERB/ROOT", None),
)


@pytest.mark.parametrize(("told", "expected"), CARRIED)
def test_only_a_light_verb_carries_a_noun(told: str, expected: str | None) -> None:
    """A light verb carries its object, its passive subject and its purpose."""
    carrier = carried_by(word(tree(told), "talks"), LIGHT)
    assert (carrier.text if carrier is not None else None) == expected


def test_passives_are_known_by_their_helpers() -> None:
    """A helper, a passive subject or a bare participle under a noun is passive."""
    assert passive(word(tree("was/AUX/auxpass>seen seen/VERB.VBN/ROOT"), "seen"))
    assert passive(word(tree("Oslo/PROPN/nsubjpass>seen seen/VERB.VBN/ROOT"), "seen"))
    assert not passive(word(tree("Oslo/PROPN/nsubj>saw saw/VERB/ROOT"), "saw"))
    has = "Oslo/PROPN/nsubj>seen has/AUX/aux>seen seen/VERB.VBN/ROOT"
    assert not passive(word(tree(has), "seen"))


def test_a_verb_without_anybody_has_no_subject() -> None:
    """A clause whose doer is not told gives nobody."""
    doc = tree(
        "To/PART/aux>meet meet/VERB.VB/csubj>was was=be/AUX/ROOT wrong/ADJ/acomp>was"
    )
    assert subjects(word(doc, "meet")) == []
    assert slots(word(doc, "meet")) == {}


def test_a_broken_tree_ends_the_walk() -> None:
    """However deep verbs are stacked, the search for a subject comes to an end."""
    told = " ".join(f"v{n}/VERB.VB/xcomp>v{n - 1}" for n in range(1, 30))
    doc = tree(f"Oslo/PROPN/nsubj>v0 v0/VERB/ROOT {told}")
    assert texts(subjects(word(doc, "v1"))) == ["Oslo"]
    assert subjects(word(doc, "v29")) == []


def test_verbs_and_auxiliaries_head_clauses() -> None:
    """Verbs and auxiliaries are verbal, nouns are not."""
    doc = tree("Oslo/PROPN/nsubj>is is=be/AUX/ROOT")
    assert [verbal(t) for t in doc] == [False, True]


def test_expansion_keeps_the_order_of_the_text() -> None:
    """Coordinated tokens come once each, in the order of the text."""
    doc = tree("Oslo/PROPN/nsubj>met Riga/PROPN/conj>Oslo met/VERB/ROOT")
    both = [word(doc, "Riga"), word(doc, "Oslo")]
    assert texts(expanded(both)) == ["Oslo", "Riga"]
    assert expanded([]) == []


def test_a_token_is_inside_itself_and_its_ancestors() -> None:
    """Inside means in the subtree, the root included."""
    doc = tree("Oslo/PROPN/nsubj>met met/VERB/ROOT Riga/PROPN/dobj>met")
    assert inside(word(doc, "Oslo"), word(doc, "met"))
    assert inside(word(doc, "met"), word(doc, "met"))
    assert not inside(word(doc, "met"), word(doc, "Oslo"))

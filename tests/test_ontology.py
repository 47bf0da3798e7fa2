"""The ontology keeps its promises: every example fires its rule, every term is whole.

The cases are the ontology's own: each `kg:example` must fire the very pattern or
trigger that shows it, and no `kg:nonExample` may.
"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from readings import ReadTexts, article, the_schema
from spacy.tokens import Doc

from kg.lexicon import FORMS
from kg.model import Reading, Stance
from kg.parse import parse_articles
from kg.reader import Reader
from kg.schema import KG, Individual, Schema, builtin_folder
from kg.stance import view_of

ONTOLOGY = builtin_folder()
CODE = Path(__file__).parents[1] / "kg"
TURTLE = sorted(ONTOLOGY.rglob("*.ttl"))
FLAT = [path for path in TURTLE if path.parent.name != "shapes"]
PATTERNS = ("RelationPattern", "Trigger")

# Examples that the model reads otherwise: term and property, and the reason.
MISREAD: dict[tuple[str, str], str] = {}


def _shown() -> Iterator[tuple[str, str, str]]:
    """Every example and non-example: the term, the property, the text."""
    for kind in PATTERNS:
        for term in the_schema().of(kind):
            for name in ("example", "nonExample"):
                for text in term.all(name):
                    yield term.id, name, text


SHOWN = tuple(_shown())


@pytest.fixture(scope="module")
def fired(read_texts: ReadTexts) -> dict[str, frozenset[str]]:
    """The rules that each example and non-example fires."""
    readings = read_texts(sorted({text for _, _, text in SHOWN}))
    return {text: frozenset(_rules(reading)) for text, reading in readings.items()}


def _rules(reading: Reading) -> Iterator[str]:
    for fact in (*reading.relations, *reading.events):
        yield fact.rule


def _params() -> Iterator[object]:
    for term, name, text in SHOWN:
        reason = MISREAD.get((term, name))
        marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
        yield pytest.param(term, name, text, marks=marks, id=f"{term}-{name}")


@pytest.mark.parametrize(("term", "name", "text"), list(_params()))
def test_an_example_fires_its_rule_and_a_non_example_does_not(
    fired: dict[str, frozenset[str]], term: str, name: str, text: str
) -> None:
    """The sentence that shows a pattern gives a fact of that pattern."""
    assert (term in fired[text]) is (name == "example"), (text, sorted(fired[text]))


def test_no_misread_example_is_forgotten() -> None:
    """Every excused example is still one of the ontology's, and they are few."""
    assert set(MISREAD) <= {(term, name) for term, name, _ in SHOWN}
    assert len(MISREAD) <= 0.01 * len(SHOWN)


# ------------------------------------------------------------------- words of stance

CUES = ("CertaintyCue", "ConditionCue", "EmbeddingCue", "ModalCue", "NegationCue")
UNSEEN = {
    "if-clause-only": "until before a clause shows nothing",
}


def _cues() -> list[object]:
    return [
        pytest.param(
            cue,
            id=cue.id,
            marks=[pytest.mark.xfail(strict=True, reason=UNSEEN[cue.id])]
            if cue.id in UNSEEN
            else [],
        )
        for kind in CUES
        for cue in the_schema().of(kind)
    ]


@pytest.fixture(scope="module")
def cued(reader: Reader) -> dict[str, list[Stance]]:
    """The stances of all verbs and nouns in the examples of all cues."""
    terms = [cue for kind in CUES for cue in the_schema().of(kind)]
    texts = sorted({text for cue in terms for text in cue.all("example")})
    articles = [article(text, str(number)) for number, text in enumerate(texts)]
    return {
        parsed.article.text: [
            view_of(token, reader.lexicon).stance
            for token in parsed.doc
            if token.pos_ in ("NOUN", "VERB")
        ]
        for parsed in parse_articles(articles, reader.nlp, reader.recogniser)
    }


@pytest.mark.parametrize("cue", _cues())
def test_a_cue_shows_in_its_example(
    cued: dict[str, list[Stance]], cue: Individual
) -> None:
    """In the example of a cue something has the stance that the cue gives."""
    negative = "negative" if cue.kind == "NegationCue" else None
    wanted = {
        "polarity": negative or cue.one("polarity"),
        "certainty": cue.one("certainty"),
        "tense": cue.one("tense"),
    }
    for text in cue.all("example"):
        assert any(
            all(value in (None, getattr(s, name)) for name, value in wanted.items())
            for s in cued[text]
        ), (text, cued[text])


def test_every_cue_has_an_example() -> None:
    """A cue shows at least one sentence, and no cue has been lost."""
    assert len(_cues()) >= 15
    assert set(UNSEEN) <= {cue.id for kind in CUES for cue in the_schema().of(kind)}
    assert all(cue.all("example") for kind in CUES for cue in the_schema().of(kind))


def _third_person(verb: str) -> str:
    """The form after "she": "hopes", "passes", "denies", "goes"."""
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        return f"{verb}es"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return f"{verb[:-1]}ies"
    return f"{verb}s"


@pytest.mark.xfail(
    strict=True,
    reason="the lemmatiser makes hop of hopes, stag of stages, wag of wages",
)
def test_a_verb_is_known_by_the_lemma_that_the_model_gives_it(
    schema: Schema, reader: Reader
) -> None:
    """The model's lemma of a verb's own form is one that its term knows."""
    lemmatizer = reader.nlp.get_pipe("lemmatizer")
    terms = [t for t in schema.of("Trigger") if t.need("pos") == "VERB"]
    for kind in ("LightVerb", "OccurrenceVerb", "ReportingVerb"):
        terms += schema.of(kind)
    wrong, tried = set(), 0
    for term in terms:
        for verb in {lemma.split()[0] for lemma in term.all("lemma")}:
            form, tried = _third_person(verb), tried + 1
            doc = Doc(reader.nlp.vocab, [form], tags=["VBZ"], pos=["VERB"])
            lemma = lemmatizer.lemmatize(doc[0])[0]
            if lemma != verb and lemma not in term.all("lemma"):
                wrong.add((form, lemma))
    assert tried >= 700
    assert wrong == set()


# ----------------------------------------------------------------------- sizes


def test_the_ontology_has_lost_nothing(schema: Schema) -> None:
    """Patterns, triggers, frames and lists are as many as they were, or more."""
    pos = Counter(t.need("pos") for t in schema.of("Trigger"))
    assert len(SHOWN) >= 5250
    assert len(schema.of("RelationPattern")) >= 190
    assert len(schema.of("Trigger")) >= 2020
    assert pos["VERB"] >= 1300
    assert pos["NOUN"] >= 700
    assert pos["ADJ"] >= 12
    several = [t for t in schema.of("Trigger") if " " in t.all("lemma")[0]]
    assert len(several) >= 400
    assert len(schema.of("WordSet")) >= 26
    assert len(schema.of("Frame")) >= 70
    assert len(schema.of("Title")) >= 580
    assert len(schema.of("ClassNoun")) >= 1200
    assert len(schema.of("KinshipNoun")) >= 55
    assert len(schema.of("GazetteerEntry")) >= 2600
    assert len(schema.of("CollectiveName")) >= 45
    assert len(schema.of("TimeWord")) >= 170
    assert len(schema.of("FurnitureCue")) >= 38


def test_there_are_the_sixteen_categories_of_plover(schema: Schema) -> None:
    """The categories are those of PLOVER 2.0, and each has triggers of both kinds."""
    assert len(schema.categories) == 16
    told: dict[str, set[str]] = {name: set() for name in schema.categories}
    for trigger in schema.of("Trigger"):
        told[_category(schema, trigger)].add(trigger.need("pos"))
    assert all({"NOUN", "VERB"} <= kinds for kinds in told.values()), told


def _frame(schema: Schema, trigger: Individual) -> Individual:
    frames = {f.id: f for f in schema.of("Frame")}
    return frames[trigger.need("frame")]


def _category(schema: Schema, trigger: Individual) -> str:
    return trigger.one("evokes") or _frame(schema, trigger).need("evokes")


# --------------------------------------------------------------- triggers and frames


def test_every_trigger_has_a_frame_of_the_ontology(schema: Schema) -> None:
    """A frame that a trigger names exists, and evokes a category."""
    frames = {f.id for f in schema.of("Frame")}
    assert {t.need("frame") for t in schema.of("Trigger")} <= frames
    evoked = {f.need("evokes") for f in schema.of("Frame")}
    evoked |= {t.need("evokes") for t in schema.of("Trigger") if t.one("evokes")}
    assert evoked == {*schema.categories, "Action"}


def test_every_frame_is_used(schema: Schema) -> None:
    """No frame waits for a trigger; one is for the verbs that are none."""
    terms = (*schema.of("Trigger"), *schema.of("ActNoun"))
    used = {t.need("frame") for t in terms} | {"act"}
    assert {f.id for f in schema.of("Frame")} == used


def test_every_mode_belongs_to_its_category(schema: Schema) -> None:
    """A trigger's mode is a mode of the category that it evokes."""
    owners = {m.id: m.all("modeOf") for m in schema.of("Mode")}
    wrong = []
    for trigger in schema.of("Trigger"):
        mode = trigger.one("mode") or _frame(schema, trigger).one("mode")
        category = _category(schema, trigger)
        if mode is not None and category not in owners.get(mode, ()):
            wrong.append(f"{trigger.id}: {mode} is no mode of {category}")
    assert wrong == []


def test_every_context_exists(schema: Schema) -> None:
    """Triggers and frames name contexts of the ontology alone."""
    known = {c.id for c in schema.of("Context")}
    terms = (*schema.of("Trigger"), *schema.of("Frame"))
    assert {c for t in terms for c in t.all("context")} <= known


def test_slots_have_roles_that_exist(schema: Schema) -> None:
    """Events have actors and recipients, relations a subject and an object."""
    for kind, roles in (
        ("Frame", {"actor", "hearer", "recipient", "seat"}),
        ("Trigger", {"actor", "recipient"}),
        ("RelationPattern", {"subject", "object"}),
    ):
        for term in schema.of(kind):
            told = {r for row in term.prefixed("slot:").values() for r in row}
            assert told <= roles, term.id
            assert told or kind == "Trigger", term.id


def test_every_relation_pattern_states_both_ends(schema: Schema) -> None:
    """A pattern has a slot for the subject and one for the object."""
    for pattern in schema.of("RelationPattern"):
        told = {r for row in pattern.prefixed("slot:").values() for r in row}
        assert told == {"subject", "object"}, pattern.id
        evoked = pattern.all("evokes")
        assert set(evoked) <= {*schema.relations, *schema.inverses}, pattern.id


def test_needs_name_classes_or_lemmas_that_exist(schema: Schema) -> None:
    """What a pattern needs is a class of the ontology, or a word in small letters."""
    special = {"Any", "Collective", "Several", "State"}
    wrong = [
        f"{term.id}: {value}"
        for kind in (*PATTERNS, "Frame")
        for term in schema.of(kind)
        for row in term.prefixed("need:").values()
        for value in row
        if not value[0].islower()
        if value not in schema.classes and value not in special
    ]
    assert wrong == []


def test_the_content_of_a_trigger_is_absorbed_or_committed(schema: Schema) -> None:
    """kg:content has two values."""
    terms = (*schema.of("Trigger"), *schema.of("Frame"))
    assert {c for t in terms for c in t.all("content")} == {"absorb", "commit"}


def test_titles_state_relations_that_exist(schema: Schema) -> None:
    """The relations of posts and kinship admit what they are stated of."""
    for title in schema.of("Title"):
        for name, target in (
            ("overCountry", "Country"),
            ("overOrganization", "Organization"),
        ):
            for relation in title.all(name):
                assert schema.allows(relation, "Person", target), title.id
    for kin in schema.of("KinshipNoun"):
        for relation in kin.all("evokes"):
            assert schema.allows(relation, "Person", "Person"), kin.id


def test_nouns_denote_classes_that_exist(schema: Schema) -> None:
    """Class nouns, pair nouns, pronouns and model labels denote classes."""
    for kind in ("ClassNoun", "PairNoun", "Pronoun", "ModelLabel"):
        told = {c for t in schema.of(kind) for c in t.all("denotes")}
        assert told, kind
        assert told <= set(schema.classes), kind


# ----------------------------------------------------------------------- gazetteer


def test_every_entry_has_a_class_and_a_receipt(schema: Schema) -> None:
    """An entry has a class of the ontology, a label, and a source or an example."""
    wrong = []
    for entry in schema.of("GazetteerEntry"):
        whole = entry.one("class") in schema.classes and entry.one("label")
        if not (whole and (entry.all("source") or entry.all("example"))):
            wrong.append(entry.id)
    assert wrong == []


def test_entries_point_to_entries(schema: Schema) -> None:
    """Members, countries, capitals and bodies are entries of the gazetteer."""
    known = {e.id for e in schema.of("GazetteerEntry")}
    wrong = [
        f"{term.id}: kg:{name} {value}"
        for kind in ("GazetteerEntry", "CollectiveName")
        for term in schema.of(kind)
        for name in ("body", "capital", "country", "member", "partOf")
        for value in term.all(name)
        if value not in known
    ]
    assert wrong == []


def test_collective_names_have_members(schema: Schema) -> None:
    """A word for several states names at least two of them, and its spellings."""
    for term in schema.of("CollectiveName"):
        assert len(term.all("member")) >= 2, term.id
        assert term.all("altLabel"), term.id


def test_no_alias_is_in_two_entries_of_a_class(schema: Schema) -> None:
    """A name that stands for one country stands for no other."""
    owners: dict[tuple[str, str], set[str]] = {}
    for entry in schema.of("GazetteerEntry"):
        for form in set(FORMS) - {"contextName", "shortName"}:
            for words in entry.all(form):
                owners.setdefault((words, entry.need("class")), set()).add(entry.id)
    assert {key: sorted(ids) for key, ids in owners.items() if len(ids) > 1} == {}


def test_every_alias_begins_and_ends_with_a_word(schema: Schema) -> None:
    """No alias has white space around or twice inside."""
    for entry in schema.of("GazetteerEntry"):
        for form in FORMS:
            for words in entry.all(form):
                assert words == " ".join(words.split()) != "", entry.id


# --------------------------------------------------------------------------- files


def test_there_are_files() -> None:
    """The folder has not moved away from under the tests."""
    assert len(FLAT) >= 24
    assert {p.name for p in FLAT} >= {"kg.ttl", "events.ttl", "verbs.ttl", "people.ttl"}


@pytest.mark.parametrize("path", FLAT, ids=lambda p: p.stem)
def test_a_file_has_no_blank_nodes(path: Path) -> None:
    """Every term has a name of its own; only SHACL shapes nest."""
    triples = list(ox.parse(path=str(path), format=ox.RdfFormat.TURTLE))
    assert triples
    assert not any(isinstance(t, ox.BlankNode) for quad in triples for t in quad.triple)


@pytest.mark.parametrize("path", TURTLE, ids=lambda p: p.stem)
def test_a_file_is_written_as_the_others(path: Path) -> None:
    """UTF-8, Unix line ends, one newline at the end, no trailing space, no tab."""
    text = path.read_bytes().decode("utf-8")
    assert "\r" not in text
    assert "\t" not in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert re.search(r"[ ]+$", text, re.MULTILINE) is None


def _unsorted(path: Path) -> list[tuple[str, str]]:
    """Neighbouring terms of one section that stand in the wrong order."""
    found, last = [], ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# ---"):
            last = ""
        term = re.match(r"[a-z]+:\S+(?= )", line)
        if term is not None:
            found += [(last, term[0])] if term[0] < last else []
            last = term[0]
    return found


@pytest.mark.parametrize(
    "path",
    [pytest.param(path, id=path.stem) for path in FLAT],
)
def test_the_terms_of_a_file_are_sorted(path: Path) -> None:
    """Within a section of a file, terms stand in the order of their ids."""
    assert _unsorted(path) == []


def test_what_the_vocabulary_uses_is_declared(schema: Schema) -> None:
    """Every property and class of ours in what a graph carries is declared there."""
    triples = [line.split(" ", 2) for line in schema.vocabulary]
    told = {subject for subject, _, _ in triples}
    used = {predicate for _, predicate, _ in triples}
    used |= {rest[:-2] for _, p, rest in triples if p.endswith("#type>")}
    ours = {term for term in used if term.startswith(f"<{KG}")}
    assert len(ours) >= 19
    assert ours <= told


def test_a_term_is_told_in_one_place(schema: Schema) -> None:
    """No id is used for two terms of one kind."""
    seen = Counter((t.kind, t.id) for t in schema.individuals)
    assert [key for key, times in seen.items() if times > 1] == []


# -------------------------------------------------------------- what reads what


def _read_by_code() -> set[str]:
    """Words in quotation marks in the code."""
    return {
        word
        for path in CODE.rglob("*.py")
        for word in re.findall(r'"([A-Z]\w+)"', path.read_text(encoding="utf-8"))
    }


def _in_readme() -> set[str]:
    """Kinds of terms that the ontology's README tells of, in its table of files."""
    text = (ONTOLOGY / "README.md").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line.startswith("|")]
    return {kind for row in rows for kind in re.findall(r"`kg:([A-Z]\w+)`", row)}


def _in_files(schema: Schema) -> set[str]:
    """Kinds of terms in the lexicon, the patterns and the gazetteer."""
    vocabulary = {"kg.ttl", "events.ttl"}
    return {t.kind for t in schema.individuals if t.file not in vocabulary}


def test_every_kind_of_term_is_read_by_code(schema: Schema) -> None:
    """No kind of term is dead data."""
    assert len(_in_files(schema)) >= 38
    assert _in_files(schema) - _read_by_code() == set()


def test_the_readme_tells_of_every_kind_of_term(schema: Schema) -> None:
    """The README's table names each kind of term, and no kind that is not there."""
    assert _in_readme() == _in_files(schema)

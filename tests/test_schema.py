"""The ontology's reader: what it hands out, and what it refuses."""

from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.model import Article
from kg.parse import DEFAULT_MODEL
from kg.reader import Reader
from kg.schema import Individual, Schema, builtin_folder, load_schema

PREFIXES = """\
@prefix dct: <http://purl.org/dc/terms/> .
@prefix frm: <https://w3id.org/newskg/ontology/frame/> .
@prefix gaz: <https://w3id.org/newskg/ontology/gaz/> .
@prefix kg: <https://w3id.org/newskg/ontology#> .
@prefix lex: <https://w3id.org/newskg/ontology/lex/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix pat: <https://w3id.org/newskg/ontology/pattern/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix slot: <https://w3id.org/newskg/ontology/slot/> .
@prefix trg: <https://w3id.org/newskg/ontology/trigger/> .

"""
ADDITION = """\
gaz:kenya skos:altLabel "Land of Lions" .

gaz:ruritania a kg:GazetteerEntry ;
    kg:class kg:Country ;
    rdfs:label "Ruritania"@en ;
    kg:demonym "Ruritanian", "Ruritanians" ;
    dct:source <https://example.org/ruritania> .

lex:burgrave-title a kg:Title ;
    kg:lemma "burgrave" ;
    kg:overCountry kg:leads ;
    kg:overOrganization kg:leads .

trg:bejewel-verb a kg:Trigger ;
    kg:lemma "bejewel" ;
    kg:pos "VERB" ;
    kg:frame frm:praise ;
    kg:example "Ruritania bejewelled Kenya."@en ;
    kg:nonExample "The crown was bejewelled."@en .
"""


def folder_of(tmp_path: Path, text: str, name: str = "mine.ttl") -> Path:
    """A folder with one Turtle file."""
    folder = tmp_path / "mine"
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(PREFIXES + text, encoding="utf-8")
    return folder


# ------------------------------------------------------------------ what it hands out


def test_terms_are_sorted_by_kind_and_id(schema: Schema) -> None:
    """The individuals come in one order, whatever the order of files."""
    keys = [(term.kind, term.id) for term in schema.individuals]
    assert keys == sorted(keys)
    assert len(keys) >= 6500
    ids = [term.id for term in schema.of("Title")]
    assert ids == sorted(ids)
    assert schema.of("NoSuchKind") == ()


def test_two_readings_of_the_ontology_are_one(schema: Schema) -> None:
    """The same files give the same terms and the same name."""
    again = load_schema()
    assert again.digest == schema.digest
    assert again.individuals == schema.individuals
    assert again.vocabulary == schema.vocabulary
    assert again.folder == schema.folder == builtin_folder()


def test_a_term_knows_its_properties(schema: Schema) -> None:
    """Values are sorted; one is the first; what may not lack is demanded."""
    kenya = next(e for e in schema.of("GazetteerEntry") if e.id == "kenya")
    assert kenya.need("class") == "Country"
    assert kenya.one("label") == "Kenya"
    assert list(kenya.all("demonym")) == sorted(kenya.all("demonym")) != []
    assert kenya.one("nothing") is None
    assert kenya.all("nothing") == ()
    assert kenya.file == "countries.ttl"
    with pytest.raises(OntologyError, match=r"countries\.ttl: kenya needs kg:nothing"):
        kenya.need("nothing")


def test_slots_and_needs_keep_their_space(schema: Schema) -> None:
    """Properties of one namespace are told apart from others of the same name."""
    pattern = next(p for p in schema.of("RelationPattern") if p.id == "joined-verb")
    assert pattern.prefixed("slot:") == {"object": ("object",), "subject": ("subject",)}
    assert set(pattern.prefixed("need:")) == {"object", "subject"}


def test_iris_of_others_stay_whole(schema: Schema) -> None:
    """Identifiers elsewhere are not cut to their last part; terms of ours are."""
    kenya = next(e for e in schema.of("GazetteerEntry") if e.id == "kenya")
    assert all(v.startswith("http") for v in kenya.all("exactMatch"))
    assert kenya.one("capital") == "nairobi"


def test_classes_and_relations_are_there(schema: Schema) -> None:
    """The classes, relations and categories that the contract names."""
    assert set(schema.classes) >= {
        *("Person", "Country", "Organization", "Place", "Group", "NamedEvent"),
        *("Agreement", "Weapon", "Other", "Event", "Claim", "RelationClaim"),
    }
    assert set(schema.relations) >= {
        *("leads", "worksFor", "nationality", "siblingOf", "parentOf", "spouseOf"),
        *("partOf", "locatedIn", "memberOf", "participatesIn", "signatoryOf"),
    }
    assert len(schema.categories) == 16
    assert "Event" not in schema.categories


def test_classes_stand_under_others(schema: Schema) -> None:
    """A country is a place and an actor; nothing is under what nobody knows."""
    assert schema.is_a("Country", "Country")
    assert schema.is_a("Country", "Place")
    assert schema.is_a("Country", "Actor")
    assert schema.is_a("Consult", "Event")
    assert not schema.is_a("Place", "Country")
    assert not schema.is_a("Nonsense", "Country")
    assert not schema.is_a("Country", "Nonsense")


def test_relations_admit_their_domain_and_range(schema: Schema) -> None:
    """A person leads a country, and never a person or the other way round."""
    assert schema.allows("leads", "Person", "Country")
    assert not schema.allows("leads", "Person", "Person")
    assert not schema.allows("leads", "Country", "Person")
    assert [r for r in sorted(schema.relations) if schema.symmetric(r)] == [
        "adjoins",
        "allyOf",
        "relativeOf",
        "rivalOf",
        "siblingOf",
        "spouseOf",
    ]


def test_labels_are_for_people(schema: Schema) -> None:
    """A term has a label, else its own name."""
    assert schema.label("memberOf") == "is a member of"
    assert schema.label("nothing") == "nothing"


def test_the_vocabulary_is_sorted_n_triples(schema: Schema) -> None:
    """What goes into the graph is the vocabulary alone, as sorted lines."""
    lines = schema.vocabulary
    assert list(lines) == sorted(lines)
    assert all(line.startswith("<https://w3id.org/newskg/ontology") for line in lines)
    assert all(line.endswith(" .") for line in lines)
    assert not any("/lex/" in line or "/trigger/" in line for line in lines)
    assert len(lines) >= 400


# ---------------------------------------------------------------- a folder of one's own


def test_a_folder_adds_terms_and_values(tmp_path: Path, schema: Schema) -> None:
    """New terms join the old, and an old term gets more values."""
    mine = load_schema(folder_of(tmp_path, ADDITION))
    assert len(mine.individuals) == len(schema.individuals) + 3
    kenya = next(e for e in mine.of("GazetteerEntry") if e.id == "kenya")
    assert "Land of Lions" in kenya.all("altLabel")
    assert mine.digest != schema.digest


def test_a_folder_of_ones_own_needs_no_python(tmp_path: Path) -> None:
    """A new country, title, alias and trigger are read in the next article."""
    mine = Reader.load(DEFAULT_MODEL, load_schema(folder_of(tmp_path, ADDITION)))
    text = (
        "Ruritanian burgrave Otto Malik left. Ruritania bejewelled the Land of Lions."
    )
    (reading,) = mine.read([Article("x", text)])
    entries = {chain.entry for chain in reading.chains}
    assert {"ruritania", "kenya"} <= entries
    assert [(f.relation, f.title) for f in reading.relations] == [("leads", "burgrave")]
    assert "bejewel-verb" in {e.rule for e in reading.events}


def test_any_depth_of_folders_is_read_but_no_shapes(tmp_path: Path) -> None:
    """Turtle in folders below counts; SHACL shapes do not."""
    folder = folder_of(tmp_path, "")
    for name in ("deep", "shapes"):
        (folder / name).mkdir()
        text = f'{PREFIXES}lex:{name}-title a kg:Title ; kg:lemma "{name}" .\n'
        (folder / name / "more.ttl").write_text(text, encoding="utf-8")
    ids = {t.id for t in load_schema(folder).of("Title")}
    assert "deep-title" in ids
    assert "shapes-title" not in ids


def test_another_ontology_can_stand_in(tmp_path: Path) -> None:
    """A folder may replace the built-in ontology altogether."""
    text = "kg:Thing a owl:Class .\n\n"
    text += "kg:near a owl:SymmetricProperty, owl:ObjectProperty ;\n"
    text += "    kg:domain kg:Thing ;\n    kg:range kg:Thing .\n"
    schema = load_schema(folder=folder_of(tmp_path, text, "kg.ttl"))
    assert set(schema.classes) == {"Thing"}
    assert schema.symmetric("near")
    assert schema.allows("near", "Thing", "Thing")


# --------------------------------------------------------------------- what it refuses

REFUSED = (
    ("a blank node", "lex:x-title a kg:Title ; kg:lemma [] .", "blank node"),
    ("broken Turtle", "lex:x-title a kg:Title", "mend the Turtle"),
    (
        "no example",
        'trg:x a kg:Trigger ; kg:pos "VERB" ; kg:lemma "x" ;\n'
        "    kg:frame frm:condemn .",
        "x needs kg:example",
    ),
    (
        "no non-example",
        'pat:x a kg:RelationPattern ; kg:lemma "x" ; kg:example "X."@en .',
        "x needs kg:nonExample",
    ),
    (
        "an unknown class",
        'gaz:x a kg:GazetteerEntry ; kg:class kg:Nonsense ; rdfs:label "X"@en .',
        "Nonsense",
    ),
    (
        "an unknown frame",
        'trg:x a kg:Trigger ; kg:lemma "x" ; kg:pos "VERB" ; kg:frame frm:nonsense ;\n'
        '    kg:example "X."@en ; kg:nonExample "Y."@en .',
        "nonsense",
    ),
    (
        "a slot without a role",
        'pat:x a kg:RelationPattern ; kg:lemma "x" ; kg:pos "VERB" ;\n'
        "    slot:object kg:nonsense ;\n"
        '    kg:evokes kg:leads ; kg:example "X."@en ; kg:nonExample "Y."@en .',
        "nonsense",
    ),
    (
        "an entry without a class",
        'gaz:x a kg:GazetteerEntry ; rdfs:label "X"@en .',
        "class",
    ),
)


def test_the_refusals_are_all_there() -> None:
    """No refusal has been lost."""
    assert len(REFUSED) >= 8


@pytest.mark.parametrize(
    ("text", "reason"),
    [pytest.param(*row[1:], id=row[0].replace(" ", "-")) for row in REFUSED],
)
def test_a_malformed_ontology_is_refused(
    tmp_path: Path, text: str, reason: str
) -> None:
    """The error names the file, the term and the cure."""
    folder = folder_of(tmp_path, text)
    with pytest.raises(OntologyError, match=reason) as told:
        load_schema(folder)
    assert "mine.ttl" in str(told.value)


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """--ontology wants a folder."""
    with pytest.raises(OntologyError, match="no such ontology folder"):
        load_schema(tmp_path / "nowhere")


def test_a_cycle_of_classes_ends() -> None:
    """Two classes under one another do not hang the reader."""
    left = Individual("A", "urn:A", "Class", {"subClassOf": ("B",)}, "x.ttl")
    right = Individual("B", "urn:B", "Class", {"subClassOf": ("A",)}, "x.ttl")
    schema = Schema((left, right), (), Path(), "")
    assert schema.is_a("A", "B")
    assert not schema.is_a("A", "C")

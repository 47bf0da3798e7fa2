"""Sectors, states and posts of actors."""

import pytest

from kg.lexicon import Lexicon
from kg.model import (
    Certainty,
    Entity,
    KnowledgeGraph,
    Polarity,
    RelationClaim,
    Stance,
    digest,
)
from kg.schema import Schema, load_schema
from kg.sectors import Standing, standings

SCHEMA = load_schema()
DENIED = Stance(Polarity.NEGATIVE)
MAYBE = Stance(certainty=Certainty.POSSIBLE)


def entity(name: str, cls: str, label: str, entry: str | None = None) -> Entity:
    """An entity that no article mentions."""
    return Entity(name, cls, label, (), (), entry)


def claim(
    subject: str,
    relation: str,
    target: str,
    *titles: str,
    former: bool = False,
    stance: Stance | None = None,
    article: str = "a1",
) -> RelationClaim:
    """What an article says of two entities."""
    return RelationClaim(
        digest(article, subject, relation, target, former, *titles),
        article,
        relation,
        subject,
        target,
        (),
        ("by-hand",),
        stance or Stance(),
        titles,
        former,
    )


CHILE = entity("chile", "Country", "Chile", "chile")
PERU = entity("peru", "Country", "Peru", "peru")
ANA = entity("ana", "Person", "Ana Rojas")
ACME = entity("acme", "Organization", "Acme Copper Corporation")
NAVY = entity("navy", "Organization", "Chilean Navy")
UNICEF = entity("unicef", "Organization", "UNICEF", "unicef")
COMMITTEE = entity("committee", "Organization", "Border Committee")
ALL = (ACME, ANA, CHILE, COMMITTEE, NAVY, PERU, UNICEF)


def of(who: Entity, *claims: RelationClaim) -> Standing:
    """What somebody is by some claims."""
    entities = tuple(sorted({*ALL, who}, key=lambda e: e.id))
    graph = KnowledgeGraph((), entities, tuple(claims), ())
    return standings(graph, SCHEMA)[who.id]


# A person's posts, and what they come to.
POSTS: tuple[tuple[str, tuple[RelationClaim, ...], Standing], ...] = (
    (
        "a president governs",
        (claim("ana", "leads", "chile", "President"),),
        Standing(("GOV",), "CHL", ("President",)),
    ),
    (
        "who leads a state governs, whatever it is called",
        (claim("ana", "leads", "chile"),),
        Standing(("GOV",), "CHL"),
    ),
    (
        "a president of a firm does business",
        (claim("ana", "leads", "acme", "president"),),
        Standing(("BUS",), None, ("president",)),
    ),
    (
        "a general is of the forces",
        (claim("ana", "worksFor", "chile", "army general"),),
        Standing(("MIL",), "CHL", ("army general",)),
    ),
    (
        "a senator makes laws",
        (claim("ana", "worksFor", "chile", "Senator"),),
        Standing(("LEG",), "CHL", ("Senator",)),
    ),
    (
        "a judge judges",
        (claim("ana", "worksFor", "chile", "federal judge"),),
        Standing(("JUD",), "CHL", ("federal judge",)),
    ),
    (
        "an opposition leader does not govern",
        (claim("ana", "worksFor", "chile", "opposition leader"),),
        Standing(("OPP",), "CHL", ("opposition leader",)),
    ),
    (
        "a sailor is of the navy, and the navy of nobody that is told",
        (claim("ana", "worksFor", "navy"),),
        Standing(("MIL",)),
    ),
    (
        "an official of the United Nations is of no state",
        (claim("ana", "worksFor", "unicef", "spokeswoman"),),
        Standing((), "UNO", ("spokeswoman",)),
    ),
    (
        "a former president is of the former elite",
        (claim("ana", "leads", "chile", "president", former=True),),
        Standing(("ELI",), "CHL"),
    ),
    (
        "a former banker is nothing",
        (claim("ana", "leads", "acme", "president", former=True),),
        Standing(),
    ),
    (
        "a former general who is a senator is a senator",
        (
            claim("ana", "worksFor", "chile", "general", former=True),
            claim("ana", "worksFor", "chile", "senator"),
        ),
        Standing(("LEG",), "CHL", ("senator",)),
    ),
    (
        "the post that is told most comes first",
        (
            claim("ana", "worksFor", "chile", "senator", article="a1"),
            claim("ana", "worksFor", "chile", "senator", article="a2"),
            claim("ana", "worksFor", "chile", "admiral"),
        ),
        Standing(("LEG", "MIL"), "CHL", ("admiral", "senator")),
    ),
    (
        "one post in two spellings is one",
        (
            claim("ana", "leads", "chile", "president", article="a1"),
            claim("ana", "leads", "chile", "President", article="a2"),
        ),
        Standing(("GOV",), "CHL", ("President",)),
    ),
    (
        "what is denied does not count",
        (claim("ana", "leads", "chile", "president", stance=DENIED),),
        Standing(),
    ),
    (
        "what is only possible does not count",
        (claim("ana", "leads", "chile", "president", stance=MAYBE),),
        Standing(),
    ),
    (
        "a post says more than where somebody comes from",
        (claim("ana", "nationality", "peru"), claim("ana", "worksFor", "chile")),
        Standing(("GOV",), "CHL"),
    ),
    (
        "of two states that are told as often neither is the one",
        (claim("ana", "nationality", "peru"), claim("ana", "nationality", "chile")),
        Standing(),
    ),
)


@pytest.mark.parametrize(
    ("claims", "expected"),
    [pytest.param(c, e, id=name.replace(" ", "-")) for name, c, e in POSTS],
)
def test_a_person_stands_where_the_posts_say(
    claims: tuple[RelationClaim, ...], expected: Standing
) -> None:
    """Sectors, state and titles of a person follow from what is told of the posts."""
    assert len(POSTS) == 18
    assert of(ANA, *claims) == expected


BODIES: tuple[tuple[str, str], ...] = (
    ("Ministry of Defence", "GOV"),
    ("Foreign Ministry", "GOV"),
    ("Zambian Army", "MIL"),
    ("National Assembly of Kenya", "LEG"),
    ("Santiago Police Department", "COP"),
    ("High Court of Justice", "JUD"),
    ("Court of Appeal", "JUD"),
    ("Civic Unity Party", "PTY"),
    ("Aceh Liberation Front", "REB"),
    ("Museum of the Army", ""),
    ("Police Museum", ""),
    ("University of Accra", "EDU"),
    ("Lagos Herald", "JRN"),
    ("Union of Mineworkers", "LAB"),
    ("Foreign Intelligence Service", "SPY"),
    ("Ríos & Sons", ""),
)


@pytest.mark.parametrize(("label", "sector"), BODIES)
def test_a_body_is_what_its_name_says(label: str, sector: str) -> None:
    """The words that end a name, or stand before its "of", tell the sector."""
    assert len(BODIES) == 16
    body = entity("body", "Organization", label)
    assert of(body).sectors == ((sector,) if sector else ())


@pytest.mark.parametrize("name", ["example", "nonExample"])
def test_words_of_names_keep_their_examples(schema: Schema, name: str) -> None:
    """Each sector noun is shown by a name that has its sector, and by one that not."""
    terms = schema.of("SectorNoun")
    assert len(terms) >= 20
    for term in terms:
        body = entity("body", "Organization", term.need(name).removeprefix("The "))
        told = term.need("sector") in of(body).sectors
        assert told is (name == "example"), term.id


def test_the_gazetteer_goes_before_the_name() -> None:
    """A body that is known is what it is known for, whatever its name says."""
    army = "Lord's Resistance Army"
    known = entity("lra", "Organization", army, "lords-resistance-army")
    assert of(known) == Standing(("REB",), "IMG")
    assert of(UNICEF) == Standing((), "UNO")
    forces = entity("idf", "Organization", "IDF", "israel-defense-forces")
    assert of(forces).sectors == ("MIL",)


def test_a_state_acts_as_its_government() -> None:
    """A country has its own code and governs; a place has no standing at all."""
    assert of(CHILE) == Standing(("GOV",), "CHL")
    kosovo = entity("kosovo", "Country", "Kosovo", "kosovo")
    assert of(kosovo) == Standing(("GOV",), "KOS")
    assert of(entity("lima", "Place", "Lima", "lima")).sectors == ()


def test_a_part_belongs_to_its_state_and_a_joint_body_to_none() -> None:
    """A unit is of the state it is part of; what two states belong to is of neither."""
    assert of(NAVY, claim("navy", "partOf", "chile")) == Standing(("MIL",), "CHL")
    joint = (
        claim("chile", "memberOf", "committee"),
        claim("peru", "memberOf", "committee"),
        claim("committee", "basedIn", "peru"),
    )
    assert of(COMMITTEE, *joint).country is None
    assert of(COMMITTEE, joint[2]).country == "PER"


def test_who_serves_the_world_is_of_no_state() -> None:
    """A person whom the gazetteer knows to be of a state may serve a body of none."""
    chief = entity("chief", "Person", "Gabriel Boric", "gabriel-boric")
    assert of(chief).country == "CHL"
    assert of(chief, claim("chief", "leads", "peru")).country == "CHL"
    assert of(chief, claim("chief", "leads", "unicef")).country == "UNO"


def test_there_are_the_25_sectors_of_plover(schema: Schema) -> None:
    """Every sector is labelled, and what words and posts give is among them."""
    sectors = {sector.id for sector in schema.of("Sector")}
    assert len(sectors) == 25
    kinds = ("SectorEntry", "SectorLink", "SectorNoun", "SectorTitle")
    given = {s for k in kinds for t in schema.of(k) for s in t.all("sector")}
    given |= {s for t in schema.of("Sector") for s in t.all("whenFormer")}
    assert sectors - given == {"UNK"}  # whom nothing is known of is left empty


def test_most_bodies_of_the_gazetteer_have_a_sector_or_are_of_no_state() -> None:
    """Of the organisations that the gazetteer knows nine in ten are placed."""
    entries = Lexicon(SCHEMA).entries.values()
    bodies = [e for e in entries if e.one("class") == "Organization"]
    placed = [
        of(entity("body", "Organization", e.need("label"), e.id)) for e in bodies[::10]
    ]
    known = [s for s in placed if s.sectors or len(s.country or "") == 3]
    assert len(placed) >= 60
    assert len(known) / len(placed) >= 0.9

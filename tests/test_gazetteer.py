"""Facts of the gazetteer: who held which office, and what names a country."""

import re
from itertools import pairwise

import pytest

from kg.lexicon import Lexicon
from kg.names import NameKeys, ThingName
from kg.schema import Individual, Schema

DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
WIKIDATA = re.compile(r"http://www\.wikidata\.org/entity/Q[1-9]\d*")

IAEA = "international-atomic-energy-agency"
TERMS = (
    ("south-korea", "president", "park-geun-hye", "2013-02-25", "2017-03-10"),
    ("japan", "prime minister", "yasuo-fukuda", "2007-09-26", "2008-09-24"),
    ("ukraine", "president", "viktor-yushchenko", "2005-01-23", "2010-02-25"),
    ("kenya", "president", "mwai-kibaki", "2002-12-30", "2013-04-09"),
    ("chile", "president", "gabriel-boric", "2022-03-11", None),
    (IAEA, "director general", "mohamed-elbaradei", "1997-12-01", "2009-11-30"),
)

MINISTRIES = (
    ("Icelandic Ministry of Fisheries", "Fisheries Ministry of Iceland", "iceland"),
    ("Russian Ministry of Labour", "Labor Ministry of Russia", "russia"),
    ("Brazilian Ministry of Mines", "Mines Ministry of Brazil", "brazil"),
    ("Ministry of Foreign Affairs of Kenya", "Kenyan Foreign Ministry", "kenya"),
    ("Ministry of Defence of Norway", "Norwegian Defense Ministry", "norway"),
    ("Chilean Ministry of Women", "Ministry of Women of Chile", "chile"),
    ("Omani Ministry of Religious Affairs", "Oman Religious Affairs Ministry", "oman"),
    ("Polish Ministry of Forestry", "Forestry Ministry of Poland", "poland"),
    ("Danish Ministry of Employment", "Employment Ministry of Denmark", "denmark"),
    ("Ghanaian Ministry of Lands", "Lands Ministry of Ghana", "ghana"),
    ("Egyptian Ministry of Youth", "Youth Ministry of Egypt", "egypt"),
    ("Malian Ministry of Reconstruction", "Reconstruction Ministry of Mali", "mali"),
)


def _holdings(
    schema: Schema, country: str, office: str
) -> dict[str, tuple[str | None, str | None]]:
    """Holders of an office of a country with the days of their terms."""
    return {
        h.need("holder"): (h.one("beginDate"), h.one("endDate"))
        for h in schema.of("OfficeHolding")
        if (h.need("of"), h.need("office")) == (country, office)
    }


def _wrong_dates(holding: Individual) -> bool:
    dates = [holding.one(n) for n in ("beginDate", "endDate", "knownUntil")]
    told = [d for d in dates if d is not None]
    begin, end = holding.one("beginDate"), holding.one("endDate")
    size = min(len(begin or ""), len(end or ""))
    return (
        not all(DATE.fullmatch(d) for d in told)
        or (begin or "")[:size] > (end or "")[:size]
        or (end is not None and holding.one("knownUntil") is not None)
    )


def test_a_person_holds_an_office_of_a_country_or_a_body(lexicon: Lexicon) -> None:
    """Holders are persons, the office is a known title, the source is told."""
    holdings = lexicon.schema.of("OfficeHolding")
    titles = lexicon.words("Title")
    assert len(holdings) >= 1000
    wrong = [
        h.id
        for h in holdings
        if lexicon.entries[h.need("holder")].need("class") != "Person"
        or lexicon.entries[h.need("of")].need("class")
        not in ("Country", "Organization")
        or h.need("office") not in titles
        or not h.all("source")
    ]
    assert wrong == []


def test_terms_of_office_end_after_they_begin(schema: Schema) -> None:
    """Dates are ISO 8601; what has an end needs no day to which it was known."""
    assert [h.id for h in schema.of("OfficeHolding") if _wrong_dates(h)] == []


@pytest.mark.parametrize(("country", "office", "holder", "begin", "end"), TERMS)
def test_holders_of_offices_have_dates(
    schema: Schema, country: str, office: str, holder: str, begin: str, end: str | None
) -> None:
    """A term of office is dated as its source dates it; six of them are shown."""
    assert len(TERMS) == 6
    assert _holdings(schema, country, office)[holder] == (begin, end)


def test_every_state_has_a_head(schema: Schema) -> None:
    """Nearly all states have a dated head of state or of government."""
    states = {
        e.id
        for e in schema.of("GazetteerEntry")
        if e.one("class") == "Country" and e.all("isoCode")
    }
    led = {h.need("of") for h in schema.of("OfficeHolding")}
    assert len(states) >= 195
    assert len(states & led) >= 0.9 * len(states)


def test_links_are_to_items_of_wikidata(schema: Schema) -> None:
    """A link is the address of an item, and no two persons share one."""
    links = [
        (link, entry.need("class"))
        for entry in schema.of("GazetteerEntry")
        for link in entry.all("exactMatch")
    ]
    assert len(links) >= 700
    assert all(WIKIDATA.fullmatch(link) for link, _ in links)
    assert len(set(links)) == len(links)


def test_every_state_has_its_codes_and_names(schema: Schema) -> None:
    """A state has ISO codes, an item of Wikidata, a demonym of its own, a capital."""
    states = [e for e in schema.of("GazetteerEntry") if e.all("isoCode")]
    lacking = {
        name: {e.id for e in states if not e.all(name)}
        for name in ("capital", "demonym", "exactMatch", "isoAlpha3")
    }
    assert len(states) >= 195
    assert lacking == {
        "capital": {"palestine", "vatican"},
        "demonym": {"dominica", "republic-of-the-congo", "vatican"},
        "exactMatch": set(),
        "isoAlpha3": {"kosovo"},
    }
    assert all(re.fullmatch("[A-Z]{2}", e.need("isoCode")) for e in states)
    codes = [e.need("isoAlpha3") for e in states if e.all("isoAlpha3")]
    assert all(re.fullmatch("[A-Z]{3}", code) for code in codes)
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize(("one", "other", "country"), MINISTRIES)
def test_a_ministry_of_any_country_needs_no_entry(
    schema: Schema, one: str, other: str, country: str
) -> None:
    """Its words and its country say which it is, whatever their order."""
    assert len(MINISTRIES) == 12
    keys = NameKeys.from_schema(schema)
    names = [keys.read(name, "Organization") for name in (one, other)]
    for name in names:
        assert isinstance(name, ThingName)
        assert name.generic
        assert name.countries == {country}
    assert len({name.core for name in names if isinstance(name, ThingName)}) == 1


def test_one_president_follows_another(schema: Schema) -> None:
    """No two hold one presidency at a time, but for weeks that a source overlaps."""
    terms: dict[str, list[Individual]] = {}
    for term in schema.of("OfficeHolding"):
        if term.need("office") == "president" and not term.one("acting"):
            terms.setdefault(term.need("of"), []).append(term)
    both = set()
    for held in terms.values():
        held.sort(key=lambda t: (t.one("beginDate") or "", t.one("endDate") or ""))
        for one, other in pairwise(held):
            last = one.one("endDate") or one.one("knownUntil") or ""
            begin = other.one("beginDate") or ""
            size = min(len(last), len(begin))
            if size and last[:size] > begin[:size]:
                both.add((one.need("holder"), other.need("holder")))
    assert len(terms) >= 140
    assert both == {
        ("moshe-katsav", "shimon-peres"),
        ("shimon-peres", "reuven-rivlin"),
        ("reuven-rivlin", "isaac-herzog"),
    }

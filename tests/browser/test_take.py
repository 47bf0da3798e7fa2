"""What is shown is taken away, as files that are whole and safe."""

import csv
import io
import json
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import rdflib

from .driving import Open, complaints, css, text, wait
from .graphs import EVIL

pytestmark = pytest.mark.browser

Taken = Callable[[Any, str], Path]
SVG = "{http://www.w3.org/2000/svg}"
ENTER, ESCAPE = "\ue007", "\ue00c"


def drawing(source: str) -> ET.Element:
    """The root of a drawing that the page under test wrote."""
    return ET.fromstring(source)  # noqa: S314 - it is our own


@pytest.fixture
def take(tmp_path: Path) -> Taken:
    """Choose from the menu; gives the file that was written."""

    def choose(driver: Any, what: str) -> Path:
        driver.execute_cdp_cmd(
            "Browser.setDownloadBehavior",
            {"behavior": "allow", "downloadPath": str(tmp_path)},
        )
        before = set(tmp_path.iterdir())
        driver.find_element("css selector", "#take").click()
        driver.find_element("css selector", f"#take-{what}").click()

        def done() -> Path | None:
            new = [
                p for p in set(tmp_path.iterdir()) - before if p.suffix != ".crdownload"
            ]
            return new[0] if new and new[0].stat().st_size else None

        found: Path = wait(done, f"{what} is written")
        return found

    return choose


def test_csv_has_the_claims_that_pass(page: Open, take: Taken) -> None:
    """The table is of what passes the filter, and its name is of the page's title."""
    driver = page(address="#view=table&st=denied")
    file = take(driver, "csv")
    assert file.name == "two-koreas.csv"
    rows = list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8-sig"))))
    assert [row["status"] for row in rows] == ["denied", "denied"]
    assert {row["says"] for row in rows} == {"sanction", "threaten"}
    assert all("." in row["sentence"] for row in rows)
    assert text(driver, "#live") == "two-koreas.csv was written."
    assert complaints(driver) == []


def test_json_has_claims_entities_and_articles(page: Open, take: Taken) -> None:
    """Everything that is named by a passing claim comes with it, and nothing else."""
    driver = page(address="#view=timeline&cat=Accuse")
    file = take(driver, "json")
    data = json.loads(file.read_text(encoding="utf-8"))
    assert [c["says"] for c in data["claims"]] == ["accuse"]
    assert {e["id"] for e in data["entities"]} == {"kim-yo-jong", "united-states"}
    assert [a["id"] for a in data["articles"]] == ["envoy"]


def test_turtle_is_read_by_rdflib(page: Open, take: Taken) -> None:
    """The file of linked data holds all 22 claims under their own names."""
    driver = page()
    file = take(driver, "ttl")
    graph = rdflib.Graph().parse(file, format="turtle")
    claims = {
        s
        for s in graph.subjects()
        if str(s).startswith("https://w3id.org/newskg/id/claim/")
    }
    assert len(claims) == 22


@pytest.mark.parametrize("view", ["graph", "timeline", "dyads"])
def test_svg_is_whole_and_asks_for_nothing(page: Open, take: Taken, view: str) -> None:
    """The drawing is a file of its own: names as text, no script, no class."""
    driver = page(address=f"#view={view}")
    file = take(driver, "svg")
    assert file.name == f"two-koreas-{view}.svg"
    source = file.read_text(encoding="utf-8")
    root = drawing(source)
    assert root.tag == f"{SVG}svg"
    words = " ".join(t for e in root.iter(f"{SVG}text") for t in e.itertext())
    assert "North Korea" in words
    assert "Moon Jae-in" in words
    assert {e.tag for e in root.iter()} & {f"{SVG}script", f"{SVG}image"} == set()
    assert "var(--" not in source
    assert "class=" not in source or view == "graph"
    drawn = {"graph": "polygon", "timeline": "path", "dyads": "rect"}[view]
    assert len(list(root.iter(f"{SVG}{drawn}"))) >= 8


@pytest.mark.parametrize("view", ["graph", "timeline", "dyads"])
def test_png_is_a_picture_of_two_pixels_for_one(
    page: Open, take: Taken, view: str
) -> None:
    """The picture is as large as the drawing twice over, and not of one colour."""
    driver = page(address=f"#view={view}")
    svg = drawing(take(driver, "svg").read_text(encoding="utf-8"))
    data = take(driver, "png").read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", data[16:24])
    assert abs(width - 2 * float(svg.get("width") or 0)) <= 4
    assert abs(height - 2 * float(svg.get("height") or 0)) <= 4
    assert len(data) > 10_000
    assert complaints(driver) == []


def test_the_table_offers_no_picture(page: Open) -> None:
    """Where all is words, data and print alone are offered."""
    driver = page(address="#view=table")
    driver.find_element("css selector", "#take").click()
    offered = [e.get_attribute("id") for e in css(driver, "#take-list button")]
    assert offered == ["take-csv", "take-json", "take-ttl", "take-print"]
    assert "22 claims" in text(driver, "#take-list")


def test_menu_by_keyboard(page: Open) -> None:
    """Enter opens the menu, Escape closes it and gives the focus back."""
    driver = page()
    press = driver.find_element("css selector", "#take")
    press.send_keys(ENTER)
    assert press.get_attribute("aria-expanded") == "true"
    css(driver, "#take-list button")[0].send_keys(ESCAPE)
    assert press.get_attribute("aria-expanded") == "false"
    assert driver.switch_to.active_element.get_attribute("id") == "take"
    assert not driver.find_element("css selector", "#take-list").is_displayed()


def test_hostile_strings_stay_words_in_every_file(page: Open, take: Taken) -> None:
    """Code in names is text in each file, and the files' names are plain."""
    driver = page("hostile", "#view=timeline")
    for what in ("csv", "json", "ttl", "svg"):
        file = take(driver, what)
        assert file.name.startswith("script-img-src-x-onerror-alert-1")
        content = file.read_text(encoding="utf-8")
        if what == "json":
            assert "<" not in content
        if what == "svg":
            root = drawing(content)
            tags = {e.tag.removeprefix(SVG) for e in root.iter()}
            assert tags <= {
                "svg",
                "title",
                "g",
                "text",
                "path",
                "rect",
                "line",
                "circle",
            }
            assert any(EVIL[:10] in (e.text or "") for e in root.iter())
    assert complaints(driver) == []


@pytest.mark.parametrize("view", ["graph", "table", "timeline", "dyads"])
def test_on_paper_only_the_matter_is_left(page: Open, view: str) -> None:
    """Printed, from a dark screen too, only view and panel are left."""
    driver = page(address=f"#view={view}&e=north-korea", scheme="dark")
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        shown = [
            e
            for e in css(
                driver, ".search, .tabs, .take, .filters, .aids, .context, .when"
            )
            if e.is_displayed()
        ]
        assert shown == []
        assert driver.find_element("css selector", f"#{view}").is_displayed()
        assert driver.find_element("css selector", "#panel h2").is_displayed()
        paper = driver.execute_script(
            "return getComputedStyle(document.body).backgroundColor"
        )
        ink = driver.execute_script("return getComputedStyle(document.body).color")
        assert paper == "rgb(255, 255, 255)"
        assert ink == "rgb(31, 30, 27)"
    finally:
        driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def test_a_canvas_is_printed_as_a_drawing(page: Open) -> None:
    """While the page is printed the graph is a drawing with names; then it is gone."""
    driver = page()
    driver.execute_script("window.dispatchEvent(new Event('beforeprint'))")
    words = driver.execute_script(
        "return document.querySelector('#graph .on-paper svg').textContent"
    )
    assert "North Korea" in words
    driver.execute_script("window.dispatchEvent(new Event('afterprint'))")
    assert css(driver, ".on-paper, .papered") == []
    driver.execute_script("location.hash = 'view=timeline'")
    driver.execute_script("window.dispatchEvent(new Event('beforeprint'))")
    assert css(driver, ".on-paper") == []
    assert complaints(driver) == []

"""The page's address and data, in a real browser: restored, or told of."""

import pytest
from selenium.webdriver import ActionChains

from .driving import Open, complaints, css, heading, live, screen, text, wait

pytestmark = pytest.mark.browser


def test_filters_are_in_the_address(page: Open) -> None:
    """A ticked box is in the address; opened anew, the address ticks it again."""
    driver = page(address="#e=moon-jae-in")
    for value in ("denied", "Sanction", "envoy"):
        driver.execute_script(f"document.querySelector('input[value={value}]').click()")
    assert driver.current_url.endswith("#e=moon-jae-in&cat=Sanction&in=envoy&st=denied")
    driver = page(address="#view=table&cat=Sanction&in=envoy&st=denied")
    ticked = {e.get_attribute("value") for e in css(driver, "input:checked")}
    assert ticked == {"denied", "Sanction", "envoy"}
    assert len(css(driver, "#table tbody tr")) == 1
    assert text(driver, "#filters-on") == "(3 on)"


def test_back_takes_filters_away_again(page: Open) -> None:
    """Back undoes a choice of the filter as it undoes any other step."""
    driver = page(address="#view=table")
    driver.execute_script("document.querySelector('input[value=denied]').click()")
    assert len(css(driver, "#table tbody tr")) == 2
    driver.back()
    wait(lambda: len(css(driver, "#table tbody tr")) == 22, "all rows are back")
    assert css(driver, "input:checked") == []


UNKNOWN = [
    "#colour=red",
    "#view=map",
    "#conf=7",
    "#cat=Sanction,Nonsense",
    "#in=nowhere",
    "#by=nobody",
    "#cls=constructor",
    "#sort=weight",
    "#lanes=all",
    "#actors=-4",
    "#stack=colour",
]


@pytest.mark.parametrize("address", UNKNOWN)
def test_what_an_address_means_not_is_told(page: Open, address: str) -> None:
    """What the page cannot restore is left out, and the live region says so."""
    assert len(UNKNOWN) == 11
    driver = page(address=address)
    told = driver.execute_script("return document.getElementById('live').textContent")
    assert told.startswith("Left out of the address: ")
    assert address[1:].split("=")[1].split(",")[-1] in told
    heading(driver, "Who is in the news")
    ticked = [e.get_attribute("value") for e in css(driver, "input:checked")]
    assert ticked == (["Sanction"] if "Sanction" in address else [])


CHOICES = [
    ("korea", "table", "#sort-who", "sort=who", "#table tbody .verb"),
    ("wide", "timeline", "#timeline .more", "lanes=24", "#timeline .name"),
    ("wide", "dyads", "#dyads .more", "actors=", "#dyads tbody th"),
    ("korea", "timeline", "#timeline summary", "list=1", "#timeline .twin button"),
    ("korea", "table", "#stack", "stack=kind", ".stacks li"),
]


@pytest.mark.parametrize(("name", "view", "press", "part", "seen"), CHOICES)
def test_how_a_view_shows_it_is_restored(
    page: Open, name: str, view: str, press: str, part: str, seen: str
) -> None:
    """What a person chose in a view is in the address: a reload shows the same.

    Back undoes it, and the panel stays as it was meanwhile.
    """
    assert len(CHOICES) == 5
    driver = page(name, f"#view={view}")
    title = driver.find_element("css selector", "#panel h2")
    before = [e.text for e in css(driver, seen)]
    driver.find_element("css selector", press).click()
    wait(lambda: part in driver.current_url, "the choice is in the address")
    after = wait(lambda: [e.text for e in css(driver, seen)], "it is shown")
    assert after != before
    assert title.is_displayed()  # the same element: nothing was made anew
    driver.refresh()
    wait(lambda: [e.text for e in css(driver, seen)] == after, "it is restored")
    driver.back()
    wait(lambda: [e.text for e in css(driver, seen)] == before, "it is undone")
    assert complaints(driver) == []


@pytest.mark.parametrize(
    ("name", "entity", "address"),
    [("korea", "moon-jae-in", ""), ("packed", "n00005", "all=1")],
)
def test_what_the_camera_sees_is_restored(
    page: Open, name: str, entity: str, address: str
) -> None:
    """Where a hand moved the drawing is in the address, until all is fitted again.

    A click moves nothing; the panel stays as it is.
    """
    driver = page(name, f"#{address}")
    wait(lambda: driver.execute_script("return kg.named().length"), "it is painted")
    start = screen(driver, entity)
    assert "see=" not in driver.current_url
    driver.find_element("css selector", "#zoom-in").click()
    wait(lambda: "see=" in driver.current_url, "a step nearer is in the address")
    canvas = driver.find_element("css selector", "#canvas")
    drag = ActionChains(driver, duration=100).move_to_element_with_offset(
        canvas, 10 - canvas.size["width"] // 2, 10 - canvas.size["height"] // 2
    )
    before = driver.current_url
    drag.click_and_hold().move_by_offset(60, 30).move_by_offset(20, 10).release()
    drag.perform()
    wait(lambda: driver.current_url != before, "the drag is in the address")
    moved = screen(driver, entity)
    assert abs(moved[0] - start[0]) + abs(moved[1] - start[1]) > 20
    seen = wait(lambda: driver.current_url, "an address")
    driver.refresh()
    wait(lambda: driver.execute_script("return kg.named().length"), "it is painted")
    assert screen(driver, entity) == pytest.approx(moved, abs=2)
    assert driver.current_url == seen
    driver.find_element("css selector", "#zoom-fit").click()
    wait(lambda: "see=" not in driver.current_url, "all is fitted")
    assert screen(driver, entity) == pytest.approx(start, abs=2)
    assert complaints(driver) == []


HIDDEN = [
    "#e=ostland&c=c00&st=denied",
    "#e=ostland&with=westland&c=c00&st=denied",
    "#c=c00&st=denied",
    "#view=reader&a=wire&c=c00&st=denied",
    "#e=anna-berg&c=c00",
]


@pytest.mark.parametrize("address", HIDDEN)
def test_an_open_claim_is_shown_whatever_the_filter(page: Open, address: str) -> None:
    """A claim that the address names is open; it is said that the filter hides it."""
    assert len(HIDDEN) == 5
    driver = page("believed", address)
    card = wait(lambda: css(driver, "#panel .card.open"), "its card is open")
    assert [e.get_attribute("id") for e in card] == ["claim-c00"]
    said = "hidden elsewhere" in card[0].text
    assert said == ("st=" in address)
    if not said:
        return
    css(card[0], ".note button")[0].click()
    wait(lambda: "st=" not in driver.current_url, "the filter is cleared")
    wait(lambda: len(css(driver, "#panel .card.open")) == 1, "the claim is still open")
    assert "hidden elsewhere" not in text(driver, "#panel")


def test_a_claim_that_is_not_there_is_said_so_beside_an_entity(page: Open) -> None:
    """An address of an entity and an unknown claim opens the one, tells the other."""
    driver = page("believed", "#e=ostland&c=nothing")
    heading(driver, "Ostland")
    assert "This graph has no claim “nothing”" in text(driver, "#panel")


def test_what_is_opened_is_said(page: Open) -> None:
    """The live region says what was opened; of a new filter, how many are left."""
    driver = page()
    driver.execute_script("kg.open('kcna')")
    wait(lambda: live(driver) == "KCNA", "the title is said")
    driver.execute_script("document.querySelector('input[value=denied]').click()")
    wait(lambda: live(driver) == "2 of 22 claims left", "the number is said")
    driver.execute_script("kg.open('japan')")
    wait(lambda: live(driver) == "Japan", "the title is said, not the number again")


def test_packed_data_open_like_plain_ones(page: Open) -> None:
    """A large graph, whose data are packed, opens and is drawn without an error."""
    driver = page("packed")
    wait(lambda: "3,000 entities" in text(driver, "#summary"), "the page is unpacked")
    assert "The 150 best connected of 3,000" in text(driver, "#drawn")
    assert wait(lambda: driver.execute_script("return kg.named()"), "names are written")
    assert complaints(driver) == []


def test_broken_data_are_told(page: Open) -> None:
    """A page whose data are damaged says that it cannot show its graph."""
    driver = page("broken")
    wait(lambda: css(driver, "#broken:not([hidden])"), "the page says so")
    assert text(driver, "#broken").startswith("This page cannot show its graph")
    assert not driver.find_element("css selector", "main").is_displayed()


def test_without_scripts_the_page_says_so(page: Open) -> None:
    """Where scripts are not allowed, the page says what it needs."""
    driver = page("hostile")
    driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        driver = page()
        assert "shows its graph with scripts" in text(driver, "noscript")
    finally:
        driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})

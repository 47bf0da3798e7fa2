"""The page's address and data, in a real browser: restored, or told of."""

import pytest

from .driving import Open, complaints, css, heading, text, wait

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
]


@pytest.mark.parametrize("address", UNKNOWN)
def test_what_an_address_means_not_is_told(page: Open, address: str) -> None:
    """What the page cannot restore is left out, and the live region says so."""
    assert len(UNKNOWN) == 7
    driver = page(address=address)
    told = driver.execute_script("return document.getElementById('live').textContent")
    assert told.startswith("Left out of the address: ")
    assert address[1:].split("=")[1].split(",")[-1] in told
    heading(driver, "Who is in the news")
    ticked = [e.get_attribute("value") for e in css(driver, "input:checked")]
    assert ticked == (["Sanction"] if "Sanction" in address else [])


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

"""A reader's way through the page, step by step, as issue 5 tells it."""

from pathlib import Path
from typing import Any

import pytest

from .driving import (
    Open,
    click,
    complaints,
    css,
    find,
    heading,
    press,
    requests,
    text,
    wait,
)

pytestmark = pytest.mark.browser

ENTER, RIGHT, LEFT, END = "\ue007", "\ue014", "\ue012", "\ue010"


def _search(driver: Any, words: str, found: str) -> None:
    """Search, and open the first that is found."""
    find(driver, words)
    wait(lambda: css(driver, "#found-0"), "something is found")
    press(driver, ENTER)
    heading(driver, found)


def _only_denied(driver: Any) -> None:
    driver.execute_script("document.querySelector('input[value=denied]').click()")
    wait(lambda: "st=denied" in driver.current_url, "only denied claims are left")


def _brush_to_2020(driver: Any) -> None:
    """Move the first end of the brush to January 2020 by its keys."""
    first = css(driver, "#brush-first")[0]
    driver.execute_script("arguments[0].focus()", first)
    press(driver, END)
    while "2020" not in first.get_attribute("aria-valuetext"):
        press(driver, LEFT)
    while "January 2020" not in first.get_attribute("aria-valuetext"):
        press(driver, LEFT)
        if "2019" in first.get_attribute("aria-valuetext"):
            press(driver, RIGHT)
            break
    wait(lambda: "from=2020-01" in driver.current_url, "the brush is at 2020")


def test_a_reader_follows_a_story(page: Open) -> None:
    """Search a person, see her card, ask for what is denied and for 2020.

    Then follow to the liaison office, open the article, go back twice, and open the
    same link anew.
    """
    driver = page()
    _search(driver, "Kim Yo Jong", "Kim Yo-jong")
    assert len(css(driver, ".card")) == 4

    _only_denied(driver)
    assert css(driver, ".card") == []
    wait(lambda: text(driver, "#left") == "2 of 22 claims", "two are denied")
    _brush_to_2020(driver)
    wait(lambda: text(driver, "#left") == "1 of 22 claims", "one of them in 2020")
    _search(driver, "South Korea", "South Korea")
    assert ["denied" in b.text for b in css(driver, ".card .badge")] == [True]

    css(driver, "#chips .chip")[0].click()  # denied claims no longer alone
    _search(driver, "joint office", "Inter-Korean Liaison Office")
    assert "blew up" in text(driver, ".card blockquote")

    click(driver, ".card .article")
    heading(driver, "Sister’s warning, and an office gone")
    assert "blew up the liaison office" in text(driver, "mark.sentence")
    deep = driver.current_url

    driver.back()
    heading(driver, "Inter-Korean Liaison Office")
    driver.back()
    heading(driver, "South Korea")

    driver = page(address=deep[deep.index("#") :])
    heading(driver, "Sister’s warning, and an office gone")
    assert "blew up the liaison office" in text(driver, "mark.sentence")
    assert "from=2020" in driver.current_url
    assert complaints(driver) == []
    assert [u for u in requests(driver) if u.startswith("http")] == []


@pytest.mark.model
def test_a_reader_follows_the_samples(page: Open, demo: str) -> None:
    """The same way through the samples as kg itself reads them."""
    driver = page(demo)
    _search(driver, "Kim Yo Jong", "Kim Yo Jong")
    wait(lambda: css(driver, ".card"), "her cards are there")
    _only_denied(driver)
    _brush_to_2020(driver)
    left, _, total, _ = text(driver, "#left").split()
    assert 0 < int(left) < int(total)
    click(driver, "#clear")
    wait(lambda: "from" not in driver.current_url, "all claims are back")
    _search(driver, "liaison office", "inter-Korean liaison office")
    click(driver, ".card .article")
    wait(lambda: css(driver, "mark.sentence"), "the article is open at a sentence")
    driver.back()
    heading(driver, "inter-Korean liaison office")
    driver.back()
    heading(driver, "Kim Yo Jong")
    driver.refresh()
    heading(driver, "Kim Yo Jong")
    assert complaints(driver) == []


def test_a_reader_takes_the_drawing_away(page: Open, tmp_path: Path) -> None:
    """The drawing of what the filters leave is handed out as a file of SVG."""
    driver = page(address="#e=kim-yo-jong&from=2020")
    driver.execute_cdp_cmd(
        "Browser.setDownloadBehavior",
        {"behavior": "allow", "downloadPath": str(tmp_path)},
    )
    driver.find_element("css selector", "#take").click()
    driver.find_element("css selector", "#take-svg").click()
    wait(lambda: list(tmp_path.glob("*.svg")), "the file is there")
    drawing = next(tmp_path.glob("*.svg")).read_text(encoding="utf-8")
    assert drawing.startswith(("<?xml", "<svg"))
    assert "Kim Yo-jong" in drawing


def test_a_reader_opens_a_link_to_the_timeline(page: Open) -> None:
    """A deep link opens the timeline of one person under a filter."""
    driver = page(address="#view=timeline&e=kim-yo-jong&from=2019-01&cat=Accuse")
    heading(driver, "Kim Yo-jong")
    tab = driver.find_element("css selector", "#tab-timeline")
    assert tab.get_attribute("aria-selected") == "true"
    assert len(css(driver, "#chips .chip")) == 2


def test_a_reader_opens_an_article_in_the_reader(page: Open) -> None:
    """A deep link opens the reader at a sentence."""
    driver = page(address="#view=reader&a=envoy&at=0-88")
    tab = driver.find_element("css selector", "#tab-reader")
    assert tab.get_attribute("aria-selected") == "true"
    assert "accused the United States" in text(driver, "#reader")

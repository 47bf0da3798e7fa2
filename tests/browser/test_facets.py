"""The facets: what can be chosen, how much each choice leaves, and the chips."""

import time
from typing import Any

import pytest

from kg.schema import load_schema
from kg.view import render

from .driving import Open, css, live, press, text, wait
from .graphs import wide

pytestmark = pytest.mark.browser


def _choose(driver: Any, facet: str, value: str) -> None:
    driver.execute_script(
        "document.querySelector(`input[name='${arguments[0]}'][value='${arguments[1]}']`)"
        ".click()",
        facet,
        value,
    )


def _counts(driver: Any, facet: str) -> dict[str, str]:
    """The number beside each value of a facet."""
    return dict(
        driver.execute_script(
            "return Object.fromEntries([...document.querySelectorAll("
            "`input[name='${arguments[0]}']`)].map((e) => [e.value,"
            " e.closest('.choice').querySelector('.count').textContent]))",
            facet,
        )
    )


def _rows(driver: Any) -> int:
    return len(css(driver, "#table tbody tr"))


FACETS = {
    "st": ("denied", 2),
    "cls": ("Place", 1),
    "term": ("Sanction", 1),
    "by": ("kcna", 1),
    "src": ("Evening Post", 7),
    "in": ("envoy", 6),
}


@pytest.mark.parametrize("facet", FACETS)
def test_each_facet_leaves_what_it_says(page: Open, facet: str) -> None:
    """A choice leaves as many claims as stood beside it; the chip takes it away."""
    assert len(FACETS) == 6
    value, left = FACETS[facet]
    driver = page(address="#view=table")
    assert _counts(driver, facet)[value] == str(left)
    _choose(driver, facet, value)
    assert _rows(driver) == left
    assert text(driver, "#left") == f"{left} of 22 claims"
    assert live(driver) == f"{left} of 22 claims left"
    css(driver, "#chips .chip")[0].click()
    assert _rows(driver) == 22
    assert not css(driver, "#chips")[0].is_displayed()


def test_within_a_facet_or_across_and(page: Open) -> None:
    """Two values of a facet add up, a second facet narrows.

    A relation and a category answer one question, so that they add up as well.
    """
    driver = page(address="#view=table")
    _choose(driver, "st", "denied")
    _choose(driver, "st", "planned")
    assert _rows(driver) == 4
    _choose(driver, "in", "summit")
    assert _rows(driver) == 1
    driver = page(address="#view=table&rel=leads&cat=Sanction")
    assert _rows(driver) == 4


def test_what_nobody_is_named_for_can_be_asked(page: Open) -> None:
    """Claims without a speaker are a value of the facet, and of the address."""
    driver = page(address="#view=table")
    assert _counts(driver, "by")["-"] == "19"
    driver = page(address="#view=table&by=-")
    assert _rows(driver) == 19
    assert "nobody named" in text(driver, "#chips .chip")


def test_confidence_is_a_slider(page: Open) -> None:
    """Keys move the slider; it says what it asks for and how much that leaves.

    Back undoes the whole move.
    """
    driver = page(address="#view=table")
    slider = css(driver, "#conf")[0]
    driver.execute_script("arguments[0].focus()", slider)
    press(driver, *["\ue014"] * 9)
    assert "conf=0.9" in driver.current_url
    said = slider.get_attribute("aria-valuetext")
    assert said == f"at least 90 %: {_rows(driver)} claims"
    assert 0 < _rows(driver) < 22
    driver.back()
    wait(lambda: "conf" not in driver.current_url, "the slider is back")
    assert slider.get_attribute("value") == "0"


def test_lines_of_few_articles_can_be_left_out(page: Open) -> None:
    """The least number of articles behind a line is a slider from one on."""
    driver = page(address="#view=table")
    slider = css(driver, "#min")[0]
    assert slider.get_attribute("aria-valuetext") == "however many: 22 claims"
    driver.execute_script("arguments[0].focus()", slider)
    press(driver, "\ue014")
    assert "min=2" in driver.current_url
    assert 0 < _rows(driver) < 22
    assert "2 articles" in text(driver, "#chips .chip")


def test_fading_is_in_the_address(page: Open) -> None:
    """What is left out is hidden, or faded on wish."""
    driver = page(address="#st=denied")
    box = css(driver, "#fade")[0]
    assert not box.is_selected()
    driver.execute_script("arguments[0].click()", box)
    assert "fade=1" in driver.current_url
    driver = page(address="#st=denied&fade=1")
    assert css(driver, "#fade")[0].is_selected()


def test_focus_stays_with_what_was_done(page: Open) -> None:
    """A ticked box keeps the focus; a chip taken away gives it to the next."""
    driver = page(address="#st=denied,planned&in=envoy")
    driver.execute_script("document.querySelector('input[value=asserted]').focus()")
    press(driver, " ")
    assert driver.switch_to.active_element.get_attribute("value") == "asserted"
    chips = css(driver, "#chips .chip")
    assert len(chips) == 4
    driver.execute_script("arguments[0].focus()", chips[1])
    focused = press(driver, "\ue007")
    assert "chip" in (focused.get_attribute("class") or "")
    assert len(css(driver, "#chips .chip")) == 3


def test_clear_all_takes_every_filter_away(page: Open) -> None:
    """One button clears the filters, dates and numbers among them."""
    driver = page(address="#view=table&st=denied&conf=0.5&from=2018&min=2")
    assert len(css(driver, "#chips .chip")) == 4
    css(driver, "#clear")[0].click()
    assert _rows(driver) == 22
    assert driver.current_url.endswith("#view=table")


@pytest.mark.model
def test_a_long_list_shows_its_commonest_and_is_searched(page: Open, demo: str) -> None:
    """Of many terms some are shown, the rest on demand, and typing finds one."""
    driver = page(demo)
    field = css(driver, ".facet-term")[0]
    before = len(css(field, ".choice"))
    more = css(field, ".rest")[0]
    driver.execute_script("arguments[0].click()", more)
    after = len(css(field, ".choice"))
    assert 8 <= before <= 16 < after
    assert more.get_attribute("aria-expanded") == "true"
    press(driver, "sanct")
    assert [c.text.split("\n")[0] for c in css(field, ".choice .what")] == ["sanction"]


@pytest.mark.model
def test_a_long_list_shows_what_is_left(page: Open, demo: str) -> None:
    """Under a filter a long list shows the commonest of what is left, and no zero."""
    driver = page(demo)
    _choose(driver, "st", "denied")

    def left() -> Any:
        own = css(driver, ".facet-by .choice .count")
        counts = [int(count.text) for count in own]
        return counts if counts and sum(counts) == 16 else None

    counts = wait(left, "all denied claims are by those listed")
    assert 0 not in counts
    assert counts == sorted(counts, reverse=True)
    _choose(driver, "st", "denied")
    wait(lambda: not left(), "the list is as it was")


def test_a_choice_among_thirty_thousand_claims_is_quick(
    page: Open, tmp_path: Any
) -> None:
    """With 27,000 claims the facets and chips are brought up to a choice in a blink."""
    path = tmp_path / "many.html"
    path.write_text(render(wide(30_000), load_schema()), encoding="utf-8")
    driver = page(path.as_uri())
    wait(lambda: css(driver, ".facet"), "the page is ready")
    time.sleep(1)
    took = driver.execute_script(
        "const box = document.querySelector('input[value=Country]');"
        "const start = performance.now(); box.click();"
        "return performance.now() - start"
    )
    assert took < 2000


@pytest.mark.parametrize("width", [360, 800, 1024])
def test_open_filters_of_a_narrow_page_are_all_within_reach(
    page: Open, width: int
) -> None:
    """However narrow the page, no facet lies beside it, and Escape shuts them."""
    driver = page(size=(width, 740))
    driver.execute_script("document.querySelector('#filters summary').click()")
    right = driver.execute_script(
        "return [...document.querySelectorAll('.facet')].map("
        "(e) => e.getBoundingClientRect().right)"
    )
    assert len(right) == 8
    assert max(right) <= width
    box = css(driver, "#filters input")[0]
    driver.execute_script("arguments[0].focus()", box)
    assert press(driver, "\ue00c").tag_name == "summary"
    assert not css(driver, "#filters[open]")

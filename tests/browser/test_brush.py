"""The timeline: bars by date, a brush by mouse and keys, steps and play."""

import time
from typing import Any

import pytest

from .driving import Open, css, press, text, wait

pytestmark = pytest.mark.browser

LEFT, RIGHT, HOME, END = "\ue012", "\ue014", "\ue011", "\ue010"


def _drag(driver: Any, start: float, end: float) -> None:
    """Draw from one place of the plot to another, both from 0 to 1."""
    from selenium.webdriver import ActionChains

    plot = css(driver, ".plot")[0]
    width = plot.size["width"]
    offset = [round(width * (at - 0.5)) for at in (start, (start + end) / 2, end)]
    chain = ActionChains(driver).move_to_element_with_offset(plot, offset[0], 0)
    chain.click_and_hold()
    for at in offset[1:]:
        chain.move_to_element_with_offset(plot, at, 0)
    chain.release().perform()
    time.sleep(0.1)


def _handle(driver: Any, which: str) -> Any:
    return css(driver, f"#brush-{which}")[0]


def _said(driver: Any) -> list[str]:
    """Where the two ends of the brush are, in words."""
    ends = [_handle(driver, which) for which in ("first", "last")]
    return [end.get_attribute("aria-valuetext") for end in ends]


def test_bars_tell_when(page: Open) -> None:
    """The bars go from the first month to the last; words tell a screen reader so."""
    driver = page()
    assert len(css(driver, ".columns g")) == 27
    label = css(driver, ".columns")[0].get_attribute("aria-label")
    assert label.startswith("Claims by month from April 2018 to June 2020")
    assert text(driver, ".when .told").startswith("April 2018 to June 2020 · 22")
    assert "stand at the date of their article" in text(driver, ".when .note")


def test_a_drag_asks_for_dates_in_one_step(page: Open) -> None:
    """A stretch drawn with the mouse filters by its dates, and Back undoes it whole."""
    driver = page(address="#view=table")
    _drag(driver, 0.3, 0.6)
    assert "from=2018-1" in driver.current_url
    assert "until=2019-0" in driver.current_url
    rows = len(css(driver, "#table tbody tr"))
    assert 0 < rows < 22
    driver.back()
    wait(lambda: "from=" not in driver.current_url, "all dates are back")
    assert len(css(driver, "#table tbody tr")) == 22
    assert _said(driver) == ["April 2018", "June 2020"]


def test_a_stretch_can_be_moved_and_given_up(page: Open) -> None:
    """Drawn from within, the stretch moves as a whole; one button gives it up."""
    driver = page(address="#from=2018-06&until=2018-12")
    before = _said(driver)
    _drag(driver, 0.2, 0.5)
    after = _said(driver)
    assert before == ["June 2018", "December 2018"]
    assert after != before
    assert "from=2019" in driver.current_url
    css(driver, "#all-dates")[0].click()
    assert "from=" not in driver.current_url
    assert not css(driver, "#all-dates")[0].is_displayed()


def test_a_touch_draws_too(page: Open) -> None:
    """A finger draws a stretch as a mouse does."""
    driver = page()
    plot = css(driver, ".plot")[0].rect
    y = plot["y"] + 20

    def touch(kind: str, at: float | None) -> None:
        points = [] if at is None else [{"x": plot["x"] + plot["width"] * at, "y": y}]
        driver.execute_cdp_cmd(
            "Input.dispatchTouchEvent", {"type": kind, "touchPoints": points}
        )

    touch("touchStart", 0.5)
    for at in (0.6, 0.7, 0.8):
        touch("touchMove", at)
    touch("touchEnd", None)
    wait(lambda: "from=2019" in driver.current_url, "the stretch is asked for")


def test_keys_move_the_ends(page: Open) -> None:
    """Each end is a slider: arrows step by one bar, Home and End go all the way."""
    driver = page()
    first = _handle(driver, "first")
    assert first.get_attribute("role") == "slider"
    driver.execute_script("arguments[0].focus()", first)
    press(driver, RIGHT, RIGHT)
    wait(lambda: "from=2018-06" in driver.current_url, "two months later")
    assert _said(driver) == ["June 2018", "June 2020"]
    press(driver, LEFT)
    wait(lambda: "from=2018-05" in driver.current_url, "one month earlier")
    press(driver, END)
    wait(lambda: "from=2020-06" in driver.current_url, "up to the other end")
    press(driver, HOME)
    wait(lambda: "from=" not in driver.current_url, "from the beginning again")


def test_play_steps_through_time_and_pauses(page: Open) -> None:
    """Nothing plays by itself; play goes from one month with claims to the next.

    A second press pauses, and so does a hand on the brush.
    """
    driver = page()
    play = css(driver, "#play")[0]
    time.sleep(1.2)
    assert "from=" not in driver.current_url
    assert play.get_attribute("aria-label") == "Play through time"
    play.click()
    wait(lambda: "until=2018-04" in driver.current_url, "the first month")
    assert play.get_attribute("aria-label") == "Pause"
    wait(lambda: "from=2018-05" in driver.current_url, "the next one")
    play.click()
    stood = driver.current_url
    time.sleep(1.3)
    assert driver.current_url == stood
    play.click()
    wait(lambda: "from=2019-03" in driver.current_url, "no month without claims")
    _drag(driver, 0.1, 0.2)
    assert play.get_attribute("aria-label") == "Play through time"


def test_steps_lead_on_and_back(page: Open) -> None:
    """Two buttons step through time by hand, at any pace."""
    driver = page()
    css(driver, "#later")[0].click()
    assert "until=2018-04" in driver.current_url
    css(driver, "#later")[0].click()
    assert "from=2018-05&until=2018-05" in driver.current_url
    css(driver, "#earlier")[0].click()
    assert driver.current_url.endswith("until=2018-04")


def test_whoever_wants_less_motion_steps_by_hand(page: Open) -> None:
    """With reduced motion there is no play, but there are steps."""
    driver = page(motion="reduce")
    assert not css(driver, "#play")[0].is_displayed()
    assert css(driver, "#later")[0].is_displayed()


def test_other_filters_leave_the_brush_where_it_is(page: Open) -> None:
    """The bars are those of the other filters, whatever dates are chosen."""
    driver = page(address="#from=2019&until=2019")
    assert _said(driver) == ["January 2019", "December 2019"]
    driver.execute_script("document.querySelector('input[value=asserted]').click()")
    assert "from=2019&until=2019" in driver.current_url
    assert len(css(driver, ".columns g")) == 27


def test_bars_are_stacked_by_status_or_kind(page: Open) -> None:
    """The bars' parts are named; a button tells them apart by kind instead."""
    driver = page()
    statuses = [e.text for e in css(driver, ".stacks li")]
    assert statuses == ["asserted", "reported", "planned", "possible", "denied"]
    css(driver, "#stack")[0].click()
    assert [e.text for e in css(driver, ".stacks li")][:3] == [
        "relation",
        "cooperation",
        "conflict",
    ]


def test_undated_claims_are_told(page: Open) -> None:
    """Where articles have no date the timeline says how many claims it cannot show."""
    driver = page("undated")
    assert "without a date are not shown" in text(driver, ".when .note")

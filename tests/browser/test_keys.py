"""Keys for all of it: the sheet, the drawing, skip links, the trail, light or dark."""

from typing import Any

import pytest

from .driving import Open, complaints, css, heading, live, press, text, wait

pytestmark = pytest.mark.browser

TAB, ENTER, ESCAPE, RIGHT, LEFT = "\ue004", "\ue007", "\ue00c", "\ue014", "\ue012"
HOME = "\ue011"


def _focus(driver: Any, selector: str) -> Any:
    element = css(driver, selector)[0]
    driver.execute_script("arguments[0].focus()", element)
    return element


def test_question_mark_shows_the_keys(page: Open) -> None:
    """`?` opens a dialog with the keys, Escape closes it; in a field it is a letter."""
    driver = page()
    css(driver, "body")[0].send_keys("?")
    sheet = css(driver, "#sheet")[0]
    assert sheet.is_displayed()
    assert len(css(sheet, "dt")) >= 25
    press(driver, ESCAPE)
    assert not sheet.is_displayed()
    box = _focus(driver, "#search")
    press(driver, "?")
    assert not sheet.is_displayed()
    assert box.get_attribute("value") == "?"


def test_arrows_go_through_the_neighbours(page: Open) -> None:
    """Arrows on the drawing go from neighbour to neighbour of the selected.

    The live region says which; Enter selects it, and the arrows go on from there.
    """
    driver = page(address="#e=moon-jae-in")
    canvas = _focus(driver, "#canvas")
    assert canvas.get_attribute("tabindex") == "0"
    seen = []
    for _ in range(4):
        press(driver, RIGHT)
        seen.append(live(driver))
        assert css(driver, ".ring")[0].is_displayed()
    assert len(set(seen)) == 4
    assert all(" of " in one and "claim" in one for one in seen)
    press(driver, LEFT)
    assert live(driver) == seen[2]
    name = seen[2].split(",")[0]
    press(driver, ENTER)
    heading(driver, name)
    assert driver.switch_to.active_element.get_attribute("id") == "canvas"
    press(driver, RIGHT)
    assert live(driver) not in seen


def test_shift_and_enter_open_what_joins_the_two(page: Open) -> None:
    """Shift and Enter on a neighbour open the claims that join it with the selected."""
    driver = page(address="#e=kcna")
    _focus(driver, "#canvas")
    assert live(driver) == ""
    driver = page(address="#e=japan")
    _focus(driver, "#canvas")
    press(driver, RIGHT)
    assert live(driver) == "It has no neighbours under these filters"
    driver = page(address="#e=workers-party")
    _focus(driver, "#canvas")
    press(driver, RIGHT)
    assert live(driver).startswith("Kim Yo-jong, ")
    driver.execute_script(
        "document.activeElement.dispatchEvent(new KeyboardEvent('keydown',"
        " {key: 'Enter', shiftKey: true, bubbles: true}))"
    )
    wait(lambda: "with=kim-yo-jong" in driver.current_url, "the pair is open")


def test_without_a_selection_keys_begin_with_the_most_important(page: Open) -> None:
    """The first arrow on the drawing leads to the best connected."""
    driver = page()
    _focus(driver, "#canvas")
    press(driver, RIGHT)
    first = driver.execute_script(
        "return JSON.parse(document.getElementById('kg-drawing').textContent)"
        ".nodes.find(n => n.rank === 0).label"
    )
    assert live(driver).startswith(f"{first}, ")
    press(driver, ENTER)
    heading(driver, first)
    press(driver, ESCAPE)
    wait(lambda: "e=" not in driver.current_url, "nothing is selected")


def test_skip_links_lead_to_the_parts(page: Open) -> None:
    """The first tabs are links past the rest; they leave the address alone."""
    driver = page(address="#e=kcna")
    links = css(driver, ".skip")
    assert len(links) == 4
    wanted = ["panel", "graph", "", "search"]
    for link, part in zip(links, wanted, strict=True):
        driver.execute_script("arguments[0].focus()", link)
        assert link.rect["y"] >= 0
        focused = press(driver, ENTER)
        assert focused.get_attribute("id") == part
        assert driver.current_url.endswith("#e=kcna")


def test_every_stop_of_the_tab_key_is_seen(page: Open) -> None:
    """Whatever takes the focus by Tab shows an outline and is on the screen."""
    driver = page(address="#e=kcna")
    bad, stops = [], 0
    for _ in range(60):
        at = press(driver, TAB)
        if at.tag_name == "body":
            break
        stops += 1
        seen = driver.execute_script(
            "const e = document.activeElement, s = getComputedStyle(e);"
            "const r = e.getBoundingClientRect();"
            "return r.width > 0 && r.height > 0 &&"
            " s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 1",
        )
        if not seen:
            bad.append(at.get_attribute("outerHTML")[:120])
    assert stops >= 40
    assert bad == []


def test_the_page_has_its_landmarks(page: Open) -> None:
    """One banner, one main part, one heading of the first level, a search."""
    driver = page()
    for selector in ("body > header", "main", "h1", "[role=search]", "nav.trail"):
        assert len(css(driver, selector)) == 1


# ------------------------------------------------------------------------ the trail


def _crumbs(driver: Any) -> list[str]:
    return [e.text for e in css(driver, ".crumbs button")]


def test_the_trail_tells_what_was_opened(page: Open) -> None:
    """What was opened stands in a row; back and forward walk in it and keep it."""
    driver = page()
    assert _crumbs(driver) == ["Overview"]
    for name in ("moon-jae-in", "kcna", "japan"):
        driver.execute_script("kg.open(arguments[0])", name)
    wanted = ["Overview", "Moon Jae-in", "KCNA", "Japan"]
    assert _crumbs(driver) == wanted
    css(driver, "#back")[0].click()
    heading(driver, "KCNA")
    assert _crumbs(driver) == wanted
    assert text(driver, ".crumbs [aria-current]") == "KCNA"
    css(driver, "#forward")[0].click()
    heading(driver, "Japan")
    css(driver, ".crumbs button")[1].click()
    heading(driver, "Moon Jae-in")
    driver.back()
    heading(driver, "Japan")
    css(driver, ".crumbs button")[1].send_keys(ENTER)
    heading(driver, "KCNA")
    assert driver.switch_to.active_element.text == "KCNA"  # the keys go on from there


# ------------------------------------------------------------------- light or dark


def _paper(driver: Any) -> str:
    return str(
        driver.execute_script("return getComputedStyle(document.body).backgroundColor")
    )


def test_the_reader_may_choose_light_or_dark(page: Open) -> None:
    """One button goes through the system's colours, light and dark.

    The choice is kept, and is there before the page is painted.
    """
    driver = page(scheme="light")
    light = _paper(driver)
    button = css(driver, "#colours")[0]
    said = [button.text]
    for _ in range(2):
        button.click()
        said.append(button.text)
    assert [one.split()[-1] for one in said] == ["auto", "light", "dark"]
    dark = _paper(driver)
    assert dark != light
    driver = page(scheme="light")
    assert _paper(driver) == dark
    script = css(driver, "head script")[0].get_attribute("textContent")
    assert "kg-colours" in script
    css(driver, "#colours")[0].click()
    driver = page(scheme="dark")
    assert _paper(driver) == dark
    assert complaints(driver) == []

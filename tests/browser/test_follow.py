"""Following what a graph says, in a real browser: focus, expand, hide, paths, pins."""

import time
from collections.abc import Iterator
from typing import Any

import pytest

from .driving import Open, click_canvas, complaints, css, heading, screen, text, wait

pytestmark = pytest.mark.browser

ENTER = "\ue007"
ESCAPE = "\ue00c"


@pytest.fixture(autouse=True)
def unpinned(page: Open) -> Iterator[None]:
    """Each test begins and ends with nothing moved."""
    page().execute_script("localStorage.clear()")
    yield
    page().execute_script("localStorage.clear()")


def _draws(driver: Any, entity: str) -> bool:
    return bool(driver.execute_script("return kg.screen(arguments[0])", entity))


def _press(driver: Any, selector: str) -> None:
    """Press a button by the keyboard."""
    driver.find_element("css selector", selector).send_keys(ENTER)


def _buttons(driver: Any) -> list[str]:
    return [button.text for button in css(driver, "#follow .acts button")]


# --------------------------------------------------------------------- focus


def test_nothing_chosen_says_what_could_be(page: Open) -> None:
    """Before an entity is chosen the row above the drawing says what it is for."""
    assert text(page(), "#follow").startswith("Choose an entity")


def test_focus_hides_all_but_the_neighbours(page: Open) -> None:
    """One step around: the entity and those it is joined with; Back shows all again."""
    driver = page(address="#e=kim-yo-jong")
    _press(driver, "#focus-1")
    assert driver.current_url.endswith("#e=kim-yo-jong&hops=1")
    assert _draws(driver, "kim-yo-jong")
    assert _draws(driver, "united-states")
    assert not _draws(driver, "kaesong")
    pressed = driver.find_element("css selector", "#focus-1")
    assert pressed.get_attribute("aria-pressed") == "true"
    assert driver.switch_to.active_element == pressed
    driver.back()
    wait(lambda: _draws(driver, "kaesong"), "all are drawn again")
    assert complaints(driver) == []


def test_who_is_found_comes_into_view_with_the_neighbours(page: Open) -> None:
    """The camera flies to where an entity and those it is joined with can be seen."""
    driver = page("korea", size=(1280, 800))
    driver.execute_script("kg.open('kim-yo-jong')")
    width, height = driver.execute_script(
        "const {clientWidth, clientHeight} = document.getElementById('canvas');"
        "return [clientWidth, clientHeight]"
    )
    near = driver.execute_script("return kg.near('kim-yo-jong')")
    assert near
    for one in ("kim-yo-jong", *near):
        x, y = screen(driver, one)
        assert 0 < x < width, one
        assert 0 < y < height, one


def test_a_pressed_button_can_be_read_under_the_pointer(page: Open) -> None:
    """The pointer on a button that is pressed takes nothing of its contrast."""
    from selenium.webdriver import ActionChains

    driver = page(address="#e=kim-yo-jong&hops=1")
    button = driver.find_element("css selector", "#focus-1")
    before = button.value_of_css_property("background-color")
    ActionChains(driver).move_to_element(button).perform()
    assert driver.execute_script("return arguments[0].matches(':hover')", button)
    assert button.value_of_css_property("background-color") == before


def test_more_steps_show_more(page: Open) -> None:
    """Each step more shows at least as many, and the address restores it."""
    shown = []
    for hops in (1, 2, 3):
        driver = page(address=f"#e=kim-yo-jong&hops={hops}")
        shown.append(int(text(driver, "#drawn").split()[0]))
    assert shown == sorted(shown)
    assert shown[0] < shown[2]


def test_focus_can_fade_instead(page: Open) -> None:
    """With `fade` those out of focus stay on the drawing, without their names."""
    driver = page(address="#e=kim-yo-jong&hops=1&fade=1")
    assert _draws(driver, "kaesong")
    named = {one["id"] for one in driver.execute_script("return kg.named()")}
    assert "kim-yo-jong" in named
    assert "kaesong" not in named


# --------------------------------------------------------------------- lines


def _signs(driver: Any) -> set[str]:
    return set(driver.execute_script("return kg.signs()"))


def test_lines_of_several_claims_are_one_with_their_number(page: Open) -> None:
    """From afar a line of several claims tells how many; near by, what they say."""
    driver = page(size=(1600, 1000))
    wait(lambda: _signs(driver), "signs are written")
    assert {one for one in _signs(driver) if one.isdigit()}
    assert not {one for one in _signs(driver) if "×" in one or "+" in one}
    for _ in range(3):
        driver.find_element("css selector", "#zoom-in").click()
    wait(
        lambda: {one for one in _signs(driver) if "+" in one}, "lines say what they are"
    )


def test_chosen_entities_have_lines_that_say_what_they_are(page: Open) -> None:
    """The lines of what is chosen say the commonest term, and how many more."""
    driver = page(address="#e=liaison-office", size=(1600, 1000))
    told = wait(
        lambda: {one for one in _signs(driver) if one.endswith("+1")},
        "a line says its commonest term and how many more",
    )
    assert not any(one.startswith("+") for one in told)


# ----------------------------------------------------------- expand and hide


def _hub(driver: Any) -> str:
    """An entity with more neighbours off the first screen than one step draws."""
    return str(
        driver.execute_script(
            "const d = JSON.parse(document.getElementById('kg-drawing').textContent);"
            "const away = new Set(d.nodes.filter(n => !n.first).map(n => n.id));"
            "const n = {};"
            "for (const {from, to} of d.edges) {"
            " if (away.has(to)) n[from] = (n[from] ?? 0) + 1;"
            " if (away.has(from)) n[to] = (n[to] ?? 0) + 1; }"
            "return Object.entries(n).sort((a, b) => b[1] - a[1])[0][0]"
        )
    )


def _count(driver: Any) -> int:
    """How many entities are drawn."""
    label = driver.find_element("css selector", "#canvas").get_attribute("aria-label")
    return int(label.split()[2].replace(",", ""))


def _still(driver: Any, entity: str) -> tuple[float, float]:
    """Where an entity is when the drawing has come to rest."""
    time.sleep(0.6)
    return screen(driver, entity)


def test_expanding_draws_neighbours_until_all_are_there(page: Open) -> None:
    """Expand draws neighbours, "+n more" the next; Collapse takes them away."""
    driver = page("wide")
    hub = _hub(driver)
    driver.execute_script("kg.open(arguments[0])", hub)
    begin = _count(driver)
    before = _still(driver, hub)
    _press(driver, "#expand")
    assert begin < _count(driver)
    assert screen(driver, hub) == before
    while css(driver, "#expand-more"):
        now = _count(driver)
        assert text(driver, "#expand-more").endswith(" more")
        _press(driver, "#expand-more")
        assert now < _count(driver)
    address = driver.current_url.rpartition("#")[2]
    most = _count(driver)
    driver = page("wide", f"#{address}")
    assert _count(driver) == most
    _press(driver, "#collapse")
    assert _count(driver) == begin


def test_a_double_click_expands(page: Open) -> None:
    """Two clicks on an entity draw those it is joined with, as the button does."""
    driver = page("wide")
    hub = _hub(driver)
    driver.execute_script("kg.open(arguments[0])", hub)
    begin = _count(driver)
    _still(driver, hub)
    from selenium.webdriver import ActionChains

    canvas = driver.find_element("css selector", "#canvas")
    (x, y), size = screen(driver, hub), canvas.size
    at = round(x - size["width"] / 2), round(y - size["height"] / 2)
    chain = ActionChains(driver).move_to_element_with_offset(canvas, *at)
    chain.double_click().perform()
    wait(lambda: _count(driver) > begin, "more are drawn")
    assert f"open={hub}" in driver.current_url


def test_expanded_do_not_cover_each_other(page: Open) -> None:
    """Those that an expansion draws stand apart from one another and all others."""
    driver = page("wide")
    driver.execute_script("kg.open(arguments[0])", _hub(driver))
    _press(driver, "#expand")
    driver.find_element("css selector", "#zoom-fit").click()
    places = driver.execute_script(
        "return JSON.parse(document.getElementById('kg-drawing').textContent)"
        ".nodes.map(n => kg.screen(n.id)).filter(Boolean)"
    )
    assert len(places) > 150
    near = [
        (a, b)
        for i, a in enumerate(places)
        for b in places[:i]
        if abs(a["x"] - b["x"]) < 3 and abs(a["y"] - b["y"]) < 3
    ]
    assert near == []


def test_one_beyond_the_first_screen_comes_with_its_neighbours(page: Open) -> None:
    """An entity beyond the first screen is drawn when opened, not all others."""
    driver = page("wide")
    hidden = driver.execute_script(
        "return JSON.parse(document.getElementById('kg-drawing').textContent)"
        ".nodes.find(n => !n.first && n.degree > 0).id"
    )
    driver.execute_script("kg.open(arguments[0])", hidden)
    assert _draws(driver, hidden)
    assert 150 < _count(driver) <= 163
    assert "best connected and" in text(driver, "#drawn")


def test_hidden_entities_can_be_shown_again(page: Open) -> None:
    """Hide takes an entity off the drawing; one button brings all back."""
    driver = page(address="#e=kaesong")
    _press(driver, "#hide")
    assert not _draws(driver, "kaesong")
    assert driver.current_url.endswith("#hide=kaesong")
    driver = page(address="#hide=kaesong")
    assert not _draws(driver, "kaesong")
    assert text(driver, "#show-hidden") == "Show 1 hidden"
    _press(driver, "#show-hidden")
    assert _draws(driver, "kaesong")


def test_filters_hide_or_fade_on_the_drawing(page: Open) -> None:
    """Who has no claim that passes is not drawn, or is drawn faintly if wished."""
    assert not _draws(page(address="#st=denied"), "kaesong")
    assert _draws(page(address="#st=denied&fade=1"), "kaesong")
    assert _draws(page(address="#st=denied"), "united-states")


# --------------------------------------------------------------------- paths


def test_paths_between_two_are_found_by_keyboard(page: Open) -> None:
    """Path to ..., a name, Enter: the shortest paths, drawn and told as words."""
    driver = page(address="#e=kim-yo-jong")
    _press(driver, "#path-to")
    driver.switch_to.active_element.send_keys("kaesong", ENTER)
    heading(driver, "Kim Yo-jong and Kaesong")
    assert driver.current_url.endswith("#e=kim-yo-jong&with=kaesong&path=1")
    summary = text(driver, "#paths summary")
    assert "shortest path" in summary
    driver.find_element("css selector", "#paths summary").click()
    told = [item.text for item in css(driver, "#paths li")]
    assert len(told) >= 1
    for one in told:
        assert one.startswith("Kim Yo-jong – ")
        assert one.endswith(" – Kaesong")
    assert len({one.count(" – ") for one in told}) == 1
    assert not _draws(driver, "panmunjom-declaration")
    _press(driver, "#path-end-it")
    assert _draws(driver, "panmunjom-declaration")


def test_a_click_chooses_the_end_of_a_path(page: Open) -> None:
    """While a path's end is asked for, a click on the drawing gives it."""
    driver = page(address="#e=moon-jae-in")
    _press(driver, "#path-to")
    click_canvas(driver, *screen(driver, "kaesong"))
    heading(driver, "Moon Jae-in and Kaesong")
    assert "path=1" in driver.current_url


def test_escape_gives_up_the_path(page: Open) -> None:
    """Escape closes the question for a path's end; the focus is where it was."""
    driver = page(address="#e=moon-jae-in")
    _press(driver, "#path-to")
    driver.switch_to.active_element.send_keys(ESCAPE)
    assert css(driver, "#path-end") == []
    assert driver.switch_to.active_element.get_attribute("id") == "path-to"


def test_paths_obey_the_filters(page: Open) -> None:
    """A path goes only along claims that pass; where none does, the page says so."""
    driver = page(address="#e=kim-yo-jong&with=kaesong&path=1&st=denied")
    assert "No path joins the two under these filters." in text(driver, "#follow")


# ---------------------------------------------------------------------- pins


def _drag(driver: Any, entity: str, dx: int, dy: int) -> None:
    from selenium.webdriver import ActionChains

    canvas = driver.find_element("css selector", "#canvas")
    x, y = screen(driver, entity)
    size = canvas.size
    at = round(x - size["width"] / 2), round(y - size["height"] / 2)
    chain = ActionChains(driver).move_to_element_with_offset(canvas, *at)
    chain.click_and_hold().move_by_offset(dx // 2, dy // 2)
    chain.move_by_offset(dx - dx // 2, dy - dy // 2).release().perform()


@pytest.mark.parametrize(
    ("name", "address", "entity"),
    [("korea", "", "kaesong"), ("packed", "#all=1&e=n00001", "n00001")],
)
def test_dragged_entities_stay_where_they_were_put(
    page: Open, name: str, address: str, entity: str
) -> None:
    """A dragged entity is where it was dragged to when the page is opened anew."""
    driver = page(name, address)
    wait(lambda: driver.execute_script("return kg.named().length"), "it is drawn")
    before = screen(driver, entity)
    _drag(driver, entity, 60, 40)
    moved = screen(driver, entity)
    assert moved[0] - before[0] == pytest.approx(60, abs=3)
    assert moved[1] - before[1] == pytest.approx(40, abs=3)
    assert text(driver, "#put-back") == "Put back 1 moved"
    driver = page(name, address)
    wait(lambda: driver.execute_script("return kg.named().length"), "it is drawn")
    assert text(driver, "#put-back") == "Put back 1 moved"
    driver.find_element("css selector", "#put-back").click()
    assert not driver.find_element("css selector", "#put-back").is_displayed()


def test_row_has_words_and_is_short_enough_for_a_phone(page: Open) -> None:
    """Every button of the row has words, and nothing sticks out at 360 pixels."""
    driver = page(address="#e=north-korea", size=(360, 740))
    assert {"1", "2", "3", "Hide", "Path to …"} <= set(_buttons(driver))
    group = driver.find_element("css selector", "#follow .steps")
    assert group.get_attribute("aria-labelledby") == "focus-label"
    assert driver.execute_script("return document.body.scrollWidth") <= 360

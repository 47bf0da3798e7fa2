"""The table of claims, as a person uses it with keyboard and mouse."""

from typing import Any

import pytest

from .driving import Open, complaints, css, heading, live, text, wait

pytestmark = pytest.mark.browser

DOWN, UP, RIGHT, LEFT = "\ue015", "\ue013", "\ue014", "\ue012"
ENTER, PAGE_DOWN, END, CONTROL = "\ue007", "\ue00f", "\ue010", "\ue009"
COLUMNS = ["who", "what", "whom", "status", "when", "article"]


def active(driver: Any) -> Any:
    """What has the focus."""
    return driver.switch_to.active_element


def column(driver: Any, name: str) -> list[str]:
    """The texts of a column, from the first row."""
    return [e.text for e in css(driver, f"#table td.column-{name}")]


@pytest.mark.parametrize("name", COLUMNS)
def test_every_column_sorts_both_ways(page: Open, name: str) -> None:
    """A heading sorts its column, again the other way; blanks stand last both ways."""
    assert len(COLUMNS) == 6
    driver = page(address="#view=table")
    seen = []
    for way in ("ascending", "descending"):
        driver.find_element("css selector", f"#sort-{name}").click()
        head = driver.find_element("css selector", f"#table th.column-{name}")
        if way != head.get_attribute("aria-sort"):  # the table begins with one of them
            driver.find_element("css selector", f"#sort-{name}").click()
        seen.append(driver.execute_script(KEYS, name))
    up, down = seen
    assert len(up) == len(down) == 22
    filled = [key for key in up if key]
    assert filled == sorted(filled)
    assert [key for key in down if key] == filled[::-1]
    assert up[len(filled) :] == down[len(filled) :] == [""] * (22 - len(filled))


KEYS = """
const name = arguments[0];
const data = JSON.parse(document.getElementById("kg-data").textContent);
const order = ["asserted", "reported", "planned", "possible", "denied"];
const label = (id) => data.entities.find((e) => e.id === id).label;
const names = (ids) => ids.map(label).join(", ").toLowerCase();
const key = {
  who: (c) => names(c.from), whom: (c) => names(c.to),
  what: (c) => (c.verb ?? data.terms.claim[c.term].label).toLowerCase(),
  status: (c) => String(order.indexOf(c.status)),
  when: (c) => c.when?.[0] ?? c.when?.[1] ?? data.articles[c.article].published,
  article: (c) => data.articles[c.article].title.toLowerCase(),
}[name];
return [...document.querySelectorAll("#table tbody tr")].map((row) =>
  key(data.claims.find((c) => c.id === row.dataset.claim)));
"""


@pytest.mark.parametrize("width", [360, 414, 480, 600, 760, 820, 900, 1000, 1100, 1250])
def test_at_every_width_one_can_sort(page: Open, width: int) -> None:
    """Headings sort where there are columns, a list of them where rows are cards."""
    driver = page(address="#view=table", size=(width, 740))
    if not driver.find_element("css selector", "#table thead").is_displayed():
        assert width < 900
        chooser = driver.find_element("css selector", "#sort-by")
        chooser.send_keys("What")
    else:
        driver.find_element("css selector", "#sort-what").click()
    verbs = wait(lambda: [v.text for v in css(driver, "#table .verb")], "verbs")
    assert len(verbs) == 22
    assert verbs == sorted(verbs)
    assert driver.execute_script("return document.documentElement.scrollWidth") <= width


def test_cards_turn_round(page: Open) -> None:
    """On a narrow page a button beside the list turns the order round."""
    driver = page(address="#view=table", size=(360, 740))
    driver.find_element("css selector", "#sort-by").send_keys("What")
    before = [v.text for v in css(driver, "#table .verb")]
    turn = driver.find_element("css selector", "#sort-turn")
    assert "first to last" in str(turn.get_attribute("aria-label"))
    turn.click()
    assert [v.text for v in css(driver, "#table .verb")] == before[::-1]
    assert "last to first" in str(turn.get_attribute("aria-label"))


def test_it_is_a_table_to_a_screen_reader(page: Open) -> None:
    """Rows, headings and cells say what they are, also where rows are cards."""
    for width in (1280, 360):
        driver = page(address="#view=table", size=(width, 740))
        table = driver.find_element("css selector", "#table table")
        assert table.get_attribute("aria-rowcount") == "23"
        rows = css(driver, "#table tbody tr[role=row]")
        assert [r.get_attribute("aria-rowindex") for r in rows] == [
            str(i) for i in range(2, 24)
        ]
        assert len(css(driver, "#table tbody td[role=gridcell]")) == 22 * 6
        assert len(css(driver, "#table th[role=columnheader][scope=col]")) == 6


def test_arrows_lead_through_the_table(page: Open) -> None:
    """Tab leads into the rows once; arrows lead on, Enter opens the claim's card."""
    driver = page(address="#view=table")
    stops = css(driver, "#table tbody button[tabindex='0']")
    assert len(stops) == 1
    stops[0].send_keys(DOWN)
    active(driver).send_keys(DOWN)
    row = active(driver).find_element("xpath", "ancestor::tr")
    assert row.get_attribute("aria-rowindex") == "4"
    active(driver).send_keys(RIGHT)
    active(driver).send_keys(LEFT)
    assert len(css(driver, "#table tbody button[tabindex='0']")) == 1
    active(driver).send_keys(CONTROL + END)
    row = active(driver).find_element("xpath", "ancestor::tr")
    assert row.get_attribute("aria-rowindex") == "23"
    active(driver).send_keys(UP)
    row = active(driver).find_element("xpath", "ancestor::tr")
    row.find_element("css selector", ".verb").send_keys(ENTER)
    wait(lambda: css(driver, ".card.open"), "its card is open")
    assert css(driver, "#table tr.open[aria-current=true] .verb") != []


def test_a_row_opens_by_mouse_and_is_marked(page: Open) -> None:
    """A click anywhere in a row opens its claim; Back closes it again."""
    driver = page(address="#view=table&st=denied")
    css(driver, "#table td.column-when")[0].click()
    wait(lambda: "c=" in driver.current_url, "a claim is open")
    assert len(css(driver, "#table tr.open")) == 1
    assert len(css(driver, ".card.open")) == 1
    driver.back()
    wait(lambda: css(driver, "#table tr.open") == [], "no row is marked")


def test_rows_of_the_selected_are_marked(page: Open) -> None:
    """Those of the open entity are counted and marked among all."""
    driver = page(address="#view=table&e=moon-jae-in")
    heading(driver, "Moon Jae-in")
    assert "22 claims, 6 of Moon Jae-in (marked)" in text(driver, "#table .note")
    assert len(css(driver, "#table tr.part")) == 6


def test_an_address_opens_the_row(page: Open) -> None:
    """A claim in the address is marked and in sight, wherever it stands."""
    driver = page("packed", "#view=table&c=c02400&e=n02400")
    row = wait(lambda: css(driver, "#table tr.open"), "its row is there")[0]
    assert driver.execute_script(IN_SIGHT, row)


IN_SIGHT = """
const box = arguments[0].getBoundingClientRect();
const frame = document.getElementById("table").getBoundingClientRect();
return frame.top <= box.top && box.bottom <= frame.bottom;
"""


def test_of_many_rows_only_those_near_are_in_the_page(page: Open) -> None:
    """2,699 claims scroll as one table of which some hundred rows are in the page."""
    driver = page("packed", "#view=table")
    total = int(
        driver.find_element("css selector", "#table table").get_attribute(
            "aria-rowcount"
        )
        or 0
    )
    assert total == 2700
    assert 40 <= len(css(driver, "#table tr[data-place]")) <= 400
    heights = driver.execute_script(
        "const e = document.getElementById('table'); const before = e.scrollHeight;"
        "e.scrollTop = before; return [before, e.clientHeight]"
    )
    assert heights[0] > 20 * heights[1]
    last = wait(
        lambda: css(driver, f"#table tr[aria-rowindex='{total}']"), "the last row"
    )[0]
    assert driver.execute_script(IN_SIGHT, last) or last.is_displayed()
    wait(lambda: len(css(driver, "#table tr[data-place]")) >= 40, "those above it")
    assert len(css(driver, "#table tr[data-place]")) <= 400
    assert complaints(driver) == []


def test_keys_lead_to_rows_that_were_not_there(page: Open) -> None:
    """Page down and Ctrl+End reach rows beyond those in the page; the focus stays."""
    driver = page("packed", "#view=table")
    css(driver, "#table tbody button[tabindex='0']")[0].send_keys(PAGE_DOWN)
    for _ in range(12):
        active(driver).send_keys(PAGE_DOWN)
    row = active(driver).find_element("xpath", "ancestor::tr")
    assert row.get_attribute("aria-rowindex") == str(2 + 130)
    active(driver).send_keys(CONTROL + END)
    row = active(driver).find_element("xpath", "ancestor::tr")
    assert row.get_attribute("aria-rowindex") == "2700"
    assert driver.execute_script(IN_SIGHT, row)


def test_the_order_is_said_and_keys_stay(page: Open) -> None:
    """Sorting by keys says the new order, and the focus stays on the heading.

    Enter on a row opens its claim, and the focus stays on that row.
    """
    driver = page(address="#view=table")
    driver.find_element("css selector", "#sort-what").send_keys(ENTER)
    wait(lambda: live(driver) == "Sorted by what, first to last", "the order is said")
    assert active(driver).get_attribute("id") == "sort-what"
    active(driver).send_keys(ENTER)
    wait(lambda: live(driver) == "Sorted by what, last to first", "and turned round")
    css(driver, "#table tbody button[tabindex='0']")[0].send_keys(DOWN)
    active(driver).send_keys(ENTER)
    wait(lambda: css(driver, ".card.open"), "its card is open")
    row = active(driver).find_element("xpath", "ancestor::tr")
    assert row.get_attribute("aria-rowindex") == "3"


def test_paper_holds_all_rows_or_says_which(page: Open) -> None:
    """Printed, a table has its rows from the first, 2,000 at most; a line says so.

    After that only those near what can be seen are in the page, at the same place.
    """
    driver = page("packed", "#view=table")
    driver.execute_script("document.getElementById('table').scrollTop = 30000")
    wait(lambda: css(driver, "#table tr[aria-rowindex='650']"), "rows are there")
    before = len(css(driver, "#table tr[data-place]"))
    driver.execute_script("window.dispatchEvent(new Event('beforeprint'))")
    rows = driver.execute_script(
        "return [...document.querySelectorAll('#table tr[data-place]')]"
        ".map(e => e.dataset.place)"
    )
    assert rows == [str(i) for i in range(2000)]
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        line = text(driver, "#table .paper-note")
    finally:
        driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    assert line == (
        "The first 2,000 of 2,699 claims, by when, last to first. "
        "All of them: Take away, Table (CSV)."
    )
    driver.execute_script("window.dispatchEvent(new Event('afterprint'))")
    wait(lambda: css(driver, "#table tr[aria-rowindex='650']"), "the same rows")
    assert len(css(driver, "#table tr[data-place]")) <= 2 * before
    assert not css(driver, "#table .paper-note")[0].is_displayed()
    assert complaints(driver) == []

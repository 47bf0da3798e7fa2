"""The matrix of dyads, as a person uses it with keyboard and mouse."""

from typing import Any

import pytest

from .driving import Open, complaints, css, heading, text, wait

pytestmark = pytest.mark.browser

DOWN, UP, RIGHT, LEFT = "\ue015", "\ue013", "\ue014", "\ue012"
ENTER, HOME = "\ue007", "\ue011"


def active(driver: Any) -> Any:
    """What has the focus."""
    return driver.switch_to.active_element


def cell(driver: Any, words: str) -> Any:
    """The cell that is read out so."""
    found = css(driver, f'#dyads td button[aria-label^="{words}"]')
    assert len(found) == 1, words
    return found[0]


def test_rows_act_on_columns(page: Open) -> None:
    """Each cell has a number, a sign and words for what one does to another."""
    driver = page(address="#view=dyads")
    accused = cell(driver, "Kim Yo-jong towards United States: 1 event, 1 conflict")
    assert accused.text == "−1"
    thanked = cell(driver, "Kim Jong Un towards Moon Jae-in: 2 events, 2 cooperation")
    assert thanked.text == "+2"
    rows = [e.text for e in css(driver, "#dyads tbody th")]
    columns = [e.text for e in css(driver, "#dyads thead th button")]
    assert [row[:18] for row in rows] == [column[:18] for column in columns]
    assert len(rows) >= 6
    assert complaints(driver) == []


def test_colour_is_never_alone(page: Open) -> None:
    """A cell that is cooperation has a plus, one that is conflict a minus."""
    driver = page(address="#view=dyads")
    signs = {"cooperation": "+", "conflict": "−"}
    seen = 0
    for look, sign in signs.items():
        cells = css(driver, f"#dyads td.{look} button")
        assert all(e.text.startswith(sign) for e in cells)
        seen += len(cells)
    assert seen >= 8


def test_a_cell_opens_its_events(page: Open) -> None:
    """A click lists the events of that direction and opens the pair."""
    driver = page(address="#view=dyads")
    cell(driver, "Kim Jong Un towards Moon Jae-in").click()
    wait(lambda: "e=kim-jong-un&with=moon-jae-in" in driver.current_url, "the pair")
    listed = css(driver, "#dyads .between .events li")
    assert len(listed) == 2
    assert "The other way: +" in text(driver, "#dyads .between")
    chosen = css(driver, "#dyads td.open button[aria-current=true]")
    assert [e.text for e in chosen] == ["+2"]
    css(driver, "#dyads .between .events button")[0].click()
    wait(lambda: css(driver, ".card.open"), "the claim's card is open")
    assert "e=kim-jong-un&with=moon-jae-in" in driver.current_url


def test_deep_link_restores_the_cell(page: Open) -> None:
    """View, pair and filter in the address show the same cell and list."""
    driver = page(address="#view=dyads&e=kim-jong-un&with=moon-jae-in&st=reported")
    assert len(css(driver, "#dyads .between .events li")) == 1
    assert len(css(driver, "#dyads td.open")) == 1
    assert "Kim Jong Un" in text(driver, "#panel h2")


def test_arrows_lead_through_the_matrix(page: Open) -> None:
    """One stop of Tab, arrows from cell to cell and to the headings, Enter opens."""
    driver = page(address="#view=dyads")
    stops = css(driver, "#dyads table [tabindex='0']")
    assert len(stops) == 1
    stops[0].send_keys(HOME)
    row = active(driver)
    assert row.find_element("xpath", "..").get_attribute("role") == "rowheader"
    row.send_keys(RIGHT)
    told = text(driver, "#dyads .tip")
    assert " towards " in told or "Rows act" in told
    active(driver).send_keys(DOWN)
    active(driver).send_keys(UP)
    active(driver).send_keys(LEFT)
    name = row.text
    assert active(driver).text == name
    active(driver).send_keys(ENTER)
    heading(driver, name)
    assert len(css(driver, "#dyads table [tabindex='0']")) == 1
    assert len(css(driver, "#dyads th.chosen")) == 2


def test_the_selected_is_always_in(page: Open) -> None:
    """Whoever is open has a row, even if many others are told more often."""
    driver = page("wide", "#view=dyads&e=n00398")
    assert "Name 398" in [e.text for e in css(driver, "#dyads tbody th")]
    assert css(driver, "#dyads .more")[0].text.startswith("Show 16 more of ")


def test_a_narrow_page_lists_the_strongest(page: Open) -> None:
    """At 360 pixels the dyads are a list, the strongest first; each opens."""
    driver = page(address="#view=dyads", size=(360, 740))
    assert css(driver, "#dyads table") == []
    items = css(driver, "#dyads .strongest button")
    assert len(items) >= 10
    numbers = [
        int(e.text[1:]) for e in css(driver, "#dyads .strongest .figure.cooperation")
    ]
    assert numbers == sorted(numbers, reverse=True)
    items[0].send_keys(ENTER)
    wait(lambda: css(driver, "#dyads .between .events li"), "its events are listed")
    assert "with=" in driver.current_url


def test_keys_stay_where_they_are(page: Open) -> None:
    """Who opens an event or a dyad of a list by keys still has the focus there."""
    driver = page(address="#view=dyads&e=kim-jong-un&with=moon-jae-in")
    event = css(driver, "#dyads .between .events button")[0]
    event.send_keys(ENTER)
    wait(lambda: css(driver, ".card.open"), "the claim's card is open")
    assert active(driver) == event
    driver = page(address="#view=dyads", size=(360, 740))
    css(driver, "#dyads .strongest button")[2].send_keys(ENTER)
    wait(lambda: "with=" in driver.current_url, "the pair is open")
    assert active(driver) == css(driver, "#dyads .strongest button")[2]


def test_no_event_is_said_so(page: Open) -> None:
    """Where no event between two passes, it is said in place of an empty grid."""
    driver = page(address="#view=dyads&rel=leads")
    assert text(driver, "#dyads .note") == "No event between two passes the filters."
    assert css(driver, "#dyads table") == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 600, 760, 1024, 1280, 2560])
def test_nothing_sticks_out(page: Open, width: int, scheme: str) -> None:
    """At any width nothing scrolls sideways."""
    driver = page(address="#view=dyads", size=(width, 740), scheme=scheme)
    assert driver.execute_script("return document.documentElement.scrollWidth") <= width
    assert complaints(driver) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_numbers_stand_out_from_their_colours(page: Open, scheme: str) -> None:
    """On every step of every colour the ink has a contrast of 4.5 to 1 at least."""
    driver = page(address="#view=dyads", scheme=scheme)
    ratios = driver.execute_script(CONTRASTS)
    assert len(ratios) == 16
    assert min(ratios) >= 4.5


CONTRASTS = """
const canvas = document.createElement("canvas").getContext("2d");
const light = (colour) => {
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((v) => v / 255)
    .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const ratios = [];
for (const look of ["cooperation", "conflict", "mixed", "neither"]) {
  for (const step of [1, 2, 3, 4]) {
    const e = document.createElement("span");
    e.className = `${look} step-${step}`;
    document.body.append(e);
    const {color, backgroundColor} = getComputedStyle(e);
    const [a, b] = [light(color), light(backgroundColor)].sort((x, y) => y - x);
    ratios.push((a + 0.05) / (b + 0.05));
  }
}
return ratios;
"""

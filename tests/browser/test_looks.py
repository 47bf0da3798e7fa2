"""What a page looks like where few look: empty, on paper, in forced colours."""

from typing import Any

import pytest

from .driving import Open, click, css, find, heading, text, wait

pytestmark = pytest.mark.browser

NOTHING = "st=planned&rel=leads"


def emulate(driver: Any, media: str = "", colours: str = "none") -> None:
    """Show the page as on paper, or in the colours of the system."""
    features = [{"name": "forced-colors", "value": colours}]
    driver.execute_cdp_cmd(
        "Emulation.setEmulatedMedia", {"media": media, "features": features}
    )


def look(driver: Any, selector: str, value: str, part: str = "") -> str:
    """A computed value of the first element that fits."""
    ask = "return getComputedStyle(document.querySelector(arguments[0]), arguments[2])"
    return str(driver.execute_script(f"{ask}[arguments[1]]", selector, value, part))


@pytest.mark.parametrize("view", ["graph", "table", "timeline", "dyads"])
def test_nothing_left_is_said_with_the_way_back(page: Open, view: str) -> None:
    """Where filters leave nothing, nothing is explained, and one click clears them."""
    driver = page(address=f"#view={view}&{NOTHING}")
    heading(driver, "No claim passes the filters")
    shown = [e for e in css(driver, ".tip, .hint, #show-all") if e.is_displayed()]
    assert [e.text for e in shown] == []
    click(driver, "#panel .more")
    heading(driver, "Who is in the news")
    assert "st=" not in driver.current_url


def test_all_is_offered_only_where_there_is_more(page: Open) -> None:
    """A filter that leaves few is not said to hide some that could be shown."""
    driver = page(address="#st=denied")
    wait(lambda: " of 15 entities." in text(driver, "#drawn"), "few are drawn")
    assert not css(driver, "#show-all")[0].is_displayed()


def test_one_article_makes_claims(page: Open) -> None:
    """A page of one article is told of in the singular."""
    driver = page("lengthy")
    assert text(driver, "#panel .lead").startswith("1 article of 2 January 2021 makes ")


def test_found_names_say_how_much_is_told(page: Open) -> None:
    """Beside each name found stand its class and how many claims there are of it."""
    driver = page()
    find(driver, "north korea")
    count = "#found [role=option] .count"
    wait(lambda: css(driver, count), "something is found")
    assert text(driver, count).startswith("country \u00b7 ")
    assert text(driver, count).endswith(" claims")


def test_heads_of_columns_stand_sideways_in_any_script(page: Open) -> None:
    """Hangul is turned with its column's head as Latin is, and is not upside down."""
    driver = page(address="#view=dyads")
    assert look(driver, ".matrix thead .plain", "textOrientation") == "sideways"


def test_a_list_of_dyads_is_not_told_of_as_a_matrix(page: Open) -> None:
    """On a narrow page, where there are no rows and columns, the hint names none."""
    driver = page(address="#view=dyads", size=(360, 740))
    assert text(driver, "#dyads .tip").startswith("Who stands before the arrow acts.")


def test_only_what_can_be_read_is_printed(page: Open) -> None:
    """On paper no button of the page is left, and neither trail nor timeline."""
    driver = page(address="#e=north-korea")
    heading(driver, "North Korea")
    emulate(driver, media="print")
    gone = ".aids, .context, .when, .copying, .tabs, .take, .follow, .zoom, .search"
    found = css(driver, gone)
    assert len(found) >= 9
    assert [e.get_attribute("class") for e in found if e.is_displayed()] == []
    assert css(driver, "#panel blockquote")[0].is_displayed()


def test_names_on_paper_fill_the_sheet_and_cover_nothing(page: Open) -> None:
    """The drawing on paper fills its width, from a tiny canvas too, names apart."""
    driver = page(size=(360, 640))
    wait(lambda: driver.execute_script("return kg.screen('north-korea')"), "drawn")
    emulate(driver, media="print")
    driver.execute_script("window.dispatchEvent(new Event('beforeprint'))")
    left, width, names = driver.execute_script(
        "const svg = document.querySelector('#graph .on-paper svg');"
        "const { x, width } = svg.viewBox.baseVal;"
        "return [x, width, [...svg.querySelectorAll('text')]"
        ".map((t) => t.getBBox()).map((b) => [b.x, b.y + 3, b.x + b.width,"
        " b.y + b.height - 3])]"
    )
    assert width > 400
    assert len(names) >= 12
    for i, (a, top, b, bottom) in enumerate(names):
        assert left <= a < b <= left + width
        for c, over, d, under in names[:i]:
            assert b <= c + 6 or d <= a + 6 or bottom <= over or under <= top


def test_forced_colours_keep_what_is_chosen_and_what_tells(page: Open) -> None:
    """In the system's colours too the chosen stands out, and bars keep their kinds."""
    driver = page(address="#e=north-korea&hops=1")
    heading(driver, "North Korea")
    emulate(driver, colours="active")
    ground = "backgroundColor"
    chosen = look(driver, ".tabs [aria-selected=true]", ground)
    assert chosen != look(driver, ".tabs [aria-selected=false]", ground)
    assert chosen == look(driver, ".follow [aria-pressed=true]", ground)
    assert chosen == look(driver, ".handle", ground, "::before")
    for bars in (".bar-of span", ".stacks i"):
        kinds = driver.execute_script(
            "return [...document.querySelectorAll(arguments[0])]"
            ".map((e) => getComputedStyle(e).backgroundColor)",
            bars,
        )
        assert len(kinds) >= 3
        assert len(set(kinds)) == len(kinds), bars

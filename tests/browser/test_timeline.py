"""The timeline, as a person uses it with keyboard and mouse."""

from typing import Any

import pytest
from selenium.webdriver import ActionChains

from .driving import Open, complaints, css, heading, text, wait

pytestmark = pytest.mark.browser

DOWN, RIGHT, LEFT = "\ue015", "\ue014", "\ue012"
ENTER, END = "\ue007", "\ue010"


def active(driver: Any) -> Any:
    """What has the focus."""
    return driver.switch_to.active_element


def lanes(driver: Any) -> list[str]:
    """Whose lanes there are, from the top."""
    groups = css(driver, "#timeline svg > g[role=group]")
    return [str(g.get_attribute("aria-label")) for g in groups]


def labels(driver: Any, selector: str = ".spot") -> list[str]:
    """The names of marks, as they are read out."""
    found = css(driver, f"#timeline {selector}")
    return [str(e.get_attribute("aria-label")) for e in found]


def test_each_actor_has_a_lane_of_its_events(page: Open) -> None:
    """The most told actor comes first; every mark says when, who, what and whom."""
    driver = page(address="#view=timeline")
    assert lanes(driver)[:2] == ["North Korea", "Kim Jong Un"]
    assert len(lanes(driver)) == 8
    names = labels(driver)
    assert "16 June 2020: Kim Yo-jong → accuse → United States" in names
    assert all(": " in name for name in names)
    assert len(names) >= 20
    assert complaints(driver) == []


def test_the_selected_comes_first(page: Open) -> None:
    """The open entity's lane is the first, before those it deals with and no others."""
    driver = page(address="#view=timeline&e=kim-yo-jong")
    heading(driver, "Kim Yo-jong")
    assert lanes(driver) == ["Kim Yo-jong", "United States"]
    assert len(css(driver, "#timeline rect.chosen")) == 1


def test_deep_link_restores_view_selection_and_filter(page: Open) -> None:
    """The issue's own address shows what it says, and a reload shows the same."""
    link = "#view=timeline&e=north-korea&from=2019-01&cat=Assault,Cooperate"
    driver = page(address=link)
    seen = (lanes(driver), labels(driver))
    assert seen[0] == ["North Korea", "Inter-Korean Liaison Office"]
    assert len(seen[1]) == 4
    driver.refresh()
    wait(lambda: css(driver, "#timeline svg"), "it is drawn again")
    assert (lanes(driver), labels(driver)) == seen
    assert driver.find_element("css selector", "#tab-timeline").get_attribute(
        "aria-selected"
    ) == ("true")


def test_shape_and_colour_tell_the_family(page: Open) -> None:
    """Families differ in shape, not only in colour; the key names each."""
    driver = page(address="#view=timeline")
    shapes = driver.execute_script(
        "return [...document.querySelectorAll('#timeline .glyph > path:first-child')]"
        ".map(e => [e.getAttribute('d'),"
        " /--family-(\\w+)/.exec(e.getAttribute('style'))[1]])"
    )
    by_family = {family: {d for d, f in shapes if f == family} for _, family in shapes}
    assert set(by_family) >= {"cooperation", "conflict"}
    assert all(len(own) == 1 for own in by_family.values())
    assert len(set.union(*by_family.values())) == len(by_family)
    keys = text(driver, "#timeline .key-line")
    assert all(family in keys for family in ("cooperation", "conflict", "denied"))


def test_a_month_is_a_bar_and_a_day_a_point(page: Open) -> None:
    """What is told of a month alone is a bar as long as the month."""
    driver = page(address="#view=timeline&e=donald-trump&cat=Consult")
    names = labels(driver)
    assert "May 2018: Donald Trump ↔ consult ↔ Kim Jong Un (planned)" in names
    driver = page(address="#view=timeline&from=2018-04&until=2018-06")
    bars = css(driver, "#timeline .interval")
    assert len(bars) == 2  # in the lanes of both
    assert all(float(bar.get_attribute("width") or 0) > 60 for bar in bars)


def test_arrows_lead_from_mark_to_mark_and_enter_opens(page: Open) -> None:
    """The drawing is one stop of Tab; arrows lead on and what they reach is told."""
    driver = page(address="#view=timeline")
    stops = css(driver, "#timeline [tabindex='0'][role=button]")
    assert len(stops) == 1
    stops[0].send_keys(RIGHT)
    second = str(active(driver).get_attribute("aria-label"))
    assert second == labels(driver)[1]
    assert text(driver, "#timeline .tip") == second
    assert (
        css(driver, "#timeline .tip")[0].get_attribute("aria-live"),
        len(css(driver, "#timeline [tabindex='0'][role=button]")),
    ) == ("polite", 1)
    active(driver).send_keys(DOWN)
    lane = active(driver).find_element("xpath", "..")
    assert lane.get_attribute("aria-label") == "Kim Jong Un"
    active(driver).send_keys(END)
    told = str(active(driver).get_attribute("aria-label"))
    active(driver).send_keys(ENTER)
    wait(lambda: css(driver, ".card.open"), "the claim's card is open")
    assert "e=kim-jong-un" in driver.current_url
    again = wait(lambda: css(driver, "#timeline .spot.open"), "its mark is marked")
    assert told in [str(e.get_attribute("aria-label")) for e in again]
    assert active(driver).get_attribute("aria-label") == told


def test_left_of_the_first_mark_is_the_actor(page: Open) -> None:
    """From the first mark the arrow leads to the actor's name, which Enter opens."""
    driver = page(address="#view=timeline")
    css(driver, "#timeline [tabindex='0'][role=button]")[0].send_keys(LEFT)
    assert str(active(driver).get_attribute("aria-label")).startswith("North Korea, ")
    active(driver).send_keys(ENTER)
    heading(driver, "North Korea")
    assert "view=timeline" in driver.current_url


def test_pointing_tells_and_joins_and_a_click_opens(page: Open) -> None:
    """Under the pointer a mark is told in words and joined with its twin."""
    driver = page(address="#view=timeline")
    wanted = "16 June 2020: Kim Yo-jong → accuse → United States"
    spot = next(
        e
        for e in css(driver, "#timeline .spot")
        if e.get_attribute("aria-label") == wanted
    )
    ActionChains(driver).move_to_element(spot).perform()
    wait(lambda: text(driver, "#timeline .tip") == wanted, "it is told")
    assert len(css(driver, "#timeline .links line")) == 1
    ActionChains(driver).click().perform()
    opened = wait(lambda: css(driver, ".card.open"), "its card is open")[0]
    assert "accuse" in opened.text


def test_all_is_also_a_list(page: Open) -> None:
    """The same events stand in a list for each lane, and open from there."""
    driver = page(address="#view=timeline&e=kim-yo-jong")
    drawn = set(labels(driver))
    driver.find_element("css selector", "#timeline summary").click()
    items = wait(lambda: css(driver, "#timeline .twin li button"), "the list")
    assert {e.text for e in items} == drawn
    assert [e.text for e in css(driver, "#timeline .twin h2")] == lanes(driver)
    items[0].send_keys(ENTER)
    wait(lambda: css(driver, ".card.open"), "its card is open")


def _place(driver: Any, label: str) -> Any:
    """Where the mark that is read out so stands on the screen, and in whose lane."""
    return driver.execute_script(
        "const mark = [...document.querySelectorAll('#timeline .spot')]"
        ".find(e => e.getAttribute('aria-label') === arguments[0]);"
        "const {x, y} = mark.querySelector('.ring').getBoundingClientRect();"
        "return [x, y, mark.parentElement.getAttribute('aria-label')]",
        label,
    )


@pytest.mark.parametrize("address", ["", "&e=moon-jae-in"])
def test_nothing_moves_under_the_pointer(page: Open, address: str) -> None:
    """A click on a mark leaves all lanes where they are, and so does a reload.

    Whoever is opened otherwise has the first lane.
    """
    driver = page(address=f"#view=timeline{address}", size=(1280, 560))
    before = lanes(driver)
    spot = css(driver, "#timeline svg > g[role=group]:last-of-type .spot")[-1]
    driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", spot)
    label = str(spot.get_attribute("aria-label"))
    place = _place(driver, label)
    spot.click()
    wait(lambda: css(driver, ".card.open"), "its card is open")
    assert lanes(driver) == before
    assert _place(driver, label) == place
    driver.refresh()
    wait(lambda: css(driver, ".card.open"), "its card is open again")
    wait(lambda: lanes(driver) == before, "the lanes are the same")
    driver.execute_script("kg.open('kim-yo-jong')")
    wait(lambda: lanes(driver)[0] == "Kim Yo-jong", "it has the first lane")
    assert complaints(driver) == []


def test_keys_stay_in_the_list(page: Open) -> None:
    """Whoever opens an event from the list by keys goes on from there."""
    driver = page(address="#view=timeline&e=kim-yo-jong&list=1")
    items = wait(lambda: css(driver, "#timeline .twin li button"), "the list")
    items[0].send_keys(ENTER)
    wait(lambda: css(driver, ".card.open"), "its card is open")
    assert active(driver) == items[0]
    assert items[0].get_attribute("aria-current") == "true"


def test_more_actors_on_demand(page: Open) -> None:
    """Twelve lanes at first, the next on demand, and it is said how many are left."""
    driver = page("wide", "#view=timeline")
    assert len(lanes(driver)) == 12
    more = driver.find_element("css selector", "#timeline .more")
    assert more.text.startswith("Show 12 more of ")
    more.click()
    assert len(lanes(driver)) == 24


def test_no_event_is_said_so(page: Open) -> None:
    """Where the filter leaves no event it is said, in place of an empty drawing."""
    driver = page(address="#view=timeline&rel=leads")
    assert text(driver, "#timeline .note") == "No event passes the filters."


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 600, 760, 1024, 1280, 2560])
def test_nothing_sticks_out(page: Open, width: int, scheme: str) -> None:
    """At any width the drawing keeps to its place and nothing scrolls sideways."""
    driver = page(address="#view=timeline", size=(width, 740), scheme=scheme)
    assert driver.execute_script("return document.documentElement.scrollWidth") <= width
    wide, room = driver.execute_script(
        "const e = document.getElementById('timeline');"
        "return [e.scrollWidth, e.clientWidth]"
    )
    assert wide <= room
    assert complaints(driver) == []


def test_hostile_names_are_inert(page: Open) -> None:
    """Names with code in them are words in the drawing and in the list."""
    driver = page("hostile", "#view=timeline&e=evil")
    driver.find_element("css selector", "#timeline summary").click()
    assert css(driver, "#timeline img, #timeline script") == []
    assert any("</script><img" in label for label in labels(driver))
    assert any("⟨U+202E⟩" in label for label in labels(driver))
    assert complaints(driver) == []


def test_what_is_too_much_for_marks_is_bars_that_lead_closer(page: Open) -> None:
    """A lane of very many events is bars, each with its numbers; Enter looks closer."""
    driver = page("packed", "#view=timeline")
    piles = css(driver, "#timeline .pile")
    assert len(piles) >= 1
    words = str(piles[0].get_attribute("aria-label"))
    assert words.startswith("4 May 2021: ")
    assert words.endswith(" cooperation")
    ActionChains(driver).move_to_element(piles[0]).perform()
    wait(lambda: text(driver, "#timeline .tip") == words, "it is told")
    piles[0].send_keys(ENTER)
    wait(lambda: "from=2021-05-04&until=2021-05-04" in driver.current_url, "closer")
    assert complaints(driver) == []

"""The search box: names and sentences, found as one types, opened by keys."""

import pytest

from .driving import Open, css, find, heading, live, press, text, wait

pytestmark = pytest.mark.browser

DOWN, ENTER, ESCAPE = "\ue015", "\ue007", "\ue00c"


def _groups(driver: object) -> dict[str, list[str]]:
    """What was found: the options by the heading of their group."""
    return {
        group.find_element("css selector", ".kind").text: [
            option.text for option in css(group, "[role=option]")
        ]
        for group in css(driver, "#found > li")
    }


def test_names_and_sentences_are_two_groups(page: Open) -> None:
    """What is called so comes first, then the sentences that say so."""
    driver = page()
    find(driver, "office")
    wait(lambda: len(_groups(driver)) == 2, "both groups are there")
    groups = _groups(driver)
    assert list(groups) == ["Names", "Sentences"]
    assert groups["Names"][0].startswith("Inter-Korean Liaison Office")
    assert any("blew up the liaison office" in said for said in groups["Sentences"])
    assert any("16 June 2020" in said for said in groups["Sentences"])


@pytest.mark.parametrize(
    ("typed", "marks"),
    [
        ("yo jong", ["Yo", "jong"]),
        ("kimyojong", ["Kim", "Yo", "jong"]),
        ("gaeseong", ["Gaeseong"]),
        ("문재", ["문재인"]),
    ],
)
def test_what_matched_is_marked(page: Open, typed: str, marks: list[str]) -> None:
    """The words that fit are marked, in whatever name they were found."""
    driver = page()
    find(driver, typed)
    wait(lambda: css(driver, "#found-0"), "a name is found")
    assert [m.text for m in css(driver, "#found-0 mark")] == marks


def test_another_name_is_shown_with_its_entity(page: Open) -> None:
    """Found by another name, an entity shows both."""
    driver = page()
    find(driver, "dprk")
    assert text(driver, "#found-0 .what") == "North Korea also DPRK"


def test_a_sentence_of_one_claim_opens_it(page: Open) -> None:
    """Enter on a sentence that one claim stands on opens the card of that claim."""
    driver = page()
    find(driver, "sanctions")
    wait(lambda: "Sentences" in _groups(driver), "the sentence is found")
    press(driver, ENTER)
    wait(lambda: css(driver, ".card.open"), "its card is open")
    assert "sanctions" in text(driver, ".card.open blockquote")
    assert "c=" in driver.current_url


def test_a_sentence_of_several_claims_opens_the_article(page: Open) -> None:
    """Enter on a sentence of several claims opens the article at it."""
    driver = page()
    find(driver, "two signed the")
    wait(lambda: "Sentences" in _groups(driver), "the sentence is found")
    press(driver, ENTER)
    heading(driver, "A handshake across a line")
    assert text(driver, "mark.sentence") == "The two signed the Panmunjom Declaration."


def test_the_box_is_a_combobox(page: Open) -> None:
    """Roles and states are those of a combobox: the box names the option chosen.

    Escape closes the list and empties the box.
    """
    driver = page()
    find(driver, "kim")
    box = driver.switch_to.active_element
    assert box.get_attribute("role") == "combobox"
    assert box.get_attribute("aria-expanded") == "true"
    wait(lambda: len(css(driver, "#found [role=option]")) >= 4, "sentences come too")
    press(driver, DOWN, DOWN)
    chosen = css(driver, "#found [aria-selected=true]")
    assert [one.get_attribute("id") for one in chosen] == ["found-2"]
    assert box.get_attribute("aria-activedescendant") == "found-2"
    press(driver, ESCAPE)
    assert box.get_attribute("aria-expanded") == "false"
    assert box.get_attribute("aria-activedescendant") is None
    assert box.get_attribute("value") == ""


def test_how_much_was_found_is_read_out(page: Open) -> None:
    """The live region says how many names and sentences there are, or that none is."""
    driver = page()
    find(driver, "trump")
    wait(lambda: "sentence" in live(driver), "both are told")
    assert live(driver).startswith("1 name and ")
    press(driver, "zzzz")
    assert live(driver) == "Nothing found"


def test_a_click_opens_what_was_found(page: Open) -> None:
    """A mouse may choose too, and the box is empty afterwards."""
    driver = page()
    find(driver, "kim")
    css(driver, "#found-1")[0].click()
    wait(lambda: "#e=" in driver.current_url, "it is open")
    assert css(driver, "#search")[0].get_attribute("value") == ""


def test_what_is_found_is_drawn(page: Open) -> None:
    """Whoever is found stands on the canvas, also beyond the first screen."""
    driver = page("wide")
    find(driver, "name 399")
    press(driver, ENTER)
    heading(driver, "Name 399")
    canvas = css(driver, "#canvas")[0].size

    def inside() -> bool:
        at = driver.execute_script("return kg.screen('n00399')")
        return 0 < at["x"] < canvas["width"] and 0 < at["y"] < canvas["height"]

    assert wait(inside, "it stands on the canvas")

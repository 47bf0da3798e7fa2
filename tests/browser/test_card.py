"""A claim as a card: all that makes one believe it, or not."""

from typing import Any

import pytest

from .driving import Open, complaints, css, heading, text, wait

pytestmark = pytest.mark.browser

SEIZURE = "#e=ostland&with=westland&c=c00"


def _card(driver: Any, claim: str) -> Any:
    return driver.find_element("css selector", f"#claim-{claim}")


TOLD = [
    ("c00", "on 16 June 2020", "reported"),
    ("c00", "according to Ministry, as told by Coast Wire", "reported"),
    ("c03", "as minister · from 2017 to 2021", "asserted"),
    ("c04", "visit · context: diplomatic", "planned"),
    ("c04", "between 22 and 28 June 2020 · in Southport", "planned"),
    ("c04", "told as still to come", "planned"),
    ("c05", "in 2020, the month is not told", "possible"),
    ("c05", "only possible", "possible"),
    ("c06", "the day is not told · said not to be so", "denied"),
    ("c07", "from May 2020 on, the end is not told", "reported"),
    ("c07", "according to somebody who is not named", "reported"),
    ("c10", "said not to be so, only possible, told as still to come", "denied"),
]


@pytest.mark.parametrize(("claim", "words", "status"), TOLD)
def test_a_card_tells_what_is_known(
    page: Open, claim: str, words: str, status: str
) -> None:
    """Date, place, mode, stance and chain of speakers are told in words."""
    assert len(TOLD) == 12
    driver = page("believed", f"#c={claim}")
    card = _card(driver, claim)
    items = [e.text for e in css(card, ".particulars li")]
    assert words in " · ".join(items)
    assert card.find_element("css selector", ".badge").text.endswith(status)


def test_confidence_is_a_word_and_a_figure(page: Open) -> None:
    """A card says how sure the reading is, in a word and as a figure."""
    driver = page("believed", "#c=c00")
    assert "Confidence high (0.87)" in text(driver, "#claim-c00 .receipt")


def test_marks_are_told_apart_by_more_than_colour(page: Open) -> None:
    """What, who, whom and who says so each have an underline or weight of their own."""
    driver = page("believed", "#c=c00")
    looks = driver.execute_script(
        "return [...document.querySelectorAll('#claim-c00 mark')].map(m => {"
        "const s = getComputedStyle(m);"
        "return [m.className, m.textContent, m.title,"
        " s.textDecorationLine + s.textDecorationStyle + s.fontWeight]})"
    )
    assert [look[:2] for look in looks] == [
        ["speaker", "ministry"],
        ["does", "Ostland"],
        ["trigger", "seized"],
        ["undergoes", "Westland"],
    ]
    assert len({look[3] for look in looks}) == 4
    assert looks[1][2] == "who: Ostland"
    key = [m.text for m in css(driver, ".marks-key mark")]
    assert key == ["what", "who", "whom", "where", "says so"]


def test_other_reports_are_one_click_away(page: Open) -> None:
    """Wire copies count once; each other report of the happening can be opened."""
    driver = page("believed", SEIZURE)
    card = _card(driver, "c00")
    fold = card.find_element("css selector", ".receipt summary")
    assert fold.text.startswith("Told by 3 articles, 2 independent")
    assert fold.text.endswith("2 other reports")
    fold.click()
    rows = wait(lambda: css(card, ".receipt li"), "the reports are listed")
    rows = sorted(rows, key=lambda row: str(row.text))
    assert rows[0].text == "Three boats seized, Morning Mail, 17 June 2020, wire copy"
    assert rows[1].text.startswith("What happened at sea, Rival Herald, 18 June 2020")
    assert "asserted" in rows[1].text
    rows[1].find_element("css selector", "button").click()
    wait(lambda: css(driver, "#claim-c02.open"), "the other report is open")


def test_disputes_tell_both_sides(page: Open) -> None:
    """A disputed card has what either side says, and leads to the other."""
    driver = page("believed", SEIZURE)
    boxes = css(_card(driver, "c00"), ".dispute")
    assert ["the number" in boxes[0].text, "the day" in boxes[1].text] == [True, True]
    assert [q.text for q in css(boxes[0], "q")] == ["three boats", "five boats"]
    assert "This report: 16 June 2020" in boxes[1].text
    assert "Another: 15 June 2020" in boxes[1].text
    css(boxes[1], "button")[0].click()
    wait(lambda: css(driver, "#claim-c02.open .dispute"), "the other side is open")


def test_one_click_more_opens_the_article_at_the_sentence(page: Open) -> None:
    """From a card the article opens at its sentence, with all its claims marked."""
    driver = page("believed", SEIZURE)
    css(_card(driver, "c02"), ".article")[0].click()
    heading(driver, "What happened at sea")
    mark = driver.find_element("css selector", "#panel mark.sentence")
    assert mark.text.startswith("Ostland seized five boats of Westland")
    triggers = {m.text for m in css(driver, "#panel .text mark.trigger")}
    assert triggers == {"seized", "resign", "seize", "threatened"}


def test_a_citation_is_copied_and_said(page: Open) -> None:
    """Copying puts the citation in the clipboard and says so to all."""
    driver = page("believed", "#c=c00")
    driver.execute_script(
        "Object.defineProperty(navigator, 'clipboard', {configurable: true, value:"
        "{writeText: async (text) => { window.copied = text; }}})"
    )
    css(driver, "#claim-c00 .copy")[0].click()
    copied = wait(lambda: driver.execute_script("return window.copied"), "it is copied")
    assert copied.startswith(
        "Boats seized near the light, Coast Wire, 2020-06-16, https://news.example/wire"
    )
    assert copied.endswith("(characters 0-152)")
    assert text(driver, "#claim-c00 .copy") == "Copied"
    told = driver.execute_script("return document.getElementById('live').textContent")
    assert told == "The citation is copied."


def test_without_a_clipboard_the_citation_is_selected(page: Open) -> None:
    """Where the clipboard is closed, the text stands there, selected."""
    driver = page("believed", "#c=c00")
    driver.execute_script(
        "Object.defineProperty(navigator, 'clipboard', {value: undefined})"
    )
    css(driver, "#claim-c00 .copy")[0].click()
    wait(lambda: css(driver, "textarea.citation"), "the text is offered")
    selected = driver.execute_script(
        "const e = document.activeElement;"
        "return e.value.slice(e.selectionStart, e.selectionEnd)"
    )
    assert selected.endswith("(characters 0-152)")
    told = driver.execute_script("return document.getElementById('live').textContent")
    assert told.startswith("The citation is selected")


def test_a_claim_can_be_opened_alone(page: Open) -> None:
    """An address of a claim alone opens its card; an unknown one says so."""
    driver = page("believed", "#c=c05")
    heading(driver, "retreat")
    assert css(driver, "#claim-c05.open")
    driver = page("believed", "#c=nothing")
    heading(driver, "No claim of that name")
    assert complaints(driver) == []


def test_whoever_presses_something_goes_on_at_its_title(page: Open) -> None:
    """After a name in a card is opened by keys, the focus is on the title it opens."""
    driver = page("believed", SEIZURE)
    css(driver, "#claim-c00 h4 .who")[0].send_keys("\ue007")
    heading(driver, "Ostland")
    focused = driver.switch_to.active_element
    assert (focused.tag_name, focused.text) == ("h2", "Ostland")

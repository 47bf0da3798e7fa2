"""The reader: articles with all that is claimed in them marked in place."""

from pathlib import Path
from typing import Any

import pytest

from kg.model import Article, KnowledgeGraph
from kg.schema import load_schema
from kg.view import render

from .driving import Open, complaints, css, heading, press, text, wait

pytestmark = pytest.mark.browser

ENTER, HOME, END, SPACE = "\ue007", "\ue011", "\ue010", " "
LEFT, UP, RIGHT, DOWN = "\ue012", "\ue013", "\ue014", "\ue015"


def test_articles_are_listed_the_newest_first(page: Open) -> None:
    """Without an article the reader lists all, with source, date and claims."""
    driver = page("believed", "#view=reader")
    rows = [r.text.split("\n") for r in css(driver, "#reader .row")]
    assert [r[0] for r in rows] == [
        "서해의 배",
        "What happened at sea",
        "Three boats seized",
        "Boats seized near the light",
        "قوارب البحر",
    ]
    assert rows[2][1:] == ["Morning Mail · 17 June 2020 · wire copy", "1 claim"]
    css(driver, "#reader .row")[3].click()
    wait(lambda: text(driver, "#reader h2") == "Boats seized near the light", "opened")
    assert "Carried as wire copy by 1 other article." in text(driver, "#reader")
    link = driver.find_element("css selector", "#reader a")
    assert link.get_attribute("href") == "https://news.example/wire"


def test_the_list_is_of_what_is_open(page: Open) -> None:
    """With an entity open, those articles are listed that mention it."""
    driver = page("believed", "#view=reader&e=southport")
    rows = [r.text.split("\n")[0] for r in css(driver, "#reader .row")]
    assert rows == ["Three boats seized", "Boats seized near the light"]
    css(driver, "#reader .figures button")[0].click()
    wait(lambda: len(css(driver, "#reader .row")) == 5, "all are listed")


def test_wire_copy_leads_to_what_it_copies(page: Open) -> None:
    """A copy says whose copy it is, and opens it."""
    driver = page("believed", "#view=reader&a=copy")
    css(driver, "#reader .note button")[0].click()
    wait(lambda: text(driver, "#reader h2") == "Boats seized near the light", "opened")


def test_the_text_is_whole(page: Open) -> None:
    """Cut by marks or not, no letter of the article is lost, added or moved."""
    for name in ("wire", "rival", "seoul", "arabic"):
        driver = page("believed", f"#view=reader&a={name}")
        shown, told = driver.execute_script(
            "const t = document.querySelector('#reader .text').cloneNode(true);"
            "t.querySelectorAll('.tally').forEach(e => e.remove());"
            "const d = JSON.parse(document.getElementById('kg-data').textContent);"
            "return [[...t.children].map(p => p.textContent).join('\\n\\n'),"
            " d.articles.find(a => a.id === arguments[0]).text]",
            name,
        )
        assert shown == told


def test_a_mark_opens_its_claim_beside(page: Open) -> None:
    """Pressing marked words opens their claim beside the text, the sentence marked."""
    driver = page("believed", "#view=reader&a=rival")
    heading(driver, "5 claims")
    mark = next(
        m for m in css(driver, "#reader mark.trigger") if m.text == "threatened"
    )
    mark.click()
    wait(lambda: css(driver, "#panel #claim-c07.open"), "its card is beside")
    sentence = driver.find_element("css selector", "#reader mark.sentence")
    assert sentence.text == "People in the port said that Ostland threatened Westland."
    opened = {m.text for m in css(driver, "#reader mark.open")}
    assert opened == {"Ostland", "threatened", "Westland"}
    driver.back()
    heading(driver, "5 claims")
    assert css(driver, "#reader mark.sentence") == []


def test_numbers_after_sentences_count_and_open_by_keys(page: Open) -> None:
    """After each sentence stands how many claims it makes; Enter opens them."""
    driver = page("believed", "#view=reader&a=rival")
    tallies = css(driver, "#reader .tally")
    assert [t.text for t in tallies] == ["1", "3", "1"]
    assert tallies[1].get_attribute("aria-label") == "3 claims in this sentence"
    tallies[1].send_keys("\ue007")
    heading(driver, "3 claims")
    assert len(css(driver, "#panel .card")) == 3
    assert driver.switch_to.active_element.get_attribute("class") == "tally"


def _stops(driver: Any) -> list[str]:
    """What Tab leads to in the text."""
    return [e.text for e in css(driver, "#reader .text [tabindex='0']")]


def test_marks_are_one_stop_of_tab_and_arrows_lead_on(page: Open) -> None:
    """Tab leads to one mark, arrows from mark to mark, up and down by sentences."""
    driver = page("believed", "#view=reader&a=rival")
    assert _stops(driver) == ["Ostland"]
    marks = css(driver, "#reader .text mark, #reader .text .tally")
    marks[0].send_keys(RIGHT)
    at = driver.switch_to.active_element
    assert at == marks[1]
    assert at.get_attribute("role") == "button"
    assert at.get_attribute("aria-description").count("\u2192") == 2
    outline = driver.execute_script(
        "const s = getComputedStyle(arguments[0]);"
        "return [s.outlineStyle, s.outlineWidth]",
        at,
    )
    assert outline == ["solid", "2px"]
    assert _stops(driver) == [at.text]
    assert press(driver, LEFT) == marks[0]
    assert press(driver, DOWN).get_attribute("class") == "tally"
    assert press(driver, DOWN).text == "3"
    assert press(driver, UP).text == "1"
    assert press(driver, END) == marks[-1]
    assert press(driver, RIGHT) == marks[-1]
    assert press(driver, HOME) == marks[0]
    assert complaints(driver) == []


@pytest.mark.parametrize("key", [ENTER, SPACE])
def test_a_mark_opens_its_card_by_keys(page: Open, key: str) -> None:
    """Enter or the space bar on a mark opens its claim; the focus stays on the mark."""
    driver = page("believed", "#view=reader&a=rival")
    mark = next(
        m for m in css(driver, "#reader mark.trigger") if m.text == "threatened"
    )
    mark.send_keys(key)
    wait(lambda: css(driver, "#panel #claim-c07.open"), "its card is beside")
    at = driver.switch_to.active_element
    assert at.text == "threatened"
    assert at.get_attribute("aria-current") == "true"
    assert press(driver, LEFT).tag_name == "mark"


def test_tab_leads_to_the_sentence_that_is_open(page: Open) -> None:
    """An address that opens a claim makes its mark the one that Tab leads to."""
    driver = page("believed", "#view=reader&a=rival&c=c07")
    wait(lambda: css(driver, "#reader mark.sentence"), "it is open")
    assert css(driver, "#reader mark.open [tabindex='0'], #reader mark.open") != []
    (stop,) = css(driver, "#reader .text [tabindex='0']")
    assert "open" in str(stop.get_attribute("class"))


def test_in_arabic_arrows_lead_where_they_point(page: Open) -> None:
    """Where words run from the right, the left arrow leads on."""
    driver = page("believed", "#view=reader&a=arabic")
    marks = css(driver, "#reader .text mark, #reader .text .tally")
    marks[0].send_keys(LEFT)
    assert driver.switch_to.active_element == marks[1]
    assert press(driver, RIGHT) == marks[0]


TOP = """
const frame = document.getElementById("reader").getBoundingClientRect();
const top = Math.max(frame.top, 0);
const all = [...document.querySelectorAll("#reader .text > p")];
const at = all.findIndex((e) => e.getBoundingClientRect().bottom > top);
return [at, Math.round(all[at].getBoundingClientRect().top - top)];
"""
SCROLL = """
const reader = document.getElementById("reader");
const wide = getComputedStyle(reader).overflowY === "auto";
(wide ? reader : document.scrollingElement).scrollTop = arguments[0];
"""


@pytest.mark.parametrize("size", [(1280, 800), (360, 740)])
def test_who_reads_on_finds_the_place_again(page: Open, size: tuple[int, int]) -> None:
    """The place to which somebody has read is in the address, and is restored by it."""
    driver = page("lengthy", "#view=reader&a=long", size)
    heading(driver, "2,000 claims")
    driver.execute_script(SCROLL, 4321)
    wait(lambda: "at=" in driver.current_url, "the place is in the address")
    paragraph, pixels = driver.execute_script(TOP)
    assert paragraph >= 5
    address = driver.current_url
    driver = page("lengthy", address[address.index("#") :], size)
    wait(
        lambda: driver.execute_script(TOP)[0] == paragraph,
        "the same paragraph is at the top",
    )
    assert abs(driver.execute_script(TOP)[1] - pixels) <= 6
    heading(driver, "2,000 claims")
    driver.execute_script("document.getElementById('tab-table').click()")
    driver.execute_script("document.getElementById('tab-reader').click()")
    wait(lambda: driver.execute_script(TOP)[0] == paragraph, "it is kept")
    driver.execute_script(SCROLL, 0)
    wait(lambda: "at=" not in driver.current_url, "at the top there is none")


def test_more_articles_on_demand(page: Open, tmp_path: Path) -> None:
    """A hundred articles are listed at first, more on demand, also by the address."""
    articles = tuple(Article(f"a{i:03}", f"Text {i}.") for i in range(130))
    path = tmp_path / "many.html"
    html = render(KnowledgeGraph(articles, (), (), ()), load_schema())
    path.write_text(html, encoding="utf-8", newline="\n")
    driver = page(path.as_uri(), "#view=reader")
    assert len(css(driver, "#reader .row")) == 100
    more = driver.find_element("css selector", "#reader .more")
    assert more.text == "Show more of 30"
    more.send_keys(ENTER)
    wait(lambda: len(css(driver, "#reader .row")) == 130, "all are listed")
    assert driver.current_url.endswith("rows=200")
    assert not more.is_displayed()
    driver.back()
    wait(lambda: len(css(driver, "#reader .row")) == 100, "as many as before")
    driver.forward()
    wait(lambda: len(css(driver, "#reader .row")) == 130, "all again")


def test_the_reader_is_restored_at_its_sentence(page: Open) -> None:
    """An address with an article and a place opens the article there, also anew."""
    for _ in range(2):
        driver = page("lengthy", "#view=reader&a=long&at=59996-60067")
        mark = driver.find_element("css selector", "#reader mark.sentence")
        top = driver.execute_script(
            "return arguments[0].getBoundingClientRect().top", mark
        )
        assert 60 <= top <= 800
        heading(driver, "2 claims")


def test_two_thousand_claims_are_quick(page: Open) -> None:
    """100,000 characters with 2,000 claims open, and follow a click, at once."""
    driver = page("lengthy", "#view=reader")
    opened, pressed, marks = driver.execute_script(
        "const begin = performance.now();"
        "document.querySelector('#reader .row').click(); document.body.offsetHeight;"
        "const open = performance.now();"
        "document.querySelectorAll('#reader .tally')[900].click();"
        "document.body.offsetHeight;"
        "return [open - begin, performance.now() - open,"
        " document.querySelectorAll('#reader mark').length]"
    )
    assert marks >= 4000
    assert opened <= 3000
    assert pressed <= 2000
    assert complaints(driver) == []


def test_filters_choose_what_is_marked(page: Open) -> None:
    """Only what passes the filters is marked, and the rest is said to be left out."""
    driver = page("believed", "#view=reader&a=rival&st=denied")
    assert {m.text for m in css(driver, "#reader mark.trigger")} == {"seize"}
    assert "3 claims left out by the filters" in text(driver, "#reader")


def test_names_run_in_their_own_direction(page: Open) -> None:
    """Arabic runs from the right, Korean and English from the left, marks and all."""
    for name, direction in (("arabic", "rtl"), ("seoul", "ltr"), ("wire", "ltr")):
        driver = page("believed", f"#view=reader&a={name}")
        for selector in ("#reader h2", "#reader .text p"):
            found = driver.execute_script(
                "const e = document.querySelector(arguments[0]);"
                "return getComputedStyle(e).direction",
                selector,
            )
            assert found == direction
        assert len(css(driver, "#reader mark.named")) >= 2


def test_an_entity_opens_beside_the_text(page: Open) -> None:
    """Whoever is mentioned is listed; opened, it stands beside the text that stays."""
    driver = page("believed", "#view=reader&a=wire")
    assert text(driver, "#panel .rubric").startswith("Mentioned")
    chip = next(c for c in css(driver, "#panel .chip") if c.text.startswith("Anna"))
    chip.click()
    heading(driver, "Anna Berg")
    assert text(driver, "#reader h2") == "Boats seized near the light"
    css(driver, "#panel .back button")[0].click()
    heading(driver, "3 claims")


def test_on_a_narrow_page_claims_stand_in_the_text(page: Open) -> None:
    """At 360 pixels the card stands under its paragraph, and nothing sticks out."""
    driver = page("believed", "#view=reader&a=rival", size=(360, 740))
    driver.execute_script("document.querySelectorAll('#reader .tally')[2].click()")
    inset = wait(lambda: css(driver, "#reader .inset"), "the claims are there")[0]
    assert "threaten" in inset.text
    assert len(css(driver, "#claim-c07")) <= 1
    assert driver.execute_script(
        "return document.documentElement.scrollWidth <= innerWidth"
    )
    css(inset, "button")[0].click()
    wait(lambda: not css(driver, "#reader .inset"), "it is closed")


def test_in_the_panel_a_mark_opens_its_claim_in_place(page: Open) -> None:
    """In the panel of another view the card stands under its paragraph."""
    driver = page("believed", "#a=rival")
    heading(driver, "What happened at sea")
    css(driver, "#panel .tally")[2].click()
    inset = wait(lambda: css(driver, "#panel .inset"), "the claims are there")[0]
    assert "threaten" in inset.text
    full = next(b for b in css(driver, "#panel .note button") if "full" in b.text)
    full.click()
    wait(lambda: text(driver, "#reader h2") == "What happened at sea", "in the reader")


def test_an_article_that_is_not_there_is_said_so(page: Open) -> None:
    """An address of an unknown article opens no other one."""
    driver = page("believed", "#view=reader&a=nowhere")
    heading(driver, "No article of that name")
    assert text(driver, "#reader h2") == "No article of that name"


def test_hostile_articles_are_inert(page: Open) -> None:
    """Text with code in it is read as text; addresses that would run are no links."""
    driver = page("hostile", "#view=reader")
    css(driver, "#reader .row")[0].click()
    wait(lambda: css(driver, "#reader .text mark"), "the text is there")
    assert (
        css(driver, "#reader a, #reader img, #reader script, #reader svg[onload]") == []
    )
    assert "Address: javascript:alert(1)" in text(driver, "#reader")
    assert complaints(driver) == []

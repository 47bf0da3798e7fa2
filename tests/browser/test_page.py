"""The page in a real browser, opened from disk as its readers open it."""

import time

import pytest

from .driving import (
    Open,
    click_canvas,
    complaints,
    css,
    find,
    heading,
    requests,
    screen,
    text,
    wait,
)
from .graphs import EVIL

pytestmark = pytest.mark.browser

# ------------------------------------------------------------------- offline


@pytest.mark.parametrize("name", ["korea", "hostile", "wide"])
def test_opens_from_disk_without_a_request(page: Open, name: str) -> None:
    """Opened from disk and used, the page asks for itself alone, without an error."""
    driver = page(name)
    driver.execute_script("document.querySelector('#tab-table').click()")
    driver.execute_script("document.querySelector('#tab-graph').click()")
    driver.execute_script("document.querySelector('#panel .row').click()")
    time.sleep(0.3)
    urls = requests(driver)
    assert len(urls) >= 1
    assert [u for u in urls if not u.startswith(("file:", "data:", "blob:"))] == []
    assert len([u for u in urls if u.startswith("file:")]) == 1
    assert complaints(driver) == []


def test_drawing_has_the_positions_of_the_build(page: Open) -> None:
    """Two openings draw every entity at the same place, with nothing moving."""
    places = []
    for _ in range(2):
        driver = page()
        ids = driver.execute_script(
            "return JSON.parse(document.getElementById('kg-drawing').textContent)"
            ".nodes.filter(n => n.first).map(n => n.id)"
        )
        before = [screen(driver, i) for i in ids]
        time.sleep(0.4)
        assert [screen(driver, i) for i in ids] == before
        places.append(before)
    assert len(places[0]) >= 10
    assert places[0] == places[1]


# -------------------------------------------------------------------- search


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Kim Yo Jong", "Kim Yo-jong"),
        ("kimyojong", "Kim Yo-jong"),
        ("yeo jeong", "Kim Yo-jong"),
        ("KIM JONG-UN", "Kim Jong Un"),
        ("문재인", "Moon Jae-in"),
        ("gaeseong", "Kaesong"),
        ("dprk", "North Korea"),
        ("wörkers", "Workers’ Party"),
    ],
)
def test_any_alias_finds_the_entity(page: Open, typed: str, found: str) -> None:
    """Any name finds its entity, whatever its case, hyphens, spaces or accents."""
    driver = page()
    find(driver, typed)
    first = wait(lambda: css(driver, "#found li[role=option]"), "a name is found")[0]
    assert first.text.startswith(found)
    driver.switch_to.active_element.send_keys("\ue007")
    heading(driver, found)


def test_arrows_choose_and_escape_closes(page: Open) -> None:
    """Arrow keys walk through what was found; Enter opens it; Escape gives up."""
    driver = page()
    find(driver, "kim")
    wait(lambda: len(css(driver, "#found li")) >= 2, "two Kims")
    box = driver.switch_to.active_element
    box.send_keys("\ue015")
    assert box.get_attribute("aria-activedescendant") == "found-1"
    second = text(driver, "#found-1 .what")
    box.send_keys("\ue007")
    heading(driver, second)
    find(driver, "kim")
    driver.switch_to.active_element.send_keys("\ue00c")
    assert not driver.find_element("css selector", "#found").is_displayed()


def test_a_name_that_is_not_there_is_said_so(page: Open) -> None:
    """A search without result says so."""
    driver = page()
    find(driver, "zzz")
    assert text(driver, "#found") == "No name and no sentence like “zzz”"


# ------------------------------------------------------------ node and edge


def test_click_on_a_node_shows_the_sentences(page: Open) -> None:
    """One click on a node shows its claims: sentence, words marked, article, date."""
    driver = page()
    click_canvas(driver, *screen(driver, "kim-yo-jong"))
    heading(driver, "Kim Yo-jong")
    card = next(c for c in css(driver, ".card") if "→ accuse →" in c.text)
    quote = card.find_element("css selector", "blockquote")
    assert quote.text.startswith("𝔸 Kim Yo-jong, a sister of Kim Jong Un, accused")
    marks = [(m.get_attribute("class"), m.text) for m in css(quote, "mark")]
    assert marks == [
        ("does", "Kim Yo-jong"),
        ("trigger", "accused"),
        ("undergoes", "United States"),
    ]
    source = card.find_element("css selector", ".source").text
    assert "Sister’s warning, and an office gone" in source
    assert "16 June 2020" in source


def test_click_on_a_name_opens_its_entity(page: Open) -> None:
    """The name written beside a node is as good to click as the node."""
    driver = page()
    x, y = screen(driver, "kaesong")
    click_canvas(driver, x, y + 20)
    heading(driver, "Kaesong")


def test_click_on_a_line_shows_its_claims(page: Open) -> None:
    """One click on a line shows every claim that joins the two, with its sentence."""
    driver = page()
    (ax, ay), (bx, by) = (screen(driver, i) for i in ("liaison-office", "north-korea"))
    click_canvas(driver, ax + (bx - ax) * 0.4, ay + (by - ay) * 0.4)
    wait(lambda: "and" in text(driver, "#panel h2"), "a pair is open")
    assert {e.text for e in css(driver, "#panel h2 button")} == {
        "Inter-Korean Liaison Office",
        "North Korea",
    }
    quotes = [q.text for q in css(driver, ".card blockquote")]
    assert len(quotes) == 2
    assert "blew up" in quotes[0]
    assert "returned to the joint office" in quotes[1]


def test_every_line_has_a_sentence(page: Open) -> None:
    """Whatever line is opened, a sentence with a mark stands in the panel."""
    driver = page()
    lines = driver.execute_script(
        "return JSON.parse(document.getElementById('kg-drawing').textContent).edges"
    )
    assert len(lines) >= 14
    for line in lines:
        driver.execute_script(
            "location.hash = new URLSearchParams("
            "{e: arguments[0], with: arguments[1]})",
            line["from"],
            line["to"],
        )
        wait(
            lambda line=line: (
                line["to"] in driver.current_url
                and css(driver, ".card blockquote mark")
            ),
            f"a marked sentence for {line}",
        )


@pytest.mark.parametrize(
    ("address", "status", "symbol"),
    [
        ("#e=united-states&with=north-korea", "denied", "✕"),
        ("#e=donald-trump&with=kim-jong-un", "planned", "▷"),
        ("#e=kim-yo-jong", "possible", "?"),
        ("#e=kcna", "reported", "“"),
        ("#e=moon-jae-in&with=south-korea", "asserted", "✓"),
    ],
)
def test_status_is_told_in_words_and_sign(
    page: Open, address: str, status: str, symbol: str
) -> None:
    """Each status is a word and a symbol, so that no colour need be seen."""
    driver = page(address=address)
    badges = ["".join(b.text.split()) for b in css(driver, ".badge")]
    assert f"{symbol}{status}" in badges


def test_speaker_place_and_former_are_told(page: Open) -> None:
    """A card says who said it, where it was, and that an office is over."""
    driver = page(address="#e=liaison-office&with=north-korea")
    assert "in Kaesong" in text(driver, ".card .particulars")
    assert "according to Unification Ministry" in text(driver, ".card .particulars")
    driver = page(address="#e=donald-trump&with=united-states")
    assert text(driver, ".card .particulars").startswith("as president")
    assert "formerly" in text(driver, ".card .particulars")


def test_article_opens_at_the_sentence(page: Open) -> None:
    """A click on an article's name shows its text, at the sentence; Back returns."""
    driver = page(address="#e=north-korea&with=united-states")
    css(driver, ".card .article")[0].click()
    heading(driver, "Seats filled again at the joint office")
    mark = driver.find_element("css selector", "mark.sentence")
    assert mark.text == "Washington denied that it had threatened Pyongyang."
    assert "Officials of North Korea" in text(driver, "#panel .text")
    link = driver.find_element("css selector", "#panel a")
    assert link.get_attribute("href") == "https://news.example/talks"
    assert link.get_attribute("rel") == "noopener noreferrer"
    driver.back()
    wait(lambda: css(driver, ".card"), "the cards are back")


# ------------------------------------------------------------------- address


def test_address_restores_and_back_works(page: Open) -> None:
    """An address with an entity opens it; Back leads through what was open before."""
    driver = page(address="#e=moon-jae-in")
    heading(driver, "Moon Jae-in")
    css(driver, ".chip")[0].click()
    wait(lambda: "with=" in driver.current_url, "a pair is open")
    driver.back()
    heading(driver, "Moon Jae-in")
    assert driver.current_url.endswith("#e=moon-jae-in")


def test_unknown_id_is_said_so(page: Open) -> None:
    """An address of an entity that is not there does not open another one."""
    driver = page(address="#e=nobody")
    heading(driver, "No entity of that name")


# ----------------------------------------------------------- filters and table


def test_filters_narrow_and_count(page: Open) -> None:
    """A facet narrows table and panel; the others count what it leaves."""
    driver = page(address="#view=table")
    assert len(css(driver, "#table tbody tr")) == 22
    driver.execute_script("document.querySelector('input[value=denied]').click()")
    rows = css(driver, "#table tbody tr")
    assert len(rows) == 2
    assert all("denied" in row.text for row in rows)
    sanction = driver.find_element("css selector", "input[value=Sanction]")
    assert sanction.find_element("xpath", "..").text.split() == ["sanction", "1"]
    driver.execute_script("location.hash = 'e=moon-jae-in&st=denied'")
    heading(driver, "Moon Jae-in")
    assert css(driver, ".card") == []
    assert "left out by the filters" in text(driver, "#panel")
    driver.execute_script("document.getElementById('clear').click()")
    wait(lambda: len(css(driver, ".card")) == 6, "all its claims are back")


def test_table_sorts_and_opens_by_keyboard(page: Open) -> None:
    """The table holds all claims, sorts by its headers and opens a claim by Enter."""
    driver = page(address="#view=table")
    button = driver.find_element("css selector", "#sort-what")
    button.send_keys("\ue007")
    verbs = [v.text for v in css(driver, "#table .verb")]
    assert len(verbs) == 22
    assert verbs == sorted(verbs)
    header = driver.switch_to.active_element.find_element("xpath", "..")
    assert header.get_attribute("aria-sort") == "ascending"
    css(driver, "#table .verb")[0].send_keys("\ue007")
    opened = wait(lambda: css(driver, ".card.open"), "its card is open")[0]
    assert "accuse" in opened.text


@pytest.mark.parametrize("width", [1280, 1440, 1920])
def test_no_column_of_the_table_is_crowded_out(page: Open, width: int) -> None:
    """On a wide page every column has a fair width, whatever stands in the others."""
    driver = page(address="#view=table", size=(width, 800))
    columns = driver.execute_script(
        "return [...document.querySelectorAll('#table th')]"
        ".map(e => e.getBoundingClientRect().width)"
    )
    assert len(columns) == 6
    assert min(columns) >= 85
    assert max(columns) <= 3 * min(columns)


@pytest.mark.parametrize("width", [390, 800, 900, 1100, 1280, 1920])
def test_table_breaks_no_word(page: Open, width: int) -> None:
    """At any width the table's words are whole and nothing sticks out sideways."""
    driver = page(address="#view=table", size=(width, 800))
    words, broken = driver.execute_script(BROKEN)
    assert words >= 200
    assert broken == []
    assert driver.execute_script(
        "const e = document.getElementById('table');"
        "return e.scrollWidth <= e.clientWidth"
    )


BROKEN = """
const broken = [];
let words = 0;
const walk = document.createTreeWalker(
  document.querySelector("#table tbody"), NodeFilter.SHOW_TEXT);
while (walk.nextNode()) {
  const at = document.createRange();
  for (const found of walk.currentNode.textContent.matchAll(/[^\\s-]+/g)) {
    words += 1;
    at.setStart(walk.currentNode, found.index);
    at.setEnd(walk.currentNode, found.index + found[0].length);
    if (new Set([...at.getClientRects()].map((r) => Math.round(r.top))).size > 1) {
      broken.push(found[0]);
    }
  }
}
return [words, broken];
"""


@pytest.mark.parametrize(
    ("size", "least"), [((1280, 800), 8), ((1280, 657), 8), ((390, 800), 6)]
)
@pytest.mark.parametrize("name", ["korea", "wide"])
def test_best_connected_are_named(
    page: Open, name: str, size: tuple[int, int], least: int
) -> None:
    """However crowded the drawing, the best connected have their names beside them."""
    driver = page(name, size=size)
    ranked = driver.execute_script(
        "return JSON.parse(document.getElementById('kg-drawing').textContent)"
        ".nodes.sort((a, b) => a.rank - b.rank).map(n => n.id)"
    )[:least]
    assert len(ranked) == least
    named = wait(
        lambda: {n["id"]: n for n in driver.execute_script("return kg.named()")},
        "names are written",
    )
    assert [i for i in ranked if i not in named] == []
    for one in ranked:
        x, y = screen(driver, one)
        box = named[one]
        assert box["left"] - 30 <= x <= box["right"] + 30
        assert box["top"] - 30 <= y <= box["bottom"] + 30


@pytest.mark.parametrize("size", [(1280, 657), (390, 800)])
@pytest.mark.parametrize("name", ["korea", "wide"])
def test_names_do_not_cover_each_other(
    page: Open, name: str, size: tuple[int, int]
) -> None:
    """No name on the canvas is written over another."""
    driver = page(name, size=size)
    boxes = wait(lambda: driver.execute_script("return kg.named()"), "names")
    assert len(boxes) >= 6
    over = [
        (a["id"], b["id"])
        for i, a in enumerate(boxes)
        for b in boxes[:i]
        if a["left"] + 3 < b["right"] - 3 and b["left"] + 3 < a["right"] - 3
        if a["top"] < b["bottom"] and b["top"] < a["bottom"]
    ]
    assert over == []


def test_facets_say_what_they_count(page: Open) -> None:
    """Every facet says that its numbers are of claims, not of entities."""
    driver = page()
    units = [e.text for e in css(driver, ".facet legend .unit")]
    assert units == ["claims"] * 8


def test_many_entities_begin_with_the_best_connected(page: Open) -> None:
    """Of 400 entities 150 are drawn, the rest on demand, and search reaches all."""
    driver = page("wide")
    assert "The 150 best connected of 400" in text(driver, "#drawn")
    hidden = driver.execute_script(
        "return JSON.parse(document.getElementById('kg-drawing').textContent)"
        ".nodes.find(n => !n.first && n.degree > 0).id"
    )
    assert driver.execute_script("return kg.screen(arguments[0])", hidden) is None
    driver.execute_script("kg.open(arguments[0])", hidden)
    assert driver.execute_script("return kg.screen(arguments[0])", hidden)
    driver = page("wide")
    driver.find_element("css selector", "#show-all").click()
    wait(lambda: text(driver, "#drawn") == "All 400 entities.", "all are drawn")


# ------------------------------------------------------------------ ill will


def test_hostile_strings_are_inert_and_legible(page: Open) -> None:
    """Names, titles and addresses with code in them are shown and do nothing."""
    driver = page("hostile", "#e=evil")
    heading(driver, EVIL)
    assert text(driver, "h1") == EVIL
    assert css(driver, "img, svg[onload], b[onclick], iframe") == []
    assert driver.execute_script(
        "return [...document.querySelectorAll('*')].every(e =>"
        "[...e.attributes].every(a => !a.name.startsWith('on')))"
    )
    assert "Kim⟨U+202E⟩gnoj-oY" in text(driver, "#panel")
    css(driver, ".card .article")[0].click()
    heading(driver, EVIL)
    assert css(driver, "#panel a") == []
    assert "Address: javascript:alert(1)" in text(driver, "#panel")
    assert complaints(driver) == []


def test_markup_that_slipped_through_would_not_run(page: Open) -> None:
    """The policy allows the page's own scripts by hash: nothing else ever runs."""
    driver = page()
    driver.execute_script(
        "document.body.insertAdjacentHTML('beforeend',"
        '\'<img src=x onerror="window.hit=1"><iframe srcdoc="<script>parent.hit=2'
        "</script>\"></iframe>');"
        "const s = document.createElement('script'); s.textContent = 'window.hit=3';"
        "document.body.append(s)"
    )
    time.sleep(0.3)
    assert driver.execute_script("return window.hit === undefined")
    assert len(complaints(driver)) >= 2


def test_a_name_of_ten_thousand_letters_breaks_nothing(page: Open) -> None:
    """A very long name is whole in its panel, and nothing is pushed off the page."""
    driver = page("hostile", "#e=long", size=(360, 740))
    assert len(text(driver, "#panel h2")) == 10_000
    assert driver.execute_script(
        "return document.documentElement.scrollWidth"
    ) == driver.execute_script("return innerWidth")


# -------------------------------------------------------------------- layout


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 414, 768, 1024, 1280])
@pytest.mark.parametrize(
    "address", ["", "#e=north-korea", "#view=table", "#a=envoy&at=0-88"]
)
def test_no_width_scrolls_sideways(
    page: Open, width: int, scheme: str, address: str
) -> None:
    """From 360 pixels up nothing sticks out at the side."""
    driver = page(address=address, size=(width, 740), scheme=scheme)
    assert driver.execute_script("return document.documentElement.scrollWidth") <= width
    assert complaints(driver) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_has_contrast(page: Open, scheme: str) -> None:
    """Every visible text stands out from its ground by 4.5 to 1 at least."""
    driver = page(address="#e=north-korea", scheme=scheme)
    weak = driver.execute_script(CONTRAST)
    assert weak == []


CONTRAST = """
const numbers = (c) => c.match(/[\\d.]+/g).map(Number);
const light = (c) => {
  const [r, g, b] = numbers(c).slice(0, 3).map((v) => v / 255)
    .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const ground = (e) => {
  for (let at = e; at; at = at.parentElement) {
    const c = numbers(getComputedStyle(at).backgroundColor);
    if (c.length === 3 || c[3] > 0) return getComputedStyle(at).backgroundColor;
  }
  return "rgb(255, 255, 255)";
};
const weak = [];
const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walk.nextNode()) {
  const e = walk.currentNode.parentElement;
  if (!walk.currentNode.textContent.trim() || !e.checkVisibility()) continue;
  if (["SCRIPT", "NOSCRIPT", "STYLE"].includes(e.tagName)) continue;
  const colours = [getComputedStyle(e).color, ground(e)];
  const [a, b] = colours.map(light).sort((x, y) => y - x);
  const ratio = (a + 0.05) / (b + 0.05);
  if (ratio < 4.5) weak.push([e.className, walk.currentNode.textContent, ratio]);
}
return weak;
"""


@pytest.mark.parametrize("address", ["", "#e=north-korea", "#view=table"])
def test_everything_that_can_be_done_has_a_name(page: Open, address: str) -> None:
    """Each button, link and field has a name for a screen reader; ids are unique."""
    driver = page(address=address)
    nameless = driver.execute_script(
        "return [...document.querySelectorAll('button, a, input, [role=img]')]"
        ".filter(e => e.checkVisibility() && !e.textContent.trim() &&"
        " !e.getAttribute('aria-label') && !(e.labels && e.labels.length))"
        ".map(e => e.outerHTML.slice(0, 80))"
    )
    assert nameless == []
    twice = driver.execute_script(
        "const ids = [...document.querySelectorAll('[id]')].map(e => e.id);"
        "return ids.filter((id, i) => ids.indexOf(id) !== i)"
    )
    assert twice == []

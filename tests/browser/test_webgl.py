"""Large drawings in a real browser: by WebGL where there is any, else by vis."""

from collections.abc import Iterator
from typing import Any

import pytest

from .driving import (
    Open,
    click_canvas,
    complaints,
    css,
    heading,
    requests,
    screen,
    text,
    wait,
)

pytestmark = pytest.mark.browser

NO_WEBGL = """
const plain = HTMLCanvasElement.prototype.getContext;
HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
  return /webgl/i.test(kind) ? null : plain.call(this, kind, ...rest);
};
"""
# How many pixels of a picture of the page, near a point, are of about this colour.
COUNT = """
const [png, x, y, half, wanted, done] = arguments;
const image = new Image();
image.onload = () => {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.width, image.height];
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(x - half, y - half, 2 * half, 2 * half);
  let n = 0;
  for (let i = 0; i < data.length; i += 4) {
    if (wanted.every((value, j) => Math.abs(value - data[i + j]) < 12)) n += 1;
  }
  done(n);
};
image.src = "data:image/png;base64," + png;
"""

# The middle of a line of one, where it is in view and no name and no dot is near it.
LINE = """
const size = document.getElementById("canvas").getBoundingClientRect();
const boxes = kg.named();
const a = kg.screen(arguments[0]);
const dots = arguments[1].map((id) => kg.screen(id)).filter((dot) => dot);
const free = ({ x, y }) => Math.min(x, y, size.width - x, size.height - y) > 5 &&
  !boxes.some((b) => b.left < x && x < b.right && b.top < y && y < b.bottom) &&
  !dots.some((dot) => Math.hypot(dot.x - x, dot.y - y) < 25);
for (const id of kg.near(arguments[0])) {
  const b = kg.screen(id);
  const at = b && { x: a.x + (b.x - a.x) * 0.5, y: a.y + (b.y - a.y) * 0.5 };
  if (at && Math.hypot(a.x - b.x, a.y - b.y) > 60 && free(at)) return at;
}
return null;
"""


def _drawn_by(driver: Any) -> str:
    shown = [e for e in css(driver, ".stage") if e.is_displayed()]
    assert len(shown) == 1
    return str(shown[0].get_attribute("data-renderer"))


def _ready(driver: Any) -> None:
    wait(lambda: driver.execute_script("return kg.named().length"), "names are written")


@pytest.fixture
def without_webgl(chromium: Any) -> Iterator[None]:
    """A browser that has no WebGL, as where a person or a driver has it turned off."""
    script = "Page.addScriptToEvaluateOnNewDocument"
    added = chromium.execute_cdp_cmd(script, {"source": NO_WEBGL})
    yield
    chromium.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", added)


def test_first_screens_are_drawn_by_vis(page: Open) -> None:
    """The first screen of a large graph is small, and is drawn as small graphs are."""
    driver = page("packed")
    _ready(driver)
    assert _drawn_by(driver) == "vis"


def test_all_of_a_large_graph_are_drawn_by_webgl(page: Open) -> None:
    """More than 800 entities are drawn by WebGL, with names and without an error."""
    driver = page("packed", "#all=1")
    _ready(driver)
    assert _drawn_by(driver) == "webgl"
    assert text(driver, "#drawn") == "All 3,000 entities."
    assert len(driver.execute_script("return kg.named()")) >= 12
    assert [u for u in requests(driver) if not u.startswith(("file:", "data:"))] == []
    assert complaints(driver) == []
    driver.find_element("css selector", "#show-all").click()
    wait(lambda: _drawn_by(driver) == "vis", "the first screen is back")


@pytest.mark.usefixtures("without_webgl")
def test_without_webgl_vis_draws_all(page: Open) -> None:
    """Where the browser has no WebGL, vis-network draws large graphs too."""
    driver = page("packed", "#all=1")
    _ready(driver)
    assert _drawn_by(driver) == "vis"
    assert text(driver, "#drawn") == "All 3,000 entities."
    assert driver.execute_script("return kg.screen('n00000')")
    assert complaints(driver) == []


def test_webgl_paints_classes_in_their_colours(page: Open) -> None:
    """An entity in view is painted in the colour of its class, where it stands."""
    driver = page("packed", "#all=1&e=n00001")
    _ready(driver)
    driver.find_element("css selector", "#zoom-in").click()
    driver.set_script_timeout(10)
    left, top = driver.execute_script(
        "const r = document.getElementById('canvas').getBoundingClientRect();"
        "return [r.left, r.top]"
    )

    def painted() -> bool:
        x, y = screen(driver, "n00001")
        png = driver.get_screenshot_as_base64()
        country = [0xAD, 0x77, 0x22]
        at = (round(left + x), round(top + y), 12, country)
        return bool(driver.execute_async_script(COUNT, png, *at) > 20)

    wait(painted, "a dot is painted")


def test_clicks_on_webgl_open_entities_and_lines(page: Open) -> None:
    """A click on a dot opens its entity; one on a line, what joins the two."""
    driver = page("packed", "#all=1&e=n00002")
    _ready(driver)
    click_canvas(driver, 4, 4)
    heading(driver, "Who is in the news")
    click_canvas(driver, *screen(driver, "n00002"))
    heading(driver, "Name 2")
    screen(driver, "n00002")
    everyone = [f"n{i:05}" for i in range(3000)]
    ends = wait(
        lambda: driver.execute_script(LINE, "n00002", everyone), "a line in view"
    )
    x, y = ends["x"], ends["y"]
    click_canvas(driver, x, y)
    wait(lambda: "with=" in driver.current_url, "a pair is open")


def test_two_quick_clicks_apart_are_two_clicks(page: Open) -> None:
    """Who clicks fast means what was clicked last, not a double click."""
    from selenium.webdriver import ActionChains

    driver = page("packed", "#all=1&e=n00002")
    _ready(driver)
    canvas = driver.find_element("css selector", "#canvas")
    x, y = screen(driver, "n00002")
    corner = 4 - canvas.size["width"] / 2, 4 - canvas.size["height"] / 2
    swift = ActionChains(driver, duration=0)
    for dx, dy in (corner, (x + corner[0] - 4, y + corner[1] - 4)):
        swift.move_to_element_with_offset(canvas, round(dx), round(dy)).click()
    swift.perform()
    heading(driver, "Name 2")


def test_zooming_webgl_keeps_the_middle(page: Open) -> None:
    """A step of the zoom draws all apart by three tenths, seen from the middle."""
    driver = page("packed", "#all=1")
    _ready(driver)
    canvas = driver.find_element("css selector", "#canvas").size
    middle = canvas["width"] / 2, canvas["height"] / 2
    before = screen(driver, "n00005")
    driver.find_element("css selector", "#zoom-in").click()
    after = screen(driver, "n00005")
    for now, then, centre in zip(after, before, middle, strict=True):
        assert now - centre == pytest.approx(1.3 * (then - centre), abs=1.5)


def test_a_lost_graphics_card_leaves_a_drawing(page: Open) -> None:
    """When WebGL is taken away while it draws, vis-network draws the same again."""
    driver = page("packed", "#all=1")
    _ready(driver)
    driver.execute_script(
        "document.querySelector('[data-renderer=webgl] canvas').getContext('webgl2')"
        ".getExtension('WEBGL_lose_context').loseContext()"
    )
    wait(lambda: _drawn_by(driver) == "vis", "vis-network draws")
    assert driver.execute_script("return kg.screen('n00000')")

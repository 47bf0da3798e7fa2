"""Pages in headless Chromium: when one is ready, how long a frame of dragging takes.

A page of kg says itself when it is ready (`data-ready` of its root, in milliseconds
since it began to load); one of pyvis is ready when vis-network's physics has come to
rest, which is when it shows the drawing, and without physics when it has drawn once.
Nothing is reached over the network.
"""

import shutil
import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_CHROMIUM = (
    "--headless=new",
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--window-size=1280,800",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    # WebGL without a graphics card
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
)
_MADE = "network = new vis.Network(container, data, options);"
_SAYS_READY = """
const still = options.physics && options.physics.enabled === false;
network.once(still ? "afterDrawing" : "stabilizationIterationsDone", () =>
  requestAnimationFrame(() => setTimeout(() => {
    document.documentElement.dataset.ready = performance.now();
  })));
"""
_CANVAS = """
const found = [...document.querySelectorAll("canvas")]
  .map((canvas) => canvas.getBoundingClientRect())
  .sort((a, b) => b.width * b.height - a.width * a.height)[0];
return found ? [found.left, found.top, found.width, found.height] : null;
"""
_RECORD = """
window.kgFrames = [];
window.addEventListener("mousemove", () => {
  const begun = performance.now();
  requestAnimationFrame(() => setTimeout(() =>
    window.kgFrames.push(performance.now() - begun)));
}, true);
"""
_MOVES = 24


@dataclass(frozen=True)
class Opened:
    """Seconds until a page was ready, milliseconds of a median frame; None if never."""

    ready: float | None
    frame: float | None


def opened(page: Path, limit: float) -> Opened:
    """Open a page and drag it.

    Args:
        page: an HTML file, of kg or of pyvis, which is made to say when it is ready.
        limit: seconds after which it is given up.
    """
    from selenium.common.exceptions import WebDriverException
    from urllib3.exceptions import HTTPError

    html = page.read_text(encoding="utf-8")
    if _MADE in html:
        told = html.replace(_MADE, f"{_MADE}\n{_SAYS_READY}", 1)
        page.write_text(told, encoding="utf-8", newline="\n")
    with _chromium(limit) as driver:
        ready = None
        try:
            driver.get(page.as_uri())
            ready = _ready(driver, limit)
            return Opened(ready, _frame(driver) if ready is not None else None)
        except (WebDriverException, HTTPError):
            return Opened(ready, None)


@contextmanager
def _chromium(limit: float) -> Iterator[Any]:
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or "google-chrome"
    options.page_load_strategy = "none"
    for argument in _CHROMIUM:
        options.add_argument(argument)
    driver = webdriver.Chrome(
        options=options, service=Service(shutil.which("chromedriver"))
    )
    executor: Any = driver.command_executor
    executor.client_config.timeout = int(limit) + 30
    try:
        yield driver
    finally:
        driver.quit()


def _ready(driver: Any, limit: float) -> float | None:
    """Seconds by the page's own clock; None when it takes longer than the limit."""
    ending = time.monotonic() + limit
    while time.monotonic() < ending:
        driver.set_script_timeout(max(1.0, ending - time.monotonic()))
        said = driver.execute_script("return document.documentElement.dataset.ready")
        if said:
            return float(said) / 1000
        time.sleep(0.05)
    return None


def _frame(driver: Any) -> float | None:
    """The median time from a move of the mouse to the end of the frame it leads to."""
    place = driver.execute_script(_CANVAS)
    if place is None:
        return None
    left, top, width, height = place
    x, y = left + 0.04 * width, top + 0.93 * height
    driver.execute_script(_RECORD)
    _mouse(driver, "mouseMoved", x, y)
    _mouse(driver, "mousePressed", x, y)
    for move in range(_MOVES):
        _mouse(driver, "mouseMoved", x + 8 * move, y - 5 * move)
    _mouse(driver, "mouseReleased", x + 8 * _MOVES, y - 5 * _MOVES)
    time.sleep(0.3)
    frames = driver.execute_script("return window.kgFrames")
    return statistics.median(frames) if frames else None


def _mouse(driver: Any, what: str, x: float, y: float) -> None:
    held = what != "mouseReleased"
    driver.execute_cdp_cmd(
        "Input.dispatchMouseEvent",
        {"type": what, "x": x, "y": y, "button": "left", "buttons": int(held),
         "clickCount": 1},
    )  # fmt: skip

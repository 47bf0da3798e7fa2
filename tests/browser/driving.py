"""What a person does with the page, and what can be seen of it."""

import json
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest

Open = Callable[..., Any]


def css(driver: Any, selector: str) -> list[Any]:
    """All elements that fit a selector."""
    return list(driver.find_elements("css selector", selector))


def text(driver: Any, selector: str) -> str:
    """The visible text of the first element that fits."""
    return str(driver.find_element("css selector", selector).text)


def wait(done: Callable[[], Any], what: str) -> Any:
    """What `done` gives, as soon as it gives anything; at most ten seconds.

    An element that the page has just replaced is looked for again.
    """
    from selenium.common.exceptions import (
        NoSuchElementException,
        StaleElementReferenceException,
    )

    end = time.monotonic() + 10
    while time.monotonic() < end:
        with suppress(NoSuchElementException, StaleElementReferenceException):
            if found := done():
                return found
        time.sleep(0.05)
    pytest.fail(f"after ten seconds still not: {what}")


def heading(driver: Any, wanted: str) -> None:
    """Wait until the panel is about that."""
    wait(lambda: text(driver, "#panel h2") == wanted, f"the panel shows {wanted}")


def click(driver: Any, selector: str) -> None:
    """Click the first element that fits, as soon as it is there."""

    def clicked() -> bool:
        driver.find_element("css selector", selector).click()
        return True

    wait(clicked, f"there is something to click: {selector}")


def find(driver: Any, words: str) -> None:
    """Type into the search box, which `/` gives the focus."""
    driver.find_element("css selector", "body").send_keys("/")
    driver.switch_to.active_element.send_keys(words)


def click_canvas(driver: Any, x: float, y: float) -> None:
    """Click at pixels from the canvas's left upper corner."""
    from selenium.webdriver import ActionChains

    canvas = driver.find_element("css selector", "#canvas")
    size = canvas.size
    dx, dy = x - size["width"] / 2, y - size["height"] / 2
    ActionChains(driver).move_to_element_with_offset(
        canvas, round(dx), round(dy)
    ).click().perform()


def screen(driver: Any, entity: str) -> tuple[float, float]:
    """Where an entity is drawn, in pixels from the same corner, once all is at rest.

    At rest is what stands still for half a second: a slow machine draws few frames.
    """
    ask = "return kg.screen(arguments[0])"
    seen: list[Any] = []

    def rests() -> Any:
        time.sleep(0.1)
        seen.append(driver.execute_script(ask, entity))
        still = len(seen) > 5 and all(one == seen[-1] for one in seen[-6:])
        return seen[-1] if still else None

    at = wait(rests, f"{entity} is drawn and at rest")
    return at["x"], at["y"]


def requests(driver: Any) -> list[str]:
    """Every address that was asked for since the page was opened."""
    messages = [json.loads(e["message"]) for e in driver.get_log("performance")]
    return [
        m["message"]["params"]["request"]["url"]
        for m in messages
        if m["message"]["method"] == "Network.requestWillBeSent"
    ]


def live(driver: Any) -> str:
    """What the live region says, which a screen reader would read out."""
    return str(
        driver.execute_script("return document.getElementById('live').textContent")
    )


def press(driver: Any, *keys: str) -> Any:
    """Press keys where the focus is; returns what has it afterwards."""
    for key in keys:
        driver.switch_to.active_element.send_keys(key)
    return driver.switch_to.active_element


def complaints(driver: Any) -> list[str]:
    """Errors and warnings of the console since the page was opened."""
    return [e["message"] for e in driver.get_log("browser") if e["level"] != "INFO"]

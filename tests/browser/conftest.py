"""A headless Chromium for the tests of the page.

Without Chromium and its driver these tests are skipped, with a line that says so;
with KG_REQUIRE_BROWSER=1 (as in CI) they fail instead.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.schema import load_schema
from kg.view import render
from kg.view.style import WEB

from .believed import believed, lengthy
from .driving import Open
from .graphs import EVIL, hostile, korea, undated, wide


def _unavailable(reason: str) -> None:
    """Fail where a browser is promised, else skip with the reason."""
    if os.environ.get("KG_REQUIRE_BROWSER") == "1":
        pytest.fail(f"KG_REQUIRE_BROWSER=1, but {reason}")
    pytest.skip(f"NOT TESTED: {reason}; the viewer is unproven in this run")


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The pages under test, by name, as file: addresses."""
    folder = tmp_path_factory.mktemp("pages")
    schema = load_schema()
    wide_page = render(wide(3000), schema)
    packed = 'data-packed="gzip">'
    assert packed in wide_page
    made = {
        "korea": render(korea(), schema, title="Two Koreas"),
        "hostile": render(hostile(), schema, title=EVIL),
        "undated": render(undated(), schema),
        "wide": render(wide(400), schema),
        "believed": render(believed(), schema),
        "lengthy": render(lengthy(), schema),
        "packed": wide_page,
        "broken": wide_page.replace(packed, packed + "AAAA", 1),
    }
    for name, html in made.items():
        path: Path = folder / f"{name}.html"
        path.write_text(html, encoding="utf-8", newline="\n")
    return {name: (folder / f"{name}.html").as_uri() for name in made}


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of the samples as `kg demo` builds it, as a file: address."""
    folder = tmp_path_factory.mktemp("demo")
    command = [sys.executable, "-m", "kg", "demo", "-o", str(folder), "--quiet"]
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=240, check=False
    )
    assert done.returncode == 0, done.stderr
    return (folder / "graph.html").as_uri()


@pytest.fixture(scope="session")
def axe() -> str:
    """axe-core as npm installed it for the viewer, to be run within a page."""
    path = WEB / "node_modules" / "axe-core" / "axe.min.js"
    if not path.is_file():
        _unavailable("axe-core is not installed (scripts/viewer check installs it)")
    return path.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """One Chromium for all tests; it can reach no host by name."""
    try:
        from selenium import webdriver
        from selenium.webdriver.chrome.service import Service
    except ModuleNotFoundError:
        _unavailable("selenium is not installed (pip install newskg[test])")
    binary = shutil.which("chromium") or shutil.which("google-chrome")
    driver_path = shutil.which("chromedriver")
    if not binary or not driver_path:
        _unavailable("chromium or chromedriver was not found on the PATH")
    options = webdriver.ChromeOptions()
    options.binary_location = str(binary)
    for argument in (
        "--headless=new",
        "--no-sandbox",
        # WebGL without a graphics card
        "--use-angle=swiftshader",
        "--enable-unsafe-swiftshader",
        "--disable-dev-shm-usage",
        "--host-resolver-rules=MAP * ~NOTFOUND",
    ):
        options.add_argument(argument)
    options.set_capability(
        "goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"}
    )
    driver = webdriver.Chrome(options=options, service=Service(driver_path))
    yield driver
    driver.quit()


@pytest.fixture
def page(chromium: Any, pages: dict[str, str]) -> Open:
    """Open a page by name, or by address, at a size; returns the driver."""

    def open_page(
        name: str = "korea",
        address: str = "",
        size: tuple[int, int] = (1280, 800),
        scheme: str = "light",
        motion: str = "no-preference",
    ) -> Any:
        chromium.get("about:blank")
        for log in ("browser", "performance"):
            chromium.get_log(log)
        metrics = {"width": size[0], "height": size[1], "deviceScaleFactor": 1}
        chromium.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride", {**metrics, "mobile": size[0] < 500}
        )
        chromium.execute_cdp_cmd(
            "Emulation.setEmulatedMedia",
            {
                "features": [
                    {"name": "prefers-color-scheme", "value": scheme},
                    {"name": "prefers-reduced-motion", "value": motion},
                ]
            },
        )
        chromium.get(pages.get(name, name) + address)
        return chromium

    return open_page

"""axe-core finds nothing to complain of, wide and narrow, light and dark."""

from typing import Any

import pytest

from .driving import Open, css, find, heading, press, wait

pytestmark = [pytest.mark.browser, pytest.mark.model]

SIZES = [(1280, 800), (360, 740)]
SCHEMES = ["light", "dark"]


def _violations(driver: Any, axe: str) -> list[str]:
    """Each violation with the element that it is of."""
    driver.execute_script(axe)
    found = driver.execute_async_script(
        "const done = arguments[0]; axe.run(document, {resultTypes: ['violations']})"
        ".then((r) => done(r.violations.map((v) => v.id + ': ' + v.help + ' '"
        " + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(' | '))),"
        " (e) => done(['axe itself failed: ' + e]))"
    )
    return list(found)


def _things(driver: Any) -> dict[str, str]:
    """Addresses in the samples of an entity, a claim and an article."""
    return dict(
        driver.execute_script(
            "const data = JSON.parse(document.getElementById('kg-data').textContent);"
            "const claim = data.claims.find((c) => c.trigger && c.pairs.length);"
            "const [from, to] = claim.pairs[0];"
            "const at = claim.evidence[0].join('-');"
            "return {entity: 'e=kim-yo-jong',"
            " claim: `e=${from}&with=${to}&c=${claim.id}`,"
            " article: `a=${data.articles[claim.article].id}&at=${at}`}"
        )
    )


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("what", ["nothing", "entity", "claim", "article"])
def test_no_view_of_the_samples_violates_anything(
    page: Open, demo: str, axe: str, size: tuple[int, int], scheme: str, what: str
) -> None:
    """In every view, with anything open, axe-core finds no violation."""
    driver = page(demo, "", size, scheme)
    thing = _things(driver).get(what, "")
    assert bool(thing) == (what != "nothing")
    views = [
        tab.get_attribute("aria-controls") for tab in css(driver, "#tabs [role=tab]")
    ]
    assert len(views) >= 2
    found = {}
    for view in views:
        page(demo, f"#view={view}&{thing}", size, scheme)
        if bad := _violations(driver, axe):
            found[view] = bad
    assert found == {}


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("size", SIZES)
def test_no_control_violates_anything(
    page: Open, demo: str, axe: str, size: tuple[int, int], scheme: str
) -> None:
    """Nor with filters on, the search open, nothing found, or the keys shown."""
    address = "#st=denied,planned&from=2018-06&until=2020&cls=Person&conf=0.5"
    driver = page(demo, address, size, scheme)
    driver.execute_script("document.getElementById('filters').open = true")
    found = {"filters": _violations(driver, axe)}
    find(driver, "kim")
    wait(lambda: css(driver, "#found [role=option]"), "something is found")
    found["search"] = _violations(driver, axe)
    press(driver, "zzzzzzzz")
    found["nothing found"] = _violations(driver, axe)
    press(driver, "\ue00c")
    driver.find_element("css selector", "#help").click()
    found["keys"] = _violations(driver, axe)
    assert {name: bad for name, bad in found.items() if bad} == {}


@pytest.mark.parametrize("size", SIZES)
def test_no_choice_in_a_view_violates_anything(
    page: Open, demo: str, axe: str, size: tuple[int, int]
) -> None:
    """Nor does a view that shows the same in another way."""
    addresses = [
        "view=timeline&list=1&lanes=24&stack=kind",
        "view=table&sort=-who",
        "view=dyads&actors=32",
        "e=kim-yo-jong&see=40,20,2.5",
    ]
    found = {}
    for address in addresses:
        driver = page(demo, f"#{address}", size)
        assert address in driver.current_url
        if bad := _violations(driver, axe):
            found[address] = bad
    assert found == {}


@pytest.mark.parametrize("name", ["korea", "hostile", "wide"])
def test_no_made_graph_violates_anything(page: Open, axe: str, name: str) -> None:
    """Nor do hostile names, or more entities than are drawn."""
    driver = page(name)
    heading(driver, "Who is in the news")
    assert _violations(driver, axe) == []

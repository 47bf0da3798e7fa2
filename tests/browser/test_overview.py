"""The first screen's panel: one sentence, where to begin, who is told of most."""

import pytest

from .driving import Open, css, heading, text, wait

pytestmark = pytest.mark.browser


def test_one_sentence_tells_what_there_is(page: Open) -> None:
    """The summary says how much is told, of whom, and from when to when."""
    driver = page("believed")
    assert text(driver, "#panel .lead") == (
        "5 articles from 16 June 2020 to 19 June 2020 make 11 claims about 7 entities. "
        "Of them 3 are reported, 1 planned, 1 possible and 2 denied."
    )
    driver = page("believed", "#st=denied")
    assert "The filters leave 2 claims" in text(driver, "#panel .lead")


def test_three_starts_with_their_reasons(page: Open) -> None:
    """Three starting points say why, and each opens what it names."""
    driver = page("believed")
    told = [" ".join(start.text.split()) for start in css(driver, ".start")]
    assert told == [
        "Ostland → assault → Westland “reported "
        "Most disputed: reports disagree about the number and the day.",
        "Ostland and Westland Most told of any two: 4 claims in 3 articles.",
        "Ostland → assault ✕denied The newest denial, 18 June 2020.",
    ]
    css(driver, ".start")[0].click()
    wait(lambda: css(driver, "#claim-c00.open .dispute"), "the dispute is open")
    driver.back()
    heading(driver, "Who is in the news")
    css(driver, ".start")[1].click()
    heading(driver, "Ostland and Westland")


def test_who_is_told_of_most_comes_first(page: Open) -> None:
    """Names are listed by their claims that pass, the most first."""
    driver = page("believed")
    rows = [r.text.split("\n") for r in css(driver, "#panel .row")]
    assert rows[0][0] == "Ostland"
    numbers = [int(r[-1].split()[0]) for r in rows]
    assert numbers == sorted(numbers, reverse=True)
    css(driver, "#panel .row")[0].click()
    heading(driver, "Ostland")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1280, 800), (360, 740)])
def test_nothing_sticks_out(page: Open, size: tuple[int, int], scheme: str) -> None:
    """At 1280 and 360 pixels, light and dark, the panel is no wider than its place."""
    for address in ("", "#e=anna-berg", "#c=c00", "#a=wire", "#view=reader&a=wire"):
        driver = page("believed", address, size=size, scheme=scheme)
        assert driver.execute_script(
            "const p = document.getElementById('panel');"
            "return p.scrollWidth <= p.clientWidth"
            " && document.documentElement.scrollWidth <= innerWidth"
        ), address

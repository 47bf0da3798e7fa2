"""The panels of one entity and of two: who is who, and what is said, in groups."""

import itertools

import pytest

from .driving import Open, click, complaints, css, heading, text, wait

pytestmark = pytest.mark.browser


def test_names_are_told_where_they_are_from(page: Open) -> None:
    """Aliases have their counts, offices their dates and the claim behind."""
    driver = page("believed", "#e=anna-berg")
    rows = {
        row.find_element("css selector", "dt").text: row.find_element(
            "css selector", "dd"
        )
        for row in css(driver, ".facts > div")
    }
    assert "Berg 1×" in rows["Named in text"].text
    assert "안나 베르크 1×" in rows["Named in text"].text
    assert rows["Offices"].text == "minister, Westland, 2017 to 2021 why"
    css(rows["Offices"], ".why")[0].click()
    wait(lambda: css(driver, "#claim-c03.open"), "the claim behind the office is open")


def test_a_name_leads_to_where_it_is_read(page: Open) -> None:
    """The name itself is counted too, and each that is read opens its article there."""
    driver = page("believed", "#e=anna-berg")
    names = css(driver, ".facts > div:first-child button")
    assert "Anna Berg" in [name.text for name in names]
    next(name for name in names if name.text == "Berg").click()
    wait(lambda: css(driver, "#panel .text mark.sentence"), "the sentence is marked")
    assert "Berg" in text(driver, "#panel .text mark.sentence")


def test_a_word_pressed_in_an_article_keeps_the_way_back(page: Open) -> None:
    """Who reads an article from an entity comes back to it, whatever was pressed."""
    driver = page("korea", "#e=kim-yo-jong")
    click(driver, ".card .article")
    wait(lambda: css(driver, "#panel .text mark.trigger"), "the article is open")
    click(driver, "#panel .text mark.trigger")
    wait(lambda: css(driver, "#panel .inset"), "the claims of the sentence are told")
    click(driver, "#panel .back button")
    heading(driver, "Kim Yo-jong")


def test_two_that_no_claim_joins_are_joined_through_others(page: Open) -> None:
    """Shortest paths are told step by step; a step opens the claims of its two."""
    driver = page("korea", "#e=kim-yo-jong&with=kaesong")
    assert "No claim joins the two themselves" in text(driver, "#panel")
    steps = css(driver, ".routes > li:first-child .start")
    assert len(steps) >= 2
    steps[0].click()
    wait(lambda: css(driver, "#panel .card"), "the claims of the step are told")
    assert "kim-yo-jong" in driver.current_url
    assert complaints(driver) == []


def test_only_addresses_of_the_web_are_links(page: Open) -> None:
    """Identifiers are links where they are http or https, else inert text."""
    driver = page("believed", "#e=anna-berg")
    links = [a.get_attribute("href") for a in css(driver, "#panel a")]
    assert links == ["http://www.wikidata.org/entity/Q42"]
    assert "wikidata.org Q42" in text(driver, ".facts")
    assert "javascript:alert(3)" in text(driver, ".facts")
    assert complaints(driver) == []


def test_merges_are_explained_and_doubts_told_apart(page: Open) -> None:
    """Why names are one, and what is doubted, is folded away, for and against."""
    driver = page("believed", "#e=anna-berg")
    folds = css(driver, ".identity .folded")
    assert [f.find_element("css selector", "summary").text for f in folds] == [
        "Why these names are one 2",
        "Doubtful, left apart 1",
    ]
    assert css(folds[0], "li") == []
    for fold in folds:
        fold.find_element("css selector", "summary").click()
    wait(lambda: css(folds[1], "li"), "the reasons are told")
    reasons = [row.text.split("\n") for row in css(folds[0], ".merges > li")]
    assert len(reasons) == 2
    against = ["for: same name; same country", "against: different office"]
    assert [*against, "2 articles"] in [row[1:] for row in reasons]
    assert "against: different classes" in folds[1].text
    css(folds[0], ".merges summary")[0].click()
    wait(lambda: css(folds[0], ".merges .plainlist button"), "the articles are named")
    css(folds[0], ".merges .plainlist button")[0].click()
    wait(lambda: "&a=" in driver.current_url, "the article is open")


def test_claims_are_grouped_and_counted(page: Open) -> None:
    """The claims of an entity stand in groups, whose counts add up to all of them."""
    driver = page("korea", "#e=kim-jong-un")
    rubrics = [r.text for r in css(driver, "#panel .rubric")]
    assert rubrics[0].startswith("Together with")
    groups = [r.split() for r in rubrics[1:]]
    assert [g[0] for g in groups] == ["Relation", "Cooperation"]
    assert sum(int(g[-1]) for g in groups) == len(css(driver, ".card"))
    shares = [b.text for b in css(driver, ".shares b")]
    assert shares == [g[-1] for g in groups]


def test_headings_are_in_order(page: Open) -> None:
    """No heading of the page is more than one step below the one before it."""
    for address in (
        "",
        "#e=anna-berg",
        "#c=c00",
        "#a=wire",
        "#view=reader&a=wire&c=c00",
    ):
        driver = page("believed", address)
        levels = driver.execute_script(
            "return [...document.querySelectorAll('h1, h2, h3, h4, h5')]"
            ".filter(e => e.checkVisibility()).map(e => Number(e.tagName[1]))"
        )
        assert levels[0] == 1
        steps = [b - a for a, b in itertools.pairwise(levels)]
        assert max(steps) == 1, address


def test_two_are_told_by_direction(page: Open) -> None:
    """What joins two stands under which way it runs, counted by family."""
    driver = page("believed", "#e=westland&with=ostland")
    rubrics = [r.text.split("\n")[0] for r in css(driver, "#panel .rubric")]
    assert rubrics[0].startswith("Ostland to Westland")
    assert len(rubrics) == 1
    assert "4" in text(driver, ".shares")
    driver = page("korea", "#e=kim-jong-un&with=moon-jae-in")
    rubrics = [r.text for r in css(driver, "#panel .rubric")]
    assert [r.split("\n")[0].strip() for r in rubrics][-1].startswith("Between them")
    assert rubrics[0].startswith("Kim Jong Un to Moon Jae-in")


def test_neighbours_lead_to_pairs(page: Open) -> None:
    """Those it is joined with are listed with how many claims join them."""
    driver = page("believed", "#e=ostland")
    chips = [c.text.split("\n") for c in css(driver, ".chip")]
    assert [chip[0] for chip in chips] == ["Westland", "Anna Berg"]
    css(driver, ".chip")[0].click()
    heading(driver, "Ostland and Westland")


def test_long_names_and_hostile_reasons_stay_inside(page: Open) -> None:
    """A name of ten thousand letters does not push the panel wider than the page."""
    for size in ((1280, 800), (360, 740)):
        driver = page("hostile", "#e=long", size=size)
        assert driver.execute_script(
            "const p = document.getElementById('panel');"
            "return p.scrollWidth <= p.clientWidth"
            " && document.documentElement.scrollWidth <= innerWidth"
        )

"""Every kind of page, looked at by axe: no barrier in any language, in light and dark, on a phone and a desk."""

import pytest
from axe_playwright_python.sync_playwright import Axe

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
MERLE, CANADA = "plans/merle-2024-2027/", "plans/canada-mexico-2025-2028/"
PAGES = [
    "", "method/", "nowhere/", "account/sign-in/", CANADA, f"{CANADA}commitments/SEC-01/", f"{CANADA}projects/",
    *(
        f"{MERLE}{page}"
        for page in (
            "", "commitments/", "commitments/?view=list&schedule=overdue", "commitments/W01/", "commitments/W06/",
            "changed/?since=2026-04-01", "happenings/", "timeline/", "meetings/", "money/", "indicators/", "projects/",
            "disagreements/", "findings/", "searches/", "context/", "documents/", "documents/joint-2024-fr/",
            "documents/joint-2024-en/versions/", "documents/joint-2025-es/changes/", "briefs/", "briefs/annual/",
            "ledger/", "ledger/250/", "?as-at=2025-12-31",
        )
    ),
]  # fmt: skip
WORK = ["work/", "work/report/W06/", "work/spreadsheet/", "commitments/W06/"]
# Two looks that have nothing in common; the whole table of twelve is for a soak.
LOOKS = [("en", "light", 1280), ("fr", "dark", 390)]
OTHER_LOOKS = [
    (language, scheme, width)
    for language in ("en", "fr", "es")
    for scheme in ("light", "dark")
    for width in (390, 1280)
    if (language, scheme, width) not in LOOKS
]


def look(browser, scheme, width):
    return browser.new_context(viewport={"width": width, "height": 844}, color_scheme=scheme)


def barriers(page, address):
    page.goto(address)
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    too_wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    told = [f"{address} {one['id']}: {one['nodes'][0]['html'][:160]}" for one in found]
    return [*told, *([f"{address} is wider than the screen"] if too_wide else [])]


def public(address, browser, language, scheme, width):
    context = look(browser, scheme, width)
    page = context.new_page()
    found = [one for path in PAGES for one in barriers(page, f"{address}/{language}/{path}")]
    context.close()
    return found


@pytest.mark.parametrize(("language", "scheme", "width"), LOOKS)
def test_no_page_has_a_barrier(address, browser, language, scheme, width):
    assert public(address, browser, language, scheme, width) == []


@pytest.mark.soak
@pytest.mark.parametrize(("language", "scheme", "width"), OTHER_LOOKS)
def test_no_page_has_a_barrier_however_it_is_looked_at(address, browser, language, scheme, width):
    assert public(address, browser, language, scheme, width) == []


@pytest.mark.parametrize(("language", "scheme", "width"), LOOKS)
def test_no_page_of_those_who_work_with_a_register_has_a_barrier(address, browser, language, scheme, width):
    context = look(browser, scheme, width)
    page = context.new_page()
    page.goto(f"{address}/{language}/account/sign-in/?next=/{language}/{MERLE}work/")
    with page.expect_navigation():
        page.locator("form.choices button", has_text="Norland").nth(1).click()
    found = [one for path in WORK for one in barriers(page, f"{address}/{language}/{MERLE}{path}")]
    context.close()
    assert found == []

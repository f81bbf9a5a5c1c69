"""Every kind of page, in three languages, on a phone and a desk, in a real browser."""

import pytest

PAGES = [
    "",
    "method/",
    "plans/canada-mexico-2025-2028/",
    "plans/canada-mexico-2025-2028/commitments/",
    "plans/canada-mexico-2025-2028/commitments/SEC-01/",
    "plans/merle-2024-2027/",
    "plans/merle-2024-2027/commitments/?evidence=delivered",
    "plans/merle-2024-2027/commitments/W06/",
    "plans/merle-2024-2027/documents/",
    "plans/merle-2024-2027/documents/joint-2024-fr/",
    "plans/merle-2024-2027/findings/",
    "plans/merle-2024-2027/money/",
    "plans/merle-2024-2027/meetings/",
    "plans/merle-2024-2027/briefs/annual/",
]


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_pages_open_speak_their_language_fit_the_screen_and_break_no_policy(address, browser, language, width):
    page = browser.new_page(viewport={"width": width, "height": 844})
    complaints = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("request", lambda request: complaints.append(request.url) if address not in request.url else None)

    for path in PAGES:
        answer = page.goto(f"{address}/{language}/{path}")
        overflow = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")

        assert answer.status == 200, path
        assert page.get_attribute("html", "lang") == language, path
        assert overflow <= 0, f"{path} is {overflow} pixels wider than the screen"
        assert page.locator("h1").count() == 1, path
    assert complaints == []
    page.close()


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_the_menu_of_a_plan_stands_on_one_row_of_a_desk(address, browser, language):
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    page.goto(f"{address}/{language}/plans/merle-2024-2027/")
    rows = page.evaluate("new Set([...document.querySelectorAll('nav.sections a')].map(one => one.offsetTop)).size")
    page.close()
    assert rows == 1


def test_the_lists_of_a_tablet_are_printed_as_tables(address, browser):
    page = browser.new_page(viewport={"width": 768, "height": 1024})
    page.emulate_media(media="print")
    page.goto(f"{address}/en/plans/merle-2024-2027/commitments/")
    shown = page.evaluate("getComputedStyle(document.querySelector('.commitments tr')).display")
    page.close()
    assert shown == "table-row"


def test_a_first_visitor_reaches_the_words_of_a_commitment_by_keyboard_alone(address, browser):
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    page.goto(f"{address}/en/plans/merle-2024-2027/")
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.getAttribute('href') || ''").endswith("/commitments/W01/"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/commitments/W01/")

    assert "flood forecasting centre" in page.locator("blockquote").first.inner_text()
    page.close()

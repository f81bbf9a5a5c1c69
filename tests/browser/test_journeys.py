"""The ways that people take: a first visitor, a reporter, a reviewer. Without a script, and by the keyboard alone."""

import re

import pytest

MERLE = "/en/plans/merle-2024-2027/"


@pytest.fixture
def plain(browser):
    """Open a page in a browser that runs no script."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


def follow(leading):
    """Click on what leads to another page, and wait until all of it is there: a click waits until it begins to come."""
    with leading.page.expect_navigation():
        leading.click()


def enter(page, address, number):
    """Come in as one of Norland's demonstration accounts: its lead, its reporter, its reviewer."""
    page.goto(f"{address}/en/account/sign-in/?next={MERLE}work/")
    follow(page.locator("form.choices button", has_text="Norland").nth(number))


def tab_to(page, wanted, most=150):
    """Press Tab until the focus is on what ``wanted`` (a selector) selects."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
            return
    pytest.fail(f"{most} times Tab did not reach {wanted}")


def test_a_visitor_finds_what_is_late_and_checks_it_in_two_clicks(plain, address):
    plain.goto(f"{address}/en/")
    follow(plain.get_by_role("link", name="Joint Action Plan for the Merle Basin"))
    assert plain.inner_text(".sentence").startswith("36 commitments.") or "commitments." in plain.inner_text(
        ".sentence"
    )

    follow(plain.get_by_role("link", name="Translate the archive of 3,200 decisions", exact=True))
    assert "overdue by 412 days" in plain.inner_text("main")
    follow(plain.locator("figcaption a").first)

    assert "/documents/" in plain.url
    assert plain.locator(plain.url[plain.url.index("#") :]).count() == 1, "the document opens at the words"


def test_a_visitor_narrows_the_list_and_takes_away_exactly_what_it_shows(plain, address):
    plain.goto(f"{address}{MERLE}commitments/")
    plain.locator("summary", has_text="All filters").click()
    plain.select_option("[name=schedule]", "overdue")
    plain.select_option("[name=official-XN]", "obstructed")
    follow(plain.get_by_role("button", name="Show").first)
    shown = plain.locator("td.reference").count()
    with plain.expect_download() as download:
        plain.get_by_role("link", name="CSV").click()

    rows = download.value.path().read_text("utf-8-sig").strip().splitlines()
    assert shown > 0
    assert len(rows) == shown + 1


def test_a_visitor_reads_the_page_as_it_was_on_a_day(plain, address):
    plain.goto(f"{address}{MERLE}commitments/W01/")
    plain.fill("[name=as-at]", "2025-06-30")
    follow(plain.locator("form.as-at button"))
    assert "This is what was recorded up to 30\u00a0June\u00a02025." in plain.inner_text("body")
    follow(plain.get_by_role("link", name="Back to today"))
    assert "as-at" not in plain.url


def test_a_reporter_reports_without_a_script(plain, address):
    enter(plain, address, 1)
    follow(plain.locator(".waiting a", has_text="W09"))
    plain.select_option("[name=standing]", "in_progress")
    plain.fill("[name=happened]", "The bill that ends the dues went to the parliament of Norland.")
    follow(plain.get_by_role("button", name="Submit the report"))

    assert plain.url.endswith("/commitments/W09/")
    assert "The bill that ends the dues went to the parliament of Norland." in plain.inner_text("main")
    plain.goto(f"{address}{MERLE}changed/?record=report")
    assert "Reported · W09" in plain.inner_text("main")


def test_a_report_that_lacks_something_says_what_and_keeps_the_rest(plain, address):
    enter(plain, address, 1)
    plain.goto(f"{address}{MERLE}work/report/W10/")
    plain.select_option("[name=standing]", "obstructed")
    plain.fill("[name=happened]", "Nobody has answered since May.")
    follow(plain.get_by_role("button", name="Submit the report"))

    assert plain.locator(".errorlist, .errors").count() > 0
    assert plain.url.endswith("/work/report/W10/")
    assert plain.input_value("[name=happened]") == "Nobody has answered since May."


def test_a_reporter_reports_by_the_keyboard_alone(address, browser):
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    enter(page, address, 1)
    tab_to(page, ".waiting a[href$='/report/S01/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/report/S01/")
    tab_to(page, "[name=standing]")
    page.keyboard.type("in pr")
    tab_to(page, "[name=happened]")
    page.keyboard.press("Control+A")
    page.keyboard.type("Two hundred and twelve scholars are at work.")
    tab_to(page, "form.form button[type=submit]")
    page.keyboard.press("Enter")
    page.wait_for_url("**/commitments/S01/")

    assert "Two hundred and twelve scholars are at work." in page.inner_text("main")
    page.close()


def test_a_reviewer_refuses_evidence_with_a_reason_that_everybody_reads(plain, address):
    enter(plain, address, 2)
    follow(plain.get_by_role("link", name=re.compile("A new contractor is named")))
    plain.check("[name=decision][value=refuse]")
    plain.fill("[name=reason_en]", "One paper with one unnamed source is not enough to go by.")
    for language in ("fr", "es"):
        plain.fill(f"[name=reason_{language}]", "Une source sans nom ne suffit pas.")
    follow(plain.get_by_role("button", name="Decide"))

    plain.goto(f"{address}{MERLE}commitments/W06/")
    assert "One paper with one unnamed source is not enough to go by." in plain.inner_text("main")


def test_the_marks_of_a_document_are_stepped_through_by_keys(address, browser):
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(f"{address}{MERLE}documents/joint-2024-en/")
    steps = []
    for key in ("j", "n", "k", "p"):
        page.keyboard.press(key)
        steps.append(page.evaluate("document.activeElement.id"))
    first, second = steps[:2]
    assert first
    assert steps == [first, second, first, first]
    page.close()

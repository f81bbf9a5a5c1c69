"""A page as at a day leads to pages as at the same day: a figure opens what it counts."""

import re

import pytest

pytestmark = pytest.mark.django_db

MERLE, GAUGES = "/en/plans/merle-2024-2027/", "/en/plans/gauges/"
DAY = "as-at=2025-12-31"
PAGES = [
    "", "commitments/", "commitments/W06/", "documents/", "documents/joint-2024-en/", "briefs/", "briefs/annual/",
    "ledger/", "meetings/", "timeline/",
]  # fmt: skip


def links(content):
    return re.findall(r'<a [^>]*?href="(/en/plans/merle-2024-2027/[^"]*)"', content)


@pytest.mark.parametrize("page", PAGES)
def test_every_link_of_a_page_of_a_past_day_stays_on_that_day(client, page):
    content = client.get(f"{MERLE}{page}?{DAY}").content.decode()
    back = f"{MERLE}{page}"
    strays = [link for link in links(content) if DAY not in link and link != back]
    assert strays == []
    assert back in links(content), "one link leads back to today"


def test_a_figure_of_a_past_day_opens_as_many_commitments_as_it_says(client):
    content = client.get(f"{MERLE}?{DAY}").content.decode()
    address, said = re.search(r'<a href="([^"]*result=delivered[^"]*)"><strong>(\d+)', content).groups()
    opened = client.get(address.replace("&amp;", "&")).content.decode()
    assert f"<strong>{said} of " in opened
    assert re.search(r"Assessed as at 31\s+December\s+2025\.", opened)


def test_what_is_known_today_of_a_day_stays_so(client):
    content = client.get(f"{MERLE}?{DAY}&by=effective").content.decode()
    assert all("by=effective" in link for link in links(content) if DAY in link)


def test_a_page_of_today_names_no_day(client):
    assert not any("as-at" in link for link in links(client.get(MERLE).content.decode()))


def test_asking_for_another_day_keeps_the_filters_and_begins_at_the_first_part(client):
    content = client.get(f"{MERLE}commitments/?force=firm&page=1&{DAY}").content.decode()
    form = re.search(r'<form class="as-at".*?</form>', content, re.DOTALL)[0]
    assert '<input type="hidden" name="force" value="firm">' in form
    assert 'name="page"' not in form
    assert f'<a data-today href="{MERLE}commitments/?force=firm">Back to today</a>' in content


def test_a_day_before_the_register_was_begun_is_told_and_leads_to_what_is_known_of_it(client):
    response = client.get(f"{MERLE}commitments/?as-at=2024-01-01&force=firm")
    content = response.content.decode()
    assert response.status_code == 404
    assert "Nothing was recorded in this register by" in content
    assert "No plan here is called" not in content
    assert "mistyped" not in content
    assert f'<a href="{MERLE}commitments/?force=firm">' in content


def test_what_is_known_today_is_offered_where_there_is_something(client):
    response = client.get(f"{GAUGES}?as-at=2026-03-31")
    assert response.status_code == 404
    offered = re.search(r'<a href="([^"]*by=effective[^"]*)"', response.content.decode())[1]
    assert client.get(offered.replace("&amp;", "&")).status_code == 200

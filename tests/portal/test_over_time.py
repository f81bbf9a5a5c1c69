"""What changed, the timeline, indicators, meetings and the map: what the pages tell."""

import re

import pytest

from servanda_portal.pages import formats
from servanda_portal.pages.project_map import project_map
from servanda_portal.pages.rules import FAMILIES
from servanda_portal.queries.registers import register

pytestmark = pytest.mark.django_db

MERLE = "/en/plans/merle-2024-2027/"


def text(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode().split("<main")[1].split("</main>")[0]))


def test_what_changed_since_a_day_is_told_day_by_day(client):
    content = client.get(f"{MERLE}changed/?since=2026-06-20").content.decode()
    days = re.findall(r'<h2><time datetime="([\d-]+)"', content)
    assert days == sorted(days, reverse=True)
    assert min(days) >= "2026-06-20"
    assert re.search(r"/ledger/\d+/", content)


def test_what_changed_can_be_narrowed_to_a_kind_of_record(client):
    reports, meetings = (
        text(client, f"{MERLE}changed/?since=2024-01-01&record={kind}") for kind in ("report", "meeting")
    )
    assert "Reported" in reports
    assert "Reported" not in meetings


@pytest.mark.parametrize("query", ["since=yesterday", "record=colour", "until=2026-01-01"])
def test_what_changed_refuses_what_it_does_not_know(client, query):
    assert client.get(f"{MERLE}changed/?{query}").status_code == 400


def test_what_changed_as_at_a_day_tells_nothing_later(client):
    content = client.get(f"{MERLE}changed/?since=2024-01-01&as-at=2025-12-31").content.decode()
    assert max(re.findall(r'<h2><time datetime="([\d-]+)"', content)) <= "2025-12-31"


@pytest.mark.parametrize("page", ["changed/?since=2024-01-01&", "timeline/?", "commitments/?force=firm&"])
def test_a_page_of_a_past_day_narrows_to_that_day(client, page):
    content = client.get(f"{MERLE}{page}as-at=2025-12-31").content.decode()
    narrowed = re.findall(r'href="(\?[^"#]+)"', content)
    assert narrowed
    assert all("as-at=2025-12-31" in address for address in narrowed if address != "?")


def test_the_timeline_lists_what_it_draws(client):
    content = client.get(f"{MERLE}timeline/").content.decode()
    assert 'role="img"' in content
    years = [int(year) for year in re.findall(r"<h2>(\d{4})</h2>", content)]
    assert years == sorted(set(years))
    only = text(client, f"{MERLE}timeline/?kind=deadline")
    assert "Dredge the Halle channel to 9.5 metres" in only
    assert "disbursed" not in only
    assert client.get(f"{MERLE}timeline/?kind=weather").status_code == 400


def test_an_indicator_shows_how_many_of_how_many_and_from_where(client):
    told = text(client, f"{MERLE}indicators/")
    assert "820 of 2,500 hectares (31 December 2025)" in told
    assert "From 0 (14 May 2024) · to 2,500 by December 2027" in told
    assert "33%" not in told, "a share is never rounded up"
    assert "No indicator is recorded" in text(client, "/en/plans/gauges/indicators/")


def test_meetings_tell_what_was_decided_what_falls_due_and_what_was_not_held(client):
    told = text(client, f"{MERLE}meetings/")
    assert "What falls due" in told
    assert "Decisions" in told
    assert "are not known to have been held" in told


def test_a_plan_says_what_cannot_be_judged_and_why(client):
    told = text(client, MERLE)
    assert "1 of 36. As worded, nobody could say whether it was kept." in told
    assert "No action, body, figure or date by which openness could be judged." in told


def test_the_axes_of_a_pillar_are_counted_apart_and_lead_to_what_they_count(client):
    content = client.get(MERLE).content.decode()
    for query, count in re.findall(r'commitments/\?([^"]+)">[^<]+<b>(\d+)</b>', content):
        listed = client.get(f"{MERLE}commitments/?{query.replace('&amp;', '&')}").content.decode()
        assert f"<strong>{count} of 36</strong>" in listed, query


def test_imaginary_places_stand_on_no_map_of_the_world():
    assert project_map(register("merle-2024-2027")) is None


def test_every_rule_that_an_assessment_names_stands_in_the_method(client):
    known = {rule for _title, rules in FAMILIES for rule in rules}
    for identity in ("merle-2024-2027", "gauges"):
        for one in register(identity).assessments.values():
            named = {rule for said in one.official for rule in said.rules}
            assert {*named, *one.evidence.rules, *one.schedule.rules} <= known
    content = client.get("/en/method/").content.decode()
    assert all(f'id="{rule}"' in content for rule in known)


def test_a_commitment_says_how_it_is_cited(client):
    content = client.get(f"{MERLE}commitments/W06/").content.decode()
    assert "as at 30\u00a0June\u00a02026" in content
    assert "/commitments/W06/?as-at=2026-06-30" in content


def test_a_search_stands_at_the_last_day_that_it_covers_and_says_when_it_was_made(client):
    found = register("merle-2024-2027")
    search = next(one for one in found.plan.searches if one.commitments and one.made_on != one.searched.end)
    content = client.get(f"{MERLE}commitments/{search.commitments[0]}/").content.decode()
    moment = next(one for one in content.split('<li class="search">')[1:] if search.sought.en in one).split("</li>")[0]
    assert f'<time datetime="{search.searched.end}">' in moment
    assert f"Made on {formats.day(search.made_on, 'en')}" in moment

"""Long lists come in parts, each at an address of its own."""

import datetime
import re

import pytest
from planted import PLAN
from tiny_plan import commitment, tiny_plan, write_plan

from servanda.register.acts.reporting import SubmitReport
from servanda.register.author import Author
from servanda.register.reporting import Report
from servanda.register.wording import Statement
from servanda_portal.operations.act import act
from servanda_portal.operations.load_plan import load_plan

pytestmark = pytest.mark.django_db

LIST = "/en/plans/gauges/commitments/"


@pytest.fixture
def _long(tmp_path):
    """Load the tiny plan with 120 commitments more."""
    plan = tiny_plan()
    plan["commitments"] += [commitment(f"R-{number}", f"Gauge {number}") for number in range(100, 220)]
    load_plan(write_plan(tmp_path / "gauges", plan))


def rows(content):
    return re.findall(r'<td class="reference">([^<]+)<', content)


@pytest.mark.usefixtures("_long")
def test_the_parts_of_a_list_are_the_whole_of_it_once(client):
    pages = [client.get(f"{LIST}?page={number}").content.decode() for number in (1, 2, 3)]
    assert pages[0].count('aria-current="page">1<') == 1
    assert "<strong>123 of 123</strong>" in pages[0]
    whole = [reference for page in pages for reference in rows(page)]
    assert (len(whole), len(set(whole))) == (123, 123)
    assert rows(client.get(LIST).content.decode()) == rows(pages[0])


@pytest.mark.usefixtures("_long")
def test_a_part_keeps_what_else_was_asked_for_and_a_filter_begins_at_the_first(client):
    content = client.get(f"{LIST}?q=gauge&page=2").content.decode()
    assert 'href="?q=gauge&amp;page=1"' in content
    assert 'href="?q=gauge&amp;view=list"' in content


@pytest.mark.parametrize("page", ["0", "2", "x", "-1"])
def test_a_part_that_is_not_there_is_not_found(client, page):
    assert client.get(f"{LIST}?page={page}").status_code == 404


def test_a_short_list_has_no_parts(client):
    assert 'class="pages"' not in client.get(LIST).content.decode()


def test_what_changed_comes_in_parts_and_each_change_once(client, monkeypatch):
    monkeypatch.setattr("servanda_portal.pages.views.changed._A_PAGE", 20)
    since = "/en/plans/merle-2024-2027/changed/?since=2026-01-01"

    def told(page):
        content = client.get(f"{since}&page={page}").content.decode()
        return re.findall(r"<li>(.*?)</li>", content.split('<section class="day">', 1)[1], re.DOTALL)

    pages = [told(1), told(2)]
    assert all(0 < len(page) <= 20 for page in pages)
    assert not set(pages[0]) & set(pages[1])
    assert 'href="?since=2026-01-01&amp;page=2"' in client.get(since).content.decode()


def test_documents_come_in_parts_those_that_can_be_read_here_first(client, tmp_path):
    plan = tiny_plan()
    plan["documents"] += [
        {**plan["documents"][-1], "id": f"cited-{number}", "address": f"https://gazette.example/{number}"}
        for number in range(60)
    ]
    load_plan(write_plan(tmp_path / "gauges", plan))

    def listed(page):
        content = client.get(f"/en/plans/gauges/documents/?page={page}").content.decode()
        assert re.search(r"<strong>1</strong> can be read here.*<strong>61</strong> more", content)
        return re.findall(r'href="/en/plans/gauges/documents/([^"/]+)/"', content.split('id="main"', 1)[1])

    first, second = listed(1), listed(2)
    assert first[0] == "note"
    assert (len(first), len(second)) == (50, 12)
    assert not set(first) & set(second)


def test_of_many_reports_on_a_commitment_the_latest_are_shown_and_the_others_counted(client):
    author, day = Author("reporter", "XN"), datetime.date(2026, 6, 1)
    reports = [
        Report(f"r-{number}", "W03", "XN", "in_progress", day, Statement("en", f"Told for the {number}th time."))
        for number in range(100, 120)
    ]
    act(PLAN, author, [SubmitReport(one) for one in reports])
    content = client.get(f"/en/plans/{PLAN}/commitments/W03/").content.decode()
    section = content.split(">Reports <", 1)[1].split("</section>", 1)[0]
    told = [int(number) for number in re.findall(r"Told for the (\d+)th", section)]
    assert told == list(range(119, 107, -1))
    assert re.search(r'href="#history">\d+ more in the history<', section)
    assert 'id="history"' in content

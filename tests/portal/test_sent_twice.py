"""What people send twice is recorded once, and they are told what became of it."""

import datetime
import re

import pytest
from test_work import PLAN, TODAY, enter, fill, newest

from servanda.register.evidence import Evidence
from servanda.register.reporting import Report
from servanda_portal.queries.registers import register

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("keys_of_its_own")]
REPORT = {"standing": "in_progress", "happened": "The towns agreed to pay half."}


def once_of(client, form, subject):
    shown = client.get(f"/en/plans/{PLAN}/work/{form}/{subject}/").content.decode()
    return re.search(r'name="once" value="([0-9a-f]{8})"', shown)[1]


def test_a_form_that_is_sent_twice_is_recorded_once(client):
    enter(client, "XN", "reporter")
    address = f"/en/plans/{PLAN}/work/report/S04/"
    data = {**REPORT, "once": once_of(client, "report", "S04")}
    first = client.post(address, data, follow=True)
    size = len(register(PLAN).state.all(Report))
    second = client.post(address, data, follow=True)
    assert len(register(PLAN).state.all(Report)) == size
    assert first.redirect_chain == second.redirect_chain
    assert "Recorded." in first.content.decode()
    assert "recorded when you sent it first, and not a second time" in second.content.decode()


def test_a_new_form_is_another_record(client):
    enter(client, "XN", "reporter")
    assert once_of(client, "report", "S04") != once_of(client, "report", "S04")


def test_a_form_without_its_mark_makes_one(client):
    enter(client, "XN", "reporter")
    fill(client, "report", "S04", REPORT)
    assert re.fullmatch(r"report-[0-9a-f]{8}", newest(Report).id)


@pytest.mark.parametrize("once", ["", "x", "../../etc", "0" * 9])
def test_nobody_chooses_the_id_of_what_is_recorded(client, once):
    enter(client, "XN", "reporter")
    before = len(register(PLAN).state.all(Report))
    client.post(f"/en/plans/{PLAN}/work/report/S04/", {**REPORT, "once": once})
    for report in register(PLAN).state.all(Report)[before:]:
        assert re.fullmatch(r"report-[0-9a-f]{8}", report.id)


def test_another_form_of_the_same_mark_is_its_own_record(client):
    once = "0123abcd"
    enter(client, "XN", "reporter")
    fill(client, "report", "S04", {**REPORT, "once": once})
    words = {"document": "joint-2024-en", "relation": "progress", "claim": "", "once": once}
    client.post(f"/en/plans/{PLAN}/work/evidence/S04/", words)
    assert newest(Report).id == f"report-{once}"
    assert all(one.id != f"report-{once}" for one in register(PLAN).state.all(Evidence))


def test_whoever_acts_after_the_last_day_is_told_from_when_it_counts(client):
    enter(client, "XN", "reporter")
    shown = client.post(f"/en/plans/{PLAN}/work/report/S04/", REPORT, follow=True).content.decode()
    assert "counts once that day is moved on" in shown


def test_the_last_day_of_a_register_is_moved_on_and_never_beyond_today(client):
    enter(client, "merle", "reviewer")
    address = f"/en/plans/{PLAN}/work/last-day/"
    tomorrow = TODAY + datetime.timedelta(days=2)
    assert "Nobody can have looked beyond today" in client.post(address, {"day": tomorrow.isoformat()}).content.decode()
    fill(client, "last-day", "", {"day": TODAY.isoformat()})
    assert register(PLAN).day == TODAY
    assert "This day comes before one" in client.post(address, {"day": "2026-06-01"}).content.decode()
    inbox = client.get(f"/en/plans/{PLAN}/work/").content.decode()
    assert "counts once that day" not in inbox

"""Whoever keeps a register moves its last day on."""

import datetime

import pytest
from test_work import PLAN, TODAY, enter, fill

from servanda_portal.queries.registers import register

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("keys_of_its_own")]


def test_the_last_day_is_moved_on_to_today(client):
    enter(client, "merle", "reviewer")
    assert register(PLAN).state.agreement.recorded_until < TODAY

    state = fill(client, "last-day", "", {"day": TODAY.isoformat()})

    assert state.agreement.recorded_until == TODAY


@pytest.mark.parametrize("days", [1, -10_000])
def test_it_moves_neither_beyond_today_nor_back(client, days):
    enter(client, "merle", "reviewer")
    before = register(PLAN).state.agreement.recorded_until
    day = TODAY + datetime.timedelta(days=days)

    answer = client.post(f"/en/plans/{PLAN}/work/last-day/", {"day": day.isoformat()})

    assert answer.status_code == 200
    assert register(PLAN).state.agreement.recorded_until == before

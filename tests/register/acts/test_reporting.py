"""Rounds, a party's reports, and the obstacles it raises."""

import msgspec
import pytest
from registers import DAY, LATER, LEAD, ONE_DAY, REPORTER, SAID, WORDS, opened

from servanda.register.acts.commitments import Withdraw
from servanda.register.acts.reporting import OpenRound, RaiseObstacle, ResolveObstacle, SubmitReport
from servanda.register.period import Period
from servanda.register.reporting import Obstacle, Report, Round


def report(identity="new", **more):
    return msgspec.structs.replace(Report(identity, "C-1", "NO", "in_progress", DAY, SAID, "round"), **more)


def test_a_round_is_opened_by_all():
    register = opened()
    other = Round("next", WORDS, Period("2026-H2"), DAY, LATER)
    assert register.refusal(OpenRound(other), LEAD["NO"]) == "needs_consent"
    register.jointly(OpenRound(other))
    assert register.get(Round, "next") == other


@pytest.mark.parametrize("day", [DAY - ONE_DAY, LATER + ONE_DAY])
def test_a_report_comes_while_its_round_is_open(day):
    register = opened()
    register.day = day
    assert register.refusal(SubmitReport(report()), REPORTER) == "round_closed"
    assert register.refusal(SubmitReport(report(round=None)), REPORTER) is None


def test_a_report_is_put_right_after_its_round_has_closed():
    register = opened()
    register.do(SubmitReport(report()), REPORTER)
    register.day = LATER + ONE_DAY
    assert register.refusal(SubmitReport(report(standing="not_started"), correction=SAID), REPORTER) is None


def test_a_party_reports_for_itself():
    register = opened()
    assert register.refusal(SubmitReport(report(party="SU")), REPORTER) == "of_another_party"
    assert register.refusal(SubmitReport(report()), LEAD["NO"]) is None


def test_a_report_is_about_something_that_is_in_force_and_names_what_is_there():
    register = opened()
    register.jointly(Withdraw("C-2", "money", SAID))
    assert register.refusal(SubmitReport(report(commitment="C-2")), REPORTER) == "not_in_force"
    for more in ({"commitment": "nowhere"}, {"round": "nowhere"}, {"documents": ("nowhere",)}):
        assert register.refusal(SubmitReport(report(**more)), REPORTER) == "no_such"


def test_an_obstructed_report_names_an_obstacle_that_was_raised():
    register = opened()
    obstructed = report(standing="obstructed", obstacle="new")
    assert register.refusal(SubmitReport(obstructed), REPORTER) == "no_such"
    register.do(RaiseObstacle(Obstacle("new", "NO", ("C-1",), SAID, DAY)), REPORTER)
    assert register.refusal(SubmitReport(obstructed), REPORTER) is None


def test_an_obstacle_is_resolved_once_by_who_raised_it():
    register = opened()
    assert register.refusal(ResolveObstacle("obstacle-SU", SAID), REPORTER) == "of_another_party"
    register.do(ResolveObstacle("obstacle-NO", SAID), REPORTER)
    assert (register.get(Obstacle, "obstacle-NO").standing, register.get(Obstacle, "obstacle-NO").outcome) == (
        "resolved",
        SAID,
    )
    assert register.refusal(ResolveObstacle("obstacle-NO", SAID), REPORTER) == "already_decided"
    assert register.refusal(ResolveObstacle("nowhere", SAID), REPORTER) == "no_such"

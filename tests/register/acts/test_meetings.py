"""Forums and meetings, agreed minutes, and what becomes of decisions."""

import msgspec
from registers import DAY, LEAD, REPORTER, REVIEWER, SAID, WORDS, opened

from servanda.register.acts.consent import Propose
from servanda.register.acts.meetings import AgreeMinutes, FollowUpDecision, RecordForum, RecordMeeting
from servanda.register.forum import Forum, Meeting
from servanda.register.minutes import Decision, FollowUp, Minutes
from servanda.register.period import Period
from servanda.register.wording import Names

DONE = FollowUp("decision", "NO", "done", DAY, SAID)


def minutes(*decisions):
    return Minutes("new", "meeting", (SAID,), SAID, decisions)


def test_a_forum_and_minutes_are_agreed_by_all_and_a_meeting_is_a_fact():
    register = opened()
    forum = Forum("new", Names(en="new"), WORDS, ("NO", "SU"))
    for act in (RecordForum(forum), AgreeMinutes(minutes())):
        assert register.refusal(act, LEAD["NO"]) == "needs_consent"
    meeting = Meeting("new", "forum", Period("2026-02"), "held", WORDS, ("doc",))
    register.do(RecordMeeting(meeting), REVIEWER)
    assert register.get(Meeting, "new") == meeting
    assert (
        register.refusal(RecordMeeting(msgspec.structs.replace(meeting, id="x", forum="nowhere")), REVIEWER)
        == "no_such"
    )


def test_a_decision_is_made_in_one_meeting_alone():
    register = opened()
    register.jointly(AgreeMinutes(minutes(Decision("fresh", SAID))))
    taken = msgspec.structs.replace(minutes(Decision("decision", SAID)), id="other")
    assert register.refusal(Propose("it", AgreeMinutes(taken)), LEAD["NO"]) == "already_recorded"


def test_a_follow_up_takes_the_place_of_the_last_one():
    register = opened()
    register.do(FollowUpDecision(DONE), REPORTER)
    assert register.refusal(FollowUpDecision(DONE), REPORTER) == "no_change"
    dropped = msgspec.structs.replace(DONE, standing="dropped")
    register.do(FollowUpDecision(dropped), LEAD["NO"])
    assert register.get(FollowUp, "decision") == dropped


def test_what_was_not_decided_is_not_followed_up():
    register = opened()
    nothing = FollowUpDecision(msgspec.structs.replace(DONE, id="nowhere"))
    assert register.refusal(nothing, REPORTER) == "no_such"


def test_a_decision_of_nobody_in_particular_is_followed_up_by_any_party():
    register = opened()
    register.jointly(AgreeMinutes(minutes(Decision("fresh", SAID))))
    for party in ("NO", "SU"):
        follow_up = FollowUp("fresh", party, "done", DAY, SAID)
        assert register.refusal(FollowUpDecision(follow_up), LEAD[party]) is None


def test_a_decision_for_an_institution_is_followed_up_by_the_party_it_acts_for():
    register = opened()
    register.jointly(AgreeMinutes(minutes(Decision("fresh", SAID, owner="works-SU"))))
    for party, code in (("NO", "of_another_party"), ("SU", None)):
        follow_up = FollowUp("fresh", party, "done", DAY, SAID)
        assert register.refusal(FollowUpDecision(follow_up), LEAD[party]) == code

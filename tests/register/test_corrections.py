"""Who may put right what is recorded: nobody takes over what another recorded as its own."""

import msgspec
import pytest
from minimal_acts import minimal_acts
from registers import EVALUATOR, HOLDERS, LEAD, OPERATES, REVIEWER, SAID, WATCH, document, founded, opened

from servanda.register.acts.act import Recording
from servanda.register.acts.consent import Propose
from servanda.register.acts.disputes import OpenDispute, RuleOnDispute
from servanda.register.acts.founding import Cite
from servanda.register.acts.keys import GrantRole
from servanda.register.acts.meetings import FollowUpDecision
from servanda.register.acts.money import RecordContribution
from servanda.register.acts.reporting import RaiseObstacle, SubmitReport
from servanda.register.acts.verdicts import CodeCommitment, DraftVerdict, FreezeGuideline
from servanda.register.author import Author
from servanda.register.contribution import Contribution
from servanda.register.keys import Grant
from servanda.register.minutes import FollowUp
from servanda.register.reporting import Obstacle
from servanda.register.verdict import Dispute, FrozenGuideline, Verdict

NORTH, SOUTH = LEAD["NO"], LEAD["SU"]


def changed(register, shape, key, **fields):
    return msgspec.structs.replace(register.get(shape, key), **fields)


def test_a_party_takes_over_nothing_of_anothers_by_putting_it_right():
    register = opened()
    gift = changed(register, Contribution, "gift-NO", provider="SU")
    obstacle = changed(register, Obstacle, "obstacle-NO", party="SU")
    for act in (RecordContribution(gift, correction=SAID), RaiseObstacle(obstacle, correction=SAID)):
        assert register.refusal(act, SOUTH) == "of_another_party"
    report = minimal_acts(register, "NO")[SubmitReport].report
    register.do(SubmitReport(report), NORTH)
    taken = SubmitReport(msgspec.structs.replace(report, party="SU"), correction=SAID)
    assert register.refusal(taken, SOUTH) == "of_another_party"


def test_a_party_puts_its_own_right():
    register = opened()
    obstacle = changed(register, Obstacle, "obstacle-NO", what=msgspec.structs.replace(SAID, text="Otherwise."))
    register.do(RaiseObstacle(obstacle, correction=SAID), NORTH)
    assert register.get(Obstacle, "obstacle-NO").what.text == "Otherwise."


def test_only_the_party_that_a_decision_names_says_what_became_of_it():
    register = opened()
    for party, author in (("SU", SOUTH), ("SU", NORTH), ("NO", SOUTH)):
        follow_up = FollowUpDecision(FollowUp("decision", party, "dropped", register.day, SAID))
        assert register.refusal(follow_up, author) == "of_another_party"


@pytest.mark.parametrize("author", [WATCH, EVALUATOR, NORTH])
def test_what_anybody_may_record_only_its_author_or_a_reviewer_puts_right(author):
    register = opened()
    rewritten = Cite(msgspec.structs.replace(document(), address="https://elsewhere.example/"), correction=SAID)
    assert register.refusal(rewritten, author) == "of_another_party"
    assert register.refusal(rewritten, REVIEWER) is None
    register.do(Cite(document("theirs")), author)
    theirs = msgspec.structs.replace(document("theirs"), address="https://elsewhere.example/")
    assert register.refusal(Cite(theirs, correction=SAID), author) is None


def test_an_evaluator_touches_no_guideline_or_verdict_of_another():
    register = opened()
    other = Author("evaluator", "watch")
    register.do(CodeCommitment(minimal_acts(register, "university")[CodeCommitment].verdict), EVALUATOR)
    for act in (
        FreezeGuideline(changed(register, FrozenGuideline, "guideline-university", evaluator="watch", commitment="C-2"),
                        correction=SAID),
        CodeCommitment(changed(register, Verdict, "new", evaluator="watch"), correction=SAID),
        DraftVerdict(changed(register, Verdict, "draft-university", evaluator="watch"), correction=SAID),
    ):  # fmt: skip
        assert register.refusal(act, other) == "of_another_party"


def test_nobody_puts_the_grant_of_another_right():
    register = opened()
    taken = GrantRole(Grant("grant-NO", "c" * 64, "observer", "watch"), correction=SAID)
    assert register.refusal(taken, WATCH) == "of_another_party"


def test_a_dispute_that_has_an_answer_is_not_raised_anew():
    register = opened()
    register.do(RuleOnDispute("dispute-watch", "rejected", SAID), REVIEWER)
    again = OpenDispute(Dispute("dispute-watch", "happening", "happening", "watch", SAID), correction=SAID)
    assert register.refusal(again, WATCH) == "already_decided"


def test_the_operator_puts_everything_right_while_it_founds_a_register():
    register = founded()
    gift = changed(register, Contribution, "gift-NO", provider="SU")
    assert register.refusal(RecordContribution(gift, correction=SAID), OPERATES) is None


@pytest.mark.parametrize("kept_by", ["parties", "observer"])
def test_nothing_is_recorded_twice_and_nothing_put_right_that_is_not_there(kept_by):
    """Of everything that can be recorded, by whoever may."""
    register = founded(kept_by)
    for holder in HOLDERS:
        for act in minimal_acts(register, holder).values():
            if not isinstance(act, Recording) or isinstance(act, FollowUpDecision):
                continue
            author = next((one for one in _authors(holder) if register.refusal(act, one) is None), None)
            if author is None:
                continue
            corrected = msgspec.structs.replace(act, correction=SAID)
            assert register.refusal(corrected, author) in {"nothing_to_correct", "key_in_use"}
            other = founded(kept_by)
            other.do(act, author)
            assert other.refusal(act, author) in {"already_recorded", "key_in_use"}
            assert other.refusal(corrected, author) in {"no_change", "key_in_use"}


def _authors(holder):
    return [Author(role, holder) for role in ("administrator", "party_lead", "reviewer", "evaluator", "observer")]


def test_a_proposal_is_made_once():
    register = opened()
    act = minimal_acts(register, "NO")[Propose]
    register.do(act, NORTH)
    assert register.refusal(act, NORTH) == "already_recorded"

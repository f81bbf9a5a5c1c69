"""Guidelines frozen first, coding, drafts, the right of reply, final verdicts."""

import msgspec
from registers import DAY, EVALUATOR, LATER, LEAD, ONE_DAY, SAID, WORDS, guideline, opened, verdict

from servanda.register.acts.verdicts import (
    CodeCommitment,
    DraftVerdict,
    FinaliseVerdict,
    FreezeGuideline,
    ReplyToVerdict,
)
from servanda.register.commitment import Guideline
from servanda.register.verdict import FrozenGuideline, Reply, Verdict
from servanda.register.wording import Statement

OTHERWISE = Guideline(WORDS, WORDS, msgspec.structs.replace(WORDS, en="nothing"))


def test_nothing_is_coded_before_a_guideline_for_it_is_frozen():
    register = opened()
    coded = CodeCommitment(verdict("new", "coded", reference="C-2"))
    assert register.refusal(coded, EVALUATOR) == "guideline_not_frozen"
    register.do(FreezeGuideline(guideline("new", reference="C-2")), EVALUATOR)
    register.do(coded, EVALUATOR)
    assert register.get(Verdict, "new").standing == "coded"


def test_a_guideline_of_which_not_all_who_see_the_coding_know_is_not_enough():
    register = opened()
    register.do(FreezeGuideline(guideline("new", reference="C-2")), EVALUATOR, visible_to="university")
    coded = CodeCommitment(verdict("new", "coded", reference="C-2"))
    assert register.refusal(coded, EVALUATOR) == "guideline_not_frozen"
    assert register.refusal(coded, EVALUATOR, visible_to="university") is None


def test_a_guideline_changes_until_something_is_coded_by_it():
    register = opened()
    changed = msgspec.structs.replace(register.get(FrozenGuideline, "guideline-university"), guideline=OTHERWISE)
    other = msgspec.structs.replace(guideline("new", reference="C-2"))
    register.do(FreezeGuideline(other), EVALUATOR)
    again = msgspec.structs.replace(other, guideline=OTHERWISE)
    register.do(FreezeGuideline(again, correction=SAID), EVALUATOR)
    assert register.refusal(FreezeGuideline(changed, correction=SAID), EVALUATOR) == "guideline_frozen"


def test_what_cannot_be_judged_as_written_gets_no_guideline_and_no_verdict():
    register = opened()
    for act in (
        FreezeGuideline(guideline("new", reference="vague")),
        CodeCommitment(verdict("new", "coded", reference="vague")),
        DraftVerdict(verdict("new", "draft", until=LATER, reference="vague")),
    ):
        assert register.refusal(act, EVALUATOR) == "not_verifiable"


def test_an_evaluator_acts_for_itself_alone():
    register = opened()
    for act in (
        FreezeGuideline(guideline("new", "watch", "C-2")),
        CodeCommitment(verdict("new", "coded", "watch")),
        DraftVerdict(verdict("new", "draft", "watch", LATER)),
        FinaliseVerdict("ripe-watch", "3", SAID),
    ):
        assert register.refusal(act, EVALUATOR) == "own_verdict_only"


def test_a_draft_gives_the_parties_a_day_that_is_still_to_come():
    register = opened()
    for until in (None, register.day, register.day - ONE_DAY):
        assert register.refusal(DraftVerdict(verdict("new", "draft", until=until)), EVALUATOR) == "right_of_reply_open"
    for act in (CodeCommitment(verdict("new", "draft")), DraftVerdict(verdict("new", "final", until=LATER))):
        assert register.refusal(act, EVALUATOR) == "already_final"


def test_a_party_replies_for_itself_while_there_is_time():
    register = opened()
    reply = ReplyToVerdict(Reply("draft-university/NO", "draft-university", "NO", SAID))
    assert register.refusal(reply, LEAD["SU"]) == "of_another_party"
    register.do(reply, LEAD["NO"])
    assert register.refusal(reply, LEAD["NO"]) == "already_recorded"
    late = ReplyToVerdict(Reply("ripe-university/NO", "ripe-university", "NO", SAID))
    assert register.refusal(late, LEAD["NO"]) == "already_final"
    assert register.refusal(ReplyToVerdict(Reply("x/NO", "x", "NO", SAID)), LEAD["NO"]) == "no_such"


def test_a_verdict_is_final_once_the_last_day_to_reply_has_passed_and_then_for_good():
    register = opened()
    assert register.refusal(FinaliseVerdict("draft-university", "3", SAID), EVALUATOR) == "right_of_reply_open"
    differs = Statement("en", "The reply showed more.")
    register.do(FinaliseVerdict("ripe-university", "3", SAID, differs), EVALUATOR)
    final = register.get(Verdict, "ripe-university")
    assert (final.standing, final.score, final.differs) == ("final", "3", differs)
    changed = verdict("ripe-university", "draft", until=LATER)
    for act in (FinaliseVerdict("ripe-university", "4", SAID), DraftVerdict(changed, correction=SAID)):
        assert register.refusal(act, EVALUATOR) == "already_final"
    coded = CodeCommitment(verdict("ripe-university", "coded"), correction=SAID)
    assert register.refusal(coded, EVALUATOR) == "already_final"
    reply = ReplyToVerdict(Reply("ripe-university/NO", "ripe-university", "NO", SAID))
    register.day = DAY
    assert register.refusal(reply, LEAD["NO"]) == "already_final"


def test_no_party_keeps_an_evaluator_from_its_verdict():
    """Who has a key and the role needs nobody's consent."""
    assert opened().refusal(FinaliseVerdict("ripe-university", "0", SAID), EVALUATOR) is None
    assert opened("observer").refusal(FinaliseVerdict("ripe-university", "0", SAID), EVALUATOR) is None

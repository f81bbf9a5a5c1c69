import datetime

import msgspec

from servanda.register.reporting import Obstacle
from servanda.register.standing import Standing
from servanda.register.verdict import Verdict
from servanda.register.wording import Statement

MAY = datetime.date(2026, 5, 1)
SAID = Statement("en", "The guideline says so.")
VERDICT = Verdict("v", "W07", "institute", "first", "level", "level/1", "2", MAY, SAID, "high", standing="final")


def verdict(**changes):
    return msgspec.structs.replace(VERDICT, **changes)


def test_a_final_verdict_stands_beside_the_tables_score(brief_on):
    (found,) = brief_on(verdicts=(verdict(), verdict(id="draft", standing="draft"))).verdicts
    assert (found.verdict.score, found.table.grade, found.differs) == ("2", "3", True)
    (same,) = brief_on(verdicts=(verdict(score="3"),)).verdicts
    assert not same.differs


def test_a_verdict_under_a_rubric_that_is_not_the_codebooks_stands_alone(brief_on):
    (found,) = brief_on(verdicts=(verdict(rubric_version="institute/4", score="B"),)).verdicts
    assert (found.table, found.differs) == (None, False)


def test_only_verdicts_of_the_briefs_pillar_and_up_to_its_day_are_told(brief_on):
    assert brief_on("skills", verdicts=(verdict(),)).verdicts == ()
    assert brief_on(day=datetime.date(2026, 4, 30), verdicts=(verdict(),)).verdicts == ()


def test_agreement_between_coders_is_told_for_each_evaluator_and_rubric(brief_on):
    codings = [
        verdict(id=f"{reference}-{coder}", commitment=reference, coder=coder, score=score, standing="coded")
        for reference, scores in {"W07": "33", "W09": "00", "W04": "12"}.items()
        for coder, score in zip(("first", "second"), scores, strict=True)
    ]
    alone = verdict(id="alone", rubric="g7", rubric_version="g7/1", score="0", standing="coded")
    (found,) = brief_on(verdicts=(*codings, alone)).agreed
    assert (found.evaluator, found.rubric, found.reliability.units) == ("institute", "level/1", 3)
    assert 0 < found.reliability.alpha < 1


def test_what_is_withdrawn_leaves_every_count_and_is_told(brief_on):
    before = brief_on()
    after = brief_on(standings=(Standing("W06", "withdrawn", MAY, reason=SAID, cause="money"),))
    assert [one.commitment.reference for one in after.closed] == ["W06"]
    assert len(after.items) == len(before.items) - 1
    assert "W06" not in {item.commitment.reference for item in after.overdue}
    assert after.scores[0].whole[0].items == before.scores[0].whole[0].items - 1


def test_what_is_amended_still_counts(brief_on):
    assert brief_on(standings=(Standing("W06", "amended", MAY),)).closed == ()


def test_an_obstacle_is_told_where_it_stands_in_the_way(brief_on):
    obstacle = Obstacle("o", "XN", ("W06",), SAID, MAY, raised_to="XS")
    assert brief_on("water", obstacles=(obstacle,)).obstacles == (obstacle,)
    assert brief_on("skills", obstacles=(obstacle,)).obstacles == ()
    assert brief_on(day=datetime.date(2026, 4, 30), obstacles=(obstacle,)).obstacles == ()

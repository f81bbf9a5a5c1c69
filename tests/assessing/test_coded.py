import datetime

import msgspec
import pytest
from register_of_tests import DAY, assessment, commitment, evidence, words

from servanda.assessing.coded import beside_the_table
from servanda.assessing.cut_off import CutOff
from servanda.assessing.rolling_up import roll_up
from servanda.assessing.rubric import Row
from servanda.assessing.rubrics import G7_1, RUBRICS
from servanda.assessing.scoring import Scores
from servanda.register.verdict import Verdict

INTERIM = CutOff(DAY, final=False)
STEP_4 = assessment(evidence("step_4", 4), evidence("step_4", 4), evidence("step_2", 2))
VERDICT = Verdict(
    "v-1", "T-01", "institute", "first", "g7", "g7/1", "0", datetime.date(2026, 1, 1), words("seen"), "high"
)  # fmt: skip


def coded(given=STEP_4, rubrics=RUBRICS, **changes):
    return beside_the_table(msgspec.structs.replace(VERDICT, **changes), given, INTERIM, rubrics)


def test_a_verdict_that_differs_is_kept_beside_the_table_with_its_reason():
    made = coded(score="+1", differs=words("The law is in force since May."))
    assert (made.table.grade, made.coder.grade, made.differs) == ("0", "+1", True)
    assert (made.table.basis, made.coder.basis) == ("table", "verdict")
    assert made.verdict.differs is not None
    assert not coded().differs


def test_a_verdict_may_be_on_one_partys_part():
    assert coded(party="p1").coder.party == "p1"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"score": "+1"}, "without a reason"),
        ({"score": "5"}, "not on the scale -1, 0, \\+1"),
        ({"rubric_version": "g7/9"}, "no version 'g7/9'"),
        ({"rubric": "level"}, "no version 'g7/1' of the rubric 'level'"),
        ({"party": "nobody"}, "does not answer for"),
        ({"commitment": "T-02"}, "does not answer for"),
    ],
)
def test_a_verdict_that_says_what_it_cannot_is_refused(changes, said):
    with pytest.raises(ValueError, match=said):
        coded(**changes)


def test_what_cannot_be_judged_as_worded_gets_no_verdict():
    with pytest.raises(ValueError, match="cannot be judged as worded"):
        coded(assessment(evidence("not_reviewable")))


def test_changing_a_rubric_changes_no_old_verdict():
    before = coded(score="+1", differs=words("seen"))
    stricter = msgspec.structs.replace(G7_1, number=2, rows={**G7_1.rows, "step_4": Row("-1", "-1")})
    after = coded(rubrics={**RUBRICS, stricter.version: stricter}, score="+1", differs=words("seen"))
    assert after == before
    assert (after.table.rubric, after.table.grade) == ("g7/1", "0")


def test_verdicts_roll_up_among_themselves_and_never_with_the_table():
    coder, table = coded().coder, coded().table
    one, other = (msgspec.structs.replace(coder, commitment=name) for name in ("T-1", "T-2"))
    made = {name: commitment(reference=name) for name in ("T-1", "T-2")}
    group = roll_up("plan", [Scores(one, ()), Scores(other, ())], made)[0]
    assert (group.basis, group.denominator) == ("verdict", 2)
    with pytest.raises(ValueError, match="never rolled up together"):
        roll_up("plan", [Scores(one, ()), Scores(msgspec.structs.replace(table, commitment="T-2"), ())], made)

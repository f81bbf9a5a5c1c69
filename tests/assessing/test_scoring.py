import datetime
from fractions import Fraction

import pytest
from register_of_tests import DAY, TERM, assessed, assessment, commitment, evidence, happening, search

from servanda.assessing.cut_off import CutOff, cut_off
from servanda.assessing.rubrics import COMPLETION_1, G7_1, LEVEL_1
from servanda.assessing.scoring import scores

INTERIM, FINAL = CutOff(DAY, final=False), CutOff(DAY, final=True)


def test_the_joint_score_is_the_mean_of_the_parties_and_both_are_shown():
    made = scores(assessment(evidence("step_4", 4), evidence("delivered", 5), evidence("step_2", 2)), G7_1, INTERIM)
    assert [score.grade for score in made.parties] == ["+1", "0"]
    assert (made.joint.grade, made.joint.points) == ("+1/2", Fraction(1, 2))
    assert G7_1.percent(made.joint.points) == 75


def test_one_partys_score_never_stands_for_both():
    given = assessment(evidence("step_2", 2), evidence("step_2", 2), evidence("none_found"))
    assert scores(given, G7_1, INTERIM).joint.grade is None
    assert scores(given, G7_1, FINAL).joint.grade == "-1/2"


def test_silence_is_failure_only_after_the_final_cut_off():
    for value in (evidence("none_found"), evidence("step_1", 1)):
        assert scores(assessment(value), G7_1, FINAL).joint.grade == "-1"
    assert scores(assessment(evidence("none_found")), G7_1, INTERIM).joint.grade is None
    assert scores(assessment(evidence("step_1", 1)), G7_1, INTERIM).joint.grade == "0"


def test_a_result_names_its_rules_its_rubric_and_its_day():
    made = scores(assessment(evidence("none_found")), G7_1, FINAL).joint
    assert made.rules == ("V2", "X", "T2", "E3")
    assert (made.rubric, made.codebook, made.day, made.basis) == ("g7/1", "servanda-codebook/1", DAY, "table")
    assert "T2" not in scores(assessment(evidence("step_3", 3)), G7_1, FINAL).joint.rules


def test_completion_and_level_score_the_commitment_as_a_whole():
    given = assessment(evidence("step_4", 4), evidence("delivered", 5), evidence("not_searched"))
    assert scores(given, COMPLETION_1, INTERIM).joint.grade == "substantial"
    assert scores(given, LEVEL_1, INTERIM).joint.points == 2


def test_late_delivery_is_complete_and_late():
    made = scores(assessment(evidence("delivered_late", 5)), LEVEL_1, INTERIM).joint
    assert (made.grade, made.late) == ("3", True)


def test_what_cannot_be_judged_has_no_score_and_is_told_from_what_has_none_yet():
    for rubric in (G7_1, COMPLETION_1, LEVEL_1):
        made = scores(assessment(evidence("not_reviewable")), rubric, FINAL).joint
        assert (made.grade, made.reviewable) == (None, False)
    assert scores(assessment(evidence("not_searched")), G7_1, FINAL).joint.reviewable


def test_an_assessment_as_at_another_day_is_refused():
    with pytest.raises(ValueError, match="assess it as at that"):
        scores(assessment(evidence("step_1", 1)), G7_1, cut_off(TERM, DAY + datetime.timedelta(1)))


def test_each_party_is_scored_by_what_it_did_and_what_all_did_together():
    north = happening("2025-06-01", "completes", 5, tier="A", party="north")
    both = happening("2025-05-01", step=2)
    made = scores(assessed(north, both), G7_1, INTERIM)
    assert [(score.party, score.grade) for score in made.parties] == [("north", "+1"), ("south", "0")]
    assert made.joint.grade == "+1/2"


def test_only_the_parties_that_undertook_it_are_scored():
    made = scores(assessed(made=commitment(promisors=("south",)), searches=[search("2025-09-01")]), G7_1, FINAL)
    assert [score.party for score in made.parties] == ["south"]
    assert made.joint.grade == "-1"

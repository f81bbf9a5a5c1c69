import datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from register_of_tests import DAY, assessment, commitment, evidence

from servanda.assessing.cut_off import CutOff
from servanda.assessing.rolling_up import Weighting, roll_up
from servanda.assessing.rubrics import COMPLETION_1, G7_1, LEVEL_1, RUBRICS
from servanda.assessing.scoring import scores

INTERIM, FINAL = CutOff(DAY, final=False), CutOff(DAY, final=True)
EVIDENCE = [evidence("not_reviewable"), evidence("not_searched"), evidence("none_found"), evidence("contrary")]
EVIDENCE += [evidence(f"step_{step}", step) for step in range(1, 5)] + [evidence("stale", step) for step in (1, 4)]
EVIDENCE += [evidence("delivered", 5), evidence("exceeded", 6), evidence("delivered_late", 5)]
BY = ("plan", "pillar", "area", "control", "party")


@st.composite
def registers(draw):
    """Draw commitments in pillars, areas and control levels, each with evidence for itself and two parties."""
    commitments, assessments = {}, []
    for place in range(draw(st.integers(1, 12))):
        made = commitment(
            reference=f"T-{place}",
            pillar=draw(st.sampled_from(["rivers", "roads"])),
            area=draw(st.sampled_from([None, "near", "far"])),
            control=draw(st.sampled_from([None, 1, 2, 3, 4])),
        )
        commitments[made.reference] = made
        found = [draw(st.sampled_from(EVIDENCE)) for _ in range(3)]
        assessments.append(assessment(*found, reference=made.reference))
    return commitments, assessments


def scored(assessments, rubric=G7_1, when=INTERIM):
    return [scores(one, rubric, when) for one in assessments]


def one_group(*found, rubric=G7_1, when=INTERIM, **how):
    made = {f"T-{place}": commitment(reference=f"T-{place}") for place in range(len(found))}
    given = [assessment(one, reference=reference) for reference, one in zip(made, found, strict=True)]
    return roll_up("plan", scored(given, rubric, when), made, **how)[0]


@given(registers(), st.sampled_from(sorted(RUBRICS)), st.booleans(), st.sampled_from(BY))
def test_the_parts_of_every_denominator_add_up(register, version, final, by):
    commitments, assessments = register
    for group in roll_up(by, scored(assessments, RUBRICS[version], FINAL if final else INTERIM), commitments):
        assert group.items == group.denominator + group.not_reviewable + group.not_given
        assert group.denominator == sum(count for _, count in group.grades)
        assert group.late <= group.denominator


@given(registers(), st.sampled_from(BY))
def test_every_score_is_in_exactly_one_group(register, by):
    commitments, assessments = register
    made = scored(assessments)
    expected = sum(len(one.parties) for one in made) if by == "party" else len(made)
    assert sum(group.items for group in roll_up(by, made, commitments)) == expected


@given(registers(), st.sampled_from(BY), st.randoms())
def test_the_order_of_the_scores_does_not_matter(register, by, random):
    commitments, assessments = register
    made = scored(assessments)
    shuffled = random.sample(made, len(made))
    assert roll_up(by, shuffled, commitments) == roll_up(by, made, commitments)


@given(registers(), st.sampled_from(["g7/1", "level/1"]))
def test_percentages_stay_within_a_hundred_and_are_none_only_where_nothing_has_a_grade(register, version):
    commitments, assessments = register
    for group in roll_up("pillar", scored(assessments, RUBRICS[version], FINAL), commitments):
        assert (group.percent is None) == (group.denominator == 0)
        assert group.percent is None or 0 <= group.percent <= 100


def test_g7_in_percent_is_fifty_times_the_score_and_one():
    group = one_group(evidence("delivered", 5), evidence("delivered", 5), evidence("step_2", 2), evidence("contrary"))
    assert (group.mean, group.percent) == (Fraction(1, 4), 50 * (Fraction(1, 4) + 1))
    assert group.grades == (("-1", 1), ("0", 1), ("+1", 2))


def test_the_level_is_told_in_percent_of_the_maximum():
    group = one_group(evidence("delivered", 5), evidence("step_4", 4), evidence("none_found"), rubric=LEVEL_1)
    assert group.percent == Fraction(500, 9)


def test_grades_in_words_are_counted_and_never_averaged():
    group = one_group(evidence("delivered_late", 5), evidence("not_searched"), rubric=COMPLETION_1)
    assert (group.mean, group.percent, group.late) == (None, None, 1)
    assert dict(group.grades) == {"no_evidence": 1, "not_started": 0, "limited": 0, "substantial": 0, "complete": 1}


def test_what_cannot_be_judged_leaves_the_denominator_and_is_shown():
    group = one_group(evidence("not_reviewable"), evidence("not_searched"), evidence("delivered", 5))
    assert (group.items, group.denominator, group.not_reviewable, group.not_given) == (3, 1, 1, 1)
    assert group.percent == 100


def test_a_result_states_its_weights_rules_rubric_and_cut_off():
    group = one_group(evidence("delivered", 5), when=FINAL)
    assert (group.weighting, group.rules, group.rubric) == ("equal", ("V2", "V6"), "g7/1")
    assert (group.cut_off, group.codebook) == (FINAL, "servanda-codebook/1")


def test_stated_weights_count():
    weights = Weighting("by budget", {"T-0": Fraction(3), "T-1": Fraction(1)})
    group = one_group(evidence("delivered", 5), evidence("contrary"), weighting=weights)
    assert (group.mean, group.weighting) == (Fraction(1, 2), "by budget")
    with pytest.raises(ValueError, match="states no weight above zero for T-2"):
        one_group(*[evidence("contrary")] * 3, weighting=weights)


@given(registers(), st.fractions(min_value=Fraction(1, 100), max_value=100))
def test_equal_weights_of_any_size_are_equal_weights(register, weight):
    commitments, assessments = register
    same = Weighting("same", dict.fromkeys(commitments, weight))
    for plain, weighed in zip(
        roll_up("pillar", scored(assessments), commitments),
        roll_up("pillar", scored(assessments), commitments, same),
        strict=True,
    ):
        assert plain.mean == weighed.mean


def test_a_measure_and_its_parent_are_both_counted():
    made = {"T-0": commitment(reference="T-0"), "T-1": commitment(reference="T-1", parent="T-0")}
    given = [assessment(evidence("step_2", 2), reference=reference) for reference in made]
    group = roll_up("plan", scored(given), made)[0]
    assert (group.items, group.measures) == (2, 1)


@pytest.mark.parametrize(
    "others",
    [
        scored([assessment(evidence("contrary"), reference="T-1")], LEVEL_1),
        scored([assessment(evidence("contrary"), reference="T-1")], when=FINAL),
        scored(
            [assessment(evidence("contrary"), reference="T-1", day=DAY + datetime.timedelta(1))],
            when=CutOff(DAY + datetime.timedelta(1), final=False),
        ),
    ],
    ids=["rubric", "final", "day"],
)
def test_unlike_scores_are_never_rolled_up_together(others):
    made = {reference: commitment(reference=reference) for reference in ("T-0", "T-1")}
    with pytest.raises(ValueError, match="never rolled up together"):
        roll_up("plan", scored([assessment(evidence("contrary"), reference="T-0")]) + others, made)


def test_the_same_commitment_is_not_counted_twice():
    twice = scored([assessment(evidence("contrary"))] * 2)
    with pytest.raises(ValueError, match="scored twice"):
        roll_up("plan", twice, {"T-01": commitment()})


def test_groups_come_in_the_order_of_the_register_and_what_is_not_stated_has_its_own():
    made = {
        "T-0": commitment(reference="T-0", pillar="roads", area="far", control=2),
        "T-1": commitment(reference="T-1", pillar="rivers"),
    }
    given = scored([assessment(evidence("contrary"), reference=reference) for reference in made])
    assert [group.key for group in roll_up("pillar", given, made)] == ["roads", "rivers"]
    assert [group.key for group in roll_up("area", given, made)] == ["roads/far", "rivers/"]
    assert [(group.key, group.rules) for group in roll_up("control", given, made)] == [
        ("2", ("V2", "V6", "D4")),
        ("", ("V2", "V6", "D4")),
    ]
    assert [group.key for group in roll_up("party", given, made)] == ["p0"]

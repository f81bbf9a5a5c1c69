import shutil
from pathlib import Path

import pytest

from servanda.plans.folder import load_plan
from servanda.plans.strict_yaml import PlanError

EXAMPLE = Path(__file__).resolve().parents[2] / "plans" / "example"


@pytest.fixture
def plan_folder(tmp_path):
    folder = tmp_path / "plan"
    shutil.copytree(EXAMPLE, folder)
    return folder


def replace(folder, file, old, new):
    path = folder / file
    content = path.read_text(encoding="utf-8")
    assert old in content
    path.write_text(content.replace(old, new, 1), encoding="utf-8")


def test_a_reference_to_a_document_that_is_not_there_is_refused_with_file_and_line(plan_folder):
    replace(plan_folder, "commitments.yaml", "document: ", "document: nowhere-")

    with pytest.raises(PlanError, match=r"commitments\.yaml:\d+: no document 'nowhere-"):
        load_plan(plan_folder)


def test_a_reference_used_twice_is_refused(plan_folder):
    path = plan_folder / "commitments.yaml"
    first = load_plan(plan_folder).commitments[0].reference
    second = load_plan(plan_folder).commitments[1].reference
    path.write_text(path.read_text(encoding="utf-8").replace(f"reference: {second}", f"reference: {first}", 1), "utf-8")

    with pytest.raises(PlanError, match=rf"commitments\.yaml:\d+: '{first}' is used twice"):
        load_plan(plan_folder)


def test_a_missing_file_of_the_folder_is_named(plan_folder):
    (plan_folder / "happenings.yaml").unlink()

    with pytest.raises(PlanError, match=r"happenings\.yaml: the file is missing"):
        load_plan(plan_folder)


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(PlanError, match="no such plan folder"):
        load_plan(tmp_path / "nothing")


def test_queries_for_a_commitment_that_is_not_there_are_refused_with_file_and_line(plan_folder):
    replace(plan_folder, "queries.yaml", "W02:", "W99:")

    with pytest.raises(PlanError, match=r"queries\.yaml:\d+: no commitment 'W99'"):
        load_plan(plan_folder)


def test_a_file_that_may_be_missing_may_be_empty_too(plan_folder):
    (plan_folder / "queries.yaml").write_text("# nothing yet\n", encoding="utf-8")

    assert load_plan(plan_folder).queries == {}


@pytest.mark.parametrize("weight", ["heavy", "-1", "10", "999999999999999999999", "1.5"])
def test_a_weight_that_no_reviewers_could_adopt_is_refused_under_its_term(plan_folder, weight):
    (plan_folder / "weights.yaml").write_text(f"flood: 3\nport: {weight}\n", encoding="utf-8")

    with pytest.raises(PlanError, match=r"weights\.yaml:2: .*\(port\)"):
        load_plan(plan_folder)

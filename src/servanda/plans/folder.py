"""A plan folder: everything that is data about one agreement, read strictly and checked as a whole.

plan.yaml          the agreement, its parties and pillars
actors.yaml        institutions, people, other agreements
documents.yaml     what is cited; texts/ holds those whose words are ours
commitments.yaml   forums.yaml  contributions.yaml  projects.yaml
happenings.yaml    positions.yaml  conflicts.yaml  searches.yaml  context.yaml
acts.yaml          only in an imaginary plan: what its parties and others did
queries.yaml       what else a text would say that bears on a commitment (CODEBOOK E5), for the monitor
weights.yaml       weights of the monitor's terms that reviewers adopted (``servanda learn`` writes it)
"""

from pathlib import Path

import msgspec

from servanda.plans.fault_place import Route
from servanda.plans.plan import Plan
from servanda.plans.references import check_references
from servanda.plans.strict_yaml import PlanError, convert, read_lines

_FILES = {field.name: field for field in msgspec.structs.fields(Plan) if field.name != "folder"}


def load_plan(folder: Path) -> Plan:
    """Read a plan folder.

    Raises PlanError, with file and line, for a missing file, an unknown key, a value of the wrong type, a reference to
    something that is not there, or an id used twice.
    """
    if not folder.is_dir():
        raise PlanError(f"{folder}: no such plan folder")
    parts = {}
    lines: dict[str, dict[Route, int]] = {}
    for name, field in _FILES.items():
        path = folder / file_name(name)
        if not field.required and not path.exists():
            continue
        value, lines[name] = read_lines(path)
        if not (value or field.required):  # an empty file, or one in which all is commented out
            continue
        parts[name] = convert(value, field.type, path, lines[name])
    plan = Plan(folder=folder, **parts)
    check_references(plan, lines)
    return plan


def file_name(field: str) -> str:
    """Return the file of the plan folder that holds a field of the plan."""
    return "plan.yaml" if field == "agreement" else f"{field}.yaml"

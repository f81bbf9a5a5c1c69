"""Check that everything a plan refers to is there, and that no id is used twice."""

import msgspec

from servanda.plans.fault_place import Route
from servanda.plans.plan import Plan
from servanda.plans.strict_yaml import PlanError, line_of
from servanda.register.references import references

_IDENTITY = {"commitments": "reference"}
_LISTS = (
    "documents", "commitments", "contributions", "projects", "happenings", "conflicts", "searches", "context",
)  # fmt: skip


def check_references(plan: Plan, lines: dict[str, dict[Route, int]]) -> None:
    """Raise PlanError, with file and line, for a reference to nothing or an id used twice."""
    known = _known(plan, lines)
    for reference in plan.queries:
        if reference not in known["commitment"]:
            raise _error(
                plan, "queries", (reference,), lines, f"no commitment {reference!r} in this plan; add it or correct it"
            )
    # Acts name what other acts made: the register's rules judge them when they are recorded.
    others = {"folder", "agreement", "acts", "queries", "weights"}
    for name in (field.name for field in msgspec.structs.fields(Plan) if field.name not in others):
        for route, kind, value in references(getattr(plan, name)):
            if value not in known[kind]:
                what = kind.replace("_", " ")
                raise _error(plan, name, route, lines, f"no {what} {value!r} in this plan; add it or correct it")


def _known(plan: Plan, lines: dict[str, dict[Route, int]]) -> dict[str, set[str]]:
    ids: dict[str, set[str]] = {}
    for name in _LISTS:
        key = _IDENTITY.get(name, "id")
        seen: set[str] = set()
        for index, item in enumerate(getattr(plan, name)):
            identity = getattr(item, key)
            if identity in seen:
                raise _error(
                    plan, name, (index, key), lines, f"{identity!r} is used twice; references are permanent and unique"
                )
            seen.add(identity)
        ids[name] = seen
    parties = {party.id for party in plan.agreement.parties}
    institutions = {institution.id for institution in plan.actors.institutions}
    return {
        "document": ids["documents"],
        "commitment": ids["commitments"],
        "contribution": ids["contributions"],
        "happening": ids["happenings"],
        "pillar": {pillar.id for pillar in plan.agreement.pillars},
        "area": {area.id for pillar in plan.agreement.pillars for area in pillar.areas},
        "forum": {forum.id for forum in plan.forums.forums},
        "actor": parties | institutions,
        "party": parties | institutions | {
            tenure.party for person in plan.actors.people for tenure in person.tenures
        },
    }  # fmt: skip


def _error(plan: Plan, name: str, route: Route, lines: dict[str, dict[Route, int]], message: str) -> PlanError:
    return PlanError(f"{plan.folder / f'{name}.yaml'}:{line_of(route, lines[name])}: {message}")

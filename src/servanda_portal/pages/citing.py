"""What of a register rests on a document."""

from collections.abc import Iterable, Iterator
from typing import Any

from servanda.plans.plan import Plan
from servanda_portal.queries.register import Register


def citing(register: Register, identity: str) -> dict[str, list[Any]]:
    """Return what cites a document, by the page on which it stands; what cites nothing of it is left out."""
    return register.once("citing", lambda: _citing(register.plan)).get(identity, {})


def _citing(plan: Plan) -> dict[str, dict[str, list[Any]]]:
    """Return the same for every document, by its id."""
    found: dict[str, dict[str, list[Any]]] = {}
    for page, one, documents in _cited(plan):
        for identity in dict.fromkeys(documents):
            found.setdefault(identity, {}).setdefault(page, []).append(one)
    return found


def _cited(plan: Plan) -> Iterator[tuple[str, Any, Iterable[str]]]:
    """Give everything that cites, with the page on which it stands and the documents."""
    for commitment in plan.commitments:
        yield "commitments", commitment, (passage.document for passage in commitment.passages)
    for happening in plan.happenings:
        yield "happenings", happening, happening.documents
    for contribution in plan.contributions:
        yield "money", contribution, (name for made in contribution.transactions for name in made.documents)
    for project in plan.projects:
        yield "projects", project, project.documents
    for conflict in plan.conflicts:
        yield "disagreements", conflict, (name for position in conflict.positions for name in position.documents)
    for one in plan.context:
        yield "context", one, one.documents

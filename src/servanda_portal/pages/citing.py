"""What of a register rests on a document."""

from typing import Any

from servanda_portal.queries.register import Register


def citing(register: Register, identity: str) -> dict[str, list[Any]]:
    """Return what cites a document, by the page on which it stands; what cites nothing of it is left out."""
    plan = register.plan
    found: dict[str, list[Any]] = {
        "commitments": [
            one for one in plan.commitments if any(passage.document == identity for passage in one.passages)
        ],
        "happenings": [one for one in plan.happenings if identity in one.documents],
        "money": [
            one
            for one in plan.contributions
            if any(identity in transaction.documents for transaction in one.transactions)
        ],
        "projects": [one for one in plan.projects if identity in one.documents],
        "disagreements": [
            one for one in plan.conflicts if any(identity in position.documents for position in one.positions)
        ],
        "context": [one for one in plan.context if identity in one.documents],
    }
    return {name: items for name, items in found.items() if items}

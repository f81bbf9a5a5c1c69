"""The records that a plan folder states, in its own order: what is written out where no ledger is kept."""

from servanda.plans.plan import Plan
from servanda.register.records import Record


def records(plan: Plan) -> tuple[Record, ...]:
    """Return every record of a plan folder; those that its acts would make are not among them."""
    return (
        plan.agreement,
        *plan.actors.institutions,
        *plan.actors.people,
        *plan.actors.agreements,
        *plan.documents,
        *plan.commitments,
        *plan.forums.forums,
        *plan.forums.meetings,
        *plan.contributions,
        *plan.projects,
        *plan.happenings,
        *plan.positions,
        *plan.conflicts,
        *plan.searches,
        *plan.context,
    )

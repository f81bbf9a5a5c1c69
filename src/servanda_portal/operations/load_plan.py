"""Load a plan folder into the tables."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from django.db import transaction

from servanda.plans import folder as plan_folder
from servanda.plans.plan import Plan
from servanda_portal.codec import digest, encode
from servanda_portal.register.models import Agreement, Commitment, Record

_RECORDS = ("documents", "contributions", "projects", "happenings", "positions", "conflicts", "searches", "context")


def load_plan(folder: Path) -> Plan:
    """Read a plan folder and put its rows in place of those that stood there; nothing where nothing has changed.

    Raises PlanError, with file and line, when the folder is not a plan.
    """
    plan = plan_folder.load_plan(folder)
    state = plan_digest(plan)
    identity = plan.agreement.id
    with transaction.atomic():
        if Agreement.objects.filter(id=identity, digest=state).exists():
            return plan
        Commitment.objects.filter(agreement=identity).delete()
        Record.objects.filter(agreement=identity).delete()
        Agreement.objects.update_or_create(
            id=identity,
            defaults={
                "demonstration": plan.agreement.demonstration,
                "folder": str(folder),
                "digest": state,
                "body": encode(plan.agreement),
                "actors": encode(plan.actors),
            },
        )
        Commitment.objects.bulk_create(_commitments(plan))
        Record.objects.bulk_create(_records(plan))
    return plan


def keep_plans(identities: Iterable[str]) -> None:
    """Drop the rows of every plan that is not among these: its folder is no longer there."""
    Agreement.objects.exclude(id__in=list(identities)).delete()


def plan_digest(plan: Plan) -> str:
    """Return the digest of everything that a plan says."""
    return digest(*(getattr(plan, field) for field in plan.__struct_fields__ if field != "folder"))


def _commitments(plan: Plan) -> Iterator[Commitment]:
    for position, commitment in enumerate(plan.commitments):
        yield Commitment(
            agreement_id=plan.agreement.id,
            reference=commitment.reference,
            position=position,
            body=encode(commitment),
        )


def _records(plan: Plan) -> Iterator[Record]:
    values = {kind: getattr(plan, kind) for kind in _RECORDS}
    values |= {"forums": plan.forums.forums, "meetings": plan.forums.meetings}
    for kind, items in values.items():
        for position, item in enumerate(items):
            yield Record(agreement_id=plan.agreement.id, kind=kind, position=position, body=encode(item))

"""Bring a register in line with its plan folder: found its ledger, or record what the folder has new."""

import datetime
import itertools
from collections.abc import Iterable
from pathlib import Path

from django.db import transaction

from servanda.plans import folder as plan_folder
from servanda.plans.bringing import records_of, updating_acts
from servanda.plans.founding import DatedAct, founder, founding_acts
from servanda.plans.of_state import plan_of
from servanda.plans.plan import Plan
from servanda.plans.strict_yaml import PlanError
from servanda.record.signing import key_record
from servanda.register.acts.founding import Found
from servanda_portal.accounts.models import Membership
from servanda_portal.codec import digest
from servanda_portal.entries.models import Body, Checkpoint, Entry, Ledger
from servanda_portal.operations.append import append
from servanda_portal.operations.demonstration import open_demonstration
from servanda_portal.operations.folded import folded
from servanda_portal.operations.keys import make_signing_key
from servanda_portal.register.models import Agreement

_NOON = datetime.time(12, tzinfo=datetime.UTC)


def load_plan(folder: Path) -> Plan:
    """Read a plan folder and write its acts into the ledger; nothing where nothing has changed.

    A new agreement is founded. Of a known one, what the folder changed since it was last loaded is recorded, and what
    was put right is corrected; nothing is ever taken out. An imaginary agreement is founded again. The plan is returned
    as the register then has it. Raises PlanError, with file and line, when the folder is not a plan, and Refusal when
    the register's rules do not allow what is new.
    """
    plan = plan_folder.load_plan(folder)
    state = plan_digest(plan)
    with transaction.atomic():
        known = Agreement.objects.filter(id=plan.agreement.id).first()
        if known is not None and known.digest == state and Ledger.objects.filter(register=known.id).exists():
            Agreement.objects.filter(id=known.id).update(published=True, folder=str(folder))
            return _as_kept(plan)
        loaded = {name: digest(record) for name, record in records_of(plan).items()}
        before = {} if known is None else known.loaded
        Agreement.objects.update_or_create(
            id=plan.agreement.id,
            defaults={
                "demonstration": plan.agreement.demonstration,
                "folder": str(folder),
                "digest": state,
                "loaded": loaded,
                "published": True,
            },
        )
        ledger = Ledger.objects.filter(register=plan.agreement.id).first()
        if ledger is not None:
            _refuse_another_kind(plan, ledger)
        if ledger is None or plan.agreement.demonstration:
            _found(plan)
        else:
            changed = {name for name, value in loaded.items() if before.get(name) != value}
            today = datetime.datetime.now(datetime.UTC).date()
            known_state = folded(ledger.register)
            if acts := updating_acts(plan, known_state, changed, today):
                append(ledger.register, acts)
        open_demonstration(plan)
    return _as_kept(plan)


def _refuse_another_kind(plan: Plan, ledger: Ledger) -> None:
    """Refuse to go on with a ledger that was founded as imaginary, or kept, otherwise: who signs in it would change."""
    now = plan.agreement
    changed = "demonstration" if now.demonstration != ledger.demonstration else None
    if changed is None and not now.demonstration and now.kept_by != folded(ledger.register).agreement.kept_by:
        changed = "kept_by"
    if changed is not None:
        said = "was another when this register was founded; put it back, or take another id"
        raise PlanError(f"{plan.folder / 'plan.yaml'}: {changed} {said}")


def keep_plans(identities: Iterable[str]) -> None:
    """Publish only these registers. The ledger of one whose folder is no longer there stays."""
    Agreement.objects.exclude(id__in=list(identities)).update(published=False)


def plan_digest(plan: Plan) -> str:
    """Return the digest of everything that a plan says."""
    return digest(*(getattr(plan, field) for field in plan.__struct_fields__ if field != "folder"))


def _as_kept(plan: Plan) -> Plan:
    """Return the plan as its register has it, with what the portal's own acts made of it.

    Without what only some may see: what is read in documents with this plan is shown to everybody.
    """
    today = datetime.datetime.now(datetime.UTC).date()
    return plan_of(folded(plan.agreement.id).seen_by(None, today), plan.folder)


def _found(plan: Plan) -> None:
    identity, imaginary = plan.agreement.id, plan.agreement.demonstration
    _forget_imaginary(identity)
    Ledger.objects.create(register=identity, demonstration=imaginary)
    author = founder(plan)
    acts = list(founding_acts(plan))
    # A party's key is made here only for an imaginary one: real parties make their own.
    signing = {author.holder, *((one.author.holder for one in acts) if imaginary else ())}
    keys = tuple(
        key_record(make_signing_key(identity, holder).public, holder, "held_by_server") for holder in sorted(signing)
    )
    first = DatedAct(Found(plan.agreement, keys), author, plan.agreement.signed)
    if not imaginary:
        append(identity, [first, *acts])
        return
    for day, run in itertools.groupby([first, *acts], key=lambda one: one.effective):
        append(identity, list(run), datetime.datetime.combine(day, _NOON))


def _forget_imaginary(register: str) -> None:
    """Take away the ledger of an imaginary agreement; the database refuses it for any other."""
    for table in (Body, Checkpoint, Entry):
        table.objects.filter(ledger=register).delete()
    Ledger.objects.filter(register=register).delete()
    Membership.objects.filter(register=register).delete()
    Agreement.objects.get(id=register).records.all().delete()

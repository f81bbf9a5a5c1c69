"""What a plan folder that was changed brings to a register that was founded from it: new records, and corrections."""

import datetime
from collections.abc import Collection
from typing import Any

from servanda.plans.founding import DatedAct, founder
from servanda.plans.plan import Plan
from servanda.register.acts.act import Act, Recording
from servanda.register.acts.commitments import Adopt, Amend
from servanda.register.acts.evidence import RecordConflict, RecordContext, RecordHappening, RecordPosition, RecordSearch
from servanda.register.acts.founding import Cite, KeepUntil, RecordInstitution, RecordOtherAgreement, RecordPerson
from servanda.register.acts.meetings import RecordForum, RecordMeeting
from servanda.register.acts.money import RecordContribution, RecordProject
from servanda.register.agreement import Agreement
from servanda.register.commitment import Commitment
from servanda.register.records import Record, key_of, kind_of
from servanda.register.state import State
from servanda.register.wording import Statement

_ACTS: dict[str, type[Recording]] = {
    "document": Cite, "institution": RecordInstitution, "person": RecordPerson, "other_agreement": RecordOtherAgreement,
    "forum": RecordForum, "project": RecordProject, "contribution": RecordContribution, "meeting": RecordMeeting,
    "happening": RecordHappening, "position": RecordPosition, "context": RecordContext, "conflict": RecordConflict,
    "search": RecordSearch,
}  # fmt: skip
_REASON = Statement("en", "The plan folder was put right.")


def records_of(plan: Plan) -> dict[str, Record]:
    """Return every record of a plan folder by kind and key, as ``commitment W01``, in an order to record in."""
    records = [
        plan.agreement, *plan.documents, *plan.actors.institutions, *plan.actors.people, *plan.actors.agreements,
        *plan.commitments, *plan.forums.forums, *plan.projects, *plan.contributions, *plan.forums.meetings,
        *plan.happenings, *plan.positions, *plan.context, *plan.conflicts, *plan.searches,
    ]  # fmt: skip
    return {f"{kind_of(record)} {key_of(record)}": record for record in records}


def updating_acts(plan: Plan, state: State, changed: Collection[str], day: datetime.date) -> list[DatedAct]:
    """Return the acts that bring records which the folder ``changed`` into the register, as of a day.

    Of the agreement itself only its last day can move on: everything else about it is founded once.
    """
    author = founder(plan)
    acts = [act for name, record in records_of(plan).items() if name in changed for act in _act(state, record)]
    return [DatedAct(act, author, day) for act in acts]


def _act(state: State, record: Record) -> list[Act]:
    before = state.find(type(record), key_of(record))
    if before == record:
        return []
    if isinstance(record, Agreement):
        later = record.recorded_until > state.agreement.recorded_until
        return [KeepUntil(record.recorded_until)] if later else []
    if isinstance(record, Commitment):
        return [Adopt(record) if before is None else Amend(record, _REASON)]
    make: Any = _ACTS[kind_of(record)]
    act: Act = make(record, correction=None if before is None else _REASON)
    return [act]

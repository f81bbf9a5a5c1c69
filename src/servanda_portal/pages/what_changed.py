"""What changed in a register: the acts of its ledger that a reader may see, and what happened, the latest first."""

import dataclasses
import datetime
import itertools

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from servanda.register.acts.act import Act, Recording
from servanda.register.acts.any_act import act_type
from servanda.register.acts.consent import Agree, Decline, Propose, Retract
from servanda.register.acts.joint import joint_act
from servanda.register.acts.keys import GrantRole, RevokeRole
from servanda.register.author import Author
from servanda.register.happening import Happening
from servanda.register.proposal import Proposal
from servanda.register.records import kind_of
from servanda_portal.pages.work.act_words import act_words
from servanda_portal.queries import ledger
from servanda_portal.queries.ledger import Written
from servanda_portal.queries.register import Register

MOST = 300  # acts that are told here; the ledger has the others
# The kinds of change that a reader may ask for.
KINDS: dict[str, str | Promise] = {
    "commitment": _("Commitments"),
    "report": _("Reports"),
    "evidence": _("Evidence"),
    "verdict": _("Verdicts"),
    "money": _("Money"),
    "meeting": _("Meetings"),
    "happening": _("What happened"),
    "other": _("Everything else"),
}
_RECORDS = {
    "commitment": "commitment", "standing": "commitment",
    "report": "report", "obstacle": "report", "round": "report", "position": "report",
    "evidence": "evidence", "search": "evidence", "conflict": "evidence", "mention_review": "evidence",
    "verdict": "verdict", "guideline": "verdict", "reply": "verdict", "dispute": "verdict",
    "contribution": "money", "indicator": "money", "observation": "money", "project": "money",
    "forum": "meeting", "meeting": "meeting", "minutes": "meeting", "follow_up": "meeting",
    "happening": "happening",
}  # fmt: skip
_ACTS = {
    "adopt": "commitment", "amend": "commitment", "revise_deadline": "commitment", "split": "commitment",
    "merge": "commitment", "withdraw": "commitment", "add_passage": "commitment", "name_owner": "commitment",
    "resolve_obstacle": "report", "accept_evidence": "evidence", "refuse_evidence": "evidence",
    "finalise_verdict": "verdict", "rule_on_dispute": "verdict", "record_transaction": "money",
}  # fmt: skip


@dataclasses.dataclass(frozen=True)
class Change:
    """What changed on a day: an act, ``written`` in the ledger, or a ``happening``; ``commitment`` is a reference.

    ``times`` is how many acts in a row, by one holder, are told by the same words.
    """

    day: datetime.date
    kind: str
    words: str = ""
    commitment: str | None = None
    written: Written | None = None
    happening: Happening | None = None
    times: int = 1


def changes(found: Register, viewer: Author | None, since: datetime.date, most: int = MOST) -> tuple[list[Change], int]:
    """Return what changed from a day on, the latest first, and how many entries of that time are not among it.

    An act counts on the day on which it was recorded; what happened, on its own last day.
    """
    within = [(one, act) for one, act in _latest(found, viewer)[:most] if one.entry.recorded.date() >= since]
    left = 0
    if len(within) == most:
        left = within[-1][0].entry.number - ledger.size_on(found.agreement.id, since - datetime.timedelta(days=1))
    acts = [act for _one, act in within if act is not None]
    told = {change.happening.id for change in acts if change.happening is not None}
    happened = [
        change
        for change in found.once("happened", lambda: _happened(found))
        if since <= change.day and change.happening is not None and change.happening.id not in told
    ]
    return sorted([*acts, *happened], key=lambda change: change.day, reverse=True), left


def _happened(found: Register) -> list[Change]:
    """Return what happened up to the register's last day."""
    return [
        Change(one.when.end, "happening", happening=one) for one in found.plan.happenings if one.when.end <= found.day
    ]


def _latest(found: Register, viewer: Author | None) -> list[tuple[Written, Change | None]]:
    """Return the last entries, each with what it changed; None where the viewer, whose register it is, may not know."""

    def read() -> list[tuple[Written, Change | None]]:
        plan = found.agreement.id
        until = None if found.as_at is None else ledger.size_on(plan, found.as_at.day)
        written = ledger.latest(plan, found.state, viewer, MOST, until)
        return [(one, None if one.act is None else _change(found, one, one.act)) for one in written]

    return found.once(("latest", get_language()), read)


def by_day(found: list[Change]) -> list[tuple[datetime.date, list[Change]]]:
    """Return changes day by day, those that say the same in a row as one."""
    days = []
    for day, group in itertools.groupby(found, key=lambda change: change.day):
        told = [list(same) for _said, same in itertools.groupby(group, key=_said)]
        days.append((day, [dataclasses.replace(same[0], times=len(same)) for same in told]))
    return days


def _said(change: Change) -> object:
    """Return what a reader sees of a change: its words and who did it; what happened is always told by itself."""
    if change.written is None or change.happening is not None:
        return id(change)
    if isinstance(change.written.act, GrantRole | RevokeRole):
        return (type(change.written.act), change.written.entry.by.holder)  # who works with a register comes in crowds
    return (change.words, change.commitment, change.written.entry.by.holder)


def reference_of(found: Register, act: Act) -> str | None:
    """Return the commitment that an act is about; None where it is about none, or about several."""
    act = _meant(found, act)
    for holder, name in ((act, "reference"), (getattr(act, "record", None), "commitment")):
        if isinstance(reference := getattr(holder, name, None), str) and reference in found.commitments:
            return reference
    named = getattr(act, "bearing", None) or getattr(act, "commitment", None)
    reference = getattr(named, "commitment", None) or getattr(named, "reference", None)
    return reference if reference in found.commitments else None


def _change(found: Register, written: Written, act: Act) -> Change:
    day = written.entry.recorded.date()
    meant = _meant(found, act)
    record = meant.record if isinstance(meant, Recording) else None
    kind = _ACTS.get(act_type(meant), "other") if record is None else _RECORDS.get(kind_of(record), "other")
    happening = record if isinstance(record, Happening) else None
    return Change(day, kind, act_words(found, act), reference_of(found, act), written, happening)


def _meant(found: Register, act: Act) -> Act:
    """Return the act that a proposal, or an answer to one, is about."""
    if isinstance(act, Propose):
        return act.change_to
    if isinstance(act, Agree | Decline | Retract):
        proposal = found.state.find(Proposal, act.proposal)
        return act if proposal is None else joint_act(proposal.change)
    return act

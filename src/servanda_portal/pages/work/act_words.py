"""What an act did, in a sentence that says it plainly; who and when stand beside it."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from servanda.register.acts.act import Act, Recording
from servanda.register.acts.any_act import act_type
from servanda.register.acts.commitments import Merge
from servanda.register.acts.consent import Agree, Decline, Propose, Retract
from servanda.register.acts.joint import joint_act
from servanda.register.contribution import Contribution
from servanda.register.forum import Forum, Meeting
from servanda.register.happening import PublishedPosition
from servanda.register.keys import Grant
from servanda.register.proposal import Proposal
from servanda.register.records import key_of, kind_of
from servanda.register.wording import Names, Wording
from servanda_portal.pages.templatetags.servanda import holder, label, page_language, period, said
from servanda_portal.pages.work.field_words import KINDS
from servanda_portal.queries.register import Register

_SENTENCES: dict[str, Callable[[Register, Any], str]] = {
    "found": lambda _found, _act: _("Founded the register"),
    "open": lambda _found, _act: _("Brought the register into force"),
    "keep_until": lambda _found, act: _("Kept the register up to %(day)s") % {"day": period(act.last_day)},
    "adopt": lambda _found, act: _("Adopted %(reference)s") % {"reference": act.commitment.reference},
    "amend": lambda _found, act: _("Amended %(reference)s") % {"reference": act.commitment.reference},
    "revise_deadline": lambda _found, act: _("Revised the deadline of %(reference)s") % {"reference": act.reference},
    "split": lambda _found, act: (
        _("Split %(reference)s into %(into)s")
        % {"reference": act.reference, "into": ", ".join(one.reference for one in act.into)}
    ),
    "merge": lambda _found, act: (
        _("Merged %(references)s into %(into)s") % {"references": ", ".join(act.references), "into": act.into.reference}
    ),
    "withdraw": lambda _found, act: _("Withdrew %(reference)s") % {"reference": act.reference},
    "add_passage": lambda _found, act: _("Pointed %(reference)s to another passage") % {"reference": act.reference},
    "name_owner": lambda found, act: (
        _("Named %(institution)s the owner of %(reference)s")
        % {"institution": _who(found, act.owner.institution), "reference": act.reference}
    ),
    "resolve_obstacle": lambda _found, _act: _("Resolved an obstacle"),
    "record_transaction": lambda found, act: (
        _("Recorded an amount of %(contribution)s") % {"contribution": _contribution(found, act.contribution)}
    ),
    "accept_evidence": lambda _found, act: (
        _("Accepted evidence for %(reference)s") % {"reference": act.bearing.commitment}
    ),
    "refuse_evidence": lambda _found, _act: _("Refused evidence"),
    "finalise_verdict": lambda _found, _act: _("Made a verdict final"),
    "rule_on_dispute": lambda _found, _act: _("Answered a dispute"),
    "make_key": lambda found, act: _("Made a key for %(holder)s") % {"holder": _who(found, act.key.holder)},
    "rotate_key": lambda _found, _act: _("Put a new key in the place of an old one"),
    "revoke_key": lambda _found, _act: _("Took a key back"),
    "grant_role": lambda found, act: _("Gave a role: %(role)s") % {"role": _role(found, act.grant)},
    "revoke_role": lambda found, act: _taken_back(found, found.state.find(Grant, act.grant)),
}
_RECORDED: dict[str, Callable[[], str]] = {
    "submit_report": lambda: _("Reported"),
    "raise_obstacle": lambda: _("Raised an obstacle"),
    "submit_evidence": lambda: _("Submitted evidence"),
    "open_round": lambda: _("Opened a reporting round"),
    "agree_minutes": lambda: _("Agreed minutes"),
    "freeze_guideline": lambda: _("Froze a guideline"),
    "code_commitment": lambda: _("Coded a commitment"),
    "draft_verdict": lambda: _("Drafted a verdict"),
    "reply_to_verdict": lambda: _("Replied to a draft verdict"),
    "open_dispute": lambda: _("Contested a record"),
}


def act_words(register: Register, act: Act) -> str:
    """Return what an act did."""
    match act:
        case Propose():
            return _("Proposed: %(what)s") % {"what": proposal_words(register, act.change_to)}
        case Agree() | Decline() | Retract():
            return _ANSWERS[type(act)]() % {"what": _proposed(register, act.proposal)}
        case _ if (known := _SENTENCES.get(act_type(act))) is not None and getattr(act, "correction", None) is None:
            return known(register, act)
        case Recording():
            return _recorded(register, act)
        case _:
            return act_type(act)


def _who(register: Register, identity: str) -> str:
    """Return what a party, an institution or a holder is called."""
    name = register.actor_names.get(identity)
    if isinstance(name, Names):
        return name.in_language(page_language())[0]
    return str(holder(register, identity))


def _contribution(register: Register, identity: str) -> str:
    one = register.state.find(Contribution, identity)
    return identity if one is None else said(one.name)


def _role(register: Register, grant: Grant) -> str:
    """Return a role and for whom it is; who has it, the ledger tells only those who work with the register."""
    role = {"role": label(grant.role, "ACTING_AS"), "holder": _who(register, grant.holder)}
    return _("%(role)s for %(holder)s") % role


def _taken_back(register: Register, grant: Grant | None) -> str:
    if grant is None:
        return _("Took a role back")
    return _("Took a role back: %(role)s") % {"role": _role(register, grant)}


_ANSWERS: dict[type[Act], Callable[[], str]] = {
    Agree: lambda: _("Agreed to: %(what)s"),
    Decline: lambda: _("Declined: %(what)s"),
    Retract: lambda: _("Took back: %(what)s"),
}


def _proposed(register: Register, identity: str) -> str:
    proposal = register.state.find(Proposal, identity)
    return identity if proposal is None else proposal_words(register, joint_act(proposal.change))


def proposal_words(register: Register, act: Act) -> str:
    """Return what a proposal would do, and to what."""
    known = _WOULD.get(act_type(act))
    what = act_type(act) if known is None else known()
    about = getattr(act, "reference", None) or getattr(getattr(act, "commitment", None), "reference", None)
    if about is None and isinstance(act, Recording):
        about = _called(register, act.record)
    if isinstance(act, Merge):
        about = ", ".join(act.references)
    return f"{what} · {about}" if about else what


_WOULD: dict[str, Callable[[], str]] = {
    "open": lambda: _("Bring the register into force"),
    "adopt": lambda: _("Adopt a commitment"),
    "amend": lambda: _("Amend a commitment"),
    "revise_deadline": lambda: _("Revise a deadline"),
    "split": lambda: _("Split a commitment"),
    "merge": lambda: _("Merge two commitments"),
    "withdraw": lambda: _("Withdraw a commitment"),
    "record_forum": lambda: _("Record a forum"),
    "agree_minutes": lambda: _("Agree minutes"),
    "open_round": lambda: _("Open a reporting round"),
    "record_indicator": lambda: _("Agree on an indicator"),
}


_NAMES = ("title", "name", "sought", "question")  # whichever of these a record has


def _called(register: Register, record: Any) -> str:  # noqa: ANN401 a record of any kind
    """Return what a record is called in words, or else what it is known by."""
    if isinstance(record, PublishedPosition):
        return ", ".join((record.commitment, _who(register, record.party), period(record.date)))
    if isinstance(record, Meeting):
        forum = register.state.find(Forum, record.forum)
        return ", ".join((record.forum if forum is None else _called(register, forum), period(record.when)))
    name = next((got for field in _NAMES if (got := getattr(record, field, None)) is not None), None)
    if isinstance(name, Wording):
        return said(name)
    return name.in_language(page_language())[0] if isinstance(name, Names) else key_of(record)


def _recorded(register: Register, act: Recording) -> str:
    kind = KINDS.get(kind_of(act.record), kind_of(act.record))
    if act.correction is not None:
        return _("Corrected: %(kind)s “%(key)s”") % {"kind": kind, "key": _called(register, act.record)}
    known = _RECORDED.get(act_type(act))
    if known is not None:
        about = getattr(act.record, "commitment", None)
        return f"{known()} · {about}" if about else known()
    return _("Recorded: %(kind)s “%(key)s”") % {"kind": kind, "key": _called(register, act.record)}

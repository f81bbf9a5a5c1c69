"""Every act there is, as one type: what an entry may hold."""

from typing import Any, get_args

import msgspec

from servanda.register.acts.act import Act
from servanda.register.acts.commitments import AddPassage, NameOwner
from servanda.register.acts.consent import Agree, Decline, Propose, Retract
from servanda.register.acts.disputes import OpenDispute, RuleOnDispute
from servanda.register.acts.evidence import (
    AcceptEvidence,
    AdoptWeights,
    RecordConflict,
    RecordContext,
    RecordHappening,
    RecordPosition,
    RecordSearch,
    RefuseEvidence,
    ReviewMention,
    SubmitEvidence,
)
from servanda.register.acts.founding import (
    Cite,
    Found,
    KeepUntil,
    RecordInstitution,
    RecordOtherAgreement,
    RecordPerson,
)
from servanda.register.acts.joint import JointAct
from servanda.register.acts.keys import GrantRole, MakeKey, RevokeKey, RevokeRole, RotateKey
from servanda.register.acts.meetings import FollowUpDecision, RecordMeeting
from servanda.register.acts.money import RecordContribution, RecordObservation, RecordProject, RecordTransaction
from servanda.register.acts.reporting import RaiseObstacle, ResolveObstacle, SubmitReport
from servanda.register.acts.verdicts import (
    CodeCommitment,
    DraftVerdict,
    FinaliseVerdict,
    FreezeGuideline,
    ReplyToVerdict,
)
from servanda.register.as_json import read_special

AnyAct = (
    JointAct | Found | KeepUntil | RecordInstitution | RecordPerson | RecordOtherAgreement | Cite
    | MakeKey | RotateKey | RevokeKey | GrantRole | RevokeRole
    | AddPassage | NameOwner | Propose | Agree | Decline | Retract
    | RecordMeeting | FollowUpDecision | SubmitReport | RaiseObstacle | ResolveObstacle
    | RecordContribution | RecordTransaction | RecordObservation | RecordProject
    | RecordHappening | SubmitEvidence | AcceptEvidence | RefuseEvidence | ReviewMention | RecordPosition
    | RecordSearch | RecordConflict | RecordContext | AdoptWeights
    | FreezeGuideline | CodeCommitment | DraftVerdict | ReplyToVerdict | FinaliseVerdict
    | OpenDispute | RuleOnDispute
)  # fmt: skip
ACTS: tuple[type[Act], ...] = get_args(AnyAct)

_DECODER: msgspec.json.Decoder[Any] = msgspec.json.Decoder(AnyAct, dec_hook=read_special)


def read_act(written: bytes | msgspec.Raw) -> Act:
    """Read an act from JSON. Raises msgspec.ValidationError, with the place, when it is none."""
    act: Act = _DECODER.decode(written)
    return act


def act_type(act: type[Act] | Act) -> str:
    """Return the name under which an act is written: ``adopt``, ``submit_report``."""
    shape = act if isinstance(act, type) else type(act)
    return str(shape.__struct_config__.tag)

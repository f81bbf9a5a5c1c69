"""Acts that a plan folder brings along: what parties, reviewers and evaluators did, in the order of their days."""

import datetime

import msgspec

from servanda.register.acts.any_act import AnyAct
from servanda.register.author import Role
from servanda.register.circumstances import PUBLIC


class ScriptedAct(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An act, the day on which it was recorded, and who did it: ``holder`` in a ``role``.

    Only an imaginary plan has any: nobody signs for others, so that the acts of real parties are never plan data.
    """

    on: datetime.date
    holder: str
    role: Role
    act: AnyAct
    visible_to: str = PUBLIC
    public_from: datetime.date | None = None

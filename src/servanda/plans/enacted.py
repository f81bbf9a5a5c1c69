"""The register that a plan folder makes, without a ledger: every act judged and enacted, nothing signed."""

import datetime

from servanda.plans.founding import DatedAct, founder, founding_acts
from servanda.plans.plan import Plan
from servanda.register.acts.founding import Found
from servanda.register.author import OPERATOR
from servanda.register.circumstances import Circumstances
from servanda.register.judge import judge
from servanda.register.keys import Key
from servanda.register.state import State

_NOON = datetime.time(12, tzinfo=datetime.UTC)


def enacted(plan: Plan, day: datetime.date | None = None) -> State:
    """Return the records of a plan folder that everybody may see on a day, and no keys: nobody signed.

    Without a day, on the plan's last one.

    Raises Refusal where the register's rules do not allow an act of the folder.
    """
    last = plan.agreement.recorded_until if day is None else day
    # On its last day a folder holds all that it records, also what is still going on.
    whole = last >= plan.agreement.recorded_until
    author, acts = founder(plan), [one for one in founding_acts(plan) if whole or one.effective <= last]
    holders = sorted({author.holder, OPERATOR, *(one.author.holder for one in acts)})
    keys = tuple(Key(holder, holder, "", "held_by_server") for holder in holders)
    state = State()
    first = DatedAct(Found(plan.agreement, keys), author, plan.agreement.signed)
    for number, one in enumerate([first, *acts]):
        recorded = datetime.datetime.combine(one.effective, _NOON)
        circumstances = Circumstances(one.author, number, recorded, one.effective, one.visible_to, one.public_from)
        state.enact(judge(state, one.act, circumstances), circumstances)
    return _public(state, last)


def _public(state: State, day: datetime.date) -> State:
    public = State()
    for kind, key, version in state.seen_by(None, day).versions():
        if kind != "key":
            public.place(kind, key, version)
    return public

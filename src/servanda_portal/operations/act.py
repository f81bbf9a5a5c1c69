"""Do acts for somebody who is signed in: what every form and the API call."""

import datetime
from collections.abc import Sequence
from typing import Any

from django.db import transaction

from servanda.plans.founding import DatedAct
from servanda.register.acts.act import Act
from servanda.register.author import Author
from servanda.register.circumstances import PUBLIC, Circumstances
from servanda.register.judge import judge
from servanda.register.refusal import Refusal
from servanda_portal.operations.append import append
from servanda_portal.operations.folded import take


def act(
    register: str,
    author: Author,
    acts: Sequence[Act],
    *,
    effective: datetime.date | None = None,
    visible_to: str = PUBLIC,
    public_from: datetime.date | None = None,
) -> list[int]:
    """Do acts, all or none of them, and return the numbers of their entries; ``effective`` is today unless given.

    Raises Refusal when the register's rules do not allow one, NoKeyError when this server does not hold the key.
    """
    return append(register, _dated(author, acts, effective, visible_to, public_from))


def rehearse(register: str, author: Author, acts: Sequence[Act], **circumstances: Any) -> list[int]:  # noqa: ANN401 those of act
    """Do acts as ``act`` does and take them back: return the numbers that their entries would have.

    Raises what ``act`` raises.
    """
    with transaction.atomic():
        numbers = act(register, author, acts, **circumstances)
        transaction.set_rollback(True)
    return numbers


def try_out(
    register: str,
    author: Author,
    acts: Sequence[Act],
    *,
    visible_to: str = PUBLIC,
    public_from: datetime.date | None = None,
) -> list[Refusal | None]:
    """Return, for each act in its turn, the refusal that it would meet; nothing is written."""
    refusals: list[Refusal | None] = []
    known = take(register)  # and not given back: the state holds what was only tried
    now = datetime.datetime.now(datetime.UTC)
    for number, one in enumerate(acts, known.frontier.size):
        circumstances = Circumstances(author, number, now, now.date(), visible_to, public_from)
        try:
            known.state.enact(judge(known.state, one, circumstances), circumstances)
        except Refusal as refusal:
            refusals.append(refusal)
        else:
            refusals.append(None)
    return refusals


def _dated(
    author: Author,
    acts: Sequence[Act],
    effective: datetime.date | None,
    visible_to: str,
    public_from: datetime.date | None,
) -> list[DatedAct]:
    day = effective or datetime.datetime.now(datetime.UTC).date()
    return [DatedAct(one, author, day, visible_to, public_from) for one in acts]

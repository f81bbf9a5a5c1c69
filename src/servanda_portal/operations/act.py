"""Do acts for somebody who is signed in: what every form and the API call."""

import datetime
from collections.abc import Sequence

from servanda.plans.founding import DatedAct
from servanda.register.acts.act import Act
from servanda.register.author import Author
from servanda.register.circumstances import PUBLIC
from servanda_portal.operations.append import append


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
    day = effective or datetime.datetime.now(datetime.UTC).date()
    return append(register, [DatedAct(one, author, day, visible_to, public_from) for one in acts])

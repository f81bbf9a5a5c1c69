"""Everything about an act but its content: who, when, and for whose eyes."""

import datetime

import msgspec

from servanda.register.author import Author

PUBLIC = "public"
PARTIES = "parties"
REVIEWERS = "reviewers"


class Circumstances(msgspec.Struct, frozen=True):
    """How an act comes to the register.

    ``entry`` is its number in the ledger, from 0; ``recorded`` the time of the record, in UTC; ``effective`` the day
    from which it holds. ``visible_to`` is ``public``, ``parties``, ``reviewers`` (which includes evaluators) or the
    id of one holder; from ``public_from`` on it is public.
    """

    author: Author
    entry: int
    recorded: datetime.datetime
    effective: datetime.date
    visible_to: str = PUBLIC
    public_from: datetime.date | None = None

"""Forums and their meetings: where the parties said they would talk, and when they did."""

from typing import Literal

import msgspec

from servanda.register.period import Period
from servanda.register.wording import Names, Wording


class Forum(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A dialogue, committee or working group. ``cadence`` is an RFC 5545 rule and makes meetings fall due."""

    id: str
    name: Names
    summary: Wording
    parties: tuple[str, ...]
    pillar: str | None = None
    others: tuple[str, ...] = ()
    chairs: tuple[str, ...] = ()
    cadence: str | None = None
    since: Period | None = None
    commitments: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()


class Meeting(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One meeting of a forum: held, planned, or announced and not known to have been held."""

    id: str
    forum: str
    when: Period
    standing: Literal["held", "planned", "announced"]
    summary: Wording
    documents: tuple[str, ...]
    place: Names | None = None
    commitments: tuple[str, ...] = ()


class Forums(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The forums of the agreement and their meetings."""

    forums: tuple[Forum, ...] = ()
    meetings: tuple[Meeting, ...] = ()

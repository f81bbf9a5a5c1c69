"""How long progress stays fresh in each domain (CODEBOOK T5)."""

import datetime
from collections.abc import Mapping

import msgspec

from servanda.register.commitment import Commitment

WINDOW = datetime.timedelta(days=365)


class Windows(msgspec.Struct, frozen=True):
    """The time without new evidence after which progress is stale: by domain, else ``default``.

    A domain is a pillar's id, or an area's as "pillar/area"; the narrower one counts. The codebook leaves the windows
    to each plan; a year is what a plan without its own gets.
    """

    default: datetime.timedelta = WINDOW
    domains: Mapping[str, datetime.timedelta] = {}

    def of(self, commitment: Commitment) -> datetime.timedelta:
        """Return the window of a commitment's domain."""
        by_pillar = self.domains.get(commitment.pillar, self.default)
        return self.domains.get(f"{commitment.pillar}/{commitment.area}", by_pillar)


NO_WINDOWS = Windows()

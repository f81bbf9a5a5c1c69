"""Bodies that a text goes on to call by their kind alone: "the Agency" after "Korean Maritime Agency"."""

import bisect
from collections import defaultdict
from collections.abc import Sequence

import msgspec

from servanda.reading.cast.naming import Naming


class BareKind(msgspec.Struct, frozen=True):
    """The kind of a body that stands alone with its definite article, and its folded word."""

    start: int
    end: int
    kind: str


def read_short_bodies(bare: Sequence[BareKind], namings: Sequence[Naming]) -> list[Naming]:
    """Return what each kind alone stands for: the one body of that kind that the text names before it.

    Two bodies of one kind leave it open. A longer name of the same body ("Ministry of Ports of Chile") counts as one
    with the shorter.
    """
    bodies: dict[str, list[Naming]] = defaultdict(list)
    for naming in namings:
        if naming.rule == "institution":
            bodies[naming.role].append(naming)
    found = []
    for each in bare:
        known = bodies[each.kind]
        told = {naming.value.name: naming for naming in known[: bisect.bisect(known, each.start, key=_start)]}
        longest = max(told, key=len, default="")
        if longest and all(longest.casefold().startswith(name.casefold()) for name in told):
            body = told[longest]
            found.append(Naming(each.start, each.end, "short", body.value, body.party, role=body.role))
    return found


def _start(naming: Naming) -> int:
    return naming.start

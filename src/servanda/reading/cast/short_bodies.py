"""Bodies that a text goes on to call by their kind alone: "the Agency" after "Korean Maritime Agency"."""

from collections.abc import Sequence

import msgspec

from servanda.reading.cast.naming import Naming


class BareKind(msgspec.Struct, frozen=True, gc=False):
    """The kind of a body that stands alone with its definite article, and its folded word."""

    start: int
    end: int
    kind: str


def read_short_bodies(bare: Sequence[BareKind], namings: Sequence[Naming]) -> list[Naming]:
    """Return what each kind alone stands for: the one body of that kind that the text names before it.

    Both are in the order of the text. Two bodies of one kind leave it open from the second on. A longer name of the
    same body ("Ministry of Ports of Chile") counts as one with the shorter.
    """
    known: dict[str, Naming | None] = {}
    found = []
    bodies = [naming for naming in namings if naming.rule == "institution"]
    place = 0
    for each in bare:
        while place < len(bodies) and bodies[place].start < each.start:
            body = bodies[place]
            known[body.role] = _one(known.get(body.role, body), body)
            place += 1
        meant = known.get(each.kind)
        if meant is not None:
            found.append(Naming(each.start, each.end, "short", meant.value, meant.party, role=meant.role))
    return found


def _one(known: Naming | None, body: Naming) -> Naming | None:
    """Return the fuller of two names of one body, None where they are two bodies."""
    if known is None:
        return None
    shorter, longer = sorted((known, body), key=lambda naming: len(naming.value.name))
    return longer if longer.value.name.casefold().startswith(shorter.value.name.casefold()) else None

"""The state of each ledger as this process has folded it, brought up to date from the stored entries."""

import dataclasses
from collections.abc import Iterator

from servanda.ledger.merkle import Frontier, leaf_hash
from servanda.record.body import Body
from servanda.record.fold import fold_into
from servanda.register.state import State, Version
from servanda_portal.entries import models


@dataclasses.dataclass
class Folded:
    """A state, and the frontier of the tree over the bytes that it was folded from."""

    state: State
    frontier: Frontier


_folded: dict[str, Folded] = {}


def folded(register: str, size: int) -> Folded:
    """Return the state of a ledger of that size. Only a writer may ask: it holds the ledger's lock."""
    known = _folded.get(register)
    if known is None or known.frontier.size > size:
        known = _folded[register] = Folded(State(), Frontier())
    for _ in fold_onto(known, register, size):
        pass
    return known


def fold_onto(known: Folded, register: str, size: int) -> Iterator[list[tuple[str, str, Version]]]:
    """Fold the stored entries that are not in it yet, and give the versions that each of them made."""
    if known.frontier.size == size:
        return
    bodies = {row.digest: Body(row.digest, bytes(row.salt), bytes(row.content)) for row in bodies_of(register)}
    rows = models.Entry.objects.filter(ledger=register, number__gte=known.frontier.size, number__lt=size)

    def leaves() -> Iterator[bytes]:
        for leaf in rows.order_by("number").values_list("leaf", flat=True).iterator():
            known.frontier.append(leaf_hash(bytes(leaf)))
            yield bytes(leaf)

    for one in fold_into(known.state, leaves(), bodies):
        yield one.made


def bodies_of(register: str) -> Iterator[models.Body]:
    """Give what lives beside a ledger."""
    return models.Body.objects.filter(ledger=register).iterator()


def forget(register: str) -> None:
    """Forget what was folded: a write failed, and the state may hold what was never stored."""
    _folded.pop(register, None)

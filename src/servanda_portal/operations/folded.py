"""The state of each ledger as this process has folded it, brought up to date from the stored entries."""

import dataclasses
from collections.abc import Iterator

from servanda.ledger.checkpoint import Checkpoint
from servanda.ledger.merkle import Frontier, leaf_hash
from servanda.record.fold import fold_into
from servanda.register.state import State, Version
from servanda_portal.entries import models
from servanda_portal.entries.stored import bodies_of, leaves_of


class DamagedLedgerError(Exception):
    """The stored entries are not those that the checkpoint was signed over: nothing more is signed on top of them."""

    def __init__(self, register: str) -> None:
        super().__init__(f"{register}: its entries are not those of its checkpoint; servanda verify-portal says where")


@dataclasses.dataclass
class Folded:
    """A state, and the frontier of the tree over the bytes that it was folded from."""

    state: State
    frontier: Frontier


_folded: dict[str, Folded] = {}


def take(register: str) -> Folded:
    """Return the present state of a ledger, for the taker alone to change: what was stored of it goes back to ``keep``.

    A state that was kept counts only where the latest checkpoint says that it grew into what is stored: what another
    transaction enacted may have been rolled back, and other processes append too. Raises DamagedLedgerError.
    """
    signed = models.Checkpoint.objects.filter(ledger=register).first()
    for known in (_folded.pop(register, None), Folded(State(), Frontier())):
        if known is None:
            continue
        frontier = _grown(known.frontier, register, 0 if signed is None else signed.size)
        text = Checkpoint(register, frontier.size, frontier.root()).text.encode()
        if frontier.size == 0 if signed is None else bytes(signed.note).startswith(text + b"\n"):
            for _ in fold_onto(known.state, register, known.frontier.size, frontier.size):
                pass
            return Folded(known.state, frontier)
    raise DamagedLedgerError(register)


def keep(register: str, known: Folded) -> None:
    """Keep a state for the next who takes it. It may hold what is not committed yet: ``take`` finds out."""
    _folded[register] = known


def folded(register: str) -> State:
    """Return the present state of a ledger, to look at."""
    known = take(register)
    keep(register, known)
    return known.state


def fold_onto(state: State, register: str, start: int, end: int) -> Iterator[list[tuple[str, str, Version]]]:
    """Fold the stored entries from one number up to another, and give the versions that each of them made."""
    if start < end:
        for one in fold_into(state, leaves_of(register, start, end), bodies_of(register)):
            yield one.made


def _grown(frontier: Frontier, register: str, size: int) -> Frontier:
    """Return a frontier as the stored entries make it grow, without changing it."""
    grown = Frontier(frontier.size, frontier.peaks)
    for leaf in leaves_of(register, frontier.size, size):
        grown.append(leaf_hash(leaf))
    return grown

"""The state of each ledger as this process has folded it, brought up to date from the stored entries."""

import dataclasses

from servanda.ledger.merkle import Frontier, leaf_hash
from servanda.record.reading import read_stored
from servanda.register.acts.any_act import read_act
from servanda.register.state import State
from servanda_portal.entries.models import Body, Entry


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
    rows = Entry.objects.filter(ledger=register, number__gte=known.frontier.size, number__lt=size)
    bodies = dict(Body.objects.filter(ledger=register).values_list("digest", "content")) if rows.exists() else {}
    for leaf in rows.order_by("number").values_list("leaf", flat=True).iterator():
        entry = read_stored(bytes(leaf))
        content = entry.act if entry.sealed is None else bodies.get(entry.sealed)
        if content:  # a body that was destroyed changes nothing any more
            known.state.enact(read_act(bytes(content)).change(known.state, entry.circumstances), entry.circumstances)
        known.frontier.append(leaf_hash(bytes(leaf)))
    return known


def forget(register: str) -> None:
    """Forget what was folded: a write failed, and the state may hold what was never stored."""
    _folded.pop(register, None)

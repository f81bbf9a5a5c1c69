"""Verify what this portal stores: each ledger as anybody would, its guards, and the records projected from it."""

from collections.abc import Iterator

from servanda.record.body import Body
from servanda.record.verify import Verification
from servanda_cli.fault_words import told
from servanda_portal.entries.guards import is_guarded
from servanda_portal.entries.models import Checkpoint, Entry
from servanda_portal.operations.folded import bodies_of
from servanda_portal.operations.rebuild import differences


def faults(register: str) -> Iterator[str]:
    """Give every fault of a register in words; none where all is well."""
    if not is_guarded():
        yield "the database does not guard its entries; servanda restore or a migration puts the guards back"
    bodies = {row.digest: Body(row.digest, bytes(row.salt), bytes(row.content)) for row in bodies_of(register)}
    verification = Verification(bodies)
    leaves = Entry.objects.filter(ledger=register).order_by("number").values_list("leaf", flat=True)
    found = [fault for leaf in leaves.iterator() for fault in verification.add(bytes(leaf))]
    checkpoint = Checkpoint.objects.filter(ledger=register).first()
    found += verification.finish(None if checkpoint is None else bytes(checkpoint.note))
    yield from map(told, found)
    if found:
        yield "its records were not compared with it: the ledger itself has faults"
        return
    for kind, key, entry, wrong in differences(register):
        yield f"record {kind} {key} of entry {entry}: {wrong}; servanda rebuild makes it again"

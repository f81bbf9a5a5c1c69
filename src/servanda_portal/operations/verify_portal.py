"""Verify what this portal stores: each ledger as anybody would, its guards, and the records projected from it."""

from collections.abc import Iterator

from servanda.record.verify import Verification
from servanda_cli.fault_words import told
from servanda_portal.entries.guards import is_guarded
from servanda_portal.entries.models import Checkpoint
from servanda_portal.entries.stored import bodies_of, leaves_of
from servanda_portal.operations.rebuild import differences


def faults(register: str) -> Iterator[str]:
    """Give every fault of a register in words; none where all is well."""
    if not is_guarded():
        yield "the database does not guard its entries; servanda restore or a migration puts the guards back"
    verification = Verification(bodies_of(register))
    found = [fault for leaf in leaves_of(register) for fault in verification.add(leaf)]
    checkpoint = Checkpoint.objects.filter(ledger=register).first()
    found += verification.finish(None if checkpoint is None else bytes(checkpoint.note))
    yield from map(told, found)
    if found:
        yield "its records were not compared with it: the ledger itself has faults"
        return
    for kind, key, entry, wrong in differences(register):
        yield f"record {kind} {key} of entry {entry}: {wrong}; servanda rebuild makes it again"

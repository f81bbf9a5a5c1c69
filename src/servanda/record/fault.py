"""What verification finds. Commands and pages put the codes into words."""

from typing import Literal

import msgspec

FaultCode = Literal[
    # of one entry
    "not_canonical", "not_an_entry", "not_an_act",
    "other_register", "out_of_order", "time_goes_back",
    "unknown_key", "key_not_active", "key_of_another", "unusable_key", "signature",
    "refused", "body_changed",
    # of what lives beside the ledger
    "body_without_entry", "body_unreadable",
    # of the whole
    "no_entries", "no_checkpoint", "checkpoint_unreadable", "checkpoint_of_another", "checkpoint_not_signed",
    "checkpoint_size", "checkpoint_root",
    # against what was trusted before
    "another_register", "other_first_keys", "truncated", "replaced",
    # of an exported folder
    "file_missing", "file_changed", "record_differs", "record_missing", "record_unknown",
    "record_unreadable",
]  # fmt: skip


class Fault(msgspec.Struct, frozen=True):
    """One thing that is wrong: ``entry`` is where, counting the leaves from 0; None where it is not about one.

    ``about`` names what it is about: what was expected and found, keys, files and reasons, as text.
    """

    code: FaultCode
    entry: int | None
    about: dict[str, str]


def fault(code: FaultCode, entry: int | None = None, /, **about: object) -> Fault:
    """Return a fault, whatever it is about written as text."""
    return Fault(code, entry, {name: str(value) for name, value in about.items()})

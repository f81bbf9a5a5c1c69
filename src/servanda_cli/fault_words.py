"""Faults of a ledger in words: where, what is wrong, and what that means."""

from servanda.record.fault import Fault, FaultCode

_NOT_AS_SIGNED = "it was changed after it was signed, or never written by Servanda"

# What is wrong, with what it is about in braces, and what it means.
_WORDS: dict[FaultCode, tuple[str, str]] = {
    "not_canonical": ("the bytes are in no one form ({why})", _NOT_AS_SIGNED),
    "not_an_entry": ("this is no entry ({why})", _NOT_AS_SIGNED),
    "not_an_act": ("the entry holds no act ({why})", "nobody can say what was done"),
    "other_register": ("the entry is of {found}, not of {expected}", "it was put in from another register"),
    "out_of_order": ("it says that it is entry {found}, not {expected}", "entries were taken out, put in or moved"),
    "time_goes_back": ("recorded {found}, after an entry of {before}", "entries were moved or dated back"),
    "unknown_key": ("signed with a key that the register does not know, {key:.16}", "nobody accountable signed it"),
    "key_not_active": ("signed with a key that was {standing}, {key:.16}", "its holder had put that key away"),
    "key_of_another": ("signed by {holder} in the name of {author}", "nobody may sign for somebody else"),
    "unusable_key": ("signed with a key that is not the one its id names, {key:.16}", "nobody can check the signature"),
    "signature": ("the signature does not hold", "the entry was changed, or its author did not sign it"),
    "refused": ("the register's rules refuse it: {code}{rest}", "it should never have been recorded"),
    "body_changed": ("the content is not the one whose digest was recorded, {digest:.16}", "it was changed afterwards"),
    "body_without_entry": ("a content that no entry recorded, {digest:.16}", "it was added, or its entry taken out"),
    "body_unreadable": ("line {line} holds no content ({why})", "it was changed or cut off"),
    "no_entries": ("there is no entry that can be read", "there is no ledger here"),
    "no_checkpoint": ("it is not there", "nothing says where the ledger ends"),
    "checkpoint_unreadable": ("it cannot be read ({why})", "nothing says where the ledger ends"),
    "checkpoint_of_another": ("it is of {found}, not of {expected}", "it belongs to another ledger"),
    "checkpoint_not_signed": ("{holder} did not sign it with an active key", "nobody answers for the whole"),
    "checkpoint_size": ("it is over {checkpoint} entries, here are {entries}", "entries are missing or added"),
    "checkpoint_root": ("it is over other entries than these {size}", "entries were changed or exchanged"),
    "another_register": ("this is {found}, and what you trust is {expected}", "it is not the register that you knew"),
    "other_first_keys": ("the first keys are not those that you trust", "the register was replaced as a whole"),
    "truncated": ("you have seen {seen} entries, here are {entries}", "its end was cut off, or this is an older copy"),
    "replaced": (
        "of the {size} entries that you have seen, some between {first} and {last} are not the same",
        "they were changed, or its keeper shows two ledgers: keep both copies",
    ),
    "file_missing": ("{file} is missing", "the folder is not complete"),
    "file_changed": ("{file} is not as it was written", "it was changed or damaged"),
    "record_differs": ("{kind} {key} is not as the entries make it", "the record was changed, the ledger was not"),
    "record_missing": ("{kind} {key} is missing", "the record was taken out, the ledger was not changed"),
    "record_unknown": ("{kind} {key} is not what the entries make", "the record was added, the ledger was not changed"),
    "record_unreadable": ("line {line} holds no record ({why})", "it was changed or cut off"),
}  # fmt: skip


def where(fault: Fault) -> str:
    """Say where a fault is: an entry, or a file of the folder.

    >>> where(Fault("signature", 41, {}))
    'entry 41'
    """
    if fault.entry is not None:
        return f"entry {fault.entry}"
    for start, place in (("body", "bodies.jsonl"), ("checkpoint", "checkpoint"), ("record", "records.jsonl")):
        if fault.code.removeprefix("no_").startswith(start):
            return place
    return "folder" if fault.code.startswith("file") else "ledger"


def told(fault: Fault) -> str:
    """Return a fault as one line: where, what, and what it means."""
    rest = "".join(f", {name} {value}" for name, value in fault.about.items() if name != "code")
    what, means = _WORDS[fault.code]
    line = f"{where(fault)}: {what.format_map({**fault.about, 'rest': rest})}; {means}"
    return " ".join("".join(c if c.isprintable() else " " for c in line).split())

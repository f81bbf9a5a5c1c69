"""``servanda verify``: an exported folder in, its faults out, one a line."""

import sys
from pathlib import Path

import msgspec
import typer

from servanda.record.fault import Fault
from servanda_cli.exported_folder import ExportedFolder
from servanda_cli.fault_words import told
from servanda_cli.signature_processes import signature_processes
from servanda_cli.trust_files import read_trust, write_trust

_CANNOT_EXCLUDE = "Without --trust nobody can exclude that the whole register was replaced, or cut off at its end."


def verify_folder(folder: Path, form: str, trusted: Path | None, keep: Path | None) -> int:
    """Verify an exported folder. Return the exit status: 1 when it has a fault.

    Raises typer.BadParameter when the folder, or what is trusted, cannot be read.
    """
    trust = None if trusted is None else read_trust(trusted, "--trust")
    with signature_processes() as submit:
        exported = ExportedFolder(folder, trust, submit)
        faults: list[Fault] = []
        for fault in exported.faults():
            faults.append(fault)
            if form == "table":
                typer.echo(told(fault))
    if form == "json":
        _print_json(exported, faults, trusted=trust is not None)
    else:
        _print_summary(exported, len(faults))
        if trust is None:
            typer.echo(
                _CANNOT_EXCLUDE if keep else f"{_CANNOT_EXCLUDE} Keep what identifies it with --write-trust FILE."
            )
    checkpoint = exported.verification.checkpoint
    if keep is not None and checkpoint is not None and not faults:
        write_trust(keep, exported.verification.ledger.trust(checkpoint), "--write-trust")
        if form == "table":
            typer.echo(f"What identifies it is kept: verify later copies with --trust {keep}")
    elif keep is not None:
        typer.echo(f"servanda: {keep} was not written: what has faults is not to be trusted", err=True)
    return 1 if faults else 0


def _print_summary(exported: ExportedFolder, faults: int) -> None:
    ledger = exported.verification.ledger
    typer.echo(f"{ledger.size} entries: {_counted(faults, 'fault') if faults else 'no fault'}.")
    if ledger.hidden:
        typer.echo(f"{_counted(ledger.hidden, 'entry', 'entries')} cannot be read here: not everybody may see them.")
    if ledger.not_judged:
        typer.echo(f"{_counted(ledger.not_judged, 'act')} could not be judged: they build on what cannot be read here.")


def _print_json(exported: ExportedFolder, faults: list[Fault], *, trusted: bool) -> None:
    ledger = exported.verification.ledger
    result = {
        "entries": ledger.size,
        "hidden": ledger.hidden,
        "not_judged": ledger.not_judged,
        "trusted": trusted,
        "faults": [{**msgspec.structs.asdict(fault), "says": told(fault)} for fault in faults],
    }
    sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(result)) + b"\n")


def _counted(number: int, one: str, more: str | None = None) -> str:
    return f"{number} {one if number == 1 else more or f'{one}s'}"

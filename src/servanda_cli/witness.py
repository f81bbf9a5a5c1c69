"""``servanda witness``: whether a register continues what one has seen of it, and one's own signature that it does."""

import secrets
import sys
import time
from pathlib import Path

import msgspec
import typer

from servanda.ledger.cosignature import cosign, cosigner_key
from servanda.ledger.errors import LedgerError
from servanda.ledger.keys import PrivateKey
from servanda.ledger.note_key import NoteSigner
from servanda.record.witness import Fork, fork
from servanda_cli.exported_folder import ExportedFolder
from servanda_cli.fault_words import told
from servanda_cli.signature_processes import signature_processes
from servanda_cli.trust_files import read_signer, read_trust, write_signer, write_trust
from servanda_cli.whole_files import write_file


def witness_folder(folder: Path, key: Path, state: Path, make_key: str | None) -> int:
    """Verify an exported folder against what was seen before, and print its checkpoint, cosigned.

    Return the exit status: 1 when it has a fault, and then nothing is signed or remembered. Raises typer.BadParameter
    when something cannot be read or written.
    """
    trust = read_trust(state, "--state") if state.exists() else None
    with signature_processes() as submit:
        exported = ExportedFolder(folder, trust, submit)
        # Last of what is wrong use: nothing is left behind by it.
        if make_key is not None:
            _make_key(key, make_key)
        signer = read_signer(key)
        faults = list(exported.faults())
    checkpoint = exported.verification.checkpoint
    if faults or checkpoint is None:
        for fault in faults:
            typer.echo(f"servanda: {told(fault)}", err=True)
        if trust is not None and checkpoint is not None:
            _keep_evidence(state, fork(trust, checkpoint, faults, exported.leaves()))
        typer.echo("servanda: not cosigned", err=True)
        return 1
    cosigned = cosign(checkpoint, signer, int(time.time()))
    write_trust(state, exported.verification.ledger.trust(cosigned), "--state")
    sys.stdout.buffer.write(cosigned)
    size = exported.verification.ledger.size
    if trust is None:
        typer.echo(f"servanda: seen for the first time, with {size} entries; remembered in {state}", err=True)
    else:
        typer.echo(f"servanda: {size} entries continue the {trust.checkpoint.size} seen before", err=True)
    return 0


def _make_key(path: Path, name: str) -> None:
    try:
        signer = NoteSigner(name, PrivateKey(secrets.token_bytes(32)))
    except LedgerError as error:
        raise typer.BadParameter(str(error), param_hint="--make-key") from error
    write_signer(path, signer)
    typer.echo(f"servanda: others check your cosignatures with {cosigner_key(signer).vkey}", err=True)


def _keep_evidence(state: Path, evidence: Fork | None) -> None:
    if evidence is None:
        return
    path = state.with_name(f"{state.name}.fork.json")
    try:
        write_file(path, msgspec.json.format(msgspec.json.encode(evidence)) + b"\n")
    except OSError as error:
        raise typer.BadParameter(f"{path}: {error}", param_hint="--state") from error
    typer.echo(f"servanda: {path} proves that two ledgers were signed: show it to all who rely on them", err=True)

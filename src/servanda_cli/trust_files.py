"""Trust and keys as files, or one clear line about what is wrong with them."""

from pathlib import Path

import msgspec
import typer

from servanda.ledger.errors import LedgerError
from servanda.ledger.note_key import NoteSigner
from servanda.record.trust import Trust
from servanda_cli.system_errors import told
from servanda_cli.whole_files import write_file


def read_trust(path: Path, option: str) -> Trust:
    """Read what is trusted of a register. Raises typer.BadParameter when the file cannot be read or holds no trust."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Trust)
    except OSError as error:
        raise typer.BadParameter(_told(path, error), param_hint=option) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        wrong = f"{path}: holds nothing to know a register by ({error}); name the file that servanda wrote"
        raise typer.BadParameter(wrong, param_hint=option) from error


def write_trust(path: Path, trust: Trust, option: str) -> None:
    """Write what is trusted of a register. Raises typer.BadParameter when the file cannot be written."""
    try:
        write_file(path, msgspec.json.format(msgspec.json.encode(trust)) + b"\n")
    except OSError as error:
        raise typer.BadParameter(_told(path, error), param_hint=option) from error


def read_signer(path: Path) -> NoteSigner:
    """Read a witness's private key. Raises typer.BadParameter, which shows nothing of it, when there is none."""
    try:
        return NoteSigner.from_skey(path.read_text(encoding="utf-8").strip())
    except FileNotFoundError as error:
        missing = f"{path}: {error.strerror}; make a key with --make-key NAME"
        raise typer.BadParameter(missing, param_hint="--key") from error
    except OSError as error:
        raise typer.BadParameter(_told(path, error), param_hint="--key") from error
    except (LedgerError, UnicodeDecodeError) as error:
        raise typer.BadParameter(f"{path}: {error}", param_hint="--key") from error


def write_signer(path: Path, signer: NoteSigner) -> None:
    """Write a new private key for its owner alone. Raises typer.BadParameter where there is a file already."""
    if path.exists():
        raise typer.BadParameter(f"{path} is there already, and a key is never overwritten", param_hint="--make-key")
    try:
        write_file(path, signer.skey.encode() + b"\n", mode=0o600)
    except OSError as error:
        raise typer.BadParameter(_told(path, error), param_hint="--key") from error


def _told(path: Path, error: OSError) -> str:
    """Return what the system refused, of the file that was named: a file is written aside under another name."""
    return told(OSError(error.errno, error.strerror, str(path)))

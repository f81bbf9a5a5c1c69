"""The private keys that this server holds, in the portal's folder, never in the database or the project."""

import re
import secrets
from collections.abc import Container
from pathlib import Path

from servanda.ledger.keys import KEY_SIZE, PrivateKey
from servanda_cli.whole_files import write_file
from servanda_portal.home import home

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")


class NoKeyError(Exception):
    """This server does not hold the key of a holder, so that it cannot sign for it."""

    def __init__(self, register: str, holder: str) -> None:
        if _is_plain(register, holder):
            said = f"is not on this server; act where it is held, or restore {_path(register, holder)}"
        else:
            said = "cannot be kept under that name: write letters a to z, digits, - and _, no sign first"
        super().__init__(f"{register}: the key of {holder!r} {said}")


def signing_key(register: str, holder: str, active: Container[str] | None = None) -> PrivateKey:
    """Return the private key of a holder whose public key is ``active`` in the register, by its id; any, with None.

    Raises NoKeyError when it is not here.
    """
    for path in (_path(register, holder), _next(register, holder)):
        if path.exists():
            key = PrivateKey(bytes.fromhex(path.read_text(encoding="ascii").strip()))
            if active is None or key.public.id in active:
                return key
    raise NoKeyError(register, holder)


def make_signing_key(register: str, holder: str) -> PrivateKey:
    """Make a private key for a holder and keep it, or return the one that is here."""
    path = _path(register, holder)
    if not path.exists():
        write_key(path, secrets.token_bytes(KEY_SIZE))
    return signing_key(register, holder)


def make_next_key(register: str, holder: str) -> PrivateKey:
    """Make the key that will follow a holder's own, and keep it beside that one: whichever is active then signs."""
    seed = secrets.token_bytes(KEY_SIZE)
    write_key(_next(register, holder), seed)
    return PrivateKey(seed)


def take_next_key(register: str, holder: str) -> None:
    """Put the next key in the place of the one before, which no longer signs."""
    _next(register, holder).replace(_path(register, holder))


def write_key(path: Path, seed: bytes) -> None:
    """Write a key so that nobody else may read it, whole or not at all, and to last."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_file(path, seed.hex().encode() + b"\n", mode=0o600)


def _is_plain(*names: str) -> bool:
    return all(_NAME.fullmatch(name) for name in names)


def _next(register: str, holder: str) -> Path:
    return _path(register, holder).with_suffix(".next.key")


def _path(register: str, holder: str) -> Path:
    """Return where a key is kept. Raises NoKeyError for a name that could lead elsewhere, or to another's key."""
    if not _is_plain(register, holder):
        raise NoKeyError(register, holder)
    return home() / "keys" / register / f"{holder}.key"

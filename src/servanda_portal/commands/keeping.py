"""Commands that keep a portal: ``servanda backup``, ``restore``, ``rebuild`` and ``verify-portal``."""

from pathlib import Path
from typing import Annotated

import typer

from servanda_cli.whole_files import write_folder
from servanda_portal.commands.speaking import console, refused
from servanda_portal.commands.starting import start


def backup(
    folder: Annotated[Path, typer.Argument(help="A folder that is not there yet.")],
) -> None:
    """Write everything that this portal alone holds into a folder: ledgers, keys, accounts, originals.

    It holds private keys: keep it as you keep them. Example: servanda backup /srv/backups/2026-11-23
    """
    start()
    from servanda_portal.operations.backup import backup as files  # noqa: PLC0415 needs the tables

    # A mistyped SERVANDA_HOME would otherwise make every backup an empty one, and nobody would hear of it.
    if not _registers():
        raise refused("backup", f"no register is here, in {_where()}; no backup was made")
    try:
        write_folder(folder, files(), private=True)
    except OSError as error:
        raise refused("backup", f"{error}; no backup was made") from error
    console.print(f"Everything is in {folder}. Restore it with: servanda restore {folder}", markup=False)


def restore(
    folder: Annotated[Path, typer.Argument(help="A folder that servanda backup wrote.")],
) -> None:
    """Restore a backup into an empty portal, and verify every ledger and every record in it.

    Example: SERVANDA_HOME=/srv/servanda servanda restore /srv/backups/2026-11-23
    """
    start()
    from django.db import DatabaseError  # noqa: PLC0415 needs the settings

    from servanda_portal.operations.backup import RestoreError  # noqa: PLC0415 needs the tables
    from servanda_portal.operations.backup import restore as restore_folder  # noqa: PLC0415 needs the tables

    try:
        registers = restore_folder(folder)
    except RestoreError as error:
        raise refused("restore", str(error)) from error
    except (OSError, DatabaseError) as error:
        raise refused("restore", f"{error}; put that right and restore again") from error
    console.print(f"Restored: {', '.join(registers) or 'no register'}.", markup=False)
    verify_portal()


def rebuild() -> None:
    """Make the projected records of every register again from its ledger."""
    start()
    from servanda_portal.operations.rebuild import rebuild as rebuild_register  # noqa: PLC0415 needs the tables

    for register in _told_registers():
        console.print(f"{register}: {rebuild_register(register)} versions of records", markup=False)


def verify_portal() -> None:
    """Verify this portal: every ledger from its first byte, and every projected record against it.

    Exit status 1 when there is a fault, told one a line.
    """
    start()
    from servanda_portal.operations.verify_portal import faults  # noqa: PLC0415 needs the tables

    bad = False
    for register in _told_registers():
        told = list(faults(register))
        bad = bad or bool(told)
        for fault in told:
            typer.echo(f"{register}: {fault}")
        console.print(f"{register}: {len(told) or 'no'} fault{'s' if len(told) > 1 else ''}", markup=False)
    if bad:
        raise typer.Exit(1)


def _registers() -> list[str]:
    from servanda_portal.queries.ledger import ledgers  # noqa: PLC0415 needs the tables

    return ledgers()


def _told_registers() -> list[str]:
    """Return every register, and say so where there is none: silence would pass for a register without fault."""
    found = _registers()
    if not found:
        console.print(f"No register is here, in {_where()}.", markup=False, soft_wrap=True)
    return found


def _where() -> str:
    """Return which portal the settings name, so that a wrong one is seen."""
    from django.db import connection  # noqa: PLC0415 needs the settings

    from servanda_portal.home import home  # noqa: PLC0415 needs the settings

    if connection.vendor == "sqlite":
        return f"{home()} (SERVANDA_HOME)"
    return "the database of SERVANDA_DATABASE"

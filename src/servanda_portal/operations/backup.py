"""Everything that this portal alone holds, as plain files: ledgers, keys, accounts, and the originals of documents.

What can be made again (readings, findings, projected records) is not in a backup.
"""

import datetime
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby, islice
from pathlib import Path

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.core import serializers
from django.core.management.color import no_style
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, models, transaction

from servanda.record.export import with_sums
from servanda_cli.whole_files import write_file
from servanda_portal.accounts.models import Membership, Token, User
from servanda_portal.entries.models import Body, Checkpoint, Entry, Ledger
from servanda_portal.home import home
from servanda_portal.operations.rebuild import rebuild
from servanda_portal.operations.sums import SumsError, check_sums
from servanda_portal.register.models import Agreement

ROWS = "rows.jsonl"
_TABLES: tuple[type[models.Model], ...] = (
    Ledger, Entry, Body, Checkpoint, Agreement, User, Membership, Token, EmailAddress, Authenticator,
    SocialAccount,
)  # fmt: skip
_KEPT = ("keys", "originals", "secret")
_A_BATCH = 1000


class RestoreError(Exception):
    """Why a backup cannot be restored, and what to do."""


class _ExactEncoder(DjangoJSONEncoder):
    """Write moments to the microsecond, as the database has them; Django's own encoder cuts them to milliseconds."""

    def default(self, o: object) -> object:
        return o.isoformat() if isinstance(o, datetime.datetime) else super().default(o)


def backup() -> Iterator[tuple[str, Iterable[bytes]]]:
    """Give the files of a backup, each as its name and the pieces of its content, all as of one moment."""
    return with_sums(_files())


def _files() -> Iterator[tuple[str, Iterable[bytes]]]:
    with _one_moment():
        yield ROWS, _rows()
    for name in _KEPT:
        path = home() / name
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file() and not file.name.startswith("."):  # what was being written when a process was killed
                yield str(file.relative_to(home())), [file.read_bytes()]


@contextmanager
def _one_moment() -> Iterator[None]:
    """See the database as of one moment, and keep nobody from writing: Django's own transactions would, on SQLite."""
    with connection.cursor() as cursor:
        cursor.execute("BEGIN ISOLATION LEVEL REPEATABLE READ" if connection.vendor == "postgresql" else "BEGIN")
        try:
            yield
        finally:
            cursor.execute("COMMIT")


def restore(folder: Path) -> list[str]:
    """Restore a backup into a portal that has no ledger, and return the registers, whose records are made again.

    Raises RestoreError when there is a ledger already, or the folder is no backup, and OSError or DatabaseError when a
    file cannot be read or written; then there is no ledger, and the same backup can be restored again.
    """
    rows = folder / ROWS
    if not rows.is_file():
        raise RestoreError(f"{folder}: no backup is in there (no {ROWS}); name the folder that servanda backup wrote")
    if Ledger.objects.exists():
        raise RestoreError("this portal has ledgers; restore into an empty one, by SERVANDA_HOME or SERVANDA_DATABASE")
    try:
        check_sums(folder, ROWS)
    except SumsError as error:
        raise RestoreError(str(error)) from error
    with transaction.atomic():
        try:
            with rows.open("rb") as lines:
                _insert(lines)
        except (ValueError, KeyError, serializers.base.DeserializationError) as error:
            raise RestoreError(f"{rows}: not what servanda backup writes: {error}") from error
        _count_on()
        registers = list(Ledger.objects.values_list("register", flat=True))
        for register in registers:
            rebuild(register)
        for name in _KEPT:
            _copy(folder / name)
    return registers


def _rows() -> Iterator[bytes]:
    for table in _TABLES:
        for row in table._default_manager.order_by("pk").iterator(_A_BATCH):  # noqa: SLF001 Django's own name for it
            (plain,) = serializers.serialize("python", [row])
            yield json.dumps(plain, cls=_ExactEncoder).encode() + b"\n"


def _insert(lines: Iterable[bytes]) -> None:
    """Insert rows; the many of a ledger at once."""
    for shape, run in groupby(map(_row, lines), key=lambda row: type(row.object)):
        if shape in {Entry, Body}:
            while batch := [row.object for row in islice(run, _A_BATCH)]:
                shape._default_manager.bulk_create(batch)  # noqa: SLF001 Django's own name for it
        else:
            for row in run:
                row.save()


def _count_on() -> None:
    """Let the numbers that the database gives begin after those that were restored: PostgreSQL would begin at 1."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(_TABLES)):
            cursor.execute(statement)


def _row(line: bytes) -> serializers.base.DeserializedObject:
    return next(iter(serializers.deserialize("json", f"[{line.decode()}]")))


def _copy(path: Path) -> None:
    for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
        if file.is_file():
            target = home() / file.relative_to(path.parent)
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_file(target, file.read_bytes(), mode=0o600)

"""Rails around the entries: the database refuses to change or delete one. The proof is the ledger itself."""

from typing import Any

from django.db import connections, transaction

# An imaginary agreement's ledger may be made again.
_IMAGINARY = "(SELECT demonstration FROM entries_ledger WHERE register = OLD.ledger_id)"
_MESSAGE = "an entry of a ledger is never changed or deleted"
_NAMES = {"UPDATE": "entries_entry_no_update", "DELETE": "entries_entry_no_delete"}


def guard(using: str = "default", **_: Any) -> None:  # noqa: ANN401 what a signal sends along
    """Install the guards, in the place of older ones; nobody finds the entries unguarded meanwhile."""
    with transaction.atomic(using), connections[using].cursor() as cursor:
        for statement in _STATEMENTS[connections[using].vendor]:
            cursor.execute(statement)


def is_guarded(using: str = "default") -> bool:
    """Say whether the guards are there."""
    with connections[using].cursor() as cursor:
        cursor.execute(_LISTED[connections[using].vendor])
        return set(_NAMES.values()) <= {row[0] for row in cursor.fetchall()}


_SQLITE = """
CREATE TRIGGER {name} BEFORE {doing} ON entries_entry WHEN NOT {imaginary}
BEGIN SELECT RAISE(ABORT, '{message}'); END
"""
_REFUSE = """
CREATE OR REPLACE FUNCTION entries_entry_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
IF NOT {imaginary} THEN RAISE EXCEPTION '{message}' USING ERRCODE = 'integrity_constraint_violation'; END IF;
IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
RETURN NEW;
END $$
"""
_POSTGRESQL = """
CREATE TRIGGER {name} BEFORE {doing} ON entries_entry FOR EACH ROW EXECUTE FUNCTION entries_entry_refuse()
"""


def _sqlite() -> list[str]:
    dropped = [f"DROP TRIGGER IF EXISTS {name}" for name in _NAMES.values()]
    made = [
        _SQLITE.format(name=name, doing=doing, imaginary=_IMAGINARY, message=_MESSAGE) for doing, name in _NAMES.items()
    ]
    return [*dropped, *made]


def _postgresql() -> list[str]:
    dropped = [f"DROP TRIGGER IF EXISTS {name} ON entries_entry" for name in _NAMES.values()]
    made = [_POSTGRESQL.format(name=name, doing=doing) for doing, name in _NAMES.items()]
    return [_REFUSE.format(imaginary=_IMAGINARY, message=_MESSAGE), *dropped, *made]


_STATEMENTS = {"sqlite": _sqlite(), "postgresql": _postgresql()}
_LISTED = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
}

"""What tells whether anything that the public may ask of a register has changed since."""

import datetime

from servanda_portal.codec import digest
from servanda_portal.documents import models as documents
from servanda_portal.entries.models import Checkpoint
from servanda_portal.register.models import Agreement


def fingerprint(register: str) -> str | None:
    """Return a digest that changes with the register's checkpoint, its documents and the day; None if not published.

    The day counts because entries may become public on one. Five queries, however large the register is.
    """
    note = Checkpoint.objects.filter(ledger=register).values_list("note", flat=True).first()
    row = Agreement.objects.filter(id=register, published=True).values_list("digest", flat=True).first()
    if note is None or row is None:
        return None
    tables = (documents.Reading, documents.Comparison, documents.Findings)
    read = [sorted(table.objects.filter(agreement=register).values_list("inputs", flat=True)) for table in tables]
    return digest(bytes(note).decode(), row, read, datetime.datetime.now(datetime.UTC).date())

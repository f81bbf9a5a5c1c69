"""What tells whether anything that a page shows the public has changed since."""

import datetime

from servanda_portal.codec import digest
from servanda_portal.queries.plain import ask

_PUBLISHED = """
    SELECT agreement.id, agreement.folder, agreement.digest, checkpoint.note
    FROM register_agreement AS agreement LEFT JOIN entries_checkpoint AS checkpoint
        ON checkpoint.ledger_id = agreement.id
    WHERE agreement.published
"""
_INPUTS = """
    SELECT inputs FROM documents_reading
    UNION ALL SELECT inputs FROM documents_comparison
    UNION ALL SELECT inputs FROM documents_findings
"""
_LOCATED = "SELECT MAX(id) FROM documents_foundpassage"


def shown(plan: str | None) -> str | None:
    """Return a digest that changes with whatever a public page shows: of one plan, or of all of them (None).

    The checkpoint tells of every entry, the inputs of all that was made from documents, and the day because an entry
    may become public on one. None where the portal publishes no such plan. Three queries, however much there is.
    """
    rows = ask(_PUBLISHED) if plan is None else ask(f"{_PUBLISHED} AND agreement.id = %s", plan)
    if plan is not None and not rows:
        return None
    published = sorted((*row, "" if note is None else bytes(note).decode()) for *row, note in rows)
    today = datetime.datetime.now(datetime.UTC).date()
    return digest(published, sorted(ask(_INPUTS)), ask(_LOCATED), today)

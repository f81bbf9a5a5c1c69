"""What tells whether anything that a page shows the public has changed since."""

import datetime

from django.db.models import Max

from servanda_portal.codec import digest
from servanda_portal.documents.models import Comparison, Findings, FoundPassage, Reading
from servanda_portal.entries.models import Checkpoint
from servanda_portal.register.models import Agreement


def shown(plan: str | None) -> str | None:
    """Return a digest that changes with whatever a public page shows: of one plan, or of all of them (None).

    The checkpoint tells of every entry, the inputs of all that was made from documents, and the day because an entry
    may become public on one. None where the portal publishes no such plan. Four queries, however much there is.
    """
    rows = Agreement.objects.filter(published=True, **({} if plan is None else {"id": plan}))
    published = list(rows.values_list("id", "folder", "digest"))
    if plan is not None and not published:
        return None
    names = [name for name, _, _ in published]
    notes = Checkpoint.objects.filter(ledger__in=names).order_by("ledger").values_list("note", flat=True)
    made = (table.objects.order_by().values_list("inputs") for table in (Reading, Comparison, Findings))
    inputs = sorted(next(made).union(*made, all=True))
    located = FoundPassage.objects.aggregate(last=Max("id"))["last"]
    today = datetime.datetime.now(datetime.UTC).date()
    return digest(published, [bytes(note).decode() for note in notes], inputs, located, today)

"""The ledger: what was recorded, by whom and when, and how anybody can check it."""

import json
import tempfile
import zipfile

from django.http import FileResponse, Http404, HttpRequest, HttpResponse

from servanda.ledger.merkle import leaf_hash
from servanda.register.keys import Key
from servanda_portal.pages.acting import author
from servanda_portal.pages.filters import read_number
from servanda_portal.pages.views.shared import find_register, render_section
from servanda_portal.pages.work.act_words import act_words
from servanda_portal.queries import ledger as queries
from servanda_portal.queries.ledger import Written
from servanda_portal.queries.register import Register

_A_PAGE = 50
_IN_MEMORY = 32 * 2**20  # bytes of an export; a larger one waits on the disk


def ledger(request: HttpRequest, plan: str) -> HttpResponse:
    """Show the latest entries, the checkpoint over all of them, and how to check both."""
    found, viewer = find_register(plan, request), author(request, plan)
    asked = request.GET.get("before", "")
    before = read_number(asked)
    if asked and before is None:
        raise Http404
    written = queries.latest(plan, found.state, viewer, _A_PAGE, before)
    context = {
        "head": queries.head(plan),
        "keys": found.state.all(Key),
        "entries": told(found, written),
        "earlier": written[-1].entry.number if written and written[-1].entry.number else None,
    }
    return render_section(request, found, "ledger", context, "ledger.html")


def entry(request: HttpRequest, plan: str, number: int) -> HttpResponse:
    """Show one entry: what it did, and the very bytes that were signed."""
    found, viewer = find_register(plan, request), author(request, plan)
    known = queries.entry(plan, found.state, viewer, number)
    if known is None:
        raise Http404
    written, leaf = known
    envelope = json.loads(leaf)
    context = {
        "number": number,
        "told": told(found, [written]),
        "key": envelope["signatures"][0]["keyid"],
        "leaf_hash": leaf_hash(leaf).hex(),
        "leaf": leaf.decode(),
        "content": json.dumps(json.loads(queries.payload(leaf)), indent=2, ensure_ascii=False),
        "head": queries.head(plan),
    }
    return render_section(request, found, "ledger", context, "entry.html")


def ledger_export(request: HttpRequest, plan: str) -> FileResponse:
    """Give the ledger as a folder of plain files, zipped: what the reader may see of it, and how to verify it."""
    found, viewer = find_register(plan, request), author(request, plan)
    whole = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 the response closes it when it was sent
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as folder:
        for name, pieces in queries.files(found.agreement.id, viewer):
            with folder.open(zipfile.ZipInfo(f"{plan}/{name}"), "w", force_zip64=True) as file:
                for piece in pieces:
                    file.write(piece)
    whole.seek(0)
    return FileResponse(whole, as_attachment=True, filename=f"{plan}.zip", content_type="application/zip")


def told(found: Register, written: list[Written]) -> list[tuple[Written, str | None]]:
    """Return entries with what each did, in words; None where the reader may not see it."""
    return [(one, None if one.act is None else act_words(found, one.act)) for one in written]

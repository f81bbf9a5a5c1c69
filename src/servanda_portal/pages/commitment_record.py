"""What the register holds of one commitment beyond its words: standing, reports, verdicts, disputes and history."""

from typing import Any

from django.http import HttpRequest

from servanda.register.commitment import Commitment
from servanda.register.evidence import Evidence
from servanda.register.records import key_of, kind_of
from servanda.register.reporting import Obstacle, Report
from servanda.register.verdict import Dispute, Reply, Verdict
from servanda_portal.pages.acting import author
from servanda_portal.pages.paging import part
from servanda_portal.pages.views.ledger import told
from servanda_portal.pages.work.forms_by_name import ABOUT_A_COMMITMENT, FORMS
from servanda_portal.queries.ledger import history
from servanda_portal.queries.register import Register

_A_PAGE = 25  # acts of a commitment's history
_LATEST = 12  # reports, and evidence submitted; each earlier one has its entry in the history


def recorded(request: HttpRequest, found: Register, one: Commitment) -> dict[str, Any]:
    """Return what the page of a commitment shows of its record, and what its reader may do about it."""
    state, reference = found.state, one.reference
    viewer = author(request, found.agreement.id)
    reports = found.about(Report, reference)
    obstacles = [record for record in state.all(Obstacle) if reference in record.commitments]
    evidence = found.about(Evidence, reference)
    submitted = [record for record in evidence if record.standing != "accepted"]
    verdicts = found.about(Verdict, reference)
    about = {(kind_of(record), key_of(record)) for record in (*reports, *obstacles, *evidence, *verdicts)}
    about |= {("commitment", reference), ("standing", reference)}
    replies = state.all(Reply)
    disputes = [record for record in state.all(Dispute) if (record.kind, record.key) in about]
    about |= {("dispute", record.id) for record in disputes}
    offered = [] if viewer is None else [name for name in ABOUT_A_COMMITMENT if FORMS[name].offered_to(viewer, found)]
    acts = part(request, history(found.agreement.id, state, viewer, sorted(about)), _A_PAGE)
    return {
        "standing": found.standings.get(reference),
        "reports": reports[: -_LATEST - 1 : -1],
        "earlier_reports": len(reports[:-_LATEST]),
        "obstacles": obstacles,
        "submitted": submitted[: -_LATEST - 1 : -1],
        "earlier_submitted": len(submitted[:-_LATEST]),
        "verdicts": [(record, [one for one in replies if one.verdict == record.id]) for record in verdicts],
        "disputes": disputes,
        "entries": told(found, list(acts)),
        "history": acts,
        "offered": [(name, FORMS[name].title) for name in offered],
        "may_dispute": viewer is not None and FORMS["dispute"].offered_to(viewer, found),
    }

"""Where to begin, and the plans."""

from collections import Counter
from typing import get_args

from django.conf import settings
from django.urls import reverse
from ninja import Query, Router

from servanda.assessing.assessment import Group
from servanda.formats.files import FILES
from servanda.register.refusal import Refusal, RefusalCode
from servanda_portal.api.answering import find, get
from servanda_portal.api.answers import Index, Plans, PlanSummary, ProblemTypes
from servanda_portal.api.parameters import OfDay
from servanda_portal.api.problem import PREFIX, TITLES
from servanda_portal.queries.ledger import head
from servanda_portal.queries.register import Register
from servanda_portal.queries.registers import registers
from servanda_portal.refusal_words import words_of

router = Router(tags=["Plans"])
VERSION = "1.0.0"
_LISTS = (
    "commitments", "assessments", "roll-ups", "documents", "findings", "happenings", "meetings", "contributions",
    "indicators", "projects", "searches", "conflicts", "context", "reports", "verdicts", "disputes", "entries",
    "checkpoint",
)  # fmt: skip


@get(router, "/", "index", Index)
def index() -> Index:
    """Tell where to begin."""
    here = f"{settings.ORIGIN}{PREFIX}"
    return Index("Servanda", VERSION, f"{here}openapi.json", f"{here}plans", f"{here}problems")


@get(router, "/problems", "problems", ProblemTypes)
def problems() -> ProblemTypes:
    """Tell what each type of problem is, and what each rule of the register says when it refuses an act."""
    return ProblemTypes(TITLES, {code: words_of(Refusal(code)) for code in get_args(RefusalCode)})


@get(router, "/plans", "plans", Plans)
def plans() -> Plans:
    """List every plan that is published here, in figures."""
    return Plans(tuple(_summary(one) for one in registers()))


@get(router, "/plans/{slug:plan}", "plan", PlanSummary)
def plan(plan: str, asked: Query[OfDay]) -> PlanSummary:
    """Give one plan in figures, with where everything about it is."""
    return _summary(find(plan, asked))


def _summary(found: Register) -> PlanSummary:
    identity = found.agreement.id
    counting = [found.assessments[one.reference] for one in found.counting]
    groups = Counter(one.group for one in counting)
    top = head(identity)
    here, page = f"{settings.ORIGIN}{PREFIX}plans/{identity}", f"{settings.ORIGIN}{reverse('plan', args=[identity])}"
    return PlanSummary(
        id=identity,
        agreement=found.agreement,
        demonstration=found.agreement.demonstration,
        day=found.day,
        entries=0 if top is None else top.size,
        commitments=len(counting),
        groups={group: groups[group] for group in get_args(Group)},
        late=sum(one.late for one in counting),
        links={
            "page": page,
            **{name: f"{here}/{name}" for name in _LISTS},
            **{name: f"{page}{name}" for name in FILES},
            "export": f"{settings.ORIGIN}{reverse('ledger_export', args=[identity])}",
        },
    )

"""Every form, under the name that its address has."""

from servanda_portal.pages.work.act_form import ActForm
from servanda_portal.pages.work.amendments import (
    AdoptForm,
    AmendForm,
    DeadlineForm,
    MergeForm,
    OwnerForm,
    SplitForm,
    WithdrawForm,
)
from servanda_portal.pages.work.answers import AnswerForm
from servanda_portal.pages.work.disputes import DisputeForm, RulingForm
from servanda_portal.pages.work.documents import CiteForm
from servanda_portal.pages.work.evidence import EvidenceForm, ReviewForm
from servanda_portal.pages.work.last_day import LastDayForm
from servanda_portal.pages.work.meetings import FollowUpForm, MeetingForm, MinutesForm
from servanda_portal.pages.work.money import ObservationForm, TransactionForm
from servanda_portal.pages.work.readings import ReadingForm
from servanda_portal.pages.work.reports import ReportForm, ResolveForm, RoundForm
from servanda_portal.pages.work.verdicts import CodeForm, DraftForm, FinaliseForm, GuidelineForm, ReplyForm

FORMS: dict[str, type[ActForm]] = {
    "report": ReportForm,
    "resolve": ResolveForm,
    "round": RoundForm,
    "adopt": AdoptForm,
    "amend": AmendForm,
    "deadline": DeadlineForm,
    "split": SplitForm,
    "merge": MergeForm,
    "withdraw": WithdrawForm,
    "owner": OwnerForm,
    "answer": AnswerForm,
    "meeting": MeetingForm,
    "minutes": MinutesForm,
    "follow-up": FollowUpForm,
    "transaction": TransactionForm,
    "observation": ObservationForm,
    "document": CiteForm,
    "evidence": EvidenceForm,
    "review": ReviewForm,
    "reading": ReadingForm,
    "guideline": GuidelineForm,
    "code": CodeForm,
    "draft": DraftForm,
    "reply": ReplyForm,
    "finalise": FinaliseForm,
    "dispute": DisputeForm,
    "ruling": RulingForm,
    "last-day": LastDayForm,
}
# What can be done about a commitment, from its own page; and about nothing in particular, from the inbox.
ABOUT_A_COMMITMENT = (
    "report", "evidence", "owner", "amend", "deadline", "split", "merge", "withdraw", "guideline", "code", "draft",
)  # fmt: skip
ABOUT_NOTHING = ("adopt", "round", "document", "meeting", "minutes", "transaction", "last-day")

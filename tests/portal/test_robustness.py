"""Whatever an address or a form says, the portal answers; whatever a folder became, it starts or says why not."""

import errno
import io
import json
import re
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from reportlab.pdfgen.canvas import Canvas
from rich.console import Console
from tiny_plan import said, tiny_plan, write_plan

from servanda.register.acts.meetings import RecordMeeting
from servanda.register.author import Author
from servanda.register.forum import Meeting
from servanda.register.period import Period
from servanda.register.proposal import Proposal
from servanda.register.wording import Wording
from servanda_portal.accounts.models import Membership
from servanda_portal.commands.fill import FillError, _load
from servanda_portal.home import home
from servanda_portal.operations.act import act
from servanda_portal.operations.folded import folded
from servanda_portal.pages.work.forms_by_name import FORMS
from servanda_portal.queries.ledger import head

pytestmark = pytest.mark.django_db
PLAN = "merle-2024-2027"
BASE = f"/en/plans/{PLAN}/"
BAD = (
    "", "0", "-1", "1.5", "²", "٣", "9" * 30, "9" * 5000, "%00", "%ff%fe", "%ED%A0%80", "x" * 5000, "[]", "{0}",
    "'\"<>", "../../etc", "0001-01-01", "9999-12-31", "2026-02-30", "2026-W01-1", "20260101", "0000-00-00",
)  # fmt: skip
PARAMETERS = {
    "": ("as-at", "unknown"),
    "commitments/": ("q", "pillar", "party", "owner", "due-from", "due-to", "view", "page", "as-at", "official-XN"),
    "commitments/W03/": ("as-at",),
    "changed/": ("since", "record", "as-at"),
    "timeline/": ("kind", "as-at", "year"),
    "documents/": ("page", "as-at"),
    "documents/agency-2024/": ("show", "excluded", "page", "at", "as-at"),
    "documents/joint-2024-en/versions/": ("only", "as-at"),
    "documents/joint-2025-en/changes/": ("kind", "as-at"),
    "ledger/": ("before", "as-at"),
    "happenings/": ("page", "as-at"),
    "findings/": ("page", "as-at"),
    "commitments.csv": ("commitment", "q", "as-at"),
    "calendar.ics": ("as-at",),
    "briefs/annual/": ("as-at",),
}


@pytest.fixture
def client():
    """Return a reader to whom an error is an answer as well."""
    return Client(raise_request_exception=False)


QUICK = {"changed/", "documents/agency-2024/", "ledger/"}


@pytest.mark.parametrize(
    "page", [page if page in QUICK else pytest.param(page, marks=pytest.mark.soak) for page in PARAMETERS]
)
def test_no_parameter_of_an_address_breaks_a_page(client, page):
    asked = [f"{BASE}{page}?{name}={value}" for name in PARAMETERS[page] for value in BAD]
    asked += [f"{BASE}{page}?as-at={value}&by=effective" for value in ("2024-05-14", "2025-01-01", "9999-12-31")]
    asked += [f"{BASE}{page}?as-at={value}" for value in ("2024-05-13", "2024-06-01", "2025-09-30")]
    assert [address for address in asked if client.get(address).status_code >= 500] == []


@pytest.mark.parametrize("when", ["9999-12", "9999", "9999-12-31", "0001-01-01/9999-12-31", "0001"])
def test_no_day_that_one_party_enters_breaks_what_everybody_reads(client, when):
    """What is recorded stays: one meeting of the year 9999 took every page of the plan from everybody."""
    meeting = Meeting(
        "far", "joint-committee", Period(when), "planned", Wording(**said("Far")), (), commitments=("W06",)
    )
    act(PLAN, Author("party_lead", "XN"), [RecordMeeting(meeting)])
    pages = ("", "meetings/", "timeline/", "changed/", "commitments/W06/", "briefs/annual/",
             "calendar.ics", "feed.atom", "register.xlsx", "iati-activities.xml")  # fmt: skip
    assert [page for page in pages if client.get(f"{BASE}{page}").status_code != 200] == []


@pytest.mark.parametrize("path", [
    "plans/x%00y/", "plans/merle-2024-2027/commitments/%00/", "plans/merle-2024-2027/documents/%00/",
    "documents/%00/", "documents/" + "a" * 64 + "/", "plans/merle-2024-2027/ledger/" + "9" * 5000 + "/",
    "plans/merle-2024-2027/ledger/" + "9" * 30 + "/", "plans/merle-2024-2027/commitments/%ff/",
    "plans/merle-2024-2027/briefs/" + "x" * 3000 + ".pdf", "plans/merle-2024-2027/..%2f..%2f/",
    "plans/merle-2024-2027/commitments/..%2f..%2fetc/", "plans/" + "x" * 9000 + "/",
])  # fmt: skip
def test_no_path_breaks_the_portal(client, path):
    assert client.get(f"/en/{path}").status_code in {400, 404}


def enter(client, holder="XN", role="party_lead"):
    member = Membership.objects.get(register=PLAN, holder=holder, role=role, user__demonstration=True)
    client.force_login(member.user, "servanda_portal.accounts.demonstration.DemonstrationBackend")


@pytest.mark.parametrize("value", ["", "x", "-1", "9" * 30, "9" * 5000, "²", "\0"])
def test_no_choice_of_a_role_breaks_the_portal(client, value):
    enter(client)
    assert client.post(f"{BASE}work/as/", {"membership": value}).status_code == 404


@pytest.mark.soak
def test_no_subject_of_a_form_breaks_it(client):
    for holder, role in (("XN", "party_lead"), ("XN", "reviewer"), ("river-studies", "evaluator")):
        enter(client, holder, role)
        for name in FORMS:
            for subject in ("W03", "-", "%00", "a/b", "..%2f", "x" * 3000, "agency-2024/x", "%ff"):
                for answer in (
                    client.get(f"{BASE}work/{name}/{subject}/"),
                    client.post(f"{BASE}work/{name}/{subject}/", {"x": "1"}),
                ):
                    assert answer.status_code < 500, (name, subject, role)


# What may become of a plan folder between two starts.
FOLDERS = {
    "a commitment is gone": lambda plan: plan["commitments"].pop(0),
    "all commitments are gone": lambda plan: plan["commitments"].clear(),
    "a reference is another commitment's": lambda plan: plan["commitments"][1].update(reference="R-1"),
    "a reference is reused": lambda plan: plan["commitments"][0].update(
        title=said("Something else"), pillar="roads", promisors=["vell"], passages=[]),
    "a document has another id": lambda plan: plan["documents"][0].update(id="renamed"),
    "a document has another id, everywhere": lambda plan: plan.update(
        json.loads(json.dumps(plan).replace('"note"', '"joint-note"'))),
    "a document is gone": lambda plan: plan["documents"].pop(0),
    "a document's file is gone": lambda plan: plan["documents"][0].update(file="texts/none.txt"),
    "a document's address is none": lambda plan: plan["documents"][1].update(address="javascript:alert(1)"),
    "a pillar is gone": lambda plan: plan["plan"]["pillars"].pop(0),
    "a pillar is added": lambda plan: (
        plan["plan"]["pillars"].append({"id": "air", "name": said("Air"), "summary": said("Wind.")}),
        plan["commitments"][0].update(pillar="air")),
    "a party is gone": lambda plan: plan["plan"]["parties"].pop(0),
    "a party is added": lambda plan: (
        plan["plan"]["parties"].append({"id": "ost", "type": "organisation", "name": said("Ost")}),
        plan["commitments"][0].update(promisors=["ost"])),
    "it is called otherwise": lambda plan: plan["plan"].update(name=said("Another name")),
    "it ends earlier": lambda plan: plan["plan"].update(
        term={"start": "2025-01-15", "end": "2025-12-31", "stated": "days"}),
    "its last day is earlier": lambda plan: plan["plan"].update(recorded_until="2026-01-31"),
    "its last day is later": lambda plan: plan["plan"].update(recorded_until="2026-09-30"),
    "an observer keeps it": lambda plan: plan["plan"].update(
        kept_by="observer", keeper={"name": said("A paper"), "statement": said("We watch.")}),
    "it is imaginary": lambda plan: plan["plan"].update(demonstration=True),
    "its id leads elsewhere": lambda plan: plan["plan"].update(id="../elsewhere"),
    "its id is empty": lambda plan: plan["plan"].update(id=""),
    "its id has a space": lambda plan: plan["plan"].update(id="two gauges"),
    "a happening is gone": lambda plan: plan["happenings"].clear(),
    "a contribution is given by another": lambda plan: plan["contributions"][0].update(provider="tarn"),
    "a commitment is gone that others name": lambda plan: (
        plan["commitments"].pop(0), plan["positions"].clear(), plan["contributions"].clear()),
    "a text has a control sign": lambda plan: plan["commitments"][0].update(title=said("A\x01B")),
}  # fmt: skip


@pytest.mark.parametrize("change", FOLDERS)
def test_a_portal_starts_with_a_changed_folder_or_says_what_to_do_in_one_line(gauges, change):
    _load(gauges, Console(file=io.StringIO()))
    plan = tiny_plan()
    FOLDERS[change](plan)
    write_plan(gauges, plan)
    loaded, said = [], ""
    try:
        loaded = _load(gauges, Console(file=io.StringIO()))
    except FillError as error:
        said = str(error)
    if loaded:
        for page in ("", "commitments/", "commitments/R-1/", "documents/", "findings/", "ledger/", "register.xlsx"):
            assert Client().get(f"/en/plans/{loaded[0].agreement.id}/{page}").status_code == 200, page
    else:
        assert re.fullmatch(rf"{re.escape(str(gauges))}.{{20,}}", said)


def test_two_who_answer_a_proposal_at_once_answer_it_once(client):
    """Both have the form open; the second is told that it is closed, or answered."""
    other = Client()
    enter(client, "merle")
    enter(other, "merle")
    address = f"{BASE}work/answer/permits-date/"
    assert [one.get(address).status_code for one in (client, other)] == [200, 200]
    first, second = (one.post(address, {"answer": "agree"}) for one in (client, other))
    assert first.status_code == 302
    assert second.status_code in {200, 404}
    assert folded(PLAN).get(Proposal, "permits-date").agreed.count("merle") == 1


def test_a_full_disk_refuses_an_upload_and_leaves_nothing_half_written(client, monkeypatch):
    def full(*_given, **_named):
        raise OSError(errno.ENOSPC, "No space left on device")

    enter(client, "XN", "reviewer")
    kept, entries = sorted(home().rglob("*")), head(PLAN).size
    monkeypatch.setattr(Path, "replace", full)  # the bytes are written, and the name is not
    sent = {
        "name_en": "A", "name_fr": "A", "name_es": "A", "kind": "report", "publisher": "Norland", "language": "en",
        "date": "2026-05", "file": SimpleUploadedFile("a.pdf", a_pdf(), "application/pdf"),
    }  # fmt: skip
    answer = client.post(f"{BASE}work/document/", sent)
    assert answer.status_code == 507, answer.context["form"].errors
    assert head(PLAN).size == entries
    assert sorted(path for path in home().rglob("*") if path.is_file()) == [path for path in kept if path.is_file()]


def a_pdf():
    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.drawString(72, 720, "Norland will pay 3 million euros by 31 March 2027.")
    canvas.save()
    return file.getvalue()

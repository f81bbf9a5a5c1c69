"""Whatever an address or a form says, the portal answers; whatever a folder became, it starts or says why not."""

import pytest
from django.test import Client

from servanda_portal.accounts.models import Membership

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


@pytest.mark.parametrize("page", PARAMETERS)
def test_no_parameter_of_an_address_breaks_a_page(client, page):
    asked = [f"{BASE}{page}?{name}={value}" for name in PARAMETERS[page] for value in BAD]
    asked += [f"{BASE}{page}?as-at={value}&by=effective" for value in ("2024-05-14", "2025-01-01", "9999-12-31")]
    asked += [f"{BASE}{page}?as-at={value}" for value in ("2024-05-13", "2024-06-01", "2025-09-30")]
    assert [address for address in asked if client.get(address).status_code >= 500] == []


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


def test_no_subject_of_a_form_breaks_it(client):
    from servanda_portal.pages.work.forms_by_name import FORMS

    for holder, role in (("XN", "party_lead"), ("XN", "reviewer"), ("river-studies", "evaluator")):
        enter(client, holder, role)
        for name in FORMS:
            for subject in ("W03", "-", "%00", "a/b", "..%2f", "x" * 3000, "agency-2024/x", "%ff"):
                for answer in (
                    client.get(f"{BASE}work/{name}/{subject}/"),
                    client.post(f"{BASE}work/{name}/{subject}/", {"x": "1"}),
                ):
                    assert answer.status_code < 500, (name, subject, role)

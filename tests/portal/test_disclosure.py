"""What only some may see stands on no page, file, feed or answer for anybody else, and changes nothing there."""

import io
import re
import zipfile
from html import unescape
from pathlib import Path

import pypdfium2
import pytest
from django.test import Client
from planted import PLAN, plant

from servanda.formats.files import FILES
from servanda.register.acts.disputes import RuleOnDispute
from servanda.register.acts.evidence import RefuseEvidence
from servanda.register.acts.reporting import ResolveObstacle
from servanda.register.author import Author
from servanda.register.refusal import Refusal
from servanda.register.visibility import may_see
from servanda.register.wording import Statement
from servanda_portal.accounts.models import Membership
from servanda_portal.api.routes.records import LISTS
from servanda_portal.operations.act import act
from servanda_portal.operations.add_document import add_document, read_document
from servanda_portal.operations.compare import compare
from servanda_portal.operations.find import find
from servanda_portal.operations.folded import folded
from servanda_portal.operations.load_plan import load_plan
from servanda_portal.pages.work.forms_by_name import FORMS
from servanda_portal.queries.ledger import head
from servanda_portal.queries.registers import register

pytestmark = pytest.mark.django_db
EXAMPLE = Path(__file__).parents[2] / "plans" / "example"
BASE = f"/en/plans/{PLAN}/"
API = f"/api/v1/plans/{PLAN}"
SECTIONS = (
    "commitments/", "commitments/?q=zq", "happenings/", "meetings/", "money/",
    "indicators/", "projects/", "disagreements/", "findings/", "searches/", "context/", "documents/", "briefs/",
    "briefs/annual/", "briefs/water/", "briefs/annual.pdf", "commitments/W03/",
)  # fmt: skip
ROLES = [
    ("XS", "party_lead"), ("riverside-network", "observer"),
    *(pytest.param(*one, marks=pytest.mark.soak)
      for one in (("XN", "reporter"), ("merle", "reviewer"), ("river-studies", "evaluator"))),
]  # fmt: skip


def restart(sources=()):
    """Bring the tables in line with the folder and the register, as ``servanda serve`` does."""
    plan = load_plan(EXAMPLE)
    for path in [*(plan.folder / one.file for one in plan.documents if one.file), *sources]:
        read_document(add_document(path), [plan])
    find(plan)
    compare(plan)


@pytest.fixture
def planted():
    """Plant restricted records, and say which words stand in them and for whom."""
    return planting()


def planting():
    """Plant them, then start the portal anew: it finds passages of commitments in documents."""
    planted = plant(("agency-2024", "share flood data by the hour"))
    restart()
    return planted


def addresses():
    """Give the public addresses of the plan: its pages, its files, and the answers of the API."""
    yield from (BASE + one for one in SECTIONS)
    found = register(PLAN)
    yield from (f"{BASE}documents/{one}/" for one in found.documents)
    yield from (f"{BASE}{name}" for name in FILES)
    yield from (f"{API}/{name}" for name in (*LISTS, "documents", "commitments", "findings", "assessments", "roll-ups"))
    yield from ("/en/", "/en/method/")


def about_entries():
    """Give the public addresses that tell of entries, also of those that are sealed."""
    size = head(PLAN).size
    yield from (
        BASE,
        f"{BASE}timeline/",
        f"{BASE}changed/?since=2024-01-01",
        f"{BASE}ledger/",
        f"{BASE}ledger/export.zip",
        f"{API}/entries?limit=200",
        f"{API}",
        "/api/v1/plans",
    )
    yield from (f"{BASE}ledger/{number}/" for number in range(size - 8, size))


def told(client, address):
    """Return everything that an answer says, unpacked."""
    answer = client.get(address)
    content = answer.getvalue() if answer.streaming else answer.content
    said = "".join(f"{name}: {value}\n" for name, value in answer.headers.items() if name not in TIDY)
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            content = b"".join(archive.read(name) for name in archive.namelist())
    elif content.startswith(b"%PDF"):
        pages = pypdfium2.PdfDocument(content)
        content = "".join(page.get_textpage().get_text_bounded() for page in pages).encode()
    return f"{answer.status_code}\n{said}{unescape(content.decode(errors='replace'))}"


TIDY = {"X-Request-Id", "ETag", "Content-Length"}


def seen_by(planted, viewer):
    agreement = folded(PLAN).agreement
    return {word for word, (circle, made_by) in planted.items() if may_see(viewer, circle, made_by, agreement)}


def leaks(client, listed, forbidden):
    words = re.compile("|".join(sorted(forbidden)))
    return {(address, *sorted(set(words.findall(said.lower())))) for address in listed
            if words.search((said := told(client, address)).lower())}  # fmt: skip


@pytest.fixture
def client():
    """Return a reader to whom an error is an answer as well."""
    return Client(raise_request_exception=False)


def test_what_is_restricted_changes_nothing_of_what_the_public_is_shown(client):
    """Not even a count: only the ledger's length, and what is told of it entry by entry, may differ."""
    before = {address: told(client, address) for address in addresses()}
    planted = planting()
    assert [address for address, said in before.items() if told(client, address) != said] == []
    assert leaks(client, about_entries(), planted) == set()


@pytest.mark.parametrize(("holder", "role"), ROLES)
def test_each_role_is_shown_what_is_for_it_and_nothing_else(client, planted, holder, role):
    viewer = Author(role, holder)
    seen = seen_by(planted, viewer)
    member = Membership.objects.get(register=PLAN, holder=holder, role=role, user__demonstration=True)
    client.force_login(member.user, "servanda_portal.accounts.demonstration.DemonstrationBackend")
    listed = [BASE + one for one in (*SECTIONS, *FILES, "timeline/", "ledger/", "ledger/export.zip", "work/")]
    listed += [f"{BASE}work/{name}/W03/" for name in FORMS]
    assert leaks(client, listed, planted.keys() - seen) == set()
    shown = "".join(told(client, f"{BASE}{one}").lower() for one in ("ledger/export.zip", "register.jsonl"))
    assert {word for word in seen if word not in shown} == set()


def test_an_address_of_something_restricted_is_one_of_nothing(client, planted):
    """Nor does a refusal tell that it is there."""
    listed = [f"{BASE}commitments/{{}}/", f"{BASE}documents/{{}}/", f"{BASE}register.csv?commitment={{}}"]
    listed += [f"{API}/{name}/{{}}" for name in (*LISTS, "documents", "commitments")]
    for address in listed:
        name = address.rsplit("/", 2)[-2 if address.endswith("/") else -1]
        for word in ("adopted", "cited"):
            there = told(client, address.format(f"zq{word}partiesqz"))
            absent = told(client, address.format("zqnothingqz"))
            assert there.replace(f"zq{word}partiesqz", "zqnothingqz") == absent, name


@pytest.mark.soak
@pytest.mark.parametrize("language", ["fr", "es"])
def test_no_language_shows_the_public_what_is_restricted(client, planted, language):
    listed = [one.replace("/en/", f"/{language}/", 1) for one in (*addresses(), *about_entries()) if "/api/" not in one]
    assert leaks(client, listed, planted) == set()


def test_a_refusal_tells_nothing_of_what_its_reader_may_not_see(planted):
    """Acts about something hidden are refused as acts about nothing are; nor does a refusal name whose it is."""
    for make in (_refusing, _resolving, _ruling):
        hidden, absent = (_refused(make(word)) for word in ("zq{}xsqz", "nothing{}"))
        assert hidden == absent, make


def _refused(one):
    author, made, word = one
    with pytest.raises(Refusal) as told:
        act(PLAN, author, [made])
    return told.value.code, {name: value.replace(word, "") for name, value in told.value.about.items()}


_TOLD = Statement("en", "So it is.")


def _refusing(word):
    word = word.format("evidence")
    return Author("reviewer", "merle"), RefuseEvidence(word, _TOLD), word


def _resolving(word):
    word = word.format("obstacle")
    return Author("reporter", "merle"), ResolveObstacle(word, _TOLD), word


def _ruling(word):
    word = word.format("dispute")
    return Author("reviewer", "merle"), RuleOnDispute(word, "rejected", _TOLD), word

"""Nobody acts as somebody else, no text runs in a reader's browser, and no name leads out of a folder."""

import datetime
import io
import json
import re

import pytest
from django.core import mail, signing
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from openpyxl import load_workbook

from servanda.formats.files import FILES
from servanda.register.acts.evidence import RecordContext, RecordHappening
from servanda.register.acts.founding import Cite
from servanda.register.acts.reporting import RaiseObstacle
from servanda.register.as_json import to_json
from servanda.register.author import Author
from servanda.register.cited_document import CitedDocument
from servanda.register.happening import Bearing, Happening
from servanda.register.keys import Key
from servanda.register.notes import ContextNote
from servanda.register.period import Period
from servanda.register.refusal import Refusal
from servanda.register.reporting import Obstacle
from servanda.register.wording import Names, Statement, Wording
from servanda_portal.accounts.invitation import invitation
from servanda_portal.accounts.models import Membership
from servanda_portal.home import home
from servanda_portal.operations import memberships
from servanda_portal.operations.accounts import invite
from servanda_portal.operations.act import act
from servanda_portal.operations.folded import folded
from servanda_portal.operations.keys import NoKeyError, make_signing_key, signing_key
from servanda_portal.operations.memberships import make_holder, own_author, rotate_key
from servanda_portal.pages.views.spreadsheet import sign

pytestmark = pytest.mark.django_db
PLAN = "merle-2024-2027"
BASE = f"/en/plans/{PLAN}/"
REVIEWER = Author("reviewer", "XN")


def enter(client, holder, role, plan=PLAN):
    member = Membership.objects.get(register=plan, holder=holder, role=role, user__demonstration=True)
    client.force_login(member.user, "servanda_portal.accounts.demonstration.DemonstrationBackend")
    return member


@pytest.mark.parametrize("holder", ["../x", "a/b", "/etc/x", "..", ".", "", "x.next", "x\0y", "a\\b", "é", "x\n", "-x"])
def test_no_name_of_a_holder_leads_out_of_the_folder_of_keys(holder):
    before = sorted(home().rglob("*"))
    for do in (lambda: make_holder("gauges", holder), lambda: make_signing_key("gauges", holder),
               lambda: make_signing_key(holder, "x"), lambda: signing_key("gauges", holder)):  # fmt: skip
        with pytest.raises((NoKeyError, Refusal)):
            do()
    assert sorted(home().rglob("*")) == before


def test_no_key_is_made_for_a_register_that_is_not_there_or_refuses_it():
    before = sorted(home().rglob("*"))
    with pytest.raises(Refusal):
        make_holder("nowhere", "watch")
    with pytest.raises(Refusal):
        make_holder(PLAN, "public")
    assert sorted(home().rglob("*")) == before


def posts(patterns, prefix=""):
    for one in patterns:
        if isinstance(one, URLResolver):
            yield from posts(one.url_patterns, prefix + str(one.pattern))
        elif isinstance(one, URLPattern):
            yield prefix + str(one.pattern)


def test_every_form_is_refused_without_the_token_of_its_page(client):
    strict = Client(enforce_csrf_checks=True)
    enter(strict, "XN", "party_lead")
    values = {
        "plan": PLAN, "name": "amend", "subject": "W03", "number": "1", "token": "1", "identity": "agency-2024",
        "reference": "W03", "sha256": "a" * 64, "uidb36": "1", "key": "set-password", "provider_id": "x",
    }  # fmt: skip
    for pattern in posts(get_resolver().url_patterns):
        path = re.sub(r"<(?:\w+:)?(\w+)>", lambda found: values.get(found[1], "x"), pattern)
        if path.startswith("^"):
            continue
        answer = strict.post("/" + path, {"membership": "1"})
        assert answer.status_code in {403, 404, 405}, (path, answer.status_code)


def test_nobody_chooses_the_role_of_somebody_else(client):
    enter(client, "XN", "reporter")
    other = Membership.objects.get(register=PLAN, holder="XS", role="party_lead", user__demonstration=True)
    assert client.post(f"{BASE}work/as/", {"membership": other.pk}).status_code == 404
    session = client.session
    session["acting"] = {PLAN: other.pk}
    session.save()
    assert "party_lead" not in str(client.get(f"{BASE}work/").context["acting"])


def test_a_preview_is_confirmed_by_whoever_was_shown_it_in_that_register_alone(client):
    enter(client, "XN", "reviewer")
    acts = [RecordContext(_note("preview"))]
    mine = sign(PLAN, REVIEWER, acts)
    for holder, role, plan in (("XS", "reviewer", PLAN), ("XN", "reporter", PLAN)):
        enter(client, holder, role, plan)
        assert client.post(f"/en/plans/{plan}/work/spreadsheet/", {"acts": mine}).status_code == 400
    unsigned = signing.dumps([to_json(one).decode() for one in acts], salt="another")
    assert client.post(f"{BASE}work/spreadsheet/", {"acts": unsigned}).status_code == 400
    member = enter(client, "XN", "reviewer")
    mine = sign(PLAN, Author("reviewer", "XN", member.person), acts)
    assert client.post(f"{BASE}work/spreadsheet/", {"acts": mine}).status_code == 302
    assert folded(PLAN).find(ContextNote, "preview") is not None


MARKUP = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'></title></script><svg/onload=alert(1)>{{7*7}}{%x%}"


def _note(name, text="Plain."):
    return ContextNote(name, "trade", Wording(text, text, text), Wording(text, text, text), ())


def _said(text):
    return Wording(text, text, text)


def write_everywhere(text, address=None):
    """Record the text wherever somebody may write one."""
    act(PLAN, REVIEWER, [
        Cite(CitedDocument("written", _said(text), "press", text, "en", address, Period("2026-05"))),
        RecordContext(ContextNote("written", "trade", _said(text), _said(text), ("written",), Period("2026-05"))),
        RecordHappening(Happening("written", Period("2026-05"), _said(text), _said(text), ("written",), "law",
                                  place=Names(text),
                                  bearings=(Bearing("W03", "progress", "A", _said(text), 3),))),
    ])  # fmt: skip
    act(PLAN, Author("reporter", "XN"), [
        RaiseObstacle(Obstacle("written", "XN", ("W03",), Statement("en", text), datetime.date(2026, 6, 1)))
    ])  # fmt: skip


PAGES = ("", "commitments/", "commitments/W03/", "changed/", "happenings/", "timeline/", "context/", "documents/",
         "documents/written/", "ledger/", "briefs/annual/", "briefs/annual.pdf", "briefs/water/")  # fmt: skip


def test_what_is_written_is_a_text_and_never_markup(client):
    write_everywhere(MARKUP)
    for page in PAGES:
        said = client.get(BASE + page).content.decode(errors="replace")
        assert "<script>alert" not in said, page
        assert "<img src=x" not in said, page
        assert "<svg/onload" not in said, page
        scripts = re.findall(r"<script([^>]*)>(.*?)</script>", said, re.DOTALL)
        for attributes, inside in scripts:
            assert "src=" in attributes or json.loads(inside) is not None, page


@pytest.mark.parametrize("address", [
    "javascript:alert(1)", "data:text/html,x", " javascript:alert(1)", "JavaScript://x.example/%0aalert(1)", "",
    "vbscript:x", "//x.example", "file:///etc/passwd", "https://x.example/\n", "https://x.example/ y", "https:///x",
])  # fmt: skip
def test_an_address_is_one_of_the_web(address):
    with pytest.raises(ValueError, match="address"):
        CitedDocument("x", _said("x"), "press", "x", "en", address)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "ftp://x.example/a", "data:text/html,x"])
def test_the_form_for_documents_takes_addresses_of_the_web_alone(client, address):
    enter(client, "XN", "reviewer")
    sent = {"name_en": "A", "name_fr": "A", "name_es": "A", "kind": "press", "publisher": "A", "language": "en"}
    answer = client.post(f"{BASE}work/document/", {**sent, "address": address})
    assert set(answer.context["form"].errors) == {"address"}


@pytest.mark.parametrize("sign", ["\0", "\x01", "\b", "\x0b", "\f", "\x1f", "\x7f", "\ufffe", "\uffff"])
@pytest.mark.parametrize("visible_to", ["public", "parties"])
def test_a_sign_that_no_file_can_hold_is_refused_before_it_is_recorded(sign, visible_to):
    """One of them would keep the calendar, the feed and the tables of the whole register from everybody."""
    with pytest.raises(Refusal, match="control_sign"):
        act(PLAN, REVIEWER, [RecordContext(_note("written", f"A{sign}line"))], visible_to=visible_to)


def test_an_id_that_one_of_the_databases_has_no_room_for_is_refused():
    with pytest.raises(Refusal, match="id_too_long"):
        act(PLAN, REVIEWER, [RecordContext(_note("i" * 301, "A line."))])
    act(PLAN, REVIEWER, [RecordContext(_note("i" * 300, "A line."))])


ODD = "Line\none\ttwo\r\\u0001 \u202e 港 🌊 \u200b\xad \x85 \u2028 ]]> &amp; %s {0} ${x} #let $x$ \\n"


def test_odd_signs_break_no_page_and_no_file(client):
    write_everywhere(ODD)
    for name in (*PAGES, *FILES):
        answer = client.get(BASE + name)
        assert answer.status_code == 200, name


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x.example")'])
def test_no_cell_of_a_table_is_a_formula(client, text):
    act(PLAN, REVIEWER, [RecordContext(_note("written", text))])
    rows = client.get(f"{BASE}context.csv")
    if rows.status_code == 200:
        assert not re.search(r'(^|,)"?[=+@\t\r-]', rows.content.decode("utf-8-sig").replace("\r\n", "\n"), re.MULTILINE)
    book = load_workbook(io.BytesIO(client.get(f"{BASE}register.xlsx").content))
    assert not [cell.value for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def test_a_name_adds_no_header_to_a_mail():
    user = invite("eve@example.org", "Eve\r\nBcc: all@example.org")
    message = invitation(user)
    message.send()
    assert "\nBcc" not in str(mail.outbox[-1].message()).split("\n\n", 1)[0]
    assert "\n" not in user.display_name


def test_a_rotation_that_was_interrupted_loses_no_key(monkeypatch, keys_of_its_own):
    """Whoever rotates again signs with the key that the register takes for active, which was not yet in its place."""

    def killed(*_given):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(memberships, "take_next_key", killed)
        with pytest.raises(KeyboardInterrupt):
            rotate_key(PLAN, own_author(PLAN, "river-studies"))
    rotate_key(PLAN, own_author(PLAN, "river-studies"))
    active = {one.id for one in folded(PLAN).all(Key) if (one.holder, one.standing) == ("river-studies", "active")}
    assert signing_key(PLAN, "river-studies", active)
    rotate_key(PLAN, own_author(PLAN, "river-studies"))

"""Pages are kept for the public until something changes, and never for or from anybody in particular."""

import datetime
import gzip

import pytest
from django.test import Client

from servanda.register.acts.reporting import SubmitReport
from servanda.register.author import Author
from servanda.register.reporting import Report
from servanda.register.wording import Statement
from servanda_portal.accounts.models import Membership
from servanda_portal.operations.act import act
from servanda_portal.pages import kept

pytestmark = pytest.mark.django_db

PLAN = "merle-2024-2027"
PAGE = f"/en/plans/{PLAN}/commitments/W01/"


@pytest.fixture
def member():
    """Sign in as who reports for one of the parties."""
    client = Client()
    membership = Membership.objects.get(register=PLAN, holder="XN", role="reporter")
    client.force_login(membership.user, "servanda_portal.accounts.demonstration.DemonstrationBackend")
    return client


@pytest.fixture
def rendered(monkeypatch):
    """Count the pages that are made rather than given again."""
    made = []
    keep = kept._pages.keep
    monkeypatch.setattr(kept._pages, "keep", lambda key, page: made.append(key) or keep(key, page))
    return made


def report(words, visible_to="public"):
    made = Report(words, "W01", "XN", "in_progress", datetime.date(2026, 6, 1), Statement("en", words))
    act(PLAN, Author("reporter", "XN"), [SubmitReport(made)], visible_to=visible_to)


def test_a_page_is_made_once_and_given_to_everybody(client, rendered, django_assert_max_num_queries):
    first = client.get(PAGE)
    with django_assert_max_num_queries(4):
        again = Client().get(PAGE)
    assert again.content == first.content
    assert dict(again.headers) | {"X-Request-Id": ""} == dict(first.headers) | {"X-Request-Id": ""}
    assert len(rendered) == 1


def test_a_new_entry_shows_at_once(client):
    assert "the-dike-is-dug" not in client.get(PAGE).content.decode()
    report("the-dike-is-dug")
    assert "the-dike-is-dug" in client.get(PAGE).content.decode()


def test_an_entry_of_one_plan_leaves_the_pages_of_another(client, rendered):
    client.get("/en/plans/gauges/")
    report("the-dike-is-dug")
    client.get("/en/plans/gauges/")
    assert len(rendered) == 1


def test_each_language_address_and_encoding_has_its_own(client, rendered):
    for address in (PAGE, PAGE.replace("/en/", "/fr/"), f"{PAGE}?as-at=2025-06-30"):
        client.get(address)
    packed = client.get(PAGE, headers={"accept-encoding": "gzip"})
    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == client.get(PAGE).content
    assert len(rendered) == 4


@pytest.mark.parametrize("member_first", [True, False])
def test_what_a_member_may_see_is_never_given_to_the_public(client, member, member_first):
    report("among-ourselves", visible_to="parties")
    readers = {"member": member, "public": client}
    for name in sorted(readers, reverse=not member_first):
        content = readers[name].get(PAGE).content.decode()
        assert ("among-ourselves" in content) == (name == "member")
        assert ("Your work" in content) == (name == "member")


def test_a_members_page_is_kept_by_nobody(member, rendered):
    answer = member.get(PAGE)
    assert answer["Cache-Control"] == "private, no-cache"
    assert "Cookie" in answer["Vary"]
    assert not rendered


def test_a_page_with_a_form_of_its_readers_own_is_not_kept(client, rendered):
    for _ in range(2):  # the second time the browser has the form's cookie, and none is set
        client.get("/en/account/sign-in/")
    assert not rendered
    assert client.get("/en/method/")["Cache-Control"] == "no-cache"
    assert not rendered  # the cookie might have gone into a form


def test_who_brings_a_token_or_a_message_gets_a_page_of_their_own(client, rendered):
    client.get(PAGE, headers={"authorization": "Bearer x"})
    client.cookies["messages"] = "x"
    client.get(PAGE)
    assert not rendered


@pytest.mark.parametrize(
    "address", ["/en/nowhere/", "/en/plans/nothing/", "/en/plans/gauges/commitments/?colour=red", "/"]
)
def test_only_what_was_found_is_kept(client, rendered, address):
    client.get(address)
    assert not rendered


def test_caches_between_ask_each_time_and_tell_readers_apart(client):
    answer = client.get(PAGE, headers={"accept-encoding": "gzip"})
    assert answer["Cache-Control"] == "no-cache"
    assert {one.strip() for one in answer["Vary"].split(",")} >= {"Cookie", "Accept-Encoding"}


@pytest.mark.parametrize("encoding", ["gzip", "identity"])
def test_a_reader_who_has_the_page_is_told_so_from_the_first_time(client, rendered, encoding):
    etag = client.get(PAGE, headers={"accept-encoding": encoding})["ETag"]
    kept.forget()  # as after a new start
    for _ in range(2):
        asked = {"accept-encoding": encoding, "if-none-match": etag}
        answer = client.get(PAGE, headers=asked)
        assert (answer.status_code, answer.content, answer["ETag"]) == (304, b"", etag)
        assert {"Vary", "Cache-Control"} <= answer.headers.keys()
    assert len(rendered) == 2
    report("the-dike-is-dug")
    assert client.get(PAGE, headers=asked).status_code == 200


def test_no_more_is_kept_than_there_is_room_for():
    pages = kept._Pages(room=10)
    for name in "abc":
        pages.keep(name, kept._Page(b"four", {}, None))
    assert [name for name in "abc" if pages.get(name)] == ["b", "c"]
    pages.get("b")
    pages.keep("d", kept._Page(b"four", {}, None))
    assert [name for name in "abcd" if pages.get(name)] == ["b", "d"]


def test_pages_that_are_kept_are_counted_under_their_names(client):
    client.get("/en/method/")
    before = _answers(client)
    client.get("/en/method/")
    assert _answers(client) == before + 1


def _answers(client):
    told = client.get("/metrics").content.decode()
    line = next(one for one in told.splitlines() if one.startswith("servanda_answers_total") and '"method"' in one)
    return float(line.split()[-1])

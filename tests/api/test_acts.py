"""Acts by token: judged, signed and recorded as those of forms are, all or none."""

import datetime

import pytest
from django.db import connection

from servanda_portal.accounts.models import Membership, Token
from servanda_portal.operations.memberships import administrator, take_role
from servanda_portal.queries.ledger import head

PLAN = "/api/v1/plans/merle-2024-2027"
SAID = {"language": "en", "text": "The dredger is stuck."}


def obstacle(identity="stuck", **changes):
    made = {"id": identity, "party": "XN", "commitments": ["W06"], "what": SAID, "raised_on": "2026-06-01"}
    return {"type": "raise_obstacle", "obstacle": made | changes}


def size():
    return head("merle-2024-2027").size


def test_acts_are_recorded_and_answered_with_the_numbers_of_their_entries(api, token_of):
    before = size()
    answer = api.do(token_of("XN", "reporter"), [obstacle("one"), obstacle("two")])

    assert answer.status_code == 201
    assert answer.json() == {"plan": "merle-2024-2027", "dry_run": False, "entries": [before, before + 1]}
    entry = api.ask(f"/entries/{before}")
    assert entry["act"]["type"] == "raise_obstacle"
    assert entry["by"]["holder"] == "XN"
    assert entry["by"]["role"] == "reporter"
    assert api.ask("/obstacles/two")["entry"] == before + 1


def test_a_full_disk_is_a_problem_of_its_own_and_nothing_is_recorded(api, token_of):
    token, before = token_of("XN", "reporter"), size()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        cursor.execute(f"PRAGMA max_page_count = {cursor.fetchone()[0] + 2}")
        try:
            answer = api.do(token, [obstacle(what={"language": "en", "text": "word " * 50_000})])
        finally:
            cursor.execute("PRAGMA max_page_count = 4294967294")

    assert answer.status_code == 507
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["type"].endswith("#no-room")
    assert size() == before
    assert api.do(token, [obstacle()]).status_code == 201


def test_a_dry_run_records_nothing(api, token_of):
    before = size()
    answer = api.do(token_of("XN", "reporter"), [obstacle()], dry_run=True)

    assert answer.status_code == 200
    assert answer.json() == {"plan": "merle-2024-2027", "dry_run": True, "entries": [before]}
    assert size() == before
    api.ask("/obstacles/stuck", 404)
    assert api.do(token_of("XN", "reporter"), [obstacle()]).json()["entries"] == [before]


def test_a_refused_act_keeps_the_others_out_and_is_named_with_its_rule(api, token_of):
    before = size()
    answer = api.do(token_of("XN", "reporter"), [obstacle("fine"), obstacle("lost", commitments=["X99"])])

    assert (answer.status_code, answer.headers["Content-Type"]) == (409, "application/problem+json")
    refusals = answer.json()["refusals"]
    assert [(one["act"], one["code"], one["about"]["key"]) for one in refusals] == [(1, "no_such", "X99")]
    assert size() == before


def test_refusals_are_told_in_the_language_of_whoever_asks(api, token_of):
    api.defaults["HTTP_ACCEPT_LANGUAGE"] = "fr"
    detail = api.do(token_of("XN", "reporter"), [obstacle(commitments=["X99"])]).json()["detail"]

    assert "registre" in detail


def test_what_another_party_owns_is_forbidden(api, token_of):
    answer = api.do(token_of("XS", "reporter"), [obstacle()])

    assert answer.status_code == 403
    assert answer.json()["refusals"][0]["code"] == "of_another_party"


def test_what_only_some_may_see_stays_theirs(api, token_of):
    (number,) = api.do(token_of("XN", "reporter"), [obstacle()], visible_to="parties").json()["entries"]

    api.ask("/obstacles/stuck", 404)
    entry = api.ask(f"/entries/{number}")
    assert (entry["act"], entry["visible_to"]) == (None, "parties")
    assert "stuck" not in str(entry)


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ({"acts": []}, "acts"),
        ({}, "$"),
        ({"acts": [obstacle()], "colour": "red"}, "$"),
        ({"acts": [{"type": "sing"}]}, "acts[0].type"),
        ({"acts": [obstacle(colour="red")]}, "acts[0].obstacle"),
        ({"acts": [obstacle(raised_on="soon")]}, "acts[0].obstacle.raised_on"),
        ({"acts": [obstacle()], "public_from": "soon"}, "public_from"),
        ([], "$"),
    ],
)
def test_a_body_that_is_no_act_is_refused_with_the_place(api, token_of, body, name):
    answer = api.post(
        f"{PLAN}/acts",
        body,
        content_type="application/json",
        headers={"Authorization": f"Bearer {token_of('XN', 'reporter')}"},
    )

    assert answer.status_code == 422
    assert [(one["within"], one["name"]) for one in answer.json()["errors"]] == [("body", name)]


def test_a_body_that_is_no_json_or_too_large_is_refused(api, token_of, settings):
    bearer = {"Authorization": f"Bearer {token_of('XN', 'reporter')}"}

    def status(body, kind):
        return api.post(f"{PLAN}/acts", body, content_type=kind, headers=bearer).status_code

    assert status(b"{", "application/json") == 422
    assert status(b"[" * 100_000, "application/json") == 422
    assert status(b'{"acts": []}', "text/plain") == 415
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 10
    assert status(b'{"acts": [1, 2, 3]}', "application/json") == 413


# Tokens


def test_without_a_good_token_nothing_is_done(api, token_of):
    token = token_of("XN", "reporter")
    Token.objects.update(expires=datetime.date(2020, 1, 1))

    for given in (token, "made-up", ""):
        answer = api.do(given, [obstacle()])
        assert answer.status_code == 401
        assert answer.headers["WWW-Authenticate"] == 'Bearer realm="servanda"'


def test_a_session_does_nothing_here(api):
    user = Membership.objects.get(register="merle-2024-2027", holder="XN", role="reporter").user
    api.force_login(user, "servanda_portal.accounts.demonstration.DemonstrationBackend")

    assert api.post(f"{PLAN}/acts", {"acts": [obstacle()]}, content_type="application/json").status_code == 401


def test_a_token_ends_with_the_role_it_is_for(api, token_of):
    token = token_of("XN", "reporter")
    membership = Membership.objects.get(register="merle-2024-2027", holder="XN", role="reporter")
    take_role(membership, administrator("merle-2024-2027"))

    assert api.do(token, [obstacle()]).status_code == 401


def test_a_token_of_a_closed_account_is_no_good(api, token_of):
    token = token_of("XN", "reporter")
    user = Membership.objects.get(register="merle-2024-2027", holder="XN", role="reporter").user
    user.is_active = False
    user.save()

    assert api.do(token, [obstacle()]).status_code == 401


def test_a_demonstration_token_is_good_on_ones_own_machine_only(api, token_of, settings):
    token = token_of("XN", "reporter")
    settings.ON_LOOPBACK = False

    assert api.do(token, [obstacle()]).status_code == 401


def test_a_token_is_for_one_register(api, token_of):
    token = token_of("XN", "reporter")
    Membership.objects.filter(holder="XN", role="reporter").update(register="another")

    answer = api.do(token, [obstacle()])
    assert answer.status_code == 403
    assert "another" in answer.json()["detail"]


def test_a_token_may_ask_so_often_a_minute_and_is_told_how_long_to_wait(api, token_of, monkeypatch):
    monkeypatch.setattr("servanda_portal.api.tokens.time.time", lambda: 1_000_000_010.0)
    token = token_of("XN", "reporter")

    def status():
        return api.do(token, []).status_code

    assert {status() for _ in range(60)} == {422}
    answer = api.do(token, [])
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "10")
    assert answer.json()["type"].endswith("#too-many-requests")


def test_only_the_digest_of_a_token_is_kept(token_of):
    token = token_of("XN", "reporter")

    assert token.startswith("servanda_")
    assert token not in str(Token.objects.values())


def test_tokens_are_made_shown_once_and_revoked_on_the_account_page(client, api):
    membership = Membership.objects.get(register="merle-2024-2027", holder="XN", role="reporter")
    client.force_login(membership.user, "servanda_portal.accounts.demonstration.DemonstrationBackend")
    given = {"name": "our system", "membership": membership.pk, "days": "90"}
    made = client.post("/en/account/tokens/", given)
    token = made.context["made"]
    assert token in made.content.decode()
    assert "no-store" in made.headers["Cache-Control"]

    listed = client.get("/en/account/tokens/").content.decode()
    assert "our system" in listed
    assert token not in listed
    assert api.do(token, [obstacle()], dry_run=True).status_code == 200
    client.post(f"/en/account/tokens/{Token.objects.get().pk}/revoke/")
    assert api.do(token, [obstacle()], dry_run=True).status_code == 401


def test_nobody_makes_or_revokes_a_token_of_somebody_else(client, token_of):
    token_of("XN", "reporter")
    other = Membership.objects.get(register="merle-2024-2027", holder="XS", role="reporter")
    client.force_login(other.user, "servanda_portal.accounts.demonstration.DemonstrationBackend")
    theirs = Token.objects.get()

    client.post(f"/en/account/tokens/{theirs.pk}/revoke/")
    client.post("/en/account/tokens/", {"name": "x", "membership": theirs.membership_id, "days": "90"})
    assert list(Token.objects.all()) == [theirs]

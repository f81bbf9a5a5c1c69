"""Every error has one shape, and says what to write instead."""

import pytest
from django.test import Client

from servanda_portal.api import problem

PLAN = "/api/v1/plans/merle-2024-2027"


def told(answer, status):
    """Return a problem, whose shape is looked at."""
    assert answer.status_code == status
    assert answer.headers["Content-Type"] == "application/problem+json"
    body = answer.json()
    assert body["status"] == status
    assert body["type"].startswith("http://127.0.0.1:8000/api/v1/problems#")
    assert body["title"]
    assert body["detail"]
    return body


@pytest.mark.parametrize(
    "path", ["/api/", "/api/v2/", "/api/v1/nothing", "/api/v1/plans/", "/api/v1/plans/nobody", f"{PLAN}/commitments/X9"]
)
def test_what_is_not_there_is_a_problem(api, path):
    told(api.get(path), 404)


@pytest.mark.parametrize(
    "query",
    [
        "colour=red", "limit=0", "limit=201", "limit=many", "limit=3&limit=4", "cursor=!", "cursor=bm8",
        "cursor=WyJhIl0",
        "as-at=today", "as-at=20260101", "as-at=2026-02-30", "by=guess", "force=strong", "pillar=moon", "party=XX",
        "owner=nobody", "official-XX=in_progress", "official-XN=lazy", "due-from=soon", "verifiable=maybe",
        "standing=lost", "language=de",
    ],
)  # fmt: skip
def test_a_parameter_that_is_not_known_or_not_valid_is_refused_by_its_name(api, query):
    errors = told(api.get(f"{PLAN}/commitments?{query}"), 422)["errors"]

    assert [one["name"] for one in errors] == [query.split("=")[0]]


@pytest.mark.parametrize("other", ["/entries", "/happenings", "/assessments", "/documents/joint-2024-en/mentions"])
def test_a_cursor_of_another_list_is_refused(api, other):
    cursor = api.ask(other, limit=1)["next"]
    (error,) = told(api.get(f"{PLAN}/commitments", {"cursor": cursor}), 422)["errors"]

    assert error["name"] == "cursor"
    assert api.ask(other, cursor=cursor)["items"]


@pytest.mark.parametrize("name", ["happenings", "entries"])
def test_a_list_about_a_commitment_that_is_not_there_is_refused(api, name):
    (error,) = told(api.get(f"{PLAN}/{name}?commitment=X99"), 422)["errors"]

    assert error == {"within": "query", "name": "commitment", "detail": "This plan has no commitment 'X99'."}


def test_every_refused_parameter_is_named(api):
    errors = told(api.get(f"{PLAN}/commitments?colour=red&size=2"), 422)["errors"]

    assert [one["name"] for one in errors] == ["colour", "size"]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_a_method_that_an_address_does_not_take_is_a_problem_with_those_it_takes(api, method):
    answer = getattr(api, method)(f"{PLAN}/commitments")

    told(answer, 405)
    assert answer.headers["Allow"] == "GET, HEAD, OPTIONS"


def test_a_fault_of_the_portal_is_a_problem_too(api, monkeypatch):
    def fail(*_arguments):
        raise RuntimeError("made to fail")

    monkeypatch.setattr("servanda_portal.queries.ledger.head", fail)
    body = told(api.get(f"{PLAN}/checkpoint"), 500)

    assert "made to fail" not in str(body)


def test_a_host_that_is_not_the_portals_is_a_problem(db):
    told(Client(SERVER_NAME="elsewhere.example").get("/api/v1/"), 400)


def test_numbers_beyond_every_ledger_are_not_found(api):
    told(api.get(f"{PLAN}/entries/{10**30}"), 404)
    mark, _, _ = api.ask("/entries", limit=1)["next"].partition(".")
    assert api.ask("/entries", cursor=f"{mark}.WzEwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMF0")["items"] == []


def test_the_types_of_problems_and_the_words_of_refusals_can_be_asked_for(api):
    types = api.get("/api/v1/problems").json()

    assert types["types"] == problem.TITLES
    assert types["refusals"]["no_such"].startswith("Something that this names")


def test_errors_of_pages_stay_pages(client, db):
    assert client.get("/en/nothing/").headers["Content-Type"].startswith("text/html")

"""What machines ask: alive, ready, numbers; and the lines that the portal writes of itself."""

import json
import logging
import re

import pytest
from django.db import connection
from django.db.utils import OperationalError
from prometheus_client.parser import text_string_to_metric_families

from servanda_portal.log import JsonLines, logging_settings


def test_the_portal_says_that_it_is_alive_and_asks_no_database(client):
    answer = client.get("/healthz", headers={"host": "10.0.0.1:8000"})  # a probe knows it by another name
    assert (answer.status_code, answer.content) == (200, b"alive\n")
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.django_db
def test_the_portal_is_ready_when_its_tables_are_of_this_version(client):
    assert client.get("/readyz").content == b"ready\n"
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'sessions'")
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert b"another version" in answer.content


def test_the_portal_is_not_ready_without_its_database(client, monkeypatch):
    def away(*_):
        raise OperationalError("connection refused to host secret")

    monkeypatch.setattr("servanda_portal.machine.MigrationExecutor", away)
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert b"secret" not in answer.content


@pytest.mark.django_db
def test_the_numbers_are_prometheus_own_and_name_pages_not_addresses(client):
    client.get("/en/method/")
    client.get("/en/nowhere/")
    told = client.get("/metrics").content.decode()
    answers = {
        (one.labels["page"], one.labels["status"])
        for family in text_string_to_metric_families(told)
        for one in family.samples
        if one.name == "servanda_answers_total"
    }
    assert ("method", "200") in answers
    assert ("none", "404") in answers
    assert "nowhere" not in told


@pytest.mark.parametrize("told", [{"REMOTE_ADDR": "203.0.114.7"}, {"HTTP_X_FORWARDED_FOR": "203.0.114.7"}])
def test_others_see_the_numbers_by_the_token_only(client, settings, told):
    assert client.get("/metrics", **told).status_code == 403
    assert client.get("/metrics", headers={"authorization": "Bearer "}, **told).status_code == 403
    settings.METRICS_TOKEN = "ferry"  # noqa: S105 of a test
    assert client.get("/metrics", headers={"authorization": "Bearer ferr"}, **told).status_code == 403
    assert client.get("/metrics", headers={"authorization": "Bearer ferry"}, **told).status_code == 200


# Lines


@pytest.fixture
def lines():
    """Collect what is logged, as programs get it."""
    kept = []

    class Keep(logging.Handler):
        def emit(self, record):
            kept.append(json.loads(self.format(record)))

    handler = Keep()
    handler.setFormatter(JsonLines())
    loggers = [logging.getLogger(name) for name in ("servanda", "django")]
    levels = [one.level for one in loggers]
    for one in loggers:
        one.addHandler(handler)
        one.setLevel("INFO")
    yield kept
    for one, level in zip(loggers, levels, strict=True):
        one.removeHandler(handler)
        one.setLevel(level)


@pytest.mark.django_db
def test_each_request_is_one_line_with_its_id_and_without_what_was_looked_for(client, lines):
    answer = client.get("/en/plans/gauges/commitments/?q=ferry")
    line = next(one for one in lines if one["logger"] == "servanda.requests")
    assert line["request"] == answer.headers["X-Request-Id"]
    assert (line["method"], line["path"], line["status"]) == ("GET", "/en/plans/gauges/commitments/", 200)
    assert line["milliseconds"] > 0
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:.]+\+00:00", line["time"])
    assert "ferry" not in json.dumps(lines)


@pytest.mark.django_db
def test_no_line_holds_the_key_by_which_a_password_is_chosen(client, lines):
    client.get("/en/account/password/choose/1-abc-0123456789/")
    line = next(one for one in lines if one["logger"] == "servanda.requests")
    assert line["path"] == "/en/account/password/choose/1-.../"
    assert "0123456789" not in json.dumps(lines)


@pytest.mark.django_db
@pytest.mark.parametrize(("given", "kept"), [("a1b2c3d4-e5", True), ("x", False), ("new\nline" * 3, False)])
def test_a_proxys_id_is_kept_where_it_is_plain(client, given, kept):
    answer = client.get("/en/method/", HTTP_X_REQUEST_ID=given)
    assert (answer.headers["X-Request-Id"] == given) is kept


@pytest.mark.django_db
def test_a_fault_is_logged_with_its_trace_under_the_id_of_its_request(client, lines, monkeypatch):
    def fail(*_):
        raise RuntimeError("the ferry sank")

    monkeypatch.setattr("servanda_portal.pages.views.site.render", fail)
    client.raise_request_exception = False
    answer = client.get("/en/method/")
    assert answer.status_code == 500
    fault = next(one for one in lines if "exception" in one)
    assert "the ferry sank" in fault["exception"]
    assert fault["request"] == answer.headers["X-Request-Id"]


def test_on_a_console_only_faults_are_told():
    assert logging_settings("console")["loggers"]["servanda"]["level"] == "ERROR"

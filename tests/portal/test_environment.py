"""One line of the environment decides: what is right becomes settings, what is not is refused with what to write."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from servanda_portal import environment
from servanda_portal.log import logging_settings


@pytest.mark.parametrize(
    ("written", "host"),
    [
        ("https://register.example/", "register.example"),
        ("http://127.0.0.1:8000", "127.0.0.1"),
        ("http://[::1]:8000", "::1"),
    ],
)
def test_an_origin_is_https_or_on_this_machine(written, host):
    assert environment.origin(written)[2] == host


@pytest.mark.parametrize("written", ["register.example", "https://", "https://a.example/path", "ftp://a.example"])
def test_an_origin_that_is_none_is_refused(written):
    with pytest.raises(ImproperlyConfigured, match=r"https://register\.example\.org"):
        environment.origin(written)


def test_beyond_this_machine_an_origin_without_https_is_refused():
    with pytest.raises(ImproperlyConfigured, match="must begin with https"):
        environment.origin("http://register.example")


def test_without_a_setting_the_database_is_a_file_that_survives_a_power_cut():
    database = environment.database("", Path("/home"))
    assert database["NAME"] == Path("/home/servanda.sqlite3")
    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "recursive_triggers=ON"):
        assert pragma in database["OPTIONS"]["init_command"]


def test_an_address_names_the_whole_of_postgresql():
    database = environment.database("postgresql://ana:p%40ss@db.example:5433/regis%20ter?sslmode=require", Path())
    assert {key: database[key] for key in ("USER", "PASSWORD", "HOST", "PORT", "NAME", "OPTIONS")} == {
        "USER": "ana", "PASSWORD": "p@ss", "HOST": "db.example", "PORT": "5433", "NAME": "regis ter",
        "OPTIONS": {"sslmode": "require"},
    }  # fmt: skip


@pytest.mark.parametrize("written", ["mysql://host/name", "postgresql://host", "/var/db", "postgresql:///"])
def test_an_address_that_names_no_database_is_refused_without_showing_it(written):
    with pytest.raises(ImproperlyConfigured, match="SERVANDA_DATABASE") as refused:
        environment.database(written, Path())
    assert written not in str(refused.value)


def test_without_a_setting_mail_is_printed():
    assert environment.mail("")["EMAIL_BACKEND"].endswith("console.EmailBackend")


@pytest.mark.parametrize(
    ("written", "port", "implicit", "started"),
    [
        ("smtps://ana:secret@mail.example", 465, True, False),
        ("smtp://ana:secret@mail.example", 587, False, True),
        ("smtp://ana:secret@localhost:25", 25, False, False),
    ],
)
def test_mail_leaves_this_machine_over_tls_only(written, port, implicit, started):
    mail = environment.mail(written)
    assert (mail["EMAIL_PORT"], mail["EMAIL_USE_SSL"], mail["EMAIL_USE_TLS"]) == (port, implicit, started)
    assert (mail["EMAIL_HOST_USER"], mail["EMAIL_HOST_PASSWORD"]) == ("ana", "secret")


def test_a_server_of_mail_that_is_none_is_refused():
    with pytest.raises(ImproperlyConfigured, match="SERVANDA_MAIL"):
        environment.mail("mail.example:25")


def test_without_a_provider_there_is_none():
    assert environment.openid_connect("", "", "", "") == {}


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (("http://login.example", "id", "secret", ""), "write the issuer"),
        (("login.example", "id", "secret", ""), "write the issuer"),
        (("https://login.example", "", "secret", ""), "SERVANDA_OIDC_CLIENT"),
        (("https://login.example", "id", "", ""), "SERVANDA_OIDC_SECRET"),
    ],
)
def test_a_provider_that_is_not_whole_is_refused(given, why):
    with pytest.raises(ImproperlyConfigured, match=why):
        environment.openid_connect(*given)


def test_a_form_of_log_that_is_none_is_refused():
    with pytest.raises(ImproperlyConfigured, match="console or json"):
        logging_settings("xml")


PROGRAM = """
import django; django.setup()
from django.core.management import call_command
call_command("check", deploy=True, fail_level="WARNING")
call_command("makemigrations", check=True, dry_run=True, verbosity=0)
from django.conf import settings as s
print(s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME, s.FORM_TARGETS, s.EMAIL_HOST, s.DEBUG)
"""


def test_with_every_setting_in_use_djangos_own_checks_for_deployment_find_nothing(tmp_path):
    given = {
        "SERVANDA_HOME": str(tmp_path), "SERVANDA_ORIGIN": "https://register.example", "SERVANDA_DEBUG": "1",
        "SERVANDA_MAIL": "smtps://ana:secret@mail.example", "SERVANDA_MAIL_FROM": "Register <a@register.example>",
        "SERVANDA_OIDC": "https://login.example/realm", "SERVANDA_OIDC_CLIENT": "id", "SERVANDA_OIDC_SECRET": "secret",
        "SERVANDA_OIDC_NAME": "The ministry", "SERVANDA_LOG": "json", "SERVANDA_METRICS_TOKEN": "token",
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", PROGRAM],
        capture_output=True, text=True, check=False, env=os.environ | given,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "__Host-session __Host-csrf ['https://login.example'] mail.example False" in done.stdout

"""Every answer carries what a browser needs to keep a reader safe. The marks are those that header checkers give."""

import gzip
import re

import pytest
from django.test import override_settings
from django.urls import reverse

from servanda_portal.pages.headers import content_security_policy

pytestmark = pytest.mark.django_db

PAGES = [
    "/", "/en/", "/fr/method/", "/es/plans/gauges/", "/en/plans/gauges/commitments/",
    "/en/plans/gauges/commitments/R-1/",
    "/en/plans/gauges/documents/note/", "/en/account/sign-in/", "/en/account/password/forgotten/", "/en/account/",
    "/en/nowhere/", "/en/plans/gauges/commitments/?colour=red", "/static/servanda.css", "/static/accounts.css",
]  # fmt: skip
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
POLICY = {
    **dict.fromkeys(("default-src", "base-uri", "frame-ancestors"), "'none'"),
    **dict.fromkeys(("script-src", "style-src", "img-src", "connect-src", "form-action"), "'self'"),
}


def policy(headers):
    return dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))


def grade(headers):
    """Return what is wrong with an answer's headers: nothing, where it deserves the best mark."""
    says = policy(headers)
    wrong = [f"{name} is {headers.get(name)!r}" for name, value in ALWAYS.items() if headers.get(name) != value]
    wrong += [f"{source} is {says.get(source)}" for source, value in POLICY.items() if says.get(source) != value]
    wrong += [f"{name} tells what runs here" for name in ("Server", "X-Powered-By") if name in headers]
    if "geolocation=()" not in headers.get("Permissions-Policy", ""):
        wrong.append("Permissions-Policy allows where the reader is")
    return wrong


@pytest.mark.parametrize("address", PAGES)
def test_every_answer_deserves_the_best_mark(client, address):
    answer = client.get(address)
    answer.close()  # of a static file, which is sent as it is
    assert grade(answer.headers) == []


def test_under_an_origin_of_its_own_browsers_are_told_to_stay_on_https(client):
    published = {"SECURE_HSTS_SECONDS": 31_536_000, "SECURE_HSTS_INCLUDE_SUBDOMAINS": True, "SECURE_HSTS_PRELOAD": True}
    with override_settings(**published, SECURE_SSL_REDIRECT=True):
        assert client.get("/en/").url == "https://testserver/en/"
        answer = client.get("/en/", secure=True)
        assert answer.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains; preload"
        assert "upgrade-insecure-requests" in content_security_policy()


def test_a_provider_of_sign_in_is_the_only_place_to_which_a_form_may_lead(settings):
    settings.FORM_TARGETS = ["https://login.example"]
    assert "form-action 'self' https://login.example;" in content_security_policy()


def test_a_page_that_did_not_change_is_not_sent_again(client):
    first = client.get("/en/method/")
    again = client.get("/en/method/", headers={"if-none-match": first.headers["ETag"]})
    assert again.status_code == 304
    assert not again.content


def test_pages_of_accounts_are_kept_by_no_cache(client):
    assert "no-store" in client.get(reverse("account_login")).headers["Cache-Control"]


@pytest.mark.parametrize("name", ["session", "csrf"])
def test_no_script_reads_a_cookie_and_no_other_site_sends_one(client, name, settings):
    client.get("/en/account/sign-in/")
    client.post("/en/account/sign-in/", {"login": "a@example.org", "password": "x"})
    for cookie in client.cookies.values():
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"


def test_what_is_sent_compressed_does_not_tell_a_secret_by_its_size(client):
    """Whoever only watches the wire could guess a token that stands beside their words (BREACH, CVE-2013-3587)."""
    answers = [client.get("/en/account/sign-in/", headers={"accept-encoding": "gzip"}) for _ in range(12)]
    assert all(answer["Content-Encoding"] == "gzip" for answer in answers)
    pages = [gzip.decompress(answer.content).decode() for answer in answers]
    tokens = {re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[1] for page in pages}
    assert len(tokens) == 12  # masked anew each time, so that no two answers can be compared
    assert len({len(answer.content) for answer in answers}) > 3  # and longer by a chance amount

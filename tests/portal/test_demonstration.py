"""Demonstration accounts are entered without a password on this machine, and nowhere else by any way."""

import pytest
from django.contrib.auth import authenticate
from django.core.cache import cache
from django.test import Client, RequestFactory
from django.urls import reverse

from servanda_portal.accounts.demonstration import demonstration_allowed
from servanda_portal.accounts.models import Membership, User
from servanda_portal.operations.accounts import AccountError, demonstration_account, invite

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nobody_has_tried_yet():
    """Count sign-ins anew for each test."""
    cache.clear()


@pytest.fixture
def client():
    """Return a browser on this machine that knows the portal by its address here."""
    return Client(headers={"host": "127.0.0.1:8000"})


@pytest.fixture
def tarn():
    """Make the demonstration account of Tarn, who reports."""
    user = demonstration_account("tarn", "Tarn’s secretariat", "fr")
    Membership.objects.create(user=user, register="gauges", grant="1", role="reporter", holder="tarn", person="0")
    return user


@pytest.fixture
def published(settings):
    """Publish the portal under an address of its own."""
    settings.ON_LOOPBACK = False
    settings.ALLOWED_HOSTS = ["register.example"]


def entered(client):
    return "_auth_user_id" in client.session


def test_on_this_machine_one_button_enters_the_account_and_goes_on(client, tarn):
    page = client.get("/en/account/sign-in/").content.decode()
    assert f'name="account" value="{tarn.pk}">Tarn <span>reporter</span>' in page
    answer = client.post("/demonstration/", {"account": tarn.pk, "next": "/en/method/"})
    assert answer.url == "/en/method/"
    assert "Tarn’s secretariat" in client.get(answer.url).content.decode()
    own = client.get("/en/account/").content.decode()
    assert "no password" in own
    assert '<a href="/en/plans/gauges/work/">Gauge Plan</a>: reporter' in own


def test_it_goes_to_no_other_site(client, tarn):
    assert client.post("/demonstration/", {"account": tarn.pk, "next": "//elsewhere.example/"}).url == "/en/"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:8000", "[::1]:8000"])
def test_this_machine_is_known_by_each_of_its_names(host):
    assert demonstration_allowed(RequestFactory().post("/demonstration/", headers={"host": host}))


@pytest.mark.parametrize(
    "told",
    [
        {"REMOTE_ADDR": "10.0.0.9"},
        {"REMOTE_ADDR": "203.0.114.7"},
        {"REMOTE_ADDR": ""},
        {"HTTP_X_FORWARDED_FOR": "127.0.0.1"},
        {"HTTP_X_FORWARDED_HOST": "register.example"},
        {"HTTP_X_REAL_IP": "127.0.0.1"},
        {"HTTP_FORWARDED": "for=127.0.0.1"},
        {"HTTP_VIA": "1.1 proxy"},
    ],
)
def test_nobody_enters_from_another_machine_or_through_a_proxy(client, tarn, told):
    assert client.post("/demonstration/", {"account": tarn.pk}, **told).status_code == 404
    assert not entered(client)
    assert "demonstration" not in client.get("/en/account/sign-in/", **told).content.decode()


def test_nobody_enters_where_the_portal_is_published(client, tarn, published):
    for host, address in (("register.example", "127.0.0.1"), ("register.example", "203.0.114.7")):
        answer = client.post("/demonstration/", {"account": tarn.pk}, headers={"host": host}, REMOTE_ADDR=address)
        assert answer.status_code == 404
        page = client.get("/en/account/sign-in/", headers={"host": host}, REMOTE_ADDR=address)
        assert "demonstration" not in page.content.decode()
    assert client.post("/demonstration/", {"account": tarn.pk}, headers={"host": "localhost"}).status_code == 400
    assert not entered(client)


def test_a_session_from_this_machine_opens_nothing_where_the_portal_is_published(client, tarn, settings):
    client.post("/demonstration/", {"account": tarn.pk})
    assert client.get("/en/account/").status_code == 200
    settings.ON_LOOPBACK = False
    assert client.get("/en/account/").status_code == 302


def test_an_account_of_a_person_is_not_entered(client):
    ana = invite("ana@example.org", "Ana Torres")
    for account in (ana.pk, "", "x", "-1", "9" * 30, "١"):
        assert client.post("/demonstration/", {"account": account}).status_code == 403
    assert not entered(client)


def test_a_closed_demonstration_account_is_not_entered(client, tarn):
    User.objects.filter(pk=tarn.pk).update(is_active=False)
    assert client.post("/demonstration/", {"account": tarn.pk}).status_code == 403


def test_a_link_or_another_site_enters_nothing(tarn):
    strict = Client(enforce_csrf_checks=True, headers={"host": "127.0.0.1:8000"})
    assert strict.get(reverse("demonstration"), {"account": tarn.pk}).status_code == 405
    refused = strict.post("/demonstration/", {"account": tarn.pk})
    assert refused.status_code == 403
    assert "open it again and send it once more" in refused.content.decode()


def test_no_password_signs_a_demonstration_account_in(client, tarn):
    tarn.set_password("somebody gave it one")
    tarn.save()
    client.post("/en/account/sign-in/", {"login": tarn.email, "password": "somebody gave it one"})
    assert client.get("/en/account/").status_code == 302
    assert authenticate(None, email=tarn.email, password="somebody gave it one") is None  # noqa: S106 it opens nothing
    assert authenticate(None, demonstration=tarn.pk) is None


def test_a_demonstration_account_is_made_once_and_invited_never(tarn):
    assert demonstration_account("tarn", "Tarn").pk == tarn.pk
    assert tarn.email.endswith(".invalid")
    with pytest.raises(AccountError):
        invite(tarn.email, "Eve")


def test_the_accounts_to_try_go_by_the_names_of_the_readers_language(client):
    page = client.get("/fr/account/sign-in/").content.decode()
    assert "Commission du bassin de la Merle <span>" in page
    assert "Merle Basin Commission" not in page

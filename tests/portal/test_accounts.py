"""Accounts: by invitation, with a second step, slowed down for those who guess, in three languages, without scripts."""

import re

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core import mail
from django.core.cache import cache
from django.urls import reverse
from django.utils import translation

from servanda_portal.accounts.invitation import invitation
from servanda_portal.accounts.models import User
from servanda_portal.operations.accounts import AccountError, change_account, invite

pytestmark = pytest.mark.django_db
PASSWORD = "nine rivers cross the plain"  # noqa: S105 of accounts that live as long as a test


@pytest.fixture(autouse=True)
def quick_and_fresh(settings):
    """Count sign-ins anew for each test, and do not spend seconds on hashing."""
    cache.clear()
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def ana():
    """Invite Ana, who has chosen her password."""
    user = invite("Ana@Example.org", "Ana Torres", "es")
    user.set_password(PASSWORD)
    user.save()
    return user


def sign_in(client, password=PASSWORD, **more):
    return client.post("/en/account/sign-in/", {"login": "ana@example.org", "password": password, **more})


def code_of(secret):
    counter = next(iter(yield_hotp_counters_from_time()))
    return format_hotp_value(hotp_value(secret, counter))


# By invitation


def test_an_invitation_leads_to_a_password_once_and_then_to_the_account(client):
    user = invite("luc@example.org", "Luc Roy", "fr")
    letter = invitation(user)
    assert letter.to == ["luc@example.org"]
    assert letter.subject == "Servanda: vous êtes invité"
    link = re.search(r"http://127\.0\.0\.1:8000(/fr/account/password/choose/\S+)", letter.body)[1]

    chosen = client.get(link, follow=True)
    form = chosen.redirect_chain[-1][0]
    client.post(form, {"password1": PASSWORD, "password2": PASSWORD})
    user.refresh_from_db()
    assert user.check_password(PASSWORD)
    assert "ne fonctionne plus" in client.get(link, follow=True).content.decode()
    answer = client.post("/fr/account/sign-in/", {"login": "LUC@example.org", "password": PASSWORD}, follow=True)
    assert "Vous êtes connecté au nom de Luc Roy." in answer.content.decode()


def test_an_address_is_invited_again_until_it_has_a_password(ana):
    first = invite("luc@example.org", "Luc", "fr")
    assert invite("LUC@example.org", "Luc Roy", "fr") == first
    with pytest.raises(AccountError, match="already has an account"):
        invite("ana@example.org", "Somebody else")


@pytest.mark.parametrize("address", ["/en/account/sign-up/", "/en/account/provider/sign-up/"])
def test_nobody_signs_up(client, address):
    data = {"email": "eve@example.org", "password1": PASSWORD}
    for answer in (client.get(address, follow=True), client.post(address, data, follow=True)):
        assert "Accounts are by invitation" in answer.content.decode() or answer.redirect_chain
    assert not User.objects.filter(email="eve@example.org").exists()


# Signing in


def test_signing_in_leads_onward_within_the_portal_only(client, ana):
    assert sign_in(client, next="/en/method/").url == "/en/method/"
    client.logout()
    assert sign_in(client, next="https://elsewhere.example/").url == "/en/account/"


def test_guessing_a_password_is_slowed_down_for_the_account_and_says_so(client, ana):
    for _ in range(5):
        assert "not correct" in sign_in(client, "wrong").content.decode()
    assert "Too many failed login attempts" in sign_in(client).content.decode()
    assert client.get("/en/account/").status_code == 302


def test_who_asks_too_often_is_told_to_wait(client):
    answers = [client.post("/fr/account/password/forgotten/", {"email": f"x{n}@example.org"}) for n in range(21)]
    assert answers[-1].status_code == 429
    assert "Attendez cinq minutes" in answers[-1].content.decode()


def test_signing_in_gives_a_new_session(client, ana):
    client.get("/en/account/")
    before = client.session.session_key
    sign_in(client)
    assert client.session.session_key != before


def test_a_closed_account_signs_in_nowhere(client, ana):
    sign_in(client)
    ana.is_active = False
    ana.save()
    assert client.get("/en/account/").url.startswith("/en/account/sign-in/")
    answer = sign_in(client)
    assert answer.url == "/en/account/inactive/"
    assert "This account is closed" in client.get(answer.url).content.decode()


def test_a_short_password_is_refused(client, ana):
    sign_in(client)
    for weak in ("short", "1qaz2wsx3edc", "ana@example.org"):
        answer = client.post("/en/account/password/", {"oldpassword": PASSWORD, "password1": weak, "password2": weak})
        assert answer.status_code == 200
    ana.refresh_from_db()
    assert ana.check_password(PASSWORD)


def test_the_owner_of_an_account_is_told_that_its_password_was_changed(client, ana):
    sign_in(client)
    new = f"{PASSWORD} twice"
    client.post("/en/account/password/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    ana.refresh_from_db()
    assert ana.check_password(new)
    assert [one.to for one in mail.outbox] == [["ana@example.org"]]
    assert "contraseña" in mail.outbox[0].body


def test_a_forgotten_password_is_chosen_anew_by_mail_in_the_language_of_the_account(client, ana):
    client.post("/en/account/password/forgotten/", {"email": "ana@example.org"})
    client.post("/en/account/password/forgotten/", {"email": "nobody@example.org"})
    assert [one.to for one in mail.outbox] == [["ana@example.org"]]
    assert mail.outbox[0].subject == "Servanda: elegir una contraseña nueva"
    assert "Este enlace lleva allí" in mail.outbox[0].body


def test_a_name_and_a_language_are_ones_own_to_change(client, ana):
    sign_in(client)
    answer = client.post("/en/account/", {"display_name": "Ana T.", "language": "fr", "email": "other@example.org"})
    assert answer.url == "/fr/account/"
    ana.refresh_from_db()
    assert (ana.display_name, ana.language, ana.email) == ("Ana T.", "fr", "ana@example.org")
    assert "Ana T." in client.get("/en/method/").content.decode()


def test_a_language_that_the_portal_does_not_speak_is_refused(ana):
    with pytest.raises(ValueError, match="xx"):
        change_account(ana, "Ana", "xx")


def test_signing_out_takes_a_form(client, ana):
    sign_in(client)
    assert client.get("/en/account/sign-out/").status_code == 200
    assert client.get("/en/account/").status_code == 200
    assert client.post("/en/account/sign-out/").url == "/en/"
    assert client.get("/en/account/").status_code == 302


# The second step


@pytest.fixture
def secret(client, ana):
    """Add an app to Ana's account, through the pages, and return the key that it holds."""
    sign_in(client)
    confirm = client.get("/en/account/second-step/app/add/").url
    assert confirm.startswith("/en/account/confirm/")
    client.post(confirm, {"password": PASSWORD})
    page = client.get("/en/account/second-step/app/add/").content.decode()
    assert "<svg" in page
    held = re.search(r'class="secret">(\w+)<', page)[1]
    answer = client.post("/en/account/second-step/app/add/", {"code": code_of(held)}, follow=True)
    assert len(re.findall(r"<li>[\da-f]{8}</li>", answer.content.decode())) == 10
    cache.clear()
    return held


def test_with_an_app_a_password_alone_opens_nothing(client, secret):
    client.post("/en/account/sign-out/")
    assert sign_in(client).url == "/en/account/second-step/enter/"
    assert client.get("/en/account/").status_code == 302
    assert client.post("/en/account/second-step/enter/", {"code": "000000"}).status_code == 200
    assert client.get("/en/account/").status_code == 302
    client.post("/en/account/second-step/enter/", {"code": code_of(secret)})
    assert client.get("/en/account/").status_code == 200


def test_a_recovery_code_signs_in_once(client, secret):
    page = client.get("/en/account/second-step/codes/").content.decode()
    code = re.search(r"<li>([\da-f]{8})</li>", page)[1]
    for signed_in in (True, False):
        client.post("/en/account/sign-out/")
        sign_in(client)
        client.post("/en/account/second-step/enter/", {"code": code})
        assert (client.get("/en/account/").status_code == 200) is signed_in


def test_an_app_is_removed_after_showing_once_more_who_one_is(client, ana, secret):
    client.post("/en/account/second-step/app/remove/")
    client.post("/en/account/sign-out/")
    assert sign_in(client).url == "/en/account/"


# The pages

PLAIN = (
    "account_login", "account_logout", "account_signup", "account_inactive", "account_reset_password",
    "account_reset_password_done", "account_reset_password_from_key_done", "socialaccount_login_cancelled",
    "socialaccount_login_error",
)  # fmt: skip
SIGNED_IN = (
    "account", "account_logout", "account_change_password", "mfa_index", "mfa_list_webauthn",
    "mfa_view_recovery_codes", "mfa_generate_recovery_codes", "mfa_activate_totp", "mfa_deactivate_totp",
    "mfa_add_webauthn", "account_reauthenticate", "mfa_reauthenticate", "mfa_reauthenticate_webauthn",
)  # fmt: skip


def looked_at(client, name):
    answer = client.get(reverse(name), follow=True)
    content = answer.content.decode()
    assert answer.status_code == (401 if name == "socialaccount_login_error" else 200), name
    assert len(re.findall("<h1>[^<]+</h1>", content)) == 1, name
    assert not re.search(
        r"<style|\sstyle=|\son\w+=|<script(?! (src=|type=.application/json|id=\S+ type=.application/json))", content
    ), name
    assert "%(" not in content
    return content


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_every_page_of_accounts_speaks_its_language_with_nothing_inline(client, secret, language):
    with translation.override(language):
        signed_in = [looked_at(client, name) for name in SIGNED_IN]
        client.post(reverse("account_logout"))
        plain = [looked_at(client, name) for name in PLAIN]
    for content in [*signed_in, *plain]:
        assert f'<html lang="{language}">' in content


def test_reading_sets_no_cookie_and_asks_for_no_account(client):
    for address in ("/en/", "/en/method/", "/en/plans/gauges/"):
        answer = client.get(address)
        assert answer.status_code == 200
        assert not answer.cookies


def test_who_is_signed_in_stands_on_every_page_and_no_shared_cache_may_mix_them_up(client, ana):
    assert "Cookie" in client.get("/en/").headers["Vary"]
    sign_in(client)
    assert "Ana Torres" in client.get("/en/").content.decode()

"""Signing in with a provider that the operator trusts: it vouches for those who were invited, and makes no account."""

import base64
import hashlib
import http.server
import json
import threading
import time
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from django.core.cache import cache

from servanda_portal import environment
from servanda_portal.accounts.models import User
from servanda_portal.operations.accounts import demonstration_account, invite

pytestmark = pytest.mark.django_db
KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)


class Provider(http.server.BaseHTTPRequestHandler):
    """As much of a provider as signs one person in: it gives a token to who knows the code and its verifier."""

    def do_GET(self):
        """Say where things are, and who bears the token."""
        issuer = self.server.issuer
        if self.path == "/.well-known/openid-configuration":
            self.answer({
                "issuer": issuer, "authorization_endpoint": f"{issuer}/authorize", "token_endpoint": f"{issuer}/token",
                "userinfo_endpoint": f"{issuer}/userinfo", "jwks_uri": f"{issuer}/keys",
                "token_endpoint_auth_methods_supported": ["client_secret_post"],
            })  # fmt: skip
        elif self.path == "/userinfo":
            assert self.headers["Authorization"] == "Bearer access"
            self.answer(self.server.person)

    def do_POST(self):
        """Change a code into tokens."""
        given = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        verifier = hashlib.sha256(given["code_verifier"][0].encode()).digest()
        assert base64.urlsafe_b64encode(verifier).decode().rstrip("=") == self.server.challenge
        assert (given["client_id"], given["client_secret"]) == (["servanda"], ["secret"])
        now = int(time.time())
        claims = {"iss": self.server.issuer, "aud": "servanda", "iat": now, "exp": now + 60, **self.server.person}
        self.answer({"access_token": "access", "token_type": "Bearer", "id_token": jwt.encode(claims, KEY, "RS256")})

    def answer(self, said):
        """Answer in JSON."""
        body = json.dumps(said).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture
def provider(settings):
    """Run a provider on this machine, and let the portal trust it."""
    cache.clear()
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Provider) as server:
        server.issuer = f"http://127.0.0.1:{server.server_port}"
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        settings.SOCIALACCOUNT_PROVIDERS = environment.openid_connect(server.issuer, "servanda", "secret", "Ministry")
        yield server
        server.shutdown()


def sign_in(client, provider, **person):
    """Go to the provider and come back as a person, and return where that leads."""
    page = client.get("/en/account/sign-in/").content.decode()
    assert "Sign in with Ministry" in page
    onward = client.post("/account/provider/sign-in/login/?process=login")
    asked = parse_qs(urlsplit(onward.url).query)
    assert onward.url.startswith(f"{provider.issuer}/authorize?")
    assert asked["redirect_uri"] == ["http://testserver/account/provider/sign-in/login/callback/"]
    assert asked["code_challenge_method"] == ["S256"]
    provider.challenge, provider.person = asked["code_challenge"][0], {"sub": "4711", **person}
    back = {"code": "code", "state": asked["state"][0]}
    return client.get("/account/provider/sign-in/login/callback/", back, follow=True)


def test_who_was_invited_under_the_address_that_the_provider_vouches_for_is_signed_in(client, provider):
    invite("luc@example.org", "Luc Roy", "fr")
    answer = sign_in(client, provider, email="luc@example.org", email_verified=True)
    assert "You are signed in as Luc Roy." in answer.content.decode()


def test_from_then_on_the_provider_knows_the_account_and_not_the_address(client, provider):
    luc = invite("luc@example.org", "Luc Roy", "fr")
    sign_in(client, provider, email="luc@example.org", email_verified=True)
    client.logout()
    User.objects.filter(pk=luc.pk).update(email="luc@elsewhere.example")
    answer = sign_in(client, provider, email="luc@example.org", email_verified=True)
    assert "You are signed in as Luc Roy." in answer.content.decode()


@pytest.mark.parametrize(
    "person",
    [
        {"email": "eve@example.org", "email_verified": True},
        {"email": "luc@example.org", "email_verified": False},
        {"email": "luc@example.org"},
        {},
    ],
)
def test_nobody_else_is_signed_in_and_no_account_is_made(client, provider, person):
    invite("luc@example.org", "Luc Roy", "fr")
    answer = sign_in(client, provider, **person)
    assert "Accounts are by invitation" in answer.content.decode()
    assert client.get("/en/account/").status_code == 302
    assert User.objects.filter(email__endswith="@example.org").count() == 1


def test_no_provider_signs_a_demonstration_account_in(client, provider):
    tarn = demonstration_account("tarn", "Tarn")
    sign_in(client, provider, email=tarn.email, email_verified=True)
    assert client.get("/en/account/").status_code == 302


def test_an_answer_that_nobody_asked_for_signs_nobody_in(client, provider):
    invite("luc@example.org", "Luc Roy", "fr")
    answer = client.get("/account/provider/sign-in/login/callback/", {"code": "code", "state": "made-up"}, follow=True)
    assert answer.status_code == 401
    assert "did not say who you are" in answer.content.decode()


def test_a_link_alone_starts_no_sign_in(client, provider):
    page = client.get("/account/provider/sign-in/login/")
    assert page.status_code == 200
    assert "Go on" in page.content.decode()

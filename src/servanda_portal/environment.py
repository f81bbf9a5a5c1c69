"""From one line of the environment to a part of Django's settings. What is not right is refused with what to write."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

LOOPBACK = ("127.0.0.1", "localhost", "::1")
_DATABASE = "postgresql://user:password@host:5432/servanda"
_MAIL = "smtp://user:password@host:587 (STARTTLS) or smtps://user:password@host:465"


def origin(value: str) -> tuple[str, str, str]:
    """Return the origin with its scheme and host. Raises ImproperlyConfigured unless it is HTTPS or on loopback."""
    written = value.rstrip("/")
    parts = urlsplit(written)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path:
        raise ImproperlyConfigured(f"SERVANDA_ORIGIN is {value!r}; write it as https://register.example.org")
    if parts.hostname not in LOOPBACK and parts.scheme != "https":
        raise ImproperlyConfigured(f"SERVANDA_ORIGIN is {value!r}; beyond this machine it must begin with https://")
    return written, parts.scheme, parts.hostname


def database(value: str, folder: Path) -> dict[str, Any]:
    """Return the database: SQLite in the portal's folder, or the PostgreSQL that an address names."""
    if not value:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": folder / "servanda.sqlite3",
            "CONN_MAX_AGE": 600,  # to open it for each request took more than to find a page that is kept
            "OPTIONS": {
                # Of 200 appends by four processes, the default mode lost 115 to "database is locked", this one none.
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                # FULL: what was acknowledged survives a power cut. Recursive triggers: a guard against deleting also
                # stops INSERT OR REPLACE.
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA recursive_triggers=ON;",
            },
        }
    parts = urlsplit(value)
    name = unquote(parts.path.lstrip("/"))
    if parts.scheme not in {"postgresql", "postgres"} or not name:
        raise ImproperlyConfigured(f"SERVANDA_DATABASE does not name a database; write it as {_DATABASE}")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": dict(parse_qsl(parts.query)),  # libpq's own, such as sslmode and host (of a socket)
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
    }


def mail(value: str) -> dict[str, Any]:
    """Return how mail is sent, under Django's names: printed on the console, or by the server that an address names.

    A server beyond this machine is spoken to over TLS only.
    """
    if not value:
        return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    parts = urlsplit(value)
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        raise ImproperlyConfigured(f"SERVANDA_MAIL does not name a server; write it as {_MAIL}")
    implicit = parts.scheme == "smtps"
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or (465 if implicit else 587),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": implicit,
        "EMAIL_USE_TLS": not implicit and parts.hostname not in LOOPBACK,
        "EMAIL_TIMEOUT": 20,
    }


def openid_connect(issuer: str, client: str, secret: str, name: str) -> dict[str, Any]:
    """Return django-allauth's providers: none, or the one OpenID Connect provider that this portal trusts.

    Trusting it means that who it says has an address is signed in to the account that was invited under that address.
    """
    if not issuer:
        return {}
    parts = urlsplit(issuer)
    if parts.scheme != "https" and parts.hostname not in LOOPBACK:
        raise ImproperlyConfigured(f"SERVANDA_OIDC is {issuer!r}; write the issuer as https://login.example.org/realm")
    if not client or not secret:
        raise ImproperlyConfigured("SERVANDA_OIDC also needs SERVANDA_OIDC_CLIENT and SERVANDA_OIDC_SECRET")
    application = {
        "provider_id": "sign-in",
        "name": name or parts.hostname,
        "client_id": client,
        "secret": secret,
        "settings": {"server_url": issuer, "oauth_pkce_enabled": True},
    }
    return {"openid_connect": {"APPS": [application], "EMAIL_AUTHENTICATION": True}}

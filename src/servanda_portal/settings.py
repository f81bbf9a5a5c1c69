"""Settings, in one file, from the environment.

SERVANDA_ORIGIN  the address under which people reach the portal; it decides hosts, HTTPS and cookies.
                 On loopback (the default) everything works out of the box; elsewhere everything is strict.
SERVANDA_HOME    the folder for the database, the secret and compiled catalogues; ``.servanda`` by default.
SERVANDA_DEBUG   "1" shows errors in full; only ever on loopback.
"""

import os
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from servanda_portal.home import home, secret

_LOOPBACK = ("127.0.0.1", "localhost", "::1")

ORIGIN = os.environ.get("SERVANDA_ORIGIN", "http://127.0.0.1:8000").rstrip("/")
_origin = urlsplit(ORIGIN)
if _origin.scheme not in {"http", "https"} or not _origin.hostname or _origin.path:
    raise ImproperlyConfigured(f"SERVANDA_ORIGIN is {ORIGIN!r}; write it as https://register.example.org")
ON_LOOPBACK = _origin.hostname in _LOOPBACK
if not ON_LOOPBACK and _origin.scheme != "https":
    raise ImproperlyConfigured(f"SERVANDA_ORIGIN is {ORIGIN!r}; beyond this machine it must begin with https://")

DEBUG = ON_LOOPBACK and os.environ.get("SERVANDA_DEBUG") == "1"
SECRET_KEY = secret()
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"] if ON_LOOPBACK else [_origin.hostname]
CSRF_TRUSTED_ORIGINS = [ORIGIN]
CSRF_COOKIE_SECURE = SESSION_COOKIE_SECURE = SECURE_SSL_REDIRECT = not ON_LOOPBACK
SECURE_HSTS_SECONDS = 0 if ON_LOOPBACK else 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = not ON_LOOPBACK
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.staticfiles",
    "servanda_portal.accounts",
    "servanda_portal.register",
    "servanda_portal.documents",
    "servanda_portal.pages",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "servanda_portal.pages.headers.content_security_policy",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "servanda_portal.urls"
WSGI_APPLICATION = "servanda_portal.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["django.templatetags.i18n", "servanda_portal.pages.templatetags.servanda"],
            "context_processors": ["servanda_portal.pages.context.site"],
        },
    }
]
AUTH_USER_MODEL = "accounts.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": home() / "servanda.sqlite3",
        "OPTIONS": {
            # Of 200 appends by four processes, the default mode lost 115 to "database is locked", this one none.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }
}

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("fr", "Français"), ("es", "Español")]
LOCALE_PATHS = [home() / "locale"]
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True  # the few files are served from the package: nothing to collect
WHITENOISE_MAX_AGE = 3600

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {"django": {"handlers": ["console"], "level": "ERROR", "propagate": False}},
}

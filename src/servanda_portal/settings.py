"""Settings, in one file, from the environment. docs/settings.md lists every variable.

SERVANDA_ORIGIN is the one that decides: on loopback (the default) everything works out of the box; elsewhere hosts,
HTTPS and cookies are strict.
"""

import os
from urllib.parse import urlsplit

from servanda_portal import environment
from servanda_portal.home import home, secret
from servanda_portal.log import logging_settings

ORIGIN, _scheme, _host = environment.origin(os.environ.get("SERVANDA_ORIGIN", "http://127.0.0.1:8000"))
ON_LOOPBACK = _host in environment.LOOPBACK
_HTTPS = _scheme == "https"

DEBUG = ON_LOOPBACK and os.environ.get("SERVANDA_DEBUG") == "1"
SECRET_KEY = secret()
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"] if ON_LOOPBACK else [_host]
CSRF_TRUSTED_ORIGINS = [ORIGIN]
CSRF_COOKIE_SECURE = SESSION_COOKIE_SECURE = SECURE_SSL_REDIRECT = _HTTPS
SECURE_HSTS_SECONDS = 0 if ON_LOOPBACK else 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = not ON_LOOPBACK
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# With this prefix a browser takes the cookie from this very host over HTTPS only, not from a neighbour in its domain.
SESSION_COOKIE_NAME = "__Host-session" if _HTTPS else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if _HTTPS else "csrf"
SESSION_COOKIE_AGE = 12 * 60 * 60  # a working day
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "servanda_portal.pages.views.errors.unsure_form"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "servanda_portal.accounts",  # before allauth: its templates come first
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "servanda_portal.entries",
    "servanda_portal.register",
    "servanda_portal.documents",
    "servanda_portal.pages",
]
MIDDLEWARE = [
    "servanda_portal.machine.machine_pages",
    "servanda_portal.log.request_identity",
    "servanda_portal.metrics.measured",
    "servanda_portal.api.door.api_answers",
    "django.middleware.security.SecurityMiddleware",
    "servanda_portal.pages.headers.security_headers",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "servanda_portal.pages.kept.kept_pages",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]
ROOT_URLCONF = "servanda_portal.urls"
WSGI_APPLICATION = "servanda_portal.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["django.templatetags.i18n", "servanda_portal.pages.templatetags.servanda"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "servanda_portal.pages.context.site",
            ],
        },
    }
]

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "servanda_portal.accounts.adapters.AccountBackend",
    "servanda_portal.accounts.demonstration.DemonstrationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in (
        ("MinimumLengthValidator", {"min_length": 12}),
        ("UserAttributeSimilarityValidator", {"user_attributes": ("display_name", "email")}),
        ("CommonPasswordValidator", {}),
    )
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "account"
ACCOUNT_ADAPTER = "servanda_portal.accounts.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # the invitation, or the provider, has shown that the address is theirs
ACCOUNT_EMAIL_NOTIFICATIONS = True  # a changed password or second factor is told to its owner
ACCOUNT_EMAIL_SUBJECT_PREFIX = "Servanda: "
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_LOGOUT_REDIRECT_URL = "home"
ACCOUNT_SESSION_REMEMBER = False
# Failed attempts are counted for each address written to and for each place they come from.
ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip,5/5m/key"}
MFA_ADAPTER = "servanda_portal.accounts.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = ON_LOOPBACK
SOCIALACCOUNT_ADAPTER = "servanda_portal.accounts.adapters.SocialAccountAdapter"
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_OPENID_CONNECT_URL_PREFIX = ""
SOCIALACCOUNT_PROVIDERS = environment.openid_connect(
    os.environ.get("SERVANDA_OIDC", ""),
    os.environ.get("SERVANDA_OIDC_CLIENT", ""),
    os.environ.get("SERVANDA_OIDC_SECRET", ""),
    os.environ.get("SERVANDA_OIDC_NAME", ""),
)
# A browser also holds to form-action where the answer to a form leads elsewhere, as sign-in with a provider does.
FORM_TARGETS = [f"https://{urlsplit(os.environ['SERVANDA_OIDC']).netloc}"] if SOCIALACCOUNT_PROVIDERS else []

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES = {"default": environment.database(os.environ.get("SERVANDA_DATABASE", ""), home())}
CACHES = {
    "default": {
        # In memory, where adding is atomic: the count of failed sign-ins. One process serves, with several threads.
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}
globals().update(environment.mail(os.environ.get("SERVANDA_MAIL", "")))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = os.environ.get("SERVANDA_MAIL_FROM", f"Servanda <servanda@{_host}>")

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("fr", "Français"), ("es", "Español")]
LOCALE_PATHS = [home() / "locale"]
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True  # the few files are served from the package: nothing to collect
WHITENOISE_MAX_AGE = 3600

PROXY = os.environ.get("SERVANDA_PROXY", "127.0.0.1")
METRICS_TOKEN = os.environ.get("SERVANDA_METRICS_TOKEN", "")
LOGGING = logging_settings(os.environ.get("SERVANDA_LOG", "console"))

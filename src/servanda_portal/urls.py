"""The portal's addresses."""

import re

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path, register_converter
from django.urls.converters import StringConverter

from servanda.formats.files import FILES
from servanda_portal.api.door import door
from servanda_portal.pages.views import account, documents, errors, site, tokens


class Sha256(StringConverter):
    """The SHA-256 of a document's bytes, in hexadecimal: it names files, so that nothing else may pass."""

    regex = "[0-9a-f]{64}"


class FileName(StringConverter):
    """The name of a file in which a register goes out."""

    regex = "|".join(map(re.escape, FILES))


register_converter(Sha256, "sha256")
register_converter(FileName, "file")
urlpatterns = [
    path("", site.root, name="root"),
    path("documents/<sha256:sha256>/pages/<int:number>.png", documents.page_image, name="page_image"),
    path("demonstration/", account.demonstration, name="demonstration"),
    re_path("^api/", door, name="api"),
    # Outside the languages: a provider is told one address to come back to.
    path("account/provider/", include("allauth.socialaccount.providers.openid_connect.urls")),
    *i18n_patterns(
        path("account/", account.account, name="account"),
        path("account/tokens/", tokens.tokens, name="tokens"),
        path("account/tokens/<int:token>/revoke/", tokens.revoke, name="revoke_token"),
        path("account/sign-in/", account.SignIn.as_view(), name="account_login"),
        path("account/", include("servanda_portal.accounts.urls")),
        path("", include("servanda_portal.pages.urls")),
    ),
]
handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.server_error

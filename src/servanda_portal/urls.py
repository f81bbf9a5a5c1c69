"""The portal's addresses."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from servanda_portal.pages.views import errors, site

urlpatterns = [
    path("", site.root, name="root"),
    *i18n_patterns(path("", include("servanda_portal.pages.urls"))),
]
handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.server_error

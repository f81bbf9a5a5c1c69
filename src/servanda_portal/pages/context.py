"""What every page is given: its languages, and its own address in each."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.translation import get_language


def site(request: HttpRequest) -> dict[str, Any]:
    """Return the page's language and the same page in the others."""
    here = request.get_full_path()
    return {
        "language": get_language() or settings.LANGUAGE_CODE,
        "languages": [(code, name, translate_url(here, code)) for code, name in settings.LANGUAGES],
    }

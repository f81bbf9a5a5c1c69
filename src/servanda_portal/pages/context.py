"""What every page is given: its languages, its own address in each, and what it asks for beside a day."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.translation import get_language

from servanda_portal.pages.same_day import asked_beside_the_day, on_another_day


def site(request: HttpRequest) -> dict[str, Any]:
    """Return the page's language, the same page in the others and of today, and what it asks for beside a day."""
    here = request.get_full_path()
    return {
        "language": get_language() or settings.LANGUAGE_CODE,
        "languages": [(code, name, translate_url(here, code)) for code, name in settings.LANGUAGES],
        "today": on_another_day(request),
        "asked": asked_beside_the_day(request),
    }

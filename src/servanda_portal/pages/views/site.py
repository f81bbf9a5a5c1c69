"""The pages that belong to no plan: the root, home, and the method."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_vary_headers

from servanda.assessing.assessment import CODEBOOK
from servanda_portal.pages import words
from servanda_portal.pages.sentence import sentence
from servanda_portal.queries import documents
from servanda_portal.queries.register import registers


def root(request: HttpRequest) -> HttpResponse:
    """Send the reader to their own language."""
    with translation.override(translation.get_language_from_request(request) or settings.LANGUAGE_CODE):
        response = HttpResponseRedirect(reverse("home"))
    patch_vary_headers(response, ["Accept-Language"])
    return response


def home(request: HttpRequest) -> HttpResponse:
    """Show every plan, each in one sentence."""
    plans = [(register, sentence(register)) for register in registers()]
    return render(request, "home.html", {"plans": plans, "others": documents.summaries(None)})


def method(request: HttpRequest) -> HttpResponse:
    """Explain the three axes, and the rules by which they are found."""
    tables = {name.lower(): getattr(words, name) for name in ("OFFICIAL", "EVIDENCE", "SCHEDULE", "TIER", "STEP")}
    return render(request, "method.html", {"codebook": CODEBOOK, **tables})

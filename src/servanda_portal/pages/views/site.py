"""The pages that belong to no plan: the root, home, and the method."""

from collections import Counter

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_vary_headers

from servanda.assessing.assessment import CODEBOOK
from servanda.register.agreement import Agreement
from servanda_portal.pages import assessment_words
from servanda_portal.pages.rules import FAMILIES, at_work
from servanda_portal.pages.sentence import sentence
from servanda_portal.queries import documents
from servanda_portal.queries.registers import registers


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
    tables = {
        name.lower(): getattr(assessment_words, name) for name in ("OFFICIAL", "EVIDENCE", "SCHEDULE", "TIER", "STEP")
    }
    counts = [(found.agreement, at_work(found)) for found in registers()]
    families = [
        (title, [(rule, said, _counted(rule, counts)) for rule, said in rules.items()]) for title, rules in FAMILIES
    ]
    return render(request, "method.html", {"codebook": CODEBOOK, "families": families, **tables})


def _counted(rule: str, counts: list[tuple[Agreement, Counter[str]]]) -> list[tuple[Agreement, int]]:
    return [(agreement, count[rule]) for agreement, count in counts if count[rule]]

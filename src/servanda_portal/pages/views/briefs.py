"""Briefs: the joint annual report and one brief a pillar, each as a web page and as PDF."""

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from servanda.lexicon.language import Language
from servanda_portal.pages.briefs.blocks import Paper
from servanda_portal.pages.briefs.paper import put_into_words
from servanda_portal.pages.briefs.pdf import draw
from servanda_portal.pages.briefs.shortened import MOST
from servanda_portal.pages.templatetags.servanda import page_language
from servanda_portal.pages.views.shared import find_register, render_section
from servanda_portal.queries.brief import brief_of_register
from servanda_portal.queries.register import Register

ANNUAL = "annual"  # the subject of the report on the whole plan; any other is a pillar


def briefs(request: HttpRequest, plan: str) -> HttpResponse:
    """Show which briefs there are."""
    found = find_register(plan, request)
    return render_section(request, found, "briefs", {"annual": ANNUAL})


def brief(request: HttpRequest, plan: str, subject: str) -> HttpResponse:
    """Show a brief as a web page; what is too long for one stands in the PDF."""
    found, language = find_register(plan, request), page_language()
    paper, article = found.once(("article", subject, language), lambda: _article(found, subject, language))
    return render_section(request, found, "briefs", {"paper": paper, "article": article}, "brief.html")


def brief_pdf(request: HttpRequest, plan: str, subject: str) -> HttpResponse:
    """Send a brief as PDF."""
    found = find_register(plan, request)
    paper = _paper(found, subject, page_language())
    response = HttpResponse(draw(paper), content_type="application/pdf")
    name = f"{found.agreement.id}-{subject}-{paper.iso_day}-{paper.language}.pdf"
    response["Content-Disposition"] = f'inline; filename="{name}"'
    return response


def _article(found: Register, subject: str, language: Language) -> tuple[dict[str, str], SafeString]:
    """Return what the head of the page says of a brief, and its article."""
    paper = _paper(found, subject, language, MOST)
    shown = {
        "paper": paper,
        "register": found,
        "agreement": found.agreement,
        "linked": True,
        "pdf": reverse("brief_pdf", args=[found.agreement.id, subject]),
    }
    return {"title": paper.title, "kind": paper.kind}, render_to_string("parts/brief.html", shown)


def _paper(found: Register, subject: str, language: Language, most: int | None = None) -> Paper:
    pillar = None if subject == ANNUAL else subject
    if pillar is not None and pillar not in {one.id for one in found.agreement.pillars}:
        raise Http404(_("This plan has no pillar “%(pillar)s”.") % {"pillar": subject})
    brief = found.once(("brief", pillar), lambda: brief_of_register(found, pillar))
    return put_into_words(brief, language, most)

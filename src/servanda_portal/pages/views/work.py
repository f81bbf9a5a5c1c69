"""The work of a secretariat: the inbox, and the forms by which people change a register."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from servanda.register.author import Author
from servanda.register.refusal import Refusal
from servanda.text.loaders import UnreadableError
from servanda_portal.accounts.models import Membership
from servanda_portal.operations.keys import NoKeyError
from servanda_portal.pages import formats
from servanda_portal.pages.acting import author, choose, memberships
from servanda_portal.pages.filters import read_number
from servanda_portal.pages.templatetags.servanda import page_language
from servanda_portal.pages.views.shared import find_register, render_section
from servanda_portal.pages.work.act_form import ActForm
from servanda_portal.pages.work.fields import today
from servanda_portal.pages.work.forms_by_name import ABOUT_NOTHING, FORMS
from servanda_portal.pages.work.inbox import inbox
from servanda_portal.pages.work.readings import ReadingForm
from servanda_portal.queries.register import Register
from servanda_portal.queries.reviews import waiting
from servanda_portal.refusal_words import words_of


@login_required
@never_cache
def work(request: HttpRequest, plan: str) -> HttpResponse:
    """Show what waits for the reader."""
    found, acting = find_register(plan, request), _author(request, plan)
    groups = inbox(found, acting)
    offered = [(name, FORMS[name].title) for name in ABOUT_NOTHING if FORMS[name].offered_to(acting, found)]
    context = {
        "groups": groups,
        "waiting": sum(len(items) for items in groups.values()),
        "offered": offered,
        "acting": acting,
        "today": today(),
        "memberships": memberships(request, plan),
    }
    return render_section(request, found, "work", context, "work/inbox.html")


@login_required
@never_cache
def form(request: HttpRequest, plan: str, name: str, subject: str = "-") -> HttpResponse:
    """Show a form, and do the acts that it makes."""
    found, acting = find_register(plan, request), _author(request, plan)
    shape = FORMS.get(name)
    if shape is None or not shape.offered_to(acting, found):
        raise Http404
    shown = shape(found, acting, subject, request.POST or None, request.FILES or None)
    if request.method == "POST" and shown.is_valid() and (done := _do(shown)):
        messages.success(request, f"{done} {_counting(find_register(plan))}".strip())
        return HttpResponseRedirect(_onward(plan, shown))
    context = {"form": shown, "acting": acting, "commitment": shown.commitment, "beside": shown.beside}
    return render_section(request, found, "work", context, "work/form.html")


@login_required
@require_POST
def act_as(request: HttpRequest, plan: str) -> HttpResponse:
    """Act in another of one's roles."""
    chosen = read_number(request.POST.get("membership", ""))
    membership = get_object_or_404(Membership, pk=chosen, register=plan, user=request.user.pk)
    choose(request, membership)
    return HttpResponseRedirect(reverse("work", args=[plan]))


def _do(shown: ActForm) -> str:
    """Do the acts of a form, and say so; where the register's rules refuse them, say so on it and return nothing."""
    try:
        shown.do()
    except Refusal as refusal:
        if shown.was_sent_before(refusal):
            return _("This was recorded when you sent it first, and not a second time.")
        shown.add_error(None, words_of(refusal))
    except (NoKeyError, UnreadableError) as error:
        shown.add_error(None, str(error))
    else:
        return _("Recorded.")
    return ""


def _counting(found: Register) -> str:
    """Return from when on what is of today counts; nothing where it does already."""
    if found.day >= today():
        return ""
    words = _("Pages count up to the register’s last day, %(day)s: what is of today counts once that day is moved on.")
    return words % {"day": formats.day(found.day, page_language())}


def _author(request: HttpRequest, plan: str) -> Author:
    acting = author(request, plan)
    if acting is None:
        raise Http404(_("You have no role in this register. Its administrator can give you one."))
    return acting


def _onward(plan: str, shown: ActForm) -> str:
    """Return where to go next: to the next reading of the same document, to the commitment, or to the inbox."""
    if isinstance(shown, ReadingForm) and waiting(plan, find_register(plan).state).get(shown.found.document):
        return reverse("form_about", args=[plan, "reading", shown.found.document])
    if shown.commitment is not None:
        return reverse("commitment", args=[plan, shown.commitment.reference])
    return reverse("work", args=[plan])

"""Signing in, one's own account, and the demonstration accounts of a portal on loopback."""

from typing import Any

from allauth.account.views import LoginView
from django import forms
from django.contrib.auth import authenticate, login
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.urls import translate_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from servanda_portal.accounts.demonstration import demonstration_allowed
from servanda_portal.accounts.models import Language, User
from servanda_portal.operations.accounts import change_account
from servanda_portal.pages.filters import read_number
from servanda_portal.queries.accounts import demonstrations, roles_of


class AccountForm(forms.Form):
    """What somebody may change of their own account; not the address, by which an administrator knows them."""

    display_name = forms.CharField(label=_("Name"), max_length=200)
    language = forms.ChoiceField(label=_("Language"), choices=Language)


class SignIn(LoginView):
    """The sign-in page; on loopback it also offers the demonstration accounts."""

    def get_context_data(self, **given: object) -> dict[str, Any]:
        """Add the demonstration accounts that this reader may enter, and where they were going."""
        return {
            **super().get_context_data(**given),
            "demonstrations": demonstrations() if demonstration_allowed(self.request) else [],
            "next": self.request.GET.get("next", ""),
        }


@login_required
def account(request: HttpRequest) -> HttpResponse:
    """Show and change one's own account."""
    user = request.user
    if not isinstance(user, User):
        raise Http404
    form = AccountForm(request.POST or None, initial={"display_name": user.display_name, "language": user.language})
    if request.method == "POST" and not user.demonstration and form.is_valid():
        change_account(user, form.cleaned_data["display_name"], form.cleaned_data["language"])
        return HttpResponseRedirect(translate_url(request.path, user.language))
    return render(request, "account/account.html", {"form": form, "roles": roles_of(user)})


@require_POST
def demonstration(request: HttpRequest) -> HttpResponse:
    """Enter the demonstration account whose id is posted as ``account``, and go to ``next``. On loopback only."""
    if not demonstration_allowed(request):
        raise Http404
    user = authenticate(request, demonstration=read_number(request.POST.get("account", "")))
    if user is None:
        raise PermissionDenied
    login(request, user)
    onward = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(onward, {request.get_host()}, require_https=request.is_secure())
    return HttpResponseRedirect(onward if safe else resolve_url("home"))

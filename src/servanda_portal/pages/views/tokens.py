"""Personal tokens, by which one's own programs act through the API: made, shown once, revoked."""

from allauth.account.decorators import reauthentication_required
from django import forms
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from servanda_portal.accounts.models import Membership, User
from servanda_portal.operations.tokens import make_token, revoke_token
from servanda_portal.pages import words
from servanda_portal.queries.accounts import roles_of
from servanda_portal.queries.tokens import tokens_of


class TokenForm(forms.Form):
    """For what a token is, in which role it acts, and how long it is good."""

    name = forms.CharField(
        label=_("What it is for"), max_length=100, help_text=_("To know it again, such as “the ministry’s own system”.")
    )
    membership = forms.ModelChoiceField(Membership.objects.none(), label=_("It acts as"), empty_label=None)
    days = forms.TypedChoiceField(
        label=_("It is good for"),
        coerce=int,
        choices=((30, _("30 days")), (90, _("90 days")), (365, _("a year"))),
    )


@login_required
@reauthentication_required  # type: ignore[untyped-decorator]  # django-allauth ships no types
@never_cache
def tokens(request: HttpRequest) -> HttpResponse:
    """List one's tokens, and make another, which is shown this once."""
    user = _user(request)
    form = _form(user, request.POST or None)
    made = None
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        made = make_token(given["membership"], given["name"], given["days"])
        form = _form(user)
    context = {"form": form, "made": made, "tokens": tokens_of(user), "roles": roles_of(user)}
    return render(request, "account/tokens.html", context)


@login_required
@require_POST
def revoke(request: HttpRequest, token: int) -> HttpResponse:
    """Revoke one of one's own tokens."""
    revoke_token(_user(request), token)
    return HttpResponseRedirect(reverse("tokens"))


def _form(user: User, sent: QueryDict | None = None) -> TokenForm:
    form = TokenForm(sent)
    roles = roles_of(user)
    names = {one.pk: f"{words.ACTING_AS[one.role]} ({agreement.id})" for agreement, held in roles for one in held}
    field = form.fields["membership"]
    field.queryset = user.memberships.filter(pk__in=names)  # type: ignore[attr-defined]  # it is a choice of rows
    field.label_from_instance = lambda one: names[one.pk]  # type: ignore[attr-defined]  # the same
    return form


def _user(request: HttpRequest) -> User:
    if not isinstance(request.user, User):
        raise Http404
    return request.user

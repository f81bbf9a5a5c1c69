"""Spreadsheets in: a file is read, what it would change is shown, and only then recorded, as ordinary acts."""

import dataclasses
from collections.abc import Iterable
from typing import Any

import msgspec
from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core import signing
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.cache import never_cache

from servanda.formats.csv_sheet import read_csv
from servanda.formats.problem_words import told_problem
from servanda.formats.register_sheets import SHEETS
from servanda.formats.sheet import Sheet, SheetError, shown
from servanda.formats.sheet_acts import Importing, sheet_acts
from servanda.formats.sheet_differences import CellChange, differences
from servanda.formats.xlsx_sheet import read_xlsx
from servanda.register.acts.act import Act
from servanda.register.acts.any_act import read_act
from servanda.register.as_json import to_json
from servanda.register.author import Author
from servanda.register.refusal import Refusal
from servanda_portal.operations.act import act, try_out
from servanda_portal.operations.keys import NoKeyError
from servanda_portal.pages import words
from servanda_portal.pages.acting import author
from servanda_portal.pages.open_data import open_register
from servanda_portal.pages.templatetags.servanda import page_language
from servanda_portal.pages.views.shared import find_register, render_section
from servanda_portal.pages.work.act_form import new_id, statement
from servanda_portal.pages.work.act_words import act_words
from servanda_portal.pages.work.fields import text
from servanda_portal.queries.register import Register
from servanda_portal.refusal_words import words_of

_LARGEST = 5 * 2**20  # bytes of a file
_GOOD_FOR = 60 * 60  # seconds between a preview and its confirmation
_SALT = "servanda.spreadsheet"


class SpreadsheetForm(forms.Form):
    """Which table comes back, the file, and why."""

    table = forms.ChoiceField(
        label=gettext_lazy("Table"),
        choices=list(words.TABLE.items()),
    )
    file = forms.FileField(label=gettext_lazy("File"), help_text=gettext_lazy("CSV or XLSX, up to 5 MB."))
    reason = text(2, label=gettext_lazy("Reason"), help_text=gettext_lazy("It stands beside every correction."))

    def clean_file(self) -> Any:  # noqa: ANN401 Django's uploaded file
        """Refuse a file that is too large to be a table."""
        file = self.cleaned_data["file"]
        if file.size > _LARGEST:
            raise forms.ValidationError(_("The file is larger than 5 MB: send fewer rows at a time."))
        return file


@dataclasses.dataclass(frozen=True)
class Planned:
    """An act that a row makes: in words, and why the register would refuse it, where it would."""

    row: int
    words: str
    refusal: str


@login_required
@never_cache
def spreadsheet(request: HttpRequest, plan: str) -> HttpResponse:
    """Take a table back: show what it would change, and record it when that is confirmed."""
    found, acting = find_register(plan, request), author(request, plan)
    if acting is None:
        raise Http404
    if "acts" in request.POST:
        return _record(request, plan, acting)
    form = SpreadsheetForm(request.POST or None, request.FILES or None)
    context: dict[str, Any] = {"form": form, "acting": acting, "tables": list(SHEETS)}
    if request.method == "POST" and form.is_valid():
        try:
            context |= _preview(found, acting, form)
        except SheetError as error:
            form.add_error("file", str(error))
    return render_section(request, found, "work", context, "work/spreadsheet.html")


def _preview(found: Register, acting: Author, form: SpreadsheetForm) -> dict[str, Any]:
    given, language = form.cleaned_data, page_language()
    before = SHEETS[given["table"]](open_register(found))
    after = _read(given["file"].read(), given["file"].name, before)
    changed = differences(before, after)
    importing = Importing(found.state, acting, statement(given["reason"]), new_id("table"))
    made, bad = sheet_acts(before, after, changed, importing)
    refusals = try_out(found.agreement.id, acting, [one.act for one in made])
    planned = [
        Planned(one.row, act_words(found, one.act), "" if refusal is None else words_of(refusal))
        for one, refusal in zip(made, refusals, strict=True)
    ]
    problems = [(one.row, one.column, told_problem(one, before.columns, language)) for one in changed.problems]
    problems += [(one.row, "", one.message) for one in bad]
    headings = {column.id: column.heading.in_language(language) for column in before.columns}
    ready = bool(made) and not problems and not any(refusals)
    return {
        "changes": [_told(one, headings) for one in changed.changes if one.change != "removed"],
        "left_out": len({one.key for one in changed.changes if one.change == "removed"}),
        "problems": sorted(problems),
        "planned": planned,
        "acts": sign(found.agreement.id, acting, [one.act for one in made]) if ready else "",
    }


def sign(plan: str, acting: Author, acts: Iterable[Act]) -> str:
    """Return acts as they are sent to be confirmed: by whoever was shown what they do, in that register and role."""
    return signing.dumps([to_json(one).decode() for one in acts], salt=_salt(plan, acting), compress=True)


def _salt(plan: str, acting: Author) -> str:
    return to_json((_SALT, plan, acting)).decode()


def _read(content: bytes, name: str, before: Sheet) -> Sheet:
    read = read_xlsx if name.lower().endswith(".xlsx") or content.startswith(b"PK") else read_csv
    return read(content, before.id, before.key, before.columns)


def _told(change: CellChange, headings: dict[str, str]) -> tuple[int, str, str, str]:
    return change.row, headings.get(change.column, change.column), shown(change.before), shown(change.after)


def _record(request: HttpRequest, plan: str, acting: Author) -> HttpResponse:
    """Record the acts of a preview, all or none of them."""
    try:
        written = signing.loads(request.POST["acts"], salt=_salt(plan, acting), max_age=_GOOD_FOR)
        acts = [read_act(one.encode()) for one in written]
    except (signing.BadSignature, msgspec.ValidationError) as error:
        raise BadRequest(_("This preview is too old. Send the file again.")) from error
    try:
        numbers = act(plan, acting, acts)
    except Refusal as refusal:
        messages.error(request, words_of(refusal))
    except NoKeyError as error:
        messages.error(request, str(error))
    else:
        count = len(numbers)
        messages.success(
            request, ngettext("%(count)d act was recorded.", "%(count)d acts were recorded.", count) % {"count": count}
        )
    return HttpResponseRedirect(reverse("work", args=[plan]))

"""Fields that forms have in common."""

import datetime
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from servanda.lexicon.language import LANGUAGES
from servanda.register.actors import Institution
from servanda.register.period import Period
from servanda.register.wording import Wording
from servanda_portal.pages.templatetags.servanda import named, period, said
from servanda_portal.queries.register import Register

Choices = Sequence[tuple[str, str | Promise]]
_LONG = 60  # characters of a title in a list to choose from


class PeriodField(forms.CharField):
    """A day, month, quarter, half or year, as plan data writes it."""

    def __init__(self, **given: Any) -> None:  # noqa: ANN401 what Django's fields take
        given.setdefault("help_text", _("A day (2026-03-31), month (2026-03), quarter (2026-Q4) or year."))
        super().__init__(**given)

    def clean(self, value: Any) -> Period | None:  # noqa: ANN401 what was posted
        """Return the period. Raises ValidationError when it is none."""
        text = super().clean(value)
        if not text:
            return None
        try:
            return Period(text.strip())
        except ValueError as error:
            raise ValidationError(
                gettext("“%(text)s” is no day, month, quarter or year; write 2026-03-31, 2026-03, 2026-Q4 or 2026.")
                % {"text": text}
            ) from error


class DayField(forms.DateField):
    """A day, chosen in the browser's own calendar."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")

    def __init__(self, **given: Any) -> None:  # noqa: ANN401 what Django's fields take
        super().__init__(input_formats=["%Y-%m-%d"], **given)


class SeveralField(forms.MultipleChoiceField):
    """Some of a list that may be long: it scrolls in a frame of its own."""

    widget = forms.CheckboxSelectMultiple(attrs={"class": "documents"})


class WordingField(forms.MultiValueField):
    """A text in all three languages, which pages show to everybody in their own."""

    def __init__(self, *, lines: int = 1, **given: Any) -> None:  # noqa: ANN401 what Django's fields take
        super().__init__(
            fields=[forms.CharField(required=given.get("required", True)) for _language in LANGUAGES],
            widget=WordingWidget(lines),
            require_all_fields=True,
            **given,
        )

    def compress(self, values: list[str]) -> Wording | None:
        """Return the three texts as one."""
        return Wording(*(value.strip() for value in values)) if any(values) else None


class WordingWidget(forms.MultiWidget):
    """One input a language, in the order of the languages."""

    template_name = "work/wording.html"

    def __init__(self, lines: int) -> None:
        one = forms.TextInput if lines == 1 else forms.Textarea
        super().__init__(
            widgets={
                language: one(attrs={"lang": language, **({} if lines == 1 else {"rows": lines})})
                for language in LANGUAGES
            }
        )

    def decompress(self, value: Wording | None) -> list[str | None]:
        """Return the three texts of one."""
        return [None, None, None] if value is None else [value.en, value.fr, value.es]


def text(lines: int = 3, **given: Any) -> forms.CharField:  # noqa: ANN401 what Django's fields take
    """Return a field of several lines, in the language of the page."""
    return forms.CharField(widget=forms.Textarea(attrs={"rows": lines}), **given)


def today() -> datetime.date:
    """Return the day on which a form is filled in."""
    return datetime.datetime.now(datetime.UTC).date()


def commitments(register: Register) -> list[tuple[str, str]]:
    """Return the commitments that count, to choose from."""
    return [(one.reference, f"{one.reference} · {_short(said(one.title))}") for one in register.counting]


def documents(register: Register) -> list[tuple[str, str]]:
    """Return the documents that are cited, to choose from, the latest first."""
    dated = sorted(register.plan.documents, key=lambda one: str(one.date or ""), reverse=True)
    return [(one.id, f"{period(one.date) or '–'} · {_short(said(one.title))}") for one in dated]


def institutions(register: Register, party: str | None = None) -> list[tuple[str, str]]:
    """Return institutions, those of one party or all, to choose from."""
    bodies = register.state.all(Institution)
    return [(one.id, named(one.name)) for one in bodies if party is None or one.party == party]


def optional(choices: Choices) -> list[tuple[str, str | Promise]]:
    """Return choices with none first."""
    return [("", "–"), *choices]


def _short(title: str) -> str:
    return title if len(title) <= _LONG else f"{title[: _LONG - 1]}…"

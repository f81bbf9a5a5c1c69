"""What a mention's value says, in words, for the margin beside the text."""

import re
from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from servanda.reading.mention import (
    ActorValue,
    Commitment,
    Date,
    Duration,
    Mention,
    Money,
    Percent,
    Quantity,
    Quotation,
    Rank,
    Recurrence,
)
from servanda_portal.pages import formats, words

_FREQUENCIES = {"Y": "YEARLY", "M": "MONTHLY", "W": "WEEKLY", "D": "DAILY"}
_PERIOD = re.compile(r"P(\d+)([YMWD])")


def describe(one: Mention, language: str) -> str:
    """Return the value of a mention in words of the page's language."""
    describer = _DESCRIBERS[type(one.value)]
    return describer(one.value, language)


def recurrence(rrule: str) -> str:
    """Return an RFC 5545 rule in words, or as it is where it says more than an interval."""
    parts = dict(part.split("=", 1) for part in rrule.split(";") if "=" in part)
    if set(parts) - {"FREQ", "INTERVAL"} or not parts.get("INTERVAL", "1").isdigit():
        return rrule
    count = int(parts.get("INTERVAL", "1"))
    phrases = {
        "YEARLY": ngettext("every year", "every %(count)s years", count),
        "MONTHLY": ngettext("every month", "every %(count)s months", count),
        "WEEKLY": ngettext("every week", "every %(count)s weeks", count),
        "HOURLY": ngettext("every hour", "every %(count)s hours", count),
        "DAILY": ngettext("every day", "every %(count)s days", count),
    }
    phrase = phrases.get(parts.get("FREQ", ""))
    return phrase % {"count": count} if phrase else rrule


def _qualified(text: str, qualifier: str | None) -> str:
    return str(words.QUALIFIER[qualifier]) % {"value": text} if qualifier else text


def _money(value: Money, language: str) -> str:
    text = _qualified(formats.money(value.amount, value.currency, language), value.qualifier)
    if value.period:
        text = f"{text} {_every(value.period, language)}"
    if value.currency is None:
        return _("%(amount)s, currency not stated") % {"amount": text}
    if value.currency_basis not in {None, "stated"}:
        return f"{text} ({words.CURRENCY_BASIS[value.currency_basis]})"
    return text


def _every(period: str, language: str) -> str:
    """Return how often money flows: "every year" for P1Y. What is no single unit is said as a length of time."""
    unit = _PERIOD.fullmatch(period)
    if unit:
        return recurrence(f"FREQ={_FREQUENCIES[unit[2]]};INTERVAL={unit[1]}")
    return _("every %(period)s") % {"period": formats.duration(period, language)}


def _commitment(value: Commitment, language: str) -> str:
    parts = [_("commitment: %(force)s") % {"force": words.FORCE[value.force]}]
    if value.stage == "continuing":
        parts.append(str(words.STAGE["continuing"]))
    if value.promisors:
        parts.append(", ".join(formats.state(one, language) for one in value.promisors))
    if value.deadline is not None:
        start = value.deadline.end if value.deadline.granularity == "interval" else value.deadline.start
        by = formats.span(start, value.deadline.end, language)
        parts.append(_("by %(date)s") % {"date": by})
    return " · ".join(parts)


def _quantity(value: Quantity, language: str) -> str:
    figure = formats.number(value.number, language)
    return _qualified(f"{figure} {value.unit}" if value.unit else figure, value.qualifier)


def _rank(value: Rank, language: str) -> str:
    rank = formats.number(value.number, language)
    if value.of is None:
        return _("rank %(rank)s") % {"rank": rank}
    return _("rank %(rank)s of %(of)s") % {"rank": rank, "of": formats.number(value.of, language)}


def _quotation(value: Quotation, _language: str) -> str:
    return _("words of %(speaker)s") % {"speaker": value.speaker.name} if value.speaker else _("speaker not named")


_DESCRIBERS: dict[type, Callable[[Any, str], str]] = {
    Money: _money,
    Quantity: _quantity,
    Percent: lambda value, language: _qualified(formats.percent(value.number, language), value.qualifier),
    Rank: _rank,
    Date: lambda value, language: formats.span(value.start, value.end, language),
    Duration: lambda value, language: formats.duration(value.iso, language),
    Recurrence: lambda value, _language: recurrence(value.rrule),
    ActorValue: lambda value, _language: f"{value.name} ({value.id})" if value.id else value.name,
    Quotation: _quotation,
    Commitment: _commitment,
}

"""Findings as sentences, with the words that they rest on."""

import dataclasses
from collections.abc import Iterable
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from servanda.reading.mention import Kind
from servanda.reconciling.finding import Conflict, Corroboration, Sum
from servanda_portal.codec import decode_mention
from servanda_portal.documents.shapes import QuotedFinding, QuotedMention
from servanda_portal.pages import formats
from servanda_portal.pages.mention_words import describe
from servanda_portal.queries import documents
from servanda_portal.queries.register import Register

_GROUPS = {"agree": "corroboration", "differ": "conflict", "sums": "sum"}


@dataclasses.dataclass(frozen=True)
class Side:
    """Who states a value: its mentions, each with its kind, in how many independent ``sources``.

    ``value`` is empty where a finding has one side only.
    """

    value: str
    sources: int
    mentions: list[tuple[Kind, QuotedMention]]


@dataclasses.dataclass(frozen=True)
class Told:
    """A finding: its sentence, what it is about, and who states what in which words."""

    kind: str
    sentence: str
    about: str
    sides: list[Side]


def grouped(findings: Iterable[Told]) -> dict[str, list[Told]]:
    """Return findings by what they show, in the order in which pages show them; groups without any are left out."""
    every = list(findings)
    groups = {name: [one for one in every if one.kind == kind] for name, kind in _GROUPS.items()}
    return {name: group for name, group in groups.items() if group}


def known(register: Register) -> list[QuotedFinding]:
    """Return what the documents of a register show together: as at a day, those that were published by then."""
    cited = {
        name
        for name, document in register.documents.items()
        if register.as_at is None or document.date is None or document.date.start <= register.as_at.day
    }
    return [
        one
        for one in documents.findings(register.agreement.id)
        if all(mention.document in cited for mention in one.mentions)
    ]


def told(found: QuotedFinding, language: str) -> Told:
    """Return a finding in words of the page's language."""
    finding = found.finding
    read = {(one.document, one.id): decode_mention(one.mention) for one in found.mentions}
    said = {ref: describe(mention, language) for ref, mention in read.items()}
    kinds = {(one.document, one.id): (read[one.document, one.id].kind, one) for one in found.mentions}
    sides = [Side("", 0, list(kinds.values()))]
    match finding:
        case Corroboration():
            first = finding.mentions[0]
            count = finding.detail.sources
            sentence = ngettext(
                "%(value)s: %(count)s independent source", "%(value)s: %(count)s independent sources agree", count
            ) % {"value": said[first.document, first.id], "count": count}
        case Conflict():
            sides = [
                Side(
                    said[position.mentions[0].document, position.mentions[0].id],
                    position.sources,
                    [kinds[one.document, one.id] for one in position.mentions],
                )
                for position in finding.detail.positions
            ]
            values = " / ".join(dict.fromkeys(side.value for side in sides))
            sentence = _("%(values)s: the sources differ") % {"values": values}
        case Sum():
            parts = " + ".join(_amount(part, finding.detail.unit, language) for part in finding.detail.parts)
            sign = "=" if finding.detail.rule == "exact_sum" else "≠"
            sum_words = f"{parts} {sign} {_amount(finding.detail.total, finding.detail.unit, language)}"
            possible = finding.detail.status == "possible"
            sentence = _("%(sum)s, possibly by chance") % {"sum": sum_words} if possible else sum_words
    about = ", ".join(finding.detail.shared.words[:6])
    return Told(finding.kind, sentence, about, sides)


def _amount(value: Decimal, unit: str | None, language: str) -> str:
    if unit is not None and len(unit) == 3 and unit.isupper():
        return formats.money(value, unit, language)
    figure = formats.number(value, language)
    return f"{figure}\u00a0{unit}" if unit else figure

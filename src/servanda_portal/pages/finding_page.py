"""Findings as sentences, with the words that they rest on."""

import dataclasses
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from servanda.reading.mention import Kind
from servanda.reconciling.finding import Conflict, Corroboration, Sum
from servanda_portal.codec import decode_mention
from servanda_portal.documents.shapes import QuotedFinding, QuotedMention
from servanda_portal.pages import formats
from servanda_portal.pages.mention_words import describe


@dataclasses.dataclass(frozen=True)
class Told:
    """A finding: its sentence, what it is about, and the mentions under it, each with its kind."""

    kind: str
    sentence: str
    about: str
    mentions: list[tuple[Kind, QuotedMention]]


def told(found: QuotedFinding, language: str) -> Told:
    """Return a finding in words of the page's language."""
    finding = found.finding
    read = {(one.document, one.id): decode_mention(one.mention) for one in found.mentions}
    said = {ref: describe(mention, language) for ref, mention in read.items()}
    match finding:
        case Corroboration():
            first = finding.mentions[0]
            count = finding.detail.sources
            sentence = ngettext(
                "%(value)s: %(count)s independent source", "%(value)s: %(count)s independent sources agree", count
            ) % {"value": said[first.document, first.id], "count": count}
        case Conflict():
            firsts = [position.mentions[0] for position in finding.detail.positions]
            values = [said[one.document, one.id] for one in firsts]
            sentence = _("%(values)s: they cannot all be right") % {"values": " / ".join(dict.fromkeys(values))}
        case Sum():
            parts = " + ".join(_amount(part, finding.detail.unit, language) for part in finding.detail.parts)
            sum_words = f"{parts} = {_amount(finding.detail.total, finding.detail.unit, language)}"
            possible = finding.detail.status == "possible"
            sentence = _("%(sum)s, possibly by chance") % {"sum": sum_words} if possible else sum_words
    about = ", ".join(finding.detail.shared.words[:6])
    kinds = [(read[one.document, one.id].kind, one) for one in found.mentions]
    return Told(finding.kind, sentence, about, kinds)


def _amount(value: Decimal, unit: str | None, language: str) -> str:
    if unit is not None and len(unit) == 3 and unit.isupper():
        return formats.money(value, unit, language)
    figure = formats.number(value, language)
    return f"{figure}\u00a0{unit}" if unit else figure

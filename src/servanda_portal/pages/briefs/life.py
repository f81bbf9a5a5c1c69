"""What became of commitments, and what stands in their way: sections that are there where the register has any."""

from django.utils.translation import gettext as _

from servanda.briefs.brief import Brief
from servanda_portal.pages import words
from servanda_portal.pages.briefs.blocks import Section, Table, Told
from servanda_portal.pages.briefs.voice import Voice


def closed(voice: Voice, brief: Brief) -> list[Section]:
    """Return what no longer counts, and why."""
    made: list[list[str | Told]] = [
        [
            one.commitment.reference,
            voice.said(one.commitment.title),
            str(words.STANDING[one.standing.value]),
            voice.day(one.standing.since),
            voice.told(one.standing.reason),
        ]
        for one in brief.closed
    ]
    heads = [_("Reference"), _("Commitment"), _("What became of it"), _("Since"), _("Reason")]
    lead = _("These leave every count. Nothing is deleted: their history stays in the register (S6).")
    table = Table("", heads, made, shares=(2, 6, 3, 3, 6))
    return [Section("closed", _("No longer counted"), lead, [table], major=False)] if made else []


def obstacles(voice: Voice, brief: Brief) -> list[Section]:
    """Return what is in the way, who raised it and to whom."""
    made: list[list[str | Told]] = [
        [
            voice.day(one.raised_on),
            voice.told(one.what),
            ", ".join(one.commitments),
            voice.name(one.party),
            _("nobody yet") if one.raised_to is None else voice.name(one.raised_to),
            _("still in the way") if one.outcome is None else voice.told(one.outcome),
        ]
        for one in brief.obstacles
    ]
    heads = [_("Raised"), _("What is in the way"), _("Commitments"), _("By"), _("To"), _("Outcome")]
    lead = _("Raised by a party; to be lifted by those to whom it was raised.")
    table = Table("", heads, made, shares=(4, 9, 3, 3, 4, 5))
    return [Section("obstacles", _("Obstacles"), lead, [table], major=False)] if made else []

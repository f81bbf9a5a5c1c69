"""The last sections of a paper: how it was made, and what it rests on."""

import functools

from django.utils.translation import gettext as _

from servanda.assessing.assumed_dates import TABLE
from servanda.briefs.brief import Brief
from servanda.register.cited_document import CitedDocument
from servanda_portal.pages import words
from servanda_portal.pages.briefs.blocks import Facts, Prose, Section, Source, SourceList
from servanda_portal.pages.briefs.voice import Voice
from servanda_portal.pages.briefs.worded import Worded


def method(voice: Voice, brief: Brief) -> Section:
    """Return how the axes were found, and by which versions of which rules."""
    agreement, term = brief.agreement, brief.agreement.term
    lead = _(
        "Three things are shown for each commitment, side by side and never averaged: what each party reports, what "
        "accepted documents show, and where the day stands against the deadline."
    )
    said = [
        _(
            "Evidence counts from the day after signature to the day of this brief (T1). Something is delivered where "
            "a law, a budget, a contract or official statistics show it, or an official report together with an "
            "independent source (E2). A party’s own report is a statement and never evidence by itself (R3)."
        ),
        _(
            "A party is overdue only against a date that its words set, and always the original one (T3). What has no "
            "date of its own is measured against an assumed one, at the latest %(day)s, the last day of the plan’s "
            "term, and is never called overdue (D5). Delivered late is never fully met (T4)."
        )
        % {"day": voice.day(term.end)},
        _("Progress without new evidence for a year is called stale and counts as the step that it had (T5)."),
    ]
    cut_off = _("final") if brief.cut_off.final else _("interim")
    facts = [
        (_("Day of this brief"), voice.day(brief.day)),
        (_("Last day of the register"), voice.day(agreement.recorded_until)),
        (_("Codebook"), brief.codebook),
        (_("Rubrics"), ", ".join(table.rubric for table in brief.scores)),
        (_("Table of assumed dates"), TABLE),
        (_("Cut-off"), cut_off),
        (_("Weights"), _("equal")),
        (_("Signed or announced"), voice.day(agreement.signed)),
        (_("Term"), _("%(start)s to %(end)s") % {"start": voice.day(term.start), "end": voice.day(term.end)}),
    ]
    return Section("method", _("Method"), lead, [*(Prose(text) for text in said), Facts(facts)], major=False)


def sources(voice: Voice, brief: Brief) -> Section:
    """Return every document that the brief rests on, by its number."""
    made = Worded(enumerate(brief.sources, 1), functools.partial(_source, voice))
    lead = _("The numbers in brackets lead here. Titles are our own descriptions.")
    return Section("sources", _("Sources"), lead, [SourceList(made)])


def _source(voice: Voice, numbered: tuple[int, CitedDocument]) -> Source:
    number, document = numbered
    about = [str(words.DOCUMENT_KIND[document.kind]), str(words.LANGUAGE[document.language])]
    if document.date is not None:
        about.insert(0, voice.day(document.date))
    return Source(
        number, document.publisher, voice.said(document.title), " · ".join(about), document.address or "", document.id
    )

"""A brief put into words: the cover, and the sections in their order."""

from collections import Counter

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from servanda.briefs.brief import Brief
from servanda.lexicon.language import Language
from servanda_portal.pages.briefs import items, sections
from servanda_portal.pages.briefs.blocks import Paper
from servanda_portal.pages.briefs.life import closed, obstacles
from servanda_portal.pages.briefs.method import method, sources
from servanda_portal.pages.briefs.scores import scores
from servanda_portal.pages.briefs.shortened import shortened
from servanda_portal.pages.briefs.voice import Voice
from servanda_portal.pages.sentence import phrases


def put_into_words(brief: Brief, language: Language, most: int | None = None) -> Paper:
    """Return the brief in one language; with ``most``, no longer than a screen takes (``shortened``)."""
    with translation.override(language):
        return shortened(_paper(Voice(brief, language), brief), most)


def kind_of(brief: Brief) -> str:
    """Return what the brief is called, in the language of the moment."""
    if brief.pillar is not None:
        return _("Pillar brief")
    return _("Joint annual report") if brief.agreement.kept_by == "parties" else _("Annual report of an observer")


def _paper(voice: Voice, brief: Brief) -> Paper:
    agreement = brief.agreement
    name = voice.said(agreement.name)
    day = _("As at %(day)s") % {"day": voice.day(brief.day)}
    parties = ", ".join(voice.said(party.name) for party in agreement.parties)
    coded = ", ".join(f"{voice.said(party.name)} ({party.id})" for party in agreement.parties)
    keeper = _("the parties") if agreement.keeper is None else voice.said(agreement.keeper.name)
    notice = ("", "")
    if agreement.demonstration:
        notice = (
            _("Demonstration."),
            _("This plan is imaginary: its parties, texts and figures were made up to show how a register works."),
        )
    return Paper(
        language=voice.language,
        kind=kind_of(brief),
        title=name if brief.pillar is None else voice.said(brief.pillar.name),
        subtitle=voice.said(agreement.summary) if brief.pillar is None else name,
        day=day,
        iso_day=brief.day.isoformat(),
        sentence=_sentence(voice, brief),
        facts=[(_("Parties"), coded), (_("Kept by"), keeper), (_("Method"), brief.codebook)],
        author=parties if agreement.keeper is None else keeper,
        notice=notice,
        contents=_("Contents"),
        page=_("page %(number)s of %(total)s"),
        squares=items.squares(voice, brief.items),
        sections=[
            sections.glance(voice, brief),
            sections.late_and_next(voice, brief),
            *obstacles(voice, brief),
            *(sections.pillar(voice, brief, part) for part in brief.parts),
            *closed(voice, brief),
            sections.happened(voice, brief),
            scores(voice, brief),
            sections.funds(voice, brief),
            sections.disagreements(voice, brief),
            method(voice, brief),
            sources(voice, brief),
        ],
    )


def _sentence(voice: Voice, brief: Brief) -> list[tuple[str, str]]:
    """Return the sentence that says how things stand, as figures with the words that follow each."""
    counts = Counter(item.assessment.group for item in brief.items)
    total = len(brief.items)
    parts = [(voice.number(counts[group]), said) for group, said in phrases(counts).items() if counts[group]]
    return [(voice.number(total), ngettext("commitment", "commitments", total)), *parts]

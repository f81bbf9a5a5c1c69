"""Verdicts of evaluators beside the codebook's tables, and how far their coders agree (CODEBOOK V8, V10)."""

from decimal import Decimal

from django.utils.translation import gettext as _

from servanda.briefs.brief import Brief
from servanda.briefs.judged import Agreed, Judged
from servanda_portal.pages import assessment_words, formats
from servanda_portal.pages.briefs.blocks import Table, Told
from servanda_portal.pages.briefs.voice import Voice

_NONE = "–"


def verdicts(voice: Voice, brief: Brief) -> list[Table]:
    """Return the final verdicts, each with what the table gives on the day of the brief."""
    heads = [
        _("Commitment"), _("Party"), _("Evaluator"), _("Rubric"), _("Verdict"), _("By the table"), _("Why it differs"),
    ]  # fmt: skip
    made = [_verdict(voice, one) for one in brief.verdicts]
    note = _("Both are shown: an evaluator may differ from the table, with a reason (X, V8).")
    return (
        [Table(_("Final verdicts of evaluators"), heads, made, note=note, shares=(3, 4, 5, 4, 4, 4, 8))] if made else []
    )


def agreement_of_coders(voice: Voice, brief: Brief) -> list[Table]:
    """Return how far the coders of each evaluator agree."""
    heads = [_("Evaluator"), _("Rubric"), _("Krippendorff’s alpha"), _("Coded twice"), _("Coded once")]
    made = [_agreed(voice, one) for one in brief.agreed]
    note = _("1 is full agreement, 0 what chance would give; – where all codes are alike (V10).")
    return [Table(_("Agreement between coders"), heads, made, note=note)] if made else []


def _verdict(voice: Voice, one: Judged) -> list[str | Told]:
    verdict = one.verdict
    table = None if one.table is None else one.table.grade
    return [
        verdict.commitment,
        _("all parties") if verdict.party is None else voice.name(verdict.party),
        voice.name(verdict.evaluator),
        verdict.rubric_version,
        assessment_words.grade(verdict.score),
        _NONE if table is None else assessment_words.grade(table),
        voice.told(verdict.differs if one.differs else None),
    ]


def _agreed(voice: Voice, one: Agreed) -> list[str | Told]:
    found = one.reliability
    alpha = found.alpha
    written = _NONE
    if alpha is not None:
        exact = Decimal(alpha.numerator) / Decimal(alpha.denominator)
        written = formats.number(exact.quantize(Decimal("0.01")), voice.language)
    return [voice.name(one.evaluator), one.rubric, written, voice.number(found.units), voice.number(found.left_out)]

"""The scores of a paper: three rubrics beside each other, each figure with how many commitments it rests on."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from django.utils.translation import gettext as _

from servanda.assessing.cut_off import earliest_final
from servanda.assessing.rolling_up import RollUp
from servanda.briefs.brief import Brief
from servanda_portal.pages import assessment_words, formats, words
from servanda_portal.pages.briefs.blocks import Section, Table
from servanda_portal.pages.briefs.verdicts import agreement_of_coders, verdicts
from servanda_portal.pages.briefs.voice import Voice

_NONE = "–"


def scores(voice: Voice, brief: Brief) -> Section:
    """Return the section of scores."""
    lead = _(
        "The same evidence under three published rubrics, never averaged with one another. What cannot be judged as "
        "written is left out of a score and counted beside it; weights are equal (V6)."
    )
    pillars = {part.pillar.id: voice.said(part.pillar.name) for part in brief.parts}
    parties = {party.id: voice.said(party.name) for party in brief.agreement.parties}
    control = {str(level): str(said) for level, said in words.CONTROL.items()} | {"": _("not stated")}
    tables = {table.rubric.partition("/")[0]: table for table in brief.scores}
    blocks = [
        _points(voice, _("By party"), [tables["g7"].by_party, tables["level"].by_party], parties),
        _completion(voice, _("Completion, by control level (D4)"), tables["completion"].by_control, control),
    ]
    if brief.pillar is None:
        wholes = [tables["g7"].whole, tables["level"].whole]
        blocks = [
            _points(voice, _("By pillar"), [tables["g7"].by_pillar, tables["level"].by_pillar], pillars, wholes),
            _completion(
                voice, _("Completion, by pillar"), tables["completion"].by_pillar, pillars, tables["completion"].whole
            ),
            *blocks,
        ]
    blocks += [*verdicts(voice, brief), *agreement_of_coders(voice, brief)]
    return Section("scores", _("Scores under three rubrics"), f"{lead} {_cut_off(voice, brief)}", list(blocks))


def _cut_off(voice: Voice, brief: Brief) -> str:
    if brief.cut_off.final:
        return _("These are final scores: silence counts as failure (T2).")
    return _(
        "These are interim scores: silence counts as failure only in the final ones, from %(day)s at the earliest (T2)."
    ) % {"day": voice.day(earliest_final(brief.agreement.term))}


def _points(
    voice: Voice,
    title: str,
    groups: list[tuple[RollUp, ...]],
    names: dict[str, str],
    wholes: list[tuple[RollUp, ...]] | None = None,
) -> Table:
    """Return the two rubrics of points: G7 as V2 says, the level in percent of its maximum as V3 says."""
    g7, level = ({one.key: one for one in each} for each in groups)
    made = [
        [name, *_counts(voice, g7[key]), _percent(voice, g7[key]), _percent(voice, level[key])]
        for key, name in names.items()
        if key in g7
    ]
    total = []
    if wholes is not None and all(wholes):
        whole_g7, whole_level = (each[0] for each in wholes)
        total = [
            _("The whole plan"), *_counts(voice, whole_g7), _percent(voice, whole_g7), _percent(voice, whole_level),
        ]  # fmt: skip
    heads = ["", _("Commitments"), _("Cannot be judged"), _("G7 scale (V2)"), _("Level, of the maximum (V3)")]
    return Table(title, heads, made, total, _("In brackets: how many commitments have a score."))


def _completion(
    voice: Voice, title: str, groups: Iterable[RollUp], names: dict[str, str], whole: tuple[RollUp, ...] = ()
) -> Table:
    """Return how many commitments have each degree of completion; words are counted, never averaged (V4)."""
    known = {one.key: one for one in groups}
    degrees = list(reversed([grade for grade, _count in next(iter(known.values())).grades])) if known else []
    made = [[name, *_degrees(voice, known[key], degrees)] for key, name in names.items() if key in known]
    total = [_("The whole plan"), *_degrees(voice, whole[0], degrees)] if whole else []
    heads = ["", *(str(assessment_words.COMPLETION[degree]) for degree in degrees), _("Cannot be judged")]
    late = sum(one.late for one in known.values())
    note = _("Delivered late, among the complete: %(count)s (T4).") % {"count": voice.number(late)} if late else ""
    return Table(title, heads, made, total, note)


def _degrees(voice: Voice, group: RollUp, degrees: list[str]) -> list[str]:
    counts = dict(group.grades)
    return [*(voice.number(counts[degree]) for degree in degrees), voice.number(group.not_reviewable)]


def _counts(voice: Voice, group: RollUp) -> list[str]:
    return [voice.number(group.items), voice.number(group.not_reviewable)]


def _percent(voice: Voice, group: RollUp) -> str:
    """Return a share of a hundred with its denominator, as no percentage stands without its count."""
    if group.percent is None:
        return f"{_NONE} (0)"
    return f"{formats.percent(_rounded(group.percent), voice.language)} ({voice.number(group.denominator)})"


def _rounded(value: Fraction) -> Decimal:
    return (Decimal(value.numerator) / Decimal(value.denominator)).quantize(Decimal(1), ROUND_HALF_UP)

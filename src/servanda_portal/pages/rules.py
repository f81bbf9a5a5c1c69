"""The codebook, rule by rule, in words; and how often each rule is at work in a register."""

from collections import Counter
from collections.abc import Callable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from servanda.register.evidence import Evidence
from servanda.register.indicator import Indicator
from servanda.register.reporting import Report, Round
from servanda.register.verdict import Dispute, FrozenGuideline, Verdict
from servanda_portal.queries.register import Register

# Each family of rules: its title, and its rules by their id.
FAMILIES: tuple[tuple[str | Promise, dict[str, str | Promise]], ...] = (
    (_("What is a commitment"), {
        "I1": _("A public statement of future action or aim that is specific on action, target or timetable."),
        "I2": _("What only describes, wishes, welcomes or looks back is left out, with the reason."),
        "I3": _("“Continue to” makes a commitment that goes on and has no day of its own."),
        "I4": _("A commitment binds all parties, some or one; who is bound is written down."),
        "I5": _("Its force is firm, intended or exploratory, by its verbs; in a chain the weakest wins."),
        "I6": _("Which of what, how much, by when and who it states is marked; vague ones are kept and listed."),
        "I7": _("Other texts may make it more precise; they never take its place."),
        "I8": _("What a later text drops stays here; only the parties can withdraw it."),
        "I9": _("What was never undertaken is not counted as kept."),
        "I10": _("A leader’s own words may carry one; they are marked as spoken."),
        "I11": _("An assurance that something stays is broken by its removal, not by doing nothing."),
    }),
    (_("One or several"), {
        "S1": _("Different targets are different commitments."),
        "S2": _("One target by several measures is one commitment with its measures."),
        "S3": _("Where measures are counted too, both counts are shown."),
        "S4": _("Several owners share one commitment."),
        "S5": _("What is repeated elsewhere is one commitment with several passages."),
        "S6": _("References never change; splitting and merging are acts with a history."),
    }),
    (_("Before judging"), {
        "D1": _("What would count as delivered, in part and not is written down and frozen first."),
        "D2": _("Where no verdict is possible as written, none is given."),
        "D3": _("What it could change if kept: unclear, modest or substantial."),
        "D4": _("How far it is in the parties’ own hands, on four levels."),
        "D5": _("Without a date it is assumed due by the end of the term, and says so; nobody is overdue by that."),
    }),
    (pgettext_lazy("rules", "Time"), {
        "T1": _("Action counts from the day after signature."),
        "T2": _("A verdict is final no earlier than four months after the end."),
        "T3": _("Late is measured against the first deadline, however often it was moved."),
        "T4": _("Delivered late is never fully met."),
        "T5": _("Progress without news for a year is stale."),
    }),
    (_("Evidence"), {
        "E1": _("Public documents only, each with its publisher, date and address."),
        "E2": _("Delivered needs a law, budget, contract or statistic, or an official report and an independent one."),
        "E3": _("How far it got is a ladder of steps, from none to more than was undertaken."),
        "E4": _("A pilot is not delivery, nor is an old scheme under a new name."),
        "E5": _("“Nothing found” needs a search with its date."),
        "E6": _("Facts that contradict each other are all kept, with their sources."),
        "E7": _("What happened is neutral; how it bears on a commitment is judged apart."),
    }),
    (_("Verdicts"), {
        "V1": _("Official, evidence and schedule always stand side by side."),
        "V2": _("On the G7 scale each party has its own score, and both it and their mean are shown."),
        "V3": _("The level of implementation runs from 0 to 3."),
        "V4": _("The scale of completion runs from not started to complete."),
        "V5": _("What is no longer pursued is called abandoned, with the cause."),
        "V6": _("Every sum states its weights, how many it counts and how many it could not."),
        "V7": _("A target in numbers shows the share reached; what is all or nothing says so."),
        "V8": _("A verdict keeps its coder, day, scale, evidence and reasons."),
        "V9": _("A draft verdict is answered by each party before it is final."),
        "V10": _("A sample is coded twice, blind, and how well coders agree is published."),
        "X": _("Each axis has its fixed values, in one order, listed above."),
    }),
    (_("Reports"), {
        "R1": _("A round opens and closes on its days; what was not reported is called so."),
        "R2": _("A report says where it stands, what happened, what is in the way and what comes next."),
        "R3": _("A report is a statement of its party, and never evidence by itself."),
    }),
    (_("Money"), {
        "M1": _("What was announced, planned, committed and paid is never mixed."),
        "M2": _("New money is told from money announced before."),
        "M3": _("Every amount has its day, its giver and its source."),
        "M4": _("What is given in kind is counted in its own unit."),
        "M5": _("A total stated beside its parts is checked, not added."),
    }),
)  # fmt: skip

# How often a rule shows in what a register holds, beside the assessments that name the rules they rest on.
_HELD: dict[str, Callable[[Register], int]] = {
    "I3": lambda found: sum(one.stage == "continuing" for one in found.counting),
    "I10": lambda found: sum(one.spoken for one in found.counting),
    "S3": lambda found: sum(one.parent is not None for one in found.counting),
    "S6": lambda found: len(found.commitments) - len(found.counting),
    "D1": lambda found: len(found.state.all(FrozenGuideline)),
    "D4": lambda found: sum(one.control is not None for one in found.counting),
    "E1": lambda found: len(found.documents),
    "E6": lambda found: len(found.plan.conflicts),
    "E7": lambda found: len(found.plan.happenings),
    "V7": lambda found: len(found.state.all(Indicator)),
    "V8": lambda found: len(found.state.all(Verdict)),
    "V9": lambda found: len(found.state.all(Dispute)),
    "R1": lambda found: len(found.state.all(Round)),
    "R2": lambda found: len(found.state.all(Report)),
    "M5": lambda found: sum(one.part_of is not None for one in found.plan.contributions),
    "E2": lambda found: sum(one.standing == "accepted" for one in found.state.all(Evidence)),
}


def at_work(found: Register) -> Counter[str]:
    """Return how often each rule is at work: in the assessments of what is in force, or in what the register holds."""
    counts: Counter[str] = Counter()
    for one in found.counting:
        assessment = found.assessments[one.reference]
        official = {rule for said in assessment.official for rule in said.rules}
        counts.update({*official, *assessment.evidence.rules, *assessment.schedule.rules})
    for rule, count in _HELD.items():
        counts[rule] = max(counts[rule], count(found))
    return counts

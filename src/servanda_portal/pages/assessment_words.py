"""The words that people read for how commitments are judged: the three axes, evidence, verdicts and disputes."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

OFFICIAL = {
    "not_reported": _("not reported"),
    "not_started": _("not started"),
    "in_progress": _("in progress"),
    "obstructed": _("obstructed"),
    "reported_complete": _("reported complete"),
    "abandoned": _("abandoned"),
}
CAUSE = {
    "blocked_by_others": _("blocked by others"),
    "money": _("money"),
    "superseded": _("superseded"),
    "policy_change": _("change of policy"),
    "no_action": _("no action"),
    "unknown": _("unknown"),
}
EVIDENCE = {
    "not_reviewable": _("cannot be judged as written"),
    "not_searched": _("not searched yet"),
    "none_found": _("searched, nothing found"),
    "step_1": _("step 1: reaffirmed"),
    "step_2": _("step 2: body or review set up"),
    "step_3": _("step 3: money or staff allocated"),
    "step_4": _("step 4: rule or programme changed"),
    "stale": _("stale: no news for a year"),
    "delivered": _("delivered"),
    "delivered_late": _("delivered late"),
    "exceeded": _("more than promised"),
    "contrary": _("contrary action"),
}
# For columns where an eye runs down.
EVIDENCE_SHORT = {
    "not_reviewable": _("not judged"),
    "not_searched": _("not searched"),
    "none_found": _("none found"),
    "step_1": _("step 1"),
    "step_2": _("step 2"),
    "step_3": _("step 3"),
    "step_4": _("step 4"),
    "stale": _("stale"),
    "delivered": _("delivered"),
    "delivered_late": _("delivered late"),
    "exceeded": _("exceeded"),
    "contrary": _("contrary"),
}
SCHEDULE = {
    "no_date": _("no date"),
    "ahead": _("due later"),
    "due_soon": _("due soon"),
    "overdue": _("overdue"),
    "past_assumed_date": _("past an assumed date"),
    "met": _("met on time"),
    "met_late": _("met late"),
}
GROUP = {
    "delivered": _("delivered"),
    "under_way": _("under way"),
    "reaffirmed": _("reaffirmed in words only"),
    "without_evidence": _("without evidence so far"),
    "contrary": _("met with contrary action"),
    "not_reviewable": _("cannot be judged as written"),
}
RELATION = {
    "restates": _("restates it"),
    "progress": _("progress"),
    "completes": _("completes it"),
    "delays": _("delays it"),
    "contradicts": _("contradicts it"),
    "context": _("context"),
}
TIER = {
    "A": _("law, budget, procurement, contract, official statistics"),
    "B": _("official reports, minutes, joint statements"),
    "C": _("official releases and speeches"),
    "D": _("independent press and organisations"),
    "E": _("social media and others"),
}
STEP = {
    0: pgettext_lazy("step", "none"),
    1: _("reaffirmed"),
    2: _("body or review set up"),
    3: _("money or staff allocated"),
    4: _("law, programme or rule changed or launched"),
    5: _("delivered"),
    6: _("more than promised"),
}
EVIDENCE_STANDING = {
    "submitted": _("waits for a reviewer"),
    "accepted": _("accepted"),
    "refused": _("refused"),
}
COMPLETION = {
    "complete": pgettext_lazy("completion", "complete"),
    "substantial": pgettext_lazy("completion", "substantial"),
    "limited": pgettext_lazy("completion", "limited"),
    "not_started": pgettext_lazy("completion", "not started"),
    "no_evidence": pgettext_lazy("completion", "no evidence"),
}
REACHED = {
    "full": _("the target is reached"),
    "substantial": _("most of the way"),
    "limited": _("part of the way"),
    "none": _("nothing of the way"),
}
CONFIDENCE = {
    "low": pgettext_lazy("confidence", "low"),
    "medium": pgettext_lazy("confidence", "medium"),
    "high": pgettext_lazy("confidence", "high"),
}
VERDICT_STANDING = {"coded": _("a coding"), "draft": _("a draft"), "final": pgettext_lazy("verdict", "final")}
# The rule of the codebook that tells what the scores of a rubric mean.
RUBRIC_RULE = {"g7": "V2", "level": "V3", "completion": "V4"}
DISPUTE_OUTCOME = {"upheld": _("upheld: the record is wrong"), "rejected": _("rejected: the record stands")}


def grade(score: str) -> str:
    """Return a verdict's score as people read it: completion in words, a minus where the rubric has a hyphen."""
    return str(COMPLETION[score]) if score in COMPLETION else score.replace("-", "\u2212")

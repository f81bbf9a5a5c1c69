"""The words that people read for what differs between versions of a text, and between an earlier and a later one."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

GAP = {
    "number differs": _("A number differs"),
    "number missing": _("A number is missing"),
    "currency differs": _("A currency differs"),
    "currency missing": _("A currency is missing"),
    "duration differs": _("A length of time differs"),
    "duration missing": _("A length of time is missing"),
    "recurrence differs": _("How often differs"),
    "recurrence missing": _("How often is missing"),
    "date differs": _("A date differs"),
    "date missing": _("A date is missing"),
    "actor differs": _("An actor differs"),
    "actor missing": _("An actor is missing"),
    "force differs": _("The force of the words differs"),
    "force missing": _("An undertaking is missing"),
    "item differs": _("An item differs"),
    "item missing": _("An item is missing"),
}
CHANGE = {
    "kept": pgettext_lazy("change", "kept"),
    "reworded": pgettext_lazy("change", "reworded"),
    "strengthened": pgettext_lazy("change", "strengthened"),
    "weakened": pgettext_lazy("change", "weakened"),
    "dropped": pgettext_lazy("change", "dropped"),
    "new": pgettext_lazy("change", "added"),
}
ASPECT = {
    "force": _("force"),
    "deadline": _("deadline"),
    "start": _("start"),
    "target": _("target"),
    "duration": _("duration"),
    "recurrence": _("how often"),
    "promisor": _("who undertakes it"),
    "condition": _("condition"),
    "scope": _("scope"),
}
EFFECT = {"stronger": _("stronger"), "weaker": _("weaker"), "neutral": _("neither stronger nor weaker")}


def changed(kind: str, count: int) -> str:
    """Return how many passages a later text kept, changed, dropped or added."""
    phrases = {
        "kept": ngettext("%(count)s kept", "%(count)s kept", count),
        "reworded": ngettext("%(count)s reworded", "%(count)s reworded", count),
        "strengthened": ngettext("%(count)s strengthened", "%(count)s strengthened", count),
        "weakened": ngettext("%(count)s weakened", "%(count)s weakened", count),
        "dropped": ngettext("%(count)s dropped", "%(count)s dropped", count),
        "new": ngettext("%(count)s added", "%(count)s added", count),
    }
    return phrases[kind] % {"count": count}

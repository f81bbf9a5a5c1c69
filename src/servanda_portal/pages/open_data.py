"""What the portal gives out as open data: the register that a page shows, and the files in which it can be had."""

from collections.abc import Mapping

import msgspec
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from servanda.formats.open_register import OpenRegister, narrowed
from servanda_portal.pages.commitment_list import DUE, choose, fields
from servanda_portal.pages.filters import address
from servanda_portal.queries.register import Register

# The files that a page offers, in the order in which it names them.
OFFERED: dict[str, dict[str, str | Promise]] = {
    "plan": {
        "register.xlsx": "XLSX",
        "register.jsonl": "JSON Lines",
        "iati-activities.xml": gettext_lazy("IATI activities"),
        "iati-organisations.xml": gettext_lazy("IATI organisations"),
        "annotations.jsonld": "Web Annotations",
        "register.jsonld": "JSON-LD",
        "calendar.ics": gettext_lazy("calendar"),
        "feed.atom": gettext_lazy("feed"),
    },
    "commitments": {
        "commitments.csv": "CSV",
        "commitments.xlsx": "XLSX",
        "register.jsonl": "JSON Lines",
        "calendar.ics": gettext_lazy("calendar"),
        "feed.atom": gettext_lazy("feed"),
    },
    "commitment": {"calendar.ics": gettext_lazy("calendar"), "feed.atom": gettext_lazy("feed")},
    "meetings": {"meetings.csv": "CSV", "meetings.xlsx": "XLSX", "calendar.ics": gettext_lazy("calendar")},
    "money": {"money.csv": "CSV", "money.xlsx": "XLSX", "iati-activities.xml": "IATI"},
    "happenings": {
        "happenings.csv": "CSV",
        "happenings.xlsx": "XLSX",
        "reports.csv": gettext_lazy("reports as CSV"),
        "feed.atom": gettext_lazy("feed"),
    },
}


def open_register(found: Register, filters: Mapping[str, str] | None = None) -> OpenRegister:
    """Return what a page shows of a register; with filters, what the list of commitments shows with the same ones.

    ``commitment`` is a filter beside those of the list: one reference.
    """
    scope = address({**(filters or {}), **asked_day(found)}).removeprefix("?")
    if not filters:
        return msgspec.structs.replace(found.opened, scope=scope) if scope else found.opened
    chosen = {one.reference for one in choose(found, dict(filters))}
    if "commitment" in filters:
        chosen &= {filters["commitment"]}
    return narrowed(found.opened, chosen, scope, _about(found, filters))


def asked_day(found: Register) -> dict[str, str]:
    """Return how an address asks for the day of a register; nothing for the present."""
    if found.as_at is None:
        return {}
    return {"as-at": found.as_at.day.isoformat(), **({"by": "effective"} if found.as_at.by == "effective" else {})}


def _about(found: Register, filters: Mapping[str, str]) -> str:
    """Return what a register is narrowed to, in the words of the list's own form."""
    said = [
        _("%(name)s: %(value)s") % {"name": field.title, "value": field.choices(found)[filters[field.name]]}
        for field in fields(found)
        if field.name in filters
    ]
    said += [_("%(name)s: %(value)s") % {"name": DUE[name], "value": filters[name]} for name in DUE if name in filters]
    return ", ".join([*said, *(filters[name] for name in ("commitment", "q") if name in filters)])

"""The filters of the list of commitments."""

import dataclasses
from collections import Counter
from collections.abc import Callable
from typing import Any

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from servanda.register.commitment import Commitment
from servanda_portal.pages import assessment_words, words
from servanda_portal.pages.filters import FREE, read_day, read_query
from servanda_portal.pages.templatetags.servanda import page_language
from servanda_portal.queries import commitments
from servanda_portal.queries.commitments import REPORTED_BY, codes, plain
from servanda_portal.queries.register import Register


@dataclasses.dataclass(frozen=True)
class Field:
    """A filter: what it is called, and the words for each code that commitments have in it, in order."""

    name: str
    title: str | Promise
    choices: Callable[[Register], dict[str, Any]]

    def offer(self, register: Register, value: str) -> dict[str, Any]:
        """Return what the form shows: each choice with how many commitments of the plan it has."""
        counts = register.once(("codes", self.name), lambda: _counted(register, self.name))
        choices = self.choices(register)
        return {
            "name": self.name,
            "title": self.title,
            "value": value,
            "chosen": choices.get(value, ""),
            "choices": [(code, text, counts[code]) for code, text in choices.items() if counts[code] or code == value],
        }


def _counted(register: Register, name: str) -> Counter[str]:
    """Return how many commitments have each code in a filter."""
    codes_of = codes(name)
    return Counter(code for one in register.commitments.values() for code in codes_of(register, one))


def _pillars(register: Register) -> dict[str, str]:
    return {pillar.id: getattr(pillar.name, get_language() or "en") for pillar in register.agreement.pillars}


def _parties(register: Register) -> dict[str, str]:
    return {party.id: getattr(party.name, get_language() or "en") for party in register.agreement.parties}


def _owners(register: Register) -> dict[str, str]:
    owners = {owner.institution for one in register.commitments.values() for owner in one.owners}
    language = page_language()
    known = owners & register.actor_names.keys()
    names = {identity: register.actor_names[identity].in_language(language)[0] for identity in known}
    return dict(sorted(names.items(), key=lambda named: plain(named[1])))


_FIRST = (
    Field("pillar", _("Pillar"), _pillars),
    Field("party", _("Party"), _parties),
    Field("owner", _("Owner"), _owners),
    Field("force", _("Force"), lambda _register: words.FORCE),
    Field("verifiable", _("Verifiable"), lambda _register: {"yes": _("yes"), "no": _("no")}),
    Field("result", _("Result"), lambda _register: assessment_words.GROUP),
)
_LAST = (
    Field("evidence", _("Evidence"), lambda _register: assessment_words.EVIDENCE),
    Field("schedule", _("Schedule"), lambda _register: assessment_words.SCHEDULE),
    Field("standing", _("Standing"), lambda _register: words.STANDING),
)
# The days between which a deadline lies: one may be left out.
DUE = {"due-from": _("Due from"), "due-to": _("Due up to")}


def fields(register: Register) -> tuple[Field, ...]:
    """Return the filters of a plan's list that have choices: one for what each of its parties reports among them."""
    official = (
        Field(
            f"{REPORTED_BY}{party}",
            now("%(party)s reports") % {"party": name},
            lambda _register: assessment_words.OFFICIAL,
        )
        for party, name in _parties(register).items()
    )
    return (*_FIRST, *official, *_LAST)


def read_filters(query: QueryDict, register: Register, **more: tuple[str, ...] | None) -> dict[str, str]:
    """Return the filters that the address asks for. Raises BadRequest for one that is not known.

    ``more`` are parameters beside those of the list, with the values that they may have (None: any).
    """
    known = {field.name: tuple(field.choices(register)) for field in fields(register)}
    filters = read_query(query, {**known, "q": FREE, **dict.fromkeys(DUE, FREE), **more})
    for name in DUE.keys() & filters.keys():
        read_day(filters[name])
    return filters


def choose(register: Register, filters: dict[str, str]) -> list[Commitment]:
    """Return the commitments that fit every filter, in the plan's order, by words of the page's language."""
    day = {name: read_day(filters[name]) for name in DUE.keys() & filters.keys()}
    return commitments.choose(
        register,
        {field.name: filters[field.name] for field in fields(register) if field.name in filters},
        words=filters.get("q", ""),
        language=page_language(),
        due_from=day.get("due-from"),
        due_to=day.get("due-to"),
    )

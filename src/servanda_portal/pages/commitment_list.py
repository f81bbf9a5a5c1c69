"""The filters of the list of commitments."""

import dataclasses
import datetime
import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from typing import Any

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from servanda.register.commitment import Commitment
from servanda_portal.pages import words
from servanda_portal.pages.filters import FREE, read_day, read_query
from servanda_portal.pages.templatetags.servanda import page_language
from servanda_portal.queries.register import Register


@dataclasses.dataclass(frozen=True)
class Field:
    """A filter: the codes that a commitment has in it, and the words for each code, in order."""

    name: str
    title: str | Promise
    codes: Callable[[Register, Commitment], tuple[str, ...]]
    choices: Callable[[Register], dict[str, Any]]

    def offer(self, register: Register, value: str) -> dict[str, Any]:
        """Return what the form shows: each choice with how many commitments of the plan it has."""
        counts = Counter(code for one in register.commitments.values() for code in self.codes(register, one))
        choices = self.choices(register)
        return {
            "name": self.name,
            "title": self.title,
            "value": value,
            "chosen": choices.get(value, ""),
            "choices": [(code, text, counts[code]) for code, text in choices.items() if counts[code] or code == value],
        }


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


def _standing(register: Register, one: Commitment) -> tuple[str, ...]:
    known = register.standings.get(one.reference)
    return ("in_force",) if known is None else (known.value,)


def _reported_by(party: str) -> Callable[[Register, Commitment], tuple[str, ...]]:
    return lambda register, one: tuple(
        official.value for official in register.assessments[one.reference].official if official.party == party
    )


_FIRST = (
    Field("pillar", _("Pillar"), lambda _register, one: (one.pillar,), _pillars),
    Field(
        "party",
        _("Party"),
        lambda register, one: tuple(o.party for o in register.assessments[one.reference].official),
        _parties,
    ),
    Field(
        "owner",
        _("Owner"),
        lambda _register, one: tuple(owner.institution for owner in one.owners),
        _owners,
    ),
    Field("force", _("Force"), lambda _register, one: (one.force,), lambda _register: words.FORCE),
    Field(
        "verifiable",
        _("Verifiable"),
        lambda _register, one: ("yes" if one.verifiable else "no",),
        lambda _register: {"yes": _("yes"), "no": _("no")},
    ),
    Field(
        "result",
        _("Result"),
        lambda register, one: (register.assessments[one.reference].group,),
        lambda _register: words.GROUP,
    ),
)
_LAST = (
    Field(
        "evidence",
        _("Evidence"),
        lambda register, one: (register.assessments[one.reference].evidence.value,),
        lambda _register: words.EVIDENCE,
    ),
    Field(
        "schedule",
        _("Schedule"),
        lambda register, one: (register.assessments[one.reference].schedule.value,),
        lambda _register: words.SCHEDULE,
    ),
    Field("standing", _("Standing"), _standing, lambda _register: words.STANDING),
)
# The days between which a deadline lies: one may be left out.
DUE = {"due-from": _("Due from"), "due-to": _("Due up to")}


def fields(register: Register) -> tuple[Field, ...]:
    """Return the filters of a plan's list that have choices: one for what each of its parties reports among them."""
    official = (
        Field(
            f"official-{party}",
            now("%(party)s reports") % {"party": name},
            _reported_by(party),
            lambda _register: words.OFFICIAL,
        )
        for party, name in _parties(register).items()
    )
    return (*_FIRST, *official, *_LAST)


def read_filters(query: QueryDict, register: Register, **more: tuple[str, ...]) -> dict[str, str]:
    """Return the filters that the address asks for. Raises BadRequest for one that is not known.

    ``more`` are filters beside those of the list, with the values that they may have.
    """
    known = {field.name: tuple(field.choices(register)) for field in fields(register)}
    filters = read_query(query, {**known, "q": FREE, **dict.fromkeys(DUE, FREE), **more})
    for name in DUE.keys() & filters.keys():
        read_day(filters[name])
    return filters


def choose(register: Register, filters: dict[str, str]) -> list[Commitment]:
    """Return the commitments that fit every filter, in the order of the plan."""
    asked = [field for field in fields(register) if field.name in filters]
    sought = plain(filters.get("q", "")).split()
    days = (read_day(filters.get("due-from", "0001-01-01")), read_day(filters.get("due-to", "9999-12-31")))
    ranged = any(name in filters for name in DUE)
    return [
        one
        for one in register.commitments.values()
        if all(filters[field.name] in field.codes(register, one) for field in asked)
        and (not ranged or _falls_due(register, one, *days))
        and all(f" {word}" in _searched(one) for word in sought)
    ]


def _falls_due(register: Register, one: Commitment, first: datetime.date, last: datetime.date) -> bool:
    """Whether a commitment is due between two days: by a date of its own, or by the one that is assumed for it."""
    due = register.assessments[one.reference].schedule.due
    return due is not None and first <= due <= last


def plain(text: str) -> str:
    """Return the words of a text without accents, case and signs, as people type them into a search."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(re.findall(r"[\w-]+", "".join(letter for letter in letters if not unicodedata.combining(letter))))


def _searched(one: Commitment) -> str:
    """Return what is searched, in the page's language: each word after a space, so that its beginning is found.

    What has a hyphen is there twice, joined and apart: both "R-1" and the "term" of "long-term" are found.
    """
    language = get_language() or "en"
    text = f"{one.reference} {getattr(one.title, language)} {getattr(one.summary, language)}"
    return f" {plain(text)} {plain(text.replace('-', ' '))}"

"""Which commitments of a register fit what is asked for."""

import datetime
import functools
import re
import unicodedata
from collections.abc import Callable, Mapping

from servanda.lexicon.language import Language
from servanda.register.commitment import Commitment
from servanda_portal.queries.register import Register

Codes = Callable[[Register, Commitment], tuple[str, ...]]
REPORTED_BY = "official-"  # and a party's id: what that party reports


def _standing(register: Register, one: Commitment) -> tuple[str, ...]:
    known = register.standings.get(one.reference)
    return ("in_force",) if known is None else (known.value,)


# The codes that a commitment has in each filter.
_CODES: dict[str, Codes] = {
    "pillar": lambda _register, one: (one.pillar,),
    "party": lambda register, one: tuple(said.party for said in register.assessments[one.reference].official),
    "owner": lambda _register, one: tuple(owner.institution for owner in one.owners),
    "force": lambda _register, one: (one.force,),
    "verifiable": lambda _register, one: ("yes" if one.verifiable else "no",),
    "result": lambda register, one: (register.assessments[one.reference].group,),
    "evidence": lambda register, one: (register.assessments[one.reference].evidence.value,),
    "schedule": lambda register, one: (register.assessments[one.reference].schedule.value,),
    "standing": _standing,
}


def codes(name: str) -> Codes:
    """Return how to find the codes that commitments have in a filter. Raises KeyError for one that is not known."""
    if name.startswith(REPORTED_BY):
        party = name.removeprefix(REPORTED_BY)
        return lambda register, one: tuple(
            said.value for said in register.assessments[one.reference].official if said.party == party
        )
    return _CODES[name]


def choose(
    register: Register,
    filters: Mapping[str, str],
    *,
    words: str = "",
    language: Language = "en",
    due_from: datetime.date | None = None,
    due_to: datetime.date | None = None,
) -> list[Commitment]:
    """Return the commitments that fit every filter, in the order of the plan.

    ``words`` are searched in one language; ``due_from`` and ``due_to`` are the days between which a commitment is due,
    by a date of its own or by the one that is assumed for it.
    """
    asked = [(codes(name), value) for name, value in filters.items()]
    sought = plain(words).split()
    return [
        one
        for one in register.commitments.values()
        if all(value in found(register, one) for found, value in asked)
        and _falls_due(register, one, due_from, due_to)
        and all(f" {word}" in _searched(one, language) for word in sought)
    ]


@functools.lru_cache(2**14)
def plain(text: str) -> str:
    """Return the words of a text without accents, case and signs, as people type them into a search."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(re.findall(r"[\w-]+", "".join(letter for letter in letters if not unicodedata.combining(letter))))


def _falls_due(register: Register, one: Commitment, first: datetime.date | None, last: datetime.date | None) -> bool:
    if first is None and last is None:
        return True
    due = register.assessments[one.reference].schedule.due
    return due is not None and (first is None or first <= due) and (last is None or due <= last)


def _searched(one: Commitment, language: Language) -> str:
    """Return what is searched: each word after a space, so that its beginning is found.

    What has a hyphen is there twice, joined and apart: both "R-1" and the "term" of "long-term" are found.
    """
    text = f"{one.reference} {one.title.in_language(language)} {one.summary.in_language(language)}"
    return f" {plain(text)} {plain(text.replace('-', ' '))}"

"""The page of a plan: the sentence, every commitment as a small square, what is late, next and new, and the money."""

import dataclasses
import datetime
import functools
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.safestring import SafeString

from servanda.assessing.assessment import Assessment
from servanda.register.agreement import Pillar
from servanda.register.author import Author
from servanda.register.commitment import Commitment
from servanda_portal.pages import assessment_words, marks
from servanda_portal.pages.acting import author
from servanda_portal.pages.contributions import bars
from servanda_portal.pages.sentence import sentence
from servanda_portal.pages.templatetags.servanda import page_language, squares
from servanda_portal.pages.views.shared import find_register, render_section
from servanda_portal.pages.what_changed import Change, changes
from servanda_portal.queries.register import Register

_FEW = 5
_LATELY = datetime.timedelta(days=365)
_LOOKED_AT = 40  # entries
_OF_A_KIND = 2


def plan(request: HttpRequest, plan: str) -> HttpResponse:
    """Show a plan."""
    found, viewer = find_register(plan, request), author(request, plan)
    shown = found.once(("plan", page_language()), lambda: _shown(found, viewer))
    return render_section(request, found, "plan", shown)


def _shown(found: Register, viewer: Author | None) -> dict[str, Any]:
    """Return what the page shows, all of it from the whole register."""
    late = _late(found)
    return {
        "sentence": sentence(found),
        "key": marks.key({found.assessments[one.reference].evidence.value for one in found.counting}),
        "pillars": _pillars(found),
        "late": late[:_FEW],
        "next": _next(found)[:_FEW],
        "changed": _changed(found, viewer),
        "unjudged": [one for one in found.counting if not one.verifiable],
        "ended": len(found.commitments) - len(found.counting),
        "bars": found.once("bars", lambda: bars(found.plan.contributions)),
    }


@dataclasses.dataclass(frozen=True)
class PillarRow:
    """A pillar: each commitment with its assessment, and how many have each value of each axis.

    ``official`` has the values of each party apart, by its id and in the order of ``parties``: what they say is never
    added up. ``squares`` are drawn in the language of the page.
    """

    pillar: Pillar
    parties: list[str]
    commitments: list[tuple[Commitment, Assessment]]
    squares: SafeString

    @functools.cached_property
    def official(self) -> dict[str, list[tuple[str, int]]]:
        """What each party reports."""
        said: dict[str, Counter[str]] = {}
        for _commitment, assessment in self.commitments:
            for one in assessment.official:
                said.setdefault(one.party, Counter())[one.value] += 1
        return {
            party: _in_order(said[party], assessment_words.OFFICIAL)
            for party in [*self.parties, *said]
            if party in said
        }

    @functools.cached_property
    def evidence(self) -> list[tuple[str, int]]:
        """What accepted documents show."""
        return _in_order(
            Counter(one.evidence.value for _commitment, one in self.commitments), assessment_words.EVIDENCE
        )

    @functools.cached_property
    def schedule(self) -> list[tuple[str, int]]:
        """Where the day stands against deadlines."""
        return _in_order(
            Counter(one.schedule.value for _commitment, one in self.commitments), assessment_words.SCHEDULE
        )


def _in_order(counts: Mapping[str, int], values: Iterable[str]) -> list[tuple[str, int]]:
    return [(value, counts[value]) for value in values if counts.get(value)]


def _pillars(found: Register) -> list[PillarRow]:
    """Return each pillar with its commitments that are in force."""
    by_pillar: dict[str, list[tuple[Commitment, Assessment]]] = {one.id: [] for one in found.agreement.pillars}
    for one in found.counting:
        by_pillar[one.pillar].append((one, found.assessments[one.reference]))
    listing = reverse("commitments", args=[found.agreement.id])
    parties = [one.id for one in found.agreement.parties]
    return [
        PillarRow(pillar, parties, by_pillar[pillar.id], squares(listing, by_pillar[pillar.id]))
        for pillar in found.agreement.pillars
    ]


def _changed(found: Register, viewer: Author | None) -> list[Change]:
    """Return the latest changes, at most two of a kind; not what only prepares them, such as keys and roles."""
    every, _left = changes(found, viewer, found.day - _LATELY, _LOOKED_AT)
    kinds: Counter[str] = Counter()
    kept = []
    for one in every:
        kinds[one.kind] += 1
        if one.kind != "other" and kinds[one.kind] <= _OF_A_KIND:
            kept.append(one)
    return kept[:_FEW]


def _late(found: Register) -> list[tuple[Any, Any]]:
    """Return what is overdue, the longest first."""
    overdue = [
        (found.commitments[reference], assessment)
        for reference, assessment in _counting(found)
        if assessment.schedule.value == "overdue"
    ]
    return sorted(overdue, key=lambda pair: -(pair[1].schedule.days or 0))


def _next(found: Register) -> list[tuple[Any, Any]]:
    """Return what falls due on a date of its own, the nearest first."""
    coming = [
        (found.commitments[reference], assessment)
        for reference, assessment in _counting(found)
        if assessment.schedule.value in {"ahead", "due_soon"} and assessment.schedule.basis != "assumed"
    ]
    return sorted(coming, key=lambda pair: pair[1].schedule.days or 0)


def _counting(found: Register) -> list[tuple[str, Assessment]]:
    return [(one.reference, found.assessments[one.reference]) for one in found.counting]

"""The sentence that says how a plan stands, with its figures counted from the register."""

import dataclasses
from collections import Counter

from django.urls import reverse
from django.utils.translation import ngettext

from servanda.assessing.assessment import Group
from servanda_portal.pages.filters import address
from servanda_portal.queries.register import Register


@dataclasses.dataclass(frozen=True)
class Figure:
    """A count, the words that follow it, and where what it counts is listed."""

    count: int
    words: str
    href: str


@dataclasses.dataclass(frozen=True)
class Sentence:
    """How many commitments, and how they stand.

    ``measures`` are those that are part of another (CODEBOOK S3), ``overdue`` those that are past their stated date.
    """

    total: Figure
    measures: int
    parts: list[Figure]
    overdue: int


def sentence(register: Register) -> Sentence:
    """Return how the plan stands on the register's last day."""
    listing = reverse("commitments", args=[register.agreement.id])
    counting = register.counting
    counts = Counter(register.assessments[one.reference].group for one in counting)
    total = len(counting)
    return Sentence(
        Figure(total, ngettext("commitment", "commitments", total), listing),
        sum(commitment.parent is not None for commitment in counting),
        [
            Figure(counts[group], words, listing + address({"result": group}))
            for group, words in phrases(counts).items()
            if counts[group]
        ],
        sum(register.assessments[one.reference].schedule.value == "overdue" for one in counting),
    )


def phrases(counts: Counter[Group]) -> dict[Group, str]:
    """Return the words that follow the count of each group, in the order in which a sentence tells them."""
    return {
        "delivered": ngettext("delivered", "delivered", counts["delivered"]),
        "under_way": ngettext("under way", "under way", counts["under_way"]),
        "reaffirmed": ngettext("reaffirmed in words only", "reaffirmed in words only", counts["reaffirmed"]),
        "without_evidence": ngettext(
            "without evidence so far", "without evidence so far", counts["without_evidence"]
        ),
        "contrary": ngettext("met with contrary action", "met with contrary action", counts["contrary"]),
        "not_reviewable": ngettext(
            "that cannot be judged as written", "that cannot be judged as written", counts["not_reviewable"]
        ),
    }  # fmt: skip

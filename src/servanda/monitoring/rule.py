"""The match rule: whether a passage bears on a commitment, as a sum of whole numbers and three plain conditions.

1. Somebody is named, in the passage or its document, with whom the register has to do: a side, the agreement, all sides
   together, or a name that the register uses.
2. A passage that names another state names two sides as well, or the agreement, or all sides together; states that the
   commitment itself names do not count. A commitment of one party bears on nothing that names only another.
3. The terms that the passage shares with the commitment have at least ``NEEDED`` points together, and at least four
   fifths of what any other commitment has in the same passage.

The document's title counts with its first passage. Nothing depends on what else is in the stream.
"""

from collections.abc import Iterable

import msgspec

from servanda.monitoring.lookup import Said
from servanda.monitoring.profile import Profile
from servanda.monitoring.term import Term

NEEDED = 28
_BESIDE_THE_BEST = (4, 5)


class Match(msgspec.Struct, frozen=True):
    """That a passage bears on a commitment, with the points of every term that they share, most first."""

    profile: Profile
    points: int
    terms: tuple[tuple[Term, int], ...]


def concerns(document: Said) -> bool:
    """Whether a document names anybody with whom the register has to do (condition 1)."""
    return document.concerns


def may_bear(passage: Said, profile: Profile) -> bool:
    """Whether those whom a passage names let it bear on a commitment (condition 2)."""
    if len(passage.sides) < 2 and not passage.own and not passage.both and not passage.others.issubset(profile.others):
        return False
    return len(profile.promisors) != 1 or not passage.sides or profile.promisors[0] in passage.sides


def points(passage: Said, profile: Profile) -> int:
    """Return the points of the terms that a passage and a commitment share."""
    own = profile.points
    return sum(own[term] for term in passage.terms if term in own)


def best_matches(passage: Said, profiles: Iterable[Profile]) -> list[Match]:
    """Return what a passage bears on among these commitments, most points first (condition 3).

    ``profiles`` must hold every commitment that has ``NEEDED`` points in the passage; it may hold others.
    """
    scored = [
        (total, profile)
        for profile in profiles
        if (total := points(passage, profile)) >= NEEDED and may_bear(passage, profile)
    ]
    if not scored:
        return []
    part, whole = _BESIDE_THE_BEST
    best = max(total for total, _ in scored)
    kept = [(total, profile) for total, profile in scored if total * whole >= best * part]
    kept.sort(key=lambda one: (-one[0], one[1].reference))
    return [Match(profile, total, _shared(passage, profile)) for total, profile in kept]


def _shared(passage: Said, profile: Profile) -> tuple[tuple[Term, int], ...]:
    both = [(term, profile.points[term]) for term in passage.terms if term in profile.points]
    return tuple(sorted(both, key=lambda one: (-one[1], one[0])))

"""The match rule: whether a passage bears on a commitment, as a sum of whole numbers and four conditions.

1. Somebody is named, in the passage or its document, with whom the register has to do: a side, the agreement, all sides
   together, or a name that the register uses.
2. A passage that names another state names two sides as well, or the agreement. States that the commitment or its
   queries name do not count; those that the head of the document names do.
3. The terms that the passage shares with the commitment have enough points together. What is enough depends on who is
   named (``needed``), and grows with what it lacks of what the commitment's queries need. Half of it comes from others
   than those that every agreement is full of: "signed a treaty" tells no treaty from another.
4. They have at least half of the points of the commitment that has most, three quarters where no query says what is
   needed; or else those that no commitment with more points shares are half as many again as it needs: the passage
   speaks of two things. What lacks nothing that is needed comes before all that lacks something.

The document's title counts with its first passage; of what both say besides, a later passage has a part, for
commitments of which no query says what is needed. What the passages of a document bear on is weighed once more beside
what those near them do (``beside``). Nothing depends on what else is in the stream.
"""

from collections.abc import Iterable, Sequence

import msgspec

from servanda.monitoring.lookup import Said
from servanda.monitoring.profile import Profile
from servanda.monitoring.term import Term

# Points that a passage needs which names two sides or the agreement; all sides together; one side; nobody (its document
# does). How many more it needs where it names one side and several undertook the commitment, where only another party
# did, and where it names two sides and another state besides.
_TWO, _BOTH, _ONE, _NOBODY = 48, 52, 48, 76
_OF_SEVERAL, _OF_ANOTHER, _BESIDE_ANOTHER = 20, 28, 18
# How many more for every list of the commitment's queries of which neither the passage nor its title has a phrase; for
# the first list, which names the subject.
_LACKING, _WITHOUT_SUBJECT = 30, 90
_BESIDE_THE_BEST = (1, 2)
_WITHOUT_NEEDS = (3, 4)  # where no query says what is needed, less tells a commitment from its neighbours
_BY_ITSELF = (3, 2)
# A passage that has so many points of its own has also a part of those that the head of its document has besides, for
# a commitment without queries that say what is needed: the article goes on with what it began with.
FROM_HEAD, PART_OF_HEAD = 28, 2


class Match(msgspec.Struct, frozen=True):
    """That a passage bears on a commitment, with the points of all terms that they share.

    ``complete``: the passage lacks nothing of what the commitment's queries need. ``ample``: it has half as many points
    again as it needs.
    """

    profile: Profile
    points: int
    complete: bool = True
    ample: bool = False


def concerns(document: Said) -> bool:
    """Whether a document names anybody with whom the register has to do (condition 1)."""
    return document.concerns


def least(passage: Said) -> int:
    """Return the points that a passage needs, by whom it names, to bear on anything."""
    if len(passage.sides) > 1 or passage.own:
        return _TWO
    if passage.both and not passage.others:
        return _BOTH
    return _ONE if passage.sides else _NOBODY


def needed(passage: Said, profile: Profile, enough: int) -> int | None:
    """Return the points that a passage needs to bear on a commitment, None where it cannot (condition 2).

    ``enough`` is what it needs to bear on anything (``least``).
    """
    if not passage.others.issubset(profile.others):
        if len(passage.sides) < 2 and not passage.own:
            return None
        enough += _BESIDE_ANOTHER
    if len(profile.promisors) == 1:
        apart = passage.sides and profile.promisors[0] not in passage.sides
        return enough + _OF_ANOTHER if apart else enough
    return enough + _OF_SEVERAL if len(passage.sides) == 1 and not passage.own and not passage.both else enough


def points(passage: Said, profile: Profile) -> int:
    """Return the points of the terms that a passage and a commitment share, with its part of those in the head."""
    own = profile.points
    total = sum([own[term] for term in passage.terms if term in own])
    return total + sum(of_head(passage.beyond, profile).values()) if passage.head and total >= FROM_HEAD else total


def in_general(passage: Said, profile: Profile) -> int:
    """Return the points of the terms that a passage and a commitment share and that every agreement is full of."""
    own = profile.points
    return sum([own.get(term, 0) for term in profile.general & passage.terms])


def of_head(beyond: frozenset[Term], profile: Profile) -> dict[Term, int]:
    """Return what counts for a commitment of the terms that stand only in the head of a document."""
    own = {} if profile.needs else profile.points
    return {term: part for term in beyond if (part := own.get(term, 0) // PART_OF_HEAD)}


def keeps_up(profile: Profile, points: int, best: int, *, complete: bool) -> bool:
    """Whether the points of a commitment come near enough to the most beside them (condition 4)."""
    part, whole = (_BESIDE_THE_BEST if profile.needs else _WITHOUT_NEEDS) if complete else (1, 1)
    return points * whole >= best * part


def best_matches(passage: Said, scored: Iterable[tuple[int, int]], profiles: Sequence[Profile]) -> list[Match]:
    """Return what a passage bears on, most points first (conditions 3 and 4).

    ``scored`` has the points of every commitment that has at least ``least`` of them, and its number among the
    profiles.
    """
    more, than = _BY_ITSELF
    best = 0
    kept: list[Match] = []
    untold = passage.terms  # what no commitment shares of the first ``known`` of those kept: few are asked about it
    known = 0
    for complete, total, number, enough in _ranked(passage, scored, profiles):
        profile = profiles[number]
        best = best or total
        if not keeps_up(profile, total, best, complete=complete):
            if total * than < enough * more:
                continue
            for match in kept[known:]:
                untold -= match.profile.points.keys()
            known = len(kept)
            own = profile.points
            alone = sum([own[term] for term in untold if term in own])
            if alone * than < enough * more:
                continue
        kept.append(Match(profile, total, complete, total * than >= enough * more))
    return kept


def _ranked(
    passage: Said, scored: Iterable[tuple[int, int]], profiles: Sequence[Profile]
) -> list[tuple[bool, int, int, int]]:
    """Return the commitments that have enough points, those of which nothing lacks first, then those with most.

    With each stand whether nothing lacks, its points, its number and what is enough.
    """
    part, whole = _BESIDE_THE_BEST
    more, than = _BY_ITSELF
    said = passage.terms | passage.title
    lowest = least(passage)
    best = 0
    complete: list[tuple[bool, int, int, int]] = []
    incomplete: list[tuple[bool, int, int, int]] = []
    for total, number in sorted(scored, reverse=True):
        if total * whole < best * part and total * than < lowest * more:
            break  # condition 4 refuses this one and all that have fewer
        profile = profiles[number]
        enough = needed(passage, profile, lowest)
        if enough is None or total < enough or (total - in_general(passage, profile)) * 2 < enough:
            continue
        lacking = profile.needs and profile.lacking(said)
        if not lacking:
            complete.append((True, total, number, enough))
            best = best or total
            continue
        enough += sum(_LACKING if which else _WITHOUT_SUBJECT for which in lacking)
        if total >= enough:
            incomplete.append((False, total, number, enough))
    return complete + incomplete

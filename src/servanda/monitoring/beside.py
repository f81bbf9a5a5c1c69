"""What the passages of a document bear on, weighed beside what the passages near them do.

A text about one thing says it best in one place. What another passage says of something else by the way has points of
its own, and few beside those: a report on the police at an embassy names fugitives.
"""

from collections.abc import Iterable, Sequence

from servanda.monitoring.rule import Match, keeps_up

_NEAR = 2  # passages before and after: in a long document each part has its own subject


def beside(passages: Sequence[list[Match]]) -> list[list[Match]]:
    """Return of the matches of every passage those that keep up with what the passages near it bear on most.

    A commitment has the points of its best passage near by. What a passage bears on most stays where it has ample
    points: a release tells of two things one after the other.
    """
    kept: list[list[Match]] = []
    for number, matches in enumerate(passages):
        near = [match for one in passages[max(0, number - _NEAR) : number + _NEAR + 1] for match in one]
        best = max((match.points for match in near if match.complete), default=0)
        standing = set(_standing(near, best))
        standing.update(match.profile.reference for match in matches[:1] if match.ample)
        kept.append([match for match in matches if match.profile.reference in standing])
    return kept


def _standing(matches: Iterable[Match], best: int) -> Iterable[str]:
    return (
        match.profile.reference
        for match in matches
        if keeps_up(match.profile, match.points, best, complete=match.complete)
    )

"""What the passages of a document bear on, weighed beside what the passages near them do.

A text about one thing says it best in one place. What another passage says of something else by the way has points of
its own, and few beside those: a report on the police at an embassy names fugitives.
"""

from collections.abc import Sequence

from servanda.monitoring.rule import Match, keeps_up

_NEAR = 2  # passages before and after: in a long document each part has its own subject


def beside(passages: Sequence[list[Match]]) -> list[list[Match]]:
    """Return of the matches of every passage those that keep up with what the passages near it bear on most.

    A commitment has the points of its best passage near by. What a passage bears on most stays where it has ample
    points: a release tells of two things one after the other.
    """
    bests = [max((match.points for match in matches if match.complete), default=0) for matches in passages]
    kept: list[list[Match]] = []
    for number, matches in enumerate(passages):
        around = slice(max(0, number - _NEAR), number + _NEAR + 1)
        best = max(bests[around])
        falling = {match.profile.reference for match in matches if not _stands(match, best)}
        if falling:
            falling -= {match.profile.reference for match in matches[:1] if match.ample}
            near = (match for one in passages[around] for match in one if match.profile.reference in falling)
            falling -= {match.profile.reference for match in near if _stands(match, best)}
        kept.append([match for match in matches if match.profile.reference not in falling])
    return kept


def _stands(match: Match, best: int) -> bool:
    return keeps_up(match.profile, match.points, best, complete=match.complete)

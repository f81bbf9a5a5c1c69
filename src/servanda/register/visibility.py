"""Who may see what: the one place that knows (DESIGN section 7, "Who may see")."""

import datetime

from servanda.register.agreement import Agreement
from servanda.register.author import Author
from servanda.register.circumstances import PARTIES, PUBLIC, REVIEWERS

_OF_PARTIES = frozenset({"party_lead", "reporter", "reviewer"})
_REVIEWING = frozenset({"reviewer", "evaluator"})


def on_day(visible_to: str, public_from: datetime.date | None, day: datetime.date) -> str:
    """Return for whom something is visible on a day: what was to become public by then is public."""
    return PUBLIC if public_from is not None and public_from <= day else visible_to


def may_see(viewer: Author | None, visible_to: str, made_by: str, agreement: Agreement) -> bool:
    """Say whether a viewer, or with None the public, may see what is ``visible_to`` some and was ``made_by`` a holder.

    A holder always sees what it made itself.
    """
    if visible_to == PUBLIC:
        return True
    if viewer is None:
        return False
    if viewer.holder in {visible_to, made_by}:
        return True
    if visible_to == PARTIES:
        return viewer.role in _OF_PARTIES and viewer.holder in {party.id for party in agreement.parties}
    return visible_to == REVIEWERS and viewer.role in _REVIEWING


def covers(known_to: str, told_to: str) -> bool:
    """Say whether all who are told of something may see what it names.

    >>> covers("public", "parties"), covers("parties", "public")
    (True, False)
    """
    return known_to in {PUBLIC, told_to}

"""Who may see what: the one place that knows (DESIGN section 7, "Who may see")."""

import datetime

from servanda.register.agreement import Agreement
from servanda.register.author import Author
from servanda.register.circumstances import PARTIES, PUBLIC, REPLY, REVIEWERS, Reach

_OF_PARTIES = frozenset({"party_lead", "reporter", "reviewer"})
_REVIEWING = frozenset({"reviewer", "evaluator"})


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
    if visible_to == REPLY and viewer.role == "evaluator":
        return True
    if visible_to in {PARTIES, REPLY}:
        return viewer.role in _OF_PARTIES and viewer.holder in {party.id for party in agreement.parties}
    return visible_to == REVIEWERS and viewer.role in _REVIEWING


def covers(known: Reach, told: Reach, day: datetime.date) -> bool:
    """Say whether all who are told of something, on that day or later, may see by then what it names.

    >>> day, later = datetime.date(2026, 1, 1), datetime.date(2026, 2, 1)
    >>> covers(Reach("public"), Reach("parties"), day), covers(Reach("parties"), Reach("public"), day)
    (True, False)
    >>> covers(Reach("parties"), Reach("parties", later), day), covers(Reach("parties", later), Reach("parties"), day)
    (False, True)
    """
    known_to, told_to = known.on_day(day), told.on_day(day)
    if PUBLIC in {known_to, told_to}:
        return known_to == PUBLIC
    if known_to != told_to:
        return False
    return told.public_from is None or (known.public_from is not None and known.public_from <= told.public_from)

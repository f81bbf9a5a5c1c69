"""Who the words beside a commitment name for it: "paid for by Norway", "Lead: Ministry of Energy" (CODEBOOK I4)."""

import re

from servanda.reading.commitments.draft import Draft
from servanda.reading.commitments.told import within
from servanda.reading.mention import Mention
from servanda.reading.parties import parties_among

_BY = re.compile(
    r"\b(?:(?:by|par|por|the responsibility of|à la charge de|a cargo de) (?:(?:the|la|le|les|el|los|las) |l')?"
    r"|(?:à la charge|a cargo) (?:del|du|des) )$"
)
_GIVEN_BY = re.compile(r", (?:jointly |fully )?[^\W_]+ (?:by|par|por) (?:(?:the|la|le|les|el|los|las) |l')?$")
_AND = re.compile(r"(?:[,;]|[,;]? (?:and|et|y|e)) (?:(?:the|la|le|les|el|los|las) |l')?$")
_BY_THEIR = re.compile(r"\b(?:par|por) (?:(?:la|le|les|el|los|las|des|unos|unas) |l')?[^\W_]+ $")
_FOR = re.compile(
    r"(?:for|on behalf of|por|por parte de|en nombre de|pour|pour le compte de|du côté de|de parte de)"
    r" (?:(?:the|la|le|les|el|los|las) |l')?"
)


def named_for(draft: Draft) -> tuple[str, ...]:
    """Return the parties that a note, the end of an item or "by" names as those who do what is undertaken."""
    return _noted(draft) or _in_parentheses(draft) or _agent(draft)


def represented_in(draft: Draft) -> tuple[str, ...]:
    """Return for whom the sentence says that somebody speaks: "Por Ecuador, el viceministro ofreció"."""
    sentence = draft.sentence
    if not sentence.actors or not _FOR.fullmatch(sentence.scan.folded, sentence.start, sentence.actors[0].start):
        return ()
    return parties_among(sentence.actors[:1], sentence.scan)


def giving_as_well(draft: Draft) -> tuple[str, ...]:
    """Return who gives another amount with the verb left out: "will offer 400 and Norway 250 additional berths"."""
    sentence = draft.sentence
    amounts = within(sentence.amounts, draft.start, draft.end)
    if draft.subject.kind != "agent" or len(amounts) <= 1:
        return ()
    others = (
        actor
        for actor in within(sentence.actors, amounts[0].end, draft.end)
        if _AND.search(sentence.scan.folded, draft.start, actor.start)
        and any(amount.start == actor.end + 1 for amount in amounts)
    )
    return parties_among(others, sentence.scan)


def _noted(draft: Draft) -> tuple[str, ...]:
    """Return whose task it is noted to be: "Lead: Ministry of Energy of Chile"."""
    if not draft.notes:
        return ()
    actors = (actor for note in draft.notes if note.tells != "date" for actor in note.sentence.actors)
    return parties_among(actors, draft.sentence.scan)


def _in_parentheses(draft: Draft) -> tuple[str, ...]:
    """Return who an item names at its end: "Translate the manual (Argentina, 30 September)"."""
    if draft.rule != "commitment.item":
        return ()
    folded = draft.sentence.scan.folded
    opened = folded.rfind("(", draft.start, draft.end)
    if opened < 0 or ")" in folded[opened : draft.end - 1]:
        return ()
    return parties_among(within(draft.sentence.actors, opened, draft.end), draft.sentence.scan)


def _agent(draft: Draft) -> tuple[str, ...]:
    """Return who does what is undertaken in the passive: "Training will be paid for by Norway"."""
    folded = draft.sentence.scan.folded
    # "A fund of 3 million, paid by Norway, for ..." as an item names its giver too.
    given = draft.rule == "commitment.fund" and draft.subject.kind != "agent"  # "a été promise par la Belgique"
    inside = draft.start > draft.subject.start and not given
    if inside and not (draft.rule == "commitment.item" and draft.subject.kind == "collective"):
        return ()
    by = _GIVEN_BY if inside else _BY
    agents = (
        actor
        for actor in within(draft.sentence.actors, draft.start, draft.end)
        if by.search(folded, draft.start, actor.start) or _owns_agent(folded, draft.start, actor)
    )
    return parties_among(agents, draft.sentence.scan)[:1]


def _owns_agent(folded: str, start: int, actor: Mention) -> bool:
    """Whether a nationality says whose are those who act: "par les hôpitaux suisses"."""
    return actor.rule == "nationality" and _BY_THEIR.search(folded, start, actor.start) is not None

"""Commitments that the reader found in texts, and that nobody has decided about yet."""

import dataclasses
import functools

from servanda.reading.mention import Mention
from servanda.register.evidence import MentionReview
from servanda.register.state import State
from servanda.text.selectors import QuoteSelector, quote_selector
from servanda_portal.codec import decode_reading
from servanda_portal.documents import models
from servanda_portal.queries import documents

_AROUND = 240  # characters of the text that are shown on each side


@dataclasses.dataclass(frozen=True)
class Found:
    """A mention in its place, and how to find it again."""

    document: str
    mention: Mention
    before: str
    after: str
    selector: QuoteSelector

    @property
    def id(self) -> str:
        """What a review of it is known by."""
        return f"{self.document}/{self.mention.id}"


def waiting(agreement: str, state: State) -> dict[str, list[Mention]]:
    """Return the mentions that wait for a review, by the id under which the plan cites their document.

    What stands where a passage of a commitment was found needs none. Three queries, and one for each reading that this
    process has not opened before.
    """
    reviewed = {one.id for one in state.all(MentionReview)}
    places: dict[str, list[tuple[int, int]]] = {}
    for one in documents.found(agreement):
        places.setdefault(one.sha256, []).append((one.start, one.end))
    rows = models.Reading.objects.filter(agreement=agreement).order_by("cited")
    groups = {}
    for row, sha256, cited, inputs in rows.values_list("id", "document", "cited", "inputs"):
        left = [
            mention
            for mention in _commitments(row, inputs)
            if f"{cited}/{mention.id}" not in reviewed
            and not any(start < mention.end and mention.start < end for start, end in places.get(sha256, ()))
        ]
        if left:
            groups[cited] = left
    return groups


def found(agreement: str, document: str, mention: str) -> Found | None:
    """Return a commitment that was read in a document, with the words around it; None where there is none."""
    row = models.Reading.objects.filter(agreement=agreement, cited=document).select_related("document").first()
    if row is None:
        return None
    for one in _commitments(row.pk, row.inputs):
        if one.id == mention:
            text = row.document.text
            return Found(
                document,
                one,
                text[max(0, one.start - _AROUND) : one.start],
                text[one.end : one.end + _AROUND],
                quote_selector(text, one.start, one.end),
            )
    return None


@functools.lru_cache(512)
def _commitments(reading: int, inputs: str) -> tuple[Mention, ...]:  # noqa: ARG001 a changed reading has other inputs
    body = models.Reading.objects.values_list("body", flat=True).get(pk=reading)
    return tuple(one for one in decode_reading(body).mentions if one.kind == "commitment")

"""What is stored of a ledger, in the library's own terms: the leaves in their order, and the bodies beside them."""

from collections.abc import Collection, Iterator

from servanda.record.body import Body
from servanda_portal.entries import models


def leaves_of(register: str, start: int = 0, end: int | None = None) -> Iterator[bytes]:
    """Give the stored entries from one number up to another, or to the last, in their order. One query."""
    rows = models.Entry.objects.filter(ledger=register, number__gte=start)
    if end is not None:
        rows = rows.filter(number__lt=end)
    return (bytes(leaf) for leaf in rows.order_by("number").values_list("leaf", flat=True).iterator())


def bodies_of(register: str, digests: Collection[str] | None = None) -> dict[str, Body]:
    """Return what lives beside a ledger by its digest: all, or what these digests stand for. One query at most."""
    if digests is not None and not digests:
        return {}
    rows = models.Body.objects.filter(ledger=register)
    if digests is not None:
        rows = rows.filter(digest__in=digests)
    return {row.digest: Body(row.digest, bytes(row.salt), bytes(row.content)) for row in rows.iterator()}

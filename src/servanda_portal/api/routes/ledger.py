"""The ledger: its entries as everybody may see them, and the signed checkpoint over them."""

from typing import Any

import msgspec
from django.conf import settings
from django.urls import reverse
from ninja import Query, Router
from pydantic import Field

from servanda.ledger.merkle import leaf_hash
from servanda_portal.api.answering import find, get, missing, page, read_cursor, refuse_unknown_commitment
from servanda_portal.api.answers import CheckpointAnswer, EntryDetail, EntryItem, page_of
from servanda_portal.api.parameters import Paged
from servanda_portal.queries import ledger
from servanda_portal.queries.ledger import Written

router = Router(tags=["Ledger"])


class Asked(Paged):
    """Which part of the ledger."""

    commitment: str | None = Field(None, description="Only what made or changed this commitment, by its reference.")


@get(router, "/plans/{slug:plan}/entries", "entries", page_of(EntryItem, "Entry"))
def entries(plan: str, asked: Query[Asked]) -> Any:  # noqa: ANN401 a page
    """List the entries of the ledger in their order, as everybody may see them."""
    found = find(plan)
    refuse_unknown_commitment(found, asked.commitment)
    if asked.commitment is not None:
        about = [("commitment", asked.commitment), ("standing", asked.commitment)]
        written = ledger.history(plan, found.state, None, about)
        return page(found, [((one.entry.number,), _item(one)) for one in reversed(written)], asked)
    size = _head(plan).size
    place = read_cursor(asked.cursor, (0,))
    after = -1 if place is None else min(int(place[0]), size)
    # One more than asked for tells whether there is a next page.
    last = min(after + asked.limit + 2, size)
    given = [
        one
        for one in reversed(ledger.latest(plan, found.state, None, asked.limit + 1, last))
        if one.entry.number > after
    ]
    whole = page(found, [((one.entry.number,), _item(one)) for one in given], asked)
    return msgspec.structs.replace(whole, count=size)


@get(router, "/plans/{slug:plan}/entries/{int:number}", "entry", EntryDetail)
def entry(plan: str, number: int) -> EntryDetail:
    """Give one entry, with the very bytes that were signed and their hash in the tree."""
    found = find(plan)
    known = ledger.entry(plan, found.state, None, number) if number < _head(plan).size else None
    if known is None:
        raise missing(f"This ledger has no entry {number}.")
    written, leaf = known
    item = _item(written)
    told = {name: getattr(item, name) for name in EntryItem.__struct_fields__}
    return EntryDetail(**told, envelope=leaf.decode(), leaf_hash=leaf_hash(leaf).hex())


@get(router, "/plans/{slug:plan}/checkpoint", "checkpoint", CheckpointAnswer)
def checkpoint(plan: str) -> CheckpointAnswer:
    """Give the signed note over the ledger, and where all of it is to be had, with how to verify it."""
    found = find(plan)
    top = _head(plan)
    export = f"{settings.ORIGIN}{reverse('ledger_export', args=[found.agreement.id])}"
    return CheckpointAnswer(plan, top.size, top.note, export)


def _head(plan: str) -> ledger.Head:
    top = ledger.head(plan)
    if top is None:
        raise missing(f"{plan!r} has no ledger here.")
    return top


def _item(one: Written) -> EntryItem:
    written = one.entry
    return EntryItem(
        number=written.number,
        recorded=written.recorded,
        effective=written.effective,
        by=written.by,
        visible_to=written.visible_to,
        public_from=written.public_from,
        sealed=written.sealed,
        act=one.act,  # type: ignore[arg-type]  # AnyAct holds every act that there is
    )

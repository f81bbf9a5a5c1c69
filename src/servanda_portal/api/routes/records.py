"""Every other kind of record: what happened, meetings, money, reports, verdicts and so on, each as a list."""

from collections.abc import Iterator
from typing import Any

import msgspec
from ninja import Query, Router
from pydantic import Field

from servanda.register.records import SHAPES, key_of, kind_of
from servanda.register.references import references
from servanda.register.state import Version
from servanda_portal.api.answering import Place, find, get, missing, page, refuse_unknown_commitment
from servanda_portal.api.answers import ITEMS, page_of
from servanda_portal.api.parameters import OfDay, PagedOfDay
from servanda_portal.queries.register import Register

router = Router(tags=["Records"])


class List(msgspec.Struct, frozen=True):
    """A list: the kind of its records, and what it is in a sentence."""

    kind: str
    about: str


# By the name that a list has in an address. Commitments and documents have routes of their own.
LISTS: dict[str, List] = {
    "happenings": List("happening", "What happened, and how it bears on commitments (CODEBOOK E)."),
    "positions": List("position", "What parties said in public of their own progress: statements, never evidence."),
    "reports": List("report", "What parties report in reporting rounds: statements, never evidence (CODEBOOK R3)."),
    "rounds": List("round", "Reporting rounds."),
    "obstacles": List("obstacle", "What stands in the way, and to whom it was raised."),
    "forums": List("forum", "Where the parties said they would meet, and how often."),
    "meetings": List("meeting", "Meetings of the forums, held, planned and announced."),
    "minutes": List("minutes", "What meetings decided."),
    "follow-ups": List("follow_up", "What became of decisions."),
    "contributions": List(
        "contribution", "Money and contributions in kind, each with its transactions by stage, never added up (M1)."
    ),
    "indicators": List("indicator", "Indicators, with baseline and target."),
    "observations": List("observation", "What indicators were observed to be."),
    "projects": List("project", "Infrastructure that the texts name."),
    "searches": List("search", "What was looked for and not found (CODEBOOK E5)."),
    "conflicts": List("conflict", "Questions on which sources disagree, with every answer kept (CODEBOOK E6)."),
    "context": List("context", "What surrounds the agreement. It never counts as evidence."),
    "evidence": List("evidence", "Passages submitted as evidence, accepted or refused with the reason."),
    "guidelines": List("guideline", "Guidelines that evaluators froze before coding (CODEBOOK D1)."),
    "verdicts": List("verdict", "Scores that coders gave, each under one version of one rubric (CODEBOOK V8)."),
    "replies": List("reply", "What parties replied to draft verdicts (CODEBOOK V9)."),
    "disputes": List("dispute", "Records that somebody contests, with the rulings."),
    "standings": List("standing", "Where each commitment is in its life."),
    "proposals": List("proposal", "What one party proposed, and what the others answered."),
    "institutions": List("institution", "Ministries, agencies and bodies."),
    "persons": List("person", "Who held which public office, and when, as far as texts name them."),
    "agreements": List("other_agreement", "Other agreements that the texts name."),
    "keys": List("key", "The keys that sign in the ledger, with their custody."),
    "grants": List("grant", "Who may act in which role: names stand beside the ledger, their digests here."),
}


class Asked(PagedOfDay):
    """Which part of a list."""

    commitment: str | None = Field(None, description="Only what names the commitment of this reference.")


def _list_of(name: str, listed: List) -> None:
    """Add the routes of a list, and of one of its records."""
    shape, item = SHAPES[listed.kind], ITEMS[listed.kind]

    def many(plan: str, asked: Query[Asked]) -> Any:  # noqa: ANN401 a page
        found = find(plan, asked)
        refuse_unknown_commitment(found, asked.commitment)
        return page(found, _placed(found, shape, asked.commitment), asked, lambda version: _item(item, version))

    def single(plan: str, key: str, asked: Query[OfDay]) -> Any:  # noqa: ANN401 an item
        version = find(plan, asked).state.version(shape, key)
        if version is None:
            raise missing(f"This plan has no {listed.kind} {key!r}.")
        return _item(item, version)

    many.__doc__ = f"{listed.about} In the order in which they were first recorded."
    single.__doc__ = f"One of: {listed.about[0].lower()}{listed.about[1:]}"
    get(router, f"/plans/{{slug:plan}}/{name}", name, page_of(item, shape.__name__))(many)
    get(router, f"/plans/{{slug:plan}}/{name}/{{path:key}}", f"{name}-one", item)(single)


def _placed(found: Register, shape: type[Any], commitment: str | None) -> Iterator[tuple[Place, Version]]:
    """Give the records of a shape with their places: where they were first made."""
    for record in found.state.all(shape):
        version = found.state.version(shape, key_of(record))
        if version is not None and (commitment is None or _names(record, commitment)):
            yield (version.first, version.place), version


def _item(item: Any, version: Version) -> Any:  # noqa: ANN401 a shape, and a value of it
    record = version.record
    return item(kind=kind_of(record), key=key_of(record), entry=version.entry, record=record)


def _names(record: Any, commitment: str) -> bool:  # noqa: ANN401 any record
    return key_of(record) == commitment or any(
        kind == "commitment" and key == commitment for _, kind, key in references(record)
    )


for _name, _listed in LISTS.items():
    _list_of(_name, _listed)

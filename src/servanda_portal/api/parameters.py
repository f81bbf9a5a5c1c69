"""What the address of a question may say beside its path. Anything else is refused, never ignored."""

import datetime
import re
from collections.abc import Collection
from typing import Annotated, Any, Literal

from django.http import HttpRequest
from ninja import Schema
from pydantic import BeforeValidator, ConfigDict, Field, WithJsonSchema

from servanda_portal.api.problem import Fault, ProblemError
from servanda_portal.queries.register import AsAt

A_PAGE, LARGEST_PAGE = 50, 200
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _day(written: Any) -> datetime.date:  # noqa: ANN401 what the address says
    if not isinstance(written, str) or not _DAY.fullmatch(written):
        raise ValueError("write a day as 2026-03-31")
    return datetime.date.fromisoformat(written)


Day = Annotated[
    datetime.date,
    BeforeValidator(_day),
    WithJsonSchema({"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}),
]


class Nothing(Schema):
    """No parameter."""

    model_config = ConfigDict(extra="forbid")


class OfDay(Nothing):
    """Of which day a register is asked for."""

    as_at: Day | None = Field(
        None,
        alias="as-at",
        description="The register as it was on this day; without it, as it is.",
        examples=["2026-03-31"],
    )
    by: Literal["recorded", "effective"] = Field(
        "recorded",
        description="With `as-at`: what was `recorded` up to that day, or `effective` by it as is known today.",
    )

    @property
    def day(self) -> AsAt | None:
        """The day in the past that is asked for; None for the present."""
        return None if self.as_at is None else AsAt(self.as_at, self.by)


class Paged(Nothing):
    """Which part of a list is asked for."""

    limit: int = Field(A_PAGE, ge=1, le=LARGEST_PAGE, description="How many items at most.")
    cursor: str | None = Field(
        None,
        max_length=500,
        description="Where the page begins: the `next` of the page before. What is inside is nobody's business.",
    )


class PagedOfDay(Paged, OfDay):
    """Which part of a list, of which day."""


def refuse_unknown(request: HttpRequest, known: Collection[str]) -> None:
    """Raise ProblemError where the address has a parameter that is not known, or one twice."""
    faults = []
    for name in request.GET:
        if name not in known:
            there = ", ".join(sorted(known)) or "none"
            faults.append(Fault("query", name, f"There is no such parameter here. There are: {there}."))
        elif len(request.GET.getlist(name)) > 1:
            faults.append(Fault("query", name, "Give it once."))
    if faults:
        raise ProblemError(422, "The address says what is not known here.", errors=tuple(faults))

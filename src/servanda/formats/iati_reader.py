"""Read IATI 2.03 files as ``iati_xml`` writes them.

What other publishers write beyond that is passed over; what is missing raises IatiError and says where.
"""

import datetime
from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation
from typing import Any, get_args

from lxml import etree

from servanda.formats.iati_model import (
    BUDGET_STATUSES,
    STAGES,
    TRANSACTION_TYPES,
    Activities,
    Activity,
    Amount,
    Coded,
    Count,
    IatiError,
    LinkedDocument,
    Organisation,
    Organisations,
    Participant,
    PlannedFor,
    Position,
    Publisher,
    Role,
    Status,
)
from servanda.formats.iati_xml import LANG, VERSION
from servanda.lexicon.language import LANGUAGES
from servanda.register.contribution import TransactionStage
from servanda.register.wording import Names

_STAGES: dict[str, TransactionStage] = {code: stage for stage, code in TRANSACTION_TYPES.items()}
_BUDGETS: dict[str, TransactionStage] = {code: stage for stage, code in BUDGET_STATUSES.items()}


def read_activities(content: bytes) -> Activities:
    """Return a file of activities. Raises IatiError where it is not one of version 2.03."""
    root = _root(content, "iati-activities")
    found = list(root.iterchildren("iati-activity"))
    if not found:
        raise IatiError("the file holds no iati-activity")
    return Activities(_publisher(found[0]), _generated(root), tuple(_activity(one) for one in found))


def read_organisations(content: bytes) -> Organisations:
    """Return a file of organisations. Raises IatiError where it is not one of version 2.03."""
    root = _root(content, "iati-organisations")
    found = list(root.iterchildren("iati-organisation"))
    if not found:
        raise IatiError("the file holds no iati-organisation")
    return Organisations(
        _publisher(found[0]),
        _generated(root),
        tuple(
            Organisation(
                _text(one, "organisation-identifier"),
                _names(_child(one, "name")),
                tuple(_recipient(each) for each in one.iterchildren("recipient-org-budget")),
            )
            for one in found
        ),
    )


def _root(content: bytes, tag: str) -> etree._Element:
    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True))
    except etree.XMLSyntaxError as error:
        raise IatiError(f"not XML: {error}") from error
    if root.tag != tag or root.get("version") != VERSION:
        raise IatiError(f"not an {tag} file of version {VERSION}, but {root.tag} {root.get('version') or ''}".rstrip())
    return root


def _activity(one: etree._Element) -> Activity:
    dates = {_attribute(each, "type"): _day(each) for each in one.iterchildren("activity-date")}
    parents = [_attribute(each, "ref") for each in one.iterchildren("related-activity") if each.get("type") == "1"]
    status: Any = _known(_child(one, "activity-status"), "code", get_args(Status))
    for kind in ("1", "3"):
        if kind not in dates:
            raise IatiError(f"line {one.sourceline}: an activity-date of type {kind} is missing")
    return Activity(
        identifier=_text(one, "iati-identifier"),
        level=int(_number(one, one.get("hierarchy", "1"))),
        title=_names(_child(one, "title")),
        description=_names(_child(one, "description")),
        participants=tuple(_participant(each) for each in one.iterchildren("participating-org")),
        status=status,
        planned_start=dates["1"],
        planned_end=dates["3"],
        started=dates.get("2"),
        sector=_coded(_child(one, "sector")),
        places=tuple(_place(each) for each in one.iterchildren("location")),
        tags=tuple(_coded(each) for each in one.iterchildren("tag")),
        amounts=tuple(sorted(_amounts(one), key=lambda amount: STAGES.index(amount.stage))),
        counts=tuple(_count(each) for each in one.iterfind("result/indicator")),
        documents=tuple(_document(each) for each in one.iterchildren("document-link")),
        parent=parents[0] if parents else None,
    )


def _amounts(one: etree._Element) -> Iterator[Amount]:
    for each in one.iterchildren("budget"):
        yield _planned_value(each, _BUDGETS[_known(each, "status", _BUDGETS)])
    for each in one.iterchildren("planned-disbursement"):
        yield _planned_value(each, "planned")
    for each in one.iterchildren("transaction"):
        stage = _STAGES[_known(_child(each, "transaction-type"), "code", _STAGES)]
        day = _day(_child(each, "transaction-date"))
        described = each.find("description")
        description = _names(described) if described is not None else None
        yield Amount(stage, *_value(each), day, day, description)


def _planned_value(one: etree._Element, stage: TransactionStage) -> Amount:
    return Amount(stage, *_value(one), _day(_child(one, "period-start")), _day(_child(one, "period-end")))


def _value(one: etree._Element) -> tuple[Decimal, str]:
    return _number(one, _text(one, "value")), _attribute(_child(one, "value"), "currency")


def _count(one: etree._Element) -> Count:
    stage: Any = _known(_child(one, "reference"), "code", STAGES)
    period = _child(one, "period")
    measured = next((each for each in period if each.tag in {"actual", "target"}), None)
    if measured is None:
        raise IatiError(f"line {period.sourceline}: the period has neither actual nor target")
    return Count(
        stage,
        _number(measured, _attribute(measured, "value")),
        _text(_child(one, "title"), "narrative"),
        _day(_child(period, "period-start")),
        _day(_child(period, "period-end")),
    )


def _place(one: etree._Element) -> Position:
    latitude, _, longitude = _text(_child(one, "point"), "pos").partition(" ")
    return Position(_names(_child(one, "name")), _number(one, latitude), _number(one, longitude))


def _document(one: etree._Element) -> LinkedDocument:
    dated = one.find("document-date")
    return LinkedDocument(
        _attribute(one, "url"),
        _names(_child(one, "title")),
        _attribute(_child(one, "language"), "code"),
        _day(dated) if dated is not None else None,
    )


def _recipient(one: etree._Element) -> PlannedFor:
    recipient = _child(one, "recipient-org")
    return PlannedFor(_attribute(recipient, "ref"), _names(recipient), _planned_value(one, "planned"))


def _participant(one: etree._Element) -> Participant:
    role: Any = _known(one, "role", get_args(Role))
    return Participant(one.get("ref", ""), role, one.get("type"), _names(one))


def _publisher(one: etree._Element) -> Publisher:
    made = _child(one, "reporting-org")
    return Publisher(
        _attribute(made, "ref"), _attribute(made, "type"), _names(made), made.get("secondary-reporter") == "1"
    )


def _coded(one: etree._Element) -> Coded:
    return Coded(_attribute(one, "code"), _names(one))


def _names(one: etree._Element) -> Names:
    told = {each.get(LANG, "en"): each.text for each in one.iterchildren("narrative") if each.text}
    try:
        return Names(**{language: told[language] for language in LANGUAGES if language in told})
    except ValueError as error:
        raise IatiError(f"line {one.sourceline}: {one.tag} has no narrative") from error


def _generated(root: etree._Element) -> datetime.date:
    return _iso(root, root.get("generated-datetime", "")[:10])


def _day(one: etree._Element) -> datetime.date:
    return _iso(one, _attribute(one, "iso-date"))


def _iso(one: etree._Element, written: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(written)
    except ValueError as error:
        raise IatiError(f"line {one.sourceline}: {written!r} is no day") from error


def _child(one: etree._Element, tag: str) -> etree._Element:
    child = one.find(tag)
    if child is None:
        raise IatiError(f"line {one.sourceline}: {one.tag} has no {tag}")
    return child


def _text(one: etree._Element, tag: str) -> str:
    return _child(one, tag).text or ""


def _attribute(one: etree._Element, name: str) -> str:
    value = one.get(name)
    if value is None:
        raise IatiError(f"line {one.sourceline}: {one.tag} has no {name}")
    return value


def _number(one: etree._Element, written: str) -> Decimal:
    try:
        return Decimal(written)
    except InvalidOperation as error:
        raise IatiError(f"line {one.sourceline}: {written!r} is no number") from error


def _known(one: etree._Element, name: str, codes: Iterable[str]) -> str:
    code = _attribute(one, name)
    if code not in codes:
        raise IatiError(f"line {one.sourceline}: {one.tag} {name} {code!r} is none of {', '.join(codes)}")
    return code

"""IATI 2.03 files as XML, valid against the official schema: elements stand in the order that it asks for."""

import datetime
from collections.abc import Iterable

from lxml import etree

from servanda.formats.iati_model import (
    BUDGET_STATUSES,
    TRANSACTION_TYPES,
    Activities,
    Activity,
    Amount,
    Coded,
    Count,
    LinkedDocument,
    Organisation,
    Organisations,
    Participant,
    PlannedFor,
    Position,
    Publisher,
)
from servanda.formats.xml_element import document, element
from servanda.lexicon.language import LANGUAGES
from servanda.register.wording import Names

VERSION = "2.03"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
OWN = "99"  # every vocabulary of IATI keeps this code for the reporting organisation's own
POSITIONS = "http://www.opengis.net/def/crs/EPSG/0/4326"
_WEB_PAGE = "A12"  # DocumentCategory


def write_activities(file: Activities) -> bytes:
    """Return a file of activities."""
    within = {
        one.identifier: [child.identifier for child in file.activities if child.parent == one.identifier]
        for one in file.activities
    }
    return _file(
        "iati-activities",
        file.day,
        (_activity(one, file.publisher, file.day, within[one.identifier]) for one in file.activities),
    )


def write_organisations(file: Organisations) -> bytes:
    """Return a file of organisations."""
    return _file(
        "iati-organisations", file.day, (_organisation(one, file.publisher, file.day) for one in file.organisations)
    )


def _file(root: str, day: datetime.date, elements: Iterable[etree._Element]) -> bytes:
    return document(element(root, *elements, {"version": VERSION, "generated-datetime": f"{day}T00:00:00Z"}))


def _activity(one: Activity, publisher: Publisher, day: datetime.date, children: list[str]) -> etree._Element:
    budgets = [amount for amount in one.amounts if amount.stage in BUDGET_STATUSES]
    planned = [amount for amount in one.amounts if amount.stage == "planned"]
    transactions = [amount for amount in one.amounts if amount.stage in TRANSACTION_TYPES]
    return element(
        "iati-activity",
        {"last-updated-datetime": f"{day}T00:00:00Z", "hierarchy": str(one.level)},
        element("iati-identifier", one.identifier),
        _reporting(publisher),
        _told("title", one.title),
        _told("description", one.description),
        *(_participant(each) for each in one.participants),
        element("activity-status", code=one.status),
        *_dates(one),
        *(_place(place) for place in one.places),
        _own("sector", one.sector),
        *(_own("tag", tag) for tag in one.tags),
        *(element("budget", *_planned_value(each), type="1", status=BUDGET_STATUSES[each.stage]) for each in budgets),
        *(element("planned-disbursement", *_planned_value(each), type="1") for each in planned),
        *(_transaction(each, one) for each in transactions),
        *(_document(each) for each in one.documents),
        *([element("related-activity", ref=one.parent, type="1")] if one.parent else []),
        *(element("related-activity", ref=child, type="2") for child in children),
        *([_result(one)] if one.counts else []),
    )


def _organisation(one: Organisation, publisher: Publisher, day: datetime.date) -> etree._Element:
    return element(
        "iati-organisation",
        {"last-updated-datetime": f"{day}T00:00:00Z"},
        element("organisation-identifier", one.identifier),
        _told("name", one.name),
        _reporting(publisher),
        *(_recipient(each) for each in one.planned),
    )


def _told(tag: str, names: Names, **attributes: str) -> etree._Element:
    """Return an element with a narrative for each language that there is."""
    narratives = [
        element("narrative", {LANG: language}, str(text))
        for language in LANGUAGES
        if (text := getattr(names, language))
    ]
    return element(tag, *narratives, **attributes)


def _own(tag: str, coded: Coded) -> etree._Element:
    return _told(tag, coded.name, vocabulary=OWN, code=coded.code)


def _reporting(publisher: Publisher) -> etree._Element:
    made = _told("reporting-org", publisher.name, ref=publisher.ref, type=publisher.type)
    made.set("secondary-reporter", "1" if publisher.secondary else "0")
    return made


def _participant(one: Participant) -> etree._Element:
    made = _told("participating-org", one.name, ref=one.ref, role=one.role)
    if one.type is not None:
        made.set("type", one.type)
    return made


def _dates(one: Activity) -> Iterable[etree._Element]:
    """Yield the planned start (1), the actual one (2) where there is one, and the planned end (3)."""
    for kind, day in (("1", one.planned_start), ("2", one.started), ("3", one.planned_end)):
        if day is not None:
            yield element("activity-date", {"type": kind, "iso-date": day.isoformat()})


def _place(place: Position) -> etree._Element:
    position = element("point", element("pos", f"{place.latitude} {place.longitude}"), srsName=POSITIONS)
    return element("location", _told("name", place.name), position)


def _planned_value(one: Amount) -> tuple[etree._Element, ...]:
    return (*_period(one.start, one.end), _value(one, one.start))


def _period(start: datetime.date, end: datetime.date) -> tuple[etree._Element, etree._Element]:
    return element("period-start", {"iso-date": start.isoformat()}), element(
        "period-end", {"iso-date": end.isoformat()}
    )


def _value(one: Amount, day: datetime.date) -> etree._Element:
    return element("value", f"{one.amount:f}", {"currency": one.currency, "value-date": day.isoformat()})


def _transaction(one: Amount, activity: Activity) -> etree._Element:
    """Return a transaction, with who gives it, and who receives it where one body alone carries the activity out."""
    givers = [each for each in activity.participants if each.role == "1"]
    receivers = [each for each in activity.participants if each.role == "4"]
    return element(
        "transaction",
        element("transaction-type", code=TRANSACTION_TYPES[one.stage]),
        element("transaction-date", {"iso-date": one.end.isoformat()}),
        _value(one, one.end),
        *([_told("description", one.description)] if one.description else []),
        *([_told("provider-org", givers[0].name, ref=givers[0].ref)] if len(givers) == 1 else []),
        *([_told("receiver-org", receivers[0].name, ref=receivers[0].ref)] if len(receivers) == 1 else []),
    )


def _document(one: LinkedDocument) -> etree._Element:
    media = "application/pdf" if one.address.lower().endswith(".pdf") else "text/html"
    return element(
        "document-link",
        {"format": media, "url": one.address},
        _told("title", one.title),
        element("category", code=_WEB_PAGE),
        element("language", code=one.language),
        *([element("document-date", {"iso-date": one.date.isoformat()})] if one.date else []),
    )


def _result(one: Activity) -> etree._Element:
    """Return what is given in kind as an output (ResultType 1)."""
    return element("result", _told("title", one.title), *(_indicator(count) for count in one.counts), type="1")


def _indicator(one: Count) -> etree._Element:
    """Return one count: its unit as title, its stage as reference, and the number aimed at or reached."""
    measured = element("actual" if one.reached else "target", value=f"{one.number:f}")
    return element(
        "indicator",
        _told("title", Names(en=one.unit)),
        element("reference", vocabulary=OWN, code=one.stage),
        element("period", *_period(one.start, one.end), measured),
        measure="1",
    )


def _recipient(one: PlannedFor) -> etree._Element:
    return element(
        "recipient-org-budget",
        _told("recipient-org", one.name, ref=one.recipient),
        *_planned_value(one.amount),
        status="1",
    )

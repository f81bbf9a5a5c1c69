"""Every file in which a register goes out, under the name that it has wherever it is published."""

from collections.abc import Callable
from functools import partial

import msgspec

from servanda.formats import dates_calendar, xlsx_sheet
from servanda.formats.atom_feed import MEDIA_TYPE as ATOM
from servanda.formats.changes_feed import write_changes
from servanda.formats.csv_sheet import write_csv
from servanda.formats.dates_calendar import write_calendar
from servanda.formats.iati_activities import activities, organisations, publisher_of
from servanda.formats.iati_xml import write_activities, write_organisations
from servanda.formats.linked_data import Distribution, commitment_data, dataset_data, document_data, plan_data
from servanda.formats.open_register import OpenRegister
from servanda.formats.passage_annotations import passages_page
from servanda.formats.record_lines import record_lines
from servanda.formats.register_sheets import SHEETS
from servanda.formats.xlsx_sheet import write_xlsx
from servanda.lexicon.language import Language
from servanda.register.cited_document import CitedDocument
from servanda.register.commitment import Commitment


class File(msgspec.Struct, frozen=True):
    """How a file is made from a register, and what it is."""

    media_type: str
    write: Callable[[OpenRegister, Language], bytes]


def _csv(sheet: str, register: OpenRegister, _language: Language) -> bytes:
    return write_csv(SHEETS[sheet](register), mark=True)


def _xlsx(sheets: tuple[str, ...], register: OpenRegister, language: Language) -> bytes:
    return write_xlsx([SHEETS[sheet](register) for sheet in sheets], language)


def _json_lines(register: OpenRegister, _language: Language) -> bytes:
    return b"".join(line + b"\n" for line in record_lines(register))


def _iati_activities(register: OpenRegister, _language: Language) -> bytes:
    return write_activities(activities(register, publisher_of(register)))


def _iati_organisations(register: OpenRegister, _language: Language) -> bytes:
    return write_organisations(organisations(register, publisher_of(register)))


def _annotations(register: OpenRegister, language: Language) -> bytes:
    return msgspec.json.encode(passages_page(register, language))


def _linked_data(register: OpenRegister, language: Language) -> bytes:
    files = [(file.media_type, register.file(language, name)) for name, file in FILES.items()]
    return msgspec.json.encode(
        [
            dataset_data(register, language, [Distribution(kind, address) for kind, address in files if address]),
            plan_data(register, language),
            *(commitment_data(register, one, language) for one in register.all(Commitment)),
            *(document_data(register, one, language) for one in register.all(CitedDocument)),
        ]
    )


FILES: dict[str, File] = {
    "register.xlsx": File(xlsx_sheet.MEDIA_TYPE, partial(_xlsx, tuple(SHEETS))),
    **{f"{sheet}.csv": File("text/csv", partial(_csv, sheet)) for sheet in SHEETS},
    **{f"{sheet}.xlsx": File(xlsx_sheet.MEDIA_TYPE, partial(_xlsx, (sheet,))) for sheet in SHEETS},
    "register.jsonl": File("application/jsonl", _json_lines),
    "calendar.ics": File(dates_calendar.MEDIA_TYPE, write_calendar),
    "feed.atom": File(ATOM, write_changes),
    "iati-activities.xml": File("application/xml", _iati_activities),
    "iati-organisations.xml": File("application/xml", _iati_organisations),
    "annotations.jsonld": File("application/ld+json", _annotations),
    "register.jsonld": File("application/ld+json", _linked_data),
}

# The files of each format, as the command line offers them.
FORMATS: dict[str, tuple[str, ...]] = {
    "iati": ("iati-activities.xml", "iati-organisations.xml"),
    "ical": ("calendar.ics",),
    "atom": ("feed.atom",),
    "csv": tuple(f"{sheet}.csv" for sheet in SHEETS),
    "xlsx": ("register.xlsx",),
    "jsonl": ("register.jsonl",),
    "annotations": ("annotations.jsonld",),
    "jsonld": ("register.jsonld",),
}

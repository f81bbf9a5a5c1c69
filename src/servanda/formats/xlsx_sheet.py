"""Sheets as an XLSX workbook, one worksheet each, headings in one language; and back.

Texts are stored as texts, so that none of them is a formula; days are days; a number is a number where the format holds
it exactly (it keeps doubles), else a text. The same sheets give the same bytes on any day.
"""

import datetime
import errno
import io
import math
import re
import zipfile
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from lxml.etree import SerialisationError
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell as XlsxCell
from openpyxl.cell.cell import MergedCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.xml.functions import tostring

from servanda.formats.sheet import Cell, Column, Sheet, SheetError, shown
from servanda.formats.sheet_cells import guarded, lay_out
from servanda.lexicon.language import Language
from servanda.text.loaders.limits import LIMITS, Limits

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FIRST_DAY = datetime.date(1900, 3, 1)  # before it the format counts a day that never was
_EPOCH = datetime.datetime(2000, 1, 1)  # noqa: DTZ001 the format knows no time zones
_DIGITS = 15  # of a number, that a double and every spreadsheet keeps
_LONGEST = 32_767  # characters that the format allows a cell
_MOST_ROWS, _MOST_COLUMNS = 100_000, 200
# The format writes a character as _xHHHH_; where that stands in a text, its first sign is written so.
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_WIDTHS = {"text": 28, "number": 16, "day": 12, "period": 14}
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_CORE = "docProps/core.xml"
_DAMAGED = "not an XLSX workbook, or a damaged one: open it in a spreadsheet and save it again as .xlsx"


def write_xlsx(sheets: Sequence[Sheet], language: Language) -> bytes:
    """Return a workbook with a worksheet for each sheet, named by its id.

    Raises SheetError for a text longer than a cell may be, and OSError where there is no room for temporary files.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        _fill(book.create_sheet(sheet.id), sheet, language)
    file = io.BytesIO()
    try:
        book.save(file)
    except SerialisationError as error:  # what lxml makes of a file that cannot be written
        raise OSError(errno.ENOSPC, f"the folder for temporary files takes no worksheet ({error})") from error
    book.properties.created = book.properties.modified = _EPOCH
    return _steady(file.getvalue(), {_CORE: tostring(book.properties.to_tree())})


def read_xlsx(
    content: bytes, identity: str, key: tuple[str, ...], columns: Sequence[Column], limits: Limits = LIMITS
) -> Sheet:
    """Return the sheet of the worksheet that is named so, or of the only one there is.

    A formula is not computed: a problem says where it stands. Raises SheetError for what is no workbook, has no such
    worksheet, or holds more than the limits allow.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(member.file_size for member in archive.infolist())
        if unpacked > limits.archive_bytes:
            raise SheetError("unpacks to far more than a table; check where it comes from")
        book = load_workbook(io.BytesIO(content), read_only=True)
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, OSError, TypeError) as error:
        raise SheetError(_DAMAGED) from error
    names = book.sheetnames
    if identity not in names and len(names) != 1:
        raise SheetError(f"no worksheet is called “{identity}”; there are: {', '.join(names)}")
    worksheet = book[identity if identity in names else names[0]]
    worksheet.reset_dimensions()  # a file may claim any size
    formulas: dict[tuple[int, int], str] = {}
    try:
        rows = [_row(cells, number, formulas) for number, cells in _bounded(worksheet.iter_rows(max_col=_MOST_COLUMNS))]
    except (KeyError, ValueError, TypeError, SyntaxError, zipfile.BadZipFile) as error:
        raise SheetError(_DAMAGED) from error
    finally:
        book.close()
    headings = [shown(cell) for cell in rows[0]] if rows else []
    if not any(headings):
        raise SheetError("the first row must hold the headings of the columns")
    return lay_out(identity, key, columns, headings, enumerate(rows[1:], 2), formulas)


def _fill(worksheet: Worksheet, sheet: Sheet, language: Language) -> None:
    worksheet.freeze_panes = "B2"
    for place, column in enumerate(sheet.columns, 1):
        worksheet.column_dimensions[get_column_letter(place)].width = _WIDTHS[column.kind]
        heading = worksheet.cell(1, place)
        _set_text(heading, column.heading.in_language(language))
        heading.font, heading.alignment = Font(bold=True), _WRAPPED
    for line, (number, row) in enumerate(sheet.numbered(), 2):
        for place, cell in enumerate(row, 1):
            if cell is None:
                continue  # an empty cell takes as long to write as a full one
            if isinstance(cell, str) and len(cell) > _LONGEST:
                raise SheetError(f"{sheet.id}, row {number}: XLSX holds {_LONGEST:,} characters a cell; use CSV")
            _set(worksheet.cell(line, place), cell)


def _set(place: XlsxCell | MergedCell, cell: Cell) -> None:
    if isinstance(cell, Decimal):
        if len("".join(map(str, cell.as_tuple().digits)).rstrip("0")) <= _DIGITS:  # normalize() would round
            place.value = int(cell) if cell == cell.to_integral() else float(cell)
        else:
            _set_text(place, shown(cell))
    elif isinstance(cell, datetime.date) and cell >= _FIRST_DAY:
        place.value = cell
        place.number_format = "yyyy-mm-dd"
    else:
        _set_text(place, shown(cell))


def _set_text(place: XlsxCell | MergedCell, text: str) -> None:
    place.value = _ESCAPE.sub("_x005F_", text)
    place.data_type = "s"
    if "\n" in text:
        place.alignment = _WRAPPED
    if guarded(text) != text:
        place.quotePrefix = True  # edited in a spreadsheet, it stays a text


def _bounded(rows: Iterator[Any]) -> Iterator[tuple[int, Any]]:
    for number, row in enumerate(rows, 1):
        if number > _MOST_ROWS:
            raise SheetError(f"has more than {_MOST_ROWS:,} rows; split it")
        yield number, row


def _row(cells: Sequence[Any], number: int, formulas: dict[tuple[int, int], str]) -> list[Cell]:
    """Return the cells of a row up to the last in which something stands; its formulas go among ``formulas``."""
    row: list[Cell] = []
    for place, cell in enumerate(cells):
        if cell.data_type == "f":
            formulas[number, place] = str(cell.value)
        elif cell.value is not None:
            row += [None] * (place - len(row))
            row.append(_read(cell.value))
    return row


def _read(value: Any) -> Cell:  # noqa: ANN401 whatever a spreadsheet holds
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int) or (isinstance(value, float) and math.isfinite(value)):
        return Decimal(repr(value))  # the shortest decimal that is this double
    if isinstance(value, datetime.datetime):
        return value.date() if value.time() == datetime.time() else value.isoformat(sep=" ")
    if isinstance(value, datetime.date):
        return value
    return str(value).replace("_x005F_x", "_x")


def _steady(workbook: bytes, instead: dict[str, bytes]) -> bytes:
    """Return a workbook whose archive tells no time, some of its parts replaced."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            part = zipfile.ZipInfo(member.filename, _EPOCH.timetuple()[:6])
            part.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(part, instead.get(member.filename) or old.read(member))
    return file.getvalue()

"""A sheet as CSV (RFC 4180): one heading row of column ids, UTF-8, lines ended by CR LF.

With ``mark`` the file begins with a byte order mark, by which Excel knows UTF-8. Semicolons and tabs, which Excel puts
between cells in other languages, are understood when reading.
"""

import csv
import io
from collections.abc import Sequence

from servanda.formats.sheet import Column, Sheet, SheetError
from servanda.formats.sheet_cells import lay_out, unguarded, written

_SEPARATORS = (",", ";", "\t")


def write_csv(sheet: Sheet, *, mark: bool = False) -> bytes:
    """Return a sheet as CSV."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(column.id for column in sheet.columns)
    writer.writerows([written(cell) for cell in row] for row in sheet.rows)
    return file.getvalue().encode("utf-8-sig" if mark else "utf-8")


def read_csv(content: bytes, identity: str, key: tuple[str, ...], columns: Sequence[Column]) -> Sheet:
    """Return the sheet that a CSV file holds, its columns in the order of the file.

    Raises SheetError when the file is not UTF-8, is no CSV, or has no heading row.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SheetError(f"not UTF-8 at byte {error.start}: save the file as “CSV UTF-8”") from error
    head = text[: text.find("\n") + 1] or text
    separator = max(_SEPARATORS, key=head.count)
    try:
        rows = list(enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True), 1))
    except csv.Error as error:
        raise SheetError(f"not CSV: {error}; save the file again as CSV") from error
    if not rows:
        raise SheetError("the file is empty: its first row must hold the headings of the columns")
    plain = ((number, [unguarded(cell) for cell in row]) for number, row in rows[1:])
    return lay_out(identity, key, columns, rows[0][1], plain)

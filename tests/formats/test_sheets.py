import datetime
import io
import re
import zipfile
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from servanda.formats.csv_sheet import read_csv, write_csv
from servanda.formats.sheet import Column, Problem, Sheet, SheetError
from servanda.formats.xlsx_sheet import read_xlsx, write_xlsx
from servanda.register.wording import Wording
from servanda.text.loaders.limits import Limits

COLUMNS = (
    Column("reference", Wording("Reference", "Référence", "Referencia")),
    Column("title", Wording("Title", "Titre", "Título")),
    Column("amount", Wording("Amount", "Montant", "Importe"), "number"),
    Column("since", Wording("Since", "Depuis", "Desde"), "day"),
    Column("due", Wording("Due", "Échéance", "Vencimiento"), "period"),
)
TRICKY = (
    "=1+1", "+1", "-1", "@now", "\tx", "'=1", "''=1", "'tis", "'", "two\nlines", " space ", "a;b,c", 'say "so"',
    "_x000D_", "_x005F_x000D_", "#N/A", "TRUE", "007", "é ñ – «»", "2026-03-31", "1e3",
)  # fmt: skip


def sheet(*rows):
    return Sheet("things", COLUMNS, ("reference",), rows)


texts = st.one_of(
    st.sampled_from(TRICKY),
    st.text(
        st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff") | st.sampled_from("\n\t"),
        min_size=1,
    ),
)
rows = st.tuples(
    texts,
    st.none() | texts,
    st.none() | st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30),
    st.none() | st.dates(),
    st.none() | st.sampled_from(("2026", "2026-Q4", "2026-03-31", "2025-11-27/2025-11-28")),
)
sheets = st.lists(rows, max_size=8).map(lambda found: sheet(*found))


@given(sheets, st.booleans())
def test_what_is_written_as_csv_is_read_as_it_was(made, mark):
    assert read_csv(write_csv(made, mark=mark), "things", ("reference",), COLUMNS) == made


@given(sheets, st.sampled_from(("en", "fr", "es")))
def test_what_is_written_as_xlsx_is_read_as_it_was_in_any_language(made, language):
    assert read_xlsx(write_xlsx([made], language), "things", ("reference",), COLUMNS) == made


@pytest.mark.parametrize("text", TRICKY)
def test_no_text_reaches_a_spreadsheet_as_a_formula(text):
    made = sheet((text, text, None, None, None))

    assert not re.search(r'(?:^|[,\n"])[=+\-@\t]', write_csv(made).decode().partition("\r\n")[2])
    cell = load_workbook(io.BytesIO(write_xlsx([made], "en"))).active["B2"]
    assert cell.data_type == "s"
    assert cell.quotePrefix == (text[0] in "=+-@\t" or text.startswith(("'=", "''=")))


def test_a_number_that_the_format_would_round_is_kept_as_text():
    written = ("12345678901234567.89", "168574467.44070333", "123999999999999999999999.999999999999999", "0.1", "1E+30")
    numbers = [Decimal(one) for one in written]
    content = write_xlsx([sheet(*(("a", None, number, None, None) for number in numbers))], "en")

    cells = load_workbook(io.BytesIO(content)).active["C"]
    assert [cell.data_type for cell in cells[1:]] == ["s", "s", "s", "n", "n"]
    assert [row[2] for row in read_xlsx(content, "things", ("reference",), COLUMNS).rows] == numbers


def test_days_are_days_in_a_spreadsheet():
    day = datetime.date(2026, 3, 31)
    content = write_xlsx([sheet(("a", None, None, day, None))], "fr")

    worksheet = load_workbook(io.BytesIO(content)).active
    assert [cell.value for cell in worksheet[1]] == ["Référence", "Titre", "Montant", "Depuis", "Échéance"]
    assert worksheet["D2"].is_date
    assert worksheet["D2"].value.date() == day
    assert worksheet.freeze_panes == "B2"


def test_the_same_sheet_gives_the_same_bytes():
    made = sheet(("a", "b", Decimal(1), datetime.date(2026, 1, 1), "2026"))

    assert write_xlsx([made], "en") == write_xlsx([made], "en")
    assert b"2000-01-01T00:00:00Z" in _part(write_xlsx([made], "en"), "docProps/core.xml")


def _part(workbook, name):
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        return archive.read(name)


def test_columns_may_come_in_any_order_under_their_id_or_their_heading_in_any_language():
    content = "Titre;REFERENCE;importe\r\nUn pont;A1;12.50\r\n".encode("utf-8-sig")

    read = read_csv(content, "things", ("reference",), COLUMNS)

    assert [column.id for column in read.columns] == ["title", "reference", "amount"]
    assert read.rows == (("Un pont", "A1", Decimal("12.50")),)


def test_empty_rows_are_left_out_and_the_others_keep_their_numbers():
    read = read_csv(b"reference,title\r\n,\r\nA1,x\r\n\r\nA2,y\r\n", "things", ("reference",), COLUMNS)

    assert read.rows == (("A1", "x"), ("A2", "y"))
    assert read.row_numbers == (3, 5)


def test_what_a_spreadsheet_makes_of_a_cell_is_taken_as_its_column_means_it():
    book = Workbook()
    book.active.append(["Reference", "Amount", "Since", "Due", "Title"])
    book.active.append([7, "12.5", "2026-03-31", datetime.date(2026, 4, 1), True])
    file = io.BytesIO()
    book.save(file)

    read = read_xlsx(file.getvalue(), "things", ("reference",), COLUMNS)

    assert read.rows == (("7", Decimal("12.5"), datetime.date(2026, 3, 31), "2026-04-01", "yes"),)


def test_a_formula_and_a_column_that_stands_twice_are_problems():
    book = Workbook()
    book.active.append(["reference", "amount", "Title", "titre"])
    book.active.append(["A1", "=1+1", "x", "y"])
    file = io.BytesIO()
    book.save(file)

    read = read_xlsx(file.getvalue(), "things", ("reference",), COLUMNS)

    assert read.rows == (("A1", None, "x"),)
    assert read.problems == (
        Problem("repeated_column", 1, "title", "titre"),
        Problem("formula", 2, "amount", "=1+1"),
    )


@pytest.mark.parametrize(
    ("read", "content", "said"),
    [
        (read_csv, "référence\n".encode("latin-1"), "UTF-8"),
        (read_csv, b'"open\n', "not CSV"),
        (read_csv, b"", "empty"),
        (read_xlsx, b"no workbook", "XLSX"),
        (read_xlsx, b"PK\x05\x06" + bytes(18), "XLSX"),
    ],
)
def test_what_is_no_table_is_refused_with_what_to_do(read, content, said):
    with pytest.raises(SheetError, match=said):
        read(content, "things", ("reference",), COLUMNS)


def test_a_workbook_with_other_worksheets_or_beyond_the_limits_is_refused():
    content = write_xlsx([sheet(), Sheet("others", COLUMNS, ("reference",), ())], "en")

    with pytest.raises(SheetError, match="no worksheet is called “money”; there are: things, others"):
        read_xlsx(content, "money", ("reference",), COLUMNS)
    with pytest.raises(SheetError, match="unpacks"):
        read_xlsx(content, "things", ("reference",), COLUMNS, Limits(archive_bytes=100))


def altered(*changes):
    """Return a workbook of one row, a and b, with something else in its worksheet."""
    file = io.BytesIO()
    content = write_xlsx([sheet(("a", "b", None, None, None))], "en")
    with zipfile.ZipFile(io.BytesIO(content)) as whole, zipfile.ZipFile(file, "w") as changed:
        for name in whole.namelist():
            part = whole.read(name)
            for old, new in changes if name == "xl/worksheets/sheet1.xml" else ():
                assert old in part
                part = part.replace(old, new)
            changed.writestr(name, part)
    return file.getvalue()


def bomb():
    """Return entities of which the last stands for ten billion characters."""
    letters = b"abcde"
    entities = [b'<!ENTITY a "%s">' % (b"x" * 100)]
    entities += [b'<!ENTITY %c "%s">' % (letter, b"&%c;" % (letter - 1) * 100) for letter in letters[1:]]
    return b"<!DOCTYPE worksheet [" + b"".join(entities) + b"]><worksheet "


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ([(b"</sheetData>", b"")], "damaged"),
        ([(b"<worksheet ", bomb()), (b"<t>b</t>", b"<t>&e;</t>")], "damaged"),
        ([(b'r="2"', b'r="1048576"')], "more than 100,000 rows"),
    ],
)
def test_a_broken_or_hostile_worksheet_is_refused(changes, said):
    with pytest.raises(SheetError, match=said):
        read_xlsx(altered(*changes), "things", ("reference",), COLUMNS)


def test_a_cell_far_beyond_the_table_costs_nothing():
    far = read_xlsx(altered((b'r="B2"', b'r="XFD2"')), "things", ("reference",), COLUMNS)

    assert far.rows == (("a", None, None, None, None),)


def test_a_number_beyond_all_numbers_is_no_number():
    content = altered((b'<c r="B2" t="inlineStr"><is><t>b</t></is></c>', b'<c r="C2"><v>1e999</v></c>'))

    assert read_xlsx(content, "things", ("reference",), COLUMNS).rows[0][2] == "inf"


def test_a_text_that_a_cell_cannot_hold_is_refused_not_cut():
    with pytest.raises(SheetError, match="row 2"):
        write_xlsx([sheet(("a" * 32_768, None, None, None, None))], "en")


@pytest.mark.parametrize("cell", ["", "a\rb", "\x00", Decimal("NaN")])
def test_a_sheet_holds_nothing_that_a_file_would_lose(cell):
    with pytest.raises(ValueError, match="row 2"):
        sheet((cell, None, None, None, None))

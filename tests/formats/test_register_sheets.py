import datetime
from decimal import Decimal

import example_register
import msgspec
import pytest

from servanda.formats.csv_sheet import read_csv, write_csv
from servanda.formats.open_register import narrowed
from servanda.formats.problem_words import told_problem
from servanda.formats.register_sheets import SHEETS
from servanda.formats.sheet import Problem, ProblemCode
from servanda.formats.sheet_differences import Differences, differences
from servanda.formats.xlsx_sheet import read_xlsx, write_xlsx
from servanda.lexicon.exports import export_words
from servanda.lexicon.language import LANGUAGES
from servanda.register.forum import Forum
from servanda.register.period import Period
from servanda.register.reporting import Report
from servanda.register.wording import Statement

PLANS = ("example", "canada-mexico-2025-2028")
COLUMNS = {
    "commitments": (
        "reference", "pillar", "area", "parent", "title_en", "title_fr", "title_es", "summary_en", "summary_fr",
        "summary_es", "promisors", "owners", "force", "stage", "verifiable", "spoken", "deadline", "deadline_basis",
        "recurrence", "control", "passages", "official_XN", "official_XS", "official_merle", "evidence",
        "evidence_step", "evidence_since", "schedule", "due", "days", "as_at",
    ),
    "money": (
        "contribution", "transaction", "type", "name_en", "name_fr", "name_es", "provider", "implementers", "part_of",
        "commitments", "stage", "amount", "unit", "date", "currency_basis", "note_en", "note_fr", "note_es",
        "documents",
    ),
    "meetings": (
        "meeting", "forum", "when", "standing", "place_en", "place_fr", "place_es", "summary_en", "summary_fr",
        "summary_es", "commitments", "documents",
    ),
    "happenings": (
        "happening", "when", "type", "certainty", "title_en", "title_fr", "title_es", "summary_en", "summary_fr",
        "summary_es", "place_en", "place_fr", "place_es", "commitments", "bearings", "documents",
    ),
    "reports": (
        "report", "commitment", "party", "date", "standing", "round", "written_in", "happened", "next_step", "next_by",
        "obstacle", "cause", "summary_en", "summary_fr", "summary_es", "documents",
    ),
}  # fmt: skip


def rows(sheet):
    return [dict(zip(sheet.places(), row, strict=True)) for row in sheet.rows]


@pytest.mark.parametrize("name", SHEETS)
def test_the_columns_are_the_published_ones_and_their_headings_differ_in_every_language(name):
    sheet = SHEETS[name](example_register.register())

    assert tuple(sheet.places()) == COLUMNS[name]
    for language in LANGUAGES:
        assert len({column.heading.in_language(language).casefold() for column in sheet.columns}) == len(sheet.columns)


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("name", SHEETS)
def test_a_table_that_went_out_and_came_back_changes_nothing(name, plan):
    sheet = SHEETS[name](example_register.register(plan))

    for back in (
        read_csv(write_csv(sheet, mark=True), name, sheet.key, sheet.columns),
        read_xlsx(write_xlsx([sheet], "fr"), name, sheet.key, sheet.columns),
    ):
        assert back == sheet
        assert differences(sheet, back) == Differences((), ())


def test_a_commitment_comes_with_its_three_axes_and_the_day():
    register = example_register.register()
    row = next(row for row in rows(SHEETS["commitments"](register)) if row["reference"] == "W06")
    assessment = register.assessments["W06"]

    assert row["evidence"] == assessment.evidence.value
    assert row["schedule"] == assessment.schedule.value
    assert row["official_XN"] == next(one.value for one in assessment.official if one.party == "XN")
    assert row["as_at"] == register.day


def test_every_transaction_stands_in_a_row_of_its_own_with_its_stage():
    money = rows(SHEETS["money"](example_register.register()))
    fund = [(row["transaction"], row["stage"], row["amount"]) for row in money if row["contribution"] == "sudria-fund"]

    assert fund[0] == (Decimal(1), "announced", Decimal(12500000))
    assert [stage for _, stage, _ in fund] == ["announced", *["planned"] * 4, *["disbursed"] * 2]


def test_a_partys_own_report_is_kept_in_its_own_words():
    report = Report(
        "r1", "W06", "XN", "in_progress", datetime.date(2026, 1, 5), Statement("fr", "Le dragage\na repris."),
        next_step=Statement("fr", "Sonder"), next_by=Period("2026-Q3"),
    )  # fmt: skip

    row = rows(SHEETS["reports"](example_register.with_records(report)))[-1]

    assert (row["report"], row["written_in"], row["happened"]) == ("r1", "fr", "Le dragage\na repris.")
    assert (row["date"], row["next_by"]) == ("2026-01-05", "2026-Q3")


def test_a_narrowed_register_keeps_what_bears_on_its_commitments():
    register = narrowed(example_register.register(), {"W06"})

    assert [row["reference"] for row in rows(SHEETS["commitments"](register))] == ["W06"]
    assert {row["contribution"] for row in rows(SHEETS["money"](register))} == {"norland-works", "norland-channel"}
    meetings = rows(SHEETS["meetings"](register))
    assert all(row["forum"] == "water-group" or "W06" in row["commitments"] for row in meetings)
    assert {row["forum"] for row in meetings} == {forum.id for forum in register.all(Forum)}
    assert set(register.assessments) == {"W06"}
    assert all("W06" in row["commitments"] for row in rows(SHEETS["happenings"](register)))
    assert {row["commitment"] for row in rows(SHEETS["reports"](register))} == {"W06"}


def test_every_problem_is_told_in_every_language_with_its_place_filled_in():
    sheet = SHEETS["commitments"](example_register.register())
    for language in LANGUAGES:
        assert set(export_words(language).problems) == set(msgspec.inspect.type_info(ProblemCode).values)
        for code in export_words(language).problems:
            said = told_problem(Problem(code, 3, "force", "x", ("firm", "intended")), sheet.columns, language)
            assert "{" not in said
            assert said.endswith(".")
    said = told_problem(Problem("unknown_value", 3, "force", "x", ("firm", "intended")), sheet.columns, "es")
    assert said == "«x» no se conoce en «Fuerza». Use: firm, intended."

"""A table leaves, is changed in a spreadsheet, and comes back as ordinary acts."""

import csv
import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from servanda.register.contribution import Contribution
from servanda.register.forum import Meeting
from servanda.register.happening import Happening
from servanda.register.proposal import Proposal
from servanda.register.reporting import Report
from servanda_portal.accounts.models import Membership
from servanda_portal.entries.models import Ledger
from servanda_portal.queries.registers import register

pytestmark = pytest.mark.django_db
PLAN = "merle-2024-2027"
ADDRESS = f"/en/plans/{PLAN}/work/spreadsheet/"


def enter(client, holder, role):
    membership = Membership.objects.get(register=PLAN, holder=holder, role=role, user__demonstration=True)
    client.force_login(membership.user, "servanda_portal.accounts.demonstration.DemonstrationBackend")


def taken(client, table):
    content = client.get(f"/en/plans/{PLAN}/{table}.csv").content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(content, newline="")))


def sent(client, table, rows, *, name="table.csv", content=None):
    if content is None:
        file = io.StringIO(newline="")
        writer = csv.DictWriter(file, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
        content = file.getvalue().encode()
    data = {"table": table, "reason": "From our table.", "file": SimpleUploadedFile(name, content)}
    return client.post(ADDRESS, data)


def confirmed(client, answer):
    assert answer.context["acts"], (
        answer.context["problems"],
        answer.context["planned"],
        answer.context["form"].errors,
    )
    before = Ledger.objects.get(register=PLAN).size
    assert client.post(ADDRESS, {"acts": answer.context["acts"]}).status_code == 302
    return Ledger.objects.get(register=PLAN).size - before


def test_a_table_that_was_not_changed_changes_nothing(client):
    enter(client, "XN", "party_lead")
    for table in ("commitments", "money", "meetings", "happenings", "reports"):
        answer = sent(client, table, taken(client, table))
        assert (answer.context["planned"], answer.context["problems"]) == ([], []), table
        assert "The file changes nothing" in answer.content.decode()


def test_a_changed_title_is_proposed_and_in_force_for_nobody_yet(client):
    enter(client, "XN", "party_lead")
    rows = taken(client, "commitments")
    rows[2]["title_en"] = "Shorter waits at the locks"
    answer = sent(client, "commitments", rows)
    (planned,) = answer.context["planned"]
    assert planned.words == f"Proposed: Amend a commitment · {rows[2]['reference']}"
    assert confirmed(client, answer) == 1
    proposal = register(PLAN).state.all(Proposal)[-1]
    assert (proposal.proposer, proposal.standing) == ("XN", "open")


def test_a_workbook_comes_back_as_a_table_of_comma_separated_values_does(client):
    enter(client, "merle", "reviewer")
    book = load_workbook(io.BytesIO(client.get(f"/en/plans/{PLAN}/meetings.xlsx").content))
    sheet = book["meetings"]
    headings = [cell.value for cell in sheet[1]]
    place = next(index for index, name in enumerate(headings) if re.match(r"Summary.*(English|en)|summary_en", name))
    sheet.cell(row=2, column=place + 1).value = "First meeting, told better."
    file = io.BytesIO()
    book.save(file)
    answer = sent(client, "meetings", [], name="meetings.xlsx", content=file.getvalue())
    assert confirmed(client, answer) == 1
    assert any(one.summary.en == "First meeting, told better." for one in register(PLAN).state.all(Meeting))


def test_new_rows_make_reports_money_and_happenings(client):
    enter(client, "XN", "reporter")
    reports = taken(client, "reports")
    fresh = dict.fromkeys(reports[0], "") | {
        "report": "2026-S01-XN", "commitment": "S01", "party": "XN", "date": "2026-11-20", "standing": "in_progress",
        "happened": "Forty more.",
    }  # fmt: skip
    answer = sent(client, "reports", [*reports, fresh])
    assert confirmed(client, answer) == 1
    assert register(PLAN).state.get(Report, "2026-S01-XN").happened.text == "Forty more."
    money = taken(client, "money")
    last = next(row for row in reversed(money) if row["contribution"] == "norland-plan")
    again = {**last, "transaction": "9"}
    assert confirmed(client, sent(client, "money", [*money, again])) == 1
    assert len(register(PLAN).state.get(Contribution, "norland-plan").transactions) == 4


def test_every_problem_is_told_by_row_and_column_and_nothing_can_be_recorded(client):
    enter(client, "XN", "party_lead")
    rows = taken(client, "commitments")
    rows[1]["force"], rows[4]["deadline"] = "iron", "soon"
    answer = sent(client, "commitments", rows)
    problems = answer.context["problems"]
    assert [(row, column) for row, column, _ in problems] == [(3, "force"), (6, "deadline")]
    assert not answer.context["acts"]
    assert "Nothing can be recorded as it stands" in answer.content.decode()


def test_what_the_rules_would_refuse_is_told_before_anything_is_recorded(client):
    enter(client, "XS", "reporter")
    money = taken(client, "money")
    next(one for one in money if one["contribution"] == "norland-plan")["amount"] = "1"
    answer = sent(client, "money", money)
    assert "another party’s own affair" in answer.context["planned"][0].refusal
    assert not answer.context["acts"]
    assert register(PLAN).state.get(Contribution, "norland-plan").transactions[0].amount > 1


def test_rows_that_are_left_out_stay(client):
    enter(client, "merle", "reviewer")
    before = len(register(PLAN).state.all(Happening))
    rows = taken(client, "happenings")
    answer = sent(client, "happenings", rows[:5])
    assert answer.context["left_out"] == len(rows) - 5
    assert not answer.context["acts"]
    assert len(register(PLAN).state.all(Happening)) == before


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not a workbook", b"\xff\xfe\x00", b"one\ntwo\n"])
def test_a_file_that_is_no_table_is_refused_with_what_to_do(client, content):
    enter(client, "XN", "party_lead")
    answer = sent(client, "money", [], content=content)
    assert answer.status_code == 200
    assert answer.context["form"].errors or answer.context["problems"]


def test_a_preview_that_was_tampered_with_records_nothing(client):
    enter(client, "XN", "party_lead")
    assert client.post(ADDRESS, {"acts": "W10:abc:def"}).status_code == 400

import csv
import errno
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner

from servanda.formats.files import FILES, FORMATS
from servanda_cli.main import app

ROOT = Path(__file__).parents[2]
PLAN = ROOT / "plans" / "example"


def servanda(*arguments):
    return CliRunner().invoke(app, ["export", *map(str, arguments)])


def servanda_alone(*arguments, seed):
    """Run the program in a process of its own, where hashes have another seed."""
    command = [sys.executable, "-c", "from servanda_cli.main import run; run()", "export", *map(str, arguments)]
    subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, check=True, timeout=60)


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_written_into_a_folder_under_its_published_names(form, tmp_path):
    done = servanda("--plan", PLAN, "--format", form, "--output", tmp_path / "out", "--language", "es")

    assert done.exit_code == 0, done.stderr
    assert done.stdout.splitlines() == [str(tmp_path / "out" / name) for name in FORMATS[form]]
    assert all((tmp_path / "out" / name).stat().st_size for name in FORMATS[form])


def test_the_help_names_every_format_and_shows_an_example():
    said = servanda("--help").stdout

    assert "|".join(FORMATS) in "".join(said.split())
    assert "servanda export --plan plans/example" in said
    assert {name for names in FORMATS.values() for name in names} <= set(FILES)


def test_one_file_may_have_a_name_of_its_own_and_headings_are_in_the_language(tmp_path):
    servanda("--plan", PLAN, "--format", "xlsx", "--output", tmp_path / "plan.xlsx", "--language", "fr")

    book = load_workbook(tmp_path / "plan.xlsx")
    assert book.sheetnames == ["commitments", "money", "meetings", "happenings", "reports"]
    assert book["commitments"]["A1"].value == "Référence"


def test_csv_has_the_ids_of_columns_and_every_commitment(tmp_path):
    servanda("--plan", PLAN, "--format", "csv", "--output", tmp_path)

    rows = list(csv.DictReader(io.StringIO((tmp_path / "commitments.csv").read_text(encoding="utf-8-sig"))))
    assert len(rows) == len({row["reference"] for row in rows}) > 20
    assert all(row["title_fr"] and row["evidence"] and row["as_at"] == "2026-06-30" for row in rows)


def test_links_lead_to_the_site_where_there_is_one(tmp_path):
    arguments = ("--plan", PLAN, "--format", "jsonld", "--output")
    servanda(*arguments, tmp_path / "nowhere.jsonld")
    servanda(*arguments, tmp_path / "site.jsonld", "--site", "https://commitments.example")

    nowhere, site = (json.loads((tmp_path / f"{name}.jsonld").read_bytes()) for name in ("nowhere", "site"))
    assert nowhere[0]["@id"] == "urn:servanda:merle-2024-2027#data"
    assert site[0]["distribution"][0]["contentUrl"] == (
        "https://commitments.example/en/plans/merle-2024-2027/register.xlsx"
    )


@pytest.mark.parametrize("form", ["xlsx", "jsonl"])
def test_the_same_plan_gives_the_same_bytes(form, tmp_path):
    for seed in ("1", "2"):
        servanda_alone("--plan", PLAN, "--format", form, "--output", tmp_path / f"{seed}.out", seed=seed)

    assert (tmp_path / "1.out").read_bytes() == (tmp_path / "2.out").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--plan", "nowhere", "--format", "csv", "--output", "out"), "nowhere: no such plan folder"),
        (("--plan", PLAN, "--format", "pdf", "--output", "out"), "none of iati, ical"),
        (("--plan", PLAN, "--format", "csv", "--output", "out", "--language", "de"), "none of en, fr, es"),
        (("--plan", PLAN, "--format", "jsonl", "--output", "/dev/null/x.jsonl"), "/dev/null"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line_with_status_2(arguments, said, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = servanda(*arguments)

    assert done.exit_code == 2
    assert said in " ".join(done.stderr.split())
    assert done.exception is None or isinstance(done.exception, SystemExit)


@pytest.mark.parametrize("site", ["norland.example", "https://", "ftp://norland.example", "https://a b", 'https://a"b'])
def test_a_site_that_is_no_address_is_refused(tmp_path, site):
    done = servanda("--plan", PLAN, "--format", "atom", "--output", tmp_path / "x.atom", "--site", site)

    assert done.exit_code == 2
    assert "is no address" in done.output
    assert not list(tmp_path.iterdir())


def test_what_was_exported_before_stays_whole_where_the_disk_is_full(tmp_path, monkeypatch):
    (tmp_path / "x.jsonl").write_text("before", encoding="utf-8")

    def full(_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("servanda_cli.whole_files.os.fsync", full)
    done = servanda("--plan", PLAN, "--format", "jsonl", "--output", tmp_path / "x.jsonl")

    assert done.exit_code == 2
    assert done.output.endswith("x.jsonl: No space left on device; name another --output\n")
    assert [path.read_text(encoding="utf-8") for path in tmp_path.iterdir()] == ["before"]

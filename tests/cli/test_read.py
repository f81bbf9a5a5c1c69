import json
import os
import subprocess
import sys

import pytest

TEXT = """Joint statement of Ireland and Ghana

Accra, 4 May 2026

The two countries agreed to open a training centre in Kumasi by 31 March 2027. Ireland will provide 2.5 million euros.
"""
SERVANDA = [sys.executable, "-c", "from servanda_cli.main import run; run()"]


def servanda(*arguments, seed="0", cwd=None):
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    return subprocess.run(
        [*SERVANDA, *map(str, arguments)], capture_output=True, env=environment, cwd=cwd, check=False, timeout=60
    )


@pytest.fixture
def statement(tmp_path):
    path = tmp_path / "statement.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_json_lines_have_the_published_shape_and_every_span_cuts_to_its_quote(statement):
    done = servanda("read", statement, "--format", "jsonl")

    assert done.returncode == 0, done.stderr
    reading = json.loads(done.stdout)
    assert list(reading) == ["document", "mentions", "excluded", "issues", "reader"]
    assert list(reading["document"]) == ["name", "sha256", "language", "date", "title", "publisher", "parts"]
    assert reading["reader"] == "servanda-reader/1"
    assert {"commitment", "money", "date", "actor"} <= {mention["kind"] for mention in reading["mentions"]}
    for mention in reading["mentions"]:
        assert TEXT[mention["start"] : mention["end"]] == mention["quote"]
        assert mention["rule"]


def test_a_commitment_says_who_how_firmly_by_when_and_with_what_money(statement):
    mentions = json.loads(servanda("read", statement, "--format", "jsonl").stdout)["mentions"]
    centre, euros = [mention["value"] for mention in mentions if mention["kind"] == "commitment"]

    assert centre["promisors"] == ["IE", "GH"]
    assert centre["force"] == "firm"
    assert centre["deadline"]["end"] == "2027-03-31"
    assert euros["promisors"] == ["IE"]
    assert euros["money"] == [mention["id"] for mention in mentions if mention["kind"] == "money"]


def test_the_same_input_gives_the_same_bytes_with_any_hash_seed(statement):
    readings = {servanda("read", statement, "--format", "jsonl", seed=seed).stdout for seed in ("0", "1", "4711")}

    assert len(readings) == 1


def test_the_table_groups_by_kind_and_shows_quote_and_value(statement):
    table = servanda("read", statement).stdout.decode()

    assert "Commitments (2)" in table
    assert "EUR 2,500,000" in table


def test_web_annotations_target_the_quote_in_place(statement):
    page = json.loads(servanda("read", statement, "--format", "annotations").stdout)

    assert page["type"] == "AnnotationPage"
    for item in page["items"]:
        quote, position = item["target"]["selector"]
        assert TEXT[position["start"] : position["end"]] == quote["exact"]


def test_an_unreadable_file_is_one_line_and_status_2_and_the_others_are_still_read(statement, tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")

    done = servanda("read", tmp_path, "--format", "jsonl")

    assert done.returncode == 2
    assert len(done.stdout.splitlines()) == 1
    assert len(done.stderr.decode().splitlines()) == 1
    assert "empty.txt" in done.stderr.decode()


def test_a_missing_file_is_one_line_and_status_2(tmp_path):
    done = servanda("read", tmp_path / "nothing.txt")

    assert done.returncode == 2
    assert "nothing.txt" in done.stderr.decode()
    assert len(done.stderr.decode().splitlines()) == 1


@pytest.mark.parametrize(("option", "value"), [("--date", "tomorrow"), ("--language", "de"), ("--format", "xml")])
def test_a_wrong_option_is_refused_with_status_2(statement, option, value):
    done = servanda("read", statement, option, value)

    assert done.returncode == 2
    assert value in done.stderr.decode()


def test_a_plan_that_is_wrong_is_refused_with_status_2_and_its_place(statement, tmp_path):
    plan = tmp_path / "plan"
    plan.mkdir()

    done = servanda("read", statement, "--plan", plan)

    assert done.returncode == 2
    assert "plan.yaml: the file is missing" in done.stderr.decode()


def test_reading_a_plain_text_loads_no_library_for_other_formats(statement):
    heavy = ("django", "docx", "lxml", "pypdfium2", "rich", "typer.rich_utils", "yaml")
    script = (
        "import sys; from pathlib import Path; from servanda_cli.read import read_paths;"
        f"read_paths([Path({str(statement)!r})], 'jsonl', None, None, None);"
        f"print([name for name in {heavy!r} if name in sys.modules], file=sys.stderr)"
    )

    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert done.stderr.strip() == "[]"

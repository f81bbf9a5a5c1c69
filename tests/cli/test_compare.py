import json
import os
import subprocess
import sys

import pytest

RELEASE = """Ireland and Ghana sign a partnership

Dublin, 4 March 2026

Ireland will spend €18 million on vocational schools for girls and €9 million on wells, a total of €27 million. The
first school will open in Kumasi on 15 September 2027.
"""
PAPER = """Ghana counts its schools

Accra, 7 March 2026

Building vocational schools for girls will cost Ireland €24 million, the finance ministry reckons. The first school
is to open in Kumasi on 15 September 2027.
"""
SERVANDA = [sys.executable, "-c", "from servanda_cli.main import run; run()"]


def servanda(*arguments, seed="0"):
    environment = {**os.environ, "PYTHONHASHSEED": seed, "COLUMNS": "200"}
    return subprocess.run(
        [*SERVANDA, *map(str, arguments)], capture_output=True, env=environment, check=False, timeout=60
    )


@pytest.fixture
def texts(tmp_path):
    paths = [tmp_path / "release.txt", tmp_path / "paper.txt"]
    for path, text in zip(paths, (RELEASE, PAPER), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def test_json_lines_have_the_published_shape_and_cite_mentions_that_read_prints(texts):
    done = servanda("compare", *texts, "--format", "jsonl")

    assert done.returncode == 0, done.stderr
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [list(finding) for finding in found] == [["kind", "slot", "mentions", "detail"]] * len(found)
    assert [finding["kind"] for finding in found] == ["corroboration", "conflict", "sum"]
    read = servanda("read", *texts, "--format", "jsonl").stdout.splitlines()
    known = {
        (reading["document"]["name"], mention["id"])
        for reading in map(json.loads, read)
        for mention in reading["mentions"]
    }
    assert {(ref["document"], ref["id"]) for finding in found for ref in finding["mentions"]} <= known


def test_the_table_quotes_every_kind_of_value_that_is_compared(tmp_path):
    release = "The five-year accord is worth €18 million. It is for 1,250 girls. Some 38% pay. It opens on 3 May 2027."
    paper = "Girls (1,250 girls, to be exact) wait for 3 May 2027. Few expected €18 million over five years, or 38%."
    for name, told in (("a.txt", release), ("b.txt", paper)):
        (tmp_path / name).write_text(f"Dublin, 4 March 2026\n\nIreland met Ghana in Accra. {told}", encoding="utf-8")
    done = servanda("compare", tmp_path / "a.txt", tmp_path / "b.txt")

    assert done.returncode == 0, done.stderr
    for value in ("five-year", "€18 million", "1,250 girls", "38%", "3 May 2027"):
        assert f"“{value}”: 2 sources" in done.stdout.decode(), value


def test_values_are_decimal_strings_and_days(texts):
    same, other, adds = map(json.loads, servanda("compare", *texts, "--format", "jsonl").stdout.splitlines())

    assert same["detail"]["value"] == {"of": "days", "start": "2027-09-15", "end": "2027-09-15"}
    assert [position["value"]["low"] for position in other["detail"]["positions"]] == ["17500000", "23500000"]
    assert (adds["detail"]["total"], adds["detail"]["parts"]) == ("27000000", ["18000000", "9000000"])
    assert adds["detail"]["status"] == "confirmed"


def test_the_order_of_the_arguments_and_the_hash_seed_change_nothing(texts):
    outputs = {
        servanda("compare", *order, "--format", "jsonl", seed=seed).stdout
        for order, seed in ((texts, "0"), (texts[::-1], "1"), ([texts[0].parent], "4711"))
    }

    assert len(outputs) == 1


def test_the_table_says_what_agrees_what_differs_and_what_adds_up(texts):
    table = servanda("compare", *texts).stdout.decode()

    for words in ("Agree (1)", "Disagree (1)", "Sums (1)", "€27 million = €18 million + €9 million: confirmed"):
        assert words in table
    assert "“€18 million” (1 source) or “€24 million” (1 source)" in table
    assert "paper.txt: " in table
    assert "3 findings in 2 documents" in table


def test_the_table_counts_one_finding_in_the_singular(tmp_path):
    for name in ("a.txt", "b.txt"):
        told = f"Dublin, 4 March 2026\n\nIreland met Ghana in Accra. Paper {name} says: €18 million for a harbour."
        (tmp_path / name).write_text(told, encoding="utf-8")
    assert "\n1 finding in 2 documents" in servanda("compare", tmp_path).stdout.decode()


def test_two_files_of_one_name_stay_apart(tmp_path):
    for folder, text in (("dublin", RELEASE), ("accra", PAPER)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "text.txt").write_text(text, encoding="utf-8")

    done = servanda("compare", tmp_path / "dublin" / "text.txt", tmp_path / "accra" / "text.txt", "--format", "jsonl")

    (conflict,) = (finding for finding in map(json.loads, done.stdout.splitlines()) if finding["kind"] == "conflict")
    assert {ref["document"] for ref in conflict["mentions"]} == {"text.txt", "text.txt (2)"}


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_compared(texts, tmp_path):
    done = servanda("compare", *texts, tmp_path / "missing.txt", "--format", "jsonl")

    assert done.returncode == 2
    assert len(done.stdout.splitlines()) == 3
    assert b"missing.txt" in done.stderr


def test_a_format_that_does_not_exist_is_wrong_use(texts):
    assert servanda("compare", *texts, "--format", "annotations").returncode == 2

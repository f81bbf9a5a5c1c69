import json
import os
import subprocess
import sys

import pytest

from servanda.formats.finding_lines import finding_line, read_finding_line

ENGLISH = "Oslo, 3 March 2026\n\nNorway will give Malawi 45 buses by 30 June 2027.\n"
FRENCH = "Oslo, le 3 mars 2026\n\nLa Norvège donnera 54 autobus au Malawi d’ici au 30 juin 2027.\n"
SPANISH = "Noruega entregará a Malaui 45 autobuses a más tardar el 30 de junio de 2027.\n"
LATER = "Oslo, 9 March 2027\n\nNorway will give Malawi 45 buses by 30 June 2029.\n"


def servanda(*arguments):
    return subprocess.run(
        [sys.executable, "-c", "from servanda_cli.main import run; run()", "compare", *map(str, arguments)],
        capture_output=True,
        env={**os.environ, "COLUMNS": "160"},
        check=False,
        timeout=60,
        encoding="utf-8",
    )


@pytest.fixture
def texts(tmp_path):
    paths = {name: tmp_path / f"{name}.txt" for name in ("en", "fr", "es", "later")}
    for path, text in zip(paths.values(), (ENGLISH, FRENCH, SPANISH, LATER), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def test_each_gap_is_a_line_that_quotes_every_version(texts):
    done = servanda("--versions", texts["en"], texts["fr"], texts["es"])

    assert done.returncode == 0, done.stderr
    (line,) = [line for line in done.stdout.splitlines() if line.startswith("number")]
    assert "45 buses" in line
    assert "45 autobuses" in line
    assert "54 autobus" in line
    assert "1 gap in 3 versions" in done.stdout


def test_gaps_and_changes_are_json_lines_that_are_read_back(texts):
    gaps = servanda("--versions", texts["en"], texts["fr"], texts["es"], "--format", "jsonl")
    changes = servanda("--change", texts["en"], texts["later"], "--format", "jsonl")

    for done, kind, slot in ((gaps, "language_gap", "number"), (changes, "change", "commitment")):
        assert done.returncode == 0, done.stderr
        (line,) = done.stdout.splitlines()
        finding = json.loads(line)
        assert list(finding) == ["kind", "slot", "mentions", "detail"]
        assert (finding["kind"], finding["slot"]) == (kind, slot)
        assert finding_line(read_finding_line(line.encode())).decode() == line


def test_a_version_without_a_day_speaks_from_the_day_of_the_others(texts):
    texts["es"].write_text("Noruega y Malaui se reunieron hoy.\n", encoding="utf-8")
    texts["en"].write_text("Oslo, 3 March 2026\n\nNorway and Malawi met today.\n", encoding="utf-8")
    done = servanda("--versions", texts["en"], texts["es"], "--format", "jsonl")

    assert done.returncode == 0, done.stderr
    assert [json.loads(line)["slot"] for line in done.stdout.splitlines()] == []


def test_changes_are_told_with_what_differs(texts):
    done = servanda("--change", texts["en"], texts["later"])

    assert done.returncode == 0, done.stderr
    assert "weakened" in done.stdout
    assert "deadline weaker" in done.stdout
    assert "Commitments: 1 weakened" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--versions", "en"), "two files or more"),
        (("--change", "en"), "the earlier and the later"),
        (("--change", "en", "fr"), "one language"),
        (("--change", "--versions", "en", "fr"), "not both"),
        (("--versions", "en", "nowhere"), "nowhere"),
    ],
)
def test_wrong_use_ends_with_two_and_one_line(texts, arguments, says):
    done = servanda(*(texts.get(one, one) for one in arguments))

    assert done.returncode == 2
    assert says in done.stderr
    assert done.stdout == ""

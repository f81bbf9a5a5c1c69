"""Whatever standard output and error are connected to, the program says once what is wrong, or does its work."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

FULL = Path("/dev/full")
SERVANDA = [sys.executable, "-c", "from servanda_cli.main import run; run()"]
TEXT = Path(__file__).parents[1] / "gold" / "communique-fr.txt"
PLAN = Path(__file__).parents[2] / "plans" / "example"
READ, JSON, COMPARE = ("read", TEXT), ("read", TEXT, "--format", "jsonl"), ("compare", TEXT)
PRINTING = pytest.mark.parametrize(
    "arguments",
    [READ, JSON, COMPARE, ("compare", "--versions", TEXT, TEXT), ("--help",)],
    ids=["table", "json", "findings", "versions", "help"],
)


def start(*arguments, **streams):
    environment = {**os.environ, **streams.pop("environment", {})}
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **streams}
    return subprocess.run(
        [*SERVANDA, *map(str, arguments)], env=environment, check=False, text=True, timeout=60, **streams
    )


def without(*numbers):
    """Close streams before the program starts."""
    return lambda: [os.close(number) for number in numbers]


@pytest.fixture
def deserted():
    """Return a pipe whose reader has left."""
    reader, writer = os.pipe()
    os.close(reader)
    yield writer
    os.close(writer)


@PRINTING
def test_a_full_disk_behind_standard_output_is_one_line(arguments):
    with FULL.open("wb") as full:
        done = start(*arguments, stdout=full)

    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        "servanda: standard output: No space left on device; not all was printed, so print it somewhere else"
    ]


@PRINTING
def test_standard_output_that_is_closed_is_one_line(arguments):
    done = start(*arguments, preexec_fn=without(1))

    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        "servanda: standard output: it is closed; not all was printed, so print it somewhere else"
    ]


@PRINTING
def test_a_pipe_whose_reader_has_left_ends_the_program_quietly(arguments, deserted):
    done = start(*arguments, stdout=deserted)

    assert done.returncode == 141  # as a shell says of other programs; 1 would say that what was verified has faults
    assert done.stderr == ""


def test_a_reader_that_leaves_after_a_line_is_no_fault():
    with subprocess.Popen([*SERVANDA, *map(str, JSON)], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout.read(1) == b"{"
        process.stdout.close()
        assert process.stderr.read() == b""


def test_a_command_that_prints_nothing_needs_no_standard_output(tmp_path):
    done = start("brief", PLAN, "--annual", "--output", tmp_path / "brief.html", preexec_fn=without(1))

    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("how", ["closed", "full", "deserted"])
def test_where_standard_error_takes_nothing_the_work_is_done(how, tmp_path, deserted):
    missing = tmp_path / "missing.txt"
    with FULL.open("wb") as full:
        streams = {
            "closed": {"preexec_fn": without(2), "stderr": None},
            "full": {"stderr": full},
            "deserted": {"stderr": deserted},
        }
        done = start(*JSON, missing, **streams[how])

    assert done.returncode == 2
    assert done.stdout == start(*JSON).stdout


def test_no_file_takes_the_place_of_a_stream_that_is_closed(tmp_path):
    done = start("export", "--plan", PLAN, "--format", "csv", "--output", tmp_path, preexec_fn=without(0, 1, 2))

    assert done.returncode == 2
    assert start("export", "--plan", PLAN, "--format", "csv", "--output", tmp_path / "again").returncode == 0
    for path in (tmp_path / "again").iterdir():
        assert (tmp_path / path.name).read_bytes() == path.read_bytes()


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": ""},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "latin-1:strict"},
    ],
    ids=["C", "ascii", "latin-1"],
)
@pytest.mark.parametrize("arguments", [READ, COMPARE], ids=["table", "findings"])
def test_words_that_an_encoding_lacks_are_printed_in_another_way(arguments, environment):
    done = start(*arguments, environment=environment, encoding="latin-1")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout


def test_a_slow_reader_gets_all():
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    with subprocess.Popen([*SERVANDA, *map(str, JSON), str(TEXT), str(TEXT)], stdout=writer) as process:
        os.close(writer)
        assert len(os.read(reader, 1)) == 1
        with os.fdopen(reader, "rb") as rest:
            assert rest.read().count(b"\n") == 3
    assert process.returncode == 0


def test_what_the_system_refuses_is_one_line(tmp_path):
    done = start("verify-portal", environment={"SERVANDA_HOME": str(TEXT)})

    assert done.returncode == 2
    assert done.stderr.splitlines() == [f"servanda: {TEXT}: File exists; check the path"]

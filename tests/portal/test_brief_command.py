import os
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from servanda_portal.commands.brief import brief

EXAMPLE = Path(__file__).parents[2] / "plans" / "example"


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Return a function that runs the command in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SERVANDA_HOME", os.environ["SERVANDA_HOME"])  # the command sets it, and it comes back
    app = typer.Typer()
    app.command()(brief)
    return lambda *arguments: CliRunner().invoke(app, [str(one) for one in arguments])


def test_one_command_writes_a_pdf_and_leaves_nothing_else(tmp_path):
    arguments = ["brief", EXAMPLE, "--pillar", "water", "--language", "fr", "--output", "brief.pdf"]
    done = subprocess.run(
        [sys.executable, "-c", "from servanda_cli.main import run; run()", *map(str, arguments)],
        cwd=tmp_path,
        env={name: value for name, value in os.environ.items() if not name.startswith("SERVANDA")},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert [path.name for path in tmp_path.iterdir()] == ["brief.pdf"]
    assert (tmp_path / "brief.pdf").read_bytes().startswith(b"%PDF")


def test_the_same_as_a_web_page_that_fetches_nothing(tmp_path, run):
    done = run(EXAMPLE, "--annual", "--language", "es", "--day", "2025-12-31", "--output", "brief.html")
    page = (tmp_path / "brief.html").read_text(encoding="utf-8")
    assert done.exit_code == 0
    assert '<html lang="es">' in page
    assert "31\u00a0de\u00a0diciembre de 2025" in page
    assert "<link" not in page
    assert "src=" not in page


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([EXAMPLE, "--output", "x.pdf"], "say which brief"),
        ([EXAMPLE, "--annual", "--pillar", "water", "--output", "x.pdf"], "say which brief"),
        ([EXAMPLE, "--pillar", "air", "--output", "x.pdf"], "no pillar 'air'; it has water, skills"),
        ([EXAMPLE, "--annual", "--output", "x.doc"], "ends neither in .pdf nor in .html"),
        ([EXAMPLE, "--annual", "--language", "de", "--output", "x.pdf"], "none of en, fr, es"),
        ([EXAMPLE, "--annual", "--day", "2030-01-01", "--output", "x.pdf"], "after the register's last day"),
        ([EXAMPLE, "--annual", "--day", "soon", "--output", "x.pdf"], "--day 'soon' is no day"),
        (["nowhere", "--annual", "--output", "x.pdf"], "no such plan folder"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(tmp_path, run, arguments, said):
    done = run(*arguments)
    assert done.exit_code == 2
    assert said in done.stderr
    assert list(tmp_path.iterdir()) == []

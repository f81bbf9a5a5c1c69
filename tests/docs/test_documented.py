"""What can be called or set is written down, and what is written down can be found."""

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = {
    path: path.read_text(encoding="utf-8") for path in (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))
}
_COMMAND = re.compile(r"^  ([a-z][a-z-]+)  ", re.MULTILINE)
_SETTING = re.compile(
    r"environ(?:\.get|\.setdefault)?[(\[]\s*\"(SERVANDA_\w+)\"|\"(SERVANDA_\w+)\" (?:not )?in os\.environ"
)
_LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)")


def commands():
    """Return the commands of ``servanda --help``, with the portal's where it is installed."""
    done = subprocess.run(
        [sys.executable, "-c", "from servanda_cli.main import run; run()", "--help"],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return _COMMAND.findall(done.stdout.partition("Commands:")[2])


def settings():
    """Return the environment variables that the portal and the command line read."""
    sources = [path for room in ("servanda_portal", "servanda_cli") for path in (ROOT / "src" / room).rglob("*.py")]
    return sorted({"".join(found) for path in sources for found in _SETTING.findall(path.read_text(encoding="utf-8"))})


def test_every_command_is_documented():
    known = commands()

    assert {"read", "compare"} <= set(known)
    assert [command for command in known if not any(f"servanda {command}" in page for page in PAGES.values())] == []


@pytest.mark.skipif(importlib.util.find_spec("django") is None, reason="the portal is not installed")
def test_the_portals_commands_are_among_them():
    assert "serve" in commands()


def test_every_setting_is_documented_and_every_documented_setting_is_read():
    page = PAGES[ROOT / "docs" / "settings.md"]

    assert settings() == sorted(set(re.findall(r"^\| `(SERVANDA_\w+)`", page, re.MULTILINE)))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_to_a_page_leads_somewhere(path):
    missing = [link for link in _LINK.findall(PAGES[path]) if not (path.parent / link).exists()]

    assert missing == []


def test_the_limits_and_the_version_of_the_reader_are_those_of_the_code():
    from servanda.reading.reader import READER  # noqa: PLC0415 one test needs the reader
    from servanda.text.loaders.limits import LIMITS, MEGABYTE  # noqa: PLC0415 one test needs the limits

    page = PAGES[ROOT / "docs" / "reading.md"]
    assert f"`{READER}`" in page
    assert f"| a file | {LIMITS.file_bytes // MEGABYTE} MB |" in page
    assert f"| {LIMITS.lines:,}; {LIMITS.blocks:,}; {LIMITS.pages:,} |" in page
    assert f"| {LIMITS.archive_bytes // MEGABYTE} MB, and {LIMITS.archive_ratio} times its size |" in page
    assert f"| what one page of a PDF unpacks to | {LIMITS.page_bytes // MEGABYTE} MB |" in page

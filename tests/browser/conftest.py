"""A portal that is really served, and a real browser that looks at it."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = shutil.which("chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SERVE = "from servanda_cli.main import run; run()"


@pytest.fixture(scope="session")
def home(tmp_path_factory):
    """Return the folder of the portal that is served."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="session")
def address(home):
    """Serve both plans and return the address that the command prints."""
    environment = {**os.environ, "SERVANDA_HOME": str(home)}
    command = [sys.executable, "-c", SERVE, "serve", "--plans", str(ROOT / "plans"), "--port", "8640"]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as server:
        try:
            for line in server.stdout:
                if match := re.search(r"http://127\.0\.0\.1:\d+", line):
                    yield match[0]
                    break
            else:
                pytest.fail("the server ended without printing its address")
        finally:
            server.terminate()


@pytest.fixture(scope="session")
def browser():
    """Start Debian's Chromium; skip where it is not installed."""
    if CHROMIUM is None:
        pytest.skip("chromium is not installed: the pages are not looked at in a browser (apt-get install chromium)")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 only where there is a browser

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()

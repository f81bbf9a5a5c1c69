"""Every test of the portal once more, on PostgreSQL."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.soak


def test_the_portal_does_on_postgresql_what_it_does_on_sqlite(postgresql):
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", Path(__file__).parents[1] / "portal"],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"SERVANDA_DATABASE": postgresql},
    )
    assert done.returncode == 0, done.stdout

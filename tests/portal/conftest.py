"""A portal for tests: its own folder, one tiny plan of ours with a text, and the imaginary plan of the project."""

import os
import shutil
import sys
import tempfile
from pathlib import Path

import pytest

os.environ["SERVANDA_HOME"] = tempfile.mkdtemp(prefix="servanda-tests-")
os.environ["DJANGO_SETTINGS_MODULE"] = "servanda_portal.settings"

sys.path.insert(0, str(Path(__file__).parent))  # let the tests of this folder share the writers

import django

django.setup()

from tiny_plan import tiny_plan, write_plan  # noqa: E402 the settings come first

from servanda_portal.home import home  # noqa: E402 the settings come first
from servanda_portal.operations.add_document import add_document, read_document  # noqa: E402 the settings come first
from servanda_portal.operations.compare import compare  # noqa: E402 the settings come first
from servanda_portal.operations.find import find  # noqa: E402 the settings come first
from servanda_portal.operations.load_plan import load_plan  # noqa: E402 the settings come first
from servanda_portal.pages.kept import forget  # noqa: E402 the settings come first
from servanda_portal.queries import registers  # noqa: E402 the settings come first

EXAMPLE = Path(__file__).parents[2] / "plans" / "example"


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker, tmp_path_factory):
    """Fill the tables once: what a test changes is rolled back after it."""
    folder = write_plan(tmp_path_factory.mktemp("plans") / "gauges", tiny_plan())
    loose = tmp_path_factory.mktemp("loose") / "loose.txt"
    loose.write_text("Nobody cites this text. It was written on 3 March 2026.\n", encoding="utf-8")
    with django_db_blocker.unblock():
        plans = [load_plan(folder), load_plan(EXAMPLE)]
        paths = [plan.folder / one.file for plan in plans for one in plan.documents if one.file]
        for path in [*paths, loose]:
            read_document(add_document(path), plans)
        for plan in plans:
            find(plan)
            compare(plan)


@pytest.fixture
def gauges(tmp_path):
    """Write the tiny plan into a folder, to change and load again."""
    return write_plan(tmp_path / "gauges", tiny_plan())


@pytest.fixture(autouse=True)
def _forget_pages():
    """Forget the pages and registers that other tests were shown: what they changed was rolled back."""
    forget()
    registers.forget()


@pytest.fixture
def keys_of_its_own(tmp_path, monkeypatch):
    """Keep what a test does to keys away from the others: a rollback does not bring files back."""
    shutil.copytree(home() / "keys", tmp_path / "keys")
    monkeypatch.setattr("servanda_portal.operations.keys.home", lambda: tmp_path)

"""A portal for tests of the API, with the imaginary plan of the project and its documents read."""

import os
import tempfile
from pathlib import Path

import pytest

os.environ.setdefault("SERVANDA_HOME", tempfile.mkdtemp(prefix="servanda-tests-"))
os.environ["DJANGO_SETTINGS_MODULE"] = "servanda_portal.settings"

import django

django.setup()

from django.core.cache import cache  # noqa: E402 the settings come first
from django.test import Client  # noqa: E402 the settings come first

from servanda_portal.accounts.models import Membership  # noqa: E402 the settings come first
from servanda_portal.operations.add_document import add_document, read_document  # noqa: E402 the settings come first
from servanda_portal.operations.find import find  # noqa: E402 the settings come first
from servanda_portal.operations.load_plan import load_plan  # noqa: E402 the settings come first
from servanda_portal.operations.tokens import make_token  # noqa: E402 the settings come first
from servanda_portal.pages.kept import forget  # noqa: E402 the settings come first

EXAMPLE = Path(__file__).parents[2] / "plans" / "example"


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Fill the tables once: what a test changes is rolled back after it."""
    with django_db_blocker.unblock():
        plan = load_plan(EXAMPLE)
        for one in plan.documents:
            if one.file:
                read_document(add_document(plan.folder / one.file), [plan])
        find(plan)


@pytest.fixture(autouse=True)
def _forget():
    """Forget the answers and the counts of other tests."""
    forget()
    cache.clear()


class Api(Client):
    """A program that asks the API of the imaginary plan: an answer that is no answer is one all the same."""

    def __init__(self):
        super().__init__(SERVER_NAME="127.0.0.1", raise_request_exception=False)

    def ask(self, path, /, status=200, headers=None, **query):
        """Ask for a path of the plan, and return the answer's JSON."""
        named = {name.replace("_", "-"): value for name, value in query.items()}
        answer = self.get(f"/api/v1/plans/merle-2024-2027{path}", named, headers=headers)
        assert answer.status_code == status, answer.content
        return answer.json() if answer.content else None

    def do(self, token, acts, **more):
        """Do acts by a token, and return the answer."""
        body = {"acts": acts, **more}
        return self.post(
            "/api/v1/plans/merle-2024-2027/acts",
            body,
            content_type="application/json",
            headers={"Authorization": f"Bearer {token}"},
        )


@pytest.fixture
def api(db):
    """Return a program that asks the API."""
    return Api()


@pytest.fixture
def token_of(db):
    """Return how to make a token for a role in the imaginary plan."""

    def make(holder, role, days=30):
        return make_token(
            Membership.objects.get(register="merle-2024-2027", holder=holder, role=role), "a program", days
        )

    return make

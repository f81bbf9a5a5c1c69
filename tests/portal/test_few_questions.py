"""Every page asks the database a bounded number of questions, however many commitments there are."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tiny_plan import commitment, tiny_plan, write_plan

from servanda_portal.documents.models import FoundPassage
from servanda_portal.operations.load_plan import load_plan
from servanda_portal.pages.kept import forget

pytestmark = pytest.mark.django_db

MERLE = "/en/plans/merle-2024-2027/"
# Three of them tell whether the page is kept already, one whether its register is.
QUESTIONS = {
    "/en/": 13,
    "/en/method/": 13,
    MERLE: 13,
    f"{MERLE}commitments/": 5,
    f"{MERLE}commitments/W06/": 10,
    f"{MERLE}happenings/": 5,
    f"{MERLE}meetings/": 5,
    f"{MERLE}money/": 5,
    f"{MERLE}projects/": 5,
    f"{MERLE}disagreements/": 5,
    f"{MERLE}findings/": 7,
    f"{MERLE}searches/": 5,
    f"{MERLE}context/": 5,
    f"{MERLE}documents/": 8,
    f"{MERLE}documents/joint-2024-en/": 9,
    f"{MERLE}briefs/": 5,
    f"{MERLE}briefs/annual/": 5,
    f"{MERLE}timeline/": 6,
    f"{MERLE}changed/": 15,  # the day from which it tells is found in the ledger by halves
    f"{MERLE}indicators/": 5,
    f"{MERLE}ledger/": 7,
    f"{MERLE}ledger/3/": 7,
    f"{MERLE}feed.atom": 5,
    f"{MERLE}calendar.ics": 5,
}


PAGES = ("", "commitments/", "commitments/R-1/", "happenings/", "documents/note/", "ledger/", "feed.atom", "timeline/",
         "changed/?since=2020-01-01", "findings/", "money/", "briefs/annual/")  # fmt: skip


@pytest.mark.parametrize(("address", "most"), QUESTIONS.items())
def test_pages_ask_the_database_few_questions(client, django_assert_max_num_queries, address, most):
    client.get(address)
    forget()
    with django_assert_max_num_queries(most):
        assert client.get(address).status_code == 200


def test_the_questions_do_not_grow_with_the_commitments(client, tmp_path):
    def asked(commitments):
        plan = tiny_plan()
        plan["commitments"] += [commitment(f"R-{number}", f"Gauge {number}") for number in range(10, commitments)]
        load_plan(write_plan(tmp_path / "gauges", plan))
        return {page: count(page) for page in PAGES}

    def count(page):
        client.get(f"/en/plans/gauges/{page}")  # what is kept in memory is not asked for again
        forget()
        with CaptureQueriesContext(connection) as questions:
            assert client.get(f"/en/plans/gauges/{page}").status_code == 200
        return len(questions)

    assert asked(60) == asked(120)


@pytest.mark.parametrize(
    ("asked", "index"),
    [
        ({"agreement": "merle-2024-2027", "reference": "W06"}, "passages_of_a_commitment"),
        ({"agreement": "merle-2024-2027", "document": "0" * 64}, "passages_in_a_document"),
    ],
)
def test_where_passages_stand_is_looked_up_and_not_searched_for_among_all(asked, index):
    """With 10,000 passages a search through those of the plan took 2 ms, three times a page."""
    assert index in FoundPassage.objects.filter(**asked).explain()

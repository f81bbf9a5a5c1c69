import datetime

import pytest

from servanda.register.author import OPERATOR, Author
from servanda_portal.operations.accounts import invite
from servanda_portal.operations.memberships import give_role, take_role
from servanda_portal.pages.reminders import reminders

pytestmark = pytest.mark.django_db
PLAN = "merle-2024-2027"
BY = Author("administrator", OPERATOR)
YEAR = datetime.timedelta(days=366)


def test_people_are_told_what_waits_for_them_in_their_own_language():
    user = invite("lucia@example.org", "Lucía", "es")
    give_role(PLAN, user, "reporter", "XS", BY)
    (mail,) = reminders(YEAR)
    assert mail.to == ["lucia@example.org"]
    assert "W07" in mail.body
    assert f"/es/plans/{PLAN}/work/" in mail.body


def test_what_is_due_later_is_not_told_yet():
    user = invite("lucia@example.org", "Lucía", "es")
    give_role(PLAN, user, "reporter", "XS", BY)
    mails = list(reminders(datetime.timedelta(0)))
    assert not any("W07" in mail.body for mail in mails)


def test_nobody_is_written_to_without_a_role_or_at_a_demonstration_account():
    user = invite("lucia@example.org", "Lucía", "es")
    membership = give_role(PLAN, user, "reporter", "XS", BY)
    take_role(membership, BY)
    assert list(reminders(YEAR)) == []

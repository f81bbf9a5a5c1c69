"""The mail that tells somebody what waits for them, in their own language."""

import datetime
from collections.abc import Iterator

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from servanda_portal.accounts.models import Membership, User
from servanda_portal.pages.work.inbox import Waiting, inbox
from servanda_portal.queries.register import Register
from servanda_portal.queries.registers import register

Work = tuple[Register, dict[str, list[Waiting]], str]


def reminders(within: datetime.timedelta) -> Iterator[EmailMessage]:
    """Give a mail for everybody for whom something waits: what has no date, and what is due within that time."""
    until = datetime.datetime.now(datetime.UTC).date() + within
    for user in User.objects.filter(is_active=True, demonstration=False, memberships__isnull=False).distinct():
        with translation.override(user.language):
            works = [work for membership in user.memberships.all() if (work := _work(membership, until))]
            if works:
                yield _mail(user, works)


def _work(membership: Membership, until: datetime.date) -> Work | None:
    author = membership.author
    found = None if author is None else register(membership.register, author)
    if author is None or found is None:
        return None
    groups = {
        group: soon
        for group, items in inbox(found, author).items()
        if (soon := [one for one in items if one.by is None or one.by <= until])
    }
    return (found, groups, f"{settings.ORIGIN}{reverse('work', args=[membership.register])}") if groups else None


def _mail(user: User, works: list[Work]) -> EmailMessage:
    count = sum(len(items) for _, groups, _ in works for items in groups.values())
    context = {"user": user, "works": works, "count": count}
    subject = render_to_string("work/reminder_subject.txt", context).strip()
    return EmailMessage(subject, render_to_string("work/reminder.txt", context), to=[user.email])

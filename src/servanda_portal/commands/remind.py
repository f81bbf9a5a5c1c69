"""``servanda remind``: write to everybody for whom something waits (CODEBOOK R1). Run it once a day or once a week."""

import datetime
from typing import Annotated

import typer

from servanda_portal.commands.speaking import console
from servanda_portal.commands.starting import start


def remind(
    days: Annotated[int, typer.Option(help="What is due within so many days.", min=0)] = 14,
) -> None:
    """Write to everybody for whom something waits: reports due, proposals, drafts, evidence to review.

    Mail goes where SERVANDA_MAIL says; without it, it is printed. Example: servanda remind --days 7
    """
    start()
    from servanda_portal.pages.reminders import reminders  # noqa: PLC0415 needs the tables

    sent = 0
    for mail in reminders(datetime.timedelta(days=days)):
        mail.send()
        sent += 1
    console.print(f"{sent or 'No'} reminder{'' if sent == 1 else 's'} sent.", markup=False)

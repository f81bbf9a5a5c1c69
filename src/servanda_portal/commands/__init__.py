"""Commands of the portal, for the command line to register where the portal is installed."""

import typer

from servanda_portal.commands.administer import grant, make_key, revoke, rotate_key
from servanda_portal.commands.brief import brief
from servanda_portal.commands.invite import invite
from servanda_portal.commands.keeping import backup, rebuild, restore, verify_portal
from servanda_portal.commands.learn import learn
from servanda_portal.commands.outside_faults import told
from servanda_portal.commands.remind import remind
from servanda_portal.commands.serve import serve
from servanda_portal.commands.submit import submit

_COMMANDS = (
    brief, serve, invite, grant, revoke, make_key, rotate_key, backup, restore, rebuild, submit, learn, remind,
    verify_portal,
)  # fmt: skip


def register(app: typer.Typer) -> None:
    """Add the portal's commands to the command line."""
    for command in _COMMANDS:
        app.command()(told(command))

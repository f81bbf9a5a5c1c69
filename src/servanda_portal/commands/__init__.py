"""Commands of the portal, for the command line to register where the portal is installed."""

import typer

from servanda_portal.commands.administer import grant, make_key, revoke, rotate_key
from servanda_portal.commands.brief import brief
from servanda_portal.commands.invite import invite
from servanda_portal.commands.keeping import backup, rebuild, restore, verify_portal
from servanda_portal.commands.learn import learn
from servanda_portal.commands.remind import remind
from servanda_portal.commands.serve import serve
from servanda_portal.commands.submit import submit


def register(app: typer.Typer) -> None:
    """Add the portal's commands to the command line."""
    app.command()(brief)
    app.command()(serve)
    app.command()(invite)
    app.command()(grant)
    app.command()(revoke)
    app.command()(make_key)
    app.command()(rotate_key)
    app.command()(backup)
    app.command()(restore)
    app.command()(rebuild)
    app.command()(submit)
    app.command()(learn)
    app.command()(remind)
    app.command()(verify_portal)

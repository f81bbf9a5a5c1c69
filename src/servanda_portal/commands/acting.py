"""What every command that writes to a register refuses alike: no such register, no key, an act against its rules."""

import contextlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from servanda.register.author import Author
from servanda.register.refusal import Refusal
from servanda_portal.commands.speaking import refused

if TYPE_CHECKING:
    from servanda_portal.queries.register import Register


def register_for(command: str, identity: str, author: Author) -> "Register":
    """Return a register as its author sees it. Raises typer.Exit, and says so, where there is none."""
    from servanda_portal.queries.registers import register  # noqa: PLC0415 needs the tables

    found = register(identity, author)
    if found is None:
        raise refused(command, f"{identity}: no such register is here; servanda serve --plans FOLDER founds it")
    return found


@contextlib.contextmanager
def acting(command: str, holder: str | None = None) -> Iterator[None]:
    """Act in the block. Raises typer.Exit, and says so, where the rules or a missing key do not allow it.

    ``holder`` is the one that ``--holder`` named, where the command has that option.
    """
    from servanda_portal.operations.keys import NoKeyError  # noqa: PLC0415 needs the tables
    from servanda_portal.refusal_words import words_of  # noqa: PLC0415 needs the settings

    try:
        yield
    except Refusal as refusal:  # ``not_founded`` where there is no such register
        raise refused(command, words_of(refusal)) from refusal
    except NoKeyError as error:
        unknown = f"--holder {holder}: this server holds no key of that name; servanda make-key makes one"
        raise refused(command, str(error) if holder is None else unknown) from error

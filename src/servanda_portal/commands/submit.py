"""``servanda submit``: put what the monitor found before the reviewers, and record the search."""

from pathlib import Path
from typing import Annotated

import typer

from servanda.lexicon.language import LANGUAGES
from servanda.register.author import Author
from servanda_portal.commands.acting import acting, register_for
from servanda_portal.commands.speaking import console, refused
from servanda_portal.commands.starting import start


def submit(
    folder: Annotated[Path, typer.Argument(help="A folder that servanda monitor wrote.")],
    holder: Annotated[str, typer.Option(help="Who submits: an observer's id, or the keeper's.")] = "keeper",
    language: Annotated[str, typer.Option(metavar="en|fr|es", help="The language of the reasons.")] = "en",
) -> None:
    """Put candidates into the reviewers' inbox and the search into the ledger; what is there already is left alone.

    Example: servanda submit found/ --holder keeper
    """
    start()
    from servanda_cli.monitor_blocks import StreamError  # noqa: PLC0415 needed by this command only
    from servanda_cli.monitor_log import read_log  # noqa: PLC0415 needed by this command only
    from servanda_cli.monitor_state import lines  # noqa: PLC0415 needed by this command only
    from servanda_portal.operations.act import act  # noqa: PLC0415 needs the tables
    from servanda_portal.pages.candidates import candidate_acts, search_act  # noqa: PLC0415 needs the settings

    if language not in LANGUAGES:
        raise refused("submit", f"--language {language}: write en, fr or es")
    author = Author("observer", holder)
    try:
        log = read_log(folder)
        found = register_for("submit", log.agreement, author)
        with acting("submit", holder):
            acts = list(candidate_acts(found.state, (line.candidate for line in lines(folder)), language))
            search = search_act(found.state, log)
            numbers = act(log.agreement, author, [*acts, *([search] if search else [])])
    except StreamError as error:
        raise refused("submit", str(error)) from error
    except ValueError as error:  # a value of a file that somebody changed
        raise refused("submit", f"{folder}: {error}; search again with another --output") from error
    console.print(f"{len(numbers)} acts recorded in {log.agreement}.", markup=False)

"""``servanda submit``: put what the monitor found before the reviewers, and record the search."""

from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.console import Console

from servanda.register.author import Author
from servanda.register.refusal import Refusal
from servanda_portal.commands.starting import start

console = Console(stderr=True, highlight=False)


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
    from servanda_cli.monitor_log import SearchLog  # noqa: PLC0415 needed by this command only
    from servanda_cli.monitor_state import lines  # noqa: PLC0415 needed by this command only
    from servanda_portal.operations.act import act  # noqa: PLC0415 needs the tables
    from servanda_portal.operations.keys import NoKeyError  # noqa: PLC0415 needs the tables
    from servanda_portal.pages.candidates import candidate_acts, search_act  # noqa: PLC0415 needs the settings
    from servanda_portal.queries.register import register  # noqa: PLC0415 needs the tables
    from servanda_portal.refusal_words import words_of  # noqa: PLC0415 needs the settings

    spoken = next((one for one in ("en", "fr", "es") if one == language), None)
    if spoken is None:
        raise _refuse(f"--language {language}: write en, fr or es")
    try:
        log = msgspec.json.decode((folder / "search.json").read_bytes(), type=SearchLog)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise _refuse(f"{folder / 'search.json'}: no finished search ({why}); let its run end first") from error
    author = Author("observer", holder)
    found = register(log.agreement, author)
    if found is None:
        raise _refuse(f"{log.agreement}: no such register is here; servanda serve --plans FOLDER founds it")
    try:
        acts = list(candidate_acts(found.state, (line.candidate for line in lines(folder)), spoken))
        search = search_act(found.state, log)
        numbers = act(log.agreement, author, [*acts, *([search] if search else [])])
    except StreamError as error:
        raise _refuse(str(error)) from error
    except ValueError as error:  # a value of a file that somebody changed
        raise _refuse(f"{folder}: {error}; search again with another --output") from error
    except Refusal as refusal:
        raise _refuse(words_of(refusal)) from refusal
    except NoKeyError as error:
        raise _refuse(
            f"--holder {holder}: this server holds no key of that name; servanda make-key makes one"
        ) from error
    console.print(f"{len(numbers)} acts recorded in {log.agreement}.", markup=False)


def _refuse(message: str) -> typer.Exit:
    console.print(f"servanda submit: {message}", style="bold", markup=False, soft_wrap=True)
    return typer.Exit(2)

"""The commands. Each loads what it needs when it is called, so that help and small readings answer at once."""

import gc
import importlib
import importlib.util
import sys
from pathlib import Path
from typing import Annotated

import typer

from servanda_cli import monitor_command
from servanda_cli.streams import standard_streams
from servanda_cli.system_errors import told
from servanda_cli.telling import refuse

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)

Paths = Annotated[list[Path], typer.Argument(help="Files or folders.", show_default=False)]
PlanFolder = Annotated[
    Path | None, typer.Option("--plan", help="A plan folder: its actors, parties and documents are told to the reader.")
]
Day = Annotated[
    str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="The day of a document that states none.")
]
ForcedLanguage = Annotated[str | None, typer.Option("--language", metavar="en|fr|es", help="Read as this language.")]

# What is read holds no cycles: looking for some as often as Python does costs a start 20 ms, and long texts a twelfth.
_COLLECTED_AFTER = 100_000  # objects

_OPEN_FORMATS = "iati|ical|atom|csv|xlsx|jsonl|annotations|jsonld"  # servanda.formats.files says what each is

ExportFolder = Annotated[
    Path,
    typer.Argument(
        metavar="FOLDER",
        help="An exported ledger, or its zip file.",
        show_default=False,
    ),
]


@app.callback()
def servanda() -> None:
    """Read what governments promised, keep the record of what they did, and let anyone check it."""


@app.command(epilog="Example: servanda read statement.html press/ --format jsonl > readings.jsonl")
def read(
    paths: Paths,
    form: Annotated[str, typer.Option("--format", metavar="table|jsonl|annotations", help="What to print.")] = "table",
    plan: PlanFolder = None,
    date: Day = None,
    language: ForcedLanguage = None,
) -> None:
    """Read files or folders into commitments, money, numbers, dates, actors and quotations."""
    from servanda_cli.arguments import day_of, form_of, language_of  # noqa: PLC0415 loaded when called
    from servanda_cli.read import read_paths  # noqa: PLC0415 loaded when called

    chosen = form_of(form, ("table", "jsonl", "annotations"))
    raise typer.Exit(read_paths(paths, chosen, plan, day_of(date), language_of(language)))


@app.command(epilog="Example: servanda compare statement.html press/ --format jsonl > findings.jsonl")
def compare(
    paths: Paths,
    form: Annotated[str, typer.Option("--format", metavar="table|jsonl", help="What to print.")] = "table",
    versions: Annotated[bool, typer.Option("--versions", help="Find what language versions do not say alike.")] = False,
    change: Annotated[bool, typer.Option("--change", help="Say what a later file made of an earlier one.")] = False,
    plan: PlanFolder = None,
    date: Day = None,
    language: ForcedLanguage = None,
) -> None:
    """Find where files or folders agree, where they differ, and which of their amounts add up."""
    from servanda_cli.arguments import day_of, form_of, language_of  # noqa: PLC0415 loaded when called

    if versions and change:
        raise typer.BadParameter("give --versions or --change, not both")
    if versions:
        from servanda_cli.compare_versions import compare_versions as compared  # noqa: PLC0415 loaded when called
    elif change:
        from servanda_cli.compare_versions import compare_change as compared  # noqa: PLC0415 loaded when called
    else:
        from servanda_cli.compare import compare_paths as compared  # noqa: PLC0415 loaded when called
    chosen = form_of(form, ("table", "jsonl"))
    raise typer.Exit(compared(paths, chosen, plan, day_of(date), language_of(language)))


@app.command(epilog="Example: servanda export --plan plans/example --format xlsx --output register.xlsx --language fr")
def export(
    plan: Annotated[Path, typer.Option("--plan", help="The plan folder to write out.", show_default=False)],
    form: Annotated[str, typer.Option("--format", metavar=_OPEN_FORMATS, help="What to write.", show_default=False)],
    output: Annotated[Path, typer.Option("--output", help="A folder, or the one file's name.", show_default=False)],
    language: Annotated[str, typer.Option("--language", metavar="en|fr|es", help="The language of headings.")] = "en",
    site: Annotated[str | None, typer.Option("--site", metavar="https://HOST", help="The portal to link to.")] = None,
    publisher: Annotated[str | None, typer.Option("--publisher", help="The publisher's id in IATI.")] = None,
) -> None:
    """Write a plan as IATI, iCalendar, Atom, CSV, XLSX, JSON Lines, Web Annotations or JSON-LD."""
    from servanda.formats.open_register import Site  # noqa: PLC0415 loaded when called
    from servanda_cli.arguments import form_of, language_of, site_of  # noqa: PLC0415 loaded when called
    from servanda_cli.export import export_plan  # noqa: PLC0415 loaded when called

    chosen, told = form_of(form, tuple(_OPEN_FORMATS.split("|"))), language_of(language) or "en"
    raise typer.Exit(export_plan(plan, chosen, output, told, Site(site_of(site), publisher)))


monitor_command.register(app)


@app.command(
    epilog="Examples: servanda verify export/ --write-trust trust.json, then, for every later copy, "
    "servanda verify export/ --trust trust.json"
)
def verify(
    folder: ExportFolder,
    trust: Annotated[
        Path | None, typer.Option(help="What you know the register by: its first keys and last head.")
    ] = None,
    write_trust: Annotated[Path | None, typer.Option(help="Keep what to know it by, where nothing is wrong.")] = None,
    form: Annotated[str, typer.Option("--format", metavar="table|json", help="What to print.")] = "table",
) -> None:
    """Verify an exported register, every byte, signature and rule, and say in one line what is wrong, and where."""
    from servanda_cli.arguments import form_of  # noqa: PLC0415 loaded when called
    from servanda_cli.verify import verify_folder  # noqa: PLC0415 loaded when called

    raise typer.Exit(verify_folder(folder, form_of(form, ("table", "json")), trust, write_trust))


@app.command(
    epilog="Examples: servanda witness export/ --key witness.key --state seen.json --make-key witness.example/norland "
    "> checkpoint, and later the same without --make-key"
)
def witness(
    folder: ExportFolder,
    key: Annotated[Path, typer.Option(help="The file of your private key.")],
    state: Annotated[Path, typer.Option(help="The file that remembers what you have seen; made when it is not there.")],
    make_key: Annotated[str | None, typer.Option(metavar="NAME", help="Make the key first, under this name.")] = None,
) -> None:
    """Check that an exported register continues what you have seen of it, and print its checkpoint, cosigned."""
    from servanda_cli.witness import witness_folder  # noqa: PLC0415 loaded when called

    raise typer.Exit(witness_folder(folder, key, state, make_key))


def run() -> None:
    """Start the command line, with the portal's commands where the portal is installed and another is not asked for."""
    own = {command.name or command.callback.__name__ for command in app.registered_commands if command.callback}
    if not own.isdisjoint(sys.argv[1:2]):
        gc.set_threshold(_COLLECTED_AFTER)
    elif importlib.util.find_spec("django") is not None:
        # By name: the command line does not depend on the portal, which may not be there.
        importlib.import_module("servanda_portal.commands").register(app)
    with standard_streams():
        try:
            app()
        except OSError as error:  # the machine's fault, and none that the command expects
            raise SystemExit(refuse(told(error))) from error
        finally:
            gc.freeze()  # before it ends Python would look through all that is left for cycles, for a tenth of a second

"""The command line: arguments, files, progress and exit codes."""

import typer

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


@app.callback()
def servanda() -> None:
    """Read what governments promised, keep the record of what they did, and let anyone check it."""


def run() -> None:
    """Start the command line."""
    app()

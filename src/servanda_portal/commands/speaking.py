"""How the portal's commands speak to whoever runs them: on standard error, and in one line where they refuse."""

import typer
from rich.console import Console

console = Console(stderr=True, highlight=False)


def refused(command: str, message: str) -> typer.Exit:
    """Say why a command does nothing, and return the end of it, to be raised: status 2."""
    console.print(f"servanda {command}: {message}", style="bold", markup=False, soft_wrap=True)
    return typer.Exit(2)

"""One line on standard error for whoever runs a command, and how a command ends that was used wrongly."""

import sys

WRONG_USE = 2  # the exit status


def tell(line: object) -> None:
    """Print a line that a person reads."""
    print(f"servanda: {line}", file=sys.stderr)  # noqa: T201 what a person is to know


def refuse(line: object) -> int:
    """Say why a command does not do what it was told, and return the exit status."""
    tell(line)
    return WRONG_USE

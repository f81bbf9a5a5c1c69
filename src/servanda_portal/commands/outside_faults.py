"""What no command of the portal can help, as one line: settings that are not right, a database or mail that fails."""

import functools
import socket
from collections.abc import Callable
from smtplib import SMTPException
from typing import ParamSpec

import typer

Arguments = ParamSpec("Arguments")


def told(command: Callable[Arguments, None]) -> Callable[Arguments, None]:
    """Return the command so that it ends with one line and status 2 where something outside of it fails."""

    @functools.wraps(command)
    def run(*arguments: Arguments.args, **options: Arguments.kwargs) -> None:
        try:
            command(*arguments, **options)
        except Exception as error:
            if (line := _line(error)) is None:
                raise
            typer.echo(f"servanda {command.__name__.replace('_', '-')}: {line}", err=True)
            raise typer.Exit(2) from error

    return run


def _line(error: Exception) -> str | None:
    """Return what is wrong and what to do; None for a fault of the program."""
    from django.core.exceptions import ImproperlyConfigured  # noqa: PLC0415 help needs no Django
    from django.db import DatabaseError, OperationalError  # noqa: PLC0415 help needs no Django

    said = next(iter(str(error).splitlines()), type(error).__name__)
    if isinstance(error, ImproperlyConfigured):
        return said
    if isinstance(error, OperationalError) or type(error) is DatabaseError:  # its other kinds are our own faults
        return f"the database: {said}; see that it is there, has room and may be written to, and start this again"
    if isinstance(error, SMTPException | ConnectionError | TimeoutError | socket.gaierror):
        return f"mail was not sent: {said}; see that the server that SERVANDA_MAIL names answers, and start this again"
    return None

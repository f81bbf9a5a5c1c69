"""``servanda serve``: load plans, read documents, and publish them until Ctrl-C."""

import errno
import os
import socket
from pathlib import Path
from typing import Annotated

import typer

from servanda_portal.commands.speaking import console, refused
from servanda_portal.environment import LOOPBACK
from servanda_portal.network import is_loopback

_NEXT = frozenset((errno.EADDRINUSE, errno.EACCES))  # of a port that is taken, or may not be
_TRIES = 50  # ports after the one asked for
_BODY = 25 * 1024 * 1024  # bytes of a request: an upload, and room for its form


def serve(
    plans: Annotated[Path, typer.Option(help="A plan folder, or a folder of plan folders.")],
    sources: Annotated[Path | None, typer.Option(help="A folder of documents to read beside the plans' own.")] = None,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port; when it is taken, the next free one.", min=1, max=65535)] = 8000,
) -> None:
    """Load every plan, read its documents and those in SOURCES, and serve the portal."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "servanda_portal.settings")
    if not is_loopback(host) and "SERVANDA_ORIGIN" not in os.environ:
        raise refused(
            "serve",
            f"--host {host} is open to other machines; set SERVANDA_ORIGIN to the https:// address they will use",
        )
    for folder in (plans, sources):
        if folder is not None and not folder.is_dir():
            raise refused("serve", f"{folder}: no such folder")
    listener = listen(host, port)
    chosen = listener.getsockname()[1]
    shown = f"[{host}]" if ":" in host else host
    if host in LOOPBACK:  # the addresses that pages cite have the port that was found
        os.environ.setdefault("SERVANDA_ORIGIN", f"http://{shown}:{chosen}")

    import django  # noqa: PLC0415 the settings are read here, once the environment is right

    django.setup()

    from django.core.management import call_command  # noqa: PLC0415 needs the settings

    from servanda_portal.commands.fill import FillError, fill  # noqa: PLC0415 needs the tables
    from servanda_portal.settings import ON_LOOPBACK, ORIGIN, PROXY  # noqa: PLC0415
    from servanda_portal.wsgi import application  # noqa: PLC0415

    try:
        fill(plans, sources, console)
    except FillError as error:
        raise refused("serve", str(error)) from error
    call_command("clearsessions")

    import waitress  # noqa: PLC0415 only this command serves

    if chosen != port:
        console.print(f"Port {port} is taken; using {chosen}.")
    public = ORIGIN if "SERVANDA_ORIGIN" in os.environ else f"http://{shown}:{chosen}"
    console.print(f"\n[bold]Servanda is at {public}/[/bold]  (Ctrl-C ends it)\n")
    console.file.flush()  # whoever started this and reads its output is told before it waits
    scheme = public.partition(":")[0]
    proxied = {} if ON_LOOPBACK else {"trusted_proxy": PROXY, "trusted_proxy_headers": {"x-forwarded-for"}}
    # On loopback no proxy is expected, and what one adds is left in place: the portal knows by it that it is not alone.
    waitress.serve(
        application,
        sockets=[listener],
        threads=8,
        ident=None,
        url_scheme=scheme,
        max_request_body_size=_BODY,
        clear_untrusted_proxy_headers=not ON_LOOPBACK,
        **proxied,
    )
    console.print("Ended.")


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens on the port, or on the next free one."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for candidate in range(port, min(port + _TRIES, 65536)):
        listener = socket.socket(family, socket.SOCK_STREAM)
        if os.name == "posix":  # a port that was just left may be taken again; one in use may not
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, candidate))
            listener.listen(128)
        except OSError as error:
            listener.close()
            if error.errno not in _NEXT:
                raise refused("serve", f"--host {host}: {error.strerror}; name an address of this machine") from error
        else:
            return listener
    raise refused("serve", f"no free port from {port} on at {host}; choose another with --port")

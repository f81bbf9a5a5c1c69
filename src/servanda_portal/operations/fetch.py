"""Fetch what an address on the public web holds, and nothing from anywhere else.

An address that a stranger gives may aim at this machine, its network or its cloud's own services (request forgery).
Each step, and each redirect, is therefore looked up once; every address found must be public; and the connection goes
to the address that was looked at, so that a name cannot change what it means in between (DNS rebinding).
"""

import contextlib
import http.client
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from urllib.parse import urljoin, urlsplit

import msgspec

Resolve = Callable[[str, int], list[str]]  # a host and a port to its IP addresses

_SECONDS = 30.0  # for everything: looking up, redirects, and the last byte
_BYTES = 20 * 1024 * 1024
_REDIRECTS = 5
_PORTS = {"http": 80, "https": 443}
_CHUNK = 65_536
_REDIRECTED = frozenset({301, 302, 303, 307, 308})
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: the last 32 bits are an IPv4 address


class FetchError(Exception):
    """Why an address was not fetched, in one line with what to do."""


class Fetched(msgspec.Struct, frozen=True):
    """What was found: the address where it stood in the end, its media type as the server said it, and its bytes."""

    address: str
    media_type: str
    content: bytes


def resolve(host: str, port: int) -> list[str]:
    """Return the IP addresses of a host. Raises OSError where it has none."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def fetch(address: str, look_up: Resolve = resolve, most: int = _BYTES, seconds: float = _SECONDS) -> Fetched:
    """Return what an address holds. Raises FetchError where it may not be asked, does not answer, or holds too much."""
    until = time.monotonic() + seconds
    for _ in range(_REDIRECTS + 1):
        with _connected(address, look_up, until) as connection:
            response = _ask(connection, address)
            if response.status in _REDIRECTED:
                onward = urljoin(address, response.getheader("Location") or "")
                if address.startswith("https:") and not onward.startswith("https:"):
                    raise FetchError(f"{address}: leads from https to {onward}; give that address if you trust it")
                address = onward
                continue
            if response.status != http.HTTPStatus.OK:
                raise FetchError(f"{address}: answers {response.status}; open it in a browser and check the address")
            content = _read(response, address, most, until)
            return Fetched(address, response.headers.get_content_type(), content)
    raise FetchError(f"{address}: is redirected more than {_REDIRECTS} times; give the address where it ends")


def is_public(written: str) -> bool:
    """Whether an IP address belongs to the public internet, also where it holds an IPv4 address that must."""
    address = ipaddress.ip_address(written.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped:
            return is_public(str(address.ipv4_mapped))
        if address in _TRANSLATED:
            return is_public(str(ipaddress.IPv4Address(address.packed[-4:])))
        if address.is_site_local or address.sixtofour or address.teredo:
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


@contextlib.contextmanager
def _connected(address: str, look_up: Resolve, until: float) -> Iterator[http.client.HTTPConnection]:
    """Give a connection to the public server of an address; it is cut when the time is over."""
    secure, host, port = _split(address)
    try:
        found = look_up(host, port)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"{address}: {host} is not known; check the address") from error
    if not found or not all(is_public(one) for one in found):
        raise FetchError(f"{address}: {host} is not on the public internet; only what everybody can read is fetched")
    with contextlib.ExitStack() as opened:
        try:
            channel = opened.enter_context(socket.create_connection((found[0], port), timeout=_left(until, address)))
            twin = opened.enter_context(channel.dup())  # the same connection, whatever wraps the first
            cut = threading.Timer(_left(until, address), _cut, [twin])
            cut.start()
            opened.callback(cut.cancel)
            if secure:
                context = ssl.create_default_context()
                channel = opened.enter_context(context.wrap_socket(channel, server_hostname=host))
        except OSError as error:
            raise FetchError(f"{address}: {host} does not answer ({error}); try again later") from error
        connection = http.client.HTTPConnection(host, port)
        connection.sock = channel
        yield connection


def _cut(channel: socket.socket) -> None:
    with contextlib.suppress(OSError):
        channel.shutdown(socket.SHUT_RDWR)


def _split(address: str) -> tuple[bool, str, int]:
    """Return whether an address is secure, its host as it is looked up, and its port."""
    try:
        parts = urlsplit(address)
        port = parts.port or _PORTS.get(parts.scheme, 0)
        host = (parts.hostname or "").encode("idna").decode()
    except ValueError as error:
        raise FetchError(f"{address}: is no address of the web; write it as https://example.org/text") from error
    if parts.scheme not in _PORTS or not host:
        raise FetchError(f"{address}: is no address of the web; write it as https://example.org/text")
    if port != _PORTS[parts.scheme] or parts.username is not None:
        raise FetchError(f"{address}: names a port or a user; only public addresses without them are fetched")
    return parts.scheme == "https", host, port


def _ask(connection: http.client.HTTPConnection, address: str) -> http.client.HTTPResponse:
    parts = urlsplit(address)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    asked = {"User-Agent": "Servanda", "Accept-Encoding": "identity", "Connection": "close"}
    try:
        connection.request("GET", path, headers=asked)
        return connection.getresponse()
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise FetchError(f"{address}: does not answer as a web server does ({error}); check the address") from error


def _read(response: http.client.HTTPResponse, address: str, most: int, until: float) -> bytes:
    """Return the body, read until it ends, grows too large or takes too long."""
    if response.getheader("Content-Encoding", "identity") != "identity":
        raise FetchError(f"{address}: is sent compressed though that was not asked for; save it and upload the file")
    content = bytearray()
    try:
        while chunk := response.read1(_CHUNK):
            content += chunk
            if len(content) > most:
                raise FetchError(f"{address}: is larger than {most / 1024**2:g} MB; save it and upload a part")
    except (OSError, http.client.HTTPException) as error:
        raise FetchError(f"{address}: broke off ({error}); try again later") from error
    _left(until, address)  # what was cut when the time was over may look whole
    if response.length:
        raise FetchError(f"{address}: broke off; try again later")
    return bytes(content)


def _left(until: float, address: str) -> float:
    left = until - time.monotonic()
    if left <= 0:
        raise FetchError(f"{address}: takes too long; save it and upload the file")
    return left

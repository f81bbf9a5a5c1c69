"""Addresses that strangers give: only what everybody on the public internet can read is fetched."""

import http.server
import socket
import threading
import time

import pytest

from servanda_portal.operations import fetch as fetching
from servanda_portal.operations.fetch import FetchError, fetch, is_public

PUBLIC = "203.0.114.7"


class Answers(http.server.BaseHTTPRequestHandler):
    """A small public web: a text, redirects, and servers that misbehave."""

    def do_GET(self):
        """Answer by the path."""
        status, headers, body = {
            "/text": (200, {"Content-Type": "text/html; charset=utf-8"}, b"<p>We agree.</p>"),
            "/moved": (302, {"Location": "/text"}, b""),
            "/inward": (302, {"Location": "http://inside.example/secret"}, b""),
            "/file": (302, {"Location": "file:///etc/passwd"}, b""),
            "/round": (302, {"Location": "/round"}, b""),
            "/large": (200, {}, b"x" * 5000),
            "/packed": (200, {"Content-Encoding": "gzip"}, b"x"),
            "/short": (200, {"Content-Length": "100"}, b"x"),
            "/slow": (200, {"Content-Length": "5000"}, b"x"),
        }.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if "Content-Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        if self.path == "/slow":
            time.sleep(1)

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture(scope="module")
def web():
    """Serve the answers on this machine, and return where."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server.server_address
        server.shutdown()


@pytest.fixture
def asked(web, monkeypatch):
    """Let the server on this machine stand in for the public internet, and return what was connected to."""
    connect, places = socket.create_connection, []

    def connected(place, timeout):
        places.append(place)
        return connect(web, timeout)

    monkeypatch.setattr(fetching.socket, "create_connection", connected)
    return places


def names(host, _port):
    return {"text.example": [PUBLIC], "inside.example": ["10.0.0.5"], "both.example": [PUBLIC, "127.0.0.1"]}[host]


def test_a_public_text_is_fetched_with_its_media_type(asked):
    found = fetch("http://text.example/text", names)
    assert found.content == b"<p>We agree.</p>"
    assert found.media_type == "text/html"
    assert asked == [(PUBLIC, 80)]


def test_a_redirect_is_followed_and_the_last_address_is_told(asked):
    assert fetch("http://text.example/moved", names).address == "http://text.example/text"


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.8.8", "0.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "192.0.0.170", "198.18.0.1", "203.0.113.9", "224.0.0.1", "240.0.0.1", "255.255.255.255",
        "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1",
        "2002:7f00:1::", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "fe80::1", "fe80::1%eth0", "fc00::1", "fec0::1",
        "ff02::1", "2001:db8::1",
    ],
)  # fmt: skip
def test_nothing_inside_is_public_however_it_is_written(address, asked):
    assert not is_public(address)
    with pytest.raises(FetchError, match="not on the public internet"):
        fetch("http://text.example/text", lambda *_: [address])
    assert asked == []


@pytest.mark.parametrize("address", ["8.8.8.8", "2001:4860:4860::8888", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_the_public_internet_is_public(address):
    assert is_public(address)


@pytest.mark.parametrize("host", ["127.0.0.1", "2130706433", "0x7f000001", "0177.0.0.1", "127.1", "[::1]", "localhost"])
def test_this_machine_is_refused_by_every_name_that_the_system_knows_it_by(host, asked):
    with pytest.raises(FetchError):
        fetch(f"http://{host}/")
    assert asked == []


def test_one_inner_address_among_public_ones_is_enough_to_refuse(asked):
    with pytest.raises(FetchError, match="not on the public internet"):
        fetch("http://both.example/", names)
    assert asked == []


def test_a_redirect_inwards_is_refused(asked):
    with pytest.raises(FetchError, match=r"inside\.example is not on the public internet"):
        fetch("http://text.example/inward", names)
    assert asked == [(PUBLIC, 80)]


def test_a_name_that_changes_its_meaning_is_looked_up_once_and_connected_where_it_was_looked_at(asked):
    answers = iter([[PUBLIC], ["127.0.0.1"]])
    assert fetch("http://rebind.example/text", lambda *_: next(answers)).content == b"<p>We agree.</p>"
    assert asked == [(PUBLIC, 80)]
    assert next(answers) == ["127.0.0.1"]


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("file:///etc/passwd", "no address of the web"),
        ("gopher://text.example/", "no address of the web"),
        ("http:///text", "no address of the web"),
        ("http://text.example:99999/", "no address of the web"),
        ("http://text.example:6379/", "names a port"),
        ("http://user@text.example/", "names a port or a user"),
        ("http://text.example/file", "no address of the web"),
        ("http://text.example/round", "redirected more than"),
        ("http://text.example/large", "is larger than"),
        ("http://text.example/packed", "compressed"),
        ("http://text.example/short", "broke off"),
        ("http://text.example/none", "answers 404"),
        ("http://text.example/a b\r\nX: y", "does not answer|answers 404"),
    ],
)
def test_what_is_not_fetched_is_refused_with_the_reason(address, why, asked):
    with pytest.raises(FetchError, match=why):
        fetch(address, names, most=1000)


def test_a_server_that_drips_is_cut_off(asked):
    start = time.monotonic()
    with pytest.raises(FetchError, match=r"takes too long|broke off"):
        fetch("http://text.example/slow", names, seconds=0.2)
    assert time.monotonic() - start < 0.8


def test_a_name_that_is_not_known_is_told():
    def unknown(*_):
        raise OSError("no such name")

    with pytest.raises(FetchError, match="is not known"):
        fetch("https://nowhere.example/", unknown)

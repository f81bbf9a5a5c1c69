"""The portal under an address of its own, behind a proxy, as its operator runs it."""

import contextlib
import http.client
import os
import re
import subprocess
import sys

import pytest

SERVE = "from servanda_cli.main import run; run()"
PUBLIC = {"Host": "register.example", "X-Forwarded-For": "203.0.114.7"}


@pytest.fixture
def ask(gauges, tmp_path):
    """Serve a plan as https://register.example, and return a way to ask it as the proxy does."""
    command = [sys.executable, "-c", SERVE, "serve", "--plans", str(gauges), "--port", "18200"]
    given = {"SERVANDA_HOME": str(tmp_path / "home"), "SERVANDA_ORIGIN": "https://register.example"}
    with subprocess.Popen(
        [*command, "--host", "127.0.0.1"], env=os.environ | given, stderr=subprocess.PIPE, text=True
    ) as server:
        port = next((found[1] for line in server.stderr if (found := re.search(r"using (\d+)|is at", line))), None)

        def asked(path, method="GET", **headers):
            with contextlib.closing(http.client.HTTPConnection("127.0.0.1", int(port or 18200), timeout=20)) as proxy:
                proxy.request(method, path, headers={**PUBLIC, **headers})
                answer = proxy.getresponse()
                return answer.status, answer.headers, answer.read().decode()

        try:
            yield asked
        finally:
            server.terminate()


def test_what_an_operator_publishes_is_strict(ask):
    status, headers, page = ask("/en/plans/gauges/")
    assert status == 200
    assert headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains; preload"
    assert "upgrade-insecure-requests" in headers["Content-Security-Policy"]
    assert "Set-Cookie" not in headers
    assert "Server" not in headers
    assert "Plan of the two gauges" in page

    status, headers, page = ask("/en/account/sign-in/")
    assert re.search(r"__Host-csrf=\w+;.*HttpOnly.*Path=/; SameSite=Lax; Secure", headers["Set-Cookie"])
    assert "demonstration" not in page

    assert ask("/en/", Host="elsewhere.example")[0] == 400
    assert ask("/demonstration/", "POST")[0] == 403
    assert ask("/healthz", Host="10.0.0.1")[0] == 200
    assert ask("/readyz", Host="10.0.0.1")[0] == 200
    assert ask("/metrics")[0] == 403
    assert ask("/en/account/sign-in/", "POST", **{"Content-Length": str(26 * 1024 * 1024)})[0] == 413

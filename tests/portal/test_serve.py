import os
import re
import signal
import socket
import subprocess
import sys
import threading
import urllib.request

import pytest
import typer

from servanda_portal.commands.serve import listen, serve

HANGS = 120  # seconds after which a server that does not answer is given up, on a machine with much else to do
# What a shell runs in the background ignores SIGINT, and so would all that it starts.
PROGRAM = """
import signal, typer
from servanda_portal.commands.serve import serve
signal.signal(signal.SIGINT, signal.default_int_handler)
typer.run(serve)
"""


def test_a_port_that_is_taken_gives_the_next_free_one():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with listen("127.0.0.1", port) as other:
            assert other.getsockname()[1] > port


def test_a_host_open_to_others_needs_to_know_its_address(tmp_path, capsys):
    with pytest.raises(typer.Exit) as ended:
        serve(tmp_path, host="0.0.0.0")  # noqa: S104 it is refused
    assert ended.value.exit_code == 2
    assert "SERVANDA_ORIGIN" in capsys.readouterr().err


@pytest.mark.parametrize("host", ["256.1.1.1", "http://x", "[::1]", "a b", "x" * 70])
def test_a_host_that_is_no_address_of_this_machine_is_not_told_of_ports(capsys, host):
    with pytest.raises(typer.Exit) as ended:
        listen(host, 8000)
    assert ended.value.exit_code == 2
    assert f"--host {host}: " in (told := capsys.readouterr().err)
    assert "port" not in told


def start(folder, home, **environment):
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, "--plans", str(folder), "--port", "18000"],
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"SERVANDA_HOME": str(home)} | environment,
    )


def test_serve_loads_reads_prints_its_address_answers_and_ends(gauges, tmp_path):
    with start(gauges, tmp_path / "home") as process:
        stop = threading.Timer(HANGS, process.kill)
        stop.start()
        printed = ""
        for line in process.stderr:
            printed += line
            if found := re.search(r"Servanda is at (http://127\.0\.0\.1:\d+/)", line):
                break
        with urllib.request.urlopen(f"{found[1]}en/plans/gauges/", timeout=HANGS) as response:  # noqa: S310 our own address
            assert response.status == 200
        with urllib.request.urlopen(f"{found[1]}static/servanda.css", timeout=HANGS) as response:  # noqa: S310 our own address
            assert response.headers["Content-Type"].startswith("text/css")
        with urllib.request.urlopen(f"{found[1]}api/v1/", timeout=HANGS) as response:  # noqa: S310 our own address
            assert found[1] in response.read().decode(), "the addresses that it gives have the port that it found"
        process.send_signal(signal.SIGINT)
        printed += process.stderr.read()
        stop.cancel()
    assert re.search(r"commitments\s+3", printed)
    assert re.search(r"passages found\s+1 of 1", printed)
    assert "Traceback" not in printed
    assert process.returncode == 0


def test_a_plan_that_is_not_right_is_named_with_its_line(gauges, tmp_path):
    (gauges / "commitments.yaml").write_text("- reference: X\n  colour: red\n")
    with start(gauges, tmp_path / "home") as process:
        printed = process.stderr.read()
    assert process.returncode == 2
    assert "commitments.yaml:2" in printed
    assert "Traceback" not in printed


def test_beyond_this_machine_the_settings_are_strict(tmp_path):
    program = (
        "import django; django.setup(); from django.core.management import call_command;"
        "call_command('check', deploy=True, fail_level='WARNING');"
        "from django.conf import settings; print(settings.ALLOWED_HOSTS, settings.DEBUG, settings.CSRF_COOKIE_SECURE)"
    )
    environment = {"SERVANDA_HOME": str(tmp_path), "SERVANDA_ORIGIN": "https://register.example", "SERVANDA_DEBUG": "1"}
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False, env=os.environ | environment
    )
    assert done.returncode == 0, done.stderr
    assert "['register.example'] False True" in done.stdout
    assert len((tmp_path / "secret").read_text()) > 50

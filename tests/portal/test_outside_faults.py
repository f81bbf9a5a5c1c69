"""Whatever outside of a command fails, it ends with one line that says what, where, and what to do."""

import os
import subprocess
import sys

import pytest

SERVANDA = [sys.executable, "-c", "from servanda_cli.main import run; run()"]
INVITE = ("invite", "ana@example.org", "--name", "Ana")


def start(home, *arguments, **environment):
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SERVANDA")}
    environment = {**kept, "SERVANDA_HOME": str(home), **environment}
    return subprocess.run(
        [*SERVANDA, *arguments], env=environment, check=False, capture_output=True, text=True, timeout=60
    )


@pytest.mark.parametrize(
    ("setting", "value", "words"),
    [
        ("SERVANDA_ORIGIN", "nowhere", "write it as https://"),
        ("SERVANDA_DATABASE", "sqlite:here", "write it as postgresql://"),
        ("SERVANDA_DATABASE", "postgresql://a:word@127.0.0.1:1/x", "the database: connection failed"),
        ("SERVANDA_MAIL", "nobody", "write it as smtp://"),
        ("SERVANDA_MAIL", "smtp://127.0.0.1:1", "mail was not sent: [Errno 111] Connection refused"),
    ],
)
def test_a_setting_or_a_server_that_is_not_right_is_one_line(tmp_path, setting, value, words):
    done = start(tmp_path, *INVITE, **{setting: value})

    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert line.startswith("servanda invite: ")
    assert words in line


@pytest.mark.parametrize("command", ["verify-portal", "rebuild", "remind"])
def test_a_file_that_is_no_database_is_one_line(tmp_path, command):
    (tmp_path / "servanda.sqlite3").write_bytes(b"no database" * 1000)
    done = start(tmp_path, command)

    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"servanda {command}: the database: file is not a database; see that")


def test_a_fault_of_the_program_is_not_taken_for_one_outside():
    from servanda_portal.commands.outside_faults import told  # noqa: PLC0415 where Django is installed

    def command():
        raise KeyError("a fault of ours")

    with pytest.raises(KeyError):
        told(command)()

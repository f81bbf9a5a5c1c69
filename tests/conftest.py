"""The portal's settings, where Django is installed (the library's tests also run where it is not), and a database.

No property fails for being slow: on a machine that has other work the same example takes ten times as long. What has
to be fast is timed by tests of its own.
"""

import contextlib
import importlib.util
import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("servanda", deadline=None)
settings.load_profile("servanda")

if importlib.util.find_spec("django") is not None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "servanda_portal.settings")


@pytest.fixture(scope="session")
def scorer():
    """Return what loads a scorer by its name: they stand among the benchmarks, which are no package."""
    folder = Path(__file__).resolve().parents[1] / "benchmarks"

    def load(name):
        spec = importlib.util.spec_from_file_location(name, folder / f"{name}.py")
        sys.modules[name] = module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    return load


@pytest.fixture
def postgresql(postgresql_server):
    """Return the address of an empty database, as SERVANDA_DATABASE takes it."""
    psycopg = pytest.importorskip("psycopg")
    name = f"register_{secrets.token_hex(4)}"
    with psycopg.connect(postgresql_server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return postgresql_server.removesuffix("postgres") + name


@pytest.fixture(scope="session")
def postgresql_server():
    """Run a PostgreSQL of its own on this machine, and return the address of its own database.

    It takes the server's programs where Debian puts them, runs as a user other than root, and leaves nothing behind.
    """
    programs = max(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name), default=None)
    if programs is None:
        pytest.skip("PostgreSQL is not installed (apt-get install postgresql)")
    folder, word = Path(tempfile.mkdtemp(prefix="servanda-postgresql-")), secrets.token_urlsafe(16)
    (folder / "word").write_text(word, encoding="ascii")
    runuser = shutil.which("runuser") or "/usr/sbin/runuser"  # not on every path
    other = [runuser, "-u", "postgres", "--"] if os.geteuid() == 0 else []  # the server refuses to run as root
    if other:
        for path in (folder, folder / "word"):
            shutil.chown(path, "postgres")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    def run(program, *arguments):
        # Its output goes to a file: a server that stays would hold a pipe open.
        with (folder.parent / f"{folder.name}.log").open("ab") as log:
            command = [*other, programs / program, "-D", folder / "data", *arguments]
            subprocess.run(command, cwd="/", check=True, stdout=log, stderr=log)

    try:
        run("initdb", "-U", "servanda", "-A", "scram-sha-256", f"--pwfile={folder / 'word'}", "-E", "UTF8", "--no-sync")
        run("pg_ctl", "-w", "-o", f"-p {port} -c listen_addresses=127.0.0.1 -k {folder} -c fsync=off", "start")
        yield f"postgresql://servanda:{word}@127.0.0.1:{port}/postgres"
    finally:
        with contextlib.suppress(subprocess.CalledProcessError):
            run("pg_ctl", "-w", "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)
        (folder.parent / f"{folder.name}.log").unlink(missing_ok=True)

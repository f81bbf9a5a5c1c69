"""A verifier that others wrote: Go's own packages for notes and transparency logs, from the Go toolchain, offline."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

# The random registers whose exports are checked here.
sys.path.insert(0, str(Path(__file__).parents[1] / "record"))


@pytest.fixture(scope="session")
def go(tmp_path_factory):
    """Put questions to the Go program ``asked``, built for this session, and give its answers."""
    command = shutil.which("go")
    if command is None:
        pytest.skip("Go is not installed (Debian: golang-go), so nobody else checks the ledger's notes and proofs")
    root = Path(subprocess.run([command, "env", "GOROOT"], check=True, capture_output=True, text=True).stdout.strip())
    vendored = (root / "src/cmd/vendor/golang.org").resolve()
    if not (vendored / "x/mod/sumdb/note").is_dir():
        pytest.skip(f"this Go comes without golang.org/x/mod/sumdb/note ({vendored})")
    # The toolchain's own copies of the packages stand where the older way of finding packages looks for them.
    workspace = tmp_path_factory.mktemp("go")
    (workspace / "src").mkdir()
    (workspace / "src/golang.org").symlink_to(vendored)
    program = workspace / "asked"
    subprocess.run(
        [command, "build", "-o", program, Path(__file__).parent / "asked/main.go"],
        check=True,
        cwd=workspace,
        env=os.environ
        | {
            "GO111MODULE": "off",
            "GOPATH": str(workspace),
            "GOCACHE": str(workspace / "cache"),
            "GOPROXY": "off",
            "GOFLAGS": "",
            "CGO_ENABLED": "0",
        },
    )

    def ask(*questions):
        lines = "\n".join(json.dumps(question) for question in questions)
        answered = subprocess.run([program], input=lines, check=True, capture_output=True, text=True)
        return [json.loads(line) for line in answered.stdout.splitlines()]

    return ask

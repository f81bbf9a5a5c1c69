"""``servanda monitor`` on real files, in real processes, killed and started again."""

import gzip
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

from servanda_cli.main import app

PLAN = Path(__file__).parents[2] / "plans" / "example"
SERVANDA = [sys.executable, "-c", "from servanda_cli.main import run\nif __name__ == '__main__': run()"]
BEARING = "Norland and Sudria opened the joint flood forecasting centre at Pontmerle on Tuesday, the ministry said."
IDLE = "A baker in Lyon has sold his shop. Nobody was surprised."


def start(*arguments):
    return subprocess.Popen(
        [*SERVANDA, "monitor", *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def monitor(*arguments):
    """Run in this process, but for several processes, which are started anew."""
    if "--workers" in arguments:
        process = start(*arguments)
        _, told = process.communicate(timeout=120)
        return process.returncode, told
    done = CliRunner().invoke(app, ["monitor", *map(str, arguments)], env={"COLUMNS": "200"})
    return done.exit_code, done.output


def line(number, text, **more):
    return json.dumps({"id": number, "text": f"{text} Item {number}.", "language": "en", "date": "2025-06-28", **more})


def write(path, count):
    text = "".join(line(n, BEARING if n % 10 == 0 else IDLE) + "\n" for n in range(count))
    path.write_text(text, encoding="utf-8")
    return path


def found(folder):
    return [json.loads(each) for each in (folder / "candidates.jsonl").read_text(encoding="utf-8").splitlines()]


def log(folder):
    return json.loads((folder / "search.json").read_text(encoding="utf-8"))


def test_a_stream_gives_candidates_with_reasons_and_a_log_of_the_search(tmp_path):
    stream = write(tmp_path / "news.jsonl", 30)

    status, told = monitor(stream, "--plan", PLAN, "--output", tmp_path / "out")

    assert status == 0, told
    candidates = found(tmp_path / "out")
    assert [one["candidate"]["document"]["id"] for one in candidates] == [0, 10, 20]
    assert {one["candidate"]["commitment"] for one in candidates} == {"W01"}
    assert candidates[0]["candidate"]["reasons"]["terms"]
    searched = log(tmp_path / "out")
    assert (searched["documents"], searched["languages"], searched["complete"]) == (30, {"en": 30}, True)
    assert searched["commitments"]["W01"] == 3
    assert searched["commitments"]["W02"] == 0  # "none found" has a search behind it
    assert "30 documents searched" in told


def test_what_was_read_is_not_read_again_and_a_stream_that_has_grown_is_read_on(tmp_path):
    stream = write(tmp_path / "news.jsonl", 20)
    monitor(stream, "--plan", PLAN, "--output", tmp_path / "out")
    with stream.open("a", encoding="utf-8") as file:
        file.write(line(99, BEARING) + "\n")

    status, told = monitor(stream, "--plan", PLAN, "--output", tmp_path / "out")

    assert status == 0, told
    assert [one["candidate"]["document"]["id"] for one in found(tmp_path / "out")] == [0, 10, 99]
    assert log(tmp_path / "out")["documents"] == 21


def test_a_poisoned_document_is_set_aside_with_its_reason_and_the_run_goes_on(tmp_path):
    stream = tmp_path / "news.jsonl"
    hostile = json.dumps({"id": "h", "html": "<div>" * 100_000 + BEARING, "language": "en"})
    huge = json.dumps({"id": "big", "text": "x" * (9 << 20)})
    lines = [line(1, BEARING), "{", '{"id": 2}', huge, hostile, '{"text": 7}', line(3, BEARING, title="3")]
    stream.write_bytes("\n".join(lines).encode() + b'\n{"text": "\xff"}\n')

    status, told = monitor(stream, "--plan", PLAN, "--output", tmp_path / "out")

    assert status == 0, told
    assert {one["candidate"]["document"]["id"] for one in found(tmp_path / "out")} >= {1, 3}
    aside = [json.loads(each) for each in (tmp_path / "out" / "set_aside.jsonl").read_text().splitlines()]
    codes = [one["code"] for one in aside]
    assert codes.count("malformed") == 3
    assert {"no_text", "too_large"} <= set(codes)
    assert all(one["detail"] for one in aside)
    assert log(tmp_path / "out")["documents"] == 8


def test_equal_texts_are_proposed_once(tmp_path):
    stream = tmp_path / "news.jsonl"
    same = json.dumps({"id": 1, "text": BEARING, "language": "en"})
    stream.write_text(f"{same}\n{same}\n", encoding="utf-8")

    monitor(stream, "--plan", PLAN, "--output", tmp_path / "out")

    assert len(found(tmp_path / "out")) == 1


def test_compressed_lines_and_several_processes_give_the_same(tmp_path):
    plain = write(tmp_path / "news.jsonl", 40)
    packed = tmp_path / "packed" / "news.jsonl.gz"
    packed.parent.mkdir()
    packed.write_bytes(gzip.compress(plain.read_bytes()))

    monitor(plain, "--plan", PLAN, "--output", tmp_path / "one")
    monitor(packed, "--plan", PLAN, "--output", tmp_path / "two", "--workers", 2)

    candidates = [[line["candidate"] for line in found(tmp_path / folder)] for folder in ("one", "two")]
    assert candidates[0] == candidates[1] != []


def test_shards_merge_into_what_one_run_gives(tmp_path):
    stream = tmp_path / "news.jsonl"
    stream.write_text(
        "".join(line(n, (BEARING if n % 40 == 0 else IDLE) + " more" * 200) + "\n" for n in range(400)),
        encoding="utf-8",
    )
    monitor(stream, "--plan", PLAN, "--output", tmp_path / "whole")
    for number in (1, 2, 3):
        monitor(stream, "--plan", PLAN, "--output", tmp_path / f"s{number}", "--shard", f"{number}/3")

    status, told = monitor("merge", *(tmp_path / f"s{n}" for n in (1, 2, 3)), "--output", tmp_path / "merged")

    assert status == 0, told
    for name in ("candidates.jsonl", "set_aside.jsonl", "search.json"):
        assert (tmp_path / "merged" / name).read_bytes() == (tmp_path / "whole" / name).read_bytes()
    assert all(found(tmp_path / f"s{n}") for n in (1, 2, 3))


def test_a_folder_of_documents_is_a_stream(tmp_path):
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text(f"Harnvik, 1 July 2025\n\n{BEARING}\n", encoding="utf-8")
    (tmp_path / "texts" / "b.html").write_text(f"<html><body><p>{IDLE}</p></body></html>", encoding="utf-8")
    (tmp_path / "texts" / "c.pdf").write_bytes(b"no PDF")

    status, told = monitor(tmp_path / "texts", "--plan", PLAN, "--output", tmp_path / "out")

    assert status == 0, told
    assert [one["candidate"]["document"]["id"] for one in found(tmp_path / "out")] == ["a.txt"]
    assert log(tmp_path / "out")["set_aside"] == 1


@pytest.mark.parametrize("workers", [1, pytest.param(2, marks=pytest.mark.soak)])
def test_killed_at_any_moment_and_started_again_it_loses_and_repeats_nothing(tmp_path, workers, monkeypatch):
    monkeypatch.setenv("SERVANDA_MONITOR_BLOCK", "4096")
    stream = write(tmp_path / "news.jsonl", 1500)
    monitor(stream, "--plan", PLAN, "--output", tmp_path / "whole")
    out = tmp_path / "out"
    state = out / "state.jsonl"
    kills = 0
    while True:
        before = state.stat().st_size if state.exists() else 0
        process = start(stream, "--plan", PLAN, "--output", out, "--workers", workers)
        while process.poll() is None and kills < 4:
            if state.exists() and state.stat().st_size > before + 400 * (kills + 1):
                os.kill(process.pid, signal.SIGKILL)
                kills += 1
                break
            time.sleep(0.001)
        process.communicate(timeout=120)
        if process.returncode == 0:
            break

    assert kills >= 2
    assert (out / "candidates.jsonl").read_bytes() == (tmp_path / "whole" / "candidates.jsonl").read_bytes()
    assert log(out)["documents"] == 1500


def test_a_torn_last_line_of_the_state_is_cut_off(tmp_path):
    stream = write(tmp_path / "news.jsonl", 20)
    monitor(stream, "--plan", PLAN, "--output", tmp_path / "out")
    whole = (tmp_path / "out" / "candidates.jsonl").read_bytes()
    state = tmp_path / "out" / "state.jsonl"
    run = state.read_bytes().splitlines(keepends=True)[0]
    state.write_bytes(run + b'{"source":"news.jso')
    with (tmp_path / "out" / "candidates.jsonl").open("ab") as file:
        file.write(b'{"stream":')

    monitor(stream, "--plan", PLAN, "--output", tmp_path / "out")

    assert (tmp_path / "out" / "candidates.jsonl").read_bytes() == whole


def test_a_register_has_one_version_in_every_process():
    code = (
        "from pathlib import Path; from servanda_cli.monitor_plan import index_folder;"
        f"print(index_folder(Path({str(PLAN)!r})).version)"
    )
    versions = {
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2", "3")
    }

    assert len(versions) == 1


def test_a_folder_of_another_search_is_refused(tmp_path):
    stream = write(tmp_path / "news.jsonl", 5)
    monitor(stream, "--plan", PLAN, "--output", tmp_path / "out")

    status, told = monitor(stream, "--plan", PLAN, "--output", tmp_path / "out", "--since", "2026-01-01")

    assert status == 2
    assert "another search" in told


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nowhere.jsonl", "--plan", PLAN], "no such file"),
        (["a.jsonl"], "give the plan"),
        (["a.jsonl", "--plan", PLAN, "--shard", "3/2"], "is no part"),
        (["a.jsonl", "--plan", PLAN, "--language", "de"], "none of en, fr, es"),
    ],
)
def test_wrong_use_is_one_line_and_status_two(tmp_path, arguments, words):
    status, told = monitor(*arguments, "--output", tmp_path / "out")

    assert status == 2
    assert words in told

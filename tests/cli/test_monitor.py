"""``servanda monitor`` on real files, in real processes, killed and started again."""

import fcntl
import gzip
import json
import os
import shutil
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


def test_a_title_that_every_candidate_would_repeat_at_length_is_set_aside(tmp_path):
    stream = tmp_path / "news.jsonl"
    title = "postponed " * 1_000
    page = json.dumps({"html": f"<html><body><h1>{title}</h1><p>{BEARING}</p></body></html>"})
    stream.write_text("\n".join([line(1, BEARING, title=title), page, line(2, BEARING)]), encoding="utf-8")

    status, told = monitor(stream, "--plan", PLAN, "--output", tmp_path / "out")

    assert status == 0, told
    assert {one["candidate"]["document"]["id"] for one in found(tmp_path / "out")} == {2}
    aside = [json.loads(each) for each in (tmp_path / "out" / "set_aside.jsonl").read_text().splitlines()]
    assert [(one["code"], one["detail"].split(";")[0]) for one in aside] == [
        ("too_large", "a title of 10000 characters"),
        ("too_large", "a title of 9999 characters"),
    ]


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
        (["a.jsonl", "--plan", PLAN, "--since", "soon"], "Invalid value for --since: 'soon' is no day"),
        (["a.jsonl", "--plan", PLAN, "--until", "9999-99-99"], "Invalid value for --until: '9999-99-99' is no day"),
        (
            ["a.jsonl", "--plan", PLAN, "--since", "2026-01-02", "--until", "2026-01-01"],
            "before 2026-01-02, the day of",
        ),
        (["a.jsonl", "--plan", PLAN, "--workers", "999"], "1<=x<=64"),
    ],
)
def test_wrong_use_is_one_line_and_status_two(tmp_path, arguments, words):
    status, told = monitor(*arguments, "--output", tmp_path / "out")

    assert status == 2
    assert words in told


def run_of(tmp_path, count=5, **more):
    """Return a stream and the folder of a run over it."""
    stream = write(tmp_path / "news.jsonl", count)
    assert monitor(stream, "--plan", PLAN, "--output", tmp_path / "out", **more)[0] == 0
    return stream, tmp_path / "out"


def refused(told):
    """Return the one line in which something was refused."""
    assert told.count("\n") == 1
    assert "Traceback" not in told
    return told


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize(
    "change",
    [
        lambda stream: stream.write_text("".join(stream.read_text().splitlines(keepends=True)[:2])),
        lambda stream: stream.write_text(""),
        lambda stream: stream.write_text(stream.read_text().replace("Item 4", "Item 5")),
        lambda stream: stream.write_text("{}\n" + stream.read_text()),
    ],
    ids=["shorter", "empty", "other words", "something before"],
)
def test_a_stream_that_is_no_more_what_was_read_is_refused_and_nothing_is_lost(tmp_path, change):
    stream, out = run_of(tmp_path)
    before = contents(out)
    change(stream)

    status, told = monitor(stream, "--plan", PLAN, "--output", out)

    assert status == 2
    assert "what was read before has changed" in refused(told)
    assert contents(out) == before


def test_a_document_put_before_those_of_a_folder_is_told_and_not_passed_over(tmp_path):
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "b.txt").write_text(BEARING, encoding="utf-8")
    monitor(folder, "--plan", PLAN, "--output", tmp_path / "out")
    (folder / "a.txt").write_text(BEARING, encoding="utf-8")

    status, told = monitor(folder, "--plan", PLAN, "--output", tmp_path / "out")

    assert status == 2
    assert "what was read before has changed" in refused(told)


def test_a_last_line_that_ended_without_a_newline_is_read_on_from(tmp_path):
    stream = tmp_path / "news.jsonl"
    stream.write_text(line(0, BEARING), encoding="utf-8")
    monitor(stream, "--plan", PLAN, "--output", tmp_path / "out")
    stream.write_text(line(0, BEARING) + "\n" + line(1, BEARING) + "\n", encoding="utf-8")

    assert monitor(stream, "--plan", PLAN, "--output", tmp_path / "out")[0] == 0
    assert log(tmp_path / "out")["documents"] == 2


def test_two_runs_do_not_write_into_one_folder(tmp_path):
    stream, out = run_of(tmp_path)
    before = contents(out)
    with (out / "state.jsonl").open("ab") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        status, told = monitor(stream, "--plan", PLAN, "--output", out)

    assert status == 2
    assert "another run writes into it" in refused(told)
    assert contents(out) == before
    assert monitor(stream, "--plan", PLAN, "--output", out)[0] == 0


@pytest.mark.parametrize(
    ("file", "content", "words"),
    [
        ("state.jsonl", lambda was: b"junk\n" + was, "state.jsonl:1: no line of the monitor"),
        ("state.jsonl", lambda was: was + b"junk\n", "state.jsonl:3: no line of the monitor"),
        ("candidates.jsonl", lambda was: was[:-1], "not all are there"),
        ("candidates.jsonl", lambda was: b"?" * len(was), "candidates.jsonl:1: no line of the monitor"),
    ],
)
def test_files_that_are_not_as_the_monitor_left_them_are_refused_and_left_alone(tmp_path, file, content, words):
    stream, out = run_of(tmp_path)
    (out / file).write_bytes(content((out / file).read_bytes()))
    before = contents(out)

    status, told = monitor(stream, "--plan", PLAN, "--output", out)

    assert status == 2
    assert words in refused(told)
    assert contents(out) == before


def test_a_full_disk_is_one_line_and_the_run_goes_on_where_it_stopped(tmp_path):
    stream = write(tmp_path / "news.jsonl", 200)
    out = tmp_path / "out"
    code = (
        "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192));"
        f"from servanda_cli.main import app; app({['monitor', str(stream), '--plan', str(PLAN), '--output', str(out)]})"
    )
    full = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=120)

    assert full.returncode == 2
    assert "goes on where it stopped" in refused(full.stderr)
    assert monitor(stream, "--plan", PLAN, "--output", out)[0] == 0
    assert monitor(stream, "--plan", PLAN, "--output", tmp_path / "whole")[0] == 0
    assert contents(out)["candidates.jsonl"] == contents(tmp_path / "whole")["candidates.jsonl"]


def test_an_output_that_cannot_be_a_folder_is_one_line(tmp_path):
    stream = write(tmp_path / "news.jsonl", 1)

    status, told = monitor(stream, "--plan", PLAN, "--output", stream)

    assert status == 2
    assert "File exists" in refused(told)


def test_an_output_inside_of_the_stream_is_refused(tmp_path):
    write(tmp_path / "news.jsonl", 1)

    status, told = monitor(tmp_path, "--plan", PLAN, "--output", tmp_path / "out")

    assert status == 2
    assert "would be searched too" in refused(told)


@pytest.mark.parametrize("written", ["0", "-5", "many"])
def test_a_size_of_blocks_that_is_none_is_refused(tmp_path, monkeypatch, written):
    monkeypatch.setenv("SERVANDA_MONITOR_BLOCK", written)
    process = start(write(tmp_path / "news.jsonl", 1), "--plan", PLAN, "--output", tmp_path / "out")
    _, told = process.communicate(timeout=120)

    assert process.returncode == 2
    assert "is no number of bytes" in told
    assert "Traceback" not in told


def test_merging_into_one_of_the_parts_or_over_a_run_loses_nothing(tmp_path):
    _, out = run_of(tmp_path)
    before = contents(out)
    monitor("merge", out, "--output", tmp_path / "merged")
    merged = contents(tmp_path / "merged")

    for parts, output, words in (
        (out, out, "holds a run"),
        (tmp_path / "merged", out, "holds a run"),
        (tmp_path / "merged", tmp_path / "merged", "is one of the parts"),
    ):
        status, told = monitor("merge", parts, "--output", output)
        assert status == 2
        assert words in refused(told)

    assert contents(out) == before
    assert contents(tmp_path / "merged") == merged


def test_merging_parts_that_are_damaged_or_of_other_searches_is_refused_and_writes_nothing(tmp_path):
    stream, out = run_of(tmp_path)
    later = tmp_path / "later"
    monitor(stream, "--plan", PLAN, "--output", later, "--since", "2026-01-01")
    lost = tmp_path / "lost"
    shutil.copytree(out, lost)
    (lost / "candidates.jsonl").unlink()
    short, odd = (shutil.copytree(out, tmp_path / name) for name in ("short", "odd"))
    (short / "candidates.jsonl").write_bytes(b"")
    (odd / "search.json").write_text(json.dumps({**log(out), "shard": "abc"}), encoding="utf-8")

    for parts, words in (
        ((out, later), "another since"),
        ((lost,), "lost/candidates.jsonl: No such file"),
        ((stream,), "no finished search"),
        ((short,), "candidates.jsonl: 0 lines, where search.json counts 1; let its run end"),
        ((odd,), "odd/search.json: its shard is 'abc', no single part like 2/5"),
    ):
        status, told = monitor("merge", *parts, "--output", tmp_path / "merged")
        assert status == 2
        assert words in refused(told)

    assert not list((tmp_path / "merged").glob("*"))


def test_a_day_that_is_none_is_no_end_of_the_search(tmp_path):
    stream = tmp_path / "news.jsonl"
    days = ("zzzz", "0000-01-01", "9999-99-99", "2025-06-28T10:00:00Z")
    stream.write_text("".join(line(n, IDLE, date=day) + "\n" for n, day in enumerate(days)), encoding="utf-8")

    monitor(stream, "--plan", PLAN, "--output", tmp_path / "out")

    assert (log(tmp_path / "out")["first"], log(tmp_path / "out")["last"]) == ("2025-06-28", "2025-06-28")


@pytest.mark.parametrize(
    ("queries", "words"),
    [
        ("W01: {en: flood}", "queries.yaml:1: expected a list, found text"),
        ("W01: {en: [flood, '!!!']}", "W01.en[2] '!!!' has no word"),
        ("W01: {es: ['']}", "W01.es[1] '' has no word"),
        ("W01: {en: [漢字]}", "W01.en[1] '漢字' has no word"),
        (f"W01: {{fr: [{'crue ' * 50}]}}", "W01.fr[1] has 249 characters"),
        (f"W01: {{en: [{', '.join(f'word{n}' for n in range(10_000))}]}}", "W01.en has 10,000 phrases"),
        ("W99: {en: [flood]}", "no commitment 'W99'"),
        ("W01: {needs: [{en: [flood]}, {fr: ['...']}]}", "W01.needs[2].fr[1] '...' has no word"),
        ("W01: {needs: [{}]}", "W01.needs[1] has no phrase"),
        (f"W01: {{needs: [{'{en: [flood]}, ' * 1000}]}}", "W01.needs has 1,000 lists"),
        ("W01: {needs: [{en: [flood]}, {en: [the, of the], fr: [de la]}]}", "W01.needs[2] has only idle words"),
        (f"W01: {{en: ['={'(a|b)' * 39}']}}", "stands for more than 200 phrases"),
        (f"W01: {{needs: [{{en: ['={'(a|' * 40 + 'b' + ')' * 40}']}}]}}", "W01.needs[1].en[1]"),
        ("W01: {en: ['=flood (centre|model']}", "has a bracket or | without its other half"),
        ("W01: {en: ['=flood centre)']}", "has a bracket or | without its other half"),
        ("W01: {en: ['=flood|river']}", "has a bracket or | without its other half"),
        ("W01: {needs: [{en: ['=(flood|)']}]}", "has an alternative without any word"),
        ("W01: {en: ['flood (centre|model)']}", "counts only in a phrase that begins with ="),
        ("W01: {en: [' =flood']}", "counts only in a phrase that begins with ="),
    ],
)
def test_queries_that_would_find_nothing_or_drown_the_rest_are_refused(tmp_path, queries, words):
    plan = shutil.copytree(PLAN, tmp_path / "plan")
    (plan / "queries.yaml").write_text(queries, encoding="utf-8")

    status, told = monitor(write(tmp_path / "news.jsonl", 1), "--plan", plan, "--output", tmp_path / "out")

    assert status == 2
    assert words in refused(told)
    assert not (tmp_path / "out").exists()

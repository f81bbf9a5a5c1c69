"""Feeds are asked politely, kept, and searched once; the server of these tests is on this machine."""

import datetime
import fcntl
import http.server
import json
import shutil
import threading
import urllib.request
from pathlib import Path

import pytest

from servanda.monitoring.watcher import Limits
from servanda_cli import monitor_feeds
from servanda_cli.monitor import Shard
from servanda_cli.monitor import monitor_feeds as search_feeds
from servanda_cli.monitor_blocks import StreamError

PLAN = Path(__file__).parents[2] / "plans" / "example"
BEARING = "Norland and Sudria opened the joint flood forecasting centre at Pontmerle."


def rss(*items):
    inside = "".join(
        f"<item><guid>{n}</guid><title>{title}</title><description>{text}</description></item>"
        for n, title, text in items
    )
    return f'<rss version="2.0"><channel><title>Post</title>{inside}</channel></rss>'.encode()


class Server(http.server.ThreadingHTTPServer):
    """A publisher of one feed."""

    content = rss((1, "Open", BEARING))
    status = 200
    rest = "600"
    asked = ()


class Handler(http.server.BaseHTTPRequestHandler):
    """Answer as the server is set to."""

    def do_GET(self):  # noqa: D102 named by the base class
        self.server.asked = (*self.server.asked, dict(self.headers))
        etag = f'"{hash(self.server.content)}"'
        if self.server.status == 302:
            self.send_response(302)
            self.send_header("Location", "http://[")
            self.end_headers()
        elif self.server.status != 200:
            self.send_response(self.server.status)
            self.send_header("Retry-After", self.server.rest)
            self.end_headers()
        elif self.headers.get("If-None-Match") == etag:
            self.send_response(304)
            self.end_headers()
        else:
            self.send_response(200)
            self.send_header("ETag", etag)
            self.end_headers()
            self.wfile.write(self.server.content)

    def log_message(self, *told):  # noqa: D102 named by the base class
        pass


@pytest.fixture
def server():
    with Server(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def plan(tmp_path, server, monkeypatch):
    monkeypatch.setattr(monitor_feeds, "_PAUSE", 0.0)
    folder = tmp_path / "plan"
    shutil.copytree(PLAN, folder)
    address = f"http://127.0.0.1:{server.server_port}/news.rss"
    (folder / "feeds.yaml").write_text(
        f"- address: {address}\n  publisher: Harbour Post\n  language: en\n", encoding="utf-8"
    )
    return folder


def search(plan, output):
    return search_feeds(plan / "feeds.yaml", plan, output, Limits(), Shard(), 1, "local", None)


def test_entries_are_searched_and_the_answers_kept_with_their_hash(plan, tmp_path, server):
    assert search(plan, tmp_path / "out") == 0

    (line,) = (tmp_path / "out" / "candidates.jsonl").read_text(encoding="utf-8").splitlines()
    candidate = json.loads(line)["candidate"]
    assert (candidate["commitment"], candidate["document"]["publisher"]) == ("W01", "Harbour Post")
    (answer,) = (tmp_path / "out" / "archive" / "answers.jsonl").read_text(encoding="utf-8").splitlines()
    kept = tmp_path / "out" / "archive" / f"{json.loads(answer)['sha256']}.xml"
    assert kept.read_bytes() == server.content
    assert "Servanda" in server.asked[0]["User-Agent"]


def test_a_feed_is_asked_on_condition_and_only_what_is_new_is_searched(plan, tmp_path, server):
    search(plan, tmp_path / "out")
    search(plan, tmp_path / "out")
    server.content = rss((1, "Open", BEARING), (2, "Again", BEARING + " It was raining."))
    search(plan, tmp_path / "out")

    assert "If-None-Match" not in server.asked[0]
    assert "If-None-Match" in server.asked[1]
    assert json.loads((tmp_path / "out" / "search.json").read_text())["documents"] == 2
    assert len((tmp_path / "out" / "candidates.jsonl").read_text(encoding="utf-8").splitlines()) == 2


def test_a_busy_host_is_left_alone_as_long_as_it_asks(plan, tmp_path, server, capsys):
    server.status = 503

    assert search(plan, tmp_path / "out") == 0
    assert search(plan, tmp_path / "out") == 0

    assert len(server.asked) == 1
    assert "answered 503" in capsys.readouterr().err


@pytest.mark.parametrize("rest", ["\u00b2", "9" * 20, "9" * 5_000, "Fri, 31 Dec 9999 23:59:59 -1200", "soon", ""])
def test_a_busy_host_that_asks_for_a_time_that_is_none_is_left_alone_for_an_hour(plan, tmp_path, server, rest):
    server.status, server.rest = 429, rest

    assert search(plan, tmp_path / "out") == 0

    answer = json.loads((tmp_path / "out" / "archive" / "answers.jsonl").read_text(encoding="utf-8"))
    asked, until = (datetime.datetime.fromisoformat(answer[key]) for key in ("asked", "not_before"))
    assert until - asked == datetime.timedelta(hours=1)


def test_a_host_that_sends_us_to_no_address_is_told_and_the_others_are_asked(plan, tmp_path, server, capsys):
    server.status = 302

    assert search(plan, tmp_path / "out") == 0
    assert "does not answer" in capsys.readouterr().err


def test_an_answer_that_trickles_is_not_waited_for(plan, tmp_path, server, capsys, monkeypatch):
    monkeypatch.setattr(monitor_feeds, "_SECONDS", -1)
    monkeypatch.setattr(monitor_feeds.urllib.request, "urlopen", _without_timeout(urllib.request.urlopen))

    assert search(plan, tmp_path / "out") == 0
    assert "not all came within" in capsys.readouterr().err


def _without_timeout(urlopen):
    return lambda request, **_: urlopen(request)


@pytest.mark.parametrize(
    "address", ["http://[", "http://example.org/é", "http://..example/", f"http://{'a' * 70}.org/", "http://\u2100.com"]
)
def test_an_address_of_the_plan_that_is_none_is_refused_in_one_line(plan, tmp_path, capsys, address):
    (plan / "feeds.yaml").write_text(f"- address: '{address}'\n", encoding="utf-8")

    assert search(plan, tmp_path / "out") == 2
    assert "feeds.yaml: " in (told := capsys.readouterr().err)
    assert len(told.splitlines()) == 1


def test_a_plan_without_feeds_is_refused_in_one_line(tmp_path):
    with pytest.raises(StreamError, match=r"feeds\.yaml"):
        monitor_feeds.poll(PLAN, tmp_path / "out")


def test_two_runs_do_not_ask_the_feeds_of_one_folder_at_once(plan, tmp_path, server, capsys):
    (tmp_path / "out" / "archive").mkdir(parents=True)
    with (tmp_path / "out" / "archive" / "answers.jsonl").open("ab") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        assert search(plan, tmp_path / "out") == 2

    assert "another run writes into it" in capsys.readouterr().err


def test_an_archive_that_is_not_as_it_was_left_is_told(plan, tmp_path, server, capsys):
    (tmp_path / "out" / "archive").mkdir(parents=True)
    (tmp_path / "out" / "archive" / "answers.jsonl").write_text("junk\n", encoding="utf-8")

    assert search(plan, tmp_path / "out") == 2
    assert "answers.jsonl:1: no line of the monitor" in capsys.readouterr().err

import os
from pathlib import Path

import pytest

from servanda_cli.whole_files import write_file, write_folder


def failing(pieces):
    yield from pieces
    raise OSError("no space left")


def test_a_file_takes_the_place_of_the_one_before_it(tmp_path):
    path = tmp_path / "file"
    for content in (b"before", b"after"):
        write_file(path, content, mode=0o600)

    assert path.read_bytes() == b"after"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_folder_is_there_as_a_whole(tmp_path):
    write_folder(tmp_path / "new" / "folder", [("one", [b"1", b"2"]), ("two", [])])

    assert {path.name: path.read_bytes() for path in (tmp_path / "new" / "folder").iterdir()} == {
        "one": b"12",
        "two": b"",
    }


def test_a_folder_may_hold_folders_and_be_kept_from_others(tmp_path):
    write_folder(tmp_path / "kept", [("keys/one", [b"1"])], private=True)

    assert (tmp_path / "kept" / "keys" / "one").read_bytes() == b"1"
    assert (tmp_path / "kept").stat().st_mode & 0o077 == 0


def test_a_folder_that_cannot_be_finished_is_not_there_at_all(tmp_path):
    with pytest.raises(OSError, match="no space"):
        write_folder(tmp_path / "folder", [("one", [b"1"]), ("two", failing([b"2"]))])

    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_there_is_not_overwritten(tmp_path):
    (tmp_path / "folder").mkdir()

    with pytest.raises(FileExistsError, match="is there already"):
        write_folder(tmp_path / "folder", [("one", [b"1"])])


def test_a_file_that_cannot_be_written_leaves_the_one_before_it(tmp_path, monkeypatch):
    path = tmp_path / "file"
    write_file(path, b"before")

    def full(handle):
        raise OSError("no space left")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="no space"):
        write_file(path, b"after")

    assert path.read_bytes() == b"before"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_pipe_or_a_device_is_written_to_and_not_replaced(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_file(pipe, b"content")

    assert os.read(reader, 100) == b"content"
    os.close(reader)
    assert pipe.is_fifo()


def test_a_link_goes_on_leading_to_the_file_that_was_written(tmp_path):
    (tmp_path / "far").mkdir()
    (tmp_path / "far" / "file").write_bytes(b"before")
    (tmp_path / "link").symlink_to(Path("far", "file"))
    write_file(tmp_path / "link", b"after")

    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "far" / "file").read_bytes() == b"after"


def test_a_folder_is_no_place_for_a_file(tmp_path):
    with pytest.raises(IsADirectoryError):
        write_file(tmp_path, b"content")
    assert list(tmp_path.iterdir()) == []

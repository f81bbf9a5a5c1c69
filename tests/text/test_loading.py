import contextlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servanda.text.loaders import Limits, UnreadableError, load_bytes, load_path, readable_files

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
NAMES = ["a.txt", "a.html", "a.pdf", "a.docx", "a"]


def refusal(content: bytes, name: str, **options: int) -> str:
    with pytest.raises(UnreadableError) as caught:
        load_bytes(content, name=name, limits=Limits(**options))
    message = str(caught.value)
    assert message.startswith(f"{name}: ")
    assert "\n" not in message
    assert ";" in message  # what happened; what to do
    return caught.value.code


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"", "a.txt", "empty"),
        (b" \r\n\t", "a.html", "empty"),
        (PNG, "a.txt", "wrong_type"),
        (PNG, "a.pdf", "wrong_type"),
        (b"%PDF-1.7 ...", "a.txt", "wrong_type"),
        (b"<!doctype html><p>Hello", "a.txt", "wrong_type"),
        (b"Some words", "a.pdf", "wrong_type"),
        (b"Some words", "a.docx", "wrong_type"),
        (b"words\0words", "a.txt", "wrong_type"),
        (bytes(range(256)) * 9, "a.txt", "wrong_type"),
        (b"PK\x03\x04mimetype", "a.docx", "unsupported"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "a.doc", "unsupported"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "a.docx", "encrypted"),
        (b"{\\rtf1 words}", "a.rtf", "unsupported"),
        (b"%PDF-1.7\nbroken", "a.pdf", "damaged"),
        (b"PK\x03\x04 word/document.xml", "a.docx", "damaged"),
        (b"<html><body><script>x()</script></body>", "a.html", "no_text"),
        ("\ufeff \n".encode(), "a.txt", "no_text"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(content, name, code):
    assert refusal(content, name) == code


@pytest.mark.parametrize(
    ("content", "name", "limit"),
    [
        (b"words " * 20, "a.txt", {"file_bytes": 100}),
        (b"words " * 20, "a.txt", {"characters": 100}),
        (b"words\n" * 20, "a.txt", {"lines": 10}),
        (b"words\n" * 20, "a.txt", {"blocks": 10}),
        (b"<p>words" * 20, "a.html", {"blocks": 10}),
    ],
)
def test_what_is_above_a_limit_is_too_large(content, name, limit):
    assert refusal(content, name, **limit) == "too_large"


@pytest.mark.parametrize(
    ("content", "name", "media_type"),
    [
        (b"Plain words.", "a.txt", "text/plain"),
        (b"Plain words.", "README", "text/plain"),
        (b"<p>Words in a paragraph.", "a.htm", "text/html"),
        (b"Words and no tag.", "a.html", "text/html"),
        (b"\xef\xbb\xbf<!DOCTYPE html><p>Words.", "page.aspx", "text/html"),
        (b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><p>Words.</p></html>", "a", "text/html"),
    ],
)
def test_the_format_is_that_of_the_content(content, name, media_type):
    assert load_bytes(content, name=name).media_type == media_type


def test_a_path_that_is_no_file_is_refused_with_its_reason(tmp_path: Path):
    codes = []
    for path in (tmp_path / "none.txt", tmp_path, Path("a\0b.txt"), Path("/dev/null")):
        with pytest.raises(UnreadableError) as caught:
            load_path(path)
        assert str(caught.value).startswith(f"{path}: ")
        codes.append(caught.value.code)
    assert codes == ["missing", "directory", "missing", "unsupported"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="everything may be read by root")
def test_a_file_that_may_not_be_opened_is_refused(tmp_path: Path):
    path = tmp_path / "secret.txt"
    path.write_text("Words.")
    path.chmod(0)
    with pytest.raises(UnreadableError) as caught:
        load_path(path)
    assert caught.value.code == "forbidden"


def test_a_document_is_named_after_its_file_unless_it_is_called_otherwise(tmp_path: Path):
    path = tmp_path / "words.txt"
    path.write_text("Words.")
    assert load_path(path).name == "words.txt"
    assert load_path(path, name="press/words.txt").name == "press/words.txt"


def test_the_documents_of_a_folder_come_in_order_without_hidden_files_and_sidecars(tmp_path: Path):
    for name in (
        "b.txt",
        "a/z.HTML",
        "a/c.pdf",
        "b.txt.toml",
        "b.toml",
        ".hidden.txt",
        ".git/d.txt",
        "e.png",
        "d.docx",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Words.")
    (tmp_path / "loop").symlink_to(tmp_path)
    found = [path.relative_to(tmp_path).as_posix() for path in readable_files(tmp_path)]
    assert found == ["a/c.pdf", "a/z.HTML", "b.txt", "d.docx"]
    with pytest.raises(UnreadableError):
        readable_files(tmp_path / "none")


@given(st.binary(max_size=300), st.sampled_from(NAMES))
def test_any_bytes_are_a_document_or_a_refusal(content, name):
    with contextlib.suppress(UnreadableError):
        assert load_bytes(content, name=name).blocks


@given(
    st.text(alphabet='ab. \n\t:;-–•1()|"”A\u00a0é', min_size=1, max_size=200),
    st.sampled_from(["a.txt", "a.html"]),
)
def test_blocks_are_in_order_apart_and_without_space_around_them(text, name):
    try:
        document = load_bytes(text.encode(), name=name)
    except UnreadableError:
        return
    last = 0
    for block in document.blocks:
        words = document.text[block.start : block.end]
        assert last <= block.start < block.end <= len(document.text)
        assert words == words.strip()
        last = block.end


def test_plain_text_needs_no_library_for_other_formats():
    program = (
        "import sys; from servanda.text.loaders import load_bytes; load_bytes(b'Words.', name='a.txt');"
        "sys.exit(any(name in sys.modules for name in ('lxml', 'pypdfium2', 'docx')))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0

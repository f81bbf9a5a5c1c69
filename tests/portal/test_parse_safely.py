"""Documents that strangers give are opened in a process of their own, which can do nothing but compute."""

import io
import time

import docx
import pytest
from reportlab.pdfgen import canvas

from servanda.text.loaders import UnreadableError, load_bytes
from servanda_portal.documents.models import Document
from servanda_portal.operations import parse_safely as parsing
from servanda_portal.operations.add_document import take_in
from servanda_portal.operations.alone import AloneError, run_alone
from servanda_portal.operations.parse_safely import UPLOAD, parse_safely

TEXT = "Tarn and Vell will build one common gauge by 31 March 2026."


def made_pdf():
    made = io.BytesIO()
    page = canvas.Canvas(made, pagesize=(400, 600))
    page.drawString(40, 540, TEXT)
    page.save()
    return made.getvalue()


def made_docx():
    made, document = io.BytesIO(), docx.Document()
    document.add_heading("Gauges", 1)
    document.add_paragraph(TEXT, style="List Number")
    document.save(made)
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("note.txt", TEXT.encode()),
        ("note.txt", f"{TEXT} Café.".encode("cp1252")),
        ("note.html", f"<!doctype html><meta charset=iso-8859-15><p>{TEXT} Café.</p>".encode("iso-8859-15")),
        ("note.pdf", made_pdf()),
        ("note.docx", made_docx()),
    ],
)
def test_what_is_read_alone_is_what_is_read_at_home(name, content):
    assert parse_safely(content, name).document == load_bytes(content, name=name)


def test_the_pages_of_a_pdf_are_measured_where_it_is_opened():
    assert parse_safely(made_pdf(), "note.pdf").pages == ((400.0, 600.0),)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("note.pdf", TEXT.encode(), "wrong_type"),
        ("note.txt", b"\x7fELF\0\0", "wrong_type"),
        ("note.pdf", b"%PDF-1.7 torn", "damaged"),
        ("note.txt", b" ", "empty"),
        ("note.txt", b"x" * (UPLOAD.file_bytes + 1), "too_large"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_name(name, content, code):
    with pytest.raises(UnreadableError, match=name) as refused:
        parse_safely(content, name)
    assert refused.value.code == code


def test_a_process_that_fails_refuses_the_document_and_nothing_else(monkeypatch):
    def fail(*_):
        raise AloneError("it was killed")

    monkeypatch.setattr(parsing, "run_alone", fail)
    with pytest.raises(UnreadableError, match="within the limits"):
        parse_safely(TEXT.encode(), "note.txt")


@pytest.mark.django_db
def test_an_upload_is_stored_under_the_hash_of_its_bytes():
    sha256 = take_in(made_pdf(), "note.pdf")
    stored = Document.objects.get(sha256=sha256)
    assert TEXT in stored.text
    assert stored.pages == [[400.0, 600.0]]


# What a document could try that took over the process which opens it. The task is Python's own eval: it does what the
# bytes say, as a taken process would.


def test_a_task_that_only_computes_is_done():
    assert run_alone("builtins:eval", b"bytes([1, 2]) + b'3'") == b"\x01\x023"


@pytest.mark.parametrize(
    ("attempt", "why"),
    [
        (b"open('/etc/passwd', 'rb').read()", "Too many open files"),
        (b"__import__('_socket').socket()", "Too many open files|No module"),
        (b"__import__('os').pipe()", "Too many open files"),
        (b"__import__('os').openpty()", "Too many open files|out of pty devices"),
        (b"bytes(5 * 1024**3)", "MemoryError"),
    ],
)
def test_a_taken_process_opens_nothing_and_takes_no_more_than_its_share(attempt, why):
    with pytest.raises(AloneError, match=why):
        run_alone("builtins:eval", attempt)


def test_a_taken_process_starts_no_program():
    with pytest.raises(AloneError):
        run_alone("builtins:eval", b"__import__('os').execv('/bin/cat', ['cat', '/etc/passwd'])")


def test_a_taken_process_knows_nothing_of_the_portal(monkeypatch):
    monkeypatch.setenv("SERVANDA_DATABASE", "postgresql://user:secret@host/name")
    known = run_alone("builtins:eval", b"repr(sorted(__import__('os').environ)).encode()").decode()
    assert "SERVANDA" not in known
    assert "PATH" not in known


def test_a_process_that_does_not_end_is_ended():
    start = time.monotonic()
    with pytest.raises(AloneError):
        run_alone("builtins:eval", b"any(iter(int, 1))", seconds=1)
    assert time.monotonic() - start < 3

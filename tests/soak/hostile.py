"""Texts and files that nobody would publish: made to stop a reader, to slow it down, or to make it take too much."""

import io
import random
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import docx
from reportlab.pdfgen import canvas

MEGABYTE = 2**20
_PROSE = Path(__file__).parents[1] / "gold"
_WORD = "word/document.xml"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

# Each stands over and over until it fills a text: what a pattern could go back over again and again.
REPEATED = {
    "letters without spaces": "abcdefghij",
    "capitals": "A",
    "digits": "1234567890",
    "grouped digits": "123,",
    "decimals": "1.",
    "fractions": "1/2/",
    "numbers": "1 ",
    "numbers in words": "twenty ",
    "hundreds": "hundred ",
    "quatre-vingt": "quatre-vingt ",
    "scales": "million ",
    "halves": "a half ",
    "amounts": "$1 ",
    "ranges of amounts": "$1 to ",
    "currencies": "US$ ",
    "percent signs": "% ",
    "ranks": "140th of ",
    "years": "2025 ",
    "ranges of years": "2025-2026-",
    "months": "January ",
    "days": "January 1, ",
    "next years": "next year ",
    "times a year": "twice a year ",
    "quotes": '"',
    "apostrophes": "'",
    "opening quotes": "“",
    "opening guillemets": "«",
    "quotes in quotes": "“ ‘ « ",
    "quoted letters": '"a" ',
    "quotes with say-verbs": '" said ',
    "say-verbs": "said ",
    "will": "will ",
    "verbs side by side": "will and ",
    "verbs of saying": "announced ",
    "agree to": "agree to ",
    "a promise without end": "Canada will build ",
    "undertakings in French": "s'engage à ",
    "undertakings in Spanish": "se compromete a ",
    "repeated and": "and ",
    "states with and": "Canada and ",
    "ministries of": "the Ministry of ",
    "offices": "President ",
    "people": "Mr. Smith said ",
    "short names": "Bank of Ottawa (BO) ",
    "abbreviations in brackets": "(ABC) ",
    "initials": "A. ",
    "de la": "de la ",
    "dashes": "-",
    "long dashes": "— ",
    "words with hyphens": "Canada-",
    "full stops": ".",
    "commas": ", ",
    "semicolons": "a; ",
    "colons": "a: ",
    "opening brackets": "(",
    "notes": "[1]",
    "stars": "* ",
    "bullets": "• ",
    "one letter a line": "a\n",
    "list items": "- a\n- b\n",
    "numbered items": "1. Build roads;\n",
    "headings": "Title Of Thing\n",
    "rows of a table": "a\tb\n",
    "Roman numbers": "I. II. III. ",
    "addresses": "https://a.example/",
    "zero width between digits": "1\u200b",
    "overridden direction": "\u202e1\u202c",
    "combining marks": "e\u0301",
    "letters that grow in lower case": "İ",
    "lines with no-break spaces": "\u00a0a\u00a0\n",
}

# What stands in a web page over and over before its words, and how often: too deep, too wide, or broken.
PAGES = {
    "nested divisions": ("<div>", 100_000),
    "nested lists": ("<ul><li>", 100_000),
    "nested tables": ("<table><tr><td>", 100_000),
    "nested bold type": ("<b>", 100_000),
    "nested quotes": ("<blockquote>", 100_000),
    "nested links": ("<a href=x>", 100_000),
    "as deep as may be": ("<div>" * 250 + "Peru will pay." + "</div>" * 250, 200),
    "closed and never opened": ("</div></p></ul>", 60_000),
    "paragraphs": ("<p>Peru will pay.</p>", 40_000),
    "breaks": ("Peru will pay.<br>", 50_000),
    "attributes": ("<p " + "a=b " * 80_000 + ">", 2),
    "a long attribute": (f"<p class='{'article aside ' * 70_000}'>", 1),
    "a list of lists": ("<ul><li>Peru will pay.</li></ul>", 30_000),
    "cells": ("<table><tr>" + "<td>5</td>" * 90_000, 1),
    "rows": ("<table>" + "<tr><td>5</td><td>6</td></tr>" * 30_000, 1),
    "entities": ("&amp;&nbsp;&eacute;&#x202e;&#0;&#1114112;&nothing;", 18_000),
    "scripts": ("<script>Peru will pay.</script>", 30_000),
    "a comment without end": ("<!--" + "-" * MEGABYTE, 1),
    "less-than signs": ("<", MEGABYTE),
    "a wrong character set": ("<meta charset=utf-7>+AGE-", 1),
}

ODD_TEXTS: dict[str, str | bytes] = {
    "two encodings": "Le Pérou versera 5 millions d’euros.\n".encode() + "L'été, le Pérou bâtira.\n".encode("cp1252"),
    "half of a UTF-16 pair": b"\xff\xfe" + "Peru will pay 😀".encode("utf-16-le")[:-2],
    "odd count of UTF-16 bytes": b"\xfe\xff" + "Peru will pay.".encode("utf-16-be")[:-1],
    "UTF-16 without its mark": "Peru will pay 5 million dollars.".encode("utf-16-le"),
    "byte order marks inside": "Peru \ufeffwill pay\ufeff 5 million.\ufeff",
    "NULs": "Peru will\0 pay 5 million\0 dollars.",
    "right-to-left marks in a number": "Peru will pay \u200f5\u200e.\u202b5\u202c million\u200f dollars by \u200f2030.",
    "zero width in names": "Ca\u200bnada and Me\u200dxico agreed to build 5\u200b0 schools by Ju\u00adly 2030.",
    "Arabic and fullwidth digits": "Peru will pay ٥٫٥ million dollars, ５５ schools, Ⅻ bridges, ½ million, ²³ roads.",
    "five thousand digits": f"Peru will pay ${'9' * 5_000} million by January {'1' * 5_000}, {'2' * 5_000}%.",
    "five thousand grouped digits": f"Peru will pay {'999,' * 5_000}999 dollars, {'1.' * 5_000}5 %, {'9' * 5_000}th.",
    "years out of the calendar": "By 0000-00-00, 9999-12-31, 31 December 9999, 10000 years ago, in 99999 years.",
    "distances out of the calendar": "1 January 2025\n\nPeru will pay within 999999 years, 99999999 months.",
    "numbers in words without end": f"Peru will build {'nine hundred ninety-nine thousand ' * 200} schools.",
    "exponents": "Peru will pay 1e999999 dollars, 1E+99 euros, -0 dollars, +-5%, ∞ dollars, NaN %.",
    "controls": "".join(map(chr, range(1, 32))) + "Peru will pay.\x7f\x85\u2028\u2029\x1c",
    "noncharacters": "Peru \ufffe will \uffff pay \U0010ffff 5 \ue000 million.",
    "nested quotes": "“" * 2_000 + "We will pay" + "”" * 2_000 + ", said the minister.",
    "nested brackets": "(" * 20_000 + "Peru will pay" + ")" * 20_000,
}  # fmt: skip


def prose(language: str = "*") -> str:
    """Return the annotated texts of the project, one after the other."""
    return "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(_PROSE.glob(f"*-{language}.txt"))) + "\n\n"


def long_prose(size: int) -> bytes:
    """Return prose up to a size in UTF-8, whose sentences do not repeat one another."""
    once = prose()
    texts = (once.replace(". ", f" ({number}). ") for number in range(size // len(once.encode()) + 1))
    return "".join(texts).encode()[:size].decode(errors="ignore").encode()


def filled(unit: str, size: int) -> str:
    """Return a unit over and over, up to a size in UTF-8."""
    return unit * (size // len(unit.encode()))


def pdf() -> bytes:
    """Return a PDF of three pages of prose."""
    buffer = io.BytesIO()
    page = canvas.Canvas(buffer)
    lines = [line[:90] for line in prose("en").splitlines()][:150]
    for first in range(0, len(lines), 50):
        for row, line in enumerate(lines[first : first + 50]):
            page.drawString(40, 800 - 15 * row, line)
        page.showPage()
    page.save()
    return buffer.getvalue()


def pdf_bomb(size: int) -> bytes:
    """Return a PDF whose one page unpacks to ``size`` bytes of type."""
    line = b"BT /F1 9 Tf 40 700 Td (Peru will pay.) Tj ET\n"
    content = zlib.compress(line * (size // len(line)))
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%b\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    body = b"".join(b"%d 0 obj\n%b\nendobj\n" % pair for pair in enumerate(objects, 1))
    return b"%PDF-1.4\n" + body + b"trailer << /Root 1 0 R /Size 6 >>\n%%EOF"


def word() -> bytes:
    """Return a Word document of prose with a table."""
    document = docx.Document()
    for line in prose("en").splitlines()[:60]:
        document.add_paragraph(line)
    document.add_table(2, 2).cell(0, 0).text = "5 million"
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def word_with(content: bytes, **others: bytes) -> bytes:
    """Return a Word document whose text is this XML; ``others`` are further members."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word())) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, content if name == _WORD else old.read(name))
        for name, member in others.items():
            new.writestr(name, member)
    return buffer.getvalue()


def word_bombs() -> Iterator[tuple[str, bytes]]:
    """Yield Word documents that unpack to far more than they are."""
    yield "spaces.docx", word_with(_body(" " * 300 * MEGABYTE))
    yield "paragraphs.docx", word_with(_body("<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 2_000_000))
    yield "depth.docx", word_with(_body("<w:tbl><w:tr><w:tc>" * 30_000))
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    laughs = f'<!DOCTYPE x [<!ENTITY e0 "ha">{entities}]><w:document {_W}><w:body><w:p><w:r><w:t>&e9;'
    yield "laughs.docx", word_with(f"{laughs}</w:t></w:r></w:p></w:body></w:document>".encode())
    yield "styles.docx", word_with(b"<x/>", **{"word/styles2.xml": bytes(200 * MEGABYTE)})
    yield "bomb in a bomb.docx", word_with(b"<x/>", **{"word/embedded.docx": word_with(bytes(90 * MEGABYTE))})


def _body(content: str) -> bytes:
    return f"<w:document {_W}><w:body>{content}</w:body></w:document>".encode()


def page() -> bytes:
    """Return a web page of prose."""
    paragraphs = "".join(f"<p class=text>{line}</p>\n" for line in prose().splitlines()[:200])
    return f"<!doctype html><html lang=en><head><title>A page</title></head><body>{paragraphs}</body></html>".encode()


def damaged(content: bytes, chance: random.Random, count: int) -> Iterator[bytes]:
    """Yield a file truncated, and with bytes flipped, cut out, or doubled, at many places."""
    for number in range(count):
        at, length = chance.randrange(len(content)), chance.randrange(1, 2_000)
        yield content[: len(content) * number // count]
        flipped = bytearray(content)
        for place in chance.choices(range(len(content)), k=chance.choice([1, 4, 40])):
            flipped[place] ^= 1 << chance.randrange(8)
        yield bytes(flipped)
        yield content[:at] + content[at + length :]
        yield content[:at] + content[at : at + length] * 3 + content[at:]


def noise(chance: random.Random, count: int) -> Iterator[tuple[str, bytes]]:
    """Yield random bytes under every name that is read, some of which begin as such a file does."""
    begins = (
        b"",
        b"%PDF-1.7\n",
        b"PK\x03\x04word/document.xml",
        b"<html>",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"<?xml?><html",
    )
    for number in range(count):
        for suffix in (".txt", ".text", ".html", ".htm", ".xhtml", ".pdf", ".docx"):
            yield f"{number}{suffix}", chance.choice(begins) + chance.randbytes(chance.choice([0, 1, 100, 20_000]))
            letters = "".join(chance.choices("aeé 1.\n<>&;/'\"\0\u200f\U0001f600", k=2_000))
            yield f"{number}-letters{suffix}", chance.choice(begins) + letters.encode()

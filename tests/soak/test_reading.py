"""Whatever the bytes, reading ends in a reading or in one clear error, within stated time and memory (``limited``).

``SOAK_SEED`` chooses other random bytes than the usual ones, ``SOAK_FILES`` how many of them.
"""

import os
import random

import hostile
import pytest
from limited import (
    MEMORY_AT_THE_LIMIT,
    SECONDS_AT_THE_LIMIT,
    SECONDS_FOR_A_FOLDER,
    SECONDS_TO_REFUSE,
    assert_read_or_refused,
    read,
)

pytestmark = pytest.mark.soak

MEGABYTE = 2**20
FILES = int(os.environ.get("SOAK_FILES", "40"))
MOST = 50 * MEGABYTE  # bytes of a file that is read
_WHOLE = {".pdf": hostile.pdf, ".docx": hostile.word, ".html": hostile.page}


@pytest.fixture
def chance(request):
    """Return random numbers that are the same in every run, and other ones for each test."""
    return random.Random(f"{os.environ.get('SOAK_SEED', '')} {request.node.name}")  # noqa: S311 nothing is kept secret


@pytest.fixture
def folder(tmp_path):
    """Return a folder for the files of a test, beside which the output is kept."""
    path = tmp_path / "files"
    path.mkdir()
    return path


def check_folder(folder):
    assert_read_or_refused(folder, read(folder, SECONDS_FOR_A_FOLDER))


def test_random_bytes_under_every_name(folder, chance):
    for name, content in hostile.noise(chance, FILES):
        (folder / name).write_bytes(content)
    check_folder(folder)


@pytest.mark.parametrize("suffix", _WHOLE)
def test_damaged_files(folder, chance, suffix):
    for number, content in enumerate(hostile.damaged(_WHOLE[suffix](), chance, FILES)):
        (folder / f"{number:04}{suffix}").write_bytes(content)
    check_folder(folder)


@pytest.mark.parametrize("name", hostile.ODD_TEXTS)
def test_odd_texts(folder, name):
    text = hostile.ODD_TEXTS[name]
    content = text if isinstance(text, bytes) else text.encode()
    (folder / "text.txt").write_bytes(content)
    (folder / "page.html").write_bytes(b"<html><body><p>" + content)
    check_folder(folder)


@pytest.mark.parametrize("name", hostile.PAGES)
def test_pages_that_are_deep_wide_or_broken(folder, name):
    unit, count = hostile.PAGES[name]
    (folder / "page.html").write_text(f"<html><body>{unit * count}<p>Peru will pay.", encoding="utf-8")
    check_folder(folder)


def test_word_bombs_are_refused_before_they_unpack(folder):
    for name, content in hostile.word_bombs():
        (folder / name).write_bytes(content)
    check_folder(folder)


def test_a_pdf_bomb(folder):
    (folder / "bomb.pdf").write_bytes(hostile.pdf_bomb(200 * MEGABYTE))
    check_folder(folder)


@pytest.mark.parametrize("unit", hostile.REPEATED)
def test_a_megabyte_of_one_thing(folder, unit):
    path = folder / "text.txt"
    path.write_text(hostile.filled(hostile.REPEATED[unit], MEGABYTE), encoding="utf-8")
    assert_read_or_refused(path, read(path))


@pytest.mark.parametrize("unit", hostile.REPEATED)
def test_twice_the_text_takes_no_more_than_about_twice_the_time(folder, unit):
    taken = []
    for size in (MEGABYTE // 4, MEGABYTE // 2):
        path = folder / f"{size}.txt"
        path.write_text(hostile.filled(hostile.REPEATED[unit], size), encoding="utf-8")
        taken.append(read(path).seconds)
    assert taken[1] < 3 * taken[0] + 0.5, taken


def test_twice_the_prose_takes_no_more_than_about_twice_the_time(folder):
    taken = []
    for size in (4 * MEGABYTE, 8 * MEGABYTE):
        path = folder / f"{size}.txt"
        path.write_bytes(hostile.long_prose(size))
        taken.append(read(path).seconds)
    assert taken[1] < 2.5 * taken[0], taken


def test_prose_in_one_line(folder):
    path = folder / "text.txt"
    path.write_bytes(b" ".join(hostile.long_prose(2 * MEGABYTE).split()))
    assert_read_or_refused(path, read(path))


def test_a_text_just_below_the_limit_is_read_whole(folder):
    path = folder / "text.txt"
    path.write_bytes(hostile.long_prose(MOST))
    done = read(path, SECONDS_AT_THE_LIMIT, MEMORY_AT_THE_LIMIT)
    print(f"{done.seconds:.0f} s, {done.megabytes} MB")  # noqa: T201 the figures that docs/reading.md states
    assert_read_or_refused(path, done)
    assert done.status == 0


@pytest.mark.parametrize("size", [MOST + 1, 200 * MEGABYTE])
def test_a_text_above_the_limit_is_refused_at_once(folder, size):
    path = folder / "text.txt"
    with path.open("wb") as file:
        for _ in range(size // MEGABYTE):
            file.write(b"will pay" * (MEGABYTE // 8))
        file.write(b" ")
    done = read(path, SECONDS_TO_REFUSE)
    assert done.readings == []
    assert_read_or_refused(path, done)

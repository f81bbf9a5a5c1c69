import datetime
from pathlib import Path

import pytest

from servanda.text.document import Part
from servanda.text.loaders import UnreadableError, load_path
from servanda.text.selectors import hash_selector

TEXT = "Joint statement\nThe two ministers “will act”.\nNews from Sudland\nSudland will pay more."


def load(folder: Path, sidecar: str, name: str = "words.txt.toml"):
    (folder / "words.txt").write_text(TEXT)
    (folder / name).write_text(sidecar)
    return load_path(folder / "words.txt")


@pytest.mark.parametrize("name", ["words.txt.toml", "words.toml"])
def test_a_sidecar_says_what_the_document_does_not(tmp_path, name):
    document = load(
        tmp_path,
        'publisher = "Ministry of Water"\ncountry = "CL"\ndate = 2025-05-12\naddress = "https://example.org/1"\n'
        'title = "Statement on water"\nlanguage = "fr"\n',
        name,
    )
    assert (document.publisher, document.country, document.date) == (
        "Ministry of Water",
        "CL",
        datetime.date(2025, 5, 12),
    )
    assert (document.address, document.title, document.language) == (
        "https://example.org/1",
        "Statement on water",
        "fr",
    )


def test_the_sidecar_of_the_whole_name_goes_before_that_of_the_stem(tmp_path):
    (tmp_path / "words.toml").write_text('publisher = "the stem"')
    assert load(tmp_path, 'publisher = "the name"').publisher == "the name"


def test_parts_run_from_their_first_words_to_the_next_part(tmp_path):
    later = hash_selector("News from Sudland", 0, 17)
    document = load(
        tmp_path,
        f'[[parts]]\nwords = {later.words}\nsha256 = "{later.sha256}"\nauthority = "official"\npublisher = "Sudland"\n'
        'country = "SD"\n[[parts]]\nbegins = \'The two ministers "will act"\'\nauthority = "joint"\n',
    )
    begin, later_begin = TEXT.index("The two"), TEXT.index("News")
    assert document.parts == (
        Part(begin, later_begin, "joint"),
        Part(later_begin, len(TEXT), "official", "Sudland", "SD"),
    )
    assert document.part_at(0) is None


@pytest.mark.parametrize(
    ("sidecar", "told"),
    [
        ('editor = "x"', "editor"),
        ('country = "Chile"', "country"),
        ('language = "de"', "language"),
        ("date = 3", "date"),
        ("publisher = ", "Invalid value"),
        ('[[parts]]\nauthority = "joint"', "begins"),
        ('[[parts]]\nauthority = "joint"\nbegins = "x"\nwords = 2', "begins"),
        ('[[parts]]\nauthority = "own"\nbegins = "x"', "authority"),
        ('[[parts]]\nauthority = "joint"\nbegins = "not in it"', "not in it"),
    ],
)
def test_a_wrong_sidecar_is_refused_with_its_file_and_place(tmp_path, sidecar, told):
    with pytest.raises(UnreadableError) as caught:
        load(tmp_path, sidecar)
    assert caught.value.code == "sidecar"
    assert str(tmp_path / "words.txt") in str(caught.value)
    assert told in str(caught.value)


@pytest.mark.parametrize("sidecar", ['editor = "x"', 'date = "yesterday"', "publisher = "])
def test_a_wrong_sidecar_is_told_with_what_it_may_say(tmp_path, sidecar):
    with pytest.raises(UnreadableError, match="it may say publisher, country, date, address, title, language, parts"):
        load(tmp_path, sidecar)


def test_a_forced_language_goes_before_the_sidecars(tmp_path):
    load(tmp_path, 'language = "fr"')
    assert load_path(tmp_path / "words.txt", language="es").language == "es"

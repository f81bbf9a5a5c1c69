"""The annotated texts are sound, and the reader does not fall below what it reached on them."""

import pathlib
import sys

import msgspec
import pytest

from servanda.reading.reader import read
from servanda.text.loaders import load_path

FOLDER = pathlib.Path(__file__).resolve().parent
TEXTS = sorted(FOLDER.glob("*.txt"))
each_text = pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)


@pytest.fixture(scope="module")
def gold(scorer):
    return scorer("gold")


@each_text
def test_every_annotation_stands_in_its_text(gold, path):
    text, annotated = load_path(path).text, gold.load_gold(path)
    for field in annotated.__struct_fields__:
        for item in getattr(annotated, field):
            start, end = item.span(text)
            assert text[start:end] == item.quote


@each_text
def test_every_mention_cuts_to_its_quote(path):
    document = load_path(path)
    assert all(document.text[m.start : m.end] == m.quote for m in read(document).mentions)


def test_every_language_has_its_texts():
    languages = [path.stem.rpartition("-")[2] for path in TEXTS]
    assert sorted(set(languages)) == ["en", "es", "fr"]
    assert min(map(languages.count, set(languages))) >= 13


def test_an_unknown_key_is_refused(gold, tmp_path):
    (tmp_path / "letter-en.gold.toml").write_text('[[commitments]]\nquote = "will pay"\ndedline = 2030-01-01\n')
    with pytest.raises(msgspec.ValidationError, match="dedline"):
        gold.load_gold(tmp_path / "letter-en.txt")


def test_the_reader_keeps_commitments_above_the_floor(gold):
    """Guard against regressions; how good the reader is, benchmarks/gold.py says."""
    total = gold.add_up(score for _, score in gold.score_all().values())
    assert total.f1 >= 0.80


def test_a_folder_without_annotated_texts_is_refused_and_not_scored(gold, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["gold.py", "--folder", str(tmp_path)])
    with pytest.raises(SystemExit):
        gold.main()
    assert f"{tmp_path}: no annotated text is here" in capsys.readouterr().err

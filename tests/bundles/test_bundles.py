"""The marked bundles are sound, and the comparison does not fall below what it reached on those it has learnt from."""

import pathlib
import sys

import msgspec
import pytest

FOLDER = pathlib.Path(__file__).resolve().parent
BUNDLES = sorted(path.parent for path in FOLDER.glob("*/*/marked.toml"))


@pytest.fixture(scope="module")
def scorer(scorer):
    return scorer("bundles")


@pytest.fixture(scope="module")
def bundles(scorer):
    return [scorer.Bundle(folder) for folder in BUNDLES]


def quotes(bundle, scorer):
    """Return each file with each of its quotes, of all marks of a bundle."""
    marks = bundle.marks
    words = [mark.words for mark in (*marks.agreements, *marks.disagreements, *marks.traps)]
    words += [part for mark in marks.sums for part in (mark.total, mark.parts)]
    return [pair for part in words for pair in scorer.quoted(part)]


def test_every_bundle_is_in_a_set_that_is_scored(scorer):
    assert {folder.parent for folder in BUNDLES} == set(scorer.SETS)
    assert len(BUNDLES) == 76


def test_every_mark_names_files_that_are_there(bundles, scorer):
    for bundle in bundles:
        named = {file for file, _ in quotes(bundle, scorer)}
        named |= {file for pair in bundle.marks.copies for file in (pair.of, pair.copy)}
        assert named <= set(bundle.texts)


def test_every_quote_stands_once_in_its_text(bundles, scorer):
    for bundle in bundles:
        often = [(file, quote) for file, quote in quotes(bundle, scorer) if bundle.texts[file].count(quote) != 1]
        assert not often


def test_every_agreement_is_that_of_two_sources_or_more(bundles):
    for bundle in bundles:
        original = {pair.copy: pair.of for pair in bundle.marks.copies}
        for mark in (*bundle.marks.agreements, *bundle.marks.disagreements):
            assert len({original.get(file, file) for file in mark.words}) > 1, mark.what


def test_an_unknown_key_is_refused(scorer, tmp_path):
    (tmp_path / "a.txt").write_text("Norland will pay 5 million euros.\n")
    (tmp_path / "marked.toml").write_text('[[traps]]\nwhat = "money"\nword.a = "5 million euros"\n')
    with pytest.raises(msgspec.ValidationError, match="word"):
        scorer.Bundle(tmp_path)


def test_two_texts_that_copy_each_other_do_not_agree(scorer, tmp_path):
    wire = "Norland will pay 5 million euros for the bridge, the minister said in Port Alder.\n"
    (tmp_path / "a.txt").write_text(wire)
    (tmp_path / "b.txt").write_text(wire)
    words = 'words.a = "5 million euros"\nwords.b = "5 million euros"\n'
    (tmp_path / "marked.toml").write_text(f'[[copies]]\nof = "a"\ncopy = "b"\n[[agreements]]\nwhat = "money"\n{words}')
    score = scorer.Score()
    scorer.score_bundle(scorer.Bundle(tmp_path), score)
    assert (score.found["agreements"], score.marked["agreements"]) == (0, 1)


def test_the_comparison_keeps_what_it_reached_on_the_sets_it_has_learnt_from(scorer):
    """Guard against regressions: it has learnt from all of them, so they no longer measure how good it is."""
    scores = [scorer.score_set(folder) for folder in scorer.SETS]
    found = {column: sum(score.found[column] for score in scores) for column in (*scorer.MARKED, *scorer.UNMARKED)}
    assert found["agreements"] >= 510
    assert found["disagreements"] >= 89
    assert found["traps"] <= 2
    assert found["other conflict"] <= 6


def test_a_folder_without_bundles_is_refused_and_not_scored(scorer, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["bundles.py", "--folder", str(tmp_path)])
    with pytest.raises(SystemExit):
        scorer.main()
    assert f"{tmp_path}: no marked bundle is here" in capsys.readouterr().err

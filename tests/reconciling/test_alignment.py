import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from versions_of_tests import LANGUAGES, SOLAR, version, versions

from servanda.reconciling import align_versions
from servanda.reconciling.alignment import align
from servanda.reconciling.versions import Version

BLOCKS = len(version("en", SOLAR["en"])[0].blocks)


def text_of(pair, indices):
    document = pair[0]
    return [document.text[document.blocks[index].start : document.blocks[index].end] for index in indices]


def test_every_block_stands_beside_its_translations():
    assert align_versions(versions(SOLAR)) == [((index,),) * 3 for index in range(BLOCKS)]


def test_headings_align_without_a_word_in_common():
    titles = {"en": "Follow-up", "fr": "Suivi", "es": "Seguimiento"}
    texts = {language: f"{title}\n\n{SOLAR[language]}" for language, title in titles.items()}
    assert align_versions(versions(texts))[0] == ((0,), (0,), (0,))


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_paragraphs_stand_beside_one(language):
    split = (
        SOLAR[language].replace(". Costa Rica ", ".\n\nCosta Rica ").replace(". Le Costa Rica ", ".\n\nLe Costa Rica ")
    )
    pairs = versions(SOLAR | {language: split})
    joined = [row for row in align_versions(pairs) if any(len(indices) == 2 for indices in row)]
    assert len(joined) == 1
    assert [len(indices) for indices in joined[0]] == [2 if each == language else 1 for each in LANGUAGES]


@pytest.mark.parametrize(("language", "index"), list(itertools.product(LANGUAGES, range(BLOCKS))))
def test_what_one_version_leaves_out_stands_alone_in_the_others(language, index):
    full = [Version(*pair) for pair in versions(SOLAR)]
    place = LANGUAGES.index(language)
    blocks = [each.blocks for each in full]
    blocks[place] = blocks[place][:index] + blocks[place][index + 1 :]
    rows = align(blocks)
    assert rows[index] == tuple(() if number == place else (index,) for number in range(3))


@given(st.permutations(range(3)), st.sets(st.integers(0, 3 * BLOCKS - 1), max_size=12))
@settings(max_examples=30, deadline=None)
def test_every_block_stands_in_one_row_in_order_whatever_is_left_out_and_in_whatever_order(order, left_out):
    full = [Version(*versions(SOLAR)[index]).blocks for index in order]
    blocks = [
        tuple(one for at, one in enumerate(own) if number * BLOCKS + at not in left_out)
        for number, own in enumerate(full)
    ]
    rows = align(blocks)
    for number, own in enumerate(blocks):
        assert [index for row in rows for index in row[number]] == list(range(len(own)))
    assert all(any(row) for row in rows)


@given(st.permutations(range(3)))
@settings(max_examples=6, deadline=None)
def test_rows_follow_the_versions_in_whatever_order_they_come(order):
    pairs = versions(SOLAR)
    shuffled = [pairs[index] for index in order]
    assert align_versions(shuffled) == [tuple(row[index] for index in order) for row in align_versions(pairs)]


def test_a_text_beside_nothing_stands_alone():
    blocks = Version(*version("fr", SOLAR["fr"])).blocks
    assert align([(), blocks]) == [((), (index,)) for index in range(BLOCKS)]


def test_a_long_text_is_aligned_where_it_runs_apart():
    article = "Article {0}. The Parties shall publish report number {0} on basin {0} and send {1} copies of it.\n\n"
    long = "".join(article.format(number, number * 7) for number in range(1, 200))
    short = "".join(article.format(number, number * 7) for number in range(1, 200) if not 40 <= number < 90)
    rows = align([Version(*version("en", text)).blocks for text in (long, short)])
    alone = [indices[0] for indices, others in rows if not others]
    assert alone == list(range(39, 89))

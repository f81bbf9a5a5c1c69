"""What holds for every text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

_PIECES = [
    "“",
    "”",
    '"',
    "« ",
    " »",
    "‘",
    "’",
    "'",
    "Ms. Nes",
    "said",
    "she",
    "that",
    "the ports will open",
    ",",
    ".",
    ":",
    "\n\n",
    "- ",
    "according to",
    "selon",
    "a déclaré",
    "que",
    "dijo",
    "Canada",
    "President Juan Vera",
]
_TEXTS = st.lists(st.sampled_from(_PIECES), max_size=40).map(" ".join).map("x {}".format)


@given(text=_TEXTS, language=st.sampled_from(["en", "fr", "es"]))
def test_every_quotation_and_its_speaker_cut_to_their_words(read_all, text, language):
    for mention in read_all(text, language):
        assert text[mention.start : mention.end] == mention.quote
        assert mention.quote.strip() == mention.quote != ""
        speaker = mention.value.speaker
        assert speaker is None or text[speaker.start : speaker.end].strip()


@pytest.mark.parametrize(
    "piece",
    [
        '"',
        "“",
        "“”",
        " 'a",
        '"a b c d e\n',
        "he said ",
        '"x y z w," said Ann. ',
        'Ana Ruiz walks. "We go on now," he said. ',
    ],
)
def test_hostile_marks_take_no_longer_than_others(read_all, piece):
    """Guard against time that grows with the square of the length."""
    began = time.process_time()
    read_all("x " + piece * (40_000 // len(piece)))
    assert time.process_time() - began < 2

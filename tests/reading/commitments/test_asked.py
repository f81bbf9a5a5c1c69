"""CODEBOOK I2: what is only asked, and what was pledged long ago, is undertaken by nobody now."""

import pytest


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Whether Ghana will keep its word is another matter."),
        ("fr", "Reste à savoir si le Ghana tiendra parole."),
        ("es", "Falta ver si Ghana cumplirá su palabra."),
    ],
)
def test_what_is_only_asked_is_no_commitment(commitments_in, language, text):
    assert commitments_in(text, language) == []


def test_an_old_pledge_is_past(commitments_in):
    assert commitments_in("Dublin, 3 May 2026\n\nIn 2021, Ireland pledged to train 200 pilots.") == []
    assert len(commitments_in("Dublin, 3 May 2026\n\nIreland pledged to restore the service closed in 2021.")) == 1

"""The gate lets pass every text that has a name as words of their own, and no other."""

import pytest

from servanda.monitoring.gate import Gate
from servanda.monitoring.names import Name
from servanda.monitoring.words import fold_words

NAMES = (
    Name("chile", "side", "CL"),
    Name("port of tema", "known"),
    Name("tema union", "own"),
    Name("ghana", "side", "GH", opens=True),
    Name("peru", "other", "PE"),
)


@pytest.mark.parametrize(
    ("text", "passes"),
    [
        ("Chile", True),
        ("Signed (in CHILE), again.", True),
        ("At the port of Tema Union, workers", True),
        ("At the airport of Tema Union, workers", True),
        ("Ghanaians", True),
        ("Machile and Chileno", False),
        ("NonGhana", False),
        ("The airport of Tema", False),
        ("Peru", False),
        ("", False),
    ],
)
def test_a_name_passes_as_words_of_its_own(text, passes):
    assert Gate(NAMES).lets_pass(fold_words(text)) is passes


def test_a_register_without_names_lets_nothing_pass():
    assert not Gate(()).lets_pass(fold_words("Chile"))

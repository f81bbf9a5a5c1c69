"""What holds for every text."""

import os
import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from servanda.lexicon.actors import world
from servanda.reading.actors import read_actors

_PIECES = [
    "Canada",
    "Mexican",
    "United",
    "States",
    "the",
    "Prime Minister",
    "of",
    "Kari Nes",
    ",",
    "and",
    "(COR)",
    "minister",
    "US",
    "said",
    "’s",
    "“",
    "”",
    ".",
    "\n\n",
    "ministre",
    "de l’",
    "Ministry of Finance",
    "Ms.",
    "Agreement",
    "-",
    "\u00a0",
]
_CHARACTERS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60)
_TEXTS = (st.lists(st.sampled_from(_PIECES), max_size=30).map(" ".join) | _CHARACTERS).map("x {}".format)
_IDS = {actor.id for actor in world().actors}


@given(text=_TEXTS, language=st.sampled_from(["en", "fr", "es"]))
def test_every_actor_cuts_to_its_words_and_has_a_known_id(prepare, text, language):
    scan = prepare(text, language)
    for actor in read_actors(scan):
        assert scan.text[actor.start : actor.end] == actor.quote
        assert actor.quote.strip() == actor.quote
        assert actor.value.id is None or actor.value.id in _IDS


def test_the_result_does_not_depend_on_the_hash_seed():
    program = (
        "from servanda.text.loaders import load_bytes\n"
        "from servanda.reading.scan import Scan\n"
        "from servanda.lexicon.vocabulary import Vocabulary\n"
        "from servanda.reading.actors import read_actors\n"
        "from servanda.reading.quotations import read_quotations\n"
        "text = 'Minister Ana Ruiz of Peru and Senator Paul Ruiz met US officials. “We will act,” Ms. Ruiz said.'\n"
        "scan = Scan(load_bytes(text.encode(), name='x.txt'), Vocabulary(), None)\n"
        "actors = read_actors(scan)\n"
        "print(actors, read_quotations(scan))\n"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(outputs) == 1

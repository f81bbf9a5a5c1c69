"""The words that tell what becomes of a commitment hold for any plan."""

import re

import pytest

from servanda.lexicon.actors import world
from servanda.lexicon.language import LANGUAGES
from servanda.lexicon.relations import relation_words
from servanda.text.folding import fold

OTHER_WORDS = {"bajan", "berne", "irán"}  # "bajan" of "bajar", "mettre en berne", "irán" of "ir"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_cue_of_a_relation_names_a_state_or_a_capital(language):
    states = [actor for actor in world().actors if actor.type == "state"]
    every = (fold(name.text) for state in states for name in state.names if name.text.isalpha())
    names = {name for name in every if len(name) > 3} - OTHER_WORDS  # "us", "los"
    words = relation_words(language)
    cues = [cue for kind in words.__struct_fields__ for cue in getattr(words, kind)]

    assert [cue for cue in cues if names.intersection(re.findall(r"[^\W\d_]+", fold(cue)))] == []

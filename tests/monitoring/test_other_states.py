"""Other states than the sides of an agreement: what is told of one of them bears on nothing."""

import itertools
import time

import msgspec
import pytest
from watched_of_tests import INDEX, WATCHED, words

from servanda.monitoring.record import Record
from servanda.monitoring.register_index import register_index
from servanda.monitoring.watcher import Watcher
from servanda.register.wording import Query

PILOTS = "Ghana has trained another forty harbour pilots on the simulator at Tema, on both coasts."


def found(text, index=INDEX, title=None):
    return [one.commitment for one in Watcher(index).candidates(Record(text=text, language="en", title=title))]


@pytest.mark.parametrize("head", ["Togo asks for help at sea.", "The European Union pays for courses at sea."])
def test_a_later_passage_speaks_of_the_states_that_the_head_of_its_document_names(head):
    pilots = (
        "Both trained three hundred harbour pilots of both coasts on the simulator at Tema port by June, Ghana says."
    )

    assert found(f"It rains.\n\n{pilots}") == ["P-01"]
    assert found(f"{head}\n\n{pilots}") == []
    assert found(f"{head}\n\nChile: {pilots}") == ["P-01"]
    assert found(f"{head} Chile pays too.\n\n{pilots}") == ["P-01"]


def test_a_union_that_concludes_agreements_of_its_own_is_another_state():
    assert found(f"{PILOTS} Pilots of three hundred ports learn there.") == ["P-01"]
    assert found(f"{PILOTS} Pilots of three hundred ports of the European Union learn there.") == []


def test_states_that_a_commitment_or_its_queries_name_are_no_others_but_those_of_its_happenings_are():
    text = f"{PILOTS} Pilots of three hundred ports of Togo learn there."
    told = msgspec.structs.replace(WATCHED, told={"P-01": (words("Togo sent guests."),)})
    asked = msgspec.structs.replace(WATCHED, queries={"P-01": Query(en=("pilots of Togo",))})

    assert found(text, register_index(told)) == []
    assert found(text, register_index(asked)) == ["P-01"]


def test_a_name_in_the_title_that_nobody_knows_is_of_another_state_where_the_head_names_no_side():
    pilots = "Both governments have trained three hundred harbour pilots of both coasts on the simulator by June."

    assert found(pilots, title="Three hundred pilots") == ["P-01"]
    assert found(f"{pilots} So says Freedonia.", title="Pilots of Freedonia") == []
    assert found(f"{pilots} So says Freedonia.", title="Freedonia, Ghana and their pilots") == ["P-01"]
    assert found(f"{pilots} So says Freedonia.", title="Three hundred pilots") == ["P-01"]


def test_a_title_of_thousands_of_names_costs_one_look_through_the_text():
    names = ("".join(letters).title() for letters in itertools.product("abcdefgh", repeat=5))
    title = " ".join(itertools.islice(names, 4000))
    begun = time.process_time()

    found(f"Rain.\n\n{'plain words only ' * 40_000}\n\n{PILOTS}", title=title)

    assert time.process_time() - begun < 10  # it took half a minute where every name was looked for by itself

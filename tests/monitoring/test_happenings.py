import datetime

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from watched_of_tests import INDEX

from servanda.monitoring.happenings import happenings
from servanda.monitoring.record import Record
from servanda.monitoring.watcher import Watcher

WIRE = "Ghana has trained 40 harbour pilots on the simulator at Tema since January, the Chilean navy said on Monday."
OWN = "At Tema, Chile's instructors have taught 45 Ghanaian pilots to bring ships into port, the harbour office says."


def candidate(text, publisher, day="2026-01-12", language="en"):
    record = Record(id=publisher, text=text, language=language, date=day, publisher=publisher)
    (found,) = Watcher(INDEX).candidates(record)
    return msgspec.structs.replace(found, relation="progress")


def test_what_several_outlets_tell_is_one_happening_and_wire_copies_count_once():
    told = [
        candidate(WIRE, "Wire"),
        candidate(WIRE + " Rain fell.", "Morning Post"),
        candidate(OWN, "Harbour Letter", "2026-01-14"),
    ]

    (happening,) = happenings(told)

    assert (happening.commitment, happening.sources, len(happening.candidates)) == ("P-01", 2, 3)
    assert (happening.first, happening.last) == (datetime.date(2026, 1, 12), datetime.date(2026, 1, 14))
    assert [len(copies) for copies in happening.copies] == [2]


def test_figures_that_differ_stay_with_those_who_state_them():
    one, other = candidate(WIRE, "Wire"), candidate(OWN, "Harbour Letter")

    (happening,) = happenings([one, other])

    assert [(stated.figure, stated.documents) for stated in happening.figures] == [
        ("40", (one.document.sha256,)),
        ("45", (other.document.sha256,)),
    ]


def test_the_same_weeks_later_is_another_happening():
    assert len(happenings([candidate(WIRE, "Wire"), candidate(WIRE, "Post", "2026-02-12")])) == 2


@given(st.permutations([candidate(WIRE, "Wire"), candidate(OWN, "Letter"), candidate(WIRE, "Post", "2026-03-01")]))
def test_the_order_of_the_candidates_does_not_matter(told):
    assert happenings(told) == happenings(sorted(told, key=lambda one: one.document.sha256))

"""What a candidate tells is the same in every process, whatever the order of its sets there."""

from watched_of_tests import INDEX

from servanda.monitoring.record import Record
from servanda.monitoring.watcher import Watcher

HEAD = "Chile and Ghana: pilots of both coasts learn on one simulator by 30 June 2026, 300 at Tema."


def test_terms_of_as_many_points_stand_in_order_those_of_the_head_after_those_of_the_passage():
    watcher = Watcher(INDEX)
    own = "Chile and Ghana train the pilots of the harbour."
    alone, further = (
        candidate.reasons.terms
        for text in (own, f"{HEAD}\n\n{own}")
        for candidate in watcher.candidates(Record(text=text, language="en", date="2025-06-01"))
        if candidate.quote == own and candidate.commitment == "P-01"
    )

    assert len(further) > len(alone) + 2
    assert list(further) == sorted(further, key=lambda term: (-further[term], term not in alone, term))

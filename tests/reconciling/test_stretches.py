import time
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from servanda.reading.reader import read
from servanda.reconciling import findings
from servanda.reconciling.changes import changes
from servanda.reconciling.language_gaps import language_gaps
from servanda.reconciling.stretches import Line, Stretches
from servanda.text.loaders import load_bytes

STRETCH = st.tuples(st.integers(0, 30), st.integers(1, 5)).map(lambda pair: (pair[0], sum(pair)))


@given(st.lists(STRETCH), STRETCH)
def test_a_stretch_meets_others_exactly_where_it_meets_one_of_them(taken, one):
    start, end = one

    assert Stretches(taken).meet(start, end) == any(first < end and start < last for first, last in taken)


class Thing(NamedTuple):
    """What begins somewhere."""

    start: int


@given(st.lists(st.builds(Thing, st.integers(0, 30))), STRETCH)
def test_a_line_gives_what_begins_in_a_part_of_it_and_what_is_last_before(things, part):
    line, (start, end) = Line(things), part
    assert line.within(start, end) == sorted(thing for thing in things if start <= thing.start < end)
    last = line.last_before(end)
    assert (last and last.start) == max((thing.start for thing in things if thing.start < end), default=None)


def test_a_sentence_of_thousands_of_numbers_is_compared_in_seconds():
    told = "Kenya and Ireland met in Lamu: {}."
    lists = (", ".join(f"{100 + number + more} pylons" for number in range(8_000)) for more in (0, 1))
    documents = [load_bytes(told.format(one).encode(), name=f"{at}.txt", language="en") for at, one in enumerate(lists)]
    readings = [(one, read(one)) for one in documents]

    begun = time.process_time()
    assert findings(readings)
    assert time.process_time() - begun < 20


def test_a_table_of_thousands_of_numbers_is_compared_in_seconds():
    table = "a half " * 4_000
    documents = [load_bytes(table.encode(), name=f"{spoken}.txt", language=spoken) for spoken in ("en", "fr")]
    english, french = ((one, read(one)) for one in documents)

    begun = time.process_time()
    language_gaps([english, french])
    changes(english, english)
    assert time.process_time() - begun < 30

import time

from hypothesis import given
from hypothesis import strategies as st

from servanda.reading.reader import read
from servanda.reconciling.changes import changes
from servanda.reconciling.language_gaps import language_gaps
from servanda.reconciling.stretches import Stretches
from servanda.text.loaders import load_bytes

STRETCH = st.tuples(st.integers(0, 30), st.integers(1, 5)).map(lambda pair: (pair[0], sum(pair)))


@given(st.lists(STRETCH), STRETCH)
def test_a_stretch_meets_others_exactly_where_it_meets_one_of_them(taken, one):
    start, end = one

    assert Stretches(taken).meet(start, end) == any(first < end and start < last for first, last in taken)


def test_a_table_of_thousands_of_numbers_is_compared_in_seconds():
    table = "a half " * 4_000
    documents = [load_bytes(table.encode(), name=f"{spoken}.txt", language=spoken) for spoken in ("en", "fr")]
    english, french = ((one, read(one)) for one in documents)

    begun = time.process_time()
    language_gaps([english, french])
    changes(english, english)
    assert time.process_time() - begun < 30

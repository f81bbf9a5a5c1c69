import zlib

import pytest

from servanda.text.loaders import Limits, UnreadableError
from servanda.text.loaders.pdf_streams import refuse_bombs

LIMITS = Limits(page_bytes=1_000)


def stream(content, kind=b"", times=1):
    for _ in range(times):
        content = zlib.compress(content)
    return b"4 0 obj\n<< %b /Filter /FlateDecode >>\nstream\n%b\nendstream\nendobj\n" % (kind, content)


@pytest.mark.parametrize("times", [1, 2, 4])
@pytest.mark.parametrize("before", [b"", stream(b"BT ET"), b"stream\nendstream\n"])
def test_a_page_that_unpacks_to_too_much_is_refused_however_often_it_was_packed(before, times):
    with pytest.raises(UnreadableError) as caught:
        refuse_bombs(before + stream(b" " * 1_001, times=times), LIMITS)
    assert caught.value.code == "too_large"


@pytest.mark.parametrize(
    "content",
    [
        stream(b" " * 1_000),
        stream(b" " * 100_000, b"/Subtype /Image"),
        b"stream\n" * 100_000,
        b"stream\n" + b"x\x9c" * 100_000,
        stream(b" " * 1_000).replace(b"endstream", b""),
    ],
)
def test_pages_images_and_damaged_streams_pass(content):
    refuse_bombs(content, LIMITS)

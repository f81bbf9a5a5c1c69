"""Whether a file of Zstandard ends where its last frame does (RFC 8878 3.1): what unpacks it does not tell.

Only the headers of frames and blocks are read. What is no frame is left to what unpacks it, which refuses it.
"""

from typing import BinaryIO

_FRAME, _SKIPPABLE = 0xFD2FB528, 0x184D2A50  # magic numbers; the last four bits of the second are anything
_DICTIONARY_SIZES = (0, 1, 2, 4)
_CONTENT_SIZES = (0, 2, 4, 8)
_RUN = 1  # the type of a block that is one byte, over and over
_CHECKSUM = 4  # bytes
_CUT = "it ends inside of a frame"


def check_end(file: BinaryIO) -> None:
    """Raise EOFError where a file ends inside of a frame."""
    while magic := file.read(4):
        number = int.from_bytes(magic, "little")
        if number & 0xFFFFFFF0 == _SKIPPABLE:
            _pass(file, int.from_bytes(_exactly(file, 4), "little"))
        elif number == _FRAME:
            _pass_frame(file)
        elif len(magic) < 4:
            raise EOFError(_CUT)
        else:
            return


def _pass_frame(file: BinaryIO) -> None:
    (told,) = _exactly(file, 1)
    single = bool(told & 0x20)
    content = _CONTENT_SIZES[told >> 6] or int(single)
    _pass(file, int(not single) + _DICTIONARY_SIZES[told & 3] + content)
    last = False
    while not last:
        header = int.from_bytes(_exactly(file, 3), "little")
        last = bool(header & 1)
        _pass(file, 1 if header >> 1 & 3 == _RUN else header >> 3)
    _pass(file, _CHECKSUM if told & 4 else 0)


def _exactly(file: BinaryIO, size: int) -> bytes:
    found = file.read(size)
    if len(found) < size:
        raise EOFError(_CUT)
    return found


def _pass(file: BinaryIO, size: int) -> None:
    """Go on behind some bytes, the last of which must be there."""
    if size:
        file.seek(size - 1, 1)
        _exactly(file, 1)

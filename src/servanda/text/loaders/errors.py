"""The one error of every loader."""

from typing import Literal

Code = Literal[
    "missing",  # there is no such file
    "forbidden",  # the file may not be opened
    "directory",  # a folder, not a file
    "empty",  # no bytes, or nothing but white space
    "too_large",  # more than a limit allows: bytes, text, pages, nesting, expansion
    "encrypted",  # a password is needed
    "wrong_type",  # the content is not what the name says, or is no text
    "unsupported",  # a known format that Servanda does not read
    "damaged",  # the right format, but broken
    "no_text",  # nothing to read in it, such as a scan
    "sidecar",  # the file beside it that describes it is wrong
]


class UnreadableError(Exception):
    """A file that cannot be read: ``code`` for programs; the message, one line with what to do, for people."""

    def __init__(self, code: Code, message: str) -> None:
        super().__init__(message)
        self.code: Code = code

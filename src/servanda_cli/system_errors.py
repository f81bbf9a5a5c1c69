"""What the system refused, as one line: what, where, and what to do."""

import errno

_NO_ROOM = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG))
_NOT_ALLOWED = frozenset((errno.EACCES, errno.EPERM, errno.EROFS))


def told(error: OSError) -> str:
    """Return the line for an error.

    >>> told(PermissionError(errno.EACCES, "Permission denied", "register.xlsx"))
    'register.xlsx: Permission denied; get leave to use it, or name another place'
    """
    where = f"{error.filename}: " if error.filename is not None else ""
    what = error.strerror or str(error) or type(error).__name__
    if error.errno in _NO_ROOM:
        return f"{where}{what}; make room, and start it again"
    if error.errno in _NOT_ALLOWED:
        return f"{where}{what}; get leave to use it, or name another place"
    return f"{where}{what}; check the path" if where else what

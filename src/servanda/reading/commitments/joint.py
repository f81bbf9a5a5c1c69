"""Whether words say that something is of several together: "Joint", "conjunta"."""

import re

from servanda.reading.scan import Scan

_JOINT = re.compile(
    r"\b(?:joint|leaders?'? (?:statement|declaration)|conjointe?|communique final|communiqué final|communiqué conjoint"
    r"|conjunt[oa]|declaración común|déclaration commune)\b"
)


def says_joint(scan: Scan, start: int, end: int) -> bool:
    """Whether a stretch says that something is of several: "Joint", "conjunta"."""
    return _JOINT.search(scan.folded, start, end) is not None

"""Read who is named: states, organisations, treaties, institutions, offices and people."""

from servanda.reading.mention import Mention
from servanda.reading.scan import Scan


def read_actors(scan: Scan) -> list[Mention]:
    """Return a mention for everybody named in the text, in order."""
    return [naming.mention(scan.text) for naming in scan.cast.namings]

"""Project what entries changed into the table of records."""

from collections.abc import Iterable

from servanda.register.as_json import to_json
from servanda.register.state import Version
from servanda_portal.register.models import Record


class Projection:
    """The rows that a run of entries makes, in their order."""

    def __init__(self, agreement: str) -> None:
        self._agreement = agreement
        self.rows: list[Record] = []
        self._present: dict[tuple[str, str], Record] = {}
        self._superseding: list[tuple[str, str, int]] = []

    def take(self, versions: Iterable[tuple[str, str, Version]]) -> None:
        """Take the versions that one entry made."""
        for kind, key, version in versions:
            before = self._present.get((kind, key))
            if before is not None:
                before.superseded = version.entry
            elif version.entry > version.first:
                self._superseding.append((kind, key, version.entry))
            row = row_of(self._agreement, kind, key, version)
            self.rows.append(row)
            self._present[kind, key] = row

    def store(self) -> None:
        """Write the rows, and end the versions that they supersede."""
        for kind, key, entry in self._superseding:
            Record.objects.filter(agreement=self._agreement, kind=kind, key=key, superseded=None).update(
                superseded=entry
            )
        Record.objects.bulk_create(self.rows, batch_size=500)


def row_of(agreement: str, kind: str, key: str, version: Version) -> Record:
    """Return the row of one version."""
    return Record(
        agreement_id=agreement,
        kind=kind,
        key=key,
        entry=version.entry,
        first=version.first,
        place=version.place,
        made_by=version.made_by,
        visible_to=version.visible_to,
        public_from=version.public_from,
        body=to_json(version.record).decode(),
    )

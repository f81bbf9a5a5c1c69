"""A table that came back, as the acts that record what it changes. What it leaves out changes nothing.

The acts are ordinary ones: what the parties own together is proposed, what is one party's own is signed by it, and the
register's rules judge each of them.
"""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any

import msgspec

from servanda.formats.sheet import BETWEEN, Cell, Sheet, shown
from servanda.formats.sheet_differences import Differences, RowKey
from servanda.lexicon.language import LANGUAGES, Language
from servanda.register.acts.act import Act
from servanda.register.acts.commitments import Adopt, Amend, NameOwner
from servanda.register.acts.consent import Propose
from servanda.register.acts.evidence import RecordHappening, RecordPosition
from servanda.register.acts.meetings import RecordMeeting
from servanda.register.acts.money import RecordContribution
from servanda.register.acts.reporting import SubmitReport
from servanda.register.as_json import from_plain, to_plain
from servanda.register.author import Author
from servanda.register.commitment import Commitment, Owner
from servanda.register.contribution import Contribution
from servanda.register.forum import Meeting
from servanda.register.happening import Happening, PublishedPosition
from servanda.register.reporting import Report
from servanda.register.state import State
from servanda.register.wording import Statement

Row = dict[str, str]


class SheetAct(msgspec.Struct, frozen=True):
    """An act that a row makes, and the row's number in the file."""

    row: int
    act: Act


class BadRow(msgspec.Struct, frozen=True):
    """A row that makes no record; ``message`` says what does not fit, and where in the record."""

    row: int
    message: str


class Importing(msgspec.Struct, frozen=True):
    """Who imports a table, and why: ``reason`` stands beside every correction. ``name`` is new for every import."""

    state: State
    author: Author
    reason: Statement
    name: str

    @property
    def language(self) -> Language:
        """The language in which the author writes."""
        return self.reason.language


def sheet_acts(
    before: Sheet, after: Sheet, changes: Differences, importing: Importing
) -> tuple[list[SheetAct], list[BadRow]]:
    """Return the acts that the changed and added rows make, in the order of the rows, and the rows that make none."""
    if not changes.changes:
        return [], []
    acts: list[SheetAct] = []
    bad: list[BadRow] = []
    faulty = {problem.row for problem in changes.problems}
    made: dict[RowKey, int] = {
        change.key: change.row for change in changes.changes if change.change != "removed" and change.row not in faulty
    }
    rows = _merged(before, after)
    if before.id == "money":
        made = {key[:1]: row for key, row in made.items()}
    for key, number in made.items():
        try:
            acts += [SheetAct(number, act) for act in _ACTS[before.id](key, rows, importing)]
        except (ValueError, msgspec.ValidationError) as error:
            bad.append(BadRow(number, str(error)))
    return acts, bad


def _merged(before: Sheet, after: Sheet) -> dict[RowKey, Row]:
    """Return every row, old and new, as texts by column: what came back stands in the place of what was there."""
    rows: dict[RowKey, Row] = {}
    for sheet in (before, after):
        names = [column.id for column in sheet.columns]
        places = sheet.places()
        for cells in sheet.rows:
            key = tuple(shown(cells[places[name]]) for name in sheet.key)
            rows.setdefault(key, {}).update(zip(names, map(_text, cells), strict=True))
    return rows


def _text(cell: Cell) -> str:
    return shown(cell.normalize() if isinstance(cell, Decimal) and cell == cell.to_integral_value() else cell)


def _commitment(key: RowKey, rows: Mapping[RowKey, Row], importing: Importing) -> Iterator[Act]:
    row, state = rows[key], importing.state
    known = state.find(Commitment, key[0])
    plain: dict[str, Any] = {} if known is None else to_plain(known)
    deadline = {"period": row["deadline"], "basis": row.get("deadline_basis") or "stated"} if row["deadline"] else None
    if deadline is not None and known is not None and known.deadline is not None:
        deadline = to_plain(known.deadline) | deadline
    plain |= {
        "reference": key[0],
        "pillar": row["pillar"],
        "area": row.get("area") or None,
        "parent": row.get("parent") or None,
        "title": _wording(row, "title"),
        "summary": _wording(row, "summary"),
        "promisors": _several(row["promisors"]),
        "force": row["force"],
        "stage": row["stage"],
        "verifiable": row["verifiable"] == "yes",
        "spoken": row.get("spoken") == "yes",
        "deadline": deadline,
        "recurrence": row.get("recurrence") or None,
        "control": int(row["control"]) if row.get("control") else None,
    }
    plain.setdefault("passages", [])
    plain.setdefault(
        "completeness", {"deliverable": True, "target": False, "timeframe": deadline is not None, "owner": False}
    )
    made = from_plain(plain, Commitment)
    if known is None:
        yield _joint(Adopt(made), importing)
    elif made != known:
        yield _joint(Amend(made, importing.reason), importing)
    for written in _several(row.get("owners", "")):
        party, _, institution = written.partition(" ")
        owner = Owner(party, institution)
        if known is None or owner not in known.owners:
            yield NameOwner(key[0], owner)


def _contribution(key: RowKey, rows: Mapping[RowKey, Row], importing: Importing) -> Iterator[Act]:
    mine = [row for (contribution, _), row in rows.items() if contribution == key[0]]
    mine.sort(key=lambda row: Decimal(row["transaction"]))
    first, known = mine[0], importing.state.find(Contribution, key[0])
    plain: dict[str, Any] = {} if known is None else to_plain(known)
    plain |= {
        "id": key[0],
        "type": first["type"],
        "name": _wording(first, "name"),
        "provider": first["provider"],
        "implementers": _several(first.get("implementers", "")),
        "part_of": first.get("part_of") or None,
        "commitments": _several(first.get("commitments", "")),
        "transactions": [
            {
                "stage": row["stage"],
                "amount": row["amount"],
                "unit": row["unit"],
                "date": row["date"] or None,
                "basis": row.get("currency_basis") or "stated",
                "note": _wording(row, "note") if row.get("note_en") else None,
                "documents": _several(row["documents"]),
            }
            for row in mine
        ],
    }
    plain.setdefault("purpose", plain["name"])
    yield from _recorded(RecordContribution, from_plain(plain, Contribution), known, importing)


def _meeting(key: RowKey, rows: Mapping[RowKey, Row], importing: Importing) -> Iterator[Act]:
    row, known = rows[key], importing.state.find(Meeting, key[0])
    plain = {
        "id": key[0],
        "forum": row["forum"],
        "when": row["when"],
        "standing": row["standing"],
        "place": _names(row, "place"),
        "summary": _wording(row, "summary"),
        "commitments": _several(row.get("commitments", "")),
        "documents": _several(row["documents"]),
    }
    yield from _recorded(RecordMeeting, from_plain(plain, Meeting), known, importing)


def _happening(key: RowKey, rows: Mapping[RowKey, Row], importing: Importing) -> Iterator[Act]:
    row, known = rows[key], importing.state.find(Happening, key[0])
    plain = {
        "id": key[0],
        "when": row["when"],
        "type": row["type"],
        "certainty": row["certainty"],
        "title": _wording(row, "title"),
        "summary": _wording(row, "summary"),
        "place": _names(row, "place"),
        "documents": _several(row["documents"]),
        # How it bears on commitments is a reviewer's judgement, made where the evidence is seen.
        "bearings": [] if known is None else to_plain(known.bearings),
    }
    yield from _recorded(RecordHappening, from_plain(plain, Happening), known, importing)


def _report(key: RowKey, rows: Mapping[RowKey, Row], importing: Importing) -> Iterator[Act]:
    row, state = rows[key], importing.state
    position = state.find(PublishedPosition, key[0])
    common: dict[str, Any] = {name: row[name] for name in ("commitment", "party", "standing", "date")}
    common["documents"] = _several(row.get("documents", ""))
    if position is not None or row.get("summary_en"):
        plain = common | {"summary": _wording(row, "summary")}
        yield from _recorded(RecordPosition, from_plain(plain, PublishedPosition), position, importing)
        return
    language = row.get("written_in") or importing.language
    plain = common | {
        "id": key[0],
        "round": row.get("round") or None,
        "happened": {"language": language, "text": row.get("happened", "")},
        "next_step": {"language": language, "text": row["next_step"]} if row.get("next_step") else None,
        "next_by": row.get("next_by") or None,
        "obstacle": row.get("obstacle") or None,
        "cause": row.get("cause") or None,
    }
    yield from _recorded(SubmitReport, from_plain(plain, Report), state.find(Report, key[0]), importing)


_ACTS: dict[str, Callable[[RowKey, Mapping[RowKey, Row], Importing], Iterator[Act]]] = {
    "commitments": _commitment,
    "money": _contribution,
    "meetings": _meeting,
    "happenings": _happening,
    "reports": _report,
}


def _recorded(act: Any, record: Any, known: Any, importing: Importing) -> Iterator[Act]:  # noqa: ANN401 one kind with its act
    if record != known:
        yield act(record, correction=None if known is None else importing.reason)


def _joint(act: Adopt | Amend, importing: Importing) -> Act:
    """Propose what the parties own together."""
    if importing.state.agreement.kept_by == "observer" or not importing.state.is_open:
        return act
    return Propose(f"{importing.name}-{act.commitment.reference}", act, importing.reason)


def _several(text: str) -> list[str]:
    return [part.strip() for part in text.split(BETWEEN.strip()) if part.strip()]


def _wording(row: Row, name: str) -> dict[str, str]:
    return {language: row.get(f"{name}_{language}", "") for language in LANGUAGES}


def _names(row: Row, name: str) -> dict[str, str] | None:
    return {language: told for language in LANGUAGES if (told := row.get(f"{name}_{language}"))} or None

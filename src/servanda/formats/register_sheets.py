"""A register as five tables: commitments, money, meetings, happenings, reports.

Codes, references and days are the same in every language; texts of ours stand in all three. docs/open-data.md lists
the columns.
"""

import datetime
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any, get_args

from servanda.assessing.assessment import Assessment
from servanda.formats.open_register import OpenRegister
from servanda.formats.sheet import BETWEEN, Cell, Column, Kind, Sheet, text_cell
from servanda.lexicon.exports import export_words
from servanda.lexicon.language import LANGUAGES
from servanda.register.commitment import Commitment, Force, Stage
from servanda.register.contribution import Contribution, CurrencyBasis, Transaction, TransactionStage
from servanda.register.forum import Forum, Meeting
from servanda.register.happening import Bearing, Happening, PublishedPosition
from servanda.register.records import key_of
from servanda.register.reporting import Report, ReportedStanding
from servanda.register.wording import Names, Wording

_YES_NO = ("yes", "no")
_Row = Mapping[str, Any]


def commitments_sheet(register: OpenRegister) -> Sheet:
    """Return a row for each commitment, with its three axes as at the register's day."""
    agreement = register.agreement
    parties = tuple(party.id for party in agreement.parties)
    columns = (
        _column("reference", required=True),
        _column("pillar", required=True, allowed=tuple(pillar.id for pillar in agreement.pillars)),
        _column("area", allowed=tuple(area.id for pillar in agreement.pillars for area in pillar.areas)),
        _column("parent", allowed=tuple(one.reference for one in register.all(Commitment))),
        *_in_languages("title", required=True),
        *_in_languages("summary", required=True),
        _column("promisors", required=True, many=True),
        _column("owners", many=True),
        _column("force", required=True, allowed=get_args(Force)),
        _column("stage", required=True, allowed=get_args(Stage)),
        _column("verifiable", required=True, allowed=_YES_NO),
        _column("spoken", allowed=_YES_NO),
        _column("deadline", "period"),
        _column("deadline_basis", allowed=("stated", "derived")),
        _column("recurrence"),
        _column("control", "number"),
        _column("passages", many=True, computed=True),
        *(_column(f"official_{party}", heading=_official(party, register), computed=True) for party in parties),
        *(_column(name, computed=True) for name in ("evidence", "evidence_step")),
        _column("evidence_since", "day", computed=True),
        _column("schedule", computed=True),
        _column("due", "day", computed=True),
        _column("days", "number", computed=True),
        _column("as_at", "day", computed=True),
    )
    rows = (_commitment(one, register.assessments.get(one.reference)) for one in register.all(Commitment))
    return _sheet("commitments", ("reference",), columns, rows)


def money_sheet(register: OpenRegister) -> Sheet:
    """Return a row for each transaction; stages stand in a column and are never added (CODEBOOK M1, M4)."""
    contributions = register.all(Contribution)
    columns = (
        _column("contribution", required=True),
        _column("transaction", "number", required=True),
        _column("type", required=True, allowed=("money", "in_kind")),
        *_in_languages("name", required=True),
        _column("provider", required=True),
        _column("implementers", many=True),
        _column("part_of", allowed=tuple(one.id for one in contributions)),
        _column("commitments", many=True, allowed=_references(register)),
        _column("stage", required=True, allowed=get_args(TransactionStage)),
        _column("amount", "number", required=True),
        _column("unit", required=True),
        _column("date", "period"),
        _column("currency_basis", allowed=get_args(CurrencyBasis)),
        *_in_languages("note"),
        _column("documents", required=True, many=True, allowed=tuple(register.documents)),
    )
    rows = (
        _transaction(one, number, transaction)
        for one in contributions
        for number, transaction in enumerate(one.transactions, 1)
    )
    return _sheet("money", ("contribution", "transaction"), columns, rows)


def meetings_sheet(register: OpenRegister) -> Sheet:
    """Return a row for each meeting."""
    columns = (
        _column("meeting", required=True),
        _column("forum", required=True, allowed=tuple(forum.id for forum in register.all(Forum))),
        _column("when", "period", required=True),
        _column("standing", required=True, allowed=("held", "planned", "announced")),
        *_in_languages("place"),
        *_in_languages("summary", required=True),
        _column("commitments", many=True, allowed=_references(register)),
        _column("documents", required=True, many=True, allowed=tuple(register.documents)),
    )
    rows = (
        {
            "meeting": one.id, "forum": one.forum, "when": one.when, "standing": one.standing,
            **_texts("place", one.place), **_texts("summary", one.summary),
            "commitments": one.commitments, "documents": one.documents,
        }
        for one in register.all(Meeting)
    )  # fmt: skip
    return _sheet("meetings", ("meeting",), columns, rows)


def happenings_sheet(register: OpenRegister) -> Sheet:
    """Return a row for each happening; ``bearings`` are written "R-1 completes A 5 CA": tier, step and party."""
    columns = (
        _column("happening", required=True),
        _column("when", "period", required=True),
        _column("type", required=True),
        _column("certainty", required=True, allowed=("confirmed", "unconfirmed")),
        *_in_languages("title", required=True),
        *_in_languages("summary", required=True),
        *_in_languages("place"),
        _column("commitments", many=True, computed=True),
        _column("bearings", many=True, computed=True),
        _column("documents", required=True, many=True, allowed=tuple(register.documents)),
    )
    rows = (
        {
            "happening": one.id, "when": one.when, "type": one.type, "certainty": one.certainty,
            **_texts("title", one.title), **_texts("summary", one.summary), **_texts("place", one.place),
            "commitments": tuple(dict.fromkeys(bearing.commitment for bearing in one.bearings)),
            "bearings": tuple(_bearing(bearing) for bearing in one.bearings), "documents": one.documents,
        }
        for one in register.all(Happening)
    )  # fmt: skip
    return _sheet("happenings", ("happening",), columns, rows)


def reports_sheet(register: OpenRegister) -> Sheet:
    """Return a row for each thing a party said of its progress: its own reports, and published statements.

    A published statement is told in our words (``summary_…``), a report in the party's own (``happened``).
    """
    columns = (
        _column("report", required=True),
        _column("commitment", required=True, heading=_heading("commitments"), allowed=_references(register)),
        _column("party", required=True, allowed=tuple(party.id for party in register.agreement.parties)),
        _column("date", "period", required=True),
        _column("standing", required=True, allowed=get_args(ReportedStanding)),
        *(_column(name) for name in ("round", "written_in", "happened", "next_step")),
        _column("next_by", "period"),
        *(_column(name) for name in ("obstacle", "cause")),
        *_in_languages("summary"),
        _column("documents", many=True, allowed=tuple(register.documents)),
    )
    rows: list[_Row] = [
        {
            "report": key_of(one), "commitment": one.commitment, "party": one.party, "date": one.date,
            "standing": one.standing, **_texts("summary", one.summary), "documents": one.documents,
        }
        for one in register.all(PublishedPosition)
    ]  # fmt: skip
    rows += [_report(one) for one in register.all(Report)]
    return _sheet("reports", ("report",), columns, rows)


SHEETS: dict[str, Callable[[OpenRegister], Sheet]] = {
    "commitments": commitments_sheet,
    "money": money_sheet,
    "meetings": meetings_sheet,
    "happenings": happenings_sheet,
    "reports": reports_sheet,
}


def _commitment(one: Commitment, assessment: Assessment | None) -> _Row:
    row: dict[str, Any] = {
        "reference": one.reference, "pillar": one.pillar, "area": one.area, "parent": one.parent,
        **_texts("title", one.title), **_texts("summary", one.summary),
        "promisors": one.promisors, "owners": tuple(f"{owner.party} {owner.institution}" for owner in one.owners),
        "force": one.force, "stage": one.stage, "verifiable": one.verifiable, "spoken": one.spoken,
        "deadline": one.deadline and one.deadline.period, "deadline_basis": one.deadline and one.deadline.basis,
        "recurrence": one.recurrence, "control": one.control,
        "passages": tuple(dict.fromkeys(passage.document for passage in one.passages)),
    }  # fmt: skip
    if assessment is None:
        return row
    evidence, schedule = assessment.evidence, assessment.schedule
    return row | {
        **{f"official_{said.party}": said.value for said in assessment.official},
        "evidence": evidence.value, "evidence_step": str(evidence.step), "evidence_since": evidence.since,
        "schedule": schedule.value, "due": schedule.due, "days": schedule.days, "as_at": assessment.day,
    }  # fmt: skip


def _transaction(one: Contribution, number: int, transaction: Transaction) -> _Row:
    return {
        "contribution": one.id, "transaction": number, "type": one.type, **_texts("name", one.name),
        "provider": one.provider, "implementers": one.implementers, "part_of": one.part_of,
        "commitments": one.commitments, "stage": transaction.stage, "amount": transaction.amount,
        "unit": transaction.unit, "date": transaction.date, "currency_basis": transaction.basis,
        **_texts("note", transaction.note), "documents": transaction.documents,
    }  # fmt: skip


def _report(one: Report) -> _Row:
    return {
        "report": one.id, "commitment": one.commitment, "party": one.party, "date": one.date.isoformat(),
        "standing": one.standing, "round": one.round, "written_in": one.happened.language,
        "happened": one.happened.text, "next_step": one.next_step and one.next_step.text,
        "next_by": one.next_by, "obstacle": one.obstacle,
        "cause": one.cause, "documents": one.documents,
    }  # fmt: skip


def _bearing(one: Bearing) -> str:
    parts = (one.commitment, one.relation, one.tier, one.step, one.party)
    return " ".join(str(part) for part in parts if part is not None)


def _references(register: OpenRegister) -> tuple[str, ...]:
    return tuple(one.reference for one in register.all(Commitment))


def _official(party: str, register: OpenRegister) -> Wording:
    official = _heading("official")
    return Wording(*(f"{official.in_language(one)} ({register.name_of(party, one)})" for one in LANGUAGES))


def _heading(name: str) -> Wording:
    return Wording(*(export_words(language).columns[name] for language in LANGUAGES))


def _column(
    name: str,
    kind: Kind = "text",
    *,
    heading: Wording | None = None,
    required: bool = False,
    computed: bool = False,
    many: bool = False,
    allowed: tuple[str, ...] | None = None,
) -> Column:
    return Column(name, heading or _heading(name), kind, required, computed, many, allowed)


def _in_languages(name: str, *, required: bool = False) -> tuple[Column, ...]:
    return tuple(_column(f"{name}_{language}", required=required) for language in LANGUAGES)


def _texts(name: str, words: Wording | Names | None) -> dict[str, str | None]:
    return {f"{name}_{language}": getattr(words, language, None) for language in LANGUAGES}


def _sheet(identity: str, key: tuple[str, ...], columns: tuple[Column, ...], rows: Iterable[_Row]) -> Sheet:
    cells = tuple(tuple(_cell(row.get(column.id)) for column in columns) for row in rows)
    return Sheet(identity, columns, key, cells)


def _cell(value: Any) -> Cell:  # noqa: ANN401 whatever a record holds
    if value is None or isinstance(value, Decimal | datetime.date):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return Decimal(value)
    return text_cell(BETWEEN.join(value) if isinstance(value, tuple) else str(value))

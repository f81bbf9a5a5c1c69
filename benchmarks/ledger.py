"""What a ledger of 100,000 entries costs: folding it, verifying it, and going back to a day.

Its register is imaginary: three parties, 600 commitments, and then reports, evidence, happenings and payments.
"""

import datetime
import gc
import hashlib
import resource
import sys
import time
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from rich.console import Console
from rich.table import Table

from servanda.ledger.checkpoint import Checkpoint, sign_checkpoint
from servanda.ledger.keys import PrivateKey
from servanda.ledger.merkle import leaf_hash, root_of
from servanda.ledger.note_key import NoteSigner
from servanda.record.fold import fold
from servanda.record.signing import key_record, make_entry, sign_entry
from servanda.record.verify import verify
from servanda.register.acts.act import Act
from servanda.register.acts.commitments import Adopt
from servanda.register.acts.consent import Agree, Propose
from servanda.register.acts.evidence import RecordHappening, SubmitEvidence
from servanda.register.acts.founding import Cite, Found, Open
from servanda.register.acts.money import RecordContribution, RecordTransaction
from servanda.register.acts.reporting import SubmitReport
from servanda.register.agreement import Agreement, Party, Pillar, Term
from servanda.register.author import OPERATOR, Author
from servanda.register.circumstances import Circumstances
from servanda.register.cited_document import CitedDocument
from servanda.register.commitment import Commitment, CommitmentPassage, Completeness
from servanda.register.contribution import Contribution, Transaction
from servanda.register.evidence import Evidence
from servanda.register.happening import Bearing, Happening
from servanda.register.period import Period
from servanda.register.reporting import Report
from servanda.register.wording import Statement, Wording
from servanda_cli.signature_processes import signature_processes

ENTRIES = 100_000
COMMITMENTS = 600
PARTIES = ("NO", "SU", "WE")
NAME = "ledger.example/benchmark"
BEGIN = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
DAY = BEGIN.date()
WORDS = Wording(
    "The two sides will build and share a gauge on the river by the end of the year.",
    "Les deux parties construiront et partageront une jauge sur le fleuve d'ici la fin de l'année.",
    "Las dos partes construirán y compartirán un medidor en el río antes de que termine el año.",
)


def private(holder: str) -> PrivateKey:
    """Return the key of a holder, the same in every run."""
    return PrivateKey(hashlib.sha256(holder.encode()).digest())


def acts(count: int) -> Iterator[tuple[Act, Author]]:
    """Give that many acts and their authors, in an order that the rules allow."""
    operator, lead = Author("administrator", OPERATOR), {party: Author("party_lead", party) for party in PARTIES}
    agreement = Agreement(
        "benchmark", WORDS, WORDS, WORDS, "action_plan", "political", DAY,
        Term(DAY, datetime.date(2028, 12, 31), "years"), "parties", ("en", "fr", "es"), DAY,
        tuple(Party(party, "state", WORDS) for party in PARTIES), (Pillar("rivers", WORDS, WORDS),),
    )  # fmt: skip
    keys = tuple(key_record(private(holder).public, holder, "held_by_server") for holder in (OPERATOR, *PARTIES))
    yield Found(agreement, keys), operator
    complete = Completeness(deliverable=True, target=True, timeframe=True, owner=False)
    for number in range(COMMITMENTS):
        made = Commitment(f"C-{number}", "rivers", WORDS, WORDS, PARTIES[:2], "firm", complete, True, ())
        yield Adopt(made), operator
    yield Propose("opening", Open(DAY)), lead[PARTIES[0]]
    yield from ((Agree("opening"), lead[party]) for party in PARTIES[1:])
    yield from (lived(number) for number in range(count - COMMITMENTS - 1 - len(PARTIES)))


def lived(number: int) -> tuple[Act, Author]:
    """Return one act of an open register."""
    party, commitment = PARTIES[number % 3], f"C-{number % COMMITMENTS}"
    document, said = (f"d-{number - number % 5}",), Statement("fr", f"{WORDS.fr} ({number})")
    match number % 5:
        case 0:
            return Cite(CitedDocument(document[0], WORDS, "press", "The Courier", "en")), Author("reviewer", party)
        case 1:
            bearing = Bearing(commitment, "progress", "B", WORDS, 2)
            happening = Happening(
                f"h-{number}", Period("2026-03"), WORDS, WORDS, document, "other", bearings=(bearing,)
            )
            return RecordHappening(happening), Author("reviewer", party)
        case 2:
            passage = CommitmentPassage(document[0])
            return SubmitEvidence(Evidence(f"e-{number}", commitment, passage, "progress", said, "B")), Author(
                "observer", party
            )
        case 3 if number % 25 == 3:
            given = Contribution(f"g-{number}", "money", WORDS, WORDS, PARTIES[0], (), commitments=(commitment,))
            return RecordContribution(given), Author("reporter", PARTIES[0])
        case 3:
            paid = Transaction("disbursed", Decimal(number), "EUR", document, Period("2026-03-01"))
            return RecordTransaction(f"g-{number - number % 25 + 3}", paid), Author("reporter", PARTIES[0])
        case _:
            report = Report(f"r-{number}", commitment, party, "in_progress", DAY, said, documents=document)
            return SubmitReport(report), Author("reporter", party)


def written(count: int) -> list[bytes]:
    """Return the leaves of a ledger of that many entries, one a minute."""
    signing = {holder: private(holder) for holder in (OPERATOR, *PARTIES)}
    leaves = []
    for number, (act, author) in enumerate(acts(count)):
        how = Circumstances(author, number, BEGIN + datetime.timedelta(minutes=number), DAY)
        entry, _ = make_entry(NAME, act, how, b"")
        leaves.append(sign_entry(entry, signing[author.holder]))
    return leaves


def ledger(console: Console) -> None:
    """Print what folding, verifying and going back cost."""
    begin = time.perf_counter()
    leaves = written(ENTRIES)
    took = time.perf_counter() - begin
    root = root_of(map(leaf_hash, leaves))
    checkpoint = sign_checkpoint(Checkpoint(NAME, len(leaves), root), NoteSigner(NAME, private(OPERATOR)))
    size = sum(map(len, leaves)) / 1e6
    gc.collect()
    table = Table(title=f"A ledger of {len(leaves):,} entries, {size:.0f} MB", title_justify="left")
    for heading in ("what", "seconds", "most memory so far, MB"):
        table.add_column(heading, justify="left" if heading == "what" else "right")
    table.add_row("making and signing the entries", f"{took:.2f}", _memory())
    middle = BEGIN + datetime.timedelta(minutes=ENTRIES // 2)
    for what, run in (
        ("folding all of it", lambda: fold(leaves)),
        ("the whole plan as at a day in its middle", lambda: fold(leaves, until=middle)),
        ("verifying it in one process", lambda: _verified(leaves, checkpoint)),
        ("verifying it, signatures in two more", lambda: _verified_by_processes(leaves, checkpoint)),
    ):
        table.add_row(what, f"{_seconds(run):.2f}", _memory())
    console.print(table)


def _verified(leaves: list[bytes], checkpoint: bytes, **how: Any) -> None:  # noqa: ANN401 what verify takes
    faults = list(verify(leaves, {}, checkpoint, **how))
    if faults:
        sys.exit(f"the ledger of the benchmark has faults: {faults[:3]}")


def _verified_by_processes(leaves: list[bytes], checkpoint: bytes) -> None:
    with signature_processes() as submit:
        _verified(leaves, checkpoint, submit=submit)


def _seconds(run: Callable[[], object]) -> float:
    gc.collect()
    begin = time.perf_counter()
    run()
    return time.perf_counter() - begin


def _memory() -> str:
    return f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f}"


if __name__ == "__main__":
    ledger(Console())

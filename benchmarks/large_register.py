"""A large imaginary register: 1,000 commitments, 10,000 passages in 100 documents that are here, 100,000 entries."""

import hashlib
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice
from pathlib import Path

import msgspec

from ledger import DAY, OPERATOR, PARTIES, private
from servanda.plans.founding import DatedAct
from servanda.record.signing import key_record
from servanda.register.acts.act import Act
from servanda.register.acts.commitments import Adopt
from servanda.register.acts.consent import Agree, Propose
from servanda.register.acts.evidence import RecordHappening, RecordSearch, SubmitEvidence
from servanda.register.acts.founding import Cite, Found, KeepUntil, Open
from servanda.register.acts.meetings import RecordForum, RecordMeeting
from servanda.register.acts.money import RecordContribution, RecordTransaction
from servanda.register.acts.reporting import SubmitReport
from servanda.register.agreement import Agreement, Party, Pillar, Term
from servanda.register.author import Author
from servanda.register.cited_document import CitedDocument
from servanda.register.commitment import Commitment, CommitmentPassage, Completeness, Deadline
from servanda.register.contribution import Contribution, Transaction
from servanda.register.evidence import Evidence
from servanda.register.forum import Forum, Meeting
from servanda.register.happening import Bearing, Happening
from servanda.register.notes import Search
from servanda.register.period import Period
from servanda.register.reporting import Report
from servanda.register.wording import Names, Statement, Wording
from servanda.text.selectors import QuoteSelector

REGISTER = "large"
ENTRIES, COMMITMENTS, TEXTS, PASSAGES = 100_000, 1_000, 100, 10
PILLARS = ("rivers", "roads", "schools", "health", "archives")
LAST = DAY.replace(year=2026, month=12)
OBJECTS = ("gauge", "ferry", "lock", "bridge", "nursery", "library", "clinic", "sluice", "harbour", "school")


def text(number: int) -> str:
    """Return one of the texts: a hundred sentences, each a passage of a commitment."""
    return "\n\n".join([f"Joint note {number} of the river towns", *map(sentence, _passages_of(number))]) + "\n"


def sentence(passage: int) -> str:
    """Return the words of one passage, which stand nowhere else."""
    return f"The two sides will build and share {OBJECTS[passage % 10]} number {passage} by the end of the term."


def _passages_of(number: int) -> range:
    return range(number * 100, number * 100 + 100)


def said(words: str) -> Wording:
    """Return words of ours, as if in three languages."""
    return Wording(words, f"{words} (en français)", f"{words} (en español)")


def acts() -> Iterator[DatedAct]:
    """Give all acts, in an order that the rules allow."""
    operator, lead = Author("administrator", OPERATOR), {party: Author("party_lead", party) for party in PARTIES}
    keys = tuple(key_record(private(holder).public, holder, "held_by_server") for holder in (OPERATOR, *PARTIES))
    founding = [Found(_agreement(), keys), *_texts(), *map(_adopt, range(COMMITMENTS)), *map(_forum, range(10))]
    begun = [(act, operator) for act in founding]
    begun += [(Propose("opening", Open(DAY)), lead[PARTIES[0]]), *((Agree("opening"), lead[p]) for p in PARTIES[1:])]
    begun.append((KeepUntil(LAST), Author("reviewer", PARTIES[0])))
    lived = (_lived(number) for number in range(ENTRIES - len(begun)))
    yield from (DatedAct(act, author, DAY) for act, author in begun)
    yield from (DatedAct(act, author, DAY) for act, author in lived)


def _agreement() -> Agreement:
    return Agreement(
        REGISTER, said("A large plan"), said("Large Plan"), said("It was made up to measure pages."), "action_plan",
        "political", DAY, Term(DAY, DAY.replace(year=2028), "years"), "parties", ("en", "fr", "es"), DAY,
        tuple(Party(party, "state", said(f"State {party}")) for party in PARTIES),
        tuple(Pillar(one, said(one.capitalize()), said(f"All about {one}.")) for one in PILLARS), demonstration=True,
    )  # fmt: skip


def _texts() -> Iterator[Act]:
    for number in range(TEXTS):
        digest = hashlib.sha256(text(number).encode()).hexdigest()
        title = said(f"Joint note {number}")
        yield Cite(CitedDocument(f"note-{number}", title, "plan_text", "The towns", "en", sha256=digest))


def _adopt(number: int) -> Act:
    places = (number * PASSAGES + passage for passage in range(PASSAGES))
    title = said(f"Build and share {OBJECTS[number % 10]} {number} on the long river")
    made = Commitment(
        f"C-{number}", PILLARS[number % 5], title, said(f"{title.en}, with both towns paying for half of it."),
        PARTIES, ("firm", "intended", "exploratory")[number % 3], Completeness(True, True, True, False),
        number % 7 != 0,
        tuple(CommitmentPassage(f"note-{one // 100}", quote=QuoteSelector(sentence(one)[14:-1])) for one in places),
        deadline=Deadline(Period(f"2026-{1 + number % 12:02}-15"), "stated") if number % 2 else None,
    )  # fmt: skip
    return Adopt(made)


def _forum(number: int) -> Act:
    return RecordForum(Forum(f"f-{number}", Names(en=f"Forum {number}"), said("It meets."), PARTIES))


def _lived(number: int) -> tuple[Act, Author]:  # noqa: PLR0911 one for each kind of act
    """Return one act of the open register; six in ten are reports."""
    party, about = PARTIES[number % 3], f"C-{number // 20 % COMMITMENTS}"
    document, when = f"d-{number - number % 40}", Period(f"2026-{1 + number // 9000:02}-{1 + number % 28:02}")
    words = Statement("en", f"What was said in act {number}, about the work on the river and who pays for it.")
    reviewer, reporter = Author("reviewer", party), Author("reporter", party)
    giver, gift = Author("reporter", PARTIES[0]), f"g-{number - number % 100 + 8}"
    wording = said(f"What happened {number} on the river")
    match number % 20:
        case 0 if number % 40 == 0:
            return Cite(CitedDocument(document, wording, "press", "The Courier", "en", date=when)), reviewer
        case 1:
            bearing = Bearing(about, "progress", "B", wording, 2)
            return RecordHappening(
                Happening(f"h-{number}", when, wording, wording, (document,), "other", bearings=(bearing,))
            ), reviewer
        case 2 | 3 | 4:
            given = Evidence(f"e-{number}", about, CommitmentPassage(document), "progress", words, "B")
            return SubmitEvidence(given), Author("observer", party)
        case 5 if number % 100 == 5:
            held = Meeting(f"m-{number}", f"f-{number // 100 % 10}", when, "held", wording, (document,))
            return RecordMeeting(held), reviewer
        case 6 if number % 100 == 6:
            search = Search(f"s-{number}", wording, wording, ("en",), when, when.start, (about,))
            return RecordSearch(search), reviewer
        case 8 if number % 100 == 8:
            made = Contribution(f"g-{number}", "money", wording, wording, PARTIES[0], (), commitments=(about,))
            return RecordContribution(made), giver
        case 9 | 10 if number > 100 and number % 100 > 8:
            return RecordTransaction(
                gift, Transaction("disbursed" if number % 3 else "announced", Decimal(number), "EUR", (document,), when)
            ), giver
        case _:
            report = Report(f"r-{number}", about, party, "in_progress", when.start, words, documents=(document,))
            return SubmitReport(report), reporter


def found_register(folder: Path) -> None:
    """Write the register into the portal's database, and read its texts, which stand in the folder afterwards."""
    from servanda_portal.entries.models import Ledger  # noqa: PLC0415 after django.setup
    from servanda_portal.home import home  # noqa: PLC0415
    from servanda_portal.operations.append import append  # noqa: PLC0415
    from servanda_portal.operations.keys import write_key  # noqa: PLC0415
    from servanda_portal.register.models import Agreement as Published  # noqa: PLC0415

    Published.objects.create(id=REGISTER, demonstration=True, folder=str(folder), digest="")
    Ledger.objects.create(register=REGISTER, demonstration=True)
    for holder in (OPERATOR, *PARTIES):
        write_key(home() / "keys" / REGISTER / f"{holder}.key", private(holder).seed)
    waiting = acts()
    while batch := list(islice(waiting, 1000)):
        append(REGISTER, batch)
    _read_texts(folder)


def _read_texts(folder: Path) -> None:
    from servanda.plans.of_state import plan_of  # noqa: PLC0415
    from servanda_portal.operations.add_document import add_document, read_document  # noqa: PLC0415
    from servanda_portal.operations.find import find  # noqa: PLC0415
    from servanda_portal.operations.folded import folded  # noqa: PLC0415

    plan = plan_of(folded(REGISTER), folder)
    # Only what the reading needs: the digest of the rest would be taken a hundred times.
    plan = msgspec.structs.replace(plan, documents=plan.documents[:TEXTS], happenings=(), contributions=(), searches=())
    for number in range(TEXTS):
        path = folder / f"note-{number}.txt"
        path.write_text(text(number), encoding="utf-8")
        read_document(add_document(path), [plan])
    find(plan)

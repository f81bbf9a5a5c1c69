"""The assessments of a register, from its state."""

import datetime

from servanda.assessing.assessment import Assessment, assess
from servanda.assessing.expiry import NO_WINDOWS, Windows
from servanda.register.cited_document import CitedDocument
from servanda.register.commitment import Commitment
from servanda.register.happening import Happening, PublishedPosition
from servanda.register.notes import Search
from servanda.register.reporting import Report
from servanda.register.standing import Standing
from servanda.register.state import State


def assess_state(state: State, day: datetime.date, windows: Windows = NO_WINDOWS) -> dict[str, Assessment]:
    """Return the assessment of every commitment of a register, by its reference, as at the day.

    All that the register ever held is assessed; ``Standing.counts`` tells what the plan is judged by.
    """
    return assess(
        state.agreement,
        state.all(Commitment),
        happenings=state.all(Happening),
        positions=state.all(PublishedPosition),
        searches=state.all(Search),
        documents={document.id: document for document in state.all(CitedDocument)},
        day=day,
        reports=state.all(Report),
        standings={standing.reference: standing for standing in state.all(Standing)},
        windows=windows,
    )

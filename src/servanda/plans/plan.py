"""A plan: one agreement and everything its register is founded with."""

from pathlib import Path
from typing import Annotated

import msgspec

from servanda.plans.scripted import ScriptedAct
from servanda.register.actors import Actors
from servanda.register.agreement import Agreement
from servanda.register.cited_document import CitedDocument
from servanda.register.commitment import Commitment
from servanda.register.contribution import Contribution
from servanda.register.forum import Forums
from servanda.register.happening import Happening, PublishedPosition
from servanda.register.notes import Conflict, ContextNote, Search
from servanda.register.project import Project
from servanda.register.wording import Query

Weight = Annotated[int, msgspec.Meta(ge=0, le=9)]


class Plan(msgspec.Struct, frozen=True):
    """One agreement and its register, as a plan folder founds it.

    Each field but ``folder`` is one file; those of ``acts``, ``queries`` and ``weights`` may be missing. ``queries``
    are by commitment, ``weights`` those that reviewers adopted for the monitor in the place of computed ones, by
    term.
    """

    folder: Path
    agreement: Agreement
    actors: Actors
    documents: tuple[CitedDocument, ...]
    commitments: tuple[Commitment, ...]
    forums: Forums
    contributions: tuple[Contribution, ...]
    projects: tuple[Project, ...]
    happenings: tuple[Happening, ...]
    positions: tuple[PublishedPosition, ...]
    conflicts: tuple[Conflict, ...]
    searches: tuple[Search, ...]
    context: tuple[ContextNote, ...]
    acts: tuple[ScriptedAct, ...] = ()
    queries: dict[str, Query] = {}
    weights: dict[str, Weight] = {}

"""The records of a register in the form of a plan, for what is written against plans."""

from pathlib import Path

from servanda.plans.plan import Plan
from servanda.register.actors import Actors, Institution, OtherAgreement, Person
from servanda.register.cited_document import CitedDocument
from servanda.register.commitment import Commitment
from servanda.register.contribution import Contribution
from servanda.register.forum import Forum, Forums, Meeting
from servanda.register.happening import Happening, PublishedPosition
from servanda.register.notes import Conflict, ContextNote, Search
from servanda.register.project import Project
from servanda.register.state import State


def plan_of(state: State, folder: Path) -> Plan:
    """Return the records of a register in the form of a plan: its commitments pillar by pillar, as adopted in each."""
    order = {pillar.id: place for place, pillar in enumerate(state.agreement.pillars)}
    return Plan(
        folder=folder,
        agreement=state.agreement,
        actors=Actors(tuple(state.all(Institution)), tuple(state.all(Person)), tuple(state.all(OtherAgreement))),
        documents=tuple(state.all(CitedDocument)),
        commitments=tuple(sorted(state.all(Commitment), key=lambda one: order[one.pillar])),
        forums=Forums(tuple(state.all(Forum)), tuple(state.all(Meeting))),
        contributions=tuple(state.all(Contribution)),
        projects=tuple(state.all(Project)),
        happenings=tuple(state.all(Happening)),
        positions=tuple(state.all(PublishedPosition)),
        conflicts=tuple(state.all(Conflict)),
        searches=tuple(state.all(Search)),
        context=tuple(state.all(ContextNote)),
    )

"""An imaginary agreement of Chile and Ghana, and what is watched of it, for the tests of this folder."""

import datetime

from servanda.lexicon.vocabulary import Actor, ActorName, Vocabulary
from servanda.monitoring.register_index import register_index
from servanda.monitoring.watched import Watched
from servanda.register.agreement import Agreement, Area, Party, Pillar, Term
from servanda.register.commitment import Commitment, Completeness, Deadline
from servanda.register.period import Period
from servanda.register.wording import Names, Wording

SIGNED = datetime.date(2025, 3, 1)


def words(english, french=None, spanish=None):
    return Wording(english, french or english, spanish or english)


def commitment(reference, title, summary, *, promisors=("CL", "GH"), due=None):
    return Commitment(
        reference=reference,
        pillar="sea",
        area="ports",
        title=title,
        summary=summary,
        promisors=promisors,
        force="firm",
        completeness=Completeness(deliverable=True, target=False, timeframe=due is not None, owner=False),
        verifiable=True,
        passages=(),
        deadline=Deadline(Period(due), "stated") if due else None,
    )


COMMITMENTS = (
    commitment(
        "P-01",
        words(
            "Train 300 harbour pilots at Tema",
            "Former 300 pilotes de port à Tema",
            "Formar a 300 prácticos de puerto en Tema",
        ),
        words(
            "Pilots of both coasts learn on one simulator by 30 June 2026.",
            "Les pilotes des deux côtes apprennent sur un simulateur d’ici au 30 juin 2026.",
            "Los prácticos de las dos costas aprenden en un simulador antes del 30 de junio de 2026.",
        ),
        due="2026-06-30",
    ),
    commitment(
        "P-02",
        words(
            "Publish a yearly report on lithium mines",
            "Publier un rapport annuel sur les mines de lithium",
            "Publicar un informe anual sobre las minas de litio",
        ),
        words(
            "Mining inspectors exchange their results.",
            "Les inspecteurs des mines échangent leurs résultats.",
            "Los inspectores de minas intercambian sus resultados.",
        ),
        due="2025-12-31",
    ),
    commitment(
        "P-03",
        words(
            "Abolish the visa for students",
            "Supprimer le visa des étudiants",
            "Suprimir la visa de los estudiantes",
        ),
        words(
            "Chile lets Ghanaian students enter without a visa.",
            "Le Chili laisse entrer sans visa les étudiants ghanéens.",
            "Chile deja entrar sin visa a los estudiantes ghaneses.",
        ),
        promisors=("CL",),
    ),
)

WATCHED = Watched(
    Agreement(
        id="cl-gh",
        name=words("Chile-Ghana Sea Compact", "Pacte marin Chili-Ghana", "Pacto Marino Chile-Ghana"),
        short_name=words("Sea Compact", "Pacte marin", "Pacto Marino"),
        summary=words("Ports, mines and people."),
        kind="joint_statement",
        legal_nature="political",
        signed=SIGNED,
        term=Term(SIGNED, datetime.date(2027, 12, 31), "years"),
        kept_by="parties",
        authentic_languages=("en", "fr", "es"),
        recorded_until=SIGNED,
        parties=(
            Party("CL", "state", words("Chile", "Chili", "Chile")),
            Party("GH", "state", words("Ghana")),
        ),
        pillars=(
            Pillar("sea", words("The sea", "La mer", "El mar"), words("Sea."), (Area("ports", words("Harbours")),)),
        ),
    ),
    COMMITMENTS,
    Vocabulary(
        (
            Actor("cl-gh", "agreement", "Sea Compact", (ActorName("Sea Compact", language="en"),)),
            Actor("gh-gpha", "institution", "Ghana Ports", (ActorName("GPHA", "acronym"),), "GH"),
        ),
        ("CL", "GH"),
    ),
    bodies=(Names(en="Two Oceans Fund"),),
)

INDEX = register_index(WATCHED)

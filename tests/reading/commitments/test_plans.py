"""Plans of action in the layouts that they have: numbered actions, key words, tables, sections after a lead-in."""

import datetime
import time

import pytest

from servanda.reading.mention import Commitment
from servanda.reading.reader import read
from servanda.text.loaders import load_bytes

TITLES = {"en": "Action Plan of Chile and Peru", "fr": "Plan d'action Chili-Pérou", "es": "Plan de acción Chile-Perú"}


def commitments(text, language="en"):
    """Return every commitment of a plan, as (quote, promisors, last day of its deadline)."""
    document = load_bytes(f"{TITLES[language]}\n\n{text}".encode(), name="plan.txt", language=language)
    values = [(mention.quote, mention.value) for mention in read(document).mentions]
    return [
        (quote, value.promisors, value.deadline.end if value.deadline else None)
        for quote, value in values
        if isinstance(value, Commitment)
    ]


@pytest.mark.parametrize(
    ("language", "label", "action", "responsible", "due"),
    [
        ("en", "Action", "Hand over the old quay at Arica", "Responsible: Ministry of Ports (Chile)", "Due: June 2032"),
        ("fr", "Mesure", "Rétrocéder le vieux quai d'Arica", "Responsable : ministère (Chili)", "Échéance : juin 2032"),
        ("es", "Medida", "Ceder el muelle viejo de Arica", "Responsable: Ministerio (Chile)", "Plazo: junio de 2032"),
    ],
)
def test_a_numbered_action_has_the_owner_and_the_date_of_the_lines_after_it(language, label, action, responsible, due):
    text = f"{label} 1. {action}.\n{responsible}\n{due}\n\n{label} 2. {action} B.\n{responsible}\n"

    assert commitments(text, language) == [
        (action, ("CL",), datetime.date(2032, 6, 30)),
        (f"{action} B", ("CL",), None),
    ]


@pytest.mark.parametrize(
    ("language", "label", "action", "lines"),
    [
        ("en", "Commitment A", "Hand over a quay", ("Lead: Chile", "Milestones: survey by 2030", "Due: June 2032")),
        (
            "fr",
            "Engagement A",
            "Rétrocéder un quai",
            ("Pilote : Chili", "Jalons : étude en 2030", "Échéance : juin 2032"),
        ),
        ("es", "Compromiso A", "Ceder un muelle", ("Responsable: Chile", "Hitos: ninguno", "Plazo: junio de 2032")),
    ],
)
def test_a_number_on_a_line_of_its_own_opens_a_measure_with_what_is_noted_below(language, label, action, lines):
    text = "\n\n".join(f"{label}.{number}\n{action} {number}.\n" + "\n".join(lines) for number in (1, 2))

    assert commitments(text, language) == [
        (f"{action} {number}", ("CL",), datetime.date(2032, 6, 30)) for number in (1, 2)
    ]


def told_in(rows, column):
    """Return what two rows of a table undertake, by the column that tells the action."""
    return [
        (rows[0].split(" | ")[column], ("CL",), datetime.date(2030, 6, 30)),
        (rows[1].split(" | ")[column], ("CL", "PE"), datetime.date(2031, 5, 31)),
    ]


@pytest.mark.parametrize(
    ("language", "head", "rows"),
    [
        (
            "es",
            "N.º | Acción | Responsable | Plazo",
            (
                "1.1 | Estudio conjunto de un puerto | Ministerio (Chile) | 30 de junio de 2030",
                "1.2 | Formar pilotos | todos | mayo de 2031",
            ),
        ),
        (
            "en",
            "No. | Action | Lead | By when",
            (
                "A.1 | Joint study of a port | Ministry of Ports (Chile) | 30 June 2030",
                "A.2 | Train 40 pilots | both | May 2031",
            ),
        ),
    ],
)
def test_rows_of_a_table_of_measures_may_be_numbered(language, head, rows):
    assert commitments(f"{head}\n{rows[0]}\n{rows[1]}\n", language) == told_in(rows, column=1)


@pytest.mark.parametrize(
    ("language", "head", "rows"),
    [
        (
            "en",
            "Action | Responsible | Deadline",
            ("Joint study of a port | Ministry of Ports (Chile) | 30 June 2030", "Train 40 pilots | both | May 2031"),
        ),
        (
            "fr",
            "Action | Responsable | Échéance",
            ("Étude commune d'un port | Ministère (Chili) | 30 juin 2030", "Former 40 pilotes | tous | mai 2031"),
        ),
        (
            "es",
            "Acción | Responsable | Plazo",
            (
                "Estudio conjunto de un puerto | Ministerio (Chile) | 30 de junio de 2030",
                "Formar pilotos | todos | mayo de 2031",
            ),
        ),
    ],
)
def test_a_row_of_a_table_of_measures_is_a_commitment(language, head, rows):
    assert commitments(f"{head}\n{rows[0]}\n{rows[1]}\n", language) == told_in(rows, column=0)


def test_an_empty_cell_leaves_the_other_cells_of_its_row_what_they_are():
    head = "<tr><th>Measure</th><th>Lead</th><th>By when</th></tr>"
    rows = (
        "<tr><td>Train 40 pilots</td><td></td><td>May 2031</td></tr><tr><td>Open a quay</td><td>Peru</td><td></td></tr>"
    )
    page = f"<html><body><h1>{TITLES['en']}</h1><table>{head}{rows}</table><p>Done in Lima.</p></body></html>"
    mentions = read(load_bytes(page.encode(), name="plan.html", language="en")).mentions
    found = [(one.quote, one.value.promisors) for one in mentions if isinstance(one.value, Commitment)]

    assert found == [("Train 40 pilots", ("CL", "PE")), ("Open a quay", ("PE",))]


@pytest.mark.parametrize(
    ("language", "actions", "lead", "due"),
    [
        ("en", ("Train 40 pilots", "Study a quay"), "Lead: Chile (Ministry of Ports)", "Timeline: by 30 June 2032"),
        ("fr", ("Former 40 pilotes", "Étudier un quai"), "Responsable : Chili", "Échéance : le 30 juin 2032"),
        ("es", ("Formar a 40 pilotos", "Estudiar un muelle"), "Responsable: Chile", "Plazo: 30 de junio de 2032"),
    ],
)
def test_lines_below_a_list_of_bullets_hold_for_each_of_them(language, actions, lead, due):
    bullets = "".join(f"- {action}\n" for action in actions)
    told = commitments(f"A. MAR\n{bullets}{lead}\n{due}\n\nB. SOL\n{bullets}", language)

    assert told == [
        *[(action, ("CL",), datetime.date(2032, 6, 30)) for action in actions],
        *[(action, ("CL", "PE"), None) for action in actions],
    ]


def test_lines_between_bullets_hold_for_the_one_before_them():
    text = "Actions:\n- Train 40 pilots\n- Dredge the bay\nLead: Chile\n- Open a school\n- Build a dam\nLead: Peru\n"

    assert [promisors for _, promisors, _ in commitments(text)] == [("CL", "PE"), ("CL",), ("PE",), ("PE",)]


@pytest.mark.parametrize(
    ("language", "text", "quote", "promisors"),
    [
        ("en", "Ports: joint study of a quay at Arica.", "joint study of a quay at Arica", ("CL", "PE")),
        ("en", "Dredging: Chile to deepen the channel.", "to deepen the channel", ("CL",)),
        ("fr", "Ports : étude commune d'un quai à Arica.", "étude commune d'un quai à Arica", ("CL", "PE")),
        ("es", "Puertos: estudio conjunto de un muelle.", "estudio conjunto de un muelle", ("CL", "PE")),
    ],
)
def test_an_item_may_begin_with_a_key_word(language, text, quote, promisors):
    assert commitments(f"I. Mar\n\n{text}\n\nFin.", language) == [(quote, promisors, None)]


def test_what_is_hoped_for_and_what_was_done_are_no_items():
    text = "Results so far: removal of 19 obstacles.\n\nPrinciples: respect for the law.\n\nExpected results\n\n- "

    assert commitments(f"{text}Reduction of delays.\n- Expansion of trade.") == []


def test_sections_after_a_lead_in_hold_its_items_up_to_one_that_refuses():
    text = (
        "Les Parties sont convenues des actions suivantes :\n\n"
        "A. Mer\n\n• Création d'un observatoire ;\n• Étude d'un quai.\n\n"
        "B. École\n\n• Ouverture de dix classes ;\n• Envoi de livres.\n\nRésultats attendus\n\n• Recul de la fraude."
    )
    document = load_bytes(f"Chili et Pérou\n\n{text}".encode(), name="plan.txt", language="fr")
    found = [mention.quote for mention in read(document).mentions if isinstance(mention.value, Commitment)]

    assert found == ["Création d'un observatoire", "Étude d'un quai", "Ouverture de dix classes", "Envoi de livres"]


def test_a_row_of_many_cells_is_looked_at_once():
    """Guard against time that grows with the square of the length."""
    head = "<tr><th>Action</th><th>Lead</th><th>By when</th></tr>"
    page = f"<html><body><h1>{TITLES['en']}</h1><table>{head}<tr>{'<td>Quays</td>' * 4_000}</tr></table></body></html>"
    document = load_bytes(page.encode(), name="plan.html", language="en")
    began = time.process_time()
    read(document)
    assert time.process_time() - began < 5

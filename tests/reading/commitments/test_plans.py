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


@pytest.mark.parametrize(
    ("language", "lead", "items"),
    [
        ("en", "The Participants will:", ["dredge, by the end of 2030, the old canal;", "share their charts."]),
        (
            "fr",
            "Les participants s'engagent à :",
            ["draguer, d'ici à 2030, le vieux canal ;", "partager leurs cartes."],
        ),
        ("es", "Los participantes acordaron:", ["Dragar, antes de 2030, el viejo canal;", "Compartir sus cartas."]),
    ],
)
def test_participants_lead_in_a_list_where_they_act(language, lead, items):
    found = commitments("Text.\n\n" + lead + "\n\n" + "\n".join(f"• {item}" for item in items), language)

    assert [quote for quote, _, _ in found] == [item.rstrip(" ;.") for item in items]


def test_a_heading_of_those_who_took_part_leads_in_nothing():
    assert not commitments("Participants:\n\n• Ministry of Ports of Chile\n• Ministry of Mines of Peru\n")


@pytest.mark.parametrize(("label", "mark"), [("M-", "."), ("A", ")"), ("AB", ".")])
def test_letters_and_numbers_mark_actions_with_their_owner_and_date_on_one_line(label, mark):
    actions = ["Transmettre la liste des puits", "Envoyer deux hydrologues à Arica"]
    notes = ["Responsable : Chili | Échéance : 15 octobre 2029", "Échéance : 20 mai 2030 ; Responsable : Pérou"]
    lines = [f"{label}{number}{mark} {actions[number - 1]}.\n{notes[number - 1]}" for number in (1, 2)]

    assert commitments("Mesures de suivi\n\n" + "\n\n".join(lines), "fr") == [
        (actions[0], ("CL",), datetime.date(2029, 10, 15)),
        (actions[1], ("PE",), datetime.date(2030, 5, 20)),
    ]


def test_what_is_recognised_in_a_list_of_undertakings_is_undertaken():
    found = commitments("Both countries agreed to:\n\n• recognise each other's licences; and\n• open a school.\n")

    assert [quote for quote, _, _ in found] == ["recognise each other's licences", "open a school"]


def test_a_numbered_heading_over_a_part_of_a_list_is_no_item_of_it():
    text = (
        "The Parties agreed:\n\nI. Housing\n\nChile will open ten flats.\n\nII. Health\n\na) Peru will open a ward.\n"
    )

    assert [quote for quote, _, _ in commitments(text)] == ["will open ten flats", "will open a ward"]


def test_a_headline_with_news_leads_in_no_list_below_it():
    text = (
        "Release\n\nSantiago, 3 May 2029\n\nChile and Peru will share their charts\n\n• Minister Paz led the signing\n"
    )
    document = load_bytes(text.encode(), name="release.txt", language="en")

    assert not [one for one in read(document).mentions if one.kind == "commitment" and "Paz" in one.quote]


def test_an_item_may_begin_with_a_key_word_and_a_sentence_of_its_own():
    found = commitments("Both countries agreed:\n\n• Farming: Chile will deliver seed and will train 40 vets;\n")

    assert [(quote, parties) for quote, parties, _ in found] == [
        ("will deliver seed", ("CL",)),
        ("will train 40 vets", ("CL",)),
    ]


@pytest.mark.parametrize(
    ("language", "lead", "item"),
    [
        ("en", "The declaration also provides for:", "The training of 300 welders in Arica."),
        ("fr", "La déclaration prévoit :", "La formation de 300 soudeurs à Arica."),
        ("es", "La declaración contempla asimismo:", "La formación de 300 soldadores en Arica."),
    ],
)
def test_what_a_text_provides_for_in_a_list_is_undertaken(language, lead, item):
    found = commitments(f"Text.\n\n{lead}\n\n• {item}\n• {item.replace('300', '400')}\n", language)

    assert [quote for quote, _, _ in found] == [item.rstrip("."), item.replace("300", "400").rstrip(".")]


def test_a_sentence_of_its_own_in_a_numbered_list_may_open_with_an_adverbial():
    text = (
        "Los presidentes declararon lo siguiente:\n\n"
        "1. Con ese fin, Chile construirá un radar y Perú dará dos barcos.\n\n"
        "2. En materia de caminos, manifestaron su intención de pavimentar la ruta antes de 2030.\n"
    )

    assert [quote for quote, _, _ in commitments(text, "es")] == [
        "construirá un radar",
        "dará dos barcos",
        "manifestaron su intención de pavimentar la ruta antes de 2030",
    ]


def test_the_costs_of_a_measure_may_stand_before_its_owner_and_date():
    text = "Action 1. Hand over a quay.\nBudget: 3 million\nLead: Chile\nDue: June 2032\n\nAction 2. Hand over a pier."

    assert commitments(text)[0] == ("Hand over a quay", ("CL",), datetime.date(2032, 6, 30))


def test_a_story_under_a_headline_is_no_plan():
    text = (
        "Chile et Pérou s'engagent sur une voie ferrée\n\nLe financement du reste du tracé demeure incertain.\n\n"
        "Les échanges entre les deux pays ont progressé de 12 %.\n"
    )
    document = load_bytes(text.encode(), name="story.txt", language="fr")

    assert not [one for one in read(document).mentions if one.kind == "commitment" and "ont progressé" in one.quote]


def test_who_stands_before_a_colon_undertakes_what_the_items_say_in_the_future():
    text = "El convenio establece también que las partes:\n\n• Integrarán un padrón.\n• Otorgarán 200 becas.\n"

    assert commitments(text, "es") == [
        ("Integrarán un padrón", ("CL", "PE"), None),
        ("Otorgarán 200 becas", ("CL", "PE"), None),
    ]

import datetime

import msgspec
import pytest
from watched_of_tests import COMMITMENTS, INDEX, SIGNED

from servanda.lexicon.forms import expand
from servanda.lexicon.language import LANGUAGES
from servanda.lexicon.relations import relation_words
from servanda.monitoring.cues import cues
from servanda.monitoring.profile import Wordings, profile
from servanda.monitoring.relation import relation
from servanda.register.wording import Wording

TRAIN, REPORT, VISA = (profile.aim for profile in INDEX.profiles)


def read(text, language="en", title="", aim=REPORT, day="2026-01-10"):
    told = ((title, 4), (text, 2))
    return relation(cues(told, language), told, aim, language, datetime.date.fromisoformat(day), SIGNED)[0]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The report was published in full on Monday.", "completes"),
        ("en", "The report has not yet been published.", "delays"),
        ("en", "The report has been postponed.", "delays"),
        ("en", "The ministry cancelled the report.", "contradicts"),
        ("en", "The minister repeated that a report is promised.", "restates"),
        ("en", "The first draft of the report has begun to circulate.", "progress"),
        ("fr", "Le rapport n’a pas encore paru.", "delays"),
        ("fr", "Le ministère a annulé le rapport.", "contradicts"),
        ("fr", "Le rapport ne paraîtra pas.", "contradicts"),
        ("es", "El informe fue publicado ayer.", "completes"),
        ("es", "El informe aún no se publica.", "delays"),
        ("es", "El ministerio canceló el informe.", "contradicts"),
    ],
)
def test_cues_and_negation_give_the_relation(language, text, expected):
    assert read(text, language) == expected


def test_what_was_told_up_to_the_day_of_signature_is_context():
    assert read("The report was published in full.", day="2024-05-05") == "context"
    assert read("The report was published in full.", day=SIGNED.isoformat()) == "context"
    assert read("The report was published in full.", day="2025-03-02") == "completes"


def test_a_figure_is_compared_with_the_target():
    assert read("There are 312 pilots now.", aim=TRAIN) == "completes"
    assert read("There are 120 pilots now.", aim=TRAIN) == "progress"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Pilots trained at Tema: 120 of the 300.", "progress"),
        ("fr", "Pilotes formés à Tema : 300 sur 300.", "completes"),
        ("es", "Prácticos: 120 de los 300.", "progress"),
        ("en", "Of the 300 pilots, 90 sail.", "progress"),
        ("en", "All 300 pilots have been trained at Tema.", "completes"),
        ("fr", "Les écoles ont formé tous les 300 pilotes.", "completes"),
        ("es", "Se formó a todos los 300 prácticos.", "completes"),
    ],
)
def test_a_part_is_compared_with_its_whole_and_a_target_that_is_only_recalled_says_nothing(language, text, expected):
    assert read(text, language, aim=TRAIN) == expected


def test_what_came_late_is_there_and_what_will_not_come_yet_is_late():
    assert read("The report was published on Monday; it was due in March.") == "completes"
    assert read("The report was due in March.") == "delays"
    assert read("The report will not appear in March: it has been put off.") == "delays"


def test_what_states_no_deliverable_is_never_complete():
    open_ended = msgspec.structs.replace(REPORT, open_ended=True)

    assert read("The report was published in full.", aim=open_ended) == "progress"


def test_one_of_a_series_is_progress():
    """A report that falls due each year is not given once and for all; an hourly exchange is there or not."""
    yearly, hourly = (
        profile(Wordings(msgspec.structs.replace(COMMITMENTS[1], recurrence=recurrence), {}, frozenset(), ()), {}).aim
        for recurrence in ("FREQ=YEARLY;BYMONTH=12", "FREQ=HOURLY")
    )

    assert read("The report was published in full.", aim=yearly) == "progress"
    assert read("The report was published in full.", aim=hourly) == "completes"


def test_the_title_is_read_with_the_passage():
    assert read("The ministry spoke of its report on mines.", title="Report cancelled") == "contradicts"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The report will not be published.", "contradicts"),
        ("en", "The report will not be published this year.", "delays"),
        ("fr", "Le rapport ne sera pas publié.", "contradicts"),
        ("fr", "Le rapport ne sera pas publié cette année.", "delays"),
        ("es", "El informe no se publicará.", "contradicts"),
        ("es", "El informe no se publicará este martes.", "delays"),
    ],
)
def test_what_will_not_be_at_a_time_will_be_later(language, text, expected):
    assert read(text, language) == expected


def test_a_word_cut_in_two_is_no_negation():
    """The reach before a cue ends inside "un", whose "n" would turn the cue round."""
    assert read("Un fonds commun de 900 000 dollars paiera la publication, et il est signé.", "fr") == "completes"
    assert read("On a dit que un rapport de mille pages a été publié.", "fr") == "completes"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The report came out three weeks late."),
        ("fr", "Le rapport a été publié avec trois semaines de retard."),
        ("es", "El informe fue publicado con tres semanas de retraso."),
    ],
)
def test_what_came_so_much_late_is_there(language, text):
    """CODEBOOK T4: lateness belongs to the schedule."""
    assert read(text, language) == "completes"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "The minister said again that the report remains a priority and gave no date.",
            "restates",
        ),
        ("fr", "Le ministre a redit que le rapport reste une priorité, sans donner de date.", "restates"),
        ("es", "El ministro dijo otra vez que el informe sigue siendo una prioridad, sin dar fechas.", "restates"),
        ("en", "The report has yet to appear; the two ministries are still waiting for figures.", "delays"),
        ("fr", "Le rapport n’a toujours pas paru ; les deux ministères attendent encore des chiffres.", "delays"),
        ("es", "El informe sigue sin salir; los dos ministerios todavía esperan cifras.", "delays"),
        ("en", "Chile backed out of the report and told Ghana that it has no intention to write one.", "contradicts"),
        ("fr", "Le Chili fait marche arrière et n’a pas l’intention d’écrire de rapport.", "contradicts"),
        ("es", "Chile dio marcha atrás y no tiene intención de escribir el informe.", "contradicts"),
        ("en", "Mines no longer need a second visit.", "completes"),
        ("fr", "Les mines n’auront plus à recevoir une seconde visite.", "completes"),
        ("es", "Las minas ya no necesitan una segunda visita.", "completes"),
        ("en", "Economists at a university warn that neither government had a hand in it.", "context"),
        ("fr", "Une étude de chercheurs juge le rapport utile ; aucune aide publique, disent les auteurs.", "context"),
        ("es", "Un estudio de la universidad lo encuentra útil, según los autores.", "context"),
    ],
)
def test_each_relation_has_its_turns_of_phrase_in_three_languages(language, text, expected):
    assert read(text, language) == expected


def test_whether_something_is_done_is_only_asked():
    assert read("Asked whether the report was cancelled, the minister laughed.") == "restates"


@pytest.mark.parametrize(
    ("language", "rose", "fell"),
    [
        ("en", "Waits have grown.", "Less time, and shorter waits."),
        ("fr", "L’attente s’allonge.", "L’attente a baissé."),
        ("es", "La espera creció.", "La espera disminuyó."),
    ],
)
def test_a_rise_contradicts_where_the_commitment_is_to_make_something_less(language, rose, fell):
    lowers = msgspec.structs.replace(REPORT, lowers=True)

    assert (read(rose, language), read(fell, language)) == ("progress", "contradicts")
    assert (read(rose, language, aim=lowers), read(fell, language, aim=lowers)) == ("contradicts", "progress")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Work on the report began on Monday."),
        ("fr", "Le travail a débuté lundi."),
        ("es", "El trabajo comenzó el lunes."),
    ],
)
def test_what_is_only_to_be_begun_is_complete_when_it_is(language, text):
    assert read(text, language) == "progress"
    assert read(text, language, aim=msgspec.structs.replace(REPORT, begins=True)) == "completes"


@pytest.mark.parametrize(
    ("english", "lowers", "begins"),
    [
        ("Cut the waiting time of vessels", True, False),
        ("Begin preparing the plan", False, True),
        ("Move more trade by sea", False, False),
    ],
)
def test_the_title_says_what_is_to_become_less_and_what_is_to_begin(english, lowers, begins):
    titled = msgspec.structs.replace(COMMITMENTS[1], title=Wording(en=english, fr="", es=""))
    made = profile(Wordings(titled, {}, frozenset(), ()), {}).aim

    assert (made.lowers, made.begins) == (lowers, begins)


@pytest.mark.parametrize(
    ("language", "burden", "benefit"),
    [
        ("en", "Canada no longer charges the fee.", "Canada no longer funds the school."),
        ("fr", "Le Canada supprime les droits de quai.", "Le Canada supprime les bourses."),
        ("es", "Canadá eliminó el arancel.", "Canadá se quedó sin becas y recortó su aportación."),
    ],
)
def test_a_burden_taken_away_is_done_and_a_benefit_taken_away_contradicts(language, burden, benefit):
    assert (read(burden, language), read(benefit, language)) == ("completes", "contradicts")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_burden_of_the_lexicon_can_be_taken_away(language):
    words = relation_words(language)
    lift = expand(words.lifts[0])[0]
    taken = [f"{lift} {burden}" for entry in words.burdens for burden in expand(entry)]

    assert [text for text in taken if ("completes", 2, text) not in cues([(text, 2)], language)] == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The ministry denied a claim in a magazine that the two payments were halved."),
        ("fr", "Le ministère dément la rumeur d’un journal selon laquelle le rapport serait abandonné."),
        ("es", "El ministerio desmintió la noticia de un diario según la cual se canceló el informe."),
    ],
)
def test_bad_news_that_is_denied_is_said_again(language, text):
    assert read(text, language) == "restates"


def test_what_is_still_to_come_is_not_done():
    assert read("The report will be in force in June.") != "completes"
    assert read("The report is in force.") == "completes"


def test_not_one_postponed_is_no_delay():
    assert read("There was not a single postponed match.") == "progress"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A court suspended the report until it has heard the miners."),
        ("fr", "Un juge a suspendu le rapport jusqu’à nouvel ordre."),
        ("es", "Un juez suspendió el informe hasta nuevo aviso."),
    ],
)
def test_what_is_stopped_until_something_else_is_late(language, text):
    assert read(text, language) == "delays"

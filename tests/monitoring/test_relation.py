import datetime

import msgspec
import pytest
from watched_of_tests import COMMITMENTS, INDEX, SIGNED

from servanda.lexicon.forms import expand
from servanda.lexicon.language import LANGUAGES
from servanda.lexicon.leanings import leanings
from servanda.lexicon.relations import relation_words
from servanda.monitoring.cues import cues
from servanda.monitoring.leaning import leaning, stem, telling
from servanda.monitoring.profile import TITLE, Wordings, profile
from servanda.monitoring.relation import relation, weighed
from servanda.register.commitment import Guideline
from servanda.register.wording import Wording

TRAIN, REPORT, VISA = (profile.aim for profile in INDEX.profiles)


def read(text, language="en", title="", aim=REPORT):
    """Return what the cues and figures alone say; without any it is a step."""
    told = ((title, 4), (text, 2))
    return weighed(cues(told, language), told, aim, language, {})[0]


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


@pytest.mark.parametrize(("day", "expected"), [("2024-05-05", True), (SIGNED.isoformat(), True), ("2025-03-02", False)])
def test_what_was_told_up_to_the_day_of_signature_is_context(day, expected):
    told = (("The report was published in full.", 3),)
    bears, why = relation(cues(told, "en"), told, REPORT, "en", datetime.date.fromisoformat(day), SIGNED)

    assert (bears == "context", why == ("before_signature",)) == (expected, expected)


def test_a_figure_is_compared_with_the_target():
    assert read("There are 312 pilots now.", aim=TRAIN) == "completes"
    assert read("There are 120 pilots now.", aim=TRAIN) == "progress"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Forty-two pilots finished their course on Friday and received their diplomas."),
        ("fr", "Cent vingt pilotes ont achevé leur formation vendredi et reçu leur diplôme."),
        ("es", "Treinta y siete pilotos han terminado el curso y recibido su diploma."),
    ],
)
def test_what_is_finished_of_a_part_of_the_target_is_progress(language, text):
    assert read(text, language, aim=TRAIN) == "progress"


def test_a_smaller_number_beside_the_target_may_count_something_else():
    assert read("The 300th pilot finished her course on Friday; 300 it was to be.", aim=TRAIN) == "completes"
    assert read("All is done: the course for 300 was finished in 40 weeks.", aim=TRAIN) == "completes"


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
    assert (
        read("Un fonds commun de 900 000 dollars paiera la publication, et il est versé en totalité.", "fr")
        == "completes"
    )
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


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The tax on ferries is back, and Ghana brought back the fee."),
        ("fr", "La taxe est de retour ; le Ghana a rétabli les droits de quai."),
        ("es", "El arancel está de vuelta; Ghana restableció la tasa."),
    ],
)
def test_a_burden_that_is_laid_on_again_contradicts(language, text):
    assert read(text, language) == "contradicts"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The course for pilots has been abolished."),
        ("fr", "Le stage des pilotes est supprimé."),
        ("es", "El curso de prácticos fue suprimido."),
    ],
)
def test_what_is_abolished_contradicts_unless_it_was_to_be(language, text):
    assert read(text, language) == "contradicts"
    assert read(text, language, aim=msgspec.structs.replace(REPORT, ends=True)) == "completes"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Lessons began on Monday."),
        ("fr", "Les leçons ont débuté lundi."),
        ("es", "Las lecciones comenzaron el lunes."),
    ],
)
def test_what_is_to_be_opened_is_open_when_it_begins_and_not_when_works_on_it_do(language, text):
    opens = msgspec.structs.replace(REPORT, opens=True)
    works = {"en": "Works have begun.", "fr": "Les travaux ont commencé.", "es": "Comenzaron las obras."}

    assert (read(text, language), read(text, language, aim=opens)) == ("progress", "completes")
    assert read(works[language], language, aim=opens) == "progress"
    assert read(works[language], language, aim=msgspec.structs.replace(REPORT, begins=True)) == "completes"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The first six chapters have been published."),
        ("en", "Half of the report was handed over."),
        ("fr", "Les six premiers chapitres ont été livrés."),
        ("fr", "La moitié du rapport a été livrée."),
        ("es", "Fueron entregados los seis primeros capítulos."),
        ("es", "La mitad del informe fue entregada."),
    ],
)
def test_what_is_done_of_several_is_a_step(language, text):
    assert read(text, language) == "progress"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The three hundredth pilot passed her exam."),
        ("fr", "Le trois centième pilote a passé son examen."),
        ("es", "El tricentésimo práctico aprobó su examen."),
    ],
)
def test_the_place_in_a_count_reaches_the_target(language, text):
    assert read(text, language, aim=TRAIN) == "completes"


def test_a_small_place_in_a_count_may_count_meetings():
    assert read("The fourth session went on.", aim=msgspec.structs.replace(REPORT, targets=("#4",))) == "progress"


def test_a_cue_with_a_negation_of_its_own_is_not_turned_round():
    """One negation is "n'est toujours pas", not two."""
    assert read("Le rapport n’est toujours pas là.", "fr") == "delays"


def test_a_year_stands_between_two_figures():
    assert read("Mines sold 40 lamps in all of 2026, the ministry said, against 100 the year before.") == "contradicts"


@pytest.mark.parametrize(
    ("english", "opens", "ends"),
    [
        ("Open a school for pilots", True, False),
        ("Abolish the visa for students", False, True),
        ("Publish a report", False, False),
    ],
)
def test_the_title_says_what_is_to_be_opened_and_what_to_be_abolished(english, opens, ends):
    titled = msgspec.structs.replace(COMMITMENTS[1], title=Wording(en=english, fr="", es=""))
    made = profile(Wordings(titled, {}, frozenset(), ()), {}).aim

    assert (made.opens, made.ends) == (opens, ends)


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
    assert read("The talks went on without a date and nobody is blamed.") == "delays"


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


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The report that was due in March has been scrapped."),
        ("fr", "Le rapport qui devait paraître en mars est annulé et ne sera pas remplacé cette année."),
        ("es", "El informe que debía salir en marzo ha sido cancelado y no habrá otro."),
    ],
)
def test_what_was_due_and_is_called_off_is_not_late(language, text):
    assert read(text, language) == "contradicts"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Weeks after the date set, the drilling began."),
        ("fr", "Les forages ont débuté avec deux mois de retard."),
        ("es", "Las perforaciones comenzaron con dos meses de retraso."),
    ],
)
def test_what_began_late_is_under_way(language, text):
    assert read(text, language) == "progress"


def test_what_is_done_by_a_negation_negates_nothing_behind_it():
    assert read("A mine no longer has to open its doors to both services.") == "completes"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The mines will be seen once and not twice, but the report has been postponed."),
        ("fr", "Une visite et non deux : le rapport est reporté à mai."),
        ("es", "El plan de una visita y no dos tendrá que esperar."),
    ],
)
def test_what_is_set_against_something_else_is_not_negated(language, text):
    assert read(text, language) == "delays"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The two ministries signed a memorandum on Monday."),
        ("fr", "Les deux ministères ont signé lundi un mémorandum."),
        ("es", "Los dos ministerios firmaron el lunes un memorando."),
    ],
)
def test_to_sign_is_a_step_unless_it_was_to_be_signed(language, text):
    """CODEBOOK E3: a signature is not yet what is signed for."""
    assert read(text, language) == "progress"
    assert read(text, language, aim=msgspec.structs.replace(REPORT, signs=True)) == "completes"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "There are 182 pilots.", "contradicts"),
        ("en", "There are 200 pilots.", "progress"),
        ("en", "There are 240 pilots.", "progress"),
        ("fr", "On compte 182 pilotes.", "contradicts"),
        ("es", "Hay 182 prácticos.", "contradicts"),
        ("en", "There are 305 pilots.", "completes"),
    ],
)
def test_a_figure_on_the_wrong_side_of_the_start_contradicts(language, text, expected):
    assert read(text, language, aim=msgspec.structs.replace(TRAIN, start="#200")) == expected


@pytest.mark.parametrize(
    ("figure", "expected"), [("430", "contradicts"), ("350", "progress"), ("290", "completes"), ("400", "progress")]
)
def test_where_less_is_wanted_the_start_is_above_the_target(figure, expected):
    less = msgspec.structs.replace(TRAIN, lowers=True, start="#400")

    assert read(f"Accidents: {figure}.", aim=less) == expected


def test_the_start_is_the_number_of_the_summary_at_which_nothing_is_reached():
    flights = msgspec.structs.replace(
        COMMITMENTS[0],
        summary=Wording(en="Pilots rise from 120 to 300.", fr="", es=""),
        guideline=Guideline(
            full=Wording(en="300.", fr="", es=""),
            partial=Wording(en="More than 120.", fr="", es=""),
            none=Wording(en="120 or fewer.", fr="", es=""),
        ),
    )
    shares = msgspec.structs.replace(flights, title=Wording(en="Train 300 per cent more pilots", fr="", es=""))

    assert made(flights).start == "#120"
    assert made(shares).start is None


def made(commitment):
    return profile(Wordings(commitment, {"#300": TITLE}, frozenset(), ()), {"#300": 4}).aim


@pytest.mark.parametrize(
    ("language", "fell", "rose"),
    [
        ("en", "Inspectors went from 60 to 15.", "Inspectors went from 15 to 60."),
        ("fr", "Les inspecteurs passent de 60 à 15.", "Les inspecteurs passent de 15 à 60."),
        ("es", "Los peritos pasan de 60 a 15.", "Los peritos pasan de 15 a 60."),
    ],
)
def test_two_figures_tell_whether_it_rose_or_fell(language, fell, rose):
    assert (read(fell, language), read(rose, language)) == ("contradicts", "progress")


@pytest.mark.parametrize(
    ("language", "unmade", "foretold"),
    [
        ("en", "The bench was never lent.", "She told the miners that lamps would glow."),
        ("fr", "Le banc n’est guère ni prêté ni rendu.", "Elle a dit que les lampes luiraient."),
        ("es", "No hay banco.", "Dijo que las lámparas lucirían."),
    ],
)
def test_where_no_expression_is_known_the_grammar_tells(language, unmade, foretold):
    assert (read(unmade, language), read(foretold, language)) == ("delays", "restates")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The register came on stream on Friday.", "completes"),
        ("fr", "Le registre est entré en fonctionnement vendredi.", "completes"),
        ("es", "El registro comenzó a operar el viernes.", "completes"),
        ("en", "Surveyors have started marking the claims; the others will follow in spring.", "progress"),
        ("fr", "Les géomètres mesurent les concessions ; les autres suivront au printemps.", "progress"),
        ("es", "Los topógrafos miden las concesiones; las demás irán en primavera.", "progress"),
        ("en", "The contractor asks for more time.", "delays"),
        ("fr", "L’entreprise demande six mois de plus.", "delays"),
        ("es", "La constructora pide más tiempo.", "delays"),
        ("en", "Chile does not feel bound by the pledge of its predecessors.", "contradicts"),
        ("fr", "Le Chili ne se sent pas lié par ce texte.", "contradicts"),
        ("es", "Chile no se siente obligado por ese texto.", "contradicts"),
        ("en", "The minister still means to see it, and took no questions.", "restates"),
        ("fr", "Le ministre entend toujours y parvenir, sans rien annoncer.", "restates"),
        ("es", "El ministro aún quiere verlo, sin anunciar nada.", "restates"),
        ("en", "Hauliers complain of the price of diesel.", "context"),
        ("fr", "Les transporteurs se plaignent du prix du gazole.", "context"),
        ("es", "Los transportistas se quejan del precio del gasóleo.", "context"),
    ],
)
def test_every_way_of_telling_is_known_in_three_languages_alike(language, text, expected):
    assert read(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The founders of sixty firms met their advisers."),
        ("fr", "Chaque agence conduira un groupe chez le voisin avant la fin de l’année."),
        ("fr", "On en compte autant en sens inverse."),
        ("es", "El lunes por la tarde se reunieron en Accra."),
        ("en", "Up to ten pilots may sail."),
    ],
)
def test_words_that_only_look_like_bad_news_are_none(language, text):
    assert read(text, language) not in ("delays", "contradicts")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The lamps of the mine glow from Monday."),
        ("fr", "Les lampes de la mine luisent désormais."),
        ("es", "Las lámparas de la mina lucen ya de noche."),
    ],
)
def test_where_no_expression_is_known_what_is_so_from_now_on_is_done(language, text):
    assert read(text, language) == "completes"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The lamps should have been lit at Christmas."),
        ("fr", "Les lampes auraient dû luire à Noël."),
        ("es", "Las lámparas debieron lucir en Navidad."),
    ],
)
def test_where_no_expression_is_known_what_should_have_been_is_late(language, text):
    assert read(text, language) == "delays"


@pytest.mark.parametrize(
    ("language", "fewer", "more"),
    [
        ("en", "There are 40 lamps, against 100 the year before.", "There are 100 lamps, against 40 the year before."),
        ("fr", "On compte 40 lampes, contre 100 l’an dernier.", "On compte 100 lampes, contre 40 l’an dernier."),
        ("es", "Hay 40 lámparas, frente a 100 un año antes.", "Hay 100 lámparas, frente a 40 un año antes."),
    ],
)
def test_a_figure_beside_that_of_the_year_before_tells_whether_it_rose_or_fell(language, fewer, more):
    assert (read(fewer, language), read(more, language)) == ("contradicts", "progress")


def test_votes_for_and_against_are_no_rise():
    assert read("The report was rejected by 61 votes against 40.") == "contradicts"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Only 30 of those lamps will be paid for."),
        ("fr", "Les mines n’enverront cette fois que quarante lampes."),
        ("es", "Solo treinta mineros las verán."),
    ],
)
def test_what_will_be_only_so_much_contradicts(language, text):
    assert read(text, language) == "contradicts"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The inspectors moved into an office in Accra.", "completes"),
        ("en", "The two services now take each other’s word at face value.", "completes"),
        ("en", "The register took its first calls at dawn.", "completes"),
        ("fr", "L’équipe a pris ses quartiers dans l’annexe.", "completes"),
        ("fr", "Le formulaire appartient au passé.", "completes"),
        ("es", "El consulado colgó su letrero.", "completes"),
        ("es", "Los instrumentos de ratificación se canjearon en Acra.", "completes"),
        ("en", "Geologists have surveyed a third of the mines.", "progress"),
        ("en", "The ministry published the terms of reference for the report.", "progress"),
        ("fr", "Le ministère a publié le cahier des charges du rapport.", "progress"),
        ("es", "El ministerio publicó los términos de referencia del informe.", "progress"),
        ("en", "The report is two chapters short.", "delays"),
        ("en", "The work would run into the second quarter of next year.", "delays"),
        ("fr", "Il manque deux chapitres au rapport.", "delays"),
        ("fr", "Les pourparlers ne reprendront qu’après les élections.", "delays"),
        ("es", "La licitación quedó desierta y habrá que repetirla.", "delays"),
        ("es", "El estudio se alargaría hasta bien entrado el año próximo.", "delays"),
        ("en", "Ghana has ended the posting of its inspector and will not replace him.", "contradicts"),
        ("en", "Importers must again file a paper form.", "contradicts"),
        ("fr", "Le couperet est tombé sur le rapport.", "contradicts"),
        ("fr", "La taxe fait son retour.", "contradicts"),
        ("es", "El Congreso mandó ayer al archivo la norma.", "contradicts"),
        ("es", "Chile da por terminadas las negociaciones.", "contradicts"),
        ("en", "The undertaking stands, the ministry writes.", "restates"),
        ("en", "Neither minister would say how far it had got.", "restates"),
        ("fr", "L’émissaire a donné l’assurance que le rapport viendrait.", "restates"),
        ("es", "Es palabra empeñada con Ghana y la vamos a honrar.", "restates"),
        ("en", "An opposition member asked the minister when the report would come.", "context"),
        ("en", "Traffickers are shifting to smaller mines.", "context"),
        ("fr", "Les armateurs disent perdre trois jours à quai.", "context"),
        ("fr", "Mais qui paiera ?", "context"),
        ("es", "Una diputada de la oposición preguntó al ministro cuándo saldrá.", "context"),
        ("es", "El gremio culpa al invierno.", "context"),
    ],
)
def test_papers_tell_each_relation_in_idioms(language, text, expected):
    assert read(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The deadline came and went without a signature.", "delays"),
        ("en", "The report gathers dust.", "delays"),
        ("en", "The ministry is dragging its feet.", "delays"),
        ("en", "Chile tore up the accord and went back on its word.", "contradicts"),
        ("en", "The two services have gone their separate ways.", "contradicts"),
        ("en", "The chancellor gave her word that miners would read it.", "restates"),
        ("en", "Mining school opens in Tema", "completes"),
        ("en", "The clinic welcomed its first patients.", "completes"),
        ("en", "Column: my brother and the mines", "context"),
        ("fr", "La mission est mise entre parenthèses jusqu’aux élections.", "delays"),
        ("fr", "Le texte achoppe sur une querelle de chiffres.", "delays"),
        ("fr", "La promesse est passée à la trappe.", "contradicts"),
        ("fr", "Le Chili a claqué la porte et rappelé ses négociateurs.", "contradicts"),
        ("fr", "Le ministre s’est porté garant de la suite.", "restates"),
        ("fr", "La mine accueille ses premières visiteuses.", "completes"),
        ("fr", "Des jours de pluie et un éboulement.", "context"),
        ("es", "La misión queda en el congelador.", "delays"),
        ("es", "El texto se quedó en el papel.", "delays"),
        ("es", "El plan quedó en agua de borrajas.", "contradicts"),
        ("es", "La delegación dio un portazo.", "contradicts"),
        ("es", "El ministro renovó la promesa.", "restates"),
        ("es", "El registro echó a andar.", "completes"),
        ("es", "El obispo abogó por el retorno de los mineros.", "context"),
    ],
)
def test_the_endings_and_idioms_of_papers_are_known(language, text, expected):
    assert read(text, language) == expected


def test_of_as_many_cues_what_others_say_weighs_more_than_a_step():
    """A step is what most passages tell: the words for it are the weakest."""
    assert read("The union wants more pilots to be trained.") == "context"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Geologists and engineers toured the quarry together and took samples for the laboratory.", "progress"),
        ("fr", "Selon un sondage, la moitié des habitants ignorent ce chantier.", "context"),
        ("es", "La obra espera una pieza, faltan obreros y el puesto lleva meses vacante.", "delays"),
    ],
)
def test_where_no_cue_is_known_plain_words_lean_to_a_relation(language, text, expected):
    told = ((text, 3),)
    leans = leaning(told, language)

    assert max(leans, key=leans.get) == expected
    bears, why = weighed((), told, REPORT, language, leans)
    assert (bears, why) == (expected, telling(told, language, expected))
    assert len(why) == 3


def test_a_clear_cue_outweighs_plain_words():
    told = (("Report cancelled", 4), ("Geologists and engineers toured the quarry together and took samples.", 3))

    assert weighed(cues(told, "en"), told, REPORT, "en", leaning(told, "en"))[0] == "contradicts"


def test_a_word_leans_by_its_stem_wherever_it_stands_and_a_number_to_nothing():
    assert leaning((("The contractors went bankrupt", 3),), "en") == leaning(
        (("bankrupt went the contractor 12", 3),), "en"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_learnt_names_no_party_of_a_plan(language):
    """The words hold for any plan: what a plan calls its states and their people leans to nothing."""
    learnt = leanings(language).words
    known = {name.words for name in INDEX.names[language] if name.role == "side"}

    assert {name for name in known if stem(name, language) in learnt} == set()

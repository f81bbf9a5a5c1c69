"""Whom a text means by a description, and people whom it introduces without a title."""

import pytest


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        # by the noun that introduced them
        (
            "en",
            "Agnes Moyo, a trader, filled cups. Luc Paz, a priest, prayed.\n\n“It rose,” the trader said.",
            "Agnes Moyo",
        ),
        ("en", "The brother of Linus Moa, the parish priest, drowned.\n\n“Never again,” the priest says.", "Linus Moa"),
        (
            "fr",
            "On voit Solenn Roux, directrice. Alban Nès, préfet, écoute.\n\n« C’est long », rappelle la directrice.",
            "Solenn Roux",
        ),
        ("es", "Fabián Paz, biólogo, duda. Ana Ruiz escucha.\n\n«Son tres años», sentencia el biólogo.", "Fabián Paz"),
        ("es", "El botánico Manuel Paz vino. Ana Ruiz escucha.\n\n«Es larga», explica el botánico.", "Manuel Paz"),
        # by whom the paragraph tells of, or who was spoken of before
        ("en", "Hana Weri came early. “It is just another beach,” says the researcher.", "Hana Weri"),
        ("es", "Nelson Paz, dueño de la posada, teme perder. «Prefiero un río vacío», dice el hotelero.", "Nelson Paz"),
        ("fr", "Le mot de la fin revient à Gustave Olano. « J’en ai vu six, sourit le vieil homme. »", "Gustave Olano"),
        # by the name right after
        ("fr", "« C’est l’eau », dit le bourgmestre de la commune, Daniel Wathelet.", "Daniel Wathelet"),
        ("es", "«Son veinte», declaró la jefa del centro, la capitana de navío Ana Ruiz.", "Ana Ruiz"),
        # a man is not "la", and a thing said nothing
        ("fr", "Luc Moreau attend. « Rien ne bouge », dit la préfète.", "préfète"),
        ("en", "Ann Diallo came. “Nothing moves,” the report said.", "report"),
        # who is only described, in the sentence before
        ("en", "An American official was blunter. “The drones are late,” she said.", "American official"),
        ("es", "El viejo pescador la escuchó. «¿Y el hambre?», preguntó.", "viejo pescador"),
    ],
)
def test_a_description_means_who_was_introduced_so_or_spoken_of(said, language, text, speaker):
    *_, (_, found) = said(text, language)
    assert found == speaker


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        (
            "en",
            "Majella Rafferty, who farms oysters, lost all. Colm Tierney spoke. “It was mud,” she said.",
            "Majella Rafferty",
        ),
        ("fr", "Lalatiana Rave, armatrice, possède cinq bateaux. « Qui m’aide ? » demande-t-elle.", "Lalatiana Rave"),
        ("fr", "Océanographe, Maëlle Tanguy suit les baleines. « C’est trop », prévient-elle.", "Maëlle Tanguy"),
        ("fr", "« Rien ne bouge, s’emporte-t-il. Qu’on nous parle. » Yannick Apes redoute la suite.", None),
        ("en", "Dr Alice Penhallow said it had worked.\n\n“It worked on seven islands,” she said.", "Alice Penhallow"),
        ("fr", "L’avocate veut « une date, pas une saison ».", "avocate"),
    ],
)
def test_people_without_a_title_speak_under_their_names(said, language, text, speaker):
    *_, (_, found) = said(text, language) if speaker else said(text, language)[:1]
    assert found == speaker


def test_words_that_close_a_sentence_belong_to_who_was_named_before_them(said):
    text = (
        "Le maire, Loïc Nès, attend. « Qui sait », dit-il, « et on y va ! » La préfète assure que « rien ne presse »."
    )
    assert [speaker for _, speaker in said(text, "fr")] == ["Loïc Nès", "Loïc Nès", "préfète"]


def test_a_spanish_paragraph_goes_on_with_a_closing_mark(said):
    text = "El pescador Wilmer Eche salió.\n\n«Salimos de noche.\n\n»Y no vemos nada», remachó Eche."
    assert said(text, "es") == [("Salimos de noche.", "Wilmer Eche"), ("Y no vemos nada", "Wilmer Eche")]


def test_a_clause_set_between_dashes_says_who_speaks(said):
    text = "Manuel Tejeda, botánico, pide calma.\n\n«Quitarla es barrer —explica el investigador—. El árbol es otro.»"
    assert [speaker for _, speaker in said(text, "es")] == ["Manuel Tejeda"]

"""Who speaks the words in quotation marks."""

import pytest


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "“We will open two depots,” said Rose Wanjiru, Kenya’s trade minister.", "Rose Wanjiru"),
        ("en", "“We will open two depots,” Rose Wanjiru, Kenya’s trade minister, said.", "Rose Wanjiru"),
        ("en", "“We will open two depots,” the Kenyan trade minister told reporters.", "Kenyan trade minister"),
        ("en", "“We will open two depots,” Ms. Wanjiru joked.", "Wanjiru"),
        ("es", "“Abriremos dos depósitos”, corrigió Alberto Rojas.", "Alberto Rojas"),
        ("en", "“We will open two depots,” sighed Rose Wanjiru.", "Rose Wanjiru"),
        ("en", '"We will open two depots," Wanjiru said.', "Wanjiru"),
        ("en", "“We will open two depots,” said a person close to the talks.", "person close"),
        (
            "en",
            "“We will open two depots,” according to the International Labour Organization.",
            "International Labour Organization",
        ),
        ("en", "“We will open two depots.” – Rose Wanjiru, Minister of Trade", "Rose Wanjiru"),
        ("fr", "« Nous ouvrirons deux dépôts », a déclaré la ministre Awa Ndiaye.", "Awa Ndiaye"),
        (
            "fr",
            "« Nous ouvrirons deux dépôts », a rappelé le ministre chilien du Commerce.",
            "ministre chilien du Commerce",
        ),
        ("fr", "« Nous ouvrirons deux dépôts, a ajouté Mme Ndiaye, dès le mois de mai. »", "Ndiaye"),
        ("fr", "« Nous ouvrirons deux dépôts », selon l’entourage de la ministre.", "entourage de la ministre"),
        ("es", "«Abriremos dos depósitos», dijo el canciller chileno, Alberto Rojas.", "Alberto Rojas"),
        ("es", "“Abriremos dos depósitos”, aseguró la ministra uruguaya.", "ministra uruguaya"),
        ("es", "“Abriremos dos depósitos”, dijo a este diario el asambleísta Julio Cueva.", "asambleísta Julio Cueva"),
        ("fr", "« Nous y réfléchissons », élude Mme Ndiaye.", "Ndiaye"),
        ("fr", "Basile Gnahoré réclame des contrôles. « C’est une affiche », tranche-t-il.", "Basile Gnahoré"),
        ("fr", "« On inaugure des maquettes », raille l’économiste Fatou Gbané.", "Fatou Gbané"),
        ("en", "Joseph Otieno, 52, who lost a brother, had not heard. “Let them come at night,” he said.", "Otieno"),
        ("es", "José Otero, 52 años, no lo sabía. “Que vengan de noche”, dijo.", "Otero"),
        ("en", "Pema Lham, who sells tea, lost her stock. “My phone did not ring,” she said.", "Pema Lham"),
        ("en", "Dawn Costa, officer of the dockers’ union, was warmer. “Where are the lines?”", "Dawn Costa"),
        ("es", "Rosa Quispe, cuya hija estudia, duda. “Ya veremos”, dijo.", "Rosa Quispe"),
        ("fr", "« C’est la troisième fois, compte Luc Maréchal, informaticien. Mon chef attend. »", "Luc Maréchal"),
        ("en", "Natalino Costa is frying eggs. “My daughter was born here,” he tells me.", "Natalino Costa"),
        ("en", "The union waits. Its director, Jo Petra, said the plan was thin, but added: “Wait.”", "Jo Petra"),
        ("es", "En la plaza, la enfermera Graça Tapia cruza. «Siempre lo entendieron», dice.", "Graça Tapia"),
        ("es", "Rosa Quispe llegó. “Empezamos en enero”, precisó la funcionaria.", "Rosa Quispe"),
        ("es", "El ministro chileno, Alberto Rojas, se mostró cauto: «Ya veremos».", "Alberto Rojas"),
        ("fr", "« C’est la fin », s’est réjoui devant la presse le ministre chilien, Luis Paz.", "Luis Paz"),
        ("fr", "« C’est la fin », a commenté auprès de l’Agence Mékong l’économiste Luc Vasseur.", "Luc Vasseur"),
        ("en", "The head of the Chilean delegation, Mr Luis Paz, spoke. “It is our farm,” he said.", "Luis Paz"),
        (
            "en",
            "The Chairman of the Ikom Traders' Association, Chief Ntui Agbor, left. “Never,” he said.",
            "Ntui Agbor",
        ),
        (
            "en",
            "For Esther Katha, who sells maize, it comes late. She waited, she said. “Whose prices?”",
            "Esther Katha",
        ),
        ("fr", "Affoué Konan, 23 ans, lave du gravier. « Je m’inscris », confie la jeune orpailleuse.", "Affoué Konan"),
        (
            "es",
            "La directora de la escuela de Tapa, Rosa Celis, relató la visita. “Nadie les creyó”, comentó.",
            "Rosa Celis",
        ),
        ("es", "“Es la salida que espera el Chaco”, proclamó Óscar Terrazas ante unas 400 personas.", "Terrazas"),
        ("es", "«Nos enteramos por la radio», se quejó Euclides Vergara.", "Vergara"),
        ("es", "“Abriremos dos depósitos”, sostuvo, por su parte, el gobierno belga.", "gobierno belga"),
    ],
)
def test_the_clause_after_says_who_speaks(said, language, text, speaker):
    [(_, found)] = said(text, language)
    assert speaker in found


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "The Japanese foreign minister, Haruka Mori, said: “The ferry returns in spring.”", "Haruka Mori"),
        ("en", "Haruka Mori: “The ferry returns in spring.”", "Haruka Mori"),
        ("en", "Haruka Mori, who met Ana Ruiz in May, said that “the ferry returns in spring”.", "Haruka Mori"),
        ("en", "According to Haruka Mori, “the ferry returns in spring, whatever the weather”.", "Haruka Mori"),
        ("en", "In a statement, the European Commission said: “The quota will be shared.”", "European Commission"),
        ("fr", "Son homologue a salué « une étape de plus pour le fleuve ».", "homologue"),
        ("fr", "Selon son homologue suisse, Berne « continuera de financer » les bourses.", "homologue suisse"),
        ("fr", "Awa Ndiaye, ministre du Sénégal, a précisé : « Les bourses seront versées. »", "Awa Ndiaye"),
        ("fr", "Pour la ministre Awa Ndiaye, « les bourses seront versées à temps ».", "Awa Ndiaye"),
        ("fr", "Le gouvernement, lui, promet un bilan « au plus tard dans un an ».", "gouvernement"),
        ("es", "Rosa Inca, presidenta de Perú, señaló: “La línea unirá a dos pueblos”.", "Rosa Inca"),
        ("es", "En palabras del presidente Juan Vera, “la línea unirá a dos pueblos”.", "Juan Vera"),
    ],
)
def test_the_words_before_say_who_speaks(said, language, text, speaker):
    [(_, found)] = said(text, language)
    assert found == speaker


def test_whoever_is_told_something_does_not_speak(said):
    text = "Maeve Tully of the Rangers' Union said no. “Come back when there are more,” she told Northern News."
    assert said(text) == [("Come back when there are more,", "Maeve Tully")]


def test_a_body_before_an_office_does_not_speak_for_who_holds_it(said):
    text = "The Harbour Development Bank (HDB) lends. “It helps,” said HDB Country Director for Ghana Kari Nes."
    assert said(text) == [("It helps,", "Kari Nes")]


def test_an_interrupted_quotation_has_one_speaker(said):
    text = "“We will,” Norwegian minister Kari Nes told them, “open two depots.” “In May,” she said."
    assert said(text) == [("We will,", "Kari Nes"), ("open two depots.", "Kari Nes"), ("In May,", "Kari Nes")]


def test_she_is_the_woman_and_he_the_man(said):
    text = "El presidente Juan Vera vio a la ministra Ida Holm. “Abriremos”, dijo él. “Es un buen día”, dijo ella."
    assert [speaker for _, speaker in said(text, "es")] == ["Juan Vera", "Ida Holm"]


def test_a_spanish_verb_without_a_subject_goes_on_with_the_speaker(said):
    text = "Lucía Ferrer, presidenta de Perú, dijo que “el puente se abrirá”. Añadió que “los peajes serán iguales”."
    assert [speaker for _, speaker in said(text, "es")] == ["Lucía Ferrer", "Lucía Ferrer"]


def test_two_who_speak_together_are_no_single_speaker(said):
    assert said("Ann Diallo and Ines Costa met. “We will meet in May,” they said.") == [("We will meet in May,", None)]


def test_a_paragraph_that_is_only_a_quotation_has_the_last_speaker(said):
    text = "Prime Minister Nils Lind came. “We agreed on rules,” he said.\n\n“The fees will take another year.”"
    assert said(text)[-1] == ("The fees will take another year.", "Nils Lind")


def test_a_quotation_runs_over_paragraphs_to_its_speaker(said):
    text = "“Our ports are open. They always were.\n\n“Nobody should doubt it,” said Prime Minister Nils Lind."
    assert said(text) == [
        ("Our ports are open. They always were.", "Nils Lind"),
        ("Nobody should doubt it,", "Nils Lind"),
    ]


def test_each_signature_signs_what_stands_before_it(said):
    text = (
        "Quotes\n\n“This accord will help our farmers.”\n\nThe Hon. Jean Okafor, Minister of Agriculture\n\n"
        "“Our growers have waited for years.”\n\n- Emma Stone-Diaz, President, Apple Growers of the Valley"
    )
    assert [speaker for _, speaker in said(text)] == ["Jean Okafor", "Emma Stone-Diaz"]


def test_single_marks_are_read_where_there_are_no_others(said):
    text = "'We shall build the ministers' bridge together,' Ms. Okafor told parliament."
    assert said(text) == [("We shall build the ministers' bridge together,", "Okafor")]


def test_the_speakers_words_are_those_that_name_them(read_all):
    text = "Norwegian minister Kari Nes came. “We will open two depots,” she said."
    [mention] = [mention for mention in read_all(text) if mention.value.direct]
    speaker = mention.value.speaker
    assert text[speaker.start : speaker.end] == "Norwegian minister Kari Nes"


@pytest.mark.parametrize(
    ("language", "clause"),
    [
        ("fr", "« Les marins paient deux fois », a-t-elle déploré. « Cela doit cesser. »"),
        ("fr", "« Les marins paient deux fois », a-t-elle ensuite déclaré. « Cela doit cesser. »"),
        ("fr", "« Les marins paient deux fois », a-t-elle par ailleurs ajouté. « Cela doit cesser. »"),
        ("fr", "« Les marins paient deux fois », dit-elle. « Cela doit cesser. »"),
        ("fr", "« Les marins paient deux fois », explique-t-elle. « Cela doit cesser. »"),
        ("es", "«Los marinos pagan dos veces», ha dicho ella. «Esto debe cesar.»"),
    ],
)
def test_a_pronoun_after_its_verb_is_the_last_subject_even_of_the_paragraph_before(said, language, clause):
    opening = {"fr": "La ministre Awa Ndiaye a reçu les marins.", "es": "La ministra Awa Ndiaye recibió a los marinos."}
    after = {"fr": "Le port ouvrira.", "es": "El puerto abrirá."}
    found = said(f"{opening[language]}\n\n{clause}\n\n{after[language]}", language)
    assert [speaker for _, speaker in found] == ["Awa Ndiaye", "Awa Ndiaye"]


def test_quotations_of_nobody_known_stay_quotations(said):
    text = "« Les marins paient deux fois, ici et là », a-t-il déploré. « Cela doit cesser. »\n\nLe port ouvrira."
    assert said(text, "fr") == [("Les marins paient deux fois, ici et là", None), ("Cela doit cesser.", None)]
    assert said("« C’est promis », précise-t-elle encore.", "fr") == [("C’est promis", None)]


def test_what_the_next_sentence_is_about_does_not_speak(said):
    text = (
        "“It is the same loan,” said Ada Obi. “Not one crane came.” They will call the finance minister soon, she said."
    )
    assert said(text) == [("It is the same loan,", "Ada Obi"), ("Not one crane came.", "Ada Obi")]


def test_a_clause_of_likeness_says_whose_words_they_are(said):
    text = "As Minister Ada Obi put it, “we will build the port before the winter comes”."
    assert said(text) == [("we will build the port before the winter comes", "Ada Obi")]


def test_words_aside_do_not_speak(said):
    text = (
        "Le ministre Karim Nes a de son côté promis un pont « dans les six mois ».\n\nIl a promis un quai « bientôt »."
    )
    assert said(text, "fr")[0] == ("dans les six mois", "Karim Nes")
    assert said("On a de son côté promis un pont « dans les six mois à venir ».", "fr")[0][1] is None


def test_a_source_of_the_next_sentence_did_not_speak_before(said):
    text = (
        "« Le quai coûte une part de son prix », explique Karim Nes. « Personne ne la paie. » "
        "Selon le texte de l'accord, le port accepte de créer un fonds."
    )
    assert [speaker for words, speaker in said(text, "fr") if words.startswith("Personne")] == ["Karim Nes"]


def test_whoever_only_answers_speaks(said):
    text = (
        'Preguntada por los aranceles, la ministra Ana Ruiz se limitó a responder que "van a buscar una salida justa".'
    )
    assert said(text, "es")[-1] == ("van a buscar una salida justa", "Ana Ruiz")


def test_who_wrote_the_story_does_not_speak(said):
    text = "Les bacs avant le pont\n\nPar Awa Sow, envoyée spéciale à Lomé\n\n« On attend », soupire-t-elle en riant."

    assert said(text, "fr") == [("On attend", None)]


def test_words_after_a_view_are_those_of_who_holds_it(said):
    text = "La ministre Awa Ndiaye a signé. Pour Awa Ndiaye, l’enjeu est ailleurs : « Un dépôt ne nourrit personne. »"

    assert said(text, "fr") == [("Un dépôt ne nourrit personne.", "Awa Ndiaye")]


def test_somebody_who_only_speaks_goes_on_where_the_subject_is_left_unsaid(said):
    text = "“No sé”, dijo José Otero.\n\nAna Paz calla. Otero tendrá entonces 70 años. “Ojalá lo vea”, dice."

    assert said(text, "es") == [("No sé", "José Otero"), ("Ojalá lo vea", "José Otero")]

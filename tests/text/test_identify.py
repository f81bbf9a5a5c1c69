from servanda.text.identify import identify

ENGLISH = "The two governments will restore the river and publish the results of the work each year."
FRENCH = "Les deux gouvernements vont restaurer la rivière et publier chaque année les résultats des travaux."
SPANISH = "Los dos gobiernos restaurarán el río y publicarán cada año los resultados de las obras para todos."


def test_each_paragraph_has_its_own_language():
    assert identify([ENGLISH, FRENCH, SPANISH, ENGLISH]) == ("en", ["en", "fr", "es", "en"])


def test_a_short_paragraph_has_the_language_of_its_neighbours_where_they_agree():
    paragraphs = [ENGLISH, ENGLISH, FRENCH, "Résultats 2027", FRENCH, "Total", ENGLISH]
    assert identify(paragraphs) == ("en", ["en", "en", "fr", "fr", "fr", "en", "en"])


def test_a_foreign_name_does_not_make_a_foreign_paragraph():
    name = "The Instituto Nacional de la Pesca and the Ministry will meet in the port of La Paloma."
    assert identify([ENGLISH, name, ENGLISH])[1] == ["en"] * 3


def test_what_a_file_says_of_itself_decides_only_where_its_words_do_not():
    assert identify(["Total 2027"], stated="fr") == ("fr", ["fr"])
    assert identify([SPANISH], stated="fr") == ("es", ["es"])


def test_a_forced_language_decides_for_all():
    assert identify([ENGLISH, FRENCH], "es", "fr") == ("es", ["es", "es"])


def test_nothing_is_english():
    assert identify([]) == ("en", [])

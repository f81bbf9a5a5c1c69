"""What only a whole text shows: the state beside its parties, who is spoken of, articles in the present tense."""

import pytest

from servanda.reading.mention import Commitment
from servanda.reading.reader import read
from servanda.text.loaders import load_bytes

RELEASE = """Better storm warnings for Tonga and Samoa

New Zealand will build two radars in Tonga and Samoa, the minister announced.

The Government is committing $38 million over four years to the programme.

The first radar will be commissioned by November 2028. Samoa will recruit eight technicians.
"""

ARTICLES = """Convenio entre Panamá y Bélgica sobre aguas residuales

Artículo 1
El presente Convenio regula la cooperación de las Partes.

Artículo 2
La Parte belga pone a disposición de la Parte panameña seis hidrólogos.

Artículo 3
Panamá destina esa suma a la planta y rinde cuentas cada seis meses.

Artículo 4
Las Partes constituyen una Comisión Mixta.
"""

STORY = """Morocco and Peru trade phosphate for avocados

Morocco's agriculture ministry will dispatch a team. Its fisheries institute will hand over its readings.
"""

MINUTES = """México y Guatemala se reunieron en Tapachula.

La canciller guatemalteca, Ana Xitumul, pidió calma. Ofreció que su país destinará 95 millones de quetzales.

La minuta se limita a señalar que las autoridades explorarán mecanismos para medir el caudal.

Ambas partes se comprometieron a compartir en tiempo real la información de placas.
"""


def _read(text, language):
    mentions = read(load_bytes(text.encode(), name="text.txt", language=language)).mentions
    found = [mention for mention in mentions if isinstance(mention.value, Commitment)]
    return [(mention.quote, mention.value.promisors) for mention in found]


def test_a_state_beside_the_parties_undertakes_what_its_release_tells():
    found = dict(_read(RELEASE, "en"))

    assert found["will build two radars in Tonga and Samoa"] == ("NZ",)
    assert found["is committing $38 million over four years to the programme"] == ("NZ",)
    assert found["The first radar will be commissioned by November 2028"] == ("NZ",)
    assert found["will recruit eight technicians"] == ("WS",)


def test_spanish_articles_undertake_in_the_present_tense():
    assert [promisors for _, promisors in _read(ARTICLES, "es")] == [("BE",), ("PA",), ("PA", "BE")]


def test_a_body_with_a_pronoun_is_of_whoever_was_spoken_of():
    assert _read(STORY, "en")[-1] == ("will hand over its readings", ("MA",))


def test_minutes_say_what_all_parties_undertake():
    found = _read(MINUTES, "es")

    assert found[0][1] == ("GT",)
    assert [set(promisors) for _, promisors in found[1:]] == [{"GT", "MX"}, {"GT", "MX"}]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ireland will sign in June a treaty on double taxation."),
        ("en", "Ireland and Ghana agreed to exchange additional information on imports."),
        ("es", "Irlanda y Ghana se comprometieron a compartir en tiempo real sus datos."),
        ("fr", "L'Irlande s'engage à fournir plus de détails sur ses stocks."),
    ],
)
def test_words_of_a_page_around_an_article_are_no_boilerplate_in_a_sentence(language, text):
    opening = {"en": "Ireland and Ghana", "fr": "L'Irlande et le Ghana", "es": "Irlanda y Ghana"}[language]

    assert _read(f"{opening}\n\n{text}\n", language)

import pytest

from servanda.reading.mention import Commitment
from servanda.reading.reader import read
from servanda.text.loaders import load_bytes

OPENINGS = {
    "en": "Joint statement of Ireland and Ghana\n\n",
    "fr": "Déclaration conjointe de l'Irlande et du Ghana\n\n",
    "es": "Declaración conjunta de Irlanda y Ghana\n\n",
}


@pytest.fixture
def reading_of():
    """Read some sentences as part of a joint statement of Ireland and Ghana."""

    def read_text(text, language="en"):
        document = load_bytes((OPENINGS[language] + text).encode(), name="statement.txt", language=language)
        return read(document)

    return read_text


@pytest.fixture
def commitments_in(reading_of):
    """Return the commitments in some sentences, as (quote, value), parents and measures alike."""

    def find(text, language="en"):
        mentions = reading_of(text, language).mentions
        return [(mention.quote, mention.value) for mention in mentions if isinstance(mention.value, Commitment)]

    return find

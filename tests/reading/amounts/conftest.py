from collections.abc import Callable, Sequence

import pytest

from servanda.lexicon.language import Language
from servanda.lexicon.vocabulary import Vocabulary
from servanda.reading.amounts import read_amounts
from servanda.reading.mention import Mention
from servanda.reading.scan import Scan
from servanda.text.document import Block, Document


def mentions(
    text: str, language: Language = "en", country: str | None = None, taken: Sequence[tuple[int, int]] = ()
) -> list[Mention]:
    """Return the amounts of a text, each of whose lines is a paragraph, or an item where it begins with a dash."""
    blocks, start = [], 0
    for line in text.split("\n"):
        marker = 2 if line.startswith("- ") else 0
        kind = "list_item" if marker else "paragraph"
        blocks.append(Block(kind, start + marker, start + len(line), language))
        start += len(line) + 1
    document = Document("x", "", "text/plain", text, tuple(blocks), language, country=country)
    return read_amounts(Scan(document, Vocabulary(), None), taken)


@pytest.fixture(scope="session")
def read() -> Callable[..., list[Mention]]:
    """Return a function that reads a text into the mentions of its amounts."""
    return mentions

"""Cite a document in a register, and read it where somebody uploaded it."""

import datetime
from pathlib import Path

import msgspec

from servanda.plans.of_state import plan_of
from servanda.register.acts.founding import Cite
from servanda.register.author import Author
from servanda.register.cited_document import CitedDocument
from servanda_portal.operations.act import act
from servanda_portal.operations.add_document import read_document, take_in
from servanda_portal.operations.compare import compare
from servanda_portal.operations.find import find
from servanda_portal.operations.folded import folded


def cite(register: str, author: Author, document: CitedDocument, upload: tuple[str, bytes] | None) -> list[int]:
    """Cite a document, given its file's name and bytes where it was uploaded, and return the number of the entry.

    An upload is opened alone, stored, read with what the register knows, and compared with the other texts. Raises
    UnreadableError when it cannot be opened, Refusal when the rules do not allow the act; then nothing was recorded.
    """
    if upload is None:
        return act(register, author, [Cite(document)])
    name, content = upload
    sha256 = take_in(content, name, document.language)
    numbers = act(register, author, [Cite(msgspec.structs.replace(document, sha256=sha256))])
    # What is read with the plan is shown to everybody, so nothing of it may come from what only some may see.
    today = datetime.datetime.now(datetime.UTC).date()
    plan = plan_of(folded(register).seen_by(None, today), Path())
    read_document(sha256, [plan])
    find(plan)
    compare(plan)
    return numbers

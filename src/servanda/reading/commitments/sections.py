"""Sections of a plan: under its title or heading, what opens with an action is a commitment without a lead-in."""

from servanda.reading.commitments.items import assigned, item_start
from servanda.reading.commitments.list_words import announces, deed, tells, to_do
from servanda.reading.commitments.lists import Lead
from servanda.reading.commitments.subject import Subject
from servanda.reading.commitments.told import Sentence
from servanda.text.document import Block
from servanda.text.markers import names_measure

_LISTED = frozenset({"list_item", "table_cell"})


class Section:
    """The section that is being read: under the title or a heading of a plan, items are commitments by their action."""

    def __init__(self) -> None:
        self._titled = False
        self._planned = False
        self._numbered = False

    def open(self) -> None:
        """Note that what follows is agreed, up to a heading that refuses."""
        self._titled = self._planned = True

    def enter(self, heading: Sentence) -> None:
        """Note a heading: the title speaks for all sections but those whose own heading refuses."""
        plan = announces(heading) if not tells(heading) else None
        if heading.block.kind == "title":
            self._titled = plan is True
        self._planned = plan if plan is not None else self._titled
        self._numbered = names_measure(heading.scan.text, heading.block.start, heading.block.end)

    def holds(self, first: Sentence) -> bool:
        """Whether the block that begins with this sentence is an item of a plan."""
        numbered, self._numbered = self._numbered, False
        return numbered or _is_measure(first.block) or (self._planned and _opens_with_action(first))


def planned(first: Sentence) -> Lead:
    """Return what stands for the lead-in of an item of a plan: all parties undertake it."""
    return Lead("firm", Subject(first.start, first.start, "collective"), neutral=True)


def _opens_with_action(sentence: Sentence) -> bool:
    """Whether the sentence opens with what is to be done: a noun of action ("Joint purchase of"), an item with a verb.

    "Train 40 pilots", "Former 40 pilotes", "Formar a 40 pilotos".
    """
    folded, language, start, end = sentence.scan.folded, sentence.language, item_start(sentence), sentence.end
    listed = sentence.block.kind in _LISTED or start > sentence.start
    if deed(language).match(folded, start, end) or (listed and to_do(language).match(folded, start, end)):
        return True
    return start > sentence.start and assigned(sentence, start) is not None


def _is_measure(block: Block) -> bool:
    """Whether the marker says that the block is one of several measures: "Action 3."."""
    return block.marker[:1].isalpha() and any(map(str.isdigit, block.marker)) and block.kind == "list_item"

"""A naming: one place where a text names somebody, with the party that they are or act for."""

import operator

import msgspec

from servanda.reading.mention import ActorValue, Mention, mention

_BARE = frozenset({"speaking", "short"})
_START = operator.attrgetter("start")


class Naming(msgspec.Struct, frozen=True, gc=False):
    """Somebody named at ``text[start:end]``, and by which rule.

    ``party`` is the id of the state or organisation that the actor is or acts for, None where the text does not say.
    For people and offices, ``role`` and ``field`` are the folded words of the office ("minister", "of fisheries") and
    ``gender`` is "f", "m" or "" where the words do not show it. The ``role`` of a body is its kind ("agency").
    """

    start: int
    end: int
    rule: str
    value: ActorValue
    party: str | None = None
    role: str = ""
    field: str = ""
    gender: str = ""

    @property
    def names_a_person(self) -> bool:
        """Whether somebody is named by a name, whom nothing else may be known of."""
        return self.value.type == "person" or (self.value.type is None and self.rule in _BARE)

    def mention(self, text: str) -> Mention:
        """Return this naming as a mention of the reading."""
        return mention("actor", text, self.start, self.end, self.rule, self.value)


def merged(namings: list[Naming], others: list[Naming]) -> list[Naming]:
    """Return namings, which are in order, with others among them, of which there are mostly none."""
    return sorted(namings + others, key=_START) if others else namings

"""Who is who among the people of a text: one person under a full name, a surname, an office."""

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Sequence

from servanda.lexicon.vocabulary import Actor
from servanda.reading.cast.naming import Naming
from servanda.reading.mention import ActorValue


@dataclasses.dataclass(slots=True)
class Person:
    """Somebody, under the fullest name that the plan or the text gives, with what the text says of them."""

    words: tuple[str, ...]
    value: ActorValue
    shorts: frozenset[str] = frozenset()
    party: str | None = None
    gender: str = ""
    roles: set[tuple[str, str]] = dataclasses.field(default_factory=set)

    def goes_by(self, words: tuple[str, ...]) -> bool:
        """Whether these words may be this person's name.

        A surname is a run of the name's later words ("Ruiz" of "Ana Ruiz Paz"); a shorter full name keeps the first
        word and the order ("Ana Paz").
        """
        if " ".join(words) in self.shorts or words == self.words:
            return True
        later = self.words[1:]
        if any(later[i : i + len(words)] == words for i in range(len(later) - len(words) + 1)):
            return True
        rest = iter(later)
        return len(words) > 1 and words[0] == self.words[0] and all(word in rest for word in words[1:])


class People:
    """The people of one text."""

    def __init__(
        self,
        namings: Iterable[Naming],
        actors: Iterable[Actor],
        language_heads: frozenset[str],
        leaders: frozenset[str],
    ) -> None:
        """Join the namings of one person; ``actors`` are those that the plan knows."""
        self.people = [
            Person(
                tuple(actor.name.split()),
                ActorValue(actor.name, actor.id, "person"),
                frozenset(n.text for n in actor.names),
                actor.party,
            )
            for actor in actors
            if actor.type == "person"
        ]
        self._by_words: dict[tuple[str, ...], Person | None] = {}
        self._heads = language_heads
        self._leaders = leaders
        named = [naming for naming in namings if naming.rule in {"person", "speaking"}]
        for naming in sorted(named, key=lambda naming: (-naming.value.name.count(" "), naming.start)):
            self._introduce(naming)
        self._offices: dict[str, set[str | None]] = defaultdict(set)
        for naming in namings:
            if naming.rule == "office" and naming.party is not None and not naming.field:
                self._offices[naming.role].add(naming.party)
                person = self.holder(naming)
                if person is not None and naming.role in self._heads | self._leaders:
                    person.party = naming.party

    def named(self, name: str) -> Person | None:
        """Return the person whom a name means, None where it means nobody or several."""
        words = tuple(name.split())
        if words not in self._by_words:
            found = [person for person in self.people if person.goes_by(words)]
            self._by_words[words] = found[0] if len(found) == 1 else None
        return self._by_words[words]

    def holder(self, office: Naming) -> Person | None:
        """Return the one person who holds an office by this text: "the Norwegian minister" is Kari Nes.

        Somebody whose state the text does not say may hold the office of a state that nobody else holds.
        """
        held = [person for person in self.people if self._may_hold(person, office)]
        if office.party is not None:
            held = [person for person in held if person.party == office.party] or [
                person for person in held if person.party is None
            ]
        elif office.role in self._leaders or len(self._offices[office.role] - {person.party for person in held}) > 0:
            return None
        return held[0] if len(held) == 1 else None

    def _may_hold(self, person: Person, office: Naming) -> bool:
        if office.role in self._leaders:
            return any(role in self._heads and not field for role, field in person.roles)
        return any(
            role == office.role
            and (field == office.field or (role not in self._heads and not (field and office.field)))
            for role, field in person.roles
        )

    def short_forms(self) -> dict[str, Person | None]:
        """Return what later mentions may say for a person; None where it may be two people."""
        forms: dict[str, Person | None] = {}
        for person in self.people:
            for form in _short_forms(person.words):
                forms[form] = None if form in forms and forms[form] is not person else person
        return forms

    def _introduce(self, naming: Naming) -> None:
        words = tuple(naming.value.name.split())
        found = [person for person in self.people if person.goes_by(words)]
        if len(found) == 1:
            person = found[0]
        elif any(person.words == words for person in self.people):
            person = next(person for person in self.people if person.words == words)
        else:
            person = Person(words, naming.value)
            self.people.append(person)
        person.party = person.party or naming.party
        person.gender = person.gender or naming.gender
        if naming.role:
            person.roles.add((naming.role, naming.field))


def _short_forms(words: Sequence[str]) -> list[str]:
    """Return the full name, the name without its first word, and each later word with the particles before it."""
    forms = [" ".join(words)]
    if len(words) > 1:
        forms.append(" ".join(words[1:]))
    particles: list[str] = []
    for word in words[1:]:
        if word[0].islower():
            particles.append(word)
            continue
        if len(word) > 2:
            forms.append(" ".join([*particles, word]))
        particles = []
    return list(dict.fromkeys(forms))

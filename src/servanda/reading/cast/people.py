"""Who is who among the people of a text: one person under a full name, a surname, an office."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from servanda.lexicon.actors import world
from servanda.lexicon.given_names import gender_of_name
from servanda.lexicon.vocabulary import Actor
from servanda.reading.cast.naming import Naming
from servanda.reading.mention import ActorValue

# "El titular de Economía" is whoever heads it, whatever the office is called.
_HEADS_OF_A_FIELD = frozenset({"titular"})


class Person(msgspec.Struct):
    """Somebody, under the fullest name that the plan or the text gives, with what the text says of them."""

    words: tuple[str, ...]
    value: ActorValue
    shorts: frozenset[str] = frozenset()
    party: str | None = None
    gender: str = ""
    roles: set[tuple[str, str]] = msgspec.field(default_factory=set)

    @property
    def opens_with_family_name(self) -> bool:
        """Whether the family name comes first, as the person's state has it."""
        return self.party in world().family_name_first

    def goes_by(self, words: tuple[str, ...]) -> bool:
        """Whether these words may be this person's name.

        A surname is a run of the name's later words ("Ruiz" of "Ana Ruiz Paz"); a shorter full name keeps the first
        word and the order ("Ana Paz").
        """
        if " ".join(words) in self.shorts or words == self.words:
            return True
        later = self.words if self.opens_with_family_name else self.words[1:]
        if any(later[i : i + len(words)] == words for i in range(len(later) - len(words) + 1)):
            return True
        rest = iter(later)
        return len(words) > 1 and words[0] == self.words[0] and all(word in rest for word in words[1:])


class People:
    """The people of one text; ``heads`` are the titles of those who lead a state, ``leaders`` words for any of them."""

    def __init__(
        self, namings: Sequence[Naming], actors: Iterable[Actor], heads: frozenset[str], leaders: frozenset[str]
    ) -> None:
        """Join the namings of one person; ``actors`` are those that the plan knows."""
        self._heads = heads
        self._leaders = leaders
        self._people: list[Person] = []
        self._by_word: dict[str, list[Person]] = defaultdict(list)
        for actor in actors:
            if actor.type == "person":
                shorts = frozenset(name.text for name in actor.names)
                value = ActorValue(actor.name, actor.id, "person")
                self._add(Person(tuple(actor.name.split()), value, shorts, actor.party))
        self._introduce(namings)
        self._named: dict[str, Person | None] = {}
        self._holders: dict[tuple[str, str, str | None, str], Person | None] = {}
        self._parties = self._parties_of_offices(namings)

    def named(self, name: str) -> Person | None:
        """Return the person whom a name means, None where it means nobody or several."""
        if name not in self._named:
            found = self._who_goes_by(tuple(name.split()))
            self._named[name] = found[0] if len(found) == 1 else None
        return self._named[name]

    def holder(self, office: Naming) -> Person | None:
        """Return the one person who holds an office by this text: "the Norwegian minister" is Kari Nes.

        Somebody whose state the text does not say may hold the office of a state that nobody else holds.
        """
        key = (office.role, office.field, office.party, office.gender)
        if key not in self._holders:
            self._holders[key] = self._holder(*key)
        return self._holders[key]

    def short_forms(self) -> dict[str, Person | None]:
        """Return what later mentions may say for a person; None where it may be two people."""
        forms: dict[str, Person | None] = {}
        for person in self._people:
            for form in _short_forms(person.words, family_name_first=person.opens_with_family_name):
                forms[form] = None if form in forms and forms[form] is not person else person
        return forms

    def _add(self, person: Person) -> None:
        self._people.append(person)
        for word in {*person.words, *(short.split()[-1] for short in person.shorts)}:
            self._by_word[word].append(person)

    def _who_goes_by(self, words: tuple[str, ...]) -> list[Person]:
        return [person for person in self._by_word[words[-1]] if person.goes_by(words)]

    def _introduce(self, namings: Sequence[Naming]) -> None:
        """Make a person of every name, the longest names first, and gather what the text says of each."""
        known: dict[str, Person] = {}
        named = [naming for naming in namings if naming.rule in {"person", "speaking"}]
        for naming in sorted(named, key=lambda naming: (-naming.value.name.count(" "), naming.start)):
            name = naming.value.name
            if name not in known:
                words = tuple(name.split())
                found = self._who_goes_by(words)
                known[name] = found[0] if len(found) == 1 else Person(words, naming.value)
                if len(found) != 1:
                    self._add(known[name])
            person = known[name]
            person.party = person.party or naming.party
            person.gender = person.gender or naming.gender or gender_of_name(person.words[0]) or ""
            if naming.role:
                person.roles.add((naming.role, naming.field))

    def _parties_of_offices(self, namings: Sequence[Naming]) -> dict[str, set[str]]:
        """Return the states of which each title is named, and tell the heads of state or government their state."""
        parties: dict[str, set[str]] = defaultdict(set)
        for naming in namings:
            if naming.rule == "office" and naming.party is not None and not naming.field:
                if naming.party not in parties[naming.role] and naming.role in self._heads | self._leaders:
                    person = self._holder(naming.role, "", naming.party, naming.gender)
                    if person is not None:
                        person.party = naming.party
                parties[naming.role].add(naming.party)
        return parties

    def _holder(self, role: str, field: str, party: str | None, gender: str) -> Person | None:
        held = [
            person
            for person in self._people
            if self._may_hold(person, role, field) and not (gender and person.gender and gender != person.gender)
        ]
        if party is not None:
            held = [person for person in held if person.party == party] or [
                person for person in held if person.party is None
            ]
        elif (role in self._leaders and role not in self._heads) or self._parties[role] - {
            person.party for person in held
        }:
            return None
        return held[0] if len(held) == 1 else None

    def _may_hold(self, person: Person, role: str, field: str) -> bool:
        if role in self._leaders:
            return any(held in self._heads and not of for held, of in person.roles)
        if role in _HEADS_OF_A_FIELD and field:
            return any(of == field for _, of in person.roles)
        return any(
            held == role and (of == field or (role not in self._heads and not (of and field)))
            for held, of in person.roles
        )


def _short_forms(words: Sequence[str], *, family_name_first: bool) -> list[str]:
    """Return the full name, the name without its first word, and each later word with the particles before it."""
    forms = [" ".join(words), *words[:family_name_first]]
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

"""For which state somebody acts whose state the text does not say.

"President Macaraeg", in a text of Japan and the Philippines, acts for the one that has a president. In a text that
names one state alone, ministers and ministries are its own.
"""

from collections.abc import Sequence

from servanda.lexicon.actors import actor_words, world
from servanda.lexicon.language import LANGUAGES
from servanda.reading.cast.naming import Naming
from servanda.reading.commitments.home import only_state
from servanda.reading.scan import Scan
from servanda.text.folding import fold

_PAIR = 2  # parties of a text that are told apart, and letters of the id of a state
_ACTING = frozenset({"person", "office"})

Place = tuple[int, int]


def assumed_parties(scan: Scan, parties: Sequence[str]) -> dict[Place, str]:
    """Return the state of everybody whose state is not said but follows, by their place."""
    if not parties and (state := only_state(scan)) is not None:
        return {
            (naming.start, naming.end): state
            for naming in scan.cast.namings
            if naming.party is None and _governs(naming, scan)
        }
    states = [party for party in parties if len(party) == _PAIR and party.isupper()]
    if len(parties) != _PAIR or len(states) != _PAIR:
        return {}
    return {
        (naming.start, naming.end): party
        for naming in scan.cast.namings
        if naming.party is None and naming.value.type in _ACTING and not naming.field
        if (party := _by_office(_roles(naming, scan), states)) is not None
    }


def _governs(naming: Naming, scan: Scan) -> bool:
    """Whether somebody acts for a government, by the words of the office or of the body's name."""
    if naming.value.type == "institution":
        words = fold(naming.value.name).split()
    else:
        person = scan.cast.people.named(naming.value.name)
        roles = [naming.role, *(role for role, _ in (person.roles if person is not None else ()))]
        words = [word for role in roles for word in role.split()]
    return any(not actor_words(language).governing.isdisjoint(words) for language in LANGUAGES)


def _roles(naming: Naming, scan: Scan) -> set[str]:
    """Return the offices that somebody has by this text: of "Macaraeg" those of "President Isidro Macaraeg"."""
    person = scan.cast.people.named(naming.value.name)
    held = {role for role, field in person.roles if not field} if person is not None else set()
    return held | {naming.role}


def _by_office(roles: set[str], states: Sequence[str]) -> str | None:
    """Return the one of the states that has such an office."""
    without = world().no_president if roles & world().presidents else frozenset()
    without |= world().no_prime_minister if roles & world().prime_ministers else frozenset()
    left = [state for state in states if state not in without]
    return left[0] if len(left) == 1 else None

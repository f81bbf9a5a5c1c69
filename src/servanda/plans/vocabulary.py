"""What a plan tells the reader: who its actors are and how texts write them."""

from servanda.lexicon.language import LANGUAGES
from servanda.lexicon.vocabulary import Actor, ActorName, ActorType, Vocabulary
from servanda.plans.plan import Plan
from servanda.register.actors import Alias, Institution, Person
from servanda.register.wording import Names, Wording


def vocabulary(plan: Plan) -> Vocabulary:
    """Return the actors of a plan, with its parties."""
    agreement = plan.agreement
    actors = (
        *(_actor(party.id, party.type, party.name) for party in agreement.parties),
        _actor(agreement.id, "agreement", agreement.name, (*_names(agreement.short_name), *agreement.aliases)),
        *map(_institution, plan.actors.institutions),
        *(_actor(other.id, "agreement", other.name, other.aliases) for other in plan.actors.agreements),
        *map(_person, plan.actors.people),
    )
    return Vocabulary(actors, tuple(party.id for party in agreement.parties))


def _names(wording: Wording) -> tuple[Alias, ...]:
    return tuple(Alias(wording.in_language(language), language) for language in LANGUAGES)


def _institution(body: Institution) -> Actor:
    return _actor(body.id, body.type, body.name, body.aliases, body.short, body.party)


def _person(person: Person) -> Actor:
    names = (ActorName(person.name), *(ActorName(short, "short") for short in person.short))
    party = person.tenures[-1].party if person.tenures else None
    return Actor(person.id, "person", person.name, names, party)


def _actor(
    identity: str,
    kind: ActorType,
    name: Names | Wording,
    aliases: tuple[Alias, ...] = (),
    short: Names | Wording | None = None,
    party: str | None = None,
) -> Actor:
    names = [ActorName(text, "name", language) for language in LANGUAGES if (text := getattr(name, language))]
    if short is not None:
        names += [ActorName(text, "acronym", language) for language in LANGUAGES if (text := getattr(short, language))]
    names += [ActorName(alias.text, "name", alias.language) for alias in aliases]
    return Actor(identity, kind, names[0].text, tuple(names), party)

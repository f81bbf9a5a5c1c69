"""What a plan tells the reader: who its actors are and how texts write them."""

from servanda.lexicon.language import LANGUAGES
from servanda.lexicon.vocabulary import Actor, ActorName, ActorType, Vocabulary
from servanda.plans.plan import Plan
from servanda.register.actors import Alias
from servanda.register.wording import Names, Wording


def vocabulary(plan: Plan) -> Vocabulary:
    """Return the actors of a plan, with its parties."""
    actors = [_actor(party.id, party.type, party.name) for party in plan.agreement.parties]
    actors.append(_actor(plan.agreement.id, "agreement", plan.agreement.name, short=plan.agreement.short_name))
    for institution in plan.actors.institutions:
        actors.append(
            _actor(
                institution.id,
                institution.type,
                institution.name,
                institution.aliases,
                institution.short,
                institution.party,
            )
        )
    for agreement in plan.actors.agreements:
        actors.append(_actor(agreement.id, "agreement", agreement.name, agreement.aliases))
    for person in plan.actors.people:
        names = (ActorName(person.name), *(ActorName(short, "short") for short in person.short))
        party = person.tenures[-1].party if person.tenures else None
        actors.append(Actor(person.id, "person", person.name, names, party))
    return Vocabulary(tuple(actors), tuple(party.id for party in plan.agreement.parties))


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

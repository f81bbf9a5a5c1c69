"""Who may do an act, and whose consent it needs: one value that each act's class states."""

from typing import Literal

import msgspec

from servanda.register.agreement import Agreement
from servanda.register.author import KEEPER, OPERATOR, Author, Role
from servanda.register.refusal import Refusal


class Permission(msgspec.Struct, frozen=True):
    """``by_parties`` are the roles that may act where the parties keep the register, ``by_observer`` where one does.

    ``consent`` is whose: ``all`` parties (one proposes, the others agree), only the party whose ``own`` affair it is,
    or ``none``. In an observer's register nobody consents, and only the keeper acts, unless ``anybody``.
    ``founding`` acts are done by the operator alone until the register is opened.
    """

    by_parties: frozenset[Role]
    by_observer: frozenset[Role]
    consent: Literal["all", "own", "none"] = "none"
    anybody: bool = False
    founding: bool = True


_KEEPING: frozenset[Role] = frozenset({"observer", "reviewer"})
_EVALUATING: frozenset[Role] = frozenset({"evaluator"})
_OF_PARTIES: frozenset[Role] = frozenset({"party_lead", "reporter", "reviewer"})

# What the parties own together.
JOINT = Permission(frozenset({"party_lead"}), _KEEPING, consent="all")
OPENING = Permission(frozenset({"party_lead"}), _KEEPING, consent="all", founding=False)
# What one party owns. An observer never speaks for a party.
OWN = Permission(frozenset({"party_lead", "reporter"}), frozenset(), consent="own", founding=False)
OWN_BY_LEAD = Permission(frozenset({"party_lead"}), _KEEPING, consent="own", founding=False)
OWN_OR_PUBLISHED = Permission(frozenset({"party_lead", "reporter"}), _KEEPING, consent="own")
# Published facts, with their sources.
FACT = Permission(frozenset({"party_lead", "reporter", "reviewer"}), _KEEPING)
SEARCH = Permission(frozenset({"reviewer", "evaluator", "observer"}), _KEEPING | _EVALUATING, anybody=True)
# Judging what others submitted.
REVIEW = Permission(frozenset({"reviewer"}), _KEEPING)
EVALUATE = Permission(_EVALUATING, _EVALUATING, anybody=True, founding=False)
# Anybody who has a key: evidence and disputes.
SUBMIT = Permission(
    frozenset({"party_lead", "reporter", "reviewer", "evaluator", "observer"}),
    frozenset({"reviewer", "evaluator", "observer"}),
    anybody=True,
)
ADMINISTER = Permission(frozenset({"administrator"}), frozenset({"observer"}))


def refuse_role(author: Author, agreement: Agreement) -> None:
    """Refuse a role that is not the holder's to have: a key says whose it is, an act in which role it was used.

    Raises Refusal ``role_may_not``, ``not_the_keeper`` or ``not_a_party``.
    """
    if author.role == "administrator" and author.holder not in {OPERATOR, KEEPER}:
        raise Refusal("role_may_not", role=author.role)
    if author.role == "reviewer" and agreement.kept_by == "observer":
        if author.holder != KEEPER:
            raise Refusal("not_the_keeper", holder=author.holder)
    elif author.role in _OF_PARTIES and author.holder not in {party.id for party in agreement.parties}:
        raise Refusal("not_a_party", party=author.holder)


def may_do(permission: Permission, author: Author, agreement: Agreement) -> bool:
    """Say whether an author may do such an act in an open register, alone or, where it is joint, with consent.

    It is what pages offer; ``judge`` decides, and looks at the state as well.
    """
    if agreement.kept_by == "observer":
        return author.role in permission.by_observer and (permission.anybody or author.holder == KEEPER)
    return author.role in permission.by_parties

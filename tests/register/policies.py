"""The policies as one table, made from what each act's class and ``may_see`` say, and the page that tells it.

``python tests/register/policies.py`` writes docs/policies.md anew.
"""

from pathlib import Path
from typing import NamedTuple

from registers import HOLDERS, KEEPS, PARTIES, Register

from servanda.register.acts.any_act import ACTS, act_type
from servanda.register.acts.founding import Found
from servanda.register.author import KEEPER, OPERATOR, ROLES, Author
from servanda.register.circumstances import PARTIES as THE_PARTIES
from servanda.register.circumstances import PUBLIC, REPLY, REVIEWERS
from servanda.register.visibility import may_see

PAGE = Path(__file__).parents[2] / "docs" / "policies.md"
OWN, OTHER = PARTIES


class Case(NamedTuple):
    """Somebody who wants to do an act that is NO's own affair, where it is anybody's own."""

    act: type
    author: Author
    kept_by: str
    is_open: bool


def cases():
    """Give every act, role, holder, keeper of the register and phase of it."""
    return [
        Case(act, Author(role, holder), kept_by, is_open)
        for act in ACTS
        for role in ROLES
        for holder in HOLDERS
        for kept_by in ("parties", "observer")
        for is_open in (False, True)
        if act is not Found
    ]


def can_have(role, holder, kept_by):
    """Say whether a holder can have a role at all."""
    match role:
        case "administrator":
            return holder in {OPERATOR, KEEPER}
        case "reviewer" if kept_by == "observer":
            return holder == KEEPER
        case "party_lead" | "reporter" | "reviewer":
            return holder in PARTIES
    return True


def allowed(case):
    """Say whether the policies allow it: ``yes``, ``no``, or ``consent`` where all parties have to agree."""
    permission, (role, holder) = case.act.permission, (case.author.role, case.author.holder)
    founder = OPERATOR if case.kept_by == "parties" else KEEPER
    if not can_have(role, holder, case.kept_by):
        return "no"
    if holder == founder and permission.founding and not case.is_open:
        return "yes"
    if case.kept_by == "observer":
        return "yes" if role in permission.by_observer and (holder == KEEPER or permission.anybody) else "no"
    if role not in permission.by_parties:
        return "no"
    if permission.consent == "all":
        return "consent"
    return "yes" if permission.consent == "none" or holder == OWN else "no"


VIEWERS = {
    "everybody": None,
    "a lead, reporter or reviewer of a party": Author("reporter", OWN),
    "the same of another party": Author("reporter", OTHER),
    "an evaluator": Author("evaluator", "university"),
    "an observer": Author("observer", "watch"),
    "the operator": Author("administrator", OPERATOR),
    "the keeper": KEEPS,
    "the keeper’s reviewer": Author("reviewer", KEEPER),
}
SHOWN_TO = {
    PUBLIC: "public",
    THE_PARTIES: "the parties",
    REVIEWERS: "reviewers and evaluators",
    REPLY: "the parties and the evaluators (drafts of verdicts, replies)",
    OWN: "one party",
}
_ROLES = {
    "administrator": "the operator of the server, or the keeper of an observer’s register",
    "party_lead": "a party",
    "reporter": "a party",
    "reviewer": "a party; in an observer’s register its keeper",
    "evaluator": "anybody who has a key",
    "observer": "anybody who has a key; in an observer’s register also its keeper",
}
_CONSENT = {"all": "of all parties", "own": "its own affair alone", "none": "none"}


def page():
    """Return the page, for a secretariat to read."""
    lines = [
        "# Who may do what, and who sees what",
        "",
        "This page is made from the rules themselves (`python tests/register/policies.py`), and every line of it is",
        "tested against them. A refusal of the rules is told in words where it happens.",
        "",
        "## Roles",
        "",
        "| role | who can have it |",
        "|---|---|",
        *(f"| {_word(role)} | {_ROLES[role]} |" for role in ROLES),
        "",
        "A person acts in a role that was granted to them for a holder; the holder’s key signs. A holder gives its own",
        "roles, the operator or the keeper those of everybody.",
        "",
        "## Who may do what",
        "",
        "*Consent of all parties* means that one party’s lead proposes it, the others’ leads agree, and then it is",
        "in force. *Its own affair* means that a party may do it for itself and for nobody else. What somebody else",
        "recorded is put right by a reviewer, never by another party or by another evaluator. The last column says",
        "what the operator, or the keeper, does by itself before the register is opened, when nothing is in force yet.",
        "",
        "| act | what it is | where the parties keep it | consent | where an observer keeps it | before it opens |",
        "|---|---|---|---|---|---|",
        *(_row(act) for act in ACTS),
        "",
        "## Who sees what",
        "",
        "Whoever acts says for whose eyes it is, and may name a day from which it is public. A holder always sees what",
        "it recorded itself. What names or changes something may not be told to more people than that is.",
        "",
        f"| what is for | {' | '.join(VIEWERS)} |",
        f"|---|{'---|' * len(VIEWERS)}",
        *(_seen(visible_to) for visible_to in SHOWN_TO),
        "",
    ]
    return "\n".join(lines)


def _row(act):
    permission = act.permission
    told = " ".join(act.__doc__.split()).partition(". ")[0].rstrip(".")
    keeps = _roles(permission.by_observer) if permission.by_observer else "nobody"
    if permission.by_observer and not permission.anybody:
        keeps = f"its keeper ({keeps})"
    consent = _CONSENT[permission.consent]
    founding = "yes" if permission.founding else ""
    return f"| `{act_type(act)}` | {told} | {_roles(permission.by_parties)} | {consent} | {keeps} | {founding} |"


def _seen(visible_to):
    agreement = Register("observer").state.agreement
    seen = ("yes" if may_see(viewer, visible_to, "somebody", agreement) else "" for viewer in VIEWERS.values())
    return f"| {SHOWN_TO[visible_to]} | {' | '.join(seen)} |"


def _roles(roles):
    return ", ".join(_word(role) for role in ROLES if role in roles)


def _word(role):
    return role.replace("_", " ")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")

"""What waits for somebody: proposals to answer, reports due, evidence and disputes to judge, drafts to reply to."""

import dataclasses
import datetime
from collections.abc import Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from servanda.lexicon.language import Language
from servanda.register.acts.joint import joint_act
from servanda.register.author import Author
from servanda.register.evidence import Evidence
from servanda.register.minutes import FollowUp, Minutes
from servanda.register.proposal import Proposal
from servanda.register.reporting import Obstacle, Report, Round
from servanda.register.verdict import Dispute, Reply, Verdict
from servanda_portal.pages.templatetags.servanda import grade, said
from servanda_portal.pages.work.act_words import proposal_words
from servanda_portal.pages.work.fields import today
from servanda_portal.pages.work.forms_by_name import FORMS
from servanda_portal.pages.work.reports import open_round
from servanda_portal.queries.register import Register
from servanda_portal.queries.reviews import waiting


@dataclasses.dataclass(frozen=True)
class Waiting:
    """One thing that waits: which form answers it, about what, and by when.

    ``language`` is that of words which somebody else wrote; None where they are in the reader's.
    """

    group: str | Promise
    form: str
    subject: str
    words: str
    by: datetime.date | None = None
    language: Language | None = None


def inbox(register: Register, author: Author) -> dict[str, list[Waiting]]:
    """Return what waits for an author, group by group; in each, what is due first comes first."""
    groups: dict[str, list[Waiting]] = {}
    for one in _waiting(register, author):
        if FORMS[one.form].offered_to(author, register):
            groups.setdefault(str(one.group), []).append(one)
    for items in groups.values():
        items.sort(key=lambda one: one.by or datetime.date.max)
    return groups


def _waiting(register: Register, author: Author) -> Iterator[Waiting]:
    yield from _to_judge(register, author)
    yield from _proposals(register, author)
    yield from _decisions(register, author)
    yield from _drafts(register, author)
    yield from _reports(register, author)  # a round asks for many at once
    for obstacle in register.state.all(Obstacle):
        if obstacle.standing == "open" and obstacle.party == author.holder:
            yield Waiting(
                _("Obstacles that you raised"),
                "resolve",
                obstacle.id,
                obstacle.what.text,
                language=obstacle.what.language,
            )


def _proposals(register: Register, author: Author) -> Iterator[Waiting]:
    for one in register.state.all(Proposal):
        if one.standing != "open":
            continue
        words = proposal_words(register, joint_act(one.change))
        mine = author.holder in one.agreed
        if not mine:
            yield Waiting(_("Proposals to agree to"), "answer", one.id, words)
        elif one.proposer == author.holder:
            yield Waiting(_("Proposals that wait for others"), "answer", one.id, words)


def _reports(register: Register, author: Author) -> Iterator[Waiting]:
    opened = open_round(register.state.all(Round))
    if opened is None:
        return
    reported = {
        one.commitment for one in register.state.all(Report) if one.round == opened.id and one.party == author.holder
    }
    for one in register.counting:
        bound = author.holder in one.promisors or any(owner.party == author.holder for owner in one.owners)
        within = not opened.pillars or one.pillar in opened.pillars
        if bound and within and one.reference not in reported:
            words = f"{one.reference} · {said(one.title)}"
            yield Waiting(_("Reports due"), "report", one.reference, words, opened.closes)


def _decisions(register: Register, author: Author) -> Iterator[Waiting]:
    followed = {one.id: one for one in register.state.all(FollowUp)}
    for minutes in register.state.all(Minutes):
        for one in minutes.decisions:
            known = followed.get(one.id)
            if one.owner == author.holder and (known is None or known.standing == "open"):
                by = None if one.due is None else one.due.end
                yield Waiting(_("Decisions to follow up"), "follow-up", one.id, one.text.text, by, one.text.language)


def _drafts(register: Register, author: Author) -> Iterator[Waiting]:
    replied = {one.verdict for one in register.state.all(Reply) if one.party == author.holder}
    for one in register.state.all(Verdict):
        if one.standing != "draft" or one.replies_until is None:
            continue
        words = f"{one.commitment} · {one.rubric_version} {grade(one.score)}"
        if one.evaluator == author.holder:
            if one.replies_until < today():
                yield Waiting(_("Drafts to make final"), "finalise", one.id, words)
        elif one.id not in replied and one.replies_until >= today():
            yield Waiting(_("Drafts to reply to"), "reply", one.id, words, one.replies_until)


def _to_judge(register: Register, author: Author) -> Iterator[Waiting]:
    for one in register.state.all(Evidence):
        if one.standing == "submitted":
            words = f"{one.commitment} · {one.note.text}"
            yield Waiting(_("Evidence to review"), "review", one.id, words, language=one.note.language)
    titles = {one.id: said(one.title) for one in register.plan.documents}
    for document, mentions in waiting(register.agreement.id, register.state).items():
        words = f"{titles.get(document, document)} · {len(mentions)}"
        yield Waiting(_("Readings to review"), "reading", document, words)
    mine = author.person or author.holder
    for dispute in register.state.all(Dispute):
        answered = any(ruling.reviewer == mine for ruling in dispute.rulings)
        if dispute.standing == "open" and not answered and dispute.by != mine:
            yield Waiting(
                _("Disputes to answer"), "ruling", dispute.id, dispute.reason.text, language=dispute.reason.language
            )

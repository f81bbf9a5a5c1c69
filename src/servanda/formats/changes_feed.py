"""What changed in a register, as the items of a feed: what happened, what parties said, meetings held, money moved."""

import datetime
import heapq
from collections.abc import Iterator

from servanda.formats.atom_feed import Feed, FeedItem, tag, write_feed
from servanda.formats.open_register import OpenRegister, told
from servanda.formats.sheet import shown
from servanda.lexicon.exports import export_words
from servanda.lexicon.language import Language
from servanda.register.contribution import Contribution
from servanda.register.forum import Forum, Meeting
from servanda.register.happening import Happening, PublishedPosition
from servanda.register.records import key_of
from servanda.register.reporting import Report

_MOST = 200


def write_changes(register: OpenRegister, language: Language) -> bytes:
    """Return what changed in a register as an Atom feed: the latest changes, not more than whoever follows can read."""
    items = feed_items(register, language, _begin(register))
    latest = sorted(items, key=lambda one: (one.when, one.id), reverse=True)[:_MOST]
    return write_feed(changes_feed(register, language), latest)


def changes_feed(register: OpenRegister, language: Language) -> Feed:
    """Return the feed of a register, without its items."""
    agreement, words = register.agreement, export_words(language)
    name = words.feed.name.format(plan=agreement.short_name.in_language(language))
    subtitle = agreement.summary.in_language(language)
    return Feed(
        id=_tag(register, "feed", register.scope or "all", language),
        title=words.feed.about.format(plan=name, about=register.about) if register.about else name,
        subtitle=f"{subtitle} {words.phrases.demonstration}" if agreement.demonstration else subtitle,
        author=(agreement.keeper.name if agreement.keeper else agreement.name).in_language(language),
        language=language,
        day=register.day,
        page=register.page(language),
        address=register.file(language, "feed.atom"),
    )


def _begin(register: OpenRegister) -> datetime.date:
    """Return a day from which on there are enough changes, so that of a long past nothing is written to be cut off."""
    days = [one.when.end for one in register.all(Happening)]
    days += [one.date.end for one in register.all(PublishedPosition)]
    days += [one.date for one in register.all(Report)]
    return heapq.nlargest(_MOST, days)[-1] if len(days) > _MOST else datetime.date.min


def feed_items(
    register: OpenRegister, language: Language, since: datetime.date = datetime.date.min
) -> Iterator[FeedItem]:
    """Yield every dated change of a register from a day on, each on the last day that it touches."""
    for happening in register.all(Happening):
        if happening.when.end < since:
            continue
        yield FeedItem(
            _tag(register, "happening", happening.id),
            happening.title.in_language(language),
            happening.summary.in_language(language),
            happening.when.end,
            _at(register.page(language, "happenings"), happening.id),
            "happening",
        )
    yield from _said(register, language, since)
    yield from _met(register, language, since)
    yield from _moved(register, language, since)


def _said(register: OpenRegister, language: Language, since: datetime.date) -> Iterator[FeedItem]:
    for one in register.all(PublishedPosition):
        if one.date.end < since:
            continue
        title = _reported(register, language, one.party, one.commitment, one.standing)
        page = register.page(language, "commitments", one.commitment)
        told_of = one.summary.in_language(language)
        yield FeedItem(_tag(register, "position", key_of(one)), title, told_of, one.date.end, page, "report")
    for report in register.all(Report):
        if report.date < since:
            continue
        title = _reported(register, language, report.party, report.commitment, report.standing)
        page = register.page(language, "commitments", report.commitment)
        yield FeedItem(_tag(register, "report", report.id), title, report.happened.text, report.date, page, "report")


def _reported(register: OpenRegister, language: Language, party: str, commitment: str, standing: str) -> str:
    phrases = export_words(language).feed
    return phrases.reported.format(
        party=register.name_of(party, language), reference=commitment, standing=phrases.standing[standing]
    )


def _met(register: OpenRegister, language: Language, since: datetime.date) -> Iterator[FeedItem]:
    forums = {forum.id: forum for forum in register.all(Forum)}
    for one in register.all(Meeting):
        if one.standing == "held" and one.when.end >= since:
            forum = told(forums[one.forum].name, language)
            yield FeedItem(
                _tag(register, "meeting", one.id),
                export_words(language).feed.meeting.format(forum=forum),
                one.summary.in_language(language),
                one.when.end,
                _at(register.page(language, "meetings"), one.id),
                "meeting",
            )


def _moved(register: OpenRegister, language: Language, since: datetime.date) -> Iterator[FeedItem]:
    phrases = export_words(language).feed
    for one in register.all(Contribution):
        for number, transaction in enumerate(one.transactions, 1):
            if transaction.date is None or transaction.date.end > register.day:
                continue  # what is only planned has not happened yet
            if transaction.date.end < since:
                continue
            said = transaction.note or one.purpose
            yield FeedItem(
                _tag(register, "contribution", one.id, str(number)),
                phrases.money.format(
                    name=one.name.in_language(language),
                    amount=shown(transaction.amount),
                    unit=transaction.unit,
                    stage=phrases.stage[transaction.stage],
                ),
                said.in_language(language),
                transaction.date.end,
                _at(register.page(language, "money"), one.id),
                "money",
            )


def _at(page: str | None, place: str) -> str | None:
    return f"{page}#{place}" if page else None


def _tag(register: OpenRegister, *steps: str) -> str:
    return tag(register.site.host, register.agreement.signed, register.agreement.id, *steps)

"""The dates of a register as an iCalendar file (RFC 5545): deadlines, meetings and their decisions, reporting rounds.

Only a deadline that the text states, or that follows from it, stands here: an assumed one binds nobody (CODEBOOK D5).
Everything lasts whole days and keeps nobody busy. An item keeps its UID in every language and version.
"""

import datetime
from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec
from icalendar import Calendar, Event

from servanda.formats.cadence import due_days
from servanda.formats.open_register import OpenRegister, told
from servanda.lexicon.exports import export_words
from servanda.lexicon.language import Language
from servanda.register.commitment import Commitment
from servanda.register.forum import Forum, Meeting
from servanda.register.minutes import FollowUp, Minutes
from servanda.register.reporting import Round
from servanda.register.standing import Standing

MEDIA_TYPE = "text/calendar"
_EVERY = datetime.timedelta(hours=12)  # how often a subscriber looks again
_GONE = {"merged", "split", "withdrawn"}  # nothing is due of these any more
_ONE_DAY = datetime.timedelta(days=1)


class Occasion(msgspec.Struct, frozen=True):
    """Something that stands in a calendar from its first to its last day.

    What is not ``certain``, such as a meeting that was only announced, goes out as tentative.
    """

    id: str
    title: str
    description: str
    start: datetime.date
    end: datetime.date
    kind: Literal["deadline", "meeting", "decision", "round", "term"]
    page: str | None = None
    place: str | None = None
    certain: bool = True


def write_calendar(register: OpenRegister, language: Language) -> bytes:
    """Return the dates of a register as a calendar in one language."""
    name = _name(register, language)
    made = Calendar()
    made.add("prodid", f"-//Servanda//{register.agreement.id}//{language.upper()}")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("name", name, parameters={"LANGUAGE": language})
    made.add("x-wr-calname", name)
    made.add("refresh-interval", _EVERY, parameters={"VALUE": "DURATION"})
    if page := register.page(language):
        made.add("url", page)
    for one in sorted(occasions(register, language), key=lambda one: (one.start, one.id)):
        made.add_component(_event(one, register, language))
    return bytes(made.to_ical())


def occasions(register: OpenRegister, language: Language) -> Iterator[Occasion]:
    """Yield everything that stands in the calendar of a register."""
    yield from _deadlines(register, language)
    yield from _meetings(register, language)
    yield from _meetings_due(register, language)
    yield from _decisions(register, language)
    yield from _rounds(register, language)
    agreement = register.agreement
    last, title = agreement.term.end, export_words(language).calendar.term_ends
    yield Occasion(
        "term",
        title.format(plan=agreement.short_name.in_language(language)),
        agreement.name.in_language(language),
        last,
        last,
        "term",
        register.page(language),
    )


def _deadlines(register: OpenRegister, language: Language) -> Iterator[Occasion]:
    gone = {one.reference for one in register.all(Standing) if one.value in _GONE}
    for one in register.all(Commitment):
        if one.deadline is None or one.reference in gone:
            continue
        day = one.deadline.period.end
        title = export_words(language).calendar.deadline
        yield Occasion(
            f"commitment-{one.reference}",
            title.format(title=one.title.in_language(language), reference=one.reference),
            one.summary.in_language(language),
            day,
            day,
            "deadline",
            register.page(language, "commitments", one.reference),
        )


def _meetings(register: OpenRegister, language: Language) -> Iterator[Occasion]:
    phrases = export_words(language).calendar
    titles = {"held": phrases.held, "planned": phrases.planned, "announced": phrases.unconfirmed}
    forums = {forum.id: forum for forum in register.all(Forum)}
    for one in register.all(Meeting):
        yield Occasion(
            f"meeting-{one.id}",
            titles[one.standing].format(forum=told(forums[one.forum].name, language)),
            one.summary.in_language(language),
            one.when.start,
            one.when.end,
            "meeting",
            register.page(language, "meetings"),
            told(one.place, language) if one.place else None,
            certain=one.standing == "held",
        )


def _meetings_due(register: OpenRegister, language: Language) -> Iterator[Occasion]:
    agreement = register.agreement
    for forum in register.all(Forum):
        if forum.cadence is None:
            continue
        since = forum.since.start if forum.since else agreement.signed
        held = [one.when.end for one in register.all(Meeting) if one.forum == forum.id and one.standing == "held"]
        for day in due_days(forum.cadence, since, agreement.term.end, held):
            yield Occasion(
                f"forum-{forum.id}-{day}",
                export_words(language).calendar.meeting_due.format(forum=told(forum.name, language)),
                forum.summary.in_language(language),
                day,
                day,
                "meeting",
                register.page(language, "meetings"),
            )


def _decisions(register: OpenRegister, language: Language) -> Iterator[Occasion]:
    """Yield the day by which each decision of a meeting is due, until its owner says what became of it."""
    settled = {one.id for one in register.all(FollowUp) if one.standing != "open"}
    forums = {forum.id: told(forum.name, language) for forum in register.all(Forum)}
    meetings = {one.id: forums[one.forum] for one in register.all(Meeting)}
    for minutes in register.all(Minutes):
        for one in minutes.decisions:
            if one.due is not None and one.id not in settled:
                yield Occasion(
                    f"decision-{one.id}",
                    export_words(language).calendar.decision.format(meeting=meetings[minutes.meeting]),
                    one.text.text,
                    one.due.end,
                    one.due.end,
                    "decision",
                    register.page(language, "meetings"),
                )


def _rounds(register: OpenRegister, language: Language) -> Iterator[Occasion]:
    phrases = export_words(language).calendar
    for one in register.all(Round):
        for step, day, title in (
            ("opens", one.opens, phrases.round_opens),
            ("closes", one.closes, phrases.round_closes),
        ):
            told_title = one.title.in_language(language)
            yield Occasion(f"round-{one.id}-{step}", title.format(title=told_title), told_title, day, day, "round")


def _event(one: Occasion, register: OpenRegister, language: Language) -> Event:
    made = Event()
    made.add("uid", f"{one.id}.{register.agreement.id}@{register.site.host}")
    made.add("dtstamp", datetime.datetime.combine(register.day, datetime.time(), datetime.UTC))
    made.add("dtstart", one.start)
    if one.end < datetime.date.max:
        made.add("dtend", one.end + _ONE_DAY)  # RFC 5545 3.6.1: the end is the first day after
    made.add("summary", one.title, parameters={"LANGUAGE": language})
    made.add("description", " ".join(_described(one, register, language)), parameters={"LANGUAGE": language})
    made.add("categories", [one.kind])
    made.add("status", "CONFIRMED" if one.certain else "TENTATIVE")
    made.add("transp", "TRANSPARENT")
    if one.place is not None:
        made.add("location", one.place)
    if one.page is not None:
        made.add("url", one.page)
    return made


def _described(one: Occasion, register: OpenRegister, language: Language) -> Iterable[str]:
    yield one.description
    if register.agreement.demonstration:
        yield export_words(language).phrases.demonstration


def _name(register: OpenRegister, language: Language) -> str:
    words, plan = export_words(language), register.agreement.short_name.in_language(language)
    name = words.calendar.name.format(plan=plan)
    return words.feed.about.format(plan=name, about=register.about) if register.about else name

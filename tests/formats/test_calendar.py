import datetime
import itertools

import example_register
import ics
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from servanda.formats.cadence import due_days
from servanda.formats.dates_calendar import occasions, write_calendar
from servanda.formats.open_register import narrowed
from servanda.lexicon.language import LANGUAGES
from servanda.register.commitment import Commitment
from servanda.register.forum import Meeting
from servanda.register.minutes import Decision, FollowUp, Minutes
from servanda.register.period import Period
from servanda.register.reporting import Round
from servanda.register.standing import Standing
from servanda.register.wording import Statement, Wording


def read(content):
    """Return the items of a calendar by the start of their UID, as another parser reads them."""
    return {one.uid.partition("@")[0]: one for one in ics.Calendar(content.decode()).events}


@pytest.mark.parametrize(
    ("plan", "language"), [("example", "en"), ("example", "fr"), ("canada-mexico-2025-2028", "es")]
)
def test_another_parser_finds_every_occasion_with_its_days_and_words(plan, language):
    register = example_register.register(plan)

    found = read(write_calendar(register, language))

    expected = {f"{one.id}.{register.agreement.id}": one for one in occasions(register, language)}
    assert set(found) == set(expected)
    for uid, one in found.items():
        assert one.all_day
        assert one.begin.date() == expected[uid].start
        assert one.end.date() == expected[uid].end + datetime.timedelta(days=1)
        assert one.name == expected[uid].title
        assert one.description.startswith(expected[uid].description)
        assert one.url == expected[uid].page
        assert one.location == expected[uid].place


def test_lines_are_folded_and_ended_as_the_standard_asks():
    content = write_calendar(example_register.register(), "fr")

    assert content.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert Calendar.from_ical(content).errors == []


def test_uids_are_the_same_in_every_language_and_each_stands_once():
    register = example_register.register()
    calendars = [Calendar.from_ical(write_calendar(register, language)) for language in LANGUAGES]
    uids = [[str(one["uid"]) for one in calendar.walk("VEVENT")] for calendar in calendars]

    assert uids[0] == uids[1] == uids[2]
    assert len(set(uids[0])) == len(uids[0])
    assert all(uid.endswith(".merle-2024-2027@commitments.example") for uid in uids[0])


def test_only_a_deadline_that_the_text_gives_stands_in_the_calendar():
    register = example_register.register()
    with_one = {one.reference for one in register.all(Commitment) if one.deadline}

    found = {one.id for one in occasions(register, "en") if one.kind == "deadline"}

    assert found == {f"commitment-{reference}" for reference in with_one}


def test_what_was_withdrawn_is_due_no_more():
    gone = Standing("W01", "withdrawn", datetime.date(2025, 1, 1))

    assert "commitment-W01" not in {one.id for one in occasions(example_register.with_records(gone), "en")}


def test_a_meeting_that_was_only_announced_is_tentative():
    register = example_register.register()
    calendar = Calendar.from_ical(write_calendar(register, "en"))
    status = {str(one["uid"]).partition(".")[0]: str(one["status"]) for one in calendar.walk("VEVENT")}

    for one in register.all(Meeting):
        assert status[f"meeting-{one.id}"] == ("CONFIRMED" if one.standing == "held" else "TENTATIVE")


def test_a_decision_is_due_until_its_owner_says_what_became_of_it():
    said = Statement("fr", "Publier le relevé.")
    minutes = Minutes("m1", "water-1", (), said, (Decision("d1", said, "XN", Period("2026-09"), ("W06",)),))
    meeting = msgspec.structs.replace(example_register.register().all(Meeting)[0], id="water-1", forum="water-group")
    done = FollowUp("d1", "XN", "done", datetime.date(2026, 5, 1), said)

    (due,) = (
        one for one in occasions(example_register.with_records(meeting, minutes), "en") if one.id == "decision-d1"
    )
    assert (due.start, due.description) == (datetime.date(2026, 9, 30), "Publier le relevé.")
    assert due.title == "Decision due: Working group on water and ports"
    settled = occasions(example_register.with_records(meeting, minutes, done), "en")
    assert "decision-d1" not in {one.id for one in settled}
    kept = narrowed(example_register.with_records(meeting, minutes), {"W06"})
    assert "decision-d1" in {one.id for one in occasions(kept, "en")}


def test_a_reporting_round_opens_and_closes():
    title = Wording("Spring", "Printemps", "Primavera")
    one = Round("r1", title, Period("2026-H1"), datetime.date(2026, 7, 1), datetime.date(2026, 7, 31), ("water",))
    register = example_register.with_records(one)

    found = {each.id: (each.start, each.title) for each in occasions(register, "fr") if "round-r1-" in each.id}

    assert found == {
        "round-r1-opens": (datetime.date(2026, 7, 1), "Ouverture des rapports\u00a0: Printemps"),
        "round-r1-closes": (datetime.date(2026, 7, 31), "Clôture des rapports\u00a0: Printemps"),
    }
    assert any("round-r1-" in each.id for each in occasions(narrowed(register, {"W01"}), "fr"))
    assert not any("round-r1-" in each.id for each in occasions(narrowed(register, {"S01"}), "fr"))


def test_a_calendar_of_one_commitment_holds_its_dates_and_its_forums():
    register = narrowed(example_register.register(), {"W06"})
    found = {one.id for one in occasions(register, "en")}

    assert {one for one in found if one.startswith("commitment-")} == {"commitment-W06"}
    assert any(one.startswith("forum-water-group-") for one in found)
    assert not any(one.startswith("forum-skills-group-") for one in found)


def test_the_imaginary_says_so_on_every_item():
    calendar = Calendar.from_ical(write_calendar(example_register.register(), "es"))

    assert all("imaginario" in str(one["description"]) for one in calendar.walk("VEVENT"))


@pytest.mark.parametrize(
    ("cadence", "days"),
    [
        ("FREQ=YEARLY", ["2025-01-31", "2026-01-31"]),
        ("FREQ=MONTHLY;INTERVAL=9", ["2024-10-31", "2025-07-31", "2026-04-30"]),
        ("INTERVAL=52;FREQ=WEEKLY", ["2025-01-29", "2026-01-28"]),
        ("FREQ=HOURLY", []),
        ("FREQ=MONTHLY;INTERVAL=0", []),
    ],
)
def test_a_meeting_is_due_by_the_last_day_of_each_stretch(cadence, days):
    found = due_days(cadence, datetime.date(2024, 1, 31), datetime.date(2026, 6, 30), [])

    assert [str(day) for day in found] == days


@pytest.mark.parametrize("cadence", [f"FREQ={one};INTERVAL={'9' * 30}" for one in ("DAILY", "MONTHLY", "YEARLY")])
def test_a_meeting_that_is_due_after_all_days_is_never_due(cadence):
    assert list(due_days(cadence, datetime.date(2024, 1, 31), datetime.date.max, [])) == []


@given(st.lists(st.dates(datetime.date(2024, 1, 1), datetime.date(2028, 1, 1))), st.integers(1, 12))
def test_a_stretch_falls_due_exactly_where_no_meeting_was_held_in_it(held, months):
    since, until = datetime.date(2024, 2, 29), datetime.date(2027, 12, 31)
    cadence = f"FREQ=MONTHLY;INTERVAL={months}"
    every = [since, *due_days(cadence, since, until, [])]

    unmet = [end for start, end in itertools.pairwise(every) if not any(start < day <= end for day in held)]

    assert list(due_days(cadence, since, until, held)) == unmet

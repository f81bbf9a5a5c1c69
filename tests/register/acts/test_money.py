"""Contributions and their transactions by stage, indicators and what was counted."""

from decimal import Decimal

import msgspec
from minimal_acts import minimal_acts
from registers import LEAD, REPORTER, REVIEWER, WORDS, opened

from servanda.register.acts.money import RecordContribution, RecordIndicator, RecordObservation, RecordTransaction
from servanda.register.contribution import Contribution, Transaction
from servanda.register.indicator import Measure, Observation
from servanda.register.period import Period

ANNOUNCED = Transaction("announced", Decimal(10), "EUR", ("doc",))
PAID = Transaction("disbursed", Decimal(4), "EUR", ("doc",))


def test_a_party_records_what_it_gives_itself_or_by_its_institution_and_not_what_another_gives():
    register = opened()
    for provider, code in (
        ("NO", None),
        ("works-NO", None),
        ("SU", "of_another_party"),
        ("works-SU", "of_another_party"),
    ):
        gift = Contribution("new", "money", WORDS, WORDS, provider, ())
        assert register.refusal(RecordContribution(gift), REPORTER) == code
    assert register.refusal(RecordTransaction("gift-SU", PAID), REPORTER) == "of_another_party"


def test_amounts_at_different_stages_stand_side_by_side():
    register = opened()
    for one in (ANNOUNCED, PAID):
        register.do(RecordTransaction("gift-NO", one), REPORTER)
    assert register.get(Contribution, "gift-NO").transactions == (ANNOUNCED, PAID)


def test_the_same_transaction_is_not_counted_twice_and_one_of_another_day_is_another():
    register = opened()
    register.do(RecordTransaction("gift-NO", PAID), REPORTER)
    assert register.refusal(RecordTransaction("gift-NO", PAID), REPORTER) == "already_recorded"
    again = msgspec.structs.replace(PAID, date=Period("2026-02-02"))
    assert register.refusal(RecordTransaction("gift-NO", again), REPORTER) is None
    assert register.refusal(RecordTransaction("nowhere", PAID), REPORTER) == "no_such"


def test_in_an_observers_register_its_keeper_records_what_was_published():
    register = opened("observer")
    assert register.refusal(RecordTransaction("gift-NO", PAID)) is None
    assert register.refusal(RecordTransaction("gift-NO", PAID), REPORTER) == "role_may_not"


def test_an_observation_is_of_an_indicator_that_is_there():
    register = opened()
    observation = Observation("new", "nowhere", Measure(Decimal(3), Period("2026-02-01")), ("doc",))
    assert register.refusal(RecordObservation(observation), REVIEWER) == "no_such"


def test_what_is_counted_is_agreed_by_all():
    register = opened()
    assert register.refusal(minimal_acts(register, "NO")[RecordIndicator], LEAD["NO"]) == "needs_consent"

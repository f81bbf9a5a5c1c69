import datetime
import itertools

import pytest

from servanda.briefs.make import YEAR


def test_the_annual_report_has_every_commitment_and_a_pillars_brief_its_own(plan, brief_on):
    assert {item.commitment for item in brief_on().items} == set(plan.commitments)
    parts = [brief_on(pillar.id).items for pillar in plan.agreement.pillars]
    assert sum(map(len, parts)) == len(plan.commitments)
    assert {item.commitment.pillar for item in brief_on("water").items} == {"water"}


def test_a_pillar_that_is_not_there_is_refused_and_those_that_are_are_named(brief_on):
    with pytest.raises(ValueError, match="no pillar 'air'; it has water, skills"):
        brief_on("air")


def test_what_is_overdue_comes_with_the_longest_delay_first_and_what_is_ahead_with_the_nearest(brief_on):
    brief = brief_on()
    late, ahead = ([item.assessment.schedule.days for item in items] for items in (brief.overdue, brief.coming))
    assert late == sorted(late, reverse=True)
    assert ahead == sorted(ahead)
    assert late


def test_only_a_date_of_its_own_makes_something_late_or_next(brief_on):
    brief = brief_on()
    assert all(item.assessment.schedule.basis != "assumed" for item in (*brief.overdue, *brief.coming))


def test_what_is_reported_complete_and_not_shown_delivered_is_told(brief_on):
    told = brief_on().said_beyond_shown
    assert told
    for one in told:
        said = {official.party for official in one.item.assessment.official if official.value == "reported_complete"}
        assert set(one.parties) == said
        assert one.item.assessment.group != "delivered"


def test_every_source_is_there_once_and_every_cited_document_is_a_source(plan, brief_on):
    brief = brief_on()
    sources = [document.id for document in brief.sources]
    assert len(set(sources)) == len(sources)
    known = {document.id for document in plan.documents}
    cited = {identity for item in brief.items for identity in item.documents} & known
    cited |= {identity for happening in brief.happened for identity in happening.documents} & known
    assert cited <= set(sources)


def test_what_happened_is_of_the_year_up_to_the_day_and_confirmed(brief_on):
    day = datetime.date(2025, 12, 31)
    brief = brief_on(day=day)
    assert brief.happened
    for happening in brief.happened:
        assert happening.certainty == "confirmed"
        assert happening.when.start <= day < happening.when.end + YEAR


def test_as_at_an_earlier_day_later_things_are_not_known(brief_on):
    early, late = brief_on(day=datetime.date(2024, 6, 30)), brief_on()
    assert early.day < late.day
    assert len(early.happened) < len(late.happened)
    assert not early.overdue


def test_the_scores_stand_under_every_rubric_and_their_parts_add_up(brief_on):
    brief = brief_on()
    assert [table.rubric for table in brief.scores] == ["g7/1", "completion/1", "level/1"]
    for table in brief.scores:
        assert sum(group.items for group in table.by_pillar) == len(brief.items)
        assert sum(group.items for group in table.by_control) == len(brief.items)
        for group in itertools.chain(table.whole, table.by_pillar, table.by_party, table.by_control):
            assert group.items == group.denominator + group.not_reviewable + group.not_given
            assert group.cut_off.day == brief.day


def test_commitments_are_looked_up_by_reference_as_people_count(brief_on):
    shown = [item.commitment.reference for item in brief_on("water").items]
    assert shown == ["W01", "W02", "W03", "W04", "W04a", "W05", "W06", "W07", "W08", "W09", "W10"]


def test_a_brief_does_not_depend_on_the_order_in_which_things_were_recorded(plan, brief_on):
    turned = {name: tuple(reversed(getattr(plan, name))) for name in ("commitments", "happenings", "documents")}
    assert brief_on().items == brief_on(**turned).items

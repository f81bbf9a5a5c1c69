import datetime
import hashlib
from pathlib import Path

import msgspec
import pytest

from servanda.plans.documents import citation, cited, renditions
from servanda.plans.folder import load_plan
from servanda.register.cited_document import CitedDocument, CitedPart
from servanda.register.period import Period
from servanda.register.wording import Wording
from servanda.text.loaders import load_bytes
from servanda.text.selectors import QuoteSelector

CONTENT = b"Both towns will dredge.\n\nThen the release of one town begins.\n"
SHA256 = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture(scope="module")
def example():
    return load_plan(Path(__file__).parents[2] / "plans" / "example")


def plan_citing(example, **changes):
    known = CitedDocument(
        "x", Wording("t", "t", "t"), "joint_statement", "Both towns", "en", sha256=SHA256, country="XN"
    )
    return msgspec.structs.replace(example, documents=(msgspec.structs.replace(known, **changes),))


def document():
    return load_bytes(CONTENT, name="x.txt")


def test_a_document_that_the_plan_does_not_cite_stays_as_it_is(example):
    assert citation(document(), example) is None
    assert cited(document(), example) == document()


def test_a_document_known_by_its_bytes_takes_publisher_country_and_day_from_the_plan(example):
    known = cited(document(), plan_citing(example, date=Period("2025-03-02")))
    assert (known.publisher, known.country, known.date) == ("Both towns", "XN", datetime.date(2025, 3, 2))


def test_a_date_that_is_no_day_gives_the_document_none(example):
    assert cited(document(), plan_citing(example, date=Period("2025-03"))).date is None


def test_a_part_runs_to_where_the_next_begins(example):
    parts = (
        CitedPart("official", "One town", "XN", QuoteSelector("Then the release")),
        CitedPart("joint", "Both towns", quote=QuoteSelector("Both towns")),
    )
    known = cited(document(), plan_citing(example, parts=parts))
    assert [known.text[part.start : part.end].split()[0] for part in known.parts] == ["Both", "Then"]
    assert known.parts[1].end == len(known.text)


def test_a_part_whose_words_are_not_found_is_left_out_and_says_so(example):
    known = cited(document(), plan_citing(example, parts=(CitedPart("joint", "Both", quote=QuoteSelector("nowhere")),)))
    assert known.parts == ()
    assert "part_not_found" in known.issues


def test_every_text_of_the_plan_folder_is_known_by_its_file(example):
    for one in example.documents:
        if one.file and one.file.endswith(".txt"):
            content = (example.folder / one.file).read_bytes()
            assert citation(load_bytes(content, name=Path(one.file).name), example) == one


def test_renditions_of_one_text_stand_together_the_first_before_those_that_render_it(example):
    groups = [[one.id for one in group] for group in renditions(example)]
    assert groups[0] == ["joint-2024-en", "joint-2024-fr", "joint-2024-es"]
    assert all(len(group) > 1 for group in groups)
    backwards = msgspec.structs.replace(example, documents=example.documents[::-1])
    assert groups[0][0] in [group[0].id for group in renditions(backwards)]

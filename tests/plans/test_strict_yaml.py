import pytest

from servanda.plans.strict_yaml import PlanError, read_yaml
from servanda.register.commitment import Commitment, Deadline
from servanda.register.wording import Wording

WORDS = "{en: one, fr: un, es: uno}"


@pytest.fixture
def yaml_file(tmp_path):
    def write(content):
        path = tmp_path / "data.yaml"
        path.write_text(content, encoding="utf-8")
        return path

    return write


def test_scalars_are_taken_as_written_so_norway_stays_norway(yaml_file):
    path = yaml_file("[NO, '1.10', 1.10, on, ~]")

    assert read_yaml(path, list[str | None]) == ["NO", "1.10", "1.10", "on", None]


def test_an_unknown_key_is_refused_with_file_and_line(yaml_file):
    path = yaml_file("- en: a\n  fr: b\n  es: c\n- en: a\n  fr: b\n  es: c\n  de: d\n")

    with pytest.raises(PlanError, match=r"data\.yaml:7: unknown key 'de'"):
        read_yaml(path, list[Wording])


def test_a_missing_language_is_refused_where_the_wording_begins(yaml_file):
    path = yaml_file("- en: a\n  fr: b\n  es: c\n- en: a\n  fr: b\n")

    with pytest.raises(PlanError, match=r"data\.yaml:4: .*es"):
        read_yaml(path, list[Wording])


def test_a_key_that_stands_twice_is_refused(yaml_file):
    with pytest.raises(PlanError, match=r"data\.yaml:2: the key 'en' stands twice"):
        read_yaml(yaml_file("en: a\nen: b\n"), Wording)


def test_a_period_that_is_none_is_refused_with_its_line(yaml_file):
    with pytest.raises(PlanError, match=r"data\.yaml:1: .*'soon' is no day"):
        read_yaml(yaml_file("period: soon\nbasis: stated\n"), Deadline)


def test_what_is_not_yaml_is_refused_with_its_line(yaml_file):
    with pytest.raises(PlanError, match=r"data\.yaml:\d+: not YAML"):
        read_yaml(yaml_file("a: [1, 2\nb: 3\n"), Wording)


def test_a_value_of_the_wrong_type_is_refused(yaml_file):
    with pytest.raises(PlanError, match=r"data\.yaml:1: .*bool"):
        read_yaml(yaml_file("verifiable: perhaps\n"), dict[str, bool])


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(PlanError, match=r"commitments\.yaml: the file is missing"):
        read_yaml(tmp_path / "commitments.yaml", list[Commitment])

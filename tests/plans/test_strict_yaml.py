import pytest

from servanda.plans.strict_yaml import PlanError, read_yaml
from servanda.register.commitment import Commitment, Deadline
from servanda.register.wording import Phrases, Wording

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


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("W01:\n  en: [flood]\nW02:\n  en: river\n", r"data\.yaml:4: expected a list, found text; .*\(W02\.en\)"),
        (
            "W01: {fr: [crue]}\nW02:\n  en: [[flood]]\n",
            r"data\.yaml:3: expected text, found a list; .*\(W02\.en\[1\]\)",
        ),
        ("W01: {en: [flood]}\nW02:\n", r"data\.yaml:2: expected keys and values, found nothing; .*\(W02\)"),
        ("W01: {en: [flood]}\nW02:\n  en: [a]\n  de: [b]\n", r"data\.yaml:4: unknown key 'de'; .*\(W02\.de\)"),
        ("hello", r"data\.yaml:1: expected keys and values, found text; .*\(the whole file\)"),
    ],
)
def test_a_value_of_the_wrong_type_is_found_under_the_keys_that_lead_to_it(yaml_file, content, words):
    with pytest.raises(PlanError, match=words):
        read_yaml(yaml_file(content), dict[str, Phrases])


def test_among_many_keys_the_first_that_is_wrong_is_named(yaml_file):
    lines = [f"W{number}: {{en: [flood]}}\n" for number in range(3000)]
    lines[1234] = "W1234: {en: flood}\n"
    lines[2345] = "W2345: {en: flood}\n"

    with pytest.raises(PlanError, match=r"data\.yaml:1235: .*\(W1234\.en\)"):
        read_yaml(yaml_file("".join(lines)), dict[str, Phrases])


def test_keys_inside_of_lists_and_of_other_keys_are_named(yaml_file):
    path = yaml_file("- a: {x: [1]}\n- a: {x: [1]}\n  b: {w: [1], x: [1, soon]}\n")

    with pytest.raises(PlanError, match=r"data\.yaml:3: .*\(\[2\]\.b\.x\[2\]\)"):
        read_yaml(path, list[dict[str, dict[str, list[int]]]])


ALIASES = "a: &a [x, x]\n" + "".join(f"a{n}: &a{n} [*a, *a]\n" for n in range(3))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("W01: &a {en: [x]}\nW02: *a\n", r"data\.yaml:1: an anchor \(&a\)"),
        ("W02: *a\n", r"data\.yaml:1: an alias \(\*a\)"),
        (ALIASES, r"data\.yaml:1: an anchor \(&a\)"),
        ("W01: &a [*a]\n", r"data\.yaml:1: an anchor \(&a\)"),
        ("W01: {en: [!!python/name:os.system x]}\n", r"data\.yaml:1: a tag"),
        ("W01: " + "[" * 200_000, r"data\.yaml:1: nests deeper than 32 levels"),
        ("W01: " + "{a: " * 200_000, r"data\.yaml:1: nests deeper than 32 levels"),
        ("W01: {en: [\x01]}\n", r"data\.yaml:1: not YAML: .*control characters"),
        ("a: {en: [x]}\n---\nb: {en: [x]}\n", r"data\.yaml:2: a second document begins"),
        ("? [a]\n: b\n", r"data\.yaml:1: a key must be a word"),
    ],
    ids=range(10),
)
def test_what_is_no_part_of_plan_data_is_refused_in_one_line(yaml_file, content, words):
    with pytest.raises(PlanError, match=words):
        read_yaml(yaml_file(content), dict[str, Phrases])


def test_a_file_that_cannot_be_opened_is_named(tmp_path):
    folder = tmp_path / "queries.yaml"
    folder.mkdir()

    with pytest.raises(PlanError, match=r"queries\.yaml: .*directory"):
        read_yaml(folder, dict[str, Phrases])


def test_nothing_and_words_like_it_are_nothing_only_where_they_stand_plainly(yaml_file):
    path = yaml_file("- ~\n- null\n- Null\n-\n- 'null'\n- ''\n- >-\n  null\n")

    assert read_yaml(path, list[str | None]) == [None, None, None, None, "null", "", "null"]

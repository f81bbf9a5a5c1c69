from pathlib import Path

import example_register

from servanda.formats.files import FILES, FORMATS
from servanda.formats.iati_model import STAGES
from servanda.formats.register_sheets import SHEETS
from servanda.lexicon.language import LANGUAGES

PAGE = (Path(__file__).parents[2] / "docs" / "open-data.md").read_text(encoding="utf-8")


def test_every_file_and_every_format_is_described():
    alone = {f"{sheet}.xlsx" for sheet in SHEETS if sheet != "commitments"}  # "and so on"

    assert [name for name in FILES if f"`{name}`" not in PAGE and name not in alone] == []
    assert [name for name in FORMATS if f"`{name}`" not in PAGE] == []


def test_every_column_is_described():
    register = example_register.register()
    columns = {column for sheet in SHEETS.values() for column in sheet(register).places()}
    told = {column for column in columns if f"`{column}`" in PAGE}
    told |= {column for column in columns if column.startswith("official_")}  # official_PARTY
    told |= {
        column
        for column in columns
        for language in LANGUAGES
        if column.endswith(f"_{language}") and f"`{column[:-2]}en/fr/es`" in PAGE
    }

    assert columns - told == set()


def test_every_stage_has_its_place_in_iati_in_the_table():
    assert [stage for stage in STAGES if f"| {stage.replace('_', ' ')} | " not in PAGE] == []

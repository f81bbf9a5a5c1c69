"""Several processes write into one register at once, for a short while; a minute in tests/soak."""

import pytest
import writers

SECONDS = 2


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_four_processes_lose_double_and_reorder_nothing(database, gauges, tmp_path, request):
    address = "" if database == "sqlite" else request.getfixturevalue("postgresql")
    writers.write_at_once(writers.founded(tmp_path / "home", gauges, address), SECONDS)

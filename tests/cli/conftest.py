"""Let the tests of the commands use the random registers of tests/record."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "record"))

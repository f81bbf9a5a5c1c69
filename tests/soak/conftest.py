"""Let the tests of this folder share their hostile files, and the random registers of tests/record."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1] / "record"))

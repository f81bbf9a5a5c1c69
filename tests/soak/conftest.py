"""Let the tests of this folder share their hostile files, and what tests/record and tests/portal have to share."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1] / "record"))
sys.path.insert(0, str(Path(__file__).parents[1] / "portal"))

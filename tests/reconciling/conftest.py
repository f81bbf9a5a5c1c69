"""Let the tests of this folder share documents with hand-made readings."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

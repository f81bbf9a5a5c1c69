"""Examples of bodies, from the imaginary plan, by the name of the operation that they belong to."""

import json
from importlib import resources
from typing import Any

EXAMPLES: dict[str, Any] = json.loads(
    resources.files("servanda_portal.api").joinpath("examples.json").read_text(encoding="utf-8")
)

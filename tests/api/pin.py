"""Write the description of the API down as agreed on: ``python tests/api/pin.py``."""

import json
import os
import tempfile
from pathlib import Path

os.environ["SERVANDA_HOME"] = tempfile.mkdtemp(prefix="servanda-pin-")
os.environ["DJANGO_SETTINGS_MODULE"] = "servanda_portal.settings"

import django

django.setup()

from servanda_portal.api.urls import description_bytes  # noqa: E402 the settings come first

described = json.dumps(json.loads(description_bytes()), indent=1, ensure_ascii=False, sort_keys=True)
Path(__file__).with_name("openapi.json").write_text(described + "\n", encoding="utf-8")

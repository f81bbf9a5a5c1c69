"""Write the description of the API down as agreed on: ``python tests/api/pin.py``."""

import json
import os
import tempfile
from pathlib import Path

os.environ["SERVANDA_HOME"] = tempfile.mkdtemp(prefix="servanda-pin-")
os.environ["DJANGO_SETTINGS_MODULE"] = "servanda_portal.settings"

import django

django.setup()

from servanda_portal.api.urls import _written  # noqa: E402 the settings come first

described = json.dumps(json.loads(_written()), indent=1, ensure_ascii=False, sort_keys=True)
Path(__file__).with_name("openapi.json").write_text(described + "\n", encoding="utf-8")

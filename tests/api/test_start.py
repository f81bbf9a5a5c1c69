"""Pages start without the API's own packages."""

import subprocess
import sys

_PROGRAM = """
import os, sys, tempfile
os.environ["SERVANDA_HOME"] = tempfile.mkdtemp()
os.environ["DJANGO_SETTINGS_MODULE"] = "servanda_portal.settings"
import django
django.setup()
from django.urls import reverse
reverse("method")
print(sorted({"ninja", "pydantic"} & sys.modules.keys()))
"""


def test_pages_start_without_what_only_the_api_needs():
    done = subprocess.run([sys.executable, "-c", _PROGRAM], capture_output=True, check=True, encoding="utf-8")

    assert done.stdout.strip() == "[]"

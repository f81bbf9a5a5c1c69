"""The portal's settings, where Django is installed; the library's tests also run where it is not."""

import importlib.util
import os

if importlib.util.find_spec("django") is not None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "servanda_portal.settings")

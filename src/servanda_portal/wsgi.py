"""The portal for a WSGI server."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "servanda_portal.settings")

# Registers are kept in memory, and to walk a large one for garbage takes longer than to make a page. What a page leaves
# behind goes by itself, but for little: that little is looked for seldom.
gc.set_threshold(10_000, 50, 100)

application = get_wsgi_application()

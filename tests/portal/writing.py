"""Write into the portal of the environment: ``found FOLDER``, ``write NAME SECONDS [COUNT [FIRST]]`` or ``tell``."""

import contextlib
import datetime
import io
import json
import sys
import time
from pathlib import Path

import django

django.setup()

from django.core.management import call_command  # noqa: E402 the settings come first

from servanda.plans.founding import DatedAct  # noqa: E402 the settings come first
from servanda.record.fold import act_of  # noqa: E402 the settings come first
from servanda.record.reading import read_stored  # noqa: E402 the settings come first
from servanda.register.acts.founding import Cite  # noqa: E402 the settings come first
from servanda.register.author import OPERATOR, Author  # noqa: E402 the settings come first
from servanda.register.cited_document import CitedDocument  # noqa: E402 the settings come first
from servanda.register.wording import Statement, Wording  # noqa: E402 the settings come first
from servanda_portal.entries.models import Entry  # noqa: E402 the settings come first
from servanda_portal.entries.stored import bodies_of  # noqa: E402 the settings come first
from servanda_portal.operations.append import append  # noqa: E402 the settings come first
from servanda_portal.operations.load_plan import load_plan  # noqa: E402 the settings come first
from servanda_portal.operations.verify_portal import faults  # noqa: E402 the settings come first

REGISTER = "gauges"
OPERATES = Author("administrator", OPERATOR)


def found(folder):
    """Found the register of a plan folder in a new portal."""
    call_command("migrate", verbosity=0)
    load_plan(Path(folder))


def write(name, seconds, count=10**9, first=0):
    """Cite documents one by one; every third for the parties alone, every fourth put right in the same append."""
    end, today, number = time.monotonic() + float(seconds), datetime.datetime.now(datetime.UTC).date(), int(first)
    while time.monotonic() < end and number < int(first) + int(count):
        document = CitedDocument(f"{name}-{number}", Wording(name, name, name), "press", name, "en")
        acts = [Cite(document)]
        if number % 4 == 3:
            put_right = CitedDocument(document.id, Wording("right", "right", "right"), "press", name, "en")
            acts.append(Cite(put_right, correction=Statement("en", "A slip.")))
        visible_to = "parties" if number % 3 == 2 else "public"
        numbers = append(REGISTER, [DatedAct(one, OPERATES, today, visible_to) for one in acts])
        sys.stdout.write("".join(f"{entry} {document.id}\n" for entry in numbers))
        sys.stdout.flush()
        number += 1


def tell():
    """Verify the portal as it was left, and once more after another append; give the document of each entry."""
    left = list(faults(REGISTER))
    bodies, documents = bodies_of(REGISTER), []
    for leaf in Entry.objects.filter(ledger=REGISTER).order_by("number").values_list("leaf", flat=True):
        act = act_of(read_stored(bytes(leaf)), bodies)
        documents.append(act.document.id if isinstance(act, Cite) else "")
    with contextlib.redirect_stdout(io.StringIO()):
        write(f"after{len(documents)}", 60, 1)
    json.dump({"faults": [*left, *faults(REGISTER)], "documents": documents}, sys.stdout)


if __name__ == "__main__":
    {"found": found, "write": write, "tell": tell}[sys.argv[1]](*sys.argv[2:])

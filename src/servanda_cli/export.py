"""``servanda export``: a plan folder as open data, without a portal and without a network."""

from pathlib import Path

from servanda.assessing.of_state import assess_state
from servanda.formats.files import FILES, FORMATS
from servanda.formats.iati_activities import left_out
from servanda.formats.open_register import OpenRegister, Site, open_register
from servanda.lexicon.language import Language
from servanda.plans.enacted import enacted
from servanda.plans.folder import load_plan
from servanda.plans.strict_yaml import PlanError
from servanda.register.refusal import Refusal
from servanda_cli.telling import refuse, tell
from servanda_cli.whole_files import write_file


def export_plan(folder: Path, form: str, output: Path, language: Language, site: Site) -> int:
    """Write a plan in a format, and say what was written. Return the exit status: 2 when that cannot be done.

    Where the format is one file and ``output`` is no folder, that is its name; else the files go into the folder under
    the names that they have on a portal.
    """
    try:
        register = _register(folder, site)
        places = _places(form, output)
        for path, name in places:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_file(path, FILES[name].write(register, language))
    except (PlanError, Refusal) as error:
        return refuse(error)
    except OSError as error:
        return refuse(f"{output}: {error.strerror}; name another --output")
    print(*(path for path, _ in places), sep="\n")  # noqa: T201 what was written; whoever stops reading, it is there
    if form == "iati":
        for contribution, transaction in left_out(register):
            said = f"{contribution}: {transaction.amount:f} {transaction.unit} {transaction.stage} has no date"
            tell(f"left out of IATI: {said}")
    return 0


def _register(folder: Path, site: Site) -> OpenRegister:
    state = enacted(load_plan(folder))
    day = state.agreement.recorded_until
    return open_register(state, assess_state(state, day), day, site)


def _places(form: str, output: Path) -> list[tuple[Path, str]]:
    names = FORMATS[form]
    if len(names) == 1 and output.suffix and not output.is_dir():
        return [(output, names[0])]
    return [(output / name, name) for name in names]

"""Read public bodies and treaties by the kind of thing they are: "Ministry of Finance", "the Norwegian government"."""

import re

from servanda.reading.cast.grammar import CAPITAL, LEADING, YEARS
from servanda.reading.cast.naming import Naming
from servanda.reading.cast.short_bodies import BareKind
from servanda.reading.cast.stretch import Stretch
from servanda.reading.mention import ActorValue

_NEAR = 6  # namings that may stand in the words before
_WINDOW = 120  # characters in which the words of a name stand before its kind
_CAPITALISED = re.compile(rf"{CAPITAL}(?:[\w'’&–-]|\.(?=\w)|(?<=\.[A-Z])\.)*")  # no full stop but in "U.S."
_JOINS = frozenset({"of", "for", "on", "and", "&"})
_FEW_WORDS = re.compile(r"(?: [^\W\d_]{1,20}){0,3} ")
_DEFINITE = re.compile(r"\b(?:(?:the|le|la|du|au|el|del|al) |l')$")  # in the folded text
_ARTICLE = 5  # characters of the longest of them, with what stands before
# A name that a body explains: "Norfund, the Norwegian fund", "Finexport, l'agence suisse".
_EXPLAINED = re.compile(
    rf"(?<![\w.])(?<!\d )(?P<name>{CAPITAL}[\w'’&-]*(?: (?:(?:of|for|de|du|des|del) )?{CAPITAL}[\w'’&-]*){{0,5}}),"
    r" (?:the |l['’]|la |le |el )$"
)
_GOES_ON = re.compile(rf"-| (?:of|for|de|du|des|del) | {CAPITAL}")
_ENDS = re.compile(r"(?: (?:for|of|de|du|des|d['’]) ?[^,.;:()]{1,40})?[,.;)]")
_OTHERS = frozenset({"person", "office", "agreement"})
_COMPOUND = re.compile(r"(?:[-–][^\W\d_]+(?: [^\W\d_]+)?)+")


def read_government(stretch: Stretch, index: int) -> int:
    """Read a government, which is its state: "the Norwegian government", "Government of Norway"."""
    hit = stretch.hits[index]
    owner = stretch.owner_before(hit.start)
    if owner is not None:
        stretch.namings.pop()
        _share_with_earlier(stretch, owner)
        stretch.namings.append(_government(stretch, owner.start, hit.end, owner.party))
        return hit.end
    follower = stretch.owner_after(stretch.after(index), hit.end)
    if follower is None:
        return hit.start
    stretch.namings.append(_government(stretch, hit.start, follower.end, follower.word.party))
    both = stretch.grammar.together.match(stretch.text, follower.end)
    for other in stretch.after(index):  # "les gouvernements suisse et chilien"
        if both is not None and other.start == both.end() and other.word.sort == follower.word.sort == "nationality":
            stretch.namings.append(_government(stretch, other.start, other.end, other.word.party))
            return other.end
    return follower.end


def _government(stretch: Stretch, start: int, end: int, party: str | None) -> Naming:
    words = " ".join(stretch.text[start:end].split())
    return Naming(start, end, "government", ActorValue(words, party, "state"), party)


def _share_with_earlier(stretch: Stretch, owner: Naming) -> None:
    """Count an earlier nationality in: "the Norwegian and Chilean governments"."""
    if not stretch.namings or stretch.namings[-1].rule != "nationality":
        return
    earlier = stretch.namings[-1]
    if stretch.grammar.together.fullmatch(stretch.text, earlier.end, owner.start):
        stretch.namings[-1] = Naming(earlier.start, earlier.end, "government", earlier.value, earlier.party)


def read_institution(stretch: Stretch, index: int) -> int:
    """Read a ministry, agency or other body. Return where what was read ends."""
    hit = stretch.hits[index]
    capital = stretch.text[hit.start].isupper()
    if stretch.english and (not capital or stretch.in_titled_heading(hit.start)):
        owner = stretch.owner_before(hit.start)
        if owner is not None and not capital:
            _name_explained(stretch, owner.start, hit.end, owner.party)
        _keep_bare(stretch, index)
        return hit.start
    start, party = _words_before(stretch, hit.start) if stretch.english else (hit.start, None)
    end, field, owned = stretch.description(index, named=False)
    party = party or owned
    if (start, end) == (hit.start, hit.end):
        _keep_bare(stretch, index)
        return hit.start
    if not capital and party is None and not stretch.grammar.knows_field(field):
        return hit.start
    name = stretch.text[start:end]
    owner_before = stretch.owner_before(start)
    party = party or (owner_before.party if owner_before is not None else None)
    while stretch.namings and stretch.namings[-1].start >= start:
        stretch.namings.pop()
    value = ActorValue(" ".join(name.split()), None, "institution")
    stretch.namings.append(Naming(start, end, "institution", value, party, role=stretch.folded[hit.start : hit.end]))
    if not capital and party is not None:
        _name_explained(stretch, start, end, party)
    return end


def _name_explained(stretch: Stretch, start: int, end: int, party: str | None) -> None:
    """Read the name before a body that explains it, and its party: "Norfund, the Norwegian fund, pays"."""
    named = _EXPLAINED.search(stretch.text, max(0, start - _WINDOW), start)
    if named is None or not _ENDS.match(stretch.text, end):
        return
    first, last = named.span("name")
    leading = LEADING.match(stretch.text, first, last)
    first = leading.end() if leading is not None else first
    known = [naming for naming in stretch.namings[-_NEAR:] if naming.end > first and naming.start < last]
    taken = any(naming.start < first or naming.end == last or naming.value.type in _OTHERS for naming in known)
    led = leading is not None and leading[0].rstrip(" ,").lower() in stretch.speech.prepositions  # "On Monday, "
    if first == last or taken or led or stretch.folded.endswith(stretch.places, 0, first):
        return
    stretch.namings[-_NEAR:] = [naming for naming in stretch.namings[-_NEAR:] if naming not in known]
    value = ActorValue(stretch.text[first:last], None, "institution")
    stretch.namings.append(Naming(first, last, "institution", value, party))


def _keep_bare(stretch: Stretch, index: int) -> None:
    """Keep the kind of a body that stands alone after a definite article: "the Agency", "le ministère"."""
    hit = stretch.hits[index]
    definite = _DEFINITE.search(stretch.folded, max(0, hit.start - _ARTICLE), hit.start)
    if definite is not None and not _GOES_ON.match(stretch.text, hit.end):
        stretch.bare.append(BareKind(hit.start, hit.end, stretch.folded[hit.start : hit.end]))


def _words_before(stretch: Stretch, start: int) -> tuple[int, str | None]:
    """Return where a name begins whose kind comes last, and its party: "Norwegian Food Safety Authority"."""
    floor = max(0, start - _WINDOW)
    for naming in stretch.namings[-_NEAR:]:
        if naming.rule not in {"name", "nationality", "acronym"} or naming.value.type == "agreement":
            floor = max(floor, naming.end)
    first = position = start
    while position > floor and stretch.text[position - 1] == " ":
        begin = max(floor, stretch.text.rfind(" ", floor, position - 1) + 1)
        word = stretch.text[begin : position - 1]
        if _CAPITALISED.fullmatch(word):
            first = begin
        elif word not in _JOINS or position == start:
            break
        position = begin
    leading = LEADING.match(stretch.text, first, start)
    first = leading.end() if leading is not None else first
    parties = {naming.party for naming in stretch.namings[-_NEAR:] if naming.start >= first}
    return first, parties.pop() if len(parties) == 1 else None


def read_treaty(stretch: Stretch, index: int) -> int:
    """Read an agreement named after its parties; the parties' names in it are read too."""
    hit = stretch.hits[index]
    start, end = hit.start, hit.end
    if not stretch.english:
        end = _compound_after(stretch, index)
    elif stretch.text[start].isupper() and not stretch.in_titled_heading(start):
        start, _ = _words_before(stretch, start)
    if (start, end) != (hit.start, hit.end):
        years = YEARS.match(stretch.text, end)
        end = years.end() if years is not None else end
        stretch.treaties.append(Naming(start, end, "agreement", ActorValue(stretch.text[start:end], None, "agreement")))
    return hit.end


def _compound_after(stretch: Stretch, index: int) -> int:
    """Return where the states end that follow joined by hyphens, as in "Plan d'action Maroc-Sénégal"."""
    end = stretch.hits[index].end
    state = next((near for near in stretch.after(index) if near.start > end), None)
    if state is None or state.word.sort != "name" or not _FEW_WORDS.fullmatch(stretch.text, end, state.start):
        return end
    compound = _COMPOUND.match(stretch.text, state.end)
    return end if compound is None else compound.end()

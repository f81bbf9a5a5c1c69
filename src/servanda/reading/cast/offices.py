"""Read offices and the people who hold them: "the Norwegian Minister of Fisheries, Kari Nes", "Mr. van Dam"."""

import re

from servanda.lexicon.structure import structure_words
from servanda.reading.cast.grammar import (
    AFTER_MARK,
    BEFORE_OFFICE,
    BEFORE_SAYING,
    CLOSES,
    FULL_NAME,
    LEADING,
    NAME,
    SURNAME,
)
from servanda.reading.cast.names import Hit
from servanda.reading.cast.naming import Naming
from servanda.reading.cast.stretch import Stretch
from servanda.reading.mention import ActorValue

_WINDOW = 90  # characters in which a name stands before its office
_WORDS = 50  # characters in which a name right before a verb and its auxiliary stands
_NEAR_MARK = 12  # characters between a quotation mark and a verb right after it
_GAP = re.compile(r",? |\u00a0")
_THE = frozenset(("", "the ", "le ", "la ", "el "))
_EXPLAINS = (", ", ", the ", ", le ", ", la ", ", el ", ", l'", " (")
_TITLES = frozenset({"office", "honorific"})
_NEAR = 4  # namings that may lie over words that look like a name
_PARTICLE = 3  # letters of "van" and "der"
_SEVERAL = 6  # words of the index between an office in the plural and one of those who hold it
_PARENTHESIS = 60  # characters of a field in parentheses


def read_honorific(stretch: Stretch, index: int) -> int:
    """Read somebody with an honorific. Return where what was read ends."""
    hit = stretch.hits[index]
    name = SURNAME.match(stretch.text, hit.end + 1, stretch.end)
    in_prose = stretch.english and stretch.text[hit.start].islower()
    if name is None or in_prose or stretch.text[hit.end] not in " \u00a0":
        return hit.start
    end = _before_others(stretch, index, name.start(), name.end())
    if end == name.start():
        return hit.start
    person = ActorValue(stretch.text[name.start() : end], None, "person")
    stretch.namings.append(Naming(hit.start, end, "person", person, gender=hit.word.gender))
    return end


def read_office(stretch: Stretch, index: int) -> int:
    """Read an office, its field and party, and who holds it. Return where what was read ends."""
    hit = stretch.hits[index]
    start, party = hit.start, None
    owner = stretch.owner_before(start)
    if owner is not None:
        start, party = owner.start, owner.party
        stretch.namings.pop()
    end, field, owned = _description(stretch, index)
    party = party or owned
    role = stretch.folded[hit.start : hit.end]
    gender = hit.word.gender or _gender(stretch, hit.start)
    before = _name_before(stretch, start, end)
    name, honoured = _name_after(stretch, index, end) if before is None else (None, "")
    gender = gender or honoured
    if name is not None:
        party = party or _party_of_joined_office(stretch, start)
        value = ActorValue(stretch.text[slice(*name)], None, "person")
        owner_after = stretch.owner_after(stretch.after(index), name[1]) if party is None else None
        if owner_after is not None and owner_after.word.sort != "nationality":  # "President Luis Paz of Uruguay"
            name, party = (name[0], owner_after.end), owner_after.word.party
        stretch.namings.append(Naming(start, name[1], "person", value, party, role, field, gender))
        return name[1]
    if before is not None:
        stretch.namings.append(
            Naming(before.start, end, "person", before.value, party, role, field, gender or before.gender)
        )
    elif party is not None or field or gender or _definite(stretch, hit):
        value = ActorValue(" ".join(stretch.text[start:end].split()), None, "office")
        stretch.namings.append(Naming(start, end, "office", value, party, role, field, gender))
    return end


def read_one_of_several(stretch: Stretch, index: int) -> int:
    """Read one of those who hold an office, by nationality and name: "los ministros, el chileno Luis Paz y la ..."."""
    hit = stretch.hits[index]
    if stretch.english or not stretch.text.startswith(" ", hit.end):
        return hit.start
    name = FULL_NAME.match(stretch.text, hit.end + 1, stretch.end)
    earlier = stretch.hits[max(0, index - _SEVERAL) : index]
    offices = next((each for each in reversed(earlier) if each.word.sort == "offices"), None)
    if name is None or offices is None or "." in stretch.text[offices.end : hit.start]:
        return hit.start
    end = _before_others(stretch, index, name.start(), name.end())
    if end == name.start():
        return hit.start
    value = ActorValue(stretch.text[name.start() : end], None, "person")
    role, gender = _in_singular(stretch, offices), _gender(stretch, hit.start)
    stretch.namings.append(Naming(hit.start, end, "person", value, hit.word.party, role, gender=gender))
    return end


def _in_singular(stretch: Stretch, offices: Hit) -> str:
    """Return the title of one of those who hold an office: "ministro" of "ministros"; as it stands where unknown."""
    words, title = stretch.grammar.words, stretch.folded[offices.start : offices.end]
    titles = (title.removesuffix("s"), title.removesuffix("es"))
    return next((one for one in titles if one in words.offices or one in words.offices_feminine), title)


def read_sayer(stretch: Stretch, index: int) -> int:
    """Read somebody who is only said to speak: "said Kari Nes", "Kari Nes, a fisher from Bergen, said".

    One word is a name only right beside a quotation mark: "”, said Nes".
    """
    hit = stretch.hits[index]
    name = NAME.match(stretch.text, hit.end + 1, stretch.end) if stretch.text.startswith(" ", hit.end) else None
    if name is not None:
        if stretch.folded[hit.start : hit.end] in stretch.speech.addressing:
            return hit.start
        start, end = name.start(), _before_others(stretch, index, name.start(), name.end())
        if _titles_somebody(stretch, index, end):
            return hit.start  # "said NDB Country Director Kari Nes": words before an office are no name
        marked = AFTER_MARK.search(stretch.text, max(0, hit.start - _NEAR_MARK), hit.start) is not None
    else:
        window = _window(stretch, hit.start) if hit.word.sort == "saying" else 0
        name = BEFORE_SAYING.search(stretch.text, max(0, hit.start - window), hit.start) if window else None
        if name is None:
            return hit.start
        marked = name["marked"] is not None
        start, end = name.span("marked" if marked else "name")
        leading = LEADING.match(stretch.text, start, end)
        known = any(naming.end > start for naming in stretch.namings[-_NEAR:] if naming.start < end)
        if known or _opens_alone(stretch, start, end, hit.start):
            return hit.start
        start = leading.end() if leading is not None else start
    words = stretch.text[start:end]
    known = words.lower() in structure_words(stretch.grammar.language).common or (words.isupper() and " " not in words)
    if known or not (NAME if marked else FULL_NAME).fullmatch(stretch.text, start, end):
        return hit.start
    stretch.namings.append(Naming(start, end, "speaking", ActorValue(words, None, None)))
    return end


def _opens_alone(stretch: Stretch, start: int, end: int, verb: int) -> bool:
    """Whether only the comma after it parts a name from its verb: "In Port Vila, said", not "its head, Nes, said"."""
    closes = stretch.text.startswith(",", end) and stretch.text.find(",", end + 1, verb) < 0
    return closes and not stretch.text.endswith(", ", 0, start)


def _titles_somebody(stretch: Stretch, index: int, end: int) -> bool:
    """Whether an office begins right after these words."""
    follower = next(iter(stretch.after(index)), None)
    return follower is not None and follower.start == end + 1 and follower.word.sort == "office"


def _window(stretch: Stretch, verb: int) -> int:
    """Return how many characters before a verb may hold its subject's name: more after a comma, none after no name."""
    before = stretch.text[max(0, verb - _WORDS) : verb].rsplit(None, 3)  # the last word may be an auxiliary
    if len(before) > 1 and before[-1] in stretch.speech.auxiliaries:
        before.pop()
    if not before or before[-1][-1] == ",":
        return _WINDOW if before else 0
    earlier = before[-2] if len(before) > 1 else ""
    particle = earlier.islower() and len(earlier) <= _PARTICLE
    opens = earlier[:1].isupper() or particle or not earlier[-1:].isalnum()
    return _WORDS if before[-1][0].isupper() and opens else 0


def _description(stretch: Stretch, index: int) -> tuple[int, str, str | None]:
    """Read what describes the office after its title, with a field in parentheses: "Secretary of State (Sport)"."""
    end, field, party = stretch.description(index, named=True)
    if stretch.text.startswith(" (", end) and stretch.text[end + 2 : end + 3].isupper():
        close = stretch.text.find(")", end, end + _PARENTHESIS)
        if close > 0:
            return close + 1, field + stretch.folded[end : close + 1], party
    return end, field, party


def _name_after(stretch: Stretch, index: int, end: int) -> tuple[tuple[int, int] | None, str]:
    """Return where a name follows an office, and the gender of an honorific before it: ", Kari Nes", ", Mme Nes"."""
    gap = _GAP.match(stretch.text, end)
    if gap is None or stretch.in_titled_heading(end):
        return None, ""
    pattern, start, gender = FULL_NAME if "," in gap[0] else NAME, gap.end(), ""
    for hit in stretch.after(index):
        if hit.word.sort == "honorific" and stretch.folded[start : hit.start] in _THE:
            pattern, start, gender = SURNAME, hit.end + 1, gender or hit.word.gender
    name = pattern.match(stretch.text, start, stretch.end)
    stop = _before_others(stretch, index, start, name.end()) if name is not None else start
    return ((start, stop), gender) if stop > start else (None, "")


def _before_others(stretch: Stretch, index: int, start: int, stop: int) -> int:
    """Return where a name ends before another actor and before letters: "Luis Paz de Uruguay", "Ruth Bell MP"."""
    end = stop
    for hit in stretch.after(index):
        if hit.start >= end:
            break
        other = hit.word.value.type != "person" if hit.word.value is not None else hit.word.sort in _TITLES
        if other and hit.end > start:
            end = hit.start
    postnominals = stretch.grammar.words.postnominals
    if end == stop and stretch.text[start:stop].rpartition(" ")[2] not in postnominals:
        return stop
    name = stretch.text[start:end].rstrip()
    while name and ((last := name.rpartition(" ")[2])[0].islower() or last in postnominals):
        name = name[: -len(last)].rstrip()
    return start + len(name)


def _name_before(stretch: Stretch, start: int, end: int) -> Naming | None:
    """Return the person whom an office explains: "Kari Nes, Minister of Fisheries"."""
    if not stretch.folded.endswith(_EXPLAINS, 0, start) or not CLOSES.match(stretch.text, end, stretch.end):
        return None
    match = BEFORE_OFFICE.search(stretch.text, max(0, start - _WINDOW), start)
    if match is None:
        return None
    first, last = match.span(1)
    if stretch.namings and stretch.namings[-1].end > first:
        known = stretch.namings[-1]
        person = known.value.type == "person" or known.rule == "speaking"  # "said Sara Nes, Norway's minister"
        if not person or known.role or known.end != last:
            return None
        stretch.namings.pop()
        return known if known.value.type == "person" else _person(known.start, known.end, known.value.name)
    if stretch.folded.endswith(stretch.places, 0, first):
        return None
    return _person(first, last, stretch.text[first:last])


def _person(start: int, end: int, name: str) -> Naming:
    return Naming(start, end, "person", ActorValue(name, None, "person"))


def _party_of_joined_office(stretch: Stretch, start: int) -> str | None:
    """Return the party of an office that the same person also holds: "President of X for Norway and Minister of Y"."""
    if not stretch.namings or stretch.namings[-1].rule != "office":
        return None
    office = stretch.namings[-1]
    return office.party if stretch.grammar.together.fullmatch(stretch.text, office.end, start) else None


def _gender(stretch: Stretch, start: int) -> str:
    """Return what the article before says of the gender, in French and Spanish."""
    before = stretch.folded[max(0, start - 6) : start].split()
    article = before[-1] if before else ""
    words = stretch.grammar.words
    return "f" if article in words.articles_feminine else "m" if article in words.articles_masculine else ""


def _definite(stretch: Stretch, hit: Hit) -> bool:
    """Whether an office without more words is somebody's: it is capitalised or has its article."""
    if hit.word.sort == "leader":
        return False
    return stretch.text[hit.start].isupper() or stretch.folded.endswith(("the ", "l'"), 0, hit.start)

"""How a paper says what a brief holds: names, days, amounts and the numbers of sources, in one language."""

import datetime
from collections.abc import Iterable
from decimal import Decimal

from django.utils.translation import gettext as _

from servanda.briefs.brief import Brief
from servanda.lexicon.language import Language
from servanda.register.period import Period
from servanda.register.wording import Names, Statement, Wording
from servanda_portal.pages import formats, words
from servanda_portal.pages.briefs.blocks import Sources, Told


class Voice:
    """One language, and what the brief knows by id."""

    def __init__(self, brief: Brief, language: Language) -> None:
        self.language = language
        self._names = {**brief.forums, **brief.names}
        self._numbers = {document.id: number for number, document in enumerate(brief.sources, 1)}

    def said(self, wording: Wording | None) -> str:
        """Return a text of ours, nothing for None."""
        return "" if wording is None else wording.in_language(self.language)

    def name(self, identity: str) -> str:
        """Return the name of a party, institution or forum; one that is not known goes by its id."""
        return self.named(self._names.get(identity)) or identity

    def told(self, statement: Statement | None) -> Told:
        """Return what somebody wrote, in their language; nothing for None."""
        return Told("", self.language) if statement is None else Told(statement.text, statement.language)

    def named(self, names: Names | Wording | None) -> str:
        """Return a name, in the language in which it exists."""
        if names is None:
            return ""
        return names.in_language(self.language) if isinstance(names, Wording) else names.in_language(self.language)[0]

    def day(self, value: datetime.date | Period) -> str:
        """Return a day or a period in words."""
        if isinstance(value, datetime.date):
            return formats.day(value, self.language)
        return formats.period(value, self.language)

    def amount(self, value: Decimal, unit: str) -> str:
        """Return an amount of money, or a number of things given in kind."""
        if len(unit) == 3 and unit.isupper():
            return formats.money(value, unit, self.language)
        return f"{formats.number(value, self.language)}\u00a0{words.unit(unit, value)}"

    def number(self, value: int) -> str:
        """Return a count with the language's separators."""
        return formats.number(value, self.language)

    def pair(self, name: str, value: str) -> str:
        """Return a name and its value, parted as the language parts them."""
        return _("%(name)s: %(value)s") % {"name": name, "value": value}

    def cite(self, documents: Iterable[str]) -> Sources:
        """Return the numbers of documents in the list of sources, in order; three in a row are written as one."""
        numbers = sorted({self._numbers[identity] for identity in documents if identity in self._numbers})
        stretches: list[list[int]] = []
        for number in numbers:
            if stretches and stretches[-1][-1] == number - 1:
                stretches[-1].append(number)
            else:
                stretches.append([number])
        cited: Sources = []
        for stretch in stretches:
            if len(stretch) > 2:
                cited.append((stretch[0], f"{stretch[0]}–{stretch[-1]}"))
            else:
                cited += [(number, str(number)) for number in stretch]
        return cited

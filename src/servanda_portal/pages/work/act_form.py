"""What every form is: fields, the acts that they make, and the words beside them."""

import secrets
from collections import Counter
from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.core.validators import RegexValidator
from django.utils.functional import Promise

from servanda.register.acts.act import Act
from servanda.register.author import Author
from servanda.register.commitment import Commitment
from servanda.register.permission import may_do
from servanda.register.refusal import Refusal
from servanda.register.wording import Statement
from servanda_portal.operations.act import act
from servanda_portal.pages.templatetags.servanda import page_language
from servanda_portal.pages.work.fields import Choices
from servanda_portal.queries.register import Register

_DIGITS = 8  # of what makes an id its own


class ActForm(forms.Form):
    """A form that makes acts.

    ``title`` heads its page, ``about`` says what it does in a sentence, ``does`` are the acts it makes, the first of
    which decides who may open it. ``subject`` is the key of what the form is about, from its address: a commitment's
    reference, a proposal's id; the form may answer Http404 where there is none.
    """

    title: ClassVar[Promise | str] = ""
    about: ClassVar[Promise | str] = ""
    button: ClassVar[Promise | str] = ""
    does: ClassVar[tuple[type[Act], ...]] = ()

    def __init__(
        self,
        register: Register,
        author: Author,
        subject: str,
        data: Any = None,  # noqa: ANN401 what was posted
        files: Any = None,  # noqa: ANN401 what was sent along
    ) -> None:
        super().__init__(data, files)
        self.register = register
        self.author = author
        self.subject = subject
        self.state = register.state
        self._made: Counter[str] = Counter()
        # Ids are made of it: what is sent twice, by two clicks or by going back, has the ids that are there already.
        self.fields["once"] = forms.CharField(
            required=False,
            widget=forms.HiddenInput,
            initial=secrets.token_hex(_DIGITS // 2),
            validators=[RegexValidator(rf"\A[0-9a-f]{{{_DIGITS}}}\Z")],
        )
        self.prepare()

    @classmethod
    def offered_to(cls, author: Author, register: Register) -> bool:
        """Whether somebody in this role may open the form."""
        return may_do(cls.does[0].permission, author, register.agreement)

    def prepare(self) -> None:
        """Fill choices and first values in; nothing, unless a form has some."""

    def offer(self, field: str, choices: Choices) -> None:
        """Give a field of the form its choices."""
        self.fields[field].choices = list(choices)  # type: ignore[attr-defined]  # only choice fields are given any

    def acts(self) -> Sequence[Act]:
        """Return the acts that the fields, which are valid, make."""
        raise NotImplementedError

    def do(self) -> None:
        """Do the acts. Raises Refusal, NoKeyError, and UnreadableError where a form takes a file."""
        act(self.register.agreement.id, self.author, self.acts(), **self.circumstances())

    def circumstances(self) -> dict[str, Any]:
        """Return for whose eyes the acts are: everybody's, unless a form says otherwise."""
        return {}

    def new_id(self, kind: str) -> str:
        """Return an id that nothing has, unless this very form was sent before."""
        once = self.cleaned_data.get("once") or secrets.token_hex(_DIGITS // 2)
        self._made[kind] += 1
        return f"{kind}-{once}" if self._made[kind] == 1 else f"{kind}-{once}-{self._made[kind]}"

    def was_sent_before(self, refusal: Refusal) -> bool:
        """Whether the register refuses what this form makes because the same form made it before."""
        once = self.cleaned_data.get("once")
        return bool(once) and refusal.code == "already_recorded" and f"-{once}" in str(refusal.about.get("key", ""))

    @property
    def commitment(self) -> Commitment | None:
        """The commitment that the form is about; its words stand beside the fields."""
        return self.state.find(Commitment, self.subject)

    @property
    def beside(self) -> tuple[str, dict[str, Any]] | None:
        """The template, and what it is given, of what stands beside the fields beyond the commitment."""
        return None


def new_id(kind: str) -> str:
    """Return an id that nothing has: ids of what people write are not meant to be read."""
    return f"{kind}-{secrets.token_hex(4)}"


def statement(text: str) -> Statement:
    """Return what was written as a statement in the language of the page."""
    return Statement(page_language(), text.strip())


def told(text: str) -> Statement | None:
    """Return a statement, or None where nothing was written."""
    return statement(text) if text.strip() else None

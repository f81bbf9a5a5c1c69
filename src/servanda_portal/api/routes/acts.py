"""Acts: what a token's owner may do in their role, all or none of those that are sent."""

import datetime
from http import HTTPStatus
from typing import Annotated

import msgspec
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from ninja import Router

from servanda.register.acts.any_act import AnyAct
from servanda.register.as_json import read_special
from servanda.register.author import Author
from servanda.register.circumstances import PUBLIC
from servanda.register.refusal import Refusal
from servanda_portal.api.answering import ANSWERS, find
from servanda_portal.api.answers import Recorded
from servanda_portal.api.parameters import refuse_unknown
from servanda_portal.api.problem import ProblemError, RefusedAct, invalid
from servanda_portal.api.shapes import encode
from servanda_portal.api.tokens import EachToken, PersonalToken, of_register
from servanda_portal.operations.act import act, rehearse, try_out
from servanda_portal.operations.keys import NoKeyError
from servanda_portal.refusal_words import words_of

router = Router(tags=["Acts"])
# What another role, or another's key, could do; every other refusal is about the state of the register.
_ROLE = frozenset({"role_may_not", "not_the_keeper", "of_another_party", "no_grant", "not_a_party", "own_verdict_only"})


class Acts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Acts in their order.

    ``visible_to`` says for whose eyes they are: ``public``, ``parties``, ``reviewers``, ``reply`` or the id of one
    holder; from ``public_from`` on they are public. A ``dry_run`` records nothing.
    """

    acts: Annotated[tuple[AnyAct, ...], msgspec.Meta(min_length=1, max_length=100)]
    visible_to: Annotated[str, msgspec.Meta(min_length=1, max_length=100)] = PUBLIC
    public_from: datetime.date | None = None
    dry_run: bool = False


_DECODER = msgspec.json.Decoder(Acts, dec_hook=read_special)
ANSWERS["acts"] = (HTTPStatus.CREATED, Recorded)


@router.post(
    "/plans/{slug:plan}/acts", operation_id="acts", url_name="acts", auth=PersonalToken(), throttle=EachToken()
)
def acts(request: HttpRequest, plan: str) -> HttpResponse:
    """Do acts in the role that the token is for: each is judged by the register's rules, signed and recorded.

    All of them are recorded, or none. A dry run does the very same, records nothing and answers 200.
    """
    refuse_unknown(request, ())
    author = of_register(request, plan).author
    find(plan)
    sent = _read(request)
    do = rehearse if sent.dry_run else act
    try:
        entries = do(plan, author, sent.acts, visible_to=sent.visible_to, public_from=sent.public_from)
    except Refusal as refusal:
        raise _refused(plan, author, sent, refusal) from refusal
    except NoKeyError as error:
        raise ProblemError(HTTPStatus.CONFLICT, str(error), "no-key") from error
    return HttpResponse(
        encode(Recorded(plan, sent.dry_run, tuple(entries))),
        content_type="application/json",
        status=HTTPStatus.OK if sent.dry_run else HTTPStatus.CREATED,
        headers={"Cache-Control": "no-store"},
    )


def _read(request: HttpRequest) -> Acts:
    if request.content_type != "application/json":
        raise ProblemError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "Send the acts as application/json.")
    try:
        return _DECODER.decode(request.body)
    except RequestDataTooBig as error:
        raise ProblemError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "Send fewer acts at a time.") from error
    except msgspec.ValidationError as error:
        detail, _, place = str(error).partition(" - at `$")
        raise invalid(place.removesuffix("`").lstrip(".") or "$", detail, "body") from error
    except (msgspec.DecodeError, RecursionError, UnicodeError) as error:
        raise invalid("$", f"The body is no JSON: {error}", "body") from error


def _refused(plan: str, author: Author, sent: Acts, first: Refusal) -> ProblemError:
    """Return why acts were refused: each of those that the rules would not allow, one after the other."""
    tried = try_out(plan, author, sent.acts, visible_to=sent.visible_to, public_from=sent.public_from)
    refusals = tuple(
        RefusedAct(number, refusal.code, words_of(refusal), refusal.about)
        for number, refusal in enumerate(tried)
        if refusal is not None
    )
    status = HTTPStatus.FORBIDDEN if first.code in _ROLE else HTTPStatus.CONFLICT
    return ProblemError(status, words_of(first), "refused", refusals=refusals)

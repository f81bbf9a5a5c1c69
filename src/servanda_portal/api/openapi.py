"""The description of the API (OpenAPI 3.1): ninja's, with the shapes of bodies from the types that are written."""

from http import HTTPStatus
from typing import Any

from ninja import NinjaAPI

from servanda_portal.api.answering import ANSWERS
from servanda_portal.api.examples import EXAMPLES
from servanda_portal.api.problem import MEDIA_TYPE, PREFIX, Problem
from servanda_portal.api.routes.acts import Acts
from servanda_portal.api.shapes import components

_INVALID = 422
_GET_ERRORS = (404, _INVALID)
_POST_ERRORS = (401, 403, 404, 409, 413, 415, _INVALID, 429)
_HEADERS = {
    "ETag": {"schema": {"type": "string"}, "description": "Send it back as If-None-Match."},
    "Link": {"schema": {"type": "string"}, "description": "Where a list goes on: rel=next, rel=first (RFC 8288)."},
}


def openapi(api: NinjaAPI) -> dict[str, Any]:
    """Return the description."""
    described: dict[str, Any] = dict(api.get_openapi_schema(path_prefix=PREFIX.strip("/") + "/"))
    names = list(ANSWERS)
    refs, schemas = components([*(answers for _, answers in ANSWERS.values()), Acts, Problem])
    shapes = dict(zip([*names, "Acts", "Problem"], refs, strict=True))
    for methods in described["paths"].values():
        for method, operation in methods.items():
            _complete(operation, method, shapes)
    described["components"]["schemas"] = schemas
    described["components"]["responses"] = {
        _problem(status): {
            "description": HTTPStatus(status).phrase,
            "content": _body(MEDIA_TYPE, shapes["Problem"], EXAMPLES.get("Problem") if status == _INVALID else None),
        }
        for status in sorted({*_GET_ERRORS, *_POST_ERRORS})
    }
    return described


def _complete(operation: dict[str, Any], method: str, shapes: dict[str, dict[str, Any]]) -> None:
    """Say what an operation answers, and what it takes."""
    name = operation["operationId"]
    status, _ = ANSWERS[name]
    told = {
        "description": "Done." if method == "post" else "Found.",
        "content": _body("application/json", shapes[name], EXAMPLES.get(name)),
    }
    responses: dict[str, Any] = {str(int(status)): told}
    if method == "get":
        told["headers"] = _HEADERS
        responses["304"] = {"description": "Nothing has changed since the ETag that If-None-Match names."}
    else:
        responses["200"] = {**told, "description": "A dry run: nothing was recorded."}
        operation["requestBody"] = {
            "required": True,
            "content": _body("application/json", shapes["Acts"], EXAMPLES.get("Acts")),
        }
    for error in _GET_ERRORS if method == "get" else _POST_ERRORS:
        responses[str(error)] = {"$ref": f"#/components/responses/{_problem(error)}"}
    operation["responses"] = dict(sorted(responses.items()))


def _problem(status: int) -> str:
    return f"Problem{status}"


def _body(media_type: str, schema: dict[str, Any], example: Any) -> dict[str, Any]:  # noqa: ANN401 any JSON
    return {media_type: {"schema": schema} if example is None else {"schema": schema, "example": example}}

"""Reads a request's body, multipart or JSON, within limits."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import re
from collections.abc import MutableMapping
from dataclasses import dataclass
from typing import Any

from python_multipart.multipart import parse_options_header
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from .errors import WorkerError, bad_request
from .order import FIELDS

MAX_UPLOAD = 20 * 1024 * 1024
#: Two pictures, in JSON a third longer, and the words.
MAX_BODY = 2 * MAX_UPLOAD * 4 // 3 + 1024 * 1024
#: As much of a body that is too long is read and dropped, so that its sender hears why.
MAX_DROPPED = 8 * MAX_BODY
PICTURES = ("input_reference", "last_frame")


@dataclass
class Body:
    """A request's fields as text, and its pictures as bytes."""

    fields: dict[str, str]
    pictures: dict[str, bytes]

    def digest(self) -> str:
        """Tells one request from another, however it was packed."""
        hashes = {name: hashlib.sha256(data).hexdigest() for name, data in self.pictures.items()}
        packed = json.dumps([self.fields, hashes], sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(packed.encode("utf-8", "surrogatepass")).hexdigest()


class BodyLimit:
    """Lets no body through that is longer than any honest one."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on, counting what is received."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        count = 0

        async def counted() -> MutableMapping[str, Any]:
            nonlocal count
            message = await receive()
            count += len(message.get("body", b""))
            if count <= MAX_BODY:
                return message
            while message.get("more_body") and count <= MAX_DROPPED:
                message = await receive()
                count += len(message.get("body", b""))
            raise too_large("The request")

        await self.app(scope, counted, send)


async def read_body(request: Request) -> Body:
    """Reads the body of a POST; raises a `WorkerError` for one that can't be read."""
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if kind == "application/json":
        return _from_json(await request.body())
    if kind in ("multipart/form-data", "application/x-www-form-urlencoded"):
        return await _from_form(request)
    raise WorkerError(
        415, "unsupported_media_type",
        "Send the request as multipart/form-data or as application/json.",
    )  # fmt: skip


def too_large(what: str) -> WorkerError:
    """The failure of something that is too long."""
    megabytes = MAX_UPLOAD // (1024 * 1024)
    return WorkerError(
        413, "too_large", f"{what} is too large; send pictures of at most {megabytes} MB each."
    )


async def _from_form(request: Request) -> Body:
    _check_end(await request.body(), request.headers.get("content-type", ""))
    try:
        async with request.form(max_files=2, max_fields=50, max_part_size=256 * 1024) as form:
            body = Body({}, {})
            for name, value in form.multi_items():
                if isinstance(value, UploadFile):
                    if name in PICTURES:
                        body.pictures[name] = _checked(await value.read(), name)
                elif name in PICTURES:
                    body.pictures[name] = _from_text(value, name)
                elif name in FIELDS:
                    body.fields[name] = value
            return body
    except (HTTPException, UnicodeDecodeError) as failure:
        detail = getattr(failure, "detail", "it isn't UTF-8")
        raise bad_request(
            "invalid_form", f"The form can't be read ({str(detail).rstrip('.')}); send it anew."
        ) from failure


def _check_end(data: bytes, content_type: str) -> None:
    """Refuses a multipart form that breaks off, whose last field would silently be missing."""
    kind, options = parse_options_header(content_type)
    boundary = options.get(b"boundary", b"")
    if kind == b"multipart/form-data" and not data.rstrip().endswith(b"--" + boundary + b"--"):
        raise bad_request("invalid_form", "The form breaks off; send it anew.")


def _from_json(data: bytes) -> Body:
    try:
        value = json.loads(data)
    except (ValueError, RecursionError) as failure:
        raise bad_request("invalid_json", "The body isn't JSON; send an object.") from failure
    if not isinstance(value, dict):
        raise bad_request("invalid_json", "The body is JSON, but no object; send an object.")
    body = Body({}, {})
    for name in FIELDS:
        if value.get(name) is not None:
            body.fields[name] = _as_text(value[name], name)
    for name in PICTURES:
        if value.get(name) is not None:
            body.pictures[name] = _from_text(_address(value[name], name), name)
    return body


def _as_text(value: object, name: str) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise bad_request(
            f"invalid_{name}", f"The {name} is neither a string nor a number; send one of them."
        )
    return f"{value:.17g}" if isinstance(value, float) else str(value)


def _address(value: object, name: str) -> str:
    if isinstance(value, dict):
        value = value.get("image_url")
    if isinstance(value, dict):
        value = value.get("url")
    if not isinstance(value, str):
        raise _not_data(name)
    return value


def _from_text(text: str, name: str) -> bytes:
    match = re.match(r"data:image/[a-z.+-]+;base64,", text)
    if not match:
        raise _not_data(name)
    try:
        return _checked(base64.b64decode(text[match.end() :], validate=True), name)
    except (binascii.Error, ValueError) as failure:
        raise _not_data(name) from failure


def _not_data(name: str) -> WorkerError:
    return bad_request(
        f"invalid_{name}",
        f"The {name} is neither a file nor a data:image/…;base64 address; send one of them, "
        "since this worker fetches nothing.",
    )


def _checked(data: bytes, name: str) -> bytes:
    if len(data) > MAX_UPLOAD:
        raise too_large(f"The {name}")
    return data

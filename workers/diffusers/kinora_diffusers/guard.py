"""Who may ask: the bearer token, or programs of this machine where there is none."""

from __future__ import annotations

import hmac
from urllib.parse import urlsplit

from starlette.requests import Request

from .errors import WorkerError

LOOPBACK = ("127.0.0.1", "localhost", "::1")


class Guard:
    """Lets requests in, or refuses them with a `WorkerError`."""

    def __init__(self, token: str | None) -> None:
        self._token = token

    def admit(self, request: Request) -> None:
        """Refuses a request without the token; without any token, one that a web page made."""
        if self._token is None:
            self._refuse_pages(request)
            return
        scheme, _, given = request.headers.get("authorization", "").partition(" ")
        is_right = hmac.compare_digest(
            given.strip().encode("utf-8", "surrogateescape"), self._token.encode()
        )
        if scheme.lower() != "bearer" or not is_right:
            raise WorkerError(
                401, "invalid_token",
                "The token is missing or wrong; send the worker's as Authorization: Bearer TOKEN.",
                {"WWW-Authenticate": "Bearer"},
            )  # fmt: skip

    def _refuse_pages(self, request: Request) -> None:
        """Without a token, any page open in a browser could otherwise send its forms here."""
        host = urlsplit("//" + request.headers.get("host", "")).hostname
        if "origin" in request.headers or host not in LOOPBACK:
            raise WorkerError(
                403, "token_needed",
                "A worker without a token answers programs of its own machine only; start it "
                "with --token-file to let others in.",
            )  # fmt: skip

"""Failures that are told to whoever asked."""

from __future__ import annotations

from typing import Any


class WorkerError(Exception):
    """A failure with the HTTP status, code and sentence that the client gets.

    The sentence says what happened and what to do.
    """

    def __init__(
        self, status: int, code: str, message: str, headers: dict[str, str] | None = None
    ) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message
        self.headers = headers or {}

    def body(self) -> dict[str, Any]:
        """The failure as OpenAI's services write theirs."""
        kind = "server_error" if self.status >= 500 else "invalid_request_error"
        kind = {401: "authentication_error", 429: "rate_limit_error"}.get(self.status, kind)
        return {"error": {"message": self.message, "type": kind, "code": self.code}}


def bad_request(code: str, message: str) -> WorkerError:
    """A failure of the request itself."""
    return WorkerError(400, code, message)


class FilmFailed(Exception):
    """A film could not be made; the code and the sentence go into its job."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


class Cancelled(Exception):
    """The film isn't wanted any more."""

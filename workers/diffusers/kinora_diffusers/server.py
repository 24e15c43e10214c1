"""The `/v1/videos` shape over HTTP."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Route

from .body import Body, BodyLimit, read_body
from .book import Book
from .engine import Engine
from .errors import WorkerError, bad_request
from .guard import Guard
from .job import DONE, FAILED, Job
from .order import Order, read_order
from .pictures import read_picture, shape

Handler = Callable[[Request], Awaitable[Response]]
PLACES = {"input_reference": "first", "last_frame": "last"}


class Service:
    """The handlers of all routes."""

    def __init__(self, book: Book, engine: Engine, guard: Guard) -> None:
        self.book = book
        self.engine = engine
        self.guard = guard

    def application(self) -> Starlette:
        """The ASGI application."""
        video = "/v1/videos/{id}"
        routes = [
            self._route("/v1/videos", self.create, "POST"),
            self._route("/v1/videos", self.list, "GET"),
            self._route(video, self.retrieve, "GET"),
            self._route(video, self.delete, "DELETE"),
            self._route(video + "/content", self.content, "GET"),
            self._route(video + "/cancel", self.cancel, "POST"),
            self._route("/v1/models", self.models, "GET"),
            self._route("/v1/models/{id:path}", self.model, "GET"),
            self._route("/v1/capabilities", self.capabilities, "GET"),
            Route("/health", self.health, methods=["GET"]),
        ]
        return Starlette(
            routes=routes,
            middleware=[Middleware(BodyLimit)],
            exception_handlers={
                WorkerError: _worker_error,
                HTTPException: _http_error,
                Exception: _unforeseen,
            },
        )

    async def create(self, request: Request) -> Response:
        """`POST /v1/videos`."""
        key = _idempotency_key(request)
        body = await read_body(request)
        self._check_model(body.fields.get("model"))
        job = await run_in_threadpool(self._create, body, key)
        return JSONResponse(job.public())

    def _create(self, body: Body, key: str | None) -> Job:
        digest = body.digest()
        # A retry finds its job before anything is decoded, also where the queue is full.
        if key and (known := self.book.known(key, digest)):
            return known
        pictures = {PLACES[name]: read_picture(data, name) for name, data in body.pictures.items()}
        first = shape(pictures["first"]) if "first" in pictures else None
        order = read_order(body.fields, self.engine.profile, first, "last" in pictures)
        _note_crops(order, pictures)
        return self.book.add(order, pictures, key, digest)

    async def list(self, request: Request) -> Response:
        """`GET /v1/videos`, newest first."""
        query = request.query_params
        limit = query.get("limit", "20")
        if not re.fullmatch("[0-9]{1,3}", limit) or not 1 <= int(limit) <= 100:
            raise bad_request("invalid_limit", "The limit isn't a number from 1 to 100.")
        jobs = self.book.newest_first()
        if query.get("order") == "asc":
            jobs.reverse()
        if after := query.get("after"):
            identifiers = [job.id for job in jobs]
            if after not in identifiers:
                raise bad_request("invalid_after", "There is no video of the id in after.")
            jobs = jobs[identifiers.index(after) + 1 :]
        page = [job.public() for job in jobs[: int(limit)]]
        return JSONResponse({
            "object": "list",
            "data": page,
            "first_id": page[0]["id"] if page else None,
            "last_id": page[-1]["id"] if page else None,
            "has_more": len(jobs) > len(page),
        })  # fmt: skip

    async def retrieve(self, request: Request) -> Response:
        """`GET /v1/videos/{id}`."""
        return JSONResponse(self._job(request).public())

    async def content(self, request: Request) -> Response:
        """`GET /v1/videos/{id}/content`: the MP4, with ranges."""
        variant = request.query_params.get("variant", "video")
        if variant != "video":
            raise bad_request("invalid_variant", "This worker keeps the video only.")
        job = self._job(request)
        if job.status == FAILED:
            reason = (job.error or {}).get("message", "")
            raise WorkerError(409, "video_failed", f"There is no film: {reason}")
        if job.status != DONE:
            raise WorkerError(
                409, "video_not_ready",
                f"The film isn't ready: it is {job.status}, at {job.progress} %; ask again later.",
                {"Retry-After": "2"},
            )  # fmt: skip
        path = self.book.folder.film(job)
        return FileResponse(path, media_type="video/mp4", filename=f"{job.id}.mp4")

    async def delete(self, request: Request) -> Response:
        """`DELETE /v1/videos/{id}`; one that runs stops within a step."""
        identifier = request.path_params["id"]
        await run_in_threadpool(self.book.delete, identifier)
        return JSONResponse({"id": identifier, "object": "video.deleted", "deleted": True})

    async def cancel(self, request: Request) -> Response:
        """`POST /v1/videos/{id}/cancel`; a film that is over stays as it is."""
        job = await run_in_threadpool(self.book.cancel, request.path_params["id"])
        return JSONResponse(job.public())

    async def models(self, _: Request) -> Response:
        """`GET /v1/models`."""
        return JSONResponse({"object": "list", "data": [self._model()]})

    async def model(self, request: Request) -> Response:
        """`GET /v1/models/{id}`."""
        self._check_model(request.path_params["id"])
        return JSONResponse(self._model())

    async def capabilities(self, _: Request) -> Response:
        """`GET /v1/capabilities`: what can be asked of the model here."""
        profile = self.engine.profile
        return JSONResponse({
            "object": "capabilities",
            "model": self.book.model,
            "family": profile.family,
            "tasks": list(profile.tasks),
            "size": "{}x{}".format(*profile.size),
            "is_size_fixed": profile.is_size_fixed,
            "size_multiple": profile.multiple,
            "max_pixels": profile.max_pixels,
            "frame_rule": profile.frame_rule(),
            "frame_step": profile.frame_step,
            "frame_offset": profile.frame_offset,
            "num_frames": profile.frames,
            "max_frames": profile.max_frames,
            "fps": profile.fps,
            "is_fps_fixed": not profile.takes("fps"),
            "num_inference_steps": profile.steps,
            "guidance_scale": profile.guidance,
            # The same Idempotency-Key is the same film, also after a restart.
            "idempotency": True,
            "takes_negative_prompt": profile.takes("negative_prompt"),
            "max_waiting": self.book.max_waiting,
            "runtime": self.engine.runtime.description(),
        })  # fmt: skip

    async def health(self, _: Request) -> Response:
        """`GET /health`, for anybody: that the worker is up, and nothing else."""
        return JSONResponse({"status": "ok"})

    def _route(self, path: str, handler: Handler, method: str) -> Route:
        async def guarded(request: Request) -> Response:
            self.guard.admit(request)
            return await handler(request)

        return Route(path, guarded, methods=[method])

    def _job(self, request: Request) -> Job:
        return self.book.find(request.path_params["id"])

    def _model(self) -> dict[str, Any]:
        return {"id": self.book.model, "object": "model", "created": 0, "owned_by": "local"}

    def _check_model(self, name: str | None) -> None:
        if name and name != self.book.model:
            raise WorkerError(
                404, "model_not_found",
                f"This worker has no model of that name; leave it out, or say {self.book.model}.",
            )  # fmt: skip


def _idempotency_key(request: Request) -> str | None:
    key = request.headers.get("idempotency-key")
    if key is None:
        return None
    if not re.fullmatch(r"[\x21-\x7e]{1,255}", key):
        raise bad_request(
            "invalid_idempotency_key",
            "The Idempotency-Key isn't 1 to 255 printable characters; send one that is.",
        )
    return hashlib.sha256(key.encode()).hexdigest()


def _note_crops(order: Order, pictures: dict[str, bytes]) -> None:
    """Says where a picture's shape isn't the film's, by more than a rounding."""
    for place, data in pictures.items():
        width, height = shape(data)
        kept = width * order.height / (height * order.width)
        if not 0.98 <= kept <= 1.02:
            order.adjusted.append(
                f"The {place} picture, {width}x{height}, was cropped at its "
                f"{'sides' if kept > 1 else 'top and bottom'} to fit {order.width}x{order.height}."
            )


async def _worker_error(_: Request, failure: Exception) -> Response:
    assert isinstance(failure, WorkerError)
    return JSONResponse(failure.body(), failure.status, failure.headers)


async def _http_error(request: Request, failure: Exception) -> Response:
    assert isinstance(failure, HTTPException)
    messages = {
        404: "There is nothing at this path; the videos are at /v1/videos.",
        405: f"This path doesn't take {request.method}; see the Allow header.",
    }
    message = messages.get(failure.status_code, str(failure.detail))
    code = {404: "not_found", 405: "method_not_allowed"}.get(failure.status_code, "http_error")
    error = WorkerError(failure.status_code, code, message, dict(failure.headers or {}))
    return JSONResponse(error.body(), error.status, error.headers)


async def _unforeseen(_: Request, failure: Exception) -> Response:
    # The server behind this writes the failure into the log.
    error = WorkerError(
        500, "internal_error", "The worker failed at this request; its log tells why."
    )
    return JSONResponse(error.body(), error.status)
